"""Figures in running text, and whether facts stand behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prezent_widgets.generate.model import ChartBlock, Fact, SlideSpec, TableBlock

_FIGURE = re.compile(r"(?<![\w.])[+−-]?\d[\d,.'\u00a0\u202f]*\d|(?<![\w.])[+−-]?\d")
_MONTH = (
    "jan|feb|mar|mär|apr|avr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|août|ago|sep|set|oct|okt|ott|nov|dec|dez|déc|dic"
)
_MONTH_AFTER = re.compile(rf"(st|nd|rd|th|\.|º)?\s+(de\s+)?({_MONTH})", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b({_MONTH})[a-zéäû]*\.?\s+$", re.IGNORECASE)
_SCALES = (1.0, 1e-3, 1e-6, 1e-9, 100.0, 1e3, 1e6)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written, its value, and half a unit of its last digit."""

    text: str
    value: float
    half: float
    trivial: bool

    def matches(self, allowed: frozenset[float]) -> bool:
        """Whether one of the allowed values rounds to this figure, in some usual unit (thousand, million, per cent)."""
        return any(
            abs(abs(value) * scale - abs(self.value)) <= self.half * 1.001 + 1e-9
            for value in allowed
            for scale in _SCALES
        )


def figures_in(text: str) -> list[Figure]:
    """The numbers of a text; small counts and years are marked trivial.

    Example:
        >>> [figure.value for figure in figures_in("Sales rose 14.5 % to 1,204,000")]
        [14.5, 1204000.0]
    """
    found: list[Figure] = []
    for match in _FIGURE.finditer(text):
        raw = match.group(0).rstrip(".,'")
        value, decimals = _value(raw)
        if value is None:
            continue
        after, before = text[match.end() :], text[: match.start()]
        label = bool(re.search(r"[A-Za-z][-–_]?\Z", before) or re.match(r":\d", after) or re.search(r"\d:$", before))
        day = decimals == 0 and abs(value) <= 31 and bool(_MONTH_AFTER.match(after) or _MONTH_BEFORE.search(before))
        year = decimals == 0 and 1700 <= value <= 2200 and not re.search(r"[,.']", raw)
        small = decimals == 0 and abs(value) <= 12
        half = 0.5 * 10.0**-decimals
        if decimals == 0 and value and value % 10 == 0:
            half = 0.5 * 10.0 ** _zeros(int(abs(value)))
        found.append(Figure(raw, value, half, label or day or year or small or value == 100))
    return found


def _zeros(value: int) -> int:
    count = 0
    while value and value % 10 == 0:
        value //= 10
        count += 1
    return count


def _value(raw: str) -> tuple[float | None, int]:
    """The value and its decimals; reads 1,204.5 and 1.204,5 and 1 204,5."""
    text = re.sub(r"['\u00a0\u202f]", "", raw.replace("−", "-"))
    comma, dot = text.rfind(","), text.rfind(".")
    if comma >= 0 and dot >= 0:
        decimal = "," if comma > dot else "."
    elif comma >= 0:
        decimal = "" if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", text) else ","
    elif dot >= 0:
        decimal = "" if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3}){2,}", text) else "."
    else:
        decimal = ""
    grouping = {"": ",.", ",": ".", ".": ","}[decimal]
    for mark in grouping:
        text = text.replace(mark, "")
    decimals = len(text) - text.rfind(decimal) - 1 if decimal and decimal in text else 0
    try:
        return float(text.replace(",", ".")), decimals
    except ValueError:
        return None, 0


def known_figures(facts: Iterable[Fact], specs: Sequence[SlideSpec]) -> frozenset[float]:
    """Every value that facts, charts and tables vouch for."""
    values: set[float] = set()
    for fact in facts:
        if fact.value is not None:
            values.add(fact.value)
        values.update(figure.value for text in (fact.shown, fact.statement) for figure in figures_in(text))
    for spec in specs:
        for block in spec.blocks:
            if isinstance(block, ChartBlock):
                values.update(value for series in block.series for value in series.values if value is not None)
                values.update([block.reference[1]] if block.reference else [])
            elif isinstance(block, TableBlock):
                values.update(figure.value for row in block.rows for cell in row for figure in figures_in(cell))
    return frozenset(values)


__all__ = ["Figure", "figures_in", "known_figures"]
