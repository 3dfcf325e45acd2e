"""An axis seen on the slide: its scale, its labels, and where a value or a category stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prezent_widgets.ooxml.units import parse_number
from prezent_widgets.ooxml.xml import value
from prezent_widgets.render.charts.model import Axis, Chart, Plot
from prezent_widgets.render.charts.number_format import format_number
from prezent_widgets.render.charts.scale import Scale, log_scale, nice_scale
from prezent_widgets.render.charts.style import ChartStyle, text_properties
from prezent_widgets.render.charts.write import Look
from prezent_widgets.render.context import Rect

_BIGGEST_BUBBLE = 0.25
"""The largest bubble's diameter as a share of the plot area's shorter side."""


@dataclass(frozen=True, slots=True)
class View:
    """An axis with everything automatic decided.

    ``scale`` is None for categories; ``labels`` are one a tick (a category). ``between`` says that categories are
    slots the axis is cut into, not points on it.
    """

    axis: Axis
    scale: Scale | None
    labels: tuple[str, ...]
    look: Look
    between: bool

    def share(self, number: float) -> float:
        """Return where a value (for categories: an index from 0) lies on the axis, 0 to 1 along its direction."""
        if self.scale is not None:
            found = self.scale.share(number)
        elif self.between:
            found = (number + 0.5) / max(1, len(self.labels))
        else:
            found = number / (len(self.labels) - 1) if len(self.labels) > 1 else 0.5
        return 1 - found if self.axis.reversed else found

    def at(self, number: float, box: Rect) -> float:
        """Return the coordinate of a value in a plot area: x on a level axis, y on an upright one."""
        return self.place(self.share(number), box)

    def place(self, share: float, box: Rect) -> float:
        """Return the coordinate of a share of the axis."""
        return box.y + box.height * (1 - share) if self.axis.vertical else box.x + box.width * share

    @property
    def origin(self) -> float:
        """The value bars stand on: zero, or the end nearest to it."""
        return 0.0 if self.scale is None else max(self.scale.low, min(self.scale.high, 0.0))


def plot_axes(plot: Plot, chart: Chart) -> tuple[Axis, Axis] | None:
    """Return a plot's category (or x) axis and its value (y) axis; None when the file lacks one."""
    found = [chart.axes[each] for each in plot.axes if each in chart.axes]
    if len(found) < 2:
        return None
    first, second = found[0], found[1]
    if plot.kind in ("scatter", "bubble"):
        return (second, first) if first.vertical and not second.vertical else (first, second)
    return (second, first) if first.kind == "val" and second.kind == "cat" else (first, second)


def category_view(axis: Axis, chart: Chart, plots: Sequence[Plot], style: ChartStyle) -> View:
    """Return the view of a category axis."""
    names = max((each.categories for plot in plots for each in plot.series), key=len, default=())
    count = max([len(names), *(len(each.values) for plot in plots for each in plot.series)])
    labels = (*names, *("" for _ in range(count - len(names))))
    crossing = chart.axes.get(axis.crossing)
    bars = any(plot.kind == "bar" for plot in plots)
    between = bars or crossing is None or crossing.between
    return View(axis, None, labels, style.look(text_properties(axis.element)), between)


def value_view(
    axis: Axis,
    plots: Sequence[Plot],
    style: ChartStyle,
    length: float,
    *,
    horizontal_values: bool,
    box: Rect | None = None,
) -> View:
    """Return the view of a value axis of about that length in points.

    Args:
        axis: The axis.
        plots: The plots that use it.
        style: For the size of its labels, which limits how many there can be.
        length: The axis's length in points.
        horizontal_values: Whether this is the x axis of a scatter chart.
        box: The plot area as far as it is known; bubbles take a share of it, and the axis holds them whole.
    """
    look = style.look(text_properties(axis.element))
    numbers = [number for plot in plots for number in extent(plot, horizontal_values)]
    least, most = min(numbers, default=0.0), max(numbers, default=1.0)
    percent = any(plot.percent for plot in plots)
    if axis.log_base is not None:
        positive = [number for number in numbers if number > 0]
        scale = log_scale(min(positive, default=1.0), most, axis.log_base, axis.minimum, axis.maximum)
    else:
        room = look.line * 1.25 if axis.vertical else look.size * 3.2
        intervals = max(2, min(10, int(length / room)))
        scale = nice_scale(
            least, most, low=axis.minimum, high=axis.maximum, step=axis.major, intervals=intervals, padded=not percent
        )
        reaches = _bubble_ends(plots, horizontal_values, scale, length, box)
        if reaches:
            least, most = min(least, *reaches), max(most, *reaches)
            scale = nice_scale(
                least, most, low=axis.minimum, high=axis.maximum, step=axis.major, intervals=intervals, padded=False
            )
    code = axis_format(axis, plots, percent)
    return View(axis, scale, tuple(format_number(tick, code) for tick in scale.ticks), look, False)


