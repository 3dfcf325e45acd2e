"""Who started which job, and with what. What became of it is DBOS's to say (workflows/jobs.py)."""

from __future__ import annotations

import time
from dataclasses import dataclass

from sqlalchemy import select

from prezent_widgets.server.auth.keys import Caller
from prezent_widgets.server.auth.secrets import digest
from prezent_widgets.server.store.database import Database
from prezent_widgets.server.store.tables import jobs


@dataclass(frozen=True, slots=True)
class JobRecord:
    """One job as it was asked for."""

    id: str
    kind: str
    company: str
    key_id: str
    token_digest: str
    prompt: str
    audience: str
    theme: str
    created_at: float


class JobRecords:
    """The jobs of all companies; every question names whose are meant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, callback_id: str, caller: Caller, token: str, *, prompt: str, audience: str, theme: str
    ) -> None:
        """Note a job before it is started."""
        row = {
            "id": callback_id,
            "kind": "autogeneration",
            "company": caller.company,
            "key_id": caller.key_id,
            "token_digest": digest(token),
            "prompt": prompt,
            "audience": audience,
            "theme": theme,
            "created_at": time.time(),
        }
        async with self._database.write() as connection:
            await connection.execute(jobs.insert(), row)

    async def find(self, callback_id: str, company: str) -> JobRecord | None:
        """A company's job."""
        return await self._one(jobs.c.id == callback_id, jobs.c.company == company)

    async def find_by_token(self, callback_id: str, token: str) -> JobRecord | None:
        """The job whose start gave out this token."""
        return await self._one(jobs.c.id == callback_id, jobs.c.token_digest == digest(token))

    async def _one(self, *conditions: object) -> JobRecord | None:
        async with self._database.read() as connection:
            row = (await connection.execute(select(jobs).where(*conditions))).mappings().first()  # pyright: ignore[reportArgumentType]
        return JobRecord(**row) if row is not None else None


__all__ = ["JobRecord", "JobRecords"]
