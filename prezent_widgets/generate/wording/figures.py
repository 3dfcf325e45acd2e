"""Numbers as people read them: separators, units in words, percent signs, never an exponent."""

from __future__ import annotations

import math
import re

_SYMBOLS = {"$": "$", "€": "€", "£": "£", "¥": "¥", "₹": "₹"}
_SHORT_UNITS = (
    (re.compile(r"megawatt[- ]hours?", re.I), "MWh"),
    (re.compile(r"gigawatt[- ]hours?", re.I), "GWh"),
    (re.compile(r"terawatt[- ]hours?", re.I), "TWh"),
    (re.compile(r"kilowatt[- ]hours?", re.I), "kWh"),
)


def short_unit(unit: str) -> str:
    """A unit written out → its usual short form.

    Example:
        >>> short_unit("thousand megawatt-hours")
        'thousand MWh'
    """
    for pattern, short in _SHORT_UNITS:
        unit = pattern.sub(short, unit)
    return re.sub(r"\bthousands of\b", "thousand", re.sub(r"\bmillions of\b", "million", unit)).strip()


def number(value: float, digits: int = 3) -> str:
    """Whole numbers exactly, others to ``digits`` significant digits, thousands separated.

    Example:
        >>> number(21933), number(33.5476), number(0.0412), number(-5.0)
        ('21,933', '33.5', '0.0412', '-5')
    """
    if not math.isfinite(value):
        return "–"
    if float(value).is_integer():
        return f"{value:,.0f}"
    magnitude = math.floor(math.log10(abs(value)))
    places = max(0, digits - 1 - magnitude)
    text = f"{value:,.{min(places, 6)}f}"
    return text.rstrip("0").rstrip(".") if places > 1 and abs(value) < 1 else text


def compact(value: float, digits: int = 3) -> str:
    """Millions and billions in words from ten million up (from one million when not whole thousands); else as it is.

    Example:
        >>> compact(2181385), compact(673910), compact(10199000), compact(2350000)
        ('2.18 million', '673,910', '10.2 million', '2.35 million')
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            scaled = value / size
            places = max(0, digits - 1 - math.floor(math.log10(abs(scaled))))
            text = f"{scaled:,.{places}f}"
            return f"{text.rstrip('0').rstrip('.') if '.' in text else text} {word}"
    return number(value, digits)


def with_unit(value: float, unit: str, digits: int = 3, *, exact: bool = False) -> str:
    """A value with its unit: ``$2.18 million``, ``38.8%``, ``21,933 thousand MWh``."""
    shown = number(value, digits) if exact else compact(value, digits)
    unit = short_unit(unit)
    if unit in _SYMBOLS:
        return f"-{unit}{shown[1:]}" if shown.startswith("-") else f"{unit}{shown}"
    if unit == "%":
        return f"{shown}%"
    return f"{shown} {unit}".strip()


def large(value: float, unit: str, label: str, digits: int = 3) -> tuple[str, str]:
    """A value to stand large and its label; a unit too long to stand large opens the label.

    Example:
        >>> large(2181385, "USD", "revenue"), large(38.8, "%", "share")
        (('2.18 million', 'USD revenue'), ('38.8%', 'share'))
    """
    unit = short_unit(unit)
    if not unit or unit in _SYMBOLS or unit == "%":
        return with_unit(value, unit, digits), label
    return compact(value, digits), f"{unit} {label}"


def percent(value: float) -> str:
    """A percentage: one decimal below 100, none above; the sign is left out.

    Example:
        >>> percent(38.835966), percent(-17.058), percent(1426.3), percent(0.04)
        ('38.8%', '17.1%', '1,426%', '0.04%')
    """
    size = abs(value)
    if size >= 100:
        return f"{size:,.0f}%"
    return f"{size:.1f}%" if size >= 0.1 or size == 0 else f"{size:.2g}%"


def signed_percent(value: float) -> str:
    """A percentage with its sign, the true minus.

    Example:
        >>> signed_percent(45.03), signed_percent(-5.58)
        ('+45.0%', '−5.6%')
    """
    return ("+" if value > 0 else "\u2212" if value < 0 else "") + percent(value)


def multiple(value: float) -> str:
    """A ratio as a multiple: one decimal, ``15.3x``."""
    return f"{value:.1f}x"


__all__ = ["compact", "large", "multiple", "number", "percent", "short_unit", "signed_percent", "with_unit"]
