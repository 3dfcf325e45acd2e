"""Pies and rings: angles, holes, exploded slices, labels."""

import math

import pytest
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def plain(chart):
    chart.font.size = Pt(10)
    chart.has_title = False
    chart.has_legend = False


def box(path):
    xs = [x for _, values in path.segments for x in values[0::2]]
    ys = [y for _, values in path.segments for y in values[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def test_slices_run_clockwise_from_the_top(drawn, one):
    first, *_, last = drawn(XL_CHART_TYPE.PIE, one, plain).filled()
    assert box(first)[0] == pytest.approx(240, abs=1)
    assert box(last)[2] == pytest.approx(240, abs=1)


def test_the_first_angle(drawn, one):
    def turned(chart):
        plain(chart)
        plot = chart.plots[0]._element
        found = plot.find(C + "firstSliceAng")
        found = etree.SubElement(plot, C + "firstSliceAng") if found is None else found
        found.set("val", "90")

    first = drawn(XL_CHART_TYPE.PIE, one, turned).filled()[0]
    assert box(first)[1] == pytest.approx(150, abs=1)


def test_an_exploded_slice_stands_apart(drawn, one):
    def exploded(chart):
        plain(chart)
        series = chart.plots[0].series[0]._element
        point = etree.Element(C + "dPt")
        etree.SubElement(point, C + "idx", val="0")
        etree.SubElement(point, C + "explosion", val="25")
        series.insert(list(series).index(series.find(C + "cat")), point)

    first, second, *_ = drawn(XL_CHART_TYPE.PIE, one, exploded).filled()
    start, other = first.segments[0][1], second.segments[0][1]
    radius = math.dist(second.segments[1][1], other)
    assert math.dist(start, other) == pytest.approx(radius * 0.25, rel=0.02)


def test_a_ring_has_its_hole(drawn, one):
    def hole(chart):
        plain(chart)
        chart.plots[0]._element.find(C + "holeSize").set("val", "75")

    first = drawn(XL_CHART_TYPE.DOUGHNUT, one, hole).filled()[0]
    reach = [math.dist((240, 150), values[-2:]) for _, values in first.segments if values]
    assert min(reach) / max(reach) == pytest.approx(0.75, abs=0.01)


def test_every_series_is_a_ring(drawn, sales):
    assert len(drawn(XL_CHART_TYPE.DOUGHNUT, sales, plain).filled()) == 6


@pytest.mark.parametrize(
    ("position", "inside"), [(XL_LABEL_POSITION.CENTER, True), (XL_LABEL_POSITION.OUTSIDE_END, False)]
)
def test_labels_inside_and_outside(drawn, one, position, inside):
    def labels(chart):
        plain(chart)
        plot = chart.plots[0]
        plot.has_data_labels = True
        plot.data_labels.position = position
        plot.data_labels.font.size = Pt(10)

    drawing = drawn(XL_CHART_TYPE.PIE, one, labels)
    boxes = [box(path) for path in drawing.filled()]
    left, top = (min(each[side] for each in boxes) for side in (0, 1))
    right, bottom = (max(each[side] for each in boxes) for side in (2, 3))
    label = drawing.text("40.0")
    radius = (right - left) / 2
    away = math.dist((label.x + label.advance / 2, label.y - 4), ((left + right) / 2, (top + bottom) / 2))
    assert (away < radius) is inside


def test_nothing_but_zeros_is_no_slice(drawn):
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("S", (0, 0))
    assert drawn(XL_CHART_TYPE.PIE, data, plain).filled() == []
