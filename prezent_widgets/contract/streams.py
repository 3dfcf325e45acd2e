"""Stream sessions: a short-lived URL on which a job's events arrive (CONTRACT section 10)."""

from __future__ import annotations

from prezent_widgets.contract.model import Moment, RequestModel, ResponseModel, WireModel

STREAM_TOKEN_SECONDS = 300
"""How long a stream URL's token is valid; it is checked when connecting only."""
STREAM_RETRY_MS = 3000
STREAM_HEARTBEAT_SECONDS = 15


class StreamSessionCreateRequest(RequestModel):
    """Which job to follow."""

    callback_id: str


class StreamSession(WireModel):
    """Where the events arrive. ``session_id`` is the callback id."""

    session_id: str
    stream_url: str
    expires_at: Moment


class StreamSessionCreateResponse(ResponseModel):
    """The answer of ``POST /api/v1/streams/sessions`` (HTTP 201)."""

    data: StreamSession


__all__ = [
    "STREAM_HEARTBEAT_SECONDS",
    "STREAM_RETRY_MS",
    "STREAM_TOKEN_SECONDS",
    "StreamSession",
    "StreamSessionCreateRequest",
    "StreamSessionCreateResponse",
]
