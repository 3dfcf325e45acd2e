"""Stream sessions, and the event streams themselves (CONTRACT section 10)."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime

from fastapi import Request, Response
from starlette.responses import StreamingResponse

from prezent_widgets.contract import streams as wire
from prezent_widgets.contract.events import TERMINAL, StreamEvent, frame
from prezent_widgets.server.endpoint import Call, Handler, base_url, crash, refuse
from prezent_widgets.server.problems import Problem, not_found
from prezent_widgets.server.services import Services
from prezent_widgets.server.translate import streams as translate

log = logging.getLogger(__name__)

# Frame 1 is the snapshot, which is not stored: event n of the job is frame n + 2.
_FIRST_STORED = 2
_Frame = str | None


async def create_session(call: Call) -> wire.StreamSessionCreateResponse:
    """An address on which a job's events arrive."""
    callback_id = call.read(wire.StreamSessionCreateRequest).callback_id
    if await call.services.records.find(callback_id, call.caller.company) is None:
        raise not_found("job", callback_id)
    url, expires_at = call.services.links.stream(call.base_url, callback_id, call.caller.key_id)
    session = wire.StreamSession(
        session_id=callback_id, stream_url=url, expires_at=datetime.fromtimestamp(expires_at, UTC)
    )
    return wire.StreamSessionCreateResponse(data=session)


async def follow(request: Request) -> Response:
    """The events of a job, from where the listener left off."""
    services: Services = request.app.state.services
    callback_id = request.path_params["callback_id"]
    try:
        services.links.check_stream(callback_id, request.query_params.get("token", ""))
    except Problem as problem:
        return refuse(problem)
    except Exception:
        log.exception("A stream could not be opened")
        return crash()
    last = request.headers.get("Last-Event-ID", "")
    seen = int(last) if last.isascii() and last.isdigit() else 0
    base = base_url(services, request)
    return StreamingResponse(
        _frames(services, callback_id, seen, base),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _frames(services: Services, callback_id: str, seen: int, base: str) -> AsyncIterator[str]:
    """The stream's text: the events, and a comment whenever nothing was sent for a while."""
    queue: asyncio.Queue[_Frame] = asyncio.Queue()
    reader = asyncio.create_task(_read(services, callback_id, seen, base, queue))
    yield f"retry: {wire.STREAM_RETRY_MS}\n\n"
    try:
        while True:
            try:
                async with asyncio.timeout(services.settings.heartbeat):
                    text = await queue.get()
            except TimeoutError:
                yield ": still there\n\n"
                continue
            if text is None:
                return
            yield text
    finally:
        reader.cancel()
        with suppress(asyncio.CancelledError):
            await reader


async def _read(services: Services, callback_id: str, seen: int, base: str, queue: asyncio.Queue[_Frame]) -> None:
    try:
        async for event, number in _events(services, callback_id, seen, base):
            await queue.put(frame(event, number))
    except Exception:
        # The listener sees the stream end, connects again and goes on after the last event it has.
        log.exception("The event stream of job %s broke", callback_id)
    finally:
        queue.put_nowait(None)


async def _events(services: Services, callback_id: str, seen: int, base: str) -> AsyncIterator[tuple[StreamEvent, int]]:
    def address(path: str) -> str:
        return services.links.file(base, path)

    state = await services.jobs.state(callback_id)
    yield translate.snapshot(callback_id, state, time.time()), max(seen, 1)
    number = max(seen + 1, _FIRST_STORED)
    async for value in services.jobs.events(callback_id, number - _FIRST_STORED):
        yield translate.event(callback_id, value, address), number
        number += 1
        if value["type"] in TERMINAL:
            return
    # The job ended without a last word of its own: it was cancelled, or its listener had heard everything before.
    state = await services.jobs.state(callback_id)
    if state.status == "failed":
        yield translate.failed(callback_id, state.error_log, time.time()), number
    elif state.status == "success":
        yield translate.completed(callback_id, state, time.time()), number


HANDLERS: Mapping[str, Handler] = {"createStreamSession": create_session}

__all__ = ["HANDLERS", "follow"]
