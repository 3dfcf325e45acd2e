"""Shorter wording of a line, by cutting what hangs on it: brackets, trailing clauses, at last words."""

from __future__ import annotations

import re

from prezent_widgets.deck.text import Paragraph
from prezent_widgets.deck.text.metrics import Run

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CLAUSES = re.compile(r"\s*(?:;\s|\s[–—-]\s|,\s|:\s)")
_LEAST_WORDS = 4


def shorten(paragraph: Paragraph, *, force: bool = False, figures: bool = False) -> Paragraph | None:
    """The paragraph one step shorter, None when no clean cut is left.

    With ``force``, words go too, marked by an ellipsis; with ``figures``, nothing that holds a figure is cut.

    Example:
        >>> shorten(Paragraph((Run("Sales grew by 4 % (after 2 %), driven by the north"),))).text
        'Sales grew by 4 %, driven by the north'
    """
    text = paragraph.text
    without = _BRACKETS.sub("", text)
    if without != text and not (figures and _loses_figures(text, without)) and len(without.split()) >= _LEAST_WORDS:
        return _keep(paragraph, [match.span() for match in _BRACKETS.finditer(text)])
    cuts = [match.start() for match in _CLAUSES.finditer(text) if len(text[: match.start()].split()) >= _LEAST_WORDS]
    if cuts and not (figures and _loses_figures(text, text[: cuts[-1]])):
        return _keep(paragraph, [(cuts[-1], len(text))])
    if not force:
        return None
    words = text.removesuffix("…").split()
    if len(words) < 2:
        return None if len(text) < 12 else _ellipsis(paragraph, len(text) * 3 // 4)
    return _ellipsis(paragraph, len(text.removesuffix("…").rstrip().rsplit(None, 1)[0]))


def _loses_figures(text: str, shorter: str) -> bool:
    return sum(map(str.isdigit, text)) != sum(map(str.isdigit, shorter))


def _ellipsis(paragraph: Paragraph, length: int) -> Paragraph:
    cut = _keep(paragraph, [(length, len(paragraph.text))])
    last = cut.runs[-1]
    return Paragraph((*cut.runs[:-1], Run(last.text.rstrip(" ,;:–—-") + "…", last.bold)), cut.level, cut.bulleted)


def _keep(paragraph: Paragraph, holes: list[tuple[int, int]]) -> Paragraph:
    """The paragraph without the stretches ``holes`` of its text, runs kept."""
    runs: list[Run] = []
    position = 0
    for run in paragraph.runs:
        kept = "".join(
            mark for number, mark in enumerate(run.text, start=position) if not any(a <= number < b for a, b in holes)
        )
        position += len(run.text)
        if kept:
            runs.append(Run(kept, run.bold))
    return Paragraph(tuple(runs), paragraph.level, paragraph.bulleted)


__all__ = ["shorten"]
