"""Small parts of slides: words counted, lines that fit a budget, a line as a card or as a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prezent_widgets.generate.facts.book import rich
from prezent_widgets.generate.model import Line, TextBlock
from prezent_widgets.generate.wording.phrases import capital

FURNITURE = 8  # words of the source line and the slide number


def words_in(*texts: str) -> int:
    """Words as a reader counts them."""
    return sum(len(text.split()) for text in texts)


def within(lines: Sequence[Line], budget: int, most: int) -> tuple[Line, ...]:
    """The first lines that keep to ``budget`` words and ``most`` items, at least one."""
    out: list[Line] = []
    used = 0
    for line in lines:
        used += words_in(line.text)
        if out and (used > budget or len(out) >= most):
            break
        out.append(line)
    return tuple(out)


def card(line: Line) -> TextBlock:
    """A line as a card: its strong opening becomes the heading."""
    head, rest = line.spans[0].text, "".join(span.text for span in line.spans[1:]).strip(" :")
    return TextBlock(
        (rich(capital(rest), line.facts),) if rest else (line,), heading=head if rest else "", bulleted=False
    )


def as_title(line: Line) -> str:
    """A recommendation in one clause, for a title: its colon becomes a comma, the comparison is left to the slide."""
    text = line.text.rstrip(".").replace(": ", ", ", 1).split(", against")[0].split(" while ")[0]
    return re.sub(r"\s*\([^()]*\)$", "", text)


__all__ = ["FURNITURE", "as_title", "card", "within", "words_in"]
