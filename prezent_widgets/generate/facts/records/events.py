"""Records (incidents, orders, answers): how many there are, and all that is told of them."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.records.counting import buckets, count_fact, noun_of
from prezent_widgets.generate.facts.records.courses import course_topics
from prezent_widgets.generate.facts.records.kinds import kind_topics
from prezent_widgets.generate.facts.records.rates import rate_topics
from prezent_widgets.generate.facts.records.spread import group_topics
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series
from prezent_widgets.generate.wording.figures import multiple, number
from prezent_widgets.generate.wording.phrases import capital, lower_first, stems


def event_topics(cube: Cube) -> list[Topic]:
    """Counts, kinds, sizes and their course."""
    if len(cube.profile.rows) < 2:
        return []
    topics = [_count_topic(cube)]
    topics += kind_topics(cube)
    topics += [topic for measure in cube.measures()[:3] for topic in course_topics(cube, measure)]
    topics += rate_topics(cube) + group_topics(cube)
    return topics


def _count_topic(cube: Cube) -> Topic:
    noun = noun_of(cube)
    rows = cube.profile.rows
    total = count_fact(cube, rows, f"{len(rows):,} {noun}", noun)
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
            fact = count_fact(cube, item[1], f"{item[0].label}: {len(item[1])} {noun}", item[0].label)
            facts.append(fact)
            lines.append(rich(f"**{word}**: {len(item[1]):,} {item[0].when}", (fact,)))
        title += f", the most {worst[0].when_long} ({len(worst[1]):,})"
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
                computation=f"the most divided by the mean of {len(counts)} {top[0].grain}s",
            )
            each = number(round(mean, 1))
            says = f"Mean per {top[0].grain}: {each} {noun}"
            cells = cube.profile.table_cells(rows)
            how = f"count of all divided by {len(counts)}"
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


__all__ = ["event_topics"]
