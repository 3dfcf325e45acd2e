from __future__ import annotations

import asyncio

import pytest

from prezent_widgets.client.events import Completed, Failed, Progress, SlideReady, Snapshot
from prezent_widgets.client.following import POLL_SECONDS, Follower
from prezent_widgets.client.resources.autogenerations import Autogenerations
from prezent_widgets.errors import NotFoundError, ServerError

SESSIONS = "/api/v1/streams/sessions"
STREAM = "/v1/streams/cb"
STATUS = "/api/v1/autogenerations/cb"


@pytest.fixture
def follower(core) -> Follower:
    return Follower(core, Autogenerations(core), "cb")


async def heard(follower: Follower) -> list[object]:
    return [event async for event in follower.events()]


async def test_a_stream_from_beginning_to_end(follower, api, kit) -> None:
    api.streams.append(
        [
            "retry: 100\n\n",
            kit.sse(1, "snapshot", stage="reading", percentage=2),
            kit.sse(2, "progress", stage="planning", percentage=10),
            kit.sse(3, "slide", index=0, slide_callback_id="s0", title="One", thumbnail="http://x/1.svg"),
            ": heartbeat\n\n",
            kit.sse(4, "completed", file_name="q3.pptx", slide_count=1),
        ]
    )
    assert await heard(follower) == [
        Snapshot("in_progress", "reading", 2),
        Progress("planning", 10),
        SlideReady(0, "s0", "One", "http://x/1.svg"),
        Completed("q3.pptx", 1),
    ]
    assert api.of("GET", STATUS) == []
    assert "authorization" not in api.of("GET", STREAM)[0].headers


async def test_events_arrive_while_the_stream_is_open(follower, api, kit) -> None:
    api.hold = asyncio.Event()
    api.streams.append([kit.sse(1, "snapshot"), kit.sse(2, "progress", stage="planning", percentage=10)])
    events = follower.events()
    assert isinstance(await anext(events), Snapshot)
    assert await anext(events) == Progress("planning", 10)
    await events.aclose()


async def test_a_broken_stream_is_resumed_after_the_last_event(follower, api, kit, clock) -> None:
    api.streams.append(
        ["retry: 1500\n\n", kit.sse(1, "snapshot"), kit.sse(2, "slide", index=0, slide_callback_id="a"), kit.drop]
    )
    api.streams.append(
        [
            kit.sse(2, "snapshot", stage="building", percentage=60),
            kit.sse(2, "slide", index=0, slide_callback_id="a"),
            kit.sse(3, "slide", index=1, slide_callback_id="b"),
            kit.sse(4, "completed"),
        ]
    )
    assert await heard(follower) == [Snapshot("in_progress"), SlideReady(0, "a"), SlideReady(1, "b"), Completed()]
    assert [seen.headers.get("last-event-id") for seen in api.of("GET", STREAM)] == [None, "2"]
    assert clock.sleeps == [1.5]
    assert len(api.of("POST", SESSIONS)) == 2


async def test_a_stream_that_just_ends_is_resumed_too(follower, api, kit, clock) -> None:
    api.streams.extend([[kit.sse(1, "snapshot")], [kit.sse(2, "failed", error_log="No facts.")]])
    assert await heard(follower) == [Snapshot("in_progress"), Failed("No facts.")]
    assert clock.sleeps == [3.0]


async def test_a_long_reconnection_time_is_cut(follower, api, kit, clock) -> None:
    api.streams.extend([["retry: 99999999\n\n", kit.sse(1, "snapshot")], [kit.sse(2, "completed")]])
    await heard(follower)
    assert clock.sleeps == [30.0]


async def test_without_sessions_the_status_is_asked_for(follower, api, kit, clock) -> None:
    api.script("POST", SESSIONS, kit.error(404, "ENDPOINT_NOT_FOUND", "No streams."))
    running = api.status("in_progress", progress={"stage": "planning", "percentage": 10})
    building = api.status("in_progress", progress={"stage": "building", "percentage": 50}, allSlides=[{"index": 0}])
    api.statuses.extendleft([building, running, running])
    assert await heard(follower) == [
        Snapshot("in_progress", "planning", 10),
        Progress("planning", 10),
        Progress("building", 50),
        SlideReady(0),
        SlideReady(1, "", "N"),
        Completed("q3.pptx", 2),
    ]
    assert clock.sleeps == list(POLL_SECONDS[:3])


