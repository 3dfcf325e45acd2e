"""Addresses that need no key: signed, absolute, short-lived (CONTRACT sections 9 and 10)."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.contract.signing import SignatureError, read_token, sign_token
from prezent_widgets.server.problems import Problem

_DOWNLOAD, _STREAM = "download", "stream"


def server_secret(path: Path) -> bytes:
    """The secret that signs this data folder's links, made at the first start; readable by its owner only."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_bytes(secrets.token_bytes(32))
        try:
            os.link(draft, path)  # unlike a rename, never replaces the secret of a server that started meanwhile
        except FileExistsError:
            return path.read_bytes()
        except OSError:  # a file system without hard links
            draft.replace(path)
            return path.read_bytes()
        finally:
            draft.unlink(missing_ok=True)
        return path.read_bytes()


class Links:
    """Signs and checks the addresses of files and event streams.

    Args:
        secret: what signs.
        download_ttl: seconds a file's address works.
        stream_ttl: seconds a stream's address can be opened.
        clock: unix seconds.
    """

    def __init__(
        self, secret: bytes, *, download_ttl: int, stream_ttl: int, clock: Callable[[], float] = time.time
    ) -> None:
        self._secret = secret
        self._download_ttl = download_ttl
        self._stream_ttl = stream_ttl
        self._clock = clock

    def file(self, base_url: str, path: str, *, name: str = "") -> str:
        """The address of a stored file; ``name`` is what a browser saves it as.

        The end of its life is rounded up by up to a quarter, so that repeated polls give the same address and
        pictures stay in a browser's cache.
        """
        step = max(1, self._download_ttl // 4)
        expires_at = (int(self._clock()) // step + 1) * step + self._download_ttl
        claims = {"path": path, **({"name": name} if name else {})}
        token = sign_token(self._secret, _DOWNLOAD, claims, expires_at=expires_at)
        return f"{base_url}/files/{quote(path)}?token={token}"

    def file_name(self, path: str, token: str) -> str:
        """The file name a token for ``path`` carries; Problem 401 or 403 when the token does not open that path."""
        claims = self._claims(_DOWNLOAD, token)
        if claims["path"] != path:
            raise Problem(ErrorCode.FORBIDDEN, "The link is for another file.")
        return claims.get("name", "")

    def stream(self, base_url: str, callback_id: str, key_id: str) -> tuple[str, int]:
        """The address of a job's events, and the unix second until which it can be opened."""
        expires_at = int(self._clock()) + self._stream_ttl
        claims = {"callback_id": callback_id, "key_id": key_id}
        token = sign_token(self._secret, _STREAM, claims, expires_at=expires_at)
        return f"{base_url}/v1/streams/{quote(callback_id, safe='')}?token={token}", expires_at

    def check_stream(self, callback_id: str, token: str) -> None:
        """Problem 401 unless the token opens this job's stream now."""
        if self._claims(_STREAM, token)["callback_id"] != callback_id:
            raise Problem(ErrorCode.UNAUTHORIZED, "The stream address is for another job. Ask for a new session.")

    def _claims(self, purpose: str, token: str) -> dict[str, str]:
        try:
            return read_token(self._secret, purpose, token, now=int(self._clock()))
        except SignatureError as error:
            raise Problem(ErrorCode.UNAUTHORIZED, f"{error} Ask for a new address.") from error


__all__ = ["Links", "server_secret"]
