"""From a row of the table of operations to a route: who calls, what was sent, the answer or the error envelope.

Every answer of an operation passes here, so that the envelope, the errors and the headers are the same everywhere.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fastapi import Request, Response
from pydantic import ValidationError
from starlette.requests import ClientDisconnect

from prezent_widgets.contract.envelope import failure
from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.contract.model import ResponseModel, WireModel
from prezent_widgets.contract.operations import LegacyPath, Operation
from prezent_widgets.server.auth.keys import Caller
from prezent_widgets.server.idempotency import Answer, Slot
from prezent_widgets.server.problems import Problem
from prezent_widgets.server.services import Services

log = logging.getLogger(__name__)

_CHANGES = frozenset({"POST", "PUT", "PATCH"})
_MAX_BODY = 64 * 2**20
Model = TypeVar("Model", bound=WireModel)


@dataclass(frozen=True, slots=True)
class Call:
    """One request to an operation, checked.

    ``sent`` is the body or the query as its model; ``path`` the path parameters; ``base_url`` what absolute addresses
    begin with, without a slash at the end.
    """

    services: Services
    caller: Caller
    base_url: str
    path: Mapping[str, str] = field(default_factory=dict[str, str])
    body: WireModel | None = None
    query: WireModel | None = None

    def read(self, model: type[Model]) -> Model:
        """The body or the query, as the model the operation's row names."""
        for sent in (self.body, self.query):
            if isinstance(sent, model):
                return sent
        raise TypeError(f"the operation has no {model.__name__}")


Handler = Callable[[Call], Awaitable[ResponseModel]]
Authenticate = Callable[[Services, Request, Mapping[str, str]], Awaitable[Caller]]


