"""A deck without data: the parts the prompt asks for, said to be an outline, with nothing invented."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import rich
from prezent_widgets.generate.model import SlideSpec, TextBlock
from prezent_widgets.generate.phrases import plural, shorten
from prezent_widgets.generate.prompt import Request


def outline_slides(request: Request, number: int) -> list[SlideSpec]:
    """One slide a question with what it needs, after one that lists them."""
    questions = request.questions or (request.title,)
    listed = TextBlock(tuple(rich(shorten(question, 16)) for question in questions[:5]))
    slides = [
        SlideSpec(
            f"s{number}",
            "text",
            f"This outline covers {plural(len(questions[:5]), 'question')} and holds no figures yet",
            (listed,),
            notes="No data was attached, so this deck states the questions and what "
            "would answer them. Attach a table or a report and generate it again.",
        )
    ]
    for index, question in enumerate(questions[:5], start=1):
        need = TextBlock(
            (
                rich("**What would answer it**: a table or a report that covers these words"),
                rich("**Where it goes**: the finding as the title, its chart below"),
                rich("**Next step**: attach the source and generate the deck again"),
            )
        )
        slides.append(
            SlideSpec(
                f"s{number + index}",
                "text",
                f"Open: {shorten(question, 14)}",
                (need,),
                notes=f"The question is: {question} No source was given "
                "that could answer it, so nothing is claimed here.",
            )
        )
    return slides


__all__ = ["outline_slides"]
