"""How much of each pixel polygons cover, with Pillow: drawn two or four times larger and reduced."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PIL import Image as Pillow
from PIL import ImageChops, ImageDraw

from prezent_widgets.render.flatten import Polyline

_LARGE = 1_500_000
"""Above this many pixels at four times the size, a mask is drawn at twice the size only."""
Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom are outside."""


def cover(polygons: Sequence[Polyline], canvas: tuple[int, int], evenodd: bool) -> tuple[Pillow.Image, Box] | None:
    """Return how much of each pixel polygons cover, 0 to 255, and where; None when they are off the canvas.

    Args:
        polygons: In pixels.
        canvas: Width and height of the canvas.
        evenodd: Whether a polygon inside another is a hole; else polygons add up.
    """
    box = _bounds(polygons, canvas)
    if box is None:
        return None
    size = (box[2] - box[0], box[3] - box[1])
    straight = _upright_box(polygons)
    if straight is not None:
        return _box_mask(straight, box), box
    factor = 4 if size[0] * size[1] * 16 <= _LARGE else 2
    mask = Pillow.new("L", (size[0] * factor, size[1] * factor), 0)
    moved = _enlarged(polygons, box, factor)
    if evenodd and len(moved) > 1:
        for polygon in moved:
            one = Pillow.new("L", mask.size, 0)
            ImageDraw.Draw(one).polygon(polygon, fill=255)
            mask = ImageChops.difference(mask, one)
    else:
        pen = ImageDraw.Draw(mask)
        for polygon in moved:
            if len(polygon) > 1:
                pen.polygon(polygon, fill=255)
    return mask.reduce(factor), box


def _bounds(polygons: Sequence[Polyline], canvas: tuple[int, int]) -> Box | None:
    xs = [x for polygon in polygons for x, _ in polygon]
    ys = [y for polygon in polygons for _, y in polygon]
    if not xs or not all(map(math.isfinite, (min(xs), max(xs), min(ys), max(ys)))):
        return None
    left, top = max(0, math.floor(min(xs))), max(0, math.floor(min(ys)))
    right, bottom = min(canvas[0], math.ceil(max(xs))), min(canvas[1], math.ceil(max(ys)))
    return (left, top, right, bottom) if left < right and top < bottom else None


def _upright_box(polygons: Sequence[Polyline]) -> tuple[float, float, float, float] | None:
    """The box that a single polygon is, its sides along the axes; None for any other shape."""
    if len(polygons) != 1 or len(polygons[0]) not in (4, 5):
        return None
    points = {(round(x, 3), round(y, 3)) for x, y in polygons[0]}
    xs, ys = {x for x, _ in points}, {y for _, y in points}
    if len(points) != 4 or len(xs) != 2 or len(ys) != 2:
        return None
    return (min(xs), min(ys), max(xs), max(ys))


def _box_mask(straight: tuple[float, float, float, float], box: Box) -> Pillow.Image:
    """How much of each pixel an upright box covers, exactly."""
    size = (box[2] - box[0], box[3] - box[1])
    left, top, right, bottom = straight
    if all(each % 1 == 0 for each in straight):
        return Pillow.new("L", size, 255)
    across, down = Pillow.new("L", (size[0], 1)), Pillow.new("L", (1, size[1]))
    across.putdata([_share(left, right, box[0] + index) for index in range(size[0])])
    down.putdata([_share(top, bottom, box[1] + index) for index in range(size[1])])
    nearest = Pillow.Resampling.NEAREST
    return ImageChops.multiply(across.resize(size, nearest), down.resize(size, nearest))


def _share(start: float, end: float, pixel: int) -> int:
    return round(255 * max(0.0, min(end, pixel + 1) - max(start, pixel)))


def _enlarged(polygons: Sequence[Polyline], box: Box, factor: int) -> list[Polyline]:
    """Polygons in the pixels of a larger mask; Pillow paints their edges too, so they are drawn a pixel smaller."""
    xs = [x for polygon in polygons for x, _ in polygon]
    ys = [y for polygon in polygons for _, y in polygon]
    left, top, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    shrink_x = 1 - min(0.5, 1 / (wide * factor)) if wide > 0 else 1.0
    shrink_y = 1 - min(0.5, 1 / (high * factor)) if high > 0 else 1.0
    return [
        [
            (((x - left) * shrink_x + left - box[0]) * factor, ((y - top) * shrink_y + top - box[1]) * factor)
            for x, y in polygon
        ]
        for polygon in polygons
    ]


__all__ = ["Box", "cover"]
