import io
from datetime import date, datetime
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from prezent_widgets.errors import SourceError
from prezent_widgets.sources import Source, cell_ranges, read_source

BOX = (Inches(1), Inches(2), Inches(6), Inches(3))


def read(deck: Any, name: str = "review.pptx") -> Source:
    out = io.BytesIO()
    deck.save(out)
    return read_source(name, out.getvalue())


def slide_of(deck: Any, layout: int, title: str = "") -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        slide.shapes.title.text = title
    return slide


def column_texts(source: Source, place: int = 0) -> dict[str, tuple[Any, ...]]:
    return {column.name: column.values for column in source.tables[place].columns}


def test_titles_are_headings_bullets_items_and_notes_paragraphs() -> None:
    deck = Presentation()
    cover = slide_of(deck, 0, "Harvest 2024")
    cover.placeholders[1].text = "For the growers' meeting"
    slide = slide_of(deck, 1, "Yields rose")
    body = slide.placeholders[1].text_frame
    body.text = "Barley by a tenth"
    deeper = body.add_paragraph()
    deeper.text, deeper.level = "on the dry slopes too", 1
    slide.shapes.add_textbox(*BOX).text_frame.text = "Source: the weighbridge"
    slide.notes_slide.notes_text_frame.text = "Thank the scales team.\nThen go on."
    source = read(deck)
    assert [(p.kind, p.level, p.text) for p in source.passages] == [
        ("heading", 1, "Harvest 2024"),
        ("paragraph", 1, "For the growers' meeting"),
        ("heading", 2, "Yields rose"),
        ("item", 1, "Barley by a tenth"),
        ("item", 2, "on the dry slopes too"),
        ("paragraph", 1, "Source: the weighbridge"),
        ("paragraph", 1, "Thank the scales team."),
        ("paragraph", 1, "Then go on."),
    ]
    assert source.passages[-1].section == ("Harvest 2024", "Yields rose")
    assert source.passages[3].id == "review:slide 2/p4"
    assert source.kind == "pptx"


def test_a_slide_without_a_title_is_not_put_under_the_one_before() -> None:
    deck = Presentation()
    slide_of(deck, 5, "First")
    slide_of(deck, 6).shapes.add_textbox(*BOX).text_frame.text = "Alone"
    assert read(deck).passages[-1].section == ()


def test_table_cells_keep_their_slide_and_shape() -> None:
    deck = Presentation()
    frame = slide_of(deck, 5, "Stock").shapes.add_table(4, 3, *BOX)
    rows = [("depot", "item", "pieces"), ("North", "bolts", "1,200"), ("", "nuts", "900"), ("South", "bolts", "70")]
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            frame.table.cell(row, column).text = text
    frame.table.cell(1, 0).merge(frame.table.cell(2, 0))
    source = read(deck)
    assert column_texts(source)["depot"] == ("North", "North", "South")
    assert column_texts(source)["pieces"] == (1200, 900, 70)
    table = source.tables[0]
    assert cell_ranges(table, "pieces") == (f"slide 1/{frame.name}!C2:C4",)
    assert table.section == ("Stock",)


def test_values_of_charts_with_dates_groups_and_numbers() -> None:
    deck = Presentation()
    dated = CategoryChartData()
    dated.categories = [date(2024, 1, 1), date(2024, 2, 1)]
    dated.add_series("Visits", (10, None))
    grouped = CategoryChartData()
    for region, towns in (("North", ("Ayr", "Wick")), ("South", ("Rye",))):
        group = grouped.add_category(region)
        for town in towns:
            group.add_sub_category(town)
    grouped.add_series("Shops", (3, 4, 5))
    plain = XyChartData()
    points = plain.add_series("Trial")
    points.add_data_point(1.5, 20)
    points.add_data_point(2.5, 30)
    slide = slide_of(deck, 5, "Numbers")
    for kind, data in (
        (XL_CHART_TYPE.LINE, dated),
        (XL_CHART_TYPE.COLUMN_CLUSTERED, grouped),
        (XL_CHART_TYPE.XY_SCATTER, plain),
    ):
        slide.shapes.add_chart(kind, *BOX, data)
    slide.shapes[1].chart.has_title = True
    slide.shapes[1].chart.chart_title.text_frame.text = "Visits a month"
    source = read(deck)
    assert column_texts(source, 0) == {
        "Category": (datetime(2024, 1, 1), datetime(2024, 2, 1)),
        "Visits": (10, None),
    }
    assert source.tables[0].title == "Visits a month"
    assert column_texts(source, 1) == {
        "Group": ("North", "North", "South"),
        "Category": ("Ayr", "Wick", "Rye"),
        "Shops": (3, 4, 5),
    }
    assert column_texts(source, 2)["Trial"] == (20, 30)
    assert [type(value) for value in column_texts(source, 2)["Category"]] == [float, float]


def test_hidden_slides_are_read_and_named() -> None:
    deck = Presentation()
    slide_of(deck, 5, "Shown")
    slide_of(deck, 5, "Kept back")._element.set("show", "0")
    source = read(deck)
    assert [p.text for p in source.passages] == ["Shown", "Kept back"]
    assert source.warnings == ("review.pptx: slide 2 is hidden in the show; it was read like the others.",)


def test_groups_are_opened_and_hidden_shapes_left_out() -> None:
    deck = Presentation()
    slide = slide_of(deck, 5, "Parts")
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(*BOX).text_frame.text = "Inside"
    away = slide.shapes.add_textbox(*BOX)
    away.text_frame.text = "Hidden"
    away._element.nvSpPr.cNvPr.set("hidden", "1")
    assert [p.text for p in read(deck).passages] == ["Parts", "Inside"]


def test_a_chart_without_values_is_warned_of() -> None:
    deck = Presentation()
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("Empty", (None, None))
    slide_of(deck, 5, "Nothing yet").shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *BOX, data)
    source = read(deck)
    assert not source.tables
    assert "slide 1" in source.warnings[0]


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"hello"])
def test_what_is_no_deck_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read_source("deck.pptx", data)
    assert caught.value.hint


def test_a_deck_that_says_nothing_is_refused() -> None:
    deck = Presentation()
    slide_of(deck, 6)
    with pytest.raises(SourceError, match="no slide holds text"):
        read(deck)
