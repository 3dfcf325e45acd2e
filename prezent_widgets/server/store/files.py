"""Bytes by path: uploads, what the stages of a job hand on, decks, pictures. A local folder, through obstore.

Writing is atomic (a temporary file, then a rename) and idempotent: a step that runs twice leaves the same object.
"""

from __future__ import annotations

from pathlib import Path

import obstore
from obstore.store import LocalStore


class Files:
    """The file store. Paths are relative, with forward slashes; a missing one raises FileNotFoundError.

    Example:
        >>> files = Files(Path("data"))                            # doctest: +SKIP
        >>> files.put("jobs/1/deck.pptx", b"PK")                   # doctest: +SKIP
    """

    def __init__(self, folder: Path) -> None:
        self._store = LocalStore(prefix=folder, mkdir=True)

    def put(self, path: str, data: bytes) -> None:
        """Write an object, replacing an older one."""
        obstore.put(self._store, path, data, use_multipart=False)

    def get(self, path: str) -> bytes:
        """The object's bytes."""
        return bytes(obstore.get(self._store, path).bytes())

    def exists(self, path: str) -> bool:
        """Whether there is such an object."""
        try:
            obstore.head(self._store, path)
        except FileNotFoundError:
            return False
        return True

    async def put_async(self, path: str, data: bytes) -> None:
        """As :meth:`put`, for the event loop."""
        await obstore.put_async(self._store, path, data, use_multipart=False)

    async def get_async(self, path: str) -> bytes:
        """As :meth:`get`, for the event loop."""
        found = await obstore.get_async(self._store, path)
        return bytes(await found.bytes_async())

    async def delete_async(self, paths: list[str]) -> None:
        """Remove objects; one that is not there any more is none to remove."""
        for path in paths:
            try:
                await obstore.delete_async(self._store, path)
            except FileNotFoundError:
                continue  # another server on the same folder was quicker

    async def older_than(self, folder: str, moment: float) -> list[str]:
        """The paths of the objects in a folder that were last written before ``moment`` (unix time)."""
        found: list[str] = []
        async for batch in obstore.list(self._store, folder):
            found += [each["path"] for each in batch if each["last_modified"].timestamp() < moment]
        return found


__all__ = ["Files"]
