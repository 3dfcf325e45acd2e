"""The values a chart carries with it: the caches of its references (ECMA-376 part 1, 21.2.2.123, 21.2.2.201).

PowerPoint keeps a copy of every value beside the reference to the embedded workbook, so a chart can be read without
opening that.

Example:
    >>> points(None), format_code(None)
    ([], 'General')
"""

from __future__ import annotations

from prezent_widgets.ooxml.units import parse_number
from prezent_widgets.ooxml.xml import Element, child, children, value

MAX_POINTS = 20_000
"""The most points of one series that are read."""


def cache_of(element: Element | None) -> Element | None:
    """Return the cached points of a ``c:cat``, ``c:val``, ``c:tx`` …; of several levels the innermost; None if none."""
    for path in (("c:numRef", "c:numCache"), ("c:numLit",), ("c:strRef", "c:strCache"), ("c:strLit",)):
        found = child(element, *path)
        if found is not None:
            return found
    return child(element, "c:multiLvlStrRef", "c:multiLvlStrCache", "c:lvl")


def levels_of(element: Element | None) -> list[Element]:
    """Return the caches of all levels of categories, innermost first; one for ordinary categories."""
    levels = children(child(element, "c:multiLvlStrRef", "c:multiLvlStrCache"), "c:lvl")
    cache = cache_of(element)
    return levels or ([] if cache is None else [cache])


def points(cache: Element | None) -> list[str | None]:
    """Return the texts of a cache's points by position, None where there is none."""
    listed = children(cache, "c:pt")[:MAX_POINTS]
    numbered = [(int(parse_number(each.get("idx"))), text_of(child(each, "c:v"))) for each in listed]
    declared = value(cache, "c:ptCount")
    if declared is None and cache is not None:
        declared = value(cache.getparent(), "c:ptCount")  # levels share the count of their parent
    length = max([int(parse_number(declared)), *(index + 1 for index, _ in numbered)])
    found: list[str | None] = [None] * min(length, MAX_POINTS)
    for index, text in numbered:
        if 0 <= index < len(found):
            found[index] = text
    return found


def numbers(element: Element | None) -> tuple[float | None, ...]:
    """Return the cached numbers of a ``c:val``, ``c:yVal`` …, None where there is none."""
    read = (
        parse_number(text, float("inf")) if text is not None else float("inf") for text in points(cache_of(element))
    )
    return tuple(None if number == float("inf") else number for number in read)


def format_code(element: Element | None) -> str:
    """Return the number format the values were written with."""
    return text_of(child(cache_of(element), "c:formatCode")) or "General"


def text_of(element: Element | None) -> str:
    """Return an element's own text; "" when there is no element."""
    return "" if element is None else element.text or ""


__all__ = ["MAX_POINTS", "cache_of", "format_code", "levels_of", "numbers", "points", "text_of"]
