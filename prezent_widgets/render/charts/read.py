"""A ``c:chartSpace`` read into plain values (ECMA-376 part 1, 21.2.2)."""

from __future__ import annotations

from typing import Literal

from prezent_widgets.ooxml.chart_cache import cache_of, format_code, numbers, points, text_of
from prezent_widgets.ooxml.units import parse_bool, parse_number
from prezent_widgets.ooxml.xml import Element, attr, child, children, local, value
from prezent_widgets.render.charts.model import Axis, Chart, Kind, Plot, Series
from prezent_widgets.render.charts.number_format import format_number

_KINDS: dict[str, Kind] = {
    "barChart": "bar", "bar3DChart": "bar", "lineChart": "line", "line3DChart": "line", "stockChart": "line",
    "areaChart": "area", "area3DChart": "area", "pieChart": "pie", "pie3DChart": "pie", "ofPieChart": "pie",
    "doughnutChart": "doughnut", "scatterChart": "scatter", "bubbleChart": "bubble", "radarChart": "radar",
}  # fmt: skip


def read_chart(space: Element) -> Chart:
    """Read a chart part's root element; plots of unknown kinds are left out."""
    chart = child(space, "c:chart")
    area = child(chart, "c:plotArea")
    plots = tuple(_plot(each, _KINDS[local(each)]) for each in children(area) if local(each) in _KINDS)
    names = [each.name for plot in plots for each in plot.series]
    untitled = parse_bool(value(chart, "c:autoTitleDeleted"), False)
    return Chart(
        plots=plots,
        axes={axis.id: axis for axis in map(_axis, children(area, "c:catAx", "c:valAx", "c:dateAx", "c:serAx"))},
        element=space,
        style=_style(space),
        automatic_title=names[0] if len(names) == 1 and not untitled else "",
        legend=child(chart, "c:legend"),
    )


def unknown_kinds(space: Element) -> list[str]:
    """Return the names of plots that cannot be drawn, and of those drawn flat."""
    area = child(space, "c:chart", "c:plotArea")
    plots = [local(each) for each in children(area) if local(each).endswith("Chart")]
    return [name for name in plots if name not in _KINDS or "3D" in name or name in ("ofPieChart", "stockChart")]


def left_out(space: Element) -> list[str]:
    """Return what a chart has that is not drawn, in words for a warning."""
    area = child(space, "c:chart", "c:plotArea")
    found = {local(each) for each in area.iter() if isinstance(each.tag, str)} if area is not None else set[str]()
    names = [words for name, words in _LEFT_OUT.items() if name in found]
    if child(area, "c:dTable") is not None:
        names.append("the data table")
    labels = area.iter("{*}dLbl") if area is not None else ()
    if any(child(each, "c:layout", "c:manualLayout") is not None for each in labels):
        names.append("the places of labels moved by hand, and lines to them")
    return names


_LEFT_OUT = {
    "errBars": "error bars", "trendline": "trend lines", "dropLines": "drop lines", "hiLowLines": "high-low lines",
    "upDownBars": "up and down bars", "serLines": "series lines", "dispUnits": "the display units' label",
    "multiLvlStrRef": "all levels of category names but the first",
}  # fmt: skip


def _style(space: Element) -> int:
    choice = next(iter(space.iter("{http://schemas.microsoft.com/office/drawing/2007/8/2/chart}style")), None)
    number = int(parse_number(value(space, "c:style"), 0)) or int(parse_number(attr(choice, "val"), 102)) - 100
    return number if 1 <= number <= 48 else 2


def _plot(element: Element, kind: Kind) -> Plot:
    series = [_series(each) for each in children(element, "c:ser")]
    horizontal = kind == "bar" and value(element, "c:barDir") == "bar"
    default = "clustered" if kind == "bar" else "standard"
    return Plot(
        kind=kind,
        series=tuple(sorted(series, key=lambda each: each.order)),
        element=element,
        axes=tuple(each.get("val") or "" for each in children(element, "c:axId")),
        horizontal=horizontal,
        grouping=value(element, "c:grouping") or default,
        gap=_clamp(_percent(value(element, "c:gapWidth"), 150), 0, 5),
        overlap=_clamp(_percent(value(element, "c:overlap"), 0), -1, 1),
        vary=_vary(element, kind),
        hole=_clamp(_percent(value(element, "c:holeSize"), 50), 0.1, 0.9),
        first_angle=parse_number(value(element, "c:firstSliceAng")) % 360,
    )


def _vary(element: Element, kind: Kind) -> bool:
    found = child(element, "c:varyColors")
    return kind in ("pie", "doughnut") if found is None else parse_bool(found.get("val"), True)


def _series(element: Element) -> Series:
    values = child(element, "c:val")
    values = child(element, "c:yVal") if values is None else values
    labels = child(element, "c:cat")
    labels = child(element, "c:xVal") if labels is None else labels
    found = numbers(values)
    categories = _texts(labels)
    count = max(len(found), len(categories))
    return Series(
        index=int(parse_number(value(element, "c:idx"))),
        order=int(parse_number(value(element, "c:order"))),
        name=" ".join(_texts(child(element, "c:tx"))) or (text_of(child(element, "c:tx", "c:v"))),
        categories=categories or tuple(str(each + 1) for each in range(count)),
        values=found,
        xs=numbers(labels),
        sizes=numbers(child(element, "c:bubbleSize")),
        format_code=format_code(values),
        element=element,
    )


def _texts(element: Element | None) -> tuple[str, ...]:
    cache = cache_of(element)
    code = text_of(child(cache, "c:formatCode"))
    found: list[str] = []
    for text in points(cache):
        number = parse_number(text, float("inf")) if code and text else float("inf")
        found.append(format_number(number, code) if number != float("inf") else text or "")
    return tuple(found)


def _axis(element: Element) -> Axis:
    scaling = child(element, "c:scaling")
    kind: Literal["cat", "val"] = "val" if local(element) == "valAx" else "cat"
    return Axis(
        id=value(element, "c:axId") or "",
        kind=kind,
        element=element,
        position=value(element, "c:axPos") or ("l" if kind == "val" else "b"),
        deleted=parse_bool(value(element, "c:delete", default="1"), True) if child(element, "c:delete") is not None
        else False,
        crossing=value(element, "c:crossAx") or "",
        minimum=_optional(value(scaling, "c:min")),
        maximum=_optional(value(scaling, "c:max")),
        major=_optional(value(element, "c:majorUnit")),
        reversed=value(scaling, "c:orientation") == "maxMin",
        log_base=_optional(value(scaling, "c:logBase")),
        format_code=attr(child(element, "c:numFmt"), "formatCode", "General") or "General",
        linked=parse_bool(attr(child(element, "c:numFmt"), "sourceLinked"), True),
        label_position=value(element, "c:tickLblPos") or "nextTo",
        crosses=value(element, "c:crosses") or "autoZero",
        crosses_at=_optional(value(element, "c:crossesAt")),
        between=value(element, "c:crossBetween") != "midCat",
    )  # fmt: skip


def _optional(text: str | None) -> float | None:
    number = parse_number(text, float("inf"))
    return None if text is None or number == float("inf") else number


def _percent(text: str | None, default: float) -> float:
    return parse_number((text or "").rstrip("%") or None, default) / 100


def _clamp(number: float, low: float, high: float) -> float:
    return max(low, min(high, number))


__all__ = ["left_out", "read_chart", "unknown_kinds"]
