"""Server-sent events, read as the WHATWG HTML standard says (section 9.2, "Server-sent events")."""

from __future__ import annotations

import codecs
from collections.abc import AsyncGenerator, AsyncIterable
from dataclasses import dataclass

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Frame:
    """One dispatched event. ``id`` is the last event id when it was dispatched, empty when none was ever sent."""

    event: str
    data: str
    id: str = ""


class Parser:
    r"""Turns bytes, cut anywhere, into frames.

    ``last_event_id`` and ``retry_ms`` are what a reconnection needs; they survive :meth:`restart`.

    Example:
        >>> Parser().feed(b"id: 1\nevent: progress\ndata: {}\n\n")
        [Frame(event='progress', data='{}', id='1')]
    """

    def __init__(self, last_event_id: str = "") -> None:
        self.last_event_id = last_event_id
        self.retry_ms: int | None = None
        self.restart()

    def restart(self) -> None:
        """Begin a new connection: what was half received is dropped."""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._pending = ""
        self._at_start = True
        self._skip_newline = False
        self._id_buffer = self.last_event_id
        self._event = ""
        self._data: list[str] = []

    def feed(self, chunk: bytes) -> list[Frame]:
        """The frames that ``chunk`` completes."""
        text = self._decoder.decode(chunk)
        if self._at_start and text:
            self._at_start = False
            text = text.removeprefix(_BOM)
        frames: list[Frame] = []
        for line in self._lines(text):
            frame = self._line(line)
            if frame is not None:
                frames.append(frame)
        return frames

    def _lines(self, text: str) -> list[str]:
        # Lines end with CRLF, LF or CR. A CR that ends a chunk ends its line at once; a LF after it is skipped.
        if self._skip_newline and text:
            text = text.removeprefix("\n")
            self._skip_newline = False
        if not text:
            return []
        self._skip_newline = text.endswith("\r")
        *lines, self._pending = (self._pending + text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
        return lines

    def _line(self, line: str) -> Frame | None:
        if not line:
            return self._dispatch()
        name, colon, value = line.partition(":")
        if colon and not name:
            return None  # a comment, such as a heartbeat
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id_buffer = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self.retry_ms = int(value)
        return None

    def _dispatch(self) -> Frame | None:
        self.last_event_id = self._id_buffer
        data, event = self._data, self._event
        self._data, self._event = [], ""
        return Frame(event=event or "message", data="\n".join(data), id=self.last_event_id) if data else None


async def frames(chunks: AsyncIterable[bytes], parser: Parser) -> AsyncGenerator[Frame, None]:
    """The frames of one connection, as they are completed."""
    parser.restart()
    async for chunk in chunks:
        for frame in parser.feed(chunk):
            yield frame


__all__ = ["Frame", "Parser", "frames"]
