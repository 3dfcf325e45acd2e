"""Axes seen on the slide: scales, labels, places."""

import pytest
from pptx.chart.data import BubbleChartData, CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt


def sized(chart):
    chart.font.size = Pt(10)
    chart.has_title = False
    chart.has_legend = False


def numbers(drawing):
    return [float(text.replace(",", "")) for text in drawing.texts if text.replace(",", "").replace("-", "").isdigit()]


def bubbles(y, size=1.0):
    data = BubbleChartData()
    series = data.add_series("S")
    for x, height, area in ((1, 4, 0.5), (2, 8, 0.5), (3, y, size)):
        series.add_data_point(x * 10, height, area)
    return data


def test_an_axis_holds_bubbles_whole(drawn):
    drawing = drawn(XL_CHART_TYPE.BUBBLE, bubbles(15), sized)
    tops = [min(y for _, values in node.segments for y in values[1::2]) for node in drawing.filled()]
    highest = drawing.text("18").y
    assert min(tops) > highest - 10
    assert max(numbers(drawing)) > 16


def test_a_reversed_axis_counts_downwards(drawn, one):
    def downwards(chart):
        sized(chart)
        chart.value_axis.reverse_order = True

    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, one, downwards)
    assert drawing.text("0.0").y < drawing.text("45.0").y


def test_fixed_ends_and_steps(drawn, one):
    def fixed(chart):
        sized(chart)
        axis = chart.value_axis
        axis.minimum_scale, axis.maximum_scale, axis.major_unit = 5, 50, 15
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False

    assert numbers(drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, one, fixed)) == [5, 20, 35, 50]


def test_labels_take_the_format_of_their_values(drawn, one, sales):
    assert "10.0" in drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, one, sized).texts
    assert "1,000" in drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, sized).texts


def test_negative_bars_hang_from_zero(drawn):
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("S", (-5, 5))
    down, up = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, data, sized).filled()
    ys = [[y for _, values in node.segments for y in values[1::2]] for node in (down, up)]
    assert min(ys[0]) == pytest.approx(max(ys[1]))


def test_stacks_go_up_and_down_apart(drawn):
    data = CategoryChartData()
    data.categories = ["a"]
    for name, value in (("S", 4), ("T", -3), ("U", 2)):
        data.add_series(name, (value,))
    first, below, above = drawn(XL_CHART_TYPE.COLUMN_STACKED, data, sized).filled()
    ys = [sorted(y for _, values in node.segments for y in values[1::2]) for node in (first, below, above)]
    assert ys[2][-1] == pytest.approx(ys[0][0])
    assert ys[1][0] == pytest.approx(ys[0][-1])


def test_areas_reach_the_edges_when_the_axis_is_crossed_at_its_points(drawn, one):
    drawing = drawn(XL_CHART_TYPE.AREA, one, sized)
    (area,) = drawing.filled()
    label = drawing.text("A")
    left = min(x for _, values in area.segments for x in values[0::2])
    assert left == pytest.approx(label.x + label.advance / 2, abs=0.5) or left < label.x


def test_a_logarithmic_axis(drawn):
    from lxml import etree

    data = CategoryChartData(number_format="0")
    data.categories = ["a", "b", "c"]
    data.add_series("S", (1, 10, 1000))

    def log(chart):
        sized(chart)
        scaling = chart.value_axis._element.find("{*}scaling")
        scaling.insert(0, etree.Element(scaling.tag.replace("scaling", "logBase"), val="10"))

    assert numbers(drawn(XL_CHART_TYPE.LINE, data, log)) == [1, 10, 100, 1000]
