"""How a route says no: one exception, which becomes the error envelope (CONTRACT section 2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from prezent_widgets.contract.errors import ErrorCode


class Problem(Exception):
    """A request cannot be served. ``details`` is what stands under ``error.details``, always an object.

    Example:
        >>> Problem(ErrorCode.MISSING_PROMPT, "Say what the deck is about.", listed=["prompt is missing"]).details
        {'details': ['prompt is missing']}
    """

    def __init__(
        self,
        code: ErrorCode,
        message: str,
        *,
        listed: Sequence[str] = (),
        details: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        # A list of sentences under details.details is what published clients show (CONTRACT section 2).
        self.details: dict[str, Any] = {**({"details": list(listed)} if listed else {}), **(details or {})}


def not_found(noun: str, identifier: str) -> Problem:
    """The 404 for an id that does not exist, or belongs to somebody else: the two look the same from outside."""
    return Problem(ErrorCode.RESOURCE_NOT_FOUND, f"There is no {noun} {identifier!r}.")


__all__ = ["Problem", "not_found"]
