"""Graphic frames: tables, charts, SmartArt, embedded objects (ECMA-376 part 1, 19.3.1.21)."""

from __future__ import annotations

from dataclasses import replace

from prezent_widgets.ooxml.package import Part
from prezent_widgets.ooxml.placeholders import Transform, shape_children
from prezent_widgets.ooxml.units import Emu, to_emu
from prezent_widgets.ooxml.xml import NAMESPACES, Element, attr, child, local, parse_xml, resolve_alternates
from prezent_widgets.render import shapes
from prezent_widgets.render.context import Context, Rect
from prezent_widgets.render.placement import GroupFrame, Placement, group_frame
from prezent_widgets.render.scene import GroupNode, Node


def draw_frame(frame: Element, placement: Placement, context: Context, parents: tuple[GroupFrame, ...]) -> list[Node]:
    """Return the nodes of a ``p:graphicFrame``; what it holds decides who draws it."""
    data = child(frame, "a:graphic", "a:graphicData")
    kind = (attr(data, "uri", "") or "").rpartition("/")[2]
    rect = Rect(0.0, 0.0, placement.width, placement.height)
    if kind == "table":
        from prezent_widgets.render.tables import draw_table

        return [GroupNode(tuple(draw_table(frame, rect, context)), placement.matrix)]
    if kind == "chart":
        from prezent_widgets.render.charts import draw_chart

        part = context.part.related(attr(child(data, "c:chart"), "r:id"))
        if part is not None:
            return [GroupNode(tuple(draw_chart(part, rect, context)), placement.matrix)]
    if kind == "diagram":
        return _diagram(data, placement, context)
    if kind == "ole":
        return _object(data, context, parents)
    context.warn("frame", f"A frame of the kind {kind or 'unknown'!r} is left out.")
    return []


def _object(data: Element | None, context: Context, parents: tuple[GroupFrame, ...]) -> list[Node]:
    """An embedded object shows the picture that stands beside it."""
    for each in resolve_alternates(data) if data is not None else ():
        picture = child(each, "p:pic")
        if picture is not None:
            return shapes.draw_shape(picture, context, parents)
    context.warn("embedded object", "An embedded object without a picture is left out.")
    return []


def _diagram(data: Element | None, placement: Placement, context: Context) -> list[Node]:
    """SmartArt is drawn from the shapes PowerPoint last laid out for it."""
    part = _drawing(data, context)
    if part is None:
        context.warn("SmartArt", "SmartArt without a stored drawing is left out.")
        return []
    # Its shapes are those of a slide under another namespace; one reader does for both.
    root = parse_xml(part.blob.replace(NAMESPACES["dsp"].encode(), NAMESPACES["p"].encode()), part.name)
    tree = child(root, "p:spTree")
    if tree is None:
        return []
    left, top = to_emu(placement.cx - placement.width / 2), to_emu(placement.cy - placement.height / 2)
    width, height = to_emu(placement.width), to_emu(placement.height)
    frame = group_frame(
        Transform(left, top, width, height, child_x=Emu(0), child_y=Emu(0), child_width=width, child_height=height), ()
    )
    return shapes.draw_shapes(shape_children(tree), replace(context, part=part), parents=(frame,))


def _drawing(data: Element | None, context: Context) -> Part | None:
    model = context.part.related(attr(child(data, "dgm:relIds"), "r:dm"))
    if model is not None:
        for each in model.xml.iter():
            if local(each) == "dataModelExt":
                found = context.part.related(each.get("relId"))
                if found is not None:
                    return found
    drawings = context.part.related_by_type("diagramDrawing")
    return drawings[0] if len(drawings) == 1 else None


__all__ = ["draw_frame"]
