"""How one measure is distributed over records: a histogram, its middle half, its tail."""

from __future__ import annotations

import math
import re
from itertools import pairwise

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.model import BigNumber, ChartBlock, Series
from prezent_widgets.generate.profile import Measure
from prezent_widgets.generate.wording.figures import number, percent, short_unit
from prezent_widgets.generate.wording.phrases import lower_first, stems

_ASKED = re.compile(
    r"\b(distribut\w*|spread|typical\w*|range\w*|look like|median|histogram|verteil\w*|typisch\w*|répart\w*|"
    r"distribu\w*|how (?:big|large|long|old|much|high|expensive|warm|heavy|tall))\b",
    re.I,
)


def quantile(ordered: list[float], part: float) -> float:
    """The value below which ``part`` (0 to 1) of the ordered values lie, between neighbours by weight.

    Example:
        >>> quantile([1.0, 2.0, 3.0, 4.0], 0.5)
        2.5
    """
    at = part * (len(ordered) - 1)
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


def edges(low: float, high: float, wanted: int = 9) -> list[float]:
    """Round limits of about ``wanted`` equal classes that hold ``low`` to ``high``.

    Example:
        >>> edges(12.0, 88.0)
        [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0]
    """
    raw = (high - low) / wanted
    size = 10 ** math.floor(math.log10(raw))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= raw)
    first = math.floor(low / step)
    last = max(first + 1, math.ceil(high / step))
    return [round(step * index, 10) for index in range(first, last + 1)]


def shape_topics(cube: Cube) -> list[Topic]:
    """The distribution of up to two measures that the prompt names, else of the first, from 30 values on."""
    asked = bool(_ASKED.search(cube.request.text))
    measures = [m for m in cube.measures() if len({v for v in m.values if v is not None}) >= 10]
    named = [m for m in measures if cube.relevance(m.label)]
    out: list[Topic] = []
    for measure in (named or measures)[: 2 if named else 1]:
        topic = _shape(cube, measure, asked)
        if topic is not None:
            out.append(topic)
    return out


def _shape(cube: Cube, measure: Measure, asked: bool) -> Topic | None:
    rows = tuple(row for row in cube.profile.rows if measure.values[row] is not None)
    values = sorted(measure.values[row] or 0.0 for row in rows)
    if len(values) < 30 or values[0] == values[-1]:
        return None
    low, median, high = (quantile(values, part) for part in (0.25, 0.5, 0.75))
    limits = edges(values[0], values[-1])
    bins = [sum(a <= v < b or (b == limits[-1] and v == b) for v in values) for a, b in pairwise(limits)]
    label = lower_first(measure.label)
    shown = [cube.shown(value, measure) for value in (low, median, high)]
    count = f"{len(values):,}"
    ids = [
        cube.derive(
            "quantile", f"{name} {label}: {text}", value, text, f"{name} of {count} values", measure, rows, name
        )
        for name, value, text in zip(
            ("Lower quarter", "Median", "Upper quarter"), (low, median, high), shown, strict=True
        )
    ]
    mean = sum(values) / len(values)
    mean_shown = cube.shown(mean, measure)
    ids.append(
        cube.derive("mean", f"Mean {label} {mean_shown}", mean, mean_shown, f"mean of {count}", measure, rows, "All")
    )
    peak = max(range(len(bins)), key=lambda index: bins[index])
    title = f"Half of all {label} values lie between {shown[0]} and {shown[2]}, with {shown[1]} in the middle"
    unit = short_unit(measure.unit)
    thousands = max(abs(limits[0]), abs(limits[-1])) >= 10_000 and all(limit % 1000 == 0 for limit in limits)
    scale = 1000 if thousands else 1
    unit = f"thousand {unit}".strip() if thousands else unit
    chart = ChartBlock(
        kind="column",
        title=f"Rows by {label}{f' ({unit})' if unit else ''}",
        categories=tuple(f"{number(a / scale)}–{number(b / scale)}" for a, b in pairwise(limits)),
        series=(Series("Rows", tuple(float(found) for found in bins)),),
        highlight=(0, peak),
        data_labels=len(bins) <= 12,
        alt=f"{count} values of {label} in {len(bins)} classes; most, {bins[peak]:,}, "
        f"from {number(limits[peak])} to {number(limits[peak + 1])}.",
        facts=tuple(ids),
    )
    share = 100.0 * bins[peak] / len(values)
    says = f"{percent(share)} of {label} from {number(limits[peak])} to {number(limits[peak + 1])}"
    fact = cube.derive("share", says, share, percent(share), "rows of the class as a share of all rows", measure, rows)
    lines = [
        rich(f"**Median**: {shown[1]}, mean {mean_shown}", (ids[1], ids[3])),
        rich(
            f"**Most common**: {number(limits[peak])} to {number(limits[peak + 1])}, {percent(share)} of rows", (fact,)
        ),
    ]
    takeaway = None
    gap = 100.0 * (mean - median) / abs(median) if median else 0.0
    if abs(gap) >= 10:
        which = "high" if gap > 0 else "low"
        takeaway = rich(
            f"A few {which} values pull the mean away from the median: **{shown[1]}** is typical", (ids[1],)
        )
    return Topic(
        key=f"shape:{cube.profile.table.id}:{measure.name}",
        group="shape",
        title=title,
        role="chart",
        blocks=(chart,),
        lines=tuple(lines),
        notes=(f"{title}.", "Each column counts the rows of one class; the classes are equally wide."),
        facts=(*ids, fact),
        sources=(cube.source,),
        words=stems(f"{measure.label} distribution spread typical median range look like {cube.profile.table.title}"),
        score=3.0 + 1.5 * asked + cube.relevance(measure.label),
        number=BigNumber(shown[1], f"median {label}", f"half between {shown[0]} and {shown[2]}", tuple(ids[:3])),
        brief=rich(f"Half of all {label} values lie between **{shown[0]}** and **{shown[2]}**", tuple(ids[:3])),
        takeaway=takeaway,
    )


__all__ = ["edges", "quantile", "shape_topics"]
