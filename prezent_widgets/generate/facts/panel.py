"""Groups over time: totals, shares, risers and fallers between two periods, and what happened on the way."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.compare import Pair, choose_pair
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.figures import large, multiple, number, percent, short_unit, signed_percent
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series, TableBlock
from prezent_widgets.generate.periods import Period
from prezent_widgets.generate.phrases import capital, lower_first, stems
from prezent_widgets.generate.profile import Category, Measure


@dataclass(frozen=True, slots=True)
class Group:
    """One group at both periods. ``share`` values are None when the measure does not add."""

    name: str
    base: float
    focus: float
    base_shown: str
    focus_shown: str
    base_share: float | None
    focus_share: float | None
    rows: tuple[int, ...]
    facts: tuple[str, ...]

    @property
    def change(self) -> float | None:
        """Change in percent."""
        return change(self.base, self.focus)


def panel_topics(cube: Cube) -> list[Topic]:
    """Messages of a table with time; one block of messages for each of up to two measures and two categories."""
    axis = cube.profile.time
    pair = choose_pair(axis, cube.request) if axis is not None else None
    if pair is None:
        return []
    topics: list[Topic] = []
    measures = cube.measures()[:2]
    for rank, measure in enumerate(measures):
        overall = overall_topic(cube, measure, pair, rank)
        if overall is not None:
            topics.append(overall)
        for place, category in enumerate(cube.categories()[: 2 if rank == 0 else 0]):
            groups = compare_groups(cube, measure, category, pair)
            if len(groups) < 2:
                continue
            makers = (share_topic, riser_topic, faller_topic) if not pair.seasonal else ()
            topics += [topic for maker in makers if (topic := maker(cube, measure, category, pair, groups)) is not None]
            if pair.seasonal or not any(topic.group in ("share", "riser", "faller") for topic in topics):
                topics.append(growth_topic(cube, measure, category, pair, groups))
            table = table_topic(cube, measure, category, pair, groups)
            if table is not None and place == 0:
                topics.append(table)
    return topics


def compare_groups(cube: Cube, measure: Measure, category: Category, pair: Pair) -> list[Group]:
    """Each group's level (and share) at both periods, entered as facts; largest at the focus first."""
    totals = {period: cube.value(measure, cube.rows(period=period)) for period in (pair.base, pair.focus)}
    groups: list[Group] = []
    for name in category.distinct:
        cells = {period: cube.rows(period=period, category=category, value=name) for period in (pair.base, pair.focus)}
        base = cube.figure(measure, cells[pair.base], name, pair.base.label)
        focus = cube.figure(measure, cells[pair.focus], name, pair.focus.label)
        if base is None or focus is None:
            continue
        facts = [base[2], focus[2]]
        shares: list[float | None] = []
        for period, level in ((pair.base, base[0]), (pair.focus, focus[0])):
            total = totals[period]
            share = 100.0 * level / total if measure.adds and total and total > 0 else None
            shares.append(share)
            if share is not None:
                statement = f"{name}: {percent(share)} of {lower_first(measure.label)} in {period.label}"
                facts.append(
                    cube.derive(
                        "share",
                        statement,
                        share,
                        percent(share),
                        f"{name} / total in {period.label}",
                        measure,
                        cells[period],
                        name,
                    )
                )
        rows = cells[pair.base] + cells[pair.focus]
        moved = change(base[0], focus[0])
        if moved is not None:
            statement = f"{name}: {lower_first(measure.label)} {signed_percent(moved)} {pair.on}"
            facts.append(
                cube.derive(
                    "change", statement, moved, signed_percent(moved), "(focus - base) / base", measure, rows, name
                )
            )
        groups.append(Group(name, base[0], focus[0], base[1], focus[1], shares[0], shares[1], rows, tuple(facts)))
    return sorted(groups, key=lambda group: -group.focus)


