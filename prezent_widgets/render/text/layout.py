"""A text body laid out in its box: paragraphs, bullets, spacing, anchor, columns, direction.

Heights follow what PowerPoint does rather than what fonts say: a line is 1.2 em whatever the face; percentages of
spacing count over that; a stored autofit scale is used as it is and never computed again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from prezent_widgets.ooxml.body import BodyProps, read_body
from prezent_widgets.ooxml.fonts import LINE_PITCH
from prezent_widgets.ooxml.text import ParagraphProps, Spacing, TextStyles, table_styles
from prezent_widgets.ooxml.units import to_pt
from prezent_widgets.ooxml.xml import Element, children
from prezent_widgets.render.context import Context, Rect
from prezent_widgets.render.effects import merged_shadows, text_shadow
from prezent_widgets.render.paint import placed_paint
from prezent_widgets.render.scene import IDENTITY, Matrix, Node, PathNode, Solid, TextNode
from prezent_widgets.render.text.bidi import in_visual_order, is_rtl
from prezent_widgets.render.text.breaking import Atom, Line, break_lines, to_atoms
from prezent_widgets.render.text.bullets import Counters, Mark, read_mark
from prezent_widgets.render.text.fragments import Paragraph, Style, read_paragraph

_UNBROKEN = 1e7


@dataclass(frozen=True, slots=True)
class Row:
    """A laid-out line: its atoms, where it starts under the top of the text, how tall it is, where its baseline is."""

    line: Line
    paragraph: Paragraph
    mark: Mark | None
    top: float
    height: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Block:
    """A laid-out text body: what to draw and how tall and wide the text is, in points."""

    nodes: tuple[Node, ...]
    height: float
    width: float


def layout_body(
    body: Element,
    rect: Rect,
    context: Context,
    *,
    styles: TextStyles | None = None,
    props: BodyProps | None = None,
    transform: Matrix = IDENTITY,
    shape_id: int | None = None,
) -> tuple[Node, ...]:
    """Lay out an ``a:txBody`` in a box and return what to draw; see `layout_block`."""
    return layout_block(body, rect, context, styles=styles, props=props, transform=transform, shape_id=shape_id).nodes


def layout_block(
    body: Element,
    rect: Rect,
    context: Context,
    *,
    styles: TextStyles | None = None,
    props: BodyProps | None = None,
    transform: Matrix = IDENTITY,
    shape_id: int | None = None,
) -> Block:
    """Lay out an ``a:txBody`` in a box.

    Args:
        body: The text body.
        rect: The box in points, insets still to be taken off, in the space that ``transform`` maps to the slide.
        context: The page, and where pictures and warnings go.
        styles: The styles behind the text; those of a table cell when not given.
        props: The body's properties; those written in it when not given.
        transform: From the box's space to the slide.
        shape_id: Written on every node.
    """
    styles = styles or table_styles(body, context.page)
    props = props or read_body(children(body, "a:bodyPr"))
    inner = rect.inset(*(to_pt(each) for each in (props.left, props.top, props.right, props.bottom)))
    paragraphs = [read_paragraph(each, styles, context, props.font_scale) for each in children(body, "a:p")]
    columns = props.columns
    gap = to_pt(props.column_gap) if columns > 1 else 0.0
    width = max(1.0, (inner.width - gap * (columns - 1)) / columns)
    rows = _rows(paragraphs, width if props.wrap else _UNBROKEN, props, context)
    height = rows[-1].top + rows[-1].height if rows else 0.0
    wide = max((row.line.width for row in rows), default=0.0)
    if columns > 1:
        return Block(_in_columns(rows, inner, width, gap, columns, transform, shape_id), height, inner.width)
    left, across = _across(inner, wide, width, props, paragraphs)
    top = _anchored(inner, height, props)
    nodes: list[Node] = []
    for row in rows:
        nodes += _draw_row(row, left, top, across, transform, shape_id)
    return Block(merged_shadows(nodes), height, wide)


def _anchored(inner: Rect, height: float, props: BodyProps) -> float:
    if props.anchor == "ctr":
        return inner.y + (inner.height - height) / 2
    return inner.y + inner.height - height if props.anchor == "b" else inner.y


def _across(
    inner: Rect, wide: float, width: float, props: BodyProps, paragraphs: Sequence[Paragraph]
) -> tuple[float, float]:
    """Where the text's left edge is and how wide its lines may be aligned in."""
    left = inner.x
    if not props.wrap:
        aligned = paragraphs[0].props.align if paragraphs else "l"
        shift = {"ctr": (inner.width - wide) / 2, "r": inner.width - wide}.get(aligned, 0.0)
        return left + shift, wide
    if props.anchor_center and wide < width:
        return left + (width - wide) / 2, wide
    return left, width


