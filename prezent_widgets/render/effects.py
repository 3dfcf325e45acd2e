"""Outer shadows of shapes and text, and soft edges; other effects are warned of (ECMA-376 part 1, 20.1.8)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prezent_widgets.ooxml.color import BLACK, ColorContext
from prezent_widgets.ooxml.style import shape_depths, shape_effects
from prezent_widgets.ooxml.units import parse_bool, parse_degrees, parse_emu, parse_fraction, to_pt
from prezent_widgets.ooxml.xml import Element, attr, child, children, local
from prezent_widgets.render.context import Context
from prezent_widgets.render.matrix import invert, multiply
from prezent_widgets.render.placement import Placement
from prezent_widgets.render.scene import IDENTITY, GroupNode, Matrix, Node, PathNode, Rgba, TextNode

_DEVIATION = 1 / 3
"""The standard deviation of a shadow's blur in blur radii, as PowerPoint writes it into its own SVG files."""
_NAMES = {
    "glow": "A glow", "innerShdw": "An inner shadow", "prstShdw": "A preset shadow", "reflection": "A reflection",
    "softEdge": "A soft edge", "blur": "A blur", "fillOverlay": "A fill overlay",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shadow:
    """An outer shadow (20.1.8.45): colour, blur as a standard deviation and offset in points, and its own shape.

    ``scale`` and ``skew`` (degrees) are (across, down) about the place ``align`` names in the shape's box; ``turns``
    says that the shadow turns with the shape.
    """

    color: Rgba
    blur: float
    dx: float
    dy: float
    scale: tuple[float, float] = (1.0, 1.0)
    skew: tuple[float, float] = (0.0, 0.0)
    align: str = "b"
    turns: bool = True

    def matrix(self, width: float, height: float) -> Matrix:
        """Return where the shadow of a box of a size lies, in the box's own space."""
        if self.scale == (1.0, 1.0) and self.skew == (0.0, 0.0):
            return (1.0, 0.0, 0.0, 1.0, self.dx, self.dy)
        across = 0.0 if self.align in ("tl", "l", "bl") else width if self.align in ("tr", "r", "br") else width / 2
        down = 0.0 if self.align in ("tl", "t", "tr") else height if self.align in ("bl", "b", "br") else height / 2
        lean_x, lean_y = (math.tan(math.radians(max(-85.0, min(85.0, each)))) for each in self.skew)
        shaped = (self.scale[0], lean_y * self.scale[0], lean_x * self.scale[1], self.scale[1], 0.0, 0.0)
        about = multiply((1.0, 0.0, 0.0, 1.0, across + self.dx, down + self.dy), shaped)
        return multiply(about, (1.0, 0.0, 0.0, 1.0, -across, -down))


def read_shadow(effects: Element | None, colors: ColorContext, context: Context, what: str) -> Shadow | None:
    """Return the outer shadow of an ``a:effectLst``; every other effect in it is warned of.

    Args:
        effects: The list; None has no effect.
        colors: What its colours mean.
        context: Where warnings go.
        what: What has the effect, for the warnings: "a shape", "text" …
    """
    found: Shadow | None = None
    for each in children(effects):
        kind = local(each)
        if kind == "softEdge" and what == "a shape":
            continue
        if kind != "outerShdw":
            name = _NAMES.get(kind, f"The effect {kind!r}")
            context.warn("effect", f"{name} of {what} is left out.")
            continue
        color = colors.color(each, BLACK) or BLACK
        distance, angle = to_pt(parse_emu(each.get("dist"))), math.radians(parse_degrees(each.get("dir")))
        found = Shadow(
            color.rgba,
            max(0.0, to_pt(parse_emu(each.get("blurRad")))) * _DEVIATION,
            distance * math.cos(angle),
            distance * math.sin(angle),
            (_scale(each.get("sx")), _scale(each.get("sy"))),
            (parse_degrees(each.get("kx")), parse_degrees(each.get("ky"))),
            each.get("algn") or "b",
            parse_bool(each.get("rotWithShape"), True),
        )
    return found if found is not None and found.color[3] > 0 else None


def with_shadow(
    element: Element, drawn: Sequence[Node], text: Sequence[Node], placement: Placement, context: Context
) -> list[Node]:
    """Return a shape's nodes with its shadow under them; what cannot be drawn of its effects is warned of.

    Args:
        element: The shape, picture or group.
        drawn: Its outline or picture.
        text: Its text, which casts the shadow where no fill does.
        placement: Where it stands.
        context: The page, and where warnings go.
    """
    effects = shape_effects(element, context.page)
    soft = None if effects is None else child(effects.element, "a:softEdge")
    if soft is not None and drawn:
        drawn = [GroupNode(tuple(drawn), soft=max(0.1, to_pt(parse_emu(soft.get("rad")))))]
    nodes = [*drawn, *text]
    _warn_of_depth(element, context)
    shadow = None if effects is None else read_shadow(effects.element, effects.colors, context, "a shape")
    if shadow is None or not nodes:
        return nodes
    filled = any(not isinstance(node, PathNode) or node.fill is not None for node in drawn)
    casters = drawn if filled else nodes
    return [shadow_of(shadow, casters, placement), *nodes]


def shadow_of(shadow: Shadow, casters: Sequence[Node], placement: Placement) -> GroupNode:
    """Return the shadow of nodes that are on the slide."""
    straight = replace(placement, rotation=placement.rotation if shadow.turns else 0.0, flip_h=False, flip_v=False)
    own = straight.matrix
    matrix = multiply(multiply(own, shadow.matrix(placement.width, placement.height)), invert(own))
    solid = (each for each in casters if not isinstance(each, GroupNode) or each.tint is None)
    return GroupNode(tuple(solid), matrix, tint=shadow.color, blur=shadow.blur)


def merged_shadows(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return nodes with shadows first, those of one kind as one group: text has one a run."""
    found: dict[tuple[Rgba, float, Matrix], list[Node]] = {}
    others: list[Node] = []
    for node in nodes:
        if isinstance(node, GroupNode) and node.tint is not None:
            found.setdefault((node.tint, node.blur, node.transform), []).extend(node.nodes)
        else:
            others.append(node)
    if not found:
        return tuple(others)
    groups = [GroupNode(tuple(inner), matrix, tint=tint, blur=blur) for (tint, blur, matrix), inner in found.items()]
    return (*groups, *others)


def text_shadow(shadow: Shadow, node: TextNode) -> GroupNode:
    """Return the shadow of one run; it falls in the direction of the text's own space."""
    own = node.transform
    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, shadow.dx, shadow.dy)
    if shadow.turns and own != IDENTITY:
        matrix = multiply(multiply(own, matrix), invert(own))
    return GroupNode((node,), matrix, tint=shadow.color, blur=shadow.blur)


def _scale(text: str | None) -> float:
    value = parse_fraction(text, 1.0)
    return math.copysign(max(0.001, min(10.0, abs(value))), value)


def _warn_of_depth(element: Element, context: Context) -> None:
    """Bevels, depth and cameras are drawn flat, and that is said (20.1.5)."""
    for each in shape_depths(element, context.page):
        solid, scene = child(each, "a:sp3d"), child(each, "a:scene3d")
        if solid is None and scene is None:
            continue
        deep = child(solid, "a:bevelT") is not None or child(solid, "a:bevelB") is not None
        deep = deep or parse_emu(attr(solid, "extrusionH")) > 0 or parse_emu(attr(solid, "contourW")) > 0
        camera = child(scene, "a:camera")
        turned = (attr(camera, "prst", "") or "orthographicFront") != "orthographicFront"
        if deep or turned or child(camera, "a:rot") is not None:
            context.warn("3-D", "A shape with depth or seen from the side is drawn flat.")
        return


__all__ = ["Shadow", "merged_shadows", "read_shadow", "shadow_of", "text_shadow", "with_shadow"]
