"""A deck opened for drawing, one page at a time."""

from __future__ import annotations

from functools import lru_cache

from prezent_widgets.errors import InputError
from prezent_widgets.ooxml.placeholders import placeholder, shapes
from prezent_widgets.ooxml.presentation import Page, Presentation, plain_text
from prezent_widgets.ooxml.style import background
from prezent_widgets.ooxml.units import parse_number, to_pt
from prezent_widgets.ooxml.xml import attr, child
from prezent_widgets.render.context import Context, Ledger, Rect
from prezent_widgets.render.paint import read_paint
from prezent_widgets.render.scene import Node, PathNode, Scene, Segment, Solid
from prezent_widgets.render.shapes import SHAPE_ERRORS, draw_shapes


class RenderDeck:
    """A deck whose slides and layouts can be drawn; pages are read when they are asked for.

    Example:
        >>> deck = open_deck(data)                              # doctest: +SKIP
        >>> deck.n_slides, deck.size, len(deck.scene(0).nodes)  # doctest: +SKIP
        (12, (960.0, 540.0), 14)
    """

    def __init__(self, presentation: Presentation) -> None:
        self.presentation = presentation

    @property
    def n_slides(self) -> int:
        """How many slides the deck has, hidden ones among them."""
        return len(self.presentation.slides)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a slide in points."""
        width, height = self.presentation.size
        return to_pt(width), to_pt(height)

    def scene(self, index: int) -> Scene:
        """Return the display list of a slide, counted from 0; negative counts from the end.

        Raises:
            InputError: there is no such slide.
        """
        slides = self.presentation.slides
        if not -len(slides) <= index < len(slides):
            raise InputError(f"There is no slide {index}.", hint=f"The deck has {len(slides)} slides, from 0.")
        page = slides[index]
        first = int(parse_number(attr(self.presentation.xml, "firstSlideNum"), 1))
        return self._draw(page, first + index % len(slides))

    def layout_scene(self, layout: str | int) -> Scene:
        """Return the display list of a layout by name or number, with its placeholders' prompts.

        Raises:
            InputError: there is no such layout.
        """
        layouts = self.presentation.layouts
        for number, page in enumerate(layouts):
            if layout in (number, page.name):
                return self._draw(page, 1)
        names = ", ".join(page.name for page in layouts)
        raise InputError(f"There is no layout {layout!r}.", hint=f"The deck has: {names or 'none'}.")

    def _draw(self, page: Page, number: int) -> Scene:
        width, height = self.size
        ledger = Ledger()
        context = Context(page, page, page.part, ledger, number)
        nodes = _background(context, width, height)
        for layer in _layers(page):
            below = layer is not page
            on = Context(layer, page, layer.part, ledger, number)
            nodes += draw_shapes(shapes(layer), on, placeholders=not below)
        return Scene(width, height, tuple(nodes), ledger.images, tuple(ledger.warnings.values()), _title(page))


def open_deck(data: bytes) -> RenderDeck:
    """Open a .pptx for drawing.

    Raises:
        PackageError: the bytes are not a readable presentation; the message says what to do.

    Example:
        >>> open_deck(b"no deck")
        Traceback (most recent call last):
        ...
        prezent_widgets.errors.PackageError: This is not a .pptx file. Choose a PowerPoint presentation (.pptx).
    """
    return RenderDeck(Presentation.open(data))


@lru_cache(maxsize=2)
def _kept(data: bytes) -> RenderDeck:
    return open_deck(data)


def slide_svg(data: bytes, index: int) -> str:
    """Return a slide of a deck as SVG text; the deck last opened is kept open.

    Raises:
        PackageError: the bytes are not a readable presentation.
        InputError: there is no such slide.
    """
    from prezent_widgets.render.svg import to_svg

    return to_svg(_kept(data).scene(index))


def slide_png(data: bytes, index: int, width: int = 960) -> bytes:
    """Return a slide of a deck as a PNG picture of so many pixels' width; the deck last opened is kept open.

    Raises:
        PackageError: the bytes are not a readable presentation.
        InputError: there is no such slide.
    """
    from prezent_widgets.render.png import to_png

    return to_png(_kept(data).scene(index), width=width)


def _layers(page: Page) -> list[Page]:
    """The pages whose shapes are seen, bottom first (19.3.1.38, 19.3.1.39)."""
    layers = [page]
    for ancestor in page.ancestors:
        if not layers[0].shows_master_shapes:
            break
        layers.insert(0, ancestor)
    return layers


def _background(context: Context, width: float, height: float) -> list[Node]:
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    path: tuple[Segment, ...] = tuple(("M" if not at else "L", point) for at, point in enumerate(corners))
    path = (*path, ("Z", ()))
    nodes: list[Node] = [PathNode(path, Solid((255, 255, 255, 1.0)))]
    try:
        paint = read_paint(background(context.page), Rect(0.0, 0.0, width, height), context)
    except SHAPE_ERRORS as problem:
        context.warn("background", f"The background could not be drawn ({problem}).")
        return nodes
    if paint is None:
        return nodes
    opaque = isinstance(paint, Solid) and paint.color[3] >= 1
    return [PathNode(path, paint)] if opaque else [*nodes, PathNode(path, paint)]


def _title(page: Page) -> str:
    for shape in shapes(page):
        known = placeholder(shape)
        if known is not None and known.role == "title":
            return " ".join(plain_text(child(shape, "p:txBody")).split())
    return ""


__all__ = ["RenderDeck", "open_deck", "slide_png", "slide_svg"]
