"""Themes and templates: ``listThemes`` and ``listTemplates``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from prezent_widgets.client.core import Core
from prezent_widgets.client.paging import walk
from prezent_widgets.contract.operations import OPERATIONS
from prezent_widgets.contract.themes import Feature, TemplatesQuery, Theme, ThemesListResponse, ThemesQuery


class Themes:
    """The brand themes a deck can be made in."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def list(
        self, *, name: str | None = None, sort: str | None = None, source: str | None = None
    ) -> tuple[Theme, ...]:
        """All themes; ``name`` keeps those that contain it, ``sort`` is e.g. ``"name:asc"``."""
        return tuple([theme async for theme in self.iterate(name=name, sort=sort, source=source)])

    def iterate(
        self,
        *,
        page_size: int | None = None,
        name: str | None = None,
        sort: str | None = None,
        source: str | None = None,
    ) -> AsyncIterator[Theme]:
        """The themes one by one, fetched ``page_size`` (1 to 200) at a time, or all at once without it."""

        async def page(cursor: str | None) -> tuple[Sequence[Theme], str | None]:
            query = ThemesQuery(limit=page_size, cursor=cursor, name=name, sort=sort, source=source)
            answer = await self._core.call(OPERATIONS["listThemes"], ThemesListResponse, query=query)
            return answer.data, answer.next_cursor

        return walk(page)

    async def templates(self, feature: Feature | None = None, *, name: str | None = None) -> tuple[Theme, ...]:
        """The templates of one feature, or of all."""

        async def page(cursor: str | None) -> tuple[Sequence[Theme], str | None]:
            query = TemplatesQuery(feature=feature, name=name, cursor=cursor)
            answer = await self._core.call(OPERATIONS["listTemplates"], ThemesListResponse, query=query)
            return answer.data, answer.next_cursor

        return tuple([theme async for theme in walk(page)])


__all__ = ["Themes"]
