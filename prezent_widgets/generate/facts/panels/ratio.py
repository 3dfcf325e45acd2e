"""A profit-like measure over a revenue-like one: the margin, overall and by group."""

from __future__ import annotations

import re

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.compare import choose_pair
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series, TableBlock
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import number, percent, short_unit
from prezent_widgets.generate.wording.phrases import lower_first, stems

_PROFIT = re.compile(
    r"\b(margin|profit|ebitda?|net income|earnings|contribution|gewinn|marge|bénéfice|beneficio|winst)\b", re.I
)
_REVENUE = re.compile(
    r"\b(revenue|sales|turnover|umsatz|net sales|income|ventes|chiffre d.affaires|ventas|omzet|erlös)\b", re.I
)


def ratio_topics(cube: Cube) -> list[Topic]:
    """The margin in the focus period (all rows without a time column) and the groups that earn it."""
    adding = [m for m in cube.profile.measures if m.adds]
    profit = next((m for m in adding if _PROFIT.search(m.label)), None)
    revenue = next((m for m in adding if _REVENUE.search(m.label) and m is not profit), None)
    if profit is None or revenue is None or profit.unit != revenue.unit:
        return []
    pair = choose_pair(cube.profile.time, cube.request) if cube.profile.time is not None else None
    rows = cube.rows(period=pair.focus) if pair else cube.profile.rows
    when = pair.focus.label if pair else ""
    top, below = cube.figure(profit, rows, "Total", when), cube.figure(revenue, rows, "Total", when)
    if top is None or below is None or below[0] <= 0:
        return []
    margin = 100.0 * top[0] / below[0]
    in_when = f" {pair.focus.when}" if pair else ""
    fact = cube.derive(
        "ratio",
        f"{profit.label} is {percent(margin)} of {lower_first(revenue.label)}{in_when}",
        margin,
        percent(margin),
        f"{profit.label} as a share of {revenue.label}",
        profit,
        rows,
    )
    facts = [top[2], below[2], fact]
    lead = rich(f"**{percent(margin)}** overall: {top[1]} of {below[1]}", tuple(facts))
    categories = [c for c in cube.categories(10) if not c.ordinal][-2:] or cube.categories(10)[:1]
    best: tuple[Category, list[tuple[str, float, float, float, str]]] | None = None
    for category in categories:
        table = _by_group(cube, profit, revenue, category, rows, when)
        spread = max((r[3] for r in table), default=0.0) - min((r[3] for r in table), default=0.0)
        if len(table) >= 2 and (best is None or spread > max(r[3] for r in best[1]) - min(r[3] for r in best[1])):
            best = (category, table)
    number_ = BigNumber(
        percent(margin),
        f"{lower_first(profit.label)} on {lower_first(revenue.label)}{in_when}",
        f"{top[1]} of {below[1]}",
        tuple(facts),
    )
    words = stems(f"{profit.label} {revenue.label} margin profit {best[0].label if best else ''}")
    if best is None:
        return []
    category, table = best
    high, low = table[0], table[-1]
    facts += [row[4] for row in table]
    title = (
        f"{profit.label} is {percent(margin)} of {lower_first(revenue.label)}: "
        f"{high[0]} earns {percent(high[3])}, {low[0]} {percent(low[3])}"
    )
    unit = short_unit(profit.unit)
    by_size = sorted(table, key=lambda row: -row[1])
    chart = ChartBlock(
        kind="bar",
        title=f"{revenue.label} and {lower_first(profit.label)} by "
        f"{lower_first(category.label)}{f' ({unit})' if unit else ''}",
        categories=tuple(row[0] for row in by_size),
        series=(
            Series(revenue.label, tuple(row[1] for row in by_size)),
            Series(profit.label, tuple(row[2] for row in by_size)),
        ),
        number_format="#,##0",
        unit=unit,
        highlight=(1, None),
        data_labels=len(by_size) <= 5,
        alt=f"{revenue.label} and {lower_first(profit.label)} by {lower_first(category.label)}{in_when}: "
        + ", ".join(f"{r[0]} {number(r[1])} and {number(r[2])}" for r in by_size)
        + ".",
        facts=tuple(facts),
    )
    lines = (
        lead,
        *(
            rich(f"**{row[0]}**: {percent(row[3])}, {number(row[2])} of {number(row[1])}", (row[4],))
            for row in table[:4]
        ),
    )
    head = (category.label, revenue.label, profit.label, "Margin")
    block = TableBlock(
        head,
        tuple((r[0], number(r[1]), number(r[2]), percent(r[3])) for r in table),
        (False, True, True, True),
        alt=f"Margin by {lower_first(category.label)}.",
        facts=tuple(facts),
    )
    return [
        Topic(
            key=f"ratio:{cube.profile.table.id}:{category.name}",
            group="ratio",
            title=title,
            role="chart",
            blocks=(chart, block)[:1],
            lines=lines,
            notes=(
                f"{title}.",
                f"{profit.label} divided by {lower_first(revenue.label)}{in_when}, from the same rows.",
            ),
            facts=tuple(facts),
            sources=(cube.source,),
            words=words,
            score=5.0 + cube.relevance(profit.label, category.label),
            number=number_,
            brief=rich(
                f"**{profit.label}** is {percent(margin)} of "
                f"{lower_first(revenue.label)}; {high[0]} earns {percent(high[3])}",
                tuple(facts),
            ),
            advice=rich(
                f"**Sell more {high[0]}**: it earns {percent(high[3])}, against {percent(low[3])} for {low[0]}",
                (high[4], low[4]),
            ),
            takeaway=_uneven(cube, profit, revenue, table),
            entities=(high[0], low[0]),
        )
    ]


