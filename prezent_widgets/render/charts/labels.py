"""Data labels: what they say and where they stand (ECMA-376 part 1, 21.2.2.47, 21.2.2.49)."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.ooxml.units import parse_bool, parse_number
from prezent_widgets.ooxml.xml import Element, attr, child, children, value
from prezent_widgets.render.charts.model import Plot, Series
from prezent_widgets.render.charts.number_format import format_number
from prezent_widgets.render.charts.rich import rich_lines
from prezent_widgets.render.charts.style import ChartStyle, text_properties
from prezent_widgets.render.charts.write import Block, wrapped


@dataclass(frozen=True, slots=True)
class Label:
    """A data label: its lines, and where it wants to stand ("outEnd", "ctr", "t" …; "" is the chart's own choice)."""

    block: Block
    position: str


def data_label(
    plot: Plot, series: Series, index: int, style: ChartStyle, *, share: float = 0.0, width: float = 200.0
) -> Label | None:
    """Return the label of a point; None when it has none.

    Args:
        plot: The plot.
        series: The series.
        index: The point's index.
        style: The chart's style.
        share: The point's share of the whole, for percent labels.
        width: The width it is broken at, in points.
    """
    chain = _chain(plot, series, index)
    if chain is None:
        return None
    looks = [text_properties(each) for each in chain]
    custom = rich_lines(child(chain[0], "c:tx", "c:rich"), style)
    if custom:
        text, look = "\n".join(line for line, _ in custom), custom[0][1]
    else:
        text, look = _content(chain, plot, series, index, share), style.look(*looks)
    if not text.strip():
        return None
    return Label(wrapped(text, look, width), _value(chain, "c:dLblPos") or "")


def _chain(plot: Plot, series: Series, index: int) -> list[Element] | None:
    """Return the elements that speak for a label, nearest first; None when the nearest switches it off."""
    lists = [found for found in (child(series.element, "c:dLbls"), child(plot.element, "c:dLbls")) if found is not None]
    for each in lists:
        for single in children(each, "c:dLbl"):
            if int(parse_number(value(single, "c:idx"), -1)) == index:
                lists = [single, *lists]
                break
    if not lists or parse_bool(value(lists[0], "c:delete")):
        return None
    return lists


def _content(chain: list[Element], plot: Plot, series: Series, index: int, share: float) -> str:
    number = series.values[index] if index < len(series.values) else None
    parts: list[str] = []
    if _shows(chain, "c:showSerName"):
        parts.append(series.name)
    if _shows(chain, "c:showCatName") and index < len(series.categories):
        parts.append(series.categories[index])
    code = _format(chain)
    if _shows(chain, "c:showVal") and number is not None:
        parts.append(format_number(number, code or series.format_code))
    if _shows(chain, "c:showPercent") and plot.kind in ("pie", "doughnut"):
        parts.append(format_number(share, code if code and "%" in code else "0%"))
    separator = next((each.text for each in (child(c, "c:separator") for c in chain) if each is not None), None)
    return (separator or ("\n" if plot.kind in ("pie", "doughnut") else ", ")).join(part for part in parts if part)


def _shows(chain: list[Element], name: str) -> bool:
    # A label list says everything or nothing: what the nearest one leaves out is off, unless it says nothing at all.
    for each in chain:
        found = child(each, name)
        if found is not None:
            return parse_bool(found.get("val"), True)
    return False


def _format(chain: list[Element]) -> str:
    for each in chain:
        element = child(each, "c:numFmt")
        if element is not None:
            return "" if parse_bool(attr(element, "sourceLinked")) else attr(element, "formatCode", "") or ""
    return ""


def _value(chain: list[Element], name: str) -> str | None:
    return next((found for found in (value(each, name) for each in chain) if found), None)


__all__ = ["Label", "data_label"]
