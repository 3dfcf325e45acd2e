"""Layouts that give text a form: figures, cards, rows, numbered points, steps, one statement.

Each form with cards or rows comes twice: with the takeaway's strip under it, and tall, without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prezent_widgets.themes.grid import (
    BODY_BOTTOM,
    BODY_BOTTOM_WITH_STRIP,
    BODY_TOP,
    MARGIN,
    WIDTH,
    Rect,
    columns,
    shares,
)
from prezent_widgets.themes.holes import NONE, RULE, WORD, Layout, card, figure, head, source, takeaway, text, title
from prezent_widgets.themes.markup import Art, Hole, Level
from prezent_widgets.themes.model import Theme

_ARROW = (20.0, 2.0, 20.0, 2.0)
_ARROW_POINT = (("adj", 30000),)
Shapes = list[Art | Hole]


def finish(name: str, shapes: Sequence[Art | Hole], *, strip: bool) -> Layout:
    """The layout with its source line, and with the takeaway's strip or under its tall name."""
    if strip:
        return Layout(name, (*shapes, takeaway(), source()))
    return Layout(f"{name}, Tall", (*shapes, source()))


def _bottom(strip: bool) -> float:
    return BODY_BOTTOM_WITH_STRIP if strip else BODY_BOTTOM


def all_forms(theme: Theme) -> Iterator[Layout]:
    """Every form, those with the strip first."""
    yield from (_summary(count) for count in (2, 3, 4))
    for strip in (True, False):
        yield from (_numbers(theme, count, strip) for count in (2, 3, 4))
        yield from (_cards(theme, count, strip) for count in (2, 3, 4))
        yield from (_rows(count, strip) for count in (2, 3, 4))
        yield _headed(strip)
        yield from (_points(count, strip) for count in (2, 3, 4, 5))
        yield _statement(theme, strip)
        yield from (_steps(count, strip) for count in (3, 4, 5))
        yield from (_timeline(count, strip) for count in (3, 4, 5))


# ---------------------------------------------------------------- figures


def _numbers(theme: Theme, count: int, strip: bool) -> Layout:
    shapes: Shapes = [title()]
    size = {2: 72, 3: 60, 4: 46}[count]
    for number, rect in enumerate(shares(count, BODY_TOP, _bottom(strip)), start=1):
        shapes += card(theme, rect, number)
        inner = rect.inset(22, 20)
        lift = (inner.h - 230) / 2
        place = Rect(inner.x, inner.y + lift, inner.w, 96)
        label = Rect(inner.x, place.y + 110, inner.w, inner.h - lift - 110)
        shapes += figure(number, place, size, label, 20)
    return finish(f"{WORD[count]} Numbers", shapes, strip=strip)


def _summary(count: int) -> Layout:
    """A dark panel of figures beside the points they stand for."""
    panel = columns(1, 4, BODY_TOP, BODY_BOTTOM)
    shapes: Shapes = [title(), Art("Panel", panel, fill="tx2")]
    height = panel.h / count
    lift = max(6.0, (height - 104) / 2)
    for number in range(1, count + 1):
        top = panel.y + (number - 1) * height
        if number > 1:
            shapes.append(Art(f"Panel rule {number}", Rect(panel.x + 20, top, panel.w - 40, 0.75), fill="bg1 alpha=40"))
        place = Rect(panel.x + 20, top + lift, panel.w - 40, 44 if count < 4 else 36)
        label = Rect(place.x, place.y + place.h + 2, place.w, height - lift - place.h - 8)
        shapes += figure(number, place, 38 if count < 4 else 30, label, 14, colour="bg1", text="bg2")
    area = columns(5, 8, BODY_TOP, BODY_BOTTOM_WITH_STRIP)
    body = Rect(area.x + 12, area.y, area.w - 12, area.h)
    return Layout(
        f"{WORD[count]} Numbers and Text",
        (*shapes, text(1, "Text 1", body, 20, anchor="ctr"), takeaway(5, 8), source()),
    )


