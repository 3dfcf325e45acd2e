"""Two columns of the same quantity against each other: budget and actual, before and after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.records.counting import rows_called
from prezent_widgets.generate.model import BigNumber, ChartBlock, Series
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import large, percent, short_unit, signed_percent
from prezent_widgets.generate.wording.phrases import capital, lower_first, stems

_PLAN = re.compile(
    r"\b(budget(?:ed)?|plan(?:ned)?|target|forecast|soll(?:wert)?|ziel|prévu|prévision|budgété|previsto|"
    r"presupuesto|presupuestado|objetivo|objectif|begroot|begroting|preventivo)\b",
    re.I,
)
_ACTUAL = re.compile(
    r"\b(actuals?|ist(?:wert)?|réel|réalisé|real|realizado|gastado|spent|werkelijk|gerealiseerd|consuntivo|achieved)\b",
    re.I,
)
_BEFORE = re.compile(r"\b(before|pre|pretest|baseline|vorher|avant|antes|prima|voor|prior)\b", re.I)
_AFTER = re.compile(r"\b(after|post|posttest|follow ?up|nachher|danach|après|después|dopo|na|endline)\b", re.I)


@dataclass(frozen=True, slots=True)
class Twin:
    """A column to compare with (``base``: plan, before) and the one compared (``focus``: actual, after)."""

    base: Measure
    focus: Measure
    planned: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    name: str
    base: float
    focus: float
    shown: tuple[str, str]
    facts: tuple[str, ...]

    @property
    def off(self) -> float:
        """The difference in percent of the base, 0 when the base is not positive."""
        return 100.0 * (self.focus - self.base) / self.base if self.base > 0 else 0.0


def find_twin(measures: Iterable[Measure]) -> Twin | None:
    """The columns that say budget and actual, or before and after; None when there are none."""
    found = list(measures)
    for left, right, planned in ((_PLAN, _ACTUAL, True), (_BEFORE, _AFTER, False)):
        bases = [m for m in found if left.search(m.label) and not right.search(m.label)]
        focuses = [m for m in found if right.search(m.label) and not left.search(m.label)]
        for base in bases:
            rest = left.sub("", base.label).split()
            for focus in focuses:
                if right.sub("", focus.label).split() == rest and base.unit == focus.unit:
                    return Twin(base, focus, True) if planned else Twin(_mean(base), _mean(focus), False)
    return None


def _mean(measure: Measure) -> Measure:
    """A measure before or after something is compared by its mean over those measured."""
    return replace(measure, adds=False) if len(measure.values) >= 12 else measure


def pair_topics(cube: Cube) -> list[Topic]:
    """The whole, the groups and the course of a twin; [] when the table has none."""
    twin = find_twin(cube.profile.measures)
    if twin is None:
        return []
    rows = _complete(twin, cube.profile.rows)
    whole = _gap(cube, twin, "All", rows)
    if len(rows) < 2 or whole is None:
        return []
    named = [c for c in cube.categories(40) if len(c.distinct) <= 24]
    category = named[0] if named else None
    groups: list[_Gap] = []
    if category is not None:
        for name in category.distinct:
            found = _gap(cube, twin, name, _complete(twin, cube.rows(category=category, value=name)))
            if found is not None:
                groups.append(found)
        groups.sort(key=lambda gap: -gap.focus)
    topics = [_whole(cube, twin, whole, groups, category, rows)]
    if category is not None and len(groups) >= 3:
        topics.append(_off(cube, twin, groups, category))
    course = _course(cube, twin)
    if course is not None:
        topics.append(course)
    return topics


def without_twin(topics: Sequence[Topic], cube: Cube) -> list[Topic]:
    """The other topics of the table, without those about one of the twin's columns alone."""
    twin = find_twin(cube.profile.measures)
    if twin is None:
        return list(topics)
    names = (twin.base.name, twin.focus.name)
    return [t for t in topics if not any(name in t.key.split(":") for name in names) and t.group != "link"]


def _complete(twin: Twin, rows: Iterable[int]) -> tuple[int, ...]:
    return tuple(r for r in rows if twin.base.values[r] is not None and twin.focus.values[r] is not None)


def _gap(cube: Cube, twin: Twin, name: str, rows: tuple[int, ...]) -> _Gap | None:
    base, focus = cube.figure(twin.base, rows, name), cube.figure(twin.focus, rows, name)
    if base is None or focus is None:
        return None
    facts = [base[2], focus[2]]
    shown = (base[1], focus[1])
    if shown[0] == shown[1] and base[0] != focus[0]:
        shown = (cube.shown(base[0], twin.base, exact=True), cube.shown(focus[0], twin.focus, exact=True))
    gap = _Gap(name, base[0], focus[0], shown, tuple(facts))
    if base[0] > 0:
        moved = signed_percent(gap.off)
        says = f"{name}: {lower_first(twin.focus.label)} {moved} on {lower_first(twin.base.label)}"
        facts.append(
            cube.derive(
                "gap",
                says,
                gap.off,
                moved,
                f"change from {twin.base.label} to {twin.focus.label}, in percent",
                twin.focus,
                rows,
                name,
            )
        )
    return _Gap(name, base[0], focus[0], shown, tuple(facts))


