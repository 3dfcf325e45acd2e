"""The layouts of a brand: the standard ones under Office's own names, and ours for figures, cards, steps and points.

The name of a placeholder says its role (``Figure 1``, ``Card head 2``, ``Takeaway``, ``Source``): people see it in the
selection pane, and the catalogue reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prezent_widgets.themes import covers
from prezent_widgets.themes.grid import (
    BODY_BOTTOM,
    BODY_BOTTOM_WITH_STRIP,
    BODY_TOP,
    MARGIN,
    SOURCE_HEIGHT,
    SOURCE_TOP,
    STRIP_HEIGHT,
    STRIP_TOP,
    WIDTH,
    Rect,
    columns,
    shares,
)
from prezent_widgets.themes.markup import DECLARATION, NAMESPACES, Art, Hole, Level, tree
from prezent_widgets.themes.model import Theme
from prezent_widgets.themes.parts import background, footers

_NONE = (0.0, 0.0, 0.0, 0.0)
_ARROW = (20.0, 2.0, 20.0, 2.0)
_CHART_HEAD = 24.0
_RULE = "accent6 lumMod=40 lumOff=60"
_WORD = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}


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
        "body", 31, "Source", "Source: file", rect, (Level(10, "accent6", bullet=False, before=0),), "ctr", _NONE
    )


def takeaway(first: int = 1, count: int = 12) -> Hole:
    """The so-what strip under the evidence."""
    rect = columns(first, count, STRIP_TOP, STRIP_TOP + STRIP_HEIGHT)
    level = Level(16, "tx2", True, bullet=False, before=0)
    return Hole("body", 30, "Takeaway", "So what", rect, (level,), "ctr", (14, 3, 14, 3), "bg2", "rect")


def _text(idx: int, name: str, rect: Rect, size: float = 18, *, anchor: str = "t", bullet: bool | None = None) -> Hole:
    levels = (Level(size, bullet=bullet), Level(size - 2))
    return Hole("body", idx, name, "Text", rect, levels, anchor, _NONE)


def _panel(idx: int, name: str, rect: Rect, size: float = 18) -> Hole:
    """Text on a sheet of its own: the sheet is the placeholder's fill, so that both can be stretched as one."""
    return Hole("body", idx, name, "Text", rect, (Level(size), Level(size - 2)), "ctr", (18, 16, 18, 16), "bg2", "rect")


def _head(idx: int, name: str, rect: Rect, size: float = 18, colour: str = "tx2", anchor: str = "b") -> Hole:
    level = Level(size, colour, True, bullet=False, before=0)
    return Hole("body", idx, name, "Heading", rect, (level,), anchor, _NONE)


def _chart(idx: int, number: int, rect: Rect) -> tuple[Hole, Hole]:
    head = Rect(rect.x, rect.y, rect.w, _CHART_HEAD)
    body = Rect(rect.x, rect.y + _CHART_HEAD, rect.w, rect.h - _CHART_HEAD)
    level = Level(14, "accent6", True, bullet=False, before=0)
    return (
        Hole("body", idx + 1, f"Chart head {number}", "What the chart shows, unit", head, (level,), "t", _NONE),
        Hole("chart", idx, f"Chart {number}", "", body),
    )


def _card(theme: Theme, rect: Rect, number: int, accent: str = "accent1") -> tuple[Art, Art]:
    """A card's sheet and its coloured rule."""
    rule = Rect(rect.x, rect.y, rect.w, 4) if theme.style.card_rule == "top" else Rect(rect.x, rect.y, 4, rect.h)
    return (
        Art(f"Card {number}", rect, fill="bg2"),
        Art(f"Card rule {number}", rule, fill=accent),
    )


# ---------------------------------------------------------------- standard layouts


