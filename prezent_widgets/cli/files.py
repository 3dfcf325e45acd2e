"""Places to write to: checked before any work starts, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from prezent_widgets.errors import OutputError, SourceError


def check_output(path: Path, suffixes: tuple[str, ...]) -> None:
    """Find out now whether ``path`` can be written, and not after minutes of work.

    Args:
        path: the file to write.
        suffixes: the endings it may have, lower case, with the dot.

    Raises:
        OutputError: another ending, a folder, no such folder, or no permission.
    """
    if path.suffix.lower() not in suffixes:
        raise OutputError(f"{path} does not end in {' or '.join(suffixes)}.", hint="Give a file name with that ending.")
    if path.is_dir():
        raise OutputError(f"{path} is a folder.", hint="Give a file name inside it.")
    check_folder(path.parent)
    if path.exists() and not os.access(path, os.W_OK):
        raise OutputError(
            f"{path} exists and may not be written.", hint="Choose another name, or change its permissions."
        )


def check_folder(folder: Path) -> None:
    """Make sure that files can be created in ``folder``, by creating one.

    Raises:
        OutputError: it does not exist, is not a folder, or refuses files.
    """
    if not folder.exists():
        raise OutputError(f"The folder {folder} does not exist.", hint="Create it, or choose another one.")
    if not folder.is_dir():
        raise OutputError(f"{folder} is not a folder.", hint="Choose another place.")
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"Nothing can be written in {folder}: {reason}.", hint="Choose another folder.") from None


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` in one step: a reader sees the old file or the new one, never a part.

    Raises:
        OutputError: the system refused.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _refused(path, error) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _refused(path, error) from None


def read_deck(path: Path) -> bytes:
    """The bytes of a .pptx.

    Raises:
        SourceError: there is no such file, or it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(str(path), "there is no such file.", hint="Check the path.") from None
    except OSError as error:
        raise SourceError(str(path), f"it cannot be read ({(error.strerror or str(error)).lower()}).") from None


def _refused(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"{path} could not be written: {(error.strerror or str(error)).lower()}.", hint="Choose another place."
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


__all__ = ["check_folder", "check_output", "read_deck", "write_whole"]
