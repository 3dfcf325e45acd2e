"""Where a placeholder stands when it does not stand where its layout has it."""

from __future__ import annotations

import copy

from prezent_widgets.deck.catalogue import Rect
from prezent_widgets.deck.office import Layout, etree
from prezent_widgets.deck.xml import A, Element, P, emu, placeholder


def place(shape: Element, rect: Rect) -> None:
    """Give a ``p:sp`` a place of its own (``a:xfrm``), in points."""
    properties = shape.find(f"{P}spPr")
    old = properties.find(f"{A}xfrm")
    if old is not None:
        properties.remove(old)
    xfrm = etree.Element(f"{A}xfrm")
    etree.SubElement(xfrm, f"{A}off", x=str(emu(rect.x)), y=str(emu(rect.y)))
    etree.SubElement(xfrm, f"{A}ext", cx=str(emu(rect.w)), cy=str(emu(rect.h)))
    properties.insert(0, xfrm)


def keep_geometry(shape: Element, layout: Layout, idx: int) -> None:
    """Write the outline that a placeholder has from its layout onto the slide, unless it is a plain rectangle.

    PowerPoint inherits it; other programs draw a rectangle when the slide does not repeat it.
    """
    for item in layout._element.iter(f"{P}sp"):
        ph = placeholder(item)
        geometry = item.find(f"{P}spPr/{A}prstGeom")
        if ph is None or int(ph.get("idx") or 0) != idx or geometry is None or geometry.get("prst") == "rect":
            continue
        properties = shape.find(f"{P}spPr")
        if properties is None or properties.find(f"{A}prstGeom") is not None:
            continue
        place_of = properties.find(f"{A}xfrm")
        properties.insert(0 if place_of is None else 1, copy.deepcopy(geometry))


__all__ = ["keep_geometry", "place"]
