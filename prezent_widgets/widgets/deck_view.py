"""A deck to look through: a strip of slides, one of them large, its notes, the report, the download."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Any

import traitlets

from prezent_widgets.client.deck import Deck
from prezent_widgets.errors import PrezentError
from prezent_widgets.widgets._base import bundle, in_words, refuse_unknown
from prezent_widgets.widgets._following import job_state
from prezent_widgets.widgets.job_progress import JobProgress


class DeckView(JobProgress):
    """A deck to look through, finished or being made.

    Args:
        deck: a :class:`~prezent_widgets.client.Deck`, the path of a .pptx file, or a
            :class:`~prezent_widgets.client.Job` that is making one.
        client: who fetches the pictures of a job on the way; the job itself when not given.
        layout: ipywidgets' own.

    Raises:
        SourceError: there is no such file, or it is no presentation.
        TypeError: that is neither a deck nor a job.

    ``index`` is the slide shown large, counted from 0.

    Example::

        pw.DeckView("q3.pptx")
    """

    _esm = bundle("deck_view")

    index = traitlets.Int(0).tag(sync=True)

    def __init__(self, deck: Any, *, client: Any = None, layout: Any = None, **unknown: Any) -> None:
        refuse_unknown("DeckView", unknown, ("client", "deck", "layout"))
        super().__init__(deck, client=client, layout=layout)

    def _followed(self, job: Any) -> Any:
        if isinstance(job, str | PathLike):
            return Deck.open(Path(job))
        if not hasattr(job, "events") and not hasattr(job, "titles"):
            raise TypeError(f"DeckView shows a deck, a job or the path of a .pptx, and this is a {type(job).__name__}.")
        return job

    async def _watch(self) -> None:
        if hasattr(self.job, "events"):
            await super()._watch()
            return
        try:
            await self._present(self.job, prefix="slide")
        except Exception as error:
            self.progress = job_state("failed", message=in_words(error))
            if not isinstance(error, PrezentError):
                raise
        else:
            self.progress = job_state("done", percentage=100)


__all__ = ["DeckView"]
