from __future__ import annotations

from collections import Counter

from prezent_widgets.contract.errors import ERROR_STATUS, ErrorCode, codes_of


def test_there_are_38_codes_each_with_one_status() -> None:
    assert len(ErrorCode) == len(ERROR_STATUS) == 38
    assert Counter(ERROR_STATUS.values()) == {
        400: 17, 401: 3, 403: 1, 404: 3, 405: 1, 409: 1, 415: 1, 422: 2, 429: 4, 500: 2, 503: 2, 504: 1,
    }  # fmt: skip


def test_the_codes_where_sources_differ_follow_the_specification() -> None:
    assert ErrorCode.INVALID_INPUT.status == 422
    assert ErrorCode.API_REQUEST_FAILED.status == ErrorCode.FILE_UPLOAD_FAILED.status == 400
    assert ErrorCode.EXTERNAL_SERVICE_ERROR.status == 503
    assert ErrorCode.MAX_RETRIES_EXCEEDED.status == 500
    assert ErrorCode.IDEMPOTENCY_KEY_REUSED_WITH_DIFFERENT_BODY.status == 409


def test_codes_of_a_status() -> None:
    assert codes_of(401)[0] == "UNAUTHORIZED"
    assert codes_of(418) == ()
    assert sorted(code for status in set(ERROR_STATUS.values()) for code in codes_of(status)) == sorted(ErrorCode)
