"""Text measured and shaped with the fonts of the package: widths, glyphs, outlines.

Widths are what HarfBuzz gives at the font's own resolution, kerning included and nothing hinted, so a width at 10 pt
is half of one at 20 pt and line breaks do not depend on the size of a picture. Words are cached, spaces are not part
of them: a line is the sum of its words.

PowerPoint gives every line 1.2 em whatever the face says; where the baseline stands in it comes from `ascent`.

Example:
    >>> round(measure("Quarterly review", "Calibri", 20), 1)                # doctest: +SKIP
    136.4
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from typing import Any
from unicodedata import east_asian_width

from prezent_widgets.ooxml.font_index import Face, Twin, face_for, first_face, font_files, twin

hb: Any = import_module("uharfbuzz")
"""HarfBuzz, which ships no complete types."""

LINE_PITCH = 1.2
"""Height of a line at 100 % spacing, in em, whatever the face."""

_WORDS = re.compile(r"\s+|\S+")
_INVISIBLE = dict.fromkeys(
    (
        *range(0x200B, 0x2010),
        *(0x2028, 0x2029, 0x00AD, 0xFEFF),
        *range(0xFE00, 0xFE10),
        *(0x20E3, *range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)),  # keycaps, skin tones, tags of flags
    )
)

_ASCENT: dict[str, float] = {
    "Arimo": 0.905,
    "Caladea": 0.950,
    "Carlito": 0.952,
    "Cousine": 0.833,
    "EB Garamond": 0.930,
    "Gelasio": 0.917,
    "Noto Sans Math": 0.95,
    "Noto Sans Symbols 2": 0.95,
    "Open Sans": 1.000,
    "Tinos": 0.891,
}
_DESCENT: dict[str, float] = {
    "Arimo": 0.212,
    "Caladea": 0.222,
    "Carlito": 0.269,
    "Cousine": 0.300,
    "EB Garamond": 0.270,
    "Gelasio": 0.219,
    "Noto Sans Math": 0.25,
    "Noto Sans Symbols 2": 0.25,
    "Open Sans": 0.252,
    "Tinos": 0.216,
}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a shaped word: ``x`` and ``y`` (upwards) of its origin, in em from the word's start."""

    face: Face
    gid: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A shaped piece of text: glyphs in visual order and the width, in em, before any stretching."""

    glyphs: tuple[Glyph, ...]
    advance: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a word drawn from one font file: ``x`` and ``advance`` in em."""

    face: Face
    text: str
    x: float
    advance: float


