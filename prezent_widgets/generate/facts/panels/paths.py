"""Groups followed over a whole span: who grew most since its own first date, and along which line."""

from __future__ import annotations

import re

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.panels.path import Path, follow, late_ones
from prezent_widgets.generate.facts.panels.risks import fall_topic, swing_topic, table_topic
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import number, percent, short_unit, signed_percent
from prezent_widgets.generate.wording.phrases import join_and, lower_first, stems
from prezent_widgets.generate.wording.roles import kind_of

_OVER_SPAN = re.compile(
    r"\b(invest\w*|performed|performance|over the (?:whole|entire|full) (?:span|period|time)|since the (?:start|"
    r"beginning)|in the long run|long[- ]term|best performer|return on|held its value|kept its value|anlage\w*|"
    r"rendite|langfristig|placement|rendement|inversión|rentabilidad)\b",
    re.I,
)


_YEAR_ON_YEAR = re.compile(
    r"\b(year[- ]on[- ]year|year[- ]over[- ]year|yoy|vs\.? (?:the )?(?:last|previous|prior) year|"
    r"same (?:month|quarter)|vorjahr\w*|l'an dernier|año anterior)\b",
    re.I,
)


def path_topics(cube: Cube) -> list[Topic]:
    """Growth over the whole span, falls and swings, when the groups are each a thing of its own.

    So it is for prices (never summed or averaged over groups), and whenever the prompt asks for performance over the
    span; [] when the prompt names periods to compare, or asks for a comparison with the year before.
    """
    request, axis = cube.request, cube.profile.time
    if axis is None or request.periods or request.versus is not None or _YEAR_ON_YEAR.search(request.text):
        return []
    measures, categories = cube.measures(), cube.categories(40)
    if not measures or not categories:
        return []
    measure, category = measures[0], categories[0]
    if not _OVER_SPAN.search(request.text) and kind_of(measure.label) != "price":
        return []
    found = [path for name in category.distinct if (path := follow(cube, measure, category, name)) is not None]
    if len(found) < 2:
        return []
    found.sort(key=lambda path: -path.times)
    topics = [_growth(cube, measure, category, found), _lines(cube, measure, category, found)]
    fallen = [path for path in found if path.fall < -1 and path.fell is not None]
    if len(fallen) >= 2:
        topics.append(fall_topic(cube, measure, category, fallen))
    if all(len(path.points) >= 13 for path in found):
        topics.append(swing_topic(cube, measure, category, found))
        topics.append(table_topic(cube, measure, category, found))
    return topics


def _late_line(found: list[Path]) -> Line | None:
    late = late_ones(found)
    if not late:
        return None
    named = join_and([f"{path.name} from {path.points[0][0].label}" for path in late[:3]])
    return rich(f"**Own start**: {named}, so its growth covers a shorter span", tuple(p.facts[0] for p in late[:3]))


def _growth(cube: Cube, measure: Measure, category: Category, found: list[Path]) -> Topic:
    best, worst = found[0], found[-1]
    label = lower_first(measure.label)
    start, end = best.points[0][0], best.points[-1][0]
    said = f"{best.times:.1f} times its first {label}" if best.times >= 2 else signed_percent(best.change)
    title = f"{best.name} did best: {said} from {start.label} to {end.label}; {worst.name} came last at {worst.grew}"
    shown = found[:10]
    big = best.times >= 2
    chart = ChartBlock(
        kind="bar",
        title=f"Last {label} as a multiple of the first, by {lower_first(category.label)}"
        if big
        else f"Change of {label} from first to last date (%)",
        categories=tuple(path.name for path in shown),
        series=(
            Series(
                "Multiple" if big else "Change (%)",
                tuple(round(path.times if big else path.change, 2 if big else 1) for path in shown),
            ),
        ),
        number_format='0.0"x"' if big else "0.0",
        unit="" if big else "%",
        highlight=(0, 0),
        data_labels=True,
        alt=f"Growth of {label}: {', '.join(f'{path.name} {path.grew}' for path in shown)}.",
        facts=tuple(path.facts[2] for path in shown),
    )
    lines = [
        rich(
            f"**{path.name}**: {cube.shown(path.points[0][1], measure)} to {cube.shown(path.points[-1][1], measure)}",
            path.facts[:3],
        )
        for path in found[:3]
    ]
    late = _late_line(found)
    if late is not None:
        lines.insert(1, late)
    facts = tuple(fact for path in found for fact in path.facts[:4])
    takeaway = None
    quick = max((path for path in found if path.pace is not None), key=lambda path: path.pace or 0.0, default=None)
    if quick is not None and quick.pace is not None:
        pace = signed_percent(quick.pace)
        takeaway = (
            rich(
                f"{quick.name} starts only {quick.points[0][0].when}; per year it is ahead, at **{pace}**",
                quick.facts[2:4],
            )
            if quick in late_ones(found)
            else rich(f"Per year {quick.name} is ahead, at **{pace}**", quick.facts[2:4])
            if quick is not best
            else rich(f"{best.name} grew **{pace} a year** over its span", quick.facts[2:4])
        )
    return Topic(
        key=f"paths:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="riser",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=tuple(lines),
        notes=(f"{title}.", "Each is compared with its own first date; nothing is added up or averaged over groups."),
        facts=facts,
        sources=(cube.source,),
        words=stems(
            f"best worst investment invest grew growth performance return which did {measure.label} "
            f"{category.label} {cube.profile.table.title} {' '.join(category.distinct[:20])}"
        ),
        score=8.0,
        number=BigNumber(
            best.grew,
            f"{best.name} {label}, {start.label} to {end.label}",
            f"{worst.name} {worst.grew}",
            best.facts[:3],
        ),
        brief=rich(f"**{best.name}** did best with {best.grew}, **{worst.name}** came last with {worst.grew}", facts),
        advice=rich(
            f"**Weigh growth against risk**: {best.name} reached {best.grew} but once fell {percent(best.fall)}",
            best.facts,
        )
        if best.fall <= -20
        else None,
        takeaway=takeaway,
        entities=tuple(path.name for path in found),
    )


