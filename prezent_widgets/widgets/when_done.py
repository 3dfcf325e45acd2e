"""A line that says what became of a deck: waiting, being saved, saved."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import traitlets

from prezent_widgets.errors import PrezentError
from prezent_widgets.widgets._base import Component, bundle, in_words


class WhenDone(Component):
    """Shown by :meth:`GeneratorForm.when_done` and :meth:`GeneratorForm.save_to`; not made by hand.

    ``state`` is "waiting", "working", "done" or "failed"; ``text`` says the same in words.
    """

    _esm = bundle("when_done")

    state = traitlets.Unicode("waiting").tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)

    def __init__(self, action: Callable[[Any], Any], *, waiting: str) -> None:
        super().__init__(text=waiting)
        self._action = action

    def _summary(self) -> str:
        return f"{self.state}: {self.text}"

    async def run(self, deck: Any) -> None:
        """Do it for this deck. Whatever goes wrong is said in the line: the deck itself is safe."""
        self.state, self.text = "working", "The deck is made: working on it."
        try:
            if inspect.iscoroutinefunction(self._action):
                outcome = await self._action(deck)
            else:
                outcome = await asyncio.to_thread(self._action, deck)
                if inspect.isawaitable(outcome):
                    outcome = await outcome
        except PrezentError as error:
            self.state, self.text = "failed", in_words(error)
        except Exception as error:
            self.state, self.text = "failed", in_words(error)
            raise
        else:
            self.state = "done"
            self.text = str(outcome) if outcome is not None else f"Done: {deck.name}, {len(deck)} slides."


def saving(path: str | Path) -> Callable[[Any], str]:
    """An action that saves the deck and says where.

    Raises:
        OutputError: (when it runs) it cannot be written there.
    """

    def save(deck: Any) -> str:
        saved = Path(deck.save(path))
        return f"Saved as {saved} ({len(deck)} slides, {saved.stat().st_size / 1000:,.0f} kB)."

    return save


__all__ = ["WhenDone", "saving"]
