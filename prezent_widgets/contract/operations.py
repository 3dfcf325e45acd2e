"""The operations of the API as a table: one row each, read by the client, the server, the docs and the tests.

``OPERATIONS`` holds what the Prezent Platform API publishes, ``EXTENSIONS`` what our server adds; the two never mix.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote

from prezent_widgets.contract import audiences, autogenerations, health, streams, themes, uploads
from prezent_widgets.contract.model import QueryModel, RequestModel, ResponseModel

Verb = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
Category = Literal["general", "autogenerator", "template_converter"]
Noun = Literal[
    "access_tokens",
    "audiences",
    "autogenerations",
    "health",
    "streams",
    "template_conversions",
    "themes",
    "uploads",
    "webhooks",
]
WIRE_CATEGORY: Mapping[Category, str] = {
    "general": "general",
    "autogenerator": "auto_generator",
    "template_converter": "template_converter",
}
"""A row's category → its name in the ``details`` of a 429 (CONTRACT section 4)."""


@dataclass(frozen=True, slots=True)
class LegacyPath:
    """An older path of an operation, served with ``Deprecation: true``.

    ``id_in`` says where the callback id stands (None: nowhere, or in ``path`` itself), ``id_key`` under which key;
    ``query`` are parameters the path implies.
    """

    verb: Verb
    path: str
    id_in: Literal["query", "body"] | None = None
    id_key: str = "callback_id"
    query: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Operation:
    """One row.

    Args:
        id: the ``operationId``.
        noun: the file of the same name on every floor (contract, client/resources, server/routes, docs).
        verb: the HTTP method.
        path: with ``{names}`` for path parameters.
        category: which rate limit counts the call.
        response: the success body.
        request: the body, if the operation has one.
        query: the query parameters, if it has any.
        success: HTTP status of the answer.
        errors: the error statuses the specification lists for it.
        idempotent: the specification lists the ``Idempotency-Key`` header (our server honours it on every change).
        paged: where the items of a list stand; None when it is not a paged list.
        counted: the category limit applies and its headers are sent.
        legacy: older paths with the same meaning.
    """

    id: str
    noun: Noun
    verb: Verb
    path: str
    category: Category
    response: type[ResponseModel]
    request: type[RequestModel] | None = None
    query: type[QueryModel] | None = None
    success: int = 200
    errors: tuple[int, ...] = (400, 401, 403, 404, 422, 429, 500, 503, 504)
    idempotent: bool = False
    paged: Literal["data", "items", "data.items"] | None = None
    counted: bool = True
    legacy: tuple[LegacyPath, ...] = ()

    def url(self, **parameters: str) -> str:
        """The path with its parameters filled in, each percent-encoded.

        Example:
            >>> OPERATIONS["getAutogeneration"].url(callback_id="a/b")
            '/api/v1/autogenerations/a%2Fb'
        """
        return self.path.format(**{name: quote(value, safe="") for name, value in parameters.items()})


_LISTS = (400, 401, 403, 404, 429, 500, 503, 504)
_FILES = (400, 401, 403, 404, 415, 422, 429, 500, 503, 504)

_ROWS = (
    Operation(
        "getTest", "health", "GET", "/test", "general", health.TestResponse, errors=(401, 403, 429, 500, 503, 504)
    ),
    Operation(
        "getHealth",
        "health",
        "GET",
        "/health",
        "general",
        health.HealthResponse,
        query=health.HealthQuery,
        errors=(401, 429, 500, 503, 504),
        counted=False,
    ),
    Operation(
        "createAutogeneration",
        "autogenerations",
        "POST",
        "/api/v1/autogenerations",
        "autogenerator",
        autogenerations.AutogenerationResponse,
        request=autogenerations.AutogenerationRequest,
        errors=(400, 401, 403, 404, 409, 422, 429, 500, 503, 504),
        idempotent=True,
        legacy=(LegacyPath("POST", "/api/v1/autogenerator"),),
    ),
    Operation(
        "getAutogeneration",
        "autogenerations",
        "GET",
        "/api/v1/autogenerations/{callback_id}",
        "autogenerator",
        autogenerations.AutogenerationStatusResponse,
        query=autogenerations.AutogenerationQuery,
        legacy=(LegacyPath("GET", "/api/v1/autogenerator/status", id_in="query"),),
    ),
    Operation(
        "createAutogenerationDownload",
        "autogenerations",
        "POST",
        "/api/v1/autogenerations/{callback_id}/downloads",
        "autogenerator",
        autogenerations.DownloadResponse,
        request=autogenerations.DownloadRequest,
        legacy=(LegacyPath("POST", "/api/v1/autogenerator/download", id_in="body"),),
    ),
    Operation(
        "listTemplates",
        "themes",
        "GET",
        "/api/v1/templates",
        "general",
        themes.ThemesListResponse,
        query=themes.TemplatesQuery,
        errors=_LISTS,
        paged="data",
        legacy=(
            LegacyPath("GET", "/api/v1/autogenerator/templates", query={"feature": "auto_generator"}),
            LegacyPath("GET", "/api/v1/template-converter/templates", query={"feature": "template_converter"}),
        ),
    ),
    Operation(
        "listAudiences",
        "audiences",
        "GET",
        "/api/v1/audiences",
        "general",
        audiences.AudiencesListResponse,
        query=audiences.AudiencesQuery,
        errors=_LISTS,
        paged="items",
    ),
    Operation(
        "searchAudiences",
        "audiences",
        "POST",
        "/api/v1/audiences/search",
        "general",
        audiences.AudiencesListResponse,
        request=audiences.AudiencesSearchRequest,
        query=audiences.AudiencesSearchQuery,
    ),
    Operation(
        "listThemes",
        "themes",
        "GET",
        "/api/v1/themes",
        "general",
        themes.ThemesListResponse,
        query=themes.ThemesQuery,
        errors=_LISTS,
        paged="data",
    ),
    Operation(
        "uploadFile",
        "uploads",
        "POST",
        "/api/v1/upload",
        "general",
        uploads.UploadFileResponse,
        request=uploads.UploadFileRequest,
        errors=_FILES,
    ),
    Operation(
        "preprocessFile",
        "uploads",
        "POST",
        "/api/v1/preprocess",
        "general",
        uploads.PreprocessFileResponse,
        request=uploads.PreprocessFileRequest,
        errors=_FILES,
    ),
    Operation(
        "validateFiles",
        "uploads",
        "POST",
        "/api/v1/validate",
        "general",
        uploads.ValidateFilesResponse,
        request=uploads.ValidateFilesRequest,
        errors=_FILES,
    ),
    Operation(
        "createStreamSession",
        "streams",
        "POST",
        "/api/v1/streams/sessions",
        "general",
        streams.StreamSessionCreateResponse,
        request=streams.StreamSessionCreateRequest,
        success=201,
        errors=_LISTS,
    ),
)

OPERATIONS: Mapping[str, Operation] = {row.id: row for row in _ROWS}
"""The published operations by id, in the order of the specification."""

EXTENSIONS: Mapping[str, Operation] = {
    row.id: row
    for row in (
        Operation(
            "createAutogenerationCancellation",
            "autogenerations",
            "POST",
            "/api/v1/autogenerations/{callback_id}/cancellations",
            "autogenerator",
            autogenerations.CancellationResponse,
        ),
    )
}
"""What our server adds. A server without them answers 404 ENDPOINT_NOT_FOUND."""


__all__ = ["EXTENSIONS", "OPERATIONS", "WIRE_CATEGORY", "Category", "LegacyPath", "Noun", "Operation", "Verb"]
