"""The two envelopes every body travels in (CONTRACT section 1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field

from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.contract.model import ResponseModel, WireModel


class SuccessEnvelope(ResponseModel):
    """``{"success": true, "data": {...}}``; further keys may stand beside both."""

    data: dict[str, Any]


class CallbackData(WireModel):
    """What starting a job answers: its id, and a one-time token for reading its status without a key."""

    callback_id: str
    token: str | None = None


class ErrorBody(WireModel):
    """What went wrong. ``code`` stays text so that a reader survives codes that it does not know yet."""

    code: str
    message: str
    # An object always: a list or null makes published clients lose the message (CONTRACT section 1).
    details: dict[str, Any] = Field(default_factory=dict)


class ErrorEnvelope(WireModel):
    """``{"success": false, "data": null, "error": {...}}``."""

    NULLABLE: ClassVar[frozenset[str]] = frozenset({"data"})

    success: Literal[False] = False
    data: dict[str, Any] | None = None
    error: ErrorBody


def success(data: Any, **beside: Any) -> dict[str, Any]:
    """A success body with ``data``, and legacy keys beside it.

    Example:
        >>> success({"callback_id": "c1"}, message="started")
        {'success': True, 'data': {'callback_id': 'c1'}, 'message': 'started'}
    """
    return {"success": True, "data": data, **beside}


def failure(code: ErrorCode, message: str, details: Mapping[str, Any] | None = None) -> tuple[int, dict[str, Any]]:
    """An error's HTTP status and body.

    Example:
        >>> failure(ErrorCode.MISSING_PROMPT, "The prompt is empty.", {"details": ["prompt is missing"]})[0]
        400
    """
    body = ErrorEnvelope(error=ErrorBody(code=code.value, message=message, details=dict(details or {})))
    return code.status, body.to_wire()


__all__ = ["CallbackData", "ErrorBody", "ErrorEnvelope", "SuccessEnvelope", "failure", "success"]
