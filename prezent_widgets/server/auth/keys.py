"""API keys: made here, shown once, kept as a digest (CONTRACT section 3)."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import select

from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.server.auth.secrets import digest, new_key
from prezent_widgets.server.problems import Problem
from prezent_widgets.server.store.database import Database
from prezent_widgets.server.store.tables import api_keys

LOCAL_COMPANY = "local"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the key, and the company whose jobs and files it sees."""

    key_id: str
    company: str


class Keys:
    """Finds out who calls.

    Args:
        database: where the keys are kept.
        embedded: a key that is valid for the life of this server only; it is never written anywhere.
    """

    def __init__(self, database: Database, embedded: str | None = None) -> None:
        self._database = database
        self._embedded = digest(embedded) if embedded else None

    async def create(self, name: str, *, company: str = LOCAL_COMPANY, expires_at: float | None = None) -> str:
        """A new key; this is the only time it can be read."""
        key = new_key()
        row = {
            "id": f"key_{uuid4().hex}",
            "name": name,
            "digest": digest(key),
            "company": company,
            "created_at": time.time(),
            "expires_at": expires_at,
            "revoked_at": None,
        }
        async with self._database.write() as connection:
            await connection.execute(api_keys.insert(), row)
        return key

    async def caller(self, authorization: str | None) -> Caller:
        """Who an ``Authorization`` header names; Problem 401 when it names nobody."""
        scheme, _, key = (authorization or "").partition(" ")
        key = key.strip()
        if scheme.lower() != "bearer" or not key:
            raise Problem(
                ErrorCode.UNAUTHORIZED, "The request carries no API key. Send it as `Authorization: Bearer <key>`."
            )
        found = digest(key)
        if self._embedded is not None and secrets.compare_digest(found, self._embedded):
            return Caller("embedded", LOCAL_COMPANY)
        async with self._database.read() as connection:
            row = (await connection.execute(select(api_keys).where(api_keys.c.digest == found))).mappings().first()
        if row is None or row["revoked_at"] is not None:
            raise Problem(ErrorCode.INVALID_API_KEY, "The API key is not known. Check it, or ask for a new one.")
        if row["expires_at"] is not None and row["expires_at"] <= time.time():
            raise Problem(ErrorCode.EXPIRED_API_KEY, "The API key has expired. Ask for a new one.")
        return Caller(row["id"], row["company"])


__all__ = ["LOCAL_COMPANY", "Caller", "Keys"]
