from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches

from prezent_widgets.ooxml.placeholders import shapes
from prezent_widgets.render.context import Context, Ledger, Rect
from prezent_widgets.render.scene import Solid
from prezent_widgets.render.tables import draw_table

WHITE = Solid((255, 255, 255, 1.0))


def corners(path) -> tuple[float, float, float, float]:
    xs = [number for _, numbers in path.segments for number in numbers[0::2]]
    ys = [number for _, numbers in path.segments for number in numbers[1::2]]
    return (min(xs), min(ys), max(xs), max(ys))


def test_the_default_style_bands_rows_under_a_header(drawn) -> None:
    fills = [path.fill for path in drawn(3, 2).fills]
    accent, band, rest = (Solid((*rgb, 1.0)) for rgb in ((79, 129, 189), (208, 216, 232), (233, 237, 244)))
    assert fills == [accent, accent, band, band, rest, rest]


def test_header_text_is_bold_and_light(drawn) -> None:
    drawing = drawn(2, 2)
    assert (drawing.text("00").bold, drawing.text("00").paint) == (True, WHITE)
    assert (drawing.text("10").bold, drawing.text("10").paint) == (False, Solid((0, 0, 0, 1.0)))


def test_last_row_and_first_column(drawn) -> None:
    def change(table) -> None:
        table.last_row, table.first_col, table.horz_banding = True, True, False

    drawing = drawn(3, 3, change)
    assert [drawing.text(name).bold for name in ("10", "11", "20", "22")] == [True, False, True, True]


def test_merged_cells_are_one_box(drawn) -> None:
    def change(table) -> None:
        table.cell(1, 0).merge(table.cell(2, 1))

    drawing = drawn(3, 3, change)
    boxes = {corners(path) for path in drawing.fills}
    assert len(drawing.fills) == 6
    assert any(box[2] - box[0] == 144 and box[3] - box[1] >= 72 for box in boxes)


def test_a_row_grows_with_its_text_and_pushes_the_next(drawn) -> None:
    def change(table) -> None:
        table.cell(1, 0).text = "many words that cannot stand on one line of so narrow a column " * 2

    plain, grown = drawn(3, 2), drawn(3, 2, change)
    assert grown.text("20").y > plain.text("20").y + 60


def test_anchors_move_text_inside_its_cell(drawn) -> None:
    def tall(table) -> None:
        table.rows[1].height = Inches(2)
        for column, anchor in enumerate((MSO_ANCHOR.TOP, MSO_ANCHOR.MIDDLE, MSO_ANCHOR.BOTTOM)):
            table.cell(1, column).vertical_anchor = anchor

    drawing = drawn(2, 3, tall)
    top, middle, bottom = (drawing.text(name).y for name in ("10", "11", "12"))
    assert top < middle < bottom
    assert middle - top == pytest.approx(bottom - middle, abs=0.5)


def test_a_cells_own_fill_wins(drawn) -> None:
    def change(table) -> None:
        table.cell(1, 1).fill.solid()
        table.cell(1, 1).fill.fore_color.rgb = RGBColor(9, 8, 7)

    assert Solid((9, 8, 7, 1.0)) in [path.fill for path in drawn(2, 2, change).fills]


def test_no_style_no_grid_draws_text_only(drawn) -> None:
    drawing = drawn(2, 2, style="{2D5ABB26-0587-4C30-8999-92F81FD0307C}")
    assert (drawing.fills, drawing.lines) == ([], [])
    assert len(drawing.texts) == 4


def test_a_grid_draws_each_border_once(drawn) -> None:
    drawing = drawn(2, 2, style="{5940675A-B579-460E-94D1-54222C63F5DA}")
    assert len(drawing.lines) == 12


def test_an_unknown_style_is_said(drawn) -> None:
    drawing = drawn(2, 2, style="{00000000-0000-0000-0000-000000000001}")
    assert [warning.feature for warning in drawing.warnings] == ["table style"]
    assert len(drawing.texts) == 4


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_elements_may_be_missing_or_say_anything(page_of, data: st.DataObject) -> None:
    page = page_of(3, 3)
    frame = shapes(page)[0]
    elements = [each for each in frame.iter() if each.getparent() is not None and each is not frame]
    for _ in range(data.draw(st.integers(1, 5))):
        element = data.draw(st.sampled_from(elements))
        if data.draw(st.booleans()):
            element.getparent().remove(element) if element.getparent() is not None else None
        else:
            name = data.draw(st.sampled_from(["w", "h", "rowSpan", "gridSpan", "hMerge", "marL", "firstRow"]))
            element.set(name, data.draw(st.sampled_from(["", "-1", "1e9", "x", "0", "3", "99999999"])))
    assert isinstance(draw_table(frame, Rect(0, 0, 216, 108), Context(page, page, page.part, Ledger())), tuple)
