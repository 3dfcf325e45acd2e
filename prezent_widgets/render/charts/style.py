"""How the pieces of a chart look: by their own properties, else as PowerPoint chooses (ECMA-376 part 1, 21.2.2.227)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prezent_widgets.ooxml.color import Color, transform
from prezent_widgets.ooxml.style import Painted, read_line
from prezent_widgets.ooxml.text import FILLS
from prezent_widgets.ooxml.units import parse_bool, parse_number
from prezent_widgets.ooxml.xml import Element, attr, child, children, local
from prezent_widgets.render.charts.write import Look
from prezent_widgets.render.context import Context, Rect
from prezent_widgets.render.lines import read_stroke
from prezent_widgets.render.paint import read_paint, solid_of
from prezent_widgets.render.scene import Paint, Solid, Stroke

_VARIANTS: tuple[tuple[tuple[str, float], ...], ...] = (
    (), (("lumMod", 0.6),), (("lumMod", 0.8), ("lumOff", 0.2)), (("lumMod", 0.8),), (("lumMod", 0.6), ("lumOff", 0.4)),
    (("lumMod", 0.5),), (("lumMod", 0.7), ("lumOff", 0.3)), (("lumMod", 0.7),), (("lumMod", 0.5), ("lumOff", 0.5)),
)  # fmt: skip
BASE_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """What the pieces of one chart are painted with.

    Args:
        context: The slide's context, relationship ids looked up in the chart's part.
        base: The chart's own text properties, nearest first.
        number: ``c:style``, 1 to 48.
        count: How many series (or points, when they are coloured one by one) share out a single colour's shades.
    """

    context: Context
    base: tuple[Element, ...]
    number: int = 2
    count: int = 1

    @property
    def text_color(self) -> Color:
        """The slide's text colour."""
        return Color(*self.context.page.colors.slot("tx1"))

    @property
    def faint(self) -> Color:
        """The colour of axes and gridlines that have none of their own."""
        return transform(self.text_color, "tint", 0.75)

    @property
    def boldness(self) -> float:
        """How much wider lines of series are than those of the first eight styles (21.2.2.227)."""
        return 1.0 if self.number <= 8 else 7 / 3 if 25 <= self.number <= 32 else 5 / 3

    @property
    def marker_size(self) -> float:
        """The size in points of markers that say nothing."""
        return 7.0 if self.number <= 8 else 13.0 if 25 <= self.number <= 32 else 9.0

    def solid_look(self, color: Color, box: Rect) -> Paint:
        """Return what an automatic colour fills a bar with: the later styles take the theme's intense fill."""
        intense = self.context.theme.fill(3) if 17 <= self.number <= 32 or self.number > 40 else None
        if intense is None:
            return Solid(color.rgba)
        colors = self.context.page.colors.with_placeholder(color)
        return read_paint(Painted(intense, colors, self.context.theme.part), box, self.context) or Solid(color.rgba)

    def look(self, *properties: Element | None, size: float = 0.0, bold: bool = False, scale: float = 1.0) -> Look:
        """Return the look of a text from run properties, nearest first, then the chart's.

        Args:
            properties: ``a:rPr`` and ``a:defRPr`` elements, None for those that are missing.
            size: What it is when only the chart says a size, in points; 0 means the chart's own size times ``scale``.
            bold: Whether it is bold when nothing says.
            scale: How much larger than the chart's text it is when only the chart says.
        """
        near = [each for each in properties if each is not None]
        chain = [*near, *self.base]
        own = _first(near, "sz")
        base = parse_number(_first(self.base, "sz"), BASE_SIZE * 100) / 100
        points = parse_number(own) / 100 if own else size or base * scale
        weight = _first(near, "b") or ("1" if bold else _first(self.base, "b"))
        face = next((found for found in (child(each, "a:latin") for each in chain) if found is not None), None)
        family = self.context.theme.font(attr(face, "typeface", "+mn-lt") or "+mn-lt")
        return Look(
            size=max(1.0, min(400.0, points)),
            bold=parse_bool(weight),
            italic=parse_bool(_first(chain, "i")),
            family=family or "Calibri",
            paint=self._text_paint(chain),
        )

    def _text_paint(self, chain: Sequence[Element]) -> Paint:
        for each in chain:
            for fill in children(each, *FILLS):
                paint = solid_of(read_paint(self._painted(fill), Rect(0, 0, 1, 1), self.context))
                return paint or Solid((0, 0, 0, 0.0))
        return Solid(self.text_color.rgba)

    def fill(self, properties: Element | None, box: Rect, default: Paint | None = None) -> Paint | None:
        """Return the fill of a ``c:spPr``; ``default`` when it names none."""
        for fill in children(properties, *FILLS):
            return read_paint(self._painted(fill), box, self.context)
        return default

    def stroke(self, properties: Element | None, default: Stroke | None = None) -> Stroke | None:
        """Return the line of a ``c:spPr``; ``default`` where it says nothing, also for a width or a colour alone."""
        line = child(properties, "a:ln")
        if line is None:
            return default
        if children(line, "a:noFill"):
            return None
        found = read_stroke(read_line([self._painted(line)]), Rect(0, 0, 1, 1), self.context)
        if found is not None:
            return found if line.get("w") or default is None else Stroke(found.paint, default.width, found.dash)
        if default is None or not line.get("w"):
            return default
        return Stroke(default.paint, parse_number(line.get("w")) / 12_700, default.dash, default.cap, default.join)

    def series_color(self, index: int) -> Color:
        """Return the automatic colour of the series (or the point) of that index (21.2.2.227)."""
        colors = self.context.page.colors
        family = (self.number - 1) % 8
        if family == 1:
            color = Color(*colors.slot(f"accent{index % 6 + 1}"))
            variant = _VARIANTS[index // 6 % len(_VARIANTS)]
        else:
            color = Color(*colors.slot("tx1")) if family == 0 else Color(*colors.slot(f"accent{family - 1}"))
            # One colour from 70 % darker to 70 % lighter, evenly; a single series keeps it.
            fade = -0.7 + 1.4 * (index % self.count + 1) / (self.count + 1)
            variant = (("shade", 1 + fade) if fade < 0 else ("tint", 1 - fade),) if abs(fade) > 1e-9 else ()
        for name, amount in variant:
            color = transform(color, name, amount)
        return color

    def _painted(self, element: Element) -> Painted:
        return Painted(element, self.context.page.colors, self.context.part)


def text_properties(element: Element | None) -> Element | None:
    """Return the ``a:defRPr`` of an element's ``c:txPr``; None when it has none."""
    return child(element, "c:txPr", "a:p", "a:pPr", "a:defRPr")


def body_rotation(element: Element | None) -> float | None:
    """Return the rotation in degrees an element's text properties fix; None when it is automatic."""
    for path in (("c:txPr", "a:bodyPr"), ("c:tx", "c:rich", "a:bodyPr")):
        body = child(element, *path)
        rotation = attr(body, "rot")
        # PowerPoint writes -60,000,000 (a thousand degrees) for "choose yourself".
        if rotation is not None and abs(parse_number(rotation)) <= 10_800_000:
            return parse_number(rotation) / 60_000
        if attr(body, "vert") in ("vert270", "vert"):
            return -90.0 if attr(body, "vert") == "vert270" else 90.0
    return None


def own_properties(element: Element | None) -> Element | None:
    """Return an element's ``c:spPr``."""
    return child(element, "c:spPr")


def has_fill(properties: Element | None) -> bool:
    """Whether a ``c:spPr`` names a fill of its own."""
    return any(local(each) != "ln" for each in children(properties, *FILLS))


def _first(chain: Sequence[Element], name: str) -> str | None:
    return next((found for found in (each.get(name) for each in chain) if found is not None), None)


__all__ = ["BASE_SIZE", "ChartStyle", "body_rotation", "has_fill", "own_properties", "text_properties"]
