"""Records (incidents, orders, answers): how many, of which kind, how large, and whether that changes over time."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePath

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.records.rates import rate_topics
from prezent_widgets.generate.facts.records.spread import group_topics
from prezent_widgets.generate.facts.sense import against_average, few
from prezent_widgets.generate.figures import multiple, number, percent, signed_percent
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series
from prezent_widgets.generate.periods import Period
from prezent_widgets.generate.phrases import capital, join_and, lower_first, stems, tokens
from prezent_widgets.generate.profile import Category, Measure

_LESS_IS_BETTER = re.compile(
    r"\b(minutes|hours|days|time|duration|delay|latency|downtime|incident|error|defect|complaint|cost|loss|churn|accident|waste|emission)",
    re.I,
)


_CAUSE = re.compile(r"cause|reason|type|fault|defect|error|issue|problem|grund|ursache|motif|causa|oorzaak", re.I)


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


def event_topics(cube: Cube) -> list[Topic]:
    """Counts, kinds, sizes and their course."""
    if len(cube.profile.rows) < 2:
        return []
    topics = [_count_topic(cube)]
    topics += kind_topics(cube)
    topics += [topic for measure in cube.measures()[:3] for topic in _measure_topics(cube, measure)]
    topics += rate_topics(cube) + group_topics(cube)
    return topics


def kind_topics(cube: Cube) -> list[Topic]:
    """How often each group of up to four categories occurs; a category that the prompt names may have many groups."""
    rows = len(cube.profile.rows)
    asked = [c for c in cube.categories(2000) if cube.relevance(c.label) and len(c.distinct) < 0.8 * rows]
    others = [c for c in cube.categories(20) if c not in asked and len(c.distinct) < rows and not _one_sided(c)]
    return [_kind_topic(cube, category, rank) for rank, category in enumerate([*asked[:2], *others][:4])]


def _one_sided(category: Category) -> bool:
    """Whether one of more than two groups holds nearly all rows, so that there is nothing to compare."""
    counts = Counter(value for value in category.values if value is not None)
    return len(counts) > 2 and counts.most_common(1)[0][1] > 0.97 * sum(counts.values())


def _count(cube: Cube, rows: tuple[int, ...], statement: str, subject: str = "", kind: str = "count") -> str:
    table = cube.profile.table
    column = cube.profile.ids[0] if cube.profile.ids else table.columns[0].name
    from prezent_widgets.sources import cell_ranges

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


def _count_topic(cube: Cube) -> Topic:
    noun = noun_of(cube)
    rows = cube.profile.rows
    total = _count(cube, rows, f"{len(rows):,} {noun}", noun)
    facts = [total]
    spans = buckets(cube)
    counts = [(span, cube.rows(period=span)) for span in spans]
    lines: list[Line] = []
    chart: ChartBlock | None = None
    years = sorted({period.year for period in cube.profile.time.distinct}) if cube.profile.time else []
    when = f" in {years[0]}" if len(years) == 1 else f" from {years[0]} to {years[-1]}" if years else ""
    title = (
        f"{len(rows):,} {noun} were recorded{when}"
        if noun != "records"
        else f"The table holds {len(rows):,} records{when}"
    )
    if len(counts) >= 2:
        worst = max(counts, key=lambda item: len(item[1]))
        best = min(counts, key=lambda item: len(item[1]))
        for word, item in (("Most", worst), ("Fewest", best)):
            fact = _count(cube, item[1], f"{item[0].label}: {len(item[1])} {noun}", item[0].label)
            facts.append(fact)
            lines.append(rich(f"**{word}**: {len(item[1]):,} in {item[0].label}", (fact,)))
        title += f", the most in {worst[0].long} ({len(worst[1]):,})"
        chart = ChartBlock(
            kind="column" if len(counts) <= 12 else "line",
            title=f"{capital(noun)} per {spans[0].grain}",
            categories=tuple(span.label for span, _ in counts[:31]),
            series=(Series(capital(noun), tuple(float(len(found)) for _, found in counts[:31])),),
            highlight=(0, min(30, counts.index(worst))),
            data_labels=len(counts) <= 12,
            alt=f"{capital(noun)} per {spans[0].grain}: "
            f"{', '.join(f'{span.label} {len(found)}' for span, found in counts[:8])}.",
            facts=tuple(facts),
        )
    meaning: Line | None = None
    if len(counts) >= 3:
        mean = len(rows) / len(counts) if sum(len(c) for _, c in counts) == len(rows) else None
        top = max(counts, key=lambda item: len(item[1]))
        if mean is not None and len(top[1]) >= 1.15 * mean:
            times = len(top[1]) / mean
            fact = cube.book.add(
                "multiple",
                f"{top[0].label}: {multiple(times)} the average of {len(counts)} {top[0].grain}s",
                times,
                multiple(times),
                source=cube.source,
                cells=cube.profile.table_cells(rows),
                computation="count / mean count",
            )
            each = number(round(mean, 1))
            says = f"Mean per {top[0].grain}: {each} {noun}"
            cells = cube.profile.table_cells(rows)
            how = f"count / {len(counts)}"
            even = cube.book.add("mean", says, mean, each, source=cube.source, cells=cells, computation=how)
            meaning = rich(
                f"{top[0].long} had **{multiple(times)}** the average of {each} {noun} per {top[0].grain}", (fact, even)
            )
    for measure in cube.measures():
        if measure.adds and (found := cube.figure(measure, rows, "Total")) is not None:
            lines.append(
                rich(
                    f"**{cube.shown(found[0], measure, exact=True)}** {lower_first(measure.label)} in total",
                    (found[2],),
                )
            )
            facts.append(found[2])
    return Topic(
        key=f"count:{cube.profile.table.id}",
        group="count",
        title=title,
        role="chart" if chart else "text",
        blocks=(chart,) if chart else (),
        lines=tuple(lines) or _spread_of_groups(cube, noun),
        notes=(f"{title}.", *(line.text + "." for line in lines)),
        facts=tuple(facts),
        sources=(cube.source,),
        words=stems(f"{noun} number count broke happened per {spans[0].grain if spans else ''}"),
        score=5.0 if chart and not _regular([len(found) for _, found in counts]) else 1.9,
        number=BigNumber(f"{len(rows):,}", f"{noun}{when}", lines[0].text if lines else "", tuple(facts)),
        brief=rich(f"**{len(rows):,} {noun}**{when}" if noun != "records" else title, (total,)),
        takeaway=meaning,
    )


def _regular(counts: list[int]) -> bool:
    """Whether rows come at a steady beat (a sensor's readings), so that their number says nothing."""
    return min(counts) >= 20 and max(counts) <= 1.05 * min(counts)


def _spread_of_groups(cube: Cube, noun: str) -> tuple[Line, ...]:
    """How many different groups each category has: what is left to say of a count without time or amounts."""
    return tuple(
        rich(f"**{category.label}**: {len(category.distinct):,} different, over {len(cube.profile.rows):,} {noun}")
        for category in cube.categories(2000)[:4]
    )


def _kind_topic(cube: Cube, category: Category, rank: int) -> Topic:
    noun = noun_of(cube)
    counts = Counter(category.values[row] for row in cube.profile.rows if category.values[row] is not None)
    order = [
        name
        for name in (category.distinct if category.ordinal else [n for n, _ in counts.most_common()])
        if name is not None
    ]
    total = len(cube.profile.rows)
    many = len(order) > 12 and not category.ordinal
    drawn = order[:10] if many else order[:12]
    rest_of = sum(counts[name] for name in order[10:]) if many else 0
    if rest_of > 2 * counts[order[0]]:
        rest_of = 0
    facts: list[str] = []
    lines: list[Line] = []
    for name in order[:6]:
        rows = cube.rows(category=category, value=name)
        share = 100.0 * len(rows) / total
        count = _count(cube, rows, f"{name}: {len(rows):,} of {total:,} {noun}", str(name))
        part = _count(cube, rows, f"{name}: {percent(share)} of {noun}", str(name), kind="share")
        facts += [count, part]
        says = f"{len(rows):,} of {total:,} ({percent(share)})" if category.ordinal else f"{percent(share)} of all"
        lines.append(rich(f"**{capital(str(name))}**: {says}", (count, part)))
    leader, second = counts.most_common(2)[0], [*counts.most_common(2), ("", 0)][1]
    share = 100.0 * leader[1] / total
    name = capital(str(leader[0]))
    if category.ordinal:
        first = counts.get(order[0], 0)
        title = f"{order[0]} makes up {first:,} of {total:,} {noun}; {leader[1]:,} are {lower_first(name)}"
    else:
        rest = f", ahead of {second[0]} with {second[1]:,}" if second[1] > 0.02 * leader[1] else ""
        title = f"{name} accounts for {leader[1]:,} of {total:,} {noun} ({percent(share)}){rest}"
        if many and cube.relevance(category.label):
            title = f"{name} has the most {noun}: {leader[1]:,} of {total:,} ({percent(share)}){rest}"
        if second[1] == leader[1]:
            title = f"{name} and {second[0]} lead with {leader[1]:,} of {total:,} {noun} each ({percent(share)})"
    if not category.ordinal and 0 < leader[1] - second[1] < 0.05 * leader[1]:
        other = percent(100.0 * second[1] / total)
        title = f"{name} and {second[0]} are level, at {percent(share)} and {other} of {total:,} {noun}"
    if set(counts) == {"Yes", "No"}:
        yes = counts["Yes"]
        title = f"{percent(100.0 * yes / total)} of {noun} are {lower_first(category.label)}: {yes:,} of {total:,}"
    telling = share >= 1.2 * 100.0 / len(counts) and set(counts) != {"Yes", "No"}
    chart = ChartBlock(
        kind="column" if category.ordinal else "bar",
        title=f"{capital(noun)} by {lower_first(category.label)}"
        + (f", the ten largest of {len(order)}" if many and not rest_of else ""),
        categories=(*(capital(str(n)) for n in drawn), *((f"Other ({len(order) - 10})",) if rest_of else ())),
        series=(Series(capital(noun), (*(float(counts[n]) for n in drawn), *((float(rest_of),) if rest_of else ()))),),
        highlight=(
            0,
            0 if category.ordinal else order.index("Yes" if set(counts) == {"Yes", "No"} else leader[0] or ""),
        ),
        data_labels=True,
        alt=f"{capital(noun)} by {lower_first(category.label)}: "
        + ", ".join(f"{n} {counts[n]:,}" for n in order[:8])
        + ".",
        facts=tuple(facts),
    )
    lines = lines[:2] if 3 < len(order) <= 12 and not category.ordinal else lines[:3]
    if 3 < len(order) <= 12 and not category.ordinal:
        least = [name for name, _ in counts.most_common()][-1]
        rows = cube.rows(category=category, value=least)
        rare = _count(cube, rows, f"{least}: {len(rows):,} of {total:,} {noun}", str(least))
        says = "is rare" if len(rows) < 0.5 * total / len(counts) else "has the fewest"
        lines.append(rich(f"**{capital(str(least))}** {says}: {len(rows):,} of {total:,}", (rare,)))
        facts.append(rare)
    if many:
        top = sum(counts[name] for name in order[:10])
        says = f"Ten of {len(order)} groups of {lower_first(category.label)}: {percent(100.0 * top / total)} of {noun}"
        rows = tuple(row for name in order[:10] for row in cube.rows(category=category, value=name))
        fact = _count(cube, rows, says, kind="share")
        lines.insert(1, rich(f"**Top ten of {len(order)}**: {percent(100.0 * top / total)} of all", (fact,)))
        facts.append(fact)
    for measure in cube.measures():
        if not measure.adds and (row := _extreme_mean(cube, measure, category)) is not None:
            lines.append(row[0])
            facts += row[1]
            break
    return Topic(
        key=f"kind:{cube.profile.table.id}:{category.name}",
        group="kind",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=tuple(lines),
        notes=(f"{title}.", f"In order: {join_and([f'{n} {counts[n]:,}' for n in order[:5]])}."),
        facts=tuple(facts),
        sources=(cube.source,),
        words=stems(f"{category.label} {noun} why broke cause {' '.join(category.distinct[:10])}"),
        score=(4.5 if telling or category.ordinal else 3.0 if set(counts) == {"Yes", "No"} else 1.5)
        - 0.5 * rank
        + cube.relevance(category.label, *category.distinct[:10])
        + (0.5 if _CAUSE.search(category.label) else 0)
        + (1.5 if category.ordinal and cube.named(category.label) else 0),
        number=BigNumber(percent(share), f"of {noun}: {leader[0]}", f"{leader[1]:,} of {total:,}", tuple(facts[:2]))
        if not category.ordinal and telling
        else None,
        brief=rich(f"**{title}**", tuple(facts))
        if category.ordinal or not telling
        else rich(f"**{name}**: {leader[1]:,} of {total:,} {noun} ({percent(share)})", tuple(facts[:2])),
        advice=None
        if category.ordinal or leader[1] < 1.15 * second[1] or not _CAUSE.search(category.label)
        else rich(
            f"**Start with {leader[0]}**: {leader[1]:,} of {total:,} {noun} ({percent(share)})",
            tuple(facts[:2]),
        ),
        takeaway=None
        if set(counts) == {"Yes", "No"}
        else _half(cube, category, order, counts, noun)
        if many
        else few(
            cube,
            None,
            [(str(n), float(c)) for n, c in counts.items()],
            cube.profile.table_cells(cube.profile.rows),
            f"all {total:,} {noun}",
        ),
        entities=(str(leader[0]),),
    )


def _half(cube: Cube, category: Category, order: list[str], counts: Counter[str | None], noun: str) -> Line:
    """How many of many groups hold half of all rows together."""
    total, held, number_of = sum(counts.values()), 0, 0
    while held < total / 2:
        held += counts[order[number_of]]
        number_of += 1
    share = percent(100.0 * held / total)
    rows = tuple(row for name in order[:number_of] for row in cube.rows(category=category, value=name))
    says = f"{number_of} of {len(order)} groups of {lower_first(category.label)}: {share} of {noun}"
    fact = _count(cube, rows, says, kind="share")
    return rich(f"The {number_of} largest of {len(order)} hold **half** of all {noun} ({share})", (fact,))


def _extreme_mean(cube: Cube, measure: Measure, category: Category) -> tuple[Line, tuple[str, ...]] | None:
    """The group with the highest mean of a measure, when it has five rows or more."""
    found = [
        (name, figure)
        for name in category.distinct
        if len(rows := cube.rows(category=category, value=name)) >= 5
        and (figure := cube.figure(measure, rows, f"{name} mean")) is not None
    ]
    if len(found) < 2:
        return None
    name, figure = max(found, key=lambda item: item[1][0])
    return rich(f"Highest mean {lower_first(measure.label)}: **{name}** at {figure[1]}", (figure[2],)), (figure[2],)


def _months(cube: Cube, measure: Measure) -> list[tuple[Period, tuple[float, str, str]]]:
    """The measure month by month when the records span 4 to 24 months, each with some; else nothing."""
    axis = cube.profile.time
    if axis is None or axis.grain not in ("day", "month"):
        return []
    months = sorted({period.coarser("month") for period in axis.distinct})
    if not 4 <= len(months) <= min(24, max(12, cube.most)):
        return []
    found = [(m, cube.figure(measure, cube.rows(period=m), "Month", m.label, kind="point")) for m in months]
    return [(m, figure) for m, figure in found if figure is not None]


def _measure_topics(cube: Cube, measure: Measure) -> list[Topic]:
    """How large, and how that moved from the first to the last period."""
    spans = buckets(cube)
    rows = cube.profile.rows
    whole = cube.figure(measure, rows, "All")
    if whole is None or len(spans) < 2:
        return []
    label = lower_first(measure.label)
    how = "total" if measure.adds else "mean"
    points = [
        (span, found)
        for span in spans
        if (found := cube.figure(measure, cube.rows(period=span), f"{capital(how)} {span.label}", span.label))
        is not None
    ]
    if len(points) < 2:
        return []
    (first, base), (last, focus) = points[0], points[-1]
    moved = change(base[0], focus[0])
    facts = [whole[2], base[2], focus[2]]
    if moved is not None:
        facts.append(
            cube.derive(
                "change",
                f"{capital(how)} {label} {signed_percent(moved)} from {first.label} to {last.label}",
                moved,
                signed_percent(moved),
                "(last - first) / first",
                measure,
                rows,
            )
        )
    verb = "rose" if focus[0] > base[0] else "fell"
    title = f"{capital(how)} {label} {verb} from {base[1]} in {first.label} to {focus[1]} in {last.label}"
    better = bool(_LESS_IS_BETTER.search(measure.label)) and moved is not None and moved < 0
    lines = [rich(f"**{whole[1]}** {how} {label} over all {len(rows):,}", (whole[2],))]
    if moved is not None:
        lines.append(rich(f"**{signed_percent(moved)}** from {first.label} to {last.label}", tuple(facts[1:])))
    peak = max(points, key=lambda point: point[1][0])
    if peak[0] not in (first, last):
        lines.append(
            rich(
                f"**Worst**: {peak[1][1]} in {peak[0].label}"
                if _LESS_IS_BETTER.search(measure.label)
                else f"**High**: {peak[1][1]} in {peak[0].label}",
                (peak[1][2],),
            )
        )
        facts.append(peak[1][2])
    extreme = max((row for row in rows if measure.values[row] is not None), key=lambda row: measure.values[row] or 0.0)
    top = cube.figure(measure, (extreme,), "Largest single value", kind="outlier")
    if top is not None and not measure.adds and whole[0] > 0 and top[0] > 3 * whole[0]:
        ident = cube.profile.table.column(cube.profile.ids[0]).values[extreme] if cube.profile.ids else ""
        lines.append(
            rich(
                f"**Longest**: {top[1]}{f' ({ident})' if ident else ''}"
                if re.search("minute|hour|day|time|duration", label)
                else f"**Largest**: {top[1]}",
                (top[2],),
            )
        )
        facts.append(top[2])
    drawn = _months(cube, measure) or points
    chart = ChartBlock(
        kind="line" if not measure.adds and len(drawn) >= 3 else "column",
        title=f"{capital(how)} {label} per {drawn[0][0].grain}",
        categories=tuple(span.label for span, _ in drawn[:31]),
        series=(Series(f"{capital(how)} {label}", tuple(round(found[0], 2) for _, found in drawn[:31])),),
        number_format=number_format([found[0] for _, found in drawn]),
        unit=measure.unit,
        highlight=(0, len(drawn[:31]) - 1),
        data_labels=len(drawn) <= 12,
        alt=f"{capital(how)} {label} per {drawn[0][0].grain}: "
        f"{', '.join(f'{span.label} {found[1]}' for span, found in points[:8])}.",
        facts=tuple(facts),
    )
    return [
        Topic(
            key=f"course:{cube.profile.table.id}:{measure.name}",
            group="course",
            title=title,
            role="chart",
            blocks=(chart,),
            lines=tuple(lines),
            notes=(
                f"{title}.",
                "That is the direction we want." if better else f"Over all records the {how} is {whole[1]}.",
            ),
            facts=tuple(facts),
            sources=(cube.source,),
            words=stems(f"{measure.label} faster slower quicker improve getting trend time mean"),
            score=(4.5 if not measure.adds else 2.5) + cube.relevance(measure.label),
            number=BigNumber(
                whole[1], f"{how} {label}", f"{base[1]} in {first.label}, {focus[1]} in {last.label}", tuple(facts)
            ),
            brief=rich(f"**{capital(how)} {label}** {verb} from {base[1]} to {focus[1]}", tuple(facts[1:])),
            takeaway=_latest(cube, measure, [point[1][0] for point in points], last),
        )
    ]


def _latest(cube: Cube, measure: Measure, levels: list[float], last: Period) -> Line | None:
    """The latest period beside the average of all, once there are three."""
    if len(levels) < 3:
        return None
    return against_average(cube, measure, last.long, levels[-1], levels, f"{last.grain}s")


__all__ = ["buckets", "event_topics", "kind_topics", "noun_of"]
