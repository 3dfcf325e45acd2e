"""What a series, a point and its marker are painted with."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.ooxml.color import Color
from prezent_widgets.ooxml.units import parse_bool, parse_number
from prezent_widgets.ooxml.xml import Element, child, children, value
from prezent_widgets.render.charts.model import Plot, Series
from prezent_widgets.render.charts.shapes import SYMBOLS
from prezent_widgets.render.charts.style import ChartStyle, own_properties
from prezent_widgets.render.context import Rect
from prezent_widgets.render.scene import Paint, Solid, Stroke

LINE_WIDTH = 2.25


@dataclass(frozen=True, slots=True)
class MarkerLook:
    """A marker: its symbol, size in points, fill and outline."""

    symbol: str
    size: float
    fill: Paint | None
    stroke: Stroke | None


def point_element(series: Series, index: int) -> Element | None:
    """Return the ``c:dPt`` of a point, or None."""
    for each in children(series.element, "c:dPt"):
        if int(parse_number(value(each, "c:idx"), -1)) == index:
            return each
    return None


def automatic_color(plot: Plot, series: Series, index: int, style: ChartStyle) -> Color:
    """Return the colour a point takes when nothing names one."""
    varied = plot.vary and (len(plot.series) == 1 or plot.kind in ("pie", "doughnut"))
    return style.series_color(index if varied else series.index)


def fill_of(plot: Plot, series: Series, index: int, style: ChartStyle, box: Rect) -> Paint | None:
    """Return the fill of a bar, a slice or an area; ``index`` -1 means the series as a whole."""
    point = own_properties(point_element(series, index)) if index >= 0 else None
    color = automatic_color(plot, series, max(0, index), style)
    default = style.fill(own_properties(series.element), box, style.solid_look(color, box))
    return style.fill(point, box, default)


def outline_of(series: Series, index: int, style: ChartStyle, default: Stroke | None = None) -> Stroke | None:
    """Return the outline of a bar, a slice or an area."""
    point = own_properties(point_element(series, index)) if index >= 0 else None
    return style.stroke(point, style.stroke(own_properties(series.element), default))


def line_of(plot: Plot, series: Series, style: ChartStyle) -> Stroke | None:
    """Return the line of a series of a line, scatter or radar chart; None when it has none."""
    color = automatic_color(plot, series, 0, style) if not plot.vary else style.series_color(series.index)
    default = Stroke(Solid(color.rgba), LINE_WIDTH * style.boldness, cap="round")
    if plot.kind == "scatter" and value(plot.element, "c:scatterStyle") in ("marker", "none"):
        return None
    return style.stroke(own_properties(series.element), default)


def marker_of(plot: Plot, series: Series, index: int, style: ChartStyle) -> MarkerLook | None:
    """Return the marker of a point (of the series for -1); None when it has none."""
    point = point_element(series, index) if index >= 0 else None
    element = child(point, "c:marker")
    element = child(series.element, "c:marker") if element is None else element
    symbol = value(element, "c:symbol") or "auto"
    if symbol == "auto" and plot.kind == "line" and element is None and not parse_bool(
        value(plot.element, "c:marker", default="1"), True
    ):  # fmt: skip
        return None
    if plot.kind == "line" and child(plot.element, "c:marker") is None and element is None:
        return None
    if plot.kind == "radar" and value(plot.element, "c:radarStyle") != "marker" and element is None:
        return None
    if symbol == "none":
        return None
    symbol = SYMBOLS[series.index % len(SYMBOLS)] if symbol in ("auto", "picture") else symbol
    size = max(2.0, min(72.0, parse_number(value(element, "c:size"), 5 if element is not None else style.marker_size)))
    line = line_of(plot, series, style)
    varied = plot.vary and len(plot.series) == 1 and index >= 0
    color: Paint = Solid(style.series_color(index if varied else series.index).rgba)
    if line is not None and not varied:
        color = line.paint
    properties = own_properties(element)
    properties = own_properties(point) if properties is None and point is not None else properties
    fill = style.fill(properties, Rect(0, 0, size, size), color)
    return MarkerLook(symbol, size, fill, style.stroke(properties, Stroke(color, 0.75)))


__all__ = [
    "LINE_WIDTH",
    "MarkerLook",
    "automatic_color",
    "fill_of",
    "line_of",
    "marker_of",
    "outline_of",
    "point_element",
]
