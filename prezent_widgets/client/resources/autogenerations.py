"""Generated decks: start, status, download, stream; and cancelling, where the server is ours."""

from __future__ import annotations

from prezent_widgets.client.core import Core
from prezent_widgets.contract.autogenerations import (
    AutogenerationRequest,
    AutogenerationResponse,
    AutogenerationStatusData,
    AutogenerationStatusResponse,
    CancellationData,
    CancellationResponse,
    DownloadData,
    DownloadRequest,
    DownloadResponse,
)
from prezent_widgets.contract.envelope import CallbackData
from prezent_widgets.contract.operations import EXTENSIONS, OPERATIONS
from prezent_widgets.contract.streams import StreamSession, StreamSessionCreateRequest, StreamSessionCreateResponse


class Autogenerations:
    """The operations on generated decks, in the API's own words. ``Client.start`` is the comfortable way."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def create(self, request: AutogenerationRequest, *, idempotency_key: str | None = None) -> CallbackData:
        """Start a generation; the same ``idempotency_key`` within 24 hours gives the same job."""
        operation = OPERATIONS["createAutogeneration"]
        answer = await self._core.call(operation, AutogenerationResponse, body=request, idempotency_key=idempotency_key)
        return answer.data

    async def get(self, callback_id: str) -> AutogenerationStatusData:
        """How a job stands, and what it made."""
        path = {"callback_id": callback_id}
        answer = await self._core.call(OPERATIONS["getAutogeneration"], AutogenerationStatusResponse, path=path)
        return answer.data

    async def download(self, callback_id: str, *, output_format: str | None = None) -> DownloadData:
        """Where the finished deck can be fetched; the URL holds its own, short-lived permission."""
        body = DownloadRequest(callback_id=callback_id, outputFormat=output_format)
        operation, path = OPERATIONS["createAutogenerationDownload"], {"callback_id": callback_id}
        return (await self._core.call(operation, DownloadResponse, path=path, body=body)).data

    async def stream_session(self, callback_id: str) -> StreamSession:
        """A URL on which the job's events arrive, valid for five minutes."""
        body = StreamSessionCreateRequest(callback_id=callback_id)
        return (await self._core.call(OPERATIONS["createStreamSession"], StreamSessionCreateResponse, body=body)).data

    async def cancel(self, callback_id: str) -> CancellationData:
        """Stop a job. An extension of ours: the hosted API answers 404 ENDPOINT_NOT_FOUND."""
        operation, path = EXTENSIONS["createAutogenerationCancellation"], {"callback_id": callback_id}
        return (await self._core.call(operation, CancellationResponse, path=path)).data


__all__ = ["Autogenerations"]
