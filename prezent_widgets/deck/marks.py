"""Small drawn shapes on a slide: numbered discs."""

from __future__ import annotations

from prezent_widgets.deck.office import Slide, etree
from prezent_widgets.deck.xml import A, Element, P, emu

_NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def add_disc(
    slide: Slide, text: str, *, x: float, y: float, size: float, fill: str = "accent1", ink: str = "bg1"
) -> Element:
    """A filled disc with a character or two on it; ``x``, ``y`` (its top left) and ``size`` in points."""
    tree = slide.shapes._spTree
    number = max((int(item.get("id") or 0) for item in tree.iter(f"{P}cNvPr")), default=1) + 1
    shape = etree.fromstring(
        f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="{number}" name="Number {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(size)}" cy="{emu(size)}"/></a:xfrm>'
        '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody>'
        '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/>'
        f'<a:r><a:rPr lang="en-US" sz="{round(size * 50)}" b="1"><a:solidFill>'
        f'<a:schemeClr val="{ink}"/></a:solidFill></a:rPr>'
        "<a:t/></a:r></a:p></p:txBody></p:sp>"
    )
    shape.find(f".//{A}t").text = text
    tree.append(shape)
    return shape


__all__ = ["add_disc"]
