"""Pictures of themes, drawn when first looked at and kept by what they show."""

from __future__ import annotations

import asyncio
import hashlib

from prezent_widgets import __version__
from prezent_widgets.server.services import Services
from prezent_widgets.themes import THEMES, Theme

_FOLDER = "themes"

LAYOUTS = ("cover", "chart", "numbers", "table")
"""The layouts with a picture of their own (workflows/theme_card.py draws them)."""


def card_path(theme: Theme, layout: str = "") -> str:
    """Where a theme's picture lies: another brand, or another version of the renderer, is another path.

    Without a layout it is the theme's card.
    """
    content = hashlib.sha256(f"{__version__} {theme!r}".encode()).hexdigest()
    return f"{_FOLDER}/{theme.id}-{content[:16]}{layout and '-'}{layout}.svg"


async def ensure_card(services: Services, path: str) -> None:
    """Draw the theme's picture if the path is one's and it is not there yet."""
    if not path.startswith(f"{_FOLDER}/") or services.files.exists(path):
        return
    for theme in THEMES:
        for layout in ("", *LAYOUTS):
            if card_path(theme, layout) == path:
                what = f"theme {theme.id}"
                picture = await asyncio.to_thread(services.runtime.engine, what, "theme_picture", theme.id, layout)
                await services.files.put_async(path, picture)


__all__ = ["LAYOUTS", "card_path", "ensure_card"]
