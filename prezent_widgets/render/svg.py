"""A scene as SVG 1.1 text: small, self-contained, and the same bytes every time.

Text is drawn as outlines (each glyph once per picture), so that it looks the same where no font is installed; with
``text="live"`` it stays text that can be selected and searched. Ids begin with a hash of the content, so that many
slides can live in one page.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import Literal
from xml.sax.saxutils import escape

from prezent_widgets.ooxml.fonts import outline, twin
from prezent_widgets.render.filters import shadow_filter, soft_filter
from prezent_widgets.render.glyphs import placed_glyphs, text_path
from prezent_widgets.render.markup import clean, color_hex, fine, number, quoted, transform
from prezent_widgets.render.scene import (
    IDENTITY,
    GroupNode,
    ImageFill,
    ImageNode,
    LinearGradient,
    Node,
    Paint,
    PathNode,
    RadialGradient,
    Rgba,
    Scene,
    Segment,
    Solid,
    Stop,
    TextNode,
)

_MARK = "\x00"
"""Stands for the id prefix until the content, and so its hash, is known."""


def to_svg(scene: Scene, *, text: Literal["paths", "live"] = "paths") -> str:
    """Return a scene as an SVG document.

    Args:
        scene: What to draw.
        text: "paths" draws outlines; "live" writes text elements with a family stack, for selecting and searching.

    Example:
        >>> to_svg(Scene(96.0, 54.0, (), {}))[:60]
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 54" '
    """
    writer = _Writer(scene, text == "live")
    body = "".join(writer.node(node) for node in scene.nodes)
    content = f"<defs>{''.join(writer.definitions.values())}</defs>{body}" if writer.definitions else body
    prefix = "s" + sha256(content.encode("utf-8", "replace")).hexdigest()[:7]
    width, height = number(scene.width), number(scene.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f"aria-label={quoted(spoken(scene))}>{content.replace(_MARK, prefix)}</svg>"
    )


def spoken(scene: Scene) -> str:
    """Return the text of a scene in painter's order, for people who cannot see it."""
    words: list[str] = []

    def visit(nodes: Sequence[Node]) -> None:
        for node in nodes:
            if isinstance(node, TextNode):
                words.append(node.text.strip())
            elif isinstance(node, GroupNode) and node.tint is None:
                words.append(node.label)
                visit(node.nodes)

    visit(scene.nodes)
    return " ".join(" ".join(words).split()) or scene.title or "Slide"


