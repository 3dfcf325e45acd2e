"""What a server can be told, in one place: each field, its environment variable, its default."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prezent_widgets.errors import InputError


def default_data_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The per-user folder for decks and jobs: ``PREZENT_DATA``, else the platform's place for application data.

    Example:
        >>> default_data_dir({"PREZENT_DATA": "decks"}).name
        'decks'
    """
    if given := environ.get("PREZENT_DATA"):
        return Path(given).expanduser()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "prezent_widgets"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "prezent_widgets"
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "prezent_widgets"


def _default_workers() -> int:
    return max(1, min(4, os.cpu_count() or 1))


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server runs.

    Args:
        data_dir: folder of everything the server keeps: databases, uploads, decks, logs (``PREZENT_DATA``).
        host: address to listen on; the default is reachable from this machine only (``PREZENT_HOST``).
        port: port to listen on; 0 takes a free one (``PREZENT_PORT``).
        base_url: what download addresses begin with; empty takes it from each request (``PREZENT_BASE_URL``).
        workers: most engine processes at a time (``PREZENT_WORKERS``).
        download_ttl: seconds a download address works (``PREZENT_DOWNLOAD_TTL``); CONTRACT section 9.
        stream_ttl: seconds a stream address can be opened (``PREZENT_STREAM_TTL``); CONTRACT section 10.
        idempotency_ttl: seconds the first answer to an Idempotency-Key is kept (``PREZENT_IDEMPOTENCY_TTL``).
        keep_days: days that uploads and the working files of jobs are kept; decks stay (``PREZENT_KEEP_DAYS``).
        heartbeat: seconds between comments on a silent event stream (``PREZENT_HEARTBEAT``).
        max_upload: most bytes of one file sent through ``/upload`` (``PREZENT_MAX_UPLOAD``).
        max_file: most bytes of one file, and of all files of one request (``PREZENT_MAX_FILE``).

    Example:
        >>> Settings.from_environment({"PREZENT_PORT": "9000"}).port
        9000
    """

    data_dir: Path = field(default_factory=default_data_dir)
    host: str = "127.0.0.1"
    port: int = 8787
    base_url: str = ""
    workers: int = field(default_factory=_default_workers)
    download_ttl: int = 3600
    stream_ttl: int = 300
    idempotency_ttl: int = 86_400
    keep_days: int = 30
    heartbeat: float = 15.0
    max_upload: int = 10 * 2**20
    max_file: int = 200 * 10**6

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Settings from ``PREZENT_*`` variables; InputError names a variable that is not a number where one is due."""
        return cls(
            data_dir=default_data_dir(environ),
            host=environ.get("PREZENT_HOST") or "127.0.0.1",
            base_url=environ.get("PREZENT_BASE_URL", "").rstrip("/"),
            **{name: _number(environ, name) for name in _NUMBERS if environ.get(_variable(name))},  # pyright: ignore[reportArgumentType]
        )


_NUMBERS = {
    "port": int,
    "workers": int,
    "download_ttl": int,
    "stream_ttl": int,
    "idempotency_ttl": int,
    "keep_days": int,
    "heartbeat": float,
    "max_upload": int,
    "max_file": int,
}


def _variable(name: str) -> str:
    return f"PREZENT_{name.upper()}"


def _number(environ: Mapping[str, str], name: str) -> int | float:
    text = environ[_variable(name)]
    try:
        value = _NUMBERS[name](text)
    except ValueError:
        value = -1
    if value < (0 if name == "port" else 1):
        raise InputError(f"{_variable(name)} is {text!r}.", hint="Give a positive number.", field=name)
    return value


__all__ = ["Settings", "default_data_dir"]
