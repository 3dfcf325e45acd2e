"""The base of every wire model, and how a body is written.

Attribute names are the wire's own (``fileContent``, ``callback_id``): what a model says is what travels. Contracts are
additive (CONTRACT section 1), so unknown keys are kept and can be read from ``model_extra``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, PlainSerializer, model_serializer


def iso_utc(moment: datetime) -> str:
    """A moment as RFC 3339 text in UTC with milliseconds.

    Example:
        >>> from datetime import timezone
        >>> iso_utc(datetime(2026, 11, 23, 20, 5, tzinfo=timezone.utc))
        '2026-11-23T20:05:00.000Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Moment = Annotated[AwareDatetime, PlainSerializer(iso_utc, return_type=str, when_used="json")]
"""A ``date-time`` of the wire: aware in Python, RFC 3339 in UTC in JSON."""


def _empty_for_null(value: object) -> object:
    return "" if value is None else value


Text = Annotated[str, BeforeValidator(_empty_for_null)]
"""Text that is never null on our side: some servers write null where the specification says text."""


class WireModel(BaseModel):
    """A JSON object of the API. Optional keys that are None are left out, save those in ``NULLABLE``.

    The specification types optional keys as plain strings, so a null would break strict readers (CONTRACT section 1).

    Example:
        >>> class Greeting(WireModel):
        ...     hello: str
        ...     nobody: str | None = None
        >>> Greeting(hello="world").to_wire()
        {'hello': 'world'}
    """

    model_config = ConfigDict(extra="allow", serialize_by_alias=True)

    NULLABLE: ClassVar[frozenset[str]] = frozenset()

    @model_serializer(mode="wrap")
    def _without_nulls(self, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return {key: value for key, value in handler(self).items() if value is not None or key in self.NULLABLE}

    def to_wire(self) -> dict[str, Any]:
        """The JSON object as plain Python values."""
        return self.model_dump(mode="json")


class RequestModel(WireModel):
    """A request body. Types are strict: ``"3"`` is not an integer; unknown keys are kept."""

    model_config = ConfigDict(extra="allow", strict=True)


class QueryModel(WireModel):
    """Query parameters. They arrive as text, so types are read leniently; unknown parameters are ignored."""

    model_config = ConfigDict(extra="ignore")


class ResponseModel(WireModel):
    """A success body. ``success`` is always sent by our server, and may be missing from other ones."""

    success: bool = True


__all__ = ["Moment", "QueryModel", "RequestModel", "ResponseModel", "Text", "WireModel", "iso_utc"]
