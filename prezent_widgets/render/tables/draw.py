"""A table drawn: fills, then borders, then text (ECMA-376 part 1, 21.1.3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from prezent_widgets.ooxml.body import BodyProps, read_body
from prezent_widgets.ooxml.style import Painted, read_line
from prezent_widgets.ooxml.text import FILLS, TextStyles, table_styles
from prezent_widgets.ooxml.units import parse_emu, to_pt
from prezent_widgets.ooxml.xml import Element, attr, child, children, local
from prezent_widgets.render.context import Context, Rect
from prezent_widgets.render.lines import read_stroke
from prezent_widgets.render.paint import read_paint
from prezent_widgets.render.scene import IDENTITY, Matrix, Node, PathNode, Segment
from prezent_widgets.render.tables.catalogue import built_in
from prezent_widgets.render.tables.grid import Cell, cell_box, column_widths, read_cells, row_heights
from prezent_widgets.render.tables.style import OWN, SIDES, Edge, Place, Side, TableStyle, read_options
from prezent_widgets.render.text.layout import layout_block

_OWN_LINES: dict[Side, str] = {"left": "a:lnL", "right": "a:lnR", "top": "a:lnT", "bottom": "a:lnB"}
_TURNS = {"vert270": -90.0, "vert": 90.0, "eaVert": 90.0, "wordArtVert": 90.0, "mongolianVert": 90.0}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A cell with everything decided."""

    cell: Cell
    place: Place
    box: Rect
    styles: TextStyles
    props: BodyProps
    turn: float


def draw_table(frame: Element, rect: Rect, context: Context) -> tuple[Node, ...]:
    """Draw the table of a graphic frame.

    Args:
        frame: The ``p:graphicFrame`` with an ``a:tbl`` inside.
        rect: Where it stands, in points. Rows that need more height reach beyond it, as in PowerPoint.
        context: The slide's context.

    Returns:
        Nodes in painter's order; none when the frame holds no table.
    """
    table = child(frame, "a:graphic", "a:graphicData", "a:tbl")
    if table is None:
        return ()
    options = read_options(table)
    style = TableStyle(_style_element(table, context), options, context)
    widths = column_widths(table, rect.width)
    cells = read_cells(table, len(widths))
    rows = len(children(table, "a:tr"))
    drawn = [_prepare(cell, rows, len(widths), style, context) for cell in cells]
    needs = {id(each.cell): _needed(each, widths, context) for each in drawn}
    heights = row_heights(table, cells, lambda cell: needs[id(cell)])
    drawn = [replace(each, box=cell_box(each.cell, widths, heights, rect, options.rtl)) for each in drawn]
    whole = Rect(rect.x, rect.y, sum(widths), sum(heights))
    nodes: list[Node] = []
    paint = read_paint(_table_fill(table, context) or style.background(), whole, context)
    nodes += [PathNode(_rectangle(whole), paint)] if paint is not None else []
    for each in drawn:
        paint = read_paint(_cell_fill(each, style, context), each.box, context)
        nodes += [PathNode(_rectangle(each.box), paint)] if paint is not None else []
    nodes += _borders(drawn, style, context, options.rtl)
    for each in drawn:
        nodes += _text(each, context)
    return tuple(nodes)


def _style_element(table: Element, context: Context) -> Element | None:
    properties = child(table, "a:tblPr")
    own = child(properties, "a:tableStyle")
    if own is not None:
        return own
    name = child(properties, "a:tableStyleId")
    guid = ((name.text or "") if name is not None else "").strip()
    for each in children(context.deck.table_styles, "a:tblStyle"):
        if (each.get("styleId") or "").upper() == guid.upper():
            return each
    found = built_in(guid)
    if found is None and guid:
        context.warn("table style", f"The table style {guid} is not in the file and not known; drawn without it.")
    return found


def _prepare(cell: Cell, rows: int, columns: int, style: TableStyle, context: Context) -> _Drawn:
    place = Place(cell.row, cell.column, cell.row + cell.rows - 1, cell.column + cell.columns - 1, rows, columns)
    body = child(cell.element, "a:txBody")
    properties = child(cell.element, "a:tcPr")
    props = replace(
        read_body(children(body, "a:bodyPr")),
        left=parse_emu(attr(properties, "marL"), 91_440),
        top=parse_emu(attr(properties, "marT"), 45_720),
        right=parse_emu(attr(properties, "marR"), 91_440),
        bottom=parse_emu(attr(properties, "marB"), 45_720),
        anchor=_anchor(attr(properties, "anchor")),
        anchor_center=attr(properties, "anchorCtr") in ("1", "true"),
        vertical="horz",
        columns=1,
        autofit="none",
        font_scale=1.0,
        line_reduction=0.0,
    )
    turn = _TURNS.get(attr(properties, "vert", "") or "", 0.0)
    styles = table_styles(body, context.page, *style.text(place))
    return _Drawn(cell, place, Rect(0, 0, 0, 0), styles, props, turn)


def _anchor(name: str | None) -> Literal["t", "ctr", "b"]:
    return "ctr" if name == "ctr" else "b" if name == "b" else "t"


