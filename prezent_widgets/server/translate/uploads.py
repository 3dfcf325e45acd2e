"""Stored files as the wire has them."""

from __future__ import annotations

from prezent_widgets.contract import uploads as wire
from prezent_widgets.server.store.uploads import Upload

_BUCKET = "local"
_NO_LINKS = "web links are not read: save the page and send it as a file"


def uploaded(value: Upload) -> wire.UploadFileResponse:
    """The answer to a file that was sent whole."""
    stored = wire.StoredFile(
        file_id=value.id, file_name=value.name, file_type=value.media_type, s3_path=value.path, s3_bucket=_BUCKET
    )
    return wire.UploadFileResponse(data=wire.UploadFileData(file=stored, message="The file was stored."))


def checked(identifier: str, name: str, value: Upload | None) -> wire.FileCheck:
    """What the check of a file found."""
    if value is None:
        problem = "no complete file was received under this identifier: send all its chunks first"
        return wire.FileCheck(
            uuid=identifier,
            file_id=identifier,
            file_name=name,
            valid=False,
            reason=problem,
            status="failed",
            log=problem,
        )
    return wire.FileCheck(
        uuid=identifier,
        file_id=identifier,
        file_name=value.name,
        file_type=value.media_type,
        valid=not value.problem,
        reason=value.problem or None,
        status="failed" if value.problem else "success",
        log=value.problem or None,
        s3_path=value.path,
        s3_bucket=_BUCKET,
        number_of_pages=value.pages,
        file_size=value.size / 10**6,
        is_password_protected="password" in value.problem,
        is_corrupted="damaged" in value.problem,
    )


def refused_link(url: str) -> wire.LinkCheck:
    """A link: this server fetches nothing."""
    return wire.LinkCheck(url=url, web_url=url, valid=False, reason=_NO_LINKS, status="failed", log=_NO_LINKS)


__all__ = ["checked", "refused_link", "uploaded"]
