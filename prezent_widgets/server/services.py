"""What the routes work with, put together once when the server starts."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.server.auth.keys import Keys
from prezent_widgets.server.auth.links import Links, server_secret
from prezent_widgets.server.idempotency import Idempotency
from prezent_widgets.server.logs import LogFile
from prezent_widgets.server.settings import Settings
from prezent_widgets.server.store.database import Database
from prezent_widgets.server.store.files import Files
from prezent_widgets.server.store.jobs import JobRecords
from prezent_widgets.server.store.retention import Retention
from prezent_widgets.server.store.uploads import Uploads
from prezent_widgets.server.workflows.jobs import Jobs
from prezent_widgets.server.workflows.pool import Pool
from prezent_widgets.server.workflows.runtime import Runtime


@dataclass(frozen=True, slots=True)
class Services:
    """Everything behind the routes."""

    settings: Settings
    log_file: LogFile
    database: Database
    files: Files
    keys: Keys
    links: Links
    idempotency: Idempotency
    uploads: Uploads
    records: JobRecords
    retention: Retention
    runtime: Runtime
    jobs: Jobs

    @classmethod
    def build(cls, settings: Settings, embedded_key: str | None, pool: Pool | None = None) -> Services:
        """Make the data folder and what works on it; nothing is started yet."""
        (settings.data_dir / "logs").mkdir(parents=True, exist_ok=True)
        database = Database(settings.data_dir / "server.sqlite")
        files = Files(settings.data_dir / "files")
        runtime = Runtime(settings, files, pool)
        return cls(
            settings=settings,
            log_file=LogFile(settings.data_dir / "logs" / "server.log"),
            database=database,
            files=files,
            keys=Keys(database, embedded_key),
            links=Links(
                server_secret(settings.data_dir / "secret"),
                download_ttl=settings.download_ttl,
                stream_ttl=settings.stream_ttl,
            ),
            idempotency=Idempotency(database, ttl=settings.idempotency_ttl),
            uploads=Uploads(database, files),
            records=JobRecords(database),
            retention=Retention(database, files, days=settings.keep_days),
            runtime=runtime,
            jobs=Jobs(runtime, files),
        )

    async def start(self) -> None:
        """Open the database and begin to start the job engine, which takes longer: themes can be listed meanwhile."""
        self.log_file.open()
        try:
            await self.database.open()
            self.runtime.start()
            self.retention.start()
        except BaseException:
            await self.database.close()
            self.log_file.close()
            raise

    async def stop(self) -> None:
        """Stop the job engine and close the database."""
        await self.retention.stop()
        await self.runtime.stop()
        await self.database.close()
        self.log_file.close()


__all__ = ["Services"]
