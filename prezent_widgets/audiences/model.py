"""An audience as rules that the planner enforces and a test can check (engine rules: docs/reference/audiences.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Order = Literal["answer-first", "question-first", "chronological", "problem-solution"]
Ask = Literal[
    "decision", "risks", "actions", "next-experiments", "recommendation", "checklist", "motion", "call", "summary"
]
ChartBias = Literal["chart", "table", "number"]


@dataclass(frozen=True, slots=True)
class Audience:
    """Who will sit in the room, as numbers.

    Args:
        id: stable identifier, e.g. ``"executive"``.
        name: shown to people, e.g. ``"Executive"``.
        description: one sentence for the picker.
        slides: fewest and most slides, cover and closing included.
        max_words: words on one content slide.
        max_bullets: items in one list.
        min_body_pt: smallest body text, in points.
        order: how the story is told.
        ask: what the deck ends with (or opens with, see ``ask_first``).
        ask_first: the ask stands on slide 2 instead of last.
        chart_bias: preferred form of evidence.
        max_points: most points in one chart.
        digits: significant digits shown on slides.
        method: where the method goes: nowhere, one line, an appendix slide, or the body.
        appendix: whether an appendix with the data is added.
        notes: how speaker notes are written.
        aliases: other names people use, matched without regard to case.
    """

    id: str
    name: str
    description: str
    slides: tuple[int, int]
    max_words: int
    max_bullets: int
    min_body_pt: int
    order: Order
    ask: Ask
    ask_first: bool
    chart_bias: ChartBias
    max_points: int
    digits: int
    method: Literal["none", "line", "appendix", "body"]
    appendix: bool
    notes: Literal["script", "cues"]
    aliases: tuple[str, ...] = ()


__all__ = ["Ask", "Audience", "ChartBias", "Order"]
