"""A scene as pixels, with Pillow: shapes drawn larger and reduced, text at its size through FreeType and raqm."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image as Pillow
from PIL import ImageChops, ImageDraw, ImageFilter, ImageFont

from prezent_widgets.ooxml.fonts import Piece, pieces, twin
from prezent_widgets.render.flatten import Polyline, flatten, outline_polygons
from prezent_widgets.render.glyphs import text_path
from prezent_widgets.render.masks import Box, cover
from prezent_widgets.render.matrix import bounds, multiply, scaled
from prezent_widgets.render.pictures import PICTURE_ERRORS
from prezent_widgets.render.pixels import faded, gradient, tiled, warped
from prezent_widgets.render.scene import (
    IDENTITY,
    GroupNode,
    ImageFill,
    ImageNode,
    Matrix,
    Node,
    Paint,
    PathNode,
    Rgba,
    Scene,
    Solid,
    Stroke,
    TextNode,
)
from prezent_widgets.render.svg import box_path, text_bars

_SMALL_TEXT, _FINER = 30.0, 4
"""Text of fewer pixels a em is drawn so many times larger and reduced."""


def to_png(scene: Scene, *, width: int = 960) -> bytes:
    """Return a scene as a PNG picture.

    Args:
        scene: What to draw.
        width: Width in pixels, from 16 to 8192; the height follows.

    Raises:
        ValueError: the width is out of range.
    """
    stream = io.BytesIO()
    to_image(scene, width=width).save(stream, "PNG", compress_level=3)
    return stream.getvalue()


def to_image(scene: Scene, *, width: int = 960) -> Pillow.Image:
    """Return a scene as a Pillow picture in RGB."""
    if not 16 <= width <= 8192:
        raise ValueError("A picture is from 16 to 8192 pixels wide.")
    scale = width / scene.width
    height = max(1, round(scene.height * scale))
    painter = _Painter(scene, Pillow.new("RGB", (width, height), "white"), scale)
    painter.draw(scene.nodes, IDENTITY)
    return painter.canvas


class _Painter:
    """Draws nodes on a canvas; ``scale`` is in pixels a point."""

    def __init__(self, scene: Scene, canvas: Pillow.Image, scale: float) -> None:
        self.scene = scene
        self.canvas = canvas
        self.scale = scale

    def draw(self, nodes: Sequence[Node], outer: Matrix) -> None:
        for node in nodes:
            matrix = node.transform if outer == IDENTITY else multiply(outer, node.transform)
            if isinstance(node, PathNode):
                self._path(node, matrix)
            elif isinstance(node, TextNode):
                self._text(node, matrix)
            elif isinstance(node, ImageNode):
                self._image(node, matrix)
            else:
                self._group(node, matrix)

    def _group(self, node: GroupNode, matrix: Matrix) -> None:
        if node.tint is not None:
            self._shadow(node, node.tint, matrix)
            return
        if node.soft > 0:
            self._softened(node, matrix)
            return
        if node.opacity >= 1 and not node.clip:
            self.draw(node.nodes, matrix)
            return
        below = self.canvas.copy()
        self.draw(node.nodes, matrix)
        mask = Pillow.new("L", below.size, 255)
        if node.clip:
            mask = Pillow.new("L", below.size, 0)
            found = self._mask([points for points, _ in flatten(node.clip, matrix, self.scale)], True)
            if found is not None:
                mask.paste(found[0], found[1][:2])
        if node.opacity < 1:
            mask = mask.point([round(level * node.opacity) for level in range(256)])
        self.canvas.paste(Pillow.composite(self.canvas, below, mask))

    def _shadow(self, node: GroupNode, tint: Rgba, matrix: Matrix) -> None:
        """Nodes as a blurred silhouette of one colour."""
        found = self._blurred(node, matrix, node.blur)
        if found is None:
            return
        mask, place = found
        if tint[3] < 1:
            mask = mask.point([round(level * tint[3]) for level in range(256)])
        self.canvas.paste(tint[:3], place, mask)

    def _softened(self, node: GroupNode, matrix: Matrix) -> None:
        """Nodes that fade out: the outer half of their blurred silhouette is cut off."""
        found = self._blurred(node, matrix, node.soft / 2)
        if found is None:
            return
        mask, place = found
        below = self.canvas.copy()
        self.draw(node.nodes, matrix)
        whole = Pillow.new("L", below.size, 0)
        whole.paste(mask.point([max(0, 2 * level - 255) for level in range(256)]), place)
        self.canvas.paste(Pillow.composite(self.canvas, below, whole))

    def _blurred(self, node: GroupNode, matrix: Matrix, blur: float) -> tuple[Pillow.Image, tuple[int, int]] | None:
        """A blurred silhouette and where its corner is; a wide blur is done on fewer pixels."""
        reach = bounds(node.nodes, matrix)
        deviation = blur * self.scale * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        if reach is None:
            return None
        fewer = 4 if deviation > 12 else 2 if deviation > 4 else 1
        edge = math.ceil(deviation * 3 / fewer) + 1
        scale = self.scale / fewer
        # No more than the canvas and what blurs into it.
        left, top = (max(math.floor(each * scale), -edge) - edge for each in reach[:2])
        width, height = (math.ceil(each / fewer) + edge for each in self.canvas.size)
        right, bottom = (
            min(math.ceil(each * scale), most) for each, most in zip(reach[2:], (width, height), strict=True)
        )
        size = (right + edge - left, bottom + edge - top)
        if size[0] <= 2 * edge or size[1] <= 2 * edge:
            return None
        silhouette = _Silhouette(self.scene, Pillow.new("RGB", size), scale)
        silhouette.draw(node.nodes, multiply((1.0, 0.0, 0.0, 1.0, -left / scale, -top / scale), matrix))
        mask = silhouette.canvas.getchannel("R")
        if deviation > 0:
            mask = mask.filter(ImageFilter.GaussianBlur(deviation / fewer))
        if fewer > 1:
            mask = mask.resize((size[0] * fewer, size[1] * fewer), Pillow.Resampling.BILINEAR)
        return mask, (left * fewer, top * fewer)

    def _path(self, node: PathNode, matrix: Matrix) -> None:
        subpaths = flatten(node.segments, matrix, self.scale)
        if node.fill is not None:
            found = self._mask([points for points, _ in subpaths if len(points) > 2], node.evenodd)
            if found is not None:
                self._fill(found[0], found[1], node.fill, matrix)
        if node.stroke is not None:
            factor = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) or 1.0
            polygons = [
                polygon
                for points, closed in subpaths
                for polygon in outline_polygons(points, closed, node.stroke, self.scale * factor)
            ]
            found = self._mask(polygons, False)
            if found is not None:
                self._fill(found[0], found[1], node.stroke.paint, matrix)

    def _mask(self, polygons: Sequence[Polyline], evenodd: bool) -> tuple[Pillow.Image, Box] | None:
        return cover(polygons, self.canvas.size, evenodd)

    def _fill(self, mask: Pillow.Image, box: Box, paint: Paint, matrix: Matrix) -> None:
        if isinstance(paint, Solid):
            red, green, blue, alpha = paint.color
            if alpha < 1:
                mask = mask.point([round(level * alpha) for level in range(256)])
            self.canvas.paste(self._ink((red, green, blue)), box, mask)
            return
        if isinstance(paint, ImageFill):
            layer = self._image_layer(paint, box, matrix)
        else:
            layer = gradient(paint, box, scaled(matrix, self.scale))
        if layer is not None:
            self.canvas.paste(self._colors(layer), box, ImageChops.multiply(mask, layer.getchannel("A")))

    def _image_layer(self, paint: ImageFill, box: Box, matrix: Matrix) -> Pillow.Image | None:
        source = self._opened(paint.image)
        if source is None:
            return None
        if paint.tile:
            return faded(tiled(source, paint, scaled(matrix, self.scale), box), paint.opacity)
        placed = multiply(matrix, (paint.width, 0, 0, paint.height, paint.x, paint.y))
        return faded(warped(source, scaled(placed, self.scale), box), paint.opacity)

    def _image(self, node: ImageNode, matrix: Matrix) -> None:
        if node.width <= 0 or node.height <= 0:
            return
        source = self._opened(node.image)
        outline_of = node.clip or box_path(node.x, node.y, node.width, node.height)
        found = self._mask([points for points, _ in flatten(outline_of, matrix, self.scale)], True)
        if source is None or found is None:
            return
        mask, box = found
        left, top, right, bottom = node.crop
        width, height = node.width / (1 - left - right), node.height / (1 - top - bottom)
        placed = multiply(matrix, (width, 0, 0, height, node.x - left * width, node.y - top * height))
        layer = faded(warped(source, scaled(placed, self.scale), box), node.opacity)
        self.canvas.paste(self._colors(layer), box, ImageChops.multiply(mask, layer.getchannel("A")))

    def _opened(self, key: str) -> Pillow.Image | None:
        image = self.scene.images.get(key)
        return None if image is None else _decoded(image.data)

    def _ink(self, color: tuple[int, int, int]) -> tuple[int, int, int]:
        return color

    def _colors(self, layer: Pillow.Image) -> Pillow.Image:
        return layer.convert("RGB")

    def _text(self, node: TextNode, matrix: Matrix) -> None:
        paint = node.paint
        if isinstance(paint, Solid) and paint.color[3] <= 0:
            return
        straight = abs(matrix[1]) < 1e-6 and abs(matrix[2]) < 1e-6 and abs(matrix[0] - matrix[3]) < 1e-6
        pixels = node.size * matrix[0] * self.scale
        plain = isinstance(paint, Solid) and paint.color[3] >= 1
        if straight and plain and 2 <= pixels <= 300 and not node.letter_spacing and twin(node.family).stretch == 1:
            self._typeset(node, matrix, pixels)
        else:
            self._outlined(node, matrix)
        for bar in text_bars(node):
            self._path(PathNode(box_path(*bar), paint), matrix)

    def _typeset(self, node: TextNode, matrix: Matrix, pixels: float) -> None:
        x = (matrix[0] * node.x + matrix[4]) * self.scale
        y = (matrix[3] * node.y + matrix[5]) * self.scale
        assert isinstance(node.paint, Solid)
        color = self._ink(node.paint.color[:3])
        found = pieces(node.text, node.family, node.bold, node.italic, node.rtl)
        for piece in found:
            if piece.face.missing:
                self._boxes(piece, x + piece.x * pixels, y, pixels, node.paint)
        drawn = [piece for piece in found if not piece.face.missing]
        direction = "rtl" if node.rtl else None
        if pixels >= _SMALL_TEXT:
            pen = ImageDraw.Draw(self.canvas)
            for piece in drawn:
                font = _font(str(piece.face.path), piece.face.number, round(pixels, 2))
                place = (x + piece.x * pixels, y)
                pen.text(place, piece.text, fill=color, font=font, anchor="ls", direction=direction)
            return
        # Hinting pulls small letters onto whole pixels and words apart: they are drawn larger and reduced.
        left, top = math.floor(x - pixels / 2), math.floor(y - pixels * 1.3)
        width = math.ceil(max((piece.x + piece.advance for piece in drawn), default=0.0) * pixels + pixels * 1.5)
        mask = Pillow.new("L", (max(1, width) * _FINER, math.ceil(pixels * 2) * _FINER))
        pen = ImageDraw.Draw(mask)
        for piece in drawn:
            font = _font(str(piece.face.path), piece.face.number, round(pixels * _FINER, 2))
            place = ((x + piece.x * pixels - left) * _FINER, (y - top) * _FINER)
            pen.text(place, piece.text, fill=255, font=font, anchor="ls", direction=direction)
        self.canvas.paste(color, (left, top), mask.reduce(_FINER))

    def _boxes(self, piece: Piece, x: float, y: float, pixels: float, paint: Paint) -> None:
        """Square boxes for characters that no font has."""
        stroke = Stroke(paint, pixels * 0.04 / self.scale)
        for index in range(len(piece.text)):
            left = (x + (index + 0.1) * pixels) / self.scale
            box = box_path(left, (y - pixels * 0.78) / self.scale, pixels * 0.8 / self.scale, pixels * 0.8 / self.scale)
            self._path(PathNode(box, None, stroke), IDENTITY)

    def _outlined(self, node: TextNode, matrix: Matrix) -> None:
        """Text that is turned, stretched, spaced or see-through is filled as outlines."""
        polygons = [points for points, _ in flatten(text_path(node), matrix, self.scale)]
        found = self._mask(polygons, True)
        if found is not None:
            self._fill(found[0], found[1], node.paint, matrix)


class _Silhouette(_Painter):
    """Draws everything in white, on black."""

    def _ink(self, color: tuple[int, int, int]) -> tuple[int, int, int]:
        return (255, 255, 255)

    def _colors(self, layer: Pillow.Image) -> Pillow.Image:
        return Pillow.new("RGB", layer.size, "white")


@lru_cache(maxsize=16)
def _decoded(data: bytes) -> Pillow.Image | None:
    try:
        with Pillow.open(io.BytesIO(data)) as opened:
            opened.draft("RGB", (2000, 2000))
            return opened.convert("RGBA")
    except PICTURE_ERRORS:
        return None


@lru_cache(maxsize=256)
def _font(path: str, number: int, pixels: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, pixels, number)


__all__ = ["to_image", "to_png"]
