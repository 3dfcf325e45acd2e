"""Reading an event stream in a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import httpx

from prezent_widgets.contract.events import StreamEvent, parse_event


class HasClients(Protocol):
    """A server that can be asked with its key and without."""

    @property
    def http(self) -> httpx.AsyncClient: ...

    @property
    def anonymous(self) -> httpx.AsyncClient: ...


@dataclass(frozen=True)
class Frame:
    """One event with its id."""

    id: int
    event: StreamEvent


async def session(api: HasClients, callback_id: str) -> dict[str, Any]:
    response = await api.http.post("/api/v1/streams/sessions", json={"callback_id": callback_id})
    assert response.status_code == 201, response.text
    return response.json()["data"]


async def follow(
    api: HasClients, callback_id: str, *, last_event_id: int | None = None, until: str | None = None
) -> list[Frame]:
    """The frames of a job's stream, to its end or until it enters a stage."""
    made = await session(api, callback_id)
    headers = {} if last_event_id is None else {"Last-Event-ID": str(last_event_id)}
    frames: list[Frame] = []
    async with api.anonymous.stream("GET", made["stream_url"], headers=headers) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        number = 0
        async for line in response.aiter_lines():
            if line.startswith("id: "):
                number = int(line[4:])
            elif line.startswith("data: "):
                frames.append(Frame(number, parse_event(line[6:])))
                if until is not None and getattr(frames[-1].event, "stage", None) == until:
                    break
    return frames
