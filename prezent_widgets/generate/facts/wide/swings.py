"""A headline and its parts at the dates of its peak, its trough and the end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.profile import Measure
from prezent_widgets.generate.wording.figures import signed_percent
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import lower_first


@dataclass(frozen=True, slots=True)
class Swing:
    """A measure at the headline's peak, trough and end: levels and changes in percent of the peak level."""

    measure: Measure
    peak: float
    trough: float
    end: float
    fall: float
    left: float
    facts: tuple[str, ...]


def headline(cube: Cube, measures: list[Measure]) -> Measure:
    """The column the others are parts of: the largest, if it tops nine rows of ten; else the prompt's first."""

    def last(measure: Measure) -> float:
        return next((value for value in reversed(measure.values) if value is not None), 0.0)

    top = max(measures, key=last)
    if len(measures) >= 4 and tops(cube, top, measures):
        return top
    return cube.measures()[0] if cube.measures() else measures[0]


def tops(cube: Cube, top: Measure, measures: list[Measure]) -> bool:
    """Whether a column is at least as large as every other in nine rows of ten."""
    rows = [row for row in cube.profile.rows if top.values[row] is not None]
    above = sum(all((m.values[row] or 0) <= (top.values[row] or 0) for m in measures) for row in rows)
    return bool(rows) and above >= 0.9 * len(rows)


def leaves(cube: Cube, measures: list[Measure]) -> list[Measure]:
    """The columns that do not contain each other, so that nothing is counted twice.

    Sums of others are left out, unless the prompt or a text names them; then their parts are left out instead.
    """
    if not 4 <= len(measures) <= 40:
        return measures
    rows = cube.profile.rows
    sample = [rows[0], rows[len(rows) // 2], rows[-1]]
    keep = {m.name: True for m in measures}
    for whole in sorted(measures, key=lambda m: -abs(m.values[sample[-1]] or 0)):
        smaller = [
            m for m in measures if m is not whole and 0 < (m.values[sample[-1]] or 0) < (whole.values[sample[-1]] or 0)
        ]
        parts = _parts(whole, smaller, sample)
        if not parts:
            continue
        if cube.named(whole.label) and keep[whole.name]:
            keep.update({part.name: False for part in parts})
        else:
            keep[whole.name] = False
    left = [m for m in measures if keep[m.name]]
    return left if len(left) >= 2 else measures


def _parts(whole: Measure, others: list[Measure], sample: list[int]) -> tuple[Measure, ...]:
    """Two or three columns that add up to ``whole`` in every sampled row, () when there are none."""
    for size in (2, 3):
        for parts in combinations(others, size):
            if all(
                abs(sum(part.values[row] or 0 for part in parts) - (whole.values[row] or 0))
                <= 0.001 * abs(whole.values[row] or 1)
                for row in sample
            ):
                return parts
    return ()


def drawdown(values: list[float]) -> tuple[int, int] | None:
    """Indexes of the peak and the trough of the deepest fall, None when there is none.

    Example:
        >>> drawdown([100, 110, 90, 120])
        (1, 2)
    """
    best: tuple[float, int, int] | None = None
    peak = 0
    for index, value in enumerate(values):
        if value > values[peak]:
            peak = index
        fall = (values[peak] - value) / values[peak] if values[peak] > 0 else 0.0
        if fall > 0 and (best is None or fall > best[0]):
            best = (fall, peak, index)
    return (best[1], best[2]) if best else None


def mid(measure: Measure) -> str:
    """A column's label for the middle of a sentence; a name that the file writes with a capital keeps it."""
    return lower_first(measure.label) if measure.name[:1].islower() else measure.label


def level_at(cube: Cube, measure: Measure, period: Period) -> tuple[float, str, str] | None:
    """A measure at one period, entered as a fact."""
    return cube.figure(measure, cube.rows(period=period), measure.label, period.label)


def swings(cube: Cube, measures: list[Measure], peak: Period, trough: Period, end: Period) -> list[Swing]:
    """Each measure at the three dates, entered as facts."""
    out: list[Swing] = []
    for measure in measures:
        levels = [level_at(cube, measure, period) for period in (peak, trough, end)]
        if any(level is None for level in levels):
            continue
        (a, _, fa), (b, _, fb), (c, _, fc) = [level for level in levels if level is not None]
        fall, left = change(a, b), change(a, c)
        if fall is None or left is None:
            continue
        rows = cube.rows(period=peak) + cube.rows(period=trough)
        one = cube.derive(
            "change",
            f"{measure.label}: {signed_percent(fall)} from {peak.label} to {trough.label}",
            fall,
            signed_percent(fall),
            "change from peak to trough, in percent",
            measure,
            rows,
            measure.label,
        )
        two = cube.derive(
            "change",
            f"{measure.label}: {signed_percent(left)} at {end.label} against {peak.label}",
            left,
            signed_percent(left),
            "change from the peak to the end, in percent",
            measure,
            cube.rows(period=peak) + cube.rows(period=end),
            measure.label,
        )
        out.append(Swing(measure, a, b, c, fall, left, (fa, fb, fc, one, two)))
    return out


__all__ = ["Swing", "drawdown", "headline", "leaves", "level_at", "mid", "swings", "tops"]
