"""From .pptx bytes to pictures: a deck is opened, a slide becomes a `Scene`, a scene becomes SVG text or a PNG.

Pure functions of bytes: no office suite, no installed fonts, no network. What cannot be drawn as PowerPoint would
is said in ``Scene.warnings``.

Example:
    >>> from pathlib import Path
    >>> data = Path("deck.pptx").read_bytes()                       # doctest: +SKIP
    >>> Path("slide.svg").write_text(slide_svg(data, 0))            # doctest: +SKIP
    >>> Path("slide.png").write_bytes(slide_png(data, 0, width=960))  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from prezent_widgets.render.scene import Scene

if TYPE_CHECKING:
    from prezent_widgets.render.deck import RenderDeck, open_deck, slide_png, slide_svg
    from prezent_widgets.render.png import to_png
    from prezent_widgets.render.svg import to_svg

_HOMES = {
    "RenderDeck": "deck",
    "open_deck": "deck",
    "slide_png": "deck",
    "slide_svg": "deck",
    "to_png": "png",
    "to_svg": "svg",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for, and only then: fonts and pictures are heavy."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


__all__ = ["RenderDeck", "Scene", "open_deck", "slide_png", "slide_svg", "to_png", "to_svg"]
