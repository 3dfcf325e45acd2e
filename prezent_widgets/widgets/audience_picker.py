"""Who the deck is for: the audiences of a client as cards."""

from __future__ import annotations

import traitlets

from prezent_widgets.widgets._base import bundle
from prezent_widgets.widgets._chooser import Chooser
from prezent_widgets.widgets._lists import audience_card, find_id


class AudiencePicker(Chooser):
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
    _noun = "audience"

    audiences = traitlets.List().tag(sync=True)

    async def _fill(self) -> None:
        self.audiences = [audience_card(item) for item in await self._client.audiences.list()]
        self.value = find_id("audience", self.value, self.audiences)


__all__ = ["AudiencePicker"]
