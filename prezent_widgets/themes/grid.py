"""The page: 960 × 540 points, twelve columns, and the fixed lines that every layout keeps to."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 960.0
HEIGHT = 540.0
EMU_PER_PT = 12700

MARGIN = 48.0
GUTTER = 16.0
COLUMNS = 12
COLUMN = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS

TITLE_TOP = 36.0
TITLE_HEIGHT = 66.0
BODY_TOP = 120.0
BODY_BOTTOM = 472.0
STRIP_HEIGHT = 42.0
STRIP_TOP = BODY_BOTTOM - STRIP_HEIGHT
BODY_BOTTOM_WITH_STRIP = STRIP_TOP - 14.0
SOURCE_TOP = 481.0
SOURCE_HEIGHT = 16.0
FOOT_TOP = 506.0
FOOT_HEIGHT = 16.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points from the top left of the slide."""

    x: float
    y: float
    w: float
    h: float

    def inset(self, dx: float, dy: float) -> Rect:
        """The same rectangle, smaller by ``dx`` on the left and right and ``dy`` above and below."""
        return Rect(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)


def columns(first: int, count: int, top: float, bottom: float) -> Rect:
    """``count`` columns from column ``first`` (1 to 12), between two heights in points."""
    return Rect(MARGIN + (first - 1) * (COLUMN + GUTTER), top, count * COLUMN + (count - 1) * GUTTER, bottom - top)


def shares(count: int, top: float, bottom: float, gap: float = 20.0) -> tuple[Rect, ...]:
    """The full measure cut into ``count`` equal parts."""
    width = (WIDTH - 2 * MARGIN - (count - 1) * gap) / count
    return tuple(Rect(MARGIN + index * (width + gap), top, width, bottom - top) for index in range(count))


__all__ = [
    "BODY_BOTTOM",
    "BODY_BOTTOM_WITH_STRIP",
    "BODY_TOP",
    "COLUMN",
    "COLUMNS",
    "EMU_PER_PT",
    "FOOT_HEIGHT",
    "FOOT_TOP",
    "GUTTER",
    "HEIGHT",
    "MARGIN",
    "SOURCE_HEIGHT",
    "SOURCE_TOP",
    "STRIP_HEIGHT",
    "STRIP_TOP",
    "TITLE_HEIGHT",
    "TITLE_TOP",
    "WIDTH",
    "Rect",
    "columns",
    "shares",
]
