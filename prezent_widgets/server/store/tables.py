"""Every table the server keeps, in one place. What a job has come to is not here: DBOS knows it (docs/why/jobs.md).

Times are unix seconds, ids are text, ``company`` is whose a row is.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = 1  # written into the file (PRAGMA user_version): raise it with every change to a table
metadata = MetaData()

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("digest", String, nullable=False, unique=True),  # SHA-256 of the key: the key itself is shown once
    Column("company", String, nullable=False),
    Column("created_at", Float, nullable=False),
    Column("expires_at", Float),
    Column("revoked_at", Float),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", String, primary_key=True),  # the callback id, and the id of the DBOS workflow
    Column("kind", String, nullable=False),
    Column("company", String, nullable=False),
    Column("key_id", String, nullable=False),
    Column("token_digest", String, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("audience", String, nullable=False),
    Column("theme", String, nullable=False),
    Column("created_at", Float, nullable=False),
)

uploads = Table(
    "uploads",
    metadata,
    Column("id", String, primary_key=True),
    Column("company", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("path", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("pages", Integer),  # None where they are not counted
    Column("problem", Text, nullable=False),  # why the file cannot be used; empty when it can
    Column("created_at", Float, nullable=False),
)

chunks = Table(
    "chunks",
    metadata,
    Column("company", String, primary_key=True),
    Column("request_identifier", String, primary_key=True),
    Column("chunk_index", Integer, primary_key=True),
    Column("total", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("created_at", Float, nullable=False),
)

answers = Table(
    "idempotent_answers",
    metadata,
    Column("key_id", String, primary_key=True),
    Column("method", String, primary_key=True),
    Column("path", String, primary_key=True),
    Column("idempotency_key", String, primary_key=True),
    Column("body_digest", String, nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("created_at", Float, nullable=False),
)
Index("idempotent_answers_age", answers.c.created_at)

__all__ = ["VERSION", "answers", "api_keys", "chunks", "jobs", "metadata", "uploads"]