def reply(status: int, body: Any, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON answer."""
    return _raw(status, json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"), headers)


def refuse(problem: Problem) -> Response:
    """The error envelope of a problem."""
    status, body = failure(problem.code, problem.message, problem.details)
    return reply(status, body)


def crash() -> Response:
    """The error envelope of a failure of ours; what happened is in the log, not in the answer."""
    return refuse(
        Problem(ErrorCode.INTERNAL_SERVER_ERROR, "Something went wrong in the server. Its log has the details.")
    )


def endpoint(
    row: Operation, handler: Handler, authenticate: Authenticate, legacy: LegacyPath | None = None
) -> Callable[[Request], Awaitable[Response]]:
    """The route of an operation, or of one of its older paths."""

    async def serve(request: Request) -> Response:
        try:
            response = await _serve(request, row, handler, authenticate, legacy)
        except Problem as problem:
            response = refuse(problem)
        except ClientDisconnect:
            response = refuse(Problem(ErrorCode.BAD_REQUEST, "The request ended before its body was complete."))
        except Exception:
            log.exception("%s failed", row.id)
            response = crash()
        if legacy is not None:
            _deprecate(response, request, row, legacy)
        return response

    return serve


async def _serve(
    request: Request, row: Operation, handler: Handler, authenticate: Authenticate, legacy: LegacyPath | None
) -> Response:
    services: Services = request.app.state.services
    parameters: dict[str, str] = {name: str(value) for name, value in request.path_params.items()}
    if legacy is not None and legacy.id_in == "query":
        parameters["callback_id"] = _required_id(request.query_params.get(legacy.id_key), legacy.id_key)
    caller = await authenticate(services, request, parameters)
    sent = await _json_body(request) if row.request is not None else None
    if legacy is not None and legacy.id_in == "body":
        parameters["callback_id"] = _required_id(sent.get(legacy.id_key) if sent else None, legacy.id_key)
    query = {**request.query_params, **(legacy.query if legacy is not None else {})}
    call = Call(
        services=services,
        caller=caller,
        base_url=base_url(services, request),
        path=parameters,
        body=_parse(row.request, sent or {}) if row.request is not None else None,
        query=_parse(row.query, query, in_query=True) if row.query is not None else None,
    )
    _same_id(parameters, sent)
    key = request.headers.get("Idempotency-Key")
    if key is None or row.verb not in _CHANGES:
        return _success(row, await handler(call))
    # A legacy path and its successor share the space: the slot is named by the successor (CONTRACT section 5).
    slot = Slot(caller.key_id, row.verb, row.url(**parameters), key)
    return await _once(services, slot, {"body": sent, "query": query}, row, handler, call)


async def _once(services: Services, slot: Slot, sent: Any, row: Operation, handler: Handler, call: Call) -> Response:
    async with services.idempotency.turn(slot):
        known = await services.idempotency.find(slot, sent)
        if known is not None:
            return _raw(known.status, known.body, {"Idempotency-Replayed": "true"})
        response = _success(row, await handler(call))
        await services.idempotency.keep(slot, sent, Answer(response.status_code, bytes(response.body)))
        return response


def base_url(services: Services, request: Request) -> str:
    """What absolute addresses begin with: the settings' word, else the address this request came to."""
    return services.settings.base_url or str(request.base_url).rstrip("/")


def _success(row: Operation, body: ResponseModel) -> Response:
    return reply(row.success, body.to_wire())


def _raw(status: int, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
    return Response(body, status_code=status, media_type="application/json", headers=dict(headers or {}))


# ---------------------------------------------------------------- what was sent


async def _json_body(request: Request) -> dict[str, Any]:
    size = request.headers.get("content-length", "0")
    if size.isdigit() and int(size) > _MAX_BODY:
        raise Problem(ErrorCode.FILE_UPLOAD_FAILED, "The request is too large. Send the file in smaller chunks.")
    raw = bytearray()
    async for part in request.stream():
        raw += part
        if len(raw) > _MAX_BODY:
            raise Problem(ErrorCode.FILE_UPLOAD_FAILED, "The request is too large. Send the file in smaller chunks.")
    try:
        sent = json.loads(raw)
    except ValueError as error:  # also bytes that are not UTF-8
        raise Problem(ErrorCode.INVALID_JSON, "The body is not JSON.") from error
    except RecursionError as error:
        raise Problem(ErrorCode.INVALID_JSON, "The body is nested too deeply.") from error
    if not isinstance(sent, dict):
        raise Problem(ErrorCode.INVALID_PAYLOAD, "The body must be a JSON object.")
    return sent


def _parse(model: type[Model], values: Mapping[str, Any], *, in_query: bool = False) -> Model:
    try:
        # Query values are text; a body is JSON, whose numbers and lists must not be read leniently.
        return model.model_validate(values)
    except ValidationError as error:
        raise _invalid(error, in_query=in_query) from error


def _invalid(error: ValidationError, *, in_query: bool) -> Problem:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    listed = [f"{'.'.join(str(part) for part in entry['loc']) or 'body'}: {entry['msg']}" for entry in found]
    missing = [str(entry["loc"][-1]) for entry in found if entry["type"] == "missing" and entry["loc"]]
    message = f"The request cannot be used: {'; '.join(listed)}."
    if missing:
        listed = [f"{name} is missing" for name in missing]
        message = f"The request lacks {', '.join(missing)}."
    return Problem(_code(found[0]["type"], missing, in_query=in_query), message, listed=listed)


# What a person left out has codes of its own (CONTRACT section 2).
_MISSING = {
    "prompt": ErrorCode.MISSING_PROMPT,
    "callback_id": ErrorCode.MISSING_CALLBACK_ID,
    "fileContent": ErrorCode.MISSING_FILE_CONTENT,
}


def _code(kind: str, missing: list[str], *, in_query: bool) -> ErrorCode:
    if missing:
        return _MISSING.get(missing[0], ErrorCode.MISSING_QUERY_PARAM if in_query else ErrorCode.MISSING_REQUIRED_FIELD)
    if in_query:
        return ErrorCode.INVALID_REQUEST
    return ErrorCode.INVALID_DATA_TYPE if kind.endswith(("_type", "_parsing")) else ErrorCode.INVALID_INPUT


def _required_id(value: Any, key: str) -> str:
    if not isinstance(value, str) or not value:
        raise Problem(ErrorCode.MISSING_CALLBACK_ID, f"The request lacks {key}.", listed=[f"{key} is missing"])
    return value


def _same_id(parameters: Mapping[str, str], sent: Mapping[str, Any] | None) -> None:
    """A body may repeat the path's id, but not name another (CONTRACT section 7)."""
    repeated = (sent or {}).get("callback_id")
    if "callback_id" in parameters and repeated is not None and repeated != parameters["callback_id"]:
        raise Problem(
            ErrorCode.INVALID_INPUT,
            "The body names another callback_id than the path.",
            listed=["callback_id differs from the path's"],
        )


def _deprecate(response: Response, request: Request, row: Operation, legacy: LegacyPath) -> None:
    response.headers["Deprecation"] = "true"
    callback_id = request.path_params.get("callback_id") or request.query_params.get(legacy.id_key)
    if "{callback_id}" not in row.path:
        response.headers["Link"] = f'<{row.path}>; rel="successor-version"'
    elif callback_id:
        response.headers["Link"] = f'<{row.url(callback_id=callback_id)}>; rel="successor-version"'


__all__ = ["Authenticate", "Call", "Handler", "base_url", "crash", "endpoint", "refuse", "reply"]