# ---------------------------------------------------------------- cards and rows


def comparison(theme: Theme) -> Layout:
    """Office's own layout of two headed bodies, as cards."""
    shapes: Shapes = [title()]
    for number, rect in enumerate(shares(2, BODY_TOP, BODY_BOTTOM_WITH_STRIP), start=1):
        colour = "accent1" if number == 1 else "accent2"
        shapes += card(theme, rect, number, colour)
        inner = rect.inset(20, 16)
        rest = Rect(inner.x, inner.y + 36, inner.w, inner.h - 36)
        shapes.append(head(2 * number - 1, f"Card head {number}", Rect(inner.x, inner.y, inner.w, 28), 20, colour))
        shapes.append(Hole("obj", 2 * number, f"Card text {number}", "Text", rest, (Level(18), Level(16)), "t", NONE))
    return Layout("Comparison", (*shapes, takeaway(), source()), "twoTxTwoObj")


def _cards(theme: Theme, count: int, strip: bool) -> Layout:
    shapes: Shapes = [title()]
    for number, rect in enumerate(_card_places(count, _bottom(strip)), start=1):
        shapes += card(theme, rect, number)
        inner = rect.inset(18, 16)
        head_height = 46.0 if count == 3 else 26.0
        top = Rect(inner.x, inner.y, inner.w, head_height)
        rest = Rect(inner.x, inner.y + head_height + 8, inner.w, inner.h - head_height - 8)
        shapes.append(head(11 + 2 * number, f"Card head {number}", top, 18, anchor="t"))
        shapes.append(text(12 + 2 * number, f"Card text {number}", rest, 16))
    return finish(f"{WORD[count]} Cards", shapes, strip=strip)


def _card_places(count: int, bottom: float) -> tuple[Rect, ...]:
    if count < 4:
        return shares(count, BODY_TOP, bottom)
    middle = (BODY_TOP + bottom) / 2
    return (*shares(2, BODY_TOP, middle - 8), *shares(2, middle + 8, bottom))


def _row_places(count: int, bottom: float) -> Iterator[tuple[int, float, float]]:
    """Number, top and height of equal rows."""
    height = (bottom - BODY_TOP) / count
    yield from ((number, BODY_TOP + (number - 1) * height, height) for number in range(1, count + 1))


def _row_rule(number: int, y: float) -> Art:
    return Art(f"Row rule {number}", Rect(MARGIN, y - 0.375, WIDTH - 2 * MARGIN, 0.75), fill=RULE)


def _rows(count: int, strip: bool) -> Layout:
    """Headings on the left, what they stand for on the right: for little text that cards would leave lost."""
    shapes: Shapes = [title()]
    for number, y, height in _row_places(count, _bottom(strip)):
        shapes.append(_row_rule(number, y))
        shapes.append(Art(f"Row mark {number}", Rect(MARGIN, y - 1.5, 56, 3), fill="accent1"))
        left, right = columns(1, 4, y + 8, y + height - 6), columns(5, 8, y + 8, y + height - 6)
        shapes.append(head(11 + 2 * number, f"Card head {number}", left, 22, anchor="ctr"))
        shapes.append(text(12 + 2 * number, f"Card text {number}", right, 18, anchor="ctr"))
    return finish(f"{WORD[count]} Rows", shapes, strip=strip)


def _headed(strip: bool) -> Layout:
    """One heading on a dark sheet, what belongs to it beside: for a single list that has a name."""
    panel = columns(1, 4, BODY_TOP, _bottom(strip))
    area = columns(5, 8, BODY_TOP, _bottom(strip))
    body = Rect(area.x + 12, area.y, area.w - 12, area.h)
    shapes: Shapes = [
        title(),
        Art("Panel", panel, fill="tx2"),
        head(13, "Card head 1", panel.inset(24, 24), 26, "bg1", anchor="ctr"),
        text(14, "Card text 1", body, 20, anchor="ctr"),
    ]
    return finish("Heading and Text", shapes, strip=strip)


