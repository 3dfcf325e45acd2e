"""Audiences: ``listAudiences`` and ``searchAudiences``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from prezent_widgets.client.core import Core
from prezent_widgets.client.paging import walk
from prezent_widgets.contract.audiences import (
    SEARCH_LIMIT_DEFAULT,
    Audience,
    AudiencesListResponse,
    AudiencesQuery,
    AudiencesSearchRequest,
)
from prezent_widgets.contract.operations import OPERATIONS


class Audiences:
    """Who a deck can be written for."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def list(self, *, sort: str | None = None) -> tuple[Audience, ...]:
        """All audiences; ``sort`` is e.g. ``"name:asc"``."""
        return tuple([audience async for audience in self.iterate(sort=sort)])

    def iterate(self, *, page_size: int | None = None, sort: str | None = None) -> AsyncIterator[Audience]:
        """The audiences one by one, fetched ``page_size`` (1 to 200) at a time, or all at once without it."""

        async def page(cursor: str | None) -> tuple[Sequence[Audience], str | None]:
            query = AudiencesQuery(limit=page_size, cursor=cursor, sort=sort)
            answer = await self._core.call(OPERATIONS["listAudiences"], AudiencesListResponse, query=query)
            return answer.items or answer.result, answer.next_cursor

        return walk(page)

    async def search(self, query: str, *, limit: int = SEARCH_LIMIT_DEFAULT) -> tuple[Audience, ...]:
        """The audiences that fit ``query``, the best first."""
        body = AudiencesSearchRequest(query=query, limit=limit)
        answer = await self._core.call(OPERATIONS["searchAudiences"], AudiencesListResponse, body=body)
        return tuple(answer.result)


__all__ = ["Audiences"]
