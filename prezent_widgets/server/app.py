"""The API as an ASGI application: the rows of the table of operations, the event streams, the signed files."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.contract.operations import EXTENSIONS, OPERATIONS
from prezent_widgets.server.auth.authenticate import by_key, by_key_or_token
from prezent_widgets.server.endpoint import Handler, crash, endpoint, refuse
from prezent_widgets.server.middleware.cors import AnyOrigin
from prezent_widgets.server.problems import Problem
from prezent_widgets.server.routes import audiences, autogenerations, files, health, streams, themes, uploads
from prezent_widgets.server.services import Services
from prezent_widgets.server.settings import Settings
from prezent_widgets.server.workflows.pool import Pool

log = logging.getLogger(__name__)

HANDLERS: Mapping[str, Handler] = {
    name: handler
    for module in (audiences, autogenerations, health, streams, themes, uploads)
    for name, handler in module.HANDLERS.items()
}
"""Operation id → what serves it."""

_TOKEN_WILL_DO = frozenset({"getAutogeneration"})


def create_app(settings: Settings, *, embedded_key: str | None = None, pool: Pool | None = None) -> FastAPI:
    """The server. Its lifespan opens the database and starts the job engine.

    Args:
        settings: how it runs; ``settings.data_dir`` is made when it is missing.
        embedded_key: an API key that is valid for this server's life only, beside those in the database.
        pool: engine processes that warm up already: importing this module takes as long as their imports do.

    Example:
        >>> app = create_app(Settings(data_dir=Path("data")))      # doctest: +SKIP
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        services = Services.build(settings, embedded_key, pool)
        await services.start()
        app.state.services = services
        try:
            yield
        finally:
            await services.stop()

    app = FastAPI(title="Prezent Platform API", lifespan=lifespan, openapi_url=None, redirect_slashes=False)
    for row in (*OPERATIONS.values(), *EXTENSIONS.values()):
        authenticate = by_key_or_token if row.id in _TOKEN_WILL_DO else by_key
        handler = HANDLERS[row.id]
        app.add_route(row.path, endpoint(row, handler, authenticate), methods=[row.verb])
        for legacy in row.legacy:
            app.add_route(legacy.path, endpoint(row, handler, authenticate, legacy), methods=[legacy.verb])
    app.add_route("/v1/streams/{callback_id}", streams.follow, methods=["GET"])
    app.add_route("/files/{path:path}", files.download, methods=["GET", "HEAD"])
    app.add_exception_handler(HTTPException, _http_problem)
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(Exception, _crash)
    app.add_middleware(AnyOrigin)
    return app


async def _problem(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return refuse(error)


async def _http_problem(request: Request, error: Exception) -> Response:
    """What the router itself says, in the API's own envelope."""
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        response = refuse(
            Problem(ErrorCode.METHOD_NOT_ALLOWED, f"{request.method} is not possible on {request.url.path}.")
        )
        response.headers.update(error.headers or {})
        return response
    if error.status_code == 404:
        return refuse(Problem(ErrorCode.ENDPOINT_NOT_FOUND, f"There is no endpoint {request.url.path}."))
    return refuse(Problem(ErrorCode.BAD_REQUEST, str(error.detail)))


async def _crash(request: Request, error: Exception) -> Response:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return crash()


__all__ = ["HANDLERS", "create_app"]
