from __future__ import annotations

import json

import pytest

from prezent_widgets.client.failures import api_error, read_body
from prezent_widgets.errors import ApiError, RateLimitError


def told(status: int, message: object, details: object = None, code: str = "X", **more: object) -> ApiError:
    body = {"success": False, "data": None, "error": {"code": code, "message": message, "details": details}}
    return api_error(status, json.dumps(body).encode(), where="The API", **more)  # type: ignore[arg-type]


def test_reasons_inside_the_details_are_told_when_the_message_is_terse() -> None:
    assert str(told(422, "Invalid input", {"details": ["prompt is missing", 3]})) == "Invalid input: prompt is missing."
    assert str(told(422, "Invalid input.", {"details": "too long"})) == "Invalid input: too long."
    assert str(told(422, "The prompt is missing.", {"details": ["prompt is missing"]})) == "The prompt is missing."
    long = "The prompt is empty, so there is nothing that a deck could be about."
    assert str(told(400, long, {"details": ["prompt is missing"]})) == long


def test_what_to_do_next() -> None:
    assert "PREZENT_API_KEY" in str(told(401, "No.", code="UNAUTHORIZED"))
    header = "There is no key. Send it as `Authorization: Bearer <key>`."
    assert str(told(401, header, code="UNAUTHORIZED")).startswith("There is no key. Set PREZENT_API_KEY")
    assert str(told(401, "Unauthorized", code="INVALID_API_KEY")).startswith("Unauthorized. Copy it again")
    assert str(told(404, "No path. Look elsewhere.", code="ENDPOINT_NOT_FOUND")) == "No path. Look elsewhere."
    assert str(told(400, "No.", {"hint": "Try this."})) == "No. Try this."
    limited = told(429, "Slow down.", retry_after=12.4)
    assert isinstance(limited, RateLimitError)
    assert str(limited) == "Slow down. Try again in 12 seconds."


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"error": "no"}', b'{"error": {"message": null}}', b"\xff"])
def test_answers_that_are_no_envelope(body) -> None:
    error = api_error(502, body, where="The API")
    assert str(error) == "The API answered with HTTP status 502 and no explanation."
    assert (error.code, error.details) == ("", {})


def test_the_key_is_blotted_out_wherever_it_is_repeated() -> None:
    error = told(401, "Unknown key pz_1.", {"sent": "Bearer pz_1"}, secret="pz_1")
    assert "pz_1" not in f"{error} {error.details}"


def test_bodies_that_are_objects() -> None:
    assert read_body(b'{"a": 1}') == {"a": 1}
    assert read_body(b"3") == {}
