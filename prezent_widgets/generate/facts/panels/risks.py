"""What holding a group could cost: its deepest fall, its swings, and growth set against both."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.panels.path import Path
from prezent_widgets.generate.model import BigNumber, ChartBlock, Series, TableBlock
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import multiple, percent, signed_percent
from prezent_widgets.generate.wording.phrases import lower_first, stems
from prezent_widgets.generate.wording.roles import kind_of


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


def fall_topic(cube: Cube, measure: Measure, category: Category, found: list[Path]) -> Topic:
    """The deepest loss of each group from a high to the low after it."""
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


def swing_topic(cube: Cube, measure: Measure, category: Category, found: list[Path]) -> Topic:
    """How much each group changes from period to period."""
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
    how = "largest spread divided by smallest"
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


def table_topic(cube: Cube, measure: Measure, category: Category, found: list[Path]) -> Topic:
    """Growth, growth a year and the deepest fall of each group side by side."""
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


__all__ = ["fall_topic", "swing_topic", "table_topic"]
