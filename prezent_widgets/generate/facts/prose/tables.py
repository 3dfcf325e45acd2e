"""Tables inside written sources, and comments on groups of the data, as slides."""

from __future__ import annotations

import re
from datetime import datetime

from prezent_widgets.generate.facts.book import Book, Topic
from prezent_widgets.generate.facts.prose.sections import Section, claim
from prezent_widgets.generate.model import TableBlock
from prezent_widgets.generate.wording.periods import of_date
from prezent_widgets.generate.wording.phrases import capital, plural, shorten, stems
from prezent_widgets.sources import Table, cell_ranges


def comments_topic(found: list[Section], book: Book, entities: dict[str, str]) -> Topic:
    """What the sections on groups of the data say, beside the change of each group (``entities``), as a table."""
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


def table_topic(section: Section, table: Table, book: Book) -> Topic | None:
    """A table inside a text, as it stands; actions by their due date. None when it is empty or too large."""
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


__all__ = ["cell_text", "comments_topic", "table_topic"]
