from __future__ import annotations

import asyncio
import logging
import threading

import pytest

from prezent_widgets.client.core import Core, checked_base, checked_key
from prezent_widgets.client.in_process import InProcessTransport
from prezent_widgets.client.retry import RetryPolicy
from prezent_widgets.contract.autogenerations import AutogenerationRequest, AutogenerationResponse
from prezent_widgets.contract.health import HealthResponse
from prezent_widgets.contract.operations import OPERATIONS
from prezent_widgets.contract.themes import ThemesListResponse, ThemesQuery
from prezent_widgets.errors import (
    ApiError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    ForbiddenError,
    InputError,
    InvalidInputError,
    NotFoundError,
    PrezentError,
    RateLimitError,
    ServerError,
    TransportError,
    UnsupportedFileTypeError,
)
from prezent_widgets.testing import FakeClock

HEALTH = OPERATIONS["getHealth"]
CREATE = OPERATIONS["createAutogeneration"]


async def create(core: Core) -> AutogenerationResponse:
    return await core.call(CREATE, AutogenerationResponse, body=AutogenerationRequest(prompt="Q3"))


async def test_a_call_carries_the_key_and_reads_the_answer(core, api, kit) -> None:
    answer = await core.call(HEALTH, HealthResponse)
    assert answer.message == "ok"
    assert api.seen[0].headers["authorization"] == f"Bearer {kit.key}"
    assert api.seen[0].headers["user-agent"].startswith("prezent-widgets/")


async def test_query_and_body_travel_as_the_contract_says(core, api) -> None:
    await core.call(OPERATIONS["listThemes"], ThemesListResponse, query=ThemesQuery(limit=3, name="Håfen & Co"))
    await create(core)
    assert api.seen[0].query == {"limit": "3", "name": "Håfen & Co"}
    assert api.seen[1].json == {"prompt": "Q3"}
    assert api.seen[1].headers["content-type"] == "application/json"


async def test_a_path_in_the_base_address_is_kept(api, clock, kit) -> None:
    api.script("GET", "/gateway/health", kit.reply(body={"message": "behind"}))
    core = Core(f"{api.base}/gateway/", kit.key, clock=clock)
    assert (await core.call(HEALTH, HealthResponse)).message == "behind"
    await core.aclose()


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
async def test_retry_after_is_waited_for_exactly(core, api, clock, kit, status) -> None:
    busy = kit.reply(status=status, body={}, headers={"Retry-After": "7"})
    api.script("GET", "/health", busy, busy)
    await core.call(HEALTH, HealthResponse)
    assert clock.sleeps == [7.0, 7.0]
    assert len(api.seen) == 3


async def test_a_long_retry_after_is_reported_and_not_waited_for(core, api, clock, kit) -> None:
    api.script("GET", "/health", kit.error(429, "RATE_LIMIT_EXCEEDED", "Slow down.", headers={"Retry-After": "61"}))
    with pytest.raises(RateLimitError, match="Slow down") as caught:
        await core.call(HEALTH, HealthResponse)
    assert caught.value.retry_after == 61
    assert "61 seconds" in str(caught.value)
    assert clock.sleeps == []


async def test_without_retry_after_the_pauses_grow_with_jitter(core, api, clock, kit) -> None:
    api.script("GET", "/health", *[kit.error(503, "SERVICE_UNAVAILABLE", "Down.")] * 5)
    with pytest.raises(ServerError):
        await core.call(HEALTH, HealthResponse)
    assert len(api.seen) == 5
    assert [full / 2 <= pause <= full for pause, full in zip(clock.sleeps, [0.5, 1, 2, 4], strict=True)] == [True] * 4


async def test_the_yearly_quota_is_not_tried_again(core, api, clock, kit) -> None:
    api.script("POST", "/api/v1/autogenerations", kit.error(429, "USAGE_LIMIT_EXCEEDED", "Used up."))
    with pytest.raises(RateLimitError, match="ask for more"):
        await create(core)
    assert clock.sleeps == []


async def test_one_idempotency_key_a_call_over_all_attempts(core, api, kit) -> None:
    api.script("POST", "/api/v1/autogenerations", *[kit.error(500, "INTERNAL_SERVER_ERROR", "Oh.")] * 2)
    await create(core)
    await create(core)
    keys = [seen.headers["idempotency-key"] for seen in api.seen]
    assert len(keys) == 4
    assert len(set(keys[:3])) == 1
    assert keys[3] != keys[0]


async def test_reading_needs_no_idempotency_key(core, api) -> None:
    await core.call(HEALTH, HealthResponse)
    assert "idempotency-key" not in api.seen[0].headers


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, "BAD_REQUEST", BadRequestError),
        (401, "INVALID_API_KEY", AuthenticationError),
        (403, "FORBIDDEN", ForbiddenError),
        (404, "RESOURCE_NOT_FOUND", NotFoundError),
        (405, "METHOD_NOT_ALLOWED", ApiError),
        (409, "IDEMPOTENCY_KEY_REUSED_WITH_DIFFERENT_BODY", ConflictError),
        (415, "UNSUPPORTED_FILE_TYPE", UnsupportedFileTypeError),
        (422, "INVALID_INPUT", InvalidInputError),
        (501, "", ServerError),
    ],
)
async def test_each_status_is_an_error_of_its_own(core, api, clock, kit, status, code, kind) -> None:
    api.script("GET", "/health", kit.error(status, code, "No.", details={"why": 1}))
    with pytest.raises(kind) as caught:
        await core.call(HEALTH, HealthResponse)
    assert type(caught.value) is kind
    assert (caught.value.status, caught.value.code, caught.value.details) == (status, code, {"why": 1})
    assert clock.sleeps == []


