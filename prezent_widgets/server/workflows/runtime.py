"""The job engine of this process: DBOS on a SQLite file, the engine processes, the file store.

DBOS is one per process, so this is too. Nothing here reaches the network: no conductor, no telemetry, no admin port.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL

from prezent_widgets.errors import InputError
from prezent_widgets.server.settings import Settings
from prezent_widgets.server.store.files import Files
from prezent_widgets.server.workflows.executors import Executor, dead, enter
from prezent_widgets.server.workflows.pool import Pool

log = logging.getLogger(__name__)

# Written into every job. Raise it when the order of a workflow's steps changes: DBOS replays them by position.
WORKFLOWS_VERSION = "1"
_ADOPT_SECONDS = 30.0

_current: Runtime | None = None
_guard = threading.Lock()


def current() -> Runtime:
    """The running job engine, for the steps of workflows."""
    if _current is None:
        raise RuntimeError("no job engine runs in this process")
    return _current


class Runtime:
    """Starts and stops what jobs need.

    Args:
        settings: ``data_dir`` and ``workers`` are used.
        files: where the stages leave their results.
        pool: the engine processes, where they have been started ahead.
    """

    def __init__(self, settings: Settings, files: Files, pool: Pool | None = None) -> None:
        self.files = files
        self.pool = pool or Pool.of(settings)
        self._folder = settings.data_dir
        self._executor: Executor | None = None
        self._launching: asyncio.Task[None] | None = None
        self._keeper: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to launch DBOS, and to take over the jobs that dead processes left; does not wait for either.

        Raises:
            InputError: this process already runs a job engine.
        """
        self._claim()
        self.pool.warm()
        self._launching = asyncio.create_task(self._bring_up())

    async def ready(self) -> None:
        """Wait until jobs can be started and asked after; raises what kept the engine from starting."""
        assert self._launching is not None
        # Shielded: a caller that goes away must not end the launch for the others.
        await asyncio.shield(self._launching)

    async def stop(self) -> None:
        """End the work under way (its jobs stay pending and are finished by the next start), then DBOS."""
        if self._launching is not None:
            await asyncio.gather(self._launching, return_exceptions=True)
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
        await asyncio.to_thread(self._shut_down)

    async def _bring_up(self) -> None:
        try:
            self._executor = await asyncio.to_thread(self._launch)
            await self._adopt()
        except Exception:
            log.exception("The job engine could not start")
            raise
        self._keeper = asyncio.create_task(self._keep_adopting())

    def engine(self, job: str, task: str, *arguments: Any) -> Any:
        """Run one of :mod:`prezent_widgets.server.workflows.tasks` in an engine process, see :meth:`Pool.run`."""
        return self.pool.run(job, f"prezent_widgets.server.workflows.tasks:{task}", *arguments)

    # ------------------------------------------------------------------ one per process

    def _claim(self) -> None:
        global _current
        with _guard:
            if _current is not None:
                raise InputError(
                    f"This process already runs a server on {_current._folder}.",
                    hint="Close that one first, or use the same data folder.",
                    field="data_dir",
                )
            _current = self

    def _free(self) -> None:
        global _current
        with _guard:
            _current = None

    # ------------------------------------------------------------------ DBOS

    def _launch(self) -> Executor:
        from dbos import DBOS, DBOSConfig

        import prezent_widgets.server.workflows.autogeneration  # noqa: F401 - registers the workflow before launch

        executor = enter(self._folder / "executors")
        database = self._folder / "jobs.sqlite"
        _write_ahead(database)
        config: DBOSConfig = {
            "name": "prezent_widgets",
            "system_database_url": URL.create("sqlite", database=str(database)).render_as_string(),
            "application_version": WORKFLOWS_VERSION,
            "executor_id": executor.id,
            "log_level": "WARNING",
            "notification_listener_polling_interval_sec": 0.2,  # also how long stopping takes
            "enable_otlp": False,
        }
        DBOS(config=config)
        DBOS.launch()
        return executor

    def _shut_down(self) -> None:
        from dbos import DBOS

        # First the work: its steps end with TaskStopped, which nothing records, so the jobs stay pending.
        self.pool.close()
        DBOS.destroy()
        if self._executor is not None:
            self._executor.abandon()
            self._executor = None
        self._free()

    # ------------------------------------------------------------------ jobs of dead processes

    async def _keep_adopting(self) -> None:
        while True:
            await asyncio.sleep(_ADOPT_SECONDS)
            await self._adopt()

    async def _adopt(self) -> None:
        from dbos import DBOS

        assert self._executor is not None
        for executor in dead(self._folder / "executors", self._executor):
            pending = await DBOS.list_workflows_async(
                status="PENDING", executor_id=executor.id, load_input=False, load_output=False
            )
            for workflow in pending:
                if workflow.app_version == WORKFLOWS_VERSION:
                    log.info("Taking over job %s of a process that ended", workflow.workflow_id)
                    await DBOS.resume_workflow_async(workflow.workflow_id)
                else:
                    log.warning("Job %s was begun by another version and is given up", workflow.workflow_id)
                    await DBOS.cancel_workflow_async(workflow.workflow_id)
            executor.release()


def _write_ahead(path: Path) -> None:
    """Make the jobs file one that readers and a writer can use at the same time; SQLite remembers it in the file."""
    with closing(sqlite3.connect(path, timeout=30)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


__all__ = ["WORKFLOWS_VERSION", "Runtime", "current"]
