"""Generated decks: the wire's request into the engine's, and a job's state into the wire's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

from prezent_widgets.contract import autogenerations as wire
from prezent_widgets.server.store.jobs import JobRecord
from prezent_widgets.server.workflows import paths
from prezent_widgets.server.workflows.jobs import State
from prezent_widgets.themes import find_theme

Address = Callable[[str], str]


def engine_settings(settings: wire.AutogenerationSettings | None) -> dict[str, Any]:
    """The fields of the engine's ``Settings``."""
    given = settings or wire.AutogenerationSettings()
    return {
        "speaker_notes": bool(given.generate_speaker_notes),
        "cite_footer": bool(given.add_sources_to_footer),
        "cite_notes": bool(given.add_sources_to_slides_note),
        "slides": given.slides,
        **({"language": given.language} if given.language else {}),
    }


def not_used(request: wire.AutogenerationRequest) -> list[str]:
    """What the request holds that this engine makes no use of, in words: said in the report, not hidden."""
    remarks = {
        "web links: the engine reads files only; save the page and send it as a file": request.web_links,
        "image ids: pictures are not placed": request.image_ids,
        "layout file: the theme's layouts are used": request.layout_file,
    }
    return [remark for remark, given in remarks.items() if given]


def slide_id(callback_id: str, index: int) -> str:
    """The id of a slide: its job's, and its zero-based place."""
    return f"{callback_id}-s{index:03d}"


def slides(callback_id: str, described: list[dict[str, str]], address: Address) -> list[wire.DeckSlide]:
    """The slides of a finished deck; ``address`` signs the picture's path."""
    return [
        wire.DeckSlide(
            slide_callback_id=slide_id(callback_id, index),
            slide_id=slide_id(callback_id, index),
            slideId=slide_id(callback_id, index),
            index=index,
            title=slide["title"],
            layout=slide["layout"],
            thumbnail=address(paths.picture(callback_id, index)),
            s3_path=paths.picture(callback_id, index),
        )
        for index, slide in enumerate(described)
    ]


def status(record: JobRecord, state: State, address: Address) -> wire.AutogenerationStatusResponse:
    """A job as its poll shows it."""
    data = wire.AutogenerationStatusData(
        status=cast("wire.JobStatus", state.status),
        callback_id=record.id,
        prompt=record.prompt,
        audience=record.audience,
        execution_start=_moment(record.created_at),
    )
    if state.status != "success":
        data.progress = wire.JobProgress(stage=state.stage, percentage=state.percentage)
    if state.outcome is None:
        return wire.AutogenerationStatusResponse.of(data)
    outcome = state.outcome
    data.execution_end = _moment(outcome["ended_at"]) if "ended_at" in outcome else None
    if state.status == "failed":
        data.error_log = state.error_log
        return wire.AutogenerationStatusResponse.of(data)
    theme = find_theme(record.theme)
    data.fileName = outcome["file_name"]
    data.allSlides = slides(record.id, outcome["slides"], address)
    data.final_output = {
        "file_name": outcome["file_name"],
        "slide_count": len(outcome["slides"]),
        "s3_path": paths.deck(record.id),
    }
    data.template_code = theme.code
    data.presentation_theme = {"id": theme.id, "name": theme.name, "code": theme.code}
    data.report = outcome["report"]
    return wire.AutogenerationStatusResponse.of(data)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


__all__ = ["Address", "engine_settings", "not_used", "slide_id", "slides", "status"]
