"""A server is killed in the middle of a job: the next one finishes it, once, without doing finished steps again."""

from __future__ import annotations

import base64
import io
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from pptx import Presentation

from prezent_widgets.deck.package import problems
from tests.server.conftest import CSV, KEY, running
from tests.server.following import follow
from tests.system.processes import Spoken

SERVER = f"""
import sys
from pathlib import Path
import uvicorn
from prezent_widgets.server.app import create_app
from prezent_widgets.server.settings import Settings

app = create_app(Settings(data_dir=Path(sys.argv[1]), workers=1), embedded_key={KEY!r})
uvicorn.run(app, host="127.0.0.1", port=0, log_level="info")
"""


@dataclass(frozen=True)
class Remote:
    """A server in a process of its own."""

    spoken: Spoken
    http: httpx.AsyncClient
    anonymous: httpx.AsyncClient


@asynccontextmanager
async def server(folder: Path) -> AsyncIterator[Remote]:
    spoken = Spoken.start([sys.executable, "-c", SERVER, str(folder)], folder=folder.parent)
    try:
        address = next(word for word in spoken.wait_for("Uvicorn running on").split() if word.startswith("http"))
        headers = {"Authorization": f"Bearer {KEY}"}
        async with (
            httpx.AsyncClient(base_url=address, headers=headers, timeout=60) as http,
            httpx.AsyncClient(base_url=address, timeout=60) as anonymous,
        ):
            yield Remote(spoken, http, anonymous)
    finally:
        spoken.stop()


async def begin(remote: Remote) -> str:
    content = base64.b64encode(CSV).decode()
    file = await remote.http.post("/api/v1/upload", json={"fileName": "visits.csv", "fileContent": content})
    body = {"prompt": "How did visits develop?", "files": [file.json()["data"]["file"]["file_id"]]}
    return (await remote.http.post("/api/v1/autogenerations", json=body)).json()["data"]["callback_id"]


def steps(folder: Path, callback_id: str) -> dict[int, tuple[str, int]]:
    """Position → (name, when it was finished) of every finished step."""
    query = "SELECT function_id, function_name, completed_at_epoch_ms FROM operation_outputs WHERE workflow_uuid = ?"
    with closing(sqlite3.connect(folder / "jobs.sqlite")) as connection:
        return {number: (name, at) for number, name, at in connection.execute(query, [callback_id])}


@pytest.mark.parametrize("stage", ["designing", "rendering"])
async def test_kill_and_start_again(tmp_path: Path, stage: str) -> None:
    folder = tmp_path / "data"
    async with server(folder) as first:
        callback_id = await begin(first)
        heard = await follow(first, callback_id, until=stage)
        first.spoken.kill()
    before = steps(folder, callback_id)
    assert any(name == "plan" for name, _ in before.values())
    async with server(folder) as second:
        rest = await follow(second, callback_id, last_event_id=heard[-1].id)
        assert rest[-1].event.type == "completed"
        # The stream goes on where it was cut: nothing twice, nothing left out.
        assert [frame.id for frame in rest[1:]] == list(range(heard[-1].id + 1, heard[-1].id + len(rest)))
        whole = await follow(second, callback_id)
        assert [frame.event.type for frame in whole].count("completed") == 1
        slides = [frame.event.index for frame in whole if frame.event.type == "slide"]
        assert slides == list(range(len(slides)))
        body = (await second.http.get(f"/api/v1/autogenerations/{callback_id}")).json()
        assert body["data"]["status"] == "success"
        link = (await second.http.post(f"/api/v1/autogenerations/{callback_id}/downloads", json={})).json()
        deck = (await second.anonymous.get(link["download_url"])).content
    assert problems(deck) == ()
    assert len(Presentation(io.BytesIO(deck)).slides) == len(slides)
    after = steps(folder, callback_id)
    assert {number: after[number] for number in before} == before
    assert len(list(folder.rglob("*.pptx"))) == 1


async def test_two_servers_on_one_folder_leave_each_other_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    async with server(folder) as first, running(folder) as second:
        callback_id = await begin(first)
        frames = await follow(second, callback_id)
        assert frames[-1].event.type == "completed"
        names = [name for name, _ in steps(folder, callback_id).values()]
        assert names.count("plan") == names.count("build") == 1
        assert len(list((folder / "executors").glob("*.lock"))) == 2


async def test_a_stopped_server_leaves_its_jobs_to_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    async with running(folder) as first:
        response = await first.post("/api/v1/autogenerations", {"prompt": "Visits?", "text": "Visits rose to 210."})
        callback_id = response.json()["data"]["callback_id"]
    async with running(folder) as second:
        assert (await follow(second, callback_id))[-1].event.type == "completed"
