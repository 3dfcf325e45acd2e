"""Radar charts (ECMA-376 part 1, 21.2.2.153)."""

from __future__ import annotations

import math
from collections.abc import Callable

from prezent_widgets.ooxml.xml import child, value
from prezent_widgets.render.charts.curves import draw_marker
from prezent_widgets.render.charts.look import fill_of, line_of, marker_of, outline_of
from prezent_widgets.render.charts.model import Chart, Plot
from prezent_widgets.render.charts.shapes import Point, polyline
from prezent_widgets.render.charts.style import ChartStyle, own_properties, text_properties
from prezent_widgets.render.charts.views import plot_axes, value_view
from prezent_widgets.render.charts.write import Block, Look
from prezent_widgets.render.context import Rect
from prezent_widgets.render.scene import Node, PathNode, Solid, Stroke


def draw_radar(plot: Plot, chart: Chart, box: Rect, style: ChartStyle) -> list[Node]:
    """Return a radar chart: its web, its series, the names of its spokes and the values on the first one."""
    axes = plot_axes(plot, chart)
    names = max((each.categories for each in plot.series), key=len, default=())
    if axes is None or len(names) < 3:
        return []
    look = style.look(text_properties(axes[0].element))
    radius = max(10.0, min(box.height / 2 - look.line * 1.2, box.width / 2 - look.size * 3))
    center = (box.x + box.width / 2, box.y + box.height / 2)
    view = value_view(axes[1], [plot], style, radius, horizontal_values=False)

    def at(index: int, share: float) -> Point:
        angle = 2 * math.pi * index / len(names) - math.pi / 2
        return (center[0] + math.cos(angle) * radius * share, center[1] + math.sin(angle) * radius * share)

    nodes: list[Node] = []
    grid = child(axes[1].element, "c:majorGridlines")
    stroke = style.stroke(own_properties(grid), Stroke(Solid(style.faint.rgba), 0.75))
    ticks = () if view.scale is None else view.scale.ticks
    if grid is not None and stroke is not None:
        for tick in ticks:
            corners = [at(index, view.share(tick)) for index in range(len(names))]
            nodes.append(PathNode(polyline(corners, closed=True), None, stroke))
    filled = value(plot.element, "c:radarStyle") == "filled"
    for series in plot.series:
        points = [at(index, view.share(amount)) for index, amount in enumerate(series.values) if amount is not None]
        if len(points) < 2:
            continue
        fill = fill_of(plot, series, -1, style, box) if filled else None
        line = outline_of(series, -1, style) if filled else line_of(plot, series, style)
        nodes.append(PathNode(polyline(points, closed=True), fill, line))
        marker = None if filled else marker_of(plot, series, -1, style)
        nodes += [draw_marker(marker, *point) for point in points if marker is not None]
    nodes += _names(names, at, center, look)
    if not axes[1].deleted:
        for tick, text in zip(ticks, view.labels, strict=False):
            x, y = at(0, view.share(tick))
            nodes += Block((text,), view.look).draw(x - 4, y - view.look.line / 2, "end")
    return nodes


def _names(names: tuple[str, ...], at: Callable[[int, float], Point], center: Point, look: Look) -> list[Node]:
    nodes: list[Node] = []
    for index, name in enumerate(names):
        x, y = at(index, 1.0)
        across, down = x - center[0], y - center[1]
        align = "middle" if abs(across) < 1 else "start" if across > 0 else "end"
        top = y - look.line if down < -1 and abs(across) < 1 else y if abs(across) < 1 else y - look.line / 2
        nodes += Block((name,), look).draw(x + (4 if across > 1 else -4 if across < -1 else 0), top, align)
    return nodes


__all__ = ["draw_radar"]
