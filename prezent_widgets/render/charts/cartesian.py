"""The plot area of charts with two axes: room for labels, gridlines, data, axes, data labels."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.ooxml.xml import child
from prezent_widgets.render.charts.axes import AxisPlan, draw_axis, draw_gridlines, plan_axis
from prezent_widgets.render.charts.bars import draw_bars
from prezent_widgets.render.charts.curves import draw_areas, draw_bubbles, draw_lines
from prezent_widgets.render.charts.manual import inner_target
from prezent_widgets.render.charts.model import Axis, Chart, Plot
from prezent_widgets.render.charts.shapes import box_path
from prezent_widgets.render.charts.style import ChartStyle, own_properties
from prezent_widgets.render.charts.views import View, category_view, plot_axes, value_view
from prezent_widgets.render.context import Rect
from prezent_widgets.render.scene import GroupNode, Node, PathNode

_ORDER = {"area": 0, "bar": 1, "line": 2, "scatter": 3, "bubble": 3}


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Axis
    second: Axis
    plots: tuple[Plot, ...]


def draw_cartesian(chart: Chart, box: Rect, placed: Rect | None, style: ChartStyle, whole: Rect) -> list[Node]:
    """Return everything inside the plot area and the axes around it.

    Args:
        chart: The chart.
        box: What title and legend left.
        placed: Where the file puts the plot area by hand; None when it does not.
        style: The chart's style.
        whole: The whole chart.
    """
    pairs = _pairs(chart)
    if not pairs:
        return []
    area = child(chart.element, "c:chart", "c:plotArea")
    fixed = placed if placed is not None and placed.width and placed.height else None
    outer = fixed or box
    views = _views(pairs, chart, style, outer)
    plans = _plans(pairs, views, style, outer, whole)
    inner = outer if fixed is not None and inner_target(area) else _inner(outer, plans)
    # The labels' room changes the axes' length, and that the labels: once more with the real box.
    views = _views(pairs, chart, style, inner)
    plans = _plans(pairs, views, style, inner, whole)
    if not (fixed is not None and inner_target(area)):
        inner = _inner(outer, plans)
    nodes: list[Node] = []
    fill, stroke = style.fill(own_properties(area), inner), style.stroke(own_properties(area))
    if fill is not None or stroke is not None:
        nodes.append(PathNode(box_path(inner), fill, stroke))
    for plan in plans:
        nodes += draw_gridlines(plan, inner, style)
    data, labels = _data(pairs, views, inner, style)
    nodes.append(
        GroupNode(tuple(data), clip=box_path(Rect(inner.x - 8, inner.y - 8, inner.width + 16, inner.height + 16)))
    )
    for plan in plans:
        nodes += draw_axis(plan, inner, style)
    return [*nodes, *labels]


def _pairs(chart: Chart) -> list[_Pair]:
    found: dict[tuple[str, str], _Pair] = {}
    for plot in chart.plots:
        axes = plot_axes(plot, chart)
        if axes is None or plot.kind not in _ORDER or not plot.series:
            continue
        key = (axes[0].id, axes[1].id)
        known = found.get(key)
        found[key] = _Pair(*axes, (plot,) if known is None else (*known.plots, plot))
    return list(found.values())


def _views(pairs: list[_Pair], chart: Chart, style: ChartStyle, box: Rect) -> dict[str, View]:
    views: dict[str, View] = {}
    for pair in pairs:
        sharing = [plot for other in pairs if pair.second.id == other.second.id for plot in other.plots]
        along = [plot for other in pairs if pair.first.id == other.first.id for plot in other.plots]
        if pair.first.kind == "val":
            length = box.height if pair.first.vertical else box.width
            views[pair.first.id] = value_view(pair.first, along, style, length, horizontal_values=True, box=box)
        else:
            views[pair.first.id] = category_view(pair.first, chart, along, style)
        length = box.height if pair.second.vertical else box.width
        views[pair.second.id] = value_view(pair.second, sharing, style, length, horizontal_values=False, box=box)
    return views


def _plans(pairs: list[_Pair], views: dict[str, View], style: ChartStyle, box: Rect, whole: Rect) -> list[AxisPlan]:
    plans: dict[str, AxisPlan] = {}
    for pair in pairs:
        for axis, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if axis.id not in plans:
                length = box.height if axis.vertical else box.width
                plans[axis.id] = plan_axis(views[axis.id], views[other.id], style, length, whole.height)
    return list(plans.values())


def _inner(outer: Rect, plans: list[AxisPlan]) -> Rect:
    """Return the plot area inside the room the axes need, with half a label free at the ends of the axes."""
    left = right = top = bottom = 0.0
    for plan in plans:
        depth, near = plan.depth, plan.side == "near"
        if plan.view.axis.vertical:
            left, right = max(left, depth if near else 0.0), max(right, 0.0 if near else depth)
        else:
            bottom, top = max(bottom, depth if near else 0.0), max(top, 0.0 if near else depth)
    for plan in plans:
        if plan.labels is None or not plan.labels.blocks or plan.view.scale is None:
            continue
        if plan.view.axis.vertical:
            half = plan.labels.blocks[-1][1].height / 2
            top, bottom = max(top, half), max(bottom, half)
        else:
            right = max(right, plan.labels.blocks[-1][1].width / 2)
            left = max(left, plan.labels.blocks[0][1].width / 2)
    width, height = max(8.0, outer.width - left - right), max(8.0, outer.height - top - bottom)
    return Rect(outer.x + left, outer.y + top, width, height)


def _data(pairs: list[_Pair], views: dict[str, View], box: Rect, style: ChartStyle) -> tuple[list[Node], list[Node]]:
    nodes: list[Node] = []
    labels: list[Node] = []
    jobs = [(plot, views[pair.first.id], views[pair.second.id]) for pair in pairs for plot in pair.plots]
    for plot, first, second in sorted(jobs, key=lambda job: _ORDER[job[0].kind]):
        draw = {"bar": draw_bars, "area": draw_areas, "bubble": draw_bubbles}.get(plot.kind, draw_lines)
        drawn, texts = draw(plot, first, second, box, style)
        nodes += drawn
        labels += texts
    return nodes, labels


__all__ = ["draw_cartesian"]
