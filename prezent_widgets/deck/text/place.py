"""Where a placeholder stands when it does not stand where its layout has it."""

from __future__ import annotations

from prezent_widgets.deck.catalogue import Rect
from prezent_widgets.deck.office import etree
from prezent_widgets.deck.xml import A, Element, P, emu


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


__all__ = ["place"]
