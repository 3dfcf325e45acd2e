"""Is the API there: ``getTest`` and ``getHealth``."""

from __future__ import annotations

from prezent_widgets.client.core import Core
from prezent_widgets.contract.health import HealthCategory, HealthQuery, HealthResponse, TestResponse
from prezent_widgets.contract.operations import OPERATIONS


class Health:
    """Whether the API answers, and how its parts are."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def check(self, category: HealthCategory | None = None) -> HealthResponse:
        """The state of the API, or of the services behind one category."""
        return await self._core.call(OPERATIONS["getHealth"], HealthResponse, query=HealthQuery(category=category))

    async def test(self) -> str:
        """The API's greeting: the key works."""
        answer = await self._core.call(OPERATIONS["getTest"], TestResponse)
        return answer.data.message or ""


__all__ = ["Health"]
