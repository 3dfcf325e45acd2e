"""The layouts of a brand: the standard ones under Office's own names, and ours for evidence and for text in form."""

from __future__ import annotations

from collections.abc import Iterator

from prezent_widgets.themes import covers, forms
from prezent_widgets.themes.grid import (
    BODY_BOTTOM,
    BODY_BOTTOM_WITH_STRIP,
    BODY_TOP,
    MARGIN,
    WIDTH,
    Rect,
    columns,
)
from prezent_widgets.themes.holes import NONE, WORD, Layout, card, chart, figure, panel, source, takeaway, text, title
from prezent_widgets.themes.markup import Art, Hole, Level
from prezent_widgets.themes.model import Theme

# ---------------------------------------------------------------- standard layouts


def _standard() -> Iterator[Layout]:
    full = columns(1, 12, BODY_TOP, BODY_BOTTOM)
    left, right = columns(1, 6, BODY_TOP, BODY_BOTTOM), columns(7, 6, BODY_TOP, BODY_BOTTOM)
    body = (Level(20), Level(18), Level(16))
    yield Layout(
        "Title and Content",
        (title(), Hole("obj", 1, "Content", "Text, chart or table", full, body, "t", NONE), source()),
        "obj",
    )
    yield Layout(
        "Two Content",
        (
            title(),
            Hole("obj", 1, "Content left", "Text, chart or table", left, (), "t", NONE),
            Hole("obj", 2, "Content right", "Text, chart or table", right, (), "t", NONE),
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
            text(2, "Caption", columns(9, 4, BODY_TOP, BODY_BOTTOM), bullet=False),
            source(),
        ),
        "picTx",
    )


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
            *chart(13, 1, wide),
            text(1, "Text 1", side, anchor="ctr"),
            takeaway(),
            source(),
        ),
    )
    narrow = columns(1, 4, BODY_TOP, bottom)
    yield Layout(
        "Takeaways and Chart",
        (
            title(),
            panel(1, "Text 1", narrow),
            *chart(13, 1, columns(5, 8, BODY_TOP, bottom)),
            takeaway(),
            source(),
        ),
    )
    yield Layout("Wide Chart", (title(), *chart(13, 1, columns(1, 12, BODY_TOP, bottom)), takeaway(), source()))
    yield Layout(
        "Two Charts",
        (
            title(),
            *chart(13, 1, columns(1, 6, BODY_TOP, bottom)),
            *chart(15, 2, columns(7, 6, BODY_TOP, bottom)),
            takeaway(),
            source(),
        ),
    )


def _numbers_and_chart(theme: Theme, count: int, *, strip: bool) -> Layout:
    """Cards of figures beside the chart they are read from."""
    bottom = BODY_BOTTOM_WITH_STRIP if strip else BODY_BOTTOM
    shapes: list[Art | Hole] = [title()]
    height = (bottom - BODY_TOP - (count - 1) * 12) / count
    lift = (height - 92) / 2
    for number in range(1, count + 1):
        rect = columns(1, 4, BODY_TOP + (number - 1) * (height + 12), BODY_TOP + number * height + (number - 1) * 12)
        shapes += card(theme, rect, number)
        place = Rect(rect.x + 18, rect.y + lift, rect.w - 36, 40)
        label = Rect(place.x, place.y + 42, place.w, height - lift - 48)
        shapes += figure(number, place, 34, label, 14)
    evidence = chart(33, 1, columns(5, 8, BODY_TOP, bottom))
    return forms.finish(f"{WORD[count]} Numbers and Chart", [*shapes, *evidence], strip=strip)


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
            panel(1, "Text 1", narrow),
            takeaway(),
            source(),
        ),
    )


def layouts(theme: Theme) -> tuple[Layout, ...]:
    """Every layout of a brand, in the order PowerPoint's gallery shows them."""
    return (
        Layout("Title Slide", covers.cover(theme), "title", covers.cover_background(theme), False),
        *_standard(),
        forms.comparison(theme),
        Layout("Section Header", covers.section(theme), "secHead", "tx2", False),
        Layout("Agenda", covers.agenda(theme), "", "bg1", False),
        *_charts(),
        *(_numbers_and_chart(theme, count, strip=strip) for count in (2, 3) for strip in (True, False)),
        *_tables(),
        *forms.all_forms(theme),
        Layout("Quote", covers.quote(theme), "", "bg2", False),
        Layout("Closing", covers.closing(theme), "", "tx2", False),
    )


__all__ = ["layouts"]
