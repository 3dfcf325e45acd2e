"""What is not kept for ever: uploads, chunks of files that were never completed, and what stages of jobs handed on.

Decks, their pictures and the outcomes of jobs stay: they are what people came for.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from sqlalchemy import delete

from prezent_widgets.server.store.database import Database
from prezent_widgets.server.store.files import Files
from prezent_widgets.server.store.tables import chunks, uploads

log = logging.getLogger(__name__)

_DAY = 86_400.0
# A file is written a moment before its row: it goes later, so that no row is left without its file.
_MARGIN = 3600.0


class Retention:
    """Removes what is older than ``days``, at the start and then daily.

    Args:
        database: where uploads and chunks are listed.
        files: where their content lies.
        days: how long they are kept.
        clock: unix time.

    Example:
        >>> await Retention(database, files, days=30).sweep()          # doctest: +SKIP
        12
    """

    def __init__(self, database: Database, files: Files, *, days: int, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._files = files
        self._seconds = days * _DAY
        self._clock = clock
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to sweep, without waiting for it."""
        self._task = asyncio.create_task(self._daily())

    async def stop(self) -> None:
        """End; a sweep under way is left where it is, the next one goes on."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def sweep(self) -> int:
        """Remove what is too old; how many files that were."""
        limit = self._clock() - self._seconds
        async with self._database.write() as connection:
            for table in (chunks, uploads):
                await connection.execute(delete(table).where(table.c.created_at < limit))
        old = [path for folder in ("chunks", "uploads", "jobs") for path in await self._old(folder, limit - _MARGIN)]
        await self._files.delete_async(old)
        return len(old)

    async def _old(self, folder: str, limit: float) -> list[str]:
        found = await self._files.older_than(folder, limit)
        return [path for path in found if folder != "jobs" or path.endswith(".pickle") or "/texts/" in path]

    async def _daily(self) -> None:
        while True:
            try:
                removed = await self.sweep()
                if removed:
                    log.info("Removed %d files that were older than %d days", removed, self._seconds // _DAY)
            except Exception:
                log.exception("What is too old could not be removed; the next try is in a day")
            await asyncio.sleep(_DAY)


__all__ = ["Retention"]
