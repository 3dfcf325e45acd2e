"""Files on their way in: upload, preprocess, validate (CONTRACT section 9)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from prezent_widgets.contract import uploads as wire
from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.server.content import decode, decode_chunks
from prezent_widgets.server.endpoint import Call, Handler
from prezent_widgets.server.filetypes import check_content, check_name, count_pages, media_type
from prezent_widgets.server.problems import Problem
from prezent_widgets.server.store.uploads import Content
from prezent_widgets.server.translate import uploads as translate

_MAX_CHUNKS = 4096


async def upload(call: Call) -> wire.UploadFileResponse:
    """Take one small file whole."""
    request = call.read(wire.UploadFileRequest)
    check_name(request.fileName)
    kind = media_type(request.fileName)
    _some(request.fileContent)
    data = decode(request.fileContent)
    limit = call.services.settings.max_upload
    if len(data) > limit:
        raise _too_large(f"{request.fileName} is larger than {limit / 2**20:.3g} MiB. Send it in chunks instead.")
    problem = check_content(request.fileName, data) or _too_many(count_pages(request.fileName, data))
    if problem:
        code = ErrorCode.UNPROCESSABLE_ENTITY if not data else ErrorCode.UNSUPPORTED_FILE_TYPE
        raise Problem(code, f"{request.fileName}: {problem}", listed=[f"{request.fileName}: {problem}"])
    content = Content(kind, count_pages(request.fileName, data), "")
    kept = await call.services.uploads.add(f"file_{uuid4().hex}", call.caller.company, request.fileName, data, content)
    return translate.uploaded(kept)


async def preprocess(call: Call) -> wire.PreprocessFileResponse:
    """Take one chunk of a large file; the last one completes it."""
    request = call.read(wire.PreprocessFileRequest)
    uploads, company = call.services.uploads, call.caller.company
    check_name(request.fileName)
    kind = media_type(request.fileName)
    if not request.requestIdentifier.strip() or len(request.requestIdentifier) > 255:
        raise Problem(ErrorCode.INVALID_REQUEST, "requestIdentifier must have 1 to 255 characters.")
    if request.chunkIndex >= request.totalChunks or request.totalChunks > _MAX_CHUNKS:
        raise Problem(
            ErrorCode.INVALID_REQUEST, f"chunkIndex counts from 0 to totalChunks - 1; at most {_MAX_CHUNKS} chunks."
        )
    limit = call.services.settings.max_file
    if await uploads.size_so_far(company, request.requestIdentifier) + len(request.fileContent) > limit * 4 // 3 + 4096:
        raise _too_large(f"{request.fileName} is larger than {limit // 10**6} MB.")
    texts = await uploads.add_chunk(
        company, request.requestIdentifier, request.chunkIndex, request.totalChunks, request.fileContent
    )
    if texts is None:
        return wire.PreprocessFileResponse.of(request.requestIdentifier, request.fileName, "The chunk was stored.")
    data = decode_chunks(texts)
    pages = count_pages(request.fileName, data)
    problem = check_content(request.fileName, data) or _too_many(pages)
    content = Content(kind, pages, problem)
    await uploads.add(request.requestIdentifier, company, request.fileName, data, content)
    await uploads.drop_chunks(company, request.requestIdentifier, request.totalChunks)
    return wire.PreprocessFileResponse.of(request.requestIdentifier, request.fileName, "The file is complete.")


async def validate(call: Call) -> wire.ValidateFilesResponse:
    """Say of each file and link whether it can be used."""
    request = call.read(wire.ValidateFilesRequest)
    if not request.fileIdentifiers and not request.webLinks:
        raise Problem(ErrorCode.BAD_REQUEST, "There is nothing to check: give fileIdentifiers or webLinks.")
    files = [
        translate.checked(identifier, name, await call.services.uploads.find(identifier, call.caller.company))
        for identifier, name in (request.fileIdentifiers or {}).items()
    ]
    links = [translate.refused_link(url) for url in request.webLinks or []]
    return wire.ValidateFilesResponse(
        data=wire.ValidateFilesData(files=files, web_links=links, message="The check is complete.")
    )


def _some(content: str) -> None:
    if not content:
        raise Problem(
            ErrorCode.MISSING_FILE_CONTENT,
            "fileContent is empty: the file has 0 bytes, or was not read before it was sent.",
            listed=["fileContent is missing"],
        )


def _too_many(pages: int | None) -> str:
    return f"the file has {pages} slides: at most {wire.FILE_MAX_PAGES}." if (pages or 0) > wire.FILE_MAX_PAGES else ""


def _too_large(message: str) -> Problem:
    return Problem(ErrorCode.FILE_UPLOAD_FAILED, message, listed=[message])


HANDLERS: Mapping[str, Handler] = {"uploadFile": upload, "preprocessFile": preprocess, "validateFiles": validate}

__all__ = ["HANDLERS"]
