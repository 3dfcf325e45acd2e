"""Lists and how they are paged (CONTRACT section 6)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from prezent_widgets.contract.model import QueryModel

PAGE_LIMIT_DEFAULT = 50
PAGE_LIMIT_MAX = 200

PageLimit = Annotated[int, Field(ge=1, le=PAGE_LIMIT_MAX)]
"""Items on one page of themes, templates or audiences: 1 to 200."""


class PageQuery(QueryModel):
    """Opt-in paging: with neither ``limit`` nor ``cursor`` the whole list comes; either one turns paging on."""

    limit: PageLimit | None = None
    cursor: str | None = None
    sort: str | None = None

    @property
    def paging(self) -> bool:
        """Whether the caller asked for pages."""
        return self.limit is not None or self.cursor is not None


__all__ = ["PAGE_LIMIT_DEFAULT", "PAGE_LIMIT_MAX", "PageLimit", "PageQuery"]