class _Writer:
    """Writes nodes, and collects what they refer to."""

    def __init__(self, scene: Scene, live: bool) -> None:
        self.scene = scene
        self.live = live
        self.definitions: dict[str, str] = {}
        self._glyphs: dict[tuple[str, int], str] = {}

    def node(self, node: Node) -> str:
        if isinstance(node, PathNode):
            return self._path(node)
        if isinstance(node, TextNode):
            return self._live_text(node) if self.live else self._text(node)
        if isinstance(node, ImageNode):
            return self._image(node)
        if node.tint is not None:
            return self._shadow(node, node.tint)
        if node.soft > 0:
            return self._softened(node)
        inner = "".join(self.node(each) for each in node.nodes)
        if not inner:
            return ""
        opacity = f' opacity="{number(node.opacity)}"' if node.opacity < 1 else ""
        clip = self._clip(node.clip) if node.clip else ""
        label = f' role="img" aria-label={quoted(node.label)}' if node.label else ""
        return f"<g{transform(node.transform)}{opacity}{clip}{label}>{inner}</g>"

    def _shadow(self, node: GroupNode, tint: Rgba) -> str:
        """Nodes as a blurred silhouette of one colour, outside of what is read aloud or selected."""
        live, self.live = self.live, False
        inner = "".join(self.node(each) for each in node.nodes)
        self.live = live
        return self._filtered(
            shadow_filter(node, tint), f'<g aria-hidden="true"{transform(node.transform)}>{inner}</g>'
        )

    def _softened(self, node: GroupNode) -> str:
        """Nodes that fade out at their edges."""
        inner = "".join(self.node(each) for each in node.nodes)
        return self._filtered(soft_filter(node), f"<g{transform(node.transform)}>{inner}</g>")

    def _filtered(self, content: str, inner: str) -> str:
        if not content:
            return ""
        key = self._named("f", content)
        self._define(key, f'<filter id="{_MARK}{key}" {content}')
        return f'<g filter="url(#{_MARK}{key})">{inner}</g>'

    def _define(self, key: str, content: str) -> str:
        """Keep a definition once and return its id."""
        self.definitions.setdefault(key, content)
        return f"{_MARK}{key}"

    def _named(self, kind: str, content: str) -> str:
        """A key for a definition, by what it says."""
        return kind + sha256(content.encode()).hexdigest()[:6]

    def _path(self, node: PathNode) -> str:
        data = path_data(node.segments)
        if not data:
            return ""
        written = ""
        fill = node.fill
        if isinstance(fill, ImageFill):
            written = self._image_fill(fill, node)
            if node.stroke is None:
                return written
            fill = None
        attributes = self._paint("fill", fill)
        if node.evenodd and fill is not None and data.count("M") > 1:
            attributes += ' fill-rule="evenodd"'
        if node.stroke is not None:
            stroke = node.stroke
            attributes += self._paint("stroke", stroke.paint) + f' stroke-width="{number(stroke.width)}"'
            if stroke.dash:
                attributes += f' stroke-dasharray="{" ".join(number(each) for each in stroke.dash)}"'
            if stroke.cap != "butt":
                attributes += f' stroke-linecap="{stroke.cap}"'
            if stroke.join != "miter":
                attributes += f' stroke-linejoin="{stroke.join}"'
        return f'{written}<path d="{data}"{transform(node.transform)}{attributes}/>'

    def _paint(self, name: str, paint: Paint | None) -> str:
        if paint is None:
            return ' fill="none"' if name == "fill" else ""
        if isinstance(paint, Solid):
            opacity = f' {name}-opacity="{number(paint.color[3])}"' if paint.color[3] < 1 else ""
            return f' {name}="{color_hex(paint.color)}"{opacity}'
        if isinstance(paint, ImageFill):
            return f' {name}="#808080"'
        return f' {name}="url(#{self._gradient(paint)})"'

    def _gradient(self, paint: LinearGradient | RadialGradient) -> str:
        stops = "".join(_stop(each) for each in paint.stops)
        if isinstance(paint, LinearGradient):
            places = zip(("x1", "y1", "x2", "y2"), (paint.x1, paint.y1, paint.x2, paint.y2), strict=True)
            tag = "linearGradient"
        else:
            places = zip(("cx", "cy", "r"), (paint.cx, paint.cy, paint.r), strict=True)
            tag = "radialGradient"
        where = " ".join(f'{key}="{number(value)}"' for key, value in places)
        key = self._named("g", tag + where + stops)
        return self._define(key, f'<{tag} id="{_MARK}{key}" gradientUnits="userSpaceOnUse" {where}>{stops}</{tag}>')

    def _picture(self, image: str) -> str:
        """A picture as a unit square, embedded once however often it is used."""
        kept = self.scene.images[image]
        data = f"data:{kept.mime};base64,{b64encode(kept.data).decode('ascii')}"
        key = "i" + image[:8]
        return self._define(
            key, f'<image id="{_MARK}{key}" width="1" height="1" preserveAspectRatio="none" href="{data}"/>'
        )

    def _placed(self, image: str, x: float, y: float, width: float, height: float, opacity: float) -> str:
        faded = f' opacity="{number(opacity)}"' if opacity < 1 else ""
        return (
            f'<use href="#{self._picture(image)}" transform="matrix({number(width)} 0 0 {number(height)} '
            f'{number(x)} {number(y)})"{faded}/>'
        )

    def _clip(self, segments: Sequence[Segment]) -> str:
        data = path_data(segments)
        key = self._named("c", data)
        content = f'<clipPath id="{_MARK}{key}"><path d="{data}" clip-rule="evenodd"/></clipPath>'
        return f' clip-path="url(#{self._define(key, content)})"'

    def _image_fill(self, fill: ImageFill, node: PathNode) -> str:
        if fill.image not in self.scene.images:
            return ""
        clip = self._clip(node.segments)
        if fill.tile:
            paint = f"url(#{self._pattern(fill)})"
            return f'<path d="{path_data(node.segments)}"{transform(node.transform)} fill="{paint}"/>'
        inner = self._placed(fill.image, fill.x, fill.y, fill.width, fill.height, fill.opacity)
        return f"<g{transform(node.transform)}{clip}>{inner}</g>"

    def _pattern(self, fill: ImageFill) -> str:
        """A repeated picture; one that is mirrored repeats a block of two or four."""
        known = (fill.x, fill.y, fill.width, fill.height, fill.opacity, fill.mirror)
        key = self._named("p", fill.image + repr(known))
        across, down = 1 + ("x" in fill.mirror), 1 + ("y" in fill.mirror)
        drawn = ""
        for row in range(down):
            for column in range(across):
                x, width = (2 * fill.width, -fill.width) if column else (0.0, fill.width)
                y, height = (2 * fill.height, -fill.height) if row else (0.0, fill.height)
                drawn += self._placed(fill.image, x, y, width, height, fill.opacity)
        size = f'width="{fine(fill.width * across)}" height="{fine(fill.height * down)}"'
        place = f'x="{number(fill.x)}" y="{number(fill.y)}" {size}'
        return self._define(key, f'<pattern id="{_MARK}{key}" patternUnits="userSpaceOnUse" {place}>{drawn}</pattern>')

    def _image(self, node: ImageNode) -> str:
        if node.image not in self.scene.images or node.width <= 0 or node.height <= 0:
            return ""
        left, top, right, bottom = node.crop
        width, height = node.width / (1 - left - right), node.height / (1 - top - bottom)
        x, y = node.x - left * width, node.y - top * height
        inner = self._placed(node.image, x, y, width, height, node.opacity)
        if node.clip or any(each > 0 for each in node.crop):
            inner = f"<g{self._clip(node.clip or box_path(node.x, node.y, node.width, node.height))}>{inner}</g>"
        label = f' role="img" aria-label={quoted(node.alt)}' if node.alt else ""
        return f"<g{transform(node.transform)}{label}>{inner}</g>"

    def _text(self, node: TextNode) -> str:
        if not _visible(node.paint):
            return ""
        if not isinstance(node.paint, Solid):
            # A gradient in points means the slide's points, so its glyphs are not taken from the definitions.
            color = self._paint("fill", node.paint)
            return self._wrapped(node, f'<path d="{path_data(text_path(node))}"{color}/>' + self._bars(node, color))
        stretch = twin(node.family).stretch
        parts: dict[int, list[str]] = {}
        for glyph, x, y in placed_glyphs(node):
            path = outline(glyph.face, glyph.gid)
            if not path:
                continue
            key = self._glyphs.setdefault((glyph.face.key, glyph.gid), f"t{len(self._glyphs)}")
            self._define(key, f'<path id="{_MARK}{key}" d="{path}"/>')
            upem = glyph.face.upem
            lifted = f' y="{-y * upem:.0f}"' if y else ""
            parts.setdefault(upem, []).append(f'<use href="#{_MARK}{key}" x="{x * upem:.0f}"{lifted}/>')
        color = self._paint("fill", node.paint)
        written = ""
        for upem, uses in parts.items():
            scale = node.size / upem
            across, down = fine(scale * stretch), fine(scale)
            size = across if across == down else f"{across} {down}"
            written += (
                f'<g transform="translate({number(node.x)} {number(node.y)}) scale({size})"{color}>{"".join(uses)}</g>'
            )
        return self._wrapped(node, written + self._bars(node, color))

    def _bars(self, node: TextNode, color: str) -> str:
        return "".join(f'<path d="{path_data(box_path(*bar))}"{color}/>' for bar in text_bars(node))

    def _wrapped(self, node: TextNode, written: str) -> str:
        if node.transform != IDENTITY:
            written = f"<g{transform(node.transform)}>{written}</g>"
        return f"<a href={quoted(node.link)}>{written}</a>" if node.link else written

    def _live_text(self, node: TextNode) -> str:
        if not node.text.strip() or not _visible(node.paint):
            return ""
        families = dict.fromkeys((node.family, twin(node.family).family))
        stack = ", ".join(f"'{family}'" for family in families if "'" not in family) + ", sans-serif"
        style = ' font-weight="bold"' if node.bold else ""
        style += ' font-style="italic"' if node.italic else ""
        lines = [name for name, on in (("underline", node.underline), ("line-through", node.strike)) if on]
        style += f' text-decoration="{" ".join(lines)}"' if lines else ""
        style += ' direction="rtl" text-anchor="end"' if node.rtl else ""
        return self._wrapped(
            node,
            f'<text x="{number(node.x)}" y="{number(node.y)}" font-size="{number(node.size)}" '
            f'font-family={quoted(stack)} textLength="{number(node.advance)}" lengthAdjust="spacingAndGlyphs" '
            f'xml:space="preserve"{style}{self._paint("fill", node.paint)}>{escape(clean(node.text))}</text>',
        )


