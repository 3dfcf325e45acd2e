"""``GET /files/{path}?token=``: decks and pictures, by signed address, without a key."""

from __future__ import annotations

import logging
from urllib.parse import quote

from fastapi import Request, Response

from prezent_widgets.server.endpoint import crash, refuse
from prezent_widgets.server.problems import Problem, not_found
from prezent_widgets.server.services import Services
from prezent_widgets.server.theme_cards import ensure_card

log = logging.getLogger(__name__)

_TYPES = {
    "svg": "image/svg+xml",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


async def download(request: Request) -> Response:
    """Send a stored file."""
    try:
        return await _send(request)
    except Problem as problem:
        return refuse(problem)
    except Exception:
        log.exception("A file could not be sent")
        return crash()


async def _send(request: Request) -> Response:
    services: Services = request.app.state.services
    path = request.path_params["path"]
    name = services.links.file_name(path, request.query_params.get("token", ""))
    await ensure_card(services, path)
    try:
        data = await services.files.get_async(path)
    except FileNotFoundError:
        raise not_found("file", path.rpartition("/")[2]) from None
    headers = {
        "Cache-Control": "private, max-age=3600",
        "X-Content-Type-Options": "nosniff",
        # A picture is never a page: even opened by itself it runs no script and loads nothing.
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
    if name:
        # RFC 6266: the plain form for old readers, the encoded one for everything beyond ASCII.
        plain = name.encode("ascii", "replace").decode("ascii").replace('"', "'").replace("\\", "_")
        headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    kind = _TYPES.get(path.rpartition(".")[2], "application/octet-stream")
    return Response(data, media_type=kind, headers=headers)


__all__ = ["download"]