def _uneven(
    cube: Cube, profit: Measure, revenue: Measure, table: list[tuple[str, float, float, float, str]]
) -> Line | None:
    """The group whose share of the profit is furthest from its share of the revenue."""
    sold, gained = sum(row[1] for row in table), sum(row[2] for row in table)
    if sold <= 0 or gained <= 0:
        return None
    name, mine, earned, *_ = max(table, key=lambda row: abs(row[1] / sold - row[2] / gained))
    one, two = 100.0 * mine / sold, 100.0 * earned / gained
    facts = tuple(
        cube.derive(
            "share", f"{name}: {percent(v)} of {lower_first(m.label)}", v, percent(v), how, m, cube.profile.rows, name
        )
        for v, m, how in ((one, revenue, f"{name} / total"), (two, profit, f"{name} / total"))
    )
    but = "but only" if two < one else "but"
    return rich(
        f"{name} brings **{percent(one)}** of {lower_first(revenue.label)}, {but} **{percent(two)}** of "
        f"{lower_first(profit.label)}",
        facts,
    )


def _by_group(
    cube: Cube, profit: Measure, revenue: Measure, category: Category, rows: tuple[int, ...], when: str
) -> list[tuple[str, float, float, float, str]]:
    """(group, revenue, profit, margin %, fact id), the highest margin first."""
    out: list[tuple[str, float, float, float, str]] = []
    for name in category.distinct:
        own = tuple(row for row in rows if category.values[row] == name)
        gained, sold = cube.figure(profit, own, name, when), cube.figure(revenue, own, name, when)
        if gained is None or sold is None or sold[0] <= 0:
            continue
        margin = 100.0 * gained[0] / sold[0]
        fact = cube.derive(
            "ratio",
            f"{name}: {lower_first(profit.label)} {percent(margin)} of {lower_first(revenue.label)}",
            margin,
            percent(margin),
            f"{profit.label} as a share of {revenue.label}",
            profit,
            own,
            name,
        )
        out.append((name, sold[0], gained[0], margin, fact))
    return sorted(out, key=lambda row: -row[3])


__all__ = ["ratio_topics"]
