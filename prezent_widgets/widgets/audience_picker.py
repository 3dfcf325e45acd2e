"""Who the deck is for: the audiences of a client as cards."""

from __future__ import annotations

from typing import Any

import traitlets

from prezent_widgets.errors import PrezentError
from prezent_widgets.widgets._base import Buffers, Component, bundle, in_words, refuse_unknown
from prezent_widgets.widgets._lists import audience_card, find_id


class AudiencePicker(Component):
    """Cards of the audiences a client knows, with what each does to the deck in numbers.

    Args:
        client: whose audiences are offered.
        value: the audience chosen at first: its id, name or alias, whatever the case. The widget says so of an unknown
            one.
        layout: ipywidgets' own.

    ``value`` is the id of the chosen audience, empty while none is; observe it as any trait. Set it to an id or a name.

    Raises:
        UnknownNameError: (when ``value`` is set) there is none of that name; the nearest are suggested.

    Example::

        picker = pw.AudiencePicker(client)
        picker.value                                    # "executive", once chosen
        picker.observe(lambda change: ..., names="value")
    """

    _esm = bundle("audience_picker")

    audiences = traitlets.List().tag(sync=True)
    value = traitlets.Unicode().tag(sync=True)
    loading = traitlets.Bool(True).tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)

    def __init__(self, client: Any, *, value: str = "", layout: Any = None, **unknown: Any) -> None:
        refuse_unknown("AudiencePicker", unknown, ("client", "layout", "value"))
        super().__init__(value=value, **({"layout": layout} if layout is not None else {}))
        self._client = client
        self._on_retry({}, [])

    @traitlets.validate("value")
    def _as_id(self, proposal: Any) -> str:
        """A name is taken for its id; one that is not in the list is refused, once there is a list."""
        return find_id("audience", proposal["value"], self.audiences) if self.audiences else proposal["value"]

    @property
    def name(self) -> str:
        """The name of the chosen audience; empty while none is."""
        return next((card["name"] for card in self.audiences if card["id"] == self.value), self.value)

    def _summary(self) -> str:
        return f"value={self.value!r}, {len(self.audiences)} audiences"

    def _on_retry(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        try:
            self._spawn(self._load())
        except RuntimeError as error:
            self.loading, self.error = False, str(error)

    async def _load(self) -> None:
        self.loading, self.error = True, ""
        try:
            self.audiences = [audience_card(item) for item in await self._client.audiences.list()]
            self.value = find_id("audience", self.value, self.audiences)
        except PrezentError as error:
            self.error = in_words(error)
        except Exception as error:
            self.error = in_words(error)
            raise
        finally:
            self.loading = False


__all__ = ["AudiencePicker"]
