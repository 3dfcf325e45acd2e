"""A paragraph as styled fragments: text with everything that decides how wide and how coloured it is."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from prezent_widgets.ooxml.color import Color
from prezent_widgets.ooxml.fonts import ascent, measure
from prezent_widgets.ooxml.style import Painted
from prezent_widgets.ooxml.text import ParagraphProps, RunProps, TextStyles, runs
from prezent_widgets.ooxml.xml import Element, child, local
from prezent_widgets.render.context import Context, Rect
from prezent_widgets.render.effects import Shadow, read_shadow
from prezent_widgets.render.paint import read_paint, solid_of
from prezent_widgets.render.scene import ImageFill, Paint, Rgba, Solid
from prezent_widgets.render.text.symbols import to_unicode

_DEFAULT_FAMILY = "Calibri"
_UNIT = Rect(0.0, 0.0, 1.0, 1.0)
"""Gradients of text are read for this box and stretched over each line when it is known."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a fragment is drawn: ``size`` in points as painted, ``line_size`` as it counts for the height of its line.

    ``rise`` is how far the baseline is lifted, in points. ``paint`` None draws nothing but takes its space; a gradient
    is that of the unit square.
    """

    family: str
    size: float
    line_size: float
    bold: bool = False
    italic: bool = False
    paint: Paint | None = None
    underline: bool = False
    strike: bool = False
    link: str = ""
    spacing: float = 0.0
    rise: float = 0.0
    highlight: Rgba | None = None
    shadow: Shadow | None = None

    @property
    def ascent(self) -> float:
        """The baseline's distance from the top of the line, in points, at 100 % spacing."""
        return ascent(self.family) * self.line_size

    def width(self, text: str) -> float:
        """Return a text's width in points, letter spacing included."""
        plain = measure(text, self.family, self.size, self.bold, self.italic)
        return plain + self.spacing * len(text) if self.spacing else plain


@dataclass(frozen=True, slots=True)
class Fragment:
    r"""Text of one style; a line break is "\\n", a tab "\\t"."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph ready to be broken: its fragments, and the style that an empty one takes its height from."""

    props: ParagraphProps
    fragments: tuple[Fragment, ...]
    end: Style

    @property
    def first(self) -> Style:
        """The style of the first text, which a bullet follows."""
        return self.fragments[0].style if self.fragments else self.end


def read_paragraph(element: Element, styles: TextStyles, context: Context, scale: float) -> Paragraph:
    """Read an ``a:p`` with all inheritance done.

    Args:
        element: The paragraph.
        styles: The styles behind the text body.
        context: For fields, links, pictures and warnings.
        scale: The stored autofit scale; painted sizes are whole points then, as PowerPoint's are.
    """
    props = styles.paragraph(child(element, "a:pPr"))
    fragments: list[Fragment] = []
    last: Style | None = None
    for run in runs(element):
        properties = styles.run(child(run, "a:rPr"), props.level)
        style = _style(properties, context, scale)
        last = style
        text = _text(run, context)
        if properties.symbol or any(0xF000 <= ord(each) <= 0xF0FF for each in text):
            text = to_unicode(text, properties.symbol or properties.latin)
        fragments += _with_caps(text, style, properties.caps)
    ending = child(element, "a:endParaRPr")
    if fragments and last is not None and ending is None:
        end = last
    else:
        end = _style(styles.run(ending, props.level), context, scale)
    return Paragraph(props, tuple(fragments), end)


def painted_size(size: float, scale: float) -> float:
    """Return the size PowerPoint paints under a stored scale: the nearest whole point, halves up.

    Example:
        >>> painted_size(18, 1.0), painted_size(20, 0.925), painted_size(10.5, 1.0)
        (18, 19, 10.5)
    """
    return size if scale == 1.0 else max(1, math.floor(size * scale + 0.5))


def _text(run: Element, context: Context) -> str:
    kind = local(run)
    if kind == "br":
        return "\n"
    found = child(run, "a:t")
    text = (found.text or "") if found is not None else ""
    if kind == "fld" and (run.get("type") or "") == "slidenum":
        return str(context.number)
    return text.replace("\v", "\n").replace("_x000D_", "").replace("\r", "").replace("\n", "\n")


def _style(props: RunProps, context: Context, scale: float) -> Style:
    size = painted_size(props.size, scale)
    drawn = size * 2 / 3 if props.baseline else size
    return Style(
        family=props.latin or _DEFAULT_FAMILY,
        size=drawn,
        line_size=size,
        bold=props.bold,
        italic=props.italic,
        paint=_paint(props, context),
        underline=props.underline != "none" or bool(props.link),
        strike=props.strike,
        link=_address(props.link, context),
        spacing=props.spacing,
        rise=props.baseline * size,
        highlight=None if props.highlight is None else props.highlight.rgba,
        shadow=read_shadow(props.effects, context.page.colors, context, "text"),
    )


def _paint(props: RunProps, context: Context) -> Paint | None:
    if props.link:
        return Solid(Color(*context.page.colors.slot("hlink")).rgba)
    if props.fill is not None:
        paint = read_paint(Painted(props.fill, context.page.colors, context.part), _UNIT, context)
        if isinstance(paint, ImageFill):
            context.warn("text fill", "Text filled with a picture is drawn in black.")
            paint = solid_of(paint)
        if paint is not None:
            return paint
    return None if props.color is None else Solid(props.color.rgba)


def _address(relationship: str, context: Context) -> str:
    found = context.part.relationships.get(relationship) if relationship else None
    if found is None or not found.external:
        return ""
    return found.target if found.target.startswith(("https://", "http://", "mailto:")) else ""


def _with_caps(text: str, style: Style, caps: str) -> list[Fragment]:
    if caps == "all":
        return [Fragment(text.upper(), style)]
    if caps != "small":
        return [Fragment(text, style)]
    small = replace(style, size=style.size * 0.8)
    pieces: list[Fragment] = []
    for character in text:
        chosen = small if character.islower() else style
        if pieces and pieces[-1].style is chosen:
            pieces[-1] = Fragment(pieces[-1].text + character.upper(), chosen)
        else:
            pieces.append(Fragment(character.upper(), chosen))
    return pieces


__all__ = ["Fragment", "Paragraph", "Style", "painted_size", "read_paragraph"]