def _rows(paragraphs: Sequence[Paragraph], width: float, props: BodyProps, context: Context) -> list[Row]:
    rows: list[Row] = []
    counters = Counters()
    top = 0.0
    after = 0.0
    for index, paragraph in enumerate(paragraphs):
        facts = paragraph.props
        mark = read_mark(paragraph, counters, context)
        lines = _break(paragraph, mark, width)
        size = _line_size(lines[0], paragraph)
        before = _space(facts.space_before, size) if index else 0.0
        top += after + before
        for number, line in enumerate(lines):
            height, baseline = _pitch(line, paragraph, props.line_reduction)
            rows.append(Row(line, paragraph, mark if number == 0 else None, top, height, baseline))
            top += height
        after = _space(facts.space_after, _line_size(lines[-1], paragraph))
    return rows


def _space(spacing: Spacing, size: float) -> float:
    return spacing.points if spacing.points is not None else spacing.fraction * size * LINE_PITCH


def _line_size(line: Line, paragraph: Paragraph) -> float:
    return max((atom.style.line_size for atom in line.atoms), default=paragraph.end.line_size)


def _pitch(line: Line, paragraph: Paragraph, reduction: float) -> tuple[float, float]:
    """The height of a line and its baseline's distance from its top."""
    styles = [atom.style for atom in line.atoms if atom.text != "\n"] or [
        line.atoms[0].style if line.atoms else paragraph.end
    ]
    size = max(style.line_size for style in styles)
    natural = size * LINE_PITCH
    rise = max(style.ascent for style in styles)
    spacing = paragraph.props.line_spacing
    height = spacing.points if spacing.points is not None else natural * max(0.2, spacing.fraction - reduction)
    return height, rise * height / natural if natural else height


def _break(paragraph: Paragraph, mark: Mark | None, width: float) -> list[Line]:
    facts = paragraph.props
    left, indent = to_pt(facts.margin_left), to_pt(facts.indent)
    right = to_pt(facts.margin_right)
    first = max(0.0, left + indent)
    if mark is not None:
        first = left if first + mark.width <= left + 0.01 else _next_tab(first + mark.width, facts)[0]
        if indent >= 0:
            first = max(0.0, left + indent) + mark.width

    def start(number: int) -> float:
        return first if number == 0 else left

    def tab(x: float) -> tuple[float, str]:
        return (left, "l") if x < left - 0.01 and indent < 0 else _next_tab(x, facts)

    limit = width - right if width < _UNBROKEN else _UNBROKEN
    return break_lines(to_atoms(paragraph.fragments), lambda number: limit, start, tab)


def _next_tab(x: float, facts: ParagraphProps) -> tuple[float, str]:
    for place, kind in facts.tabs:
        if to_pt(place) > x + 0.01:
            return to_pt(place), kind
    step = max(1.0, to_pt(facts.default_tab))
    return (int((x + 0.01) / step) + 1) * step, "l"


def _in_columns(
    rows: Sequence[Row], inner: Rect, width: float, gap: float, columns: int, transform: Matrix, shape_id: int | None
) -> tuple[Node, ...]:
    nodes: list[Node] = []
    column, start = 0, 0.0
    for row in rows:
        if row.top + row.height - start > inner.height + 0.5 and column < columns - 1 and row.top > start:
            column, start = column + 1, row.top
        nodes += _draw_row(row, inner.x + column * (width + gap), inner.y - start, width, transform, shape_id)
    return tuple(nodes)


