"""The lists a client offers, as plain values for the page. Hosted lists may know less than ours: then less is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

from prezent_widgets.errors import UnknownNameError


def plain(item: Any) -> dict[str, Any]:
    """A listed item, whichever way it came, as a dictionary."""
    if isinstance(item, Mapping):
        return dict(item)
    if hasattr(item, "model_dump"):
        return item.model_dump()
    if is_dataclass(item) and not isinstance(item, type):
        return asdict(item)
    return dict(vars(item))


def audience_card(item: Any) -> dict[str, Any]:
    """What the picker shows of an audience. Its rules stand under ``rules``, or beside the name."""
    given = plain(item)
    rules = {**given, **(given.get("rules") or {})}
    slides = rules.get("slides")
    return {
        "id": str(given.get("id") or given.get("name") or ""),
        "name": str(given.get("name") or given.get("id") or ""),
        "description": str(given.get("description") or ""),
        "slides": [int(slides[0]), int(slides[1])] if isinstance(slides, Sequence) and len(slides) == 2 else None,
        "max_words": _number(rules.get("max_words")),
        "digits": _number(rules.get("digits")),
        "order": str(rules.get("order") or ""),
        "ask": str(rules.get("ask") or ""),
        "ask_first": bool(rules.get("ask_first")),
        "aliases": [str(alias) for alias in given.get("aliases") or ()],
    }


def theme_card(item: Any) -> dict[str, Any]:
    """What the gallery shows of a theme, without its pictures."""
    given = plain(item)
    fonts = given.get("fonts") or {}
    faces = fonts.values() if isinstance(fonts, Mapping) else fonts
    palette = given.get("palette") or {}
    return {
        "id": str(given.get("id") or given.get("name") or ""),
        "name": str(given.get("name") or given.get("id") or ""),
        "code": str(given.get("code") or ""),
        "description": str(given.get("description") or ""),
        "palette": {str(slot): str(colour) for slot, colour in palette.items()} if isinstance(palette, Mapping) else {},
        "fonts": [str(face) for face in faces if face],
        "pictures": [],
    }


def picture_urls(item: Any) -> list[str]:
    """Where the pictures of a theme are: its cover first."""
    given = plain(item)
    more = given.get("thumbnails") or []
    return [str(url) for url in dict.fromkeys([given.get("thumbnail"), *more]) if url]


def find_id(noun: str, name: str, cards: Sequence[Mapping[str, Any]]) -> str:
    """The id of the card whose id, name, code or alias that is, whatever its case; empty for an empty name.

    Raises:
        UnknownNameError: there is none; the message names the nearest.
    """
    wanted = name.strip().casefold()
    if not wanted:
        return ""
    for card in cards:
        names = [card["id"], card["name"], card.get("code", ""), *card.get("aliases", ())]
        if wanted in (each.casefold() for each in names if each):
            return card["id"]
    raise UnknownNameError(noun, name, [card["name"] for card in cards])


def _number(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


__all__ = ["audience_card", "find_id", "picture_urls", "plain", "theme_card"]
