"""How the labels of a level axis find room: side by side, broken into lines, turned, or thinned out."""

from __future__ import annotations

import math
from dataclasses import dataclass

from prezent_widgets.ooxml.units import parse_number
from prezent_widgets.ooxml.xml import value
from prezent_widgets.render.charts.style import body_rotation
from prezent_widgets.render.charts.views import View
from prezent_widgets.render.charts.write import Block, shortened, wrapped

MAX_LINES = 3
_LONGEST = 0.4
"""The share of the chart's height that turned labels may take."""


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """Labels ready to be drawn: (index, block) pairs, their turn in degrees, and the room they take across the axis."""

    blocks: tuple[tuple[int, Block], ...]
    degrees: float
    depth: float


def plan_labels(view: View, length: float, height: float) -> LabelPlan:
    """Decide how an axis's labels are written.

    Args:
        view: The axis.
        length: Its length in points.
        height: The height of the chart in points, which limits how deep turned labels reach.
    """
    count = max(1, len(view.labels))
    skip = max(1, int(parse_number(value(view.axis.element, "c:tickLblSkip"), 1)))
    shown = [(index, text) for index, text in enumerate(view.labels) if index % skip == 0]
    if view.axis.vertical:
        return _upright(view, shown, length / count)
    fixed = body_rotation(view.axis.element)
    slot = length / count * skip
    if fixed is not None and abs(fixed) > 0.5:
        return _turned(view, shown, slot, fixed, height * _LONGEST)
    blocks = [(index, wrapped(text, view.look, slot * 0.96)) for index, text in shown]
    fits = all(block.width <= slot * 1.02 and len(block.lines) <= MAX_LINES for _, block in blocks)
    if fits or fixed is not None or view.scale is not None:
        return _side_by_side(view, shown, slot) if not fits else _plan(blocks)
    return _turned(view, shown, slot, -45.0, height * _LONGEST)


def _plan(blocks: list[tuple[int, Block]]) -> LabelPlan:
    return LabelPlan(tuple(blocks), 0.0, max((block.height for _, block in blocks), default=0.0))


def _side_by_side(view: View, shown: list[tuple[int, str]], slot: float) -> LabelPlan:
    """Level labels that do not fit: every second, third … one is written."""
    widest = max((view.look.width(text) for _, text in shown), default=0.0)
    step = max(1, math.ceil((widest + view.look.size * 0.4) / max(slot, 0.1)))
    return _plan([(index, Block((text,), view.look)) for index, text in shown[::step]])


def _turned(view: View, shown: list[tuple[int, str]], slot: float, degrees: float, most: float) -> LabelPlan:
    sin, cos = abs(math.sin(math.radians(degrees))), abs(math.cos(math.radians(degrees)))
    if degrees == -45.0 and slot < view.look.line * 1.1:
        degrees, sin, cos = -90.0, 1.0, 0.0
    step = max(1, math.ceil(view.look.line * 0.85 / max(slot * max(sin, 0.2), 0.1)))
    room = max(most - view.look.line * cos, view.look.size * 2) / max(sin, 0.2)
    blocks = [(index, Block((shortened(text, view.look, room),), view.look)) for index, text in shown[::step]]
    widest = max((block.width for _, block in blocks), default=0.0)
    return LabelPlan(tuple(blocks), degrees, widest * sin + view.look.line * cos)


def _upright(view: View, shown: list[tuple[int, str]], slot: float) -> LabelPlan:
    step = max(1, math.ceil(view.look.line * 0.9 / max(slot, 0.1))) if view.scale is None else 1
    blocks = [(index, wrapped(text, view.look, view.look.size * 14, MAX_LINES)) for index, text in shown[::step]]
    if any(block.height > slot * 1.1 for _, block in blocks):
        blocks = [(i, Block((shortened(" ".join(b.lines), b.look, b.look.size * 14),), b.look)) for i, b in blocks]
    return LabelPlan(tuple(blocks), 0.0, max((block.width for _, block in blocks), default=0.0))


__all__ = ["LabelPlan", "plan_labels"]
