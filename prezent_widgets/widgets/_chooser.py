"""What the pickers of one thing from a client's list share: the list, the choice, and the way to both."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from prezent_widgets.errors import PrezentError
from prezent_widgets.widgets._base import Buffers, Component, in_words, refuse_unknown
from prezent_widgets.widgets._lists import find_id


class Chooser(Component):
    """Cards of which one is chosen. A kind of it names its ``_noun``, has the list trait ``<noun>s``, and fills it."""

    _noun: ClassVar[str]

    value = traitlets.Unicode().tag(sync=True)
    loading = traitlets.Bool(True).tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)

    def __init__(self, client: Any, *, value: str = "", layout: Any = None, **unknown: Any) -> None:
        refuse_unknown(type(self).__name__, unknown, ("client", "layout", "value"))
        super().__init__(value=value, **({"layout": layout} if layout is not None else {}))
        self._client = client
        self._on_retry({}, [])

    @property
    def _cards(self) -> list[dict[str, Any]]:
        return getattr(self, f"{self._noun}s")

    @traitlets.validate("value")
    def _as_id(self, proposal: Any) -> str:
        """A name is taken for its id; one that is not in the list is refused, once there is a list."""
        return find_id(self._noun, proposal["value"], self._cards) if self._cards else proposal["value"]

    @property
    def name(self) -> str:
        """The name of what is chosen; empty while nothing is."""
        return next((card["name"] for card in self._cards if card["id"] == self.value), self.value)

    def _summary(self) -> str:
        return f"value={self.value!r}, {len(self._cards)} {self._noun}s"

    def _on_retry(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        try:
            self._spawn(self._load())
        except RuntimeError as error:
            self.loading, self.error = False, str(error)

    async def _load(self) -> None:
        self.loading, self.error = True, ""
        try:
            await self._fill()
        except PrezentError as error:
            self.error = in_words(error)
        except Exception as error:
            self.error = in_words(error)
            raise
        finally:
            self.loading = False

    async def _fill(self) -> None:
        """Ask the client for the list, and find the choice in it; each kind of chooser has its own way."""
        raise TypeError(f"{type(self).__name__} does not say how its list is filled.")


__all__ = ["Chooser"]
