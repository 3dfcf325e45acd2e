from __future__ import annotations

import pytest
from pydantic import ValidationError

from prezent_widgets.contract.envelope import ErrorEnvelope, SuccessEnvelope, failure, success
from prezent_widgets.contract.errors import ErrorCode


def test_an_error_has_all_its_keys() -> None:
    status, body = failure(ErrorCode.INVALID_INPUT, "No.")
    assert status == 422
    assert body == {
        "success": False,
        "data": None,
        "error": {"code": "INVALID_INPUT", "message": "No.", "details": {}},
    }


def test_details_are_an_object_always() -> None:
    assert failure(ErrorCode.BAD_REQUEST, "No.", {"details": ["a"]})[1]["error"]["details"] == {"details": ["a"]}
    with pytest.raises(ValidationError):
        ErrorEnvelope.model_validate({"error": {"code": "BAD_REQUEST", "message": "m", "details": ["a"]}})


def test_unknown_codes_and_keys_can_be_read() -> None:
    body = {"success": False, "data": None, "error": {"code": "NEW", "message": "m", "hint": "h"}, "trace": 1}
    assert ErrorEnvelope.model_validate(body).to_wire()["error"]["hint"] == "h"


def test_success_may_be_missing_but_not_data() -> None:
    assert SuccessEnvelope.model_validate({"data": {}}).success is True
    with pytest.raises(ValidationError):
        SuccessEnvelope.model_validate({"success": True})
    assert success([1], next_cursor=None) == {"success": True, "data": [1], "next_cursor": None}
