"""Titles: written ones, automatic ones, turned ones."""

import pytest
from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from prezent_widgets.render.charts.rich import placeholder_title

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def titled(words):
    def change(chart):
        chart.font.size = Pt(10)
        chart.has_title = True
        chart.chart_title.text_frame.text = words

    return change


def test_a_title_stands_in_the_middle_above_everything(drawn, sales):
    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, titled("Sales by region"))
    title = drawing.text("Sales by region")
    assert title.x + title.advance / 2 == pytest.approx(240, abs=1)
    assert title.y < drawing.text("2,500").y
    assert title.bold
    assert title.size == pytest.approx(12)


def test_paragraphs_are_lines_with_looks_of_their_own(drawn, sales):
    def two(chart):
        titled("First line\nSecond line")(chart)
        run = chart.chart_title.text_frame.paragraphs[1].runs[0]
        run.font.size, run.font.bold = Pt(8), False

    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, two)
    first, second = drawing.text("First line"), drawing.text("Second line")
    assert first.y < second.y
    assert (second.size, second.bold) == (8, False)


def test_a_long_title_is_broken(drawn, sales):
    words = "A title of very many words that cannot stand on one line of a chart that is not wide enough for it"
    drawing = drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, titled(words))
    assert words not in drawing.texts
    assert drawing.texts.index(next(text for text in drawing.texts if text.startswith("A title"))) >= 0


def test_a_title_nobody_wrote_is_in_the_charts_language(drawn, sales):
    def untold(chart):
        chart.has_title = True
        chart._chartSpace.insert(1, etree.Element(f"{{{C}}}lang", val="fr-FR"))

    assert "Titre du graphique" in drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, sales, untold).texts


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("de-DE", "Diagrammtitel"),
        ("zh-TW", "圖表標題"),
        ("zh-CN", "图表标题"),
        ("en-GB", "Chart Title"),
        ("", "Chart Title"),
    ],
)
def test_titles_by_language(language, title):
    space = etree.fromstring(f'<c:chartSpace xmlns:c="{C}"><c:lang val="{language}"/></c:chartSpace>')
    assert placeholder_title(space) == title