def _words(cube: Cube, twin: Twin) -> frozenset[str]:
    planned = (
        "budget plan actual keep kept within overspend overspent under variance deviation target spend spent "
        "eingehalten einhalten abweichung tenu respecté écart cumplido desviación"
    )
    paired = "before after improve improved better change effect result work help difference gebracht wirkung effet"
    return stems(
        f"{twin.base.label} {twin.focus.label} {planned if twin.planned else paired} {cube.profile.table.title}"
    )


def _whole(
    cube: Cube, twin: Twin, whole: _Gap, groups: list[_Gap], category: Category | None, rows: tuple[int, ...]
) -> Topic:
    base, focus = lower_first(twin.base.label), twin.focus.label
    how = "" if twin.focus.adds else "mean "
    side = "above" if whole.off > 0 else "below"
    title = f"{capital(how + lower_first(focus)) if how else focus} is {percent(whole.off)} {side} {base}: "
    title += f"{whole.shown[1]} against {whole.shown[0]}"
    if abs(whole.off) < 0.5:
        title = f"{focus} is as good as equal to {base}: {whole.shown[1]} against {whole.shown[0]}"
    facts = list(whole.facts)
    up = sum((twin.focus.values[r] or 0) > (twin.base.values[r] or 0) for r in rows)
    noun = rows_called(cube)
    if category and len(groups) == len(rows):
        noun = f"groups of {lower_first(category.label)}"
    says = f"{focus} above {base} in {up} of {len(rows)}"
    facts.append(cube.derive("count", says, float(up), f"{up:,}", f"rows with {focus} above {base}", twin.focus, rows))
    lines = [rich(f"**{up:,} of {len(rows):,}** {noun} lie above {base}", (facts[-1],))]
    gap = cube.shown(abs(whole.focus - whole.base), twin.focus)
    says = f"{focus} {side} {base} by {gap}"
    facts.append(
        cube.derive("difference", says, whole.focus - whole.base, gap, f"{focus} less {base}", twin.focus, rows)
    )
    lines.insert(0, rich(f"**{gap}** {side} {base}", (facts[-1],)))
    drawn = groups[:8] if len(groups) >= 2 else [whole]
    unit = short_unit(twin.focus.unit)
    name = f"{twin.base.label} and {lower_first(focus)}"
    chart_title = f"{how.capitalize()}{lower_first(name) if how else name}"
    if len(groups) >= 2 and category is not None:
        chart_title += f" by {lower_first(category.label)}"
    chart = ChartBlock(
        kind="column" if len(drawn) <= 6 else "bar",
        title=chart_title + (f" ({unit})" if unit else ""),
        categories=tuple(gap.name for gap in drawn),
        series=(
            Series(twin.base.label, tuple(round(gap.base, 2) for gap in drawn)),
            Series(focus, tuple(round(gap.focus, 2) for gap in drawn)),
        ),
        number_format=number_format([v for gap in drawn for v in (gap.base, gap.focus)]),
        unit=unit,
        highlight=(1, None),
        data_labels=len(drawn) <= 4,
        alt=f"{name}: " + ", ".join(f"{g.name} {g.shown[0]} and {g.shown[1]}" for g in drawn[:6]) + ".",
        facts=tuple(facts),
    )
    takeaway = None
    if twin.focus.adds and len(groups) >= 3 and whole.focus != whole.base:
        sign = 1 if whole.focus > whole.base else -1
        main = max(groups, key=lambda gap: sign * (gap.focus - gap.base))
        text = cube.shown(abs(main.focus - main.base), twin.focus)
        takeaway = rich(f"The largest part is **{main.name}**, {text} {side} {base}", main.facts)
    return Topic(
        key=f"pair:{cube.profile.table.id}",
        group="overall",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=tuple(lines),
        notes=(f"{title}.", f"Compared row by row over {len(rows):,} rows that hold both values."),
        facts=tuple(facts),
        sources=(cube.source,),
        words=_words(cube, twin),
        score=8.0,
        number=BigNumber(
            *large(whole.focus, twin.focus.unit, f"{how}{lower_first(focus)}"),
            f"{signed_percent(whole.off)} on {base}",
            tuple(facts),
        ),
        brief=rich(
            f"**{capital(how)}{lower_first(focus) if how else focus}** is {percent(whole.off)} {side} {base}",
            tuple(facts),
        ),
        takeaway=takeaway,
        entities=(focus,) if not twin.focus.name[:1].islower() else (),
    )


