"""One group followed over its own span: growth, pace, deepest fall and swings."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.sense import years_between
from prezent_widgets.generate.facts.wide.swings import drawdown
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import multiple, percent, signed_percent
from prezent_widgets.generate.wording.periods import Period


@dataclass(frozen=True, slots=True)
class Path:
    """One group over its own span. ``points`` are (period, level); facts: first, last and growth level.

    ``fall`` is the deepest fall in percent (negative) with its dates, ``swing`` the standard deviation of the changes
    from period to period in percent; ``pace`` the growth a year in percent (None under a year).
    """

    name: str
    points: tuple[tuple[Period, float], ...]
    times: float
    pace: float | None
    fall: float
    fell: tuple[Period, Period] | None
    swing: float
    facts: tuple[str, ...]

    @property
    def change(self) -> float:
        """Change from the first to the last point in percent."""
        return 100.0 * (self.times - 1)

    @property
    def grew(self) -> str:
        """The growth as people say it: a multiple from twice on, else a percentage."""
        return multiple(self.times) if self.times >= 2 else signed_percent(self.change)


def follow(cube: Cube, measure: Measure, category: Category, name: str) -> Path | None:
    """The path of one group; None with fewer than two dates or where an end is not above zero."""
    axis = cube.profile.time
    assert axis is not None
    points = [
        (period, value)
        for period in axis.distinct
        if (value := cube.value(measure, cube.rows(period=period, category=category, value=name))) is not None
    ]
    if len(points) < 2 or points[0][1] <= 0 or points[-1][1] <= 0:
        return None
    (start, base), (end, focus) = points[0], points[-1]
    first_rows = cube.rows(period=start, category=category, value=name)
    last_rows = cube.rows(period=end, category=category, value=name)
    one = cube.figure(measure, first_rows, name, start.label)
    two = cube.figure(measure, last_rows, name, end.label)
    assert one is not None
    assert two is not None
    rows = first_rows + last_rows
    times = focus / base
    grew = multiple(times) if times >= 2 else signed_percent(100 * (times - 1))
    says = f"{name}: {grew} from {start.label} to {end.label}"
    facts = [
        one[2],
        two[2],
        cube.derive("change", says, times, grew, f"{end.label} divided by {start.label}", measure, rows, name),
    ]
    years = years_between(start, end)
    pace = 100.0 * (times ** (1 / years) - 1) if years >= 1 else None
    if pace is not None:
        says = f"{name}: {signed_percent(pace)} a year from {start.label} to {end.label}"
        how = f"change a year, compounded, from {start.label} to {end.label}, in percent"
        facts.append(cube.derive("pace", says, pace, signed_percent(pace), how, measure, rows, name))
    values = [value for _, value in points]
    down = drawdown(values)
    fall, fell = 0.0, None
    if down is not None:
        fell = (points[down[0]][0], points[down[1]][0])
        fall = change(values[down[0]], values[down[1]]) or 0.0
        rows = cube.rows(period=fell[0], category=category, value=name)
        rows += cube.rows(period=fell[1], category=category, value=name)
        says = f"{name}: {signed_percent(fall)} from {fell[0].label} to {fell[1].label}"
        how = f"change from {fell[0].label} to {fell[1].label}, the deepest, in percent"
        facts.append(cube.derive("fall", says, fall, signed_percent(fall), how, measure, rows, name))
    moves = [100.0 * (b / a - 1) for a, b in pairwise(values) if a > 0]
    mean = sum(moves) / len(moves)
    swing = math.sqrt(sum((move - mean) ** 2 for move in moves) / max(1, len(moves) - 1))
    if len(moves) >= 12:
        says = f"{name}: changes from {axis.grain} to {axis.grain} spread by {percent(swing)}"
        rows = cube.rows(category=category, value=name)
        how = f"standard deviation of {len(moves)} changes"
        facts.append(cube.derive("swing", says, swing, percent(swing), how, measure, rows, name))
    return Path(name, tuple(points), times, pace, fall, fell, swing, tuple(facts))


def late_ones(found: list[Path]) -> list[Path]:
    """Groups whose first date is later than the usual one by more than a tenth of the span."""
    begun = sorted(path.points[0][0] for path in found)
    usual = begun[0]
    span = years_between(usual, max(path.points[-1][0] for path in found))
    return [path for path in found if years_between(usual, path.points[0][0]) > 0.1 * span]


__all__ = ["Path", "follow", "late_ones"]
