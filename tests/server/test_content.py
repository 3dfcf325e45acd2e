from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prezent_widgets.server.content import decode, decode_chunks
from prezent_widgets.server.problems import Problem


@given(st.binary(max_size=300), st.integers(1, 60))
def test_both_ways_of_cutting_come_back(data: bytes, size: int) -> None:
    text = base64.b64encode(data).decode()
    assert decode_chunks([text[start : start + size] for start in range(0, len(text), size)] or [""]) == data
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    assert decode_chunks([base64.b64encode(piece).decode() for piece in pieces]) == data


def test_line_breaks_and_data_urls() -> None:
    assert decode("aGVs\nbG8=\n") == b"hello"
    assert decode("data:text/plain;charset=utf-8;base64,aGVsbG8=") == b"hello"


@pytest.mark.parametrize("text", ["!!!!", "aGVsbG8=aGVsbG8", "data:text/plain,hello", "ä" * 4])
def test_what_is_not_base64(text: str) -> None:
    with pytest.raises(Problem, match="not base64"):
        decode(text)
