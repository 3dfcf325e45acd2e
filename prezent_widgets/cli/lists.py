"""``prezent themes`` and ``prezent audiences``."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from prezent_widgets.cli.files import check_output, write_whole
from prezent_widgets.cli.report import emit, emit_json, emit_rows


def print_themes(*, as_json: bool) -> None:
    """Print the themes that a deck can be made in: id, name, code, description."""

    async def listed() -> list[Any]:
        from prezent_widgets import connect

        async with connect() as client:
            return list(await client.themes.list())

    _print(asyncio.run(listed()), ("id", "name", "code", "description"), as_json)


def print_audiences(*, as_json: bool) -> None:
    """Print the audiences that a deck can be made for: id, name, description."""

    async def listed() -> list[Any]:
        from prezent_widgets import connect

        async with connect() as client:
            return list(await client.audiences.list())

    _print(asyncio.run(listed()), ("id", "name", "description"), as_json)


def write_theme(name: str, output: Path) -> None:
    """Write one of our own themes as a template .pptx: masters and layouts, no slides.

    Raises:
        UnknownNameError: there is no such theme.
        OutputError: ``output`` cannot be written.
    """
    from prezent_widgets.themes import build_template, find_theme

    theme = find_theme(name)
    check_output(output, (".pptx",))
    write_whole(output, build_template(theme))
    emit(str(output))


def _print(items: list[Any], fields: tuple[str, ...], as_json: bool) -> None:
    rows = [[str(getattr(item, field, None) or "") for field in fields] for item in items]
    if as_json:
        emit_json([dict(zip(fields, row, strict=True)) for row in rows])
    else:
        emit_rows(fields, rows)


__all__ = ["print_audiences", "print_themes", "write_theme"]
