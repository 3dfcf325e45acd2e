"""What the messages of wide tables share: lines over time, and changes between two dates."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.wide.swings import Swing, mid
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series
from prezent_widgets.generate.profile import Measure
from prezent_widgets.generate.wording.figures import number, short_unit, signed_percent
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import stems


def line_chart(cube: Cube, measures: list[Measure], periods: list[Period], title: str) -> ChartBlock:
    """Columns as lines over the same periods, thinned to 130 points at most."""
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


def change_topic(
    cube: Cube,
    key: str,
    title: str,
    found: list[Swing],
    attribute: str,
    note: str,
    words: str,
    score: float,
    dates: tuple[Period, Period],
    takeaway: Line | None = None,
) -> Topic:
    """Changes in percent between two dates as bars; ``attribute`` is ``fall`` (to trough) or ``left`` (to end)."""
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
            line_chart(
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
        takeaway=takeaway,
        entities=tuple(s.measure.label for s in shown[:2]),
    )


__all__ = ["change_topic", "line_chart"]