def _off(cube: Cube, twin: Twin, groups: list[_Gap], category: Category) -> Topic:
    """Each group's distance from plan or from before, in percent."""
    ranked = sorted(groups, key=lambda gap: -gap.off)
    if len(ranked) > 10:
        ranked = [*ranked[:5], *ranked[-5:]]
    top, low = ranked[0], ranked[-1]
    base = lower_first(twin.base.label)
    title = f"{top.name} lies furthest above {base}, {signed_percent(top.off)}; {low.name} at {signed_percent(low.off)}"
    if top.off <= 0:
        title = f"No {lower_first(category.label)} lies above {base}; {low.name} is furthest below, {percent(low.off)}"
    facts = tuple(fact for gap in ranked for fact in gap.facts)
    name = f"{twin.focus.label} against {base}, difference (%)"
    chart = ChartBlock(
        kind="bar",
        title=name,
        categories=tuple(gap.name for gap in ranked),
        series=(Series("Difference (%)", tuple(round(gap.off, 1) for gap in ranked)),),
        number_format="0.0",
        unit="%",
        highlight=(0, 0),
        data_labels=True,
        alt=f"{name}: " + ", ".join(f"{gap.name} {signed_percent(gap.off)}" for gap in ranked[:8]) + ".",
        facts=facts,
    )
    return Topic(
        key=f"gaps:{cube.profile.table.id}",
        group="growth",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=tuple(rich(f"**{g.name}**: {g.shown[1]} against {g.shown[0]}", g.facts) for g in ranked[:4]),
        notes=(f"{title}.", "The difference is in percent of the column compared with."),
        facts=facts,
        sources=(cube.source,),
        words=_words(cube, twin) | stems(f"{category.label} {' '.join(category.distinct[:12])}"),
        score=6.5,
        number=BigNumber(
            signed_percent(top.off), f"{top.name} against {base}", f"{low.name} {signed_percent(low.off)}", facts[:3]
        ),
        brief=rich(f"**{top.name}** {signed_percent(top.off)}, **{low.name}** {signed_percent(low.off)}", facts),
        advice=rich(f"**Ask {top.name} why**: {top.shown[1]} against a {base} of {top.shown[0]}", top.facts)
        if twin.planned and top.off >= 3
        else None,
        entities=tuple(gap.name for gap in ranked),
    )


def _course(cube: Cube, twin: Twin) -> Topic | None:
    """Both columns over time."""
    axis = cube.profile.time
    if axis is None or len(axis.distinct) < 3:
        return None
    points = [
        gap
        for period in axis.distinct[-36:]
        if (gap := _gap(cube, twin, period.label, _complete(twin, cube.rows(period=period)))) is not None
    ]
    if len(points) < 3:
        return None
    over = [gap for gap in points if gap.focus > gap.base]
    base, focus = lower_first(twin.base.label), twin.focus.label
    widest = max(points, key=lambda gap: abs(gap.off))
    title = f"{focus} was above {base} in {len(over)} of {len(points)} {axis.grain}s, "
    title += f"the gap widest in {widest.name} ({signed_percent(widest.off)})"
    facts = tuple(fact for gap in points for fact in gap.facts)
    unit = short_unit(twin.focus.unit)
    name = f"{twin.base.label} and {lower_first(focus)}{f' ({unit})' if unit else ''}"
    chart = ChartBlock(
        kind="line",
        title=name,
        categories=tuple(gap.name for gap in points),
        series=(
            Series(twin.base.label, tuple(round(gap.base, 2) for gap in points)),
            Series(focus, tuple(round(gap.focus, 2) for gap in points)),
        ),
        number_format=number_format([v for gap in points for v in (gap.base, gap.focus)]),
        unit=unit,
        highlight=(1, None),
        alt=f"{name}, {points[0].name} to {points[-1].name}; {len(over)} of {len(points)} above {base}.",
        facts=facts,
    )
    return Topic(
        key=f"paircourse:{cube.profile.table.id}",
        group="course",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=(
            rich(f"**{points[-1].name}**: {points[-1].shown[1]} against {points[-1].shown[0]}", points[-1].facts),
            rich(f"**Widest gap**: {signed_percent(widest.off)} in {widest.name}", widest.facts),
        ),
        notes=(f"{title}.", "Both lines count the same rows."),
        facts=facts,
        sources=(cube.source,),
        words=_words(cube, twin) | stems("trend month quarter course"),
        score=5.5,
        brief=rich(f"**{title}**", widest.facts),
        entities=(focus,) if not twin.focus.name[:1].islower() else (),
    )


__all__ = ["Twin", "find_twin", "pair_topics", "without_twin"]
