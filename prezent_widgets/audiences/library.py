"""The ten audiences this toolkit knows, as rules, and how to find one by any name people use for it."""

from __future__ import annotations

from prezent_widgets.audiences.model import Audience
from prezent_widgets.errors import UnknownNameError

AUDIENCES: tuple[Audience, ...] = (
    Audience(
        id="executive",
        name="Executive",
        description="Decision makers with little time: the answer first, the ask on slide 2, one chart a slide.",
        slides=(6, 9),
        max_words=60,
        max_bullets=4,
        min_body_pt=16,
        order="answer-first",
        ask="decision",
        ask_first=True,
        chart_bias="number",
        max_points=12,
        digits=2,
        method="none",
        appendix=True,
        notes="script",
        aliases=("executives", "c-level", "c-suite", "leadership", "management", "senior leadership", "ceo", "cfo"),
    ),
    Audience(
        id="board",
        name="Board / investor",
        description="Owners and overseers: the answer first, change against last period, risks and outlook at the end.",
        slides=(8, 12),
        max_words=80,
        max_bullets=5,
        min_body_pt=14,
        order="answer-first",
        ask="risks",
        ask_first=False,
        chart_bias="chart",
        max_points=16,
        digits=3,
        method="appendix",
        appendix=True,
        notes="script",
        aliases=("investor", "investors", "shareholders", "directors", "board of directors", "supervisory board"),
    ),
    Audience(
        id="technical",
        name="Technical",
        description="Engineers and specialists: question, method, result, limits; charts, tables, exact values.",
        slides=(8, 14),
        max_words=95,
        max_bullets=6,
        min_body_pt=14,
        order="question-first",
        ask="actions",
        ask_first=False,
        chart_bias="table",
        max_points=24,
        digits=4,
        method="body",
        appendix=True,
        notes="cues",
        aliases=("engineering", "engineers", "engineer", "developers", "it", "specialists", "sre", "technical experts"),
    ),
    Audience(
        id="data-science",
        name="Data science",
        description="Analysts and scientists: the question first, distributions and model tables, counts and spread.",
        slides=(9, 15),
        max_words=100,
        max_bullets=6,
        min_body_pt=14,
        order="question-first",
        ask="next-experiments",
        ask_first=False,
        chart_bias="chart",
        max_points=40,
        digits=4,
        method="body",
        appendix=True,
        notes="cues",
        aliases=("data scientists", "analysts", "analytics", "scientists", "research", "researchers", "science"),
    ),
    Audience(
        id="sales",
        name="Sales",
        description="Sellers and their leaders: winners and losers, pipeline, the gap to target, actions with owners.",
        slides=(7, 11),
        max_words=60,
        max_bullets=4,
        min_body_pt=16,
        order="answer-first",
        ask="actions",
        ask_first=False,
        chart_bias="chart",
        max_points=12,
        digits=3,
        method="none",
        appendix=False,
        notes="script",
        aliases=("sales team", "sales leadership", "commercial", "account managers", "field", "revenue team"),
    ),
    Audience(
        id="product",
        name="Product team",
        description="People who build and choose: problem, evidence, choice, and how sure we are.",
        slides=(7, 11),
        max_words=75,
        max_bullets=5,
        min_body_pt=14,
        order="problem-solution",
        ask="recommendation",
        ask_first=False,
        chart_bias="chart",
        max_points=16,
        digits=3,
        method="line",
        appendix=False,
        notes="cues",
        aliases=("product managers", "product management", "product manager", "design", "ux", "marketing"),
    ),
    Audience(
        id="operations",
        name="Operations",
        description="People who run things: what to do when, thresholds and tables, units always, a checklist last.",
        slides=(6, 11),
        max_words=75,
        max_bullets=5,
        min_body_pt=14,
        order="problem-solution",
        ask="checklist",
        ask_first=False,
        chart_bias="table",
        max_points=16,
        digits=3,
        method="none",
        appendix=False,
        notes="cues",
        aliases=("ops", "logistics", "production", "manufacturing", "support", "field service", "facilities"),
    ),
    Audience(
        id="public-sector",
        name="Public sector",
        description="Councils and agencies: what is decided, its benefit, cost and risk, plain charts, round figures.",
        slides=(6, 10),
        max_words=65,
        max_bullets=5,
        min_body_pt=16,
        order="answer-first",
        ask="motion",
        ask_first=False,
        chart_bias="chart",
        max_points=12,
        digits=2,
        method="line",
        appendix=False,
        notes="script",
        aliases=("government", "council", "city council", "policy", "policy makers", "administration", "public"),
    ),
    Audience(
        id="general-public",
        name="General public",
        description="Anyone: a story in three messages, big type, one idea a slide, figures easy to remember.",
        slides=(8, 13),
        max_words=45,
        max_bullets=3,
        min_body_pt=18,
        order="problem-solution",
        ask="call",
        ask_first=False,
        chart_bias="number",
        max_points=10,
        digits=2,
        method="none",
        appendix=False,
        notes="script",
        aliases=("general", "lay", "laypeople", "citizens", "residents", "everyone", "press", "community", "customers"),
    ),
    Audience(
        id="training",
        name="Training",
        description="Learners: the goal, then step by step with checks, a quiz and a summary at the end.",
        slides=(10, 18),
        max_words=70,
        max_bullets=5,
        min_body_pt=16,
        order="chronological",
        ask="summary",
        ask_first=False,
        chart_bias="chart",
        max_points=12,
        digits=3,
        method="body",
        appendix=False,
        notes="script",
        aliases=("students", "learners", "class", "course", "education", "onboarding", "workshop", "trainees"),
    ),
)


