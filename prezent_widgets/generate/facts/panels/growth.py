"""Winners and losers between two periods, as a chart and as a table."""

from __future__ import annotations

import re

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.compare import Pair
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.panels.groups import Group
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series, TableBlock
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import number, percent, short_unit, signed_percent
from prezent_widgets.generate.wording.phrases import lower_first, stems

_MORE_IS_BETTER = re.compile(
    r"\b(revenue|sales|turnover|profit|margin|income|earnings|customers?|orders?|bookings?|umsatz|gewinn|kunden|erlöse?|"
    r"ventes|chiffre d.affaires|clients|bénéfice|ventas|clientes|beneficio|omzet)\b",
    re.I,
)


def growth_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic:
    """Every group at both periods, with its change: winners and losers."""
    moved = [g for g in groups if g.change is not None]
    ranked = sorted(moved, key=lambda g: -(g.change or 0.0))
    label = lower_first(measure.label)
    facts = tuple(fact for g in groups for fact in g.facts)
    if ranked and (ranked[0].change or 0) > 0 > (ranked[-1].change or 0):
        best, worst = ranked[0], ranked[-1]
        title = (
            f"{best.name} grew {label} {percent(best.change or 0)} "
            f"{pair.on} while {worst.name} shrank {percent(worst.change or 0)}"
        )
    elif ranked:
        best, worst = ranked[0], ranked[-1]
        verb, other = ("grew", "least") if (best.change or 0) > 0 else ("fell", "most")
        title = (
            f"{best.name} {verb} {percent(best.change or 0)} {pair.on}, "
            f"{worst.name} {other} at {signed_percent(worst.change or 0)}"
        )
    else:
        best = worst = groups[0]
        title = f"{best.name} leads {label} with {best.focus_shown} {pair.focus.when}"
    shown = groups[:8]
    unit = short_unit(measure.unit)
    chart = ChartBlock(
        kind="column" if len(shown) <= 5 else "bar",
        title=f"{measure.label} by {lower_first(category.label)}{f' ({unit})' if unit else ''}",
        categories=tuple(g.name for g in shown),
        series=(
            Series(pair.base.label, tuple(g.base for g in shown)),
            Series(pair.focus.label, tuple(g.focus for g in shown)),
        ),
        number_format=number_format([v for g in shown for v in (g.base, g.focus)]),
        unit=unit,
        highlight=(1, None),
        alt=f"{measure.label} by {lower_first(category.label)}, {pair.base.label} and {pair.focus.label}: "
        + ", ".join(f"{g.name} {number(g.base)} to {number(g.focus)}" for g in shown[:5])
        + ".",
        facts=facts,
    )
    lines = tuple(_step(cube, measure, pair, g) for g in shown[:6])
    advice = (
        rich(
            f"**Turn {worst.name} around**: {signed_percent(worst.change or 0)} {pair.on}"
            f", against {signed_percent(best.change or 0)} for {best.name}",
            worst.facts + best.facts,
        )
        if (worst.change or 0) < 0 and _MORE_IS_BETTER.search(measure.label)
        else rich(
            f"**Find out why {worst.name} falls**: {signed_percent(worst.change or 0)} {pair.on}"
            f" while {best.name} moved {signed_percent(best.change or 0)}",
            worst.facts + best.facts,
        )
        if (worst.change or 0) <= -3
        else rich(
            f"**Learn from {best.name}**: {signed_percent(best.change or 0)} {pair.on}"
            f", against {signed_percent(worst.change or 0)} for {worst.name}",
            worst.facts + best.facts,
        )
        if _MORE_IS_BETTER.search(measure.label) and best is not worst
        else None
    )
    return Topic(
        key=f"growth:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="growth",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=lines,
        notes=(
            f"{title}.",
            *(f"{g.name}: {g.base_shown} {pair.base.when}, {g.focus_shown} {pair.focus.when}." for g in shown[:4]),
        ),
        facts=facts,
        sources=(cube.source,),
        words=stems(
            f"{measure.label} {category.label} grew grow shrank shrink change growth {' '.join(category.distinct)}"
        ),
        score=(4.5 if pair.seasonal else 2.0) + cube.relevance(measure.label, category.label),
        number=BigNumber(
            signed_percent(best.change or 0), f"{best.name} {label} {pair.on}", f"to {best.focus_shown}", best.facts
        )
        if best.change is not None
        else None,
        brief=rich(
            f"**{best.name}** {signed_percent(best.change or 0)}, "
            f"**{worst.name}** {signed_percent(worst.change or 0)} {pair.on}",
            best.facts + worst.facts,
        ),
        advice=advice,
        takeaway=_weight(cube, measure, pair, groups),
        entities=(best.name, worst.name),
    )


