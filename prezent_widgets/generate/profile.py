"""What each column of a table is for: time, category, measure, identifier; and what one row stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal

from prezent_widgets.generate.wording.periods import Grain, Period, of_date, parse_period
from prezent_widgets.generate.wording.roles import is_averaged, is_place, spelled, tells_weather
from prezent_widgets.sources import Column, Table, cell_ranges

Shape = Literal["series", "panel", "events", "snapshot", "list", "empty"]

_ID = re.compile(
    r"^(id|uuid|key|code|nr|no|number|ticket|ref|reference|index|row|sku|#)$|[ "
    r"_-](id|uuid|nr|code|key)$|id$(?<=[a-z_]id)",
    re.I,
)
_ORDINAL = re.compile(
    r"\b(severity|sev|priority|prio|level|grade|tier|class|stage|rank|rating|stars|phase|stufe)\b", re.I
)
_TIME_NAME = re.compile(r"\b(year|jahr|année|annee|año|anno|jaar|fy|fiscal year)\b", re.I)
_TOTAL = re.compile(
    r"^(grand )?(total|totals|all|overall|sum|gesamt|summe|insgesamt|totale|totaal|somme|suma)( |$)", re.I
)


@dataclass(frozen=True, slots=True)
class Axis:
    """The time column: a period for each row (None where blank), at the column's ``grain``."""

    name: str
    label: str
    grain: Grain
    values: tuple[Period | None, ...]
    distinct: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A column that sorts the rows into groups. ``ordinal`` groups have an order of their own (severity 1, 2, 3)."""

    name: str
    label: str
    values: tuple[str | None, ...]
    distinct: tuple[str, ...]
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of quantities. ``adds`` says whether a sum over rows means something (a rate or a duration does not)."""

    name: str
    label: str
    unit: str
    values: tuple[float | None, ...]
    adds: bool
    melted: tuple[tuple[str, int], ...] = ()

    @property
    def lowest(self) -> float:
        """The smallest value, 0.0 without any."""
        return min((value for value in self.values if value is not None), default=0.0)


@dataclass(frozen=True, slots=True)
class Profile:
    """A table understood. ``rows`` are the indexes of its data rows without totals; ``shape`` says what a row is.

    ``series``: one row a period; ``panel``: one row a period and group; ``events``: records; ``snapshot``: one row a
    group, no time; ``list``: text only (actions, names).
    """

    table: Table
    shape: Shape
    time: Axis | None
    categories: tuple[Category, ...]
    measures: tuple[Measure, ...]
    ids: tuple[str, ...]
    rows: tuple[int, ...]

    def cells(self, measure: Measure, rows: Iterable[int]) -> tuple[str, ...]:
        """A1-style addresses of a measure's cells in these rows."""
        if not measure.melted:
            return cell_ranges(self.table, measure.name, rows)
        found = [measure.melted[row] for row in rows]
        return tuple(
            cell
            for name in dict.fromkeys(n for n, _ in found)
            for cell in cell_ranges(self.table, name, [r for n, r in found if n == name])
        )

    def table_cells(self, rows: Iterable[int]) -> tuple[str, ...]:
        """A1-style addresses of these rows in the column that names them: the identifier, else the first."""
        return cell_ranges(self.table, self.ids[0] if self.ids else self.table.columns[0].name, rows)

    def category(self, name: str) -> Category:
        """The category column called ``name``; KeyError when there is none."""
        return next(category for category in self.categories if category.name == name)


def profile_table(table: Table, units: Iterable[tuple[frozenset[str], str]] = ()) -> Profile:
    """Find the roles of a table's columns; ``units`` are those the prompt or notes state (``prompt.units_in``)."""
    units = tuple(units)
    melted = _melt(table, units)
    if melted is not None:
        return melted
    time = _time_axis(table)
    categories: list[Category] = []
    measures: list[Measure] = []
    ids: list[str] = []
    weather = tells_weather([column.label for column in table.columns])
    for index, column in enumerate(table.columns):
        if (time is not None and column.name == time.name) or is_place(column.name):
            continue
        running = index == 0 and len(table.columns) >= 3 and _is_running(column)
        if running or _is_id(column, table.n_rows):
            ids.append(column.name)
        elif column.type == "number":
            category = _numeric_category(column)
            if category is not None:
                categories.append(category)
            elif any(value is not None for value in column.values):
                measures.append(_measure(column, units, table.title, weather))
        elif column.type in ("text", "bool"):
            category = _category(column)
            if category is not None:
                categories.append(category)
    rows = _data_rows(table, categories)
    named = any(len(category.distinct) == table.n_rows for category in categories) or table.n_rows <= 3
    if not measures and not ids and (time is None or named):
        shape: Shape = "list" if table.n_rows and categories else "events" if time and table.n_rows else "empty"
    else:
        shape = _shape(time, categories, rows, bool(ids))
    if time is not None and shape in ("series", "panel"):
        time = _coarsened(time, rows)
    return Profile(table, shape, time, tuple(categories), tuple(measures), tuple(ids), rows)


