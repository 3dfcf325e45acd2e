"""Pies and rings (ECMA-376 part 1, 21.2.2.141, 21.2.2.50)."""

from __future__ import annotations

import math

from prezent_widgets.ooxml.units import parse_number
from prezent_widgets.ooxml.xml import value
from prezent_widgets.render.charts.labels import Label, data_label
from prezent_widgets.render.charts.look import fill_of, outline_of, point_element
from prezent_widgets.render.charts.model import Plot, Series
from prezent_widgets.render.charts.shapes import sector
from prezent_widgets.render.charts.style import ChartStyle
from prezent_widgets.render.context import Rect
from prezent_widgets.render.scene import Node, PathNode


def draw_pie(plot: Plot, box: Rect, style: ChartStyle) -> list[Node]:
    """Return a pie, or a ring for every series, in the middle of a box, with its labels."""
    series = plot.series if plot.kind == "doughnut" else plot.series[:1]
    if not series:
        return []
    outside = any(_outside(plot, each, style) for each in series)
    exploded = max((_explosion(each, index) for each in series for index in range(len(each.values))), default=0.0)
    radius = min(box.width, box.height) / 2 * (0.8 if outside else 1.0) / (1 + exploded)
    hole = radius * plot.hole if plot.kind == "doughnut" else 0.0
    ring = (radius - hole) / len(series)
    nodes: list[Node] = []
    labels: list[Node] = []
    for number, each in enumerate(series):
        inner = hole + ring * number if plot.kind == "doughnut" else 0.0
        slices, texts = _slices(plot, each, box, inner, inner + ring if inner or hole else radius, style)
        nodes += slices
        labels += texts
    return nodes + labels


def _slices(
    plot: Plot, series: Series, box: Rect, inner: float, outer: float, style: ChartStyle
) -> tuple[list[Node], list[Node]]:
    cx, cy = box.x + box.width / 2, box.y + box.height / 2
    total = sum(abs(amount) for amount in series.values if amount) or 1.0
    start = plot.first_angle
    nodes: list[Node] = []
    labels: list[Node] = []
    for index, amount in enumerate(series.values):
        share = abs(amount or 0.0) / total
        if not share:
            continue
        sweep = share * 360
        middle = math.radians(start + sweep / 2 - 90)
        away = _explosion(series, index) * outer
        x, y = cx + away * math.cos(middle), cy + away * math.sin(middle)
        bounds = Rect(x - outer, y - outer, outer * 2, outer * 2)
        fill = fill_of(plot, series, index, style, bounds)
        nodes.append(PathNode(sector(x, y, outer, inner, start, sweep), fill, outline_of(series, index, style)))
        label = data_label(plot, series, index, style, share=share, width=max(40.0, outer * 0.9))
        if label is not None:
            labels += _place(label, (x, y), inner, outer, middle, sweep, plot.kind == "doughnut")
        start += sweep
    return nodes, labels


def _place(
    label: Label, center: tuple[float, float], inner: float, outer: float, angle: float, sweep: float, ring: bool
) -> tuple[Node, ...]:
    block = label.block
    position = label.position or "bestFit"
    cos, sin = math.cos(angle), math.sin(angle)
    # The slice is wide enough for the label where the label would stand.
    fits = math.radians(min(sweep, 180)) * outer * 0.65 > max(block.width * 0.8, block.height)
    if ring:
        distance = (inner + outer) / 2
    elif position == "ctr":
        distance = outer / 2
    elif position == "inEnd" or (position == "bestFit" and fits):
        distance = outer - (abs(cos) * block.width + abs(sin) * block.height) / 2 - 3
    else:
        distance = outer + (abs(cos) * block.width + abs(sin) * block.height) / 2 + 3
    x, y = center[0] + cos * distance, center[1] + sin * distance
    return block.draw(x, y - block.height / 2, "middle")


def _explosion(series: Series, index: int) -> float:
    own = value(point_element(series, index), "c:explosion")
    common = value(series.element, "c:explosion")
    return max(0.0, min(4.0, parse_number(own if own is not None else common) / 100))


def _outside(plot: Plot, series: Series, style: ChartStyle) -> bool:
    if plot.kind == "doughnut":
        return False
    total = sum(abs(amount) for amount in series.values if amount) or 1.0
    for index, amount in enumerate(series.values):
        label = data_label(plot, series, index, style, share=abs(amount or 0) / total)
        if label is not None and (label.position == "outEnd" or label.position in ("", "bestFit")):
            return True
    return False


__all__ = ["draw_pie"]
