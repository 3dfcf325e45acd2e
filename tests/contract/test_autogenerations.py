from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from prezent_widgets.contract.autogenerations import (
    AutogenerationRequest,
    AutogenerationResponse,
    AutogenerationSettings,
    AutogenerationStatusData,
    AutogenerationStatusResponse,
    DeckSlide,
    DownloadRequest,
    DownloadResponse,
)


def test_only_the_prompt_is_required() -> None:
    assert AutogenerationRequest.model_validate({"prompt": "x"}).to_wire() == {"prompt": "x"}
    with pytest.raises(ValidationError):
        AutogenerationRequest.model_validate({})


@pytest.mark.parametrize(
    "wrong",
    [
        {"prompt": 3},
        {"prompt": None},
        {"prompt": "x", "files": "a"},
        {"prompt": "x", "settings": {"generate_speaker_notes": "true"}},
        {"prompt": "x", "settings": {"slides": [1]}},
        {"prompt": "x", "files": [{"file_name": "no id"}]},
    ],
)
def test_types_are_strict(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        AutogenerationRequest.model_validate(wrong)


def test_files_and_texts_in_both_spellings() -> None:
    request = AutogenerationRequest.model_validate(
        {"prompt": "x", "files": ["a", {"file_id": "b", "s3_path": "p", "more": 1}], "text": "one", "texts": ["two"]}
    )
    assert request.file_ids == ["a", "b"]
    assert request.passages == ["one", "two"]


def test_unknown_keys_are_kept() -> None:
    settings = AutogenerationSettings.model_validate({"files_reminder": False})
    assert settings.to_wire() == {"files_reminder": False}


def test_the_start_serves_both_readers() -> None:
    assert AutogenerationResponse.of("c", "t", "Started.").to_wire() == {
        "success": True,
        "data": {"callback_id": "c", "token": "t"},
        "message": "Started.",
        "resData": {"callback_id": "c", "token": "t"},
        "error": None,
    }


@pytest.mark.parametrize(
    ("state", "top"), [("in_progress", "inprogress"), ("success", "success"), ("failed", "failed")]
)
def test_the_two_literals_of_a_state(state: Any, top: str) -> None:
    body = AutogenerationStatusResponse.of(AutogenerationStatusData(status=state)).to_wire()
    assert (body["data"]["status"], body["status"]) == (state, top)
    assert "body" not in body
    assert "meta" not in body


def test_a_finished_status_serves_both_readers() -> None:
    data = AutogenerationStatusData(
        status="success",
        callback_id="c",
        fileName="q3.pptx",
        allSlides=[DeckSlide(index=0, slide_id="s", slideId="s", title="A")],
        final_output={"slide_count": 1},
        execution_end=datetime(2026, 11, 23, 20, 5, tzinfo=UTC),
        report={"score": 90},
    )
    body = AutogenerationStatusResponse.of(data).to_wire()
    slides = [{"slide_id": "s", "slideId": "s", "index": 0, "title": "A"}]
    assert body["data"]["execution_end"] == "2026-11-23T20:05:00.000Z"
    assert body["allSlides"] == body["data"]["allSlides"] == slides
    assert body["meta"] == {"filename": "q3.pptx"}
    assert body["final_output"] == {"slide_count": 1}
    assert "error" not in body


def test_a_failed_status_says_why_at_the_top_too() -> None:
    body = AutogenerationStatusResponse.of(AutogenerationStatusData(status="failed", error_log="Why.")).to_wire()
    assert (body["success"], body["error"], body["data"]["error_log"]) == (True, "Why.", "Why.")


def test_statuses_are_one_of_three() -> None:
    with pytest.raises(ValidationError):
        AutogenerationStatusData.model_validate({"status": "inprogress"})


def test_the_download_serves_both_readers() -> None:
    four = {"status": "success", "output_file": "q3.pptx", "download_url": "https://x/y", "message": "Ready."}
    assert DownloadResponse.of("https://x/y", "q3.pptx", "Ready.").to_wire() == {"success": True, "data": four, **four}


def test_the_download_request_as_published_clients_send_it() -> None:
    sent = {"callback_id": "c", "sections": [], "outputFormat": "", "outputPath": "p/", "outputBucket": "b"}
    assert DownloadRequest.model_validate(sent).to_wire() == sent
    with pytest.raises(ValidationError):
        DownloadRequest.model_validate({"callback_id": ""})
