"""What text looks like once every level of inheritance has spoken (ECMA-376 part 1, 21.1.2, 19.3.1.51, 19.2.1.8).

A run's size may stand in the run, in the shape's list style, in the layout's or the master's placeholder, in the
master's title, body or other style, or in the presentation's default text style. The first that says it wins.

Example:
    >>> styles = text_styles(shape, slide)                           # doctest: +SKIP
    >>> styles.run(run.find(qn("a:rPr")), level=0).size              # doctest: +SKIP
    44.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from prezent_widgets.ooxml.bullets import Bullet, read_bullet
from prezent_widgets.ooxml.color import Color, ColorContext
from prezent_widgets.ooxml.placeholders import placeholder, placeholder_chain
from prezent_widgets.ooxml.presentation import Page
from prezent_widgets.ooxml.theme import Theme
from prezent_widgets.ooxml.units import ZERO, Emu, parse_bool, parse_emu, parse_fraction, parse_number
from prezent_widgets.ooxml.xml import Element, attr, child, children, local, make

FILLS = ("a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill")
DEFAULT_SIZE = 18.0


@dataclass(frozen=True, slots=True)
class Spacing:
    """A distance between lines or paragraphs: ``fraction`` of a line, or ``points`` when that is not None."""

    fraction: float = 0.0
    points: float | None = None


_SINGLE, _NONE, _NO_BULLET, _INCH = Spacing(1.0), Spacing(), Bullet(), Emu(914_400)


@dataclass(frozen=True, slots=True)
class ParagraphProps:
    """A paragraph's effective properties; lengths in EMU, ``level`` from 0, ``tabs`` as (position, alignment)."""

    level: int = 0
    align: str = "l"
    margin_left: Emu = ZERO
    margin_right: Emu = ZERO
    indent: Emu = ZERO
    rtl: bool = False
    line_spacing: Spacing = _SINGLE
    space_before: Spacing = _NONE
    space_after: Spacing = _NONE
    bullet: Bullet = _NO_BULLET
    tabs: tuple[tuple[Emu, str], ...] = ()
    default_tab: Emu = _INCH


@dataclass(frozen=True, slots=True)
class RunProps:
    """A run's effective properties: ``size`` and ``spacing`` in points, faces resolved through the theme.

    ``color`` is the solid colour, None when the run has no fill; ``fill`` the element when it is a gradient, a
    pattern or a picture; ``effects`` the effect list, if it has one. ``baseline`` is the shift as a fraction of the
    size, positive up. ``link`` is the relationship id of a hyperlink.
    """

    size: float = DEFAULT_SIZE
    bold: bool = False
    italic: bool = False
    underline: str = "none"
    strike: bool = False
    caps: Literal["none", "small", "all"] = "none"
    baseline: float = 0.0
    spacing: float = 0.0
    latin: str = ""
    east_asian: str = ""
    complex_script: str = ""
    symbol: str = ""
    color: Color | None = None
    fill: Element | None = None
    highlight: Color | None = None
    link: str = ""
    language: str = ""
    effects: Element | None = None


