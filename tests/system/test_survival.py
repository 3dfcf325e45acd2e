"""A job outlives its server: kill -9 in the middle, start again, and the same callback id reaches success, once."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pptx import Presentation

from prezent_widgets.client import Client, Completed, Progress
from prezent_widgets.deck.package import problems
from tests.system.conftest import Served
from tests.system.processes import prezent
from tests.system.samples import write_samples

T = TypeVar("T")
LIMIT = 120
PROMPT = "How did visits to our libraries develop, and what should we decide?"


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run ``work`` in a thread: the browser tests leave a running loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, asyncio.wait_for(work, LIMIT)).result()


async def start_and_wait_for(served: Served, sources: tuple[Path, ...], stage: str) -> str:
    """Start a job and follow it until it enters ``stage``; its callback id."""
    async with Client(served.address, served.key) as client:
        job = await client.start(PROMPT, sources=sources, audience="executive", theme="harbor")
        async for event in job.events():
            if isinstance(event, Progress) and event.stage == stage:
                return job.callback_id
    raise AssertionError(f"the job ended without the stage {stage}")


async def finish(served: Served, callback_id: str) -> tuple[bytes, int, list[str]]:
    """(deck, completed events, statuses of two reads) of a job that another server began."""
    async with Client(served.address, served.key) as client:
        job = client.job(callback_id)
        completed = 0
        async for event in job.events():
            completed += isinstance(event, Completed)
        deck = await job.result()
        statuses = [(await job.status()).status for _ in range(2)]
        return deck.data, completed, statuses


@pytest.mark.parametrize("stage", ["planning", "rendering"])
def test_a_job_survives_kill_9(stage: str, serve: Callable[[Path], Served], tmp_path: Path) -> None:
    sources = write_samples(tmp_path)
    data = tmp_path / "server"
    first = serve(data)
    callback_id = run(start_and_wait_for(first, sources, stage))
    first.spoken.kill()

    second = serve(data)
    deck, completed, statuses = run(finish(second, callback_id))
    assert statuses == ["success", "success"]
    assert completed == 1
    assert problems(deck) == ()
    assert len(Presentation(io.BytesIO(deck)).slides) >= 6
    # Once: one job is known, and one deck lies in the store.
    assert len([path for path in data.rglob("*.pptx") if path.is_file()]) <= 1
    assert [path.name for path in data.rglob(f"*{callback_id}*") if path.is_dir()] == [callback_id]


def test_ctrl_c_ends_the_server_in_good_order(serve: Callable[[Path], Served], tmp_path: Path) -> None:
    served = serve(tmp_path / "server")
    served.spoken.interrupt()
    assert served.spoken.process.wait(timeout=30) == 0
    assert "Traceback" not in served.spoken.said()


def test_a_taken_port_is_named(serve: Callable[[Path], Served], tmp_path: Path) -> None:
    served = serve(tmp_path / "server")
    port = served.address.rsplit(":", 1)[1]
    done = prezent("serve", "--port", port, "--data", tmp_path / "other", folder=tmp_path)
    assert done.returncode == 2
    assert f":{port}" in done.stderr
    assert "--port" in done.stderr


def test_the_command_line_over_a_server(serve: Callable[[Path], Served], tmp_path: Path) -> None:
    table, _ = write_samples(tmp_path)
    served = serve(tmp_path / "server")
    env = {"PREZENT_API_URL": served.address, "PREZENT_API_KEY": served.key}
    done = prezent("generate", PROMPT, "-s", table, "-o", "visits.pptx", folder=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    assert problems((tmp_path / "visits.pptx").read_bytes()) == ()
    # A wrong key is said in words.
    env["PREZENT_API_KEY"] = "pz_wrong"
    done = prezent("generate", PROMPT, "-s", table, "-o", "again.pptx", folder=tmp_path, env=env)
    assert done.returncode == 1
    assert "API key is not known" in done.stderr
    assert "Traceback" not in done.stderr
