from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.util import Pt

from prezent_widgets.ooxml.presentation import Presentation
from prezent_widgets.render.charts import draw_chart
from prezent_widgets.render.context import Context, Ledger, Rect
from prezent_widgets.render.scene import Solid

KIND = XL_CHART_TYPE


def small(chart) -> None:
    chart.font.size = Pt(12)


def test_columns_stand_on_the_axis_in_the_accents_colours(drawn, sales) -> None:
    drawing = drawn(KIND.COLUMN_CLUSTERED, sales, small)
    bars = drawing.filled()
    assert len(bars) == 6
    assert {bar.fill for bar in bars} == {Solid((79, 129, 189, 1.0)), Solid((192, 80, 77, 1.0))}
    bottoms = {round(max(y for _, numbers in bar.segments for y in numbers[1::2]), 2) for bar in bars}
    assert len(bottoms) == 1
    heights = [max(n[1] for _, n in bar.segments if n) - min(n[1] for _, n in bar.segments if n) for bar in bars]
    assert heights[1] / heights[0] == pytest.approx(2400 / 1200)


def test_axis_labels_are_the_categories_and_nice_numbers(drawn, sales) -> None:
    texts = drawn(KIND.COLUMN_CLUSTERED, sales, small).texts
    assert {"North", "South", "East"} <= set(texts)
    assert [text for text in texts if text.replace(",", "").isdigit()] == [
        "0",
        "500",
        "1,000",
        "1,500",
        "2,000",
        "2,500",
    ]


def test_a_single_series_names_the_chart_unless_switched_off(drawn, one) -> None:
    assert "Rate" in drawn(KIND.BAR_CLUSTERED, one, small).texts

    def untitled(chart) -> None:
        chart.has_title = False

    assert "Rate" not in drawn(KIND.BAR_CLUSTERED, one, untitled).texts


def test_horizontal_bars_run_from_the_left_first_category_at_the_bottom(drawn, one) -> None:
    drawing = drawn(KIND.BAR_CLUSTERED, one, small)
    bars = drawing.filled()
    lefts = {round(bar.segments[0][1][0], 2) for bar in bars}
    assert len(lefts) == 1
    tops = [bar.segments[0][1][1] for bar in bars]
    assert tops == sorted(tops, reverse=True)
    assert drawing.text("A").y > drawing.text("D").y


def test_stacks_and_their_legend_go_the_same_way(drawn, sales) -> None:
    def legend(chart) -> None:
        small(chart)
        chart.has_legend = True
        chart.legend.include_in_layout = False

    drawing = drawn(KIND.COLUMN_STACKED, sales, legend)
    assert drawing.text("2026").y < drawing.text("2025").y
    percent = drawn(KIND.COLUMN_STACKED_100, sales, small).texts
    assert [text for text in percent if text.endswith("%")][-1] == "100%"


def test_a_legend_at_the_bottom_is_one_row(drawn, sales) -> None:
    def legend(chart) -> None:
        small(chart)
        chart.has_legend = True
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False

    drawing = drawn(KIND.COLUMN_CLUSTERED, sales, legend)
    assert drawing.text("2025").y == drawing.text("2026").y > drawing.text("North").y


def test_labels_say_values_where_they_are_asked_to_stand(drawn, one) -> None:
    def labels(chart) -> None:
        small(chart)
        chart.has_title = False
        plot = chart.plots[0]
        plot.has_data_labels = True
        plot.data_labels.number_format = '0" %"'
        plot.data_labels.number_format_is_linked = False
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END

    drawing = drawn(KIND.COLUMN_CLUSTERED, one, labels)
    for text, bar in zip(("10 %", "20 %", "30 %", "40 %"), drawing.filled(), strict=True):
        assert drawing.text(text).y <= bar.segments[0][1][1]


def test_a_point_of_its_own_colour(drawn, one) -> None:
    from pptx.dml.color import RGBColor

    def colour(chart) -> None:
        fill = chart.plots[0].series[0].points[2].format.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor(1, 2, 3)

    assert [bar.fill for bar in drawn(KIND.COLUMN_CLUSTERED, one, colour).filled()][2] == Solid((1, 2, 3, 1.0))


def test_a_hidden_value_axis_leaves_its_room_to_the_bars(drawn, one) -> None:
    def hidden(chart) -> None:
        small(chart)
        chart.value_axis.visible = False
        chart.value_axis.has_major_gridlines = False

    with_axis, without = drawn(KIND.COLUMN_CLUSTERED, one, small), drawn(KIND.COLUMN_CLUSTERED, one, hidden)
    assert without.filled()[0].segments[0][1][0] < with_axis.filled()[0].segments[0][1][0]
    assert len(without.paths) < len(with_axis.paths)


def test_a_line_is_cut_at_a_gap(drawn) -> None:
    data = CategoryChartData()
    data.categories = list("abcde")
    data.add_series("S", (1, 2, None, 4, 5))
    lines = [path for path in drawn(KIND.LINE, data).paths if path.stroke is not None and path.stroke.width == 2.25]
    assert len(lines) >= 2


