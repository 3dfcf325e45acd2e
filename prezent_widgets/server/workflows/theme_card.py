"""What a theme looks like: slides made by the engine on the theme's own layouts, one by one and two as a card."""

from __future__ import annotations

import re
from functools import lru_cache

from prezent_widgets.audiences import find_audience
from prezent_widgets.generate import pipeline
from prezent_widgets.generate.build import build_deck
from prezent_widgets.generate.model import (
    BigNumber,
    ChartBlock,
    Line,
    NumbersBlock,
    Series,
    SlideSpec,
    Span,
    Story,
    TableBlock,
    TextBlock,
)
from prezent_widgets.render import open_deck, to_svg
from prezent_widgets.themes import Theme, build_template, find_theme

WIDTH, HEIGHT = 960, 540
LAYOUTS = ("cover", "chart", "numbers", "table")
"""What each slide of the specimen shows."""
_SCALE, _MARGIN = 0.6, 26


def draw_theme_card(name: str) -> str:
    """An SVG of 16 to 9 with the two slides, one laid over the other.

    Example:
        >>> draw_theme_card("harbor")[:4]                       # doctest: +SKIP
        '<svg'
    """
    theme = find_theme(name)
    deck = open_deck(_specimen(theme))
    width, height = WIDTH * _SCALE, HEIGHT * _SCALE
    places = ((_MARGIN, _MARGIN), (WIDTH - width - _MARGIN, HEIGHT - height - _MARGIN))
    slides = [_placed(to_svg(deck.scene(index)), place, width, height) for index, place in enumerate(places)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#{theme.palette.lt2}"/>{"".join(slides)}</svg>'
    )


def draw_theme_layout(name: str, layout: str) -> str:
    """One slide of the specimen as SVG; ``layout`` is one of :data:`LAYOUTS`.

    Raises:
        ValueError: there is no such layout.
    """
    return to_svg(open_deck(_specimen(find_theme(name))).scene(LAYOUTS.index(layout)))


def _placed(svg: str, place: tuple[float, float], width: float, height: float) -> str:
    """A slide's SVG as a part of another one, with a thin frame."""
    x, y = place
    root = re.search(r"<svg\b[^>]*>", svg)
    assert root is not None
    view = re.search(r'viewBox="[^"]*"', root.group())
    assert view is not None
    content = svg[root.end() : svg.rindex("</svg>")]
    box = f'x="{x:.6g}" y="{y:.6g}" width="{width:.6g}" height="{height:.6g}"'
    frame = f'<rect {box} fill="none" stroke="#000000" stroke-opacity="0.18" stroke-width="1.5"/>'
    return f"<svg {box} {view.group()}>{content}</svg>{frame}"


@lru_cache(maxsize=4)
def _specimen(theme: Theme) -> bytes:
    """A deck that says only what the theme itself is; its numbers are a pattern, not data."""
    chart = ChartBlock(
        kind="column",
        title="",
        categories=("A", "B", "C", "D", "E", "F"),
        series=(Series("1", (3.0, 4.0, 3.0, 5.0, 6.0, 8.0)),),
        highlight=(0, 5),
        alt="A pattern of columns that rise to the right.",
    )
    words = TextBlock(
        tuple(Line((Span(text),)) for text in (f"Headings in {theme.fonts.heading}", f"Text in {theme.fonts.body}"))
    )
    figures = NumbersBlock(
        tuple(BigNumber(figure, label) for figure, label in (("12", "First"), ("3.4", "Second"), ("56 %", "Third")))
    )
    table = TableBlock(
        head=("Group", "First", "Second", "Third"),
        rows=tuple((name, *(str(place * step) for step in (2, 3, 5))) for place, name in enumerate("ABCDE", 1)),
        numeric=(False, True, True, True),
        alt="A pattern of rows and columns.",
    )
    story = Story(
        title=theme.name,
        slides=(
            SlideSpec("cover", "cover", theme.name),
            SlideSpec("content", "chart", f"Charts and text in {theme.name}", blocks=(chart, words)),
            SlideSpec("numbers", "numbers", f"Figures in {theme.name}", blocks=(figures,)),
            SlideSpec("table", "table", f"Tables in {theme.name}", blocks=(table,)),
        ),
        facts=(),
    )
    template = build_template(theme)
    audience = find_audience("technical")
    return build_deck(pipeline.design(story, template=template, audience=audience), template=template, story=story)


__all__ = ["LAYOUTS", "draw_theme_card", "draw_theme_layout"]
