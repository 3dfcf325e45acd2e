"""``prezent keys``: who may use a server of ours."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from prezent_widgets.cli.report import emit
from prezent_widgets.errors import InputError, OutputError


def create_key(name: str, *, data: Path | None, days: int | None) -> None:
    """Make an API key in a data folder and print it alone: it is kept as a digest and cannot be shown again.

    Args:
        name: what it is for.
        data: the server's data folder; by default that of ``prezent serve``.
        days: how long it is valid; None is for ever.

    Raises:
        InputError: the name is blank.
        OutputError: the folder cannot be used.
    """
    if not name.strip():
        raise InputError("The key has no name.", hint="Say what it is for: --name laptop.", field="name")
    emit(asyncio.run(_create(name.strip(), data, days)))


async def _create(name: str, data: Path | None, days: int | None) -> str:
    import time

    from prezent_widgets.server.auth.keys import Keys
    from prezent_widgets.server.services import Services
    from prezent_widgets.server.settings import Settings

    settings = Settings.from_environment()
    if data is not None:
        settings = replace(settings, data_dir=data)
    try:
        services = Services.build(settings, None)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "Choose another folder with --data."
        raise OutputError(f"The folder {settings.data_dir} cannot be used: {reason}.", hint=hint) from None
    await services.database.open()
    try:
        expires = None if days is None else time.time() + days * 86_400
        return await Keys(services.database).create(name, expires_at=expires)
    finally:
        await services.database.close()


__all__ = ["create_key"]