def _standard() -> Iterator[Layout]:
    full = columns(1, 12, BODY_TOP, BODY_BOTTOM)
    left, right = columns(1, 6, BODY_TOP, BODY_BOTTOM), columns(7, 6, BODY_TOP, BODY_BOTTOM)
    body = (Level(20), Level(18), Level(16))
    yield Layout(
        "Title and Content",
        (title(), Hole("obj", 1, "Content", "Text, chart or table", full, body, "t", _NONE), source()),
        "obj",
    )
    yield Layout(
        "Two Content",
        (
            title(),
            Hole("obj", 1, "Content left", "Text, chart or table", left, (), "t", _NONE),
            Hole("obj", 2, "Content right", "Text, chart or table", right, (), "t", _NONE),
            source(),
        ),
        "twoObj",
    )
    yield Layout("Title Only", (title(), source()), "titleOnly")
    yield Layout(
        "Picture with Caption",
        (
            title(),
            Hole("pic", 13, "Picture", "", columns(1, 8, BODY_TOP, BODY_BOTTOM)),
            _text(2, "Caption", columns(9, 4, BODY_TOP, BODY_BOTTOM), bullet=False),
            source(),
        ),
        "picTx",
    )


def _comparison(theme: Theme) -> Layout:
    shapes: list[Art | Hole] = [title()]
    for number, rect in enumerate(shares(2, BODY_TOP, BODY_BOTTOM_WITH_STRIP), start=1):
        shapes += _card(theme, rect, number, "accent1" if number == 1 else "accent2")
        inner = rect.inset(20, 16)
        head = Rect(inner.x, inner.y, inner.w, 28)
        rest = Rect(inner.x, inner.y + 36, inner.w, inner.h - 36)
        shapes.append(_head(2 * number - 1, f"Card head {number}", head, 20, "accent1" if number == 1 else "accent2"))
        shapes.append(Hole("obj", 2 * number, f"Card text {number}", "Text", rest, (Level(18), Level(16)), "t", _NONE))
    return Layout("Comparison", (*shapes, takeaway(), source()), "twoTxTwoObj")


# ---------------------------------------------------------------- evidence


def _charts() -> Iterator[Layout]:
    bottom = BODY_BOTTOM_WITH_STRIP
    wide = columns(1, 8, BODY_TOP, bottom)
    edge = wide.x + wide.w + 32
    side = Rect(edge, BODY_TOP, WIDTH - MARGIN - edge, bottom - BODY_TOP)
    yield Layout(
        "Chart and Takeaways",
        (
            title(),
            *_chart(13, 1, wide),
            _text(1, "Text 1", side, anchor="ctr"),
            takeaway(),
            source(),
        ),
    )
    narrow = columns(1, 4, BODY_TOP, bottom)
    yield Layout(
        "Takeaways and Chart",
        (
            title(),
            _panel(1, "Text 1", narrow),
            *_chart(13, 1, columns(5, 8, BODY_TOP, bottom)),
            takeaway(),
            source(),
        ),
    )
    yield Layout("Wide Chart", (title(), *_chart(13, 1, columns(1, 12, BODY_TOP, bottom)), takeaway(), source()))
    yield Layout(
        "Two Charts",
        (
            title(),
            *_chart(13, 1, columns(1, 6, BODY_TOP, bottom)),
            *_chart(15, 2, columns(7, 6, BODY_TOP, bottom)),
            takeaway(),
            source(),
        ),
    )


def _numbers_and_chart(theme: Theme, count: int) -> Layout:
    shapes: list[Art | Hole] = [title()]
    height = (BODY_BOTTOM_WITH_STRIP - BODY_TOP - (count - 1) * 12) / count
    lift = (height - 92) / 2
    for number in range(1, count + 1):
        rect = columns(1, 4, BODY_TOP + (number - 1) * (height + 12), BODY_TOP + number * height + (number - 1) * 12)
        shapes += _card(theme, rect, number)
        figure = Rect(rect.x + 18, rect.y + lift, rect.w - 36, 40)
        label = Rect(figure.x, figure.y + 42, figure.w, height - lift - 48)
        shapes += _figure(number, figure, 34, label, 14)
    chart = _chart(33, 1, columns(5, 8, BODY_TOP, BODY_BOTTOM_WITH_STRIP))
    return Layout(f"{_WORD[count]} Numbers and Chart", (*shapes, *chart, takeaway(), source()))


def _tables() -> Iterator[Layout]:
    bottom = BODY_BOTTOM_WITH_STRIP
    yield Layout(
        "Table",
        (title(), Hole("tbl", 13, "Table 1", "", columns(1, 12, BODY_TOP, bottom)), takeaway(), source()),
        "tbl",
    )
    narrow = columns(9, 4, BODY_TOP, bottom)
    yield Layout(
        "Table and Takeaways",
        (
            title(),
            Hole("tbl", 13, "Table 1", "", columns(1, 8, BODY_TOP, bottom)),
            _panel(1, "Text 1", narrow),
            takeaway(),
            source(),
        ),
    )


