"""How often a yes/no column is yes in each group: conversion by variant, returns by shop."""

from __future__ import annotations

import math

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.model import BigNumber, ChartBlock, Series
from prezent_widgets.generate.profile import Category
from prezent_widgets.generate.wording.figures import multiple, percent
from prezent_widgets.generate.wording.phrases import capital, lower_first, stems

_YES = ("yes", "true", "ja", "oui", "sí", "si", "1")


def yes_of(category: Category) -> str | None:
    """The group that says yes, when there are two groups and one does."""
    found = [name for name in category.distinct if name.casefold() in _YES]
    return found[0] if len(category.distinct) == 2 and found else None


def rate_topics(cube: Cube) -> list[Topic]:
    """The rate of yes by each other category with two to eight groups of twenty rows or more."""
    flags = [c for c in cube.categories(2) if yes_of(c) is not None]
    out: list[Topic] = []
    for flag in flags[:2]:
        for other in cube.categories(8):
            if other is not flag and (topic := _rates(cube, flag, other)) is not None:
                out.append(topic)
    return out


def _rates(cube: Cube, flag: Category, other: Category) -> Topic | None:
    yes = yes_of(flag)
    levels: list[tuple[str, float, int, int, str]] = []
    for name in other.distinct:
        rows = [row for row in cube.rows(category=other, value=name) if flag.values[row] is not None]
        if len(rows) < 20:
            return None
        hits = sum(flag.values[row] == yes for row in rows)
        rate = 100.0 * hits / len(rows)
        says = f"{name}: {percent(rate)} {lower_first(flag.label)} ({hits:,} of {len(rows):,})"
        fact = cube.book.add(
            "rate",
            says,
            rate,
            percent(rate),
            source=cube.source,
            cells=cube.profile.table_cells(rows),
            computation=f"rows with {yes} as a share of all rows",
            subject=name,
            measure=flag.label,
        )
        levels.append((name, rate, hits, len(rows), fact))
    if len(levels) < 2:
        return None
    levels.sort(key=lambda level: -level[1])
    top, low = levels[0], levels[-1]
    facts = tuple(level[4] for level in levels)
    label = flag.label
    gap = top[1] - low[1]
    pooled = (top[2] + low[2]) / (top[3] + low[3])
    error = math.sqrt(pooled * (1 - pooled) * (1 / top[3] + 1 / low[3]))
    score = gap / 100 / error if error else 0.0
    says = f"{top[0]} against {low[0]}: z = {score:.2f}"
    how = "difference of the two rates divided by its standard error"
    cells = cube.profile.table_cells(cube.profile.rows)
    test = cube.book.add("test", says, score, f"{score:.2f}", source=cube.source, cells=cells, computation=how)
    sure = score >= 1.96
    title = f"{label}: {percent(top[1])} in {top[0]} against {percent(low[1])} in {low[0]}" + (
        "" if sure else ", within chance"
    )
    times = top[1] / low[1] if low[1] else None
    more: tuple[str, ...] = ()
    if times and times >= 1.2:
        says = f"{top[0]}: {multiple(times)} the rate of {low[0]}"
        how = "highest rate divided by lowest rate"
        cells = cube.profile.table_cells(cube.profile.rows)
        more = (
            cube.book.add(
                "multiple",
                says,
                times,
                multiple(times),
                source=cube.source,
                cells=cells,
                computation=how,
                subject=top[0],
            ),
        )
    lines = [rich(f"**{capital(level[0])}**: {level[2]:,} of {level[3]:,}", (level[4],)) for level in levels[:4]]
    lines.append(rich(f"z = {score:.2f}: chance {'is an unlikely' if sure else 'may be the'} reason", (test,)))
    meaning = f"The gap of {gap:.1f} points is " + (
        "larger than chance would make it" if sure else "no larger than chance would make it"
    )
    gap_says = f"{top[0]} against {low[0]}: {gap:.1f} points"
    points = cube.book.add(
        "points",
        gap_says,
        gap,
        f"{gap:.1f}",
        source=cube.source,
        cells=cells,
        computation="highest rate less lowest rate",
    )
    asked = cube.relevance(flag.label) > 0
    name = f"{label} by {lower_first(other.label)} (%)"
    chart = ChartBlock(
        kind="column" if len(levels) <= 5 else "bar",
        title=name,
        categories=tuple(level[0] for level in levels),
        series=(Series(f"{label} (%)", tuple(round(level[1], 2) for level in levels)),),
        number_format="0.0",
        unit="%",
        highlight=(0, 0),
        data_labels=True,
        alt=f"{name}: " + ", ".join(f"{level[0]} {percent(level[1])}" for level in levels) + ".",
        facts=facts,
    )
    return Topic(
        key=f"rate:{cube.profile.table.id}:{flag.name}:{other.name}",
        group="rate",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=tuple(lines),
        notes=(f"{title}.", "The rate is the share of rows that say yes; z compares the highest with the lowest."),
        facts=(*facts, test, points, *more),
        sources=(cube.source,),
        words=stems(f"{flag.label} {other.label} better worse rate convert {' '.join(other.distinct)}"),
        score=(6.0 if asked else 4.0) + cube.relevance(other.label) + (0.5 if sure else -1.0),
        number=BigNumber(percent(top[1]), f"{lower_first(label)} in {top[0]}", f"{percent(low[1])} in {low[0]}", facts),
        brief=rich(f"**{title}**", facts),
        advice=rich(
            f"**Prefer {top[0]}**: {percent(top[1])} {lower_first(label)}, against {percent(low[1])} in {low[0]}"
            + (f" ({multiple(times)})" if times and more else ""),
            (*facts, *more),
        )
        if sure
        else rich(
            f"**Test {top[0]} against {low[0]} longer**: {percent(top[1])} and {percent(low[1])} are within chance",
            facts,
        ),
        takeaway=rich(meaning, (points, test)),
        entities=(top[0], low[0]),
    )


__all__ = ["rate_topics", "yes_of"]
