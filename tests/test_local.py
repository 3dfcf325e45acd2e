"""The embedded server: in scripts, twice, without noise."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from prezent_widgets.errors import InputError, OutputError
from prezent_widgets.local import _elsewhere, connect

SCRIPT = """
import asyncio
import prezent_widgets as pw

print("once")

async def main():
    client = pw.connect("data")
    print(len(await client.themes.list()) > 1)
    job = await client.start("Visits?", sources=[("visits.csv", b"month,visits\\n2025-01,1\\n2025-02,2\\n")])
    async for event in job.events():
        print("following")
        break

asyncio.run(main())
asyncio.run(main())
print("end")
"""


def run_script(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    (folder / "script.py").write_text(text)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREZENT")}
    return subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "script.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=90,
    )


def test_a_plain_script_that_closes_nothing(tmp_path: Path) -> None:
    """No main guard, no close, jobs still running: it ends by itself and says nothing of its own."""
    done = run_script(tmp_path, SCRIPT)
    assert done.stderr == ""
    assert done.stdout.split() == ["once", "True", "following", "True", "following", "end"]
    assert done.returncode == 0


async def test_clients_of_one_folder_share_a_server(tmp_path: Path) -> None:
    async with connect(tmp_path / "one") as first:
        second = connect(tmp_path / "one")
        assert await first.themes.list() == await second.themes.list()
        await second.aclose()
        assert await first.audiences.list()
    async with connect(tmp_path / "two") as third:
        assert await third.themes.list()


async def test_another_folder_meanwhile_is_refused_in_words(tmp_path: Path) -> None:
    async with connect(tmp_path / "one") as first:
        await first.health()
        with pytest.raises(InputError, match="already works on"):
            connect(tmp_path / "two")


async def test_a_dropped_client_lets_go(tmp_path: Path) -> None:
    client = connect(tmp_path / "one")
    await client.health()
    del client
    # The answer arrives a moment before its request has ended on the server's side.
    requests = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*requests, return_exceptions=True)
    del requests
    gc.collect()
    async with connect(tmp_path / "two") as other:
        await other.health()


def test_each_event_loop_can_have_a_client(tmp_path: Path) -> None:
    async def names() -> list[str]:
        async with connect(tmp_path) as client:
            return [theme.name for theme in await client.themes.list()]

    assert asyncio.run(names()) == asyncio.run(names())


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="data_dir"):
        connect(tmp_path / "file" / "data")


def test_a_key_means_the_hosted_api(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREZENT_API_KEY", "some-key")
    monkeypatch.setenv("PREZENT_API_URL", "https://api.example")
    assert connect().base_url == "https://api.example"


def test_a_script_that_ends_before_the_server_is_up(tmp_path: Path) -> None:
    done = run_script(tmp_path, 'import prezent_widgets as pw\n\nclient = pw.connect("data")\nprint("end")\n')
    assert (done.returncode, done.stdout, done.stderr) == (0, "end\n", "")


async def test_a_client_whose_loop_has_ended_is_one_that_left() -> None:
    ended = asyncio.new_event_loop()
    ended.close()

    async def never() -> str:
        raise AssertionError("made on a loop that has ended")

    assert await _elsewhere(ended, never, "gone") == "gone"


async def test_what_happens_on_the_clients_loop_comes_back() -> None:
    async def value() -> int:
        return 3

    async def failure() -> int:
        raise OutputError("Full.")

    here = asyncio.get_running_loop()
    assert await _elsewhere(here, value, 0) == 3
    with pytest.raises(OutputError, match="Full"):
        await _elsewhere(here, failure, 0)


NO_NETWORK = """
import asyncio
import socket
import sys

def refuse(event, arguments):
    # SQLite and pipes are not sockets: whatever asks for a connection or a name is refused, and named.
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        print("reached out:", event, arguments)
        raise OSError("no network here")

sys.addaudithook(refuse)

import prezent_widgets as pw

async def main():
    async with pw.connect("data") as client:
        deck = await client.generate("How did visits develop?", sources=[("visits.csv", CSV)])
        print(len(deck) > 2)

CSV = b"month,visits\\n2025-01,120\\n2025-02,150\\n2025-03,180\\n2025-04,160\\n2025-05,210\\n"
asyncio.run(main())
"""


def test_a_whole_job_reaches_no_network(tmp_path: Path) -> None:
    done = run_script(tmp_path, NO_NETWORK)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")
