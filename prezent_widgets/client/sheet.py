"""A deck and a slide as HTML for a notebook's output: light or dark, with nothing to load from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from prezent_widgets.errors import PrezentError

if TYPE_CHECKING:
    from prezent_widgets.client.deck import Deck, Slide

# Text inherits the notebook's colour and lines are half transparent, so that light and dark both work without a script.
_EDGE = "3px"  # a notebook's output clips what stands out: room for the pictures' frames
_CARD = "margin:0;display:flex;flex-direction:column;gap:6px;min-width:0"
_PICTURE = (
    "display:block;width:100%;height:auto;border-radius:4px;background:#fff;"
    "box-shadow:0 0 0 1px rgba(128,128,128,.35),0 1px 3px rgba(0,0,0,.2)"
)
_CAPTION = "font:12px/1.35 system-ui,sans-serif;opacity:.85;overflow-wrap:anywhere"


def _picture(slide: Slide) -> str:
    label = escape(f"Slide {slide.number}: {slide.title}", quote=True)
    try:
        source = b64encode(slide.svg.encode("utf-8")).decode("ascii")
    except PrezentError as error:
        return f'<div style="{_PICTURE};color:#333;padding:24px;box-sizing:border-box">{escape(str(error))}</div>'
    return f'<img alt="{label}" src="data:image/svg+xml;base64,{source}" style="{_PICTURE}">'


def slide_html(slide: Slide, *, max_width: str = "720px") -> str:
    """One slide as a picture."""
    return f'<div style="max-width:{max_width};padding:{_EDGE}">{_picture(slide)}</div>'


def slides_html(slides: Iterable[Slide]) -> str:
    """Slides in a grid, each with its number and title."""
    cards = "".join(
        f'<figure style="{_CARD}">{_picture(slide)}'
        f'<figcaption style="{_CAPTION}"><b>{slide.number}</b>&ensp;{escape(slide.title)}</figcaption></figure>'
        for slide in slides
    )
    return (
        f'<div style="color:var(--jp-ui-font-color1,inherit);max-width:1200px;padding:{_EDGE};'
        f'display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,220px),1fr));gap:16px">{cards}</div>'
    )


def contact_sheet(deck: Deck) -> str:
    """The deck's name, size and quality, and all its slides."""
    count = f"{len(deck)} slide{'' if len(deck) == 1 else 's'}"
    score = f" · quality {deck.report.score} of 100" if deck.report.score is not None else ""
    return (
        '<section style="color:var(--jp-ui-font-color1,inherit);max-width:1200px">'
        '<p style="font:13px/1.4 system-ui,sans-serif;margin:0 0 8px;padding:0 3px">'
        f"<b>{escape(deck.name)}</b> · {count}{score}</p>{slides_html(deck)}</section>"
    )


def outline(deck: Deck) -> str:
    """The deck as plain text: a line a slide."""
    lines = [f"{slide.number:>3}  {slide.title or '(no title)'}" for slide in deck]
    return "\n".join([repr(deck), *lines])


__all__ = ["contact_sheet", "outline", "slide_html", "slides_html"]
