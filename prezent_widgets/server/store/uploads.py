"""Files that callers sent: whole, or in chunks that come in any order, in parallel, and repeatedly."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from prezent_widgets.server.store.database import Database
from prezent_widgets.server.store.files import Files
from prezent_widgets.server.store.tables import chunks, uploads


@dataclass(frozen=True, slots=True)
class Upload:
    """A complete file. ``problem`` says why it cannot be used; empty when it can."""

    id: str
    company: str
    name: str
    media_type: str
    path: str
    size: int
    pages: int | None
    problem: str
    created_at: float


@dataclass(frozen=True, slots=True)
class Content:
    """What was found out about a file's content before it was kept."""

    media_type: str
    pages: int | None
    problem: str


class Uploads:
    """The uploaded files of all companies; every question names whose are meant."""

    def __init__(self, database: Database, files: Files) -> None:
        self._database = database
        self._files = files

    async def add(self, upload_id: str, company: str, name: str, data: bytes, content: Content) -> Upload:
        """Keep a complete file; one of the same id is replaced."""
        # The id may be the caller's own text, and companies may choose the same: neither may name a path.
        path = f"uploads/{_hidden(company, upload_id)}"
        await self._files.put_async(path, data)
        upload = Upload(
            upload_id, company, name, content.media_type, path, len(data), content.pages, content.problem, time.time()
        )
        row = {field: getattr(upload, field) for field in Upload.__slots__}
        async with self._database.write() as connection:
            await connection.execute(insert(uploads).values(row).on_conflict_do_update(["id", "company"], set_=row))
        return upload

    async def find(self, upload_id: str, company: str) -> Upload | None:
        """A company's file."""
        query = select(uploads).where(uploads.c.id == upload_id, uploads.c.company == company)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).mappings().first()
        return Upload(**row) if row is not None else None

    async def add_chunk(self, company: str, identifier: str, index: int, total: int, text: str) -> list[str] | None:
        """Keep one chunk's text; when it was the last one missing, the texts of all chunks in their order."""
        raw = text.encode("ascii", "replace")
        await self._files.put_async(_chunk_path(company, identifier, index), raw)
        row = {
            "company": company,
            "request_identifier": identifier,
            "chunk_index": index,
            "total": total,
            "size": len(raw),
            "created_at": time.time(),
        }
        keys = ["company", "request_identifier", "chunk_index"]
        mine = (chunks.c.company == company, chunks.c.request_identifier == identifier)
        async with self._database.write() as connection:
            await connection.execute(insert(chunks).values(row).on_conflict_do_update(keys, set_=row))
            present = set((await connection.execute(select(chunks.c.chunk_index).where(*mine))).scalars())
        if not present.issuperset(range(total)):
            return None
        paths = [_chunk_path(company, identifier, number) for number in range(total)]
        return [(await self._files.get_async(path)).decode("ascii") for path in paths]

    async def size_so_far(self, company: str, identifier: str) -> int:
        """Characters of the chunks that are there."""
        mine = (chunks.c.company == company, chunks.c.request_identifier == identifier)
        async with self._database.read() as connection:
            return sum((await connection.execute(select(chunks.c.size).where(*mine))).scalars())

    async def drop_chunks(self, company: str, identifier: str, total: int) -> None:
        """Forget the chunks of a file that is complete."""
        mine = (chunks.c.company == company, chunks.c.request_identifier == identifier)
        async with self._database.write() as connection:
            await connection.execute(delete(chunks).where(*mine))
        await self._files.delete_async([_chunk_path(company, identifier, number) for number in range(total)])


def _chunk_path(company: str, identifier: str, index: int) -> str:
    return f"chunks/{_hidden(company, identifier)}/{index}"


def _hidden(company: str, identifier: str) -> str:
    return hashlib.sha256("\n".join((company, identifier)).encode("utf-8", "surrogatepass")).hexdigest()


__all__ = ["Content", "Upload", "Uploads"]