def total_name(cube: Cube, measure: Measure) -> str:
    """ "Total net generation" when groups add up to it, else the measure's label."""
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
        title = f"{name} stood at {focus[1]} in {pair.focus.long}, against {base[1]} in {pair.base.long}"
    else:
        id = cube.derive(
            "change",
            f"{name} {signed_percent(moved)} {pair.on}",
            moved,
            signed_percent(moved),
            "(focus - base) / base",
            measure,
            base_rows + focus_rows,
            "Total",
        )
        facts.append(id)
        title = f"{name} {'grew' if moved > 0 else 'fell'} {percent(moved)} {pair.on}, to {focus[1]}"
    chart, lines, more = _course(cube, measure, pair)
    lead = rich(f"**{pair.focus.label}**: {focus[1]}, after {base[1]} in {pair.base.label}", tuple(facts))
    return Topic(
        key=f"overall:{cube.profile.table.id}:{measure.name}",
        group="overall",
        title=title,
        role="chart",
        blocks=(chart,) if chart else (),
        lines=(lead, *lines),
        notes=(
            f"{title}.",
            f"In {pair.base.label} it was {cube.shown(base[0], measure, exact=True)}, in {pair.focus.label} {cube.shown(focus[0], measure, exact=True)}.",
        ),
        facts=(*facts, *more),
        sources=(cube.source,),
        words=words,
        score=3.5 - 2.0 * rank + cube.relevance(measure.label),
        number=BigNumber(
            *large(focus[0], measure.unit, f"{lower_first(name)} in {pair.focus.label}"),
            f"{signed_percent(moved)} {pair.on}" if moved is not None else "",
            tuple(facts),
        ),
        brief=rich(f"**{title}**", tuple(facts)),
    )


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
            lines.append(rich(f"**{word}**: {found[1]} in {period.label}", (found[2],)))
            facts.append(found[2])
    unit = short_unit(measure.unit)
    title = f"{total_name(cube, measure)}{f' ({unit})' if unit else ''}"
    focus_at = next((i for i, (period, _) in enumerate(points) if period == pair.focus), None)
    split = _stack(cube, measure)
    if split is not None:
        return _stacked(cube, measure, split, pair, title), tuple(lines), tuple(facts)
    chart = ChartBlock(
        kind="column" if len(points) <= 12 else "line",
        title=title,
        categories=tuple(period.label for period, _ in points),
        series=(Series(total_name(cube, measure), tuple(value for _, value in points)),),
        number_format=number_format([value for _, value in points]),
        unit=unit,
        highlight=(0, focus_at),
        data_labels=len(points) <= 8,
        alt=f"{title}, {points[0][0].label} to {points[-1][0].label}: from {number(points[0][1])} to {number(points[-1][1])}, highest {number(top[1])} in {top[0].label}.",
        facts=tuple(facts),
    )
    return chart, tuple(lines), tuple(facts)


def _stack(cube: Cube, measure: Measure) -> Category | None:
    """The category that splits a total into two to five parts, when there are periods enough to see it move."""
    axis = cube.profile.time
    if not measure.adds or axis is None or len(axis.distinct) < 6:
        return None
    return next((category for category in cube.categories(5)), None)


def _stacked(cube: Cube, measure: Measure, category: Category, pair: Pair, title: str) -> ChartBlock:
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


def number_format(values: list[float]) -> str:
    """An Excel format with separators and as many decimals as the values need."""
    size = max((abs(value) for value in values), default=0.0)
    whole = all(float(value).is_integer() for value in values)
    return "#,##0" if whole or size >= 1000 else "#,##0.0" if size >= 10 else "#,##0.00"


