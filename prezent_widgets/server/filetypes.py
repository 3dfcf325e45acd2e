"""What a file really is: its first bytes against its name (CONTRACT section 9)."""

from __future__ import annotations

import io
import re
import zipfile

from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.contract.uploads import MEDIA_TYPES
from prezent_widgets.server.problems import Problem

_PARTS = {"pptx": "ppt/", "docx": "word/", "xlsm": "xl/", "xlsx": "xl/"}
_MAGIC = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "webp": (b"RIFF",),
}
# An Office file with a password, and the old binary formats, are OLE compound files.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def media_type(name: str) -> str:
    """The media type a file name promises; Problem 415 for an extension that is not accepted.

    Example:
        >>> media_type("Sales.CSV")
        'text/csv'
    """
    extension = _extension(name)
    if extension not in MEDIA_TYPES:
        raise Problem(
            ErrorCode.UNSUPPORTED_FILE_TYPE,
            f"{name}: files of this kind are not accepted. Send one of {', '.join(MEDIA_TYPES)}.",
            listed=[f"{name} is not of an accepted type"],
        )
    return MEDIA_TYPES[extension]


def check_content(name: str, data: bytes) -> str:
    """Why the content cannot be what the name says, in words for people; empty when it can.

    Example:
        >>> check_content("photo.png", b"%PDF-1.7")
        'the file is not a PNG file, whatever its name says. Export it again and send that.'
    """
    extension = _extension(name)
    if not data:
        return "the file is empty (0 bytes). Save it again and send that."
    if extension in _PARTS:
        return _check_office(extension, data)
    magic = _MAGIC.get(extension)
    if magic is not None and not data.startswith(magic):
        return f"the file is not a {extension.upper()} file, whatever its name says. Export it again and send that."
    if magic is None and data.startswith((b"PK\x03\x04", _COMPOUND, b"%PDF-", *_MAGIC["png"], *_MAGIC["jpg"])):
        return f"the file is not {extension.upper()} text. Send it under its own extension, or export it as text."
    return ""


def _check_office(extension: str, data: bytes) -> str:
    if data.startswith(_COMPOUND):
        return f"the file has a password, or is of the old format. Save it as .{extension} without a password."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
    except zipfile.BadZipFile:
        return f"the file is damaged, or is not a .{extension} file. Save it again and send that."
    if not any(name.startswith(_PARTS[extension]) for name in names):
        return f"the file is not a .{extension} file, whatever its name says. Save it as .{extension} and send that."
    return ""


def count_pages(name: str, data: bytes) -> int | None:
    """Slides of a .pptx; None for files whose pages are not counted, and for one that is damaged."""
    if _extension(name) != "pptx":
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return sum(re.fullmatch(r"ppt/slides/[^/]+\.xml", part) is not None for part in package.namelist())
    except zipfile.BadZipFile:
        return None


def check_name(name: str) -> None:
    """Problem 400 for a file name that is a path, is empty or has control characters."""
    if (
        not name.strip()
        or len(name.encode("utf-8", "surrogatepass")) > 255
        or any(character in "/\\" or ord(character) < 32 or ord(character) == 127 for character in name)
        or name in (".", "..")
    ):
        raise Problem(
            ErrorCode.INVALID_REQUEST,
            f"{name[:80]!r} is not a file name. Send the name alone, without folders, at most 255 bytes.",
            listed=["fileName is not a file name"],
        )


def _extension(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    return extension.casefold() if dot and stem else ""


__all__ = ["check_content", "check_name", "count_pages", "media_type"]