def measure(text: str, family: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Return the width of one line of text in points.

    Args:
        text: The text; a line break counts as a space.
        family: The family as a deck names it ("Calibri").
        size: Font size in points.
        bold: Whether the bold face is used.
        italic: Whether the italic face is used.

    Example:
        >>> measure("", "Arial", 18)
        0.0
    """
    stand_in = twin(family)
    name, bold = stand_in.family, stand_in.is_bold(bold)
    return sum(_width(word, name, bold, italic) for word in _WORDS.findall(text)) * size * stand_in.stretch


def ascent(family: str) -> float:
    """Return the baseline's distance from the top of a 1.2 em line, in em.

    Example:
        >>> round(ascent("Calibri"), 3)
        0.936
    """
    name = twin(family).family
    up, down = _ASCENT.get(name, 0.92), _DESCENT.get(name, 0.25)
    return LINE_PITCH * up / (up + down)


def shape(text: str, family: str, bold: bool = False, italic: bool = False, rtl: bool = False) -> Shaped:
    """Shape one line of text: glyph ids and positions in em, widths not stretched (see `Twin.stretch`).

    Args:
        text: Characters in logical order, all of one direction.
        family: The family as a deck names it.
        bold: Whether the bold face is used.
        italic: Whether the italic face is used.
        rtl: Whether the text runs from right to left; glyphs come out in visual order.
    """
    stand_in = twin(family)
    name, bold = stand_in.family, stand_in.is_bold(bold)
    words = _WORDS.findall(text)
    if rtl:
        words.reverse()
    glyphs: list[Glyph] = []
    x = 0.0
    for word in words:
        shaped = _shape_word(word, name, bold, italic, rtl)
        glyphs.extend(Glyph(each.face, each.gid, each.x + x, each.y) for each in shaped.glyphs)
        x += shaped.advance
    return Shaped(tuple(glyphs), x)


def pieces(text: str, family: str, bold: bool = False, italic: bool = False, rtl: bool = False) -> tuple[Piece, ...]:
    """Split one line of text into words and font files, each with its place, for a rasteriser that shapes by itself."""
    stand_in = twin(family)
    name, bold = stand_in.family, stand_in.is_bold(bold)
    words = _WORDS.findall(text)
    if rtl:
        words.reverse()
    found: list[Piece] = []
    x = 0.0
    for word in words:
        segments = _segments(word, name, bold, italic)
        for face, part in reversed(segments) if rtl else segments:
            advance = _shape_segment(face, part, rtl).advance
            if not part.isspace():
                found.append(Piece(face, part, x, advance))
            x += advance
    return tuple(found)


@lru_cache(maxsize=4096)
def outline(face: Face, gid: int) -> str:
    """Return a glyph's outline as SVG path data in font units, y downwards; empty for a blank."""
    commands: list[str] = []
    _hb_font(face).draw_glyph(gid, _DRAW, commands)
    return "".join(commands)


@lru_cache(maxsize=16384)
def _width(word: str, name: str, bold: bool, italic: bool) -> float:
    return _shape_word(word, name, bold, italic, False).advance


@lru_cache(maxsize=8192)
def _shape_word(word: str, name: str, bold: bool, italic: bool, rtl: bool) -> Shaped:
    segments = _segments(word, name, bold, italic)
    glyphs: list[Glyph] = []
    x = 0.0
    for face, part in reversed(segments) if rtl else segments:
        shaped = _shape_segment(face, part, rtl)
        glyphs.extend(Glyph(each.face, each.gid, each.x + x, each.y) for each in shaped.glyphs)
        x += shaped.advance
    return Shaped(tuple(glyphs), x)


def _segments(word: str, name: str, bold: bool, italic: bool) -> list[tuple[Face, str]]:
    if word.isspace():
        first = first_face(name, bold, italic)
        if "\u3000" in word:
            return [(_missing("\u3000", name, bold, italic), word)]
        return [(first, " " * len(word))]
    segments: list[tuple[Face, str]] = []
    for character in word.translate(_INVISIBLE):
        face = face_for(ord(character), name, bold, italic) or _missing(character, name, bold, italic)
        if segments and segments[-1][0] == face:
            segments[-1] = (face, segments[-1][1] + character)
        else:
            segments.append((face, character))
    return segments


def _missing(character: str, name: str, bold: bool, italic: bool) -> Face:
    """The face whose box stands for a character that no font has; an ideograph's is square."""
    first = first_face(name, bold, italic)
    wide = east_asian_width(character) in "WF"
    return replace(first, key=f"{first.key}-wide", missing=1.0) if wide else first


@lru_cache(maxsize=8192)
def _shape_segment(face: Face, text: str, rtl: bool) -> Shaped:
    if face.missing and text.isspace():
        return Shaped((), len(text) * face.missing)
    if face.missing:
        return Shaped(
            tuple(Glyph(face, 0, index * face.missing, 0.0) for index in range(len(text))), len(text) * face.missing
        )
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if rtl:
        buffer.direction = "rtl"
    hb.shape(_hb_font(face), buffer, None)
    glyphs: list[Glyph] = []
    x = 0
    scale = 1 / face.upem
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
        glyphs.append(Glyph(face, info.codepoint, (x + position.x_offset) * scale, position.y_offset * scale))
        x += position.x_advance
    return Shaped(tuple(glyphs), x * scale)


@lru_cache(maxsize=64)
def _hb_font(face: Face) -> Any:
    return hb.Font(hb.Face(hb.Blob(face.path.read_bytes()), face.number))


def _draw_functions() -> Any:
    def move(x: float, y: float, into: list[str]) -> None:
        into.append(f"M{x:.0f} {0.0 - y:.0f}")

    def line(x: float, y: float, into: list[str]) -> None:
        into.append(f"L{x:.0f} {0.0 - y:.0f}")

    def quadratic(cx: float, cy: float, x: float, y: float, into: list[str]) -> None:
        into.append(f"Q{cx:.0f} {0.0 - cy:.0f} {x:.0f} {0.0 - y:.0f}")

    def cubic(ax: float, ay: float, bx: float, by: float, x: float, y: float, into: list[str]) -> None:
        into.append(f"C{ax:.0f} {0.0 - ay:.0f} {bx:.0f} {0.0 - by:.0f} {x:.0f} {0.0 - y:.0f}")

    def close(into: list[str]) -> None:
        into.append("Z")

    functions = hb.DrawFuncs()
    functions.set_move_to_func(move)
    functions.set_line_to_func(line)
    functions.set_quadratic_to_func(quadratic)
    functions.set_cubic_to_func(cubic)
    functions.set_close_path_func(close)
    return functions


_DRAW = _draw_functions()

__all__ = [
    "LINE_PITCH",
    "Face",
    "Glyph",
    "Piece",
    "Shaped",
    "Twin",
    "ascent",
    "font_files",
    "measure",
    "outline",
    "pieces",
    "shape",
    "twin",
]
