"""Audiences: the list and the search."""

from __future__ import annotations

from collections.abc import Mapping

from prezent_widgets.audiences import AUDIENCES, Audience, search_audiences
from prezent_widgets.contract import audiences as wire
from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.server.endpoint import Call, Handler
from prezent_widgets.server.lists import page
from prezent_widgets.server.problems import Problem
from prezent_widgets.server.translate.audiences import audience as to_wire

_SORTS = {"name": lambda value: value.name, "id": lambda value: value.id}


async def list_all(call: Call) -> wire.AudiencesListResponse:
    """The audiences, by id when one is asked for."""
    query = call.read(wire.AudiencesQuery)
    matching = [value for value in AUDIENCES if query.id in (None, value.id)]
    items, cursor = page(matching, query, key=_id, sorts=_SORTS)
    return wire.AudiencesListResponse.of([to_wire(value) for value in items], cursor)


async def search(call: Call) -> wire.AudiencesListResponse:
    """The audiences that match the words, most relevant first."""
    request = call.read(wire.AudiencesSearchRequest)
    if request.limit < 1:
        raise Problem(ErrorCode.INVALID_REQUEST, "limit must be at least 1.", listed=["limit must be at least 1"])
    matching = [value for value in search_audiences(request.query or "") if request.id in (None, value.id)]
    return wire.AudiencesListResponse.of([to_wire(value) for value in matching[: request.limit]])


def _id(value: Audience) -> str:
    return value.id


HANDLERS: Mapping[str, Handler] = {"listAudiences": list_all, "searchAudiences": search}

__all__ = ["HANDLERS"]
