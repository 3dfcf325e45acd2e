"""Where the server's log goes: into a file of the data folder, never onto a notebook's page."""

from __future__ import annotations

import logging
from pathlib import Path

_LOGGERS = ("prezent_widgets.server", "prezent_widgets.local", "dbos")
_FORMAT = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"


class LogFile:
    """Sends what the server and DBOS have to say to ``server.log``.

    DBOS would otherwise add a console handler of its own: it does so only when its logger has none.
    """

    def __init__(self, path: Path) -> None:
        self._handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        self._handler.setFormatter(logging.Formatter(_FORMAT))

    def open(self) -> None:
        """Begin."""
        for name in _LOGGERS:
            logging.getLogger(name).addHandler(self._handler)
        logging.getLogger("dbos").propagate = False

    def close(self) -> None:
        """End, and close the file."""
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(self._handler)
        self._handler.close()


__all__ = ["LogFile"]
