"""Messages about the seasons: each kind of quantity by month, the best months for a purpose, the years compared."""

from __future__ import annotations

import re

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.seasons.usual import MONTHS, Usual, asks_season, months_of, usual_year
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series, TableBlock
from prezent_widgets.generate.profile import Measure
from prezent_widgets.generate.wording.figures import multiple, percent, short_unit, signed_percent
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import capital, join_and, lower_first, stems
from prezent_widgets.generate.wording.roles import comparable, extremes_of, kind_of

_WHEN = re.compile(
    r"\bwhen (?:should|can|could|is it best|do|would) (?:one|we|you|i|people|they|to)?\s*(?:to )?([a-z]+)", re.I
)
_BEST = re.compile(r"\b(best|right|ideal) (time|month|season)s? (?:to|for) (?:a )?([a-z]+)", re.I)
_GOOD = {"rain": -1, "temperature": 1, "wind": -1, "sun": 1, "price": -1}


def season_topics(cube: Cube) -> list[Topic]:
    """The usual year of each measure, when the month explains it (or the prompt asks), and what follows from it."""
    if cube.request.periods or cube.request.versus is not None:
        return []
    months = months_of(cube)
    asked = asks_season(cube.request.text)
    if not months:
        return []
    found = [usual for m in cube.measures()[:8] if (usual := usual_year(cube, m, months)) is not None]
    kept = [usual for usual in found if usual.season >= (0.3 if asked else 0.6)]
    if not kept:
        return []
    rank = {"rain": 0, "temperature": 1, "sun": 2}
    if asked:
        kept.sort(key=lambda usual: rank.get(kind_of(usual.measure.label), 3))
    topics: list[Topic] = []
    for group in _together(kept)[:4]:
        topics.append(_month_topic(cube, group, len(topics), asked))
    best = _best_topic(cube, kept)
    if best is not None:
        topics.insert(0, best)
    for usual in [group[0] for group in _together(kept)][:3]:
        topic = _year_topic(cube, usual.measure, months, len(topics))
        if topic is not None:
            topics.append(topic)
    return topics


def _together(found: list[Usual]) -> list[list[Usual]]:
    """Measures that may share one axis, three at most, in the order given."""
    groups: list[list[Usual]] = []
    for usual in found:
        for group in groups:
            one, other = group[0].measure, usual.measure
            if kind_of(one.label) and len(group) < 3 and comparable(one.label, other.label, (one.unit, other.unit)):
                group.append(usual)
                break
        else:
            groups.append([usual])
    return groups


