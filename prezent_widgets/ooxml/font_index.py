"""Which open font stands in for a family, and which file of it holds a character.

The files are built into ``prezent_widgets/static/fonts`` (``buildtools/fonts.py``); ``index.json`` beside them says
what each covers, so that a font is opened only when a character of it is drawn. Where an open font with the same
advance widths exists it is used (Carlito for Calibri, Arimo for Arial, Tinos for Times New Roman, Cousine for
Courier New, Caladea for Cambria, Gelasio for Georgia); other families get the nearest one, stretched to their width.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from prezent_widgets.errors import PrezentError
from prezent_widgets.ooxml.system_fonts import find_system_font

FONT_FOLDER = Path(__file__).resolve().parent.parent / "static" / "fonts"


@dataclass(frozen=True, slots=True)
class Twin:
    """The stand-in for a family: its name, and the factor its widths are stretched by.

    ``bold`` is True for a family that is always bold, False for one that has no bold face (Calibri Light made bold
    keeps its widths), None when the text decides.
    """

    family: str
    stretch: float = 1.0
    bold: bool | None = None

    def is_bold(self, asked: bool) -> bool:
        """Return whether the bold face is drawn when text asks, or does not ask, for bold."""
        return asked if self.bold is None else self.bold


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. ``upem`` is its units per em; ``key`` is short, stable, and names it in ids.

    ``number`` is the face's place in a collection (.ttc). ``missing`` is above 0 when the face only lends its box to
    characters that no font has: the width of each, in em.
    """

    path: Path
    family: str
    bold: bool
    italic: bool
    upem: int
    key: str
    number: int = 0
    missing: float = 0.0

    def __hash__(self) -> int:
        return hash(self.key)


_TWINS: dict[str, Twin] = {}


def _register(family: str, names: str, stretch: float = 1.0, bold: bool | None = None) -> None:
    for name in names.split(","):
        _TWINS[name.strip()] = Twin(family, stretch, bold)


_register("Carlito", "calibri, carlito, candara, gill sans, gill sans mt, lato, myriad pro")
_register("Carlito", "calibri light", bold=False)
_register("Carlito", "corbel, corbel light, maiandra gd, ubuntu", 1.03)
_register("Carlito", "aptos, aptos light", 1.07)
_register("Carlito", "aptos display, aptos narrow", 1.02)
_register(
    "Arimo",
    "arial, helvetica, helvetica neue, liberation sans, arimo, arial unicode ms, microsoft sans serif, ms sans serif,"
    "franklin gothic book, franklin gothic medium, franklin gothic, univers, geneva, swiss, freesans, nimbus sans,"
    "trebuchet ms, lucida sans, lucida sans unicode, lucida grande, inter, roboto, work sans, tahoma, hind",
)
_register(
    "Arimo", "arial narrow, helvetica condensed, liberation sans narrow, roboto condensed, oswald, agency fb", 0.82
)
_register("Arimo", "arial black, rockwell extra bold", 1.03, True)
_register("Arimo", "impact, haettenschweiler, bebas neue, anton", 0.85, True)
_register("Arimo", "verdana, dejavu sans, bitstream vera sans", 1.155)
_register("Arimo", "century gothic, avant garde, futura, tw cen mt, montserrat, poppins, questrial", 1.05)
_register("Open Sans", "segoe ui, segoe ui light, segoe ui semilight, selawik", 0.95)
_register("Open Sans", "open sans, open sans light, noto sans, droid sans, source sans pro, source sans 3, fira sans")
_register(
    "Tinos", "times new roman, times, liberation serif, tinos, nimbus roman, serif, ms serif, freeserif, baskerville"
)
_register("Tinos", "book antiqua, palatino linotype, palatino, bookman old style, century schoolbook, century", 1.09)
_register(
    "Cousine", "courier new, courier, liberation mono, cousine, monospace, lucida console, dejavu sans mono, menlo"
)
_register("Cousine", "monaco, andale mono, source code pro, fira code, jetbrains mono, roboto mono, ubuntu mono")
_register("Cousine", "consolas, inconsolata, cascadia code, cascadia mono", 0.9162)
_register("Caladea", "cambria, caladea, constantia, cambria math")
_register("Gelasio", "georgia, gelasio, merriweather, playfair display, lora, rockwell, sylfaen")
_register("EB Garamond", "garamond, eb garamond, adobe garamond pro, cormorant garamond, perpetua, goudy old style")
_register("Noto Sans Symbols 2", "segoe ui symbol, segoe ui emoji, apple color emoji, noto sans symbols 2")
_register("Noto Sans Math", "noto sans math")

