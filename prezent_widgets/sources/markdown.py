"""Markdown and plain text: headings, paragraphs, list items and pipe tables, in order, each with an id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from prezent_widgets.sources.delimited import decode
from prezent_widgets.sources.model import Passage, PassageKind, Source, Table
from prezent_widgets.sources.tabular import Raw, build_table
from prezent_widgets.sources.values import clean, guess_notation

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^(\s*)(?:([-*+•–])|(\d{1,3})[.)])\s+(.*)$")
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")


@dataclass(slots=True)
class Collector:
    """Passages and tables as they are met, with the headings above the current line."""

    source: str
    headings: list[tuple[int, str]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    place: str = ""  # where in the file, for ids: "slide 3"; empty where a file has no such places

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above, outermost first."""
        return tuple(text for _, text in self.headings)

    def add(self, kind: PassageKind, text: str, *, level: int = 1, ordered: bool = False) -> None:
        """Keep one passage; blank text is dropped."""
        text = clean(text)
        if not text:
            return
        if kind == "heading":
            while self.headings and self.headings[-1][0] >= level:
                self.headings.pop()
        place = f"{PurePath(self.source).stem}:{self.place}{'/' if self.place else ''}p{len(self.passages) + 1}"
        self.passages.append(Passage(place, self.source, kind, text, self.section, level, ordered))
        if kind == "heading":
            self.headings.append((level, text))

    def add_table(
        self,
        rows: Sequence[Sequence[Raw]],
        row_numbers: list[int] | None = None,
        *,
        title: str = "",
        sheet: str = "",
    ) -> bool:
        """Keep one table, typed; a head alone is dropped (the answer is False then).

        ``title`` is what it is called, by default the heading above; ``sheet`` goes before its cells' addresses.
        """
        title = title or (self.headings[-1][1] if self.headings else PurePath(self.source).stem)
        notation = guess_notation(cell for row in rows[1:] for cell in row if isinstance(cell, str))
        table = build_table(
            rows,
            id=f"{PurePath(self.source).stem}#{len(self.tables) + 1}",
            source=self.source,
            title=title,
            notation=notation,
            sheet=sheet,
            row_numbers=row_numbers,
            section=self.section,
        )
        if table is None or not table.n_rows:
            return False
        self.tables.append(table)
        return True


def plain(text: str) -> str:
    """Markdown's inline marks taken off: emphasis, code, links, images, HTML tags.

    Example:
        >>> plain("**March**: see [the list](list.csv) and `nonfarm`")
        'March: see the list and nonfarm'
    """
    text = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?!\w)", r"\1", text)
    text = re.sub(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)", r"\1", text)
    return re.sub(r"`([^`]+)`", r"\1", re.sub(r"</?[a-zA-Z][^>]*>", "", text))


def cells_of(line: str) -> list[str]:
    """The cells of a pipe-table line."""
    return [plain(cell.replace("\\|", "|").strip()) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def read_markdown(name: str, data: bytes) -> Source:
    """Passages and tables of a Markdown or text file.

    Raises:
        SourceError: the bytes are no text.
    """
    text, encoding = decode(name, data)
    collector = Collector(name)
    _walk(text.splitlines(), collector)
    warnings = () if encoding in ("utf-8", "utf-16") else (f"{name}: read as {encoding}.",)
    return Source(name, "markdown", tuple(collector.tables), tuple(collector.passages), warnings)


def _walk(lines: list[str], out: Collector) -> None:
    paragraph: list[str] = []
    item: tuple[str, int, bool] | None = None
    index = 0

    def flush() -> None:
        nonlocal item
        if item is not None:
            out.add("item", plain(" ".join([item[0], *paragraph])), level=item[1], ordered=item[2])
        elif paragraph:
            out.add("paragraph", plain(" ".join(paragraph)))
        item = None
        paragraph.clear()

    if lines and lines[0].strip() == "---" and "---" in [line.strip() for line in lines[1:40]]:
        index = [line.strip() for line in lines].index("---", 1) + 1  # front matter is for machines
    while index < len(lines):
        line = lines[index]
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if _FENCE.match(line):
            flush()
            end = next((i for i in range(index + 1, len(lines)) if _FENCE.match(lines[i])), len(lines))
            out.add("code", " ".join(lines[index + 1 : end]))
            index = end + 1
            continue
        if "|" in line and _RULE.match(following) and "-" in following:
            flush()
            end = index + 2
            while end < len(lines) and "|" in lines[end] and lines[end].strip():
                end += 1
            body = [index, *range(index + 2, end)]
            out.add_table([cells_of(lines[i]) for i in body], [i + 1 for i in body])
            index = end
            continue
        if match := _HEADING.match(line):
            flush()
            out.add("heading", plain(match[2]), level=len(match[1]))
        elif line.strip() and re.fullmatch(r"(=+|-{3,})\s*", following) and not paragraph and item is None:
            out.add("heading", plain(line), level=1 if following.startswith("=") else 2)
            index += 1
        elif match := _ITEM.match(line):
            flush()
            item = (match[4], 1 + len(match[1].expandtabs(4)) // 2, match[3] is not None)
        elif not line.strip() or re.fullmatch(r"\s*([-*_]\s*){3,}", line):
            flush()
        elif line.lstrip().startswith(">"):
            flush()
            out.add("quote", plain(line.lstrip().lstrip("> ")))
        else:
            paragraph.append(line.strip())
        index += 1
    flush()


__all__ = ["Collector", "cells_of", "plain", "read_markdown"]