def _level(value: float | None, first: float, indexed: bool) -> float | None:
    """A level as it is, or as a multiple of the first."""
    return round(value / first, 3) if value is not None and indexed else value


def _lines(cube: Cube, measure: Measure, category: Category, found: list[Path]) -> Topic:
    axis = cube.profile.time
    assert axis is not None
    shown = found if len(found) <= 5 else [*found[:4], found[-1]]
    periods = list(axis.distinct)
    step = max(1, -(-len(periods) // 130))
    kept = periods[(len(periods) - 1) % step :: step]
    levels = {path.name: dict(path.points) for path in shown}
    ends = [path.points[-1][1] for path in shown]
    indexed = max(ends) > 3 * min(ends)
    series = tuple(
        Series(path.name, tuple(_level(levels[path.name].get(p), path.points[0][1], indexed) for p in kept))
        for path in shown
    )
    tops = [(path, *max(path.points, key=lambda point: point[1])) for path in found]
    high = max(tops, key=lambda item: item[2])
    unit = short_unit(measure.unit)
    at_top = [path for path, period, _ in tops if period == path.points[-1][0]]
    fact = cube.figure(
        measure, cube.rows(period=high[1], category=category, value=high[0].name), high[0].name, high[1].label, "peak"
    )
    assert fact is not None
    title = (
        f"{join_and([path.name for path in at_top[:3]])} ended at {'its' if len(at_top) == 1 else 'their'} highest "
        f"{lower_first(measure.label)}; the other {len(found) - len(at_top)} stood higher before"
        if 0 < len(at_top) < len(found)
        else f"{high[0].name} reached the highest {lower_first(measure.label)}, {fact[1]} {high[1].when_long}"
    )
    lines = tuple(
        rich(f"**{path.name}**: highest {period.when} at {cube.shown(value, measure)}", path.facts[:2])
        for path, period, value in tops[:4]
    )
    name = f"{measure.label} by {lower_first(category.label)}{f' ({unit})' if unit and not indexed else ''}"
    name += ", as a multiple of each one's first" if indexed else ""
    values = [value for one in series for value in one.values if value is not None]
    return Topic(
        key=f"lines:{cube.profile.table.id}:{measure.name}",
        group="paths",
        title=title,
        role="chart",
        blocks=(
            ChartBlock(
                kind="line",
                title=name,
                categories=tuple(period.label for period in kept),
                series=series,
                number_format='0.0"x"' if indexed else number_format(values),
                unit="" if indexed else unit,
                alt=f"{name}, {kept[0].label} to {kept[-1].label}: {number(min(values))} to {number(max(values))}.",
                facts=(fact[2],),
            ),
        ),
        lines=lines,
        notes=(f"{title}.", "A line begins where its data begin."),
        facts=(fact[2], *(fact for path in shown for fact in path.facts[:2])),
        sources=(cube.source,),
        words=stems(f"{measure.label} {category.label} course develop trend paths did {cube.profile.table.title}"),
        score=6.0,
        entities=tuple(path.name for path in found),
    )


__all__ = ["path_topics"]
