"""A theme: colours, fonts, and the fills, lines and effects that styles refer to (ECMA-376 part 1, 14.2.7, 20.1.6).

Example:
    >>> theme = read_theme(slide.theme_part)          # doctest: +SKIP
    >>> theme.font("+mn-lt")                          # doctest: +SKIP
    'Calibri'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from prezent_widgets.ooxml.color import ColorContext, Rgb
from prezent_widgets.ooxml.package import Part
from prezent_widgets.ooxml.xml import Element, attr, child, children, local

SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip

_OFFICE = ("000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47",
           "0563C1", "954F72")  # fmt: skip
OFFICE_COLORS: Mapping[str, Rgb] = {
    slot: (int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)) for slot, code in zip(SLOTS, _OFFICE, strict=True)
}
"""The Office theme of 2013 to 2022, for decks whose theme is missing or lacks a slot."""


@dataclass(frozen=True, slots=True)
class FontScheme:
    """The faces of one half of a font scheme; ``scripts`` maps ISO 15924 codes ("Jpan", "Arab") to faces."""

    latin: str = ""
    ea: str = ""
    cs: str = ""
    scripts: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, with the format scheme's elements as they stand in the file.

    ``fills``, ``lines``, ``effects`` and ``backgrounds`` are referred to by index from 1 (backgrounds from 1001);
    use `fill` and `line` for that. ``part`` resolves pictures used as fills; None for the stand-in theme.
    """

    name: str
    colors: Mapping[str, Rgb]
    major: FontScheme
    minor: FontScheme
    fills: tuple[Element, ...] = ()
    lines: tuple[Element, ...] = ()
    effects: tuple[Element, ...] = ()
    backgrounds: tuple[Element, ...] = ()
    part: Part | None = None

    def fill(self, index: int) -> Element | None:
        """Return the fill a ``fillRef`` or ``bgRef`` index means (20.1.4.2.10); None for "no fill" and out of range."""
        if 1 <= index <= len(self.fills):
            return self.fills[index - 1]
        if 1001 <= index <= 1000 + len(self.backgrounds):
            return self.backgrounds[index - 1001]
        return None

    def line(self, index: int) -> Element | None:
        """Return the ``a:ln`` a ``lnRef`` index means (20.1.4.2.19); None for "no line" and out of range."""
        return self.lines[index - 1] if 1 <= index <= len(self.lines) else None

    def effect(self, index: int) -> Element | None:
        """Return the ``a:effectStyle`` an ``effectRef`` index means (20.1.4.2.8); None when there is none."""
        return self.effects[index - 1] if 1 <= index <= len(self.effects) else None

    def font(self, typeface: str, script: str = "") -> str:
        """Resolve a typeface: "+mj-lt", "+mn-ea" … to the scheme's face, any other name to itself.

        An empty East Asian or complex face falls back to the one the theme names for ``script``, then to "".

        Example:
            >>> DEFAULT_THEME.font("+mn-lt"), DEFAULT_THEME.font("Georgia")
            ('Calibri', 'Georgia')
        """
        if len(typeface) != 6 or typeface[0] != "+" or typeface[3] != "-":
            return typeface
        scheme = self.major if typeface[1:3] == "mj" else self.minor
        face = {"lt": scheme.latin, "ea": scheme.ea, "cs": scheme.cs}.get(typeface[4:], "")
        return face or scheme.scripts.get(script, "")

    def context(self, mapping: Mapping[str, str] | None = None) -> ColorContext:
        """Return the meaning of scheme colours under a colour map (None: the usual one)."""
        return ColorContext(self.colors) if mapping is None else ColorContext(self.colors, mapping)


DEFAULT_THEME = Theme("Office", OFFICE_COLORS, FontScheme("Calibri Light"), FontScheme("Calibri"))
"""What a deck without a theme gets."""


def read_theme(part: Part | None) -> Theme:
    """Read a theme part; missing pieces come from the Office theme.

    Raises:
        PackageError: the part is damaged.
    """
    if part is None:
        return DEFAULT_THEME
    elements = child(part.xml, "a:themeElements")
    styles = child(elements, "a:fmtScheme")
    return Theme(
        name=attr(part.xml, "name", "") or "",
        colors=_colors(child(elements, "a:clrScheme")),
        major=_fonts(child(elements, "a:fontScheme", "a:majorFont"), DEFAULT_THEME.major),
        minor=_fonts(child(elements, "a:fontScheme", "a:minorFont"), DEFAULT_THEME.minor),
        fills=tuple(children(child(styles, "a:fillStyleLst"))),
        lines=tuple(children(child(styles, "a:lnStyleLst"))),
        effects=tuple(children(child(styles, "a:effectStyleLst"))),
        backgrounds=tuple(children(child(styles, "a:bgFillStyleLst"))),
        part=part,
    )


def _colors(scheme: Element | None) -> dict[str, Rgb]:
    plain = ColorContext(OFFICE_COLORS)
    found = dict(OFFICE_COLORS)
    for each in children(scheme):
        color = plain.color(each)
        if color is not None:
            found[local(each)] = (color.r, color.g, color.b)
    return found


def _fonts(element: Element | None, default: FontScheme) -> FontScheme:
    if element is None:
        return default
    faces = {local(each): each.get("typeface") or "" for each in children(element, "a:latin", "a:ea", "a:cs")}
    scripts = {each.get("script") or "": each.get("typeface") or "" for each in children(element, "a:font")}
    return FontScheme(faces.get("latin") or default.latin, faces.get("ea", ""), faces.get("cs", ""), scripts)


__all__ = ["DEFAULT_THEME", "OFFICE_COLORS", "SLOTS", "FontScheme", "Theme", "read_theme"]