def share_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic | None:
    """How the mix shifted: the group that gained most share and the one that lost most."""
    shared = [g for g in groups if g.base_share is not None and g.focus_share is not None]
    if len(shared) < 2:
        return None

    def gain(group: Group) -> float:
        return (group.focus_share or 0.0) - (group.base_share or 0.0)

    best, worst = max(shared, key=gain), min(shared, key=gain)
    if gain(best) < 1.0:
        return None
    label = lower_first(measure.label)
    title = (
        f"{best.name} {'rose' if gain(best) > 0 else 'moved'} from {percent(best.base_share or 0)} to {percent(best.focus_share or 0)} of {label}; "
        f"{worst.name} fell to {percent(worst.focus_share or 0)}"
    )
    lines = tuple(
        rich(f"**{g.name}**: {percent(g.base_share or 0)} to {percent(g.focus_share or 0)}", g.facts)
        for g in shared[:5]
    )
    facts = tuple(fact for g in shared for fact in g.facts)
    return Topic(
        key=f"share:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="share",
        title=title,
        role="chart",
        blocks=(_share_chart(cube, measure, category, [g.name for g in groups]),),
        lines=lines,
        notes=(
            f"Read the shares within each {cube.profile.time.grain if cube.profile.time else 'period'}: they add up to all {label}.",
            *(
                f"{g.name} went from {percent(g.base_share or 0)} in {pair.base.label} to {percent(g.focus_share or 0)} in {pair.focus.label}."
                for g in shared[:4]
            ),
        ),
        facts=facts,
        sources=(cube.source,),
        words=stems(
            f"{measure.label} {category.label} mix share composition structure changed {' '.join(category.distinct)}"
        ),
        score=4.0 + min(3.0, gain(best) / 10) + cube.relevance(measure.label, category.label),
        number=BigNumber(
            percent(best.focus_share or 0),
            f"{best.name} share in {pair.focus.label}",
            f"{percent(best.base_share or 0)} in {pair.base.label}",
            best.facts,
        ),
        brief=rich(
            f"**{best.name}** {'rose' if gain(best) > 0 else 'moved'} from {percent(best.base_share or 0)} to {percent(best.focus_share or 0)} of {label}",
            best.facts,
        ),
        advice=rich(
            f"**Plan for {best.name}** at {percent(best.focus_share or 0)} of {label}, no longer {percent(best.base_share or 0)}",
            best.facts,
        ),
        entities=(best.name, worst.name),
    )


def _share_chart(cube: Cube, measure: Measure, category: Category, names: list[str]) -> ChartBlock:
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


def window(points: list[Period], mark: Period, most: int) -> list[Period]:
    """At most ``most`` points that include ``mark`` and the last: evenly thinned, else the latest stretch."""
    thinned = thin(points, most)
    if mark in thinned or len(points) <= most:
        return thinned
    return points[-most:] if mark in points[-most:] else thin([point for point in points if point >= mark], most)


