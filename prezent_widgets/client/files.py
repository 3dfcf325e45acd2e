"""Writing a result to disk so that there is either the whole of it or nothing new."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from prezent_widgets.errors import OutputError


def save_atomically(path: Path, data: bytes) -> Path:
    """Write ``data`` beside ``path`` and move it there in one step; answer the absolute path.

    Raises:
        OutputError: it cannot be written there; what was there before is untouched and no half file stays behind.
    """
    target = Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - resolve() would follow a link one means to replace
    if not target.parent.is_dir():
        raise OutputError(
            f"There is no folder {str(target.parent)!r}.", hint="Make it first, or choose another.", field="output"
        )
    temporary = ""
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name[:80]}.", delete=False) as file:
            temporary = file.name
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise OutputError(
            f"{str(target)!r} could not be written: {reason}.",
            hint="Choose another folder or name, or close the program that has the file open.",
            field="output",
        ) from error
    return target


def _umask() -> int:
    # There is no way to read it without setting it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


__all__ = ["save_atomically"]
