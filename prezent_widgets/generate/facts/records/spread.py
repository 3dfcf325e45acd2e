"""Measures over records without time: means by group, the strongest link between two measures, their ranges."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import combinations

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.records.counting import rows_called
from prezent_widgets.generate.facts.sense import contrast
from prezent_widgets.generate.model import ChartBlock, Series, TableBlock
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import number, short_unit
from prezent_widgets.generate.wording.phrases import capital, lower_first, stems


def group_topics(cube: Cube) -> list[Topic]:
    """Means by group for the measures and categories the prompt is nearest to."""
    out: list[Topic] = []
    categories = [c for c in cube.categories(12) if len(c.distinct) < 0.5 * len(cube.profile.rows)]
    for category in categories[:2]:
        found = [
            topic
            for measure in cube.measures()[:4]
            if not measure.adds or not cube.profile.time
            for topic in _means(cube, measure, category)
        ]
        out += sorted(found, key=lambda topic: -topic.score)[:2]
    return out


def _means(cube: Cube, measure: Measure, category: Category) -> list[Topic]:
    """The mean of a measure in each group with three rows or more, when the groups differ by a tenth."""
    levels: list[tuple[str, float, str, int]] = []
    flag = {"Yes", "No"} == set(category.distinct)
    for value in category.distinct:
        name = f"{category.label}: {value.lower()}" if flag else value
        rows = tuple(row for row in cube.rows(category=category, value=value) if measure.values[row] is not None)
        if len(rows) < 3:
            continue
        mean = sum(measure.values[row] or 0.0 for row in rows) / len(rows)
        shown = cube.shown(mean, measure)
        fact = cube.derive(
            "mean",
            f"{name}: mean {lower_first(measure.label)} {shown}",
            mean,
            shown,
            f"mean over {len(rows)} rows",
            measure,
            rows,
            name,
        )
        levels.append((name, mean, fact, len(rows)))
    if len(levels) < 2:
        return []
    if not category.ordinal:
        levels.sort(key=lambda level: -level[1])
    top, low = max(levels, key=lambda level: level[1]), min(levels, key=lambda level: level[1])
    spread = (top[1] - low[1]) / abs(top[1]) if top[1] else 0.0
    asked = cube.relevance(category.label) > 0 and (cube.relevance(measure.label) > 0 or len(cube.measures()) <= 3)
    if spread < 0.05 and not asked:
        return []
    label = lower_first(measure.label)
    facts = tuple(level[2] for level in levels)
    title = (
        f"{capital(top[0])} has the highest mean {label}, {cube.shown(top[1], measure)}; "
        f"{low[0]} the lowest, {cube.shown(low[1], measure)}"
    )
    if flag:
        with_, without = (next(v for n, v, *_ in levels if n.endswith(end)) for end in ("yes", "no"))
        title = (
            f"Mean {label}: {cube.shown(with_, measure)} where {lower_first(category.label)} is yes, "
            f"{cube.shown(without, measure)} where no"
        )
    if spread < 0.05:
        title = (
            f"Mean {label} hardly differs by {lower_first(category.label)}: "
            f"{cube.shown(low[1], measure)} to {cube.shown(top[1], measure)}"
        )
    chart = ChartBlock(
        kind="bar" if not category.ordinal else "column",
        title=f"Mean {label} by {lower_first(category.label)}",
        categories=tuple(capital(level[0]) for level in levels),
        series=(Series(f"Mean {label}", tuple(round(level[1], 2) for level in levels)),),
        number_format=number_format([level[1] for level in levels]),
        unit=short_unit(measure.unit),
        highlight=(0, levels.index(top)),
        data_labels=True,
        alt=f"Mean {label} by {lower_first(category.label)}: "
        + ", ".join(f"{level[0]} {number(level[1])}" for level in levels)
        + ".",
        facts=facts,
    )
    lines = tuple(
        rich(f"**{capital(level[0])}**: {cube.shown(level[1], measure)} (n = {level[3]})", (level[2],))
        for level in levels[:6]
    )
    return [
        Topic(
            key=f"means:{cube.profile.table.id}:{measure.name}:{category.name}",
            group="means",
            title=title,
            role="chart",
            blocks=(chart,),
            lines=lines,
            notes=(f"{title}.", "Means hide the spread within a group; n is the number of rows behind each."),
            facts=facts,
            sources=(cube.source,),
            words=stems(f"{measure.label} {category.label} differ difference mean {' '.join(category.distinct[:10])}"),
            score=2.5
            + min(1.5, 2 * spread)
            + 0.7 * cube.relevance(measure.label, category.label)
            + (1.0 if asked else 0.0),
            brief=rich(
                f"**{title}**"
                if spread < 0.05 or flag
                else f"**{capital(top[0])}** has the highest mean {label}, {cube.shown(top[1], measure)}",
                (top[2],),
            ),
            takeaway=contrast(cube, measure, (top[0], top[1]), (low[0], low[1]), cube.profile.rows)
            if measure.lowest > 0 and not flag
            else None,
            entities=(top[0], low[0]),
        )
    ]


def correlation(left: Sequence[float | None], right: Sequence[float | None]) -> tuple[float, int] | None:
    """Pearson's r and the number of complete pairs, None below eight pairs or without variance.

    Example:
        >>> correlation([1, 2, 3, 4, 5, 6, 7, 8], [2, 4, 6, 8, 10, 12, 14, 16])
        (1.0, 8)
    """
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a is not None and b is not None]
    if len(pairs) < 8:
        return None
    mean_a, mean_b = sum(a for a, _ in pairs) / len(pairs), sum(b for _, b in pairs) / len(pairs)
    var_a, var_b = sum((a - mean_a) ** 2 for a, _ in pairs), sum((b - mean_b) ** 2 for _, b in pairs)
    if var_a <= 0 or var_b <= 0:
        return None
    return round(sum((a - mean_a) * (b - mean_b) for a, b in pairs) / math.sqrt(var_a * var_b), 6), len(pairs)


_LINKED = re.compile(
    r"\b(correlat\w*|relat\w*|link\w*|depend\w*|influenc\w*|affect\w*|drive\w*|zusammenh\w*|abhäng\w*|hängt|"
    r"corrél\w*|dépend\w*|relaci\w*|influye\w*)\b",
    re.I,
)


def _no_link(cube: Cube, measures: Sequence[Measure]) -> list[Topic]:
    """The answer to a question for a link that the data do not show: the two named measures as a scatter chart."""
    named = [measure for measure in measures if cube.relevance(measure.label)][:2]
    if len(named) < 2 or not _LINKED.search(cube.request.text):
        return []
    a, b = named
    found = correlation(a.values, b.values)
    if found is None or abs(found[0]) >= 0.5:
        return []
    r, n = found
    shown = f"{r:.2f}".replace("-", "\u2212")
    says = f"{a.label} and {lower_first(b.label)}: r = {shown}"
    fact = cube.derive("correlation", says, r, shown, f"Pearson's r over {n} rows", b, cube.profile.rows)
    how = "hardly moves" if abs(r) < 0.2 else "moves only loosely"
    title = f"{b.label} {how} with {lower_first(a.label)}: correlation {shown} over {n:,} {rows_called(cube)}"
    rows = [row for row in cube.profile.rows if a.values[row] is not None and b.values[row] is not None]
    chosen = rows[:: max(1, -(-len(rows) // 120))]
    chart = ChartBlock(
        kind="scatter",
        title=f"{b.label} against {lower_first(a.label)}",
        categories=tuple(f"{a.values[row]:g}" for row in chosen),
        series=(Series(b.label, tuple(b.values[row] for row in chosen)),),
        number_format=number_format([b.values[row] or 0.0 for row in chosen]),
        alt=f"{b.label} against {lower_first(a.label)} for {len(chosen)} {rows_called(cube)}; correlation {shown}.",
        facts=(fact,),
        axis_titles=(a.label, b.label),
    )
    explained = f"{100 * r * r:.0f}%"
    says = f"{a.label} explains {explained} of {lower_first(b.label)}"
    part = cube.derive("share", says, 100 * r * r, explained, "square of Pearson's r", b, cube.profile.rows)
    return [
        Topic(
            f"link:{cube.profile.table.id}",
            "link",
            title,
            "chart",
            (chart,),
            (rich(f"**{explained}** of the differences go with {lower_first(a.label)}", (part,)),),
            (f"{title}.", "A straight line was looked for; another shape of link may still be there."),
            (fact, part),
            (cube.source,),
            stems(f"{a.label} {b.label} correlation link relation depend influence affect drive"),
            4.5,
            brief=rich(f"**{b.label}** {how} with {lower_first(a.label)} (r = {shown})", (fact,)),
        )
    ]


def link_topics(cube: Cube) -> list[Topic]:
    """The strongest link between two measures (r from 0.5 to 0.995), as a scatter chart."""
    measures = cube.measures()[:24]
    if len(cube.profile.rows) < 8 or len(measures) < 2:
        return []
    found = [
        (r, n, a, b)
        for a, b in combinations(measures, 2)
        if (link := correlation(a.values, b.values)) is not None
        for r, n in (link,)
        if 0.5 <= abs(r) < 0.995
    ]
    if not found:
        return _no_link(cube, measures)
    r, n, a, b = max(found, key=lambda item: abs(item[0]) + 0.1 * cube.relevance(item[2].label, item[3].label))
    if cube.relevance(a.label) > cube.relevance(b.label):
        a, b = b, a
    shown = f"{r:.2f}".replace("-", "\u2212")
    fact = cube.derive(
        "correlation",
        f"{a.label} and {lower_first(b.label)}: r = {shown}",
        r,
        shown,
        f"Pearson's r over {n} rows",
        b,
        cube.profile.rows,
    )
    together = "rises" if r > 0 else "falls"
    title = f"{b.label} {together} with {lower_first(a.label)}: correlation {shown} over {n:,} {rows_called(cube)}"
    rows = [row for row in cube.profile.rows if a.values[row] is not None and b.values[row] is not None]
    step = max(1, -(-len(rows) // 120))
    chosen = rows[::step]
    chart = ChartBlock(
        kind="scatter",
        title=f"{b.label} against {lower_first(a.label)}",
        categories=tuple(f"{a.values[row]:g}" for row in chosen),
        series=(Series(b.label, tuple(b.values[row] for row in chosen)),),
        number_format=number_format([b.values[row] or 0.0 for row in chosen]),
        alt=f"{b.label} against {lower_first(a.label)} for {len(chosen)} {rows_called(cube)}; correlation {shown}.",
        facts=(fact,),
        axis_titles=(a.label, b.label),
    )
    lines = (
        rich(f"**r = {shown}** over {n:,} {rows_called(cube)}", (fact,)),
        rich("Both move together; the data does not say why"),
    )
    return [
        Topic(
            f"link:{cube.profile.table.id}",
            "link",
            title,
            "chart",
            (chart,),
            lines,
            (f"{title}.", "A correlation is no cause."),
            (fact,),
            (cube.source,),
            stems(f"{a.label} {b.label} correlation link relation depend"),
            2.5 + 0.5 * cube.relevance(a.label, b.label),
            number=None,
            advice=rich(
                f"**Test whether {lower_first(a.label)} drives {lower_first(b.label)}**: correlation {shown}", (fact,)
            ),
            brief=rich(f"**{b.label}** {together} with {lower_first(a.label)} (r = {shown})", (fact,)),
        )
    ]


def range_topic(cube: Cube) -> list[Topic]:
    """Mean, lowest and highest value of up to eight measures, as a table."""
    rows: list[tuple[str, ...]] = []
    facts: list[str] = []
    for measure in cube.measures()[:8]:
        found = [v for row in cube.profile.rows if (v := measure.values[row]) is not None]
        if not found:
            continue
        mean = sum(found) / len(found)
        facts.append(
            cube.derive(
                "mean",
                f"Mean {lower_first(measure.label)} {number(mean)}",
                mean,
                number(mean),
                f"mean over {len(found)} rows",
                measure,
                cube.profile.rows,
                "All",
            )
        )
        rows.append((measure.label, f"{len(found):,}", number(mean), number(min(found)), number(max(found))))
    if not rows or len(cube.profile.rows) < 2:
        return []
    first = rows[0]
    title = f"{first[0]} averages {first[2]} and ranges from {first[3]} to {first[4]}"
    block = TableBlock(
        ("Measure", "Values", "Mean", "Lowest", "Highest"),
        tuple(rows),
        (False, True, True, True, True),
        alt="Mean, lowest and highest value of each measure.",
        facts=tuple(facts),
    )
    more = len(cube.profile.measures) - len(rows)
    notes = (f"{title}.", f"{more} more columns are not shown." if more > 0 else "All measures of the table are shown.")
    words = stems(f"columns {' '.join(row[0] for row in rows)}")
    brief = rich(f"**{title}**", tuple(facts[:1]))
    key = f"ranges:{cube.profile.table.id}"
    return [
        Topic(key, "ranges", title, "table", (block,), (), notes, tuple(facts), (cube.source,), words, 2.2, brief=brief)
    ]


def plain_table(cube: Cube) -> list[Topic]:
    """A small table as it stands, when nothing can be computed from it."""
    from prezent_widgets.generate.facts.prose.tables import cell_text
    from prezent_widgets.sources import cell_ranges

    table = cube.profile.table
    columns = table.columns[:6]
    shown = min(table.n_rows, 10)
    if not shown or not any(value is not None for column in columns for value in column.values):
        return []
    rows = tuple(tuple(cell_text(column.values[row]) for column in columns) for row in range(shown))
    fact = cube.book.add(
        "table",
        f"{table.title}: {table.n_rows} rows",
        float(table.n_rows),
        f"{table.n_rows:,}",
        source=cube.source,
        cells=cell_ranges(table, columns[0].name),
        computation="count of rows",
    )
    title = (
        f"{table.title} holds {table.n_rows:,} {'row' if table.n_rows == 1 else 'rows'} "
        f"and {len(table.columns)} {'column' if len(table.columns) == 1 else 'columns'}"
    )
    block = TableBlock(
        tuple(column.label for column in columns),
        rows,
        tuple(column.type == "number" for column in columns),
        alt=title,
        facts=(fact,),
    )
    return [
        Topic(
            f"plain:{table.id}",
            "table",
            title,
            "table",
            (block,),
            (),
            (f"{title}.", "The rows stand as in the file; there is too little to compute from."),
            (fact,),
            (cube.source,),
            stems(f"{table.title} {' '.join(c.label for c in columns)}"),
            2.0,
            brief=rich(f"**{title}**", (fact,)),
        )
    ]


__all__ = ["correlation", "group_topics", "link_topics", "plain_table", "range_topic"]
