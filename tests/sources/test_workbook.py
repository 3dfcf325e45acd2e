import io
from datetime import datetime

import pytest
from openpyxl import Workbook

from prezent_widgets.errors import SourceError
from prezent_widgets.sources import cell_ranges, read_source


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_each_sheet_is_a_table_with_addresses() -> None:
    data = workbook(
        Revenue=[["Quarterly revenue"], [], ["quarter", "revenue_usd"], ["2024-Q3", 10], ["2024-Q4", 12.5]],
        Dates=[["day", "ok"], [datetime(2025, 1, 1), True], [datetime(2025, 1, 2), False]],
    )
    source = read_source("q3.xlsx", data)
    assert [table.title for table in source.tables] == ["Revenue", "Dates"]
    revenue, dates = source.tables
    assert cell_ranges(revenue, "revenue_usd") == ("Revenue!B4:B5",)
    assert cell_ranges(revenue, "revenue_usd", [1]) == ("Revenue!B5",)
    assert [column.type for column in dates.columns] == ["date", "bool"]


def test_hidden_sheets_are_left_out_with_a_word() -> None:
    book = Workbook()
    book.active.append(["a", "b"])
    book.active.append([1, 2])
    hidden = book.create_sheet("Secret")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    source = read_source("b.xlsx", out.getvalue())
    assert len(source.tables) == 1
    assert "Secret" in source.warnings[0]


def test_two_blocks_below_each_other() -> None:
    rows: list[list[object]] = [["a", "b"], ["x", 1], [None], [None], ["c", "d"], ["y", 2]]
    assert [t.n_rows for t in read_source("b.xlsx", workbook(S=rows)).tables] == [1, 1]


def test_a_workbook_without_rows_is_refused() -> None:
    with pytest.raises(SourceError, match="no sheet"):
        read_source("b.xlsx", workbook(S=[]))
