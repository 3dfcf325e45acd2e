"""What a table style says about one cell (ECMA-376 part 1, 20.1.4.2.26 to 20.1.4.2.31).

A style has parts: the whole table, bands, first and last rows and columns, corners. A cell lies in several; the
more particular part wins, property by property.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prezent_widgets.ooxml.color import COLOR_NAMES, Color
from prezent_widgets.ooxml.style import LineProps, Painted, read_line
from prezent_widgets.ooxml.text import FILLS
from prezent_widgets.ooxml.units import parse_bool, parse_number
from prezent_widgets.ooxml.xml import Element, child, children, local
from prezent_widgets.render.context import Context

Side = Literal["left", "right", "top", "bottom"]
SIDES: tuple[Side, ...] = ("left", "right", "top", "bottom")
OWN = 100
"""The rank of a border written in the cell itself, above every style part."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A border and how much its say counts; ``line`` None means: no border."""

    line: LineProps | None
    rank: int


@dataclass(frozen=True, slots=True)
class Options:
    """Which parts of its style a table uses (21.1.3.15)."""

    first_row: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False
    row_bands: bool = False
    column_bands: bool = False
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A cell's place: rows and columns it covers, the last ones included, and the size of the table."""

    row: int
    column: int
    last_row: int
    last_column: int
    rows: int
    columns: int


def read_options(table: Element) -> Options:
    """Read the flags of an ``a:tbl``."""
    properties = child(table, "a:tblPr")

    def flag(name: str) -> bool:
        return properties is not None and parse_bool(properties.get(name))

    return Options(
        flag("firstRow"),
        flag("lastRow"),
        flag("firstCol"),
        flag("lastCol"),
        flag("bandRow"),
        flag("bandCol"),
        flag("rtl"),
    )


class TableStyle:
    """A table style, asked cell by cell.

    Args:
        element: The ``a:tblStyle``; None for a table without one.
        options: Which of its parts the table uses.
        context: For the theme and the colours.
    """

    def __init__(self, element: Element | None, options: Options, context: Context) -> None:
        self._element = element
        self._options = options
        self._context = context

    def parts(self, place: Place) -> list[tuple[int, Element]]:
        """Return the parts a cell lies in with their ranks, the most particular first."""
        names = self._names(place)
        found = [(rank, child(self._element, f"a:{name}")) for rank, name in enumerate(names)]
        return [(rank, part) for rank, part in reversed(found) if part is not None]

    def _names(self, place: Place) -> list[str]:
        options = self._options
        first_row = options.first_row and place.row == 0
        last_row = options.last_row and place.last_row == place.rows - 1 and not first_row
        first_column = options.first_column and place.column == 0
        last_column = options.last_column and place.last_column == place.columns - 1
        names = ["wholeTbl"]
        if options.column_bands and not (first_column or last_column):
            names.append("band2V" if (place.column - options.first_column) % 2 else "band1V")
        if options.row_bands and not (first_row or last_row):
            names.append("band2H" if (place.row - options.first_row) % 2 else "band1H")
        names += ["firstCol"] if first_column else []
        names += ["lastCol"] if last_column else []
        names += ["firstRow"] if first_row else []
        names += ["lastRow"] if last_row else []
        for vertical, row in (("n", first_row), ("s", last_row)):
            for across, column in (("w", first_column), ("e", last_column)):
                names += [f"{vertical}{across}Cell"] if row and column else []
        return names

    def fill(self, place: Place) -> Painted | None:
        """Return the fill the style gives a cell."""
        for _, part in self.parts(place):
            found = self._fill(child(part, "a:tcStyle"))
            if found is not None:
                return found
        return None

    def background(self) -> Painted | None:
        """Return the fill behind the whole table."""
        return self._fill(child(self._element, "a:tblBg"))

    def _fill(self, element: Element | None) -> Painted | None:
        page = self._context.page
        for fill in children(child(element, "a:fill"), *FILLS):
            return Painted(fill, page.colors, page.theme.part)
        reference = child(element, "a:fillRef")
        themed = None if reference is None else page.theme.fill(int(parse_number(reference.get("idx"))))
        if themed is None:
            return None
        return Painted(themed, page.colors.with_placeholder(page.colors.color(reference)), page.theme.part)

    def edge(self, place: Place, side: Side) -> Edge | None:
        """Return the border the style gives one side of a cell; None when it says nothing."""
        for rank, part in self.parts(place):
            name = _border_name(local(part), place, side)
            border = child(part, "a:tcStyle", "a:tcBdr", f"a:{name}")
            if border is not None:
                return Edge(self._line(border), rank)
        return None

    def _line(self, border: Element) -> LineProps | None:
        page = self._context.page
        own = child(border, "a:ln")
        if own is not None:
            return read_line([Painted(own, page.colors, page.theme.part)])
        reference = child(border, "a:lnRef")
        themed = None if reference is None else page.theme.line(int(parse_number(reference.get("idx"))))
        if themed is None:
            return None
        colors = page.colors.with_placeholder(page.colors.color(reference))
        return read_line([Painted(themed, colors, page.theme.part)])

    def text(self, place: Place) -> tuple[Color | None, bool | None, bool | None]:
        """Return the colour, weight and slant the style gives a cell's text; None where it says nothing."""
        color: Color | None = None
        flags: dict[str, bool | None] = {"b": None, "i": None}
        for _, part in self.parts(place):
            style = child(part, "a:tcTxStyle")
            if style is None:
                continue
            if color is None:
                named = next((each for each in children(style) if local(each) in COLOR_NAMES), None)
                color = self._context.page.colors.color(named)
            for name, known in flags.items():
                if known is None and style.get(name) in ("on", "off"):
                    flags[name] = style.get(name) == "on"
        return color, flags["b"], flags["i"]


def _border_name(part: str, place: Place, side: Side) -> str:
    """Return which of a part's borders a cell's side is: an outer one, or the one between its cells."""
    whole_rows = part in ("firstRow", "lastRow", "band1H", "band2H")
    whole_columns = part in ("firstCol", "lastCol", "band1V", "band2V")
    outer = {
        "left": place.column == 0 or whole_columns,
        "right": place.last_column == place.columns - 1 or whole_columns,
        "top": place.row == 0 or whole_rows,
        "bottom": place.last_row == place.rows - 1 or whole_rows,
    }
    if part.endswith("Cell") or outer[side]:
        return side
    return "insideV" if side in ("left", "right") else "insideH"


__all__ = ["OWN", "SIDES", "Edge", "Options", "Place", "Side", "TableStyle", "read_options"]
