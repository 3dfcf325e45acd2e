"""How large the records are, and how that moved from the first period to the last."""

from __future__ import annotations

import re

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.panels.courses import number_format
from prezent_widgets.generate.facts.records.counting import buckets
from prezent_widgets.generate.facts.sense import against_average
from prezent_widgets.generate.model import BigNumber, ChartBlock, Line, Series
from prezent_widgets.generate.profile import Measure
from prezent_widgets.generate.wording.figures import signed_percent
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import capital, lower_first, stems

_LESS_IS_BETTER = re.compile(
    r"\b(minutes|hours|days|time|duration|delay|latency|downtime|incident|error|defect|complaint|cost|loss|churn|accident|waste|emission)",
    re.I,
)


def course_topics(cube: Cube, measure: Measure) -> list[Topic]:
    """How large, and how that moved from the first to the last period."""
    spans = buckets(cube)
    rows = cube.profile.rows
    whole = cube.figure(measure, rows, "All")
    if whole is None or len(spans) < 2:
        return []
    label = lower_first(measure.label)
    how = "total" if measure.adds else "mean"
    points = [
        (span, found)
        for span in spans
        if (found := cube.figure(measure, cube.rows(period=span), f"{capital(how)} {span.label}", span.label))
        is not None
    ]
    if len(points) < 2:
        return []
    (first, base), (last, focus) = points[0], points[-1]
    moved = change(base[0], focus[0])
    facts = [whole[2], base[2], focus[2]]
    if moved is not None:
        facts.append(
            cube.derive(
                "change",
                f"{capital(how)} {label} {signed_percent(moved)} from {first.label} to {last.label}",
                moved,
                signed_percent(moved),
                f"change from {first.label} to {last.label}, in percent",
                measure,
                rows,
            )
        )
    verb = "rose" if focus[0] > base[0] else "fell"
    title = f"{capital(how)} {label} {verb} from {base[1]} {first.when} to {focus[1]} {last.when}"
    better = bool(_LESS_IS_BETTER.search(measure.label)) and moved is not None and moved < 0
    lines = [rich(f"**{whole[1]}** {how} {label} over all {len(rows):,}", (whole[2],))]
    if moved is not None:
        lines.append(rich(f"**{signed_percent(moved)}** from {first.label} to {last.label}", tuple(facts[1:])))
    peak = max(points, key=lambda point: point[1][0])
    if peak[0] not in (first, last):
        lines.append(
            rich(
                f"**Worst**: {peak[1][1]} {peak[0].when}"
                if _LESS_IS_BETTER.search(measure.label)
                else f"**High**: {peak[1][1]} {peak[0].when}",
                (peak[1][2],),
            )
        )
        facts.append(peak[1][2])
    extreme = max((row for row in rows if measure.values[row] is not None), key=lambda row: measure.values[row] or 0.0)
    top = cube.figure(measure, (extreme,), "Largest single value", kind="outlier")
    if top is not None and not measure.adds and whole[0] > 0 and top[0] > 3 * whole[0]:
        ident = cube.profile.table.column(cube.profile.ids[0]).values[extreme] if cube.profile.ids else ""
        lines.append(
            rich(
                f"**Longest**: {top[1]}{f' ({ident})' if ident else ''}"
                if re.search("minute|hour|day|time|duration", label)
                else f"**Largest**: {top[1]}",
                (top[2],),
            )
        )
        facts.append(top[2])
    drawn = _months(cube, measure) or points
    chart = ChartBlock(
        kind="line" if not measure.adds and len(drawn) >= 3 else "column",
        title=f"{capital(how)} {label} per {drawn[0][0].grain}",
        categories=tuple(span.label for span, _ in drawn[:31]),
        series=(Series(f"{capital(how)} {label}", tuple(round(found[0], 2) for _, found in drawn[:31])),),
        number_format=number_format([found[0] for _, found in drawn]),
        unit=measure.unit,
        highlight=(0, len(drawn[:31]) - 1),
        data_labels=len(drawn) <= 12,
        alt=f"{capital(how)} {label} per {drawn[0][0].grain}: "
        f"{', '.join(f'{span.label} {found[1]}' for span, found in points[:8])}.",
        facts=tuple(facts),
    )
    return [
        Topic(
            key=f"course:{cube.profile.table.id}:{measure.name}",
            group="course",
            title=title,
            role="chart",
            blocks=(chart,),
            lines=tuple(lines),
            notes=(
                f"{title}.",
                "That is the direction we want." if better else f"Over all records the {how} is {whole[1]}.",
            ),
            facts=tuple(facts),
            sources=(cube.source,),
            words=stems(f"{measure.label} faster slower quicker improve getting trend time mean"),
            score=(4.5 if not measure.adds else 2.5) + cube.relevance(measure.label),
            number=BigNumber(
                whole[1], f"{how} {label}", f"{base[1]} {first.when}, {focus[1]} {last.when}", tuple(facts)
            ),
            brief=rich(f"**{capital(how)} {label}** {verb} from {base[1]} to {focus[1]}", tuple(facts[1:])),
            takeaway=_latest(cube, measure, [point[1][0] for point in points], last),
        )
    ]


def _months(cube: Cube, measure: Measure) -> list[tuple[Period, tuple[float, str, str]]]:
    """The measure month by month when the records span 4 to 24 months, each with some; else nothing."""
    axis = cube.profile.time
    if axis is None or axis.grain not in ("day", "month"):
        return []
    months = sorted({period.coarser("month") for period in axis.distinct})
    if not 4 <= len(months) <= min(24, max(12, cube.most)):
        return []
    found = [(m, cube.figure(measure, cube.rows(period=m), "Month", m.label, kind="point")) for m in months]
    return [(m, figure) for m, figure in found if figure is not None]


def _latest(cube: Cube, measure: Measure, levels: list[float], last: Period) -> Line | None:
    """The latest period beside the average of all, once there are three."""
    if len(levels) < 3:
        return None
    return against_average(cube, measure, last.long, levels[-1], levels, f"{last.grain}s")


__all__ = ["course_topics"]
