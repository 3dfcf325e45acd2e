"""What one sees of a running job, as values for people: no wire names, no ids of frames."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.contract import events as wire
from prezent_widgets.contract.autogenerations import AutogenerationStatusData, DeckSlide


@dataclass(frozen=True, slots=True)
class SlideReady:
    """A slide can be looked at. ``index`` counts from 0; ``thumbnail`` is a picture's URL, or empty."""

    index: int
    slide_callback_id: str = ""
    title: str = ""
    thumbnail: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How the job stands when one begins to follow it; the slides that are ready follow one by one."""

    status: str
    stage: str = ""
    percentage: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """The job entered ``stage``; ``percentage`` of the whole work is done."""

    stage: str
    percentage: int


@dataclass(frozen=True, slots=True)
class Completed:
    """The deck is made."""

    file_name: str = ""
    slide_count: int | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """The job ended without a deck; ``message`` is the server's reason, ``hint`` what to do."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class UploadProgress:
    """``sent`` of ``total`` bytes of one source are with the API."""

    name: str
    sent: int
    total: int


JobEvent = Snapshot | Progress | SlideReady | Completed | Failed
"""Anything :meth:`Job.events` yields. ``Completed`` or ``Failed`` is always the last."""

_NO_REASON = "The job failed, and the API gave no reason."


def slide_ready(slide: DeckSlide, position: int) -> SlideReady:
    """A slide of a status body; ``position`` is its place in the list, used when it does not say its index."""
    index = position if slide.index is None else slide.index
    return SlideReady(index, slide.slide_callback_id or slide.slide_id or "", slide.title or "", slide.thumbnail or "")


def from_wire(event: wire.StreamEvent) -> list[JobEvent]:
    """An event of the stream as values for people: the slides of a snapshot follow it."""
    match event:
        case wire.SnapshotEvent():
            slides = [slide_ready(slide, place) for place, slide in enumerate(event.slides or [])]
            return [Snapshot(event.status, event.stage or "", event.percentage or 0), *slides]
        case wire.ProgressEvent():
            return [Progress(event.stage, event.percentage)]
        case wire.SlideEvent():
            return [SlideReady(event.index, event.slide_callback_id, event.title, event.thumbnail or "")]
        case wire.CompletedEvent():
            return [Completed(event.file_name or "", event.slide_count)]
        case wire.FailedEvent():
            return [Failed(event.error_log or _NO_REASON, event.hint or "")]


def ending(data: AutogenerationStatusData) -> Completed | Failed | None:
    """The last event of a job, from its status; None while it runs."""
    if data.status == "success":
        return Completed(data.fileName or "", len(data.allSlides) if data.allSlides is not None else None)
    if data.status == "failed":
        return Failed(data.error_log or _NO_REASON, str((data.model_extra or {}).get("hint") or ""))
    return None


__all__ = [
    "Completed",
    "Failed",
    "JobEvent",
    "Progress",
    "SlideReady",
    "Snapshot",
    "UploadProgress",
    "ending",
    "from_wire",
    "slide_ready",
]
