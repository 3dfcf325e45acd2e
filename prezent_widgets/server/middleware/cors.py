"""Every answer may be read from any origin (CONTRACT section 1): access is by key or signed address, not by cookie."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ANY = (b"access-control-allow-origin", b"*")
_PREFLIGHT = [
    _ANY,
    (b"access-control-allow-methods", b"GET, POST, PUT, PATCH, DELETE, OPTIONS"),
    (b"access-control-allow-headers", b"authorization, content-type, idempotency-key, last-event-id"),
    (b"access-control-max-age", b"86400"),
]


class AnyOrigin:
    """Adds the header, and answers preflight requests."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        names = {name for name, _ in scope["headers"]}
        if scope["method"] == "OPTIONS" and b"access-control-request-method" in names:
            await send({"type": "http.response.start", "status": 204, "headers": _PREFLIGHT})
            await send({"type": "http.response.body", "body": b""})
            return

        async def send_open(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), _ANY]}
            await send(message)

        await self._app(scope, receive, send_open)


__all__ = ["AnyOrigin"]
