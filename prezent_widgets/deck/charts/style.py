"""The look of a native chart: one emphasised series or point, theme colours throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prezent_widgets.deck.charts.axes import style_axes
from prezent_widgets.deck.charts.series import style_series, style_slices
from prezent_widgets.deck.charts.xml import chart_title_xml, child, groups, ordered, text_properties
from prezent_widgets.deck.office import etree
from prezent_widgets.deck.xml import C, Element

if TYPE_CHECKING:
    from prezent_widgets.deck.charts.chart import ChartSpec


def style_chart(space: Element, spec: ChartSpec) -> None:
    """Restyle a chart part's ``c:chartSpace`` as python-pptx wrote it."""
    _set_up(space, spec)
    plot = space.find(f"{C}chart/{C}plotArea")
    if spec.reference is not None:
        _move_reference(plot, spec)
    for group in groups(plot):
        _style_group(group, spec)
    if spec.kind == "doughnut":
        style_slices(plot, spec)
    else:
        style_series(plot, spec)
        style_axes(plot, spec)


def _set_up(space: Element, spec: ChartSpec) -> None:
    chart = space.find(f"{C}chart")
    rounded = ordered(space, "roundedCorners", ("date1904", "lang"))
    rounded.set("val", "0")
    for name in ("title", "autoTitleDeleted"):
        for old in chart.findall(f"{C}{name}"):
            chart.remove(old)
    deleted = etree.Element(f"{C}autoTitleDeleted", val="0" if spec.title else "1")
    chart.insert(0, deleted)
    if spec.title:
        chart.insert(0, chart_title_xml(spec.title, spec.size + 2, bold=True))
    _legend(chart, spec)
    blanks = chart.find(f"{C}dispBlanksAs")
    if blanks is not None:
        blanks.set("val", "gap")
    for old in space.findall(f"{C}txPr"):
        space.remove(old)
    text = text_properties(spec.size, "tx1")
    chart.addnext(text)


def _legend(chart: Element, spec: ChartSpec) -> None:
    for old in chart.findall(f"{C}legend"):
        chart.remove(old)
    count = len(spec.series) + (1 if spec.reference is not None else 0)
    if count < 2 and spec.kind != "doughnut":
        return
    legend = etree.Element(f"{C}legend")
    child(legend, "legendPos").set("val", "r" if spec.kind == "doughnut" else "t")
    child(legend, "overlay").set("val", "0")
    legend.append(text_properties(spec.size, "tx1"))
    chart.find(f"{C}plotArea").addnext(legend)


def _move_reference(plot: Element, spec: ChartSpec) -> None:
    """The target's series leaves the columns and becomes a line on the same axes."""
    group = groups(plot)[0]
    if group.tag == f"{C}lineChart" or spec.kind not in ("column", "stacked_column"):
        return
    series = group.findall(f"{C}ser")[-1]
    group.remove(series)
    for tag in ("invertIfNegative", "dLbls"):
        for old in series.findall(f"{C}{tag}"):
            series.remove(old)
    line = etree.Element(f"{C}lineChart")
    child(line, "grouping").set("val", "standard")
    child(line, "varyColors").set("val", "0")
    line.append(series)
    child(line, "marker").set("val", "1")
    for axis in group.findall(f"{C}axId"):
        child(line, "axId").set("val", axis.get("val"))
    group.addnext(line)


def _style_group(group: Element, spec: ChartSpec) -> None:
    varied = group.find(f"{C}varyColors")
    if varied is not None:
        varied.set("val", "1" if spec.kind == "doughnut" else "0")
    if group.tag == f"{C}barChart":
        for tag in ("gapWidth", "overlap"):
            for old in group.findall(f"{C}{tag}"):
                group.remove(old)
        many = len(spec.series) > 1 and spec.kind in ("column", "bar")
        axis = group.find(f"{C}axId")
        axis.addprevious(etree.Element(f"{C}gapWidth", val=str(_gap(spec, many=many))))
        stacked = spec.kind in ("stacked_column", "stacked_bar", "share_column")
        axis.addprevious(etree.Element(f"{C}overlap", val="100" if stacked else "-5" if many else "0"))
    if spec.kind == "doughnut":
        for old in group.findall(f"{C}holeSize"):
            group.remove(old)
        child(group, "holeSize").set("val", "58")


def _gap(spec: ChartSpec, *, many: bool) -> int:
    """The gap between groups in per cent of a bar: wider for few groups, so that bars never become blocks."""
    few = {1: 250, 2: 150, 3: 90, 4: 65}.get(len(spec.categories), 45)
    return max(few, 70) if many else few


__all__ = ["style_chart"]
