"""The package around a deck: parts, content types, relationships (ECMA-376 part 2, clauses 6, 7, 9).

Everything is read from bytes, nothing touches a disk or a network, and parts are unpacked when they are asked for.
Sizes are capped, because a few kilobytes of zip can unpack to a full disk.

Example:
    >>> package = Package.open(deck_bytes)                      # doctest: +SKIP
    >>> package.main.related_by_type("slideMaster")[0].name     # doctest: +SKIP
    '/ppt/slideMasters/slideMaster1.xml'
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from prezent_widgets.errors import PackageError
from prezent_widgets.ooxml.xml import Element, attr, children, parse_xml, qn

MAX_PART = 256 * 2**20
"""The largest part that is unpacked, in bytes."""
MAX_TOTAL = 2**30
"""The most that is unpacked of one package, in bytes."""
MAX_PARTS = 50_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, NotImplementedError,
           ValueError, struct.error, IndexError, KeyError, OverflowError)  # fmt: skip
_RESAVE = "Open it in PowerPoint (or LibreOffice) and save it again as .pptx."


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship: ``kind`` is the last word of its type, ``target`` a part name or, if external, an address."""

    id: str
    kind: str
    target: str
    external: bool


class Part:
    """One part of a package: its name, content type, bytes, and lazily its XML and relationships."""

    def __init__(self, package: Package, name: str) -> None:
        self.package = package
        self.name = name

    def __repr__(self) -> str:
        return f"Part({self.name!r})"

    @property
    def content_type(self) -> str:
        """The part's media type as ``[Content_Types].xml`` says; "" when it does not."""
        return self.package.content_type(self.name)

    @cached_property
    def blob(self) -> bytes:
        """The part's bytes. Raises PackageError when they cannot be unpacked."""
        return self.package.read(self.name)

    @cached_property
    def xml(self) -> Element:
        """The part's root element, parsed once. Raises PackageError when it is not XML."""
        return parse_xml(self.blob, self.name)

    @cached_property
    def relationships(self) -> dict[str, Relationship]:
        """The part's relationships by id; empty when it has none."""
        return self.package.relationships_of(self.name)

    def related(self, rel_id: str | None) -> Part | None:
        """Return the part a relationship id leads to; None when there is no such id, or it is external or missing."""
        found = self.relationships.get(rel_id or "")
        return None if found is None or found.external else self.package.part(found.target)

    def related_by_type(self, kind: str) -> list[Part]:
        """Return the parts of all internal relationships of a kind ("slideLayout", "theme", "chart" …)."""
        targets = [rel.target for rel in self.relationships.values() if rel.kind == kind and not rel.external]
        return [part for part in (self.package.part(target) for target in targets) if part is not None]


