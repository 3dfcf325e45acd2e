"""What is typed becomes what is asked for."""

from __future__ import annotations

import pytest

from prezent_widgets.cli.generate import parse_cite, parse_slides
from prezent_widgets.errors import InputError


@pytest.mark.parametrize(
    ("text", "slides"),
    [(None, None), ("8", (8, 8)), ("8-12", (8, 12)), (" 8 – 12 ", (8, 12)), ("1-100", (1, 100))],
)
def test_slides(text: str | None, slides: tuple[int, int] | None) -> None:
    assert parse_slides(text) == slides


@pytest.mark.parametrize("text", ["", "0", "-3", "12-8", "8-", "eight", "8-12-14", "101", "1e2"])
def test_slides_that_make_no_sense(text: str) -> None:
    with pytest.raises(InputError, match="--slides"):
        parse_slides(text)


@pytest.mark.parametrize("text", [None, "footer", "notes", "both"])
def test_cite(text: str | None) -> None:
    assert parse_cite(text) == text


def test_cite_elsewhere() -> None:
    with pytest.raises(InputError, match="Choose footer, notes or both"):
        parse_cite("margin")
