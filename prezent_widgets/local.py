"""A client over the embedded server: no account, no key, no network, no port.

The server runs on an event loop in a thread of its own, so that it goes on while a notebook cell computes, serves
clients of several event loops, and outlives an ``asyncio.run``. One server runs in a process; every client of the same
data folder shares it, and it stops with the last of them, or with the process.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
import weakref
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import Future
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from prezent_widgets.errors import InputError, OutputError
from prezent_widgets.server.auth.secrets import new_key
from prezent_widgets.server.settings import Settings, default_data_dir
from prezent_widgets.server.workflows.pool import Pool

if TYPE_CHECKING:
    from fastapi import FastAPI

    from prezent_widgets.client import Client

log = logging.getLogger(__name__)

_BASE_URL = "http://prezent.local"

_T = TypeVar("_T")
_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]

_guard = threading.Lock()
_running: _Embedded | None = None
_last: _Embedded | None = None  # the newest server, also when it is stopping: the next one waits for it


def connect(data_dir: str | Path | None = None) -> Client:
    """A client: of the hosted API when ``PREZENT_API_KEY`` is set and no folder is given, else of the embedded server.

    The embedded server starts in the background at once and is usually ready when the first request is.
    ``PREZENT_API_URL`` names another address than the hosted API's.

    Args:
        data_dir: where decks and jobs are kept; by default ``PREZENT_DATA``, else a folder of the user's own.

    Raises:
        OutputError: the folder cannot be made or written to.
        InputError: this process already has an open client on another folder.

    Example:
        >>> async with connect() as client:                              # doctest: +SKIP
        ...     deck = await client.generate("Q3 review", sources=["sales.csv"])
    """
    if data_dir is None and (key := os.environ.get("PREZENT_API_KEY")):
        from prezent_widgets.client.client import HOSTED_URL, Client

        return Client(os.environ.get("PREZENT_API_URL") or HOSTED_URL, key)
    folder = Path(data_dir).expanduser() if data_dir is not None else default_data_dir()
    door = _open(_writable(folder))  # first of all: the server starts while the client is imported
    from prezent_widgets.client.client import Client
    from prezent_widgets.client.in_process import InProcessTransport
    from prezent_widgets.sources import SUPPORTED

    return Client(_BASE_URL, door.key, transport=InProcessTransport(door, on_close=door.close), reads=SUPPORTED)


def _writable(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The data folder {folder} cannot be made: {error.strerror}.", hint="Give another one as data_dir."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"The data folder {folder} cannot be written to.", hint="Give another one as data_dir.")
    return folder.resolve()


def _open(folder: Path) -> _Door:
    global _running, _last
    with _guard:
        if _running is None:
            _running = _last = _Embedded(folder, after=_last)
        elif _running.folder != folder:
            raise InputError(
                f"This process already works on {_running.folder}.",
                hint="Close that client first (await client.aclose()), or use the same folder.",
                field="data_dir",
            )
        _running.doors += 1
        return _Door(_running)


def _leave(server: _Embedded) -> threading.Thread | None:
    """One client fewer; the thread of the server when that was the last and it is stopping."""
    global _running
    with _guard:
        server.doors -= 1
        if server.doors > 0 or _running is not server:
            return None
        _running = None
        server.stop()
        return server.thread


class _Door:
    """The ASGI application that one client holds: it passes everything on to the server's own loop."""

    def __init__(self, server: _Embedded) -> None:
        self._server = server
        self.key = server.key
        # A client that is dropped instead of closed must not keep the server running.
        self._left = weakref.finalize(self, _leave, server)

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        here = asyncio.get_running_loop()
        await asyncio.wrap_future(self._server.ready)

        async def receive_here() -> _Message:
            return await _elsewhere(here, receive, {"type": "http.disconnect"})

        async def send_here(message: _Message) -> None:
            await _elsewhere(here, lambda: send(message), None)

        work = asyncio.run_coroutine_threadsafe(self._server.handle(scope, receive_here, send_here), self._server.loop)
        await asyncio.wrap_future(work)

    async def close(self) -> None:
        """Leave; waits for the server to stop when this was its last client."""
        if self._left.detach() is not None:
            thread = _leave(self._server)
            if thread is not None:
                await asyncio.to_thread(thread.join)


