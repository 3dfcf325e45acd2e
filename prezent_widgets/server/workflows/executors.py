"""Which server processes on a data folder are alive, told by file locks; the jobs of dead ones are taken over.

Every process has an id and holds an exclusive lock on ``<id>.lock`` for as long as it lives. The operating system lets
go of the lock when the process ends, however it ends, so a lock that can be had belongs to a dead process.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


class Executor:
    """A held lock: this process's own, or that of a dead one whose jobs are being taken over."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @property
    def id(self) -> str:
        """The id that DBOS writes into every workflow the process runs."""
        return self._path.stem

    def release(self) -> None:
        """Give the lock up and remove its file: the executor leaves nothing behind."""
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(self._descriptor)
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)

    def abandon(self) -> None:
        """Give the lock up and leave its file, so that the next process finds what is unfinished."""
        os.close(self._descriptor)


def _take(path: Path) -> Executor | None:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None
    # Between opening and locking another process may have cleaned the file away: the lock must be on the file that
    # others will find under this name.
    if _lock(descriptor) and path.exists() and os.path.samestat(os.fstat(descriptor), path.stat()):
        return Executor(path, descriptor)
    os.close(descriptor)
    return None


def enter(folder: Path) -> Executor:
    """Announce this process."""
    folder.mkdir(parents=True, exist_ok=True)
    while True:
        executor = _take(folder / f"{uuid4().hex}.lock")
        if executor is not None:
            return executor


def dead(folder: Path, own: Executor) -> Iterator[Executor]:
    """The executors whose processes have ended, each locked so that nobody else takes them over as well."""
    for path in sorted(folder.glob("*.lock")):
        if path.stem != own.id and path.exists():
            executor = _take(path)
            if executor is not None:
                yield executor


__all__ = ["Executor", "dead", "enter"]
