"""Native tables in the template's own table style, with columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prezent_widgets.deck.alt import set_alt
from prezent_widgets.deck.office import Slide, TablePlaceholder, etree
from prezent_widgets.deck.text import Paragraph, paragraph_xml
from prezent_widgets.deck.text.looks import Look
from prezent_widgets.deck.text.metrics import LINE_PITCH, Run, text_width, wrap
from prezent_widgets.deck.xml import A, Element, emu

PAD_X = 7.0
PAD_AFTER_NUMBER = 26.0
PAD_Y = 4.0
_MOST_BESIDE_NUMBER = 64.0
_TALLEST = 72.0
_STOCK_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


@dataclass(frozen=True, slots=True)
class TableSpec:
    """Cells as shown; ``size`` is the text in points, ``numeric`` says which columns are right-aligned."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    strong_rows: tuple[int, ...] = ()
    size: float = 14.0
    family: str = "Arial"
    alt: str = ""


def column_widths(spec: TableSpec, width: float) -> tuple[float, ...]:
    """Widths in points that add up to ``width``: what each column asks for, the longest giving way first."""
    natural = [_natural(spec, column) for column in range(len(spec.head))]
    least = [_least(spec, column) for column in range(len(spec.head))]
    total = sum(natural)
    if total <= width:
        spare = width - total
        return tuple(value + extra for value, extra in zip(natural, _shared(spec, natural, spare), strict=True))
    return _squeezed(natural, least, width)


def _shared(spec: TableSpec, natural: list[float], spare: float) -> list[float]:
    """Width left over, by column: columns of text take it, longer ones more; figures stay near what they belong to."""
    numbers = [column for column in range(len(natural)) if spec.numeric[column]]
    if len(numbers) == len(natural):
        return [spare / len(natural)] * len(natural)
    each = min(_MOST_BESIDE_NUMBER, 0.6 * spare / len(natural)) if numbers else 0.0
    rest = spare - each * len(numbers)
    weights = [0.0 if column in numbers else value**0.5 for column, value in enumerate(natural)]
    return [each if column in numbers else rest * weight / sum(weights) for column, weight in enumerate(weights)]


def _squeezed(natural: list[float], least: list[float], width: float) -> tuple[float, ...]:
    if sum(least) >= width:
        return tuple(value * width / sum(least) for value in least)
    slack = [have - need for have, need in zip(natural, least, strict=True)]
    share = (width - sum(least)) / max(sum(slack), 1e-9)
    return tuple(need + extra * share for need, extra in zip(least, slack, strict=True))


def _left(spec: TableSpec, column: int) -> float:
    """The left inset of a column: text after a right-aligned number stands off from it."""
    after = column > 0 and spec.numeric[column - 1] and not spec.numeric[column]
    return PAD_AFTER_NUMBER if after else PAD_X


def _cells(spec: TableSpec, column: int) -> list[str]:
    return [row[column] for row in spec.rows if column < len(row)]


def _natural(spec: TableSpec, column: int) -> float:
    head = text_width(spec.head[column], spec.family, spec.size, True)
    cells = [text_width(text, spec.family, spec.size, True) for text in _cells(spec, column)]
    return min(max([head, *cells]), 420.0) + _left(spec, column) + PAD_X + 2


def _least(spec: TableSpec, column: int) -> float:
    """The widest single word, whole cells for numeric columns."""
    texts = _cells(spec, column)
    words = texts if spec.numeric[column] else [word for text in texts for word in text.split()]
    words = [*words, *spec.head[column].split()]
    return (
        max([text_width(word, spec.family, spec.size, True) for word in words] or [20.0])
        + _left(spec, column)
        + PAD_X
        + 2
    )


def row_heights(spec: TableSpec, width: float) -> tuple[float, ...]:
    """Height in points of the head row and each row when the table is ``width`` wide."""
    widths = column_widths(spec, width)
    look = Look(spec.size, spec.family)
    return tuple(
        _row_height(row, spec, widths, look, bold=number == 0) for number, row in enumerate((spec.head, *spec.rows))
    )


