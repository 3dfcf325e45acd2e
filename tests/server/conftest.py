"""A real server over the in-process transport, on a data folder of its own."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from prezent_widgets.client.in_process import InProcessTransport
from prezent_widgets.server.app import create_app
from prezent_widgets.server.services import Services
from prezent_widgets.server.settings import Settings

KEY = "pz_test-key"
ON_ONE_LOOP = pytest.mark.asyncio(loop_scope="module")
CSV = b"month,visits,loans\n2025-01,120,40\n2025-02,150,44\n2025-03,180,51\n2025-04,160,47\n2025-05,210,60\n"


@dataclass(frozen=True)
class Api:
    """A running server: ``http`` sends the key by itself, ``anonymous`` does not."""

    http: httpx.AsyncClient
    anonymous: httpx.AsyncClient
    services: Services

    async def post(self, path: str, body: Any, **headers: str) -> httpx.Response:
        return await self.http.post(path, json=body, headers=headers)

    async def upload(self, name: str, data: bytes) -> httpx.Response:
        return await self.post("/api/v1/upload", {"fileName": name, "fileContent": base64.b64encode(data).decode()})


@asynccontextmanager
async def running(folder: Path, **changes: Any) -> AsyncIterator[Api]:
    """A server on ``folder``, with settings changed."""
    app = create_app(replace(Settings(data_dir=folder, workers=1), **changes), embedded_key=KEY)
    async with app.router.lifespan_context(app):
        transport = InProcessTransport(app)
        headers = {"Authorization": f"Bearer {KEY}"}
        async with (
            httpx.AsyncClient(transport=transport, base_url="http://server.test", headers=headers, timeout=120) as http,
            httpx.AsyncClient(transport=transport, base_url="http://server.test", timeout=120) as anonymous,
        ):
            yield Api(http, anonymous, app.state.services)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def api(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Api]:
    """One server for a file of tests, on one loop: such a file says ``pytestmark = ON_ONE_LOOP``."""
    async with running(tmp_path_factory.mktemp("server") / "data") as started:
        yield started
