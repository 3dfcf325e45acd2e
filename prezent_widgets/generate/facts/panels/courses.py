"""Charts of a measure over time: one group, the mix, the total as its parts."""

from __future__ import annotations

from prezent_widgets.generate.facts.compare import Pair
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.model import ChartBlock, Series
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import number, short_unit
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import lower_first


def number_format(values: list[float]) -> str:
    """An Excel format with separators and as many decimals as the values need."""
    size = max((abs(value) for value in values), default=0.0)
    whole = all(float(value).is_integer() for value in values)
    return "#,##0" if whole or size >= 1000 else "#,##0.0" if size >= 10 else "#,##0.00"


def thin(points: list[Period], most: int) -> list[Period]:
    """At most ``most`` points, evenly spaced, the last kept."""
    step = -(-len(points) // most)
    return points[(len(points) - 1) % step :: step]


def window(points: list[Period], mark: Period, most: int) -> list[Period]:
    """At most ``most`` points that include ``mark`` and the last: evenly thinned, else the latest stretch."""
    thinned = thin(points, most)
    if mark in thinned or len(points) <= most:
        return thinned
    if mark in points[-most:]:
        return points[-most:]
    kept = thin([point for point in points if point >= mark], most - 1)
    return sorted({*kept, mark}) if mark in points else kept


def group_chart(cube: Cube, measure: Measure, category: Category, names: list[str], mark: Period) -> ChartBlock:
    """One or more groups over time, the period ``mark`` highlighted when there is one group."""
    axis = cube.profile.time
    assert axis is not None
    periods = window(list(axis.distinct), mark, min(20, max(8, cube.most)))
    series = tuple(
        Series(name, tuple(cube.value(measure, cube.rows(period=p, category=category, value=name)) for p in periods))
        for name in names
    )
    values = [v for s in series for v in s.values if v is not None]
    unit = short_unit(measure.unit)
    what = f"{names[0]}: {lower_first(measure.label)}" if len(names) == 1 else measure.label
    title = f"{what} ({unit})" if unit else what
    return ChartBlock(
        kind="column" if len(names) == 1 and len(periods) <= 8 else "line",
        title=title,
        categories=tuple(p.label for p in periods),
        series=series,
        number_format=number_format(values),
        unit=unit,
        highlight=(0, periods.index(mark) if len(names) == 1 and mark in periods else None),
        alt=f"{title}, {periods[0].label} to {periods[-1].label}: lowest "
        f"{number(min(values))}, highest {number(max(values))}.",
    )


def share_chart(cube: Cube, measure: Measure, category: Category, names: list[str]) -> ChartBlock:
    """The mix of each period as a stack of 100 %; small groups beyond five become one."""
    axis = cube.profile.time
    assert axis is not None
    periods = thin(list(axis.distinct), min(20, max(8, cube.most)))
    shown = names[:5] if len(names) > 6 else names
    series = [
        Series(name, tuple(cube.value(measure, cube.rows(period=p, category=category, value=name)) for p in periods))
        for name in shown
    ]
    rest = [name for name in names if name not in shown]
    if rest:
        sums = [
            [cube.value(measure, cube.rows(period=p, category=category, value=name)) or 0.0 for name in rest]
            for p in periods
        ]
        series.append(Series(f"Other ({len(rest)})", tuple(sum(values) for values in sums)))
    title = f"Share of {lower_first(measure.label)} by {lower_first(category.label)}"
    return ChartBlock(
        kind="share_column",
        title=title,
        categories=tuple(p.label for p in periods),
        series=tuple(series),
        number_format="#,##0",
        unit="%",
        alt=f"{title}, {periods[0].label} to {periods[-1].label}, as a stack of 100% for each period.",
    )


def stacked_chart(cube: Cube, measure: Measure, category: Category, pair: Pair, title: str) -> ChartBlock:
    """The total as columns of its parts."""
    axis = cube.profile.time
    assert axis is not None
    periods = thin(list(axis.distinct), min(20, max(8, cube.most)))
    order = sorted(
        category.distinct,
        key=lambda n: -(cube.value(measure, cube.rows(period=pair.focus, category=category, value=n)) or 0.0),
    )
    series = tuple(
        Series(name, tuple(cube.value(measure, cube.rows(period=p, category=category, value=name)) for p in periods))
        for name in order
    )
    return ChartBlock(
        kind="stacked_column",
        title=title,
        categories=tuple(p.label for p in periods),
        series=series,
        number_format=number_format([v for s in series for v in s.values if v is not None]),
        unit=short_unit(measure.unit),
        alt=f"{title} by {lower_first(category.label)}, {periods[0].label} to {periods[-1].label}, stacked.",
    )


__all__ = ["group_chart", "number_format", "share_chart", "stacked_chart", "thin", "window"]
