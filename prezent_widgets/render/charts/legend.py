"""Legends (ECMA-376 part 1, 21.2.2.93)."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.ooxml.units import parse_bool, parse_number
from prezent_widgets.ooxml.xml import children, value
from prezent_widgets.render.charts.bars import overlapped
from prezent_widgets.render.charts.curves import draw_marker
from prezent_widgets.render.charts.look import fill_of, line_of, marker_of, outline_of
from prezent_widgets.render.charts.manual import manual_box
from prezent_widgets.render.charts.model import Chart, Plot, Series
from prezent_widgets.render.charts.shapes import box_path, polyline
from prezent_widgets.render.charts.style import ChartStyle, own_properties, text_properties
from prezent_widgets.render.charts.write import Block, Look, shortened
from prezent_widgets.render.context import Rect
from prezent_widgets.render.scene import Node, PathNode

_GAP, _CLOSEST = 6.0, 2.5
_PITCH = 1.5
"""The distance of entries under each other in sizes of their text."""


@dataclass(frozen=True, slots=True)
class _Entry:
    plot: Plot
    series: Series
    point: int
    text: str


def draw_legend(chart: Chart, box: Rect, whole: Rect, style: ChartStyle) -> tuple[tuple[Node, ...], Rect]:
    """Return a chart's legend, and what it leaves of a box for the plot area.

    Args:
        chart: The chart.
        box: What the title left.
        whole: The whole chart, which manual layouts are fractions of.
        style: The chart's style.
    """
    if chart.legend is None:
        return (), box
    entries = _entries(chart)
    if not entries:
        return (), box
    look = style.look(text_properties(chart.legend))
    position = value(chart.legend, "c:legendPos") or "r"
    upright = position in ("r", "l", "tr")
    key = _key_width(entries, look, style)
    most = box.width * (0.4 if upright else 0.9)
    placed = manual_box(chart.legend, whole)
    room = placed.width if placed is not None and placed.width and not upright else most
    gap = _between(entries, look, key, room)
    rows = _rows(entries, look, key, room, gap, upright)
    widths = [sum(_width(entry, look, key, most) for entry in row) + gap * (len(row) - 1) for row in rows]
    width, height = max(widths), (look.size * _PITCH if upright else look.line) * len(rows)
    area, rest = _dock(position, width, height, box, look.size)
    if placed is not None:
        area = Rect(placed.x, placed.y, placed.width or width, placed.height or height)
        rest = _beside(position, area, box, look.size)
    if parse_bool(value(chart.legend, "c:overlay")):
        rest = box
    if upright and placed is not None:
        area = Rect(area.x + max(0.0, area.width - width) / 2, area.y, min(width, area.width), area.height)
    nodes = _draw(rows, area, look, key, most, gap, upright, style)
    properties = own_properties(chart.legend)
    fill, stroke = style.fill(properties, area), style.stroke(properties)
    if fill is not None or stroke is not None:
        nodes = [PathNode(box_path(area), fill, stroke), *nodes]
    return tuple(nodes), rest


def _entries(chart: Chart) -> list[_Entry]:
    deleted = {
        int(parse_number(value(each, "c:idx"), -1))
        for each in children(chart.legend, "c:legendEntry")
        if parse_bool(value(each, "c:delete"))
    }
    found: list[_Entry] = []
    for plot in chart.plots:
        by_point = plot.vary and (len(plot.series) == 1 or plot.kind in ("pie", "doughnut"))
        if by_point and plot.series and plot.kind in ("pie", "doughnut", "bar"):
            series = plot.series[0]
            found += [_Entry(plot, series, index, name) for index, name in enumerate(series.categories)]
            continue
        listed = [_Entry(plot, each, -1, each.name or f"Series{each.index + 1}") for each in plot.series]
        position = value(chart.legend, "c:legendPos") or "r"
        backwards = position in ("r", "l", "tr") and (overlapped(plot) or (plot.kind == "area" and plot.stacked))
        found += reversed(listed) if backwards else listed
    return [entry for index, entry in enumerate(found) if index not in deleted]


def _key_width(entries: list[_Entry], look: Look, style: ChartStyle) -> float:
    curves = [entry for entry in entries if entry.plot.kind in ("line", "scatter", "radar")]
    lines = any(line_of(entry.plot, entry.series, style) is not None for entry in curves)
    return look.size * 2.4 if lines else look.size * 0.7


def _width(entry: _Entry, look: Look, key: float, most: float) -> float:
    return min(most, key + _GAP * 0.7 + look.width(entry.text))


def _between(entries: list[_Entry], look: Look, key: float, most: float) -> float:
    """The distance of entries side by side: less than usual where they fit into one row then."""
    free = most - sum(_width(entry, look, key, most) for entry in entries)
    each = free / max(1, len(entries) - 1)
    return each if _CLOSEST <= each < _GAP * 2 else _GAP * 2


def _rows(entries: list[_Entry], look: Look, key: float, most: float, gap: float, upright: bool) -> list[list[_Entry]]:
    if upright:
        return [[entry] for entry in entries]
    rows: list[list[_Entry]] = [[]]
    used = 0.0
    for entry in entries:
        width = _width(entry, look, key, most) + gap
        if rows[-1] and used + width - gap > most + 0.5:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += width
    return rows


def _dock(position: str, width: float, height: float, box: Rect, apart: float) -> tuple[Rect, Rect]:
    """Where a legend stands, and what it leaves; ``apart`` is its distance from the plot area beside it."""
    middle_x, middle_y = box.x + (box.width - width) / 2, box.y + (box.height - height) / 2
    wide, high = max(0.0, box.width - width - apart), max(0.0, box.height - height - _GAP)
    if position == "l":
        return Rect(box.x, middle_y, width, height), Rect(box.x + width + apart, box.y, wide, box.height)
    if position == "t":
        return Rect(middle_x, box.y, width, height), Rect(box.x, box.y + height + _GAP, box.width, high)
    if position == "b":
        return Rect(middle_x, box.y + box.height - height, width, height), Rect(box.x, box.y, box.width, high)
    top = box.y if position == "tr" else middle_y
    return Rect(box.x + box.width - width, top, width, height), Rect(box.x, box.y, wide, box.height)


def _beside(position: str, area: Rect, box: Rect, apart: float) -> Rect:
    """What a legend placed by hand leaves: it is where it is, and the plot area ends before it."""
    right, bottom = box.x + box.width, box.y + box.height
    if position == "b":
        return Rect(box.x, box.y, box.width, max(0.0, min(bottom, area.y - _GAP) - box.y))
    if position == "t":
        top = max(box.y, min(bottom, area.y + area.height + _GAP))
        return Rect(box.x, top, box.width, bottom - top)
    if position == "l":
        left = max(box.x, min(right, area.x + area.width + apart))
        return Rect(left, box.y, right - left, box.height)
    return Rect(box.x, box.y, max(0.0, min(right, area.x - apart) - box.x), box.height)


def _draw(
    rows: list[list[_Entry]],
    area: Rect,
    look: Look,
    key: float,
    most: float,
    gap: float,
    upright: bool,
    style: ChartStyle,
) -> list[Node]:
    nodes: list[Node] = []
    pitch = max(look.line, area.height / len(rows)) if upright else min(area.height / len(rows), look.line * 2)
    top = area.y + (area.height - pitch * len(rows)) / 2
    for number, row in enumerate(rows):
        width = sum(_width(entry, look, key, most) for entry in row) + gap * (len(row) - 1)
        x = area.x if upright else area.x + (area.width - width) / 2
        y = top + number * pitch
        for entry in row:
            nodes += _draw_key(entry, x, y + pitch / 2, key, look, style)
            text = shortened(entry.text, look, most - key - _GAP * 0.7)
            nodes += Block((text,), look).draw(x + key + _GAP * 0.7, y + (pitch - look.line) / 2)
            x += _width(entry, look, key, most) + gap
    return nodes


def _draw_key(entry: _Entry, x: float, y: float, width: float, look: Look, style: ChartStyle) -> list[Node]:
    plot, series = entry.plot, entry.series
    if plot.kind in ("line", "scatter", "radar"):
        nodes: list[Node] = []
        stroke = line_of(plot, series, style)
        if stroke is not None:
            nodes.append(PathNode(polyline([(x, y), (x + width, y)]), None, stroke))
        marker = marker_of(plot, series, -1, style)
        return [*nodes, draw_marker(marker, x + width / 2, y)] if marker is not None else nodes
    side = look.size * 0.7
    square = Rect(x + (width - side) / 2, y - side / 2, side, side)
    fill = fill_of(plot, series, entry.point, style, square)
    return [PathNode(box_path(square), fill, outline_of(series, entry.point, style))]


__all__ = ["draw_legend"]