def _signed(value: float) -> str:
    """A difference with its sign, the true minus."""
    return ("+" if value > 0 else "\u2212" if value < 0 else "") + number(abs(value))


def _of(part: int, whole: int) -> str:
    return f"all {whole}" if part == whole else f"{part} of {whole}"


def _step(cube: Cube, measure: Measure, pair: Pair, group: Group) -> Line:
    """What a group gained or lost in absolute terms, and in percent."""
    by = group.focus - group.base
    shown = ("+" if by > 0 else "\u2212" if by < 0 else "") + cube.shown(abs(by), measure)
    says = f"{group.name}: {shown} {pair.on}"
    fact = cube.derive(
        "difference", says, by, shown, f"{pair.focus.label} less {pair.base.label}", measure, group.rows, group.name
    )
    moved = f", {signed_percent(group.change)}" if group.change is not None else ""
    return rich(f"**{group.name}**: {shown}{moved}", (fact, *group.facts))


def _weight(cube: Cube, measure: Measure, pair: Pair, groups: list[Group]) -> Line | None:
    """Which group brought most of the change of the total; how many groups moved with it."""
    total = sum(g.focus - g.base for g in groups)
    if not measure.adds or total == 0 or len(groups) < 3:
        return None
    main = max(groups, key=lambda g: (g.focus - g.base) * (1 if total > 0 else -1))
    share = 100.0 * (main.focus - main.base) / total
    if share > 95:
        return None
    says = f"{main.name}: {percent(share)} of the change of the total {pair.on}"
    how = "change of the group as a share of the change of the total"
    rows = tuple(row for g in groups for row in g.rows)
    fact = cube.derive("share", says, share, percent(share), how, measure, rows, main.name)
    along = sum((g.focus - g.base) * total > 0 for g in groups)
    way = "growth" if total > 0 else "decline"
    return rich(
        f"{main.name} brought **{percent(share)}** of the total's {way}; {_of(along, len(groups))} moved that way",
        (fact,),
    )


def table_topic(cube: Cube, measure: Measure, category: Category, pair: Pair, groups: list[Group]) -> Topic | None:
    """All groups with levels, change and shares as a table, the total below."""
    shared = [g for g in groups if g.base_share is not None and g.focus_share is not None]
    if not 2 <= len(shared) <= 10:
        return None
    base, focus = sum(g.base for g in shared), sum(g.focus for g in shared)
    rows = [
        (
            g.name,
            number(g.base),
            number(g.focus),
            signed_percent(g.change) if g.change is not None else "–",
            percent(g.base_share or 0),
            percent(g.focus_share or 0),
        )
        for g in shared
    ]
    total = change(base, focus)
    rows.append(
        ("Total", number(base), number(focus), signed_percent(total) if total is not None else "–", "100%", "100%")
    )
    lead = max(shared, key=lambda g: g.focus - g.base)
    unit = short_unit(measure.unit)
    title = (
        f"{lead.name} added {number(lead.focus - lead.base)}{f' {unit}' if unit else ''} "
        f"{pair.on}, the total moved {_signed(focus - base)}"
    )
    moves = [
        (lead.name, lead.focus - lead.base, lead.rows),
        ("Total", focus - base, tuple(r for g in shared for r in g.rows)),
    ]
    told = tuple(
        cube.derive(
            "difference",
            f"{name}: {number(by)} more {pair.on}",
            by,
            number(by),
            f"{pair.focus.label} less {pair.base.label}",
            measure,
            rows,
            name,
        )
        for name, by, rows in moves
    )
    facts = (*told, *(fact for g in shared for fact in g.facts))
    return Topic(
        key=f"table:{cube.profile.table.id}:{measure.name}:{category.name}",
        group="table",
        title=title,
        role="table",
        blocks=(
            TableBlock(
                head=(
                    category.label,
                    pair.base.label,
                    pair.focus.label,
                    "Change",
                    f"Share {pair.base.label}",
                    f"Share {pair.focus.label}",
                ),
                rows=tuple(rows),
                numeric=(False, True, True, True, True, True),
                alt=f"{measure.label} by {lower_first(category.label)} in "
                f"{pair.base.label} and {pair.focus.label}, with change and shares.",
                strong_rows=(len(rows) - 1,),
                facts=facts,
            ),
        ),
        lines=(),
        notes=(f"The table has the levels behind the charts{f', in {unit}' if unit else ''}.", f"{title}."),
        facts=facts,
        sources=(cube.source,),
        words=stems(f"{measure.label} {category.label} table total"),
        score=1.5 + 0.5 * cube.relevance(measure.label),
        takeaway=_weight(cube, measure, pair, groups),
    )


__all__ = ["growth_topic", "table_topic"]
