"""Themes, audiences, uploads, streams and health: the shapes that the specification fixes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from prezent_widgets.contract import health
from prezent_widgets.contract.audiences import Audience, AudiencesListResponse, AudiencesQuery, AudiencesSearchRequest
from prezent_widgets.contract.health import HealthQuery, HealthResponse
from prezent_widgets.contract.streams import StreamSession, StreamSessionCreateResponse
from prezent_widgets.contract.themes import TemplatesQuery, Theme, ThemesListResponse, ThemesQuery
from prezent_widgets.contract.uploads import (
    CHUNK_CHARACTERS,
    FileCheck,
    PreprocessFileRequest,
    PreprocessFileResponse,
    UploadFileResponse,
    ValidateFilesData,
    ValidateFilesResponse,
)


def test_themes_are_an_array_of_texts_that_are_never_null() -> None:
    body = ThemesListResponse(data=[Theme(id="t", name="Harbor")]).to_wire()
    assert body["next_cursor"] is None
    assert all(isinstance(value, str) for value in body["data"][0].values())
    assert set(body["data"][0]) == {"id", "name", "code", "source", "thumbnail", "description"}
    assert Theme.model_validate({"id": "t", "name": "n", "thumbnail": None}).thumbnail == ""


def test_audiences_stand_twice_and_never_under_data() -> None:
    body = AudiencesListResponse.of([Audience(id="a", name="Executive")], "next").to_wire()
    assert body["result"] == body["items"] == [{"id": "a", "name": "Executive"}]
    assert (body["next_cursor"], "data" in body) == ("next", False)
    with pytest.raises(ValidationError):
        AudiencesListResponse.model_validate({"items": []})


def test_the_search_takes_15_by_default_and_a_key_called_fields() -> None:
    assert AudiencesSearchRequest().limit == 15
    request = AudiencesSearchRequest.model_validate({"query": "q", "fields": ["name"]})
    assert request.to_wire() == {"query": "q", "fields": ["name"], "limit": 15}


@pytest.mark.parametrize("model", [ThemesQuery, TemplatesQuery, AudiencesQuery])
def test_paging_is_opt_in_and_has_bounds(model: Any) -> None:
    assert model().paging is False
    assert model(cursor="c").paging is True
    assert model.model_validate({"limit": "200"}).limit == 200
    for wrong in ("0", "201", "many", "1.5"):
        with pytest.raises(ValidationError):
            model.model_validate({"limit": wrong})


def test_templates_know_two_features() -> None:
    assert TemplatesQuery.model_validate({"feature": "auto_generator"}).feature == "auto_generator"
    with pytest.raises(ValidationError):
        TemplatesQuery.model_validate({"feature": "other"})
    assert ThemesQuery.model_validate({"feature": "other"}).feature == "other"


@pytest.mark.parametrize(
    "wrong", [{"chunkIndex": -1}, {"totalChunks": 0}, {"chunkIndex": "0"}, {"requestIdentifier": None}, {"fileName": 1}]
)
def test_a_chunk_counts_from_zero_of_at_least_one(wrong: dict[str, Any]) -> None:
    good = {"fileContent": "", "fileName": "a", "chunkIndex": 0, "totalChunks": 1, "requestIdentifier": "r"}
    assert PreprocessFileRequest.model_validate(good).to_wire() == good
    with pytest.raises(ValidationError):
        PreprocessFileRequest.model_validate(good | wrong)
    assert CHUNK_CHARACTERS % 4 == 0


def test_the_answer_to_a_chunk_serves_both_readers() -> None:
    assert PreprocessFileResponse.of("r", "a.csv", "ok").to_wire() == {
        "success": True,
        "data": {"request_identifier": "r", "file_name": "a.csv", "message": "ok"},
        "status": "success",
        "requestIdentifier": "r",
        "fileName": "a.csv",
    }


def test_sizes_that_are_unknown_are_left_out() -> None:
    check = FileCheck(uuid="r", file_id="r", file_name="a.csv", valid=True, status="success")
    entry = ValidateFilesResponse(data=ValidateFilesData(files=[check])).to_wire()["data"]["files"][0]
    assert not {"number_of_pages", "file_size", "error", "serverError"} & set(entry)


def test_a_stored_file_has_all_five_keys() -> None:
    file = {"file_id": "f", "file_name": "n", "file_type": "t", "s3_path": "p", "s3_bucket": "b"}
    assert UploadFileResponse.model_validate({"data": {"file": file}}).data.file.to_wire() == file
    for key in file:
        with pytest.raises(ValidationError):
            UploadFileResponse.model_validate({"data": {"file": {**file, key: None}}})


def test_a_stream_session_has_its_three_keys() -> None:
    session = StreamSession(session_id="c", stream_url="https://x/s", expires_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert StreamSessionCreateResponse(data=session).to_wire()["data"] == {
        "session_id": "c",
        "stream_url": "https://x/s",
        "expires_at": "2026-01-01T00:00:00.000Z",
    }


def test_health_needs_nothing_and_knows_two_categories() -> None:
    assert HealthResponse.model_validate({}).data is None
    assert HealthQuery.model_validate({"category": "scim"}).category == "scim"
    with pytest.raises(ValidationError):
        HealthQuery.model_validate({"category": "weather"})
    assert health.TestResponse.model_validate({"success": True, "data": {"message": "hi"}}).data.message == "hi"
