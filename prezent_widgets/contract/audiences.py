"""Audiences on the wire: the list and the search. Neither has ``data``: the items stand at ``result`` and ``items``."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from prezent_widgets.contract.model import QueryModel, RequestModel, ResponseModel, Text, WireModel
from prezent_widgets.contract.paging import PageQuery

SEARCH_LIMIT_DEFAULT = 15


class Audience(WireModel):
    """One audience. ``id`` or ``name`` is what a generation's ``audience`` takes."""

    id: Text = ""
    name: Text = ""
    description: str | None = None


class AudiencesQuery(PageQuery):
    """Filters of the audiences list."""

    feature: str | None = None
    id: str | None = None


class AudiencesSearchQuery(QueryModel):
    """Query parameters of the search; what is looked for is in the body."""

    feature: str | None = None


class AudiencesSearchRequest(RequestModel):
    """What to look for: most relevant first, at most ``limit``, no cursor."""

    query: str | None = None
    id: str | None = None
    sort: str | None = None
    filterBy: dict[str, Any] | None = None
    filterByCollection: dict[str, Any] | None = None
    fields_: list[str] | None = Field(default=None, validation_alias="fields", serialization_alias="fields")
    extraFields: list[str] | None = None
    limit: int = SEARCH_LIMIT_DEFAULT


class AudiencesListResponse(ResponseModel):
    """The audiences, twice: ``result`` is required by the specification, ``items`` is read by others."""

    NULLABLE: ClassVar[frozenset[str]] = frozenset({"next_cursor"})

    result: list[Audience]
    items: list[Audience] = Field(default_factory=list[Audience])
    next_cursor: str | None = None

    @classmethod
    def of(cls, audiences: list[Audience], next_cursor: str | None = None) -> AudiencesListResponse:
        """The body with both keys filled."""
        return cls(result=audiences, items=audiences, next_cursor=next_cursor)


__all__ = [
    "SEARCH_LIMIT_DEFAULT",
    "Audience",
    "AudiencesListResponse",
    "AudiencesQuery",
    "AudiencesSearchQuery",
    "AudiencesSearchRequest",
]