def axis_format(axis: Axis, plots: Iterable[Plot], percent: bool) -> str:
    """Return the format code of an axis's labels: its own, or that of the values it is linked to."""
    if not axis.linked and axis.format_code:
        return axis.format_code
    if percent:
        return "0%"
    source = (each.format_code for plot in plots for each in plot.series if each.format_code)
    return next(source, axis.format_code) if axis.format_code == "General" else axis.format_code


def extent(plot: Plot, horizontal_values: bool = False) -> list[float]:
    """Return the numbers a plot reaches: values, or the ends of its stacks."""
    if horizontal_values:
        return [x for each in plot.series for x in scatter_xs(each.xs, len(each.values)) if x is not None]
    if not plot.stacked:
        return [value for each in plot.series for value in each.values if value is not None]
    ends: list[float] = []
    for column in stacks(plot):
        for low, high in column:
            ends += [low, high]
    return ends


def _bubble_ends(
    plots: Sequence[Plot], horizontal_values: bool, scale: Scale, length: float, box: Rect | None
) -> list[float]:
    """Return how far bubbles reach along an axis, in its own values."""
    found: list[float] = []
    for plot in plots:
        if plot.kind != "bubble" or box is None or length <= 0:
            continue
        most, radius = largest_size(plot), largest_radius(plot, box) * (scale.high - scale.low) / length
        for series in plot.series:
            places = scatter_xs(series.xs, len(series.values)) if horizontal_values else series.values
            for place, size in zip(places, series.sizes, strict=False):
                if place is not None and size:
                    reach = radius * math.sqrt(abs(size) / most)
                    found += [place - reach, place + reach]
    return found


def largest_size(plot: Plot) -> float:
    """Return the largest size of a bubble."""
    return max((abs(size) for each in plot.series for size in each.sizes if size), default=1.0)


def largest_radius(plot: Plot, box: Rect) -> float:
    """Return the largest bubble's radius in points, in a plot area."""
    scale = max(0.0, min(3.0, parse_number(value(plot.element, "c:bubbleScale"), 100) / 100))
    return min(box.width, box.height) * _BIGGEST_BUBBLE * scale / 2


def scatter_xs(xs: Sequence[float | None], count: int) -> tuple[float | None, ...]:
    """Return the x values of a scatter series; 1, 2, 3 … when it has none."""
    if any(each is not None for each in xs):
        return tuple(xs)
    return tuple(float(index + 1) for index in range(count))


def stacks(plot: Plot) -> list[list[tuple[float, float]]]:
    """Return for each category where each series' piece begins and ends; negative bars go down from zero."""
    count = max((len(each.values) for each in plot.series), default=0)
    found: list[list[tuple[float, float]]] = []
    for index in range(count):
        values = [each.values[index] if index < len(each.values) else None for each in plot.series]
        total = sum(abs(one) for one in values if one is not None)
        divisor = total if plot.percent and total else 1.0
        up = down = 0.0
        column: list[tuple[float, float]] = []
        for one in values:
            amount = (one or 0.0) / divisor
            if amount >= 0 or plot.kind != "bar":
                column.append((up, up + amount))
                up += amount
            else:
                column.append((down, down + amount))
                down += amount
        found.append(column)
    return found


__all__ = [
    "View",
    "axis_format",
    "category_view",
    "extent",
    "largest_radius",
    "largest_size",
    "plot_axes",
    "scatter_xs",
    "stacks",
    "value_view",
]
