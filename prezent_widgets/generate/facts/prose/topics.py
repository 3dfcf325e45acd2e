"""What the written sources say: actions, asks, changes over the year, the text itself."""

from __future__ import annotations

import re

from prezent_widgets.generate.facts.book import Book, Topic, rich
from prezent_widgets.generate.facts.prose.sections import Section, claim
from prezent_widgets.generate.facts.prose.stated import DATES, stated_number, strong_figure, telling
from prezent_widgets.generate.facts.prose.tables import comments_topic, table_topic
from prezent_widgets.generate.model import Line, NumbersBlock, StepsBlock
from prezent_widgets.generate.wording.phrases import capital, plural, shorten, stems

_WHEN = re.compile(r"^([A-ZÀ-Þ][^:]{1,24}|\d{4}[^:]{0,12}|Q[1-4][^:]{0,8}):\s+(.+)$")


def prose_topics(sections: list[Section], book: Book, entities: dict[str, str], *, alone: bool) -> list[Topic]:
    """Messages of the written sources. ``entities`` are group names of the data → their change as shown.

    ``alone`` says that there is no data beside the text, so that every section earns a slide.
    """
    topics: list[Topic] = []
    commented = [s for s in sections if s.heading.casefold() in {name.casefold() for name in entities}]
    if len(commented) >= 2:
        topics.append(comments_topic(commented, book, entities))
    for section in sections:
        if section in commented or section.kind == "target":
            continue
        if section.kind == "action" or (section.tables and alone):
            topics += [topic for table in section.tables if (topic := table_topic(section, table, book)) is not None]
        if section.kind == "change" and (steps := _steps(section, book)) is not None:
            topics.append(steps)
        elif section.kind == "ask" and section.lines:
            topics.append(_ask(section, book))
        elif section.kind == "recommend" or (section.kind == "method" and not alone):
            continue
        elif section.lines and (alone or section.kind in ("risk", "summary") or _has_figure(section)):
            topics.append(_text(section, book))
    return topics


def _has_figure(section: Section) -> bool:
    """Whether an untitled kind of section states a figure that is more than a date."""
    bare = [DATES.sub("", text) for text, _ in section.lines]
    return section.kind == "other" and any(re.search(r"\d", text) for text in bare)


def _steps(section: Section, book: Book) -> Topic | None:
    found = [(match[1], match[2], passage) for text, passage in section.lines if (match := _WHEN.match(text))]
    if len(found) < 2:
        return None
    facts = tuple(
        claim(book, f"{when}: {what}", passage, section.source, "event", when) for when, what, passage in found
    )
    steps = tuple((when, *_split(what)) for when, what, _ in found[:5])
    title = f"{section.heading}: {plural(len(found), 'step')} from {found[0][0]} to {found[-1][0]}"
    return Topic(
        f"steps:{section.source}:{section.heading}",
        "changes",
        title,
        "steps",
        (StepsBlock(steps, facts),),
        (),
        (f"{title}.", *(f"{w}: {t.rstrip('.')}." for w, t, _ in found)),
        facts,
        (section.source,),
        stems(f"{section.heading} why change faster improve"),
        4.0,
    )


def _split(text: str) -> tuple[str, str]:
    """A step's heading and its detail: cut at the first clause."""
    head, _, rest = text.rstrip(".").partition(";" if ";" in text else ",")
    return capital(shorten(head, 9)), capital(shorten(rest.strip(), 14))


def _ask(section: Section, book: Book) -> Topic:
    facts = tuple(claim(book, text, passage, section.source, "ask") for text, passage in section.lines)
    first = section.lines[0][0].rstrip(".")
    title = f"We ask for {shorten(first, 14)}" if re.match(r"[\d$€£]", first) else shorten(first, 16)
    lines = tuple(
        rich(strong_figure(shorten(text, 24).rstrip(".")), (fact,))
        for (text, _), fact in list(zip(section.lines, facts, strict=True))[:4]
    )
    return Topic(
        f"ask:{section.source}",
        "ask",
        title,
        "ask",
        (),
        lines,
        (f"{title}.", "Say what the money or the decision brings, and what happens without it."),
        facts,
        (section.source,),
        stems(f"ask budget request {section.heading} {first}"),
        7.0,
    )


def _text(section: Section, book: Book) -> Topic:
    ranked = sorted(enumerate(section.lines), key=lambda item: (-telling(item[1][0]), item[0]))
    kept = [section.lines[index] for index in sorted(index for index, _ in ranked[:5])]
    facts = tuple(claim(book, text, passage, section.source) for text, passage in kept)
    lead = ranked[0][1][0]
    title = shorten(lead, 16).rstrip(".") if len(lead.split()) >= 4 else f"{section.heading}: {lead}"
    whole = len(lead.split()) <= 16
    lines = tuple(
        rich(strong_figure(shorten(text, 20).rstrip(".")), (fact,))
        for (text, _), fact in zip(kept, facts, strict=True)
        if text != lead or len(kept) == 1 or not whole
    )
    numbers = tuple(
        number for (text, _), fact in zip(kept, facts, strict=True) if (number := stated_number(text, fact)) is not None
    )
    score = {"summary": 6.0, "risk": 4.5, "method": 2.2}.get(section.kind, 4.0 if numbers else 2.5)
    words = stems(f"{section.heading} {section.kind} {' '.join(text for text, _ in section.lines)}")
    return Topic(
        f"text:{section.source}:{section.heading}",
        "text",
        title,
        "numbers" if 2 <= len(numbers) <= 4 and section.kind != "summary" else "text",
        (NumbersBlock(numbers[:4]),) if 2 <= len(numbers) <= 4 and section.kind != "summary" else (),
        lines if not 2 <= len(numbers) <= 4 or section.kind == "summary" else (),
        (f"{section.heading}.", *(text for text, _ in section.lines[:6])),
        facts,
        (section.source,),
        words,
        score,
        number=numbers[0] if numbers else None,
        brief=rich(strong_figure(shorten(lead, 14).rstrip(".")), facts[:1]),
        risk=section.kind == "risk",
    )


def recommendations(sections: list[Section], book: Book) -> list[Line]:
    """The sources' own recommendations, as lines."""
    out: list[Line] = []
    for section in sections:
        if section.kind == "recommend":
            out += [
                rich(
                    f"**{capital(shorten(text, 18).rstrip('.'))}**"
                    if len(text.split()) <= 6
                    else strong_figure(capital(shorten(text, 18).rstrip("."))),
                    (claim(book, text, passage, section.source, "recommendation"),),
                )
                for text, passage in section.lines
            ]
    return out


__all__ = ["prose_topics", "recommendations"]
