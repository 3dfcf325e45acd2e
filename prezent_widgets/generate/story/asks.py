"""What a deck ends with, by audience: a decision, risks and outlook, actions with owners, a checklist or a quiz."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prezent_widgets.audiences.model import Audience
from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.model import Block, Line, SlideSpec, Span, TableBlock, TextBlock
from prezent_widgets.generate.story.pieces import FURNITURE, as_title, card, within, words_in
from prezent_widgets.generate.wording.phrases import capital, lower_first, shorten, soften

_MOST_DECISIONS = 3
_OPENING = {
    "decision": "Decision asked",
    "risks": "Risks and outlook",
    "actions": "Actions",
    "next-experiments": "Next to test",
    "recommendation": "We recommend",
    "checklist": "Checklist",
    "motion": "Motion",
    "call": "What should happen now",
    "summary": "To take home",
}
_SAYS = {
    "decision": "Ask for a decision on each point, and who takes it on.",
    "risks": "Name the risks first, then what is done about them.",
    "actions": "Read out each action, and name its owner and its date before the meeting ends.",
    "next-experiments": "Say for each one what result would change our mind.",
    "recommendation": "Say how sure we are, and what we would do otherwise.",
    "checklist": "Go through the points in order; each is done or not done.",
    "motion": "Read the motion as it is to be put to the vote.",
    "call": "Leave this slide up while people ask questions.",
    "summary": "Let people answer before you show the figures.",
}


def asking_slide(
    advice: Sequence[Line], chosen: Sequence[Topic], audience: Audience, *, sources: tuple[str, ...]
) -> SlideSpec | None:
    """The closing ask of the audience's kind, each point with the figure it stands on; None when nothing follows."""
    if audience.ask == "summary":
        return _quiz(chosen, sources)
    risks = _risks(chosen) if audience.ask == "risks" else []
    if not advice and not any(topic.risk for topic in chosen):
        return None
    if audience.ask == "next-experiments":
        advice = sorted(advice, key=lambda line: not line.text.startswith("Test "))
    lead = as_title((list(advice) or risks)[0])
    title = f"{_OPENING[audience.ask]}: {soften(shorten(lead, 10), _names(chosen))}"
    budget = audience.max_words - words_in(title) - FURNITURE // 2
    most = min(audience.max_bullets, 4)
    lines = within(advice, budget, most) if advice else ()
    blocks: tuple[Block, ...]
    if risks:
        kept = within(risks, max(12, budget // 2), 3)
        after = within(advice, max(12, budget - words_in(*(line.text for line in kept))), 3) if advice else ()
        blocks = (TextBlock(kept, heading="Risks"), *((TextBlock(after, heading="Outlook"),) if after else ()))
        lines = (*kept, *after)
    elif audience.ask == "actions" and len(lines) >= 2 and all(_headed(line) for line in lines):
        blocks = (_action_table(lines),)
    elif 2 <= len(lines) <= 3 and all(_headed(line) for line in lines):
        blocks = tuple(card(line) for line in lines)
    else:
        blocks = (TextBlock(lines),)
    facts = tuple(dict.fromkeys(fact for line in lines for fact in line.facts))
    notes = [
        "What follows from what we saw, in order of weight.",
        *(f"{line.text.rstrip('.')}." for line in lines),
        _SAYS[audience.ask],
    ]
    return SlideSpec("s0", "ask", title, blocks, notes="\n".join(notes), sources=sources, facts=facts)


def _names(chosen: Sequence[Topic]) -> list[str]:
    return [name for topic in chosen for name in topic.entities]


def _headed(line: Line) -> bool:
    """Whether a line is "**what**: because"."""
    return len(line.spans) > 1 and line.spans[0].strong and line.spans[1].text.lstrip().startswith((":", "more "))


def _risks(chosen: Sequence[Topic]) -> list[Line]:
    """What speaks against: risks the sources name, missed targets, what fell."""
    named = [
        line for topic in chosen if topic.risk for line in (topic.lines or ((topic.brief,) if topic.brief else ()))
    ]
    fell = [t.brief for t in chosen if t.brief is not None and t.group in ("faller", "below", "fallers", "target")]
    return [*named[:3], *fell[:2]]


def _action_table(lines: Sequence[Line]) -> TableBlock:
    """Actions with why and an owner's place; owners that no source names stay open."""
    rows: list[tuple[str, ...]] = []
    for line in lines:
        why = "".join(span.text for span in line.spans[1:]).strip(" :")
        rows.append((capital(line.spans[0].text), capital(why), "To name"))
    facts = tuple(fact for line in lines for fact in line.facts)
    return TableBlock(
        ("Action", "Because", "Owner"), tuple(rows), (False, False, False), alt="Actions, why, and owner.", facts=facts
    )


def _quiz(chosen: Sequence[Topic], sources: tuple[str, ...]) -> SlideSpec | None:
    """Three questions on what was shown, beside what to remember; the answers are in the notes."""
    asked = [topic for topic in chosen if topic.number is not None][:3]
    briefs = [topic.brief for topic in sorted(chosen, key=lambda t: -t.score) if topic.brief is not None][:3]
    if not briefs:
        return None
    title = f"{_OPENING['summary']}: {soften(shorten(briefs[0].text, 13), _names(chosen))}"
    questions = tuple(rich(f"What was the {re.sub(r'^of ', 'share of ', t.number.label)}?") for t in asked if t.number)
    answers = [f"{capital(t.number.label)}: {t.number.figure}." for t in asked if t.number]
    blocks: tuple[Block, ...] = (TextBlock(tuple(briefs), heading="In short"),)
    if questions:
        blocks = (TextBlock(questions, heading="Check yourself"), *blocks)
    notes = [_SAYS["summary"], *([f"Answers: {' '.join(answers)}"] if answers else []), "Then ask what was a surprise."]
    facts = tuple(dict.fromkeys(fact for line in briefs for fact in line.facts))
    return SlideSpec("s0", "ask", title, blocks, notes="\n".join(notes), sources=sources, facts=facts)


def request_slide(slide: SlideSpec, topic: Topic, advice: Sequence[Line], audience: Audience) -> SlideSpec:
    """What the sources ask for, beside what it answers; ``slide`` is the topic's own."""
    from dataclasses import replace

    asked = TextBlock(topic.lines[:3], heading="What we ask for", bulleted=len(topic.lines) > 1)
    used = words_in(topic.title, *(line.text for line in topic.lines[:3])) + FURNITURE + 8
    why = within(advice, audience.max_words - used, 3)
    if not why:
        return replace(slide, blocks=(asked,), takeaway=None)
    facts = tuple(dict.fromkeys([*topic.facts, *(fact for line in why for fact in line.facts)]))
    notes = f"{slide.notes}\n" + " ".join(f"{line.text}." for line in why)
    return replace(
        slide, blocks=(asked, TextBlock(why, heading="What it must change")), takeaway=None, facts=facts, notes=notes
    )


def closing(chosen: Sequence[Topic], advice: Sequence[Line], open_questions: Sequence[str]) -> SlideSpec:
    """The one thing to remember, and what stays open."""
    best = max(chosen, key=lambda topic: topic.score) if chosen else None
    if advice:
        title = f"To decide today: {soften(shorten(as_title(advice[0]), 12), _names(chosen))}"
    else:
        title = (
            f"To remember: {soften(shorten(best.brief.text, 13), best.entities)}"
            if best is not None and best.brief is not None
            else "Thank you"
        )
    lines = tuple(_decision(line) for line in advice[:_MOST_DECISIONS])
    several = len(lines) > 1
    line = f"Left open by the sources: {lower_first(shorten(open_questions[0], 14))}" if open_questions else ""
    return SlideSpec(
        "s0",
        "closing",
        "To decide today" if several else title,
        (TextBlock(lines, bulleted=False),) if several else (),
        subtitle="" if several else line,
        notes="Close with the decision: read it out, ask whether anything speaks against it, "
        "and name who acts next and by when.",
        facts=tuple(dict.fromkeys(fact for line in advice[:_MOST_DECISIONS] for fact in line.facts)),
    )


def _decision(line: Line) -> Line:
    """What is to be decided, without its reasons: the head of a recommendation, else its first clause."""
    first = line.spans[0] if line.spans else Span("")
    head = first.text.strip(" :;,.") if first.strong else ""
    return Line((Span(head if len(head.split()) > 1 else shorten(line.text, 12)),), line.facts)


__all__ = ["asking_slide", "closing", "request_slide"]
