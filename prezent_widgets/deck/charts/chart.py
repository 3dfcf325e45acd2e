"""Native charts: real data with an embedded workbook, theme colours only, drawn to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from prezent_widgets.deck.alt import set_alt
from prezent_widgets.deck.charts.style import style_chart
from prezent_widgets.deck.office import CategoryChartData, ChartPlaceholder, ChartType, Slide, XyChartData
from prezent_widgets.deck.xml import Element

Kind = Literal["column", "bar", "line", "stacked_column", "stacked_bar", "share_column", "doughnut", "scatter"]

_TYPES: dict[str, Any] = {
    "column": ChartType.COLUMN_CLUSTERED,
    "bar": ChartType.BAR_CLUSTERED,
    "line": ChartType.LINE,
    "stacked_column": ChartType.COLUMN_STACKED,
    "stacked_bar": ChartType.BAR_STACKED,
    "share_column": ChartType.COLUMN_STACKED_100,
    "doughnut": ChartType.DOUGHNUT,
    "scatter": ChartType.XY_SCATTER,
}


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """What a chart shows. ``highlight`` is (series, point or None for the whole series); ``size`` the text in points.

    ``reference`` (name, value) becomes a dashed line. ``title`` is drawn in the chart when it is not empty.
    """

    kind: Kind
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    number_format: str = "#,##0"
    highlight: tuple[int, int | None] | None = None
    data_labels: bool = False
    reference: tuple[str, float] | None = None
    title: str = ""
    axis_titles: tuple[str, str] = ("", "")
    alt: str = ""
    size: float = 12.0
    box: tuple[float, float] = (560.0, 290.0)


def add_chart(slide: Slide, shape: Element, spec: ChartSpec) -> Element:
    """Put a native chart where the placeholder ``shape`` (a ``p:sp`` of the slide) stands; gives its frame."""
    holder = ChartPlaceholder(shape, slide.shapes)
    data = _xy_data(spec) if spec.kind == "scatter" else _category_data(spec)
    kind = ChartType.LINE_MARKERS if spec.kind == "line" and len(spec.categories) <= 8 else _TYPES[spec.kind]
    frame = holder.insert_chart(kind, data)
    style_chart(frame.chart.part._element, spec)
    element = frame._element
    set_alt(element, spec.alt)
    return element


def _category_data(spec: ChartSpec) -> Any:
    data = CategoryChartData(number_format=spec.number_format)
    data.categories = list(spec.categories)
    for name, values in _series(spec):
        data.add_series(name, list(values))
    return data


def _series(spec: ChartSpec) -> Sequence[tuple[str, tuple[float | None, ...]]]:
    """The series as drawn, the reference line last."""
    if spec.reference is None or spec.kind not in REFERENCE_KINDS:
        return spec.series
    name, value = spec.reference
    return (*spec.series, (name, (value,) * len(spec.categories)))


def _xy_data(spec: ChartSpec) -> Any:
    data = XyChartData(number_format=spec.number_format)
    xs = [_number(text) for text in spec.categories]
    for name, values in spec.series:
        series = data.add_series(name)
        for x, y in zip(xs, values, strict=False):
            if x is not None and y is not None:
                series.add_data_point(x, y)
    return data


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


REFERENCE_KINDS = frozenset({"column", "stacked_column", "line"})

__all__ = ["REFERENCE_KINDS", "ChartSpec", "Kind", "add_chart"]
