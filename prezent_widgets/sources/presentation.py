"""PPTX: slide titles, text, tables, the values of charts and the speaker notes, slide by slide.

A deck is read for what it says, not for how it looks: pictures, dates, footers and slide numbers are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from prezent_widgets.errors import PackageError, SourceError
from prezent_widgets.ooxml.placeholders import placeholder, shape_children, shape_identity, shapes
from prezent_widgets.ooxml.presentation import Page, Presentation, plain_text
from prezent_widgets.ooxml.text import runs, text_styles
from prezent_widgets.ooxml.xml import Element, attr, child, children, local, qn
from prezent_widgets.sources.chart_values import chart_rows, chart_title
from prezent_widgets.sources.markdown import Collector
from prezent_widgets.sources.model import Source

_FURNITURE = ("dt", "ftr", "sldNum", "hdr")
_TITLES = ("title", "ctrTitle")


def read_presentation(name: str, data: bytes) -> Source:
    """Passages and tables of a deck (ECMA-376 part 1, 19 and 21).

    A slide's title is a heading: of level 1 on a title or section slide, of level 2 on others. Bulleted text becomes
    items, other text paragraphs; the notes follow as paragraphs. A table's cells are addressed within its shape, a
    chart's as its data sheet would have them: ``slide 3/Chart 4!B2:B5``. Hidden slides are read, with a warning.

    Raises:
        SourceError: not a readable PPTX, protected by a password, or without any text, table or chart.
    """
    out, warnings = Collector(name), list[str]()
    try:
        for number, page in enumerate(Presentation.open(data).slides, start=1):
            out.place = f"slide {number}"
            if page.hidden:
                warnings.append(f"{name}: slide {number} is hidden in the show; it was read like the others.")
            warnings += [f"{name}: {problem}" for problem in _read_slide(page, out)]
    except PackageError as problem:
        raise SourceError(name, problem.message, hint=problem.hint) from problem
    if not out.passages and not out.tables:
        raise SourceError(
            name, "no slide holds text, a table or a chart.", hint="Slides that are pictures cannot be read."
        )
    return Source(name, "pptx", tuple(out.tables), tuple(out.passages), tuple(warnings))


def _read_slide(page: Page, out: Collector) -> list[str]:
    """Read one slide; what could not be read, in words."""
    found = list(_leaves(shapes(page)))
    titles = [shape for shape in found if _role(shape) in _TITLES]
    level = 1 if attr(page.layout.xml if page.layout else None, "type") in ("title", "secHead") else 2
    title = " ".join(plain_text(child(shape, "p:txBody")) for shape in titles)
    if title.strip():
        out.add("heading", title, level=level)
    else:
        out.headings = [heading for heading in out.headings if heading[0] < level]
    problems: list[str] = []
    for shape in found:
        if shape in titles or _role(shape) in _FURNITURE:
            continue
        if local(shape) == "graphicFrame":
            problems += _read_frame(shape, page, out)
        elif local(shape) == "sp":
            _read_text(shape, page, out)
    for line in page.notes.splitlines():
        out.add("paragraph", line)
    return problems


def _leaves(found: list[Element]) -> Iterator[Element]:
    """The shapes in reading order, groups opened, hidden ones left out."""
    for shape in found:
        if shape_identity(shape)[3]:
            continue
        if local(shape) == "grpSp":
            yield from _leaves(shape_children(shape))
        else:
            yield shape


def _role(shape: Element) -> str:
    known = placeholder(shape)
    return known.kind if known is not None else ""


def _read_text(shape: Element, page: Page, out: Collector) -> None:
    styles = text_styles(shape, page)
    for paragraph in children(child(shape, "p:txBody"), "a:p"):
        text = _text_of(paragraph)
        look = styles.paragraph(child(paragraph, "a:pPr"))
        if look.bullet.kind == "none" and not look.level:
            out.add("paragraph", text)
        else:
            out.add("item", text, level=look.level + 1, ordered=look.bullet.kind == "number")


def _text_of(paragraph: Element) -> str:
    pieces = [" " if local(run) == "br" else child(run, "a:t") for run in runs(paragraph)]
    return "".join(piece if isinstance(piece, str) else (piece.text or "") for piece in pieces if piece is not None)


def _read_frame(frame: Element, page: Page, out: Collector) -> list[str]:
    data = child(frame, "a:graphic", "a:graphicData")
    kind = (attr(data, "uri", "") or "").rpartition("/")[2]
    _, name, _, _ = shape_identity(frame)
    place = f"{out.place}/{name}" if name else out.place
    if kind == "table":
        rows = _table_rows(child(data, "a:tbl"))
        if not out.add_table(rows, sheet=place):
            for row in rows:  # one row, or one cell: text in a box
                out.add("paragraph", " ".join(cell for cell in row if cell))
    elif kind == "chart":
        part = page.part.related(attr(child(data, "c:chart"), "r:id"))
        rows = chart_rows(part.xml) if part is not None else []
        if part is None or not out.add_table(rows, title=chart_title(part.xml), sheet=place):
            return [f"the values of the chart on {out.place} are not in the file."]
    elif kind == "diagram":
        part = page.part.related(attr(child(data, "dgm:relIds"), "r:dm"))
        for body in part.xml.iter(qn("dgm:t")) if part is not None else ():
            out.add("item", plain_text(body).replace("\n", " "))
    elif kind == "chartex":
        return [f"the chart on {out.place} is of a newer kind whose values cannot be read."]
    return []


def _table_rows(table: Element | None) -> list[list[str]]:
    """The texts of a table's cells; a cell merged downwards says the same in each of its rows."""
    rows: list[list[str]] = []
    for row in children(table, "a:tr"):
        texts: list[str] = []
        for column, cell in enumerate(children(row, "a:tc")):
            if cell.get("vMerge") in ("1", "true") and rows and column < len(rows[-1]):
                texts.append(rows[-1][column])
            else:
                texts.append(plain_text(child(cell, "a:txBody")).replace("\n", " ").strip())
        rows.append(texts)
    return rows


__all__ = ["read_presentation"]
