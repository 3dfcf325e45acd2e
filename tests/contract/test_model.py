from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import ClassVar

import pytest
from pydantic import ValidationError

from prezent_widgets.contract.model import Moment, QueryModel, RequestModel, ResponseModel, WireModel, iso_utc


class Inner(WireModel):
    name: str | None = None


class Outer(ResponseModel):
    NULLABLE: ClassVar[frozenset[str]] = frozenset({"cursor"})

    inner: Inner
    cursor: str | None = None
    when: Moment | None = None


def test_nulls_are_left_out_at_every_depth_but_where_they_belong() -> None:
    assert Outer(inner=Inner()).to_wire() == {"success": True, "inner": {}, "cursor": None}
    assert Outer(inner=Inner()).model_dump_json() == '{"success":true,"inner":{},"cursor":null}'


def test_moments_travel_in_utc() -> None:
    east = datetime(2026, 11, 24, 1, 5, 0, 123456, tzinfo=timezone(timedelta(hours=5)))
    assert iso_utc(east) == "2026-11-23T20:05:00.123Z"
    assert Outer(inner=Inner(), when=east).to_wire()["when"] == "2026-11-23T20:05:00.123Z"
    read = Outer.model_validate({"inner": {}, "when": "2026-11-23T20:05:00Z"})
    assert read.when == datetime(2026, 11, 23, 20, 5, tzinfo=UTC)
    with pytest.raises(ValidationError):
        Outer.model_validate({"inner": {}, "when": "2026-11-23T20:05:00"})


def test_requests_are_strict_and_queries_lenient() -> None:
    class Body(RequestModel):
        n: int

    class Query(QueryModel):
        n: int

    assert Query.model_validate({"n": "3", "utm": "x"}).to_wire() == {"n": 3}
    with pytest.raises(ValidationError):
        Body.model_validate({"n": "3"})
