"""Contrast of text against what really lies behind it, as WCAG 2.2 measures it."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping, Sequence

from prezent_widgets.deck.catalogue import Rect, open_presentation
from prezent_widgets.deck.office import Layout, etree
from prezent_widgets.deck.xml import A, Element, P, placeholder, points

Colour = tuple[float, float, float]
_SHEETS = ("rect", "roundRect", "homePlate", "chevron")
_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


def ratio(first: Colour, second: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3). Channels run from 0 to 1.

    Example:
        >>> round(ratio((0, 0, 0), (1, 1, 1)))
        21
    """
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def placeholder_contrasts(data: bytes) -> dict[tuple[str, str], tuple[float, float]]:
    """For each (layout, placeholder) with text: its contrast against the fill behind it, and its size in points.

    Reads solid theme and fixed colours; text on pictures and gradients is left out.
    """
    found: dict[tuple[str, str], tuple[float, float]] = {}
    for layout in open_presentation(data).slide_layouts:
        theme = theme_colours(layout)
        master = layout.slide_master._element
        art = [*(_art(master) if layout._element.get("showMasterSp") != "0" else ()), *_art(layout._element)]
        ground = ground_of(layout)
        for shape in layout._element.iter(f"{P}sp"):
            ph = placeholder(shape)
            if ph is None or ph.get("type") in ("pic", "chart", "tbl", "media", "dgm"):
                continue
            chain = [shape, *_masters(master, str(ph.get("type") or "obj"))]
            ink, size = _ink(chain, master, str(ph.get("type") or "obj"))
            behind = _behind(shape, chain, art, ground)
            front, back = resolve_colour(ink, theme), resolve_colour(behind, theme)
            if front is not None and back is not None:
                name = str(shape.find(f".//{P}cNvPr").get("name"))
                found[layout.name, name] = (ratio(front, back), size)
    return found


def theme_colours(layout: Layout) -> Mapping[str, Colour]:
    """The twelve colours of a layout's theme by slot (``accent1`` …), channels from 0 to 1."""
    for relationship in layout.slide_master.part.rels.values():
        if relationship.reltype.endswith("/theme"):
            scheme = etree.fromstring(relationship.target_part.blob).find(f".//{A}clrScheme")
            return {
                str(etree.QName(item).localname): _hex(str(item[0].get("lastClr") or item[0].get("val")))
                for item in scheme
            }
    return {}


def _hex(text: str) -> Colour:
    return int(text[0:2], 16) / 255, int(text[2:4], 16) / 255, int(text[4:6], 16) / 255


def resolve_colour(colour: Element | None, theme: Mapping[str, Colour]) -> Colour | None:
    """The colour of an ``a:schemeClr`` or ``a:srgbClr`` with its luminance modifiers."""
    if colour is None:
        return None
    value = str(colour.get("val"))
    base = theme.get(_MAP.get(value, value)) if colour.tag == f"{A}schemeClr" else _hex(value)
    if base is None:
        return None
    hue, light, saturation = colorsys.rgb_to_hls(*base)
    for change in colour:
        amount = int(change.get("val") or 0) / 100000
        name = etree.QName(change).localname
        light = light * amount if name == "lumMod" else light + amount if name == "lumOff" else light
    return colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)


def fill_of(parent: Element | None) -> Element | None:
    """The colour element of a solid fill, None when there is none."""
    found = parent.find(f"{A}solidFill") if parent is not None else None
    return found[0] if found is not None and len(found) else None


def ground_of(layout: Layout) -> Element | None:
    """The colour element of what slides of a layout stand on: its own background, else the master's."""
    own = _ground(layout._element)
    return own if own is not None else _ground(layout.slide_master._element)


def _ground(element: Element) -> Element | None:
    return fill_of(element.find(f"{P}cSld/{P}bg/{P}bgPr"))


def _art(element: Element) -> list[tuple[Rect, Element]]:
    """Filled rectangles and arrows that are no placeholders, in drawing order."""
    found: list[tuple[Rect, Element]] = []
    for shape in element.iter(f"{P}sp"):
        properties = shape.find(f"{P}spPr")
        geometry = properties.find(f"{A}prstGeom")
        fill = fill_of(properties)
        if placeholder(shape) is None and fill is not None and geometry is not None and geometry.get("prst") in _SHEETS:
            rect = _rect(shape)
            if rect is not None:
                found.append((rect, fill))
    return found


def _rect(shape: Element) -> Rect | None:
    xfrm = shape.find(f"{P}spPr/{A}xfrm")
    if xfrm is None:
        return None
    off, ext = xfrm.find(f"{A}off"), xfrm.find(f"{A}ext")
    return Rect(points(off.get("x")), points(off.get("y")), points(ext.get("cx")), points(ext.get("cy")))


def _masters(master: Element, kind: str) -> list[Element]:
    wanted = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}.get(kind, "body")
    return [
        shape
        for shape in master.iter(f"{P}sp")
        if (ph := placeholder(shape)) is not None and (ph.get("type") or "obj") == wanted
    ]


def _ink(chain: Sequence[Element], master: Element, kind: str) -> tuple[Element | None, float]:
    """Colour and size of first-level text."""
    style = (
        "titleStyle"
        if kind in ("title", "ctrTitle")
        else "otherStyle"
        if kind in ("dt", "ftr", "sldNum")
        else "bodyStyle"
    )
    runs = [shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr") for shape in chain]
    runs.append(master.find(f"{P}txStyles/{P}{style}/{A}lvl1pPr/{A}defRPr"))
    present = [run for run in runs if run is not None]
    ink = next((fill for fill in map(fill_of, present) if fill is not None), None)
    size = next((int(run.get("sz")) / 100 for run in present if run.get("sz")), 18.0)
    return ink, size


def _behind(
    shape: Element, chain: Sequence[Element], art: Sequence[tuple[Rect, Element]], ground: Element | None
) -> Element | None:
    own = fill_of(shape.find(f"{P}spPr"))
    if own is not None:
        return own
    place = next((rect for rect in map(_rect, chain) if rect is not None), None)
    if place is not None:
        for rect, fill in reversed(art):
            wide = min(rect.right, place.right) - max(rect.x, place.x)
            high = min(rect.bottom, place.bottom) - max(rect.y, place.y)
            if wide > 0 and high > 0 and wide * high > 0.5 * place.w * place.h:
                return fill
    return ground


__all__ = ["Colour", "fill_of", "ground_of", "placeholder_contrasts", "ratio", "resolve_colour", "theme_colours"]