@dataclass(frozen=True, slots=True)
class TextStyles:
    """The styles behind one text body, ready to answer for its paragraphs and runs.

    Args:
        lists: List styles (``a:lstStyle``, ``p:titleStyle`` …), nearest first.
        colors: What scheme colours mean here.
        theme: For the faces.
        own: How many of ``lists`` stand in the shape itself, before its ``p:style``.
        font_ref: The ``a:fontRef`` of the shape's style, if it has one.
    """

    lists: tuple[Element, ...]
    colors: ColorContext
    theme: Theme
    own: int = 0
    font_ref: Element | None = None

    def paragraph(self, properties: Element | None) -> ParagraphProps:
        """Return a paragraph's effective properties, from its ``a:pPr`` (None when it has none)."""
        level = paragraph_level(properties)
        chain = self._chain(properties, level)
        size = _first(chain, "defTabSz")
        return ParagraphProps(
            level=level,
            align=_first(chain, "algn") or "l",
            margin_left=parse_emu(_first(chain, "marL")),
            margin_right=parse_emu(_first(chain, "marR")),
            indent=parse_emu(_first(chain, "indent")),
            rtl=parse_bool(_first(chain, "rtl")),
            line_spacing=_spacing(_first_child(chain, "a:lnSpc"), 1.0),
            space_before=_spacing(_first_child(chain, "a:spcBef"), 0.0),
            space_after=_spacing(_first_child(chain, "a:spcAft"), 0.0),
            bullet=read_bullet(chain, self.colors, self.theme),
            tabs=_tabs(_first_child(chain, "a:tabLst")),
            default_tab=parse_emu(size, 914_400) if parse_emu(size, 914_400) > 0 else Emu(914_400),
        )

    def run(self, properties: Element | None, level: int = 0) -> RunProps:
        """Return a run's effective properties.

        Args:
            properties: The run's ``a:rPr`` (or ``a:endParaRPr``, or ``a:fld``'s), None when it has none.
            level: The paragraph's level, from 0.
        """
        defaults = [child(each, "a:defRPr") for each in self._chain(None, level)]
        chain = ([properties] if properties is not None else []) + [each for each in defaults if each is not None]
        color, fill = self._fill(properties, level, chain)
        caps = _first(chain, "cap")
        highlight = child(properties, "a:highlight")
        return RunProps(
            size=max(1.0, min(4000.0, parse_number(_first(chain, "sz"), DEFAULT_SIZE * 100) / 100)),
            bold=parse_bool(_first(chain, "b")),
            italic=parse_bool(_first(chain, "i")),
            underline=_first(chain, "u") or "none",
            strike=(_first(chain, "strike") or "noStrike") != "noStrike",
            caps="all" if caps == "all" else "small" if caps == "small" else "none",
            baseline=parse_fraction(_first(chain, "baseline")),
            spacing=parse_number(_first(chain, "spc")) / 100,
            latin=self._face(chain, "a:latin", "lt"),
            east_asian=self._face(chain, "a:ea", "ea"),
            complex_script=self._face(chain, "a:cs", "cs"),
            symbol=self._face(chain[:1] if properties is not None else [], "a:sym", ""),
            color=color,
            fill=fill,
            highlight=self.colors.color(highlight),
            link=attr(child(properties, "a:hlinkClick"), "r:id", "") or "",
            language=_first(chain, "lang") or "",
            effects=_first_child(chain, "a:effectLst"),
        )

    def _chain(self, properties: Element | None, level: int) -> list[Element]:
        """Return the level's properties, nearest first; a list style's defPPr speaks after its level."""
        found: list[Element] = [] if properties is None else [properties]
        for each in self.lists:
            found += [level_of for level_of in (child(each, f"a:lvl{level + 1}pPr"),) if level_of is not None]
        found += [each for each in (child(styles, "a:defPPr") for styles in self.lists) if each is not None]
        return found

    def _fill(
        self, properties: Element | None, level: int, chain: list[Element]
    ) -> tuple[Color | None, Element | None]:
        near = [] if properties is None else [properties]
        for each in self.lists[: self.own]:
            own = child(each, f"a:lvl{level + 1}pPr", "a:defRPr")
            near += [] if own is None else [own]
        fill = _first_fill(near)
        if fill is None:
            styled = self.colors.color(self.font_ref)
            if styled is not None:
                return styled, None
            fill = _first_fill(chain)
        if fill is None:
            return Color(*self.colors.slot("tx1")), None
        if local(fill) == "noFill":
            return None, None
        if local(fill) == "solidFill":
            return self.colors.color(fill, Color(*self.colors.slot("tx1"))), None
        stop = child(fill, "a:gsLst", "a:gs")
        return self.colors.color(stop, Color(*self.colors.slot("tx1"))), fill

    def _face(self, chain: list[Element], name: str, script: str) -> str:
        element = _first_child(chain, name)
        face = attr(element, "typeface", "") or ""
        if script and self.font_ref is not None and not _says(chain, name, self.own + 1):
            half = {"major": "mj", "minor": "mn"}.get(self.font_ref.get("idx") or "", "")
            face = f"+{half}-{script}" if half else face
        if not face and script == "lt":
            face = "+mn-lt"
        return self.theme.font(face)


