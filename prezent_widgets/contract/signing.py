"""Signatures of the wire, as pure functions: tokens in URLs, and the header that signs a webhook (RFC 2104 HMAC)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any, cast

WEBHOOK_TOLERANCE_SECONDS = 300
"""How old or how far in the future a webhook's ``t`` may be (CONTRACT section 10)."""


class SignatureError(ValueError):
    """A token or a signature is malformed, forged, made for something else, or too old (``expired``)."""

    def __init__(self, message: str, *, expired: bool = False) -> None:
        super().__init__(message)
        self.expired = expired


def _mac(secret: bytes, text: bytes) -> bytes:
    return hmac.new(secret, text, hashlib.sha256).digest()


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _decode(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def sign_token(secret: bytes, purpose: str, claims: Mapping[str, str], *, expires_at: int) -> str:
    """A URL-safe token for one purpose (``"download"``, ``"stream"`` …), valid before ``expires_at`` (unix seconds).

    The claims are readable by anyone who holds the token; only the signature is secret.

    Example:
        >>> token = sign_token(b"s3cret", "download", {"callback_id": "c1"}, expires_at=2_000)
        >>> read_token(b"s3cret", "download", token, now=1_999)
        {'callback_id': 'c1'}
    """
    payload = json.dumps({"p": purpose, "e": expires_at, "c": dict(claims)}, separators=(",", ":"), sort_keys=True)
    body = _encode(payload.encode("utf-8"))
    return f"{body}.{_encode(_mac(secret, body.encode('ascii')))}"


def read_token(secret: bytes, purpose: str, token: str, *, now: int) -> dict[str, str]:
    """The claims of a token.

    Raises:
        SignatureError: the token was not signed with this secret, is for another purpose, or is no longer valid.
    """
    body, dot, mac = token.partition(".")
    try:
        signed = bool(dot) and hmac.compare_digest(_decode(mac), _mac(secret, body.encode("ascii")))
        payload = cast("dict[str, Any]", json.loads(_decode(body))) if signed else {}
    except (binascii.Error, ValueError) as error:
        raise SignatureError("The token is malformed.") from error
    if not signed:
        raise SignatureError("The token's signature is wrong.")
    if payload["p"] != purpose:
        raise SignatureError("The token was made for something else.")
    if now >= payload["e"]:
        raise SignatureError("The token has expired.", expired=True)
    return cast("dict[str, str]", payload["c"])


def sign_webhook(secret: str, body: bytes, *, timestamp: int) -> str:
    """The value of ``X-Prezent-Signature``: HMAC-SHA256 over ``"{t}.{body}"``, keyed by the whole secret.

    Example:
        >>> sign_webhook("whsec_x", b"{}", timestamp=1)[:7]
        't=1,v1='
    """
    mac = _mac(secret.encode("utf-8"), str(timestamp).encode("ascii") + b"." + body)
    return f"t={timestamp},v1={mac.hex()}"


def verify_webhook(
    secret: str, header: str, body: bytes, *, now: int, tolerance: int = WEBHOOK_TOLERANCE_SECONDS
) -> None:
    """Check a received webhook's signature header against its raw body.

    Raises:
        SignatureError: the header is malformed, the signature wrong, or ``t`` more than ``tolerance`` seconds off.
    """
    parts = [part.strip().partition("=") for part in header.split(",")]
    stamps = [value for name, _, value in parts if name == "t"]
    if len(stamps) != 1 or not (stamps[0].isascii() and stamps[0].isdigit()):
        raise SignatureError("The signature header is malformed.")
    timestamp = int(stamps[0])
    expected = sign_webhook(secret, body, timestamp=timestamp).partition("v1=")[2].encode("ascii")
    if not any(hmac.compare_digest(value.encode("utf-8"), expected) for name, _, value in parts if name == "v1"):
        raise SignatureError("The webhook's signature is wrong.")
    if abs(now - timestamp) > tolerance:
        raise SignatureError("The webhook's signature is too old.", expired=True)


__all__ = [
    "WEBHOOK_TOLERANCE_SECONDS",
    "SignatureError",
    "read_token",
    "sign_token",
    "sign_webhook",
    "verify_webhook",
]
