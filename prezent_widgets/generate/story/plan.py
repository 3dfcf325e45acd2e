"""The plan: a brief in, the whole story out. Pure: the same brief gives the same story."""

from __future__ import annotations

from dataclasses import replace

from prezent_widgets.generate.facts.book import Topic
from prezent_widgets.generate.model import Brief, Line, SlideSpec, Story
from prezent_widgets.generate.story.analyse import Analysis, analyse
from prezent_widgets.generate.story.asks import asking_slide, closing, request_slide
from prezent_widgets.generate.story.choose import choose_topics, unanswered
from prezent_widgets.generate.story.outline import outline_slides
from prezent_widgets.generate.story.rounding import to_digits
from prezent_widgets.generate.story.slides import cover, method_slide, summary, topic_slide, with_transitions


def plan_story(brief: Brief) -> Story:
    r"""Plan a deck from a brief.

    The audience's rules decide order, length and words; every figure on a slide is a fact with its cells. Questions
    that the sources cannot answer are in ``Story.unanswered`` and said on the method or closing slide.

    Example:
        >>> from prezent_widgets.audiences import find_audience
        >>> from prezent_widgets.sources import read_source
        >>> table = read_source("mix.csv", b"year,share\n2001,3.5\n2009,20\n2017,38.8\n")
        >>> plan_story(Brief("How has the share changed?", find_audience("executive"), (table,))).slides[0].role
        'cover'
    """
    analysis = analyse(brief)
    names = tuple(source.name for source in brief.sources)
    low, high = brief.settings.slides or brief.audience.slides
    if not analysis.topics:
        slides = [cover(analysis, brief.audience, names), *outline_slides(analysis.request, 2, attached=bool(names))]
        open_ = analysis.request.questions or (analysis.request.title,)
        warning = (
            "The sources hold nothing to report on; this is an outline."
            if names
            else "No source was given; this is an outline."
        )
        return Story(analysis.request.title, with_transitions(slides, True), (), open_, (*analysis.warnings, warning))
    asks = [topic for topic in analysis.topics if topic.group == "ask"]
    others = [topic for topic in analysis.topics if topic.group != "ask"]
    fixed = _fixed(brief, asks, analysis)
    chosen = choose_topics(
        others, analysis.request, brief.audience, max(2, high - fixed - (0 if high - low < 3 else 1))
    )
    advice = _advice(analysis, chosen, brief.audience.ask)
    open_ = unanswered([*chosen, *asks], analysis.request, bool(advice))
    slides = _arrange(brief, analysis, chosen, asks, advice, open_, names, low, high)
    slides = _said_once(slides)
    slides = [to_digits(slide, brief.audience.digits) for slide in slides]
    slides = [replace(slide, id=f"s{index}") for index, slide in enumerate(slides, start=1)]
    told = with_transitions(slides, brief.audience.notes == "script")
    return Story(analysis.request.title, told, tuple(analysis.book.facts), open_, analysis.warnings)


def _said_once(slides: list[SlideSpec]) -> list[SlideSpec]:
    """A takeaway that an earlier slide had is left out."""
    said: set[str] = set()
    out: list[SlideSpec] = []
    for slide in slides:
        text = slide.takeaway.text if slide.takeaway else ""
        out.append(replace(slide, takeaway=None) if text in said else slide)
        said.add(text)
    return out


def _fixed(brief: Brief, asks: list[Topic], analysis: Analysis) -> int:
    """Slides that are not findings: cover, answer, recommendation, asks, method or closing."""
    method = brief.audience.method in ("body", "appendix")
    return 3 + int(method) + int(brief.audience.ask_first)


def _advice(analysis: Analysis, chosen: list[Topic], ask: str) -> list[Line]:
    """The sources' own recommendations first, then what the findings suggest."""
    own = list(analysis.advice)
    derived: list[Line] = []
    named: set[str] = set()
    for topic in sorted(chosen, key=lambda topic: -topic.score):
        if topic.advice is None or (topic.group == "link" and ask != "next-experiments"):
            continue  # to test a link is an experiment, nothing to decide on
        head = topic.advice.spans[0].text
        about = {name for name in topic.entities if name and name in head}
        if not about & named:
            derived.append(topic.advice)
            named |= about
    return [*own, *derived][: 5 if own else 4]


def _arrange(
    brief: Brief,
    analysis: Analysis,
    chosen: list[Topic],
    asks: list[Topic],
    advice: list[Line],
    open_: tuple[str, ...],
    names: tuple[str, ...],
    low: int,
    high: int,
) -> list[SlideSpec]:
    audience = brief.audience
    slides = [cover(analysis, audience, names)]
    recommended = asking_slide(advice, chosen, audience, sources=names)
    request = [request_slide(topic_slide(topic, audience, 0), topic, advice, audience) for topic in asks[:1]]
    if request and audience.ask not in ("summary", "risks"):
        recommended = None
    if audience.ask_first:
        slides += request or ([recommended] if recommended else [])
    answer = summary(chosen, audience, 0) if len(chosen) > 1 else None
    if answer is not None:
        slides.append(answer)
    body = [topic_slide(topic, audience, 0) for topic in chosen]
    method = method_slide(analysis, audience, 0, open_) if audience.method in ("body", "appendix") else None
    if method is not None and audience.method == "body" and len(slides) + len(body) + 3 <= high + 1:
        slides.append(method)
        method = None
    slides += body
    if not audience.ask_first:
        slides += [recommended] if recommended else []
        slides += request
    if method is not None and len(slides) < high:
        slides.append(method)
    ends = audience.ask_first or (not (recommended or request) and len(slides) < low)
    if (ends or (open_ and audience.method == "none")) and len(slides) < high:
        slides.append(closing(chosen, advice, open_))
    return slides[:high]


__all__ = ["plan_story"]
