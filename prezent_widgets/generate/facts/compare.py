"""Which two periods a table is read between: those the prompt names, else its ends or the same season a year before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prezent_widgets.generate.profile import Axis
from prezent_widgets.generate.prompt import Request
from prezent_widgets.generate.wording.periods import Period

_AGAINST = re.compile(
    r"\b(against|versus|vs|compared?|than|over last|gegenüber|verglichen|vergleich|"
    r"par rapport|contre|frente a|respecto)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """``base`` and ``focus``; ``seasonal`` when they are the same season of following years."""

    base: Period
    focus: Period
    seasonal: bool

    @property
    def on(self) -> str:
        """For after a change: "on Q3 2024" or "since 2001"."""
        if self.seasonal or (self.focus.grain == "year" and self.focus.year - self.base.year == 1):
            return f"on {self.base.long}"
        return f"since {self.base.long}"

    def covers(self, point: Period) -> bool:
        """Whether a point of any grain lies between the two, both included."""
        return self.base <= point.coarser(self.base.grain) and point.coarser(self.focus.grain) <= self.focus

    @property
    def span(self) -> str:
        """The two periods in words: "between 2001 and 2017"."""
        return f"between {self.base.long} and {self.focus.long}"


def choose_pair(axis: Axis, request: Request) -> Pair | None:
    """The two periods to compare, None when the axis has fewer than two."""
    points = axis.distinct
    if len(points) < 2:
        return None
    if (years := _whole_years(axis, request)) is not None:
        return Pair(*years, False)
    spans = [span for period in request.periods if (span := _within(points, period))]
    versus = _within(points, request.versus) if request.versus is not None else None
    if versus is not None:
        others = [span for span in spans if span != versus]
        focus = others[0][-1] if others else points[-1]
        base = versus[-1] if versus[0] == versus[-1] or focus.grain == "year" else _same_part(points, versus, focus)
        if base != focus:
            return Pair(
                *((base, focus) if base < focus else (focus, base)),
                focus.year_before() == base and focus.grain != "year",
            )
    if len(set(spans)) >= 2:
        base, focus = min(span[0] for span in spans), max(span[1] for span in spans)
        if base < focus:
            return Pair(base, focus, focus.year_before() == base and focus.grain != "year")
    focus = spans[0][-1] if spans else points[-1]
    if focus.grain in ("quarter", "month") and focus.year_before() in points:
        return Pair(focus.year_before(), focus, True)
    earlier = [point for point in points if point < focus]
    return Pair(earlier[0], focus, False) if earlier else Pair(points[0], points[-1], False)


def _whole_years(axis: Axis, request: Request) -> tuple[Period, Period] | None:
    """The first and last year the prompt names, when it names only years that the data hold in full."""
    parts = {"month": 12, "quarter": 4}.get(axis.grain)
    named = sorted(set(request.periods))
    if (
        parts is None
        or len(named) < 2
        or not _AGAINST.search(request.text)
        or any(period.grain != "year" for period in named)
    ):
        return None
    full = all(sum(point.year == year.year for point in axis.distinct) == parts for year in (named[0], named[-1]))
    return (named[0], named[-1]) if full and named[-1].year - named[0].year <= 3 else None


def _within(points: tuple[Period, ...], period: Period) -> tuple[Period, Period] | None:
    """First and last point of the axis inside a period named in the prompt."""
    inside = [
        point
        for point in points
        if point == period or (point.grain != period.grain and point.coarser(period.grain) == period)
    ]
    return (inside[0], inside[-1]) if inside else None


def _same_part(points: tuple[Period, ...], versus: tuple[Period, Period], focus: Period) -> Period:
    same = [point for point in points if versus[0] <= point <= versus[1] and point.part == focus.part]
    return same[-1] if same else versus[-1]


__all__ = ["Pair", "choose_pair"]
