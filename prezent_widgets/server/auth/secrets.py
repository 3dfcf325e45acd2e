"""Secrets: how they are made, and what is kept of them."""

from __future__ import annotations

import hashlib
import secrets


def new_key() -> str:
    """A fresh API key: 256 random bits after a prefix that secret scanners can find."""
    return f"pz_{secrets.token_urlsafe(32)}"


def digest(secret: str) -> str:
    """What is kept of a key or a token. The secrets are random bits, so a plain SHA-256 cannot be searched."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


__all__ = ["digest", "new_key"]
