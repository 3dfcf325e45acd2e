from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from prezent_widgets.server.store.database import Database
from prezent_widgets.server.store.files import Files
from prezent_widgets.server.store.retention import Retention
from prezent_widgets.server.store.uploads import Content, Uploads
from prezent_widgets.server.workflows import paths

DAY = 86_400


class Store:
    """A store whose retention looks at a clock that the test sets."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "server.sqlite")
        self.files = Files(folder / "files")
        self.uploads = Uploads(self.database, self.files)
        self.later = 0.0
        self.retention = Retention(self.database, self.files, days=30, clock=lambda: time.time() + self.later)


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    made = Store(tmp_path)
    await made.database.open()
    yield made
    await made.database.close()


async def fill(store: Store) -> None:
    await store.uploads.add("f1", "us", "sales.csv", b"a\n1\n", Content("text/csv", None, ""))
    await store.uploads.add_chunk("us", "half", 0, 2, "YQ==")
    for path in (paths.sources("j"), paths.story("j"), paths.designs("j"), paths.text("j", 0)):
        store.files.put(path, b"x")
    for path in (paths.deck("j"), paths.picture("j", 0), paths.outcome("j")):
        store.files.put(path, b"x")


async def test_nothing_goes_before_its_time(store: Store) -> None:
    await fill(store)
    store.later = 29 * DAY
    assert await store.retention.sweep() == 0
    assert await store.uploads.find("f1", "us") is not None
    assert await store.uploads.size_so_far("us", "half") == 4


async def test_what_is_too_old_goes_and_decks_stay(store: Store) -> None:
    await fill(store)
    store.later = 31 * DAY
    assert await store.retention.sweep() == 6
    assert await store.uploads.find("f1", "us") is None
    assert await store.uploads.size_so_far("us", "half") == 0
    assert not store.files.exists(paths.story("j"))
    assert all(store.files.exists(path) for path in (paths.deck("j"), paths.picture("j", 0), paths.outcome("j")))
    assert await store.retention.sweep() == 0


async def test_what_another_server_removed_is_no_failure(store: Store) -> None:
    store.files.put("uploads/a", b"x")
    await store.files.delete_async(["uploads/a", "uploads/a"])
    assert not store.files.exists("uploads/a")


async def test_a_server_sweeps_when_it_starts(store: Store) -> None:
    await fill(store)
    store.later = 31 * DAY
    swept = []
    sweep = store.retention.sweep

    async def watched() -> int:
        swept.append(await sweep())
        return swept[-1]

    store.retention.sweep = watched  # type: ignore[method-assign]
    store.retention.start()
    while not swept:
        await store.uploads.find("f1", "us")
    await store.retention.stop()
    assert swept == [6]
