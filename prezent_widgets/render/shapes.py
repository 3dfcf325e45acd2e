"""Shapes turned into nodes: auto shapes, connectors, pictures, groups, frames.

A shape that cannot be drawn becomes a warning of the scene and never takes the rest of the slide with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prezent_widgets.errors import PackageError
from prezent_widgets.ooxml.body import BodyProps, body_properties
from prezent_widgets.ooxml.color import Color
from prezent_widgets.ooxml.geometry import ShapePath, path_color, shape_paths, text_rectangle
from prezent_widgets.ooxml.placeholders import (
    own_transform,
    placeholder,
    placeholder_chain,
    read_transform,
    shape_children,
    shape_identity,
    transform,
)
from prezent_widgets.ooxml.style import Painted, background, shape_fill, shape_line
from prezent_widgets.ooxml.text import FILLS, text_styles
from prezent_widgets.ooxml.units import parse_bool, parse_fraction, to_pt
from prezent_widgets.ooxml.xml import Element, attr, child, children, local
from prezent_widgets.render.context import Context, Rect
from prezent_widgets.render.effects import with_shadow
from prezent_widgets.render.lines import draw_arrows, read_stroke
from prezent_widgets.render.matrix import multiply
from prezent_widgets.render.paint import read_paint
from prezent_widgets.render.pictures import blip_opacity, picture_key
from prezent_widgets.render.placement import GroupFrame, Placement, from_transform, group_frame, place
from prezent_widgets.render.scene import ImageNode, Matrix, Node, Paint, PathNode, Segment, Solid, Stroke
from prezent_widgets.render.text import layout_body

SHAPE_ERRORS = (ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError, PackageError,
                RecursionError)  # fmt: skip
"""What a damaged or odd shape can raise; anything else is a bug of ours and must show."""

Parents = tuple[GroupFrame, ...]
_MAX_DEPTH = 40


def draw_shapes(
    elements: Sequence[Element], context: Context, *, parents: Parents = (), placeholders: bool = True
) -> list[Node]:
    """Return the nodes of shapes in painter's order.

    Args:
        elements: Shapes as `ooxml.placeholders.shapes` gives them.
        context: The page they are on.
        parents: The groups they are in, outermost first.
        placeholders: Whether placeholders are drawn; those of layouts and masters are not, under a slide.
    """
    nodes: list[Node] = []
    for element in elements:
        number, name, _, hidden = shape_identity(element)
        if hidden or (not placeholders and placeholder(element) is not None):
            continue
        try:
            nodes += draw_shape(_without_equations(element, context), context, parents)
        except SHAPE_ERRORS as problem:
            title = name or f"shape {number}"
            context.warn("shape", f"{title!r} could not be drawn ({type(problem).__name__}: {problem}).")
    return nodes


def _without_equations(element: Element, context: Context) -> Element:
    """A shape that holds equations gives way to the picture that PowerPoint left beside it for older programs."""
    if local(element) != "sp" or next(element.iter(_MATH), None) is None:
        return element
    choice = element.getparent()
    fallback = child(choice.getparent(), "mc:Fallback") if choice is not None and local(choice) == "Choice" else None
    pictures = [] if fallback is None else children(fallback, "p:sp", "p:pic")
    if len(pictures) == 1:
        return pictures[0]
    context.warn("equation", "Equations are left out.")
    return element


def draw_shape(element: Element, context: Context, parents: Parents) -> list[Node]:
    """Return the nodes of one shape of any kind."""
    kind = local(element)
    if kind == "grpSp":
        return _group(element, context, parents)
    found = transform(element, context.page)
    if found is None:
        return []
    placement = place(from_transform(found), parents)
    if kind == "pic":
        return with_shadow(element, _picture(element, placement, context), (), placement, context)
    if kind == "graphicFrame":
        from prezent_widgets.render.frames import draw_frame

        return draw_frame(element, placement, context, parents)
    if kind in ("sp", "cxnSp"):
        outline, text = _outline(element, placement, context), _text(element, placement, context)
        return with_shadow(element, outline, text, placement, context)
    context.warn("content", f"Content of the kind {kind!r} is left out.")
    return []


def _group(element: Element, context: Context, parents: Parents) -> list[Node]:
    if len(parents) > _MAX_DEPTH:
        context.warn("group", "Groups are nested too deeply; the innermost are left out.")
        return []
    found = own_transform(element)
    frame = () if found is None else (group_frame(found, parents),)
    fill = next(iter(children(child(element, "p:grpSpPr"), *FILLS)), None)
    if fill is not None and local(fill) != "grpFill":
        context = replace(context, group_fill=Painted(fill, context.page.colors, context.part))
    nodes = draw_shapes(shape_children(element), context, parents=(*parents, *frame))
    return with_shadow(element, nodes, (), frame[0].placement, context) if frame else nodes


def _geometry(element: Element, context: Context) -> Element | None:
    """The shape's own properties, or its placeholder's when only that says an outline."""
    for each in placeholder_chain(element, context.page):
        properties = child(each, "p:spPr")
        if child(properties, "a:prstGeom") is not None or child(properties, "a:custGeom") is not None:
            return properties
    return child(element, "p:spPr")


def _outline(element: Element, placement: Placement, context: Context) -> list[Node]:
    page = context.page
    box = Rect(0.0, 0.0, placement.width, placement.height)
    if parse_bool(element.get("useBgFill")):
        width, height = (to_pt(each) for each in page.deck.size)
        corner = (placement.cx - box.width / 2, placement.cy - box.height / 2)
        fill = read_paint(background(context.slide), Rect(-corner[0], -corner[1], width, height), context)
    else:
        fill = read_paint(_on_part(shape_fill(element, page), context), box, context)
    line = shape_line(element, page)
    stroke = read_stroke(line, box, context)
    if local(element) == "cxnSp":
        fill = None
    if fill is None and stroke is None:
        return []
    matrix, number = placement.matrix, shape_identity(element)[0]
    nodes: list[Node] = []
    for path in shape_paths(_geometry(element, context), placement.width, placement.height):
        paint = _path_paint(fill, path)
        drawn = stroke if path.stroke else None
        if paint is None and drawn is None:
            continue
        segments = path.segments
        arrows: tuple[PathNode, ...] = ()
        if line is not None and drawn is not None:
            segments, arrows = draw_arrows(segments, line, drawn, matrix, number)
        nodes.append(PathNode(segments, paint, drawn, matrix, evenodd=True, shape_id=number))
        nodes += arrows
    return nodes


def _on_part(painted: Painted | None, context: Context) -> Painted | None:
    """A shape's own picture is looked up in the part the shape stands in (a SmartArt drawing has its own)."""
    if painted is not None and painted.part is context.page.part and context.part is not painted.part:
        return replace(painted, part=context.part)
    return painted