def text_bars(node: TextNode) -> list[tuple[float, float, float, float]]:
    """Underline and strike-through of a run as boxes (x, y, width, height)."""
    thick = node.size * 0.055
    bars: list[tuple[float, float, float, float]] = []
    if node.underline:
        bars.append((node.x, node.y + node.size * 0.1, node.advance, thick))
    if node.strike:
        bars.append((node.x, node.y - node.size * 0.27, node.advance, thick))
    return bars


def box_path(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    """Return a box as a path."""
    return (
        ("M", (x, y)),
        ("L", (x + width, y)),
        ("L", (x + width, y + height)),
        ("L", (x, y + height)),
        ("Z", ()),
    )


def path_data(segments: Sequence[Segment]) -> str:
    """Return segments as the data of an SVG path."""
    return "".join(name + " ".join(number(value) for value in values) for name, values in segments)


def _visible(paint: Paint) -> bool:
    return not isinstance(paint, Solid) or paint.color[3] > 0


def _stop(stop: Stop) -> str:
    opacity = f' stop-opacity="{number(stop.color[3])}"' if stop.color[3] < 1 else ""
    return f'<stop offset="{fine(stop.offset)}" stop-color="{color_hex(stop.color)}"{opacity}/>'


__all__ = ["box_path", "path_data", "spoken", "text_bars", "to_svg"]
