"""The usual year: what a measure is in each month of the year, over all years, and how much of it is season."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.profile import Measure
from prezent_widgets.generate.wording.periods import MONTHS, Period

_ASKED = re.compile(
    r"\b(when|seasons?|seasonal\w*|months? of|time of (the )?year|best (time|month)|weather|climate|saison\w*|"
    r"jahreszeit|wann|wetter|klima|saisonnier|quand|météo|climat|temporada|cuándo|clima)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Usual:
    """A measure by month of the year.

    ``levels`` are (month 1-12, level, fact id); ``season`` is the share of the variance between months that the month
    of the year explains, 0 to 1; ``years`` how many years are averaged.
    """

    measure: Measure
    levels: tuple[tuple[int, float, str], ...]
    season: float
    years: int

    @property
    def top(self) -> tuple[int, float, str]:
        """The month with the highest level."""
        return max(self.levels, key=lambda level: level[1])

    @property
    def low(self) -> tuple[int, float, str]:
        """The month with the lowest level."""
        return min(self.levels, key=lambda level: level[1])


def asks_season(text: str) -> bool:
    """Whether a prompt asks when in the year, or for the climate.

    Example:
        >>> asks_season("When should one visit?"), asks_season("How did sales develop?")
        (True, False)
    """
    return bool(_ASKED.search(text))


def months_of(cube: Cube) -> list[Period]:
    """The whole months of a table with a time column of days or months, in order; () without two years of them."""
    axis = cube.profile.time
    if axis is None or axis.grain not in ("day", "month"):
        return []
    months = sorted({period.coarser("month") for period in axis.distinct})
    years: dict[int, int] = {}
    for month in months:
        years[month.part] = years.get(month.part, 0) + 1
    return months if len(years) == 12 and min(years.values()) >= 2 else []


def usual_year(cube: Cube, measure: Measure, months: list[Period]) -> Usual | None:
    """The mean of each month of the year over all years, entered as facts; None when a month has no value."""
    values: dict[int, list[float]] = {part: [] for part in range(1, 13)}
    for month in months:
        value = cube.value(measure, cube.rows(period=month))
        if value is not None:
            values[month.part].append(value)
    if any(len(found) < 2 for found in values.values()):
        return None
    every = [value for found in values.values() for value in found]
    mean = sum(every) / len(every)
    spread = sum((value - mean) ** 2 for value in every)
    means = {part: sum(found) / len(found) for part, found in values.items()}
    between = sum(len(found) * (means[part] - mean) ** 2 for part, found in values.items())
    years = len({month.year for month in months})
    levels: list[tuple[int, float, str]] = []
    for part, level in means.items():
        rows = tuple(row for month in months if month.part == part for row in cube.rows(period=month))
        shown = cube.shown(level, measure)
        name = MONTHS[part - 1]
        fact = cube.derive(
            "usual month",
            f"{name}: {measure.label} {shown}, mean of {len(values[part])} years",
            level,
            shown,
            f"{cube.how(measure)} of each {name}, mean over {len(values[part])} years",
            measure,
            rows,
            name,
        )
        levels.append((part, level, fact))
    return Usual(measure, tuple(levels), between / spread if spread > 0 else 0.0, years)


__all__ = ["MONTHS", "Usual", "asks_season", "months_of", "usual_year"]
