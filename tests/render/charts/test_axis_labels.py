"""Labels of an axis find room: side by side, broken, turned, thinned out."""

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from prezent_widgets.render.context import Rect


def named(names, values=None):
    data = CategoryChartData()
    data.categories = names
    data.add_series("S", values or range(1, len(names) + 1))
    return data


def sized(chart):
    chart.font.size = Pt(10)
    chart.has_title = False


def turned(drawing, names):
    return [node for node in drawing.nodes if getattr(node, "text", "") in names and node.transform[1]]


def test_short_names_stand_side_by_side(drawn):
    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, named(["Q1", "Q2", "Q3"]), sized)
    assert len({drawing.text(each).y for each in ("Q1", "Q2", "Q3")}) == 1


def test_names_of_several_words_are_broken(drawn):
    names = [f"Region number {index} of the north" for index in range(4)]
    texts = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, named(names), sized).texts
    assert names[0] not in texts
    assert any("Region" in text for text in texts)


def test_long_words_are_turned(drawn):
    names = [f"Aftersalesservices{index}" for index in range(10)]
    assert len(turned(drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, named(names), sized), names)) == 10


def test_very_many_names_are_thinned_out(drawn):
    names = [f"2026-{index:03}" for index in range(300)]
    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, named(names), sized)
    written = [text for text in drawing.texts if text in names]
    assert 5 < len(written) < 100
    assert written[0] == names[0]


@pytest.mark.parametrize(("rotation", "sine"), [("-5400000", -1.0), ("-2700000", -0.7071)])
def test_a_turn_that_the_file_fixes(drawn, rotation, sine):
    def fixed(chart):
        sized(chart)
        chart.category_axis.tick_labels.font.size = Pt(10)
        chart.category_axis._element.find(".//{*}txPr/{*}bodyPr").set("rot", rotation)

    (node, *_) = turned(drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, named(["Q1", "Q2"]), fixed), ["Q1", "Q2"])
    assert node.transform[1] == pytest.approx(sine, abs=1e-3)


def test_every_second_label_when_the_file_says_so(drawn):
    from lxml import etree

    def skipped(chart):
        sized(chart)
        axis = chart.category_axis._element
        axis.insert(list(axis).index(axis.find("{*}noMultiLvlLbl")),
                    etree.SubElement(axis, axis.tag.replace("catAx", "tickLblSkip"), val="2"))  # fmt: skip

    texts = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, named(list("abcdef")), skipped).texts
    assert [text for text in texts if text in "abcdef"] == ["a", "c", "e"]


def test_names_beside_bars_are_shortened_in_a_low_chart(drawn):
    names = [f"The quite remarkably long name of region number {index}" for index in range(12)]
    drawing = drawn(XL_CHART_TYPE.BAR_CLUSTERED, named(names), sized, Rect(0, 0, 480, 160))
    assert any(text.endswith("…") for text in drawing.texts)


def test_far_too_little_room_is_no_failure(drawn):
    for box in (Rect(0, 0, 4, 4), Rect(0, 0, 500, 5), Rect(0, 0, 5, 500)):
        assert drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, named(["Quarter"] * 9), sized, box).nodes
