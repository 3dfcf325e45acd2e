"""A layout, and the placeholders and sheets that layouts are put together from.

The name of a placeholder says its role (``Figure 1``, ``Card head 2``, ``Takeaway``, ``Source``): people see it in the
selection pane, and the catalogue reads it.
"""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.themes.grid import (
    SOURCE_HEIGHT,
    SOURCE_TOP,
    STRIP_HEIGHT,
    STRIP_TOP,
    Rect,
    columns,
)
from prezent_widgets.themes.markup import DECLARATION, NAMESPACES, Art, Hole, Level, tree
from prezent_widgets.themes.model import Theme
from prezent_widgets.themes.parts import background, footers

NONE = (0.0, 0.0, 0.0, 0.0)
RULE = "accent6 lumMod=40 lumOff=60"
WORD = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}
_CHART_HEAD = 24.0


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout: ``type`` is Office's own where it has one; ``plain`` ones show the master's artwork and footers."""

    name: str
    shapes: tuple[Art | Hole, ...]
    type: str = ""
    background: str = ""
    plain: bool = True

    def xml(self) -> str:
        """The whole layout part."""
        kind = f' type="{self.type}"' if self.type else ""
        drawn = "" if self.type else ' userDrawn="1"'
        hidden = "" if self.plain else ' showMasterSp="0"'
        sheet = background(self.background) if self.background else ""
        shapes = (*self.shapes, *footers()) if self.plain else self.shapes
        return (
            f'{DECLARATION}<p:sldLayout {NAMESPACES}{hidden}{kind} preserve="1"{drawn}><p:cSld name="{self.name}">'
            f"{sheet}{tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )


def title() -> Hole:
    """A content slide's title, where the master has it."""
    return Hole("title", 0, "Title", "State the finding in one sentence")


def source() -> Hole:
    """The line under the content that says where the figures come from."""
    rect = columns(1, 12, SOURCE_TOP, SOURCE_TOP + SOURCE_HEIGHT)
    return Hole(
        "body", 31, "Source", "Source: file", rect, (Level(10, "accent6", bullet=False, before=0),), "ctr", NONE
    )


def takeaway(first: int = 1, count: int = 12) -> Hole:
    """The so-what strip under the evidence."""
    rect = columns(first, count, STRIP_TOP, STRIP_TOP + STRIP_HEIGHT)
    level = Level(16, "tx2", True, bullet=False, before=0)
    return Hole("body", 30, "Takeaway", "So what", rect, (level,), "ctr", (14, 3, 14, 3), "bg2", "rect")


def text(idx: int, name: str, rect: Rect, size: float = 18, *, anchor: str = "t", bullet: bool | None = None) -> Hole:
    """A body of text at ``size`` points, its second level two points smaller."""
    levels = (Level(size, bullet=bullet), Level(size - 2))
    return Hole("body", idx, name, "Text", rect, levels, anchor, NONE)


def panel(idx: int, name: str, rect: Rect, size: float = 18) -> Hole:
    """Text on a sheet of its own: the sheet is the placeholder's fill, so that both can be stretched as one."""
    return Hole("body", idx, name, "Text", rect, (Level(size), Level(size - 2)), "ctr", (18, 16, 18, 16), "bg2", "rect")


def head(idx: int, name: str, rect: Rect, size: float = 18, colour: str = "tx2", anchor: str = "b") -> Hole:
    """The heading of a card, a row or a step."""
    level = Level(size, colour, True, bullet=False, before=0)
    return Hole("body", idx, name, "Heading", rect, (level,), anchor, NONE)


def chart(idx: int, number: int, rect: Rect) -> tuple[Hole, Hole]:
    """A chart and, above it, the line that says what it shows."""
    head = Rect(rect.x, rect.y, rect.w, _CHART_HEAD)
    body = Rect(rect.x, rect.y + _CHART_HEAD, rect.w, rect.h - _CHART_HEAD)
    level = Level(14, "accent6", True, bullet=False, before=0)
    return (
        Hole("body", idx + 1, f"Chart head {number}", "What the chart shows, unit", head, (level,), "t", NONE),
        Hole("chart", idx, f"Chart {number}", "", body),
    )


def card(theme: Theme, rect: Rect, number: int, accent: str = "accent1") -> tuple[Art, Art]:
    """A card's sheet and its coloured rule."""
    rule = Rect(rect.x, rect.y, rect.w, 4) if theme.style.card_rule == "top" else Rect(rect.x, rect.y, 4, rect.h)
    return (
        Art(f"Card {number}", rect, fill="bg2"),
        Art(f"Card rule {number}", rule, fill=accent),
    )


def figure(
    number: int, rect: Rect, size: float, label: Rect, label_size: float, *, colour: str = "accent1", text: str = "tx1"
) -> tuple[Hole, Hole]:
    """A large figure and the label under it."""
    figure = Level(size, colour, True, heading_font=True, bullet=False, before=0, spacing=95)
    first = Level(label_size, text, True, bullet=False, before=0)
    second = Level(max(14, label_size - 2), text, False, bullet=False, before=4)
    return (
        Hole("body", 11 + 2 * number + 2, f"Figure {number}", "42 %", rect, (figure,), "b", NONE),
        Hole(
            "body", 12 + 2 * number + 2, f"Figure label {number}", "What it counts", label, (first, second), "t", NONE
        ),
    )


__all__ = [
    "NONE",
    "RULE",
    "WORD",
    "Layout",
    "card",
    "chart",
    "figure",
    "head",
    "panel",
    "source",
    "takeaway",
    "text",
    "title",
]