def _time_axis(table: Table) -> Axis | None:
    for column in table.columns:
        if column.type == "date":
            dates = [value for value in column.values if isinstance(value, datetime)]
            if len(dates) >= 0.8 * max(1, len(column.values)) and dates:
                grain = _grain(dates)
                return _axis(
                    column, grain, [of_date(v, grain) if isinstance(v, datetime) else None for v in column.values]
                )
    for column in table.columns:
        filled = [value for value in column.values if value is not None]
        if not filled:
            continue
        if column.type == "text":
            found = [parse_period(str(value)) if value is not None else None for value in column.values]
            good = [period for period in found if period is not None]
            if len(good) >= 0.8 * len(filled) and len({period.grain for period in good}) == 1:
                return _axis(column, good[0].grain, found)
        elif column.type == "number" and all(isinstance(v, int) and 1800 <= v <= 2100 for v in filled):
            running = len(set(filled)) == len(filled) >= 3 and column is table.columns[0]
            if running or _TIME_NAME.search(column.label):
                years = [Period(int(v), 0, "year") if isinstance(v, int) else None for v in column.values]
                return _axis(column, "year", years)
    return None


def _coarsened(axis: Axis, rows: tuple[int, ...]) -> Axis:
    """Days as months when there are more than two months of them, without months that are only begun at the ends."""
    if axis.grain != "day" or len(axis.distinct) <= 62:
        return axis
    values = tuple(value.coarser("month") if value is not None else None for value in axis.values)
    days: dict[Period, set[Period]] = {}
    for row in rows:
        day, month = axis.values[row], values[row]
        if day is not None and month is not None:
            days.setdefault(month, set()).add(day)
    usual = sorted(len(found) for found in days.values())[len(days) // 2]
    distinct = sorted(days)
    while len(distinct) > 2 and len(days[distinct[0]]) < 0.6 * usual:
        distinct.pop(0)
    while len(distinct) > 2 and len(days[distinct[-1]]) < 0.6 * usual:
        distinct.pop()
    return Axis(axis.name, axis.label, "month", values, tuple(distinct))


def _axis(column: Column, grain: Grain, values: list[Period | None]) -> Axis:
    distinct = tuple(sorted({value for value in values if value is not None}))
    return Axis(column.name, column.label, grain, tuple(values), distinct)


def _grain(dates: list[datetime]) -> Grain:
    """The coarsest grain that keeps different dates apart: all on 1 January → years, all on the first → months."""
    if all(value.day == 1 for value in dates) or all((value.month, value.day) in _ENDS for value in dates):
        if len({value.month for value in dates}) == 1:
            return "year"
        return "quarter" if {value.month % 3 for value in dates} in ({0}, {1}) and len(dates) > 1 else "month"
    return "day"


_ENDS = {
    (1, 31),
    (2, 28),
    (2, 29),
    (3, 31),
    (4, 30),
    (5, 31),
    (6, 30),
    (7, 31),
    (8, 31),
    (9, 30),
    (10, 31),
    (11, 30),
    (12, 31),
}


def _is_id(column: Column, n_rows: int) -> bool:
    filled = [value for value in column.values if value is not None]
    if not filled or n_rows < 2:
        return False
    unique = len(set(filled)) >= 0.95 * len(filled)
    if unique and _ID.search(column.name.strip()):
        return True
    coded = sum(bool(re.fullmatch(r"[A-Za-z]{0,5}[-_/]?\d{2,}[\w-]*|[0-9a-f-]{16,}", str(value))) for value in filled)
    return column.type == "text" and unique and len(filled) >= 5 and coded >= 0.8 * len(filled)


def _is_running(column: Column) -> bool:
    """Whether a first column only counts its rows: whole numbers one by one, from twelve on."""
    found = [value for value in column.values if isinstance(value, int) and not isinstance(value, bool)]
    return (
        column.type == "number"
        and len(found) == len(column.values) >= 12
        and all(right - left == 1 for left, right in pairwise(found))
    )


def _numeric_category(column: Column) -> Category | None:
    """Small whole numbers under a head such as "severity" are groups, not quantities; so are 0 and 1 as no and yes."""
    filled = [value for value in column.values if value is not None]
    distinct = sorted({value for value in filled if isinstance(value, int)})
    if len(filled) >= 20 and distinct == [0, 1] and set(filled) == {0, 1}:
        flags = tuple("Yes" if value == 1 else "No" if value == 0 else None for value in column.values)
        return Category(column.name, column.label, flags, tuple(dict.fromkeys(f for f in flags if f is not None)))
    if not _ORDINAL.search(column.label) or not 1 < len(distinct) <= 10 or len(distinct) != len(set(filled)):
        return None
    if len(distinct) == len(filled):
        return None
    values = tuple(f"{column.label} {value}" if isinstance(value, int) else None for value in column.values)
    return Category(column.name, column.label, values, tuple(f"{column.label} {value}" for value in distinct), True)


def _category(column: Column) -> Category | None:
    values = tuple(_name_of(value) for value in column.values)
    counts = Counter(value for value in values if value is not None)
    if not counts:
        return None
    filled = sum(counts.values())
    long = sum(count for value, count in counts.items() if len(value) > 60)
    if long > 0.3 * filled or (len(counts) > 60 and len(counts) > 0.5 * filled):
        return None
    return Category(column.name, column.label, values, tuple(counts))


def _name_of(value: object) -> str | None:
    """A group's name as people write it: machine_names apart, the rest as in the file."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "Yes" if value else "No"
    text = str(value)
    return re.sub(r"_+", " ", text) if re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", text) else text


def _measure(column: Column, units: tuple[tuple[frozenset[str], str], ...], title: str, weather: bool) -> Measure:
    from prezent_widgets.generate.wording.phrases import stems

    words = stems(column.label)
    unit = column.unit
    if not unit:
        stated = [(len(words & keys), text) for keys, text in units if keys and len(words & keys) >= min(len(words), 1)]
        anywhere = [text for keys, text in units if not keys]
        unit = max(stated)[1] if stated else anywhere[0] if anywhere else ""
    values = tuple(float(v) if isinstance(v, (int, float)) and not isinstance(v, bool) else None for v in column.values)
    adds = not is_averaged(column.label, unit, values, title=title, weather=weather)
    return Measure(column.name, spelled(column.label), unit, values, adds)


def _data_rows(table: Table, categories: list[Category]) -> tuple[int, ...]:
    """Rows without those that repeat a total of others."""
    totals = set(table.total_rows)
    for category in categories:
        marked = {row for row, value in enumerate(category.values) if value is not None and _TOTAL.match(value)}
        if len(marked) < table.n_rows / 2:
            totals |= marked
    return tuple(row for row in range(table.n_rows) if row not in totals)


def _shape(time: Axis | None, categories: list[Category], rows: tuple[int, ...], has_id: bool) -> Shape:
    if not rows:
        return "empty"
    keys = [tuple(category.values[row] for category in categories) for row in rows]
    recurring = [category for category in categories if len(category.distinct) <= 0.5 * len(rows)]
    if time is not None and recurring:
        # names and addresses that are different in nearly every row do not make a group followed over time
        keys = [tuple(category.values[row] for category in recurring) for row in rows]
    if time is None:
        return "events" if has_id or len(set(keys)) < 0.9 * len(keys) or not categories else "snapshot"
    if len({time.values[row] for row in rows}) == len(rows):
        return "events" if has_id else "series"
    stamped = {(time.values[row], key) for row, key in zip(rows, keys, strict=True)}
    if has_id or (time.grain == "day" and len(stamped) < len(rows)):
        return "events"
    return (
        "panel" if len(stamped) == len(rows) and len(rows) >= 2 * len({time.values[row] for row in rows}) else "events"
    )


def _melt(table: Table, units: tuple[tuple[frozenset[str], str], ...]) -> Profile | None:
    """Periods as column heads (2019 | 2020 | 2021): turned into one row a group and period, cells remembered."""
    heads = {column.name: parse_period(column.name) for column in table.columns if column.type == "number"}
    wide = [name for name, period in heads.items() if period is not None]
    if len(wide) < 3 or len(wide) < 0.6 * len(heads):
        return None
    named = [
        category for column in table.columns if column.type == "text" and (category := _category(column)) is not None
    ]
    base = _data_rows(table, named)
    if not named or not base:
        return None
    pairs = [(name, row) for row in base for name in wide]
    values: list[float | None] = []
    for name, row in pairs:
        cell = table.column(name).values[row]
        values.append(float(cell) if isinstance(cell, (int, float)) else None)
    periods = tuple(heads[name] for name, _ in pairs)
    distinct = tuple(sorted({period for period in periods if period is not None}))
    if len({period.grain for period in distinct}) != 1:
        return None
    unit = next((text for _, text in units), "")
    measure = Measure(table.title, table.title, unit, tuple(values), not is_averaged(table.title, unit), tuple(pairs))
    categories = tuple(
        Category(c.name, c.label, tuple(c.values[row] for _, row in pairs), c.distinct) for c in named[:2]
    )
    axis = Axis("period", "Period", distinct[0].grain, periods, distinct)
    return Profile(
        table, "panel" if len(base) > 1 else "series", axis, categories, (measure,), (), tuple(range(len(pairs)))
    )


__all__ = ["Axis", "Category", "Measure", "Profile", "Shape", "profile_table"]
