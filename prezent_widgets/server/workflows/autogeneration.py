"""From a request to a deck, as a durable workflow: a server that dies goes on after the last finished step.

Each step leaves its result in the file store under a path of its own and returns only small values, so the jobs
database stays small and a step that runs twice overwrites the same object. The events a client follows are written by
the workflow itself, not inside steps: DBOS writes each exactly once, whatever happens.
"""

from __future__ import annotations

import json
import logging
import time
from typing import Any, TypedDict

from dbos import DBOS

from prezent_widgets.server.workflows import paths
from prezent_widgets.server.workflows.pool import TaskCrashed, TaskRefused
from prezent_widgets.server.workflows.runtime import current

log = logging.getLogger(__name__)

EVENTS, PROGRESS = "events", "progress"

# Share of the whole work that is done when a stage begins, in percent (measured: docs/why/jobs.md).
_BEGINS = {"reading": 0, "planning": 5, "designing": 8, "building": 16, "rendering": 30, "checking": 73, "done": 100}


class Request(TypedDict):
    """What a deck is made from: ids and paths only; the files themselves are in the file store."""

    prompt: str
    audience: str
    theme: str
    files: list[tuple[str, str]]
    settings: dict[str, Any]
    not_used: list[str]


class _Failed(Exception):
    pass


@DBOS.workflow(name="autogeneration")
def autogenerate(callback_id: str, request: Request) -> None:
    """Make the deck of one job."""
    try:
        outcome = _make(callback_id, request)
        last: dict[str, Any] = {
            "type": "completed",
            "file_name": outcome["file_name"],
            "slide_count": len(outcome["slides"]),
        }
    except _Failed as failure:
        outcome = {"status": "failed", "error_log": str(failure)}
        last = {"type": "failed", "error_log": str(failure)}
    # The outcome is there before anybody is told, so that who hears "completed" and asks finds the deck.
    DBOS.run_step({"name": "finish"}, _finish, callback_id, outcome)
    if last["type"] == "completed":
        _progress("done")
    DBOS.write_stream(EVENTS, _stamped(last))
    DBOS.close_stream(EVENTS)


def _make(callback_id: str, request: Request) -> dict[str, Any]:
    _progress("reading")
    _step("read", _read, callback_id, request)
    _progress("planning")
    title = _step("plan", _plan, callback_id, request)
    _progress("designing")
    _step("design", _design, callback_id, request)
    _progress("building")
    slides = _step("build", _build, callback_id, request)
    for index, slide in enumerate(slides):
        _progress("rendering", index / len(slides))
        _step(f"picture {index}", _picture, callback_id, index)
        DBOS.write_stream(EVENTS, _stamped({"type": "slide", "index": index, "title": slide["title"]}))
    _progress("checking")
    report = _step("review", _review, callback_id, request)
    return {"status": "success", "title": title, "file_name": file_name(title), "slides": slides, "report": report}


def _progress(stage: str, share: float = 0.0) -> None:
    begins = _BEGINS[stage]
    following = min((value for value in _BEGINS.values() if value > begins), default=100)
    event = {"type": "progress", "stage": stage, "percentage": round(begins + share * (following - begins))}
    DBOS.set_event(PROGRESS, event)
    DBOS.write_stream(EVENTS, _stamped(event))


def _stamped(event: dict[str, Any]) -> dict[str, Any]:
    return {**event, "created_at": time.time()}


# ---------------------------------------------------------------- steps


def _step(name: str, function: Any, *arguments: Any) -> Any:
    """Run a step; a failure is a value, so that it is recorded like any other outcome and not tried again."""
    outcome = DBOS.run_step({"name": name}, _guarded, name, function, arguments)
    if "error" in outcome:
        raise _Failed(outcome["error"])
    return outcome["value"]


def _guarded(name: str, function: Any, arguments: tuple[Any, ...]) -> dict[str, Any]:
    try:
        return {"value": function(*arguments)}
    except TaskRefused as refusal:
        return {"error": str(refusal)}
    except TaskCrashed as crash:
        log.error("Job %s failed in step %s: %s", arguments[0], name, crash)
        return {
            "error": f"The deck could not be made: something went wrong inside the engine (step: {name}). "
            "Try again; if it happens again, leave out a source to find the one it cannot work with. "
            "The server's log has the details."
        }


def _read(callback_id: str, request: Request) -> None:
    runtime = current()
    files = tuple((name, runtime.files.get(path)) for name, path in request["files"])
    runtime.files.put(paths.sources(callback_id), runtime.engine(callback_id, "read", files))


def _plan(callback_id: str, request: Request) -> str:
    runtime = current()
    sources = runtime.files.get(paths.sources(callback_id))
    story, facts = runtime.engine(
        callback_id, "plan", request["prompt"], request["audience"], sources, _settings(request)
    )
    runtime.files.put(paths.story(callback_id), story)
    return facts["title"]


def _design(callback_id: str, request: Request) -> None:
    runtime = current()
    story = runtime.files.get(paths.story(callback_id))
    designs = runtime.engine(callback_id, "design", story, request["theme"], request["audience"])
    runtime.files.put(paths.designs(callback_id), designs)


def _build(callback_id: str, request: Request) -> list[dict[str, str]]:
    runtime = current()
    designs = runtime.files.get(paths.designs(callback_id))
    story = runtime.files.get(paths.story(callback_id))
    deck, slides = runtime.engine(callback_id, "build", designs, request["theme"], story, _settings(request))
    runtime.files.put(paths.deck(callback_id), deck)
    return slides


def _picture(callback_id: str, index: int) -> None:
    runtime = current()
    deck = runtime.files.get(paths.deck(callback_id))
    runtime.files.put(paths.picture(callback_id, index), runtime.engine(callback_id, "picture", deck, index))


def _review(callback_id: str, request: Request) -> dict[str, Any]:
    runtime = current()
    deck = runtime.files.get(paths.deck(callback_id))
    story = runtime.files.get(paths.story(callback_id))
    report = runtime.engine(callback_id, "review", deck, story, request["audience"])
    return {**report, "not_used": request["not_used"]} if request["not_used"] else report


def _finish(callback_id: str, outcome: dict[str, Any]) -> None:
    ended = {**outcome, "ended_at": time.time()}
    current().files.put(paths.outcome(callback_id), json.dumps(ended, ensure_ascii=False).encode("utf-8"))


def _settings(request: Request) -> dict[str, Any]:
    settings = dict(request["settings"])
    if settings.get("slides") is not None:
        settings["slides"] = tuple(settings["slides"])
    return settings


def file_name(title: str) -> str:
    """A file name for a deck: its title without what file systems refuse, at most 80 characters.

    Example:
        >>> file_name("Q3: what now?")
        'Q3 what now.pptx'
    """
    kept = "".join(
        " " if character in '\\/:*?"<>|' or not character.isprintable() else character for character in title
    )
    return f"{' '.join(kept.split())[:80].strip(' .') or 'Deck'}.pptx"


__all__ = ["EVENTS", "PROGRESS", "Request", "autogenerate", "file_name"]
