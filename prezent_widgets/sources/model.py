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
    """A rectangle of data. ``first_row`` is the 1-based row in the file of the first data row, for cell addresses."""

    id: str
    source: str
    title: str
    columns: tuple[Column, ...]
    first_row: int = 2

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
    """A heading, paragraph or list item. ``section`` is the path of headings above it; ``level`` its depth (1 = top)."""

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
