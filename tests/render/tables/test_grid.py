from prezent_widgets.ooxml.xml import make
from prezent_widgets.render.context import Rect
from prezent_widgets.render.tables.grid import Cell, cell_box, column_widths, read_cells, row_heights


def table(rows: int, columns: int, width: str = "914400"):
    grid = make("a:tblGrid", *(make("a:gridCol", w=width) for _ in range(columns)))
    lines = [make("a:tr", *(make("a:tc") for _ in range(columns)), h="457200") for _ in range(rows)]
    return make("a:tbl", grid, *lines)


def test_widths_are_the_files_or_equal_shares() -> None:
    assert column_widths(table(1, 2), 500) == (72.0, 72.0)
    assert column_widths(table(1, 2, "0"), 500) == (250.0, 250.0)
    assert column_widths(make("a:tbl", make("a:tr", make("a:tc"), make("a:tc"))), 60) == (30.0, 30.0)


def test_spans_stay_inside_the_grid() -> None:
    element = table(2, 2)
    element[1][0].set("gridSpan", "9")
    element[1][0].set("rowSpan", "9")
    element[1][1].set("hMerge", "1")
    cells = read_cells(element, 2)
    assert (cells[0].rows, cells[0].columns) == (2, 2)
    assert len(cells) == 3


def test_a_span_grows_its_last_row_only() -> None:
    element = table(2, 1)
    cell = Cell(element[1][0], 0, 0, 2, 1)
    assert row_heights(element, [cell], lambda _: 100.0) == (36.0, 64.0)


def test_columns_run_from_the_right_in_a_right_to_left_table() -> None:
    cell = Cell(make("a:tc"), 0, 0, 1, 1)
    assert cell_box(cell, (10, 30), (5,), Rect(0, 0, 40, 5), rtl=True) == Rect(30, 0, 10, 5)
