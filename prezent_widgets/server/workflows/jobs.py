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
from prezent_widgets.server.workflows.runtime import Runtime

_POLL_SECONDS = 0.1
_CANCELLED = "The job was cancelled."
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
        from dbos import DBOS, SetWorkflowID

        from prezent_widgets.server.workflows.autogeneration import autogenerate

        with SetWorkflowID(callback_id):
            await asyncio.to_thread(DBOS.start_workflow, autogenerate, callback_id, request)

    async def state(self, callback_id: str) -> State:
        """How the job stands now."""
        from dbos import DBOS

        from prezent_widgets.server.workflows.autogeneration import PROGRESS

        # The outcome file comes first: it is written before DBOS knows that the workflow has returned.
        try:
            outcome = json.loads(await self._files.get_async(paths.outcome(callback_id)))
            return State(outcome["status"], "done", 100, outcome)
        except FileNotFoundError:
            status = await DBOS.get_workflow_status_async(callback_id)
        if status is None or status.status in ("SUCCESS", "ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"):
            return State("failed", outcome={"status": "failed", "error_log": _LOST})
        if status.status == "CANCELLED":
            return State("failed", outcome={"status": "failed", "error_log": _CANCELLED})
        events = await DBOS.get_all_events_async(callback_id)
        progress = events.get(PROGRESS, {"stage": "reading", "percentage": 0})
        return State("in_progress", progress["stage"], progress["percentage"])

    async def cancel(self, callback_id: str) -> bool:
        """End the job now; False when it had already ended."""
        from dbos import DBOS

        if (await self.state(callback_id)).status != "in_progress":
            return False
        await DBOS.cancel_workflow_async(callback_id)
        self._runtime.pool.stop(callback_id)
        return (await self.state(callback_id)).status == "failed"

    async def events(self, callback_id: str, offset: int) -> AsyncIterator[dict[str, Any]]:
        """The job's events from ``offset`` on, as they are made; ends when the job has."""
        from dbos import DBOS

        from prezent_widgets.server.workflows.autogeneration import EVENTS

        stream = DBOS.read_stream_async(callback_id, EVENTS, offset=offset, polling_interval_sec=_POLL_SECONDS)
        async with aclosing(stream) as events:
            async for event in events:
                yield event


__all__ = ["Jobs", "State"]
