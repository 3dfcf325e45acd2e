"""The display list: what a slide looks like, as plain values, before any pixel or any SVG.

Units are points (1/72 inch) from the slide's top left corner; y grows downwards. Painter's order.
Colours are (r, g, b, alpha) with r, g, b in 0..255 and alpha in 0..1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Rgba = tuple[int, int, int, float]
Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f) as in SVG: x' = a x + c y + e, y' = b x + d y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Stop:
    """A gradient stop, ``offset`` in 0..1."""

    offset: float
    color: Rgba


@dataclass(frozen=True, slots=True)
class Solid:
    """One colour."""

    color: Rgba


@dataclass(frozen=True, slots=True)
class LinearGradient:
    """From (x1, y1) to (x2, y2), in points of the shape's own space."""

    x1: float
    y1: float
    x2: float
    y2: float
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class RadialGradient:
    """Around (cx, cy) to radius r, in points."""

    cx: float
    cy: float
    r: float
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class ImageFill:
    """A picture as a fill, drawn into the box (x, y, width, height).

    ``tile`` repeats it in every direction from there; ``mirror`` turns every second one over, left for right ("x"),
    upside down ("y") or both.
    """

    image: str
    x: float
    y: float
    width: float
    height: float
    opacity: float = 1.0
    tile: bool = False
    mirror: Literal["", "x", "y", "xy"] = ""


Paint = Solid | LinearGradient | RadialGradient | ImageFill


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: width in points; ``dash`` in multiples of nothing: absolute points, empty for solid."""

    paint: Paint
    width: float
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "round"


Segment = tuple[str, tuple[float, ...]]
"""("M", (x, y)) · ("L", (x, y)) · ("C", (x1, y1, x2, y2, x, y)) · ("Z", ()): absolute, arcs already cubic."""


@dataclass(frozen=True, slots=True)
class PathNode:
    """A filled and/or stroked path."""

    segments: tuple[Segment, ...]
    fill: Paint | None = None
    stroke: Stroke | None = None
    transform: Matrix = IDENTITY
    evenodd: bool = False
    shape_id: int | None = None


@dataclass(frozen=True, slots=True)
class TextNode:
    """One shaped run on one baseline: (x, y) is the baseline's start, ``advance`` its full width in points."""

    text: str
    x: float
    y: float
    size: float
    family: str
    bold: bool
    italic: bool
    paint: Paint
    advance: float
    underline: bool = False
    strike: bool = False
    link: str = ""
    rtl: bool = False
    letter_spacing: float = 0.0
    transform: Matrix = IDENTITY
    shape_id: int | None = None


@dataclass(frozen=True, slots=True)
class ImageNode:
    """A picture in the box; ``crop`` are the fractions cut from left, top, right, bottom."""

    image: str
    x: float
    y: float
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    opacity: float = 1.0
    clip: tuple[Segment, ...] = ()
    transform: Matrix = IDENTITY
    alt: str = ""
    shape_id: int | None = None


@dataclass(frozen=True, slots=True)
class GroupNode:
    """Nodes that share an opacity, a transform or a clip; ``label`` names what it is, for people who cannot see it.

    With ``tint`` they are a shadow: drawn in that one colour whatever their own, and blurred by ``blur``, the standard
    deviation in points of the space around the group. With ``soft`` they fade out towards their edges, over so many
    points inside.
    """

    nodes: tuple[Node, ...]
    transform: Matrix = IDENTITY
    opacity: float = 1.0
    clip: tuple[Segment, ...] = ()
    label: str = ""
    shape_id: int | None = None
    tint: Rgba | None = None
    blur: float = 0.0
    soft: float = 0.0


Node = PathNode | TextNode | ImageNode | GroupNode


@dataclass(frozen=True, slots=True)
class Image:
    """Bytes of a picture, kept once however often it is drawn."""

    data: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class RenderWarning:
    """Something that could not be drawn as PowerPoint would, said instead of hidden."""

    feature: str
    message: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One slide: size in points, nodes in painter's order, pictures by key, and what could not be drawn."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    images: dict[str, Image]
    warnings: tuple[RenderWarning, ...] = ()
    title: str = ""


__all__ = [
    "IDENTITY",
    "GroupNode",
    "Image",
    "ImageFill",
    "ImageNode",
    "LinearGradient",
    "Matrix",
    "Node",
    "Paint",
    "PathNode",
    "RadialGradient",
    "RenderWarning",
    "Rgba",
    "Scene",
    "Segment",
    "Solid",
    "Stop",
    "Stroke",
    "TextNode",
]