def _points(count: int, strip: bool) -> Layout:
    """Numbered rows, one statement each; the number's disc is drawn on the slide, left of the row."""
    shapes: Shapes = [title()]
    for number, y, height in _row_places(count, _bottom(strip)):
        if number > 1:
            shapes.append(_row_rule(number, y))
        rect = Rect(MARGIN + 60, y + 4, WIDTH - 2 * MARGIN - 60, height - 8)
        size = 22 if count < 4 else 20 if count < 5 else 18
        levels = (Level(size, bullet=False, before=0), Level(size - 4, bullet=False, before=3))
        shapes.append(Hole("body", 12 + number, f"Point {number}", "One point", rect, levels, "ctr", NONE))
    return finish(f"{WORD[count]} Points", shapes, strip=strip)


# ---------------------------------------------------------------- steps and the statement


def _steps(count: int, strip: bool) -> Layout:
    """Arrows in a row, each over a card with what happens."""
    shapes: Shapes = [title()]
    band = 46.0
    for number, rect in enumerate(shares(count, BODY_TOP, _bottom(strip), gap=10.0), start=1):
        sheet = Rect(rect.x, rect.y + band + 8, rect.w, rect.h - band - 8)
        shapes.append(Art(f"Card {number}", sheet, fill="bg2"))
        shapes += _when(number, Rect(rect.x, rect.y, rect.w, band), "homePlate" if number == 1 else "chevron")
        inner = sheet.inset(14, 16)
        shapes.append(head(41 + 3 * number, f"Step head {number}", Rect(inner.x, inner.y, inner.w, 48), 20, anchor="t"))
        rest = Rect(inner.x, inner.y + 56, inner.w, inner.h - 56)
        shapes.append(text(42 + 3 * number, f"Step text {number}", rest, 16, bullet=False))
    return finish(f"{WORD[count]} Steps", shapes, strip=strip)


def _when(number: int, rect: Rect, kind: str) -> tuple[Art, Hole]:
    """An arrow with its text: the arrow is artwork, since not every program gives a placeholder a shape of its own."""
    level = Level(16, "bg1", True, align="ctr", bullet=False, before=0)
    return (
        Art(f"Arrow {number}", rect, fill="accent1", preset=kind, adjust=_ARROW_POINT),
        Hole("body", 40 + 3 * number, f"Step when {number}", "When", rect, (level,), "ctr", _ARROW),
    )


def _timeline(count: int, strip: bool) -> Layout:
    """Steps as rows, when on the left: for steps of a line or two each."""
    shapes: Shapes = [title()]
    for number, y, height in _row_places(count, _bottom(strip)):
        if number > 1:
            shapes.append(_row_rule(number, y))
        band = min(52.0, height - 16)
        arrow = columns(1, 2, y + (height - band) / 2, y + (height + band) / 2)
        middle, right = columns(3, 5, y + 6, y + height - 6), columns(8, 5, y + 6, y + height - 6)
        middle = Rect(middle.x + 12, middle.y, middle.w - 12, middle.h)
        shapes += _when(number, arrow, "homePlate")
        shapes.append(head(41 + 3 * number, f"Step head {number}", middle, 20, anchor="ctr"))
        shapes.append(text(42 + 3 * number, f"Step text {number}", right, 16, anchor="ctr", bullet=False))
    return finish(f"{WORD[count]} Steps Down", shapes, strip=strip)


def _statement(theme: Theme, strip: bool) -> Layout:
    """One sentence that stands for itself."""
    rect = Rect(MARGIN, BODY_TOP, WIDTH - 2 * MARGIN, _bottom(strip) - BODY_TOP)
    level = Level(30, "tx2", heading_font=True, bullet=False, before=0, spacing=105)
    hole = Hole("body", 13, "Statement", "The sentence that counts", rect.inset(56, 28), (level,), "ctr", NONE)
    return finish("Statement", [title(), *card(theme, rect, 1), hole], strip=strip)


__all__ = ["all_forms", "comparison", "finish"]
