"""Colours of DrawingML, resolved to red, green, blue and alpha (ECMA-376 part 1, 20.1.2.3).

Six kinds of colour, 28 transforms, applied in document order. Which space a transform works in follows what
PowerPoint paints: ``tint`` and ``shade`` mix with white and black in linear light (so a 40 % tint of 4F81BD is
D0D8E8, the band of the default table), ``lum``, ``sat`` and ``hue`` work on HSL of the encoded values.

Example:
    >>> ColorContext(slots={"accent1": (79, 129, 189)}).slot("accent1")
    (79, 129, 189)
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from prezent_widgets.ooxml.preset_colors import PRESET_COLORS, SYSTEM_COLORS
from prezent_widgets.ooxml.units import parse_degrees, parse_fraction
from prezent_widgets.ooxml.xml import Element, children, local

Rgb = tuple[int, int, int]

DEFAULT_MAP: Mapping[str, str] = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
COLOR_NAMES = frozenset({"srgbClr", "schemeClr", "sysClr", "prstClr", "hslClr", "scrgbClr"})


@dataclass(frozen=True, slots=True)
class Color:
    """A colour: ``r``, ``g``, ``b`` in 0..255 and ``alpha`` in 0..1."""

    r: int
    g: int
    b: int
    alpha: float = 1.0

    @property
    def rgba(self) -> tuple[int, int, int, float]:
        """The colour as a display list wants it."""
        return (self.r, self.g, self.b, self.alpha)

    @property
    def hex(self) -> str:
        """The colour as six capital hexadecimal digits, without alpha."""
        return f"{self.r:02X}{self.g:02X}{self.b:02X}"


BLACK = Color(0, 0, 0)


@dataclass(frozen=True, slots=True)
class ColorContext:
    """What scheme colours mean here: the theme's slots, the colour map, and the colour that ``phClr`` stands for.

    Args:
        slots: The theme's twelve colours by slot ("dk1" … "folHlink").
        mapping: ``p:clrMap`` of the master, or the override of a layout or slide ("bg1" → "lt1" …).
        placeholder: What ``phClr`` is while a theme's fill or line is being painted.
    """

    slots: Mapping[str, Rgb]
    mapping: Mapping[str, str] = field(default_factory=lambda: DEFAULT_MAP)
    placeholder: Color | None = None

    def slot(self, name: str) -> Rgb:
        """Return a scheme colour by name, through the colour map; black when the theme lacks it."""
        return self.slots.get(self.mapping.get(name, name)) or self.slots.get(DEFAULT_MAP.get(name, name)) or (0, 0, 0)

    def with_placeholder(self, color: Color | None) -> ColorContext:
        """Return the same context with another meaning of ``phClr``."""
        return replace(self, placeholder=color)

    def color(self, element: Element | None, default: Color | None = None) -> Color | None:
        """Resolve a colour element, or the colour inside a container such as ``a:solidFill``.

        Args:
            element: ``a:srgbClr`` and its kin, or an element whose child is one.
            default: What to return when there is no colour to be found.
        """
        if element is None:
            return default
        if local(element) not in COLOR_NAMES:
            element = next((each for each in children(element) if local(each) in COLOR_NAMES), None)
            if element is None:
                return default
        return transformed(self._base(element), element)

    def _base(self, element: Element) -> Color:
        kind, name = local(element), element.get("val") or ""
        if kind == "srgbClr":
            return from_hex(name)
        if kind == "schemeClr":
            if name == "phClr":
                return self.placeholder or BLACK
            return Color(*self.slot(name))
        if kind == "sysClr":
            last = element.get("lastClr")
            return from_hex(last) if last else Color(*SYSTEM_COLORS.get(name, (0, 0, 0)))
        if kind == "prstClr":
            return Color(*PRESET_COLORS.get(name, (0, 0, 0)))
        if kind == "hslClr":
            hue = (parse_degrees(element.get("hue")) / 360) % 1
            return _from_hls(
                hue, _unit(parse_fraction(element.get("lum"))), _unit(parse_fraction(element.get("sat"))), 1
            )
        red, green, blue = (_encode(_unit(parse_fraction(element.get(each)))) for each in "rgb")
        return _from_unit(red, green, blue, 1.0)


def from_hex(text: str) -> Color:
    """Read six hexadecimal digits; three and eight digits are met in the wild, anything else is black.

    Example:
        >>> from_hex("1F4E79")
        Color(r=31, g=78, b=121, alpha=1.0)
    """
    digits = text.strip().lstrip("#")
    if len(digits) == 3:
        digits = "".join(each * 2 for each in digits)
    if len(digits) == 8:
        digits = digits[2:]
    try:
        number = int(digits, 16) if len(digits) == 6 and digits.isalnum() else 0
    except ValueError:
        number = 0
    return Color(number >> 16, number >> 8 & 255, number & 255)


def transformed(color: Color, element: Element) -> Color:
    """Apply an element's transforms to a colour, in document order (20.1.2.3).

    Every result is in range, whatever the file says.
    """
    for each in children(element):
        name = local(each)
        if name in _SIMPLE:
            color = _SIMPLE[name](color)
            continue
        amount = parse_degrees(each.get("val")) / 360 if name in ("hue", "hueOff") else parse_fraction(each.get("val"))
        color = transform(color, name, amount)
    return color


def transform(color: Color, name: str, amount: float) -> Color:
    """Apply one transform by its element name; an unknown one changes nothing.

    Args:
        color: The colour before.
        name: "lumMod", "tint", "alpha" …
        amount: The value as a fraction of one (of a full turn, for "hue" and "hueOff").

    Example:
        >>> transform(Color(79, 129, 189), "tint", 0.4).hex
        'D0D8E8'
    """
    if name == "tint":
        return _in_linear(color, lambda light: light * amount + (1 - amount))
    if name == "shade":
        return _in_linear(color, lambda light: light * amount)
    target, operation = _split(name)
    if target == "alpha":
        return replace(color, alpha=_unit(_operate(color.alpha, operation, amount)))
    if target in ("red", "green", "blue"):
        key = target[0]
        light = _operate(_decode(getattr(color, key) / 255), operation, amount)
        return replace(color, **{key: _byte(_encode(_unit(light)))})
    if target in ("hue", "sat", "lum"):
        hue, lum, sat = colorsys.rgb_to_hls(color.r / 255, color.g / 255, color.b / 255)
        if target == "hue":
            hue = _operate(hue, operation, amount) % 1
        elif target == "sat":
            sat = _unit(_operate(sat, operation, amount))
        else:
            lum = _unit(_operate(lum, operation, amount))
        return _from_hls(hue, lum, sat, color.alpha)
    return color


def _split(name: str) -> tuple[str, str]:
    for suffix in ("Mod", "Off"):
        if name.endswith(suffix):
            return name[:-3], suffix
    return name, ""


def _operate(before: float, operation: str, amount: float) -> float:
    if operation == "Mod":
        return before * amount
    return before + amount if operation == "Off" else amount


def _in_linear(color: Color, change: Callable[[float], float]) -> Color:
    red, green, blue = (_encode(_unit(change(_decode(each / 255)))) for each in (color.r, color.g, color.b))
    return _from_unit(red, green, blue, color.alpha)


def _gray(color: Color) -> Color:
    light = round(0.299 * color.r + 0.587 * color.g + 0.114 * color.b)
    return Color(light, light, light, color.alpha)


def _comp(color: Color) -> Color:
    hue, lum, sat = colorsys.rgb_to_hls(color.r / 255, color.g / 255, color.b / 255)
    return _from_hls((hue + 0.5) % 1, lum, sat, color.alpha)


def _each(change: Callable[[float], float]) -> Callable[[Color], Color]:
    return lambda color: _from_unit(change(color.r / 255), change(color.g / 255), change(color.b / 255), color.alpha)


def _decode(value: float) -> float:
    """SRGB to linear light (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _encode(light: float) -> float:
    """Linear light to sRGB (IEC 61966-2-1)."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


_SIMPLE: dict[str, Callable[[Color], Color]] = {
    "gray": _gray,
    "comp": _comp,
    "inv": lambda color: Color(255 - color.r, 255 - color.g, 255 - color.b, color.alpha),
    "gamma": _each(_encode),
    "invGamma": _each(_decode),
}


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))


def _byte(value: float) -> int:
    return int(_unit(value) * 255 + 0.5)


def _from_unit(red: float, green: float, blue: float, alpha: float) -> Color:
    return Color(_byte(red), _byte(green), _byte(blue), alpha)


def _from_hls(hue: float, lum: float, sat: float, alpha: float) -> Color:
    return _from_unit(*colorsys.hls_to_rgb(hue, lum, sat), alpha)


__all__ = [
    "BLACK",
    "COLOR_NAMES",
    "DEFAULT_MAP",
    "Color",
    "ColorContext",
    "Rgb",
    "from_hex",
    "transform",
    "transformed",
]
