"""Lists: filtering, sorting and pages behind an opaque cursor (CONTRACT section 6)."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from prezent_widgets.contract.errors import ErrorCode
from prezent_widgets.contract.paging import PAGE_LIMIT_DEFAULT, PageQuery
from prezent_widgets.server.problems import Problem

Item = TypeVar("Item")


def page(
    items: Sequence[Item], query: PageQuery, *, key: Callable[[Item], str], sorts: Mapping[str, Callable[[Item], str]]
) -> tuple[list[Item], str | None]:
    """One page of items and the cursor of the next, or the whole list when no paging was asked for.

    Args:
        items: what matches the filters, in the natural order.
        query: the query; ``sort`` is ``field`` or ``field:asc`` or ``field:desc``.
        key: an item's id, which breaks ties.
        sorts: the fields that can be sorted by.

    Raises:
        Problem: 400 for an unknown sort field, or a cursor that is not ours or was made for another query.
    """
    ordered = _sorted(items, query.sort, key=key, sorts=sorts)
    if not query.paging:
        return ordered, None
    # The cursor carries what it was made for: following it with other filters would skip or repeat items.
    purpose = json.dumps(query.model_dump(exclude={"cursor", "limit"}), sort_keys=True)
    start = 0 if query.cursor is None else _start(query.cursor, purpose)
    end = start + (query.limit or PAGE_LIMIT_DEFAULT)
    return ordered[start:end], _cursor(end, purpose) if end < len(ordered) else None


def _sorted(
    items: Sequence[Item], sort: str | None, *, key: Callable[[Item], str], sorts: Mapping[str, Callable[[Item], str]]
) -> list[Item]:
    if not sort:
        return list(items)
    name, _, direction = sort.partition(":")
    if name not in sorts or direction not in ("", "asc", "desc"):
        raise Problem(
            ErrorCode.INVALID_REQUEST,
            f"The list cannot be sorted by {sort!r}. Use one of {', '.join(sorts)}, with :asc or :desc.",
        )
    by_id = sorted(items, key=key)
    return sorted(by_id, key=lambda item: sorts[name](item).casefold(), reverse=direction == "desc")


def _cursor(position: int, purpose: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([position, purpose]).encode("utf-8")).decode("ascii")


def _start(cursor: str, purpose: str) -> int:
    try:
        position, made_for = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
    except (ValueError, TypeError) as error:
        raise Problem(ErrorCode.INVALID_REQUEST, "The cursor is not one of this API's. Start without one.") from error
    if made_for != purpose or not isinstance(position, int) or position < 0:
        raise Problem(ErrorCode.INVALID_REQUEST, "The cursor was made for another sort or filter. Start without one.")
    return position


__all__ = ["page"]
