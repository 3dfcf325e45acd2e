"""The figures that a sentence states: which one tells most, and how it stands large."""

from __future__ import annotations

import re

from prezent_widgets.generate.model import BigNumber
from prezent_widgets.generate.wording.phrases import capital, shorten

DATES = re.compile(r"\b(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:19|20)\d{2}\b|\b(?:19|20)\d{2}\b|\bQ[1-4]\b")


_FIGURE = re.compile(
    r"(?<![\w.,-])(?P<figure>[$€£]?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|percent\b|million\b|billion\b))?)"
    r"(?P<unit>\s(?:[A-Z]{3}\b|euros?\b|dollars?\b|years?\b|weeks?\b|days?\b|hours?\b|minutes\b|months?\b|points?\b|gigawatt-hours\b|[kMGT]Wh\b))?"
)


def strong_figure(text: str) -> str:
    """The first figure of a line made strong, with its unit word.

    Example:
        >>> strong_figure("The pilot cost 12.6 million euros in all")
        'The pilot cost **12.6 million euros** in all'
    """
    return re.sub(
        r"(?<![\w-])(?!(?:19|20)\d\d\b(?!\s?%))([$€£]?\d[\d,.]*\d|\d)(\s?%|\s(?:percent|million|billion|thousand)?\s?(?:[A-Z]{3}\b|euros?\b|dollars?\b|years?\b|weeks?\b|days?\b|minutes\b|months?\b)?)?",
        lambda m: f"**{m[0].strip()}**" + (" " if m[0].endswith(" ") else ""),
        text,
        count=1,
    )


def telling(text: str) -> int:
    """2 for a share or an amount, 1 for another figure, 0 for none; dates do not count."""
    bare = DATES.sub("", text)
    return 2 if re.search(r"\d\s?(%|percent|million|billion)|\d,\d{3}", bare) else 1 if re.search(r"\d", bare) else 0


def stated_number(text: str, fact: str) -> BigNumber | None:
    """The first figure of a sentence to stand large: what it is about before it, the rest as its detail.

    Example:
        >>> n = stated_number("Visits rose by 23 percent, from 41,200 to 50,700.", "f1")
        >>> n.figure, n.label, n.detail
        ('23%', 'Visits rose', 'from 41,200 to 50,700')
    """
    match = next(
        (
            m
            for m in _FIGURE.finditer(text)
            if not re.fullmatch(r"(19|20)\d{2}|[1-9]", m["figure"].strip()) and not _dated(text, m.start())
        ),
        None,
    )
    if match is None:
        return None
    figure = match["figure"].strip().replace(" percent", "%").replace(" %", "%")
    unit = (match["unit"] or "").strip()
    if symbol := {"euro": "€", "dollar": "$", "pound": "£"}.get(unit.rstrip("s")):
        figure, unit = f"{symbol}{figure}", ""
    before = re.sub(r"[\s,;:]+$", "", text[: match.start()])
    after = re.sub(r"^[\s,;:]+", "", text[match.end() :]).rstrip(".")
    if not _LABEL.search(before) or len(before.split()) < 2:
        return None
    if not unit and re.fullmatch(r"[\d,.]+", figure) and re.match(r"[^\W\d_]", after):
        return None  # "room for 24 more docks": a count torn from what it counts says nothing
    while (shorter := re.sub(_LOOSE, "", before)) != before:
        before = shorter
    words = before.split()
    if not 2 <= len(words) <= 9:
        return None
    detail = re.sub(r"^(and|that|which)\s+", "", shorten(after, 9)) if len(after.split()) <= 14 else ""
    if unit:
        detail = f"{unit} {detail}".strip()
    return BigNumber(figure, capital(before), "" if detail.endswith("…") else detail, (fact,))


_LOOSE = (
    r"\s+(by|of|to|at|from|was|were|is|are|about|only|the|a|an|for|in|on|with|and|some|nearly|over|under|up|costs?)$"
)
_LABEL = re.compile(
    r"\b(is|are|was|were|has|have|had|costs?|rose|fell|grew|takes?|took|lasts?|needs?|reached|increased|decreased|"
    r"dropped|declined|brought|brings?|holds?|averages?|averaged|amounts?|totals?|kostet|kosten|stieg|sank|beträgt|"
    r"coûte|augmenté|baissé|cuesta|subió|bajó)\b",
    re.I,
)


def _dated(text: str, start: int) -> bool:
    """Whether the figure at ``start`` belongs to a date."""
    return any(match.start() <= start < match.end() for match in DATES.finditer(text))


__all__ = ["DATES", "stated_number", "strong_figure", "telling"]
