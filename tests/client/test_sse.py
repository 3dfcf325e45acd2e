from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prezent_widgets.client.sse import Frame, Parser, frames


def parse(text: str | bytes) -> list[Frame]:
    return Parser().feed(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("data: YHOO\ndata: +2\ndata: 10\n\n", [Frame("message", "YHOO\n+2\n10")]),
        (": test stream\n\ndata: first event\nid: 1\n\n", [Frame("message", "first event", "1")]),
        ("data:second\nid\n\n", [Frame("message", "second")]),
        ("data:  third\n\n", [Frame("message", " third")]),
        ("data\n\ndata\ndata\n\ndata:\n", [Frame("message", ""), Frame("message", "\n")]),
        ("data:test\n\ndata: test\n\n", [Frame("message", "test"), Frame("message", "test")]),
        ("event: add\ndata: 73857293\n\n", [Frame("add", "73857293")]),
        ("event: nothing\n\ndata: x\n\n", [Frame("message", "x")]),
        ("id: 1\ndata: a\n\ndata: b\n\n", [Frame("message", "a", "1"), Frame("message", "b", "1")]),
        ("id: 1\0\ndata: a\n\n", [Frame("message", "a")]),
        ("data: a\r\ndata: b\rdata: c\r\r", [Frame("message", "a\nb\nc")]),
        ("what: is this\ndata: a\n\n", [Frame("message", "a")]),
        ("data: unfinished\n", []),
    ],
)
def test_what_the_standard_says(text, expected) -> None:
    assert parse(text) == expected


def test_a_byte_order_mark_is_skipped_once() -> None:
    assert parse(b"\xef\xbb\xbfdata: a\n\n") == [Frame("message", "a")]
    assert parse(b"\n\xef\xbb\xbfdata: a\n\n") == []


def test_retry_counts_only_when_it_is_a_number() -> None:
    parser = Parser()
    parser.feed(b"retry: 3000\nretry: 3e3\nretry: -1\n\n")
    assert parser.retry_ms == 3000


def test_an_id_counts_only_once_its_event_has_ended() -> None:
    parser = Parser()
    parser.feed(b"id: 1\ndata: a\n\nid: 2\ndata: b\n")
    assert parser.last_event_id == "1"
    parser.restart()
    assert parser.feed(b"data: c\n\n") == [Frame("message", "c", "1")]


@given(
    st.lists(st.sampled_from(["data: å", "id: 4", "event: e", "", "\n", ": c", "retry: 5", "data:😀"]), max_size=12),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.data(),
)
@settings(deadline=None)
def test_where_the_bytes_are_cut_makes_no_difference(lines, ending, data) -> None:
    raw = ending.join([*lines, "", ""]).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=8)))
    parser = Parser()
    found = [
        frame for start, end in zip([0, *cuts], [*cuts, len(raw)], strict=True) for frame in parser.feed(raw[start:end])
    ]
    assert found == parse(raw)


async def test_frames_come_as_the_chunks_do() -> None:
    async def chunks():
        yield b"data: 1\n"
        yield b"\ndata: 2\n\n"

    assert [frame.data async for frame in frames(chunks(), Parser())] == ["1", "2"]