_SERIF_HINTS = ("serif", "roman", "garamond", "bodoni", "book", "ming", "song", "mincho", "simsun", "batang")
_MONO_HINTS = ("mono", "courier", "code", "console", "typewriter")
_HEAVY = (" extrabold", " extra bold", " semibold", " demibold", " demi", " bold", " black", " heavy", " ultra")
_LIGHT = (" extralight", " light", " medium", " thin", " book", " regular", " condensed", " mt", " pro", " std", " ui")
FALLBACKS = ("Arimo", "Open Sans", "Noto Sans Symbols 2", "Noto Emoji", "Noto Sans Math", "Tinos", "EB Garamond")
"""Families tried in turn for a character that the chosen one does not have."""


@lru_cache(maxsize=1024)
def twin(family: str) -> Twin:
    """Return the stand-in for a family name, however it is capitalised; one is always found.

    Example:
        >>> twin("Calibri Light").family, twin("Consolas").stretch
        ('Carlito', 0.9162)
    """
    name = " ".join(family.casefold().split())
    found = _TWINS.get(name)
    if found is not None:
        return found
    for ending in _HEAVY:
        if name.endswith(ending):
            return replace(twin(name.removesuffix(ending)), bold=True)
    for ending in _LIGHT:
        if name.endswith(ending):
            return twin(name.removesuffix(ending))
    if "sans" not in name and any(hint in name for hint in _SERIF_HINTS):
        return _TWINS["times new roman"]
    if any(hint in name for hint in _MONO_HINTS):
        return _TWINS["courier new"]
    return _TWINS["arial"]


def font_files(family: str, bold: bool = False, italic: bool = False) -> tuple[Path, ...]:
    """Return the files that hold a family's stand-in in one style, Latin first; one file a script.

    Raises:
        PrezentError: the fonts were not built; the message says how to build them.

    Example:
        >>> font_files("Calibri", bold=True)[0].name                        # doctest: +SKIP
        'carlito-latin-700-normal.ttf'
    """
    stand_in = twin(family)
    return tuple(face.path for face in _faces(stand_in.family, stand_in.is_bold(bold), italic))


def face_for(code: int, family: str, bold: bool, italic: bool) -> Face | None:
    """Return the file to draw a character from: the family's own, else a fallback's; None when no font has it.

    ``family`` is the name of a stand-in, as `twin` gives it.
    """
    for each in (family, *FALLBACKS):
        face = _coverage(each, bold, italic).get(code)
        if face is not None:
            return face
    return system_face(code)


@lru_cache(maxsize=4096)
def system_face(code: int) -> Face | None:
    """Return a font of this machine for a character that the package's fonts lack, such as an ideograph."""
    found = find_system_font(code)
    if found is None:
        return None
    return Face(
        found.path, found.path.stem, False, False, found.upem, f"{found.path.stem}-{found.number}", found.number
    )


def first_face(family: str, bold: bool, italic: bool) -> Face:
    """Return the file with a stand-in's Latin letters."""
    return _faces(family, bold, italic)[0]


@cache
def _index() -> Mapping[tuple[str, bool, bool], list[dict[str, Any]]]:
    path = FONT_FOLDER / "index.json"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as problem:
        raise PrezentError(
            f"The fonts that slides are drawn with are missing from {FONT_FOLDER}.",
            hint="In a checkout, build them with: pip install -e . (needs Node; or run make demo).",
        ) from problem
    table: dict[tuple[str, bool, bool], list[dict[str, Any]]] = {}
    for entry in json.loads(text)["faces"]:
        table.setdefault((entry["family"], entry["weight"] >= 600, entry["style"] == "italic"), []).append(entry)
    for entries in table.values():
        entries.sort(key=lambda entry: (entry["script"] != "latin", entry["script"]))
    return table


def _entries(family: str, bold: bool, italic: bool) -> list[dict[str, Any]]:
    table = _index()
    for style in ((bold, italic), (bold, False), (False, italic), (False, False)):
        if (family, *style) in table:
            return table[(family, *style)]
    return table[("Arimo", bold, italic)]


@lru_cache(maxsize=128)
def _faces(family: str, bold: bool, italic: bool) -> tuple[Face, ...]:
    return tuple(
        Face(
            FONT_FOLDER / entry["file"],
            entry["family"],
            entry["weight"] >= 600,
            entry["style"] == "italic",
            entry["upem"],
            entry["file"].removesuffix(".ttf"),
        )
        for entry in _entries(family, bold, italic)
    )


@lru_cache(maxsize=128)
def _coverage(family: str, bold: bool, italic: bool) -> Mapping[int, Face]:
    covered: dict[int, Face] = {}
    for entry, face in zip(_entries(family, bold, italic), _faces(family, bold, italic), strict=True):
        for first, last in entry["ranges"]:
            for code in range(first, last + 1):
                covered.setdefault(code, face)
    return covered


__all__ = ["FALLBACKS", "FONT_FOLDER", "Face", "Twin", "face_for", "first_face", "font_files", "system_face", "twin"]