# ---------------------------------------------------------------- figures


def _figure(
    number: int, rect: Rect, size: float, label: Rect, label_size: float, *, colour: str = "accent1", text: str = "tx1"
) -> tuple[Hole, Hole]:
    figure = Level(size, colour, True, heading_font=True, bullet=False, before=0, spacing=95)
    first = Level(label_size, text, True, bullet=False, before=0)
    second = Level(max(14, label_size - 2), text, False, bullet=False, before=4)
    return (
        Hole("body", 11 + 2 * number + 2, f"Figure {number}", "42 %", rect, (figure,), "b", _NONE),
        Hole(
            "body", 12 + 2 * number + 2, f"Figure label {number}", "What it counts", label, (first, second), "t", _NONE
        ),
    )


def _numbers(theme: Theme, count: int) -> Layout:
    shapes: list[Art | Hole] = [title()]
    size = {2: 72, 3: 60, 4: 46}[count]
    for number, rect in enumerate(shares(count, BODY_TOP, BODY_BOTTOM_WITH_STRIP), start=1):
        shapes += _card(theme, rect, number)
        inner = rect.inset(22, 20)
        figure = Rect(inner.x, inner.y + 20, inner.w, 96)
        label = Rect(inner.x, inner.y + 130, inner.w, inner.h - 130)
        shapes += _figure(number, figure, size, label, 20)
    return Layout(f"{_WORD[count]} Numbers", (*shapes, takeaway(), source()))


def _summary(count: int) -> Layout:
    """A dark panel of figures beside the points they stand for."""
    panel = columns(1, 4, BODY_TOP, BODY_BOTTOM)
    shapes: list[Art | Hole] = [title(), Art("Panel", panel, fill="tx2")]
    height = panel.h / count
    lift = max(6.0, (height - 104) / 2)
    for number in range(1, count + 1):
        top = panel.y + (number - 1) * height
        if number > 1:
            shapes.append(Art(f"Panel rule {number}", Rect(panel.x + 20, top, panel.w - 40, 0.75), fill="bg1 alpha=40"))
        figure = Rect(panel.x + 20, top + lift, panel.w - 40, 44 if count < 4 else 36)
        label = Rect(figure.x, figure.y + figure.h + 2, figure.w, height - lift - figure.h - 8)
        shapes += _figure(number, figure, 38 if count < 4 else 30, label, 14, colour="bg1", text="bg2")
    text = columns(5, 8, BODY_TOP, BODY_BOTTOM_WITH_STRIP)
    body = Rect(text.x + 12, text.y, text.w - 12, text.h)
    return Layout(
        f"{_WORD[count]} Numbers and Text",
        (*shapes, _text(1, "Text 1", body, 20, anchor="ctr"), takeaway(5, 8), source()),
    )


# ---------------------------------------------------------------- text in form


def _cards(theme: Theme, count: int) -> Layout:
    shapes: list[Art | Hole] = [title()]
    for number, rect in enumerate(_card_places(count), start=1):
        shapes += _card(theme, rect, number)
        inner = rect.inset(18, 16)
        head_height = 46.0 if count == 3 else 26.0
        head = Rect(inner.x, inner.y, inner.w, head_height)
        rest = Rect(inner.x, inner.y + head_height + 8, inner.w, inner.h - head_height - 8)
        shapes.append(_head(11 + 2 * number, f"Card head {number}", head, 18, anchor="t"))
        shapes.append(_text(12 + 2 * number, f"Card text {number}", rest, 16))
    return Layout(f"{_WORD[count]} Cards", (*shapes, takeaway(), source()))


def _card_places(count: int) -> tuple[Rect, ...]:
    if count == 3:
        return shares(3, BODY_TOP, BODY_BOTTOM_WITH_STRIP)
    middle = (BODY_TOP + BODY_BOTTOM_WITH_STRIP) / 2
    return (*shares(2, BODY_TOP, middle - 8), *shares(2, middle + 8, BODY_BOTTOM_WITH_STRIP))


