"""What a figure means: pace a year, place against the average, weight of the few, spread; each entered as a fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prezent_widgets.generate.facts.book import rich
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.model import Line
from prezent_widgets.generate.profile import Measure
from prezent_widgets.generate.wording.figures import multiple, percent, signed_percent
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import capital, join_and, plural

Level = tuple[str, float]


_LESS = re.compile(
    r"\b(energy|consumption|emissions?|waste|costs?|expenses?|spend\w*|losses|errors?|complaints?|incidents?|defects|"
    r"accidents|delays?|downtime|energie|verbrauch|kosten|consommation|dépenses|coûts?|consumo|gastos?|costes?)\b",
    re.I,
)
_MORE = re.compile(
    r"\b(revenue|sales|turnover|profit|margin|income|customers?|orders?|bookings?|visits?|members?|umsatz|gewinn|kunden|"
    r"ventes|clients|ventas|clientes|beneficio|omzet)\b",
    re.I,
)


_NO_RATIO = re.compile(r"°|\b(temp\w*|celsius|fahrenheit|température|temperatura)\b", re.I)


def lead_on(measure: Measure, prompt: str) -> str:
    """What to do about a group that grows: build on it, look into it, or plan for it, by what is measured."""
    if _MORE.search(measure.label):
        return "Build on"
    known = f"{measure.label} {measure.unit}"
    return "Look first at" if _LESS.search(known) or _LESS.search(prompt) else "Plan for"


def years_between(base: Period, focus: Period) -> float:
    """Years from one period to another of the same grain."""
    parts = {"year": 1, "quarter": 4, "month": 12, "day": 365}[focus.grain]
    return focus.year - base.year + (focus.part - base.part) / parts


def pace(
    cube: Cube, measure: Measure, name: str, base: tuple[Period, float], focus: tuple[Period, float]
) -> Line | None:
    """The change as a yearly rate, when three years or more lie between the two levels."""
    years = years_between(base[0], focus[0])
    if years < 3 or base[1] <= 0 or focus[1] <= 0:
        return None
    rate = 100.0 * ((focus[1] / base[1]) ** (1 / years) - 1)
    if abs(rate) < 0.05:
        return None
    rows = cube.rows(period=base[0]) + cube.rows(period=focus[0])
    says = f"{name}: {signed_percent(rate)} a year from {base[0].label} to {focus[0].label}"
    how = f"change a year, compounded, from {base[0].label} to {focus[0].label}, in percent"
    fact = cube.derive("pace", says, rate, signed_percent(rate), how, measure, rows, name)
    span = plural(round(years), "year")
    return rich(f"Over {span} that is **{signed_percent(rate)} a year** on average", (fact,))


def against_average(
    cube: Cube, measure: Measure, what: str, value: float, others: Sequence[float], noun: str
) -> Line | None:
    """A value beside the mean of all of its kind (``noun``: "quarters"), when it lies 3 % or more away."""
    mean = sum(others) / len(others) if others else 0.0
    off = change(mean, value)
    if off is None or abs(off) < 3:
        return None
    shown = cube.shown(mean, measure)
    says = f"{what}: {signed_percent(off)} on the mean of {len(others)} {noun}, {shown}"
    how = f"distance from the mean of {len(others)} {noun}, in percent"
    fact = cube.derive("against mean", says, off, signed_percent(off), how, measure, cube.profile.rows, what)
    side = "above" if off > 0 else "below"
    text = f"{capital(what)} lies **{percent(off)} {side}** the average of {len(others)} {noun}, {shown}"
    return rich(text, (fact,))


def few(cube: Cube, measure: Measure | None, levels: Sequence[Level], cells: Sequence[str], of: str) -> Line | None:
    """How much the two largest of four or more groups hold together, against an even split."""
    found = [level for level in levels if level[1] > 0]
    whole = sum(value for _, value in found)
    if len(found) < 4 or whole <= 0:
        return None
    top = sorted(found, key=lambda level: -level[1])[:2]
    if top[0][1] >= 0.8 * whole:
        return None
    share = 100.0 * sum(value for _, value in top) / whole
    named = join_and([name for name, _ in top])
    fact = cube.book.add(
        "concentration",
        f"{named}: {percent(share)} of {of}",
        share,
        percent(share),
        source=cube.source,
        cells=tuple(cells),
        computation="the two largest as a share of the total",
        measure=measure.label if measure else "",
    )
    even = 100.0 * 2 / len(found)
    if share < even + 12 and top[0][1] / whole < 1.3 / len(found):
        line = f"No group stands out: the two largest of {len(found)} hold {percent(share)} of {of} together"
        return rich(line, (fact,))
    return rich(f"{capital(named)} together make **{percent(share)}** of {of}", (fact,))


def contrast(cube: Cube, measure: Measure, high: Level, low: Level, rows: Sequence[int], than: str = "") -> Line | None:
    """How many times one level is the other, from 1.2 on; none for temperatures, whose zero is a convention."""
    if low[1] <= 0 or high[1] / low[1] < 1.2 or _NO_RATIO.search(f"{measure.label} {measure.unit}"):
        return None
    times = high[1] / low[1]
    says = f"{high[0]}: {multiple(times)} {low[0]}"
    fact = cube.derive("multiple", says, times, multiple(times), "highest divided by lowest", measure, rows, high[0])
    return rich(f"{capital(high[0])} is at **{multiple(times)}** the level of {low[0]}{than}", (fact,))


__all__ = ["Level", "against_average", "contrast", "few", "lead_on", "pace", "years_between"]
