"""What the written sources say: sections by kind, actions, asks, changes over the year, comments on named groups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from prezent_widgets.generate.facts.book import Book, Topic, rich
from prezent_widgets.generate.model import BigNumber, Line, NumbersBlock, StepsBlock, TableBlock
from prezent_widgets.generate.periods import of_date
from prezent_widgets.generate.phrases import capital, plural, sentences, shorten, stems
from prezent_widgets.sources import Passage, Source, Table, cell_ranges

Kind = Literal["target", "action", "recommend", "ask", "risk", "method", "change", "summary", "other"]

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("target", re.compile(r"\b(targets?|goals?|objectives?|kpis?|ziele?|objectifs?|objetivos?|slos?)\b", re.I)),
    (
        "recommend",
        re.compile(
            r"\b(recommend\w*|advice|proposals?|what we propose|empfehlung\w*|recommandations?|recomendaciones)\b", re.I
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
_DATES = re.compile(r"\b(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:19|20)\d{2}\b|\b(?:19|20)\d{2}\b|\bQ[1-4]\b")
_WHEN = re.compile(r"^([A-ZÀ-Þ][^:]{1,24}|\d{4}[^:]{0,12}|Q[1-4][^:]{0,8}):\s+(.+)$")


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


def prose_topics(sections: list[Section], book: Book, entities: dict[str, str], *, alone: bool) -> list[Topic]:
    """Messages of the written sources. ``entities`` are group names of the data → their change as shown.

    ``alone`` says that there is no data beside the text, so that every section earns a slide.
    """
    topics: list[Topic] = []
    commented = [s for s in sections if s.heading.casefold() in {name.casefold() for name in entities}]
    if len(commented) >= 2:
        topics.append(_comments(commented, book, entities))
    for section in sections:
        if section in commented or section.kind == "target":
            continue
        if section.kind == "action" or (section.tables and alone):
            topics += [topic for table in section.tables if (topic := _table(section, table, book)) is not None]
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
    bare = [_DATES.sub("", text) for text, _ in section.lines]
    return section.kind == "other" and any(re.search(r"\d", text) for text in bare)


def _comments(found: list[Section], book: Book, entities: dict[str, str]) -> Topic:
    moves = {name.casefold(): move for name, move in entities.items()}
    rows: list[tuple[str, ...]] = []
    facts: list[str] = []
    for section in found:
        telling = sorted(section.lines, key=lambda item: not re.search(r"\d", item[0]))
        first = [item for item in section.lines if len(item[0].split()) > 3][:2]
        chosen = [item for item in section.lines if item in (telling[:1] + first)][:2] or list(section.lines[:1])
        facts += [claim(book, text, passage, section.source, "cause", section.heading) for text, passage in chosen]
        rows.append(
            (
                section.heading,
                moves[section.heading.casefold()],
                " ".join(shorten(text, 18).rstrip(".") + "." for text, _ in chosen),
            )
        )
    rows.sort(key=lambda row: -_signed(row[1]))
    top, low = rows[0], rows[-1]
    title = f"{top[0]} at {top[1]} and {low[0]} at {low[1]}: what the teams report behind the change"
    block = TableBlock(
        ("", "Change", "What the team reports"),
        tuple(rows),
        (False, True, False),
        alt="Change and reported cause for each group.",
        facts=tuple(facts),
    )
    return Topic(
        key="comments",
        group="causes",
        title=title,
        role="table",
        blocks=(block,),
        lines=(),
        notes=(f"{title}.", *(f"{row[0]}: {row[2]}" for row in rows)),
        facts=tuple(facts),
        sources=tuple(dict.fromkeys(section.source for section in found)),
        words=stems(f"why cause reason grew shrank {' '.join(row[0] for row in rows)}"),
        score=6.0,
        entities=tuple(row[0] for row in rows),
    )


def _signed(text: str) -> float:
    digits = re.sub(r"[^\d.]", "", text)
    value = float(digits) if digits else 0.0
    return -value if text.startswith("\u2212") else value


def cell_text(value: object) -> str:
    """A table's cell as shown on a slide."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return of_date(value, "day").label
    return f"{value:,}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)


