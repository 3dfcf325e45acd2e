"""The same request sent twice is done once (CONTRACT section 5)."""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy import delete, select

from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.server.problems import Problem
from prezent_widgets.server.store.database import Database
from prezent_widgets.server.store.tables import answers


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an answer is kept: a key may be used once for each method and path of an API key."""

    key_id: str
    method: str
    path: str
    idempotency_key: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it was sent."""

    status: int
    body: bytes


class Idempotency:
    """Keeps first answers for a day and gives them again.

    Args:
        database: where they are kept.
        ttl: for how many seconds.
    """

    def __init__(self, database: Database, *, ttl: int) -> None:
        self._database = database
        self._ttl = ttl
        self._locks: WeakValueDictionary[Slot, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, slot: Slot) -> AsyncIterator[None]:
        """Wait until a twin that came first has its answer."""
        if not 1 <= len(slot.idempotency_key) <= 255:
            raise Problem(ErrorCode.INVALID_REQUEST, "The Idempotency-Key must have 1 to 255 characters.")
        lock = self._locks.setdefault(slot, asyncio.Lock())
        async with lock:
            yield

    async def find(self, slot: Slot, body: Any) -> Answer | None:
        """The first answer to this request; Problem 409 when the key was used with another body."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(answers).where(*_is(slot)))).mappings().first()
        if row is None or row["created_at"] < time.time() - self._ttl:
            return None
        if row["body_digest"] != _digest(body):
            raise Problem(
                ErrorCode.IDEMPOTENCY_KEY_REUSED_WITH_DIFFERENT_BODY,
                "This Idempotency-Key was used before with another body. Use a fresh key for a new request.",
            )
        return Answer(row["status"], row["body"])

    async def keep(self, slot: Slot, body: Any, answer: Answer) -> None:
        """Keep a successful answer; forgets those that are too old."""
        now = time.time()
        async with self._database.write() as connection:
            await connection.execute(delete(answers).where(answers.c.created_at < now - self._ttl))
            await connection.execute(
                answers.insert(),
                {
                    "key_id": slot.key_id,
                    "method": slot.method,
                    "path": slot.path,
                    "idempotency_key": slot.idempotency_key,
                    "body_digest": _digest(body),
                    "status": answer.status,
                    "body": answer.body,
                    "created_at": now,
                },
            )


def _is(slot: Slot) -> tuple[Any, ...]:
    return (
        answers.c.key_id == slot.key_id,
        answers.c.method == slot.method,
        answers.c.path == slot.path,
        answers.c.idempotency_key == slot.idempotency_key,
    )


def _digest(body: Any) -> str:
    """Bodies are compared as parsed JSON: the order of keys and the spaces do not count."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


__all__ = ["Answer", "Idempotency", "Slot"]
