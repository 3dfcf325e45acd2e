from __future__ import annotations

import random

import pytest

from prezent_widgets.client.retry import RetryPolicy, parse_retry_after


def test_pauses_double_up_to_a_cap_and_are_never_less_than_half() -> None:
    chance = random.Random(7)
    policy = RetryPolicy(base=1, cap=5)
    for attempt, full in [(1, 1), (2, 2), (3, 4), (4, 5), (9, 5)]:
        pauses = [policy.backoff(attempt, chance) for _ in range(50)]
        assert full / 2 <= min(pauses) < max(pauses) <= full


def test_the_last_attempt_is_the_last() -> None:
    chance = random.Random(7)
    assert RetryPolicy(attempts=3).delay(3, 1, chance) is None
    assert RetryPolicy(attempts=3).delay(2, 1, chance) == 1
    assert RetryPolicy(attempts=3).delay(2, 60.5, chance) is None
    assert RetryPolicy(attempts=3).delay(2, 0, chance) == 0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("-1", None),
        ("²", None),
        ("0", 0.0),
        (" 12 ", 12.0),
        ("Mon, 23 Nov 2026 20:00:30 GMT", 30.0),
        ("Mon, 23 Nov 2026 19:00:00 GMT", 0.0),
        ("Mon, 99 Nov 2026", None),
    ],
)
def test_what_the_header_can_say(value, seconds) -> None:
    assert parse_retry_after(value, now=1795464000.0) == seconds
