"""When a request is sent again, and how long to wait before (RFC 9110, section 10.2.3: Retry-After)."""

from __future__ import annotations

import random
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

RETRIED_STATUSES = frozenset({429, 500, 502, 503, 504})
# The year's quota does not come back by waiting a minute (CONTRACT section 4).
NEVER_RETRIED_CODES = frozenset({"USAGE_LIMIT_EXCEEDED"})


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how patiently a request is repeated.

    Args:
        attempts: how often it is sent at most, the first time included.
        base: seconds before the first repetition; doubled each time.
        cap: most seconds between two attempts when the server names no time.
        max_retry_after: a longer ``Retry-After`` is not waited for: the error says how long it would be.
    """

    attempts: int = 5
    base: float = 0.5
    cap: float = 8.0
    max_retry_after: float = 60.0

    def backoff(self, attempt: int, chance: random.Random) -> float:
        """Seconds to wait after attempt number ``attempt`` (from 1): exponential, between half and the whole of it.

        Example:
            >>> 1.0 <= RetryPolicy().backoff(3, random.Random(1)) <= 2.0
            True
        """
        full = min(self.cap, self.base * 2 ** (attempt - 1))
        return full * (0.5 + chance.random() / 2)

    def delay(self, attempt: int, retry_after: float | None, chance: random.Random) -> float | None:
        """Seconds to wait before the next attempt, or None when the request is given up."""
        if attempt >= self.attempts:
            return None
        if retry_after is None:
            return self.backoff(attempt, chance)
        return retry_after if retry_after <= self.max_retry_after else None


def parse_retry_after(value: str | None, now: float) -> float | None:
    """Seconds named by a ``Retry-After`` header (a number or an HTTP date); None when absent or unreadable.

    ``now`` is unix time.

    Example:
        >>> parse_retry_after("12", now=0), parse_retry_after("Thu, 01 Jan 1970 00:00:30 GMT", now=10)
        (12.0, 20.0)
    """
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except ValueError:
        return None


__all__ = ["NEVER_RETRIED_CODES", "RETRIED_STATUSES", "RetryPolicy", "parse_retry_after"]
