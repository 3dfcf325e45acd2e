"""Files between kernel and page, in messages of at most 1 MB, each acknowledged.

A notebook's socket drops messages near 10 MB and counts what waits in line, so nothing is sent before the last piece
came in.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from prezent_widgets.errors import SourceError

CHUNK_BYTES = 1_000_000
UPLOAD_LIMIT_BYTES = 25_000_000
_PATIENCE_SECONDS = 60.0


class Outgoing:
    """Sends files to the page as ``chunk`` messages; ``chunk_ack`` answers each."""

    def __init__(self, send: Callable[..., None]) -> None:
        self._send = send
        self._waiting: dict[tuple[str, int], asyncio.Future[None]] = {}

    async def send_file(self, name: str, data: bytes) -> None:
        """Send all of it. Given up, silently for the page, when nobody acknowledges for a minute (it has gone)."""
        transfer = uuid.uuid4().hex
        pieces = [data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES)] or [b""]
        for place, piece in enumerate(pieces):
            heard = self._waiting[(transfer, place)] = asyncio.get_running_loop().create_future()
            try:
                head = {"kind": "chunk", "id": transfer, "seq": place, "count": len(pieces), "name": name}
                self._send(head, [piece])
                await asyncio.wait_for(heard, _PATIENCE_SECONDS)
            finally:
                del self._waiting[(transfer, place)]

    def acknowledged(self, message: dict[str, Any]) -> None:
        """Take note of an acknowledgement."""
        heard = self._waiting.get((str(message.get("id")), int(message.get("seq", -1))))
        if heard is not None and not heard.done():
            heard.set_result(None)


@dataclass(slots=True)
class _Arriving:
    name: str
    size: int
    pieces: list[bytes] = field(default_factory=list[bytes])


class Incoming:
    """Puts files together that the page sends as ``upload`` messages (id, name, size, seq, count; one buffer)."""

    def __init__(self) -> None:
        self._files: dict[str, _Arriving] = {}

    def take(self, message: dict[str, Any], buffers: list[memoryview]) -> tuple[str, bytes] | None:
        """The file's name and bytes once its last piece is here, else None.

        Raises:
            SourceError: the file is too large, empty, or a piece is missing.
        """
        transfer, name = str(message["id"]), str(message["name"])
        place, count, size = int(message["seq"]), int(message["count"]), int(message["size"])
        if place == 0:
            self._files[transfer] = _Arriving(name, size)
        arriving = self._files.get(transfer)
        if arriving is None or place != len(arriving.pieces):
            self._files.pop(transfer, None)
            raise SourceError(name, "arrived with a piece missing", hint="Add the file again.")
        if size > UPLOAD_LIMIT_BYTES:
            del self._files[transfer]
            limit = UPLOAD_LIMIT_BYTES // 1_000_000
            raise SourceError(
                name, f"is too large for the page ({limit} MB at most)", hint="Give its path in sources=."
            )
        arriving.pieces.append(bytes(buffers[0]) if buffers else b"")
        if place < count - 1:
            return None
        del self._files[transfer]
        data = b"".join(arriving.pieces)
        if not data:
            raise SourceError(name, "is empty (0 bytes)", hint="Check the file, or leave it out.")
        if len(data) != size:
            raise SourceError(name, "arrived with a piece missing", hint="Add the file again.")
        return name, data


__all__ = ["CHUNK_BYTES", "UPLOAD_LIMIT_BYTES", "Incoming", "Outgoing"]
