"""The sources of a form: what the caller gave and what was dropped on the page, as one list of named things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from prezent_widgets.client.attachments import Attachment, one_by_one, read_source, unused_name
from prezent_widgets.sources import check_kind, is_frame


@dataclass(frozen=True, slots=True)
class Given:
    """One source before it is read."""

    id: str
    name: str
    item: Any

    @property
    def problem(self) -> str:
        """What can be seen to be wrong with it now, without reading it."""
        return _described(self.item)[1]

    def card(self, found: str = "") -> dict[str, Any]:
        """What the page shows: its size, or what is wrong with it; ``found`` is what a reader found."""
        detail, problem = _described(self.item)
        kind = "table" if is_frame(_content(self.item)) else "file"
        return {
            "id": self.id,
            "name": self.name,
            "kind": kind,
            "detail": detail,
            "problem": problem or found,
        }


@dataclass(slots=True)
class Sources:
    """The list, in the order it grew."""

    items: list[Given] = field(default_factory=list[Given])
    found: dict[str, str] = field(default_factory=dict[str, str])
    """Id of a source to what its reader said."""
    _numbers: count[int] = field(default_factory=lambda: count(1))

    @classmethod
    def of(cls, sources: Any) -> Sources:
        """From paths, ``(name, bytes or dataframe)`` pairs, dataframes, open files, or a dictionary of such by name."""
        made = cls()
        for name, item in _pairs(sources):
            made.add(name, item)
        return made

    def add(self, name: str, item: Any) -> Given:
        """Add one; a second of the same name gets a number."""
        free = unused_name(name, {each.name.casefold() for each in self.items})
        given = Given(f"source-{next(self._numbers)}", free, item)
        self.items.append(given)
        return given

    def remove(self, identifier: str) -> None:
        """Leave one out."""
        self.items = [each for each in self.items if each.id != identifier]

    def cards(self) -> list[dict[str, Any]]:
        """All, as the page shows them."""
        return [each.card(self.found.get(each.id, "")) for each in self.items]

    def unusable(self) -> str:
        """In a sentence, which can be seen to be unusable; empty when none."""
        bad = [f"{each.name}: {each.problem}" for each in self.items if each.problem]
        return f"{'; '.join(bad)}. Mend {'it' if len(bad) == 1 else 'them'}, or leave out what is not needed." * bool(
            bad
        )

    def blame(self, message: str) -> bool:
        """Keep a reader's message with the source it begins with; whether there is such a one."""
        for each in self.items:
            if message.startswith(f"{each.name}: "):
                self.found[each.id] = message.removeprefix(f"{each.name}: ").rstrip(".")
                return True
        return False

    def read(self) -> list[Attachment]:
        """All as named bytes, read now: a file that changed since counts as it is.

        Raises:
            SourceError: one is missing or cannot be used.
        """
        return [Attachment(each.name, read_source(_sent(each), place).data) for place, each in enumerate(self.items, 1)]


def checked_upload(name: str, kinds: Sequence[str]) -> str:
    """The name of an uploaded file, without folders. ``kinds`` are the endings that are possible.

    Raises:
        SourceError: files of that kind cannot be read.
    """
    plain = Path(name.replace("\\", "/")).name or "file"
    check_kind(plain, kinds)
    return plain


def _pairs(sources: Any) -> Iterable[tuple[str, Any]]:
    tables = count(1)
    for given in one_by_one(sources):
        item: Any = given
        if isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str):
            name, content = item
            yield (f"{name}.csv" if is_frame(content) and not Path(name).suffix else name), item
        elif isinstance(item, str | Path):
            yield Path(item).name, item
        elif is_frame(item):
            yield f"table-{next(tables)}.csv", item
        elif hasattr(item, "read"):
            yield Path(str(getattr(item, "name", "") or "file.txt")).name, item
        else:
            raise TypeError(
                f"A {type(item).__name__} cannot be a source. Give paths, dataframes, (name, bytes), "
                "(name, dataframe), open files, or a dictionary of these by name."
            )


def _content(item: Any) -> Any:
    return item[1] if isinstance(item, tuple) else item


def _sent(given: Given) -> Any:
    """The item as the client takes it: named, for the list's names are the ones that were shown."""
    content = _content(given.item)
    return (
        given.item if isinstance(content, str | Path) and not isinstance(given.item, tuple) else (given.name, content)
    )


def _described(item: Any) -> tuple[str, str]:
    content = _content(item)
    if is_frame(content):
        shape = getattr(content, "shape", None)
        return (f"{shape[0]:,} rows × {shape[1]} columns" if shape else "table"), ""
    if isinstance(content, bytes | bytearray | memoryview):
        return (_size(len(content)), "") if len(content) else ("", "empty (0 bytes)")
    if isinstance(item, str | Path):
        return _file(Path(item).expanduser())
    return "", ""


def _file(path: Path) -> tuple[str, str]:
    if not path.is_file():
        return "", "there is no such file"
    size = path.stat().st_size
    return (_size(size), "") if size else ("", "empty (0 bytes)")


def _size(size: int) -> str:
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.0f} kB" if size < 999_500 else f"{size / 1e6:.1f} MB"


__all__ = ["Given", "Sources", "checked_upload"]
