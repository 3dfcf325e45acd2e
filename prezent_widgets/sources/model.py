"""What every reader produces: tables and passages, each with an id that a figure on a slide can lead back to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

CellValue = str | float | int | bool | datetime | None
ColumnType = Literal["number", "date", "text", "bool"]
PassageKind = Literal["heading", "paragraph", "item", "quote", "code"]


@dataclass(frozen=True, slots=True)
class Column:
    """One typed column: ``name`` as in the file, ``label`` for people, ``unit`` when the head or the values say one."""

    name: str
    label: str
    type: ColumnType
    values: tuple[CellValue, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangle of data. ``first_row`` is the 1-based row in the file of the first data row, for cell addresses.

    ``rows`` are the 1-based file rows of the data rows when blank or note rows were left out (empty: consecutive);
    ``first_column`` is the 1-based file column of the first column; ``sheet`` the worksheet; ``total_rows`` the
    indexes (0-based) of rows that repeat the sum of others; ``section`` the headings above a table in a text.
    """

    id: str
    source: str
    title: str
    columns: tuple[Column, ...]
    first_row: int = 2
    rows: tuple[int, ...] = ()
    first_column: int = 1
    sheet: str = ""
    total_rows: tuple[int, ...] = ()
    section: tuple[str, ...] = ()

    @property
    def n_rows(self) -> int:
        """Number of data rows."""
        return len(self.columns[0].values) if self.columns else 0

    def column(self, name: str) -> Column:
        """The column called ``name``; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph or list item; ``section`` is the path of headings above, ``level`` its depth (1 = top)."""

    id: str
    source: str
    kind: PassageKind
    text: str
    section: tuple[str, ...] = ()
    level: int = 1
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read. ``name`` is its file name; ``warnings`` say what was repaired or left out."""

    name: str
    kind: str
    tables: tuple[Table, ...] = ()
    passages: tuple[Passage, ...] = ()
    warnings: tuple[str, ...] = ()


__all__ = ["CellValue", "Column", "ColumnType", "Passage", "PassageKind", "Source", "Table"]
