"""Lengths and angles of DrawingML, as types (ECMA-376 part 1, 20.1.10.16, 20.1.10.3, 22.9.2).

A length in a deck is a whole number of English Metric Units, 914,400 to the inch; text sizes are hundredths of
a point; angles are 60,000ths of a degree, clockwise; most fractions are 1,000ths of a percent.

Example:
    >>> to_pt(Emu(914_400))
    72.0
"""

from __future__ import annotations

import re
from typing import NewType

Emu = NewType("Emu", int)
Pt = NewType("Pt", float)

ZERO = Emu(0)
EMU_PER_INCH = 914_400
EMU_PER_PT = 12_700
EMU_PER_CM = 360_000
ANGLE_PER_DEGREE = 60_000

_MEASURE = re.compile(r"^\s*([+-]?\d*\.?\d+)\s*(mm|cm|in|pt|pc|pi)\s*$")
_EMU_PER_UNIT = {"mm": 36_000, "cm": 360_000, "in": 914_400, "pt": 12_700, "pc": 152_400, "pi": 152_400}
_LIMIT = 2**47
"""Beyond any real drawing; keeps a damaged file's numbers out of float trouble."""


def to_pt(value: Emu | int) -> Pt:
    """Return a length in points.

    Example:
        >>> to_pt(Emu(12_700))
        1.0
    """
    return Pt(value / EMU_PER_PT)


def to_emu(points: float) -> Emu:
    """Return a length of so many points in EMU, rounded.

    Example:
        >>> to_emu(72)
        914400
    """
    return Emu(round(points * EMU_PER_PT))


def parse_emu(text: str | None, default: int = 0) -> Emu:
    """Read an ST_Coordinate: a whole number of EMU, or a number with a unit ("1.5in"; 22.9.2.15).

    What cannot be read gives ``default``: a damaged length must not cost the whole slide.

    Example:
        >>> parse_emu("1in"), parse_emu("12700"), parse_emu("wide", 5)
        (914400, 12700, 5)
    """
    if text is None:
        return Emu(default)
    try:
        value = int(text)
    except ValueError:
        measure = _MEASURE.match(text)
        if measure is not None:
            value = round(float(measure[1]) * _EMU_PER_UNIT[measure[2]])
        else:
            value = round(parse_number(text, default))
    return Emu(max(-_LIMIT, min(_LIMIT, value)))


def parse_number(text: str | None, default: float = 0.0) -> float:
    """Read a finite number; anything else gives ``default``.

    Example:
        >>> parse_number("2.5"), parse_number("nan", 1.0), parse_number(None)
        (2.5, 1.0, 0.0)
    """
    if text is None:
        return default
    try:
        value = float(text)
    except ValueError:
        return default
    return value if -1e15 < value < 1e15 else default


def parse_fraction(text: str | None, default: float = 0.0) -> float:
    """Read an ST_Percentage as a fraction of one: 1,000ths of a percent, or a literal with "%" (22.9.2.9).

    Example:
        >>> parse_fraction("50000"), parse_fraction("12.5%")
        (0.5, 0.125)
    """
    if text is None:
        return default
    stripped = text.strip()
    if stripped.endswith("%"):
        return parse_number(stripped[:-1], default * 100) / 100
    return parse_number(stripped, default * 100_000) / 100_000


def parse_degrees(text: str | None, default: float = 0.0) -> float:
    """Read an ST_Angle as degrees, clockwise (20.1.10.3).

    Example:
        >>> parse_degrees("5400000")
        90.0
    """
    return default if text is None else parse_number(text, default * ANGLE_PER_DEGREE) / ANGLE_PER_DEGREE


def parse_bool(text: str | None, default: bool = False) -> bool:
    """Read an xsd:boolean, with "on" and "off" as older writers put them.

    Example:
        >>> parse_bool("1"), parse_bool("off"), parse_bool(None, True)
        (True, False, True)
    """
    if text is None:
        return default
    return {"1": True, "true": True, "on": True, "0": False, "false": False, "off": False}.get(text.strip(), default)


__all__ = [
    "ANGLE_PER_DEGREE",
    "EMU_PER_CM",
    "EMU_PER_INCH",
    "EMU_PER_PT",
    "ZERO",
    "Emu",
    "Pt",
    "parse_bool",
    "parse_degrees",
    "parse_emu",
    "parse_fraction",
    "parse_number",
    "to_emu",
    "to_pt",
]