def text_styles(shape: Element, page: Page) -> TextStyles:
    """Return the styles behind a shape's text, on a slide, a layout or a master."""
    chain = placeholder_chain(shape, page)
    lists = [style for style in (child(each, "p:txBody", "a:lstStyle") for each in chain) if style is not None]
    own = 1 if child(shape, "p:txBody", "a:lstStyle") is not None else 0
    identity = placeholder(shape)
    default = child(page.deck.xml, "p:defaultTextStyle")
    master = None if page.master is None else child(page.master.xml, "p:txStyles")
    other = child(master, "p:otherStyle")
    if identity is None:
        further = [default, other]
    else:
        style = {"title": "p:titleStyle", "body": "p:bodyStyle"}.get(identity.role)
        further = [child(master, style) if style else other, default]
    return TextStyles(
        lists=(*lists, *(each for each in further if each is not None)),
        colors=page.colors,
        theme=page.theme,
        own=own,
        font_ref=child(shape, "p:style", "a:fontRef"),
    )


def table_styles(
    body: Element | None, page: Page, color: Color | None = None, bold: bool | None = None, italic: bool | None = None
) -> TextStyles:
    """Return the styles behind a table cell's text.

    Args:
        body: The cell's ``a:txBody``.
        page: The page the table is on.
        color: What the table style paints the text in; None when it does not say.
        bold: Whether the table style makes it bold; None when it does not say.
        italic: Whether the table style makes it italic; None when it does not say.
    """
    master = None if page.master is None else child(page.master.xml, "p:txStyles", "p:otherStyle")
    own, styled = child(body, "a:lstStyle"), _list_style(color, bold, italic)
    known = (own, styled, child(page.deck.xml, "p:defaultTextStyle"), master)
    return TextStyles(tuple(each for each in known if each is not None), page.colors, page.theme)


@lru_cache(maxsize=64)
def _list_style(color: Color | None, bold: bool | None, italic: bool | None) -> Element:
    """Return what a table style says about text as the list style it stands for."""
    flags = {name: "1" if flag else "0" for name, flag in (("b", bold), ("i", italic)) if flag is not None}
    style = make("a:lstStyle")
    for level in range(1, 10):
        run = make("a:defRPr", **flags)
        if color is not None:
            alpha = [make("a:alpha", val=str(round(color.alpha * 100_000)))] if color.alpha < 1 else []
            run.append(make("a:solidFill", make("a:srgbClr", *alpha, val=color.hex)))
        style.append(make(f"a:lvl{level}pPr", run))
    return style


def paragraph_level(properties: Element | None) -> int:
    """Return a paragraph's level from 0 to 8."""
    return max(0, min(8, int(parse_number(attr(properties, "lvl")))))


def _first(chain: list[Element], name: str) -> str | None:
    return next((found for found in (each.get(name) for each in chain) if found is not None), None)


def _first_child(chain: list[Element], name: str) -> Element | None:
    return next((found for found in (child(each, name) for each in chain) if found is not None), None)


def _first_fill(chain: list[Element]) -> Element | None:
    return next((fill for each in chain for fill in children(each, *FILLS)), None)


def _says(chain: list[Element], name: str, count: int) -> bool:
    return any(child(each, name) is not None for each in chain[:count])


def _spacing(element: Element | None, default: float) -> Spacing:
    percent, points = child(element, "a:spcPct"), child(element, "a:spcPts")
    if points is not None:
        return Spacing(0.0, max(0.0, parse_number(points.get("val")) / 100))
    return Spacing(max(0.0, parse_fraction(attr(percent, "val"), default)))


def _tabs(element: Element | None) -> tuple[tuple[Emu, str], ...]:
    stops = ((parse_emu(each.get("pos")), each.get("algn") or "l") for each in children(element, "a:tab"))
    return tuple(sorted(stops))


def runs(paragraph: Element) -> Iterator[Element]:
    """Yield a paragraph's ``a:r``, ``a:br`` and ``a:fld`` in order."""
    yield from children(paragraph, "a:r", "a:br", "a:fld")


__all__ = [
    "DEFAULT_SIZE",
    "FILLS",
    "ParagraphProps",
    "RunProps",
    "Spacing",
    "TextStyles",
    "paragraph_level",
    "runs",
    "table_styles",
    "text_styles",
]
