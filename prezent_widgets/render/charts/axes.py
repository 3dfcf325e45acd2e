"""Axes drawn: lines, tick marks, gridlines, labels, titles (ECMA-376 part 1, 21.2.2.25, 21.2.2.226)."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.ooxml.units import parse_number
from prezent_widgets.ooxml.xml import child, value
from prezent_widgets.render.charts.axis_labels import LabelPlan, plan_labels
from prezent_widgets.render.charts.rich import TitleText, read_title
from prezent_widgets.render.charts.shapes import polyline
from prezent_widgets.render.charts.style import ChartStyle, own_properties
from prezent_widgets.render.charts.views import View
from prezent_widgets.render.context import Rect
from prezent_widgets.render.scene import Node, PathNode, Solid, Stroke

BESIDE, BELOW = 0.85, 0.7
"""The distance of labels from their axis in sizes of their text, beside an upright axis and under a level one."""
GAP = 5.0
"""Points between labels and the axis's title."""
TICK = 4.0
_NEAR, _FAR = "near", "far"


@dataclass(frozen=True, slots=True)
class AxisPlan:
    """An axis with its room decided: ``share`` is where it crosses the other one, ``side`` where its labels stand."""

    view: View
    cross: View
    share: float
    side: str
    labels: LabelPlan | None
    title: TitleText | None

    @property
    def gap(self) -> float:
        """The distance between axis and labels in points; ``c:lblOffset`` is a percentage of the usual one."""
        offset = parse_number(value(self.view.axis.element, "c:lblOffset"), 100) / 100
        return self.view.look.size * (BESIDE if self.view.axis.vertical else BELOW) * max(0.0, min(10.0, offset))

    @property
    def depth(self) -> float:
        """The room outside the plot area, in points, for labels and title."""
        labels = 0.0 if self.labels is None or not self.labels.blocks else self.labels.depth + self.gap
        inside = 0.0
        if self.view.axis.label_position == "nextTo":
            across = 1 - self.share if self.side == _FAR else self.share
            inside = across * 1e6 if 0.001 < self.share < 0.999 else 0.0
        title = 0.0 if self.title is None else self.title.thickness + GAP
        return max(0.0, labels - min(inside, labels)) + title


def plan_axis(view: View, cross: View, style: ChartStyle, length: float, height: float) -> AxisPlan:
    """Decide where an axis stands and what room it needs.

    Args:
        view: The axis.
        cross: The axis it crosses.
        style: The chart's style.
        length: The axis's length in points.
        height: The chart's height in points.
    """
    share = _crossing(view, cross)
    position = view.axis.label_position
    if position in ("low", "high"):
        side = _NEAR if (position == "low") != cross.axis.reversed else _FAR
    else:
        # Labels stand where the other axis begins, which is the far side of a reversed one, or where it ends.
        at_end = share < 0.001 if cross.axis.reversed else share > 0.999
        side = _FAR if cross.axis.reversed != at_end else _NEAR
    hidden = view.axis.deleted or position == "none"
    title = (
        None if view.axis.deleted else read_title(child(view.axis.element, "c:title"), style, turned=view.axis.vertical)
    )
    return AxisPlan(view, cross, share, side, None if hidden else plan_labels(view, length, height), title)


def _crossing(view: View, cross: View) -> float:
    axis = view.axis
    if axis.crosses_at is not None:
        number = axis.crosses_at if cross.scale is not None else axis.crosses_at - 1
        return min(1.0, max(0.0, cross.share(number)))
    if axis.crosses == "max":
        return 0.0 if cross.axis.reversed else 1.0
    if axis.crosses == "autoZero" and cross.scale is not None:
        return min(1.0, max(0.0, cross.share(cross.origin)))
    return 1.0 if cross.axis.reversed else 0.0


def draw_gridlines(plan: AxisPlan, box: Rect, style: ChartStyle) -> tuple[Node, ...]:
    """Return an axis's major gridlines, drawn under the data; minor ones only on value axes."""
    nodes: list[Node] = []
    for name, shares in (("c:minorGridlines", _minor(plan.view)), ("c:majorGridlines", _tick_shares(plan.view))):
        element = child(plan.view.axis.element, name)
        if element is not None:
            stroke = style.stroke(own_properties(element), Stroke(Solid(style.faint.rgba), 0.75))
            nodes += [_line(plan.view, share, 0.0, 1.0, box, stroke) for share in shares if stroke is not None]
    return tuple(nodes)


