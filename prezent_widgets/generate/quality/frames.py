"""Charts and tables as written: the sizes of their text, and its contrast against what lies behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prezent_widgets.deck.contrast import Colour, fill_of, ground_of, ratio, resolve_colour, theme_colours
from prezent_widgets.deck.office import Slide, etree
from prezent_widgets.deck.xml import A, C, Element, identity

_INSIDE = ("ctr", "inEnd", "inBase")
_HEAD, _WHOLE = "firstRow", "wholeTbl"


@dataclass(frozen=True, slots=True)
class FrameText:
    """Text of a chart or table: where it stands, its size in points (None: inherited) and contrast (None: unknown)."""

    name: str
    place: str
    size: float | None
    contrast: float | None


def frame_texts(slide: Slide) -> tuple[FrameText, ...]:
    """The kinds of text in every chart and table of a slide, each named once."""
    theme = theme_colours(slide.slide_layout)
    ground = resolve_colour(ground_of(slide.slide_layout), theme)
    found: dict[tuple[str, str, float | None, float | None], FrameText] = {}
    for shape in slide.shapes:
        name = str(identity(shape._element).get("name") or "")
        if shape.has_chart:
            texts = _chart(name, shape.chart.part._element, theme, ground)
        elif shape.has_table:
            texts = _table(name, shape._element, _style(slide, shape._element), theme, ground)
        else:
            continue
        for text in texts:
            found[text.name, text.place, text.size, text.contrast] = text
    return tuple(found.values())


def _size(run: Element | None) -> float | None:
    return int(run.get("sz")) / 100 if run is not None and run.get("sz") else None


def _chart(name: str, space: Element, theme: Mapping[str, Colour], ground: Colour | None) -> Iterator[FrameText]:
    for body in space.iter(f"{C}txPr", f"{C}rich"):
        run = next(iter(body.iter(f"{A}defRPr")), None)
        ink = resolve_colour(fill_of(run), theme)
        label = next((item for item in body.iterancestors(f"{C}dLbl", f"{C}dLbls")), None)
        behind = ground if label is None else _mark(label, theme, ground)
        contrast = ratio(ink, behind) if ink is not None and behind is not None else None
        yield FrameText(name, "labels" if label is None else "values", _size(run), contrast)


def _mark(label: Element, theme: Mapping[str, Colour], ground: Colour | None) -> Colour | None:
    """What lies behind a value: the slide for one beside its mark, the mark's own fill for one on it."""
    series = next(label.iterancestors(f"{C}ser"), None)
    place = label.find(f"{C}dLblPos")
    ring = next(label.iterancestors(f"{C}doughnutChart", f"{C}pieChart"), None)
    if series is None or (ring is None and (place is None or place.get("val") not in _INSIDE)):
        return ground
    index = label.find(f"{C}idx")
    if index is None and ring is not None:
        return None  # each slice has a label of its own
    wanted = index.get("val") if index is not None else ""
    point = next((item for item in series.findall(f"{C}dPt") if item.find(f"{C}idx").get("val") == wanted), None)
    fill = fill_of(point.find(f"{C}spPr")) if point is not None else None
    return resolve_colour(fill if fill is not None else fill_of(series.find(f"{C}spPr")), theme)


def _style(slide: Slide, frame: Element) -> Element | None:
    """The table's style, when the package holds it (Office's built-in ones are known by id alone)."""
    wanted = frame.findtext(f".//{A}tableStyleId")
    for relationship in slide.part.package.presentation_part.rels.values():
        if relationship.reltype.endswith("/tableStyles"):
            styles = etree.fromstring(relationship.target_part.blob)
            return next((style for style in styles if style.get("styleId") == wanted), None)
    return None


def _table(
    name: str, frame: Element, style: Element | None, theme: Mapping[str, Colour], ground: Colour | None
) -> Iterator[FrameText]:
    headed = frame.find(f".//{A}tblPr").get("firstRow") == "1"
    for number, row in enumerate(frame.iter(f"{A}tr")):
        part = _HEAD if headed and number == 0 else _WHOLE
        ink, sheet = _part_colours(style, part, theme)
        for cell in row.iter(f"{A}tc"):
            run = next(iter(cell.iter(f"{A}rPr")), None)
            own = resolve_colour(fill_of(run), theme)
            own_sheet = resolve_colour(fill_of(cell.find(f"{A}tcPr")), theme)
            front, back = own or ink, own_sheet or sheet or ground
            contrast = ratio(front, back) if front is not None and back is not None else None
            yield FrameText(name, "head row" if part == _HEAD else "cells", _size(run), contrast)


def _part_colours(style: Element | None, part: str, theme: Mapping[str, Colour]) -> tuple[Colour | None, Colour | None]:
    found = style.find(f"{A}{part}") if style is not None else None
    if found is None:
        return None, None
    inks = [item for item in found.find(f"{A}tcTxStyle") if item.tag in (f"{A}schemeClr", f"{A}srgbClr")]
    fill = found.find(f"{A}tcStyle/{A}fill")
    return resolve_colour(inks[0] if inks else None, theme), resolve_colour(fill_of(fill), theme)


__all__ = ["FrameText", "frame_texts"]
