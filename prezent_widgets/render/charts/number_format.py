"""Numbers as an Excel format code writes them (ECMA-376 part 1, 18.8.31): the part that charts use.

Sections by sign, digits, grouping and scaling commas, percent, quoted and escaped text, dates, and "General". Colours
and conditions in brackets are skipped. Points and commas are written the English way.

Example:
    >>> format_number(1234.5, "#,##0.0"), format_number(0.125, "0.0%"), format_number(-3, '0" t";(0" t")')
    ('1,234.5', '12.5%', '(3 t)')
"""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

_WIDE = Context(prec=700, rounding=ROUND_HALF_UP)
_EPOCH = datetime(1899, 12, 30)
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*(.)|\[[^\]]*\]|(E[+-]0+)|([#0?,.]+)|(%)|(.)', re.IGNORECASE | re.DOTALL)
_DATE_WORD = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|(AM/PM|A/P|y+|m+|d+|h+|s+)|(.)', re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def format_number(number: float, code: str) -> str:
    """Return a number as text.

    Args:
        number: A finite number; dates are days since 1899-12-30.
        code: The format code; "" and "General" write the shortest form.
    """
    sections = _sections(code or "General")
    section = sections[0]
    if len(sections) >= 3 and number == 0:
        section = sections[2]
    elif len(sections) >= 2 and number < 0:
        section, number = sections[1], -number
    bare = _QUOTED.sub("", section)
    if bare.strip().lower() in ("general", "@", "") and section.strip().lower() in ("general", "@", ""):
        return general(number) if section.strip() else ""
    if "general" in bare.lower():
        at = section.lower().index("general")
        return _literals(section[:at]) + general(number) + _literals(section[at + 7 :])
    if re.search(r"[ymdhs]", bare, re.IGNORECASE) and not re.search(r"[0#]", bare):
        return _date(number, section)
    return _digits(number, section)


def general(number: float) -> str:
    """Return the shortest form of a number, at most ten significant digits.

    Example:
        >>> general(3.0), general(0.1 + 0.2), general(1e15)
        ('3', '0.3', '1E+15')
    """
    text = f"{number:.10g}"
    if "e" in text:
        mantissa, _, exponent = text.partition("e")
        return f"{mantissa}E{exponent[0]}{exponent[1:].lstrip('0').rjust(2, '0')}"
    return "0" if text == "-0" else text


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[str, ...]:
    parts: list[str] = []
    current, quoted = "", False
    for index, char in enumerate(code):
        quoted ^= char == '"' and (index == 0 or code[index - 1] != "\\")
        if char == ";" and not quoted:
            parts.append(current)
            current = ""
        else:
            current += char
    return (*parts, current)


def _digits(number: float, section: str) -> str:
    tokens = list(_TOKEN.finditer(section))
    slots = [each for each in tokens if each[6] is not None and re.search(r"[#0?]", each[6])]
    if not slots:
        sign = "-" if number < 0 and "%" not in section else ""
        return sign + _literals(section)
    pattern = slots[0][6]
    exponent = next((each[5] for each in tokens if each[5] is not None), "")
    scaled = number * 100 ** sum(1 for each in tokens if each[7] is not None)
    whole, _, fraction = pattern.partition(".")
    scale = len(pattern) - len(pattern.rstrip(",")) if "." not in pattern else len(fraction) - len(fraction.rstrip(","))
    scaled /= 1000.0**scale
    if not math.isfinite(scaled):
        return general(number)
    digits = (
        _exponential(scaled, pattern, exponent) if exponent else _plain(scaled, whole.rstrip(","), fraction.rstrip(","))
    )
    text, used = "", False
    for each in tokens:
        if each[6] is not None:
            text += digits if not used and each is slots[0] else ""
            used = used or each is slots[0]
        elif each[5] is None:
            text += _piece(each)
    return "-" + text if scaled < 0 and re.search(r"[1-9]", digits) else text


def _plain(number: float, whole: str, fraction: str) -> str:
    places = len(re.findall(r"[0#?]", fraction))
    least = fraction.count("0") + fraction.count("?")
    rounded = abs(_WIDE.quantize(_WIDE.create_decimal(repr(number)), Decimal(1).scaleb(-places)))
    before, _, after = f"{rounded:f}".partition(".")
    while len(after) > least and after.endswith("0"):
        after = after[:-1]
    minimum = whole.count("0")
    before = before.lstrip("0").rjust(minimum, "0") if minimum else before.lstrip("0")
    if "," in whole:
        before = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", before)
    return before + ("." + after if after or (least and places) else "")


def _exponential(number: float, pattern: str, exponent: str) -> str:
    places = len(pattern.partition(".")[2])
    mantissa, _, power = f"{abs(number):.{places}E}".partition("E")
    sign = power[0] if power[0] == "-" or exponent[1] == "+" else ""
    return f"{mantissa}{exponent[0]}{sign}{power[1:].lstrip('0').rjust(len(exponent) - 2, '0')}"


def _literals(section: str) -> str:
    return "".join(_piece(each) for each in _TOKEN.finditer(section) if each[6] is None and each[5] is None)


def _piece(token: re.Match[str]) -> str:
    if token[3] is not None:
        return " "
    return next((group for group in (token[1], token[2], token[7], token[8]) if group is not None), "")


def _date(number: float, section: str) -> str:
    try:
        moment = _EPOCH + timedelta(days=number)
    except OverflowError:
        return general(number)
    words = list(_DATE_WORD.finditer(section))
    noon = any((each[3] or "").upper() in ("AM/PM", "A/P") for each in words)
    text, previous = "", ""
    for index, each in enumerate(words):
        word = (each[3] or "").lower()
        if not word:
            text += each[1] or each[2] or each[4] or ""
            continue
        following = next(((w[3] or "").lower() for w in words[index + 1 :] if w[3]), "")
        minute = word[0] == "m" and (previous[:1] == "h" or following[:1] == "s")
        text += _date_word(word, moment, noon, minute)
        previous = word
    return text


def _date_word(word: str, moment: datetime, noon: bool, minute: bool) -> str:
    letter, count = word[0], len(word)
    if word in ("am/pm", "a/p"):
        return moment.strftime("%p") if count > 3 else moment.strftime("%p")[0]
    if letter == "y":
        return f"{moment.year:04}" if count > 2 else f"{moment.year % 100:02}"
    if letter == "m" and not minute and count > 2:
        return _MONTHS[moment.month - 1] if count == 4 else _MONTHS[moment.month - 1][: 1 if count == 5 else 3]
    if letter == "d" and count > 2:
        return _DAYS[moment.weekday()] if count > 3 else _DAYS[moment.weekday()][:3]
    hour = (moment.hour % 12 or 12) if noon else moment.hour
    amount = {"m": moment.minute if minute else moment.month, "d": moment.day, "h": hour, "s": moment.second}[letter]
    return f"{amount:02}" if count > 1 else str(amount)


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

__all__ = ["format_number", "general"]
