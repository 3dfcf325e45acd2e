"""Where the lines of a title break: no lone last word, no figure torn from its unit.

Breaks are moved by no-break spaces, which keep the text one paragraph and let it flow anew when it is edited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from prezent_widgets.deck.text import Paragraph
from prezent_widgets.deck.text.looks import Look
from prezent_widgets.deck.text.metrics import text_width

NO_BREAK = "\u00a0"
_Width = Callable[[int, int], float]
_LEAST_WORDS = 3
_LEAST_SHARE = 0.3
_AMPLE = 0.45
_NUMBER = re.compile(r"[(+−-]?[\d.,]*\d%?")
_PERIOD = re.compile(r"[A-Z]\d|\w{3,9}\.?")
_YEAR = re.compile(r"(19|20)\d\d\W?")
_UNIT = re.compile(r"[^\W\d_]{1,8}\W?|%\W?")
_CURRENCY = re.compile(r"[A-Z]{3}\W?|[€$£]\W?")


def balance(paragraph: Paragraph, look: Look, size: float, width: float) -> Paragraph:
    """The paragraph with its last line long enough to stand for itself, in as many lines as before.

    Example:
        >>> from prezent_widgets.deck.text.metrics import Run
        >>> title = Paragraph((Run("Sales grew in every region of the country this year"),))
        >>> balance(title, Look(20, "Arial"), 20, 460).text.split(" ")[-1].split(NO_BREAK)
        ['country', 'this', 'year']
    """
    words = paragraph.text.split(" ")
    if len(paragraph.runs) != 1 or "\n" in paragraph.text or len(words) < _LEAST_WORDS + 1:
        return paragraph

    def wide(first: int, last: int) -> float:
        return text_width(" ".join(words[first:last]), look.family, size, look.bold, look.italic)

    starts = _starts(words, width, wide)
    if len(starts) < 2:
        return paragraph
    chosen = _last_start(words, starts, width, wide)
    if chosen == starts[-1]:
        return paragraph
    text = " ".join([*words[:chosen], NO_BREAK.join(words[chosen:])])
    return replace(paragraph, runs=(replace(paragraph.runs[0], text=text),))


def _starts(words: Sequence[str], width: float, wide: _Width) -> list[int]:
    """The word each line begins with, lines filled as full as they go."""
    starts = [0]
    for number in range(1, len(words)):
        if wide(starts[-1], number + 1) > width:
            starts.append(number)
    return starts


def _last_start(words: Sequence[str], starts: Sequence[int], width: float, wide: _Width) -> int:
    """The word that the last line begins with best: after a mark if possible, never behind a figure."""
    count = len(words)
    least = _LEAST_WORDS if count > 5 and len(starts) == 2 else 2
    enough = [
        start
        for start in range(starts[-1], starts[-2] + 1, -1)
        if wide(start, count) <= width and not _torn(words, start)
        if count - start >= least or wide(start, count) >= _LEAST_SHARE * width
    ]
    if not enough:
        return starts[-1]
    if enough[0] == starts[-1] and wide(starts[-1], count) >= _AMPLE * width:
        return starts[-1]
    marked = [start for start in enough if words[start - 1][-1:] in ":;,—–" and wide(start, count) <= 0.8 * width]
    return marked[0] if marked else enough[0]


def _torn(words: Sequence[str], start: int) -> bool:
    """Whether a break before this word parts a figure from its unit, or a quarter or month from its year."""
    before, after = words[start - 1], words[start]
    if _NUMBER.fullmatch(before) and _UNIT.fullmatch(after):
        return True
    if _CURRENCY.fullmatch(after) and start > 1 and _NUMBER.fullmatch(words[start - 2]):
        return True
    return bool(_YEAR.fullmatch(after) and _PERIOD.fullmatch(before) and before[0].isupper())


__all__ = ["NO_BREAK", "balance"]
