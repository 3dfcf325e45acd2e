"""A deck, from the request to the file, over the wire."""

from __future__ import annotations

import io
import json
from uuid import UUID

import pytest
from pptx import Presentation

from prezent_widgets.contract.autogenerations import AutogenerationStatusResponse
from prezent_widgets.deck.package import problems
from tests.server.conftest import CSV, ON_ONE_LOOP, Api
from tests.server.following import follow, session

pytestmark = ON_ONE_LOOP

PROMPT = "How did visits and loans develop this year?"


async def start(api: Api, **more: object) -> str:
    file = (await api.upload("visits.csv", CSV)).json()["data"]["file"]["file_id"]
    body = {"prompt": PROMPT, "files": [file], "audience": "executive", "template_id": "harbor", **more}
    response = await api.post("/api/v1/autogenerations", body)
    assert response.status_code == 200, response.text
    return response.json()["data"]["callback_id"]


async def test_the_whole_way(api: Api) -> None:
    callback_id = await start(api, settings={"generate_speaker_notes": True})
    assert UUID(callback_id).version == 4
    running = (await api.http.get(f"/api/v1/autogenerations/{callback_id}")).json()
    assert running["data"]["status"] == "in_progress"
    assert running["status"] == "inprogress"
    early = await api.post(f"/api/v1/autogenerations/{callback_id}/downloads", {})
    assert (early.status_code, early.json()["error"]["code"]) == (400, "BAD_REQUEST")

    frames = await follow(api, callback_id)
    events = [frame.event for frame in frames]
    assert [frame.id for frame in frames] == list(range(1, len(frames) + 1))
    assert events[0].type == "snapshot"
    assert events[-1].type == "completed"
    assert [event.type for event in events].count("completed") == 1
    stages = list(dict.fromkeys(event.stage for event in events if event.type == "progress"))
    assert stages == ["reading", "planning", "designing", "building", "rendering", "checking", "done"]
    shares = [event.percentage for event in events if event.type == "progress"]
    assert shares == sorted(shares)
    assert shares[-1] == 100

    response = await api.http.get(f"/api/v1/autogenerations/{callback_id}")
    done = AutogenerationStatusResponse.model_validate(response.json())
    assert done.status == done.data.status == "success"
    assert done.data.report is not None
    assert done.data.report["score"] > 0
    slides = done.data.allSlides or []
    assert len(slides) >= 4
    assert [slide.title for slide in slides] == [event.title for event in events if event.type == "slide"]
    for slide in slides:
        picture = await api.anonymous.get(slide.thumbnail or "")
        assert picture.headers["content-type"] == "image/svg+xml"
        assert picture.content.lstrip().startswith((b"<svg", b"<?xml"))
    assert (await api.http.get(f"/api/v1/autogenerations/{callback_id}")).json() == response.json()

    body = {"callback_id": callback_id, "outputFormat": "", "sections": [], "outputPath": "merge_slide_output/"}
    link = (await api.post(f"/api/v1/autogenerations/{callback_id}/downloads", body)).json()
    assert link["status"] == link["data"]["status"] == "success"
    deck = await api.anonymous.get(link["download_url"])
    assert "attachment" in deck.headers["content-disposition"]
    assert problems(deck.content) == ()
    opened = Presentation(io.BytesIO(deck.content))
    assert len(opened.slides) == len(slides)
    assert link["output_file"].endswith(".pptx")
    assert any(slide.has_notes_slide for slide in opened.slides)

    # Who comes late gets the same story; who heard it all gets the end once more.
    again = await follow(api, callback_id)
    assert [frame.event.type for frame in again] == [event.type for event in events]
    assert again[0].event.status == "success"
    middle = await follow(api, callback_id, last_event_id=5)
    assert [frame.id for frame in middle] == [5, *range(6, len(frames) + 1)]
    after = await follow(api, callback_id, last_event_id=len(frames))
    assert [frame.event.type for frame in after] == ["snapshot", "completed"]


async def test_a_file_that_is_not_what_it_says_fails_the_job_in_words(api: Api) -> None:
    file = (await api.upload("figures.csv", b"\x00\x01\x02\x03" * 500)).json()["data"]["file"]["file_id"]
    response = await api.post("/api/v1/autogenerations", {"prompt": PROMPT, "files": [file]})
    callback_id = response.json()["data"]["callback_id"]
    frames = await follow(api, callback_id)
    assert frames[-1].event.type == "failed"
    body = (await api.http.get(f"/api/v1/autogenerations/{callback_id}")).json()
    assert body["status"] == body["data"]["status"] == "failed"
    assert "figures.csv" in body["data"]["error_log"]
    assert "Traceback" not in json.dumps(body)
    assert body["data"]["progress"] == {"stage": "reading", "percentage": 0}
    snapshot = (await follow(api, callback_id))[0].event
    assert (snapshot.type, snapshot.status, snapshot.percentage) == ("snapshot", "failed", 0)
    assert body["error"] == body["data"]["error_log"]
    link = await api.post(f"/api/v1/autogenerations/{callback_id}/downloads", {})
    assert link.status_code == 400
    assert "figures.csv" in link.json()["error"]["message"]


