"""The events of a job's stream, typed, and the frame each travels in (CONTRACT section 10; WHATWG HTML, section 9.2).

A stream always begins with ``snapshot``; ``completed`` and ``failed`` end it. Event ids count from 1 within a job.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from prezent_widgets.contract.autogenerations import DeckSlide, JobStatus
from prezent_widgets.contract.model import Moment, WireModel

Stage = Literal["reading", "planning", "designing", "building", "rendering", "checking", "done"]
STAGES: tuple[Stage, ...] = ("reading", "planning", "designing", "building", "rendering", "checking", "done")
"""The stages a generation goes through, in order."""


class StreamEventBase(WireModel):
    """What every event says: whose it is, how the job stands, when it was made."""

    callback_id: str
    status: JobStatus
    created_at: Moment


class SnapshotEvent(StreamEventBase):
    """How the job stands when the stream begins."""

    type: Literal["snapshot"] = "snapshot"
    stage: str | None = None
    percentage: int | None = Field(default=None, ge=0, le=100)
    slides: list[DeckSlide] | None = None


class ProgressEvent(StreamEventBase):
    """The job entered a stage; ``percentage`` is the share of the whole work that is done."""

    type: Literal["progress"] = "progress"
    stage: str
    percentage: int = Field(ge=0, le=100)


class SlideEvent(StreamEventBase):
    """A slide can be looked at. ``index`` is zero-based; ``thumbnail`` an absolute, signed URL."""

    type: Literal["slide"] = "slide"
    index: int = Field(ge=0)
    slide_callback_id: str
    title: str = ""
    thumbnail: str | None = None


class CompletedEvent(StreamEventBase):
    """The job succeeded; the deck can be downloaded."""

    type: Literal["completed"] = "completed"
    status: JobStatus = "success"
    file_name: str | None = None
    slide_count: int | None = None


class FailedEvent(StreamEventBase):
    """The job failed or was cancelled; ``error_log`` says why, ``hint`` what to do."""

    type: Literal["failed"] = "failed"
    status: JobStatus = "failed"
    error_log: str = ""
    hint: str | None = None


StreamEvent = Annotated[
    SnapshotEvent | ProgressEvent | SlideEvent | CompletedEvent | FailedEvent, Field(discriminator="type")
]
"""Any event of a stream, told apart by ``type``."""
TERMINAL: frozenset[str] = frozenset({"completed", "failed"})
"""The types after which the server closes the stream."""

_ADAPTER: TypeAdapter[StreamEvent] = TypeAdapter(StreamEvent)


def parse_event(data: str | bytes) -> StreamEvent:
    """An event from the ``data`` of its frame.

    Raises:
        pydantic.ValidationError: the data is not JSON, or not one of the events.
    """
    return _ADAPTER.validate_json(data)


def frame(event: StreamEvent, event_id: int) -> str:
    r"""An event as it travels: ``id``, ``event`` and ``data`` lines and a blank one.

    Example:
        >>> done = CompletedEvent.model_validate({"callback_id": "c1", "created_at": "2026-11-23T20:05:00Z"})
        >>> frame(done, 7).splitlines()[:2]
        ['id: 7', 'event: completed']
    """
    return f"id: {event_id}\nevent: {event.type}\ndata: {event.model_dump_json()}\n\n"


__all__ = [
    "STAGES",
    "TERMINAL",
    "CompletedEvent",
    "FailedEvent",
    "ProgressEvent",
    "SlideEvent",
    "SnapshotEvent",
    "Stage",
    "StreamEvent",
    "StreamEventBase",
    "frame",
    "parse_event",
]
