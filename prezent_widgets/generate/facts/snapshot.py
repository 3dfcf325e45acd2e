"""A table without time: its total, and how it splits over the groups."""

from __future__ import annotations

import re
from dataclasses import replace

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.sense import against_average, contrast, few
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import large, number, percent, short_unit
from prezent_widgets.generate.wording.phrases import capital, lower_first, shorten, stems

_GENERIC = re.compile(r"(sheet|table|tabelle|feuille|hoja|blad|data|daten|results?|figures|export)", re.I)


def snapshot_topics(cube: Cube) -> list[Topic]:
    """The leading measure by the leading category; up to three measures of a table with one row a group."""
    categories = cube.categories(60)
    measures = cube.measures()
    if not categories or not measures:
        return []
    if all(len(c.distinct) == len(cube.profile.rows) for c in categories[:1]) and len(measures) > 1:
        ranked = sorted(measures, key=lambda m: -(cube.relevance(m.label) + 2.0 * (bool(m.unit) and m.adds) + m.adds))
        found = [_rank(cube, measure, categories[0], None) for measure in ranked[:3]]
        return [replace(topic, score=topic.score - 0.4 * place) for place, topic in enumerate(found)]
    money = max(
        measures, key=lambda m: (bool(m.unit) and m.adds, cube.relevance(m.label), max(abs(v or 0) for v in m.values))
    )
    second = categories[1] if len(categories) > 1 and len(categories[1].distinct) <= 6 else None
    found = [_rank(cube, money, categories[0], second)]
    others = [_rank(cube, measure, categories[0], None) for measure in measures if measure is not money][:2]
    found += [replace(topic, score=min(topic.score, 3.0)) for topic in others]
    if second is not None:
        found.append(replace(_rank(cube, money, second, None), score=1.8))
    return [replace(topic, score=topic.score - 0.4 * place) for place, topic in enumerate(found)]


def _rank(cube: Cube, measure: Measure, category: Category, second: Category | None) -> Topic:
    rows = cube.profile.rows
    topic_name = cube.profile.table.title
    label = lower_first(measure.label)
    generic = bool(stems(topic_name) & stems(category.label)) or bool(_GENERIC.match(topic_name))
    named = (
        measure.label
        if generic
        else f"{topic_name} {label}"
        if measure.adds and topic_name.casefold() not in measure.label.casefold()
        else measure.label
    )
    total = cube.figure(measure, rows, topic_name)
    groups = [
        (name, found)
        for name in category.distinct
        if (found := cube.figure(measure, cube.rows(category=category, value=name), name)) is not None
    ]
    groups.sort(key=lambda group: -group[1][0])
    facts = [found[2] for _, found in groups]
    first, last = groups[0], groups[-1]
    lines: list[Line] = []
    big: BigNumber | None = None
    if measure.adds and total is not None and total[0] > 0:
        facts.insert(0, total[2])
        share = 100.0 * first[1][0] / total[0]
        fact = cube.derive(
            "share",
            f"{first[0]}: {percent(share)} of {label}",
            share,
            percent(share),
            f"{first[0]} / total",
            measure,
            rows,
            first[0],
        )
        facts.append(fact)
        many = named.endswith("s") and not named.endswith("ss")
        verb, it = ("total", "them") if many else ("totals", "it")
        title = f"{capital(named)} {verb} {total[1]}, and {first[0]} holds {percent(share)} of {it}"
        lines.append(rich(f"**{total[1]}** in total", (total[2],)))
        big = BigNumber(
            *large(total[0], measure.unit, lower_first(named)), f"{first[0]} {percent(share)}", (total[2], fact)
        )
    else:
        title = f"{first[0]} leads on {label} with {first[1][1]}; {last[0]} has {last[1][1]}"
        big = BigNumber(
            *large(first[1][0], measure.unit, f"{label}, {first[0]}"),
            f"{last[0]} {last[1][1]}",
            (first[1][2], last[1][2]),
        )
    others = [m for m in cube.profile.measures if m is not measure and m.adds and m.unit != measure.unit][:1]
    for other in others:
        counted = cube.figure(other, rows, topic_name)
        if counted is not None and measure.adds:
            lines.append(rich(f"**{counted[1]}** {lower_first(other.label)}", (counted[2],)))
            facts.append(counted[2])
    lines += [rich(f"**{shorten(name, 5)}**: {found[1]}", (found[2],)) for name, found in groups[:4]]
    if second is not None:
        parts = [
            (name, found)
            for name in second.distinct
            if (found := cube.figure(measure, cube.rows(category=second, value=name), name)) is not None
        ]
        parts.sort(key=lambda part: -part[1][0])
        if parts and measure.adds:
            lines.append(
                rich(
                    f"**{parts[0][0]}** is the largest {lower_first(second.label)}: {parts[0][1][1]}", (parts[0][1][2],)
                )
            )
            facts += [found[2] for _, found in parts]
    return Topic(
        key=f"snapshot:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="snapshot",
        title=title,
        role="chart",
        blocks=(_chart(cube, measure, category, second, [name for name, _ in groups], tuple(facts)),),
        lines=tuple(lines),
        notes=(f"{title}.", *(f"{name}: {found[1]}." for name, found in groups[:4])),
        facts=tuple(facts),
        sources=(cube.source,),
        words=stems(f"{topic_name} {measure.label} {category.label} {' '.join(category.distinct[:8])}"),
        score=3.5 + 1.5 * cube.relevance(topic_name, measure.label, category.label),
        number=big,
        brief=rich(f"**{title}**", tuple(facts[:2])),
        advice=_start(groups, facts, label, measure, total),
        takeaway=_meaning(cube, measure, groups, named),
        entities=(first[0],),
    )


