"""XLSX: every visible sheet that holds a table, by the cached values, dates as dates."""

from __future__ import annotations

import io
import zipfile

from prezent_widgets.errors import SourceError
from prezent_widgets.sources.model import Source, Table
from prezent_widgets.sources.tabular import Raw, build_table, label_of
from prezent_widgets.sources.values import guess_notation


def read_workbook(name: str, data: bytes) -> Source:
    """The tables of a workbook, one a sheet, blocks below a gap of two blank rows as tables of their own.

    Raises:
        SourceError: not an XLSX, or no sheet with a table.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, OSError, ValueError) as error:
        raise SourceError(
            name, "this is not a readable XLSX workbook.", hint="Open it in a spreadsheet program and save it as .xlsx."
        ) from error
    tables: list[Table] = []
    warnings: list[str] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            warnings.append(f"{name}: the hidden sheet {sheet.title!r} was left out.")
            continue
        rows: list[list[Raw]] = [list(row) for row in sheet.iter_rows(values_only=True)]  # type: ignore[arg-type]
        for block, numbers in _blocks(rows):
            notation = guess_notation(cell for row in block for cell in row if isinstance(cell, str))
            table = build_table(
                block,
                id=f"{name}#{len(tables) + 1}",
                source=name,
                title=label_of(sheet.title),
                sheet=sheet.title,
                notation=notation,
                row_numbers=numbers,
            )
            if table is not None and table.n_rows:
                tables.append(table)
    if not tables:
        raise SourceError(
            name, "no sheet holds a table with rows.", hint="The first row of a sheet should name the columns."
        )
    return Source(name=name, kind="xlsx", tables=tuple(tables), warnings=tuple(warnings))


def _blocks(rows: list[list[Raw]]) -> list[tuple[list[list[Raw]], list[int]]]:
    """Runs of rows, cut where two or more blank rows follow each other."""
    blocks: list[tuple[list[list[Raw]], list[int]]] = []
    block: list[list[Raw]] = []
    numbers: list[int] = []
    blank = 0
    for number, row in enumerate(rows, start=1):
        if all(cell is None or cell == "" for cell in row):
            blank += 1
            continue
        if blank >= 2 and len(block) > 1:
            blocks.append((block, numbers))
            block, numbers = [], []
        blank = 0
        block.append(row)
        numbers.append(number)
    if block:
        blocks.append((block, numbers))
    return blocks


__all__ = ["read_workbook"]
