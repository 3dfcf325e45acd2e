"""Gradients and placed pictures as pixels of a box of the canvas, with Pillow's affine transform."""

from __future__ import annotations

import math
from functools import lru_cache

from PIL import Image as Pillow
from PIL import ImageChops, ImageOps

from prezent_widgets.render.masks import Box
from prezent_widgets.render.matrix import invert, multiply
from prezent_widgets.render.scene import ImageFill, LinearGradient, Matrix, RadialGradient, Stop


def gradient(paint: LinearGradient | RadialGradient, box: Box, matrix: Matrix) -> Pillow.Image:
    """Return a gradient's colours over a box of the canvas; ``matrix`` maps the paint's space to pixels."""
    size = (box[2] - box[0], box[3] - box[1])
    a, b, c, d, e, f = invert(matrix)
    e, f = a * box[0] + c * box[1] + e, b * box[0] + d * box[1] + f
    if isinstance(paint, LinearGradient):
        dx, dy = paint.x2 - paint.x1, paint.y2 - paint.y1
        length = dx * dx + dy * dy or 1.0
        # The ramp is 256 rows from black to white; what is sought is the row of each pixel.
        row = [255 * (u * dx + v * dy) / length for u, v in ((a, b), (c, d), (e - paint.x1, f - paint.y1))]
        ramp = Pillow.linear_gradient("L")
        levels = ramp.transform(
            size, Pillow.Transform.AFFINE, (0, 0, 128, row[0], row[1], row[2] + 0.5), Pillow.Resampling.NEAREST
        )
        levels = _beyond(levels, size, row)
    else:
        # The ramp is black at (128, 128) and white 128 pixels away.
        k = 127.5 / paint.r
        places = (a * k, c * k, (e - paint.cx) * k + 128, b * k, d * k, (f - paint.cy) * k + 128)
        inside = _round_ramp().transform(size, Pillow.Transform.AFFINE, places, fillcolor=255)
        levels = inside
    table = _lookup(paint.stops)
    return Pillow.merge("RGBA", [levels.point(channel) for channel in table])


def _beyond(levels: Pillow.Image, size: tuple[int, int], row: list[float]) -> Pillow.Image:
    """White where a linear ramp has ended: a transform leaves black outside its picture, which is right only before."""
    corners = [row[0] * x + row[1] * y + row[2] for x in (0, size[0]) for y in (0, size[1])]
    if max(corners) <= 255:
        return levels
    ones = Pillow.new("L", (256, 512), 255)
    ones.paste(0, (0, 0, 256, 256))
    late = ones.transform(size, Pillow.Transform.AFFINE, (0, 0, 128, row[0], row[1], row[2] + 0.5))
    return ImageChops.lighter(levels, late)


@lru_cache(maxsize=1)
def _round_ramp() -> Pillow.Image:
    """Pillow's own ramp is white in the corners only; this one is where its sides are."""
    return Pillow.radial_gradient("L").point([min(255, round(level * math.sqrt(2))) for level in range(256)])


@lru_cache(maxsize=64)
def _lookup(stops: tuple[Stop, ...]) -> tuple[list[int], list[int], list[int], list[int]]:
    """Red, green, blue and alpha at each of 256 places along a gradient."""
    channels: tuple[list[int], list[int], list[int], list[int]] = ([], [], [], [])
    for level in range(256):
        place = level / 255
        after = next((index for index, stop in enumerate(stops) if stop.offset >= place), len(stops))
        one, two = stops[max(0, after - 1)], stops[min(after, len(stops) - 1)]
        gap = two.offset - one.offset
        share = 0.0 if gap <= 0 else min(1.0, max(0.0, (place - one.offset) / gap))
        for index in range(4):
            value = one.color[index] + (two.color[index] - one.color[index]) * share
            channels[index].append(round(value * 255) if index == 3 else round(value))
    return channels