def _table(section: Section, table: Table, book: Book) -> Topic | None:
    if not 1 <= table.n_rows <= 14 or not 1 <= len(table.columns) <= 6:
        return None
    rows = tuple(tuple(cell_text(column.values[row]) for column in table.columns) for row in range(table.n_rows))
    order = list(range(table.n_rows))
    due = next((column for column in table.columns if column.type == "date"), None)
    name = section.heading or table.title
    title = f"{capital(name)}: {plural(table.n_rows, 'entry', 'entries')}"
    if section.kind == "action":
        order.sort(key=lambda row: str(due.values[row]) if due is not None and due.values[row] is not None else "9")
        when = f", the first due {cell_text(due.values[order[0]])}" if due is not None else ""
        owners = {
            row[i]
            for i, c in enumerate(table.columns)
            for row in rows
            if re.search("owner|who|responsible", c.label, re.I)
        }
        shared = " with " + plural(len(owners), "owner") if owners else ""
        title = f"{plural(table.n_rows, 'action is', 'actions are')} open{shared}{when}"
    facts = tuple(
        book.add(
            "cell",
            f"{rows[row][0]}: {', '.join(rows[row][1:])}",
            None,
            rows[row][0],
            source=section.source,
            cells=cell_ranges(table, table.columns[0].name, (row,)),
            computation="as written",
            subject=rows[row][0],
        )
        for row in order
    )
    block = TableBlock(
        tuple(column.label for column in table.columns),
        tuple(rows[row] for row in order),
        tuple(column.type == "number" for column in table.columns),
        alt=f"{name}: {plural(table.n_rows, 'row')}.",
        facts=facts,
    )
    return Topic(
        key=f"table:{table.id}",
        group="actions" if section.kind == "action" else "table",
        title=title,
        role="table",
        blocks=(block,),
        lines=(),
        notes=(
            f"{title}.",
            "Go through the rows one by one; say who does what by when."
            if section.kind == "action"
            else "The table stands as in the source.",
        ),
        facts=facts,
        sources=(section.source,),
        words=stems(f"{name} {' '.join(c.label for c in table.columns)} action open next step plan"),
        score=6.0 if section.kind == "action" else 4.0,
    )


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


def strong_figure(text: str) -> str:
    """The first figure of a line made strong, with its unit word.

    Example:
        >>> strong_figure("The pilot cost 12.6 million euros in all")
        'The pilot cost **12.6 million euros** in all'
    """
    return re.sub(
        r"(?<![\w-])([$€£]?\d[\d,.]*\d|\d)(\s?%|\s(?:percent|million|billion|thousand)?\s?(?:[A-Z]{3}\b|euros?\b|dollars?\b|years?\b|weeks?\b|days?\b|minutes\b|months?\b)?)?",
        lambda m: f"**{m[0].strip()}**" + (" " if m[0].endswith(" ") else ""),
        text,
        count=1,
    )


def _text(section: Section, book: Book) -> Topic:
    ranked = sorted(enumerate(section.lines), key=lambda item: (-_telling(item[1][0]), item[0]))
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
    )


def _telling(text: str) -> int:
    """2 for a share or an amount, 1 for another figure, 0 for none; dates do not count."""
    bare = _DATES.sub("", text)
    return 2 if re.search(r"\d\s?(%|percent|million|billion)|\d,\d{3}", bare) else 1 if re.search(r"\d", bare) else 0


_FIGURE = re.compile(
    r"(?<![\w.,-])(?P<figure>[$€£]?\d[\d,]*(?:\.\d+)?\s?(?:%|percent\b|million\b|billion\b)?)"
    r"(?P<unit>\s(?:[A-Z]{3}\b|euros?\b|dollars?\b|years?\b|weeks?\b|days?\b|hours?\b|minutes\b|months?\b|points?\b|gigawatt-hours\b|[kMGT]Wh\b))?"
)


def stated_number(text: str, fact: str) -> BigNumber | None:
    """The first figure of a sentence to stand large: what it is about before it, the rest as its detail.

    Example:
        >>> n = stated_number("Visits rose by 23 percent, from 41,200 to 50,700.", "f1")
        >>> n.figure, n.label, n.detail
        ('23%', 'Visits rose', 'from 41,200 to 50,700')
    """
    match = next(
        (
            m
            for m in _FIGURE.finditer(text)
            if not re.fullmatch(r"(19|20)\d{2}|[1-9]", m["figure"].strip()) and not _dated(text, m.start())
        ),
        None,
    )
    if match is None:
        return None
    figure = match["figure"].strip().replace(" percent", "%").replace(" %", "%")
    before = re.sub(r"[\s,;:]+$", "", text[: match.start()])
    while (
        shorter := re.sub(
            r"\s+(by|of|to|at|from|was|were|is|are|about|only|the|a|an|for|in|on|with|and|some|nearly|over|under)$",
            "",
            before,
        )
    ) != before:
        before = shorter
    after = re.sub(r"^[\s,;:]+", "", text[match.end() :]).rstrip(".")
    label = " ".join(before.split()[-7:]) if before else shorten(after, 6)
    unit = (match["unit"] or "").strip()
    if not label:
        return None
    detail = shorten(after, 9) if before else ""
    return BigNumber(
        figure,
        capital(label) if not unit else f"{unit}: {label}" if len(unit) > 3 else capital(label),
        detail if len(unit) > 3 or not unit else f"{unit} {detail}".strip(),
        (fact,),
    )


def _dated(text: str, start: int) -> bool:
    """Whether the figure at ``start`` belongs to a date."""
    return any(match.start() <= start < match.end() for match in _DATES.finditer(text))


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


__all__ = [
    "Section",
    "cell_text",
    "claim",
    "kind_of",
    "prose_topics",
    "recommendations",
    "sections_of",
    "split_numbered",
    "strong_figure",
]
