"""Elliptical arcs as cubic curves (ECMA-376 part 1, 20.1.9.3)."""

from __future__ import annotations

import math

_RADIANS = math.pi / (180 * 60_000)

Curve = tuple[float, float, float, float, float, float]


def arc_curves(x: float, y: float, rx: float, ry: float, start: float, sweep: float) -> list[Curve]:
    """Return the cubic curves of an arc that begins at (x, y).

    Args:
        x: Where the pen is.
        y: Where the pen is.
        rx: Horizontal radius.
        ry: Vertical radius.
        start: Start angle in 60,000ths of a degree, clockwise, as seen (not the ellipse's parameter).
        sweep: How far, in the same unit; negative is anticlockwise.

    Returns:
        (x1, y1, x2, y2, x, y) each; at most a quarter turn a curve, an error below 0.03 % of the radius.
    """
    first = _parameter(start * _RADIANS, rx, ry)
    last = _parameter((start + sweep) * _RADIANS, rx, ry)
    center_x, center_y = x - rx * math.cos(first), y - ry * math.sin(first)
    turn = max(-2 * math.pi, min(2 * math.pi, last - first))
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    handle = 4 / 3 * math.tan(step / 4)
    curves: list[Curve] = []
    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        cos_a, sin_a, cos_b, sin_b = math.cos(a), math.sin(a), math.cos(b), math.sin(b)
        curves.append((
            center_x + rx * (cos_a - handle * sin_a), center_y + ry * (sin_a + handle * cos_a),
            center_x + rx * (cos_b + handle * sin_b), center_y + ry * (sin_b - handle * cos_b),
            center_x + rx * cos_b, center_y + ry * sin_b,
        ))  # fmt: skip
    return curves


def _parameter(angle: float, rx: float, ry: float) -> float:
    """Return the ellipse's parameter at which the angle seen from the centre is ``angle``; whole turns are kept."""
    if rx == ry or not rx or not ry:
        return angle
    found = math.atan2(math.sin(angle) * rx, math.cos(angle) * ry)
    return found + 2 * math.pi * round((angle - found) / (2 * math.pi))


__all__ = ["Curve", "arc_curves"]
