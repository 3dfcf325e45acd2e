"""The written sources taken apart: sections by what they are about, and their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from prezent_widgets.generate.facts.book import Book
from prezent_widgets.generate.wording.phrases import sentences
from prezent_widgets.sources import Passage, Source, Table

Kind = Literal["target", "action", "recommend", "ask", "risk", "method", "change", "summary", "other"]


_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("target", re.compile(r"\b(targets?|goals?|objectives?|kpis?|ziele?|objectifs?|objetivos?|slos?)\b", re.I)),
    (
        "recommend",
        re.compile(
            r"\b(recommend\w*|advice|proposals?|what (?:we|is|are|i) propos\w+|propos(?:ed|als?)\b|"
            r"vorschl\w+|empfehlung\w*|recommandations?|recomendaciones)\b",
            re.I,
        ),
    ),
    (
        "ask",
        re.compile(
            r"\b(ask|asks|budget|funding|investment|request(?:ed)?|what we need|antrag|financement|presupuesto)\b", re.I
        ),
    ),
    (
        "action",
        re.compile(
            r"\b(actions?|next steps?|to-?dos?|measures|follow-?ups?|maßnahmen|nächste schritte|próximos pasos)\b", re.I
        ),
    ),
    (
        "risk",
        re.compile(
            r"\b(risks?|problems?|issues|went wrong|limitations?|caveats?|challenges|weakness\w*|risiken|lessons?)\b",
            re.I,
        ),
    ),
    (
        "method",
        re.compile(
            r"\b(method\w*|scope|data|approach|definitions?|how we|about|background|introduction|methode|umfang)\b",
            re.I,
        ),
    ),
    (
        "change",
        re.compile(r"\b(chang\w+|timeline|milestones?|history|what happened|chronolog\w*|roadmap|zeitplan)\b", re.I),
    ),
    (
        "summary",
        re.compile(
            r"\b(summary|abstract|overview|key "
            r"(?:points|findings|messages)|conclusions?|results?|zusammenfassung|résumé|resumen)\b",
            re.I,
        ),
    ),
)


_META = re.compile(
    r"\b(the (?:client|board|reader|customer) wants? to know|must not be added|see the file|the column\b|raw list)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    source: str
    heading: str
    kind: Kind
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """(sentence or item, passage id) in order, instructions to the analyst left out."""
        out: list[tuple[str, str]] = []
        for passage in self.passages:
            if passage.kind == "code" or _META.search(passage.text):
                continue
            glued = re.search(r"[.;] 2[.)] ", passage.text)
            text = f"1. {passage.text}" if glued and passage.kind == "item" else passage.text
            parts = [text] if passage.kind == "item" and not glued else split_numbered(text)
            out += [(part, passage.id) for part in parts]
        return tuple(out)


def split_numbered(text: str) -> list[str]:
    """The sentences of a paragraph; "1. … 2. …" written in one line becomes its points."""
    points = re.split(r"(?:(?<=^)|(?<=[.;] ))\d{1,2}[.)] ", text)
    if len(points) > 2:
        return [point.strip().rstrip(";") for point in points if point.strip()]
    return sentences(text)


def sections_of(sources: Iterable[Source]) -> list[Section]:
    """Every section of the written sources, in order; text before the first heading has the heading ''."""
    out: list[Section] = []
    for source in sources:
        if not source.passages:
            continue
        groups: dict[tuple[str, ...], list[Passage]] = {}
        for passage in source.passages:
            path = (*passage.section, passage.text) if passage.kind == "heading" else passage.section
            groups.setdefault(path, [])
            if passage.kind != "heading":
                groups[path].append(passage)
        for path, passages in groups.items():
            tables = tuple(table for table in source.tables if table.section == path)
            if passages or tables:
                heading = path[-1] if path else ""
                out.append(Section(source.name, heading, kind_of(heading, tables), tuple(passages), tables))
    return out


def kind_of(heading: str, tables: tuple[Table, ...] = ()) -> Kind:
    """What a section is about, by its heading; a table with owners is a list of actions."""
    if any(
        re.search(r"\b(owner|responsible|who|verantwortlich|due|deadline)\b", c.label, re.I)
        for t in tables
        for c in t.columns
    ):
        return "action"
    found: list[Kind] = [kind for kind, pattern in _KINDS if pattern.search(heading)]
    return found[0] if found else "other"


def claim(book: Book, text: str, passage: str, source: str, kind: str = "claim", subject: str = "") -> str:
    """Enter a statement taken from prose as it stands."""
    return book.add(kind, text, None, text, source=source, cells=(passage,), computation="as written", subject=subject)


__all__ = ["Kind", "Section", "claim", "kind_of", "sections_of", "split_numbered"]