async def test_cancelling_ends_the_work(api: Api) -> None:
    callback_id = await start(api)
    frames = await follow(api, callback_id, until="planning")
    assert frames[-1].event.stage == "planning"
    answer = (await api.post(f"/api/v1/autogenerations/{callback_id}/cancellations", {})).json()
    assert answer["data"]["cancelled"] is True
    assert answer["data"]["status"] == "failed"
    end = await follow(api, callback_id)
    assert end[0].event.status == "failed"
    assert frames[-1].event.percentage <= end[0].event.percentage < 100
    assert end[-1].event.type == "failed"
    assert "cancelled" in end[-1].event.error_log
    again = (await api.post(f"/api/v1/autogenerations/{callback_id}/cancellations", {})).json()
    assert again["data"]["cancelled"] is False
    # However far it had come when the word arrived, nobody gets a deck from a cancelled job.
    assert (await api.post(f"/api/v1/autogenerations/{callback_id}/downloads", {})).status_code == 400
    # The place in the pool is free again.
    other = await start(api)
    assert (await follow(api, other))[-1].event.type == "completed"


async def test_the_token_of_the_start_reads_the_status(api: Api) -> None:
    response = await api.post("/api/v1/autogenerations", {"prompt": PROMPT, "text": "Visits rose by 12 percent."})
    body = response.json()
    assert body["resData"] == body["data"]
    assert "error" in body
    assert body["error"] is None
    path = f"/api/v1/autogenerations/{body['data']['callback_id']}"
    good = await api.anonymous.get(path, params={"token": body["data"]["token"]})
    assert good.status_code == 200
    assert (await api.anonymous.get(path, params={"token": "guess"})).status_code == 401
    assert (await api.anonymous.get(path)).status_code == 401
    by_query = await api.http.get("/api/v1/autogenerator/status", params=body["data"])
    assert by_query.status_code == 200
    await api.post(f"{path}/cancellations", {})


@pytest.mark.parametrize(
    ("change", "status", "code", "word"),
    [
        ({"template_id": "harbr"}, 422, "INVALID_INPUT", "Harbor"),
        ({"audience": "executiv"}, 422, "INVALID_INPUT", "Executive"),
        ({"files": ["file_nowhere"]}, 422, "INVALID_INPUT", "file_nowhere"),
        ({"settings": {"slides": [9, 3]}}, 422, "INVALID_INPUT", "slides"),
        ({"prompt": ""}, 400, "MISSING_PROMPT", "prompt"),
    ],
)
async def test_what_can_be_refused_at_once_is(api: Api, change: dict, status: int, code: str, word: str) -> None:
    response = await api.post("/api/v1/autogenerations", {"prompt": PROMPT, **change})
    error = response.json()["error"]
    assert (response.status_code, error["code"]) == (status, code)
    assert isinstance(error["details"]["details"], list)
    assert word in " ".join(error["details"]["details"])


async def test_names_and_codes_do_as_well(api: Api) -> None:
    themes = (await api.http.get("/api/v1/themes")).json()["data"]
    for name in (themes[0]["name"].upper(), themes[0]["code"].lower()):
        response = await api.post("/api/v1/autogenerations", {"prompt": PROMPT, "template_id": name, "text": "A."})
        assert response.status_code == 200
        path = f"/api/v1/autogenerations/{response.json()['data']['callback_id']}"
        await api.post(f"{path}/cancellations", {})


async def test_unknown_jobs(api: Api) -> None:
    for response in (
        await api.http.get("/api/v1/autogenerations/nope"),
        await api.post("/api/v1/autogenerations/nope/downloads", {}),
        await api.post("/api/v1/autogenerations/nope/cancellations", {}),
        await api.post("/api/v1/streams/sessions", {"callback_id": "nope"}),
    ):
        assert (response.status_code, response.json()["error"]["code"]) == (404, "RESOURCE_NOT_FOUND")


async def test_streams_need_their_token(api: Api) -> None:
    first, second = await start(api), await start(api)
    made = await session(api, first)
    assert made["session_id"] == first
    assert made["stream_url"].startswith("http://server.test/v1/streams/")
    for url in (
        f"/v1/streams/{first}",
        f"/v1/streams/{first}?token=x",
        made["stream_url"].replace(first, second),
    ):
        response = await api.anonymous.get(url)
        assert (response.status_code, response.json()["error"]["code"]) == (401, "UNAUTHORIZED")
    for callback_id in (first, second):
        await api.post(f"/api/v1/autogenerations/{callback_id}/cancellations", {})


async def test_files_need_their_token(api: Api) -> None:
    thumbnail = (await api.http.get("/api/v1/themes")).json()["data"][0]["thumbnail"]
    path, _, token = thumbnail.partition("?token=")
    assert (await api.anonymous.get(path)).status_code == 401
    stolen = await api.anonymous.get(f"http://server.test/files/prezent.sqlite?token={token}")
    assert (stolen.status_code, stolen.json()["error"]["code"]) == (403, "FORBIDDEN")
    picture = await api.anonymous.get(thumbnail)
    assert picture.status_code == 200
    assert picture.content.startswith(b"<svg")
