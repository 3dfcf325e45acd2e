"""What the engine processes do: bytes and plain values in, bytes and plain values out.

The values between the stages (sources, story, designs) travel as pickles that only these processes open, so the server
itself never loads an engine. Every function is pure: the same arguments give the same answer, so a step can run again.
"""

from __future__ import annotations

import io
import pickle
from functools import lru_cache
from importlib import import_module
from typing import Any

# What every job needs, in the order it needs it. Readers of single formats are left to the job that meets one: openpyxl
# alone takes half a second where numpy is installed.
_ENGINES = ("prezent_widgets.generate.pipeline", "pptx", "prezent_widgets.render.deck", "prezent_widgets.render.svg")


def warm_up() -> None:
    """Import what the first job will need."""
    for name in _ENGINES:
        import_module(name)


def read(files: tuple[tuple[str, bytes], ...]) -> bytes:
    """Read source files of (name, bytes) into tables and passages."""
    from prezent_widgets.generate import pipeline

    return _pack(pipeline.read_sources(files))


def plan(prompt: str, audience: str, sources: bytes, settings: dict[str, Any]) -> tuple[bytes, dict[str, Any]]:
    """Plan the deck: the story, and its title."""
    from prezent_widgets.generate import pipeline

    story = pipeline.plan(prompt, audience=audience, sources=_unpack(sources), settings=_settings(settings))
    return _pack(story), {"title": story.title}


def design(story: bytes, theme: str, audience: str) -> bytes:
    """Choose a layout for every slide and fit its content."""
    from prezent_widgets.audiences import find_audience
    from prezent_widgets.generate import pipeline

    return _pack(pipeline.design(_unpack(story), template=_template(theme), audience=find_audience(audience)))


def build(designs: bytes, theme: str, story: bytes, settings: dict[str, Any]) -> tuple[bytes, list[dict[str, str]]]:
    """Write the .pptx; with it the title and the layout of every slide."""
    from prezent_widgets.generate.build import build_deck

    deck = build_deck(_unpack(designs), template=_template(theme), story=_unpack(story), settings=_settings(settings))
    return deck, _describe(deck)


def picture(deck: bytes, index: int) -> bytes:
    """Slide ``index`` (zero-based) as SVG."""
    from prezent_widgets.render import to_svg

    return to_svg(_open(deck).scene(index)).encode("utf-8")


def review(deck: bytes, story: bytes, audience: str) -> dict[str, Any]:
    """Check the written deck; the report as JSON values."""
    from prezent_widgets.audiences import find_audience
    from prezent_widgets.generate.review import report_json, review_deck

    return dict(report_json(review_deck(deck, story=_unpack(story), audience=find_audience(audience))))


def theme_picture(theme: str, layout: str = "") -> bytes:
    """What a theme looks like, as SVG: one of its layouts, or without one a card of two as they really are."""
    from prezent_widgets.server.workflows.theme_card import draw_theme_card, draw_theme_layout

    return (draw_theme_layout(theme, layout) if layout else draw_theme_card(theme)).encode("utf-8")


# A deck is rendered slide by slide; the last one stays open so that each call does not read the package again.
@lru_cache(maxsize=1)
def _open(deck: bytes) -> Any:
    from prezent_widgets.render import open_deck

    return open_deck(deck)


def _template(theme: str) -> bytes:
    from prezent_widgets.themes import build_template, find_theme

    return build_template(find_theme(theme))


def _settings(values: dict[str, Any]) -> Any:
    from prezent_widgets.generate.model import Settings

    return Settings(**values)


def _describe(deck: bytes) -> list[dict[str, str]]:
    from pptx import Presentation

    slides = Presentation(io.BytesIO(deck)).slides
    return [
        {
            # line breaks and no-break spaces are the slide's, not the title's
            "title": " ".join(slide.shapes.title.text_frame.text.split()) if slide.shapes.title else "",
            "layout": slide.slide_layout.name,
        }
        for slide in slides
    ]


def _pack(value: Any) -> bytes:
    return pickle.dumps(value, protocol=5)


def _unpack(data: bytes) -> Any:
    return pickle.loads(data)


__all__ = ["build", "design", "picture", "plan", "read", "review", "theme_picture", "warm_up"]
