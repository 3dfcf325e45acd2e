"""Generated decks: start, status, download, cancel."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from uuid import uuid4

from prezent_widgets.audiences import find_audience
from prezent_widgets.contract import autogenerations as wire
from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.errors import UnknownNameError
from prezent_widgets.server.endpoint import Call, Handler
from prezent_widgets.server.problems import Problem, not_found
from prezent_widgets.server.store.jobs import JobRecord
from prezent_widgets.server.translate import autogenerations as translate
from prezent_widgets.server.workflows import paths
from prezent_widgets.themes import THEMES, find_theme

_DEFAULT_AUDIENCE = "executive"


async def create(call: Call) -> wire.AutogenerationResponse:
    """Check everything that can be checked now, note the job, start it."""
    request = call.read(wire.AutogenerationRequest)
    if not request.prompt.strip():
        raise Problem(
            ErrorCode.MISSING_PROMPT,
            "The prompt is empty. Say in a sentence what the deck should show.",
            listed=["prompt is missing"],
        )
    settings = translate.engine_settings(request.settings)
    _check_slides(settings["slides"])
    try:
        audience = find_audience(request.audience or _DEFAULT_AUDIENCE).id
        template = request.template_id or (request.settings.template if request.settings else None)
        theme = find_theme(template or THEMES[0].id).id
    except UnknownNameError as error:
        raise Problem(
            ErrorCode.INVALID_INPUT, str(error), listed=[str(error)], details={"suggestions": list(error.suggestions)}
        ) from error
    callback_id, token = str(uuid4()), secrets.token_urlsafe(24)
    work = {
        "prompt": request.prompt,
        "audience": audience,
        "theme": theme,
        "files": [*await _files(call, request.file_ids), *await _texts(call, callback_id, request.passages)],
        "settings": settings,
        "not_used": translate.not_used(request),
    }
    await call.services.records.add(
        callback_id, call.caller, token, prompt=request.prompt, audience=audience, theme=theme
    )
    await call.services.jobs.start(callback_id, work)
    return wire.AutogenerationResponse.of(callback_id, token, "The deck is being made.")


def _check_slides(slides: list[int] | None) -> None:
    if slides is not None and not 1 <= slides[0] <= slides[1] <= 100:
        problem = "settings.slides must be the fewest and the most slides, such as [6, 10], at most 100"
        raise Problem(ErrorCode.INVALID_INPUT, f"{problem}.", listed=[problem])


async def _files(call: Call, file_ids: list[str]) -> list[tuple[str, str]]:
    """Name and stored path of each file; Problem 422 for one that is not there or cannot be used."""
    found: list[tuple[str, str]] = []
    problems: list[str] = []
    total = 0
    for file_id in file_ids:
        upload = await call.services.uploads.find(file_id, call.caller.company)
        if upload is None:
            problems.append(f"there is no file {file_id!r}: upload it first")
        elif upload.problem:
            problems.append(f"{upload.name}: {upload.problem}")
        else:
            found.append((upload.name, upload.path))
            total += upload.size
    if total > call.services.settings.max_file:
        problems.append(f"the files are too large together: at most {call.services.settings.max_file // 10**6} MB")
    if problems:
        raise Problem(ErrorCode.INVALID_INPUT, f"{'. '.join(problems)}.", listed=problems)
    return found


async def _texts(call: Call, callback_id: str, passages: list[str]) -> list[tuple[str, str]]:
    """Free texts become source files like any other."""
    texts = [text for text in passages if text.strip()]
    for index, text in enumerate(texts):
        await call.services.files.put_async(paths.text(callback_id, index), text.encode("utf-8", "replace"))
    return [(f"text-{index + 1}.md", paths.text(callback_id, index)) for index in range(len(texts))]


async def read(call: Call) -> wire.AutogenerationStatusResponse:
    """How the job stands."""
    record = await _record(call)
    return translate.status(record, await call.services.jobs.state(record.id), _address(call))


async def download(call: Call) -> wire.DownloadResponse:
    """The address of the deck."""
    record = await _record(call)
    wanted = (call.read(wire.DownloadRequest).outputFormat or "pptx").casefold()
    if wanted != "pptx":
        problem = f"outputFormat {wanted!r} is not possible here: use 'pptx'"
        raise Problem(ErrorCode.INVALID_INPUT, f"{problem}.", listed=[problem])
    state = await call.services.jobs.state(record.id)
    if state.outcome is None:
        raise Problem(ErrorCode.BAD_REQUEST, "The deck is not finished yet. Ask again when its status is success.")
    if state.status != "success":
        raise Problem(ErrorCode.BAD_REQUEST, f"There is no deck: {state.error_log}")
    name = state.outcome["file_name"]
    url = call.services.links.file(call.base_url, paths.deck(record.id), name=name)
    return wire.DownloadResponse.of(url, name, "The deck is ready.")


async def cancel(call: Call) -> wire.CancellationResponse:
    """End a running job. An extension of ours."""
    record = await _record(call)
    cancelled = await call.services.jobs.cancel(record.id)
    state = await call.services.jobs.state(record.id)
    message = "The job was cancelled." if cancelled else "The job had already ended."
    return wire.CancellationResponse.model_validate(
        {"data": {"callback_id": record.id, "cancelled": cancelled, "status": state.status, "message": message}}
    )


async def _record(call: Call) -> JobRecord:
    callback_id = call.path["callback_id"]
    record = await call.services.records.find(callback_id, call.caller.company)
    if record is None:
        raise not_found("job", callback_id)
    return record


def _address(call: Call) -> translate.Address:
    return lambda path: call.services.links.file(call.base_url, path)


HANDLERS: Mapping[str, Handler] = {
    "createAutogeneration": create,
    "getAutogeneration": read,
    "createAutogenerationDownload": download,
    "createAutogenerationCancellation": cancel,
}

__all__ = ["HANDLERS"]
