"""The brands that come with the toolkit, and how to find one."""

from __future__ import annotations

from prezent_widgets.errors import UnknownNameError
from prezent_widgets.themes.model import Fonts, Palette, Style, Theme

THEMES: tuple[Theme, ...] = (
    Theme(
        id="harbor",
        name="Harbor",
        code="HARBOR",
        description="Navy and teal on white, Arial throughout: calm, corporate, good for figures.",
        palette=Palette(
            dk1="1F262D",
            lt1="FFFFFF",
            dk2="0C2B4B",
            lt2="EEF3F7",
            accent1="0A7486",
            accent2="2A5C9E",
            accent3="B54522",
            accent4="8A6400",
            accent5="6D4C9F",
            accent6="566878",
            hlink="0A6C7D",
            folHlink="6D4C9F",
        ),
        fonts=Fonts(heading="Arial", body="Arial"),
        style=Style(
            title_pt=26,
            title_bold=True,
            title_mark="edge",
            cover="waves",
            table="line",
            corner=0.04,
            card_rule="top",
        ),
        table_style="{6B1F2C54-3D0A-4E57-9C41-7A2E5D8B9F01}",
        tags=("corporate", "finance", "calm"),
    ),
    Theme(
        id="fieldnote",
        name="Fieldnote",
        code="FIELDNOTE",
        description="Forest green on paper, Georgia headings over Calibri: an observant, editorial voice.",
        palette=Palette(
            dk1="282623",
            lt1="FDFCF7",
            dk2="1E4331",
            lt2="F0EDE0",
            accent1="2C7347",
            accent2="A34E1B",
            accent3="2A6580",
            accent4="7D5F08",
            accent5="774A74",
            accent6="5F6356",
            hlink="2A6580",
            folHlink="774A74",
        ),
        fonts=Fonts(heading="Georgia", body="Calibri"),
        style=Style(
            title_pt=28,
            title_bold=False,
            title_mark="rule",
            cover="contours",
            table="band",
            corner=0.0,
            card_rule="left",
        ),
        table_style="{A4D27E90-58C3-4B1D-8F66-2C9B7E1D3A02}",
        tags=("editorial", "research", "nature"),
    ),
)


def find_theme(name: str) -> Theme:
    """The theme of that id, name or code, whatever its case.

    Raises:
        UnknownNameError: there is none; ``suggestions`` are the nearest.

    Example:
        >>> find_theme("FieldNote").id
        'fieldnote'
    """
    wanted = name.strip().casefold()
    for theme in THEMES:
        if wanted in (theme.id.casefold(), theme.name.casefold(), theme.code.casefold()):
            return theme
    raise UnknownNameError("theme", name, [theme.name for theme in THEMES])


__all__ = ["THEMES", "find_theme"]
