"""A deck without data: the parts the prompt asks for, said to be an outline, with nothing invented."""

from __future__ import annotations

import re

from prezent_widgets.generate.facts.book import rich
from prezent_widgets.generate.model import SlideSpec, TableBlock, TextBlock
from prezent_widgets.generate.prompt import Request
from prezent_widgets.generate.wording.phrases import plural, shorten

_NEEDS = (
    (
        r"\b(how (?:has|have|did|much|many)|change\w*|grow\w*|grew|fell|trend|faster|slower|since|between)\b",
        "A table with a date column and the measure",
    ),
    (r"\b(why|cause\w*|reason\w*)\b", "Notes or a report that name the causes"),
    (r"\b(which|who|where|best|worst|top)\b", "A table with one row for each of them"),
    (r"\b(should|must|next|recommend\w*|ask|decide|plan)\b", "A report with recommendations, actions or a budget"),
    (r"\b(target|goal|hit|reach)\b", "The targets, and a table that measures them"),
)


def need_of(question: str) -> str:
    """What kind of source would answer a question.

    Example:
        >>> need_of("Why did costs rise?")
        'Notes or a report that name the causes'
    """
    return next(
        (need for pattern, need in _NEEDS if re.search(pattern, question, re.I)), "A table or a report that covers it"
    )


def outline_slides(request: Request, number: int, *, attached: bool) -> list[SlideSpec]:
    """The questions, what each needs, and the next step; no figures, since no source holds any."""
    questions = (request.questions or (f"{request.title}?",))[:6]
    listed = TextBlock(tuple(rich(shorten(question, 16)) for question in questions))
    why = "the files attached hold no values" if attached else "no file was attached"
    first = SlideSpec(
        f"s{number}",
        "text",
        f"Outline only: {plural(len(questions), 'question')} to answer, and {why}",
        (listed,),
        notes=f"This is an outline: {why}, so the deck states what was asked and claims nothing. "
        "Use it to agree on the questions before data is gathered.",
    )
    table = TableBlock(
        ("Question", "What would answer it"),
        tuple((shorten(question, 16), need_of(question)) for question in questions),
        (False, False),
        alt="Each question with the source that would answer it.",
    )
    second = SlideSpec(
        f"s{number + 1}",
        "table",
        "Each question needs a source before it can be answered",
        (table,),
        notes="Go through the questions and name who holds the data for each. "
        "Every figure of the finished deck will lead back to a cell or a sentence of these sources.",
    )
    last = SlideSpec(
        f"s{number + 2}",
        "closing",
        "Next step: attach the data and generate this deck again",
        notes="Attach a CSV, a workbook, a document or notes, and generate again "
        "with the same prompt; the outline stays, the findings come in.",
    )
    return [first, second, last]


__all__ = ["need_of", "outline_slides"]
