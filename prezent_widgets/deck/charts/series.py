"""The marks of a chart: colours, emphasis, and values where the eye is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from prezent_widgets.deck.charts.labelled import labelled
from prezent_widgets.deck.charts.xml import (
    child,
    clear,
    groups,
    no_fill,
    number_format,
    shape_properties,
    text_properties,
)
from prezent_widgets.deck.office import etree
from prezent_widgets.deck.xml import C, Element

if TYPE_CHECKING:
    from prezent_widgets.deck.charts.chart import ChartSpec

ACCENTS = ("accent1", "accent5", "accent3", "accent4", "accent2", "accent6")
"""In the order in which the next one differs most from those before it, in each of our themes (distance in Oklab)."""
REFERENCE = "tx1 lumMod=75 lumOff=25"
QUIET = ("tx1 lumMod=40 lumOff=60", "tx1 lumMod=25 lumOff=75", "tx1 lumMod=50 lumOff=50", "tx1 lumMod=15 lumOff=85")
QUIET_SERIES = (
    "tx1 lumMod=40 lumOff=60",
    "accent3 lumMod=60 lumOff=40",
    "accent5 lumMod=60 lumOff=40",
    "accent4 lumMod=60 lumOff=40",
    "tx1 lumMod=20 lumOff=80",
)


def series_colours(spec: ChartSpec) -> list[str]:
    """A theme colour for each series; with one highlighted, the others step back."""
    count = len(spec.series)
    if spec.highlight is not None and count > 1:
        chosen = spec.highlight[0]
        quiet = iter(QUIET_SERIES * (count // len(QUIET_SERIES) + 1))
        return ["accent1" if number == chosen else next(quiet) for number in range(count)]
    if count == 1:
        return [
            QUIET[0]
            if spec.highlight is not None and spec.highlight[1] is not None and spec.kind != "line"
            else "accent1"
        ]
    return [ACCENTS[number % len(ACCENTS)] for number in range(count)]


def style_series(plot: Element, spec: ChartSpec) -> None:
    """Colour and label every series of bars, lines or points."""
    colours = series_colours(spec)
    for group in groups(plot):
        for series in group.findall(f"{C}ser"):
            number = int(series.find(f"{C}idx").get("val"))
            reference = number >= len(spec.series)
            paint = REFERENCE if reference else colours[number]
            emphasised = spec.highlight is not None and spec.highlight[0] == number
            if group.tag in (f"{C}lineChart", f"{C}scatterChart"):
                _style_line(series, spec, paint, emphasised=emphasised, reference=reference, number=number)
            else:
                _style_bars(series, spec, paint, emphasised=emphasised, number=number)


def _style_bars(series: Element, spec: ChartSpec, paint: str, *, emphasised: bool, number: int) -> None:
    clear(series, "spPr", "dPt", "dLbls")
    shape_properties(series, fill=paint)
    point = spec.highlight[1] if spec.highlight is not None and emphasised else None
    if point is not None:
        _point(series, point, fill="accent1")
    if not labelled(spec):
        return
    stacked = spec.kind in ("stacked_column", "stacked_bar", "share_column")
    if spec.reference is not None and not stacked:
        # the axis stands there too: values above the bars would run into the line, so only the one that counts is said
        last = max((index for index, value in enumerate(spec.series[number][1]) if value is not None), default=-1)
        _one_label(series, spec, last if point is None else point, full=point is not None or "lumOff" not in paint)
    else:
        _labels(series, spec, place="ctr" if stacked else "outEnd", paint=paint, accent=point)


def _style_line(
    series: Element, spec: ChartSpec, paint: str, *, emphasised: bool, reference: bool, number: int
) -> None:
    clear(series, "spPr", "marker", "dPt", "dLbls", "smooth")
    scatter = spec.kind == "scatter"
    if reference:
        shape_properties(series, line=paint, width=1.5, dash="dash")
        _marker(series, "", 0)
    elif scatter:
        shape_properties(series, line="", width=1.0)
        _marker(series, paint, 7)
    else:
        alone = len(spec.series) == 1
        shape_properties(series, line=paint, width=3.25 if emphasised or alone else 2.5)
        few = len(spec.categories) <= 8
        _marker(series, paint if few else "", 7 if few else 0)
        _mark_points(series, spec, paint, emphasised=emphasised or alone, number=number)
    tail = etree.Element(f"{C}smooth", val="0")
    series.append(tail)


def _mark_points(series: Element, spec: ChartSpec, paint: str, *, emphasised: bool, number: int) -> None:
    """Label what the eye needs on a line: the highlighted point, and the last one of an emphasised series."""
    values = spec.series[number][1]
    last = _last(values)
    point = spec.highlight[1] if spec.highlight is not None and spec.highlight[0] == number else None
    ends = "" if emphasised or spec.highlight is not None else end_place(spec, number)
    chosen = {index for index in (point, last if emphasised or ends else None) if index is not None and index >= 0}
    if point is not None and abs(last - point) * spec.box[0] < 44 * len(spec.categories):
        chosen.discard(last if last != point else -1)  # two labels side by side would run into each other
    if not chosen:
        return
    if point is not None:
        _point(series, point, marker=paint)
    labels = etree.Element(f"{C}dLbls")
    for index in sorted(chosen):
        _label(labels, spec, index, place=ends or _side(values, index), ink="tx1")
    _show(labels, value=False)
    _insert(series, labels)


def _last(values: Sequence[float | None]) -> int:
    """The place of the last value there is; -1 for none."""
    return max((index for index, value in enumerate(values) if value is not None), default=-1)


def end_place(spec: ChartSpec, number: int) -> str:
    """Where the last value of one of several equal lines is said: above, below, or ("") not at all.

    The label of a line goes away from the nearest other end, and is left out where neither side has room for it.
    """
    known = [value for _, values in spec.series for value in values if value is not None]
    ends = [values[_last(values)] if _last(values) >= 0 else None for _, values in spec.series]
    here = ends[number]
    if here is None:
        return ""
    # What a label takes of the height of the plot, which is some two thirds of the chart, in units of the values.
    needed = 1.5 * spec.size * ((max(known) - min(min(known), 0.0)) or 1.0) / (0.65 * spec.box[1])
    # Of two that end alike the first counts as the higher.
    others = [
        (value - here, place < number) for place, value in enumerate(ends) if place != number and value is not None
    ]
    above = min((gap for gap, first in others if gap > 0 or (gap == 0 and first)), default=None)
    below = min((-gap for gap, first in others if gap < 0 or (gap == 0 and not first)), default=None)
    if above is None or above > 2 * needed:
        return "t"
    return "b" if below is None or below > 2 * needed else ""


def _side(values: Sequence[float | None], index: int) -> str:
    """Above the point, below it where the line comes down to it: the label keeps off the line."""
    here = values[index]
    beside = [values[other] for other in (index - 1, index + 1) if 0 <= other < len(values)]
    higher = [value for value in beside if value is not None and here is not None and value > here]
    return "b" if higher and len(higher) == len(beside) else "t"


def _marker(series: Element, paint: str, size: int) -> None:
    marker = etree.Element(f"{C}marker")
    child(marker, "symbol").set("val", "circle" if paint else "none")
    if paint:
        child(marker, "size").set("val", str(size))
        shape_properties(marker, fill=paint, line="bg1", width=0.75)
    series.find(f"{C}spPr").addnext(marker)


def _point(series: Element, index: int, *, fill: str = "", marker: str = "") -> None:
    point = etree.Element(f"{C}dPt")
    child(point, "idx").set("val", str(index))
    if marker:
        mark = child(point, "marker")
        child(mark, "symbol").set("val", "circle")
        child(mark, "size").set("val", "10")
        shape_properties(mark, fill=marker, line="bg1", width=1.0)
    else:
        child(point, "invertIfNegative").set("val", "0")
    child(point, "bubble3D").set("val", "0")
    if fill:
        shape_properties(point, fill=fill)
    _insert(series, point)


def _labels(series: Element, spec: ChartSpec, *, place: str, paint: str, accent: int | None) -> None:
    """Values at the marks; inside a mark the ink follows the mark's colour, also that of an accented point."""
    inside = place != "outEnd"
    labels = etree.Element(f"{C}dLbls")
    if inside and accent is not None:
        _label(labels, spec, accent, place=place, ink="bg1")
    labels.append(number_format(spec.number_format))
    child(labels, "spPr").append(no_fill())
    labels.append(text_properties(spec.size, _ink(paint) if inside else "tx1", bold=not inside))
    child(labels, "dLblPos").set("val", place)
    _show(labels, value=True)
    _insert(series, labels)