def _month_topic(cube: Cube, group: list[Usual], rank: int, asked: bool) -> Topic:
    usual = group[0]
    measure = usual.measure
    label = lower_first(measure.label)
    top, low = usual.top, usual.low
    high_text, low_text = cube.shown(top[1], measure), cube.shown(low[1], measure)
    words = extremes_of(measure.label)
    high, least = MONTHS[top[0] - 1], MONTHS[low[0] - 1]
    if words:
        title = f"{high} is the {words[1]} month and {least} the {words[0]}: {label} {high_text} against {low_text}"
        brief = f"**{high}** is the {words[1]} month, **{least}** the {words[0]}"
    else:
        title = f"{measure.label} peaks in {high} at {high_text} and is lowest in {least}, at {low_text}"
        brief = f"**{measure.label}** peaks in {high} and is lowest in {least}"
    facts = tuple(level[2] for one in group for level in one.levels)
    unit = short_unit(measure.unit)
    how = "mean of each month" if not measure.adds else "a month"
    name = measure.label if len(group) == 1 else join_and([one.measure.label for one in group])
    chart_title = f"{name}, {how}{f' ({unit})' if unit else ''}"
    lines: list[Line] = []
    for one in group:
        lines.append(
            rich(
                f"**{one.measure.label}**: {cube.shown(one.low[1], one.measure)} in {MONTHS[one.low[0] - 1]} "
                f"to {cube.shown(one.top[1], one.measure)} in {MONTHS[one.top[0] - 1]}",
                (one.low[2], one.top[2]),
            )
        )
    year = _level_of_year(cube, usual)
    if year is not None:
        lines.append(year)
    lines.append(rich(f"Means of {usual.years} years"))
    chart = ChartBlock(
        kind="column" if len(group) == 1 else "line",
        title=chart_title,
        categories=tuple(month[:3] for month in MONTHS),
        series=tuple(Series(one.measure.label, tuple(round(level[1], 2) for level in one.levels)) for one in group),
        number_format=number_format([level[1] for one in group for level in one.levels]),
        unit=unit,
        highlight=(0, top[0] - 1) if len(group) == 1 else None,
        data_labels=len(group) == 1,
        alt=f"{chart_title}, mean of {usual.years} years: highest {high_text} in {high}, lowest {low_text} in {least}.",
        facts=facts,
    )
    return Topic(
        key=f"season:{cube.profile.table.id}:{measure.name}",
        group="season",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=tuple(lines),
        notes=(
            f"{title}.",
            f"Each month is the mean of {usual.years} years; {percent(100 * usual.season)} of the differences between "
            "months come from the time of year.",
        ),
        facts=facts,
        sources=(cube.source,),
        words=stems(
            f"{' '.join(one.measure.label for one in group)} month season seasonal weather climate "
            f"{' '.join(words or ())} {cube.profile.table.title}"
        ),
        score=5.5 - 0.4 * rank + 0.5 * asked + cube.relevance(measure.label),
        number=BigNumber(
            high_text if words is None or words[1] != "wettest" else low_text,
            f"{label} in {high if words is None or words[1] != 'wettest' else least}",
            f"{low_text} in {least}" if words is None or words[1] != "wettest" else f"{high_text} in {high}",
            (top[2], low[2]),
        ),
        brief=rich(brief, (top[2], low[2])),
        takeaway=_swing(cube, usual),
        entities=(*MONTHS, *([] if measure.name[:1].islower() else [measure.label])),
    )


def _level_of_year(cube: Cube, usual: Usual) -> Line | None:
    """What a usual year comes to: the sum of its months, or their mean."""
    total = sum(level[1] for level in usual.levels)
    value = total if usual.measure.adds else total / 12
    shown = cube.shown(value, usual.measure)
    word = "a year" if usual.measure.adds else "on average over the year"
    fact = cube.derive(
        "usual year",
        f"{usual.measure.label}: {shown} {word}",
        value,
        shown,
        "sum of the usual months" if usual.measure.adds else "mean of the usual months",
        usual.measure,
        cube.profile.rows,
        "Year",
    )
    return rich(f"**{shown}** {lower_first(usual.measure.label)} {word}", (fact,))


def _swing(cube: Cube, usual: Usual) -> Line | None:
    """How many times the lowest month the highest is, or what share of a year falls in the top three months."""
    measure, top, low = usual.measure, usual.top, usual.low
    total = sum(level[1] for level in usual.levels)
    if measure.adds and low[1] >= 0 and total > 0:
        first = sorted(usual.levels, key=lambda level: -level[1])[:3]
        share = 100.0 * sum(level[1] for level in first) / total
        names = join_and([MONTHS[part - 1] for part, _, _ in sorted(first)])
        says = f"{names}: {percent(share)} of the year's {lower_first(measure.label)}"
        how = "three highest months as a share of the usual year"
        fact = cube.derive("share", says, share, percent(share), how, measure, cube.profile.rows, names)
        return rich(f"{names} bring **{percent(share)}** of a year's {lower_first(measure.label)}", (fact,))
    if kind_of(measure.label) == "temperature":
        gap, high, least = top[1] - low[1], MONTHS[top[0] - 1], MONTHS[low[0] - 1]
        shown = cube.shown(gap, measure)
        says = f"{high}: {shown} above {least}"
        fact = cube.derive(
            "difference", says, gap, shown, "highest month less lowest month", measure, cube.profile.rows, high
        )
        return rich(f"Between {high} and {least} lie **{shown}** degrees", (fact,))
    if low[1] > 0 and top[1] / low[1] >= 1.2:
        times = top[1] / low[1]
        high, least = MONTHS[top[0] - 1], MONTHS[low[0] - 1]
        says = f"{high}: {multiple(times)} {least}"
        how = "highest month divided by lowest month"
        fact = cube.derive("multiple", says, times, multiple(times), how, measure, cube.profile.rows, high)
        return rich(f"{high} is at **{multiple(times)}** the level of {least}", (fact,))
    return None


