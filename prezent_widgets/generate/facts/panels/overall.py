"""The total of a measure between two periods, and its course."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.compare import Pair
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.panels.courses import number_format, stacked_chart
from prezent_widgets.generate.facts.sense import against_average, pace
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import large, number, percent, short_unit, signed_percent
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import capital, lower_first, stems


def total_name(cube: Cube, measure: Measure) -> str:
    """The measure's name for a sum over groups: with "total" before it unless it is money or says so."""
    label = lower_first(measure.label)
    if not measure.adds:
        return f"Mean {label}"
    return (
        capital(label)
        if not cube.profile.categories or "total" in label or measure.unit in ("USD", "EUR", "$", "€", "£")
        else f"Total {label}"
    )


def overall_topic(cube: Cube, measure: Measure, pair: Pair, rank: int = 0) -> Topic | None:
    """The total at both periods, its change, and its course."""
    base_rows, focus_rows = cube.rows(period=pair.base), cube.rows(period=pair.focus)
    name = total_name(cube, measure)
    base = cube.figure(measure, base_rows, "Total", pair.base.label)
    focus = cube.figure(measure, focus_rows, "Total", pair.focus.label)
    if base is None or focus is None:
        return None
    moved = change(base[0], focus[0])
    facts = [base[2], focus[2]]
    words = stems(f"{measure.label} total overall {cube.profile.time.label if cube.profile.time else ''}")
    if moved is None or abs(moved) < 0.05:
        title = f"{name} stood at {focus[1]} {pair.focus.when_long}, against {base[1]} {pair.base.when_long}"
    else:
        id = cube.derive(
            "change",
            f"{name} {signed_percent(moved)} {pair.on}",
            moved,
            signed_percent(moved),
            f"change from {pair.base.label} to {pair.focus.label}, in percent",
            measure,
            base_rows + focus_rows,
            "Total",
        )
        facts.append(id)
        title = f"{name} {'grew' if moved > 0 else 'fell'} {percent(moved)} {pair.on}, to {focus[1]}"
    chart, lines, more = _course(cube, measure, pair)
    meaning = _meaning(cube, measure, pair, name, base[0], focus[0])
    lines = (*_steps_between(cube, measure, pair, base[0], focus[0]), *lines)
    lead = rich(f"**{pair.focus.label}**: {focus[1]}, after {base[1]} {pair.base.when}", tuple(facts))
    return Topic(
        key=f"overall:{cube.profile.table.id}:{measure.name}",
        group="overall",
        title=title,
        role="chart",
        blocks=(chart,) if chart else (),
        lines=(lead, *lines),
        notes=(
            f"{title}.",
            f"In {pair.base.label} it was {cube.shown(base[0], measure, exact=True)}, "
            f"{pair.focus.when} {cube.shown(focus[0], measure, exact=True)}.",
        ),
        facts=(*facts, *more),
        sources=(cube.source,),
        words=words,
        score=3.5 - 2.0 * rank + (3.0 if pair.seasonal and rank == 0 else 0.0) + cube.relevance(measure.label),
        number=BigNumber(
            *large(focus[0], measure.unit, f"{lower_first(name)} {pair.focus.when}"),
            f"{signed_percent(moved)} {pair.on}" if moved is not None else "",
            tuple(facts),
        ),
        brief=rich(f"**{title}**", tuple(facts)),
        takeaway=meaning,
        advice=rich(
            f"**Plan with {focus[1]}**: {lower_first(name)} moved {signed_percent(moved)} {pair.on}",
            tuple(facts),
        )
        if moved is not None and abs(moved) >= 5 and not pair.seasonal and measure.adds
        else None,
    )


def _meaning(cube: Cube, measure: Measure, pair: Pair, name: str, base: float, focus: float) -> Line | None:
    """The pace a year over a long span; else the last period beside the average of all."""
    line = pace(cube, measure, name, (pair.base, base), (pair.focus, focus))
    axis = cube.profile.time
    if line is not None or axis is None:
        return line
    if pair.focus.grain == "year" and axis.grain != "year":
        return _months_above(cube, measure, pair)
    levels = [v for p in axis.distinct if (v := cube.value(measure, cube.rows(period=p))) is not None]
    if pair.focus not in axis.distinct or len(levels) < 3:
        return None
    return against_average(cube, measure, pair.focus.long, focus, levels, f"{axis.grain}s")


