"""Axes: where they cross, on which side their labels stand, and what is drawn of them."""

import pytest
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Pt

from prezent_widgets.render.charts.axes import BESIDE


def sized(chart):
    chart.font.size = Pt(10)
    chart.has_title = False


def test_labels_of_a_reversed_axis_change_sides(drawn, sales):
    def upside_down(chart):
        sized(chart)
        chart.value_axis.reverse_order = True

    usual, turned = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, sized), drawn(
        XL_CHART_TYPE.COLUMN_CLUSTERED, sales, upside_down
    )  # fmt: skip
    assert usual.text("North").y > usual.text("0").y
    assert turned.text("North").y < turned.text("0").y
    assert turned.text("0").y < turned.text("2,500").y


def test_labels_stand_at_the_low_and_the_high_end(drawn, sales):
    places = {}
    for position in (XL_TICK_LABEL_POSITION.LOW, XL_TICK_LABEL_POSITION.HIGH):

        def moved(chart, position=position):
            sized(chart)
            chart.value_axis.tick_label_position = position

        places[position] = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, moved).text("500").x
    assert places[XL_TICK_LABEL_POSITION.LOW] < 60
    assert places[XL_TICK_LABEL_POSITION.HIGH] > 400


def test_labels_keep_their_distance_from_the_axis(drawn, sales):
    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, sized)
    label = drawing.text("500")
    axis = min(x for node in drawing.filled() for _, values in node.segments for x in values[0::2])
    assert axis - (label.x + label.advance) > 10 * BESIDE


@pytest.mark.parametrize(("mark", "more"), [(XL_TICK_MARK.NONE, 0), (XL_TICK_MARK.OUTSIDE, 6), (XL_TICK_MARK.CROSS, 6)])
def test_tick_marks(drawn, sales, mark, more):
    def marked(chart, kind=mark):
        sized(chart)
        chart.value_axis.major_tick_mark = kind
        chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE

    def bare(chart):
        marked(chart, XL_TICK_MARK.NONE)

    with_marks, without = (drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, each) for each in (marked, bare))
    assert len(with_marks.paths) - len(without.paths) == more


def test_gridlines_of_both_kinds(drawn, sales):
    def lines(chart, minor):
        sized(chart)
        chart.value_axis.has_major_gridlines, chart.value_axis.has_minor_gridlines = True, minor

    few = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, lambda chart: lines(chart, False))
    many = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, lambda chart: lines(chart, True))
    assert len(many.paths) - len(few.paths) == 5 * 4


def test_a_hidden_axis_has_neither_labels_nor_a_title(drawn, sales):
    def hidden(chart):
        sized(chart)
        chart.value_axis.has_title = True
        chart.value_axis.axis_title.text_frame.text = "Euros"
        chart.value_axis.visible = False

    texts = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, hidden).texts
    assert "Euros" not in texts
    assert "500" not in texts


def test_titles_stand_outside_the_labels(drawn, sales):
    def titled(chart):
        sized(chart)
        for axis, words in ((chart.value_axis, "Euros"), (chart.category_axis, "Region")):
            axis.has_title = True
            axis.axis_title.text_frame.text = words

    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, titled)
    assert drawing.text("Euros").transform[4] < drawing.text("500").x
    assert drawing.text("Euros").transform[1] == pytest.approx(-1)
    assert drawing.text("Region").y > drawing.text("North").y
