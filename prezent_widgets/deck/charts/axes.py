"""The axes of a chart: quiet, thin, starting at zero for bars, with as many labels as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prezent_widgets.deck.charts.labelled import labelled
from prezent_widgets.deck.charts.xml import (
    LABEL,
    chart_title_xml,
    child,
    clear,
    number_format,
    outline,
    shape_properties,
    text_properties,
)
from prezent_widgets.deck.office import etree
from prezent_widgets.deck.xml import C, Element

if TYPE_CHECKING:
    from prezent_widgets.deck.charts.chart import ChartSpec

SKIPS = (1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 240, 365)
_HEADROOM = 1.1  # without an axis the longest bar may go nearly to the end, its label beyond it
_ALL_NAMED = 8  # a few categories wrap their names rather than leave some out
HAIR = "tx1 lumMod=25 lumOff=75"
GRID = "tx1 lumMod=10 lumOff=90"


def style_axes(plot: Element, spec: ChartSpec) -> None:
    """Restyle every axis of a plot area (``c:plotArea``)."""
    horizontal = spec.kind in ("bar", "stacked_bar")
    axes = [item for item in plot if item.tag in (f"{C}catAx", f"{C}dateAx", f"{C}valAx")]
    for number, axis in enumerate(axes):
        value = axis.tag == f"{C}valAx" and (spec.kind != "scatter" or number == 1)
        _axis(axis, spec, value=value, horizontal=horizontal)


def _axis(axis: Element, spec: ChartSpec, *, value: bool, horizontal: bool) -> None:
    clear(
        axis,
        "majorGridlines",
        "minorGridlines",
        "title",
        "numFmt",
        "majorTickMark",
        "minorTickMark",
        "tickLblPos",
        "spPr",
        "txPr",
    )
    hidden = value and labelled(spec) and spec.reference is None
    axis.find(f"{C}delete").set("val", "1" if hidden else "0")
    scaling = axis.find(f"{C}scaling")
    if value and spec.kind not in ("line", "scatter"):
        _bound(scaling, spec)
    if horizontal and not value:
        child(scaling, "orientation", first=True).set("val", "maxMin")
    cross = axis.find(f"{C}crossAx")
    parts: list[Element] = []
    if value and not hidden:
        grid = etree.Element(f"{C}majorGridlines")
        shape_properties(grid, line=GRID, width=0.75)
        parts.append(grid)
    title = spec.axis_titles[1 if value else 0]
    if title and not hidden:
        parts.append(chart_title_xml(title, spec.size, bold=False))
    parts.append(number_format(spec.number_format if value else "General"))
    if value and spec.kind == "share_column":
        parts[-1].set("formatCode", "0%")
    parts += [etree.Element(f"{C}majorTickMark", val="none"), etree.Element(f"{C}minorTickMark", val="none")]
    parts.append(etree.Element(f"{C}tickLblPos", val="nextTo" if value and not _negative(spec) else "low"))
    line = etree.Element(f"{C}spPr")
    line.append(outline("" if value else HAIR, 1.0))
    parts += [line, text_properties(spec.size, LABEL if value else "tx1")]
    for part in parts:
        cross.addprevious(part)
    if not value:
        _thin_labels(axis, spec)
    elif horizontal:
        for old in axis.findall(f"{C}crosses"):
            old.set("val", "max")


def _negative(spec: ChartSpec) -> bool:
    return any(value is not None and value < 0 for _, values in spec.series for value in values)


def _bound(scaling: Element, spec: ChartSpec) -> None:
    """Bars start at zero, whatever the program would choose."""
    clear(scaling, "max", "min")
    values = [value for _, series in spec.series for value in series if value is not None]
    if not _negative(spec):
        if labelled(spec) and spec.kind in ("column", "bar") and spec.reference is None and max(values, default=0) > 0:
            child(scaling, "max").set("val", f"{max(values) * _HEADROOM:.6g}")
        child(scaling, "min").set("val", "0")
    elif labelled(spec) and spec.kind in ("column", "bar"):
        # room for the labels at the ends of the bars, which else run into the names of the categories
        if max(values) > 0:
            child(scaling, "max").set("val", f"{max(values) * 1.18:.6g}")
        child(scaling, "min").set("val", f"{min(values) * 1.18:.6g}")


def _thin_labels(axis: Element, spec: ChartSpec) -> None:
    """Leave out labels rather than turning or squeezing them, on axes of many points."""
    if spec.kind in ("bar", "stacked_bar", "scatter") or not spec.categories:
        return
    longest = max(len(name) for name in spec.categories)
    room = spec.box[0] / len(spec.categories)
    wanted = (longest * 0.55 + 1.2) * spec.size / max(room, 0.1)
    skip = next((step for step in SKIPS if step >= wanted), SKIPS[-1])
    if len(spec.categories) > _ALL_NAMED and skip > 1 and (spec.kind == "line" or len(spec.categories) > 12):
        for tag in ("tickLblSkip", "tickMarkSkip"):
            for old in axis.findall(f"{C}{tag}"):
                axis.remove(old)
        anchor = axis.find(f"{C}noMultiLvlLbl")
        element = etree.Element(f"{C}tickLblSkip", val=str(skip))
        if anchor is not None:
            anchor.addprevious(element)
        else:
            axis.append(element)


__all__ = ["style_axes"]