# Words too common to say who is meant when they stand inside a longer phrase ("general managers", "field trial").
_AMBIGUOUS = frozenset(
    {"class", "course", "design", "field", "general", "it", "management", "press", "public", "support"}
)


def _fold(text: str) -> str:
    """Spelling differences that nobody means: case, hyphens, underscores, slashes, spaces around."""
    return " ".join("".join(" " if mark in "-_/" else mark for mark in text.casefold()).split())


def _names(audience: Audience) -> tuple[str, ...]:
    return tuple(_fold(name) for name in (audience.id, audience.name, *audience.aliases))


def find_audience(name: str) -> Audience:
    """The audience of that id, name or alias, whatever its case, also inside a longer phrase.

    Raises:
        UnknownNameError: there is none; ``suggestions`` are the nearest.

    Example:
        >>> find_audience("Investors").id
        'board'
    """
    wanted = _fold(name)
    for audience in AUDIENCES:
        if wanted in _names(audience):
            return audience
    inside = _inside(wanted)
    if inside is not None:
        return inside
    near = [alias for audience in AUDIENCES for alias in audience.aliases if _fold(alias).startswith(wanted) and wanted]
    available = [audience.name for audience in AUDIENCES]
    raise UnknownNameError("audience", name, [*available, *near])


def _inside(phrase: str) -> Audience | None:
    """The audience whose name stands in a longer phrase as whole words; the longest name wins."""
    found: list[tuple[int, Audience]] = []
    for audience in AUDIENCES:
        for name in _names(audience):
            if name not in _AMBIGUOUS and f" {name} " in f" {phrase} ":
                found.append((len(name), audience))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def search_audiences(query: str) -> list[Audience]:
    """Audiences for a picker: those whose name or alias holds the words, best first; all of them for no words.

    Example:
        >>> [audience.id for audience in search_audiences("invest")]
        ['board']
    """
    words = _fold(query).split()
    if not words:
        return list(AUDIENCES)
    ranked = [(_relevance(audience, words), audience) for audience in AUDIENCES]
    return [audience for score, audience in sorted(ranked, key=lambda pair: -pair[0]) if score > 0]


def _relevance(audience: Audience, words: list[str]) -> int:
    """3 a word that starts a name, 2 one inside an alias, 1 one in the description; 0 when a word is nowhere."""
    total = 0
    own, others = _names(audience)[:2], _names(audience)[2:]
    for word in words:
        if any(part.startswith(word) for name in own for part in name.split()):
            total += 3
        elif any(word in name for name in others):
            total += 2
        elif word in audience.description.casefold():
            total += 1
        else:
            return 0
    return total


__all__ = ["AUDIENCES", "find_audience", "search_audiences"]