async def test_polling_settles_at_a_steady_pace(follower, api, kit, clock) -> None:
    api.script("POST", SESSIONS, kit.error(403, "FORBIDDEN", "No."))
    api.statuses.extendleft([api.status("in_progress")] * 10)
    await heard(follower)
    assert clock.sleeps == [*POLL_SECONDS, 5.0, 5.0, 5.0, 5.0]


@pytest.mark.parametrize("reply", [(200, "text/html"), (401, "application/json"), (204, "text/event-stream")])
async def test_a_stream_that_is_none_falls_back_to_polling(follower, api, kit, reply) -> None:
    status, kind = reply
    api.script("GET", STREAM, kit.reply(status=status, kind=kind, body=b""))
    assert (await heard(follower))[-1] == Completed("q3.pptx", 2)
    assert len(api.of("GET", STATUS)) == 1


async def test_a_stream_without_news_twice_falls_back_to_polling(follower, api) -> None:
    assert (await heard(follower))[-1] == Completed("q3.pptx", 2)
    assert len(api.of("GET", STREAM)) == 2


async def test_polling_after_a_stream_repeats_nothing(follower, api, kit) -> None:
    api.streams.append(
        [kit.sse(1, "snapshot"), kit.sse(2, "slide", index=0, slide_callback_id="s0", title="A"), kit.drop]
    )
    assert await heard(follower) == [
        Snapshot("in_progress"),
        SlideReady(0, "s0", "A"),
        SlideReady(1, "", "N"),
        Completed("q3.pptx", 2),
    ]


async def test_a_stream_in_other_words_falls_back_to_polling(follower, api) -> None:
    api.hold = asyncio.Event()  # it would stay open for ever
    api.streams.append(['data: {"kind": "hello"}\n\n'])
    assert (await heard(follower))[-1] == Completed("q3.pptx", 2)


async def test_events_of_a_later_version_are_passed_over(follower, api, kit) -> None:
    api.streams.append([kit.sse(1, "snapshot"), kit.sse(2, "applause", loud=True), kit.sse(3, "completed", more=1)])
    assert await heard(follower) == [Snapshot("in_progress"), Completed()]


async def test_the_slides_of_a_snapshot_come_one_by_one(follower, api, kit) -> None:
    slides = [{"index": 0, "slide_id": "a", "title": "A"}, {"index": 1, "slide_id": "b"}]
    api.streams.append([kit.sse(1, "snapshot", slides=slides), kit.sse(2, "completed")])
    assert await heard(follower) == [Snapshot("in_progress"), SlideReady(0, "a", "A"), SlideReady(1, "b"), Completed()]


async def test_a_server_that_starts_again_is_waited_for(follower, api, kit, clock) -> None:
    api.streams.append([kit.sse(1, "snapshot"), kit.drop])
    down = kit.error(503, "SERVICE_UNAVAILABLE", "Starting.")
    api.script("POST", SESSIONS, kit.reply(body=api.session_of("cb")), *[down] * 5)
    api.script("GET", STATUS, *[down] * 12)
    assert (await heard(follower))[-1] == Completed("q3.pptx", 2)
    assert len(api.of("GET", STATUS)) == 13


async def test_a_server_that_stays_away_is_an_error_in_the_end(follower, api, kit, clock) -> None:
    api.streams.append([kit.sse(1, "snapshot"), kit.drop])
    down = kit.error(503, "SERVICE_UNAVAILABLE", "Gone.")
    api.script("POST", SESSIONS, kit.reply(body=api.session_of("cb")), *[down] * 5)
    api.script("GET", STATUS, *[down] * 500)
    with pytest.raises(ServerError, match="Gone"):
        await heard(follower)
    assert 120 <= clock.now() < 150


async def test_a_server_that_was_never_there_is_an_error_at_once(follower, api, kit, clock) -> None:
    down = kit.error(503, "SERVICE_UNAVAILABLE", "Gone.")
    api.script("POST", SESSIONS, *[down] * 5)
    api.script("GET", STATUS, *[down] * 500)
    with pytest.raises(ServerError, match="Gone"):
        await heard(follower)
    assert clock.now() < 20


async def test_an_unknown_job_is_an_error(follower, api, kit) -> None:
    missing = kit.error(404, "RESOURCE_NOT_FOUND", "There is no job 'cb'.")
    api.script("POST", SESSIONS, missing)
    api.script("GET", STATUS, missing)
    with pytest.raises(NotFoundError, match="no job"):
        await heard(follower)
