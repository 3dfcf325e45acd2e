"""Bars and columns (ECMA-376 part 1, 21.2.2.16)."""

from __future__ import annotations

from prezent_widgets.ooxml.units import parse_bool
from prezent_widgets.ooxml.xml import child, value
from prezent_widgets.render.charts.labels import Label, data_label
from prezent_widgets.render.charts.look import fill_of, outline_of
from prezent_widgets.render.charts.model import Plot, Series
from prezent_widgets.render.charts.shapes import box_path
from prezent_widgets.render.charts.style import ChartStyle, has_fill, own_properties
from prezent_widgets.render.charts.views import View, stacks
from prezent_widgets.render.context import Rect
from prezent_widgets.render.scene import Node, Paint, PathNode, Solid, Stroke

_LABEL_GAP = 3.0


def draw_bars(plot: Plot, across: View, along: View, box: Rect, style: ChartStyle) -> tuple[list[Node], list[Node]]:
    """Return a bar chart's bars, and its labels to be drawn over everything.

    Args:
        plot: The plot.
        across: The category axis.
        along: The value axis.
        box: The plot area.
        style: The chart's style.
    """
    bars: list[Node] = []
    labels: list[Node] = []
    columns = stacks(plot) if plot.stacked else []
    lanes = 1 if plot.stacked else max(1, len(plot.series))
    overlap = plot.overlap if not plot.stacked else 0.0
    slot = 1 / max(1, len(across.labels))
    thickness = slot / (lanes - (lanes - 1) * overlap + plot.gap)
    cluster = thickness * (lanes - (lanes - 1) * overlap)
    for number, series in enumerate(plot.series):
        lane = 0 if plot.stacked else number
        for index, amount in enumerate(series.values):
            if amount is None:
                continue
            start = index * slot + (slot - cluster) / 2 + lane * thickness * (1 - overlap)
            low, high = columns[index][number] if plot.stacked else (along.origin, amount)
            bar = _bar(across, along, start, start + thickness, low, high, box)
            fill, outline = _paints(plot, series, index, amount, style, bar)
            bars.append(PathNode(box_path(bar), fill, outline))
            label = data_label(plot, series, index, style)
            if label is not None:
                labels += _place(label, bar, plot, amount < 0, along)
    return bars, labels


def _bar(across: View, along: View, start: float, end: float, low: float, high: float, box: Rect) -> Rect:
    if across.axis.reversed:
        start, end = 1 - end, 1 - start
    first, last = (min(1.0, max(0.0, along.share(each))) for each in (low, high))
    a, b = sorted((across.place(start, box), across.place(end, box)))
    c, d = sorted((along.place(first, box), along.place(last, box)))
    return Rect(c, a, d - c, b - a) if across.axis.vertical else Rect(a, c, b - a, d - c)


def _paints(
    plot: Plot, series: Series, index: int, amount: float, style: ChartStyle, bar: Rect
) -> tuple[Paint | None, Stroke | None]:
    fill = fill_of(plot, series, index, style, bar)
    outline = outline_of(series, index, style)
    invert = child(series.element, "c:invertIfNegative")
    if (
        amount < 0
        and invert is not None
        and parse_bool(invert.get("val"), True)
        and has_fill(own_properties(series.element))
    ):
        # PowerPoint paints such a bar white and lets its outline show.
        outline = outline or (Stroke(fill, 0.75) if fill is not None else None)
        fill = Solid((255, 255, 255, 1.0))
    return fill, outline


def _place(label: Label, bar: Rect, plot: Plot, negative: bool, along: View) -> tuple[Node, ...]:
    block = label.block
    position = label.position or ("ctr" if plot.stacked else "outEnd")
    middle_x, middle_y = bar.x + bar.width / 2, bar.y + bar.height / 2
    backwards = negative != along.axis.reversed
    if plot.horizontal:
        top = middle_y - block.height / 2
        right, left = bar.x + bar.width, bar.x
        end, base = (left, right) if backwards else (right, left)
        out = -_LABEL_GAP if backwards else _LABEL_GAP
        if position == "outEnd":
            return block.draw(end + out, top, "end" if backwards else "start")
        if position == "inEnd":
            return block.draw(end - out, top, "start" if backwards else "end")
        if position == "inBase":
            return block.draw(base + out, top, "end" if backwards else "start")
        return block.draw(middle_x, top, "middle")
    bottom = bar.y + bar.height
    tops = {
        "outEnd": bottom + 1 if backwards else bar.y - block.height - 1,
        "inEnd": bottom - block.height - 1 if backwards else bar.y + 1,
        "inBase": bar.y + 1 if backwards else bottom - block.height - 1,
    }
    return block.draw(middle_x, tops.get(position, middle_y - block.height / 2), "middle")


def overlapped(plot: Plot) -> bool:
    """Whether a legend lists the series in the order they are stacked, the last on top."""
    return plot.stacked and not plot.horizontal and value(plot.element, "c:barDir") != "bar"


__all__ = ["draw_bars", "overlapped"]