def _start(
    groups: list[tuple[str, tuple[float, str, str]]],
    facts: list[str],
    label: str,
    measure: Measure,
    total: tuple[float, str, str] | None,
) -> Line | None:
    """Where to look first: the group that holds far more than an even part, or that lies far from the next."""
    if len(groups) < 3:
        return None
    (name, first), (_, second) = groups[0], groups[1]
    if measure.adds:
        if total is None or total[0] <= 0 or first[0] < 1.5 * total[0] / len(groups):
            return None
        text = f"**Start with {name}**: {percent(100.0 * first[0] / total[0])} of all {label}"
        return rich(text, tuple(facts[:2]))
    if second[0] <= 0 or first[0] < 1.25 * second[0]:
        return None
    return rich(f"**Look first at {name}**: {label} {first[1]}, the next has {second[1]}", (first[2], second[2]))


def _meaning(cube: Cube, measure: Measure, groups: list[tuple[str, tuple[float, str, str]]], of: str) -> Line | None:
    """How much the few hold; for what does not add up, the distance between first and last."""
    levels = [(name, found[0]) for name, found in groups]
    rows = cube.profile.rows
    if measure.adds:
        return few(cube, measure, levels, cube.profile.cells(measure, rows), lower_first(of))
    mean = against_average(cube, measure, levels[0][0], levels[0][1], [value for _, value in levels], "groups")
    return mean or contrast(cube, measure, levels[0], levels[-1], rows)


def _chart(
    cube: Cube, measure: Measure, category: Category, second: Category | None, names: list[str], facts: tuple[str, ...]
) -> ChartBlock:
    shown = names[:12]
    unit = short_unit(measure.unit)
    title = (
        f"{measure.label} by "
        f"{lower_first(category.label)}"
        + (f" and {lower_first(second.label)}" if second else "")
        + (f" ({unit})" if unit else "")
    )
    if second is not None and measure.adds:
        series = tuple(
            Series(
                part,
                tuple(
                    cube.value(
                        measure, tuple(r for r in cube.rows(category=category, value=name) if second.values[r] == part)
                    )
                    for name in shown
                ),
            )
            for part in second.distinct
        )
    else:
        series = (
            Series(
                measure.label, tuple(cube.value(measure, cube.rows(category=category, value=name)) for name in shown)
            ),
        )
    values = [v for s in series for v in s.values if v is not None]
    return ChartBlock(
        kind="stacked_bar" if len(series) > 1 else "bar",
        title=title,
        categories=tuple(shown),
        series=series,
        number_format=number_format(values),
        unit=unit,
        highlight=(0, 0) if len(series) == 1 else None,
        data_labels=len(series) == 1,
        alt=f"{title}: {shown[0]} first, {shown[-1]} last of {len(shown)}; "
        f"values from {number(min(values))} to {number(max(values))}.",
        facts=facts,
    )


__all__ = ["snapshot_topics"]
