"""Each group of a category at two periods: levels, shares, change, entered as facts."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.generate.facts.compare import Pair
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.profile import Category, Measure
from prezent_widgets.generate.wording.figures import percent, signed_percent
from prezent_widgets.generate.wording.phrases import lower_first


@dataclass(frozen=True, slots=True)
class Group:
    """One group at both periods. ``share`` values are None when the measure does not add."""

    name: str
    base: float
    focus: float
    base_shown: str
    focus_shown: str
    base_share: float | None
    focus_share: float | None
    rows: tuple[int, ...]
    facts: tuple[str, ...]

    @property
    def change(self) -> float | None:
        """Change in percent."""
        return change(self.base, self.focus)


def compare_groups(cube: Cube, measure: Measure, category: Category, pair: Pair) -> list[Group]:
    """Each group's level (and share) at both periods, entered as facts; largest at the focus first."""
    totals = {period: cube.value(measure, cube.rows(period=period)) for period in (pair.base, pair.focus)}
    groups: list[Group] = []
    for name in category.distinct:
        cells = {period: cube.rows(period=period, category=category, value=name) for period in (pair.base, pair.focus)}
        base = cube.figure(measure, cells[pair.base], name, pair.base.label)
        focus = cube.figure(measure, cells[pair.focus], name, pair.focus.label)
        if base is None or focus is None:
            continue
        facts = [base[2], focus[2]]
        shares: list[float | None] = []
        for period, level in ((pair.base, base[0]), (pair.focus, focus[0])):
            total = totals[period]
            share = 100.0 * level / total if measure.adds and total and total > 0 else None
            shares.append(share)
            if share is not None:
                statement = f"{name}: {percent(share)} of {lower_first(measure.label)} {period.when}"
                facts.append(
                    cube.derive(
                        "share",
                        statement,
                        share,
                        percent(share),
                        f"{name} as a share of the total {period.when}",
                        measure,
                        cells[period],
                        name,
                    )
                )
        rows = cells[pair.base] + cells[pair.focus]
        moved = change(base[0], focus[0])
        if moved is not None:
            statement = f"{name}: {lower_first(measure.label)} {signed_percent(moved)} {pair.on}"
            facts.append(
                cube.derive(
                    "change",
                    statement,
                    moved,
                    signed_percent(moved),
                    f"change from {pair.base.label} to {pair.focus.label}, in percent",
                    measure,
                    rows,
                    name,
                )
            )
        groups.append(Group(name, base[0], focus[0], base[1], focus[1], shares[0], shares[1], rows, tuple(facts)))
    return sorted(groups, key=lambda group: -group.focus)


__all__ = ["Group", "compare_groups"]
