"""One door for every format: file name and bytes in, tables and passages out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

from prezent_widgets.errors import SourceError
from prezent_widgets.sources.delimited import looks_like, read_delimited
from prezent_widgets.sources.document import read_document
from prezent_widgets.sources.markdown import read_markdown
from prezent_widgets.sources.model import Source
from prezent_widgets.sources.workbook import read_workbook


def _read_presentation(name: str, data: bytes) -> Source:
    from prezent_widgets.sources.presentation import read_presentation  # stands on lxml, which no other kind needs

    return read_presentation(name, data)


_READERS: dict[str, Callable[[str, bytes], Source]] = {
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".tab": read_delimited,
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".docx": read_document,
    ".pptx": _read_presentation,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_markdown,
}

SUPPORTED: tuple[str, ...] = tuple(_READERS)
"""File endings that can be read, lower case with the dot."""

_ZIPPED = (".xlsx", ".xlsm", ".docx", ".pptx")


def check_kind(name: str, kinds: Sequence[str] = SUPPORTED) -> str:
    """The ending of a file name, lower case with the dot.

    Args:
        name: the file's name.
        kinds: the endings that are possible.

    Raises:
        SourceError: it is none of ``kinds``.

    Example:
        >>> check_kind("Mix.CSV")
        '.csv'
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in kinds:
        raise SourceError(
            name,
            f"files ending in {suffix!r} cannot be read." if suffix else "the name has no ending that says its kind.",
            hint=f"Use one of {', '.join(kinds)}.",
        )
    return suffix


def read_source(name: str, data: bytes) -> Source:
    r"""Read one file by its name's ending.

    Args:
        name: the file's name; folders in it are dropped.
        data: its bytes.

    Returns:
        The tables and passages found, each with an id.

    Raises:
        SourceError: empty, of a kind that is not supported, or not what its ending says.

    Example:
        >>> read_source("mix.csv", b"year,share\n2001,3.5\n2017,38.8\n").tables[0].n_rows
        2
    """
    name = PurePath(name.replace("\\", "/")).name
    if not data:
        raise SourceError(name, "the file is empty (0 bytes).", hint="Check the export and attach it again.")
    suffix = check_kind(name)
    if suffix in _ZIPPED and not data.startswith(b"PK"):
        kind = looks_like(data) or "text" if data[:200].isascii() else looks_like(data) or "something else"
        raise SourceError(
            name,
            f"this is not a {suffix[1:].upper()} file; it looks like {kind}.",
            hint="Save it again under its own kind.",
        )
    return _READERS[suffix](name, data)


__all__ = ["SUPPORTED", "check_kind", "read_source"]
