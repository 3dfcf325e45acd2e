"""A running generation: what it does, its result, and stopping it."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing

from prezent_widgets.client.core import Core
from prezent_widgets.client.deck import Deck
from prezent_widgets.client.events import Completed, Failed, JobEvent
from prezent_widgets.client.following import Follower
from prezent_widgets.client.report import DeckReport
from prezent_widgets.client.resources.autogenerations import Autogenerations
from prezent_widgets.contract.autogenerations import AutogenerationStatusData
from prezent_widgets.errors import JobFailedError, JobTimeoutError, NotFoundError, PrezentError

OnEvent = Callable[[JobEvent], Awaitable[None] | None]
"""What is told of each event: a function, or an async function."""


class Job:
    """A generation by its ``callback_id``; any number of Job objects may follow the same one.

    Example::

        job = await client.start("Q3 review", sources=["sales.csv"])
        async for event in job.events():
            print(event)
        deck = await job.result()
    """

    def __init__(self, core: Core, jobs: Autogenerations, callback_id: str) -> None:
        self.callback_id = callback_id
        self._core = core
        self._jobs = jobs
        self._stopped = asyncio.Event()
        self._end: Completed | Failed | None = None
        self._deck: Deck | None = None

    def __repr__(self) -> str:
        state = {Completed: "completed", Failed: "failed", type(None): "running"}[type(self._end)]
        return f"<Job {self.callback_id} {state}>"

    async def status(self) -> AutogenerationStatusData:
        """How the job stands now, in the API's own words."""
        return await self._jobs.get(self.callback_id)

    async def events(self) -> AsyncGenerator[JobEvent, None]:
        """What happens, as it happens: a Snapshot first, then progress and slides; Completed or Failed ends it.

        The stream is resumed when the connection breaks, and replaced by polling where it cannot be had.

        Raises:
            ApiError: the API refused, e.g. NotFoundError for an unknown job.
            TransportError: the API could not be reached any more.
        """
        async with aclosing(Follower(self._core, self._jobs, self.callback_id).events()) as followed:
            while (event := await self._next(followed)) is not None:
                if isinstance(event, Completed | Failed):
                    self._end = event
                yield event
        if self._end is None and self._stopped.is_set():
            self._end = Failed("The job is no longer followed.", f"It may still be running as {self.callback_id}.")
            yield self._end

    async def _next(self, followed: AsyncIterator[JobEvent]) -> JobEvent | None:
        """The next event; None at the end, or as soon as following is stopped."""
        if self._stopped.is_set():
            return None
        upcoming = asyncio.ensure_future(anext(followed, None))
        stopped = asyncio.ensure_future(self._stopped.wait())
        try:
            await asyncio.wait({upcoming, stopped}, return_when=asyncio.FIRST_COMPLETED)
            return await upcoming if upcoming.done() else None
        finally:
            stopped.cancel()
            if not upcoming.done():
                upcoming.cancel()
                await asyncio.gather(upcoming, return_exceptions=True)

    async def result(self, *, on_event: OnEvent | None = None, timeout: float | None = None) -> Deck:
        """Wait for the deck.

        Args:
            on_event: told of every event on the way.
            timeout: seconds to wait at most; the job itself goes on after it.

        Raises:
            JobFailedError: the job failed, or was cancelled; the message is the API's reason.
            JobTimeoutError: it did not end within ``timeout``.
        """
        if self._deck is not None:
            return self._deck
        try:
            async with asyncio.timeout(timeout):
                if self._end is None or on_event is not None:
                    await self._watch(on_event)
                if isinstance(self._end, Failed):
                    raise JobFailedError(self._end.message, callback_id=self.callback_id, hint=self._end.hint)
                self._deck = await self._download()
        except TimeoutError:
            raise JobTimeoutError(
                f"The deck was not ready within {timeout:g} seconds.",
                callback_id=self.callback_id,
                hint="It is still being made: call result() again.",
            ) from None
        return self._deck

    async def _watch(self, on_event: OnEvent | None) -> None:
        async with aclosing(self.events()) as events:
            async for event in events:
                if on_event is not None and inspect.isawaitable(told := on_event(event)):
                    await told

    async def _download(self) -> Deck:
        status = await self.status()
        place = await self._jobs.download(self.callback_id)
        data = await self._core.fetch(place.download_url)
        name = status.fileName or place.output_file or ""
        return Deck(data, report=DeckReport(status.report), name=name)

    async def times(self) -> tuple[float | None, float | None]:
        """When the job began and ended, in seconds since the epoch; None where that is not (yet) known."""
        status = await self.status()
        began, ended = status.execution_start, status.execution_end
        return (began.timestamp() if began else None, ended.timestamp() if ended else None)

    async def fetch(self, url: str) -> bytes:
        """What lies at an address the API gave, such as a slide's thumbnail.

        Raises:
            ApiError: it is not there, or not for this client.
            TransportError: the API could not be reached.
        """
        return await self._core.fetch(url)

    async def thumbnails(self) -> tuple[bytes, ...]:
        """The pictures of the slides that can be looked at, in order, as the API made them (SVG or PNG)."""
        slides = sorted((await self.status()).allSlides or [], key=lambda slide: slide.index or 0)
        return tuple([await self._core.fetch(slide.thumbnail) for slide in slides if slide.thumbnail])

    async def cancel(self) -> bool:
        """Stop the job. False when it had already ended.

        Raises:
            PrezentError: this API cannot stop a job (the hosted one cannot); it is no longer followed here.
        """
        try:
            done = await self._jobs.cancel(self.callback_id)
        except NotFoundError as error:
            if error.code != "ENDPOINT_NOT_FOUND":
                raise
            self._stopped.set()
            raise PrezentError(
                "This API cannot stop a job that has started.",
                hint=f"It is no longer followed here, and goes on there as {self.callback_id}.",
            ) from error
        return done.cancelled


__all__ = ["Job", "OnEvent"]
