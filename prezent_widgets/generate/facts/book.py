"""The book of facts: every figure that may stand on a slide is entered here first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from prezent_widgets.generate.model import BigNumber, Block, Fact, Line, Origin, Role, Span


@dataclass(slots=True)
class Book:
    """Collects facts and gives them ids (``f1``, ``f2`` … in the order found); equal statements are entered once."""

    facts: list[Fact] = field(default_factory=list[Fact])
    _known: dict[tuple[str, str, str], Fact] = field(default_factory=dict[tuple[str, str, str], Fact])

    def add(
        self,
        kind: str,
        statement: str,
        value: float | None,
        shown: str,
        *,
        source: str,
        cells: tuple[str, ...],
        computation: str,
        subject: str = "",
        measure: str = "",
        score: float = 0.0,
    ) -> str:
        """Enter a fact and return its id."""
        key = (kind, statement, source)
        if key not in self._known:
            origin = Origin(source, cells, computation)
            fact = Fact(f"f{len(self.facts) + 1}", kind, statement, value, shown, origin, subject, measure, score)
            self.facts.append(fact)
            self._known[key] = fact
        return self._known[key].id


@dataclass(frozen=True, slots=True)
class Topic:
    """One message with its evidence: what may become a slide.

    ``group`` says what it is about (``overall``, ``share``, ``growth`` …), ``brief`` is the message as one line for a
    summary, ``advice`` what follows from it, ``takeaway``
    what the slide means, ``words`` the stems it answers to, ``number`` its large figure, ``risk`` that it names risks.
    """

    key: str
    group: str
    title: str
    role: Role
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    words: frozenset[str]
    score: float = 1.0
    number: BigNumber | None = None
    brief: Line | None = None
    advice: Line | None = None
    takeaway: Line | None = None
    entities: tuple[str, ...] = ()
    risk: bool = False


def rich(text: str, facts: tuple[str, ...] = (), *, level: int = 0) -> Line:
    """A line from text in which ``**…**`` is strong.

    Example:
        >>> [span.strong for span in rich("**North**: 673,910 USD").spans]
        [True, False]
    """
    spans = tuple(Span(part, index % 2 == 1) for index, part in enumerate(re.split(r"\*\*", text)) if part)
    return Line(spans, facts, level)


__all__ = ["Book", "Topic", "rich"]
