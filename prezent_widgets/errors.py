"""Every exception a user of prezent_widgets can meet.

::

    PrezentError                      what happened, and what to do next (``.hint``)
    ├── InputError (ValueError)       what a person gave cannot be used
    │   ├── SourceError               a source file that is missing, empty, or not what its name says
    │   ├── UnknownNameError          no theme, audience … of that name (``.suggestions``)
    │   ├── OutputError               the result cannot be written there
    │   └── PackageError              not a usable .pptx
    ├── ApiError                      the API answered with an error envelope (CONTRACT section 2)
    │   ├── BadRequestError           400
    │   ├── AuthenticationError       401
    │   ├── ForbiddenError            403
    │   ├── NotFoundError             404
    │   ├── ConflictError             409
    │   ├── UnsupportedFileTypeError  415
    │   ├── InvalidInputError         422
    │   ├── RateLimitError            429 (``.retry_after`` in seconds)
    │   └── ServerError               5xx
    ├── TransportError                the API could not be reached, or did not answer in time
    ├── JobFailedError                a job ended in failure (``.callback_id``)
    └── JobTimeoutError               a job did not end in the time given (``.callback_id``); it may still be running
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any


class PrezentError(Exception):
    """Something went wrong; the message says what, ``hint`` what to do next.

    Example:
        >>> str(PrezentError("The deck could not be saved.", hint="Choose another folder."))
        'The deck could not be saved. Choose another folder.'
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class InputError(PrezentError, ValueError):
    """What a person gave cannot be used. ``field`` names the form field it came from, if one did."""

    def __init__(self, message: str, *, hint: str = "", field: str = "") -> None:
        super().__init__(message, hint=hint)
        self.field = field


class SourceError(InputError):
    """A source file is missing, empty, or not what its name says."""

    def __init__(self, name: str, problem: str, *, hint: str = "") -> None:
        sentence = problem if problem.endswith((".", "!", "?")) else f"{problem}."  # the hint follows it
        super().__init__(f"{name}: {sentence}", hint=hint, field="sources")
        self.name = name
        self.problem = problem


class UnknownNameError(InputError):
    """There is no theme, audience … of that name; ``suggestions`` are the nearest that exist.

    Example:
        >>> str(UnknownNameError("theme", "habor", ["Harbor", "Fieldnote"]))
        "There is no theme 'habor'. Did you mean 'Harbor'? Available: Harbor, Fieldnote."
    """

    def __init__(self, noun: str, name: str, available: Sequence[str]) -> None:
        by_fold = {option.casefold(): option for option in available}
        near = [by_fold[match] for match in get_close_matches(name.casefold(), list(by_fold), n=3, cutoff=0.5)]
        meant = f"Did you mean {' or '.join(repr(option) for option in near)}? " if near else ""
        super().__init__(
            f"There is no {noun} {name!r}.", hint=f"{meant}Available: {', '.join(available) or 'none'}.", field=noun
        )
        self.noun = noun
        self.name = name
        self.suggestions = tuple(near)


class OutputError(InputError):
    """The result cannot be written where it was asked for."""


class PackageError(InputError):
    """The bytes are not a usable .pptx package (ECMA-376 part 2)."""


class ApiError(PrezentError):
    """The API answered with an error envelope (CONTRACT section 2)."""

    def __init__(
        self, message: str, *, status: int, code: str = "", details: Mapping[str, Any] | None = None, hint: str = ""
    ) -> None:
        super().__init__(message, hint=hint)
        self.status = status
        self.code = code
        self.details = dict(details or {})


class BadRequestError(ApiError):
    """400: the request is malformed or lacks something."""


class AuthenticationError(ApiError):
    """401: the API key is missing, unknown or expired."""


class ForbiddenError(ApiError):
    """403: the key is known but may not do this."""


class NotFoundError(ApiError):
    """404: no such thing, or not for this key."""


class ConflictError(ApiError):
    """409: the Idempotency-Key was used before with another body."""


class UnsupportedFileTypeError(ApiError):
    """415: this kind of file is not accepted here."""


class InvalidInputError(ApiError):
    """422: well-formed, but the values make no sense."""


class RateLimitError(ApiError):
    """429: too many requests; ``retry_after`` is in seconds, None when the server did not say."""

    def __init__(
        self,
        message: str,
        *,
        status: int = 429,
        code: str = "",
        details: Mapping[str, Any] | None = None,
        hint: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, status=status, code=code, details=details, hint=hint)
        self.retry_after = retry_after


class ServerError(ApiError):
    """5xx: the server failed; the request may be sent again."""


class TransportError(PrezentError):
    """The API could not be reached, or did not answer in time."""


class JobFailedError(PrezentError):
    """A job ended in failure; the message is the server's own reason."""

    def __init__(self, message: str, *, callback_id: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.callback_id = callback_id


class JobTimeoutError(PrezentError):
    """A job did not end in the time given; it may still be running under ``callback_id``."""

    def __init__(self, message: str, *, callback_id: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.callback_id = callback_id


__all__ = [
    "ApiError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "ForbiddenError",
    "InputError",
    "InvalidInputError",
    "JobFailedError",
    "JobTimeoutError",
    "NotFoundError",
    "OutputError",
    "PackageError",
    "PrezentError",
    "RateLimitError",
    "ServerError",
    "SourceError",
    "TransportError",
    "UnknownNameError",
    "UnsupportedFileTypeError",
]