def _draw_row(row: Row, left: float, top: float, width: float, transform: Matrix, shape_id: int | None) -> list[Node]:
    facts = row.paragraph.props
    line = row.line
    right = to_pt(facts.margin_right)
    rtl = facts.rtl
    align = facts.align
    if rtl and align in ("l", "r"):
        align = "r" if align == "l" else "l"
    begin = min((atom.x for atom in line.atoms), default=0.0)
    free = width - right - line.width
    if row.mark is not None:
        begin = min(begin, row.mark.x)
    spread = align in ("just", "dist") and (align == "dist" or not line.last)
    # Lines are broken from the left; under right-to-left the margin and the indent lie at the other side.
    if align == "ctr":
        shift = free / 2 - (begin if rtl else 0.0)
    elif rtl:
        shift = -begin if align == "l" or spread else free - begin
    else:
        shift = free if align == "r" else 0.0
    y = top + row.top + row.baseline
    atoms = in_visual_order(line.atoms, rtl)
    if spread and free > 0:
        _justify(atoms, free)
    nodes: list[Node] = []
    if row.mark is not None and line.atoms:
        x = left + shift + row.mark.x
        if rtl:
            x = left + width - row.mark.x - row.mark.width
        mark = _text_node(row.mark.text, row.mark.style, x, y, row.mark.width, transform, shape_id)
        beside = Rect(x, y - row.baseline, row.mark.width, row.height)
        nodes.append(replace(mark, paint=placed_paint(mark.paint, beside)))
    if not line.last and not rtl:
        while atoms and atoms[-1].is_space:
            atoms.pop()
    runs = _runs(atoms)
    start = min((x for _, _, x, _ in runs), default=0.0)
    end = max((x + advance for _, _, x, advance in runs), default=0.0)
    band = Rect(left + shift + start, y - row.baseline, end - start, row.height)
    for text, style, x, advance in runs:
        nodes += _draw_run(text, style, left + shift + x, y, advance, transform, shape_id, band)
    return nodes


def _justify(atoms: Sequence[Atom], free: float) -> None:
    inked = [index for index, atom in enumerate(atoms) if not atom.is_space]
    gaps = [index for index, atom in enumerate(atoms) if atom.is_space and inked and inked[0] < index < inked[-1]]
    if not gaps:
        return
    shift = 0.0
    for index, atom in enumerate(atoms):
        atom.x += shift
        if index in gaps:
            shift += free / len(gaps)


def _runs(atoms: Sequence[Atom]) -> list[tuple[str, Style, float, float]]:
    """Neighbouring atoms of one style as one run: text, style, place, width."""
    found: list[tuple[str, Style, float, float]] = []
    for atom in atoms:
        if atom.text in ("\n", "\t"):
            continue
        if found:
            text, style, x, advance = found[-1]
            if style is atom.style and abs(x + advance - atom.x) < 0.01 and is_rtl(text) == is_rtl(atom.text):
                found[-1] = (text + atom.text, style, x, advance + atom.width)
                continue
        found.append((atom.text, atom.style, atom.x, atom.width))
    return [(text, style, x, advance) for text, style, x, advance in found if text.strip() or style.underline]


def _draw_run(
    text: str,
    style: Style,
    x: float,
    y: float,
    advance: float,
    transform: Matrix,
    shape_id: int | None,
    line: Rect,
) -> list[Node]:
    nodes: list[Node] = []
    if style.highlight is not None:
        top, bottom = line.y, line.y + line.height
        path = (("M", (x, top)), ("L", (x + advance, top)), ("L", (x + advance, bottom)), ("L", (x, bottom)), ("Z", ()))
        nodes.append(PathNode(path, Solid(style.highlight), transform=transform, shape_id=shape_id))
    if style.paint is not None:
        node = _text_node(text, style, x, y - style.rise, advance, transform, shape_id)
        node = replace(node, paint=placed_paint(node.paint, line)) if not isinstance(node.paint, Solid) else node
        nodes += [node] if style.shadow is None else [text_shadow(style.shadow, node), node]
    return nodes


def _text_node(
    text: str, style: Style, x: float, y: float, advance: float, transform: Matrix, shape_id: int | None
) -> TextNode:
    return TextNode(
        text=text,
        x=x,
        y=y,
        size=style.size,
        family=style.family,
        bold=style.bold,
        italic=style.italic,
        paint=style.paint or Solid((0, 0, 0, 0.0)),
        advance=advance,
        underline=style.underline,
        strike=style.strike,
        link=style.link,
        rtl=is_rtl(text),
        letter_spacing=style.spacing,
        transform=transform,
        shape_id=shape_id,
    )


__all__ = ["Block", "layout_block", "layout_body"]
