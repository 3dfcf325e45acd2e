"""Themes as the wire has them."""

from __future__ import annotations

from collections.abc import Sequence

from prezent_widgets.contract import themes as wire
from prezent_widgets.themes import Theme


def theme(value: Theme, thumbnail: str, layouts: Sequence[str] = ()) -> wire.Theme:
    """A theme with the address of its picture.

    Additional keys of ours: ``thumbnails`` (pictures of its layouts), palette, fonts and tags.
    """
    return wire.Theme.model_validate(
        {
            "id": value.id,
            "name": value.name,
            "code": value.code,
            "source": "built-in",
            "thumbnail": thumbnail,
            "thumbnails": list(layouts),
            "description": value.description,
            "palette": dict(value.palette.as_dict()),
            "fonts": {"heading": value.fonts.heading, "body": value.fonts.body},
            "tags": list(value.tags),
        }
    )


__all__ = ["theme"]
