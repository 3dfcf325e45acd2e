"""A table's cells on their grid: merges, column widths, row heights grown by content (ECMA-376 part 1, 21.1.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from prezent_widgets.ooxml.units import parse_bool, parse_emu, parse_number, to_pt
from prezent_widgets.ooxml.xml import Element, children
from prezent_widgets.render.context import Rect

_MAX_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is shown: its first row and column, and how many of each it covers."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int


def column_widths(table: Element, width: float) -> tuple[float, ...]:
    """Return the widths of the columns in points; equal shares of ``width`` when the file gives none."""
    columns = [each for grid in children(table, "a:tblGrid") for each in children(grid, "a:gridCol")]
    widths = tuple(float(to_pt(max(0, parse_emu(each.get("w"))))) for each in columns)
    if not widths:
        count = max((len(children(row, "a:tc")) for row in children(table, "a:tr")), default=0)
        return tuple(width / count for _ in range(count))
    return widths if sum(widths) > 0 else tuple(width / len(widths) for _ in widths)


def read_cells(table: Element, columns: int) -> tuple[Cell, ...]:
    """Return the shown cells: those that are not covered by a merge, spans kept inside the grid."""
    rows = children(table, "a:tr")
    found: list[Cell] = []
    for row, element in enumerate(rows):
        for column, cell in enumerate(children(element, "a:tc")[:columns]):
            if parse_bool(cell.get("hMerge")) or parse_bool(cell.get("vMerge")):
                continue
            down = max(1, min(int(parse_number(cell.get("rowSpan"), 1)), len(rows) - row))
            across = max(1, min(int(parse_number(cell.get("gridSpan"), 1)), columns - column))
            found.append(Cell(cell, row, column, down, across))
            if len(found) >= _MAX_CELLS:
                return tuple(found)
    return tuple(found)


def row_heights(table: Element, cells: Sequence[Cell], needed: Callable[[Cell], float]) -> tuple[float, ...]:
    """Return the heights of the rows in points.

    Args:
        table: The ``a:tbl``.
        cells: The shown cells.
        needed: How tall a cell's text is with its margins, in points.
    """
    heights = [float(to_pt(max(0, parse_emu(row.get("h"))))) for row in children(table, "a:tr")]
    for cell in sorted(cells, key=lambda each: each.rows):
        covered = range(cell.row, cell.row + cell.rows)
        missing = needed(cell) - sum(heights[row] for row in covered)
        if missing > 0.01:
            heights[covered[-1]] += missing
    return tuple(heights)


def cell_box(cell: Cell, widths: Sequence[float], heights: Sequence[float], origin: Rect, rtl: bool) -> Rect:
    """Return where a cell stands, from the table's corner; columns run from the right in a right-to-left table."""
    left = sum(widths[: cell.column])
    width = sum(widths[cell.column : cell.column + cell.columns])
    x = origin.x + (sum(widths) - left - width if rtl else left)
    return Rect(x, origin.y + sum(heights[: cell.row]), width, sum(heights[cell.row : cell.row + cell.rows]))


__all__ = ["Cell", "cell_box", "column_widths", "read_cells", "row_heights"]