def warped(source: Pillow.Image, placed: Matrix, box: Box) -> Pillow.Image:
    """The part of a picture that falls into a box of the canvas; ``placed`` maps its unit square to pixels."""
    size = (box[2] - box[0], box[3] - box[1])
    wide = max(1, math.ceil(math.hypot(placed[0], placed[1])))
    high = max(1, math.ceil(math.hypot(placed[2], placed[3])))
    if source.width > wide * 1.2 or source.height > high * 1.2:
        smaller = (min(source.width, max(1, wide)), min(source.height, max(1, high)))
        source = _resized(source, smaller)
    a, b, c, d, e, f = invert(multiply(placed, (1 / source.width, 0, 0, 1 / source.height, 0, 0)))
    places = (a, c, a * box[0] + c * box[1] + e, b, d, b * box[0] + d * box[1] + f)
    # A border of its own edge keeps the half pixel outside from fading into nothing.
    padded = Pillow.new("RGBA", (source.width + 2, source.height + 2))
    padded.paste(source.resize(padded.size, Pillow.Resampling.NEAREST))
    padded.paste(source, (1, 1))
    places = (places[0], places[1], places[2] + 1, places[3], places[4], places[5] + 1)
    return padded.transform(size, Pillow.Transform.AFFINE, places, Pillow.Resampling.BILINEAR)


def tiled(source: Pillow.Image, fill: ImageFill, matrix: Matrix, box: Box) -> Pillow.Image:
    """A repeated picture over a box of the canvas; ``matrix`` maps the fill's space to pixels."""
    back = invert(matrix)
    corners = [
        (back[0] * x + back[2] * y + back[4], back[1] * x + back[3] * y + back[5])
        for x in (box[0], box[2])
        for y in (box[1], box[3])
    ]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
    scale_x, scale_y = math.hypot(matrix[0], matrix[1]) or 1.0, math.hypot(matrix[2], matrix[3]) or 1.0
    # Tiles of less than a pixel would be many and seen as one colour.
    wide, high = max(1.0, fill.width * scale_x), max(1.0, fill.height * scale_y)
    x0, y0 = (fill.x - left) * scale_x, (fill.y - top) * scale_y
    sheet = Pillow.new("RGBA", (math.ceil((right - left) * scale_x), math.ceil((bottom - top) * scale_y)))
    tile = source.resize((math.ceil(wide), math.ceil(high)), Pillow.Resampling.BOX)
    band = {turned: Pillow.new("RGBA", (sheet.width, tile.height)) for turned in {False, "y" in fill.mirror}}
    for turned, row in band.items():
        for number in range(math.floor(-x0 / wide), math.ceil((sheet.width - x0) / wide)):
            each = ImageOps.mirror(tile) if "x" in fill.mirror and number % 2 else tile
            row.paste(ImageOps.flip(each) if turned else each, (round(x0 + number * wide), 0))
    for number in range(math.floor(-y0 / high), math.ceil((sheet.height - y0) / high)):
        sheet.paste(band["y" in fill.mirror and number % 2 == 1], (0, round(y0 + number * high)))
    straight = matrix[1] == matrix[2] == 0 and matrix[0] > 0 and matrix[3] > 0
    size = (box[2] - box[0], box[3] - box[1])
    if straight and sheet.size == size:
        return sheet
    placed = multiply(matrix, (sheet.width / scale_x, 0, 0, sheet.height / scale_y, left, top))
    return warped(sheet, placed, box)


def _resized(source: Pillow.Image, size: tuple[int, int]) -> Pillow.Image:
    return source.resize(size, Pillow.Resampling.BILINEAR, reducing_gap=2.0)


def faded(layer: Pillow.Image, opacity: float) -> Pillow.Image:
    """Make a picture with alpha more transparent, in place, and return it."""
    if opacity < 1:
        layer.putalpha(layer.getchannel("A").point([round(level * opacity) for level in range(256)]))
    return layer


__all__ = ["faded", "gradient", "tiled", "warped"]
