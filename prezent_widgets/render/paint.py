"""Fills of DrawingML turned into paints (ECMA-376 part 1, 20.1.8)."""

from __future__ import annotations

import math
from typing import Literal

from prezent_widgets.ooxml.color import Color, ColorContext
from prezent_widgets.ooxml.style import Painted
from prezent_widgets.ooxml.units import parse_bool, parse_degrees, parse_emu, parse_fraction, to_pt
from prezent_widgets.ooxml.xml import Element, attr, child, children, local
from prezent_widgets.render.context import Context, Rect
from prezent_widgets.render.pictures import blip_opacity, natural_size, picture_key
from prezent_widgets.render.scene import ImageFill, LinearGradient, Paint, RadialGradient, Solid, Stop


def read_paint(painted: Painted | None, box: Rect, context: Context) -> Paint | None:
    """Return the paint a fill means in a box; None for "no fill" and for what cannot be drawn.

    Args:
        painted: The fill element, with what its colours mean and the part its pictures are in.
        box: The box the paint is stretched over, in the shape's own space.
        context: Where pictures and warnings go, and what ``a:grpFill`` means.
    """
    kind = "" if painted is None else local(painted.element)
    if painted is None or kind == "noFill":
        return None
    fill, colors = painted.element, painted.colors
    if kind == "solidFill":
        color = colors.color(fill)
        return None if color is None else Solid(color.rgba)
    if kind == "gradFill":
        if attr(child(fill, "a:path"), "path") in ("rect", "shape"):
            context.warn("gradient", "A gradient along a rectangle or an outline is drawn as circles.")
        return _gradient(fill, colors, box)
    if kind == "blipFill":
        return _picture(painted, box, context)
    if kind == "pattFill":
        return _pattern(fill, colors, context)
    if kind == "grpFill" and context.group_fill is not None:
        return read_paint(context.group_fill, box, context)
    return None