async def test_nobody_there_is_a_transport_error_after_all_attempts(clock, kit) -> None:
    core = Core("http://127.0.0.1:1", kit.key, clock=clock)
    with pytest.raises(TransportError, match=r"http://127.0.0.1:1 could not be reached") as caught:
        await core.call(HEALTH, HealthResponse)
    assert len(clock.sleeps) == 4
    assert kit.key not in str(caught.value)
    await core.aclose()


async def test_an_answer_in_time_or_a_transport_error(api, clock, kit) -> None:
    api.hold = asyncio.Event()
    core = Core(api.base, kit.key, clock=clock, timeout=0.05, retry=RetryPolicy(attempts=1))
    with pytest.raises(TransportError, match="did not answer in time"):
        await core.fetch(f"{api.base}/v1/streams/cb")
    await core.aclose()


async def test_an_answer_outside_the_contract_names_the_operation(core, api, kit) -> None:
    api.script("POST", "/api/v1/autogenerations", kit.reply(body={"success": True, "data": {"job": 1}}))
    with pytest.raises(ServerError, match="createAutogeneration that does not keep to the contract: Field required"):
        await create(core)


async def test_a_page_of_a_proxy_is_explained(core, api, kit) -> None:
    api.script("GET", "/health", kit.reply(status=403, body=b"<html>Blocked</html>", kind="text/html"))
    with pytest.raises(ForbiddenError, match="answered with HTTP status 403 and no explanation"):
        await core.call(HEALTH, HealthResponse)


async def test_signed_addresses_are_fetched_without_the_key(core, api) -> None:
    assert (await core.fetch(f"{api.base}/files/1.svg?token=x")).startswith(b"<svg>")
    assert (await core.fetch("/files/2.svg")) == b"<svg>/files/2.svg</svg>"
    assert all("authorization" not in seen.headers for seen in api.seen)


async def test_a_signed_address_may_lead_on_and_an_operation_may_not(core, api, kit) -> None:
    moved = kit.reply(status=307, body=b"", headers={"Location": f"{api.base}/files/there.svg"})
    api.script("GET", "/files/here.svg", moved)
    api.script("GET", "/health", moved)
    assert await core.fetch("/files/here.svg") == b"<svg>/files/there.svg</svg>"
    with pytest.raises(ApiError, match=r"HTTP status 307 and no explanation\. Check that this is"):
        await core.call(HEALTH, HealthResponse)
    assert [seen.path for seen in api.seen] == ["/files/here.svg", "/files/there.svg", "/health"]


@pytest.mark.parametrize("url", ["file:/etc/hosts", "data:,x", "http://host:port/x"])
async def test_only_web_addresses_are_fetched(core, clock, url) -> None:
    with pytest.raises(InputError) as caught:
        await core.fetch(url)
    assert caught.value.field == "url"
    assert clock.sleeps == []


async def test_closing_a_client_that_was_never_used_closes_its_transport(kit) -> None:
    closed: list[bool] = []

    async def close() -> None:
        closed.append(True)

    async def app(scope, receive, send) -> None:
        raise AssertionError

    await Core("http://embedded", kit.key, transport=InProcessTransport(app, on_close=close)).aclose()
    assert closed == [True]


async def test_the_key_is_nowhere_to_be_read(core, api, kit, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    api.script("GET", "/health", kit.error(401, "INVALID_API_KEY", f"Unknown key {kit.key}."))
    with pytest.raises(AuthenticationError) as caught:
        await core.call(HEALTH, HealthResponse)
    assert kit.key not in f"{core!r} {caught.value} {caught.value!r} {caught.value.details}"
    assert kit.key not in caplog.text


@pytest.mark.parametrize("key", ["two\nlines", "schlüssel", "tab\tbed"])
def test_a_key_that_cannot_be_sent_is_refused_without_repeating_it(key) -> None:
    with pytest.raises(InputError) as caught:
        checked_key(key)
    assert key not in str(caught.value)
    assert caught.value.field == "api_key"


@pytest.mark.parametrize(
    "address", ["api.prezent.ai", "ftp://x", "https://", "https://me:secret@host", "http://host:port"]
)
def test_what_is_no_address_is_refused(address) -> None:
    with pytest.raises(InputError) as caught:
        checked_base(address)
    assert "secret" not in str(caught.value)


async def test_another_event_loop_gets_a_clear_error(core) -> None:
    await core.call(HEALTH, HealthResponse)
    caught: list[PrezentError] = []

    def elsewhere() -> None:
        try:
            asyncio.run(core.call(HEALTH, HealthResponse))
        except PrezentError as error:
            caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    await asyncio.to_thread(thread.join)
    assert "another event loop" in str(caught[0])


async def test_a_closed_client_says_so(core) -> None:
    await core.aclose()
    with pytest.raises(PrezentError, match="closed"):
        await core.call(HEALTH, HealthResponse)


async def test_a_waiting_call_can_be_cancelled(api, kit) -> None:
    class Forever(FakeClock):
        async def sleep(self, seconds: float) -> None:
            waiting.set()
            await asyncio.Event().wait()

    waiting = asyncio.Event()
    core = Core(api.base, kit.key, clock=Forever())
    api.script("GET", "/health", kit.error(503, "SERVICE_UNAVAILABLE", "Down."))
    task = asyncio.create_task(core.call(HEALTH, HealthResponse))
    await waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await core.aclose()
