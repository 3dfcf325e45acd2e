"""Walking through lists that come in pages (CONTRACT section 6)."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import TypeVar

from prezent_widgets.errors import PrezentError

T = TypeVar("T")


async def walk(fetch: Callable[[str | None], Awaitable[tuple[Sequence[T], str | None]]]) -> AsyncGenerator[T, None]:
    """Every item of a list: ``fetch(cursor)`` answers one page and the cursor of the next, None at the end.

    Raises:
        PrezentError: the server gave the same cursor twice, which would never end.
    """
    cursor: str | None = None
    seen: set[str] = set()
    while True:
        items, cursor = await fetch(cursor)
        for item in items:
            yield item
        if not cursor:
            return
        if cursor in seen:
            raise PrezentError("The server's list does not end: it gave the same page mark twice.")
        seen.add(cursor)


__all__ = ["walk"]
