"""What series, points and markers are painted with when the file says so, and when it does not."""

import pytest
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.util import Pt

from prezent_widgets.render.scene import LinearGradient, Solid


def sized(chart):
    chart.font.size = Pt(10)
    chart.has_title = False
    chart.has_legend = False


def styled(number):
    def change(chart):
        sized(chart)
        chart.chart_style = number

    return change


def series_lines(drawing):
    return [node.stroke for node in drawing.paths if node.stroke is not None and node.stroke.cap == "round"]


@pytest.mark.parametrize(("style", "width"), [(2, 2.25), (10, 3.75), (18, 3.75), (26, 5.25), (34, 3.75)])
def test_later_styles_draw_bolder_lines(drawn, one, style, width):
    assert {line.width for line in series_lines(drawn(XL_CHART_TYPE.LINE, one, styled(style)))} == {width}


def test_intense_styles_fill_with_the_themes_gradient(drawn, one):
    plain, intense = (drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, one, styled(each)).filled()[0].fill for each in (2, 18))
    assert isinstance(plain, Solid)
    assert isinstance(intense, LinearGradient)


def test_colours_of_series_and_points_win(drawn, sales):
    def painted(chart):
        styled(18)(chart)
        series = chart.plots[0].series[0]
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor(9, 8, 7)
        point = series.points[1].format.fill
        point.solid()
        point.fore_color.rgb = RGBColor(1, 2, 3)

    fills = [node.fill for node in drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, painted).filled()]
    assert fills.count(Solid((9, 8, 7, 1.0))) == 2
    assert fills.count(Solid((1, 2, 3, 1.0))) == 1


def test_a_line_of_its_own(drawn, one):
    def drawn_thin(chart):
        sized(chart)
        line = chart.plots[0].series[0].format.line
        line.width = Pt(1)
        line.color.rgb = RGBColor(200, 0, 0)

    strokes = [node.stroke for node in drawn(XL_CHART_TYPE.LINE, one, drawn_thin).paths if node.stroke]
    assert any(each.width == 1.0 and each.paint == Solid((200, 0, 0, 1.0)) for each in strokes)


def test_markers(drawn, one):
    def marked(chart):
        sized(chart)
        marker = chart.plots[0].series[0].marker
        marker.style, marker.size = XL_MARKER_STYLE.SQUARE, 12

    squares = drawn(XL_CHART_TYPE.LINE_MARKERS, one, marked).filled()
    assert len(squares) == 4
    xs = [x for _, values in squares[0].segments for x in values[0::2]]
    assert max(xs) - min(xs) == pytest.approx(12)


def test_no_markers(drawn, one):
    def unmarked(chart):
        sized(chart)
        chart.plots[0].series[0].marker.style = XL_MARKER_STYLE.NONE

    assert drawn(XL_CHART_TYPE.LINE_MARKERS, one, unmarked).filled() == []


def test_one_colour_a_point(drawn, one):
    def varied(chart):
        sized(chart)
        chart.plots[0].vary_by_categories = True

    assert len({bar.fill for bar in drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, one, varied).filled()}) == 4