def draw_axis(plan: AxisPlan, box: Rect, style: ChartStyle) -> tuple[Node, ...]:
    """Return an axis's line, tick marks, labels and title."""
    if plan.view.axis.deleted:
        return ()
    nodes: list[Node] = []
    stroke = style.stroke(own_properties(plan.view.axis.element), Stroke(Solid(style.faint.rgba), 0.75))
    if stroke is not None:
        nodes.append(_line(plan.cross, plan.share, 0.0, 1.0, box, stroke))
        nodes += _ticks(plan, box, stroke)
    nodes += _labels(plan, box)
    nodes += _title(plan, box)
    return tuple(nodes)


def _tick_shares(view: View) -> list[float]:
    if view.scale is not None:
        return [view.share(tick) for tick in view.scale.ticks]
    count = len(view.labels)
    if not view.between:
        return [view.share(index) for index in range(count)]
    return [index / max(1, count) for index in range(count + 1)] if count <= 200 else [0.0, 1.0]


def _minor(view: View) -> list[float]:
    if view.scale is None or view.scale.log is not None:
        return []
    ticks = view.scale.ticks
    return [view.share(tick + view.scale.step * part / 5) for tick in ticks[:-1] for part in range(1, 5)]


def _line(view: View, share: float, start: float, end: float, box: Rect, stroke: Stroke) -> PathNode:
    """Return a line across the plot area at a share of an axis, at right angles to it."""
    if view.axis.vertical:
        y = view.place(share, box)
        return PathNode(polyline([(box.x + box.width * start, y), (box.x + box.width * end, y)]), None, stroke)
    x = view.place(share, box)
    return PathNode(polyline([(x, box.y + box.height * start), (x, box.y + box.height * end)]), None, stroke)


def _ticks(plan: AxisPlan, box: Rect, stroke: Stroke) -> list[Node]:
    kind = value(plan.view.axis.element, "c:majorTickMark", default="out") or "out"
    if kind == "none":
        return []
    outside = -TICK if plan.side == _NEAR else TICK
    first, last = {"out": (0.0, outside), "in": (0.0, -outside)}.get(kind, (-outside, outside))
    base = plan.cross.place(plan.share, box)
    nodes: list[Node] = []
    for share in _tick_shares(plan.view):
        at = plan.view.place(share, box)
        if plan.view.axis.vertical:
            points = [(base + first, at), (base + last, at)]
        else:
            points = [(at, base - first), (at, base - last)]
        nodes.append(PathNode(polyline(points), None, stroke))
    return nodes


def _edge(plan: AxisPlan, box: Rect) -> float:
    """Return the coordinate labels start from: the axis itself, or the edge of the plot area."""
    if plan.view.axis.label_position == "nextTo":
        return plan.cross.place(plan.share, box)
    return plan.cross.place(0.0 if plan.side == _NEAR else 1.0, box)


def _labels(plan: AxisPlan, box: Rect) -> list[Node]:
    if plan.labels is None:
        return []
    nodes: list[Node] = []
    near = plan.side == _NEAR
    edge = _edge(plan, box)
    ticks = () if plan.view.scale is None else plan.view.scale.ticks
    for index, block in plan.labels.blocks:
        at = plan.view.at(ticks[index] if ticks else index, box)
        if plan.view.axis.vertical:
            x = edge - plan.gap if near else edge + plan.gap
            nodes += block.draw(x, at - block.height / 2, "end" if near else "start")
        elif plan.labels.degrees:
            backwards = (plan.labels.degrees < 0) == near
            nodes += block.turned(at, edge + plan.gap if near else edge - plan.gap, plan.labels.degrees,
                                  "end" if backwards else "start")  # fmt: skip
        else:
            nodes += block.draw(at, edge + plan.gap if near else edge - plan.gap - block.height, "middle")
    return nodes


def _title(plan: AxisPlan, box: Rect) -> tuple[Node, ...]:
    if plan.title is None:
        return ()
    near = plan.side == _NEAR
    middle = plan.title.thickness / 2
    away = plan.depth - middle
    if plan.view.axis.vertical:
        x = box.x - away if near else box.x + box.width + away
        return plan.title.draw(x, box.y + box.height / 2)
    y = box.y + box.height + away if near else box.y - away
    return plan.title.draw(box.x + box.width / 2, y)


__all__ = ["BELOW", "BESIDE", "GAP", "TICK", "AxisPlan", "draw_axis", "draw_gridlines", "plan_axis"]
