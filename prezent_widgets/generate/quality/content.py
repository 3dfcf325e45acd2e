"""Checks of what the slides say against the story: figures without a fact, content that found no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prezent_widgets.audiences.model import Audience
from prezent_widgets.generate.model import (
    Block,
    Finding,
    NumbersBlock,
    SlideSpec,
    StepsBlock,
    Story,
    TableBlock,
    TextBlock,
)
from prezent_widgets.generate.quality.numbers import figures_in, known_figures
from prezent_widgets.generate.quality.written import WrittenSlide

_SHOWN = 90  # characters of a line that a message quotes


def grounding(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    """Every figure in a slide's own words belongs to a fact, a chart or a table of that slide."""
    everywhere = known_figures(story.facts, [])
    found: list[Finding] = []
    specs = {" ".join(spec.title.split()): spec for spec in story.slides}
    for slide in slides:
        spec = specs.get(" ".join(slide.plain_title.split()))
        allowed = everywhere if spec is None else everywhere | known_figures((), [spec])
        for text in slide.claims:
            for figure in figures_in(text):
                if not figure.trivial and not figure.matches(allowed):
                    message = (
                        f"“{figure.text}” is not among the facts. Check it against the sources before you show it."
                    )
                    found.append(Finding("figures", "warning", message, slide.number))
    return found


def left_out(data: bytes, slides: Sequence[WrittenSlide], story: Story, audience: Audience) -> list[Finding]:
    """Content of the story that stands neither on a slide nor in the notes, because there was no room for it."""
    written = _plain(" ".join(text for slide in slides for text in (*slide.all_text, *slide.cells, slide.notes)))
    titles = {_plain(slide.plain_title): slide.number for slide in slides}
    found: list[Finding] = []
    for spec in story.slides:
        number = titles.get(_plain(spec.title))
        for text in _lines(spec):
            plain = _plain(text)
            if plain and plain not in written:
                quoted = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
                message = (
                    f"No room for all of “{quoted}”. Switch speaker notes on to keep it there, or ask for more slides."
                )
                found.append(Finding("left out", "note", message, number))
    return found


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


def _lines(spec: SlideSpec) -> Iterator[str]:
    yield spec.title
    if spec.takeaway is not None:
        yield spec.takeaway.text
    for block in spec.blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case TextBlock():
            yield from (block.heading, *(line.text for line in block.lines))
        case NumbersBlock():
            for number in block.numbers:
                yield from (number.figure, number.label, number.detail)
        case StepsBlock():
            for step in block.steps:
                yield from step
        case TableBlock():
            yield from (cell for row in (block.head, *block.rows) for cell in row)
        case _:
            return


__all__ = ["grounding", "left_out"]
