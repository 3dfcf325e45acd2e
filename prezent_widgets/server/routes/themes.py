"""Themes and templates: what a deck can look like."""

from __future__ import annotations

from collections.abc import Mapping

from prezent_widgets.contract import themes as wire
from prezent_widgets.server.endpoint import Call, Handler
from prezent_widgets.server.lists import page
from prezent_widgets.server.theme_cards import LAYOUTS, card_path
from prezent_widgets.server.translate.themes import theme as to_wire
from prezent_widgets.themes import THEMES, Theme

_SORTS = {"name": lambda theme: theme.name, "id": lambda theme: theme.id, "code": lambda theme: theme.code}


async def list_themes(call: Call) -> wire.ThemesListResponse:
    """The themes."""
    return _list(call, call.read(wire.ThemesQuery))


async def list_templates(call: Call) -> wire.ThemesListResponse:
    """The templates: the same brands, each of which serves both features."""
    return _list(call, call.read(wire.TemplatesQuery))


def _list(call: Call, query: wire.ThemesQuery | wire.TemplatesQuery) -> wire.ThemesListResponse:
    wanted = (query.name or "").casefold()
    matching = [theme for theme in THEMES if wanted in theme.name.casefold() and query.source in (None, "built-in")]
    items, cursor = page(matching, query, key=_id, sorts=_SORTS)
    return wire.ThemesListResponse(data=[_to_wire(call, theme) for theme in items], next_cursor=cursor)


def _to_wire(call: Call, theme: Theme) -> wire.Theme:
    def address(layout: str = "") -> str:
        return call.services.links.file(call.base_url, card_path(theme, layout))

    return to_wire(theme, address(), [address(layout) for layout in LAYOUTS])


def _id(theme: Theme) -> str:
    return theme.id


HANDLERS: Mapping[str, Handler] = {"listThemes": list_themes, "listTemplates": list_templates}

__all__ = ["HANDLERS"]
