from __future__ import annotations

import asyncio
import logging
import time

import httpx
import pytest

from prezent_widgets.client.in_process import InProcessTransport
from prezent_widgets.errors import OutputError


def open_client(app, **more) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=InProcessTransport(app, **more), base_url="http://embedded")


async def start(send, status: int = 200) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain")]})


async def body(send, content: bytes, *, more: bool = True) -> None:
    await send({"type": "http.response.body", "body": content, "more_body": more})


async def test_each_piece_arrives_when_it_is_sent() -> None:
    """The application sends a piece only when the one before has been read: a transport that collects would hang."""
    read = asyncio.Event()
    sent: list[float] = []

    async def app(scope, receive, send) -> None:
        await start(send)
        for number in range(4):
            read.clear()
            sent.append(time.monotonic())
            await body(send, str(number).encode())
            await read.wait()
        await body(send, b"", more=False)

    arrived: list[tuple[bytes, float]] = []
    async with open_client(app) as client, client.stream("GET", "/") as response:
        async for piece in response.aiter_raw():
            arrived.append((piece, time.monotonic()))
            read.set()
    assert [piece for piece, _ in arrived] == [b"0", b"1", b"2", b"3"]
    delays = [moment - then for (_, moment), then in zip(arrived, sent, strict=True)]
    assert all(0 <= delay < 0.5 for delay in delays)


async def test_the_request_is_what_was_asked() -> None:
    scopes = []

    async def app(scope, receive, send) -> None:
        content, more = b"", True
        while more:
            message = await receive()
            content, more = content + message["body"], message["more_body"]
        scopes.append(scope)
        await start(send, 201)
        await body(send, content[::-1], more=False)

    async with open_client(app) as client:
        answer = await client.post("/a%2Fb/ü?x=1&y=%20", content=b"abc", headers={"X-Who": "me"})
    assert (answer.status_code, answer.content) == (201, b"cba")
    scope = scopes[0]
    assert (scope["method"], scope["path"], scope["query_string"]) == ("POST", "/a/b/ü", b"x=1&y=%20")
    assert scope["raw_path"] == b"/a%2Fb/%C3%BC"
    assert (b"x-who", b"me") in scope["headers"]
    assert scope["server"] == ("embedded", 80)
    assert scope["asgi"]["spec_version"] == "2.3", "the version in which a stream watches for its listener's leaving"


async def test_leaving_early_tells_the_application() -> None:
    told = asyncio.Event()

    async def app(scope, receive, send) -> None:
        await receive()
        await start(send)
        await body(send, b"first")
        assert (await receive())["type"] == "http.disconnect"
        await body(send, b"nobody reads this")
        told.set()

    async with open_client(app) as client:
        async with client.stream("GET", "/") as response:
            assert await anext(response.aiter_raw()) == b"first"
        await asyncio.wait_for(told.wait(), 5)


async def test_a_slow_reader_slows_the_application() -> None:
    sent = 0

    async def app(scope, receive, send) -> None:
        nonlocal sent
        await start(send)
        for _ in range(1000):
            await body(send, b"x")
            sent += 1
        await body(send, b"", more=False)

    async with open_client(app) as client, client.stream("GET", "/") as response:
        pieces = response.aiter_raw()
        await anext(pieces)
        for _ in range(200):
            await asyncio.sleep(0)
        assert sent < 50
        rest = [piece async for piece in pieces]
    assert len(rest) == 999


async def test_a_failure_before_the_answer_is_a_500_and_logged(caplog) -> None:
    async def app(scope, receive, send) -> None:
        raise RuntimeError("broken")

    async with open_client(app) as client:
        answer = await client.get("/")
    assert (answer.status_code, answer.json()["error"]["message"]) == (
        500,
        "The application failed: RuntimeError('broken')",
    )
    assert "broken" in caplog.text


async def test_what_is_said_for_people_comes_through(caplog) -> None:
    async def app(scope, receive, send) -> None:
        raise OutputError("The data folder is full.")

    async with open_client(app) as client:
        with pytest.raises(OutputError, match="is full"):
            await client.get("/")


async def test_a_failure_inside_the_answer_is_a_read_error(caplog) -> None:
    async def app(scope, receive, send) -> None:
        await start(send)
        await body(send, b"half")
        raise RuntimeError("broken")

    caplog.set_level(logging.ERROR)
    async with open_client(app) as client:
        with pytest.raises(httpx.ReadError, match="broken"):
            await client.get("/")


async def test_no_answer_at_all_is_a_500() -> None:
    async def app(scope, receive, send) -> None:
        await receive()

    async with open_client(app) as client:
        assert (await client.get("/")).status_code == 500


async def test_silence_ends_in_a_timeout() -> None:
    async def app(scope, receive, send) -> None:
        await start(send)
        await asyncio.Event().wait()

    transport = InProcessTransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://embedded", timeout=0.02) as client:
        with pytest.raises(httpx.ReadTimeout):
            await client.get("/")
        task = next(iter(transport._running))
        task.cancel()


async def test_giving_up_before_the_answer_tells_the_application() -> None:
    arrived, told = asyncio.Event(), asyncio.Event()

    async def app(scope, receive, send) -> None:
        await receive()
        arrived.set()
        assert (await receive())["type"] == "http.disconnect"
        told.set()

    async with open_client(app) as client:
        task = asyncio.create_task(client.get("/"))
        await arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.wait_for(told.wait(), 5)


async def test_closing_lets_requests_end_and_then_closes_the_application() -> None:
    order: list[str] = []

    async def app(scope, receive, send) -> None:
        await receive()
        await start(send)
        await body(send, b"a")
        while (await receive())["type"] != "http.disconnect":
            order.append("more")
        order.append("request ended")

    async def close() -> None:
        order.append("application closed")

    client = open_client(app, on_close=close)
    response = await client.send(client.build_request("GET", "/"), stream=True)
    await client.aclose()
    assert order == ["request ended", "application closed"]
    await response.aclose()


async def test_many_requests_at_once() -> None:
    gate = asyncio.Barrier(5)

    async def app(scope, receive, send) -> None:
        await gate.wait()
        await start(send)
        await body(send, scope["path"].encode(), more=False)

    async with open_client(app) as client:
        answers = await asyncio.gather(*(client.get(f"/{number}") for number in range(5)))
    assert [answer.text for answer in answers] == [f"/{number}" for number in range(5)]
