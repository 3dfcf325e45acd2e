"""The only code that speaks HTTP as a client: ``Client``, its jobs, the decks they make. Names load when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prezent_widgets.client.client import Client
    from prezent_widgets.client.deck import Deck, Slide
    from prezent_widgets.client.events import (
        Completed,
        Failed,
        JobEvent,
        Progress,
        SlideReady,
        Snapshot,
        UploadProgress,
    )
    from prezent_widgets.client.jobs import Job
    from prezent_widgets.client.report import DeckReport

_HOMES = {
    "Client": "client",
    "Completed": "events",
    "Deck": "deck",
    "DeckReport": "report",
    "Failed": "events",
    "Job": "jobs",
    "JobEvent": "events",
    "Progress": "events",
    "Slide": "deck",
    "SlideReady": "events",
    "Snapshot": "events",
    "UploadProgress": "events",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})


__all__ = [
    "Client",
    "Completed",
    "Deck",
    "DeckReport",
    "Failed",
    "Job",
    "JobEvent",
    "Progress",
    "Slide",
    "SlideReady",
    "Snapshot",
    "UploadProgress",
]
