"""Where a form's audience and theme come from: another widget that it follows, or a choice of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from prezent_widgets.errors import PrezentError, UnknownNameError
from prezent_widgets.widgets._base import in_words
from prezent_widgets.widgets._lists import audience_card, find_id, theme_card

_LISTS: dict[str, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    "audience": ("audiences", audience_card),
    "theme": ("themes", theme_card),
}


class Choices:
    """Keeps ``form.audience`` and ``form.theme`` right, and the lists they are chosen from."""

    def __init__(self, form: Any, client: Any, **given: Any) -> None:
        self._form = form
        self._client = client
        self._own: list[str] = []
        for noun, value in given.items():
            if hasattr(value, "observe") and hasattr(value, "value"):
                self._link(noun, value)
            else:
                self._own.append(noun)
                setattr(form, noun, str(value or ""))

    def _link(self, noun: str, widget: Any) -> None:
        plural = _LISTS[noun][0]

        def follow(_change: Any = None) -> None:
            setattr(self._form, noun, str(widget.value or ""))
            if hasattr(widget, plural):
                setattr(self._form, plural, list(getattr(widget, plural)))

        setattr(self._form, f"{noun}_linked", True)
        follow()
        widget.observe(follow, names=[name for name in ("value", plural) if widget.has_trait(name)])

    def unknown(self) -> dict[str, str]:
        """Field to what is wrong with it: names that the form was given and that its lists do not have."""
        wrong: dict[str, str] = {}
        for noun in self._own:
            cards = getattr(self._form, _LISTS[noun][0])
            try:
                if cards:  # without a list only the API knows
                    find_id(noun, getattr(self._form, noun), cards)
            except UnknownNameError as error:
                wrong[noun] = in_words(error)
        return wrong

    async def load(self) -> None:
        """Fetch the lists that the form itself offers; a problem is said beside its field."""
        await asyncio.gather(*(self._load(noun) for noun in self._own))

    async def _load(self, noun: str) -> None:
        plural, card = _LISTS[noun]
        try:
            cards = [card(item) for item in await getattr(self._client, plural).list()]
            setattr(self._form, plural, cards)
            setattr(self._form, noun, find_id(noun, getattr(self._form, noun), cards))
            self._form.errors = {field: text for field, text in self._form.errors.items() if field != noun}
        except PrezentError as error:
            self._form.errors = {**self._form.errors, noun: in_words(error)}


__all__ = ["Choices"]
