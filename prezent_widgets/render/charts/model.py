"""A chart as plain values: plots, series, axes (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prezent_widgets.ooxml.xml import Element

Kind = Literal["bar", "line", "area", "pie", "doughnut", "scatter", "bubble", "radar"]


@dataclass(frozen=True, slots=True)
class Series:
    """One series: ``values`` by point, None for a gap; ``xs`` only where x is a number; ``element`` for its look."""

    index: int
    order: int
    name: str
    categories: tuple[str, ...]
    values: tuple[float | None, ...]
    xs: tuple[float | None, ...]
    sizes: tuple[float | None, ...]
    format_code: str
    element: Element


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot of a chart; a combination has several on one area.

    ``grouping`` is "clustered", "standard", "stacked" or "percentStacked"; ``gap`` and ``overlap`` are fractions of a
    bar's width.
    """

    kind: Kind
    series: tuple[Series, ...]
    element: Element
    axes: tuple[str, ...]
    horizontal: bool = False
    grouping: str = "standard"
    gap: float = 1.5
    overlap: float = 0.0
    vary: bool = False
    hole: float = 0.5
    first_angle: float = 0.0

    @property
    def stacked(self) -> bool:
        """Whether values stand on each other."""
        return self.grouping in ("stacked", "percentStacked")

    @property
    def percent(self) -> bool:
        """Whether every category fills the axis."""
        return self.grouping == "percentStacked"


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis as the file has it; None where PowerPoint decides."""

    id: str
    kind: Literal["cat", "val"]
    element: Element
    position: str
    deleted: bool
    crossing: str
    minimum: float | None
    maximum: float | None
    major: float | None
    reversed: bool
    log_base: float | None
    format_code: str
    linked: bool
    label_position: str
    crosses: str
    crosses_at: float | None
    between: bool

    @property
    def vertical(self) -> bool:
        """Whether the axis runs up and down."""
        return self.position in ("l", "r")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its plots in drawing order, its axes by id, its title and legend elements."""

    plots: tuple[Plot, ...]
    axes: dict[str, Axis]
    element: Element
    style: int
    automatic_title: str
    legend: Element | None

    @property
    def categories(self) -> tuple[str, ...]:
        """The longest list of categories of any series."""
        return max((each.categories for plot in self.plots for each in plot.series), key=len, default=())


__all__ = ["Axis", "Chart", "Kind", "Plot", "Series"]
