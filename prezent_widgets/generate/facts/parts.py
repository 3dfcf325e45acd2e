"""Rates from two counts: orders of sessions, defects of pieces; by group and over time."""

from __future__ import annotations

import re

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import multiple, percent
from prezent_widgets.generate.wording.phrases import lower_first, stems

_PART = re.compile(
    r"\b(orders?|conversions?|converted|purchases?|sign ?ups?|leads?|clicks?|passed|returns?|returned|defects?|"
    r"defective|errors?|failures?|failed|complaints?|no[- ]?shows?|cancell?\w*|absent|late|admitted|admissions|deaths?|"
    r"wins?|won|opens?|opened|hires|hired|rejected|scrap|bestellungen|käufe|ausschuss|fehler|bestanden|reklamationen|"
    r"commandes|réussites|défauts|pedidos|compras|defectos|aprobados)\b",
    re.I,
)
_WANTED = re.compile(
    r"\b(orders?|conversions?|converted|purchases?|sign ?ups?|leads?|clicks?|passed|wins?|won|opens?|opened|hires|"
    r"hired|bestellungen|käufe|bestanden|commandes|réussites|pedidos|compras|aprobados)\b",
    re.I,
)
_WHOLE = re.compile(
    r"\b(sessions?|visits?|visitors?|impressions?|views?|users?|students?|pupils|produced|pieces|shipments?|patients?|"
    r"flights?|trips|calls?|total|attempts?|sent|delivered|emails|applicants|applications|invited|participants|tested|"
    r"besuche|besucher|sitzungen|stück|stückzahl|produziert|schüler|visites|visiteurs|élèves|visitas|visitantes|"
    r"sesiones|enviados|envoyés)\b",
    re.I,
)


def part_of(cube: Cube) -> tuple[Measure, Measure] | None:
    """A count and the count it is part of: named so, and never larger in any row; None when there are none."""
    adding = [m for m in cube.profile.measures if m.adds]
    for part in (m for m in adding if _PART.search(m.label)):
        for whole in (m for m in adding if m is not part and _WHOLE.search(m.label)):
            pairs = [(part.values[r], whole.values[r]) for r in cube.profile.rows]
            full = [(a, b) for a, b in pairs if a is not None and b is not None]
            if len(full) >= 2 and all(0 <= a <= b for a, b in full) and any(a < b for a, b in full):
                return part, whole
    return None


def part_topics(cube: Cube) -> list[Topic]:
    """The rate over all rows, by the leading category and over time; [] without two such counts."""
    found = part_of(cube)
    if found is None:
        return []
    part, whole = found
    rate = _rate(cube, part, whole, cube.profile.rows, "All")
    if rate is None:
        return []
    topics: list[Topic] = []
    for category in cube.categories(24)[:2]:
        levels = [
            (name, level)
            for name in category.distinct
            if (level := _rate(cube, part, whole, cube.rows(category=category, value=name), name)) is not None
        ]
        if len(levels) >= 2:
            topics.append(_groups(cube, part, whole, category, levels, rate))
    course = _course(cube, part, whole)
    if course is not None:
        topics.append(course)
    return topics


def _rate(cube: Cube, part: Measure, whole: Measure, rows: tuple[int, ...], name: str) -> tuple[float, str] | None:
    full = tuple(r for r in rows if part.values[r] is not None and whole.values[r] is not None)
    below = sum(whole.values[r] or 0.0 for r in full)
    if below <= 0:
        return None
    value = 100.0 * sum(part.values[r] or 0.0 for r in full) / below
    says = f"{name}: {lower_first(part.label)} are {percent(value)} of {lower_first(whole.label)}"
    how = f"sum of {part.label} as a share of the sum of {whole.label}"
    return value, cube.derive("rate", says, value, percent(value), how, part, full, name)


