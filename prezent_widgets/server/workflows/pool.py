"""A few warm engine processes, each doing one call at a time; a call can be ended by ending its process.

``concurrent.futures.ProcessPoolExecutor`` was tried first: it imports the user's ``__main__`` in its workers, one
exception that does not unpickle breaks the whole pool, and a running call cannot be ended.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from prezent_widgets.server.settings import Settings
from prezent_widgets.server.workflows.worker import read_frame, write_frame

log = logging.getLogger(__name__)

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from prezent_widgets.server.workflows.worker import main; main()"
)


_WARM_UP = "prezent_widgets.server.workflows.tasks:warm_up"


class TaskRefused(Exception):
    """The engine could not do it with what it was given; the message is for people."""


class TaskCrashed(Exception):
    """The engine failed; the message is a traceback for the log."""


class TaskStopped(BaseException):
    """The call was ended on purpose (a cancelled job, a stopping server).

    Not an ``Exception``: nothing on the way, DBOS included, may record it as the outcome of a step, so that a job cut
    short by a stopping server is still pending when the next one starts.
    """


class Pool:
    """Runs functions, named ``"module:function"``, in other processes.

    Args:
        workers: most processes at a time; they are started when needed and kept.
        log_file: where their standard error goes.

    Example:
        >>> pool = Pool(workers=1, log_file=Path("workers.log"))  # doctest: +SKIP
        >>> pool.run("job-1", "math:factorial", 5)                # doctest: +SKIP
        120
    """

    def __init__(self, *, workers: int, log_file: Path) -> None:
        self._limit = workers
        self._log_file = log_file
        self._changed = threading.Condition()
        self._idle: list[subprocess.Popen[bytes]] = []
        self._busy: dict[subprocess.Popen[bytes], str] = {}
        self._stopped_jobs: set[str] = set()
        self._closed = False
        self._warming = False

    @classmethod
    def of(cls, settings: Settings) -> Pool:
        """The engine processes of a server; its folder for logs is made. No process is started yet."""
        logs = settings.data_dir / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        return cls(workers=settings.workers, log_file=logs / "workers.log")

    def run(self, job: str, task: str, *arguments: Any) -> Any:
        """The result of ``task(*arguments)``, waiting for a free process first. Blocks: call it in a thread.

        Raises:
            TaskRefused: the engine said no, with a message for people.
            TaskCrashed: the engine failed, or its process ended twice.
            TaskStopped: :meth:`stop` or :meth:`close` was called.
        """
        for last in (False, True):
            worker = self._take(job)
            try:
                assert worker.stdin is not None
                assert worker.stdout is not None
                write_frame(worker.stdin, (task, arguments))
                kind, value = read_frame(worker.stdout)
            except (EOFError, OSError):
                stopped = self._discard(worker)
                if stopped:
                    raise TaskStopped(job) from None
                if last:
                    raise TaskCrashed(f"The engine process ended while it ran {task}.") from None
                log.warning("An engine process ended while it ran %s for %s; trying once more", task, job)
                continue
            self._give_back(worker)
            if kind == "refused":
                raise TaskRefused(value)
            if kind == "crashed":
                raise TaskCrashed(value)
            return value
        raise AssertionError("unreachable")

    def stop(self, job: str) -> None:
        """End whatever runs for ``job`` now; its :meth:`run` raises TaskStopped, and so does every later one."""
        with self._changed:
            self._stopped_jobs.add(job)
            for worker, owner in self._busy.items():
                if owner == job:
                    worker.kill()
            self._changed.notify_all()

    def warm(self) -> None:
        """Start one process and let it import the engines, without waiting for it. A second call does nothing."""
        with self._changed:
            if self._warming:
                return
            self._warming = True
        threading.Thread(target=self._warm, name="prezent-warm-up", daemon=True).start()

    def close(self) -> None:
        """End every process; calls under way raise TaskStopped."""
        with self._changed:
            self._closed = True
            workers = [*self._idle, *self._busy]
            self._idle.clear()
            self._changed.notify_all()
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.wait()
            for stream in (worker.stdin, worker.stdout):
                if stream is not None and worker not in self._busy:
                    _close_quietly(stream)

    # ------------------------------------------------------------------ processes

    def _warm(self) -> None:
        try:
            self.run("warm-up", _WARM_UP)
        except (TaskCrashed, TaskRefused) as error:
            log.error("The engines could not be loaded: %s", error)
        except TaskStopped:
            return

    def _take(self, job: str) -> subprocess.Popen[bytes]:
        with self._changed:
            while True:
                if self._closed or job in self._stopped_jobs:
                    raise TaskStopped(job)
                if self._idle:
                    worker = self._idle.pop()
                    break
                if len(self._busy) < self._limit:
                    worker = self._start()
                    break
                self._changed.wait()
            self._busy[worker] = job
            return worker

    def _start(self) -> subprocess.Popen[bytes]:
        with self._log_file.open("ab") as errors:
            return subprocess.Popen(
                [sys.executable, "-c", _BOOT, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )

    def _give_back(self, worker: subprocess.Popen[bytes]) -> None:
        with self._changed:
            del self._busy[worker]
            if self._closed:
                worker.kill()
            else:
                self._idle.append(worker)
            self._changed.notify()

    def _discard(self, worker: subprocess.Popen[bytes]) -> bool:
        """Forget a process that ended; True when we ended it ourselves."""
        worker.kill()
        worker.wait()
        for stream in (worker.stdin, worker.stdout):
            if stream is not None:
                _close_quietly(stream)
        with self._changed:
            job = self._busy.pop(worker)
            self._changed.notify()
            return self._closed or job in self._stopped_jobs


def _close_quietly(stream: Any) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        log.debug("An engine process was gone before its pipe was closed")


__all__ = ["Pool", "TaskCrashed", "TaskRefused", "TaskStopped"]
