from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from prezent_widgets.contract.autogenerations import DeckSlide
from prezent_widgets.contract.events import (
    CompletedEvent,
    FailedEvent,
    ProgressEvent,
    SlideEvent,
    SnapshotEvent,
    frame,
    parse_event,
)

AT = datetime(2026, 11, 23, 20, 5, tzinfo=UTC)
EVENTS = [
    SnapshotEvent(callback_id="c", status="in_progress", created_at=AT, stage="reading", slides=[DeckSlide(index=0)]),
    ProgressEvent(callback_id="c", status="in_progress", created_at=AT, stage="planning", percentage=10),
    SlideEvent(callback_id="c", status="in_progress", created_at=AT, index=0, slide_callback_id="s", title="A\nB"),
    CompletedEvent(callback_id="c", created_at=AT, file_name="q3.pptx", slide_count=1),
    FailedEvent(callback_id="c", created_at=AT, error_log="Why – so?"),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.type)
def test_an_event_travels_and_comes_back(event) -> None:
    text = frame(event, 7)
    head, kind, data, end, rest = text.split("\n")
    assert (head, kind, end, rest) == ("id: 7", f"event: {event.type}", "", "")
    value = json.loads(data.removeprefix("data: "))
    assert {"type", "callback_id", "status", "created_at"} <= set(value)
    assert parse_event(data.removeprefix("data: ")) == event


def test_the_ends_say_how_it_ended() -> None:
    assert (EVENTS[3].status, EVENTS[4].status) == ("success", "failed")


@pytest.mark.parametrize("data", ["", "{}", '{"type": "applause"}', '{"type": "progress", "percentage": 101}'])
def test_what_is_no_event(data) -> None:
    with pytest.raises(ValidationError):
        parse_event(data)


def test_later_keys_are_kept() -> None:
    data = json.loads(EVENTS[1].model_dump_json()) | {"mood": "good"}
    assert parse_event(json.dumps(data)).model_extra == {"mood": "good"}
