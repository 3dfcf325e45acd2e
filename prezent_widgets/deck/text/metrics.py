"""How much room text needs, from the widths of the real faces; a line is 1.2 em high."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from prezent_widgets.deck.text.looks import Look
from prezent_widgets.ooxml.fonts import measure

LINE_PITCH = 1.2
SAFETY = 1.02  # Office breaks lines a little differently: keep two per cent in hand


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """Room a text needs: height and widest line in points, and its lines."""

    height: float
    width: float
    lines: int


@lru_cache(maxsize=65536)
def text_width(text: str, family: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Width of one line of text in points."""
    return measure(text, family, 100.0, bold, italic) * size / 100.0 * SAFETY


def wrap(runs: Sequence[Run], look: Look, size: float, width: float) -> tuple[int, float]:
    """Lines that the runs take in ``width`` points, and the widest of them."""
    lines, current, widest = 1, 0.0, 0.0
    space = text_width(" ", look.family, size, look.bold, look.italic)
    pending = 0.0
    for word, bold in _words(runs):
        if word == "\n":
            widest, lines, current, pending = max(widest, current), lines + 1, 0.0, 0.0
            continue
        extent = text_width(word, look.family, size, bold or look.bold, look.italic)
        if current and current + pending + extent > width:
            widest, lines, current, pending = max(widest, current), lines + 1, 0.0, 0.0
        broken = int(extent // width) if extent > width else 0
        lines += broken
        current += pending + extent - broken * width
        pending = space
    return lines, max(widest, current)


def _words(runs: Sequence[Run]) -> list[tuple[str, bool]]:
    """Words with their weight; a word that changes weight inside counts as bold.

    A no-break space is part of a word.
    """
    text = "".join(run.text for run in runs)
    weights = [run.bold for run in runs for _ in run.text]
    found: list[tuple[str, bool]] = []
    for match in re.finditer(r"\n|[^ \t\n]+", text.replace("\v", "\n")):
        found.append((match.group(0), any(weights[match.start() : match.end()])))
    return found


def paragraph_extent(runs: Sequence[Run], look: Look, size: float, width: float) -> Extent:
    """Room of one paragraph without the space before it."""
    lines, widest = wrap(runs, look, size, max(width - look.margin, 8.0))
    return Extent(lines * size * LINE_PITCH * look.spacing, widest + look.margin, lines)


__all__ = ["LINE_PITCH", "Extent", "Run", "paragraph_extent", "text_width", "wrap"]
