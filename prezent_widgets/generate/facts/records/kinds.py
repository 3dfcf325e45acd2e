"""Which kinds of records there are, and how often each occurs."""

from __future__ import annotations

import re
from collections import Counter

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.records.counting import count_fact, noun_of
from prezent_widgets.generate.facts.sense import few
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import percent
from prezent_widgets.generate.wording.phrases import capital, join_and, lower_first, stems

_CAUSE = re.compile(r"cause|reason|type|fault|defect|error|issue|problem|grund|ursache|motif|causa|oorzaak", re.I)


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
        count = count_fact(cube, rows, f"{name}: {len(rows):,} of {total:,} {noun}", str(name))
        part = count_fact(cube, rows, f"{name}: {percent(share)} of {noun}", str(name), kind="share")
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
        rare = count_fact(cube, rows, f"{least}: {len(rows):,} of {total:,} {noun}", str(least))
        says = "is rare" if len(rows) < 0.5 * total / len(counts) else "has the fewest"
        lines.append(rich(f"**{capital(str(least))}** {says}: {len(rows):,} of {total:,}", (rare,)))
        facts.append(rare)
    if many:
        top = sum(counts[name] for name in order[:10])
        says = f"Ten of {len(order)} groups of {lower_first(category.label)}: {percent(100.0 * top / total)} of {noun}"
        rows = tuple(row for name in order[:10] for row in cube.rows(category=category, value=name))
        fact = count_fact(cube, rows, says, kind="share")
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
    fact = count_fact(cube, rows, says, kind="share")
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


__all__ = ["kind_topics"]