def _row_height(row: Sequence[str], spec: TableSpec, widths: Sequence[float], look: Look, *, bold: bool) -> float:
    lines = [
        wrap([Run(text, bold)], look, spec.size, width - _left(spec, column) - PAD_X)[0]
        for column, (text, width) in enumerate(zip(row, widths, strict=False))
    ]
    return max([1, *lines]) * spec.size * LINE_PITCH + 2 * PAD_Y


def add_table(slide: Slide, shape: Element, spec: TableSpec, *, room: float, language: str = "en-US") -> Element:
    """Put a native table where the placeholder ``shape`` stands, in ``room`` points of height; gives its frame.

    Rows grow to fill the room, single-line ones to 72 points at most, so that a short table does not look lost.
    """
    holder = TablePlaceholder(shape, slide.shapes)
    width = holder.width / 12700
    frame = holder.insert_table(len(spec.rows) + 1, len(spec.head))
    element = frame._element
    table = element.find(f".//{A}tbl")
    _style(table, slide)
    for column, value in zip(table.iter(f"{A}gridCol"), column_widths(spec, width), strict=True):
        column.set("w", str(emu(value)))
    heights = row_heights(spec, width)
    stretch = max(1.0, min(room / sum(heights), _TALLEST / min(heights)))
    for number, (row, height) in enumerate(zip(table.iter(f"{A}tr"), heights, strict=True)):
        row.set("h", str(emu(height * stretch)))
        cells = spec.head if number == 0 else spec.rows[number - 1]
        _write_row(row, cells, spec, strong=number - 1 in spec.strong_rows, language=language)
    extent = element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}xfrm").find(f"{A}ext")
    extent.set("cy", str(emu(sum(heights) * stretch)))
    set_alt(element, spec.alt)
    return element


def _style(table: Element, slide: Slide) -> None:
    properties = table.find(f"{A}tblPr")
    for name in list(properties.attrib):
        del properties.attrib[name]
    properties.set("firstRow", "1")
    style = properties.find(f"{A}tableStyleId")
    if style is None:
        style = etree.SubElement(properties, f"{A}tableStyleId")
    style.text = default_table_style(slide)


def default_table_style(slide: Slide) -> str:
    """The id of the table style that the presentation gives to new tables."""
    for relationship in slide.part.package.presentation_part.rels.values():
        if relationship.reltype.endswith("/tableStyles"):
            styles = etree.fromstring(relationship.target_part.blob)
            return str(styles.get("def") or _STOCK_STYLE)
    return _STOCK_STYLE


def _write_row(row: Element, cells: Sequence[str], spec: TableSpec, *, strong: bool, language: str) -> None:
    for column, cell in enumerate(row.iter(f"{A}tc")):
        text = cells[column] if column < len(cells) else ""
        body = cell.find(f"{A}txBody")
        for old in body.findall(f"{A}p"):
            body.remove(old)
        paragraph = paragraph_xml(Paragraph((Run(text, strong),)), size=spec.size, language=language)
        if spec.numeric[column]:
            properties = etree.Element(f"{A}pPr", algn="r")
            paragraph.insert(0, properties)
        body.append(paragraph)
        _cell_properties(cell, left=_left(spec, column), strong=strong)


def _cell_properties(cell: Element, *, left: float, strong: bool) -> None:
    properties = cell.find(f"{A}tcPr")
    if properties is None:
        properties = etree.SubElement(cell, f"{A}tcPr")
    for side, value in (("marL", left), ("marR", PAD_X), ("marT", PAD_Y), ("marB", PAD_Y)):
        properties.set(side, str(emu(value)))
    properties.set("anchor", "ctr")
    if strong:
        fill = etree.SubElement(properties, f"{A}solidFill")
        etree.SubElement(fill, f"{A}schemeClr", val="bg2")


__all__ = ["TableSpec", "add_table", "column_widths", "default_table_style", "row_heights"]
