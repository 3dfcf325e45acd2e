"""The events of a job as the wire has them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from prezent_widgets.contract.events import (
    CompletedEvent,
    FailedEvent,
    ProgressEvent,
    SlideEvent,
    SnapshotEvent,
    StreamEvent,
)
from prezent_widgets.server.translate.autogenerations import Address, slide_id
from prezent_widgets.server.workflows import paths
from prezent_widgets.server.workflows.jobs import State


def snapshot(callback_id: str, state: State, now: float) -> SnapshotEvent:
    """How the job stands when somebody begins to listen."""
    return SnapshotEvent.model_validate(
        {
            "callback_id": callback_id,
            "status": state.status,
            "created_at": _moment(now),
            "stage": state.stage,
            "percentage": state.percentage,
        }
    )


def event(callback_id: str, value: dict[str, Any], address: Address) -> StreamEvent:
    """An event as the workflow wrote it; ``address`` signs the path of a slide's picture."""
    created_at = _moment(value["created_at"])
    match value["type"]:
        case "progress":
            return ProgressEvent(
                callback_id=callback_id,
                status="in_progress",
                created_at=created_at,
                stage=value["stage"],
                percentage=value["percentage"],
            )
        case "slide":
            return SlideEvent(
                callback_id=callback_id,
                status="in_progress",
                created_at=created_at,
                index=value["index"],
                slide_callback_id=slide_id(callback_id, value["index"]),
                title=value["title"],
                thumbnail=address(paths.picture(callback_id, value["index"])),
            )
        case "completed":
            return CompletedEvent(
                callback_id=callback_id,
                created_at=created_at,
                file_name=value["file_name"],
                slide_count=value["slide_count"],
            )
        case _:
            return failed(callback_id, value["error_log"], value["created_at"])


def completed(callback_id: str, state: State, created_at: float) -> CompletedEvent:
    """The end of a job whose listener had heard everything before."""
    outcome = state.outcome or {}
    return CompletedEvent(
        callback_id=callback_id,
        created_at=_moment(created_at),
        file_name=outcome.get("file_name"),
        slide_count=len(outcome.get("slides", [])),
    )


def failed(callback_id: str, error_log: str, created_at: float) -> FailedEvent:
    """The end of a job that was cancelled or failed."""
    return FailedEvent(callback_id=callback_id, created_at=_moment(created_at), error_log=error_log)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


__all__ = ["completed", "event", "failed", "snapshot"]
