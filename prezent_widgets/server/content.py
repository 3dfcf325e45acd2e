"""File content as it travels: base64 or a ``data:`` URL, whole or in chunks (CONTRACT section 9)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.server.problems import Problem


def decode(text: str) -> bytes:
    """The bytes of one content; Problem 400 when it is not base64.

    Example:
        >>> decode("data:text/csv;base64,YSxi")
        b'a,b'
    """
    return decode_chunks([text])


def decode_chunks(texts: Sequence[str]) -> bytes:
    """The bytes of chunks in their order.

    Two ways of cutting exist: encode, then cut the text; or cut the bytes, then encode each piece. So each chunk is
    decoded by itself when it can be, else all are joined and decoded at once.
    """
    cleaned = [_without_prefix("".join(text.split())) for text in texts]
    alone = [_try_decode(text) for text in cleaned]
    if all(part is not None for part in alone):
        return b"".join(part for part in alone if part is not None)
    joined = "".join(cleaned)
    whole = _try_decode(joined + "=" * (-len(joined) % 4))
    if whole is None:
        raise Problem(
            ErrorCode.INVALID_DATA, "fileContent is not base64.", listed=["fileContent must be base64 or a data: URL"]
        )
    return whole


def _without_prefix(text: str) -> str:
    if text[:5].casefold() != "data:":
        return text
    head, comma, content = text.partition(",")
    return content if comma and head.casefold().endswith(";base64") else text


def _try_decode(text: str) -> bytes | None:
    if len(text) % 4:
        return None
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


__all__ = ["decode", "decode_chunks"]
