"""How the deck looks: the themes of a client with pictures of their layouts."""

from __future__ import annotations

from typing import Any

import traitlets

from prezent_widgets.errors import PrezentError
from prezent_widgets.widgets._base import Buffers, Pictures, as_svg, bundle, in_words
from prezent_widgets.widgets._chooser import Chooser
from prezent_widgets.widgets._lists import find_id, picture_urls, theme_card


class ThemeGallery(Chooser):
    """The brands a client knows, as they really look.

    Args:
        client: whose themes are offered.
        value: the theme chosen at first: its id, name or code, whatever the case. The widget says so of an unknown one.
        layout: ipywidgets' own.

    ``value`` is the id of the chosen theme, empty while none is; observe it as any trait. Set it to an id or a name.

    Raises:
        UnknownNameError: (when ``value`` is set) there is none of that name; the nearest are suggested.

    Example::

        gallery = pw.ThemeGallery(client, value="Harbor")
        gallery.value                                   # "harbor"
    """

    _esm = bundle("theme_gallery")
    _noun = "theme"

    themes = traitlets.List().tag(sync=True)

    def __init__(self, client: Any, *, value: str = "", layout: Any = None, **unknown: Any) -> None:
        self._pictures = Pictures(self.send)
        super().__init__(client, value=value, layout=layout, **unknown)

    def _on_ready(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        self._pictures.again()

    async def _fill(self) -> None:
        listed = await self._client.themes.list()
        cards = [theme_card(item) for item in listed]
        addresses = {card["id"]: picture_urls(item) for card, item in zip(cards, listed, strict=True)}
        for card in cards:
            card["pictures"] = [f"{card['id']}-{place}" for place in range(len(addresses[card["id"]]))]
        self.themes = cards
        self.loading = False
        self.value = find_id("theme", self.value, cards)
        await self._draw(addresses)

    async def _draw(self, addresses: dict[str, list[str]]) -> None:
        """Every cover first, then the other layouts, so that something is to be seen soon.

        Raises:
            PrezentError: some could not be had; all others are drawn.
        """
        failure: PrezentError | None = None
        deepest = max((len(urls) for urls in addresses.values()), default=0)
        for place in range(deepest):
            for theme, urls in addresses.items():
                key = f"{theme}-{place}"
                if place < len(urls) and key not in self._pictures:
                    failure = await self._draw_one(key, urls[place]) or failure
        if failure is not None:
            raise failure

    async def _draw_one(self, key: str, address: str) -> PrezentError | None:
        """The theme can be chosen without its picture: what was wrong is shown in its place, and answered."""
        try:
            self._pictures.show(key, as_svg(await self._client.fetch(address)))
        except PrezentError as error:
            self._pictures.fail(key, in_words(error))
            return error
        return None


__all__ = ["ThemeGallery"]
