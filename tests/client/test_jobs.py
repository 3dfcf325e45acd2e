from __future__ import annotations

import asyncio

import pytest

from prezent_widgets.client.events import Completed, Failed, Progress, Snapshot
from prezent_widgets.errors import JobFailedError, JobTimeoutError, NotFoundError, PrezentError, TransportError

CANCEL = "/api/v1/autogenerations/cb/cancellations"


@pytest.fixture
def job(client):
    return client.job("cb")


async def test_the_result_is_the_deck_with_its_report(job, api, kit) -> None:
    api.streams.append([kit.sse(1, "snapshot"), kit.sse(2, "completed")])
    api.statuses[0]["report"] = {"score": 91, "findings": []}
    deck = await job.result()
    assert deck.titles == ("Sales grew 12 %", "North leads")
    assert deck.name == "q3.pptx"
    assert deck.report.score == 91
    assert await job.result() is deck
    assert len(api.of("GET", "/files/q3.pptx")) == 1
    assert repr(job) == "<Job cb completed>"


@pytest.mark.parametrize("asynchronous", [False, True])
async def test_every_event_is_told(job, api, kit, asynchronous) -> None:
    api.streams.append(
        [kit.sse(1, "snapshot"), kit.sse(2, "progress", stage="planning", percentage=9), kit.sse(3, "completed")]
    )
    told: list[object] = []

    async def tell(event: object) -> None:
        told.append(event)

    await job.result(on_event=tell if asynchronous else told.append)
    assert told == [Snapshot("in_progress"), Progress("planning", 9), Completed()]


async def test_a_listener_that_fails_is_heard(job, api, kit) -> None:
    api.streams.append([kit.sse(1, "snapshot"), kit.sse(2, "completed")])

    def tell(event: object) -> None:
        raise RuntimeError("the listener's own fault")

    with pytest.raises(RuntimeError, match="own fault"):
        await job.result(on_event=tell)


async def test_after_the_events_the_result_comes_without_following_again(job, api, kit) -> None:
    api.streams.append([kit.sse(1, "snapshot"), kit.sse(2, "completed")])
    events = [event async for event in job.events()]
    assert events[-1] == Completed()
    await job.result()
    assert len(api.of("GET", "/v1/streams/cb")) == 1


async def test_a_failed_job_says_why(job, api, kit) -> None:
    api.streams.append([kit.sse(1, "failed", error_log="sales.csv: no numbers in it.", hint="Check the file.")])
    with pytest.raises(JobFailedError, match=r"no numbers in it\. Check the file\.") as caught:
        await job.result()
    assert caught.value.callback_id == "cb"


async def test_a_failed_job_found_by_polling_says_why(job, api) -> None:
    api.statuses[0] = api.status("failed", error_log="Out of ink.")
    with pytest.raises(JobFailedError, match="Out of ink"):
        await job.result()


async def test_a_job_that_takes_too_long_goes_on(job, api, kit) -> None:
    api.hold = asyncio.Event()
    api.streams.append([kit.sse(1, "snapshot")])
    with pytest.raises(JobTimeoutError, match=r"within 0\.05 seconds") as caught:
        await job.result(timeout=0.05)
    assert caught.value.callback_id == "cb"
    assert api.of("POST", CANCEL) == []


async def test_cancelling_tells_the_server(job, api) -> None:
    assert await job.cancel() is True
    assert len(api.of("POST", CANCEL)) == 1


async def test_cancelling_a_job_that_has_ended(job, api, kit) -> None:
    done = {"data": {"callback_id": "cb", "cancelled": False, "status": "success"}}
    api.script("POST", CANCEL, kit.reply(body=done))
    assert await job.cancel() is False


async def test_where_jobs_can_not_be_cancelled_they_are_no_longer_followed(job, api, kit) -> None:
    api.hold = asyncio.Event()
    api.streams.append([kit.sse(1, "snapshot")])
    api.script("POST", CANCEL, kit.error(404, "ENDPOINT_NOT_FOUND", "There is no such path."))
    events = job.events()
    assert isinstance(await anext(events), Snapshot)
    with pytest.raises(PrezentError, match="cannot stop a job"):
        await job.cancel()
    assert [type(event) for event in [event async for event in events]] == [Failed]
    with pytest.raises(JobFailedError, match="no longer followed"):
        await job.result()


async def test_cancelling_an_unknown_job(job, api, kit) -> None:
    api.script("POST", CANCEL, kit.error(404, "RESOURCE_NOT_FOUND", "There is no job 'cb'."))
    with pytest.raises(NotFoundError):
        await job.cancel()


async def test_the_task_that_waits_can_be_cancelled(job, api, kit) -> None:
    api.hold = asyncio.Event()
    api.streams.append([kit.sse(1, "snapshot")])
    begun = asyncio.Event()
    task = asyncio.create_task(job.result(on_event=lambda _: begun.set()))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_two_may_follow_one_job(job, api, kit) -> None:
    whole = [kit.sse(1, "snapshot"), kit.sse(2, "completed")]
    api.streams.extend([whole, whole])
    first, second = await asyncio.gather(job.result(), job.result())
    assert len(first) == len(second) == 2


async def test_thumbnails_in_order(job, api) -> None:
    urls = [f"{api.base}/files/{name}.svg" for name in ("b", "a")]
    api.statuses[0]["allSlides"] = [
        {"index": 1, "thumbnail": urls[0]},
        {"index": 0, "thumbnail": urls[1]},
        {"index": 2},
    ]
    assert await job.thumbnails() == (b"<svg>/files/a.svg</svg>", b"<svg>/files/b.svg</svg>")


async def test_a_server_that_goes_away_is_a_transport_error(job, api, kit, clock) -> None:
    api.base = "http://127.0.0.1:1"
    job._core.base_url = job._core.base_url.copy_with(port=1)
    with pytest.raises(TransportError):
        await job.result()