class Package:
    """An opened package.

    Example:
        >>> Package.open(b"not a deck")
        Traceback (most recent call last):
        ...
        prezent_widgets.errors.PackageError: This is not a .pptx file. Choose a PowerPoint presentation (.pptx).
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._members = {_fold(_part_name(info.filename)): info for info in archive.infolist() if not info.is_dir()}
        self._parts: dict[str, Part] = {}
        self._unpacked = 0

    @classmethod
    def open(cls, data: bytes) -> Package:
        """Open a package from its bytes.

        Raises:
            PackageError: the bytes are no zip, are encrypted, have no content types or no main part.
        """
        if data[:8] == _OLE:
            raise PackageError(
                "This deck is protected by a password, or is an old .ppt file.",
                hint="Open it in PowerPoint, remove the password, and save it as .pptx.",
            )
        if not data:
            raise PackageError("The deck is empty (0 bytes).", hint="Choose another file.")
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            if len(archive.infolist()) > MAX_PARTS:
                raise PackageError("The deck holds far too many parts.", hint=_RESAVE)
            package = cls(archive)
        except _BROKEN as problem:
            if data[:2] == b"PK":
                raise PackageError("The deck is damaged or cut short.", hint=_RESAVE) from problem
            raise PackageError(
                "This is not a .pptx file.", hint="Choose a PowerPoint presentation (.pptx)."
            ) from problem
        package.main  # noqa: B018 - raises when there is none
        return package

    @property
    def names(self) -> list[str]:
        """The names of all parts, each with a leading slash, in the order of the zip."""
        return [_part_name(info.filename) for info in self._members.values()]

    @cached_property
    def main(self) -> Part:
        """The part the package is about: the presentation. Raises PackageError when there is none."""
        for relationship in self.relationships_of("/").values():
            if relationship.kind == "officeDocument" and not relationship.external:
                part = self.part(relationship.target)
                if part is not None:
                    return part
        raise PackageError("The file is a zip, but holds no presentation.", hint="Choose a .pptx file.")

    def part(self, name: str) -> Part | None:
        """Return a part by name (ASCII case does not matter; part 2, 6.2.2.3); None when there is none."""
        key = _fold(name)
        if key not in self._members:
            return None
        if key not in self._parts:
            self._parts[key] = Part(self, _part_name(self._members[key].filename))
        return self._parts[key]

    def content_type(self, name: str) -> str:
        """Return the content type of a part name; "" when the package does not say."""
        defaults, overrides = self._content_types
        return overrides.get(_fold(name)) or defaults.get(name.rpartition(".")[2].lower(), "")

    def read(self, name: str) -> bytes:
        """Return a part's bytes.

        Raises:
            PackageError: there is no such part, it is encrypted or damaged, or it unpacks beyond the caps.
        """
        info = self._members.get(_fold(name))
        if info is None:
            raise PackageError(f"The deck lacks its part {name}.", hint=_RESAVE)
        if info.file_size > MAX_PART or self._unpacked + info.file_size > MAX_TOTAL:
            raise PackageError(f"{name} unpacks to more than can be read safely.", hint="Choose a smaller deck.")
        try:
            with self._archive.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except _BROKEN as problem:
            raise PackageError(f"{name} is damaged: {problem}.", hint=_RESAVE) from problem
        if len(data) > MAX_PART:
            raise PackageError(f"{name} unpacks to more than can be read safely.", hint="Choose a smaller deck.")
        self._unpacked += len(data)
        return data

    def relationships_of(self, name: str) -> dict[str, Relationship]:
        """Return the relationships of a part name ("/" for the package's own), by id."""
        folder, _, file = name.rpartition("/")
        rels_name = f"{folder}/_rels/{file}.rels"
        if _fold(rels_name) not in self._members:
            return {}
        found: dict[str, Relationship] = {}
        for each in children(parse_xml(self.read(rels_name), rels_name), "rel:Relationship"):
            external = attr(each, "TargetMode") == "External"
            target = attr(each, "Target", "") or ""
            found[attr(each, "Id", "") or ""] = Relationship(
                id=attr(each, "Id", "") or "",
                kind=(attr(each, "Type", "") or "").rpartition("/")[2],
                target=target if external else _resolve(folder, target),
                external=external,
            )
        return found

    @cached_property
    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        root = parse_xml(self.read("/[Content_Types].xml"), "[Content_Types].xml")
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        for each in children(root):
            if each.tag == qn("ct:Default"):
                defaults[(each.get("Extension") or "").lower()] = each.get("ContentType") or ""
            elif each.tag == qn("ct:Override"):
                overrides[_fold(each.get("PartName") or "")] = each.get("ContentType") or ""
        return defaults, overrides


def _part_name(member: str) -> str:
    return "/" + member.replace("\\", "/").lstrip("/")


def _fold(name: str) -> str:
    return unquote(name).lower() if "%" in name else name.lower()


def _resolve(folder: str, target: str) -> str:
    """Resolve a relationship target against its part's folder (part 2, 6.4); fragments are dropped."""
    target = target.partition("#")[0].replace("\\", "/")
    if target.startswith("/"):
        return posixpath.normpath(target)
    return posixpath.normpath(f"{folder or ''}/{target}")


__all__ = ["MAX_PART", "MAX_PARTS", "MAX_TOTAL", "Package", "Part", "Relationship"]
