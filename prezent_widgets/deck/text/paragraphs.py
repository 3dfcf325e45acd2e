"""Writing text into a placeholder so that it keeps everything it inherits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prezent_widgets.deck.office import etree
from prezent_widgets.deck.text.looks import Look
from prezent_widgets.deck.text.metrics import Extent, Run, paragraph_extent
from prezent_widgets.deck.xml import A, Element, P


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its runs, outline level (0 is the first), and whether it carries a bullet (None: as inherited)."""

    runs: tuple[Run, ...]
    level: int = 0
    bulleted: bool | None = None

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(run.text for run in self.runs)


def extent(paragraphs: Sequence[Paragraph], looks: Sequence[Look], sizes: Sequence[float], width: float) -> Extent:
    """Room that paragraphs need in ``width`` points at ``sizes`` (points, by outline level)."""
    height, widest, lines = 0.0, 0.0, 0
    for number, paragraph in enumerate(paragraphs):
        look = looks[min(paragraph.level, len(looks) - 1)]
        size = sizes[min(paragraph.level, len(sizes) - 1)]
        flat = look if paragraph.bulleted is not False else _flat(look)
        found = paragraph_extent(paragraph.runs, flat, size, width)
        height += found.height + (look.before if number else 0.0)
        widest, lines = max(widest, found.width), lines + found.lines
    return Extent(height, widest, lines)


def _flat(look: Look) -> Look:
    return Look(look.size, look.family, look.bold, look.italic, 0.0, 0.0, look.before, look.spacing, False)


def write_text(
    shape: Element,
    paragraphs: Sequence[Paragraph],
    *,
    sizes: Sequence[float] | None = None,
    language: str = "en-US",
) -> None:
    """Replace the text of a ``p:sp``; ``sizes`` (points, by outline level) only where they differ.

    The text body's own properties and list style stay as they are.
    """
    body = shape.find(f"{P}txBody")
    if body is None:
        body = etree.SubElement(shape, f"{P}txBody")
        etree.SubElement(body, f"{A}bodyPr")
        etree.SubElement(body, f"{A}lstStyle")
    for old in body.findall(f"{A}p"):
        body.remove(old)
    for paragraph in paragraphs:
        size = sizes[min(paragraph.level, len(sizes) - 1)] if sizes else None
        body.append(paragraph_xml(paragraph, size=size, language=language))


def paragraph_xml(paragraph: Paragraph, *, size: float | None = None, language: str = "en-US") -> Element:
    """An ``a:p`` element."""
    element = etree.Element(f"{A}p")
    if paragraph.level or paragraph.bulleted is False:
        properties = etree.SubElement(element, f"{A}pPr")
        if paragraph.bulleted is False:
            properties.set("marL", "0")
            properties.set("indent", "0")
        if paragraph.level:
            properties.set("lvl", str(paragraph.level))
        if paragraph.bulleted is False:
            etree.SubElement(properties, f"{A}buNone")
    for run in paragraph.runs:
        for number, piece in enumerate(run.text.replace("\v", "\n").split("\n")):
            if number:
                etree.SubElement(element, f"{A}br")
            if piece:
                element.append(_run_xml(piece, run.bold, size, language))
    return element


def _run_xml(text: str, bold: bool, size: float | None, language: str) -> Element:
    run = etree.Element(f"{A}r")
    properties = etree.SubElement(run, f"{A}rPr")
    properties.set("lang", language)
    if size is not None:
        properties.set("sz", str(round(size * 100)))
    if bold:
        properties.set("b", "1")
    etree.SubElement(run, f"{A}t").text = "".join(mark for mark in text if mark >= " " or mark == "\t")
    return run


__all__ = ["Paragraph", "extent", "paragraph_xml", "write_text"]
