"""The look of a native chart: quiet axes, thin gridlines, one emphasised series or point, theme colours throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prezent_widgets.deck.chart_xml import (
    child,
    colour,
    no_fill,
    number_format,
    ordered,
    outline,
    shape_properties,
    text_properties,
)
from prezent_widgets.deck.office import etree
from prezent_widgets.deck.xml import A, C, Element

if TYPE_CHECKING:
    from prezent_widgets.deck.charts import ChartSpec

ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
QUIET = ("tx1 lumMod=40 lumOff=60", "tx1 lumMod=25 lumOff=75", "tx1 lumMod=50 lumOff=50", "tx1 lumMod=15 lumOff=85")
QUIET_SERIES = (
    "tx1 lumMod=40 lumOff=60",
    "accent2 lumMod=60 lumOff=40",
    "tx1 lumMod=20 lumOff=80",
    "accent4 lumMod=60 lumOff=40",
    "accent5 lumMod=60 lumOff=40",
)
SKIPS = (1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 240, 365)
LABEL = "tx1 lumMod=65 lumOff=35"
HAIR = "tx1 lumMod=25 lumOff=75"
GRID = "tx1 lumMod=10 lumOff=90"


def style_chart(space: Element, spec: ChartSpec) -> None:
    """Restyle a chart part's ``c:chartSpace`` as python-pptx wrote it."""
    _set_up(space, spec)
    plot = space.find(f"{C}chart/{C}plotArea")
    if spec.reference is not None:
        _move_reference(plot, spec)
    for group in _groups(plot):
        _style_group(group, spec)
    if spec.kind == "doughnut":
        _style_slices(plot, spec)
    else:
        _style_series(plot, spec)
        _style_axes(plot, spec)


def labelled(spec: ChartSpec) -> bool:
    """Whether values stand at the marks, so that the value axis can go."""
    if spec.kind in ("scatter", "line"):
        return False
    if spec.kind in ("column", "bar"):
        marks = len(spec.categories) * len(spec.series)
        room = spec.box[0] / max(1, marks) >= 34 if spec.kind == "column" else spec.box[1] / max(1, marks) >= 13
        return room and (spec.data_labels or len(spec.series) == 1 or marks <= 12)
    if spec.kind == "doughnut":
        return True
    return spec.data_labels and len(spec.series) * len(spec.categories) <= 24


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
        chart.insert(0, _title(spec.title, spec.size + 2, bold=True))
    _legend(chart, spec)
    blanks = chart.find(f"{C}dispBlanksAs")
    if blanks is not None:
        blanks.set("val", "gap")
    for old in space.findall(f"{C}txPr"):
        space.remove(old)
    text = text_properties(spec.size, "tx1")
    chart.addnext(text)


def _title(text: str, size: float, *, bold: bool) -> Element:
    title = etree.Element(f"{C}title")
    rich = child(child(title, "tx"), "rich")
    for tag in ("bodyPr", "lstStyle"):
        etree.SubElement(rich, f"{A}{tag}")
    paragraph = etree.SubElement(rich, f"{A}p")
    properties = etree.SubElement(
        etree.SubElement(paragraph, f"{A}pPr"), f"{A}defRPr", sz=str(round(size * 100)), b=str(int(bold))
    )
    properties.append(colour(LABEL, wrapped=True))
    run = etree.SubElement(paragraph, f"{A}r")
    own = etree.SubElement(run, f"{A}rPr", lang="en-US", sz=str(round(size * 100)), b=str(int(bold)))
    own.append(colour(LABEL, wrapped=True))
    etree.SubElement(run, f"{A}t").text = text
    child(title, "overlay").set("val", "0")
    return title


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


def _groups(plot: Element) -> list[Element]:
    """The chart groups (``c:barChart`` …) of a plot area."""
    return [item for item in plot if isinstance(item.tag, str) and item.tag.endswith("Chart")]


def _move_reference(plot: Element, spec: ChartSpec) -> None:
    """The target's series leaves the columns and becomes a line on the same axes."""
    group = _groups(plot)[0]
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


