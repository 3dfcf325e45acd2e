"""HTTP without a socket: an ASGI application as an httpx transport that really streams.

The stock transport hands a body over when the application has ended; here each body message passes through a queue as
soon as it is sent, a slow reader slows the application down, and closing the response tells it that the client is gone.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any

import httpx

from prezent_widgets.contract.envelope import failure
from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.errors import PrezentError

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Message, Receive, Send], Awaitable[None]]

_LOG = logging.getLogger(__name__)
_QUEUED_MESSAGES = 16
_END: Message = {"type": "http.response.end"}


async def _chunks(request: httpx.Request) -> AsyncGenerator[bytes, None]:
    if isinstance(request.stream, httpx.AsyncByteStream):
        async for chunk in request.stream:
            if chunk:
                yield chunk


class _Exchange:
    """One request and its answer on their way between the client and the application."""

    def __init__(self, request: httpx.Request) -> None:
        self._chunks = _chunks(request)
        self._ahead: bytes | None = b""
        self._begun = False
        self.gone = asyncio.Event()
        self.messages: asyncio.Queue[Message] = asyncio.Queue(_QUEUED_MESSAGES)

    async def receive(self) -> Message:
        if not self._begun:
            self._begun = True
            self._ahead = await anext(self._chunks, b"")
        if self._ahead is not None and not self.gone.is_set():
            # One piece is read ahead, so that the last one can say that it is the last.
            piece, self._ahead = self._ahead, await anext(self._chunks, None)
            return {"type": "http.request", "body": piece, "more_body": self._ahead is not None}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        # What is sent to a client that has gone is dropped, as servers do; the application learns of it from receive().
        if self.gone.is_set():
            return
        put = asyncio.ensure_future(self.messages.put(message))
        gone = asyncio.ensure_future(self.gone.wait())
        try:
            await asyncio.wait({put, gone}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            put.cancel()
            gone.cancel()

    async def next_message(self, timeout: float | None, task: asyncio.Task[None]) -> Message:
        """The application's next message; ``_END`` when it has ended. Its exception is raised, if it had one."""
        if self.messages.empty() and not task.done():
            get = asyncio.ensure_future(self.messages.get())
            try:
                await asyncio.wait({get, task}, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
                if get.done():
                    return get.result()
            finally:
                get.cancel()
        if not self.messages.empty():
            return self.messages.get_nowait()
        if not task.done():
            raise httpx.ReadTimeout("The application sent nothing in time.")
        task.result()
        return _END


class _Body(httpx.AsyncByteStream):
    def __init__(self, exchange: _Exchange, task: asyncio.Task[None], timeout: float | None) -> None:
        self._exchange = exchange
        self._task = task
        self._timeout = timeout

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            try:
                message = await self._exchange.next_message(self._timeout, self._task)
            except httpx.HTTPError:
                raise
            except Exception as error:
                raise httpx.ReadError(f"The application failed while answering: {error!r}") from error
            if message is _END:
                return
            if message["type"] == "http.response.body":
                if message.get("body"):
                    yield bytes(message["body"])
                if not message.get("more_body", False):
                    return

    async def aclose(self) -> None:
        self._exchange.gone.set()


def _failed(message: str) -> httpx.Response:
    status, body = failure(ErrorCode.INTERNAL_SERVER_ERROR, message)
    return httpx.Response(status, json=body)


def _scope(request: httpx.Request) -> Message:
    url = request.url
    default_port = 443 if url.scheme == "https" else 80
    return {
        "type": "http",
        # What is sent to a client that has gone is dropped, as version 2.3 has it; from 2.4 on it would have to raise,
        # and an application would wait for that instead of watching for the client's leaving.
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.method,
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "scheme": url.scheme,
        "path": url.path,
        "raw_path": url.raw_path.split(b"?", 1)[0],
        "query_string": url.query,
        "server": (url.host, url.port or default_port),
        "client": ("127.0.0.1", 0),
        "root_path": "",
        "state": {},
    }


class InProcessTransport(httpx.AsyncBaseTransport):
    """Requests go to ``app`` directly, on the event loop that makes them.

    The application's lifespan is the caller's business; ``on_close`` runs when the transport is closed, after every
    request has been told that its client is gone and has ended.
    """

    def __init__(self, app: AsgiApp, *, on_close: Callable[[], Awaitable[None]] | None = None) -> None:
        self._app = app
        self._on_close = on_close
        self._running: dict[asyncio.Task[None], _Exchange] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Run the application for one request and answer as soon as its response starts."""
        exchange = _Exchange(request)
        task = asyncio.ensure_future(self._run(_scope(request), exchange))
        self._running[task] = exchange
        task.add_done_callback(self._ended)
        timeout = request.extensions.get("timeout", {}).get("read")
        try:
            message = await exchange.next_message(timeout, task)
        except httpx.TimeoutException:
            exchange.gone.set()
            raise
        except asyncio.CancelledError:
            exchange.gone.set()
            raise
        except PrezentError:
            raise  # said for people already: a folder that cannot be used, for one
        except Exception as error:  # noqa: BLE001 - logged by _ended; a server would answer 500 here, and so do we
            return _failed(f"The application failed: {error!r}")
        if message is _END:
            return _failed("The application ended without an answer.")
        return httpx.Response(
            message["status"], headers=message.get("headers", []), stream=_Body(exchange, task, timeout)
        )

    async def _run(self, scope: Message, exchange: _Exchange) -> None:
        await self._app(scope, exchange.receive, exchange.send)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.pop(task, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            _LOG.error("The application failed while answering a request.", exc_info=error)

    async def aclose(self) -> None:
        """Tell every running request that its client is gone, wait a moment for them, then close the application."""
        for exchange in self._running.values():
            exchange.gone.set()
        if self._running:
            _, late = await asyncio.wait(set(self._running), timeout=2.0)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if self._on_close is not None:
            await self._on_close()


__all__ = ["AsgiApp", "InProcessTransport"]
