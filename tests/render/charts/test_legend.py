"""Legends: where they stand, what they list, what they leave to the plot area."""

import pytest
from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.util import Pt

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def legend(position, overlay=False, size=10):
    def change(chart):
        chart.font.size = Pt(size)
        chart.has_title = False
        chart.has_legend = True
        chart.legend.position = position
        chart.legend.include_in_layout = overlay

    return change


def placed(position, **where):
    """A legend fixed by hand at fractions of the chart."""

    def change(chart):
        legend(position)(chart)
        layout = chart.legend._element.find(C + "layout")
        if layout is None:
            layout = etree.Element(C + "layout")
            chart.legend._element.insert(1, layout)
        manual = etree.SubElement(layout, C + "manualLayout")
        for name in ("xMode", "yMode"):
            etree.SubElement(manual, C + name, val="edge")
        for name, value in where.items():
            etree.SubElement(manual, C + name, val=str(value))

    return change


def extent(drawing):
    bars = [node for node in drawing.filled() if len(node.segments) == 5]
    xs = [x for node in bars for _, values in node.segments for x in values[0::2]]
    ys = [y for node in bars for _, values in node.segments for y in values[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize(
    ("position", "where"),
    [
        (XL_LEGEND_POSITION.RIGHT, lambda node: node.x > 400 and 100 < node.y < 200),
        (XL_LEGEND_POSITION.LEFT, lambda node: node.x < 60 and 100 < node.y < 200),
        (XL_LEGEND_POSITION.TOP, lambda node: node.y < 30),
        (XL_LEGEND_POSITION.BOTTOM, lambda node: node.y > 270),
        (XL_LEGEND_POSITION.CORNER, lambda node: node.x > 400 and node.y < 40),
    ],
)
def test_sides(drawn, sales, position, where):
    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, legend(position))
    assert where(drawing.text("2025"))
    assert where(drawing.text("2026"))


def test_entries_under_each_other_are_one_and_a_half_sizes_apart(drawn, sales):
    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, legend(XL_LEGEND_POSITION.RIGHT))
    assert drawing.text("2026").y - drawing.text("2025").y == pytest.approx(15)


def test_an_overlaid_legend_takes_no_room(drawn, sales):
    beside = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, legend(XL_LEGEND_POSITION.LEFT))
    over = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, legend(XL_LEGEND_POSITION.LEFT, overlay=True))
    assert over.text("500").x < beside.text("500").x


def test_a_place_fixed_by_hand(drawn, sales):
    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, placed(XL_LEGEND_POSITION.RIGHT, x=0.5, y=0.5, w=0.2, h=0.4))
    first, second = drawing.text("2025"), drawing.text("2026")
    assert 240 < first.x < 240 + 96
    assert second.y - first.y == pytest.approx(300 * 0.4 / 2)
    names = [drawing.text(each) for each in ("North", "South", "East")]
    assert all(name.x + name.advance < 240 for name in names)


def test_the_plot_area_ends_above_a_legend_placed_below(drawn, sales):
    drawing = drawn(
        XL_CHART_TYPE.COLUMN_CLUSTERED, sales, placed(XL_LEGEND_POSITION.BOTTOM, x=0.1, y=0.6, w=0.8, h=0.1)
    )
    assert drawing.text("North").y < 0.6 * 300


def test_entries_that_are_taken_out(drawn, sales):
    def without_first(chart):
        legend(XL_LEGEND_POSITION.RIGHT)(chart)
        entry = etree.Element(C + "legendEntry")
        etree.SubElement(entry, C + "idx", val="0")
        etree.SubElement(entry, C + "delete", val="1")
        chart.legend._element.insert(1, entry)

    texts = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, without_first).texts
    assert "2025" not in texts
    assert "2026" in texts


def test_a_pie_lists_its_slices(drawn, one):
    texts = drawn(XL_CHART_TYPE.PIE, one, legend(XL_LEGEND_POSITION.RIGHT)).texts
    assert {"A", "B", "C", "D"} <= set(texts)


def test_entries_draw_nearer_before_they_take_a_second_row(drawn):
    from pptx.chart.data import CategoryChartData

    def rows(words):
        data = CategoryChartData()
        data.categories = ["x"]
        for index in range(4):
            data.add_series(f"{words}{index}", (1,))
        drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, data, legend(XL_LEGEND_POSITION.BOTTOM))
        return len({round(drawing.text(f"{words}{index}").y) for index in range(4)})

    assert rows("Short") == 1
    assert rows("Sixteen letters and ") == 1
    assert rows("As many as thirty letters are here ") > 1


def test_lines_are_listed_as_lines(drawn, sales):
    drawing = drawn(XL_CHART_TYPE.LINE_MARKERS, sales, legend(XL_LEGEND_POSITION.RIGHT))
    label = drawing.text("2025")
    keys = [
        node
        for node in drawing.paths
        if node.stroke is not None and len(node.segments) == 2 and node.segments[0][1][0] > 350
    ]
    assert any(node.segments[1][1][0] < label.x for node in keys)