def test_slices_fill_the_circle_and_say_percent(drawn, one) -> None:
    def percent(chart) -> None:
        small(chart)
        plot = chart.plots[0]
        plot.has_data_labels = True
        plot.data_labels.show_percentage = True
        plot.data_labels.show_value = False

    drawing = drawn(KIND.PIE, one, percent)
    assert len(drawing.filled()) == 4
    assert {"10%", "20%", "30%", "40%"} <= set(drawing.texts)
    assert len({str(path.fill) for path in drawing.filled()}) == 4


def test_long_names_are_broken_then_turned(drawn) -> None:
    data = CategoryChartData()
    data.categories = [f"A rather long name number {index}" for index in range(12)]
    data.add_series("S", range(12))
    turned = [
        node
        for node in drawn(KIND.COLUMN_CLUSTERED, data, small).nodes
        if getattr(node, "transform", (1,))[0] not in (1, 1.0)
    ]
    assert turned


def test_scatter_and_bubbles_use_both_numbers(drawn) -> None:
    points = XyChartData()
    series = points.add_series("S")
    for x, y in ((1, 10), (2, 30), (4, 20)):
        series.add_data_point(x, y)
    assert len(drawn(KIND.XY_SCATTER, points, small).filled()) >= 3
    bubbles = BubbleChartData()
    many = bubbles.add_series("B")
    for x, y, size in ((1, 1, 1), (2, 2, 4)):
        many.add_data_point(x, y, size)
    small_one, large_one = drawn(KIND.BUBBLE, bubbles).filled()[:2]

    def reach(path) -> float:
        xs = [number for _, numbers in path.segments for number in numbers[0::2]]
        return max(xs) - min(xs)

    assert reach(large_one) / reach(small_one) == pytest.approx(2.0)


@pytest.mark.parametrize(
    "kind",
    [
        KIND.LINE_MARKERS,
        KIND.AREA,
        KIND.AREA_STACKED,
        KIND.DOUGHNUT,
        KIND.RADAR,
        KIND.RADAR_FILLED,
        KIND.BAR_STACKED_100,
    ],
)
def test_every_kind_is_drawn_without_warning(drawn, sales, kind) -> None:
    drawing = drawn(kind, sales)
    assert drawing.paths
    assert drawing.warnings == []


def test_three_dimensions_are_drawn_flat_and_said(deck_of, sales) -> None:
    page = Presentation.open(deck_of(KIND.COLUMN_CLUSTERED, sales)).slides[0]
    part = page.part.related_by_type("chart")[0]
    for plot in part.xml.iter("{*}barChart"):
        plot.tag = plot.tag.replace("barChart", "bar3DChart")
    ledger = Ledger()
    assert draw_chart(part, Rect(0, 0, 300, 200), Context(page, page, page.part, ledger))
    assert [warning.feature for warning in ledger.warnings.values()] == ["chart"]


def test_everything_stays_in_the_box(drawn, sales, one) -> None:
    for kind in (KIND.COLUMN_CLUSTERED, KIND.BAR_STACKED, KIND.LINE_MARKERS, KIND.PIE):
        for box in (Rect(0, 0, 480, 300), Rect(0, 0, 120, 80)):
            for node in drawn(kind, sales if kind != KIND.PIE else one, small, box).paths:
                for _, numbers in node.segments:
                    assert all(-9 <= x <= box.width + 9 for x in numbers[0::2])
                    assert all(-9 <= y <= box.height + 9 for y in numbers[1::2])


def test_a_chart_without_data_draws_nothing_wrong(drawn) -> None:
    data = CategoryChartData()
    data.categories = ["only"]
    data.add_series("Empty", (None,))
    for kind in (KIND.COLUMN_CLUSTERED, KIND.PIE, KIND.LINE):
        assert isinstance(drawn(kind, data).texts, list)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_elements_may_be_missing_or_say_anything(deck_of, sales, data: st.DataObject) -> None:
    """Drop elements and change values at random: a chart is drawn, whatever it looks like."""
    page = Presentation.open(deck_of(KIND.COLUMN_CLUSTERED, sales)).slides[0]
    part = page.part.related_by_type("chart")[0]
    elements = [each for each in part.xml.iter() if each.getparent() is not None]
    for _ in range(data.draw(st.integers(1, 5))):
        element = data.draw(st.sampled_from(elements))
        if data.draw(st.booleans()) and element.getparent() is not None:
            element.getparent().remove(element)
        elif element.attrib:
            element.set(sorted(element.attrib)[0], data.draw(st.sampled_from(["", "-1", "1e9", "x", "0", "99999999"])))
    assert etree.tostring(part.xml)
    ledger = Ledger()
    assert isinstance(draw_chart(part, Rect(0, 0, 300, 200), Context(page, page, page.part, ledger)), tuple)


def test_a_style_of_one_colour_keeps_it_for_a_single_series(drawn, one, sales) -> None:
    def style(chart) -> None:
        chart.chart_style = 3

    assert {bar.fill for bar in drawn(KIND.COLUMN_CLUSTERED, one, style).filled()} == {Solid((79, 129, 189, 1.0))}
    first, second = {bar.fill.color[:3] for bar in drawn(KIND.COLUMN_CLUSTERED, sales, style).filled()}
    assert first != second
