"""Real processes: the command line, servers, and waiting for what they say, always with a limit."""

from __future__ import annotations

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PREZENT = Path(sys.executable).with_name("prezent")


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def prezent(
    *arguments: str | Path, folder: Path, env: Mapping[str, str] | None = None, limit: float = 180
) -> subprocess.CompletedProcess[str]:
    """Run the command line to its end in ``folder``."""
    return subprocess.run(
        [PREZENT, *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        timeout=limit,
        check=False,
    )


@dataclass
class Spoken:
    """A process whose lines are read as they come, so that a test can wait for one of them."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)
    _queue: queue.Queue[str | None] = field(default_factory=queue.Queue)
    _reader: threading.Thread | None = None

    @classmethod
    def start(cls, command: Sequence[str | Path], *, folder: Path, env: Mapping[str, str] | None = None) -> Spoken:
        """Start ``command`` in a process group of its own; stdout and stderr are one stream of lines."""
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        spoken = cls(process)
        spoken._reader = threading.Thread(target=spoken._read)
        spoken._reader.start()
        return spoken

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self._queue.put(line.rstrip("\n"))
        self._queue.put(None)

    def wait_for(self, text: str, limit: float = 60) -> str:
        """The first line from now on that contains ``text``; AssertionError when the process ends or time is up."""
        deadline = time.monotonic() + limit
        while True:
            try:
                line = self._queue.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no line with {text!r} within {limit} s:\n" + self.said()) from None
            if line is None:
                raise AssertionError(f"the process ended before it said {text!r}:\n" + self.said())
            self.lines.append(line)
            if text in line:
                return line

    def said(self) -> str:
        """Everything it said so far."""
        while not self._queue.empty():
            line = self._queue.get_nowait()
            if line is not None:
                self.lines.append(line)
        return "\n".join(self.lines)

    def kill(self) -> None:
        """kill -9, the process and every child that stayed in its group."""
        self._signal(signal.SIGKILL)
        self.process.wait(timeout=30)

    def interrupt(self) -> None:
        """What Ctrl-C does."""
        self._signal(signal.SIGINT)

    def stop(self) -> None:
        """End it in a friendly way, then in the other."""
        if self.process.poll() is None:
            self._signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                self.kill()
        if self._reader is not None:
            self._reader.join(timeout=15)

    def _signal(self, number: int) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, number)
