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

_GAP = 6.0


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
    rows = _rows(entries, look, key, most, upright)
    widths = [sum(_width(entry, look, key, most) for entry in row) + _GAP * 2 * (len(row) - 1) for row in rows]
    width, height = max(widths), look.line * len(rows)
    placed = manual_box(chart.legend, whole)
    area, rest = _dock(position, width, height, box)
    if placed is not None:
        area = Rect(placed.x, placed.y, placed.width or width, placed.height or height)
        if not upright:
            rows = _rows(entries, look, key, area.width, upright)
    if parse_bool(value(chart.legend, "c:overlay")):
        rest = box
    nodes = _draw(rows, area, look, key, most, upright, style)
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


def _rows(entries: list[_Entry], look: Look, key: float, most: float, upright: bool) -> list[list[_Entry]]:
    if upright:
        return [[entry] for entry in entries]
    rows: list[list[_Entry]] = [[]]
    used = 0.0
    for entry in entries:
        width = _width(entry, look, key, most) + _GAP * 2
        if rows[-1] and used + width - _GAP * 2 > most + 0.5:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += width
    return rows


def _dock(position: str, width: float, height: float, box: Rect) -> tuple[Rect, Rect]:
    middle_x, middle_y = box.x + (box.width - width) / 2, box.y + (box.height - height) / 2
    wide, high = max(0.0, box.width - width - _GAP * 2), max(0.0, box.height - height - _GAP)
    if position == "l":
        return Rect(box.x, middle_y, width, height), Rect(box.x + width + _GAP * 2, box.y, wide, box.height)
    if position == "t":
        return Rect(middle_x, box.y, width, height), Rect(box.x, box.y + height + _GAP, box.width, high)
    if position == "b":
        return Rect(middle_x, box.y + box.height - height, width, height), Rect(box.x, box.y, box.width, high)
    top = box.y if position == "tr" else middle_y
    return Rect(box.x + box.width - width, top, width, height), Rect(box.x, box.y, wide, box.height)


def _draw(
    rows: list[list[_Entry]], area: Rect, look: Look, key: float, most: float, upright: bool, style: ChartStyle
) -> list[Node]:
    nodes: list[Node] = []
    pitch = max(look.line, area.height / len(rows)) if upright else area.height / len(rows)
    pitch = min(pitch, look.line * 2)
    top = area.y + (area.height - pitch * len(rows)) / 2
    for number, row in enumerate(rows):
        width = sum(_width(entry, look, key, most) for entry in row) + _GAP * 2 * (len(row) - 1)
        x = area.x if upright else area.x + (area.width - width) / 2
        y = top + number * pitch
        for entry in row:
            nodes += _draw_key(entry, x, y + pitch / 2, key, look, style)
            text = shortened(entry.text, look, most - key - _GAP * 0.7)
            nodes += Block((text,), look).draw(x + key + _GAP * 0.7, y + (pitch - look.line) / 2)
            x += _width(entry, look, key, most) + _GAP * 2
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
