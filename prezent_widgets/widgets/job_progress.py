"""A job that was started in Python, watched on the page."""

from __future__ import annotations

import time
from typing import Any

from prezent_widgets.errors import JobFailedError, PrezentError
from prezent_widgets.widgets._base import Buffers, bundle, in_words, refuse_unknown
from prezent_widgets.widgets._following import JobView, job_state


class JobProgress(JobView):
    """The stages of a job, how far it is, and its slides as they are made.

    Args:
        job: a :class:`~prezent_widgets.client.Job`.
        client: who fetches the pictures on the way; the job itself when not given.
        layout: ipywidgets' own.

    Raises:
        TypeError: that is no job.

    Example::

        job = await client.start("Q3 review", sources=["sales.csv"])
        pw.JobProgress(job)
        deck = await job.result()
    """

    _esm = bundle("job_progress")

    def __init__(self, job: Any, *, client: Any = None, layout: Any = None, **unknown: Any) -> None:
        refuse_unknown("JobProgress", unknown, ("client", "job", "layout"))
        super().__init__(**({"layout": layout} if layout is not None else {}))
        self.job = self._followed(job)
        self._client = client if client is not None else self.job
        self._on_follow({}, [])

    def _followed(self, job: Any) -> Any:
        """What is followed: refuses what cannot be."""
        if not hasattr(job, "events"):
            raise TypeError(
                f"JobProgress shows a job, and this is a {type(job).__name__}. Start one with "
                "job = await client.start(...); DeckView shows a deck."
            )
        return job

    def _summary(self) -> str:
        return f"{self.progress['status']}, {self.progress['percentage']} %, {len(self.slides)} slides"

    def _on_follow(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        """Begin, or begin again after the connection was lost."""
        if self.busy:
            return
        self.progress = job_state("starting", started=time.time())
        try:
            self._spawn(self._watch())
        except RuntimeError as error:
            self._say(status="failed", message=str(error))

    def _on_cancel(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        self._spawn(self._cancel())

    async def _cancel(self) -> None:
        try:
            await self._stop()
        except PrezentError as error:
            self._say(hint=in_words(error))

    async def _watch(self) -> None:
        try:
            began, _ = await self.job.times()
            if began is not None:  # it may have been running before anybody watched
                self._say(started=began)
            await self._follow(self._client, self.job)
            _, ended = await self.job.times()
        except JobFailedError as error:
            cancelled = self.progress["status"] == "cancelling"
            self._say(
                status="cancelled" if cancelled else "failed",
                ended=time.time(),
                message="" if cancelled else error.message,
                hint="" if cancelled else error.hint,
            )
        except Exception as error:
            self._say(status="failed", ended=time.time(), message=in_words(error))
            if not isinstance(error, PrezentError):
                raise
        else:
            self._say(status="done", percentage=100, ended=ended or time.time())


__all__ = ["JobProgress"]
