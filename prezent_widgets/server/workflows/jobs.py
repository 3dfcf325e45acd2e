"""Starting, asking after, following and cancelling jobs, for the routes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from prezent_widgets.server.store.files import Files
from prezent_widgets.server.workflows import paths
from prezent_widgets.server.workflows.runtime import WORKFLOWS_VERSION, Runtime

_POLL_SECONDS = 0.1
_CANCELLED = "The job was cancelled."
_OUTDATED = "The job was begun by another version of the server, which cannot be continued. Start it again."
_LOST = "The job ended without a result. Start it again; the server's log has the details."


@dataclass(frozen=True, slots=True)
class State:
    """How a job stands: ``status`` is in_progress, success or failed; ``outcome`` is what it came to, once it has."""

    status: str
    stage: str = "reading"
    percentage: int = 0
    outcome: dict[str, Any] | None = None

    @property
    def error_log(self) -> str:
        """Why it failed."""
        return self.outcome.get("error_log", "") if self.outcome else ""


class Jobs:
    """The jobs of this data folder, whichever process runs them."""

    def __init__(self, runtime: Runtime, files: Files) -> None:
        self._runtime = runtime
        self._files = files

    async def start(self, callback_id: str, request: Any) -> None:
        """Start a job under the id its caller will know it by."""
        await self._runtime.ready()
        # Imported only now: loading DBOS takes a while, and the launch has done it in a thread of its own.
        from dbos import DBOS, SetWorkflowID

        from prezent_widgets.server.workflows.autogeneration import autogenerate

        with SetWorkflowID(callback_id):
            await asyncio.to_thread(DBOS.start_workflow, autogenerate, callback_id, request)

    async def state(self, callback_id: str) -> State:
        """How the job stands now."""
        outcome = await self._outcome(callback_id)
        if outcome is not None and outcome["status"] == "success":
            return State("success", "done", 100, outcome)
        await self._runtime.ready()
        from dbos import DBOS

        from prezent_widgets.server.workflows.autogeneration import PROGRESS

        status = None if outcome is not None else await DBOS.get_workflow_status_async(callback_id)
        events = await DBOS.get_all_events_async(callback_id)
        reached = events.get(PROGRESS, {"stage": "reading", "percentage": 0})
        if status is not None and status.status in ("PENDING", "ENQUEUED", "DELAYED"):
            return State("in_progress", reached["stage"], reached["percentage"])
        # It may have ended between the two looks: the outcome is written before DBOS knows of the end.
        outcome = outcome or await self._outcome(callback_id)
        if outcome is not None and outcome["status"] == "success":
            return State("success", "done", 100, outcome)
        # A job that failed got no further than it got, whoever asks and when.
        return State("failed", reached["stage"], reached["percentage"], outcome or _unfinished(status))

    async def _outcome(self, callback_id: str) -> dict[str, Any] | None:
        try:
            return json.loads(await self._files.get_async(paths.outcome(callback_id)))
        except FileNotFoundError:
            return None

    async def cancel(self, callback_id: str) -> bool:
        """End the job now; False when it had already ended."""
        if (await self.state(callback_id)).status != "in_progress":
            return False
        from dbos import DBOS

        await DBOS.cancel_workflow_async(callback_id)
        self._runtime.pool.stop(callback_id)
        return (await self.state(callback_id)).status == "failed"

    async def events(self, callback_id: str, offset: int) -> AsyncIterator[dict[str, Any]]:
        """The job's events from ``offset`` on, as they are made; ends when the job has."""
        await self._runtime.ready()
        from dbos import DBOS

        from prezent_widgets.server.workflows.autogeneration import EVENTS

        stream = DBOS.read_stream_async(callback_id, EVENTS, offset=offset, polling_interval_sec=_POLL_SECONDS)
        async with aclosing(stream) as events:
            async for event in events:
                yield event


def _unfinished(status: Any) -> dict[str, Any]:
    """The outcome of a job that left none, from what DBOS knows of it."""
    reason = _LOST
    if status is not None and status.status == "CANCELLED":
        reason = _CANCELLED if status.app_version == WORKFLOWS_VERSION else _OUTDATED
    return {"status": "failed", "error_log": reason}


__all__ = ["Jobs", "State"]
