"""Following a job: its stream of events, resumed when it breaks, and polling where there is no stream."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from itertools import chain, repeat

from pydantic import ValidationError

from prezent_widgets.client import events
from prezent_widgets.client.core import Core
from prezent_widgets.client.events import Completed, Failed, JobEvent, Progress, Snapshot
from prezent_widgets.client.resources.autogenerations import Autogenerations
from prezent_widgets.client.sse import Frame, Parser, frames
from prezent_widgets.contract.autogenerations import AutogenerationStatusData
from prezent_widgets.contract.events import parse_event
from prezent_widgets.contract.streams import STREAM_HEARTBEAT_SECONDS, STREAM_RETRY_MS
from prezent_widgets.errors import ApiError, ServerError, TransportError

# Twice without anything new, the stream is given up: a proxy that swallows it does so every time.
_FRUITLESS_CONNECTIONS = 2
_SILENCE_SECONDS = 3.0 * STREAM_HEARTBEAT_SECONDS
_LONGEST_RETRY_SECONDS = 30.0
_PATIENCE_SECONDS = 120.0
POLL_SECONDS = (0.5, 1.0, 1.0, 2.0, 2.0, 3.0)
POLL_STEADY_SECONDS = 5.0


class _NoStream(Exception):
    """The stream cannot be used here; polling can."""


class Follower:
    """The events of one job in order, each once, from wherever they can be had."""

    def __init__(self, core: Core, jobs: Autogenerations, callback_id: str) -> None:
        self._core = core
        self._jobs = jobs
        self._callback_id = callback_id
        self._parser = Parser()
        self._seen_id = 0
        self._slides: set[int] = set()
        self._begun = False

    async def events(self) -> AsyncGenerator[JobEvent, None]:
        """Everything from the stream as long as it works, then from polling; ends after Completed or Failed."""
        try:
            async with aclosing(self._streamed()) as streamed:
                async for event in streamed:
                    yield event
                    if isinstance(event, Completed | Failed):
                        return
        except _NoStream:
            async with aclosing(self._polled()) as polled:
                async for event in polled:
                    yield event

    async def _streamed(self) -> AsyncGenerator[JobEvent, None]:
        fruitless = 0
        while True:
            heard = False
            # A connection that breaks is resumed below: the parser knows the last event.
            with suppress(TransportError):
                async with aclosing(self._connection()) as connection:
                    async for event in connection:
                        heard = True
                        yield event
            fruitless = 0 if heard else fruitless + 1
            if fruitless >= _FRUITLESS_CONNECTIONS:
                raise _NoStream
            retry = self._parser.retry_ms if self._parser.retry_ms is not None else STREAM_RETRY_MS
            await self._core.clock.sleep(min(retry / 1000, _LONGEST_RETRY_SECONDS))

    async def _connection(self) -> AsyncGenerator[JobEvent, None]:
        """One connection. Every one gets a session of its own: a token outlives five minutes, a job may not."""
        try:
            session = await self._jobs.stream_session(self._callback_id)
        except ApiError as error:
            raise _NoStream from error
        except TransportError as error:
            if self._begun:
                raise  # the API was there a moment ago: it may be starting again
            raise _NoStream from error
        headers = {"Accept": "text/event-stream", "Cache-Control": "no-store"}
        if self._parser.last_event_id:
            headers["Last-Event-ID"] = self._parser.last_event_id
        async with self._core.stream(session.stream_url, headers, read_timeout=_SILENCE_SECONDS) as answer:
            if answer.status != 200 or answer.content_type != "text/event-stream":
                raise _NoStream
            async with aclosing(frames(answer.chunks, self._parser)) as received:
                async for frame in received:
                    for event in self._understood(frame):
                        yield event
                        if isinstance(event, Completed | Failed):
                            return

    def _understood(self, frame: Frame) -> list[JobEvent]:
        if frame.id.isascii() and frame.id.isdigit():
            if int(frame.id) <= self._seen_id:
                return []  # replayed although we have it
            self._seen_id = int(frame.id)
        try:
            event = parse_event(frame.data)
        except ValidationError as error:
            if not self._begun:
                raise _NoStream from error  # a stream in other words than ours: ask for the status instead
            return []  # an event of a later version
        return [told for value in events.from_wire(event) for told in self._new(value)]

    def _new(self, event: JobEvent) -> list[JobEvent]:
        """The event, unless it says what is known: no slide comes twice, and one snapshot is enough."""
        first, self._begun = not self._begun, True
        if isinstance(event, events.SlideReady):
            if event.index in self._slides:
                return []
            self._slides.add(event.index)
        if isinstance(event, Snapshot) and not first:
            return []
        return [event]

    async def _polled(self) -> AsyncGenerator[JobEvent, None]:
        last: Progress | None = None
        for pause in chain(POLL_SECONDS, repeat(POLL_STEADY_SECONDS)):
            data = await self._status()
            snapshot = Snapshot(data.status or "in_progress", *_stage(data))
            for event in [*self._new(snapshot), *self._news(data, last)]:
                last = event if isinstance(event, Progress) else last
                yield event
                if isinstance(event, Completed | Failed):
                    return
            await self._core.clock.sleep(pause)

    async def _status(self) -> AutogenerationStatusData:
        """How the job stands. A server that was there and is gone gets two minutes to come back: the job survives."""
        began = self._core.clock.now()
        while True:
            try:
                return await self._jobs.get(self._callback_id)
            except (ServerError, TransportError):
                if not self._begun or self._core.clock.now() - began >= _PATIENCE_SECONDS:
                    raise
            await self._core.clock.sleep(POLL_STEADY_SECONDS)

    def _news(self, data: AutogenerationStatusData, last: Progress | None) -> list[JobEvent]:
        found: list[JobEvent] = []
        if data.progress is not None and (progress := Progress(*_stage(data))) != last:
            found.append(progress)
        for place, slide in enumerate(data.allSlides or []):
            found += self._new(events.slide_ready(slide, place))
        end = events.ending(data)
        return [*found, end] if end else found


def _stage(data: AutogenerationStatusData) -> tuple[str, int]:
    return (data.progress.stage, data.progress.percentage) if data.progress else ("", 0)


__all__ = ["POLL_SECONDS", "POLL_STEADY_SECONDS", "Follower"]