def thin(points: list[Period], most: int) -> list[Period]:
    """At most ``most`` points, evenly spaced, the last kept."""
    step = -(-len(points) // most)
    return points[(len(points) - 1) % step :: step]


def riser_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic | None:
    """The group that multiplied."""
    risers = [
        g
        for g in groups
        if g.base > 0 and g.focus / g.base >= 1.5 and g.focus >= 0.03 * sum(abs(x.focus) for x in groups)
    ]
    if not risers or not measure.adds or (cube.profile.time and len(cube.profile.time.distinct) < 4):
        return None
    best = max(risers, key=lambda g: g.focus / g.base)
    times = best.focus / best.base
    added = best.focus - best.base
    id = cube.derive(
        "multiple",
        f"{best.name}: {multiple(times)} the level of {pair.base.label}",
        times,
        multiple(times),
        "focus / base",
        measure,
        best.rows,
        best.name,
    )
    plus = cube.derive(
        "difference",
        f"{best.name}: {number(added)} more than in {pair.base.label}",
        added,
        number(added),
        "focus - base",
        measure,
        best.rows,
        best.name,
    )
    title = f"{best.name} grew {multiple(times)} {pair.span}, from {number(best.base)} to {best.focus_shown}"
    total = (cube.value(measure, cube.rows(period=pair.focus)) or 0) - (
        cube.value(measure, cube.rows(period=pair.base)) or 0
    )
    lines = [
        rich(f"**{multiple(times)}** the {pair.base.label} level", (id,)),
        rich(f"**{number(added)}** {short_unit(measure.unit)} added".replace("  ", " "), (plus,)),
    ]
    if 0 < total < added:
        tot = cube.derive(
            "difference",
            f"Total: {number(total)} more than in {pair.base.label}",
            total,
            number(total),
            "focus - base",
            measure,
            cube.rows(period=pair.focus) + cube.rows(period=pair.base),
            "Total",
        )
        lines.append(rich(f"More than the whole growth of the total, **{number(total)}**", (tot,)))
    facts = (*best.facts, id, plus, *(fact for line in lines for fact in line.facts))
    return Topic(
        key=f"riser:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="riser",
        title=title,
        role="chart",
        blocks=(_group_chart(cube, measure, category, [best.name], pair.focus),),
        lines=tuple(lines),
        notes=(
            f"{best.name} stood at {best.base_shown} in {pair.base.label} and at {best.focus_shown} in {pair.focus.label}.",
            f"That is {multiple(times)} as much.",
        ),
        facts=tuple(dict.fromkeys(facts)),
        sources=(cube.source,),
        words=stems(f"{best.name} {measure.label} {category.label} grew rise gain winners"),
        score=3.0 + min(2.0, times / 8) + cube.relevance(best.name),
        number=BigNumber(
            multiple(times),
            f"{best.name} against {pair.base.label}",
            f"{number(best.base)} to {number(best.focus)}",
            (id, *best.facts),
        ),
        brief=rich(
            f"**{best.name}** grew {multiple(times)}, from {number(best.base)} to {best.focus_shown}", (id, *best.facts)
        ),
        entities=(best.name,),
    )


def _group_chart(cube: Cube, measure: Measure, category: Category, names: list[str], mark: Period) -> ChartBlock:
    axis = cube.profile.time
    assert axis is not None
    periods = window(list(axis.distinct), mark, min(20, max(8, cube.most)))
    series = tuple(
        Series(name, tuple(cube.value(measure, cube.rows(period=p, category=category, value=name)) for p in periods))
        for name in names
    )
    values = [v for s in series for v in s.values if v is not None]
    unit = short_unit(measure.unit)
    title = f"{names[0] if len(names) == 1 else measure.label}{f': {lower_first(measure.label)}' if len(names) == 1 else ''}{f' ({unit})' if unit else ''}"
    return ChartBlock(
        kind="column" if len(names) == 1 else "line",
        title=title,
        categories=tuple(p.label for p in periods),
        series=series,
        number_format=number_format(values),
        unit=unit,
        highlight=(0, periods.index(mark)) if len(names) == 1 else (0, None),
        alt=f"{title}, {periods[0].label} to {periods[-1].label}: lowest {number(min(values))}, highest {number(max(values))}.",
    )


def faller_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic | None:
    """The group that shrank most, with its peak on the way."""
    axis = cube.profile.time
    fallers = [g for g in groups if (g.change or 0.0) <= -3.0 and g.base >= 0.05 * sum(abs(x.base) for x in groups)]
    if not fallers or not measure.adds or axis is None or len(axis.distinct) < 4:
        return None
    worst = max(fallers, key=lambda g: g.base - g.focus)
    course = [
        (p, cube.value(measure, cube.rows(period=p, category=category, value=worst.name)))
        for p in axis.distinct
        if pair.base <= p <= pair.focus
    ]
    top, high = max(((p, v) for p, v in course if v is not None), key=lambda point: point[1])
    fall = change(high, worst.focus)
    facts = list(worst.facts)
    lines = [
        rich(
            f"**{signed_percent(worst.change or 0)}** {pair.on}: {number(worst.base)} to {number(worst.focus)}",
            worst.facts,
        )
    ]
    if top not in (pair.base, pair.focus) and fall is not None:
        rows = cube.rows(period=top, category=category, value=worst.name)
        peak = cube.figure(measure, rows, worst.name, top.label, kind="peak")
        assert peak is not None
        drop = cube.derive(
            "change",
            f"{worst.name}: {signed_percent(fall)} since its peak in {top.label}",
            fall,
            signed_percent(fall),
            "(focus - peak) / peak",
            measure,
            rows + worst.rows,
            worst.name,
        )
        facts += [peak[2], drop]
        title = f"{worst.name} peaked at {peak[1]} in {top.long} and fell {percent(fall)} by {pair.focus.long}"
        lines.insert(0, rich(f"**Peak in {top.label}**: {number(high)}", (peak[2],)))
        lines.append(rich(f"**{signed_percent(fall)}** from peak to {pair.focus.label}", (drop,)))
    else:
        title = f"{worst.name} fell {percent(worst.change or 0)} {pair.on}, from {number(worst.base)} to {worst.focus_shown}"
    return Topic(
        key=f"faller:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="faller",
        title=title,
        role="chart",
        blocks=(_group_chart(cube, measure, category, [worst.name], top),),
        lines=tuple(lines),
        notes=(f"{title}.", f"Against {pair.base.label} the change is {signed_percent(worst.change or 0)}."),
        facts=tuple(dict.fromkeys(facts)),
        sources=(cube.source,),
        words=stems(f"{worst.name} {measure.label} {category.label} fell decline shrank lost peak"),
        score=3.0 + min(2.0, abs(fall or worst.change or 0) / 20) + cube.relevance(worst.name),
        number=BigNumber(
            signed_percent(worst.change or 0),
            f"{worst.name} {pair.on}",
            f"{number(worst.base)} to {number(worst.focus)}",
            worst.facts,
        ),
        brief=rich(
            f"**{worst.name}** fell {percent(worst.change or 0)} {pair.on}"
            + (f", {percent(fall)} from its {top.label} peak" if top not in (pair.base, pair.focus) and fall else ""),
            tuple(facts),
        ),
        advice=rich(
            f"**Review commitments to {worst.name}**: down {percent(fall if fall is not None and top != pair.base else worst.change or 0)} since {top.label}",
            tuple(facts),
        ),
        entities=(worst.name,),
    )


def growth_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic:
    """Every group at both periods, with its change: winners and losers."""
    moved = [g for g in groups if g.change is not None]
    ranked = sorted(moved, key=lambda g: -(g.change or 0.0))
    label = lower_first(measure.label)
    facts = tuple(fact for g in groups for fact in g.facts)
    if ranked and (ranked[0].change or 0) > 0 > (ranked[-1].change or 0):
        best, worst = ranked[0], ranked[-1]
        title = f"{best.name} grew {label} {percent(best.change or 0)} {pair.on} while {worst.name} shrank {percent(worst.change or 0)}"
    elif ranked:
        best, worst = ranked[0], ranked[-1]
        verb, other = ("grew", "least") if (best.change or 0) > 0 else ("fell", "most")
        title = f"{best.name} {verb} {percent(best.change or 0)} {pair.on}, {worst.name} {other} at {signed_percent(worst.change or 0)}"
    else:
        best = worst = groups[0]
        title = f"{best.name} leads {label} with {best.focus_shown} in {pair.focus.label}"
    shown = groups[:8]
    unit = short_unit(measure.unit)
    chart = ChartBlock(
        kind="column" if len(shown) <= 5 else "bar",
        title=f"{measure.label} by {lower_first(category.label)}{f' ({unit})' if unit else ''}",
        categories=tuple(g.name for g in shown),
        series=(
            Series(pair.base.label, tuple(g.base for g in shown)),
            Series(pair.focus.label, tuple(g.focus for g in shown)),
        ),
        number_format=number_format([v for g in shown for v in (g.base, g.focus)]),
        unit=unit,
        highlight=(1, None),
        alt=f"{measure.label} by {lower_first(category.label)}, {pair.base.label} and {pair.focus.label}: "
        + ", ".join(f"{g.name} {number(g.base)} to {number(g.focus)}" for g in shown[:5])
        + ".",
        facts=facts,
    )
    lines = tuple(
        rich(
            f"**{g.name}**: {cube.shown(g.focus, measure, exact=True)}{f', {signed_percent(g.change)}' if g.change is not None else ''}",
            g.facts,
        )
        for g in shown[:6]
    )
    advice = (
        rich(f"**Turn {worst.name} around**: {signed_percent(worst.change or 0)} {pair.on}", worst.facts)
        if (worst.change or 0) < 0
        else None
    )
    return Topic(
        key=f"growth:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="growth",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=lines,
        notes=(
            f"{title}.",
            *(
                f"{g.name}: {g.base_shown} in {pair.base.label}, {g.focus_shown} in {pair.focus.label}."
                for g in shown[:4]
            ),
        ),
        facts=facts,
        sources=(cube.source,),
        words=stems(
            f"{measure.label} {category.label} grew grow shrank shrink change growth {' '.join(category.distinct)}"
        ),
        score=(4.5 if pair.seasonal else 2.0) + cube.relevance(measure.label, category.label),
        number=BigNumber(
            signed_percent(best.change or 0), f"{best.name} {label} {pair.on}", f"to {best.focus_shown}", best.facts
        )
        if best.change is not None
        else None,
        brief=rich(
            f"**{best.name}** {signed_percent(best.change or 0)}, **{worst.name}** {signed_percent(worst.change or 0)} {pair.on}",
            best.facts + worst.facts,
        ),
        advice=advice,
        entities=(best.name, worst.name),
    )


def table_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic | None:
    """All groups with levels, change and shares as a table, the total below."""
    shared = [g for g in groups if g.base_share is not None and g.focus_share is not None]
    if not 2 <= len(shared) <= 10:
        return None
    base, focus = sum(g.base for g in shared), sum(g.focus for g in shared)
    rows = [
        (
            g.name,
            number(g.base),
            number(g.focus),
            signed_percent(g.change) if g.change is not None else "–",
            percent(g.base_share or 0),
            percent(g.focus_share or 0),
        )
        for g in shared
    ]
    total = change(base, focus)
    rows.append(
        ("Total", number(base), number(focus), signed_percent(total) if total is not None else "–", "100%", "100%")
    )
    lead = max(shared, key=lambda g: g.focus - g.base)
    unit = short_unit(measure.unit)
    title = f"{lead.name} added {number(lead.focus - lead.base)}{f' {unit}' if unit else ''} while the total moved by {number(focus - base)}"
    facts = tuple(fact for g in shared for fact in g.facts)
    return Topic(
        key=f"table:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="table",
        title=title,
        role="table",
        blocks=(
            TableBlock(
                head=(
                    category.label,
                    pair.base.label,
                    pair.focus.label,
                    "Change",
                    f"Share {pair.base.label}",
                    f"Share {pair.focus.label}",
                ),
                rows=tuple(rows),
                numeric=(False, True, True, True, True, True),
                alt=f"{measure.label} by {lower_first(category.label)} in {pair.base.label} and {pair.focus.label}, with change and shares.",
                strong_rows=(len(rows) - 1,),
                facts=facts,
            ),
        ),
        lines=(),
        notes=(f"The table has the levels behind the charts{f', in {unit}' if unit else ''}.", f"{title}."),
        facts=facts,
        sources=(cube.source,),
        words=stems(f"{measure.label} {category.label} table total"),
        score=1.5 + 0.5 * cube.relevance(measure.label),
    )


__all__ = ["Group", "compare_groups", "growth_topic", "number_format", "overall_topic", "panel_topics", "share_topic"]
