"""``GET /test`` and ``GET /health``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from prezent_widgets.contract import health as wire
from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.server.endpoint import Call, Handler
from prezent_widgets.server.problems import Problem

_GREETING = "The Prezent API is running."


async def test(_call: Call) -> wire.TestResponse:
    """Say hello."""
    return wire.TestResponse(data=wire.TestData(message=_GREETING))


async def health(call: Call) -> wire.HealthResponse:
    """Say whether the parts work; 503 when one does not."""
    category = call.read(wire.HealthQuery).category
    if category is None:
        return wire.HealthResponse(message=_GREETING, status="ok", data=wire.HealthData(message=_GREETING))
    services = [await _database(call)]
    if category == "autogenerator":
        services += [
            await _engine(call),
            wire.ServiceHealth(name="asset-store", status="ok", detail="local folder"),
        ]
    down = [service for service in services if service.status != "ok"]
    if down:
        raise Problem(
            ErrorCode.SERVICE_UNAVAILABLE,
            f"Not working: {', '.join(service.name or '' for service in down)}.",
            details={"services": [service.to_wire() for service in services]},
        )
    data = wire.HealthData(message=_GREETING, category=category, services=services, timestamp=datetime.now(UTC))
    return wire.HealthResponse(message=_GREETING, status="ok", data=data)


async def _database(call: Call) -> wire.ServiceHealth:
    try:
        async with call.services.database.read() as connection:
            await connection.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        return wire.ServiceHealth(name="database", status="degraded", detail=type(error).__name__)
    return wire.ServiceHealth(name="database", status="ok", detail="sqlite")


async def _engine(call: Call) -> wire.ServiceHealth:
    try:
        await call.services.runtime.ready()
    except Exception as error:  # noqa: BLE001 - whatever keeps it down is what health is asked for; the log has it all
        return wire.ServiceHealth(name="slide-generator", status="degraded", detail=type(error).__name__)
    return wire.ServiceHealth(name="slide-generator", status="ok", detail="engine processes start when needed")


HANDLERS: Mapping[str, Handler] = {"getTest": test, "getHealth": health}

__all__ = ["HANDLERS"]
