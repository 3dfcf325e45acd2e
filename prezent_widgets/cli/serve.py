"""``prezent serve``: the API on a port."""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import uvicorn

from prezent_widgets.cli.report import emit, say
from prezent_widgets.errors import InputError

# How long open event streams may hold up the end, in seconds: their readers come back with Last-Event-ID.
GRACE = 3


class _Announcing(uvicorn.Server):
    """Says where it listens once it does: a program that started it can wait for that line."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            emit(self._address)


def serve_api(*, host: str | None, port: int | None, data: Path | None) -> None:
    """Serve until Ctrl-C. What is not given comes from ``PREZENT_*`` variables (docs/reference/settings.md).

    Raises:
        InputError: the port is taken or the address is not ours.
    """
    from prezent_widgets.server.settings import Settings
    from prezent_widgets.server.workflows.pool import Pool

    settings = Settings.from_environment()
    if host is not None:
        settings = replace(settings, host=host)
    if port is not None:
        settings = replace(settings, port=port)
    if data is not None:
        settings = replace(settings, data_dir=data)
    with _listen(settings.host, settings.port) as listening:
        settings = replace(settings, port=listening.getsockname()[1])
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        address = f"http://{shown}:{settings.port}"
        pool = Pool.of(settings)
        pool.warm()  # in a process of its own, while this one imports the server
        from prezent_widgets.server.app import create_app

        config = uvicorn.Config(
            create_app(settings, pool=pool), log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE
        )
        say(f"Jobs and files are kept in {settings.data_dir}. Keys: prezent keys create. Ctrl-C stops.")
        # Ctrl-C is how a server is meant to end: no failure.
        with suppress(KeyboardInterrupt):
            _Announcing(config, address).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "Choose another one with --port, or 0 for a free one."
        raise InputError(f"Cannot listen on {host}:{port}: {reason}.", hint=hint) from None


__all__ = ["serve_api"]
