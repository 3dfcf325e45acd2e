"""The single checks of the quality report: each reads the slides as written and says what is wrong where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from prezent_widgets.audiences.model import Audience
from prezent_widgets.deck.contrast import placeholder_contrasts
from prezent_widgets.deck.package import problems
from prezent_widgets.generate.model import Finding, Story
from prezent_widgets.generate.quality.content import grounding, left_out
from prezent_widgets.generate.quality.written import WrittenSlide, read_slides

_BODY = frozenset({"text", "object", "card text", "point", "step text", "quote", "takeaway"})
_SMALL = {"source": 9.0, "footer": 9.0, "number": 9.0, "date": 9.0, "table": 10.0}
_LOWER_THIRD = 0.62
_FRAME_LEAST = 10.0
_LEFTOVER = re.compile(r"click to (add|edit)|lorem ipsum|\bTODO\b|\{\{|\*\*|\bnan\b|\bNone\b", re.IGNORECASE)

Run = Callable[[bytes, Sequence[WrittenSlide], Story, Audience], list[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A named check."""

    name: str
    run: Run


def _package(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    return [Finding("package", "error", problem) for problem in problems(data)]


def _length(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    low, high = audience.slides
    count = len(slides)
    if low <= count <= high:
        return []
    message = f"{count} slides; {audience.name} decks have {low} to {high}. Give a number of slides to change that."
    return [Finding("length", "note", message)]


def _titles(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    found: list[Finding] = []
    counted = Counter(slide.title.casefold() for slide in slides if slide.title and slide.role == "content")
    for slide in slides:
        if not slide.title:
            found.append(Finding("titles", "error", "The slide has no title. Say its message in one.", slide.number))
        elif slide.role == "content" and counted[slide.title.casefold()] > 1:
            found.append(
                Finding(
                    "titles",
                    "warning",
                    f"Another slide has the same title: {slide.title}. Say what is different here.",
                    slide.number,
                )
            )
        elif slide.title_lines > (2 if slide.role == "content" else 4):
            found.append(
                Finding(
                    "titles", "warning", f"The title takes {slide.title_lines} lines. Shorten it to two.", slide.number
                )
            )
        elif slide.title.endswith("…"):
            found.append(Finding("titles", "warning", "The title had to be cut. Write a shorter one.", slide.number))
    return found


def _overflow(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    found: list[Finding] = []
    for slide in slides:
        for text in slide.texts:
            if text.need > text.room * 1.02 + 1:
                share = round(100 * text.need / max(text.room, 1))
                found.append(
                    Finding(
                        "overflow",
                        "error",
                        f"{text.name} needs {share} % of its height. Shorten its text.",
                        slide.number,
                    )
                )
        for table in slide.tables:
            if table.bottom > slide.height:
                found.append(
                    Finding(
                        "overflow", "error", "A table runs off the slide. Remove rows or set it smaller.", slide.number
                    )
                )
    return found


def _empty(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    return [
        Finding("empty placeholders", "error", f"{name} is empty. Fill it or delete it.", slide.number)
        for slide in slides
        for name in slide.empty
    ]


def _leftovers(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    found: list[Finding] = []
    for slide in slides:
        for text in slide.all_text:
            match = _LEFTOVER.search(text)
            if match:
                found.append(
                    Finding("left-overs", "error", f"“{match.group(0)}” is left over. Replace it.", slide.number)
                )
    return found


def _sizes(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    found: list[Finding] = []
    for slide in slides:
        for text in slide.texts:
            least = (
                float(audience.min_body_pt)
                if text.kind in _BODY and text.kind != "takeaway"
                else _SMALL.get(text.kind, 12.0)
            )
            if text.smallest < least - 0.05:
                message = (
                    f"{text.name} is set in {text.smallest:g} pt; {audience.name} slides want {least:g} or more. "
                    "Shorten the text and set it larger."
                )
                found.append(Finding("text size", "warning", message, slide.number))
        for frame in slide.frames:
            if frame.size is not None and frame.size < _FRAME_LEAST:
                message = (
                    f"The {frame.place} of {frame.name} are set in {frame.size:g} pt. Show fewer and set them larger."
                )
                found.append(Finding("text size", "warning", message, slide.number))
    return found


def _words(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    return [
        Finding(
            "word budget",
            "warning",
            f"{slide.words} words; {audience.name} slides have {audience.max_words} at most. Move detail to the notes.",
            slide.number,
        )
        for slide in slides
        if slide.role == "content" and slide.words > audience.max_words
    ]


def _overlap(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    found: list[Finding] = []
    for slide in slides:
        for first, second in _pairs(slide.boxes):
            wide = min(first[3], second[3]) - max(first[1], second[1])
            high = min(first[4], second[4]) - max(first[2], second[2])
            if wide > 2 and high > 2:
                found.append(
                    Finding(
                        "overlap", "warning", f"{first[0]} and {second[0]} overlap. Move one of them.", slide.number
                    )
                )
    return found


def _pairs(
    boxes: Sequence[tuple[str, float, float, float, float]],
) -> Iterator[tuple[tuple[str, float, float, float, float], ...]]:
    for number, first in enumerate(boxes):
        for second in boxes[number + 1 :]:
            yield first, second


def _alt(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    return [
        Finding(
            "alternative text",
            "warning",
            f"{name} has no alternative text. Say in a sentence what it shows.",
            slide.number,
        )
        for slide in slides
        for name in slide.undescribed
    ]


def _contrast(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    """Text in the layouts that the deck uses, against what lies behind it."""
    used = {(slide.layout, text.name) for slide in slides for text in slide.texts}
    found: list[Finding] = []
    for (layout, name), (contrast, size) in placeholder_contrasts(data).items():
        least = 3.0 if size >= 24 else 4.5
        if (layout, name) in used and contrast < least - 0.02:
            message = (
                f"{name} on {layout} has a contrast of {contrast:.1f}; {least:g} is needed. "
                "Choose a darker or lighter colour in the layout."
            )
            found.append(Finding("contrast", "warning", message))
    for slide in slides:
        for frame in slide.frames:
            least = 3.0 if (frame.size or 0) >= 18 else 4.5
            if frame.contrast is not None and frame.contrast < least - 0.02:
                message = (
                    f"The {frame.place} of {frame.name} have a contrast of {frame.contrast:.1f}; {least:g} is needed. "
                    "Choose a darker or lighter colour."
                )
                found.append(Finding("contrast", "warning", message, slide.number))
    return found


def _order(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    """A screen reader reads a slide in the order of its shapes: the title comes first."""
    message = "The title is not read first. Move it to the end of the selection pane's list."
    return [
        Finding("reading order", "warning", message, slide.number)
        for slide in slides
        if slide.title and slide.texts and slide.texts[0].kind != "title"
    ]


def _space(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    message = "The lower third of the slide is empty. Add a takeaway, or join the slide with its neighbour."
    return [
        Finding("empty space", "note", message, slide.number)
        for slide in slides
        if slide.role == "content" and slide.lowest < _LOWER_THIRD * slide.height
    ]


CHECKS: tuple[Check, ...] = (
    Check("package", _package),
    Check("length", _length),
    Check("titles", _titles),
    Check("overflow", _overflow),
    Check("empty placeholders", _empty),
    Check("left-overs", _leftovers),
    Check("text size", _sizes),
    Check("word budget", _words),
    Check("contrast", _contrast),
    Check("overlap", _overlap),
    Check("alternative text", _alt),
    Check("reading order", _order),
    Check("empty space", _space),
    Check("figures", grounding),
    Check("left out", left_out),
)

__all__ = ["CHECKS", "Check", "read_slides"]
