"""Single lines and small blocks of text for charts, placed on the display list."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import Literal

from prezent_widgets.ooxml.fonts import LINE_PITCH, ascent, measure
from prezent_widgets.render.scene import IDENTITY, Matrix, Paint, TextNode

_IDEOGRAPH = r"[\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uffef]"
_PIECES = re.compile(rf"(\s*)({_IDEOGRAPH}|(?:(?!{_IDEOGRAPH})\S)+)")
"""Words, and Chinese and Japanese characters one by one, each with the space before it."""
Align = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Look:
    """A text's look: ``size`` in points."""

    size: float
    bold: bool
    italic: bool
    family: str
    paint: Paint

    @property
    def line(self) -> float:
        """The height of a line in points."""
        return self.size * LINE_PITCH

    def width(self, text: str) -> float:
        """Return the width of a line in points."""
        return measure(text, self.family, self.size, self.bold, self.italic)

    def painted(self, paint: Paint) -> Look:
        """Return the same look in another paint."""
        return replace(self, paint=paint)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text and their size in points."""

    lines: tuple[str, ...]
    look: Look

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((self.look.width(line) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.look.line * len(self.lines)

    def draw(self, x: float, top: float, align: Align = "start", transform: Matrix = IDENTITY) -> tuple[TextNode, ...]:
        """Return the lines as nodes; ``x`` is their left end, middle or right end."""
        nodes: list[TextNode] = []
        for index, line in enumerate(self.lines):
            width = self.look.width(line)
            left = x - {"start": 0.0, "middle": width / 2, "end": width}[align]
            baseline = top + index * self.look.line + ascent(self.look.family) * self.look.size
            nodes.append(_node(line, left, baseline, width, self.look, transform))
        return tuple(node for node in nodes if node.text.strip())

    def turned(self, x: float, y: float, degrees: float, align: Align = "middle") -> tuple[TextNode, ...]:
        """Return the lines turned clockwise about (x, y), which is the middle of their ``align`` edge."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        matrix = (cos, sin, -sin, cos, x, y)
        return self.draw(0.0, -self.height / 2, align, matrix)


def wrapped(text: str, look: Look, width: float, most: int = 50) -> Block:
    """Return a text broken at spaces and between ideographs into lines no wider than ``width``; long words stay whole.

    Args:
        text: The text; line feeds break.
        look: Its look.
        width: In points.
        most: How many lines at most; the rest is cut with an ellipsis.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for space, word in _PIECES.findall(paragraph.strip()):
            longer = line + (" " if space and line else "") + word
            if line and look.width(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], shortened(lines[most - 1] + " …", look, width)]
    return Block(tuple(lines), look)


def shortened(text: str, look: Look, width: float) -> str:
    """Return the text, cut with an ellipsis if it is wider than ``width``."""
    if look.width(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if look.width(text[:middle].rstrip() + "…") <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…" if low else ""


def _node(text: str, x: float, y: float, width: float, look: Look, transform: Matrix) -> TextNode:
    return TextNode(
        text=text, x=x, y=y, size=look.size, family=look.family, bold=look.bold, italic=look.italic,
        paint=look.paint, advance=width, transform=transform,
    )  # fmt: skip


__all__ = ["Align", "Block", "Look", "shortened", "wrapped"]
