"""Radar charts."""

import math

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt


def sized(chart):
    chart.font.size = Pt(10)
    chart.has_title = False
    chart.has_legend = False


def spokes(count, values=None):
    data = CategoryChartData()
    data.categories = [f"S{index}" for index in range(count)]
    data.add_series("Score", values or [10.0] * count)
    return data


def test_names_stand_around_the_web(drawn):
    drawing = drawn(XL_CHART_TYPE.RADAR, spokes(4), sized)
    top, right, bottom, left = (drawing.text(f"S{index}") for index in range(4))
    assert top.y < right.y < bottom.y
    assert left.x < top.x < right.x
    assert left.y == pytest.approx(right.y)


def test_equal_values_are_equally_far_from_the_middle(drawn):
    drawing = drawn(XL_CHART_TYPE.RADAR_FILLED, spokes(6), sized)
    (area,) = drawing.filled()
    points = [values for _, values in area.segments if values]
    middle = (sum(x for x, _ in points) / 6, sum(y for _, y in points) / 6)
    assert max(math.dist(middle, each) for each in points) == pytest.approx(min(math.dist(middle, e) for e in points))


def test_the_web_has_a_ring_a_tick(drawn):
    drawing = drawn(XL_CHART_TYPE.RADAR, spokes(5, [1, 2, 3, 4, 5]), sized)
    rings = [node for node in drawing.paths if node.segments[-1][0] == "Z" and node.fill is None]
    assert len(rings) >= 4


def test_a_gap_is_passed_over(drawn):
    drawing = drawn(XL_CHART_TYPE.RADAR_FILLED, spokes(5, [1, None, 3, 4, 5]), sized)
    (area,) = drawing.filled()
    assert sum(1 for _, values in area.segments if values) == 4


def test_two_spokes_are_no_web(drawn):
    assert drawn(XL_CHART_TYPE.RADAR, spokes(2), sized).paths == []