def _months_above(cube: Cube, measure: Measure, pair: Pair) -> Line | None:
    """In how many months or quarters one whole year was above the other."""
    axis = cube.profile.time
    assert axis is not None
    both = [
        (
            cube.value(measure, cube.rows(period=p)),
            cube.value(measure, cube.rows(period=Period(pair.base.year, p.part, p.grain))),
        )
        for p in axis.distinct
        if p.year == pair.focus.year
    ]
    found = [(now, then) for now, then in both if now is not None and then is not None]
    if len(found) < 4:
        return None
    above = sum(now > then for now, then in found)
    says = f"{above} of {len(found)} {axis.grain}s of {pair.focus.label} lie above those of {pair.base.label}"
    rows = cube.rows(period=pair.base) + cube.rows(period=pair.focus)
    how = f"count of {axis.grain}s above the year before"
    fact = cube.derive("count above", says, float(above), f"{above}", how, measure, rows, "Total")
    return rich(
        f"**{above} of {len(found)}** {axis.grain}s of {pair.focus.label} "
        f"lie above the same {axis.grain} of {pair.base.label}",
        (fact,),
    )


def _steps_between(cube: Cube, measure: Measure, pair: Pair, base: float, focus: float) -> tuple[Line, ...]:
    """The change in absolute terms, and against the period just before."""
    if not measure.adds or cube.profile.time is None:
        return ()
    rows = cube.rows(period=pair.base) + cube.rows(period=pair.focus)
    moved = focus - base
    sign = "+" if moved > 0 else "\u2212"
    shown = f"{sign}{cube.shown(abs(moved), measure)}"
    lines = [
        rich(
            f"**{shown}** {pair.on}",
            (
                cube.derive(
                    "difference",
                    f"Total: {shown} {pair.on}",
                    moved,
                    shown,
                    f"{pair.focus.label} less {pair.base.label}",
                    measure,
                    rows,
                    "Total",
                ),
            ),
        )
    ]
    points = cube.profile.time.distinct
    before = points[points.index(pair.focus) - 1] if pair.focus in points else pair.base
    if pair.seasonal and before != pair.base and (earlier := cube.value(measure, cube.rows(period=before))):
        step = change(earlier, focus)
        if step is not None:
            id = cube.derive(
                "change",
                f"Total: {signed_percent(step)} on {before.label}",
                step,
                signed_percent(step),
                f"change from {before.label} to {pair.focus.label}, in percent",
                measure,
                cube.rows(period=before) + cube.rows(period=pair.focus),
                "Total step",
            )
            lines.append(rich(f"**{signed_percent(step)}** on {before.label}", (id,)))
    return tuple(lines)


def _course(cube: Cube, measure: Measure, pair: Pair) -> tuple[ChartBlock | None, tuple[Line, ...], tuple[str, ...]]:
    """The total over all periods as a chart, with its peak and low as lines."""
    axis = cube.profile.time
    if axis is None or len(axis.distinct) < 3:
        return None, (), ()
    points: list[tuple[Period, float]] = []
    for period in axis.distinct:
        value = cube.value(measure, cube.rows(period=period))
        if value is not None:
            points.append((period, value))
    if len(points) < 3:
        return None, (), ()
    top = max(points, key=lambda point: point[1])
    low = min(points, key=lambda point: point[1])
    lines: list[Line] = []
    facts: list[str] = []
    for word, (period, _) in (("High", top), ("Low", low)):
        if period in (pair.base, pair.focus):
            continue
        found = cube.figure(measure, cube.rows(period=period), word, period.label, kind="peak")
        if found is not None:
            lines.append(rich(f"**{word}**: {found[1]} {period.when}", (found[2],)))
            facts.append(found[2])
    unit = short_unit(measure.unit)
    title = f"{total_name(cube, measure)}{f' ({unit})' if unit else ''}"
    focus_at = next((i for i, (period, _) in enumerate(points) if period == pair.focus), None)
    split = _stack(cube, measure)
    if split is not None:
        return stacked_chart(cube, measure, split, pair, title), tuple(lines), tuple(facts)
    chart = ChartBlock(
        kind="column" if len(points) <= 12 else "line",
        title=title,
        categories=tuple(period.label for period, _ in points),
        series=(Series(total_name(cube, measure), tuple(value for _, value in points)),),
        number_format=number_format([value for _, value in points]),
        unit=unit,
        highlight=(0, focus_at),
        data_labels=len(points) <= 8,
        alt=f"{title}, {points[0][0].label} to {points[-1][0].label}: from {number(points[0][1])} "
        f"to {number(points[-1][1])}, highest {number(top[1])} {top[0].when}.",
        facts=tuple(facts),
    )
    return chart, tuple(lines), tuple(facts)


def _stack(cube: Cube, measure: Measure) -> Category | None:
    """The category that splits a total into two to five parts, when there are periods enough to see it move."""
    axis = cube.profile.time
    if not measure.adds or axis is None or len(axis.distinct) < 6:
        return None
    return next((category for category in cube.categories(5)), None)


__all__ = ["overall_topic", "total_name"]
