"""An error answer as an exception of ours: what happened, and what to do next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from prezent_widgets.errors import (
    ApiError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    RateLimitError,
    ServerError,
    UnsupportedFileTypeError,
)

_CLASSES: Mapping[int, type[ApiError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    415: UnsupportedFileTypeError,
    422: InvalidInputError,
}

_HINTS: Mapping[str, str] = {
    "UNAUTHORIZED": "Set PREZENT_API_KEY or give api_key=… to the client.",
    "INVALID_API_KEY": "Copy it again, or ask for a new one.",
    "EXPIRED_API_KEY": "Ask for a new API key.",
    "ENDPOINT_NOT_FOUND": "The API key may not be allowed to use this, or the address of the API is not right.",
    "USAGE_LIMIT_EXCEEDED": "The yearly quota of your company is used up: ask for more.",
    "IDEMPOTENCY_KEY_REUSED_WITH_DIFFERENT_BODY": "Use a new idempotency key for a different request.",
}

_TERSE_CHARACTERS = 60


def read_body(body: bytes) -> dict[str, Any]:
    """A JSON object, or an empty one when the body is anything else (a proxy's page, say)."""
    try:
        value: Any = json.loads(body)
    except ValueError:
        return {}
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _reasons(details: Mapping[str, Any]) -> list[str]:
    """The sentences inside ``error.details.details``: a text or a list of texts (CONTRACT section 2)."""
    inner: Any = details.get("details")
    if isinstance(inner, str):
        return [inner]
    return [item for item in cast("list[Any]", inner) if isinstance(item, str)] if isinstance(inner, list) else []


def _message(error: Mapping[str, Any], details: Mapping[str, Any], status: int, where: str) -> str:
    said = error.get("message")
    if not isinstance(said, str) or not said:
        return f"{where} answered with HTTP status {status} and no explanation."
    # A terse message ("Invalid input") gets its reasons; one that explains itself does not need them.
    reasons = _reasons(details) if len(said) <= _TERSE_CHARACTERS else []
    more = [reason for reason in reasons if reason.casefold() not in said.casefold()]
    if more:
        return f"{said.rstrip('.')}: {'; '.join(more)}."
    return f"{said}." if said[-1].isalnum() else said


def _hint(message: str, details: Mapping[str, Any], code: str, status: int, retry_after: float | None) -> str:
    """What to do next: in the server's words, or in ours when its message says only what happened."""
    if details.get("hint"):
        return str(details["hint"])
    if ". " in message:
        return ""
    if status == 429 and retry_after is not None:
        return f"Try again in {retry_after:.0f} seconds."
    if 300 <= status < 400:
        return "Check that this is the API's own address: it sends callers elsewhere."
    return _HINTS.get(code, "")


def api_error(status: int, body: bytes, *, where: str, retry_after: float | None = None, secret: str = "") -> ApiError:
    """The typed error for an answer with an error status.

    ``where`` names the server for people. ``secret`` is blotted out should a server repeat it.

    Example:
        >>> api_error(404, b'{"error": {"code": "NOT_FOUND", "message": "No such deck."}}', where="The API")
        NotFoundError('No such deck.')
    """
    if secret:
        body = body.replace(secret.encode("utf-8"), b"***")
    answer = read_body(body)
    raw: Any = answer.get("error")
    error = cast("dict[str, Any]", raw) if isinstance(raw, dict) else {}
    raw_details: Any = error.get("details")
    details = cast("dict[str, Any]", raw_details) if isinstance(raw_details, dict) else {}
    code = str(error.get("code") or "")
    message = _message(error, details, status, where)
    if status == 401 and code in _HINTS:
        message = message.partition(". ")[0].rstrip(".") + "."  # what servers advise is about headers
    hint = _hint(message, details, code, status, retry_after)
    if status == 429:
        return RateLimitError(message, status=status, code=code, details=details, hint=hint, retry_after=retry_after)
    kind = _CLASSES.get(status, ServerError if status >= 500 else ApiError)
    return kind(message, status=status, code=code, details=details, hint=hint)


__all__ = ["api_error", "read_body"]
