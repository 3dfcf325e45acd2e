import io

import pytest
from pptx import Presentation

from prezent_widgets.deck.package import problems
from prezent_widgets.deck.tables import TableSpec, add_table, column_widths, row_heights
from prezent_widgets.themes import THEMES, build_template

SPEC = TableSpec(
    head=("Branch", "Visits", "What the team reports"),
    rows=(
        ("Riverside", "48,200", "Study rooms and a café draw people who stay for hours and come back every week"),
        ("Old Town", "9,100", "Closed in May"),
    ),
    numeric=(False, True, False),
    strong_rows=(0,),
    alt="Visits by branch.",
)


def table(spec, theme=THEMES[0]):
    deck = Presentation(io.BytesIO(build_template(theme)))
    layout = next(layout for layout in deck.slide_layouts if layout.name == "Table")
    slide = deck.slides.add_slide(layout)
    holder = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 13)
    add_table(slide, holder._element, spec, room=290.0)
    buffer = io.BytesIO()
    deck.save(buffer)
    again = Presentation(io.BytesIO(buffer.getvalue()))
    return next(shape for shape in again.slides[0].shapes if shape.has_table), buffer.getvalue()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_cells_style_and_alt_text(theme):
    shape, data = table(SPEC, theme)
    assert problems(data) == ()
    cells = [[cell.text for cell in row.cells] for row in shape.table.rows]
    assert cells == [list(SPEC.head), *[list(row) for row in SPEC.rows]]
    assert theme.table_style in shape._element.xml
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == "Visits by branch."
    assert shape.table.first_row
    assert shape.is_placeholder


def test_numbers_are_right_aligned_and_strong_rows_bold():
    shape, _ = table(SPEC)
    assert str(shape.table.cell(1, 1).text_frame.paragraphs[0].alignment).startswith("RIGHT")
    assert shape.table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.bold
    assert not shape.table.cell(2, 0).text_frame.paragraphs[0].runs[0].font.bold


def test_columns_follow_their_content_and_fill_the_width():
    widths = column_widths(SPEC, 860.0)
    assert sum(widths) == pytest.approx(860.0)
    assert widths[2] > widths[0]
    narrow = column_widths(SPEC, 300.0)
    assert sum(narrow) == pytest.approx(300.0)
    assert min(narrow) > 40


def test_rows_grow_with_wrapped_text():
    wide, narrow = row_heights(SPEC, 900.0), row_heights(SPEC, 360.0)
    assert narrow[1] > wide[1]
    assert narrow[2] < narrow[1]


def test_ragged_and_empty_cells_do_no_harm():
    shape, data = table(TableSpec(("A", "B", ""), (("1",), ("", "2", "<&>")), (True, True, False)))
    assert problems(data) == ()
    assert shape.table.cell(1, 2).text == ""
    assert shape.table.cell(2, 2).text == "<&>"


def test_a_short_table_takes_the_room():
    short = TableSpec(("Goal", "Value"), (("Visits", "12"), ("Loans", "7")), (False, True), size=20.0)
    shape, data = table(short)
    assert problems(data) == ()
    heights = [row.height / 12700 for row in shape.table.rows]
    assert sum(heights) <= 290
    assert all(48 <= height <= 73 for height in heights)


def test_figures_stay_near_what_they_belong_to():
    spec = TableSpec(("Goal", "Value", "Owner"), (("Visits", "12", "Library"),), (False, True, False))
    goal, value, owner = column_widths(spec, 860)
    assert value < goal
    assert value < owner
    assert round(goal + value + owner) == 860
