"""Files on their way in: one small file, a large one in chunks, and the check of both (CONTRACT section 9)."""

from __future__ import annotations

from pydantic import Field

from prezent_widgets.contract.model import RequestModel, ResponseModel, WireModel

UPLOAD_MAX_BYTES = 10 * 1024 * 1024
"""Decoded size up to which ``POST /api/v1/upload`` takes a file."""
CHUNK_CHARACTERS = 3_932_160
"""Base64 characters in one chunk as published clients cut them: a multiple of 4, so each chunk decodes alone."""
FILE_MAX_BYTES = 200 * 1024 * 1024
FILE_MAX_PAGES = 100

_OOXML = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    "pptx": f"{_OOXML}.presentationml.presentation",
    "docx": f"{_OOXML}.wordprocessingml.document",
    "xlsx": f"{_OOXML}.spreadsheetml.sheet",
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "tab": "text/tab-separated-values",
    "txt": "text/plain",
    "md": "text/markdown",
    "markdown": "text/markdown",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}
"""File ending → media type of everything that may be sent. Which of them are also read is the server's affair: ours
reads what ``prezent_widgets.sources.SUPPORTED`` lists, the hosted API more."""
ENDINGS: tuple[str, ...] = tuple(f".{ending}" for ending in MEDIA_TYPES)
"""The same endings as names have them, with the dot."""


class StoredFile(WireModel):
    """A file the service holds. ``s3_path`` and ``s3_bucket`` are its names for the place; treat them as opaque."""

    file_id: str
    file_name: str
    file_type: str
    s3_path: str
    s3_bucket: str


class UploadFileRequest(RequestModel):
    """One file, its content as base64 or as a ``data:`` URL."""

    fileContent: str
    fileName: str


class UploadFileData(WireModel):
    """The stored file."""

    file: StoredFile
    message: str | None = None


class UploadFileResponse(ResponseModel):
    """The answer of ``POST /api/v1/upload``."""

    data: UploadFileData


class PreprocessFileRequest(RequestModel):
    """One chunk of a file. Chunks of one ``requestIdentifier`` come in any order, in parallel, and may repeat."""

    fileContent: str
    fileName: str
    chunkIndex: int = Field(ge=0)
    totalChunks: int = Field(ge=1)
    requestIdentifier: str


class PreprocessFileData(WireModel):
    """Which file the chunk belongs to."""

    request_identifier: str
    file_name: str
    message: str | None = None


class PreprocessFileResponse(ResponseModel):
    """The answer to a chunk; the keys at the top serve readers of the older form (CONTRACT section 8)."""

    data: PreprocessFileData
    status: str | None = None
    requestIdentifier: str | None = None
    fileName: str | None = None

    @classmethod
    def of(cls, request_identifier: str, file_name: str, message: str) -> PreprocessFileResponse:
        """The merged body that serves both readers."""
        data = PreprocessFileData(request_identifier=request_identifier, file_name=file_name, message=message)
        return cls(data=data, status="success", requestIdentifier=request_identifier, fileName=file_name)


class ValidateFilesRequest(RequestModel):
    """What to check: ``fileIdentifiers`` maps a chunked upload's ``requestIdentifier`` to its file name."""

    fileIdentifiers: dict[str, str] | None = None
    webLinks: list[str] | None = None


class FileCheck(WireModel):
    """What the check found. ``file_id`` equals the ``requestIdentifier``; ``file_size`` is in megabytes.

    ``status`` is ``success``, or ``failed`` with ``log``; the size keys are left out when unknown, never null.
    """

    uuid: str | None = None
    file_id: str | None = None
    file_name: str | None = None
    file_type: str | None = None
    valid: bool | None = None
    reason: str | None = None
    status: str | None = None
    log: str | None = None
    s3_path: str | None = None
    s3_bucket: str | None = None
    number_of_pages: int | None = None
    file_size: float | None = None
    is_password_protected: bool | None = None
    is_corrupted: bool | None = None


class LinkCheck(WireModel):
    """What the check of a web link found; ``url`` and ``web_url`` are the same."""

    url: str | None = None
    web_url: str | None = None
    valid: bool | None = None
    reason: str | None = None
    status: str | None = None
    log: str | None = None


class ValidateFilesData(WireModel):
    """One entry a file and one a link, in the order of the request."""

    files: list[FileCheck] | None = None
    web_links: list[LinkCheck] | None = None
    message: str | None = None


class ValidateFilesResponse(ResponseModel):
    """The answer of ``POST /api/v1/validate``."""

    data: ValidateFilesData


__all__ = [
    "CHUNK_CHARACTERS",
    "ENDINGS",
    "FILE_MAX_BYTES",
    "FILE_MAX_PAGES",
    "MEDIA_TYPES",
    "UPLOAD_MAX_BYTES",
    "FileCheck",
    "LinkCheck",
    "PreprocessFileData",
    "PreprocessFileRequest",
    "PreprocessFileResponse",
    "StoredFile",
    "UploadFileData",
    "UploadFileRequest",
    "UploadFileResponse",
    "ValidateFilesData",
    "ValidateFilesRequest",
    "ValidateFilesResponse",
]
