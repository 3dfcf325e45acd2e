"""A small API in the contract's shape, written by hand and served by uvicorn on loopback."""

from __future__ import annotations

import asyncio
import json
import socket
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import pytest
import uvicorn

from prezent_widgets.client import Client
from prezent_widgets.client.core import Core
from prezent_widgets.testing import FakeClock, build_deck

KEY = "pz_test_8c1f0a"
CREATED = "2026-11-23T20:05:00Z"
DROP = "drop the connection"
Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass
class Seen:
    """A request as it arrived."""

    verb: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Reply:
    """What is answered once instead of the usual."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "application/json"


class Api:
    """The API: ``seen`` are the requests, ``script`` makes it misbehave, ``streams`` says what each stream holds."""

    def __init__(self) -> None:
        self.base = ""
        self.seen: list[Seen] = []
        self.scripts: dict[tuple[str, str], deque[Reply]] = defaultdict(deque)
        self.streams: deque[list[str]] = deque()
        self.themes = [
            {"id": "th_1", "name": "Harbor", "code": "HB", "source": "own"},
            {"id": "th_2", "name": "Fieldnote", "code": "FN", "source": "own"},
        ]
        self.audiences = [
            {"id": "au_1", "name": "Executive", "aliases": ["C-suite"]},
            {"id": "au_2", "name": "Engineering"},
        ]
        self.statuses: deque[dict[str, Any]] = deque([self.status("success")])
        self.deck = build_deck(["Sales grew 12 %", "North leads"], notes=["Say hello."])
        self.hold: asyncio.Event | None = None

    def script(self, verb: str, path: str, *replies: Reply) -> None:
        self.scripts[verb, path].extend(replies)

    def of(self, verb: str, path: str) -> list[Seen]:
        return [seen for seen in self.seen if (seen.verb, seen.path) == (verb, path)]

    @staticmethod
    def status(state: str, **more: Any) -> dict[str, Any]:
        done = {"allSlides": [{"index": 0, "slide_id": "s0", "title": "Sales grew 12 %"}, {"index": 1, "title": "N"}]}
        return {
            "status": state,
            "callback_id": "cb",
            "fileName": "q3.pptx",
            **(done if state == "success" else {}),
            **more,
        }

    async def __call__(self, scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Send) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        headers = {name.decode(): value.decode("latin-1") for name, value in scope["headers"]}
        query = dict(parse_qsl(scope["query_string"].decode()))
        seen = Seen(scope["method"], scope["path"], query, headers, body)
        self.seen.append(seen)
        waiting = self.scripts[seen.verb, seen.path]
        if waiting:
            await self._reply(send, waiting.popleft())
        elif seen.path.startswith("/v1/streams/"):
            await self._stream(send)
        else:
            await self._reply(send, self._usual(seen))

    async def _reply(self, send: Send, reply: Reply) -> None:
        content = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
        headers = {"content-type": reply.kind, **reply.headers}
        pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": reply.status, "headers": pairs})
        await send({"type": "http.response.body", "body": content})

    async def _stream(self, send: Send) -> None:
        kind = [(b"content-type", b"text/event-stream")]
        await send({"type": "http.response.start", "status": 200, "headers": kind})
        for piece in self.streams.popleft() if self.streams else []:
            if piece == DROP:
                raise ConnectionAbortedError
            await send({"type": "http.response.body", "body": piece.encode(), "more_body": True})
        if self.hold is not None:
            await self.hold.wait()
        await send({"type": "http.response.body", "body": b""})

    def _usual(self, seen: Seen) -> Reply:
        answer = {
            "/api/v1/themes": lambda: {"success": True, "data": self.themes, "next_cursor": None},
            "/api/v1/templates": lambda: {"success": True, "data": self.themes, "next_cursor": None},
            "/api/v1/audiences": lambda: {"success": True, "result": self.audiences, "items": self.audiences},
            "/api/v1/audiences/search": lambda: {"success": True, "result": self.audiences[:1]},
            "/api/v1/upload": lambda: self._stored(seen),
            "/api/v1/preprocess": lambda: self._chunk(seen),
            "/api/v1/validate": lambda: self._checked(seen),
            "/api/v1/autogenerations": lambda: {"success": True, "data": {"callback_id": "cb", "token": "t"}},
            "/api/v1/autogenerations/cb": self._state,
            "/api/v1/autogenerations/cb/downloads": lambda: self._place(),
            "/api/v1/autogenerations/cb/cancellations": lambda: {"data": {"callback_id": "cb", "cancelled": True}},
            "/api/v1/streams/sessions": lambda: self._session(seen),
            "/health": lambda: {"success": True, "message": "ok", "data": {"category": seen.query.get("category")}},
            "/test": lambda: {"success": True, "data": {"message": "hello"}},
        }.get(seen.path)
        if seen.path == "/files/q3.pptx":
            return Reply(body=self.deck, kind="application/octet-stream")
        if seen.path.startswith("/files/"):
            return Reply(body=f"<svg>{seen.path}</svg>".encode(), kind="image/svg+xml")
        if answer is None:
            return error(404, "ENDPOINT_NOT_FOUND", "There is no such path.")
        return Reply(status=201 if seen.path.endswith("sessions") else 200, body=answer())

    def _state(self) -> dict[str, Any]:
        data = self.statuses[0] if len(self.statuses) == 1 else self.statuses.popleft()
        return {"success": True, "data": data, "status": "success"}

    def _stored(self, seen: Seen) -> dict[str, Any]:
        name = seen.json["fileName"]
        file = {"file_id": f"id:{name}", "file_name": name, "file_type": "t", "s3_path": "p", "s3_bucket": "b"}
        return {"success": True, "data": {"file": file}}

    def _chunk(self, seen: Seen) -> dict[str, Any]:
        identifier, name = seen.json["requestIdentifier"], seen.json["fileName"]
        return {"success": True, "data": {"request_identifier": identifier, "file_name": name}}

    def _checked(self, seen: Seen) -> dict[str, Any]:
        files = [
            {"uuid": uuid, "file_id": uuid, "file_name": name, "valid": True, "status": "success"}
            for uuid, name in seen.json["fileIdentifiers"].items()
        ]
        return {"success": True, "data": {"files": files}}

    def _place(self) -> dict[str, Any]:
        url = f"{self.base}/files/q3.pptx?token=signed"
        return {"success": True, "data": {"status": "success", "download_url": url, "output_file": "q3.pptx"}}

    def _session(self, seen: Seen) -> dict[str, Any]:
        return self.session_of(seen.json["callback_id"])

    def session_of(self, callback_id: str) -> dict[str, Any]:
        url = f"{self.base}/v1/streams/{callback_id}?token=signed"
        return {"success": True, "data": {"session_id": callback_id, "stream_url": url, "expires_at": CREATED}}


def error(status: int, code: str, message: str, *, details: Any = None, headers: dict[str, str] | None = None) -> Reply:
    body = {"success": False, "data": None, "error": {"code": code, "message": message, "details": details or {}}}
    return Reply(status=status, body=body, headers=headers or {})


def sse(number: int, kind: str, **data: Any) -> str:
    status = {"completed": "success", "failed": "failed"}.get(kind, "in_progress")
    value = {"type": kind, "callback_id": "cb", "status": status, "created_at": CREATED, **data}
    return f"id: {number}\nevent: {kind}\ndata: {json.dumps(value)}\n\n"


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    """The API on a free port of loopback."""
    application = Api()
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    application.base = f"http://127.0.0.1:{listening.getsockname()[1]}"
    config = uvicorn.Config(application, lifespan="off", ws="none", log_config=None, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    yield application
    if application.hold is not None:
        application.hold.set()
    server.should_exit = True
    await serving
    listening.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def client(api: Api, clock: FakeClock) -> AsyncIterator[Client]:
    async with Client(api.base, KEY, clock=clock) as client:
        yield client


@pytest.fixture
async def core(api: Api, clock: FakeClock) -> AsyncIterator[Core]:
    core = Core(api.base, KEY, clock=clock)
    yield core
    await core.aclose()


class Kit:
    """What tests need beside the fixtures (test modules cannot import this file)."""

    key = KEY
    drop = DROP
    reply = Reply
    error = staticmethod(error)
    sse = staticmethod(sse)


@pytest.fixture
def kit() -> type[Kit]:
    return Kit
