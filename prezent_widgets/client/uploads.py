"""Sending files: a small one in one request, a large one in chunks that are then checked (CONTRACT section 9)."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar
from uuid import uuid4

from prezent_widgets.client.attachments import Attachment
from prezent_widgets.client.events import UploadProgress
from prezent_widgets.client.resources.uploads import Uploads
from prezent_widgets.contract.uploads import CHUNK_CHARACTERS, FileCheck
from prezent_widgets.errors import InvalidInputError, SourceError, UnsupportedFileTypeError

T = TypeVar("T")
OnUpload = Callable[[UploadProgress], None]

SMALL_BYTES = 4 * 1024 * 1024
"""Up to this size a file goes in one request."""
# A multiple of 3 raw bytes, so that every chunk is whole base64 without padding inside the joined text.
CHUNK_BYTES = CHUNK_CHARACTERS // 4 * 3
PARALLEL = 4


class Uploader:
    """Sends sources, a few requests at a time."""

    def __init__(self, files: Uploads, *, on_progress: OnUpload | None = None) -> None:
        self._files = files
        self._on_progress = on_progress
        self._gate = asyncio.Semaphore(PARALLEL)

    async def send_all(self, attachments: Sequence[Attachment]) -> list[str]:
        """Send all; answer their file ids in order. The first refusal stops the others."""
        return await _together([self.send(attachment) for attachment in attachments])

    async def send(self, attachment: Attachment) -> str:
        """Send one; answer its file id.

        Raises:
            SourceError: the API does not take this kind of file, or finds it unusable.
        """
        self._tell(attachment, 0)
        try:
            if len(attachment.data) <= SMALL_BYTES:
                return await self._whole(attachment)
            return await self._in_chunks(attachment)
        except (UnsupportedFileTypeError, InvalidInputError) as error:
            problem = error.message.removeprefix(f"{attachment.name}: ")
            raise SourceError(attachment.name, problem, hint=error.hint) from error

    async def _whole(self, attachment: Attachment) -> str:
        async with self._gate:
            stored = await self._files.send(attachment.name, _base64(attachment.data))
        self._tell(attachment, len(attachment.data))
        return stored.file_id

    async def _in_chunks(self, attachment: Attachment) -> str:
        data, identifier = attachment.data, str(uuid4())
        starts = range(0, len(data), CHUNK_BYTES)
        sent = 0

        async def one(index: int, start: int) -> None:
            nonlocal sent
            chunk = data[start : start + CHUNK_BYTES]
            async with self._gate:
                await self._files.send_chunk(attachment.name, _base64(chunk), index, len(starts), identifier)
            sent += len(chunk)
            self._tell(attachment, sent)

        await _together([one(index, start) for index, start in enumerate(starts)])
        checks = await self._files.validate({identifier: attachment.name})
        return _accepted(checks, identifier, attachment.name)

    def _tell(self, attachment: Attachment, sent: int) -> None:
        if self._on_progress is not None:
            self._on_progress(UploadProgress(attachment.name, sent, len(attachment.data)))


async def _together(works: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    """All results in order; the first failure stops the others and is raised as itself."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work) for work in works]
    except BaseExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]


def _base64(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _accepted(checks: Sequence[FileCheck], identifier: str, name: str) -> str:
    check = next((check for check in checks if identifier in (check.file_id, check.uuid)), None)
    if check is None:
        raise SourceError(name, "the API lost the file on the way.", hint="Try again.")
    if check.valid is False or (check.status or "success") != "success":
        raise SourceError(name, check.reason or check.log or "the API cannot use the file.")
    return check.file_id or identifier


__all__ = ["CHUNK_BYTES", "PARALLEL", "SMALL_BYTES", "OnUpload", "Uploader"]
