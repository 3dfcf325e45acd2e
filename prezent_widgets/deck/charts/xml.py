"""Building blocks of ChartML: colours, lines, text properties, children in their place."""

from __future__ import annotations

from collections.abc import Sequence

from prezent_widgets.deck.office import etree
from prezent_widgets.deck.xml import A, C, Element, emu

LABEL = "tx1 lumMod=65 lumOff=35"


def child(parent: Element, tag: str, *, first: bool = False) -> Element:
    """The child ``c:tag``, made when it is not there."""
    found = parent.find(f"{C}{tag}")
    if found is None or (parent.tag == f"{C}lineChart" and tag == "axId"):
        found = etree.Element(f"{C}{tag}")
        if first:
            parent.insert(0, found)
        else:
            parent.append(found)
    return found


def ordered(parent: Element, tag: str, after: Sequence[str]) -> Element:
    """The child ``c:tag``, made behind the last of ``after`` that is there."""
    found = parent.find(f"{C}{tag}")
    if found is not None:
        return found
    found = etree.Element(f"{C}{tag}")
    position = 0
    for number, item in enumerate(parent):
        if etree.QName(item).localname in after:
            position = number + 1
    parent.insert(position, found)
    return found


def colour(spec: str, *, wrapped: bool = False) -> Element:
    """A theme colour such as ``"accent6 lumMod=60 lumOff=40"`` (per cent), in a solid fill when ``wrapped``."""
    slot, *modifiers = spec.split()
    element = etree.Element(f"{A}schemeClr", val=slot)
    for part in modifiers:
        name, value = part.split("=")
        etree.SubElement(element, f"{A}{name}", val=str(round(float(value) * 1000)))
    if not wrapped:
        return element
    fill = etree.Element(f"{A}solidFill")
    fill.append(element)
    return fill


def no_fill() -> Element:
    """An ``a:noFill``."""
    return etree.Element(f"{A}noFill")


def outline(spec: str, width: float, dash: str = "") -> Element:
    """A line in points; none for an empty ``spec``."""
    line = etree.Element(f"{A}ln", w=str(emu(width)), cap="rnd")
    line.append(colour(spec, wrapped=True) if spec else no_fill())
    if spec and dash:
        etree.SubElement(line, f"{A}prstDash", val=dash)
    if spec:
        etree.SubElement(line, f"{A}round")
    return line


def shape_properties(parent: Element, *, fill: str = "", line: str = "", width: float = 0.0, dash: str = "") -> Element:
    """Give ``parent`` a ``c:spPr`` in its place: behind its name, or last."""
    element = etree.Element(f"{C}spPr")
    if fill:
        element.append(colour(fill, wrapped=True))
    if width:
        element.append(outline(line, width, dash))
    anchors = [item for item in parent if etree.QName(item).localname in ("idx", "order", "tx")]
    if etree.QName(parent).localname == "ser" and anchors:
        anchors[-1].addnext(element)
    else:
        parent.append(element)
    return element


def number_format(code: str) -> Element:
    """A number format of the chart's own, not the workbook's."""
    return etree.Element(f"{C}numFmt", formatCode=code, sourceLinked="0")


def text_properties(size: float, paint: str, *, bold: bool = False) -> Element:
    """A ``c:txPr``: size in points, theme colour, the theme's body face."""
    text = etree.Element(f"{C}txPr")
    etree.SubElement(text, f"{A}bodyPr")
    etree.SubElement(text, f"{A}lstStyle")
    paragraph = etree.SubElement(text, f"{A}p")
    run = etree.SubElement(
        etree.SubElement(paragraph, f"{A}pPr"), f"{A}defRPr", sz=str(round(size * 100)), b=str(int(bold))
    )
    run.append(colour(paint, wrapped=True))
    etree.SubElement(run, f"{A}latin", typeface="+mn-lt")
    etree.SubElement(paragraph, f"{A}endParaRPr", lang="en-US")
    return text


def chart_title_xml(text: str, size: float, *, bold: bool) -> Element:
    """The title of a chart or an axis (``c:title``), ``size`` in points."""
    title = etree.Element(f"{C}title")
    rich = child(child(title, "tx"), "rich")
    for tag in ("bodyPr", "lstStyle"):
        etree.SubElement(rich, f"{A}{tag}")
    paragraph = etree.SubElement(rich, f"{A}p")
    properties = etree.SubElement(
        etree.SubElement(paragraph, f"{A}pPr"), f"{A}defRPr", sz=str(round(size * 100)), b=str(int(bold))
    )
    properties.append(colour(LABEL, wrapped=True))
    run = etree.SubElement(paragraph, f"{A}r")
    own = etree.SubElement(run, f"{A}rPr", lang="en-US", sz=str(round(size * 100)), b=str(int(bold)))
    own.append(colour(LABEL, wrapped=True))
    etree.SubElement(run, f"{A}t").text = text
    child(title, "overlay").set("val", "0")
    return title


def groups(plot: Element) -> list[Element]:
    """The chart groups (``c:barChart`` …) of a plot area."""
    return [item for item in plot if isinstance(item.tag, str) and item.tag.endswith("Chart")]


def clear(element: Element, *tags: str) -> None:
    """Remove the children ``c:tag`` of every given tag."""
    for tag in tags:
        for old in element.findall(f"{C}{tag}"):
            element.remove(old)


__all__ = [
    "LABEL",
    "chart_title_xml",
    "child",
    "clear",
    "colour",
    "groups",
    "no_fill",
    "number_format",
    "ordered",
    "outline",
    "shape_properties",
    "text_properties",
]