def _path_paint(fill: Paint | None, path: ShapePath) -> Paint | None:
    if path.fill == "none":
        return None
    if path.fill == "norm" or not isinstance(fill, Solid):
        return fill
    red, green, blue, alpha = fill.color
    return Solid(path_color(Color(red, green, blue, alpha), path.fill).rgba)


def _text(element: Element, placement: Placement, context: Context) -> list[Node]:
    body = child(element, "p:txBody")
    if body is None or not any((each.text or "").strip() for each in body.iter(_T)):
        return []
    props = body_properties(element, context.page)
    x, y, width, height = text_rectangle(_geometry(element, context), placement.width, placement.height)
    if placement.flip_h != placement.flip_v:
        x = placement.width - x - width
    matrix = placement.text_matrix
    apart = child(element, "p:txXfrm")
    if apart is not None:
        x, y, width, height, matrix = _apart(apart, element, placement)
    if props.upright:
        matrix = replace(placement, rotation=0.0, flip_v=False).text_matrix
    if props.rotation:
        matrix = _turned(matrix, props.rotation, x + width / 2, y + height / 2)
    if props.warp:
        context.warn("WordArt", "Bent text is drawn straight.")
    rect, matrix = _direction(props, Rect(x, y, width, height), matrix, context)
    styles = text_styles(element, context.page)
    number = shape_identity(element)[0]
    return list(layout_body(body, rect, context, styles=styles, props=props, transform=matrix, shape_id=number))


