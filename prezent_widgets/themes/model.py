"""A brand as data: colours, fonts and the few choices of style that make its slides its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Slot = Literal[
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"
]


@dataclass(frozen=True, slots=True)
class Palette:
    """The twelve theme colours (ECMA-376 part 1, 20.1.6.2), as six hexadecimal digits.

    ``accent6`` is the quiet one: source lines, context series, labels.
    """

    dk1: str
    lt1: str
    dk2: str
    lt2: str
    accent1: str
    accent2: str
    accent3: str
    accent4: str
    accent5: str
    accent6: str
    hlink: str
    folHlink: str  # the name ECMA-376 gives the slot

    def items(self) -> tuple[tuple[str, str], ...]:
        """Slot and colour, in the order the theme part wants them."""
        return tuple((name, getattr(self, name)) for name in self.__slots__)

    def as_dict(self) -> Mapping[str, str]:
        """Slot → ``"#RRGGBB"``, for pickers and thumbnails."""
        return {name: f"#{colour}" for name, colour in self.items()}


@dataclass(frozen=True, slots=True)
class Fonts:
    """Typefaces that exist on Windows and macOS and have metric twins elsewhere."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Style:
    """What differs in form between brands.

    Args:
        title_pt: size of a content slide's title.
        title_bold: whether titles are bold.
        title_mark: the small mark that goes with each title.
        cover: which artwork the cover, dividers and closing carry.
        table: how a table's head row looks.
        corner: radius of cards as a share of their shorter side, 0 to 0.5.
        card_rule: a coloured rule along the top or the left edge of each card.
    """

    title_pt: int
    title_bold: bool
    title_mark: Literal["edge", "rule"]
    cover: Literal["waves", "contours"]
    table: Literal["line", "band"]
    corner: float
    card_rule: Literal["top", "left"]


@dataclass(frozen=True, slots=True)
class Theme:
    """A brand: ``id`` and ``code`` never change, ``name`` is what people see.

    Example:
        >>> from prezent_widgets.themes import find_theme
        >>> find_theme("harbor").fonts.body
        'Arial'
    """

    id: str
    name: str
    code: str
    description: str
    palette: Palette
    fonts: Fonts
    style: Style
    table_style: str
    tags: tuple[str, ...] = ()


__all__ = ["Fonts", "Palette", "Slot", "Style", "Theme"]
