"""Many measures over one time column: the fall and recovery of the headline, and its parts at those dates."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.compare import choose_pair
from prezent_widgets.generate.facts.courses import number_format
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.swings import Swing, drawdown, headline, leaves, level_at, mid, swings, tops
from prezent_widgets.generate.figures import number, percent, short_unit, signed_percent
from prezent_widgets.generate.model import BigNumber, ChartBlock, Series, TableBlock
from prezent_widgets.generate.periods import Period
from prezent_widgets.generate.phrases import join_and, stems
from prezent_widgets.generate.profile import Measure

_FALL = stems("peak trough fell fall falls fallen recovered recover recovery crash slump drop recession rebound")


def wide_topics(cube: Cube) -> list[Topic]:
    """Fall and recovery when the headline has one (3 % or more), else first against last for every measure."""
    axis = cube.profile.time
    pair = choose_pair(axis, cube.request) if axis is not None else None
    measures = [m for m in cube.profile.measures if sum(v is not None for v in m.values) >= 2]
    if axis is None or pair is None or len(measures) < 2:
        return []
    head = headline(cube, measures)
    measures = [head, *leaves(cube, [m for m in measures if m is not head])]
    course = [
        (p, v)
        for p in axis.distinct
        if pair.base <= p <= pair.focus and (v := cube.value(head, cube.rows(period=p))) is not None
    ]
    swing = drawdown([v for _, v in course])
    contains = len(measures) >= 4 and tops(cube, head, measures)
    if swing is not None and len(course) >= 6 and (contains or cube.request.words & _FALL):
        peak, trough = course[swing[0]][0], course[swing[1]][0]
        if (change(course[swing[0]][1], course[swing[1]][1]) or 0) <= -2.0:
            return _swing_topics(cube, head, measures, course, peak, trough, pair.focus)
    return _ends_topics(cube, head, measures, pair.base, pair.focus)


def _swing_topics(
    cube: Cube,
    head: Measure,
    measures: list[Measure],
    course: list[tuple[Period, float]],
    peak: Period,
    trough: Period,
    end: Period,
) -> list[Topic]:
    found = swings(cube, measures, peak, trough, end)
    main = next(s for s in found if s.measure is head)
    parts = [s for s in found if s.measure is not head]
    unit = short_unit(head.unit)
    lost = main.peak - main.trough
    loss = cube.derive(
        "difference",
        f"{head.label}: {number(lost)} lost from {peak.label} to {trough.label}",
        lost,
        number(lost),
        "peak - trough",
        head,
        cube.rows(period=peak) + cube.rows(period=trough),
        head.label,
    )
    after = [p for p, v in course if p > trough and v >= main.peak]
    back = after[0] if after else None
    title = f"{head.label} fell {percent(main.fall)} from {peak.long} to {trough.long}" + (
        f" and regained its peak in {back.long}" if back else " and has not regained its peak"
    )
    lines = [
        rich(f"**Peak**: {number(main.peak)} in {peak.label}", main.facts),
        rich(f"**Trough**: {number(main.trough)} in {trough.label}, {number(lost)} lost", (*main.facts, loss)),
    ]
    facts = [*main.facts, loss]
    if back is not None:
        level = level_at(cube, head, back)
        assert level is not None
        lines.append(rich(f"**Peak regained** in {back.label}", (level[2],)))
        facts.append(level[2])
    lines.append(
        rich(f"**End**: {number(main.end)} in {end.label}, {signed_percent(main.left)} on the peak", main.facts)
    )
    base_words = "fell recovered recovery fall peak trough total overall employment"
    topics = [
        Topic(
            key=f"swing:{head.name}",
            group="overall",
            title=title,
            role="chart",
            blocks=(
                _line(cube, [head], [point[0] for point in course], f"{head.label}{f' ({unit})' if unit else ''}"),
            ),
            lines=tuple(lines),
            notes=(
                f"{title}.",
                f"The peak of {number(main.peak)} and the trough of {number(main.trough)} "
                f"{unit} set the two dates at which all other columns are compared.",
            ),
            facts=tuple(facts),
            sources=(cube.source,),
            words=stems(f"{head.label} {base_words}"),
            score=8.0,
            number=BigNumber(
                signed_percent(main.fall),
                f"{mid(head)}, {peak.label} to {trough.label}",
                f"{number(lost)} {unit} lost".strip(),
                tuple(facts),
            ),
            brief=rich(f"**{head.label}** fell {percent(main.fall)}, {number(lost)} {unit} lost".strip(), tuple(facts)),
        )
    ]
    fallen = sorted((s for s in parts if s.fall < 0), key=lambda s: s.fall)
    grown = sorted((s for s in parts if s.fall >= 0), key=lambda s: -s.fall)
    below = sorted((s for s in parts if s.left < 0), key=lambda s: s.left)
    note = f"All changes are from {peak.label} to {trough.label}, the dates of the headline's peak and trough."
    if fallen:
        a, b = fallen[0], fallen[min(1, len(fallen) - 1)]
        topics.append(
            _change_topic(
                cube,
                "fallers",
                f"{a.measure.label} fell hardest, {percent(a.fall)} from peak to "
                f"trough, then {mid(b.measure)} at {percent(b.fall)}",
                fallen,
                "fall",
                note,
                "fell hardest fall declined sectors which peak trough",
                7.0,
                (peak, trough),
            )
        )
    if grown:
        named = join_and([f"{mid(s.measure)} {signed_percent(s.fall)}" for s in grown[:2]])
        first = grown[0]
        topics.append(
            _change_topic(
                cube,
                "growers",
                f"{first.measure.label} kept growing through the fall, up {percent(first.fall)}"
                if len(grown) == 1
                else f"Only {len(grown)} of {len(parts)} kept growing: {named}",
                grown,
                "fall",
                note,
                "kept growing grew never fell growth",
                6.5,
                (peak, trough),
            )
        )
    if below:
        a = below[0]
        topics.append(
            _change_topic(
                cube,
                "below",
                f"{len(below)} of {len(parts)} were still below the peak in "
                f"{end.long}; {mid(a.measure)} by {percent(a.left)}",
                below,
                "left",
                f"Levels in {end.label} against {peak.label}.",
                "still below earlier peak end not recovered come back",
                6.5,
                (peak, end),
            )
        )
    lead = [head, *[s.measure for s in (fallen[:2] + grown[:1])]]
    table = _table_topic(cube, main, fallen[:5] + grown[:3], peak, trough, end)
    topics.append(table)
    if len(lead) >= 3 and len(fallen) > 1:
        topics.append(_index_topic(cube, [*fallen[:2], *grown[:1]], [point[0] for point in course], peak, end))
    return topics


def _line(cube: Cube, measures: list[Measure], periods: list[Period], title: str) -> ChartBlock:
    step = max(1, -(-len(periods) // 130))
    kept = periods[(len(periods) - 1) % step :: step]
    series = tuple(Series(m.label, tuple(cube.value(m, cube.rows(period=p)) for p in kept)) for m in measures)
    values = [v for s in series for v in s.values if v is not None]
    return ChartBlock(
        kind="line",
        title=title,
        categories=tuple(p.label for p in kept),
        series=series,
        number_format=number_format(values),
        unit=short_unit(measures[0].unit),
        highlight=(0, None),
        alt=f"{title}, {kept[0].label} to {kept[-1].label}: lowest "
        f"{number(min(values))}, highest {number(max(values))}.",
    )


def _change_topic(
    cube: Cube,
    key: str,
    title: str,
    found: list[Swing],
    attribute: str,
    note: str,
    words: str,
    score: float,
    dates: tuple[Period, Period],
) -> Topic:
    shown = found[:8]
    moves = [s.fall if attribute == "fall" else s.left for s in shown]
    facts = tuple(fact for s in shown for fact in s.facts)
    name = f"Change from {dates[0].label} to {dates[1].label} (%)"
    chart = ChartBlock(
        kind="bar",
        title=name,
        categories=tuple(s.measure.label for s in shown),
        series=(Series("Change (%)", tuple(round(move, 1) for move in moves)),),
        number_format="0.0",
        unit="%",
        highlight=(0, 0),
        data_labels=True,
        alt=f"{name}: "
        + ", ".join(f"{s.measure.label} {signed_percent(m)}" for s, m in zip(shown, moves, strict=True))
        + ".",
        facts=facts,
    )
    second = [s.trough if attribute == "fall" else s.end for s in shown]
    lines = tuple(
        rich(f"**{s.measure.label}**: {signed_percent(m)} ({number(s.peak)} to {number(e)})", s.facts)
        for s, m, e in list(zip(shown, moves, second, strict=True))[:4]
    )
    if len(found) == 1:
        chart_blocks = (
            _line(
                cube,
                [found[0].measure],
                list(cube.profile.time.distinct) if cube.profile.time else [],
                found[0].measure.label,
            ),
        )
    else:
        chart_blocks = (chart,)
    return Topic(
        key=f"{key}:{cube.profile.table.id}",
        group=key,
        title=title,
        role="chart",
        blocks=chart_blocks,
        lines=lines,
        notes=(f"{title}.", note),
        facts=facts,
        sources=(cube.source,),
        words=stems(f"{words} {' '.join(s.measure.label for s in shown[:4])}"),
        score=score,
        number=BigNumber(
            signed_percent(moves[0]),
            f"{mid(shown[0].measure)}, {dates[0].label} to {dates[1].label}",
            f"{number(shown[0].peak)} to {number(second[0])}",
            shown[0].facts,
        ),
        brief=rich(
            f"**{shown[0].measure.label}** {signed_percent(moves[0])} from {dates[0].label} to {dates[1].label}",
            shown[0].facts,
        ),
        entities=tuple(s.measure.label for s in shown[:2]),
    )


def _table_topic(cube: Cube, main: Swing, parts: list[Swing], peak: Period, trough: Period, end: Period) -> Topic:
    chosen = [main, *parts]
    rows = tuple(
        (
            s.measure.label,
            number(s.peak),
            number(s.trough),
            number(s.end),
            signed_percent(s.fall),
            signed_percent(s.left),
        )
        for s in chosen
    )
    facts = tuple(fact for s in chosen for fact in s.facts)
    title = (
        f"From {peak.label} to {end.label} the total moved {signed_percent(main.left)}, its parts between "
        f"{signed_percent(min(s.left for s in chosen))} and {signed_percent(max(s.left for s in chosen))}"
    )
    block = TableBlock(
        ("", peak.label, trough.label, end.label, "To trough", "To end"),
        rows,
        (False, True, True, True, True, True),
        alt=f"Levels at {peak.label}, {trough.label} and {end.label}.",
        strong_rows=(0,),
        facts=facts,
    )
    return Topic(
        f"levels:{cube.profile.table.id}",
        "table",
        title,
        "table",
        (block,),
        (),
        (f"{title}.", "The first row is the headline; the others are parts of it and must not be added to it."),
        facts,
        (cube.source,),
        stems("table levels"),
        3.0,
    )


def _index_topic(cube: Cube, found: list[Swing], periods: list[Period], peak: Period, end: Period) -> Topic:
    measures = [s.measure for s in found]
    unit = short_unit(measures[0].unit)
    facts = tuple(fact for s in found for fact in s.facts)
    fell, rose = found[0], found[-1]
    title = (
        f"{fell.measure.label} ended {signed_percent(fell.left)} on its {peak.label} "
        f"level, {mid(rose.measure)} {signed_percent(rose.left)}"
    )
    chart = _line(cube, measures, periods, f"Selected columns{f' ({unit})' if unit else ''}")
    lines = tuple(
        rich(f"**{s.measure.label}**: {number(s.end)} in {end.label}, {signed_percent(s.left)}", s.facts) for s in found
    )
    return Topic(
        f"paths:{cube.profile.table.id}",
        "paths",
        title,
        "chart",
        (chart,),
        lines,
        (f"{title}.", "Same dates for all lines, so that the paths can be compared."),
        facts,
        (cube.source,),
        stems("recovered across sectors paths recovery"),
        5.0,
        entities=tuple(m.label for m in measures),
    )


def _ends_topics(cube: Cube, head: Measure, measures: list[Measure], base: Period, focus: Period) -> list[Topic]:
    found = swings(cube, measures[:40], base, focus, focus)
    if len(found) < 2:
        return []
    found.sort(key=lambda s: -s.left)
    best, worst = found[0], found[-1]
    verb = "rose" if best.left > 0 else "fell"
    title = (
        f"{best.measure.label} {verb} {percent(best.left)} since {base.label}; "
        f"{mid(worst.measure)} moved {signed_percent(worst.left)}"
    )
    topics = [
        _change_topic(
            cube,
            "growth",
            title,
            found,
            "left",
            f"Changes from {base.label} to {focus.label}.",
            "change grew rose fell growth",
            5.0,
            (base, focus),
        )
    ]
    same = [m for m in measures if m.unit == head.unit][:5]
    level = level_at(cube, head, focus)
    if level is not None:
        mine = next((s for s in found if s.measure is head), None)
        head_title = f"{head.label} stood at {level[1]} in {focus.long}" + (
            f", {signed_percent(mine.left)} since {base.long}" if mine else ""
        )
        topics.insert(
            0,
            Topic(
                f"head:{head.name}",
                "overall",
                head_title,
                "chart",
                (
                    _line(
                        cube,
                        [
                            head,
                            *[
                                m
                                for m in same
                                if m is not head and 0.1 < (m.values[-1] or 0) / (head.values[-1] or 1) < 10
                            ],
                        ][:4],
                        list(cube.profile.time.distinct) if cube.profile.time else [],
                        head.label,
                    ),
                ),
                tuple(rich(f"**{s.measure.label}**: {number(s.peak)} to {number(s.end)}", s.facts) for s in found[:4]),
                (f"{head_title}.",),
                (level[2],),
                (cube.source,),
                stems(f"{head.label} trend"),
                6.0,
                number=BigNumber(
                    level[1],
                    f"{mid(head)} in {focus.label}",
                    signed_percent(mine.left) if mine else "",
                    (level[2],),
                ),
                brief=rich(f"**{head_title}**", (level[2],)),
            ),
        )
    return topics


__all__ = ["wide_topics"]