def _apart(apart: Element, element: Element, placement: Placement) -> tuple[float, float, float, float, Matrix]:
    """The text box of a SmartArt shape, which is written beside the shape's own, in the same coordinates."""
    own = own_transform(element)
    text = from_transform(read_transform(apart))
    shape = from_transform(own) if own is not None else text
    x = placement.cx + (text.cx - shape.cx)
    y = placement.cy + (text.cy - shape.cy)
    moved = Placement(x, y, text.width, text.height, (placement.rotation + text.rotation) % 360)
    return 0.0, 0.0, text.width, text.height, moved.text_matrix


def _direction(props: BodyProps, rect: Rect, matrix: Matrix, context: Context) -> tuple[Rect, Matrix]:
    """Vertical text is laid out in the box turned by a quarter."""
    if props.vertical in ("vert", "eaVert"):
        return Rect(0.0, 0.0, rect.height, rect.width), multiply(matrix, (0, 1, -1, 0, rect.x + rect.width, rect.y))
    if props.vertical == "vert270":
        return Rect(0.0, 0.0, rect.height, rect.width), multiply(matrix, (0, -1, 1, 0, rect.x, rect.y + rect.height))
    if props.vertical != "horz":
        context.warn("stacked text", "Text stacked letter by letter is drawn from left to right.")
    return rect, matrix


def _turned(matrix: Matrix, degrees: float, cx: float, cy: float) -> Matrix:
    turn = Placement(cx, cy, 0.0, 0.0, degrees).matrix
    return multiply(matrix, multiply(turn, (1, 0, 0, 1, -cx, -cy)))


def _picture(element: Element, placement: Placement, context: Context) -> list[Node]:
    page = context.page
    fill = child(element, "p:blipFill")
    blip = child(fill, "a:blip")
    key = picture_key(blip, context.part, page.colors, context)
    number, name, alt, _ = shape_identity(element)
    box = Rect(0.0, 0.0, placement.width, placement.height)
    properties = _geometry(element, context)
    paths = shape_paths(properties, placement.width, placement.height)
    nodes: list[Node] = []
    back = read_paint(shape_fill(element, page), box, context)
    if back is not None and paths:
        nodes.append(PathNode(paths[0].segments, back, None, placement.matrix, True, number))
    if key is not None:
        crop = child(fill, "a:srcRect")
        left, top, right, bottom = (parse_fraction(attr(crop, side)) for side in "ltrb")
        if left + right >= 0.999 or top + bottom >= 0.999:
            left = top = right = bottom = 0.0
        nodes.append(
            ImageNode(
                key,
                0.0,
                0.0,
                placement.width,
                placement.height,
                (left, top, right, bottom),
                blip_opacity(blip),
                _clip(properties, paths),
                placement.matrix,
                alt or name,
                number,
            )
        )
    stroke = read_stroke(shape_line(element, page), box, context)
    nodes += _frame_line(paths, stroke, placement.matrix, number)
    return nodes


def _clip(properties: Element | None, paths: Sequence[ShapePath]) -> tuple[Segment, ...]:
    preset = attr(child(properties, "a:prstGeom"), "prst", "rect")
    if child(properties, "a:custGeom") is None and preset == "rect":
        return ()
    return tuple(segment for path in paths if path.fill != "none" for segment in path.segments)


def _frame_line(paths: Sequence[ShapePath], stroke: Stroke | None, matrix: Matrix, number: int) -> list[Node]:
    if stroke is None:
        return []
    return [PathNode(path.segments, None, stroke, matrix, shape_id=number) for path in paths if path.stroke]


_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_T = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"

__all__ = ["SHAPE_ERRORS", "Parents", "draw_shape", "draw_shapes"]