def _needed(drawn: _Drawn, widths: tuple[float, ...], context: Context) -> float:
    body = child(drawn.cell.element, "a:txBody")
    if body is None or drawn.turn:
        return 0.0
    width = sum(widths[drawn.cell.column : drawn.cell.column + drawn.cell.columns])
    props = replace(drawn.props, anchor="t")
    block = layout_block(body, Rect(0, 0, width, 1e4), context, styles=drawn.styles, props=props)
    return block.height + to_pt(drawn.props.top) + to_pt(drawn.props.bottom)


def _text(drawn: _Drawn, context: Context) -> tuple[Node, ...]:
    body = child(drawn.cell.element, "a:txBody")
    if body is None or not any(local(each) in ("r", "fld", "br") for each in body.iter()):
        return ()
    box, transform = drawn.box, IDENTITY
    if drawn.turn:
        box, transform = _turned(box, drawn.turn)
    block = layout_block(body, box, context, styles=drawn.styles, props=drawn.props, transform=transform)
    return block.nodes


def _turned(box: Rect, degrees: float) -> tuple[Rect, Matrix]:
    """Return the box a quarter turn lays its text out in, and the turn."""
    inner = Rect(0.0, 0.0, box.height, box.width)
    if degrees > 0:
        return inner, (0.0, 1.0, -1.0, 0.0, box.x + box.width, box.y)
    return inner, (0.0, -1.0, 1.0, 0.0, box.x, box.y + box.height)


def _table_fill(table: Element, context: Context) -> Painted | None:
    for fill in children(child(table, "a:tblPr"), *FILLS):
        return Painted(fill, context.page.colors, context.part)
    return None


def _cell_fill(drawn: _Drawn, style: TableStyle, context: Context) -> Painted | None:
    for fill in children(child(drawn.cell.element, "a:tcPr"), *FILLS):
        return Painted(fill, context.page.colors, context.part)
    return style.fill(drawn.place)


def _borders(drawn: list[_Drawn], style: TableStyle, context: Context, rtl: bool) -> list[Node]:
    """Return all borders; where two cells share one, the more particular say wins."""
    edges: dict[tuple[float, float, float, float], Edge] = {}
    nodes: list[Node] = []
    for each in drawn:
        for side in SIDES:
            edge = _own_edge(each.cell.element, side, context) or style.edge(each.place, side)
            if edge is None:
                continue
            for key in _pieces(each, side, drawn, rtl):
                known = edges.get(key)
                if known is None or edge.rank > known.rank or (edge.rank == known.rank and known.line is None):
                    edges[key] = edge
        nodes += _diagonals(each, context)
    for (x1, y1, x2, y2), edge in edges.items():
        stroke = read_stroke(edge.line, Rect(x1, y1, x2 - x1, y2 - y1), context)
        if stroke is not None:
            # Square ends close the corners of a grid.
            square = replace(stroke, cap="square") if not stroke.dash else stroke
            nodes.append(PathNode((("M", (x1, y1)), ("L", (x2, y2))), None, square))
    return nodes


def _pieces(drawn: _Drawn, side: Side, others: list[_Drawn], rtl: bool) -> list[tuple[float, float, float, float]]:
    """Return a side cut where other cells' corners meet it, so that merged cells share each piece."""
    box = drawn.box
    left, right, top, bottom = (round(each, 3) for each in (box.x, box.x + box.width, box.y, box.y + box.height))
    if rtl and side in ("left", "right"):
        side = "right" if side == "left" else "left"
    if side in ("left", "right"):
        x = left if side == "left" else right
        stops = [top, bottom]
        if drawn.cell.rows > 1:
            stops = sorted({*stops, *(round(each.box.y, 3) for each in others if top < each.box.y < bottom)})
        return [(x, first, x, last) for first, last in pairwise(stops)]
    y = top if side == "top" else bottom
    stops = [left, right]
    if drawn.cell.columns > 1:
        stops = sorted({*stops, *(round(each.box.x, 3) for each in others if left < each.box.x < right)})
    return [(first, y, last, y) for first, last in pairwise(stops)]


def _own_edge(cell: Element, side: Side, context: Context) -> Edge | None:
    line = child(cell, "a:tcPr", _OWN_LINES[side])
    if line is None or not children(line, *FILLS):
        return None
    return Edge(read_line([Painted(line, context.page.colors, context.part)]), OWN)


def _diagonals(drawn: _Drawn, context: Context) -> list[Node]:
    nodes: list[Node] = []
    box = drawn.box
    for name, (y1, y2) in (("a:lnTlToBr", (box.y, box.y + box.height)), ("a:lnBlToTr", (box.y + box.height, box.y))):
        line = child(drawn.cell.element, "a:tcPr", name)
        if line is not None:
            stroke = read_stroke(read_line([Painted(line, context.page.colors, context.part)]), box, context)
            path: tuple[Segment, ...] = (("M", (box.x, y1)), ("L", (box.x + box.width, y2)))
            nodes += [PathNode(path, None, stroke)] if stroke is not None else []
    return nodes


def _rectangle(box: Rect) -> tuple[Segment, ...]:
    right, bottom = box.x + box.width, box.y + box.height
    return (("M", (box.x, box.y)), ("L", (right, box.y)), ("L", (right, bottom)), ("L", (box.x, bottom)), ("Z", ()))


__all__ = ["draw_table"]
