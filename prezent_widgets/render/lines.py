"""Outlines: width, dash, caps, joins, arrowheads (ECMA-376 part 1, 20.1.2.2.24, 20.1.8)."""

from __future__ import annotations

import math
from typing import Literal

from prezent_widgets.ooxml.style import LineProps
from prezent_widgets.render.context import Context, Rect
from prezent_widgets.render.paint import read_paint
from prezent_widgets.render.scene import Matrix, PathNode, Segment, Stroke

_DASHES: dict[str, tuple[float, ...]] = {
    "dot": (1, 3), "dash": (4, 3), "lgDash": (8, 3), "dashDot": (4, 3, 1, 3), "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3), "sysDash": (3, 1), "sysDot": (1, 1), "sysDashDot": (3, 1, 1, 1),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}  # fmt: skip
_CAPS: dict[str, Literal["butt", "round", "square"]] = {"rnd": "round", "sq": "square", "flat": "butt"}
_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}
Point = tuple[float, float]


def read_stroke(line: LineProps | None, box: Rect, context: Context) -> Stroke | None:
    """Return the stroke a line means; None when it paints nothing."""
    paint = None if line is None else read_paint(line.fill, box, context)
    if line is None or paint is None:
        return None
    if line.compound != "sng":
        context.warn("compound line", "A double or triple line is drawn as one.")
    width = max(line.width, 0.25)
    if line.custom_dash:
        dash = tuple(max(0.01, part * width) for pair in line.custom_dash for part in pair)
    else:
        dash = tuple(part * width for part in _DASHES.get(line.dash, ()))
    join: Literal["miter", "round", "bevel"] = (
        "miter" if line.join == "miter" else "bevel" if line.join == "bevel" else "round"
    )
    return Stroke(paint, width, dash, _CAPS.get(line.cap, "butt"), join)


def draw_arrows(
    segments: tuple[Segment, ...], line: LineProps, stroke: Stroke, transform: Matrix, shape_id: int
) -> tuple[tuple[Segment, ...], tuple[PathNode, ...]]:
    """Return an open path shortened for its arrowheads, and the arrowheads (20.1.8.38, 20.1.8.57)."""
    ends = (line.head[0], line.tail[0])
    moves = sum(name == "M" for name, _ in segments)
    if ends == ("none", "none") or moves != 1 or len(segments) < 2 or segments[-1][0] == "Z":
        return segments, ()
    nodes: list[PathNode] = []
    if line.tail[0] != "none":
        segments, node = _one_arrow(segments, line.tail, stroke, transform, shape_id)
        nodes.append(node)
    if line.head[0] != "none":
        backwards, node = _one_arrow(reversed_path(segments), line.head, stroke, transform, shape_id)
        segments = reversed_path(backwards)
        nodes.append(node)
    return segments, tuple(nodes)


def reversed_path(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Return one open subpath the other way round."""
    points = [values[-2:] for _, values in segments]
    result: list[Segment] = [("M", points[-1])]
    for index in range(len(segments) - 1, 0, -1):
        name, values = segments[index]
        before = points[index - 1]
        result.append(("C", (*values[2:4], *values[0:2], *before)) if name == "C" else ("L", before))
    return tuple(result)


def _one_arrow(
    segments: tuple[Segment, ...], end: tuple[str, str, str], stroke: Stroke, transform: Matrix, shape_id: int
) -> tuple[tuple[Segment, ...], PathNode]:
    name, values = segments[-1]
    tip = (values[-2], values[-1])
    before = (values[2], values[3]) if name == "C" else segments[-2][1][-2:]
    if math.dist(tip, before) < 1e-6:
        before = segments[0][1][-2:]
    length = math.dist(tip, before) or 1.0
    ux, uy = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    base = max(stroke.width, 2.0)
    long = _SIZES.get(end[2], 3.0) * base
    wide = _SIZES.get(end[1], 3.0) * base / 2

    def at(back: float, side: float) -> Point:
        return (tip[0] - ux * back - uy * side, tip[1] - uy * back + ux * side)

    kind = end[0]
    if kind == "arrow":
        path = _polyline([at(long, wide), tip, at(long, -wide)], closed=False)
        return segments, PathNode(path, None, Stroke(stroke.paint, stroke.width, (), "round", "miter"), transform)
    cut = 0.0
    if kind == "oval":
        path = _ellipse(tip, (ux, uy), long / 2, wide)
    elif kind == "diamond":
        path = _polyline([at(-long / 2, 0), at(0, wide), at(long / 2, 0), at(0, -wide)])
    elif kind == "stealth":
        path, cut = _polyline([tip, at(long, wide), at(long * 0.55, 0), at(long, -wide)]), long * 0.5
    else:
        path, cut = _polyline([tip, at(long, wide), at(long, -wide)]), long * 0.9
    cut = min(cut, length * 0.95)
    shorter = (tip[0] - ux * cut, tip[1] - uy * cut)
    segments = (*segments[:-1], (name, (*values[:-2], *shorter)))
    return segments, PathNode(path, stroke.paint, None, transform, shape_id=shape_id)


def _polyline(points: list[Point], closed: bool = True) -> tuple[Segment, ...]:
    path: list[Segment] = [("M" if index == 0 else "L", point) for index, point in enumerate(points)]
    return (*path, ("Z", ())) if closed else tuple(path)


def _ellipse(center: Point, along: Point, a: float, b: float) -> tuple[Segment, ...]:
    k = 0.5522847498

    def at(u: float, v: float) -> Point:
        return (center[0] + along[0] * u * a - along[1] * v * b, center[1] + along[1] * u * a + along[0] * v * b)

    return (
        ("M", at(1, 0)),
        ("C", (*at(1, k), *at(k, 1), *at(0, 1))),
        ("C", (*at(-k, 1), *at(-1, k), *at(-1, 0))),
        ("C", (*at(-1, -k), *at(-k, -1), *at(0, -1))),
        ("C", (*at(k, -1), *at(1, -k), *at(1, 0))),
        ("Z", ()),
    )


__all__ = ["draw_arrows", "read_stroke", "reversed_path"]
