"""What people give as sources, as named bytes. Everything is refused here, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set, ValuesView
from dataclasses import dataclass
from difflib import get_close_matches
from os import PathLike
from pathlib import Path
from typing import Any, cast

from prezent_widgets.contract.uploads import FILE_MAX_BYTES
from prezent_widgets.errors import SourceError

_KINDS = "a path, (name, bytes), an open file, or a dataframe"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One source, ready to be sent."""

    name: str
    data: bytes


def read_path(path: str | PathLike[str]) -> tuple[str, bytes]:
    """The name and the content of a file.

    Raises:
        SourceError: there is no such file (with near names from the same folder), or it cannot be read.
    """
    place = Path(path).expanduser()
    if str(path).startswith(("http://", "https://")):
        raise SourceError(str(path), "this is a web address, not a file.", hint="Download it and give the file.")
    try:
        if place.is_dir():
            raise SourceError(str(path), "this is a folder.", hint="Give the files in it one by one.")
        return place.name, place.read_bytes()
    except FileNotFoundError:
        raise SourceError(str(path), "there is no such file.", hint=_near(place)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(str(path)[:200], f"the file cannot be read: {reason}.") from error


def _near(place: Path) -> str:
    folder = place.parent
    if not folder.is_dir():
        return f"There is no folder {str(folder)!r} either: check the path."
    try:
        names = {entry.name.casefold(): entry.name for entry in folder.iterdir() if entry.is_file()}
    except OSError:
        names = {}
    near = get_close_matches(place.name.casefold(), list(names), n=3, cutoff=0.5)
    if not near:
        stem = {Path(name).stem: name for name in names}
        near = [stem[match] for match in get_close_matches(place.stem.casefold(), list(stem), n=3, cutoff=0.6)]
    if near:
        return f"Did you mean {' or '.join(repr(names[name]) for name in near)}?"
    return f"Looked in {str(folder.absolute())!r}: check the path."


def _from_frame(item: object, number: int) -> Attachment | None:
    """A dataframe of any library as CSV; None when the object is something else."""
    import narwhals as nw

    frame: Any = nw.from_native(cast("Any", item), allow_series=True, pass_through=True)
    if isinstance(frame, nw.Series):
        frame = cast("Any", frame).to_frame()
    if isinstance(frame, nw.LazyFrame):
        frame = frame.collect()
    if not isinstance(frame, nw.DataFrame):
        return None
    from prezent_widgets.sources import frame_to_csv

    return Attachment(f"table-{number}.csv", frame_to_csv(frame.to_native()))


def _from_file(item: Any, number: int) -> Attachment:
    content: Any = item.read()
    name = Path(str(getattr(item, "name", "") or f"file-{number}.txt")).name
    return Attachment(name, content.encode("utf-8") if isinstance(content, str) else bytes(content))


def _from_pair(name: object, content: object, number: int) -> Attachment:
    if not isinstance(name, str) or not name.strip():
        raise SourceError(f"source {number}", "it has no name.", hint="Give (name, bytes), e.g. ('sales.csv', data).")
    name = name.strip()
    if isinstance(content, bytes | bytearray | memoryview):
        return Attachment(name, bytes(cast("bytes", content)))
    if isinstance(content, str):
        return Attachment(name, content.encode("utf-8"))
    if hasattr(content, "read"):
        return Attachment(name, _from_file(content, number).data)
    frame = _from_frame(content, number)
    if frame is None:
        raise SourceError(name, f"a value of type {type(content).__name__} cannot be used.", hint=f"Give {_KINDS}.")
    return Attachment(name if name.lower().endswith(".csv") else f"{name}.csv", frame.data)


def read_source(item: object, number: int) -> Attachment:
    """One source as named bytes; ``number`` names what has no name of its own."""
    if isinstance(item, Attachment):
        return item
    if isinstance(item, str | PathLike):
        return Attachment(*read_path(cast("str | PathLike[str]", item)))
    if isinstance(item, tuple) and len(cast("tuple[object, ...]", item)) == 2:
        return _from_pair(*cast("tuple[object, object]", item), number)
    return _from_object(cast("object", item), number)


def _from_object(item: object, number: int) -> Attachment:
    if isinstance(item, bytes | bytearray):
        raise SourceError(f"source {number}", "it has no name.", hint="Give (name, bytes), e.g. ('sales.csv', data).")
    if (upload := _mapping(item)) is not None and _is_upload(upload):
        return _from_pair(upload["name"], upload["content"], number)
    if hasattr(item, "read"):
        return _from_file(item, number)
    frame = _from_frame(item, number)
    if frame is None:
        raise SourceError(
            f"source {number}", f"a value of type {type(item).__name__} cannot be used.", hint=f"Give {_KINDS}."
        )
    return frame


def read_sources(sources: object, *, reads: Sequence[str] | None = None) -> tuple[Attachment, ...]:
    """All sources as named bytes, no two of one name.

    A single source need not be put in a list; a mapping gives each its name.

    Args:
        sources: what people give.
        reads: the file endings that the API can read; None leaves it to the API to say.

    Raises:
        SourceError: one is missing, empty, too large, or of no known kind. Nothing has been sent then.
    """
    items = one_by_one(sources)
    names: set[str] = set()
    attachments: list[Attachment] = []
    for number, item in enumerate(items, start=1):
        attachment = read_source(item, number)
        if reads is not None:
            _check_kind(attachment.name, reads)
        if not attachment.data:
            raise SourceError(
                attachment.name, "the file is empty (0 bytes).", hint="Check the export, or leave it out."
            )
        if len(attachment.data) > FILE_MAX_BYTES:
            size = len(attachment.data) / 2**20
            raise SourceError(
                attachment.name, f"{size:.0f} MB is too large: at most 200 MB are taken.", hint="Give a part of it."
            )
        name = unused_name(attachment.name, names)
        names.add(name.casefold())
        attachments.append(Attachment(name, attachment.data))
    return tuple(attachments)


def _check_kind(name: str, reads: Sequence[str]) -> None:
    from prezent_widgets.sources import check_kind

    check_kind(name, reads)


def _mapping(value: object) -> Mapping[str, object] | None:
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else None


def _is_upload(value: Mapping[str, object]) -> bool:
    """Whether this is what ipywidgets' FileUpload holds of a file."""
    return {"name", "content"} <= set(value)


def one_by_one(sources: object) -> list[object]:
    """What was given as sources, as a list: one need not be in a list, and a mapping gives (name, content) pairs."""
    if (named := _mapping(sources)) is not None and not _is_upload(named):
        return list(named.items())
    return [sources] if _is_single(sources) else list(cast("Iterable[object]", sources))


def _is_single(sources: object) -> bool:
    if isinstance(sources, tuple):  # (name, content) is one source, (path, path) are two
        pair = cast("tuple[object, ...]", sources)
        return len(pair) == 2 and isinstance(pair[0], str) and not isinstance(pair[1], str | PathLike | tuple)
    return not isinstance(sources, list | Set | ValuesView | Iterator)


def unused_name(name: str, taken: set[str]) -> str:
    """The name, with a number when it is taken; ``taken`` are the others' names, casefolded.

    Example:
        >>> unused_name("Sales.csv", {"sales.csv"})
        'Sales-2.csv'
    """
    stem, suffix = Path(name).stem, Path(name).suffix
    candidates = (name if turn == 1 else f"{stem}-{turn}{suffix}" for turn in range(1, len(taken) + 2))
    return next(candidate for candidate in candidates if candidate.casefold() not in taken)


__all__ = ["Attachment", "one_by_one", "read_path", "read_source", "read_sources", "unused_name"]
