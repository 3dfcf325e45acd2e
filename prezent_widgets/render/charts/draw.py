"""A whole chart: background, title, legend, plot area (ECMA-376 part 1, 21.2.2.27)."""

from __future__ import annotations

from prezent_widgets.ooxml.package import Part
from prezent_widgets.ooxml.units import parse_bool
from prezent_widgets.ooxml.xml import child, value
from prezent_widgets.render.charts.cartesian import draw_cartesian
from prezent_widgets.render.charts.legend import draw_legend
from prezent_widgets.render.charts.manual import manual_box
from prezent_widgets.render.charts.model import Chart
from prezent_widgets.render.charts.pies import draw_pie
from prezent_widgets.render.charts.radar import draw_radar
from prezent_widgets.render.charts.read import left_out, read_chart, unknown_kinds
from prezent_widgets.render.charts.rich import placeholder_title, read_title
from prezent_widgets.render.charts.shapes import box_path
from prezent_widgets.render.charts.style import ChartStyle, own_properties, text_properties
from prezent_widgets.render.context import Context, Rect
from prezent_widgets.render.scene import Node, PathNode

_MARGIN = 7.0
_INSET = 3.6
"""Points above and below the lines of a title, as in any text box."""
_TITLE_SCALE = 1.2


def draw_chart(part: Part, rect: Rect, context: Context) -> tuple[Node, ...]:
    """Draw a chart part into a box of the slide.

    Args:
        part: The chart part (root ``c:chartSpace``).
        rect: Where it stands, in points.
        context: The slide's context; kinds that cannot be drawn exactly are warned of there.

    Returns:
        Nodes in painter's order; none for a chart without anything that can be drawn.

    Raises:
        PackageError: the part is not XML.
    """
    space = part.xml
    base = text_properties(space)
    chart = read_chart(space)
    style = ChartStyle(context.on(part), () if base is None else (base,), chart.style, _colour_count(chart))
    for name in unknown_kinds(space):
        context.warn("chart", f"A chart of the kind {name!r} is drawn flat or left out.")
    for words in left_out(space):
        context.warn("chart", f"A chart is drawn without {words}.")
    nodes: list[Node] = []
    nodes += _background(own_properties(space), rect, style)
    box = rect.inset(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    title, box = _title(chart, box, rect, style)
    legend, box = draw_legend(chart, box, rect, style)
    area = child(space, "c:chart", "c:plotArea")
    if chart.plots:
        nodes += _plots(chart, box, manual_box(area, rect), style, rect)
    return (*nodes, *title, *legend)


def _colour_count(chart: Chart) -> int:
    varied = [len(plot.series[0].values) for plot in chart.plots if plot.vary and plot.series]
    return max([1, *varied, *(each.index + 1 for plot in chart.plots for each in plot.series)])


def _background(properties: object, box: Rect, style: ChartStyle) -> list[Node]:
    fill, stroke = style.fill(properties, box), style.stroke(properties)
    return [PathNode(box_path(box), fill, stroke)] if fill is not None or stroke is not None else []


def _title(chart: Chart, box: Rect, whole: Rect, style: ChartStyle) -> tuple[tuple[Node, ...], Rect]:
    chart_element = child(chart.element, "c:chart")
    element = child(chart_element, "c:title")
    if element is None and (parse_bool(value(chart_element, "c:autoTitleDeleted")) or not chart.automatic_title):
        return (), box
    names = [each.name for plot in chart.plots for each in plot.series]
    automatic = chart.automatic_title or (names[0] if len(names) == 1 else placeholder_title(chart.element))
    title = read_title(element, style, automatic=automatic, scale=_TITLE_SCALE, width=box.width * 0.95)
    if title is None:
        return (), box
    placed = manual_box(element, whole)
    if placed is not None:
        nodes = title.draw(placed.x + title.width / 2, placed.y + title.height / 2)
    else:
        nodes = title.draw(box.x + box.width / 2, box.y + _INSET + title.height / 2)
    if parse_bool(value(element, "c:overlay")):
        return nodes, box
    used = title.height + 2 * _INSET + _MARGIN
    return nodes, Rect(box.x, box.y + used, box.width, max(0.0, box.height - used))


def _plots(chart: Chart, box: Rect, placed: Rect | None, style: ChartStyle, whole: Rect) -> list[Node]:
    round_plots = [plot for plot in chart.plots if plot.kind in ("pie", "doughnut")]
    nodes: list[Node] = []
    if len(round_plots) < len(chart.plots) and not any(plot.kind == "radar" for plot in chart.plots):
        nodes += draw_cartesian(chart, box, placed, style, whole)
    area = box if placed is None or not placed.width else placed
    for plot in chart.plots:
        if plot.kind == "radar":
            nodes += draw_radar(plot, chart, area, style)
    for plot in round_plots:
        nodes += draw_pie(plot, area, style)
    return nodes


__all__ = ["draw_chart"]
