"""Matrices of the display list, and how far nodes reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prezent_widgets.render.scene import IDENTITY, ImageNode, Matrix, Node, PathNode, TextNode

Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def multiply(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the matrix that applies ``inner`` first, then ``outer``.

    Example:
        >>> multiply((1, 0, 0, 1, 5, 0), (2, 0, 0, 2, 0, 0))
        (2, 0, 0, 2, 5, 0)
    """
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def invert(matrix: Matrix) -> Matrix:
    """Return the inverse of a matrix; of one without area, that of a unit square."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if abs(area) < 1e-12:
        return (1.0, 0.0, 0.0, 1.0, -e, -f)
    return (d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)


def scaled(matrix: Matrix, scale: float) -> Matrix:
    """Return a matrix whose results are so many times larger."""
    a, b, c, d, e, f = matrix
    return (a * scale, b * scale, c * scale, d * scale, e * scale, f * scale)


def bounds(nodes: Iterable[Node], outer: Matrix = IDENTITY) -> Bounds | None:
    """Return a box that holds nodes with their lines, in the space around them; None when they are empty.

    Control points and generous heights of text count, so the box may be larger than what is seen.
    """
    points = list(_points(nodes, outer))
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _points(nodes: Iterable[Node], outer: Matrix) -> Iterator[tuple[float, float]]:
    for node in nodes:
        a, b, c, d, e, f = node.transform if outer == IDENTITY else multiply(outer, node.transform)
        if isinstance(node, PathNode):
            edge = node.stroke.width / 2 if node.stroke is not None else 0.0
            flat = [value for _, values in node.segments for value in values]
            if not flat:
                continue
            xs, ys = flat[0::2], flat[1::2]
            box = (min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge)
        elif isinstance(node, TextNode):
            box = (node.x - node.size / 4, node.y - node.size * 1.1, node.x + node.advance + node.size / 4,
                   node.y + node.size * 0.4)  # fmt: skip
        elif isinstance(node, ImageNode):
            box = (node.x, node.y, node.x + node.width, node.y + node.height)
        else:
            yield from _points(node.nodes, (a, b, c, d, e, f))
            continue
        for x in (box[0], box[2]):
            for y in (box[1], box[3]):
                yield a * x + c * y + e, b * x + d * y + f


__all__ = ["Bounds", "bounds", "invert", "multiply", "scaled"]