def _points(count: int) -> Layout:
    """Numbered rows, one statement each; the number's disc is drawn on the slide, left of the row."""
    shapes: list[Art | Hole] = [title()]
    top, bottom = BODY_TOP, BODY_BOTTOM_WITH_STRIP
    height = (bottom - top) / count
    for number in range(1, count + 1):
        y = top + (number - 1) * height
        if number > 1:
            shapes.append(
                Art(
                    f"Row rule {number}",
                    Rect(MARGIN, y - 0.375, WIDTH - 2 * MARGIN, 0.75),
                    fill=_RULE,
                )
            )
        rect = Rect(MARGIN + 60, y + 4, WIDTH - 2 * MARGIN - 60, height - 8)
        levels = (Level(20 if count < 5 else 18, bullet=False, before=0), Level(16, bullet=False, before=3))
        shapes.append(Hole("body", 12 + number, f"Point {number}", "One point", rect, levels, "ctr", _NONE))
    return Layout(f"{_WORD[count]} Points", (*shapes, takeaway(), source()))


def _steps(count: int) -> Layout:
    """Arrows in a row, each over a card with what happens."""
    shapes: list[Art | Hole] = [title()]
    band = 46.0
    for number, rect in enumerate(shares(count, BODY_TOP, BODY_BOTTOM_WITH_STRIP, gap=10.0), start=1):
        arrow = Rect(rect.x, rect.y, rect.w, band)
        card = Rect(rect.x, rect.y + band + 8, rect.w, rect.h - band - 8)
        shapes.append(Art(f"Card {number}", card, fill="bg2"))
        level = Level(16, "bg1", True, align="ctr", bullet=False, before=0)
        kind = "homePlate" if number == 1 else "chevron"
        adjust = (("adj", 30000),)
        shapes.append(
            Hole(
                "body",
                40 + 3 * number,
                f"Step when {number}",
                "When",
                arrow,
                (level,),
                "ctr",
                _ARROW,
                "accent1",
                kind,
                adjust,
            )
        )
        inner = card.inset(14, 16)
        shapes.append(
            _head(41 + 3 * number, f"Step head {number}", Rect(inner.x, inner.y, inner.w, 48), 20, anchor="t")
        )
        rest = Rect(inner.x, inner.y + 56, inner.w, inner.h - 56)
        shapes.append(_text(42 + 3 * number, f"Step text {number}", rest, 16, bullet=False))
    return Layout(f"{_WORD[count]} Steps", (*shapes, takeaway(), source()))


def _statement(theme: Theme) -> Layout:
    """One sentence that stands for itself."""
    rect = Rect(MARGIN, BODY_TOP, WIDTH - 2 * MARGIN, BODY_BOTTOM_WITH_STRIP - BODY_TOP)
    level = Level(30, "tx2", heading_font=True, bullet=False, before=0, spacing=105)
    hole = Hole("body", 13, "Statement", "The sentence that counts", rect.inset(56, 28), (level,), "ctr", _NONE)
    return Layout("Statement", (title(), *_card(theme, rect, 1), hole, takeaway(), source()))


def layouts(theme: Theme) -> tuple[Layout, ...]:
    """Every layout of a brand, in the order PowerPoint's gallery shows them."""
    return (
        Layout("Title Slide", covers.cover(theme), "title", covers.cover_background(theme), False),
        *_standard(),
        _comparison(theme),
        Layout("Section Header", covers.section(theme), "secHead", "tx2", False),
        Layout("Agenda", covers.agenda(theme), "", "bg1", False),
        *_charts(),
        *(_numbers_and_chart(theme, count) for count in (2, 3)),
        *_tables(),
        *(_summary(count) for count in (2, 3, 4)),
        *(_numbers(theme, count) for count in (2, 3, 4)),
        *(_cards(theme, count) for count in (3, 4)),
        *(_points(count) for count in (2, 3, 4, 5)),
        _statement(theme),
        *(_steps(count) for count in (3, 4, 5)),
        Layout("Quote", covers.quote(theme), "", "bg2", False),
        Layout("Closing", covers.closing(theme), "", "tx2", False),
    )


__all__ = ["Layout", "layouts", "source", "takeaway", "title"]
