"""Sums, means and counts over the rows of a profiled table, each knowing its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from prezent_widgets.generate.facts.book import Book
from prezent_widgets.generate.profile import Category, Measure, Profile
from prezent_widgets.generate.prompt import Request
from prezent_widgets.generate.wording.figures import with_unit
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import lower_first, overlap, stems, tokens
from prezent_widgets.generate.wording.roles import implied


@dataclass(frozen=True, slots=True)
class Cube:
    """A profile with what an analysis asks of it all the time."""

    profile: Profile
    request: Request
    book: Book
    digits: int = 3
    most: int = 20
    told: str = ""
    _rows: dict[tuple[Period | None, str | None, str | None], tuple[int, ...]] = field(
        default_factory=dict[tuple["Period | None", "str | None", "str | None"], "tuple[int, ...]"],
        repr=False,
        compare=False,
    )
    _grains: dict[str, dict[Period, list[int]]] = field(
        default_factory=dict[str, "dict[Period, list[int]]"], repr=False, compare=False
    )

    @property
    def source(self) -> str:
        """The file's name."""
        return self.profile.table.source

    def rows(
        self, *, period: Period | None = None, category: Category | None = None, value: str | None = None
    ) -> tuple[int, ...]:
        """Data rows of a period and/or a group; a coarser period takes in all it contains."""
        key = (period, category.name if category is not None else None, value)
        if key not in self._rows:
            self._rows[key] = self._find(period, category, value)
        return self._rows[key]

    def _find(self, period: Period | None, category: Category | None, value: str | None) -> tuple[int, ...]:
        """Rows of one cell of the cube; all periods of a grain are sorted out in one pass over the table."""
        out: Sequence[int] = self.profile.rows
        axis = self.profile.time
        if period is not None and axis is not None:
            if period.grain not in self._grains:
                sorted_out: dict[Period, list[int]] = {}
                for row in self.profile.rows:
                    stamp = axis.values[row]
                    if stamp is not None:
                        sorted_out.setdefault(stamp.coarser(period.grain), []).append(row)
                self._grains[period.grain] = sorted_out
            out = self._grains[period.grain].get(period, [])
        if category is not None:
            out = [row for row in out if category.values[row] == value]
        return tuple(out)

    def value(self, measure: Measure, rows: Sequence[int]) -> float | None:
        """The sum of an additive measure, the mean of another; None without values."""
        found = [value for row in rows if (value := measure.values[row]) is not None]
        if not found:
            return None
        return sum(found) if measure.adds else sum(found) / len(found)

    def named(self, label: str) -> bool:
        """Whether the prompt or a text source names this column or group."""
        return all(word in tokens(self.told.replace("_", " ")) for word in tokens(label))

    def how(self, measure: Measure) -> str:
        """``sum`` or ``mean``."""
        return "sum" if measure.adds else "mean"

    def shown(self, value: float, measure: Measure, *, exact: bool = False) -> str:
        """A value with the measure's unit."""
        return with_unit(value, measure.unit, self.digits, exact=exact)

    def figure(
        self, measure: Measure, rows: Sequence[int], subject: str, when: str = "", kind: str = "level"
    ) -> tuple[float, str, str] | None:
        """A level entered as a fact: (value, as shown, fact id), None without values."""
        value = self.value(measure, rows)
        if value is None:
            return None
        shown = self.shown(value, measure)
        text = f"{subject}: {lower_first(measure.label)} {shown}{f' ({when})' if when else ''}"
        id = self.book.add(
            kind,
            text,
            value,
            shown,
            source=self.source,
            cells=self.profile.cells(measure, rows),
            computation=f"{self.how(measure)} of {measure.label} over {len(rows)} rows"
            if len(rows) > 1
            else f"{measure.label} as given",
            subject=subject,
            measure=measure.label,
        )
        return value, shown, id

    def derive(
        self,
        kind: str,
        statement: str,
        value: float,
        shown: str,
        computation: str,
        measure: Measure,
        rows: Sequence[int],
        subject: str = "",
    ) -> str:
        """A computed fact (share, change, ratio) entered with the cells it stands on."""
        return self.book.add(
            kind,
            statement,
            value,
            shown,
            source=self.source,
            cells=self.profile.cells(measure, rows),
            computation=computation,
            subject=subject,
            measure=measure.label,
        )

    def relevance(self, *texts: str) -> int:
        """How many telling words of the prompt these texts share."""
        return overlap(self.request.words | stems(implied(self.request.text)), stems(" ".join(texts)))

    def measures(self) -> list[Measure]:
        """Measures that vary, the prompt's first, then by their place in the file."""
        kept = [m for m in self.profile.measures if len({v for v in m.values if v is not None}) > 1]
        return sorted(kept, key=lambda m: -self.relevance(m.label))

    def categories(self, most: int = 24) -> list[Category]:
        """Categories with 2 to ``most`` groups, the prompt's first."""
        kept = [c for c in self.profile.categories if 2 <= len(c.distinct) <= most]
        return sorted(kept, key=lambda c: (-self.relevance(c.label, *c.distinct), c.ordinal))


def change(base: float, focus: float) -> float | None:
    """The change in percent, None when it means nothing (from zero, or across zero)."""
    return None if base <= 0 or focus < 0 else 100.0 * (focus - base) / base


__all__ = ["Cube", "change"]
