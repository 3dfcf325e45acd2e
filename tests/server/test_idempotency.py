"""The same request sent twice is done once."""

from __future__ import annotations

import asyncio
import base64

from sqlalchemy import func, select

from prezent_widgets.server.store.tables import uploads
from tests.server.conftest import CSV, ON_ONE_LOOP, Api

pytestmark = ON_ONE_LOOP

BODY = {"fileName": "a.csv", "fileContent": base64.b64encode(CSV).decode()}


async def count(api: Api) -> int:
    async with api.services.database.read() as connection:
        return (await connection.execute(select(func.count()).select_from(uploads))).scalar_one()


async def test_a_repeat_gets_the_first_answer(api: Api) -> None:
    before = await count(api)
    first = await api.post("/api/v1/upload", BODY, **{"Idempotency-Key": "k1"})
    again = await api.post("/api/v1/upload", dict(reversed(BODY.items())), **{"Idempotency-Key": "k1"})
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json()
    assert await count(api) == before + 1
    await api.post("/api/v1/upload", BODY, **{"Idempotency-Key": "k2"})
    assert await count(api) == before + 2


async def test_another_body_is_a_conflict(api: Api) -> None:
    await api.post("/api/v1/upload", BODY, **{"Idempotency-Key": "k-1"})
    other = await api.post("/api/v1/upload", {**BODY, "fileName": "b.csv"}, **{"Idempotency-Key": "k-1"})
    assert other.status_code == 409
    assert other.json()["error"]["code"] == "IDEMPOTENCY_KEY_REUSED_WITH_DIFFERENT_BODY"


async def test_twins_are_one(api: Api) -> None:
    before = await count(api)
    both = await asyncio.gather(*(api.post("/api/v1/upload", BODY, **{"Idempotency-Key": "k-2"}) for _ in range(5)))
    assert len({response.text for response in both}) == 1
    assert sorted("idempotency-replayed" in response.headers for response in both) == [False, True, True, True, True]
    assert await count(api) == before + 1


async def test_refusals_are_not_kept(api: Api) -> None:
    bad = await api.post("/api/v1/upload", {**BODY, "fileContent": "!!!!"}, **{"Idempotency-Key": "k-3"})
    assert bad.status_code == 400
    good = await api.post("/api/v1/upload", BODY, **{"Idempotency-Key": "k-3"})
    assert good.status_code == 200


async def test_the_key_has_a_length(api: Api) -> None:
    long = await api.post("/api/v1/upload", BODY, **{"Idempotency-Key": "k" * 256})
    assert long.json()["error"]["code"] == "INVALID_REQUEST"
    blank = await api.post("/api/v1/upload", BODY, **{"Idempotency-Key": ""})
    assert blank.json()["error"]["code"] == "INVALID_REQUEST"
