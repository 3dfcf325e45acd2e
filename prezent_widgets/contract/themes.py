"""Themes (brand templates) on the wire: ``GET /api/v1/themes`` and ``GET /api/v1/templates``."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from prezent_widgets.contract.model import ResponseModel, Text, WireModel
from prezent_widgets.contract.paging import PageQuery

Feature = Literal["auto_generator", "template_converter"]


class Theme(WireModel):
    """One theme. ``id`` is what ``template_id`` takes; the converter's ``templateName`` is ``name``.

    ``thumbnail`` is an absolute URL of a picture. All are text, never null (CONTRACT section 6).
    """

    id: Text = ""
    name: Text = ""
    code: Text = ""
    source: Text = ""
    thumbnail: Text = ""
    description: Text = ""


class ThemesQuery(PageQuery):
    """Filters of the themes list. ``name`` matches any part, whatever the case."""

    name: str | None = None
    feature: str | None = None
    enabledFeature: str | None = None
    source: str | None = None


class TemplatesQuery(PageQuery):
    """Filters of the templates list: as for themes, but ``feature`` is one of two words."""

    name: str | None = None
    feature: Feature | None = None
    enabledFeature: str | None = None
    source: str | None = None


class ThemesListResponse(ResponseModel):
    """Themes or templates: ``data`` is an **array** here, with ``next_cursor`` beside it."""

    NULLABLE: ClassVar[frozenset[str]] = frozenset({"next_cursor"})

    data: list[Theme] = Field(default_factory=list[Theme])
    next_cursor: str | None = None


__all__ = ["Feature", "TemplatesQuery", "Theme", "ThemesListResponse", "ThemesQuery"]
