"""The fall and recovery of a headline, and its parts at those dates."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.wide.pieces import change_topic, line_chart
from prezent_widgets.generate.facts.wide.swings import Swing, level_at, mid, swings
from prezent_widgets.generate.model import BigNumber, Line, TableBlock
from prezent_widgets.generate.profile import Measure
from prezent_widgets.generate.wording.figures import multiple, number, percent, short_unit, signed_percent
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import join_and, plural, stems


def swing_topics(
    cube: Cube,
    head: Measure,
    measures: list[Measure],
    course: list[tuple[Period, float]],
    peak: Period,
    trough: Period,
    end: Period,
) -> list[Topic]:
    """The headline from ``peak`` over ``trough`` to ``end``; which other columns fell, grew and came back."""
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
        "peak less trough",
        head,
        cube.rows(period=peak) + cube.rows(period=trough),
        head.label,
    )
    after = [p for p, v in course if p > trough and v >= main.peak]
    back = after[0] if after else None
    title = f"{head.label} fell {percent(main.fall)} from {peak.long} to {trough.long}" + (
        f" and regained its peak {back.when_long}" if back else " and has not regained its peak"
    )
    lines = [
        rich(f"**Peak**: {number(main.peak)} {peak.when}", main.facts),
        rich(f"**Trough**: {number(main.trough)} {trough.when}, {number(lost)} lost", (*main.facts, loss)),
    ]
    facts = [*main.facts, loss]
    if back is not None:
        level = level_at(cube, head, back)
        assert level is not None
        lines.append(rich(f"**Peak regained** {back.when}", (level[2],)))
        facts.append(level[2])
    lines.append(rich(f"**End**: {number(main.end)} {end.when}, {signed_percent(main.left)} on the peak", main.facts))
    base_words = "fell recovered recovery fall peak trough total overall employment"
    topics = [
        Topic(
            key=f"swing:{head.name}",
            group="overall",
            title=title,
            role="chart",
            blocks=(
                line_chart(cube, [head], [point[0] for point in course], f"{head.label}{f' ({unit})' if unit else ''}"),
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
            takeaway=_way_back(cube, head, peak, trough, back, main),
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
            change_topic(
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
                _times(cube, a, main) if len(fallen) > 1 else None,
            )
        )
    if grown:
        named = join_and([f"{mid(s.measure)} {signed_percent(s.fall)}" for s in grown[:2]])
        first = grown[0]
        topics.append(
            change_topic(
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
                rich(f"All others fell with the total, which lost {percent(main.fall)}", main.facts),
            )
        )
    if below:
        a = below[0]
        topics.append(
            change_topic(
                cube,
                "below",
                f"{len(below)} of {len(parts)} were still below the peak in "
                f"{end.long}; {mid(a.measure)} by {percent(a.left)}",
                below,
                "left",
                f"Levels {end.when} against {peak.label}.",
                "still below earlier peak end not recovered come back",
                6.5,
                (peak, end),
                rich(f"The total hides this: it ended {signed_percent(main.left)} on its peak", main.facts)
                if main.left > 0
                else None,
            )
        )
    lead = [head, *[s.measure for s in (fallen[:2] + grown[:1])]]
    table = _table_topic(cube, main, fallen[:5] + grown[:3], peak, trough, end)
    topics.append(table)
    if len(lead) >= 3 and len(fallen) > 1:
        topics.append(_index_topic(cube, [*fallen[:2], *grown[:1]], [point[0] for point in course], peak, end))
    return topics


def _times(cube: Cube, part: Swing, main: Swing) -> Line | None:
    """How much harder a part fell than the total."""
    if main.fall >= 0 or part.fall >= 0:
        return None
    times = part.fall / main.fall
    says = f"{part.measure.label}: {multiple(times)} the fall of {main.measure.label}"
    how = "fall of the part as a share of the fall of the total"
    fact = cube.derive(
        "multiple", says, times, multiple(times), how, part.measure, cube.profile.rows, part.measure.label
    )
    return rich(
        f"{part.measure.label} fell **{multiple(times)}** as hard as the total ({percent(main.fall)})",
        (fact, *main.facts),
    )


def _way_back(cube: Cube, head: Measure, peak: Period, trough: Period, back: Period | None, main: Swing) -> Line | None:
    """How long the fall took and how long the way back."""
    if peak.grain not in ("month", "quarter", "year"):
        return None
    size = {"month": 12, "quarter": 4, "year": 1}[peak.grain]
    down = (trough.year - peak.year) * size + trough.part - peak.part
    rows = cube.rows(period=peak) + cube.rows(period=trough)
    says = f"{head.label}: {plural(down, peak.grain)} from peak to trough"
    how = f"{peak.grain}s between the two"
    one = cube.derive("span", says, float(down), f"{down}", how, head, rows, head.label)
    if back is None:
        return rich(f"The fall took {plural(down, peak.grain)}; the level of {peak.long} has not come back", (one,))
    up = (back.year - trough.year) * size + back.part - trough.part
    says = f"{head.label}: {plural(up, peak.grain)} from trough back to the peak level"
    two = cube.derive("span", says, float(up), f"{up}", how, head, rows + cube.rows(period=back), head.label)
    return rich(f"The fall took {plural(down, peak.grain)}, the way back **{plural(up, peak.grain)}**", (one, two))


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


def _apart(cube: Cube, fell: Swing, rose: Swing, peak: Period, end: Period) -> Line:
    """How far the paths of two columns came apart, in points of their peak levels."""
    gap = rose.left - fell.left
    says = f"{rose.measure.label} against {fell.measure.label}: {gap:.1f} points apart from {peak.label} to {end.label}"
    how = "change of the one less change of the other"
    fact = cube.derive("points", says, gap, f"{gap:.1f}", how, rose.measure, cube.profile.rows, rose.measure.label)
    return rich(f"From {peak.label} to {end.label} their paths came **{gap:.1f} points** apart", (fact,))


def _index_topic(cube: Cube, found: list[Swing], periods: list[Period], peak: Period, end: Period) -> Topic:
    measures = [s.measure for s in found]
    unit = short_unit(measures[0].unit)
    facts = tuple(fact for s in found for fact in s.facts)
    fell, rose = found[0], found[-1]
    title = (
        f"{fell.measure.label} ended {signed_percent(fell.left)} on its {peak.label} "
        f"level, {mid(rose.measure)} {signed_percent(rose.left)}"
    )
    chart = line_chart(cube, measures, periods, f"Selected columns{f' ({unit})' if unit else ''}")
    lines = tuple(
        rich(f"**{s.measure.label}**: {number(s.end)} {end.when}, {signed_percent(s.left)}", s.facts) for s in found
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
        takeaway=_apart(cube, fell, rose, peak, end),
        entities=tuple(m.label for m in measures),
    )


__all__ = ["swing_topics"]
