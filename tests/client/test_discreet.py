from __future__ import annotations

import logging

import httpx
import pytest

from prezent_widgets.client.core import Core

SIGNED = "http://api.example/files/deck.pptx?expires=9&signature=secret"


async def test_signed_addresses_are_logged_without_their_permission(caplog: pytest.LogCaptureFixture) -> None:
    core = Core("http://api.example", "key", transport=httpx.MockTransport(lambda _: httpx.Response(200, content=b"x")))
    with caplog.at_level(logging.INFO, logger="httpx"):
        await core.fetch(SIGNED)
        async with core.stream(SIGNED, {}, read_timeout=None) as answer:
            assert answer.status == 200
    await core.aclose()
    assert caplog.text.count("http://api.example/files/deck.pptx ") == 2
    assert "secret" not in caplog.text


async def test_other_requests_are_logged_as_ever(caplog: pytest.LogCaptureFixture) -> None:
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: httpx.Response(200))) as http:
        with caplog.at_level(logging.INFO, logger="httpx"):
            await http.get("http://other.example/?page=2")
    assert "page=2" in caplog.text
