"""The stream while nothing happens, and when its listener leaves."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.server.conftest import Api, running
from tests.server.following import session


async def begin(api: Api) -> str:
    response = await api.post("/api/v1/autogenerations", {"prompt": "Visits?", "text": "Visits rose to 210 in May."})
    return response.json()["data"]["callback_id"]


async def test_a_silent_stream_says_that_it_lives(tmp_path: Path) -> None:
    async with running(tmp_path / "data", heartbeat=0.01) as api:
        callback_id = await begin(api)
        made = await session(api, callback_id)
        comments = 0
        async with api.anonymous.stream("GET", made["stream_url"]) as response:
            first = True
            async for line in response.aiter_lines():
                if first:
                    assert line == "retry: 3000"
                    first = False
                comments += line.startswith(":")
        assert comments > 0


async def test_a_listener_that_leaves_is_noticed(tmp_path: Path) -> None:
    async with running(tmp_path / "data") as api:
        await leave(api)


async def leave(api: Api) -> None:
    callback_id = await begin(api)
    made = await session(api, callback_id)
    before = asyncio.all_tasks()
    async with api.anonymous.stream("GET", made["stream_url"]) as response:
        async for line in response.aiter_lines():
            if line.startswith("data:"):
                break
    # Nobody listens any more: what served the stream ends, long before the job does.
    mine = asyncio.all_tasks() - before - {asyncio.current_task()}
    await asyncio.wait_for(asyncio.gather(*mine, return_exceptions=True), 5)
    await api.post(f"/api/v1/autogenerations/{callback_id}/cancellations", {})
