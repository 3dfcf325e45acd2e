"""Any dataframe → CSV bytes, through narwhals: column names kept, dates in ISO form."""

from __future__ import annotations

import csv
import io
import math
from datetime import date, datetime
from typing import Any

from prezent_widgets.errors import InputError


def is_frame(value: object) -> bool:
    """Whether ``value`` is a dataframe that :func:`frame_to_csv` can convert (pandas, polars, pyarrow, modin …)."""
    import narwhals as nw

    return isinstance(nw.from_native(value, pass_through=True), (nw.DataFrame, nw.LazyFrame))


def frame_to_csv(frame: Any) -> bytes:
    """A dataframe of any library as UTF-8 CSV. A named or dated pandas index becomes the first column.

    Args:
        frame: pandas, polars, pyarrow, modin, cuDF, DuckDB … (whatever narwhals knows).

    Raises:
        InputError: not a dataframe.
    """
    import narwhals as nw

    index = getattr(frame, "index", None)
    if index is not None and hasattr(frame, "reset_index") and _telling_index(index):
        frame = frame.reset_index()
    wrapped: Any = nw.from_native(frame, pass_through=True)
    if isinstance(wrapped, nw.LazyFrame):
        wrapped = wrapped.collect()
    if not isinstance(wrapped, nw.DataFrame):
        raise InputError(
            f"A {type(frame).__name__} is not a dataframe.",
            hint="Pass a path, (name, bytes) or a dataframe.",
            field="sources",
        )
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([str(name) for name in wrapped.columns])
    for row in wrapped.iter_rows():
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode()


def _telling_index(index: Any) -> bool:
    names = [name for name in getattr(index, "names", [None]) if name is not None]
    return bool(names) or type(index).__name__ in ("DatetimeIndex", "PeriodIndex")


def _cell(value: Any) -> str:
    if (
        value is None
        or (isinstance(value, float) and math.isnan(value))
        or type(value).__name__ in ("NaTType", "NAType")
    ):
        return ""
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, date) else str(value)


__all__ = ["frame_to_csv", "is_frame"]
