"""The process that does the heavy work: it reads calls from its standard input and answers on its standard output.

It is started as ``python -c`` with the parent's ``sys.path``, never through ``multiprocessing``: a spawned worker of
that module imports the user's ``__main__`` again, which runs a plain script twice. Every frame is an
8-byte big-endian length and a pickle. A call is ``("module:function", arguments)``; the answer is one of::

    ("value", result)      the result
    ("refused", message)   a PrezentError: the message is for people
    ("crashed", traceback) anything else: the traceback is for the log

The worker ends when its input closes, so it never outlives the server, even one that was killed.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import struct
import sys
import threading
import traceback
from importlib import import_module
from typing import IO, Any

_HEAD = struct.Struct(">Q")


def write_frame(stream: IO[bytes], value: Any) -> None:
    """Send one value; BrokenPipeError when nobody reads any more."""
    data = pickle.dumps(value, protocol=5)
    stream.write(_HEAD.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """Receive one value; EOFError when the other side is gone."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError
    (size,) = _HEAD.unpack(head)
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)


def answer(call: tuple[str, tuple[Any, ...]]) -> tuple[str, Any]:
    """Run one call; never raises, so that a strange exception cannot end the worker."""
    from prezent_widgets.errors import PrezentError

    module, _, name = call[0].partition(":")
    try:
        return "value", getattr(import_module(module), name)(*call[1])
    except PrezentError as error:
        return "refused", str(error)
    except Exception:  # noqa: BLE001 - every failure of an engine becomes an answer, and its traceback a log entry
        return "crashed", traceback.format_exc()


def _read_calls(stream: IO[bytes], calls: queue.SimpleQueue[Any]) -> None:
    try:
        while True:
            calls.put(read_frame(stream))
    except EOFError:
        os._exit(0)  # the server is gone: stop at once, also in the middle of a computation


def main() -> None:
    """Serve calls until the input closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then stops its workers
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes to the log, not between the frames
    sys.stdout = sys.stderr
    calls: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_read_calls, args=(os.fdopen(os.dup(0), "rb"), calls), daemon=True).start()
    while True:
        result = answer(calls.get())
        try:
            write_frame(answers, result)
        except BrokenPipeError:
            os._exit(0)


__all__ = ["answer", "main", "read_frame", "write_frame"]