def _groups(
    cube: Cube,
    part: Measure,
    whole: Measure,
    category: Category,
    levels: list[tuple[str, tuple[float, str]]],
    overall: tuple[float, str],
) -> Topic:
    levels = sorted(levels, key=lambda level: -level[1][0])[:10]
    (top, (high, first)), (low, (least, last)) = levels[0], levels[-1]
    one, of = lower_first(part.label), lower_first(whole.label)
    title = f"{top} has the highest rate of {one}, {percent(high)} of {of}; {low} the lowest, {percent(least)}"
    facts = (overall[1], *(level[1][1] for level in levels))
    name = f"{part.label} as a share of {of} by {lower_first(category.label)} (%)"
    chart = ChartBlock(
        kind="bar",
        title=name,
        categories=tuple(level[0] for level in levels),
        series=(Series(f"{part.label} (% of {of})", tuple(round(level[1][0], 2) for level in levels)),),
        number_format="0.0" if high >= 1 else "0.00",
        unit="%",
        highlight=(0, 0),
        data_labels=True,
        alt=f"{name}: " + ", ".join(f"{level[0]} {percent(level[1][0])}" for level in levels) + ".",
        facts=facts,
    )
    takeaway: Line | None = None
    if least > 0 and high / least >= 1.2:
        says = f"{top}: {multiple(high / least)} the rate of {low}"
        how = "highest rate divided by lowest rate"
        fact = cube.derive("multiple", says, high / least, multiple(high / least), how, part, cube.profile.rows, top)
        takeaway = rich(f"The same {of} bring **{multiple(high / least)}** as many {one} in {top} as in {low}", (fact,))
    return Topic(
        key=f"part:{cube.profile.table.id}:{category.name}",
        group="best" if cube.relevance("rate conversion quote taux best") else "ratio",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=(
            rich(f"**{percent(overall[0])}** over all", (overall[1],)),
            *(rich(f"**{level[0]}**: {percent(level[1][0])}", (level[1][1],)) for level in levels[:3]),
        ),
        notes=(f"{title}.", "A rate is the sum of the one over the sum of the other, not a mean of rates."),
        facts=facts,
        sources=(cube.source,),
        words=stems(
            f"rate convert converts conversion best worst quote taux {part.label} {whole.label} {category.label} "
            f"{' '.join(category.distinct[:12])}"
        ),
        score=6.5 + 0.5 * cube.relevance(category.label, part.label),
        number=BigNumber(percent(high), f"{one} of {of}, {top}", f"{low} {percent(least)}", (first, last)),
        brief=rich(f"**{top}** has the highest rate of {one}, {percent(high)}", (first,)),
        advice=None
        if takeaway is None
        else rich(f"**Learn from {top}**: {percent(high)} of {of}, against {percent(least)} for {low}", (first, last))
        if _WANTED.search(part.label)
        else rich(f"**Look into {top}**: {percent(high)} of {of}, against {percent(least)} for {low}", (first, last)),
        takeaway=takeaway,
        entities=(top, low),
    )


def _course(cube: Cube, part: Measure, whole: Measure) -> Topic | None:
    axis = cube.profile.time
    if axis is None or len(axis.distinct) < 3:
        return None
    points = [
        (period, level)
        for period in axis.distinct[-60:]
        if (level := _rate(cube, part, whole, cube.rows(period=period), period.label)) is not None
    ]
    if len(points) < 3:
        return None
    (first, base), (last, focus) = points[0], points[-1]
    one, of = lower_first(part.label), lower_first(whole.label)
    moved = focus[0] - base[0]
    verb = "rose" if moved > 0 else "fell"
    title = f"The rate of {one} {verb} from {percent(base[0])} of {of} {first.when_long} "
    title += f"to {percent(focus[0])} {last.when_long}"
    if percent(base[0]) == percent(focus[0]):
        title = f"The rate of {one} stood at {percent(focus[0])} of {of} {last.when_long}, as {first.when_long}"
    facts = tuple(level[1] for _, level in points)
    high, low = max(points, key=lambda p: p[1][0]), min(points, key=lambda p: p[1][0])
    name = f"{part.label} as a share of {of} (%)"
    chart = ChartBlock(
        kind="line",
        title=name,
        categories=tuple(period.label for period, _ in points),
        series=(Series(f"{part.label} (% of {of})", tuple(round(level[0], 2) for _, level in points)),),
        number_format="0.0" if high[1][0] >= 1 else "0.00",
        unit="%",
        highlight=(0, len(points) - 1),
        alt=f"{name}, {first.label} {percent(base[0])} to {last.label} {percent(focus[0])}.",
        facts=facts,
    )
    return Topic(
        key=f"partcourse:{cube.profile.table.id}",
        group="course",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=(
            rich(f"**High**: {percent(high[1][0])} {high[0].when}", (high[1][1],)),
            rich(f"**Low**: {percent(low[1][0])} {low[0].when}", (low[1][1],)),
        ),
        notes=(f"{title}.", f"Each point is all {one} over all {of} of that {axis.grain}."),
        facts=facts,
        sources=(cube.source,),
        words=stems(f"rate conversion trend develop {part.label} {whole.label}"),
        score=4.5,
        brief=rich(f"**{title}**", (base[1], focus[1])),
    )


__all__ = ["part_of", "part_topics"]