def series_colours(spec: ChartSpec) -> list[str]:
    """A theme colour for each series; with one highlighted, the others step back."""
    count = len(spec.series)
    if spec.highlight is not None and count > 1:
        chosen = spec.highlight[0]
        quiet = iter(QUIET_SERIES * (count // len(QUIET_SERIES) + 1))
        return ["accent1" if number == chosen else next(quiet) for number in range(count)]
    if count == 1:
        return [
            QUIET[0]
            if spec.highlight is not None and spec.highlight[1] is not None and spec.kind != "line"
            else "accent1"
        ]
    return [ACCENTS[number % len(ACCENTS)] for number in range(count)]


def _style_series(plot: Element, spec: ChartSpec) -> None:
    colours = series_colours(spec)
    for group in _groups(plot):
        for series in group.findall(f"{C}ser"):
            number = int(series.find(f"{C}idx").get("val"))
            reference = number >= len(spec.series)
            paint = "accent3" if reference else colours[number]
            emphasised = spec.highlight is not None and spec.highlight[0] == number
            if group.tag in (f"{C}lineChart", f"{C}scatterChart"):
                _style_line(series, spec, paint, emphasised=emphasised, reference=reference, number=number)
            else:
                _style_bars(series, spec, paint, emphasised=emphasised, number=number)


def _style_bars(series: Element, spec: ChartSpec, paint: str, *, emphasised: bool, number: int) -> None:
    _clear(series, "spPr", "dPt", "dLbls")
    shape_properties(series, fill=paint)
    point = spec.highlight[1] if spec.highlight is not None and emphasised else None
    if point is not None:
        _point(series, point, fill="accent1")
    if labelled(spec):
        stacked = spec.kind in ("stacked_column", "stacked_bar", "share_column")
        place = "ctr" if stacked else "inEnd" if spec.reference is not None else "outEnd"
        _labels(series, spec, place=place, paint=paint, accent=point)


def _style_line(
    series: Element, spec: ChartSpec, paint: str, *, emphasised: bool, reference: bool, number: int
) -> None:
    _clear(series, "spPr", "marker", "dPt", "dLbls", "smooth")
    scatter = spec.kind == "scatter"
    if reference:
        shape_properties(series, line=paint, width=1.5, dash="dash")
        _marker(series, "", 0)
    elif scatter:
        shape_properties(series, line="", width=1.0)
        _marker(series, paint, 7)
    else:
        alone = len(spec.series) == 1
        shape_properties(series, line=paint, width=3.0 if emphasised or alone else 2.0)
        few = len(spec.categories) <= 8
        _marker(series, paint if few else "", 7 if few else 0)
        _mark_points(series, spec, paint, emphasised=emphasised or alone, number=number)
    tail = etree.Element(f"{C}smooth", val="0")
    series.append(tail)


def _mark_points(series: Element, spec: ChartSpec, paint: str, *, emphasised: bool, number: int) -> None:
    """Label what the eye needs on a line: the highlighted point, and the last one of an emphasised series."""
    values = spec.series[number][1]
    last = max((index for index, value in enumerate(values) if value is not None), default=-1)
    point = spec.highlight[1] if spec.highlight is not None and spec.highlight[0] == number else None
    chosen = {index for index in (point, last if emphasised else None) if index is not None and index >= 0}
    if point is not None and abs(last - point) * spec.box[0] < 44 * len(spec.categories):
        chosen.discard(last if last != point else -1)  # two labels side by side would run into each other
    if not chosen:
        return
    if point is not None:
        _point(series, point, marker=paint)
    labels = etree.Element(f"{C}dLbls")
    for index in sorted(chosen):
        _label(labels, spec, index, place="t", ink="tx1")
    _show(labels, value=False)
    _insert(series, labels)


def _marker(series: Element, paint: str, size: int) -> None:
    marker = etree.Element(f"{C}marker")
    child(marker, "symbol").set("val", "circle" if paint else "none")
    if paint:
        child(marker, "size").set("val", str(size))
        shape_properties(marker, fill=paint, line="bg1", width=0.75)
    series.find(f"{C}spPr").addnext(marker)


def _point(series: Element, index: int, *, fill: str = "", marker: str = "") -> None:
    point = etree.Element(f"{C}dPt")
    child(point, "idx").set("val", str(index))
    if marker:
        mark = child(point, "marker")
        child(mark, "symbol").set("val", "circle")
        child(mark, "size").set("val", "10")
        shape_properties(mark, fill=marker, line="bg1", width=1.0)
    else:
        child(point, "invertIfNegative").set("val", "0")
    child(point, "bubble3D").set("val", "0")
    if fill:
        shape_properties(point, fill=fill)
    _insert(series, point)


def _labels(series: Element, spec: ChartSpec, *, place: str, paint: str, accent: int | None) -> None:
    """Values at the marks; inside a mark the ink follows the mark's colour, also that of an accented point."""
    inside = place != "outEnd"
    labels = etree.Element(f"{C}dLbls")
    if inside and accent is not None:
        _label(labels, spec, accent, place=place, ink="bg1")
    labels.append(number_format(spec.number_format))
    child(labels, "spPr").append(no_fill())
    labels.append(text_properties(spec.size, _ink(paint) if inside else "tx1", bold=not inside))
    child(labels, "dLblPos").set("val", place)
    _show(labels, value=True)
    _insert(series, labels)


def _label(labels: Element, spec: ChartSpec, index: int, *, place: str, ink: str) -> None:
    """The label of one point (``c:dLbl``), bold."""
    label = etree.SubElement(labels, f"{C}dLbl")
    child(label, "idx").set("val", str(index))
    label.append(number_format(spec.number_format))
    child(label, "spPr").append(no_fill())
    label.append(text_properties(spec.size, ink, bold=True))
    child(label, "dLblPos").set("val", place)
    _show(label, value=True)


def _ink(paint: str) -> str:
    """Text on a mark: light on full colours, dark on tints."""
    return "tx1" if "lumOff" in paint else "bg1"


def _show(labels: Element, *, value: bool, percent: bool = False) -> None:
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        wanted = (value and name == "showVal") or (percent and name == "showPercent")
        child(labels, name).set("val", "1" if wanted else "0")


def _slice_colours(count: int, chosen: int | None) -> list[str]:
    """A colour for each slice; beside a chosen one the others are quiet."""
    if chosen is None:
        return [ACCENTS[index % len(ACCENTS)] for index in range(count)]
    quiet = iter(QUIET * (count // len(QUIET) + 1))
    return ["accent1" if index == chosen else next(quiet) for index in range(count)]


def _style_slices(plot: Element, spec: ChartSpec) -> None:
    series = plot.find(f".//{C}ser")
    _clear(series, "dPt", "dLbls", "spPr")
    shape_properties(series, line="bg1", width=1.5)
    chosen = spec.highlight[1] if spec.highlight is not None else None
    paints = _slice_colours(len(spec.categories), chosen)
    for index, paint in enumerate(paints):
        point = etree.Element(f"{C}dPt")
        child(point, "idx").set("val", str(index))
        child(point, "bubble3D").set("val", "0")
        shape_properties(point, fill=paint, line="bg1", width=1.5)
        _insert(series, point)
    labels = etree.Element(f"{C}dLbls")
    for index, paint in enumerate(paints):
        label = etree.SubElement(labels, f"{C}dLbl")
        child(label, "idx").set("val", str(index))
        label.append(number_format("0%"))
        child(label, "spPr").append(no_fill())
        label.append(text_properties(spec.size, _ink(paint), bold=True))
        _show(label, value=False, percent=True)
    labels.append(number_format("0%"))
    child(labels, "spPr").append(no_fill())
    labels.append(text_properties(spec.size, "bg1", bold=True))
    _show(labels, value=False, percent=True)
    child(labels, "showLeaderLines").set("val", "0")
    _insert(series, labels)


def _style_axes(plot: Element, spec: ChartSpec) -> None:
    horizontal = spec.kind in ("bar", "stacked_bar")
    axes = [item for item in plot if item.tag in (f"{C}catAx", f"{C}dateAx", f"{C}valAx")]
    for number, axis in enumerate(axes):
        value = axis.tag == f"{C}valAx" and (spec.kind != "scatter" or number == 1)
        _axis(axis, spec, value=value, horizontal=horizontal)


def _axis(axis: Element, spec: ChartSpec, *, value: bool, horizontal: bool) -> None:
    _clear(
        axis,
        "majorGridlines",
        "minorGridlines",
        "title",
        "numFmt",
        "majorTickMark",
        "minorTickMark",
        "tickLblPos",
        "spPr",
        "txPr",
    )
    hidden = value and labelled(spec) and spec.reference is None
    axis.find(f"{C}delete").set("val", "1" if hidden else "0")
    scaling = axis.find(f"{C}scaling")
    if value and spec.kind not in ("line", "scatter"):
        _bound(scaling, spec)
    if horizontal and not value:
        child(scaling, "orientation", first=True).set("val", "maxMin")
    cross = axis.find(f"{C}crossAx")
    parts: list[Element] = []
    if value and not hidden:
        grid = etree.Element(f"{C}majorGridlines")
        shape_properties(grid, line=GRID, width=0.75)
        parts.append(grid)
    title = spec.axis_titles[1 if value else 0]
    if title and not hidden:
        parts.append(_title(title, spec.size, bold=False))
    parts.append(number_format(spec.number_format if value else "General"))
    if value and spec.kind == "share_column":
        parts[-1].set("formatCode", "0%")
    parts += [etree.Element(f"{C}majorTickMark", val="none"), etree.Element(f"{C}minorTickMark", val="none")]
    parts.append(etree.Element(f"{C}tickLblPos", val="nextTo" if value and not _negative(spec) else "low"))
    line = etree.Element(f"{C}spPr")
    line.append(outline("" if value else HAIR, 1.0))
    parts += [line, text_properties(spec.size, LABEL if value else "tx1")]
    for part in parts:
        cross.addprevious(part)
    if not value:
        _thin_labels(axis, spec)
    elif horizontal:
        for old in axis.findall(f"{C}crosses"):
            old.set("val", "max")


def _negative(spec: ChartSpec) -> bool:
    return any(value is not None and value < 0 for _, values in spec.series for value in values)


def _bound(scaling: Element, spec: ChartSpec) -> None:
    """Bars start at zero, whatever the program would choose."""
    _clear(scaling, "max", "min")
    values = [value for _, series in spec.series for value in series if value is not None]
    if not _negative(spec):
        child(scaling, "min").set("val", "0")
    elif labelled(spec) and spec.kind in ("column", "bar"):
        # room for the labels at the ends of the bars, which else run into the names of the categories
        if max(values) > 0:
            child(scaling, "max").set("val", f"{max(values) * 1.18:.6g}")
        child(scaling, "min").set("val", f"{min(values) * 1.18:.6g}")


def _thin_labels(axis: Element, spec: ChartSpec) -> None:
    """Leave out labels rather than turning or squeezing them, on axes of many points."""
    if spec.kind in ("bar", "stacked_bar", "scatter") or not spec.categories:
        return
    longest = max(len(name) for name in spec.categories)
    room = spec.box[0] / len(spec.categories)
    wanted = (longest * 0.48 + 0.6) * spec.size / max(room, 0.1)
    skip = next((step for step in SKIPS if step >= wanted), SKIPS[-1])
    if len(spec.categories) > 12 and skip > 1:
        for tag in ("tickLblSkip", "tickMarkSkip"):
            for old in axis.findall(f"{C}{tag}"):
                axis.remove(old)
        anchor = axis.find(f"{C}noMultiLvlLbl")
        element = etree.Element(f"{C}tickLblSkip", val=str(skip))
        if anchor is not None:
            anchor.addprevious(element)
        else:
            axis.append(element)


def _clear(element: Element, *tags: str) -> None:
    for tag in tags:
        for old in element.findall(f"{C}{tag}"):
            element.remove(old)


def _insert(series: Element, new: Element) -> None:
    """Points come before labels, labels before the data (CT_BarSer, CT_LineSer; ECMA-376 part 1, 21.2.2)."""
    order = ("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "explosion", "marker", "dPt", "dLbls")
    rank = order.index(etree.QName(new).localname)
    before = [item for item in series if etree.QName(item).localname in order[: rank + 1]]
    before[-1].addnext(new)


__all__ = ["ACCENTS", "QUIET", "labelled", "series_colours", "style_chart"]
