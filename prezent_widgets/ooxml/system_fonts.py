"""Fonts of the machine, asked only for scripts that are too large to ship: ideographs, Arabic, Indic, Thai.

What such text looks like therefore depends on the machine; without any font it is drawn as boxes of the right width.
Files are chosen by name, best first, so that a machine with thousands of fonts costs a listing and not an indexing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
"""Where Linux, macOS and Windows keep the fonts that every user has."""

_IDEOGRAPHS = (
    "NotoSansCJK*-Regular.*", "NotoSansCJK*.ttc", "NotoSansSC-Regular.*", "NotoSansJP-Regular.*",
    "SourceHanSans*-Regular.*",
    "wqy-*.ttc", "DroidSansFallback*.ttf", "ipag*.ttf", "PingFang.ttc", "Hiragino*W3.ttc", "Hiragino Sans GB.ttc",
    "YuGothR.ttc", "msyh.ttc", "msgothic.ttc", "simsun.ttc", "malgun.ttf", "AppleSDGothicNeo.ttc", "unifont*.otf",
)  # fmt: skip
_OTHERS = (
    "NotoSansArabic-Regular.*", "NotoNaskhArabic-Regular.*", "NotoSansDevanagari-Regular.*", "NotoSansThai-Regular.*",
    "NotoSansBengali-Regular.*", "NotoSansTamil-Regular.*", "NotoSansTelugu-Regular.*", "NotoSansGeorgian-Regular.*",
    "NotoSansArmenian-Regular.*", "NotoSansEthiopic-Regular.*", "NotoSansKhmer-Regular.*", "NotoSansLao-Regular.*",
    "NotoSansMyanmar-Regular.*", "NotoSansSinhala-Regular.*", "Nirmala.ttf", "leelawui.ttf", "LeelawUI.ttf",
    "arial.ttf",
    "Arial Unicode.ttf", "GeezaPro.ttc", "DejaVuSans.ttf", "FreeSans.ttf",
)  # fmt: skip
_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class SystemFont:
    """A face of a font file: its place in a collection, units per em, and the characters it has."""

    path: Path
    number: int
    upem: int
    codes: frozenset[int]


def find_system_font(code: int) -> SystemFont | None:
    """Return the machine's best font for a character; None when it has none of those known here."""
    if code < 0x0530:
        return None
    for path in _candidates(_is_ideograph(code)):
        font = _opened(path)
        if font is not None and code in font.codes:
            return font
    return None


def _is_ideograph(code: int) -> bool:
    return (
        0x1100 <= code < 0x1200
        or 0x2E80 <= code < 0xD7B0
        or 0xF900 <= code < 0xFB00
        or 0xFE30 <= code < 0xFFF0
        or (0x20000 <= code < 0x40000)
    )


@lru_cache(maxsize=2)
def _candidates(ideographs: bool) -> tuple[Path, ...]:
    files = _files()
    patterns = _IDEOGRAPHS if ideographs else _OTHERS
    return tuple(path for pattern in patterns for path in files if fnmatch(path.name, pattern))


@lru_cache(maxsize=1)
def _files() -> tuple[Path, ...]:
    found: list[Path] = []
    for path in _walk():
        found.append(path)
        if len(found) >= _MOST_FILES:
            break
    return tuple(sorted(found))


def _walk() -> Iterator[Path]:
    for folder in FOLDERS:
        for parent, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith((".ttf", ".otf", ".ttc")):
                    yield Path(parent) / name


@lru_cache(maxsize=32)
def _opened(path: Path) -> SystemFont | None:
    hb: Any = import_module("uharfbuzz")
    try:
        face = hb.Face(hb.Blob(path.read_bytes()), 0)
    except (OSError, ValueError):
        return None
    codes = frozenset(face.unicodes)
    return SystemFont(path, 0, face.upem, codes) if codes else None


__all__ = ["FOLDERS", "SystemFont", "find_system_font"]
