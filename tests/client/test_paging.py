from __future__ import annotations

import pytest

from prezent_widgets.client.paging import walk
from prezent_widgets.errors import PrezentError


async def test_pages_are_fetched_as_they_are_needed() -> None:
    pages = {None: ([1, 2], "b"), "b": ([], "c"), "c": ([3], None)}
    asked: list[str | None] = []

    async def fetch(cursor):
        asked.append(cursor)
        return pages[cursor]

    items = walk(fetch)
    assert await anext(items) == 1
    assert asked == [None]
    assert [item async for item in items] == [2, 3]
    assert asked == [None, "b", "c"]


async def test_a_list_that_never_ends_is_noticed() -> None:
    async def fetch(cursor):
        return [1], "again"

    with pytest.raises(PrezentError, match="does not end"):
        [item async for item in walk(fetch)]