async def _elsewhere(loop: asyncio.AbstractEventLoop, call: Callable[[], Awaitable[_T]], if_ended: _T) -> _T:
    """The outcome of ``call()`` on a client's loop; ``if_ended`` when that loop ends first: its client has gone."""
    outcome: Future[_T] = Future()

    async def run() -> None:
        if outcome.set_running_or_notify_cancel():
            try:
                outcome.set_result(await call())
            except asyncio.CancelledError:
                outcome.set_result(if_ended)
                raise
            except Exception as error:  # noqa: BLE001 - raised where the outcome is awaited
                outcome.set_exception(error)

    # The coroutine is made over there: one made here, which an ending loop never comes to, would be warned of.
    kept: list[asyncio.Task[None]] = []
    try:
        loop.call_soon_threadsafe(lambda: kept.append(loop.create_task(run())))
    except RuntimeError:
        return if_ended
    return await asyncio.wrap_future(outcome)


class _Embedded:
    """The server and its thread."""

    def __init__(self, folder: Path, *, after: _Embedded | None) -> None:
        self.folder = folder
        self._after = after.thread if after is not None else None
        self.key = new_key()
        self.doors = 0
        self.loop = asyncio.new_event_loop()
        self.ready: Future[FastAPI] = Future()
        self._stopping = asyncio.Event()
        self._unwanted = False
        self._requests: set[asyncio.Task[None]] = set()
        self.thread = threading.Thread(target=self._run, name="prezent-server", daemon=True)
        self.thread.start()

    async def handle(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        """Answer one request, on the server's own loop."""
        task = asyncio.current_task()
        assert task is not None
        self._requests.add(task)
        try:
            await self.ready.result()(scope, receive, send)
        finally:
            self._requests.discard(task)

    def stop(self) -> None:
        """Ask the server to stop; join ``thread`` to wait for it."""
        self._unwanted = True
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._stopping.set)

    def _run(self) -> None:
        if self._after is not None:
            self._after.join()
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(self._serve())
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        finally:
            self.loop.close()

    async def _serve(self) -> None:
        pool: Pool | None = None
        try:
            settings = Settings(data_dir=self.folder)
            pool = Pool.of(settings)
            pool.warm()  # in a process of its own, while this one imports the server
            from prezent_widgets.server.app import create_app

            if self._unwanted:  # the process ended, or its client was closed, while the libraries were being loaded
                raise RuntimeError("The embedded server was stopped before it had started.")
            app = create_app(settings, embedded_key=self.key, pool=pool)
            running = app.router.lifespan_context(app)
            await running.__aenter__()
        except BaseException as error:
            if pool is not None:
                pool.close()
            if not self._unwanted:
                log.exception("The embedded server could not start")
            self.ready.set_exception(error)
            return
        self.ready.set_result(app)
        await self._stopping.wait()
        requests = list(self._requests)
        for task in requests:
            task.cancel()
        await asyncio.gather(*requests, return_exceptions=True)
        await running.__aexit__(None, None, None)


def _at_exit() -> None:
    server = _last
    if server is not None:
        server.stop()
        server.thread.join(timeout=10)


# Ordinary exit handlers run too late: the interpreter first joins the threads that wait for engine processes, and so
# for running jobs. These run before, the last registered first; thread pools must have registered theirs already.
# (The interface has no public name; concurrent.futures uses it the same way.)
import_module("concurrent.futures.thread")
threading._register_atexit(_at_exit)  # pyright: ignore[reportAttributeAccessIssue]


__all__ = ["connect"]