def _one_label(series: Element, spec: ChartSpec, index: int, *, full: bool) -> None:
    """The value of a single bar, inside its end; ``full`` says that the bar has a full colour."""
    if index < 0:
        return
    labels = etree.Element(f"{C}dLbls")
    _label(labels, spec, index, place="inEnd", ink="bg1" if full else "tx1")
    _show(labels, value=False)
    _insert(series, labels)


def _label(labels: Element, spec: ChartSpec, index: int, *, place: str, ink: str) -> None:
    """The label of one point (``c:dLbl``), bold."""
    label = etree.SubElement(labels, f"{C}dLbl")
    child(label, "idx").set("val", str(index))
    label.append(number_format(spec.number_format))
    child(label, "spPr").append(no_fill())
    label.append(text_properties(spec.size, ink, bold=True))
    child(label, "dLblPos").set("val", place)
    _show(label, value=True)


def _ink(paint: str) -> str:
    """Text on a mark: light on full colours, dark on tints."""
    return "tx1" if "lumOff" in paint else "bg1"


def _show(labels: Element, *, value: bool, percent: bool = False) -> None:
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        wanted = (value and name == "showVal") or (percent and name == "showPercent")
        child(labels, name).set("val", "1" if wanted else "0")


def _slice_colours(count: int, chosen: int | None) -> list[str]:
    """A colour for each slice; beside a chosen one the others are quiet."""
    if chosen is None:
        return [ACCENTS[index % len(ACCENTS)] for index in range(count)]
    quiet = iter(QUIET * (count // len(QUIET) + 1))
    return ["accent1" if index == chosen else next(quiet) for index in range(count)]


def style_slices(plot: Element, spec: ChartSpec) -> None:
    """Colour the slices of a ring, with shares on them."""
    series = plot.find(f".//{C}ser")
    clear(series, "dPt", "dLbls", "spPr")
    shape_properties(series, line="bg1", width=1.5)
    chosen = spec.highlight[1] if spec.highlight is not None else None
    paints = _slice_colours(len(spec.categories), chosen)
    for index, paint in enumerate(paints):
        point = etree.Element(f"{C}dPt")
        child(point, "idx").set("val", str(index))
        child(point, "bubble3D").set("val", "0")
        shape_properties(point, fill=paint, line="bg1", width=1.5)
        _insert(series, point)
    labels = etree.Element(f"{C}dLbls")
    for index, paint in enumerate(paints):
        label = etree.SubElement(labels, f"{C}dLbl")
        child(label, "idx").set("val", str(index))
        label.append(number_format("0%"))
        child(label, "spPr").append(no_fill())
        label.append(text_properties(spec.size, _ink(paint), bold=True))
        _show(label, value=False, percent=True)
    labels.append(number_format("0%"))
    child(labels, "spPr").append(no_fill())
    labels.append(text_properties(spec.size, "bg1", bold=True))
    _show(labels, value=False, percent=True)
    child(labels, "showLeaderLines").set("val", "0")
    _insert(series, labels)


def _insert(series: Element, new: Element) -> None:
    """Points come before labels, labels before the data (CT_BarSer, CT_LineSer; ECMA-376 part 1, 21.2.2)."""
    order = ("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "explosion", "marker", "dPt", "dLbls")
    rank = order.index(etree.QName(new).localname)
    before = [item for item in series if etree.QName(item).localname in order[: rank + 1]]
    before[-1].addnext(new)


__all__ = [
    "ACCENTS",
    "QUIET",
    "QUIET_SERIES",
    "REFERENCE",
    "end_place",
    "series_colours",
    "style_series",
    "style_slices",
]
