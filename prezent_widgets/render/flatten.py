"""Curves and outlines as polygons, for rasterisers that know nothing else."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from prezent_widgets.render.scene import Matrix, Segment, Stroke

Point = tuple[float, float]
Polyline = list[Point]


def flatten(segments: Sequence[Segment], matrix: Matrix, scale: float) -> list[tuple[Polyline, bool]]:
    """Return subpaths as points in pixels, each with whether it is closed.

    Args:
        segments: The path in points.
        matrix: From the path's space to the slide, in points.
        scale: Pixels a point.
    """
    a, b, c, d, e, f = (each * scale for each in matrix)

    def at(x: float, y: float) -> Point:
        return (a * x + c * y + e, b * x + d * y + f)

    subpaths: list[tuple[Polyline, bool]] = []
    points: Polyline = []
    for name, values in segments:
        if name == "M":
            if len(points) > 1:
                subpaths.append((points, False))
            points = [at(*values)]
        elif name == "L":
            points.append(at(*values))
        elif name == "C" and points:
            _curve(points, at(values[0], values[1]), at(values[2], values[3]), at(values[4], values[5]))
        elif name == "Z" and points:
            subpaths.append((points, True))
            points = [points[0]]
    if len(points) > 1:
        subpaths.append((points, False))
    return subpaths


def _curve(points: Polyline, one: Point, two: Point, end: Point) -> None:
    start = points[-1]
    length = math.dist(start, one) + math.dist(one, two) + math.dist(two, end)
    steps = min(64, max(2, int(math.sqrt(length) * 1.2)))
    for index in range(1, steps + 1):
        t = index / steps
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        points.append(
            (
                p * start[0] + q * one[0] + r * two[0] + s * end[0],
                p * start[1] + q * one[1] + r * two[1] + s * end[1],
            )
        )


def outline_polygons(points: Polyline, closed: bool, stroke: Stroke, scale: float) -> list[Polyline]:
    """Return polygons that together cover a stroked polyline: one a segment, one a join, one a cap."""
    upright = len(points) == 2 and (points[0][0] == points[1][0] or points[0][1] == points[1][1])
    # Pillow paints the edges of polygons too: a quarter pixel in all, at four times the size; upright boxes are exact.
    exact = upright and not stroke.dash and stroke.cap != "round"
    half = max(stroke.width * scale - (0.0 if exact else 0.25), 0.6) / 2
    if stroke.dash:
        dashes = [each * scale for each in stroke.dash]
        pieces = _dashed([*points, points[0]] if closed else points, dashes)
        return [each for piece in pieces for each in _solid(piece, False, stroke, half)]
    return _solid(points, closed, stroke, half)


def _solid(points: Polyline, closed: bool, stroke: Stroke, half: float) -> list[Polyline]:
    kept = [points[0]]
    for point in points[1:]:
        if math.dist(point, kept[-1]) > 1e-4:
            kept.append(point)
    if closed and len(kept) > 1 and math.dist(kept[0], kept[-1]) <= 1e-4:
        kept.pop()
    if len(kept) < 2:
        return [_disc(kept[0], half)] if stroke.cap == "round" else []
    ends = [*kept, kept[0]] if closed else kept
    polygons: list[Polyline] = []
    normals: list[Point] = []
    last = len(ends) - 2
    for index, (start, end) in enumerate(itertools.pairwise(ends)):
        length = math.dist(start, end)
        ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        nx, ny = -uy * half, ux * half
        normals.append((nx, ny))
        if stroke.cap == "square" and not closed:
            if index == 0:
                start = (start[0] - ux * half, start[1] - uy * half)
            if index == last:
                end = (end[0] + ux * half, end[1] + uy * half)
        polygons.append(
            [(start[0] + nx, start[1] + ny), (end[0] + nx, end[1] + ny), (end[0] - nx, end[1] - ny),
             (start[0] - nx, start[1] - ny)]
        )  # fmt: skip
    if half > 0.6:
        joints = range(len(kept)) if closed else range(1, len(kept) - 1)
        for index in joints:
            polygons += _join(kept[index], normals[index - 1], normals[index % len(normals)], stroke, half)
    if stroke.cap == "round" and not closed and half > 0.6:
        polygons += [_disc(kept[0], half), _disc(kept[-1], half)]
    return polygons


def _join(at: Point, before: Point, after: Point, stroke: Stroke, half: float) -> list[Polyline]:
    turn = (before[0] * after[1] - before[1] * after[0]) / (half * half)
    along = (before[0] * after[0] + before[1] * after[1]) / (half * half)
    if abs(turn) < 0.02 and along > 0:
        return []
    if stroke.join == "round" or along < -0.95:
        return [_disc(at, half)]
    side = -1.0 if turn > 0 else 1.0
    one = (at[0] + before[0] * side, at[1] + before[1] * side)
    two = (at[0] + after[0] * side, at[1] + after[1] * side)
    if stroke.join == "bevel" or 1 + along < 0.03:
        return [[at, one, two]]
    reach = side / (1 + along)
    tip = (at[0] + (before[0] + after[0]) * reach, at[1] + (before[1] + after[1]) * reach)
    return [[at, one, tip, two]]


def _disc(at: Point, radius: float) -> Polyline:
    steps = max(8, min(48, int(radius * 2.5)))
    return [
        (at[0] + radius * math.cos(2 * math.pi * step / steps), at[1] + radius * math.sin(2 * math.pi * step / steps))
        for step in range(steps)
    ]


def _dashed(points: Polyline, dashes: list[float]) -> list[Polyline]:
    if sum(dashes) < 0.5:
        return [points]
    pieces: list[Polyline] = []
    index, left, drawing = 0, dashes[0], True
    piece: Polyline = [points[0]]
    for start, end in itertools.pairwise(points):
        length, done = math.dist(start, end), 0.0
        while length - done > left:
            done += left
            t = done / length
            spot = (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t)
            if drawing:
                pieces.append([*piece, spot])
            piece = [spot]
            index = (index + 1) % len(dashes)
            left, drawing = max(dashes[index], 0.01), not drawing
            if len(pieces) > 5000:
                return pieces
        left -= length - done
        if drawing:
            piece.append(end)
    if drawing and len(piece) > 1:
        pieces.append(piece)
    return pieces


__all__ = ["Point", "Polyline", "flatten", "outline_polygons"]
