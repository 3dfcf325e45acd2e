"""What a cell's text means: numbers in either notation, dates in the usual spellings, percent signs, blanks."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

Notation = Literal["point", "comma"]  # the decimal mark

BLANKS = frozenset(
    {"", "-", "–", "—", "n/a", "na", "nan", "null", "none", "k.a.", "#n/a", ".", "..", "...", "?", "nd", "n.d."}
)
_CURRENCY = "$€£¥₹"
_UNIT_TAIL = re.compile(r"^(?P<number>[^A-Za-zµ°²³%]*\d[^A-Za-zµ°²³%]*?)\s*(?P<unit>%|[A-Za-zµ°²³/]{1,8})$")
_POINT = re.compile(r"^[+-]?(\d{1,3}([,'\u2019 ]\d{3})+|\d+)?(\.\d+)?([eE][+-]?\d+)?$")
_COMMA = re.compile(r"^[+-]?(\d{1,3}([.'\u2019 ]\d{3})+|\d+)?(,\d+)?([eE][+-]?\d+)?$")
_GROUPED_COMMA = re.compile(r"^[+-]?[1-9]\d{0,2}(,\d{3})+$")
_GROUPED_POINT = re.compile(r"^[+-]?[1-9]\d{0,2}(\.\d{3})+$")

_MONTHS: dict[str, int] = {}
for _names in (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jan feb mär apr mai jun jul aug sept okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
):
    for _index, _name in enumerate(_names.split(), start=1):
        _MONTHS.setdefault(_name, _index)

_ISO = re.compile(
    r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$"
)
_YMD = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$")
_YM = re.compile(r"^(\d{4})[-/.](\d{1,2})$")
_MY = re.compile(r"^(\d{1,2})[-/.](\d{4})$")
_DMY = re.compile(r"^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?: (\d{1,2}):(\d{2})(?::\d{2})?)?$")
_NAMED = re.compile(r"^(?:(\d{1,2})\.?[ -])?([^\W\d_]{3,10})\.?[ -](?:(\d{1,2}),? )?(\d{4}|\d{2})$")
_COMPACT = re.compile(r"^(19|20)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$")


def clean(text: str) -> str:
    """Full-width digits to plain ones, odd spaces to spaces, the true minus to a hyphen, ends trimmed."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u200b\ufeff]+", " ", text).replace("\u2212", "-").strip()


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, a dash, or a word for "no value"."""
    return clean(text).casefold() in BLANKS


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or its usual short form in eight languages, None otherwise."""
    return _MONTHS.get(name.casefold().rstrip("."))


def guess_notation(cells: Iterable[str], *, delimiter: str = ",") -> Notation:
    """The decimal mark of a file: by its unmistakable numbers, else by its delimiter (``;`` goes with the comma).

    Example:
        >>> guess_notation(["1.234,5", "12,75"])
        'comma'
    """
    point = comma = 0
    for cell in cells:
        text = _bare(clean(cell))[0]
        if not text or not any(character.isdigit() for character in text) or _MY.match(text):
            continue  # 02.2024 is a month, no proof of a decimal point
        if _POINT.match(text) and not _COMMA.match(text):
            point += 1
        elif _COMMA.match(text) and not _POINT.match(text):
            comma += 1
        elif re.fullmatch(r"[+-]?(0|\d{4,})\.\d{3}", text) or (delimiter != ";" and text.endswith(".000")):
            point += 1  # 12.000 is twelve to the thousandth, but twelve thousand where ; parts the cells
        elif re.fullmatch(r"[+-]?(0|\d{4,}),\d{3}", text):
            comma += 1
    if point == comma:
        return "comma" if delimiter == ";" else "point"
    return "comma" if comma > point else "point"


def _bare(text: str) -> tuple[str, str]:
    """The number in ``text`` without currency, percent or unit, and that unit."""
    negative = text.startswith("(") and text.endswith(")")
    if negative:
        text = text[1:-1]
    unit = ""
    if text and text[0] in _CURRENCY:
        unit, text = text[0], text[1:].strip()
    elif text[:2] and text[0] in "+-" and text[1:2] in _CURRENCY:
        unit, text = text[1], text[0] + text[2:].strip()
    if text and text[-1] in _CURRENCY:
        unit, text = text[-1], text[:-1].strip()
    elif (tail := _UNIT_TAIL.match(text)) and not re.search(r"[eE]$", tail["number"]):
        unit, text = tail["unit"], tail["number"].strip()
    return (f"-{text}" if negative and text else text), unit


def parse_number(text: str, notation: Notation = "point") -> tuple[float, str] | None:
    """The number a cell holds and its unit ('' when none), or None when it is not a number.

    Example:
        >>> parse_number("1.234,5 %", "comma"), parse_number("$1,200")
        ((1234.5, '%'), (1200.0, '$'))
    """
    bare, unit = _bare(clean(text))
    if not bare or not any(character.isdigit() for character in bare):
        return None
    pattern, group, mark = (_POINT, ",", ".") if notation == "point" else (_COMMA, ".", ",")
    if not pattern.match(bare):
        # A lone column may use the other notation (an export glued together): accept what cannot be mistaken.
        pattern, group, mark = (_COMMA, ".", ",") if notation == "point" else (_POINT, ",", ".")
        if not pattern.match(bare) or _GROUPED_COMMA.match(bare) or _GROUPED_POINT.match(bare):
            return None
    plain = re.sub(rf"[{re.escape(group)}'\u2019 ]", "", bare).replace(mark, ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    return (value, unit) if math.isfinite(value) else None


def day_first(cells: Sequence[str]) -> bool:
    """Whether dates written 3/4/2024 put the day first: by cells that leave no doubt, else by a dot between."""
    for cell in cells:
        match = _DMY.match(clean(cell))
        if match and int(match[1]) > 12:
            return True
        if match and int(match[3]) > 12:
            return False
    return any((match := _DMY.match(clean(cell))) and match[2] == "." for cell in cells[:50])


def parse_date(text: str, *, day_before_month: bool = True) -> datetime | None:
    """The date a cell holds, at its start when it names only a month; None when it is not a date.

    Example:
        >>> parse_date("14 August 2025").isoformat()
        '2025-08-14T00:00:00'
    """
    text = clean(text)
    try:
        if match := _ISO.match(text):
            return datetime(*(int(part) for part in match.groups(default="0")))  # type: ignore[arg-type]
        if match := _YMD.match(text):
            return datetime(*(int(part) for part in match.groups(default="0")))  # type: ignore[arg-type]
        if match := _YM.match(text):
            return datetime(int(match[1]), int(match[2]), 1)
        if match := _MY.match(text):
            return datetime(int(match[2]), int(match[1]), 1)
        if match := _COMPACT.match(text):
            return datetime(int(match[1] + match[2]), int(match[3]), int(match[4]))
        if match := _DMY.match(text):
            day, month = (int(match[1]), int(match[3])) if day_before_month else (int(match[3]), int(match[1]))
            return datetime(_year(match[4]), month, day, int(match[5] or 0), int(match[6] or 0))
        if (match := _NAMED.match(text)) and (number := month_number(match[2])):
            return datetime(_year(match[4]), number, int(match[1] or match[3] or 1))
    except ValueError:
        return None
    return None


def _year(text: str) -> int:
    value = int(text)
    return value if value > 99 else 2000 + value if value < 70 else 1900 + value


__all__ = [
    "BLANKS",
    "Notation",
    "clean",
    "day_first",
    "guess_notation",
    "is_blank",
    "month_number",
    "parse_date",
    "parse_number",
]
