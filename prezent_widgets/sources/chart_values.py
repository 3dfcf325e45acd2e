"""A native chart's own values as rows: categories first, then a column a series."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from prezent_widgets.ooxml.chart_cache import cache_of, format_code, levels_of, numbers, points, text_of
from prezent_widgets.ooxml.presentation import plain_text
from prezent_widgets.ooxml.units import parse_bool, parse_number
from prezent_widgets.ooxml.xml import Element, child, children, local, value
from prezent_widgets.sources.tabular import Raw

# Letters of a date format outside quotes, brackets and escapes; "General" and "0.0" have none of them.
_DATE_CODE = re.compile(r"[dmy]", re.I)
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|General', re.I)
_AREA = ("c:chart", "c:plotArea")


def chart_title(space: Element) -> str:
    """The title typed into a chart; "" when it has none of its own."""
    return " ".join(plain_text(child(space, "c:chart", "c:title", "c:tx", "c:rich")).split())


def chart_rows(space: Element) -> list[list[Raw]]:
    """The values of a chart part, with a head; [] when the file keeps no copy of them.

    Series that share their categories share the rows; the first column (or columns, for grouped categories) names
    them. Dates are dates.
    """
    series = [each for plot in children(child(space, *_AREA)) for each in children(plot, "c:ser")]
    if not series:
        return []
    labels = max((_labels(each, space) for each in series), key=lambda found: len(found[0]) if found else 0)
    columns = [numbers(_first(each, "c:val", "c:yVal")) for each in series]
    length = max([len(column) for column in (*columns, *labels)])
    labels = labels or [[str(number) for number in range(1, length + 1)]]
    names = [_name(each, number) for number, each in enumerate(series, start=1)]
    heads = [_axis_title(space) or "Category", *("Group" for _ in labels[1:])][::-1]
    rows: list[list[Raw]] = [[*heads, *names]]
    for index in range(length):
        cells: list[Raw] = [column[index] if index < len(column) else None for column in reversed(labels)]
        rows.append([*cells, *(column[index] if index < len(column) else None for column in columns)])
    return rows if any(value is not None for column in columns for value in column) else []


def _first(element: Element, *names: str) -> Element | None:
    return next((found for found in (child(element, name) for name in names) if found is not None), None)


def _name(series: Element, number: int) -> str:
    tx = child(series, "c:tx")
    cached = " ".join(text or "" for text in points(cache_of(tx))).strip()
    return cached or text_of(child(tx, "c:v")).strip() or f"Series {number}"


def _labels(series: Element, space: Element) -> list[list[Raw]]:
    """The categories (or x values) of a series, a list a level, the innermost first."""
    element = _first(series, "c:cat", "c:xVal")
    dated = bool(_DATE_CODE.search(_LITERAL.sub("", format_code(element))))
    start = datetime(1904, 1, 1) if parse_bool(value(space, "c:date1904")) else datetime(1899, 12, 30)
    levels: list[list[Raw]] = []
    for level in levels_of(element):
        found: list[Raw] = []
        for text in points(level):
            if text is None and levels:
                found.append(found[-1] if found else None)  # an outer level names only the first of its group
            elif dated and text is not None:
                found.append(_date(text, start))
            else:
                found.append(text)
        levels.append(found)
    return levels


def _date(text: str, start: datetime) -> Raw:
    days = parse_number(text, -1)
    try:
        return start + timedelta(days=days) if days >= 0 else text
    except OverflowError:
        return text


def _axis_title(space: Element) -> str:
    """The title of the axis the categories (of a scatter chart: the x values) stand on."""
    axes = [each for each in children(child(space, *_AREA)) if local(each) in ("catAx", "dateAx", "valAx")]
    flat = [each for each in axes if local(each) != "valAx"] or [each for each in axes if value(each, "c:axPos") == "b"]
    titles = [plain_text(child(each, "c:title", "c:tx", "c:rich")) for each in flat]
    return " ".join(next((title for title in titles if title.strip()), "").split())


__all__ = ["chart_rows", "chart_title"]
