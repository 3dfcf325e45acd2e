"""How the mix shifted, which group multiplied, which one shrank from its peak."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.compare import Pair
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.panels.courses import group_chart, share_chart
from prezent_widgets.generate.facts.panels.groups import Group
from prezent_widgets.generate.facts.sense import lead_on, pace
from prezent_widgets.generate.model import BigNumber, Line
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import multiple, number, percent, short_unit, signed_percent
from prezent_widgets.generate.wording.phrases import lower_first, stems


def share_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic | None:
    """How the mix shifted: the group that gained most share and the one that lost most."""
    shared = [g for g in groups if g.base_share is not None and g.focus_share is not None]
    if len(shared) < 2:
        return None

    def gain(group: Group) -> float:
        return (group.focus_share or 0.0) - (group.base_share or 0.0)

    best, worst = max(shared, key=gain), min(shared, key=gain)
    if gain(best) < 1.0:
        return None
    label = lower_first(measure.label)
    title = (
        f"{best.name} {'rose' if gain(best) > 0 else 'moved'} from "
        f"{percent(best.base_share or 0)} to {percent(best.focus_share or 0)} of {label}; "
        f"{worst.name} fell to {percent(worst.focus_share or 0)}"
    )
    lines = tuple(
        rich(f"**{g.name}**: {percent(g.base_share or 0)} to {percent(g.focus_share or 0)}", g.facts)
        for g in shared[:5]
    )
    facts = tuple(fact for g in shared for fact in g.facts)
    return Topic(
        key=f"share:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="share",
        title=title,
        role="chart",
        blocks=(share_chart(cube, measure, category, [g.name for g in groups]),),
        lines=lines,
        notes=(
            "Read the shares within each "
            f"{cube.profile.time.grain if cube.profile.time else 'period'}: they add up to all {label}.",
            *(
                f"{g.name} went from {percent(g.base_share or 0)} {pair.base.when} "
                f"to {percent(g.focus_share or 0)} {pair.focus.when}."
                for g in shared[:4]
            ),
        ),
        facts=facts,
        sources=(cube.source,),
        words=stems(
            f"{measure.label} {category.label} mix share composition structure changed {' '.join(category.distinct)}"
        ),
        score=4.0 + min(3.0, gain(best) / 10) + cube.relevance(measure.label, category.label),
        number=BigNumber(
            percent(best.focus_share or 0),
            f"{best.name} share {pair.focus.when}",
            f"{percent(best.base_share or 0)} {pair.base.when}",
            best.facts,
        ),
        brief=rich(
            f"**{best.name}** {'rose' if gain(best) > 0 else 'moved'} from "
            f"{percent(best.base_share or 0)} to {percent(best.focus_share or 0)} of {label}",
            best.facts,
        ),
        advice=rich(
            f"**{lead_on(measure, cube.request.text)} {best.name}**: "
            f"{percent(best.focus_share or 0)} of {label} {pair.focus.when}, "
            f"against {percent(best.base_share or 0)} {pair.base.when}",
            best.facts,
        ),
        takeaway=_points(cube, measure, pair, best, worst),
        entities=(best.name, worst.name),
    )


def _points(cube: Cube, measure: Measure, pair: Pair, best: Group, worst: Group) -> Line:
    """What the gainer gained and the loser lost, in percentage points."""
    told: list[tuple[float, str]] = []
    for group in (best, worst):
        points = (group.focus_share or 0.0) - (group.base_share or 0.0)
        shown = f"{abs(points):.1f}"
        says = f"{group.name}: {points:+.1f} percentage points of {lower_first(measure.label)} {pair.on}"
        how = f"share {pair.focus.when} less share {pair.base.when}"
        told.append((points, cube.derive("points", says, points, shown, how, measure, group.rows, group.name)))
    gained, lost = told[0][0], -told[1][0]
    facts = (told[0][1], told[1][1])
    if 0.9 * gained <= lost <= 1.1 * gained:
        return rich(f"{best.name} gained **{gained:.1f} points** of share, nearly all of them from {worst.name}", facts)
    if lost >= 0.75 * gained:
        return (
            rich(
                f"{best.name} gained **{gained:.1f} points** of share; {worst.name} alone lost {lost:.1f} of them",
                facts,
            )
            if lost <= gained
            else rich(f"{worst.name} lost **{lost:.1f} points** of share, {best.name} took {gained:.1f} of them", facts)
        )
    return rich(f"{best.name} gained **{gained:.1f} points** of share, {worst.name} gave up most, {lost:.1f}", facts)


def riser_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic | None:
    """The group that multiplied."""
    risers = [
        g
        for g in groups
        if g.base > 0 and g.focus / g.base >= 1.5 and g.focus >= 0.03 * sum(abs(x.focus) for x in groups)
    ]
    if not risers or not measure.adds or (cube.profile.time and len(cube.profile.time.distinct) < 4):
        return None
    best = max(risers, key=lambda g: g.focus / g.base)
    times = best.focus / best.base
    added = best.focus - best.base
    id = cube.derive(
        "multiple",
        f"{best.name}: {multiple(times)} the level of {pair.base.label}",
        times,
        multiple(times),
        f"{pair.focus.label} divided by {pair.base.label}",
        measure,
        best.rows,
        best.name,
    )
    plus = cube.derive(
        "difference",
        f"{best.name}: {number(added)} more than {pair.base.when}",
        added,
        number(added),
        f"{pair.focus.label} less {pair.base.label}",
        measure,
        best.rows,
        best.name,
    )
    title = f"{best.name} grew {multiple(times)} {pair.span}, from {number(best.base)} to {best.focus_shown}"
    total = (cube.value(measure, cube.rows(period=pair.focus)) or 0) - (
        cube.value(measure, cube.rows(period=pair.base)) or 0
    )
    lines = [
        rich(f"**{multiple(times)}** the {pair.base.label} level", (id,)),
        rich(f"**{number(added)}** {short_unit(measure.unit)} added".replace("  ", " "), (plus,)),
    ]
    meaning: Line | None = None
    if 0 < total < added:
        tot = cube.derive(
            "difference",
            f"Total: {number(total)} more than {pair.base.when}",
            total,
            number(total),
            f"{pair.focus.label} less {pair.base.label}",
            measure,
            cube.rows(period=pair.focus) + cube.rows(period=pair.base),
            "Total",
        )
        rest = added - total
        less = cube.derive(
            "difference",
            f"All but {best.name}: {number(rest)} less than {pair.base.when}",
            -rest,
            number(rest),
            "change of the total less change of the group",
            measure,
            cube.rows(period=pair.focus) + cube.rows(period=pair.base),
            "Rest",
        )
        meaning = rich(
            f"The total rose by {number(total)} only: without {best.name} it would have shrunk by **{number(rest)}**",
            (tot, less),
        )
    elif total > 0:
        part = 100.0 * added / total
        says = f"{best.name}: {percent(part)} of the growth of the total"
        of = cube.derive(
            "share",
            says,
            part,
            percent(part),
            "what the group added as a share of the growth of the total",
            measure,
            best.rows,
            best.name,
        )
        meaning = rich(f"{best.name} brought **{percent(part)}** of the growth of the total", (of,))
    if rate := pace(cube, measure, best.name, (pair.base, best.base), (pair.focus, best.focus)):
        lines.append(rate)
    facts = (*best.facts, id, plus, *(fact for line in lines for fact in line.facts))
    return Topic(
        key=f"riser:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="riser",
        title=title,
        role="chart",
        blocks=(group_chart(cube, measure, category, [best.name], pair.focus),),
        lines=tuple(lines),
        notes=(
            f"{best.name} stood at {best.base_shown} {pair.base.when} and at {best.focus_shown} {pair.focus.when}.",
            f"That is {multiple(times)} as much.",
        ),
        facts=tuple(dict.fromkeys(facts)),
        sources=(cube.source,),
        words=stems(f"{best.name} {measure.label} {category.label} grew rise gain winners"),
        score=3.0 + min(2.0, times / 8) + cube.relevance(best.name),
        number=BigNumber(
            multiple(times),
            f"{best.name} against {pair.base.label}",
            f"{number(best.base)} to {number(best.focus)}",
            (id, *best.facts),
        ),
        brief=rich(
            f"**{best.name}** grew {multiple(times)}, from {number(best.base)} to {best.focus_shown}", (id, *best.facts)
        ),
        takeaway=meaning,
        entities=(best.name,),
    )


def faller_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic | None:
    """The group that shrank most, with its peak on the way."""
    axis = cube.profile.time
    fallers = [g for g in groups if (g.change or 0.0) <= -3.0 and g.base >= 0.05 * sum(abs(x.base) for x in groups)]
    if not fallers or not measure.adds or axis is None or len(axis.distinct) < 4:
        return None
    worst = max(fallers, key=lambda g: g.base - g.focus)
    course = [
        (p, cube.value(measure, cube.rows(period=p, category=category, value=worst.name)))
        for p in axis.distinct
        if pair.covers(p)
    ]
    top, high = max(((p, v) for p, v in course if v is not None), key=lambda point: point[1])
    if pair.focus.grain != axis.grain:
        top, high = pair.base, worst.base
    fall = change(high, worst.focus)
    facts = list(worst.facts)
    lines = [
        rich(
            f"**{signed_percent(worst.change or 0)}** {pair.on}: {number(worst.base)} to {number(worst.focus)}",
            worst.facts,
        )
    ]
    if top not in (pair.base, pair.focus) and fall is not None:
        rows = cube.rows(period=top, category=category, value=worst.name)
        peak = cube.figure(measure, rows, worst.name, top.label, kind="peak")
        assert peak is not None
        drop = cube.derive(
            "change",
            f"{worst.name}: {signed_percent(fall)} since its peak {top.when}",
            fall,
            signed_percent(fall),
            f"change from {top.label}, the peak, to {pair.focus.label}, in percent",
            measure,
            rows + worst.rows,
            worst.name,
        )
        facts += [peak[2], drop]
        title = f"{worst.name} peaked at {peak[1]} {top.when_long} and fell {percent(fall)} by {pair.focus.long}"
        lines.insert(0, rich(f"**Peak {top.when}**: {number(high)}", (peak[2],)))
        lines.append(rich(f"**{signed_percent(fall)}** from peak to {pair.focus.label}", (drop,)))
    else:
        title = (
            f"{worst.name} fell {percent(worst.change or 0)} {pair.on}, "
            f"from {number(worst.base)} to {worst.focus_shown}"
        )
    return Topic(
        key=f"faller:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="faller",
        title=title,
        role="chart",
        blocks=(group_chart(cube, measure, category, [worst.name], top),),
        lines=tuple(lines),
        notes=(f"{title}.", f"Against {pair.base.label} the change is {signed_percent(worst.change or 0)}."),
        facts=tuple(dict.fromkeys(facts)),
        sources=(cube.source,),
        words=stems(f"{worst.name} {measure.label} {category.label} fell decline shrank lost peak"),
        score=3.0 + min(2.0, abs(fall or worst.change or 0) / 20) + cube.relevance(worst.name),
        number=BigNumber(
            signed_percent(worst.change or 0),
            f"{worst.name} {pair.on}",
            f"{number(worst.base)} to {number(worst.focus)}",
            worst.facts,
        ),
        brief=rich(
            f"**{worst.name}** fell {percent(worst.change or 0)} {pair.on}"
            + (f", {percent(fall)} from its {top.label} peak" if top not in (pair.base, pair.focus) and fall else ""),
            tuple(facts),
        ),
        advice=rich(
            f"**Review what depends on {worst.name}**: down "
            f"{percent(fall if fall is not None else worst.change or 0)} since {top.label}, "
            f"now {worst.focus_shown}",
            tuple(facts),
        ),
        takeaway=_place(cube, measure, pair, worst, groups)
        if (rate := pace(cube, measure, worst.name, (top, high), (pair.focus, worst.focus))) is None
        else rate,
        entities=(worst.name,),
    )


def _place(cube: Cube, measure: Measure, pair: Pair, group: Group, groups: list[Group]) -> Line | None:
    """How a group's change stands beside that of the total."""
    base, focus = (cube.value(measure, cube.rows(period=period)) for period in (pair.base, pair.focus))
    moved = change(base, focus) if base is not None and focus is not None else None
    if moved is None:
        return None
    rows = cube.rows(period=pair.base) + cube.rows(period=pair.focus)
    says = f"Total {lower_first(measure.label)} {signed_percent(moved)} {pair.on}"
    how = f"change from {pair.base.label} to {pair.focus.label}, in percent"
    fact = cube.derive("change", says, moved, signed_percent(moved), how, measure, rows, "Total")
    down = sum((other.change or 0.0) < 0 for other in groups)
    tail = f"; {down} of {len(groups)} fell" if down > 1 else f"; no other of {len(groups)} fell"
    return rich(f"The total moved **{signed_percent(moved)}** in the same time{tail}", (fact,))


__all__ = ["faller_topic", "riser_topic", "share_topic"]
