"""Text as outlines: where a run's glyphs stand, and all of them as one path."""

from __future__ import annotations

import re
from functools import lru_cache

from prezent_widgets.ooxml.fonts import Glyph, outline, shape, twin
from prezent_widgets.render.scene import Segment, TextNode

_COMMAND = re.compile(r"([MLQCZ])([^MLQCZ]*)")


def placed_glyphs(node: TextNode) -> list[tuple[Glyph, float, float]]:
    """A run's glyphs with their places in em from its start; letter spacing goes between them."""
    shaped = shape(node.text, node.family, node.bold, node.italic, node.rtl)
    gap = node.letter_spacing / node.size / twin(node.family).stretch if node.size else 0.0
    return [(glyph, glyph.x + gap * number, glyph.y) for number, glyph in enumerate(shaped.glyphs)]


def text_path(node: TextNode) -> tuple[Segment, ...]:
    """Return a run's glyphs as one path in the run's own space; bars through and under it are not part of it."""
    stretch = twin(node.family).stretch
    path: list[Segment] = []
    for glyph, x, y in placed_glyphs(node):
        down = node.size / glyph.face.upem
        across, left, top = down * stretch, node.x + x * node.size * stretch, node.y - y * node.size
        for name, values in _outline_segments(glyph.face.key, glyph.gid, outline(glyph.face, glyph.gid)):
            placed = (top + value * down if index % 2 else left + value * across for index, value in enumerate(values))
            path.append((name, tuple(placed)))
    return tuple(path)


@lru_cache(maxsize=2048)
def _outline_segments(face_key: str, gid: int, data: str) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    at = (0.0, 0.0)
    for name, written in _COMMAND.findall(data):
        values = tuple(float(each) for each in written.split())
        if name == "Q":
            cx, cy, x, y = values
            one = (at[0] + (cx - at[0]) * 2 / 3, at[1] + (cy - at[1]) * 2 / 3)
            two = (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3)
            segments.append(("C", (*one, *two, x, y)))
        else:
            segments.append((name, values))
        if values:
            at = (values[-2], values[-1])
    return tuple(segments)


__all__ = ["placed_glyphs", "text_path"]
