"""Where a shape stands on the slide: offsets, sizes, rotation and flips, through any depth of groups.

ECMA-376 part 1, 20.1.7.5 and 20.1.7.6. Groups are flattened: a child's box is scaled, mirrored and turned with its
groups, while its line widths and its text stay as they are, which is what PowerPoint does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from prezent_widgets.ooxml.placeholders import Transform
from prezent_widgets.ooxml.units import to_pt
from prezent_widgets.render.scene import Matrix


@dataclass(frozen=True, slots=True)
class Placement:
    """A box by its centre and size in points, turned by ``rotation`` degrees clockwise after its flips."""

    cx: float
    cy: float
    width: float
    height: float
    rotation: float = 0.0
    flip_h: bool = False
    flip_v: bool = False

    @property
    def matrix(self) -> Matrix:
        """From the box's own space (0, 0 to width, height) to the slide."""
        return self._matrix(-1.0 if self.flip_h else 1.0, -1.0 if self.flip_v else 1.0, self.rotation)

    @property
    def text_matrix(self) -> Matrix:
        """The same for text, which is never mirrored; a vertical flip turns it upside down."""
        return self._matrix(1.0, 1.0, self.rotation + (180.0 if self.flip_v else 0.0))

    def _matrix(self, sx: float, sy: float, rotation: float) -> Matrix:
        turn = rotation % 360
        cos, sin = _EXACT.get(turn) or (math.cos(math.radians(turn)), math.sin(math.radians(turn)))
        a, b, c, d = cos * sx, sin * sx, -sin * sy, cos * sy
        half_w, half_h = self.width / 2, self.height / 2
        return (a, b, c, d, self.cx - a * half_w - c * half_h, self.cy - b * half_w - d * half_h)


@dataclass(frozen=True, slots=True)
class GroupFrame:
    """The space inside a group: where the group stands, and the child coordinates that fill it."""

    placement: Placement
    child_x: float
    child_y: float
    scale_x: float
    scale_y: float

    def place(self, child: Placement) -> Placement:
        """Return a child's place in the space the group itself is in."""
        group = self.placement
        sideways = 45 <= child.rotation % 180 < 135
        scale_w, scale_h = (self.scale_y, self.scale_x) if sideways else (self.scale_x, self.scale_y)
        dx = (child.cx - self.child_x) * self.scale_x - group.width / 2
        dy = (child.cy - self.child_y) * self.scale_y - group.height / 2
        rotation = child.rotation
        if group.flip_h:
            dx, rotation = -dx, -rotation
        if group.flip_v:
            dy, rotation = -dy, -rotation
        turn = math.radians(group.rotation)
        cos, sin = math.cos(turn), math.sin(turn)
        return Placement(
            group.cx + dx * cos - dy * sin,
            group.cy + dx * sin + dy * cos,
            child.width * scale_w,
            child.height * scale_h,
            (rotation + group.rotation) % 360,
            child.flip_h != group.flip_h,
            child.flip_v != group.flip_v,
        )


def from_transform(transform: Transform) -> Placement:
    """Return a transform as a placement in points."""
    x, y, width, height = (to_pt(each) for each in (transform.x, transform.y, transform.width, transform.height))
    return Placement(
        x + width / 2, y + height / 2, width, height, transform.rotation, transform.flip_h, transform.flip_v
    )


def group_frame(transform: Transform, parents: tuple[GroupFrame, ...]) -> GroupFrame:
    """Return the space of a group's children."""
    outer = place(from_transform(transform), parents)
    child_w, child_h = to_pt(transform.child_width), to_pt(transform.child_height)
    scale_x = outer.width / child_w if child_w > 0 else 1.0
    scale_y = outer.height / child_h if child_h > 0 else 1.0
    return GroupFrame(outer, to_pt(transform.child_x), to_pt(transform.child_y), scale_x, scale_y)


def place(placement: Placement, parents: tuple[GroupFrame, ...]) -> Placement:
    """Return a placement on the slide; ``parents`` are already flattened, so the innermost is enough."""
    return parents[-1].place(placement) if parents else placement


def moved(placement: Placement, width: float, height: float) -> Placement:
    """Return the same place with another size around the same centre."""
    return replace(placement, width=width, height=height)


_EXACT = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}

__all__ = ["GroupFrame", "Placement", "from_transform", "group_frame", "moved", "place"]
