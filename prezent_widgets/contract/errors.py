"""The error codes of the API and the HTTP status each one always has (CONTRACT section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class ErrorCode(StrEnum):
    """The 38 codes. A code never changes its meaning or its status once published.

    Example:
        >>> ErrorCode("MISSING_PROMPT").status
        400
    """

    INVALID_API_KEY = "INVALID_API_KEY"
    EXPIRED_API_KEY = "EXPIRED_API_KEY"
    UNAUTHORIZED = "UNAUTHORIZED"
    FORBIDDEN = "FORBIDDEN"
    ENDPOINT_NOT_FOUND = "ENDPOINT_NOT_FOUND"
    RESOURCE_NOT_FOUND = "RESOURCE_NOT_FOUND"
    NOT_FOUND = "NOT_FOUND"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    UNSUPPORTED_FILE_TYPE = "UNSUPPORTED_FILE_TYPE"
    INVALID_INPUT = "INVALID_INPUT"
    UNPROCESSABLE_ENTITY = "UNPROCESSABLE_ENTITY"
    RATE_LIMIT_EXCEEDED = "RATE_LIMIT_EXCEEDED"
    USAGE_LIMIT_EXCEEDED = "USAGE_LIMIT_EXCEEDED"
    TOO_MANY_REQUESTS = "TOO_MANY_REQUESTS"
    THROTTLED = "THROTTLED"
    BAD_REQUEST = "BAD_REQUEST"
    INVALID_JSON = "INVALID_JSON"
    MISSING_REQUIRED_FIELD = "MISSING_REQUIRED_FIELD"
    MISSING_QUERY_PARAM = "MISSING_QUERY_PARAM"
    MISSING_CALLBACK_ID = "MISSING_CALLBACK_ID"
    MISSING_SLIDES_ARRAY = "MISSING_SLIDES_ARRAY"
    MISSING_PROMPT = "MISSING_PROMPT"
    MISSING_TEMPLATE_ID = "MISSING_TEMPLATE_ID"
    MISSING_FILE_CONTENT = "MISSING_FILE_CONTENT"
    MISSING_SHARE_DETAILS = "MISSING_SHARE_DETAILS"
    INVALID_TYPE = "INVALID_TYPE"
    INVALID_DATA = "INVALID_DATA"
    INVALID_DATA_TYPE = "INVALID_DATA_TYPE"
    INVALID_PAYLOAD = "INVALID_PAYLOAD"
    INVALID_REQUEST = "INVALID_REQUEST"
    API_REQUEST_FAILED = "API_REQUEST_FAILED"
    FILE_UPLOAD_FAILED = "FILE_UPLOAD_FAILED"
    MAX_RETRIES_EXCEEDED = "MAX_RETRIES_EXCEEDED"
    EXTERNAL_SERVICE_ERROR = "EXTERNAL_SERVICE_ERROR"
    INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR"
    SERVICE_UNAVAILABLE = "SERVICE_UNAVAILABLE"
    GATEWAY_TIMEOUT = "GATEWAY_TIMEOUT"
    IDEMPOTENCY_KEY_REUSED_WITH_DIFFERENT_BODY = "IDEMPOTENCY_KEY_REUSED_WITH_DIFFERENT_BODY"

    @property
    def status(self) -> int:
        """The HTTP status that always goes with the code."""
        return ERROR_STATUS[self]


_BY_STATUS: dict[int, tuple[ErrorCode, ...]] = {
    400: (
        ErrorCode.BAD_REQUEST,
        ErrorCode.INVALID_JSON,
        ErrorCode.MISSING_REQUIRED_FIELD,
        ErrorCode.MISSING_QUERY_PARAM,
        ErrorCode.MISSING_CALLBACK_ID,
        ErrorCode.MISSING_SLIDES_ARRAY,
        ErrorCode.MISSING_PROMPT,
        ErrorCode.MISSING_TEMPLATE_ID,
        ErrorCode.MISSING_FILE_CONTENT,
        ErrorCode.MISSING_SHARE_DETAILS,
        ErrorCode.INVALID_TYPE,
        ErrorCode.INVALID_DATA,
        ErrorCode.INVALID_DATA_TYPE,
        ErrorCode.INVALID_PAYLOAD,
        ErrorCode.INVALID_REQUEST,
        ErrorCode.API_REQUEST_FAILED,
        ErrorCode.FILE_UPLOAD_FAILED,
    ),
    401: (ErrorCode.UNAUTHORIZED, ErrorCode.INVALID_API_KEY, ErrorCode.EXPIRED_API_KEY),
    403: (ErrorCode.FORBIDDEN,),
    404: (ErrorCode.NOT_FOUND, ErrorCode.RESOURCE_NOT_FOUND, ErrorCode.ENDPOINT_NOT_FOUND),
    405: (ErrorCode.METHOD_NOT_ALLOWED,),
    409: (ErrorCode.IDEMPOTENCY_KEY_REUSED_WITH_DIFFERENT_BODY,),
    415: (ErrorCode.UNSUPPORTED_FILE_TYPE,),
    422: (ErrorCode.INVALID_INPUT, ErrorCode.UNPROCESSABLE_ENTITY),
    429: (
        ErrorCode.TOO_MANY_REQUESTS,
        ErrorCode.RATE_LIMIT_EXCEEDED,
        ErrorCode.USAGE_LIMIT_EXCEEDED,
        ErrorCode.THROTTLED,
    ),
    500: (ErrorCode.INTERNAL_SERVER_ERROR, ErrorCode.MAX_RETRIES_EXCEEDED),
    503: (ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.EXTERNAL_SERVICE_ERROR),
    504: (ErrorCode.GATEWAY_TIMEOUT,),
}

ERROR_STATUS: Mapping[ErrorCode, int] = MappingProxyType(
    {code: status for status, codes in _BY_STATUS.items() for code in codes}
)
"""Code → HTTP status, for all 38 codes."""


def codes_of(status: int) -> tuple[ErrorCode, ...]:
    """The codes that travel with an HTTP status, the most general first; empty when the API never uses it.

    Example:
        >>> [str(code) for code in codes_of(404)]
        ['NOT_FOUND', 'RESOURCE_NOT_FOUND', 'ENDPOINT_NOT_FOUND']
    """
    return _BY_STATUS.get(status, ())


__all__ = ["ERROR_STATUS", "ErrorCode", "codes_of"]
