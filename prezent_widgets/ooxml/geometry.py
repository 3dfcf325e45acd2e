"""The outline of a shape: 187 presets and custom geometry (ECMA-376 part 1, 20.1.9, 20.1.10.56).

The presets are the standard's own definitions, shipped as ``data/presets.json`` (made by ``buildtools/presets.py``).
Sizes and results are in points; segments are ("M", (x, y)), ("L", (x, y)), ("C", (x1, y1, x2, y2, x, y)), ("Z", ()).

Example:
    >>> [command for command, _ in preset_paths("triangle", 100, 50)[0].segments]
    ['M', 'L', 'L', 'Z']
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from prezent_widgets.ooxml.arcs import arc_curves
from prezent_widgets.ooxml.color import Color
from prezent_widgets.ooxml.guides import Guides, evaluate, lookup
from prezent_widgets.ooxml.units import EMU_PER_PT, parse_bool, parse_number
from prezent_widgets.ooxml.xml import Element, attr, child, children, local

Segment = tuple[str, tuple[float, ...]]
Rect = tuple[float, float, float, float]
"""(x, y, width, height) in points."""

_COMMANDS = {"moveTo": "M", "lnTo": "L", "arcTo": "A", "quadBezTo": "Q", "cubicBezTo": "C", "close": "Z"}
_COUNTS = {"M": 2, "L": 2, "A": 4, "Q": 4, "C": 6, "Z": 0}
_MAX_SEGMENTS = 50_000


@dataclass(frozen=True, slots=True)
class ShapePath:
    """One path of a shape.

    ``fill`` is the standard's word for how it takes the shape's fill: "norm", "none", "lighten", "lightenLess",
    "darken" or "darkenLess" (see `path_color`); ``stroke`` whether it takes the outline.
    """

    segments: tuple[Segment, ...]
    fill: str = "norm"
    stroke: bool = True


def shape_paths(properties: Element | None, width: float, height: float) -> tuple[ShapePath, ...]:
    """Return the paths of a shape from its ``p:spPr``, in points from its top left corner.

    Args:
        properties: The element that holds ``a:prstGeom`` or ``a:custGeom``; without either the shape is a rectangle.
        width: The shape's width in points.
        height: The shape's height in points.
    """
    custom = child(properties, "a:custGeom")
    if custom is not None:
        return _draw(_custom(custom), width, height)
    preset = child(properties, "a:prstGeom")
    return preset_paths(attr(preset, "prst", "rect") or "rect", width, height, _adjustments(preset))


def preset_paths(
    name: str, width: float, height: float, adjustments: Mapping[str, str] | None = None
) -> tuple[ShapePath, ...]:
    """Return the paths of a preset shape by name; an unknown name is drawn as a rectangle.

    Args:
        name: The preset ("rect", "roundRect", "chevron" …).
        width: In points.
        height: In points.
        adjustments: Formulas by adjustment name, as in ``a:avLst`` ({"adj": "val 25000"}).
    """
    return _draw(_preset(name, adjustments), width, height)


def text_rectangle(properties: Element | None, width: float, height: float) -> Rect:
    """Return the box inside a shape that its text is laid out in (20.1.9.22), before insets."""
    custom, preset = child(properties, "a:custGeom"), child(properties, "a:prstGeom")
    if custom is not None:
        shape = _custom(custom)
    else:
        shape = _preset(attr(preset, "prst", "rect") or "rect", _adjustments(preset))
    if not shape.rect:
        return (0.0, 0.0, width, height)
    guides = evaluate(shape.guides, width * EMU_PER_PT, height * EMU_PER_PT)
    left, top, right, bottom = (lookup(each, guides) / EMU_PER_PT for each in shape.rect)
    return (left, top, max(0.0, right - left), max(0.0, bottom - top))


def preset_names() -> tuple[str, ...]:
    """Return the names of all presets, sorted."""
    return tuple(_table())


def path_color(color: Color, mode: str) -> Color:
    """Return the colour a path of that fill mode is painted in.

    Example:
        >>> path_color(Color(100, 100, 100), "darken").hex
        '3C3C3C'
    """
    amount = {"lighten": 0.4, "lightenLess": 0.2, "darken": -0.4, "darkenLess": -0.2}.get(mode, 0.0)
    target, share = (255, amount) if amount > 0 else (0, -amount)
    red, green, blue = (round(each + (target - each) * share) for each in (color.r, color.g, color.b))
    return Color(red, green, blue, color.alpha)


@dataclass(frozen=True, slots=True)
class _Path:
    commands: tuple[tuple[str, tuple[str, ...]], ...]
    width: float
    height: float
    fill: str
    stroke: bool


@dataclass(frozen=True, slots=True)
class _Shape:
    guides: tuple[tuple[str, str], ...]
    rect: tuple[str, ...]
    paths: tuple[_Path, ...]


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return json.loads((Path(__file__).parent / "data" / "presets.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def _definition(name: str) -> tuple[tuple[tuple[str, str], ...], _Shape]:
    table = _table()
    shape = table.get(name) or table["rect"]
    adjustments = tuple((key, formula) for key, formula in shape.get("av", ()))
    guides = tuple((key, formula) for key, formula in shape.get("gd", ()))
    return adjustments, _Shape(guides, tuple(shape.get("rect", ())), tuple(_packed(each) for each in shape["paths"]))


def _preset(name: str, adjustments: Mapping[str, str] | None) -> _Shape:
    defaults, shape = _definition(name)
    given = adjustments or {}
    values = tuple((key, given.get(key, formula)) for key, formula in defaults)
    return _Shape(values + shape.guides, shape.rect, shape.paths)


def _packed(path: dict[str, Any]) -> _Path:
    words = path["d"].split()
    commands: list[tuple[str, tuple[str, ...]]] = []
    while words:
        count = _COUNTS[words[0]]
        commands.append((words[0], tuple(words[1 : count + 1])))
        del words[: count + 1]
    sizes = parse_number(path.get("w")), parse_number(path.get("h"))
    return _Path(tuple(commands), *sizes, path.get("fill", "norm"), path.get("stroke", True))


def _adjustments(preset: Element | None) -> dict[str, str]:
    guides = children(child(preset, "a:avLst"), "a:gd")
    return {each.get("name") or "": each.get("fmla") or "" for each in guides}


def _custom(element: Element) -> _Shape:
    lists = children(child(element, "a:avLst"), "a:gd") + children(child(element, "a:gdLst"), "a:gd")
    guides = tuple((each.get("name") or "", each.get("fmla") or "") for each in lists)
    rect = child(element, "a:rect")
    sides = () if rect is None else tuple(rect.get(side) or side for side in "ltrb")
    paths = tuple(_custom_path(each) for each in children(child(element, "a:pathLst"), "a:path"))
    return _Shape(guides, sides, paths)


def _custom_path(path: Element) -> _Path:
    commands: list[tuple[str, tuple[str, ...]]] = []
    for each in children(path):
        letter = _COMMANDS.get(local(each), "")
        if letter == "A":
            arguments = tuple(each.get(key) or "0" for key in ("wR", "hR", "stAng", "swAng"))
        else:
            points = children(each, "a:pt")
            arguments = tuple(point.get(axis) or "0" for point in points for axis in "xy")
        if letter and len(arguments) == _COUNTS[letter]:
            commands.append((letter, arguments))
    stroke = parse_bool(path.get("stroke"), True)
    sizes = parse_number(path.get("w")), parse_number(path.get("h"))
    return _Path(tuple(commands[:_MAX_SEGMENTS]), *sizes, path.get("fill") or "norm", stroke)


def _draw(shape: _Shape, width: float, height: float) -> tuple[ShapePath, ...]:
    guides = evaluate(shape.guides, width * EMU_PER_PT, height * EMU_PER_PT)
    paths = (ShapePath(_segments(path, guides, width, height), path.fill, path.stroke) for path in shape.paths)
    return tuple(path for path in paths if path.segments)


def _segments(path: _Path, guides: Guides, width: float, height: float) -> tuple[Segment, ...]:
    across = width / path.width if path.width > 0 else 1 / EMU_PER_PT
    down = height / path.height if path.height > 0 else 1 / EMU_PER_PT
    pen = start = (0.0, 0.0)
    found: list[Segment] = []
    for letter, words in path.commands:
        numbers = [lookup(word, guides) for word in words]
        if letter == "Z":
            found.append(("Z", ()))
            pen = start
            continue
        if not found and letter != "M":
            found.append(("M", (0.0, 0.0)))
        if letter == "A":
            rx, ry = abs(numbers[0] * across), abs(numbers[1] * down)
            curves = arc_curves(*pen, rx, ry, numbers[2], numbers[3])
            found += [("C", curve) for curve in curves]
            pen = curves[-1][4:]
            continue
        points = [value * (down if index % 2 else across) for index, value in enumerate(numbers)]
        found.append(_straight(letter, points, pen))
        pen = (points[-2], points[-1])
        start = pen if letter == "M" else start
    return tuple(found)


def _straight(letter: str, points: Sequence[float], pen: tuple[float, float]) -> Segment:
    if letter != "Q":
        return (letter, tuple(points))
    (x0, y0), (x1, y1, x2, y2) = pen, points
    # A quadratic curve as a cubic one: both handles two thirds of the way to its one handle.
    return (
        "C",
        (x0 + 2 / 3 * (x1 - x0), y0 + 2 / 3 * (y1 - y0), x2 + 2 / 3 * (x1 - x2), y2 + 2 / 3 * (y1 - y2), x2, y2),
    )


__all__ = [
    "Rect",
    "Segment",
    "ShapePath",
    "path_color",
    "preset_names",
    "preset_paths",
    "shape_paths",
    "text_rectangle",
]
