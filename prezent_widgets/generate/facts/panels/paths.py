"""Groups followed over a whole span: growth from each one's own first date, deepest fall, how much they swing."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.sense import years_between
from prezent_widgets.generate.facts.wide.swings import drawdown
from prezent_widgets.generate.figures import multiple, number, percent, short_unit, signed_percent
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series, TableBlock
from prezent_widgets.generate.periods import Period
from prezent_widgets.generate.phrases import join_and, lower_first, stems
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.roles import kind_of

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


@dataclass(frozen=True, slots=True)
class Path:
    """One group over its own span. ``points`` are (period, level); facts: first, last and growth level.

    ``fall`` is the deepest fall in percent (negative) with its dates, ``swing`` the standard deviation of the changes
    from period to period in percent; ``pace`` the growth a year in percent (None under a year).
    """

    name: str
    points: tuple[tuple[Period, float], ...]
    times: float
    pace: float | None
    fall: float
    fell: tuple[Period, Period] | None
    swing: float
    facts: tuple[str, ...]

    @property
    def change(self) -> float:
        """Change from the first to the last point in percent."""
        return 100.0 * (self.times - 1)

    @property
    def grew(self) -> str:
        """The growth as people say it: a multiple from twice on, else a percentage."""
        return multiple(self.times) if self.times >= 2 else signed_percent(self.change)


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
    found = [path for name in category.distinct if (path := _path(cube, measure, category, name)) is not None]
    if len(found) < 2:
        return []
    found.sort(key=lambda path: -path.times)
    topics = [_growth(cube, measure, category, found), _lines(cube, measure, category, found)]
    fallen = [path for path in found if path.fall < -1 and path.fell is not None]
    if len(fallen) >= 2:
        topics.append(_falls(cube, measure, category, fallen))
    if all(len(path.points) >= 13 for path in found):
        topics.append(_swings(cube, measure, category, found))
        topics.append(_table(cube, measure, category, found))
    return topics


def _path(cube: Cube, measure: Measure, category: Category, name: str) -> Path | None:
    axis = cube.profile.time
    assert axis is not None
    points = [
        (period, value)
        for period in axis.distinct
        if (value := cube.value(measure, cube.rows(period=period, category=category, value=name))) is not None
    ]
    if len(points) < 2 or points[0][1] <= 0 or points[-1][1] <= 0:
        return None
    (start, base), (end, focus) = points[0], points[-1]
    first_rows = cube.rows(period=start, category=category, value=name)
    last_rows = cube.rows(period=end, category=category, value=name)
    one = cube.figure(measure, first_rows, name, start.label)
    two = cube.figure(measure, last_rows, name, end.label)
    assert one is not None
    assert two is not None
    rows = first_rows + last_rows
    times = focus / base
    grew = multiple(times) if times >= 2 else signed_percent(100 * (times - 1))
    says = f"{name}: {grew} from {start.label} to {end.label}"
    facts = [one[2], two[2], cube.derive("change", says, times, grew, "last / first", measure, rows, name)]
    years = years_between(start, end)
    pace = 100.0 * (times ** (1 / years) - 1) if years >= 1 else None
    if pace is not None:
        says = f"{name}: {signed_percent(pace)} a year from {start.label} to {end.label}"
        how = "(last / first) ^ (1 / years) - 1"
        facts.append(cube.derive("pace", says, pace, signed_percent(pace), how, measure, rows, name))
    values = [value for _, value in points]
    down = drawdown(values)
    fall, fell = 0.0, None
    if down is not None:
        fell = (points[down[0]][0], points[down[1]][0])
        fall = change(values[down[0]], values[down[1]]) or 0.0
        rows = cube.rows(period=fell[0], category=category, value=name)
        rows += cube.rows(period=fell[1], category=category, value=name)
        says = f"{name}: {signed_percent(fall)} from {fell[0].label} to {fell[1].label}"
        how = "(trough - peak) / peak, the deepest"
        facts.append(cube.derive("fall", says, fall, signed_percent(fall), how, measure, rows, name))
    moves = [100.0 * (b / a - 1) for a, b in pairwise(values) if a > 0]
    mean = sum(moves) / len(moves)
    swing = math.sqrt(sum((move - mean) ** 2 for move in moves) / max(1, len(moves) - 1))
    if len(moves) >= 12:
        says = f"{name}: changes from {axis.grain} to {axis.grain} spread by {percent(swing)}"
        rows = cube.rows(category=category, value=name)
        how = f"standard deviation of {len(moves)} changes"
        facts.append(cube.derive("swing", says, swing, percent(swing), how, measure, rows, name))
    return Path(name, tuple(points), times, pace, fall, fell, swing, tuple(facts))


def _late(found: list[Path]) -> list[Path]:
    """Groups whose first date is later than the usual one by more than a tenth of the span."""
    begun = sorted(path.points[0][0] for path in found)
    usual = begun[0]
    span = years_between(usual, max(path.points[-1][0] for path in found))
    return [path for path in found if years_between(usual, path.points[0][0]) > 0.1 * span]


def _late_line(found: list[Path]) -> Line | None:
    late = _late(found)
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
                f"{quick.name} starts only in {quick.points[0][0].label}; per year it is ahead, at **{pace}**",
                quick.facts[2:4],
            )
            if quick in _late(found)
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
        else f"{high[0].name} reached the highest {lower_first(measure.label)}, {fact[1]} in {high[1].long}"
    )
    lines = tuple(
        rich(f"**{path.name}**: highest in {period.label} at {cube.shown(value, measure)}", path.facts[:2])
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


def _bars(
    cube: Cube, found: list[Path], values: list[float], name: str, series: str, facts: tuple[str, ...]
) -> ChartBlock:
    return ChartBlock(
        kind="bar",
        title=name,
        categories=tuple(path.name for path in found),
        series=(Series(series, tuple(round(value, 1) for value in values)),),
        number_format="0.0",
        unit="%",
        highlight=(0, 0),
        data_labels=True,
        alt=f"{name}: {', '.join(f'{p.name} {percent(v)}' for p, v in zip(found, values, strict=True))}.",
        facts=facts,
    )


def _falls(cube: Cube, measure: Measure, category: Category, found: list[Path]) -> Topic:
    ranked = sorted(found, key=lambda path: path.fall)[:10]
    worst, mild = ranked[0], ranked[-1]
    assert worst.fell is not None
    label = lower_first(measure.label)
    title = (
        f"{worst.name} fell deepest: {signed_percent(worst.fall)} from {worst.fell[0].label} to "
        f"{worst.fell[1].label}; {mild.name} lost least"
    )
    facts = tuple(fact for path in ranked for fact in path.facts)
    lines = tuple(
        rich(f"**{path.name}**: {signed_percent(path.fall)}, {path.fell[0].label} to {path.fell[1].label}", path.facts)
        for path in ranked[:4]
        if path.fell is not None
    )
    return Topic(
        key=f"falls:{cube.profile.table.id}:{measure.name}",
        group="faller",
        title=title,
        role="chart",
        blocks=(
            _bars(
                cube, ranked, [p.fall for p in ranked], f"Deepest fall of {label} from a high (%)", "Fall (%)", facts
            ),
        ),
        lines=lines,
        notes=(f"{title}.", "The deepest fall is the largest loss from a high to the low after it."),
        facts=facts,
        sources=(cube.source,),
        words=stems(f"fall fell worst risk loss lost drop {measure.label} {category.label}"),
        score=5.0,
        number=BigNumber(
            signed_percent(worst.fall),
            f"deepest fall: {worst.name}",
            f"{mild.name} {signed_percent(mild.fall)}",
            facts[:3],
        ),
        brief=rich(f"**{worst.name}** fell deepest, {signed_percent(worst.fall)}", worst.facts),
        takeaway=rich(f"Whoever held {mild.name} never lost more than **{percent(mild.fall)}** from a high", mild.facts)
        if kind_of(measure.label) == "price"
        else None,
        entities=tuple(path.name for path in ranked),
    )


def _swings(cube: Cube, measure: Measure, category: Category, found: list[Path]) -> Topic:
    axis = cube.profile.time
    assert axis is not None
    ranked = sorted(found, key=lambda path: -path.swing)[:10]
    wild, calm = ranked[0], ranked[-1]
    label = lower_first(measure.label)
    title = (
        f"{wild.name} swings most, by {percent(wild.swing)} from {axis.grain} to {axis.grain}; "
        f"{calm.name} is steadiest at {percent(calm.swing)}"
    )
    facts = tuple(path.facts[-1] for path in ranked)
    name = f"Spread of the changes of {label} per {axis.grain} (%)"
    times = wild.swing / calm.swing if calm.swing > 0 else 0.0
    says = f"{wild.name}: {multiple(times)} the swings of {calm.name}"
    how = "largest / smallest spread"
    fact = cube.derive("multiple", says, times, multiple(times), how, measure, cube.profile.rows, wild.name)
    return Topic(
        key=f"swings:{cube.profile.table.id}:{measure.name}",
        group="faller",
        title=title,
        role="chart",
        blocks=(_bars(cube, ranked, [path.swing for path in ranked], name, "Spread (%)", facts),),
        lines=tuple(rich(f"**{p.name}**: {percent(p.swing)} per {axis.grain}", (p.facts[-1],)) for p in ranked[:4]),
        notes=(f"{title}.", "The spread is the standard deviation of the changes; twice as much is twice the risk."),
        facts=(*facts, fact),
        sources=(cube.source,),
        words=stems(f"risk volatile volatility swing steady stable {measure.label}"),
        score=4.0,
        brief=rich(f"**{wild.name}** swings most, **{calm.name}** least", facts),
        takeaway=rich(f"{wild.name} swings **{multiple(times)}** as much as {calm.name}", (fact,)) if times else None,
        entities=tuple(path.name for path in ranked),
    )


def _table(cube: Cube, measure: Measure, category: Category, found: list[Path]) -> Topic:
    shown = found[:10]
    facts = tuple(fact for path in shown for fact in path.facts)
    steady = [path for path in shown if path.pace is not None and path.swing > 0]
    best = max(steady, key=lambda path: (path.pace or 0.0) / path.swing) if steady else shown[0]
    title = (
        f"{best.name} paid best for its swings: {signed_percent(best.pace or best.change)} a year"
        if best.pace
        else f"{best.name} leads over its span"
    )
    if best.swing > 0:
        title += f" with {percent(best.swing)} spread"
    block = TableBlock(
        (category.label, "From", "First", "Last", "Growth", "A year", "Deepest fall"),
        tuple(
            (
                path.name,
                path.points[0][0].label,
                cube.shown(path.points[0][1], measure),
                cube.shown(path.points[-1][1], measure),
                path.grew,
                signed_percent(path.pace) if path.pace is not None else "–",
                signed_percent(path.fall),
            )
            for path in shown
        ),
        (False, False, True, True, True, True, True),
        alt=f"First and last {lower_first(measure.label)}, growth, growth a year and deepest fall of each.",
        strong_rows=(shown.index(best),),
        facts=facts,
    )
    return Topic(
        key=f"pathtable:{cube.profile.table.id}:{measure.name}",
        group="table",
        title=title,
        role="table",
        blocks=(block,),
        lines=(),
        notes=(f"{title}.", "Growth a year makes spans of different length comparable."),
        facts=facts,
        sources=(cube.source,),
        words=stems(f"best investment invest compare overview {measure.label} {category.label}"),
        score=5.5,
        brief=rich(f"**{title}**", best.facts),
        entities=tuple(path.name for path in shown),
    )


__all__ = ["Path", "path_topics"]
