"""DOCX: headings, paragraphs, list items and tables in the order of the page."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from prezent_widgets.errors import SourceError
from prezent_widgets.sources.markdown import Collector
from prezent_widgets.sources.model import Source

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_document(name: str, data: bytes) -> Source:
    """Passages and tables of a Word document (ISO/IEC 29500-1 part 17, read through python-docx).

    Raises:
        SourceError: not a readable DOCX.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph

    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise SourceError(
            name, "this is not a readable DOCX document.", hint="Open it in a word processor and save it as .docx."
        ) from error
    collector = Collector(name)
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            _add_paragraph(block, collector)
        elif isinstance(block, WordTable):
            rows = [[cell.text.strip() for cell in row.cells] for row in block.rows]
            collector.add_table(rows)
    return Source(name, "docx", tuple(collector.tables), tuple(collector.passages))


def _add_paragraph(paragraph: Any, out: Collector) -> None:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    text: str = paragraph.text
    level = _outline_level(paragraph)
    if match := re.match(r"heading (\d)", style, re.I):
        out.add("heading", text, level=int(match[1]))
    elif style.lower() == "title":
        out.add("heading", text, level=1)
    elif level:
        out.add("heading", text, level=level)
    elif style.lower().startswith("list") or paragraph._p.find(f"{_W}pPr/{_W}numPr") is not None:
        depth = re.search(r"(\d)$", style)
        out.add("item", text, level=int(depth[1]) if depth else 1, ordered="number" in style.lower())
    elif "quote" in style.lower():
        out.add("quote", text)
    else:
        out.add("paragraph", text)


def _outline_level(paragraph: Any) -> int:
    """1-based outline level set on the paragraph or its style, 0 for body text (named styles of any language)."""
    for properties in (
        paragraph._p.pPr,
        paragraph.style.element.find(f"{_W}pPr") if paragraph.style is not None else None,
    ):
        if properties is not None and (found := properties.find(f"{_W}outlineLvl")) is not None:
            value = int(found.get(f"{_W}val", "9"))
            return value + 1 if value < 6 else 0
    return 0


__all__ = ["read_document"]
