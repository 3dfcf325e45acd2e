"""What a shape is painted with: its own fill and line, its placeholder's, or its style's (ECMA-376 part 1, 20.1.4).

An answer carries the context it must be read in: a theme's fill has ``phClr`` for the colour of the reference, and
its pictures belong to the theme's part.

Example:
    >>> fill = shape_fill(shape, slide)                          # doctest: +SKIP
    >>> fill.colors.color(fill.element).hex                      # doctest: +SKIP
    '4472C4'
"""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.ooxml.color import ColorContext
from prezent_widgets.ooxml.package import Part
from prezent_widgets.ooxml.placeholders import placeholder_chain
from prezent_widgets.ooxml.presentation import Page
from prezent_widgets.ooxml.text import FILLS
from prezent_widgets.ooxml.units import EMU_PER_PT, parse_emu, parse_number
from prezent_widgets.ooxml.xml import Element, attr, child, children


@dataclass(frozen=True, slots=True)
class Painted:
    """A fill, a line or an effect list: the element, what its colours mean, and the part its pictures are in."""

    element: Element
    colors: ColorContext
    part: Part | None


@dataclass(frozen=True, slots=True)
class LineProps:
    """A line, each property looked up for itself: ``width`` in points, ``fill`` None when nothing says.

    ``dash`` is the preset's name; ``custom_dash`` are (dash, gap) pairs in multiples of the width. ``head`` and
    ``tail`` are (type, width, length) of the line's ends, type "none" for a plain end.
    """

    width: float = 0.75
    fill: Painted | None = None
    dash: str = "solid"
    custom_dash: tuple[tuple[float, float], ...] = ()
    cap: str = "flat"
    join: str = "round"
    compound: str = "sng"
    head: tuple[str, str, str] = ("none", "med", "med")
    tail: tuple[str, str, str] = ("none", "med", "med")


def shape_fill(shape: Element, page: Page) -> Painted | None:
    """Return what a shape is filled with; None when nothing says (then there is no fill).

    An ``a:grpFill`` answer means: the group's fill. A picture's own picture is not its fill.
    """
    for properties in _properties(shape, page):
        for fill in children(properties, *FILLS):
            return Painted(fill, page.colors, page.part)
    reference = _reference(shape, page, "a:fillRef")
    if reference is None:
        return None
    element = page.theme.fill(_index(reference))
    return None if element is None else _from_theme(element, reference, page)


def shape_line(shape: Element, page: Page) -> LineProps | None:
    """Return a shape's outline; None when nothing says one or it is switched off."""
    lines = [found for found in (child(each, "a:ln") for each in _properties(shape, page)) if found is not None]
    chain = [Painted(each, page.colors, page.part) for each in lines]
    reference = _reference(shape, page, "a:lnRef")
    themed = None if reference is None else page.theme.line(_index(reference))
    if themed is not None:
        chain.append(_from_theme(themed, reference, page))
    return read_line(chain)


def read_line(chain: list[Painted]) -> LineProps | None:
    """Read a line from ``a:ln`` elements, nearest first (20.1.2.2.24); None when it has no fill."""
    fill = next((Painted(each, p.colors, p.part) for p in chain for each in children(p.element, *FILLS)), None)
    if fill is None or fill.element.tag.endswith("}noFill"):
        return None
    elements = [each.element for each in chain]

    def first(name: str) -> str | None:
        return next((found for found in (each.get(name) for each in elements) if found is not None), None)

    def nearest(*names: str) -> Element | None:
        return next((found for each in elements for found in children(each, *names)), None)

    dash = nearest("a:prstDash", "a:custDash")
    join = nearest("a:round", "a:bevel", "a:miter")
    return LineProps(
        width=max(0, parse_emu(first("w"), 9525)) / EMU_PER_PT,
        fill=fill,
        dash=attr(dash, "val", "solid") or "solid",
        custom_dash=_custom_dash(dash),
        cap=first("cap") or "flat",
        join="round" if join is None else join.tag.rpartition("}")[2],
        compound=first("cmpd") or "sng",
        head=_end(nearest("a:headEnd")),
        tail=_end(nearest("a:tailEnd")),
    )


def shape_effects(shape: Element, page: Page) -> Painted | None:
    """Return a shape's ``a:effectLst``: its own (which may be empty: none), or its style's."""
    for properties in _properties(shape, page):
        effects = child(properties, "a:effectLst")
        if effects is not None:
            return Painted(effects, page.colors, page.part)
    reference = _reference(shape, page, "a:effectRef")
    style = None if reference is None else page.theme.effect(_index(reference))
    effects = child(style, "a:effectLst")
    return None if effects is None else _from_theme(effects, reference, page)


def shape_depths(shape: Element, page: Page) -> list[Element]:
    """Return what may hold a shape's ``a:scene3d`` and ``a:sp3d``, nearest first; its style's effects come last."""
    reference = _reference(shape, page, "a:effectRef")
    style = None if reference is None else page.theme.effect(_index(reference))
    return [*_properties(shape, page), *([] if style is None else [style])]


def background(page: Page) -> Painted | None:
    """Return a page's background fill, its own or the nearest behind it (19.3.1.1); None when nothing says."""
    for each in (page, *page.ancestors):
        element = child(each.xml, "p:cSld", "p:bg")
        if element is None:
            continue
        for fill in children(child(element, "p:bgPr"), *FILLS):
            return Painted(fill, page.colors, each.part)
        reference = child(element, "p:bgRef")
        themed = None if reference is None else page.theme.fill(_index(reference))
        if themed is not None:
            return _from_theme(themed, reference, page)
    return None


def _properties(shape: Element, page: Page) -> list[Element]:
    found = (child(each, "p:spPr") for each in placeholder_chain(shape, page))
    group = child(shape, "p:grpSpPr")
    return [each for each in found if each is not None] + ([] if group is None else [group])


def _reference(shape: Element, page: Page, name: str) -> Element | None:
    found = (child(each, "p:style", name) for each in placeholder_chain(shape, page))
    return next((each for each in found if each is not None), None)


def _index(reference: Element) -> int:
    return int(parse_number(reference.get("idx")))


def _from_theme(element: Element, reference: Element | None, page: Page) -> Painted:
    color = page.colors.color(reference)
    return Painted(element, page.colors.with_placeholder(color), page.theme.part)


def _custom_dash(dash: Element | None) -> tuple[tuple[float, float], ...]:
    stops = children(dash, "a:ds")
    return tuple((parse_number(each.get("d")) / 1e5, parse_number(each.get("sp")) / 1e5) for each in stops)


def _end(element: Element | None) -> tuple[str, str, str]:
    if element is None:
        return ("none", "med", "med")
    return (element.get("type") or "none", element.get("w") or "med", element.get("len") or "med")


__all__ = [
    "LineProps",
    "Painted",
    "background",
    "read_line",
    "shape_depths",
    "shape_effects",
    "shape_fill",
    "shape_line",
]
