"""Which findings become slides, and in which order: the prompt's questions first, then what is most telling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prezent_widgets.audiences.model import Audience
from prezent_widgets.generate.facts.book import Topic
from prezent_widgets.generate.prompt import Request
from prezent_widgets.generate.wording.phrases import overlap, stems
from prezent_widgets.generate.wording.roles import implied

_ORDER = (
    "overall",
    "count",
    "rate",
    "best",
    "season",
    "years",
    "share",
    "riser",
    "faller",
    "growth",
    "kind",
    "course",
    "ratio",
    "fallers",
    "growers",
    "below",
    "paths",
    "causes",
    "changes",
    "snapshot",
    "text",
    "target",
    "table",
    "actions",
)
_LAST = ("target", "ask", "actions")


def question_of(topic: Topic, request: Request) -> int:
    """Index of the question a topic answers best, the number of questions when it answers none."""
    scores = [overlap(topic.words, stems(f"{question} {implied(question)}")) for question in request.questions]
    best = max(scores, default=0)
    return scores.index(best) if best > 0 else len(request.questions)


def choose_topics(topics: Sequence[Topic], request: Request, audience: Audience, room: int) -> list[Topic]:
    """At most ``room`` topics: one for each question and wanted table first, then by score; told in question order."""
    ranked = sorted(topics, key=lambda topic: (-_weight(topic, request, audience), topic.key))
    chosen: list[Topic] = []
    for index in range(len(request.questions)):
        words = stems(request.questions[index])
        best = next((t for t in ranked if t not in chosen and t.score >= 2.0 and words & t.words), None) or next(
            (t for t in ranked if t not in chosen and question_of(t, request) == index), None
        )
        if best is not None and len(chosen) < room:
            chosen.append(best)
    for topic in ranked:
        wanted = topic.group in ("actions", "target") or any(len(words & topic.words) >= 1 for words in request.tables)
        if wanted and topic not in chosen and len(chosen) < room:
            chosen.append(topic)
    for topic in ranked:
        if len(chosen) >= room:
            break
        if topic not in chosen and topic.score >= 2.0:
            chosen.append(topic)
    return sorted(chosen, key=lambda topic: _place(topic, request))


def _weight(topic: Topic, request: Request, audience: Audience) -> float:
    weight = topic.score
    if topic.role == "table" and topic.group == "table":
        weight += {"table": 1.5, "chart": 0.0, "number": -0.5}[audience.chart_bias]
    if any(len(words & topic.words) >= 1 for words in request.tables):
        weight += 2.0
    if question_of(topic, request) < len(request.questions):
        weight += 1.0
    return weight


def _place(topic: Topic, request: Request) -> tuple[int, int, int, float]:
    late = _LAST.index(topic.group) + 1 if topic.group in _LAST else 0
    opening = 0 if topic.group in ("count", "overall") else 1
    order = _ORDER.index(topic.group) if topic.group in _ORDER else len(_ORDER)
    return (late, min(opening, 1) if late == 0 else 1, question_of(topic, request), order - topic.score / 100)


_DECIDE = re.compile(
    r"\b(should|must|next|take from|recommend\w*|ask|decide|do about|sollen|tun|faire|hacer|decidir)\b", re.I
)
_GENERIC = re.compile(
    r"\b(stands? out|matters?|important|tell us|learn|key (?:points|findings|messages)|in it|going on|look like|"
    r"where (?:do|are) we|how (?:are|is) (?:we|it|things)|(?:did|do) \w+ say|was fällt auf|à retenir|destaca)\b",
    re.I,
)
_COURSE = re.compile(r"\b(better|worse|faster|slower|develop\w*|chang\w+|improv\w+|trend|moved?|over time)\b", re.I)
_RISK = re.compile(r"\brisks?\b", re.I)
_COURSES = ("overall", "course", "share", "growth", "riser", "faller", "paths", "count", "season", "years")


def unanswered(topics: Sequence[Topic], request: Request, has_advice: bool) -> tuple[str, ...]:
    """The questions no chosen topic speaks to.

    What stands out and why it matters is what a summary and the line below each slide say; what to decide is what
    the recommendations say.
    """
    out: list[str] = []
    groups = {topic.group for topic in topics}
    for question in request.questions:
        words = stems(f"{question} {implied(question)}")
        if not words or any(words & topic.words for topic in topics):
            continue
        if has_advice and _DECIDE.search(question):
            continue
        if topics and _GENERIC.search(question) and not _RISK.search(question):
            continue
        if _COURSE.search(question) and groups & set(_COURSES):
            continue
        why = question.casefold().startswith(("why", "how come", "warum", "pourquoi"))
        if why and groups & {"causes", "kind", "changes"}:
            continue
        out.append(question)
    return tuple(out)


__all__ = ["choose_topics", "question_of", "unanswered"]
