"""Paths that charts are made of: boxes, lines, sectors, markers, smooth curves."""

from __future__ import annotations

import math
from collections.abc import Sequence

from prezent_widgets.ooxml.arcs import arc_curves
from prezent_widgets.render.context import Rect
from prezent_widgets.render.scene import Segment

Point = tuple[float, float]
Path = tuple[Segment, ...]


def box_path(box: Rect) -> Path:
    """Return a rectangle."""
    right, bottom = box.x + box.width, box.y + box.height
    return (("M", (box.x, box.y)), ("L", (right, box.y)), ("L", (right, bottom)), ("L", (box.x, bottom)), ("Z", ()))


def polyline(points: Sequence[Point], closed: bool = False) -> Path:
    """Return straight lines through points."""
    path: list[Segment] = [("L" if index else "M", point) for index, point in enumerate(points)]
    return (*path, ("Z", ())) if closed else tuple(path)


def smooth(points: Sequence[Point]) -> Path:
    """Return a curve through points, its handles a sixth of the way between the neighbours (Catmull and Rom)."""
    if len(points) < 3:
        return polyline(points)
    path: list[Segment] = [("M", points[0])]
    for index in range(len(points) - 1):
        before, here = points[max(0, index - 1)], points[index]
        there, after = points[index + 1], points[min(len(points) - 1, index + 2)]
        path.append(("C", (
            here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6, *there,
        )))  # fmt: skip
    return tuple(path)


def sector(cx: float, cy: float, outer: float, inner: float, start: float, sweep: float) -> Path:
    """Return a slice of a pie or a ring; angles in degrees clockwise from the top."""
    sweep = min(sweep, 359.999)
    first, last = math.radians(start - 90), math.radians(start + sweep - 90)
    x0, y0 = cx + outer * math.cos(first), cy + outer * math.sin(first)
    around: list[Segment] = [("C", c) for c in arc_curves(x0, y0, outer, outer, (start - 90) * 60_000, sweep * 60_000)]
    if inner <= 0:
        return (("M", (cx, cy)), ("L", (x0, y0)), *around, ("Z", ()))
    x1, y1 = cx + inner * math.cos(last), cy + inner * math.sin(last)
    back: list[Segment] = [
        ("C", c) for c in arc_curves(x1, y1, inner, inner, (start + sweep - 90) * 60_000, -sweep * 60_000)
    ]
    return (("M", (x0, y0)), *around, ("L", (x1, y1)), *back, ("Z", ()))


def circle(cx: float, cy: float, radius: float) -> Path:
    """Return a circle."""
    curves = arc_curves(cx + radius, cy, radius, radius, 0, 21_600_000)
    return (("M", (cx + radius, cy)), *(("C", curve) for curve in curves), ("Z", ()))


SYMBOLS = ("diamond", "square", "triangle", "x", "star", "circle", "plus", "dot", "dash")
"""Automatic markers in the order series take them."""
OPEN_SYMBOLS = frozenset({"x", "star", "plus"})
"""Markers that are strokes only."""


def marker(symbol: str, x: float, y: float, size: float) -> Path:
    """Return a marker's outline around (x, y); ``size`` is its width in points."""
    half = size / 2
    if symbol == "circle":
        return circle(x, y, half)
    if symbol == "diamond":
        return polyline([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], closed=True)
    if symbol == "triangle":
        return polyline([(x, y - half), (x + half, y + half), (x - half, y + half)], closed=True)
    if symbol in ("dash", "dot"):
        return box_path(Rect(x - (half if symbol == "dash" else 0), y - half / 3, half * (2 if symbol == "dash" else 1),
                             half * 2 / 3))  # fmt: skip
    if symbol in OPEN_SYMBOLS:
        cross = polyline([(x - half, y - half), (x + half, y + half)]) + polyline(
            [(x - half, y + half), (x + half, y - half)]
        )
        upright = polyline([(x, y - half), (x, y + half)])
        level = polyline([(x - half, y), (x + half, y)])
        return {"x": cross, "star": cross + upright, "plus": upright + level}[symbol]
    return box_path(Rect(x - half, y - half, size, size))


__all__ = [
    "OPEN_SYMBOLS",
    "SYMBOLS",
    "Path",
    "Point",
    "box_path",
    "circle",
    "marker",
    "polyline",
    "sector",
    "smooth",
]
