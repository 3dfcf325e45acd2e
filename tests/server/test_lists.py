from __future__ import annotations

import pytest

from prezent_widgets.contract.themes import ThemesQuery
from prezent_widgets.server.lists import page
from prezent_widgets.server.problems import Problem

WORDS = ("pear", "Apple", "fig", "apple", "date")
SORTS = {"name": str}


def walk(limit: int, sort: str | None) -> list[str]:
    seen: list[str] = []
    cursor = None
    while True:
        items, cursor = page(WORDS, ThemesQuery(limit=limit, cursor=cursor, sort=sort), key=str, sorts=SORTS)
        assert len(items) <= limit
        seen += items
        if cursor is None:
            return seen


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 200])
@pytest.mark.parametrize("sort", [None, "name", "name:asc", "name:desc"])
def test_pages_hold_everything_once_in_order(limit: int, sort: str | None) -> None:
    whole, cursor = page(WORDS, ThemesQuery(sort=sort), key=str, sorts=SORTS)
    assert cursor is None
    assert walk(limit, sort) == whole
    assert sorted(whole) == sorted(WORDS)


def test_ties_are_broken_by_id() -> None:
    assert page(WORDS, ThemesQuery(sort="name"), key=str, sorts=SORTS)[0][:2] == ["Apple", "apple"]


def test_a_cursor_alone_turns_paging_on() -> None:
    cursor = page(WORDS, ThemesQuery(limit=2), key=str, sorts=SORTS)[1]
    assert page(WORDS, ThemesQuery(cursor=cursor), key=str, sorts=SORTS) == (["fig", "apple", "date"], None)


def test_a_cursor_is_bound_to_its_query() -> None:
    cursor = page(WORDS, ThemesQuery(limit=2), key=str, sorts=SORTS)[1]
    for query in (ThemesQuery(cursor=cursor, sort="name"), ThemesQuery(cursor=cursor, name="a")):
        with pytest.raises(Problem, match="another sort or filter"):
            page(WORDS, query, key=str, sorts=SORTS)
