"""The drawings that make a brand: vector shapes in theme colours only, so they recolour with the theme."""

from __future__ import annotations

import math

from prezent_widgets.themes.grid import HEIGHT, MARGIN, TITLE_TOP, WIDTH, Rect
from prezent_widgets.themes.markup import Art
from prezent_widgets.themes.model import Theme

_PAGE = Rect(0, 0, WIDTH, HEIGHT)
_PathStep = tuple[str | float, ...]


def wave(top: float, depth: float, phase: float) -> tuple[_PathStep, ...]:
    """A filled wave across the page: crest at ``top``, ``depth`` high (shares of the box), shifted by ``phase``."""
    steps: list[_PathStep] = [("M", 0.0, 1.0), ("L", 0.0, _crest(0, top, depth, phase))]
    pieces = 4
    for index in range(pieces):
        left, right = index / pieces, (index + 1) / pieces
        reach = (right - left) * 0.5
        y0, y1 = _crest(left, top, depth, phase), _crest(right, top, depth, phase)
        slope0, slope1 = _slope(left, depth, phase), _slope(right, depth, phase)
        steps.append(
            (
                "C",
                left + reach * 0.7,
                y0 + slope0 * reach * 0.7,
                right - reach * 0.7,
                y1 - slope1 * reach * 0.7,
                right,
                y1,
            )
        )
    return (*steps, ("L", 1.0, 1.0), ("Z",))


def _crest(x: float, top: float, depth: float, phase: float) -> float:
    return top + depth * 0.5 * (1 - math.sin(math.tau * (x * 1.15 + phase)))


def _slope(x: float, depth: float, phase: float) -> float:
    return -depth * 0.5 * math.tau * 1.15 * math.cos(math.tau * (x * 1.15 + phase))


def contour(radius: float, wobble: float, turn: float) -> tuple[_PathStep, ...]:
    """A closed, slightly irregular ring inside its unit box, as a map draws height."""
    count = 8
    points = [_ring_point(index / count, radius, wobble, turn) for index in range(count)]
    steps: list[_PathStep] = [("M", *points[0])]
    for index in range(count):
        before, start = points[index - 1], points[index]
        end, after = points[(index + 1) % count], points[(index + 2) % count]
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        steps.append(("C", *first, *second, *end))
    return (*steps, ("Z",))


def _ring_point(share: float, radius: float, wobble: float, turn: float) -> tuple[float, float]:
    angle = math.tau * share
    reach = radius * (1 + wobble * math.sin(3 * angle + turn) + wobble * 0.6 * math.cos(2 * angle - turn))
    return 0.5 + reach * math.cos(angle), 0.5 + reach * math.sin(angle)


def harbour(low: float = 0.0) -> tuple[Art, ...]:
    """Three layers of water under a ring of light; ``low`` moves the water down, in points."""
    sea = Rect(0, 350 + low, WIDTH, HEIGHT - 350 - low)
    return (
        Art("Ring", Rect(700, 70, 190, 190), line="accent1 lumMod=60 lumOff=40", line_width=1.5, preset="ellipse"),
        Art("Light", Rect(735, 105, 120, 120), fill="accent1", preset="ellipse"),
        Art("Water far", sea, fill="accent2", path=wave(0.02, 0.34, 0.05)),
        Art("Water middle", sea, fill="accent1", path=wave(0.30, 0.34, 0.42)),
        Art("Water near", sea, fill="tx2 lumMod=75", path=wave(0.62, 0.26, 0.80)),
    )


def contours(centre_x: float, centre_y: float, size: float, colour: str, rings: int = 7) -> tuple[Art, ...]:
    """Height lines around a summit at (``centre_x``, ``centre_y``), the outermost ``size`` points across."""
    box = Rect(centre_x - size / 2, centre_y - size / 2, size, size)
    return tuple(
        Art(
            f"Contour {ring + 1}",
            box,
            line=colour,
            line_width=1.25,
            path=contour(0.44 * (rings - ring) / rings, 0.07, 0.7 + 0.35 * ring),
        )
        for ring in range(rings)
    )


def master_marks(theme: Theme) -> tuple[Art, ...]:
    """What every content slide carries: the brand's mark beside or above the title."""
    if theme.style.title_mark == "edge":
        return (
            Art("Title mark", Rect(0, TITLE_TOP + 3, 10, 28), fill="accent1"),
            Art("Foot line", Rect(MARGIN, 501, WIDTH - 2 * MARGIN, 0.75), fill="accent6 lumMod=40 lumOff=60"),
        )
    return (
        Art("Title mark", Rect(MARGIN, 24, 40, 3), fill="accent2"),
        Art("Page edge", Rect(0, HEIGHT - 6, WIDTH, 6), fill="tx2"),
    )


def page(spec: str) -> Art:
    """A sheet over the whole page."""
    return Art("Sheet", _PAGE, fill=spec)


__all__ = ["contour", "contours", "harbour", "master_marks", "page", "wave"]
