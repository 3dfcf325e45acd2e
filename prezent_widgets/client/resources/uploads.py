"""Files on their way in: ``uploadFile``, ``preprocessFile`` and ``validateFiles``."""

from __future__ import annotations

from collections.abc import Mapping

from prezent_widgets.client.core import Core
from prezent_widgets.contract.operations import OPERATIONS
from prezent_widgets.contract.uploads import (
    FileCheck,
    PreprocessFileData,
    PreprocessFileRequest,
    PreprocessFileResponse,
    StoredFile,
    UploadFileRequest,
    UploadFileResponse,
    ValidateFilesRequest,
    ValidateFilesResponse,
)


class Uploads:
    """Sources of decks. :meth:`upload` is all one needs; the others are the operations it is made of."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def upload(self, name: str, data: bytes) -> str:
        """Send one file, large or small; answer its file id, for ``files`` of a generation.

        Raises:
            SourceError: the file is empty, too large, or of a kind the API does not take.
        """
        from prezent_widgets.client.attachments import read_sources
        from prezent_widgets.client.uploads import Uploader

        (attachment,) = read_sources([(name, data)])
        return await Uploader(self).send(attachment)

    async def send(self, name: str, content: str) -> StoredFile:
        """One file in one request; ``content`` is base64."""
        body = UploadFileRequest(fileName=name, fileContent=content)
        return (await self._core.call(OPERATIONS["uploadFile"], UploadFileResponse, body=body)).data.file

    async def send_chunk(self, name: str, content: str, index: int, total: int, identifier: str) -> PreprocessFileData:
        """Chunk ``index`` (from 0) of ``total``; ``identifier`` holds the chunks of one file together."""
        body = PreprocessFileRequest(
            fileName=name, fileContent=content, chunkIndex=index, totalChunks=total, requestIdentifier=identifier
        )
        return (await self._core.call(OPERATIONS["preprocessFile"], PreprocessFileResponse, body=body)).data

    async def validate(self, files: Mapping[str, str]) -> list[FileCheck]:
        """Whether chunked files can be used; ``files`` maps each identifier to its name."""
        body = ValidateFilesRequest(fileIdentifiers=dict(files))
        answer = await self._core.call(OPERATIONS["validateFiles"], ValidateFilesResponse, body=body)
        return answer.data.files or []


__all__ = ["Uploads"]
