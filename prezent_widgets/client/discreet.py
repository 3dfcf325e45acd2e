"""Signed addresses hold their permission in the query: no log line of httpx may show it.

httpx says each address it asks, at level INFO. Inside :func:`discreet` the query is taken off before any handler sees
the line; what else a program does with httpx is logged as ever.
"""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

_ours: ContextVar[bool] = ContextVar("prezent_widgets_request", default=False)


class _WithoutQuery(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if _ours.get() and isinstance(record.args, tuple):
            record.args = tuple(_without_query(each) for each in record.args)
        return True


def _without_query(value: object) -> object:
    return value if isinstance(value, int) else str(value).partition("?")[0]


@contextmanager
def discreet() -> Generator[None]:
    """Requests made inside are logged without the queries of their addresses.

    Example:
        >>> with discreet():                                          # doctest: +SKIP
        ...     await http.get("https://api.example/files/deck.pptx?signature=secret")
    """
    before = _ours.set(True)
    try:
        yield
    finally:
        _ours.reset(before)


# On the logger and not on a handler: handlers are the program's affair. A second import does not add a second filter.
logging.getLogger("httpx").addFilter(_WithoutQuery())

__all__ = ["discreet"]
