"""Is the service there, and are its parts: ``GET /test`` and ``GET /health`` (CONTRACT section 11)."""

from __future__ import annotations

from typing import Literal

from prezent_widgets.contract.model import Moment, QueryModel, ResponseModel, WireModel

HealthCategory = Literal["autogenerator", "scim"]


class TestData(WireModel):
    """A greeting that shows the key works."""

    message: str | None = None


class TestResponse(ResponseModel):
    """The answer of ``GET /test``."""

    data: TestData


class HealthQuery(QueryModel):
    """Which group of services to look at; without it only that the API answers."""

    category: HealthCategory | None = None


class ServiceHealth(WireModel):
    """One part of the service: ``status`` is ``ok`` or ``degraded``."""

    name: str | None = None
    status: str | None = None
    detail: str | None = None


class HealthData(WireModel):
    """What stands under ``data``: for a category, its services and when they were looked at."""

    message: str | None = None
    category: str | None = None
    services: list[ServiceHealth] | None = None
    timestamp: Moment | None = None


class HealthResponse(ResponseModel):
    """The answer of ``GET /health``; the message stands at the top and in ``data``."""

    message: str | None = None
    status: str | None = None
    data: HealthData | None = None


__all__ = ["HealthCategory", "HealthData", "HealthQuery", "HealthResponse", "ServiceHealth", "TestData", "TestResponse"]
