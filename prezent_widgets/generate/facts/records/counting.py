"""What a record is called, the periods records are counted in, and counts as facts."""

from __future__ import annotations

from pathlib import PurePath

from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import tokens
from prezent_widgets.sources import cell_ranges


def noun_of(cube: Cube) -> str:
    """What a record is, in the plural: from the file's name ("incidents-2025.csv"), else "records".

    In a table with one row a day, month or year, that is what a row is.
    """
    axis = cube.profile.time
    if cube.profile.shape == "series" and axis is not None:
        daily = len({value for value in axis.values if value is not None}) < 0.5 * len(cube.profile.rows)
        return "days" if daily else f"{axis.grain}s"
    names = [word for word in tokens(cube.profile.table.sheet) + tokens(PurePath(cube.source).stem) if word.isalpha()]
    plurals = [word for word in names if word.endswith("s") and not word.endswith("ss") and len(word) > 3]
    return plurals[-1] if plurals else "records"


def rows_called(cube: Cube) -> str:
    """As ``noun_of``, but "rows" where the file's name does not say what a row is."""
    noun = noun_of(cube)
    return "rows" if noun == "records" else noun


def buckets(cube: Cube) -> list[Period]:
    """The periods records are counted in, without those at the ends that are covered less than three quarters."""
    axis, spans = cube.profile.time, _spans(cube)
    if axis is None or axis.grain != "day" or len(spans) < 4:
        return spans
    first, last = axis.distinct[0], axis.distinct[-1]
    if _position(last, spans[-1]) < 0.75:
        spans = spans[:-1]
    return spans[1:] if _position(first, spans[0]) > 0.25 else spans


def _position(day: Period, span: Period) -> float:
    """How far into its year, quarter or month a day lies, 0 to 1."""
    if span.grain == "year":
        return day.part / 365
    into = [d for d in range(1, 367) if _inside(Period(day.year, d, "day"), span)]
    return (day.part - into[0] + 1) / len(into) if into else 1.0


def _inside(day: Period, span: Period) -> bool:
    leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
    return (day.part <= 365 or leap) and day.coarser(span.grain) == span


def _spans(cube: Cube) -> list[Period]:
    """Quarters of the records when they span more than one, else months; years when they span more than three."""
    axis = cube.profile.time
    if axis is None:
        return []
    years = {period.year for period in axis.distinct}
    if axis.grain == "year" or len(years) > 3:
        return sorted({period.coarser("year") for period in axis.distinct})
    quarters = sorted({period.coarser("quarter") for period in axis.distinct})
    if len(quarters) >= 3 or axis.grain == "quarter":
        return quarters
    months = sorted({period.coarser("month") for period in axis.distinct})
    return list(axis.distinct) if len(months) == 1 and len(axis.distinct) >= 5 else months


def count_fact(cube: Cube, rows: tuple[int, ...], statement: str, subject: str = "", kind: str = "count") -> str:
    """Book how many rows there are (``kind`` "count") or what was said of that number; the id of the fact."""
    table = cube.profile.table
    column = cube.profile.ids[0] if cube.profile.ids else table.columns[0].name
    return cube.book.add(
        kind,
        statement,
        float(len(rows)),
        f"{len(rows):,}",
        source=cube.source,
        cells=cell_ranges(table, column, rows),
        computation=f"count of {len(rows)} rows",
        subject=subject,
    )


__all__ = ["buckets", "count_fact", "noun_of", "rows_called"]
