"""Themes as the wire has them."""

from __future__ import annotations

from prezent_widgets.contract import themes as wire
from prezent_widgets.themes import Theme


def theme(value: Theme, thumbnail: str) -> wire.Theme:
    """A theme with the address of its picture; palette, fonts and tags ride along as additional keys."""
    return wire.Theme.model_validate(
        {
            "id": value.id,
            "name": value.name,
            "code": value.code,
            "source": "built-in",
            "thumbnail": thumbnail,
            "description": value.description,
            "palette": dict(value.palette.as_dict()),
            "fonts": {"heading": value.fonts.heading, "body": value.fonts.body},
            "tags": list(value.tags),
        }
    )


__all__ = ["theme"]