def _purpose(text: str) -> str:
    """What the prompt wants a time for: "when should one visit" → "visit"."""
    match = _WHEN.search(text)
    if match:
        return match[1].lower()
    match = _BEST.search(text)
    return match[3].lower() if match else ""


def _best_topic(cube: Cube, kept: list[Usual]) -> Topic | None:
    """The months that suit a purpose best: dry, warm, calm, cheap; ranked over all quantities that say so."""
    purpose = _purpose(cube.request.text)
    rated = [usual for usual in kept if kind_of(usual.measure.label) in _GOOD]
    if not purpose or not rated:
        return None
    leading = [group[0] for group in _together(rated)]
    points = dict.fromkeys(range(1, 13), 0.0)
    for usual in leading:
        low, top = usual.low[1], usual.top[1]
        way = _GOOD[kind_of(usual.measure.label)]
        for part, level, _ in usual.levels:
            place = (level - low) / (top - low) if top > low else 0.0
            points[part] += place if way > 0 else 1 - place
    best = max(points, key=lambda part: points[part])
    near = [part for part in (best - 1, best, best + 1) if points.get(part, 0) >= 0.85 * points[best]]
    names = join_and([MONTHS[part - 1] for part in near])
    picked = [next(level for level in usual.levels if level[0] == best) for usual in leading]
    facts = tuple(level[2] for usual in leading for level in usual.levels if level[0] in near)
    figures = [
        f"{lower_first(usual.measure.label)} {cube.shown(level[1], usual.measure)}"
        for usual, level in zip(leading[:3], picked, strict=False)
    ]
    verb = "suits" if len(near) == 1 else "suit"
    title = f"{names} {verb} best to {purpose}: {join_and(figures[:2])} in {MONTHS[best - 1]}"
    order = sorted(points, key=lambda part: -points[part])
    shown = sorted([*order[:4], *order[-2:]], key=lambda part: -points[part])
    table = TableBlock(
        ("Month", *(usual.measure.label for usual in leading[:4])),
        tuple(
            (
                MONTHS[part - 1],
                *(
                    cube.shown(next(level[1] for level in usual.levels if level[0] == part), usual.measure)
                    for usual in leading[:4]
                ),
            )
            for part in shown
        ),
        (False, *(True for _ in leading[:4])),
        alt=f"The four best and the two worst months to {purpose}, best first.",
        strong_rows=tuple(index for index, part in enumerate(shown) if part in near),
        facts=facts,
    )
    words = [extremes_of(usual.measure.label) for usual in leading]
    wanted = [
        pair[1 if _GOOD[kind_of(usual.measure.label)] > 0 else 0]
        for usual, pair in zip(leading, words, strict=True)
        if pair is not None
    ]
    why = f"among the {join_and(wanted)} months" if wanted else "best over all measures"
    worst = MONTHS[order[-1] - 1]
    return Topic(
        key=f"best:{cube.profile.table.id}",
        group="best",
        title=title,
        role="table",
        blocks=(table,),
        lines=(rich(f"**Best**: {names}, {why}", facts), rich(f"**Least suited**: {worst}", facts[:1])),
        notes=(f"{title}.", "Each month is rated from the least to the most pleasant on every quantity, all alike."),
        facts=facts,
        sources=(cube.source,),
        words=stems(f"{purpose} best time month when {' '.join(wanted)}"),
        score=7.5,
        number=None,
        brief=rich(f"**{names}** {verb} best to {purpose}", facts),
        advice=rich(
            f"**{capital(purpose)} in {join_and([MONTHS[p - 1] for p in near], 'or')}**: {join_and(figures)}", facts
        ),
        entities=MONTHS,
    )


