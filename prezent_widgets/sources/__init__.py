"""Bytes → tables, passages and figures with ids. One reader a format; never a URL, never a socket."""

from prezent_widgets.sources.cells import cell_ranges
from prezent_widgets.sources.frames import frame_to_csv, is_frame
from prezent_widgets.sources.model import CellValue, Column, ColumnType, Passage, PassageKind, Source, Table
from prezent_widgets.sources.reader import SUPPORTED, check_kind, read_source

__all__ = [
    "SUPPORTED",
    "CellValue",
    "Column",
    "ColumnType",
    "Passage",
    "PassageKind",
    "Source",
    "Table",
    "cell_ranges",
    "check_kind",
    "frame_to_csv",
    "is_frame",
    "read_source",
]
