"""Lines, areas, scatter and bubble charts (ECMA-376 part 1, 21.2.2.97, 21.2.2.3, 21.2.2.161, 21.2.2.20)."""

from __future__ import annotations

import math

from prezent_widgets.ooxml.units import parse_bool
from prezent_widgets.ooxml.xml import value
from prezent_widgets.render.charts.labels import Label, data_label
from prezent_widgets.render.charts.look import MarkerLook, fill_of, line_of, marker_of, outline_of
from prezent_widgets.render.charts.model import Plot, Series
from prezent_widgets.render.charts.shapes import OPEN_SYMBOLS, Point, circle, marker, polyline, smooth
from prezent_widgets.render.charts.style import ChartStyle
from prezent_widgets.render.charts.views import View, largest_radius, largest_size, scatter_xs, stacks
from prezent_widgets.render.context import Rect
from prezent_widgets.render.scene import Node, PathNode, Stroke


def draw_lines(plot: Plot, level: View, upright: View, box: Rect, style: ChartStyle) -> tuple[list[Node], list[Node]]:
    """Return a line or scatter chart's lines and markers, and its labels."""
    nodes: list[Node] = []
    labels: list[Node] = []
    columns = stacks(plot) if plot.stacked else []
    for number, series in enumerate(plot.series):
        points = _points(plot, series, number, columns, level, upright, box)
        stroke = line_of(plot, series, style)
        if stroke is not None:
            curved = parse_bool(value(series.element, "c:smooth", default="0"), True)
            # A scatter line skips a missing point, a line chart is cut there.
            spans = [[each for each in points if each is not None]] if plot.kind == "scatter" else _spans(points)
            nodes += [PathNode(smooth(span) if curved else polyline(span), None, stroke) for span in spans if span[1:]]
        for index, point in enumerate(points):
            if point is None:
                continue
            look = marker_of(plot, series, index, style)
            if look is not None:
                nodes.append(draw_marker(look, *point))
            label = data_label(plot, series, index, style)
            if label is not None:
                labels += place_beside(label, point, look.size if look is not None else 2.0, "r")
    return nodes, labels


def draw_areas(plot: Plot, level: View, upright: View, box: Rect, style: ChartStyle) -> tuple[list[Node], list[Node]]:
    """Return an area chart's areas, and its labels."""
    nodes: list[Node] = []
    labels: list[Node] = []
    columns = stacks(plot) if plot.stacked else []
    for number, series in enumerate(plot.series):
        tops: list[Point] = []
        bases: list[Point] = []
        for index in range(len(series.values)):
            low, high = columns[index][number] if columns else (upright.origin, series.values[index] or 0.0)
            x = level.at(index, box)
            tops.append((x, upright.at(high, box)))
            bases.append((x, upright.at(low, box)))
            label = data_label(plot, series, index, style)
            if label is not None:
                middle = (tops[-1][1] + bases[-1][1]) / 2
                labels += label.block.draw(x, middle - label.block.height / 2, "middle")
        if len(tops) > 1:
            path = polyline([*tops, *reversed(bases)], closed=True)
            nodes.append(PathNode(path, fill_of(plot, series, -1, style, box), outline_of(series, -1, style)))
    return nodes, labels


def draw_bubbles(plot: Plot, level: View, upright: View, box: Rect, style: ChartStyle) -> tuple[list[Node], list[Node]]:
    """Return a bubble chart's bubbles, areas in proportion to their sizes, and its labels."""
    most = largest_size(plot)
    biggest = largest_radius(plot, box)
    nodes: list[Node] = []
    labels: list[Node] = []
    for number, series in enumerate(plot.series):
        for index, point in enumerate(_points(plot, series, number, [], level, upright, box)):
            size = series.sizes[index] if index < len(series.sizes) else most
            if point is None or not size:
                continue
            radius = biggest * math.sqrt(abs(size) / most)
            area = Rect(point[0] - radius, point[1] - radius, radius * 2, radius * 2)
            paint = fill_of(plot, series, index, style, area)
            nodes.append(PathNode(circle(*point, radius), paint, outline_of(series, index, style)))
            label = data_label(plot, series, index, style)
            if label is not None:
                labels += place_beside(label, point, radius * 2, "r")
    return nodes, labels


def draw_marker(look: MarkerLook, x: float, y: float) -> PathNode:
    """Return a marker around (x, y)."""
    path = marker(look.symbol, x, y, look.size)
    if look.symbol in OPEN_SYMBOLS:
        stroke = look.stroke or (Stroke(look.fill, 0.75) if look.fill is not None else None)
        return PathNode(path, None, stroke)
    return PathNode(path, look.fill, look.stroke)


def place_beside(label: Label, point: Point, size: float, default: str) -> tuple[Node, ...]:
    """Return a label beside, above, under or on a point."""
    block, away = label.block, size / 2 + 2
    x, y = point
    position = label.position or default
    if position == "t":
        return block.draw(x, y - away - block.height, "middle")
    if position == "b":
        return block.draw(x, y + away, "middle")
    if position == "l":
        return block.draw(x - away, y - block.height / 2, "end")
    if position == "ctr":
        return block.draw(x, y - block.height / 2, "middle")
    return block.draw(x + away, y - block.height / 2, "start")


def _points(
    plot: Plot,
    series: Series,
    number: int,
    columns: list[list[tuple[float, float]]],
    level: View,
    upright: View,
    box: Rect,
) -> list[Point | None]:
    found: list[Point | None] = []
    xs = scatter_xs(series.xs, len(series.values)) if plot.kind in ("scatter", "bubble") else ()
    for index, amount in enumerate(series.values):
        x = (xs[index] if index < len(xs) else None) if xs else float(index)
        if amount is None or x is None:
            found.append(None)
            continue
        y = columns[index][number][1] if columns else amount
        found.append((level.at(x, box), upright.at(y, box)))
    return found


def _spans(points: list[Point | None]) -> list[list[Point]]:
    """Cut a line at its gaps."""
    spans: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            spans.append([])
        else:
            spans[-1].append(point)
    return [span for span in spans if span]


__all__ = ["draw_areas", "draw_bubbles", "draw_lines", "draw_marker", "place_beside"]