def _year_topic(cube: Cube, measure: Measure, months: list[Period], rank: int) -> Topic | None:
    """Whole years beside each other, from three on."""
    counts: dict[int, int] = {}
    for month in months:
        counts[month.year] = counts.get(month.year, 0) + 1
    years = [Period(year, 0, "year") for year, count in sorted(counts.items()) if count == 12]
    found = [(year, cube.figure(measure, cube.rows(period=year), str(year.year), year.label)) for year in years]
    levels = [(year, figure) for year, figure in found if figure is not None]
    if len(levels) < 3:
        return None
    top, low = max(levels, key=lambda item: item[1][0]), min(levels, key=lambda item: item[1][0])
    if top[1][1] == low[1][1] or top[1][0] - low[1][0] < 0.01 * abs(top[1][0]):
        return None
    words = extremes_of(measure.label)
    label = lower_first(measure.label)
    if words:
        title = f"{top[0].label} was the {words[1]} year and {low[0].label} the {words[0]}: {label} "
        title += f"{top[1][1]} against {low[1][1]}"
    else:
        title = f"{measure.label} was highest {top[0].when} at {top[1][1]}, lowest {low[0].when} at {low[1][1]}"
    facts = [figure[2] for _, figure in levels]
    moved = change(levels[0][1][0], levels[-1][1][0])
    first, last = levels[0], levels[-1]
    lines = [rich(f"**{last[0].label}**: {last[1][1]}, after {first[1][1]} {first[0].when}", (first[1][2], last[1][2]))]
    takeaway = None
    if moved is not None and kind_of(measure.label) != "temperature":
        says = f"{measure.label} {signed_percent(moved)} from {first[0].label} to {last[0].label}"
        rows = cube.rows(period=first[0]) + cube.rows(period=last[0])
        fact = cube.derive(
            "change",
            says,
            moved,
            signed_percent(moved),
            f"change from {first[0].label} to {last[0].label}, in percent",
            measure,
            rows,
        )
        facts.append(fact)
        takeaway = rich(f"From {first[0].label} to {last[0].label} that is **{signed_percent(moved)}**", (fact,))
    how = f"{capital(label)}, whole years" if measure.adds else f"Mean {label} of whole years"
    unit = short_unit(measure.unit)
    chart = ChartBlock(
        kind="column" if len(levels) <= 12 else "line",
        title=how + (f" ({unit})" if unit else ""),
        categories=tuple(year.label for year, _ in levels),
        series=(Series(measure.label, tuple(round(figure[0], 2) for _, figure in levels)),),
        number_format=number_format([figure[0] for _, figure in levels]),
        unit=unit,
        highlight=(0, levels.index(top)),
        data_labels=len(levels) <= 12,
        alt=f"{how}: {', '.join(f'{year.label} {figure[1]}' for year, figure in levels[:8])}.",
        facts=tuple(facts),
    )
    return Topic(
        key=f"years:{cube.profile.table.id}:{measure.name}",
        group="years",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=tuple(lines),
        notes=(f"{title}.", "Only years with all twelve months are compared."),
        facts=tuple(facts),
        sources=(cube.source,),
        words=stems(f"{measure.label} years trend development {cube.profile.table.title}"),
        score=3.6 - 0.3 * rank / 3 + cube.relevance(measure.label),
        brief=rich(f"**{title}**", tuple(facts)),
        takeaway=takeaway,
        entities=() if measure.name[:1].islower() else (measure.label,),
    )


__all__ = ["season_topics"]