def solid_of(paint: Paint | None) -> Paint | None:
    """Return a paint without a place: gradients become their middle colour, pictures black."""
    if isinstance(paint, LinearGradient | RadialGradient):
        return Solid(paint.stops[len(paint.stops) // 2].color) if paint.stops else None
    return Solid((0, 0, 0, 1.0)) if isinstance(paint, ImageFill) else paint


def placed_paint(paint: Paint, box: Rect) -> Paint:
    """Return a gradient made for the unit square stretched over a box; other paints stay as they are."""
    width, height = max(box.width, 0.01), max(box.height, 0.01)
    if isinstance(paint, LinearGradient):
        x1, x2 = (box.x + each * width for each in (paint.x1, paint.x2))
        y1, y2 = (box.y + each * height for each in (paint.y1, paint.y2))
        return LinearGradient(x1, y1, x2, y2, paint.stops)
    if isinstance(paint, RadialGradient):
        return RadialGradient(
            box.x + paint.cx * width, box.y + paint.cy * height, paint.r * max(width, height), paint.stops
        )
    return paint


def _gradient(fill: Element, colors: ColorContext, box: Rect) -> Paint | None:
    stops: list[Stop] = []
    for each in children(child(fill, "a:gsLst"), "a:gs"):
        color = colors.color(each)
        if color is not None:
            stops.append(Stop(min(1.0, max(0.0, parse_fraction(each.get("pos")))), color.rgba))
    stops.sort(key=lambda stop: stop.offset)
    if len(stops) < 2:
        return Solid(stops[0].color) if stops else None
    path = child(fill, "a:path")
    if path is not None:
        return _radial(path, box, tuple(stops))
    linear = child(fill, "a:lin")
    return _linear(parse_degrees(attr(linear, "ang")), parse_bool(attr(linear, "scaled")), box, tuple(stops))


def _linear(degrees: float, scaled: bool, box: Rect, stops: tuple[Stop, ...]) -> LinearGradient:
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    if scaled and box.width > 0 and box.height > 0:
        angle = math.atan2(sin * box.width, cos * box.height)
        cos, sin = math.cos(angle), math.sin(angle)
    reach = (abs(box.width * cos) + abs(box.height * sin)) / 2
    cx, cy = box.x + box.width / 2, box.y + box.height / 2
    return LinearGradient(cx - cos * reach, cy - sin * reach, cx + cos * reach, cy + sin * reach, stops)


def _radial(path: Element, box: Rect, stops: tuple[Stop, ...]) -> RadialGradient:
    inner = child(path, "a:fillToRect")
    left, top, right, bottom = (parse_fraction(attr(inner, side)) for side in "ltrb")
    cx = box.x + box.width * (left + 1 - right) / 2
    cy = box.y + box.height * (top + 1 - bottom) / 2
    reach_x = max(cx - box.x, box.x + box.width - cx)
    reach_y = max(cy - box.y, box.y + box.height - cy)
    radius = math.hypot(reach_x, reach_y)
    if path.get("path") != "circle":
        radius = max(reach_x, reach_y)
    return RadialGradient(cx, cy, max(radius, 0.01), stops)


def _picture(painted: Painted, box: Rect, context: Context) -> Paint | None:
    fill = painted.element
    blip = child(fill, "a:blip")
    part = painted.part or context.part
    key = picture_key(blip, part, painted.colors, context)
    if key is None:
        return None
    tile = child(fill, "a:tile")
    if tile is not None:
        if any(parse_fraction(attr(child(fill, "a:srcRect"), side)) for side in "ltrb"):
            context.warn("cropped tiles", "A picture that is repeated is shown whole, not cropped.")
        return _tiles(tile, key, natural_size(blip, part), blip_opacity(blip), box)
    stretch = child(fill, "a:stretch", "a:fillRect")
    left, top, right, bottom = (parse_fraction(attr(stretch, side)) for side in "ltrb")
    x, y = box.x + left * box.width, box.y + top * box.height
    width, height = box.width * (1 - left - right), box.height * (1 - top - bottom)
    crop = child(fill, "a:srcRect")
    left, top, right, bottom = (parse_fraction(attr(crop, side)) for side in "ltrb")
    shown_x, shown_y = 1 - left - right, 1 - top - bottom
    if shown_x > 0.001 and shown_y > 0.001:
        width, height = width / shown_x, height / shown_y
        x, y = x - left * width, y - top * height
    return ImageFill(key, x, y, width, height, blip_opacity(blip))


def _tiles(tile: Element, key: str, size: tuple[float, float], opacity: float, box: Rect) -> ImageFill:
    """A repeated picture (20.1.8.58): its own size times the scales, one of them aligned in the box and moved."""
    width = max(0.1, size[0] * abs(parse_fraction(tile.get("sx"), 1.0)))
    height = max(0.1, size[1] * abs(parse_fraction(tile.get("sy"), 1.0)))
    align = tile.get("algn") or "tl"
    across = 0.0 if align in ("tl", "l", "bl") else 1.0 if align in ("tr", "r", "br") else 0.5
    down = 0.0 if align in ("tl", "t", "tr") else 1.0 if align in ("bl", "b", "br") else 0.5
    x = box.x + (box.width - width) * across + to_pt(parse_emu(tile.get("tx")))
    y = box.y + (box.height - height) * down + to_pt(parse_emu(tile.get("ty")))
    return ImageFill(key, x, y, width, height, opacity, tile=True, mirror=_MIRRORS.get(tile.get("flip") or "", ""))


_MIRRORS: dict[str, Literal["", "x", "y", "xy"]] = {"x": "x", "y": "y", "xy": "xy"}


def _pattern(fill: Element, colors: ColorContext, context: Context) -> Paint | None:
    front = colors.color(child(fill, "a:fgClr"), Color(0, 0, 0))
    back = colors.color(child(fill, "a:bgClr"), Color(255, 255, 255))
    if front is None or back is None:
        return None
    name = attr(fill, "prst", "") or ""
    share = int(name[3:]) / 100 if name.startswith("pct") and name[3:].isdigit() else _COVERED.get(name, 0.4)
    context.warn("pattern fill", f"The pattern {name!r} is drawn as its average colour.")
    mixed = [round(one * share + other * (1 - share)) for one, other in zip(front.rgba[:3], back.rgba[:3], strict=True)]
    return Solid((mixed[0], mixed[1], mixed[2], front.alpha * share + back.alpha * (1 - share)))


_COVERED = {
    "ltDnDiag": 0.25, "ltUpDiag": 0.25, "ltHorz": 0.25, "ltVert": 0.25, "dkDnDiag": 0.5, "dkUpDiag": 0.5,
    "dkHorz": 0.5, "dkVert": 0.5, "wdUpDiag": 0.37, "wdDnDiag": 0.37, "smGrid": 0.44, "lgGrid": 0.23, "dotGrid": 0.1,
    "cross": 0.23, "narHorz": 0.5, "narVert": 0.5, "dashHorz": 0.25, "dashVert": 0.25, "trellis": 0.75,
}  # fmt: skip

__all__ = ["placed_paint", "read_paint", "solid_of"]
