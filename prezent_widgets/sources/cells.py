"""Addresses of cells, the way a spreadsheet shows them (``Revenue!D32:D61``), for CSV files too."""

from __future__ import annotations

from collections.abc import Iterable

from prezent_widgets.sources.model import Table


def letters(index: int) -> str:
    """Spreadsheet letters of a 1-based column index.

    Example:
        >>> letters(1), letters(28)
        ('A', 'AB')
    """
    out = ""
    while index > 0:
        index, rest = divmod(index - 1, 26)
        out = chr(65 + rest) + out
    return out


def file_row(table: Table, row: int) -> int:
    """The 1-based row in the file of data row ``row`` (0-based)."""
    return table.rows[row] if table.rows else table.first_row + row


def cell_ranges(table: Table, column: str, rows: Iterable[int] | None = None) -> tuple[str, ...]:
    """A1-style ranges of a column's cells; ``rows`` are 0-based data rows, None for all.

    Example:
        Cells of three rows, two of them neighbours: ``("C2:C3", "C9")``.
    """
    position = next(i for i, candidate in enumerate(table.columns) if candidate.name == column)
    letter = letters(table.first_column + position)
    wanted = range(table.n_rows) if rows is None else rows
    numbers = sorted({file_row(table, row) for row in wanted})
    prefix = f"{table.sheet}!" if table.sheet else ""
    ranges: list[str] = []
    start = previous = 0
    for number in [*numbers, 0]:
        if start and number == previous + 1:
            previous = number
            continue
        if start:
            ranges.append(prefix + (f"{letter}{start}" if start == previous else f"{letter}{start}:{letter}{previous}"))
        start = previous = number
    return tuple(ranges)


__all__ = ["cell_ranges", "file_row", "letters"]
