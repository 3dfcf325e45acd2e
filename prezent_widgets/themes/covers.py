"""The slides without the master's furniture: cover, divider, agenda, quote, closing. Here brands differ most."""

from __future__ import annotations

from prezent_widgets.themes.artwork import contours, harbour
from prezent_widgets.themes.grid import (
    BODY_BOTTOM,
    HEIGHT,
    MARGIN,
    SOURCE_HEIGHT,
    SOURCE_TOP,
    WIDTH,
    Rect,
    columns,
)
from prezent_widgets.themes.markup import Art, Hole, Level
from prezent_widgets.themes.model import Theme
from prezent_widgets.themes.parts import footers

_NONE = (0.0, 0.0, 0.0, 0.0)
Shapes = tuple[Art | Hole, ...]


def _waves(theme: Theme) -> bool:
    return theme.style.cover == "waves"


def _bold(theme: Theme) -> bool:
    return theme.style.title_bold


def cover_background(theme: Theme) -> str:
    """The cover's ground: dark under the water, paper under the map."""
    return "tx2" if _waves(theme) else "bg1"


def cover(theme: Theme) -> Shapes:
    """Title and subtitle with the brand's full artwork."""
    if _waves(theme):
        place, below = columns(1, 8, 84, 232), columns(1, 8, 254, 330)
        rule = Art("Rule", Rect(MARGIN, 242, 56, 4), fill="accent1 lumMod=60 lumOff=40")
        art: Shapes = (*harbour(), rule)
        ink, quiet = "bg1", "bg2"
    else:
        place, below = columns(1, 7, 118, 290), columns(1, 7, 318, 420)
        panel = Rect(640, 0, WIDTH - 640, HEIGHT)
        art = (
            Art("Panel", panel, fill="tx2"),
            *contours(806, 262, 300, "accent1 lumMod=60 lumOff=40"),
            Art("Summit", Rect(801, 257, 10, 10), fill="bg1", preset="ellipse"),
            Art("Rule", Rect(MARGIN, 302, 56, 4), fill="accent2"),
        )
        ink, quiet = "tx2", "accent6"
    return (
        *art,
        Hole(
            "ctrTitle", 0, "Title", "Title of the deck", place, (Level(40, ink, _bold(theme), align="l"),), "b", _NONE
        ),
        Hole(
            "subTitle",
            1,
            "Subtitle",
            "Subtitle, audience, date",
            below,
            (Level(20, quiet, bullet=False, before=0, align="l"),),
            "t",
            _NONE,
        ),
    )


def section(theme: Theme) -> Shapes:
    """A divider: the part's name, large, and a line on what it answers."""
    art = harbour(60) if _waves(theme) else contours(760, 270, 420, "accent1")
    title, line = columns(1, 7, 110, 226), columns(1, 7, 252, 330)
    said = _statement(theme, 236, ("Name of the part", title), ("What this part answers", line), before=0)
    return (*art, *said, *footers("bg2"))


def agenda(theme: Theme) -> Shapes:
    """A dark third with the title, the parts as a large list beside it."""
    panel = Rect(0, 0, 320, HEIGHT)
    if _waves(theme):
        art: Shapes = (
            Art("Panel", panel, fill="tx2"),
            Art("Ring", Rect(190, 390, 220, 220), line="accent1", line_width=1.5, preset="ellipse"),
            Art("Sheet", Rect(320, 380, 100, 160), fill="bg1"),
        )
    else:
        art = (Art("Panel", panel, fill="tx2"), *contours(160, 400, 230, "accent1", 5))
    heading = Level(32, "bg1", _bold(theme))
    levels = (Level(24, before=22, numbered=True), Level(16))
    return (
        *art,
        Hole("title", 0, "Title", "Agenda", Rect(MARGIN, 72, 248, 160), (heading,), "t", _NONE),
        Hole("body", 1, "Text 1", "Part", Rect(372, 72, WIDTH - MARGIN - 372, BODY_BOTTOM - 72), levels, "ctr", _NONE),
        *footers("accent6")[1:],
    )


def quote(theme: Theme) -> Shapes:
    """One statement, set large."""
    mark = "accent1" if _waves(theme) else "accent2"
    levels = (Level(30, "tx2", False, italic=not _bold(theme), heading_font=True, bullet=False, before=0),)
    source = Rect(MARGIN, SOURCE_TOP, WIDTH - 2 * MARGIN, SOURCE_HEIGHT)
    quiet = Level(10, "accent6", bullet=False, before=0)
    return (
        Art("Bar", Rect(MARGIN, 150, 6, 220), fill=mark),
        Hole(
            "title",
            0,
            "Title",
            "Whose voice, on what",
            Rect(MARGIN, 60, 864, 62),
            (Level(20, "accent6", True),),
            "b",
            _NONE,
        ),
        Hole("body", 1, "Quote", "The sentence worth quoting", Rect(MARGIN + 36, 150, 760, 220), levels, "ctr", _NONE),
        Hole(
            "body",
            13,
            "Attribution",
            "Who said it, where",
            Rect(MARGIN + 36, 384, 760, 44),
            (Level(16, "accent6", bullet=False, before=0),),
            "t",
            _NONE,
        ),
        Hole("body", 31, "Source", "Source: file", source, (quiet,), "ctr", _NONE),
        *footers(),
    )


def closing(theme: Theme) -> Shapes:
    """The last slide: what is asked, and how to reach us."""
    art = harbour(30) if _waves(theme) else contours(790, 300, 380, "accent1")
    title, line = columns(1, 8, 72, 216), columns(1, 8, 242, 336)
    return (*art, *_statement(theme, 226, ("What we ask of you", title), ("Next step, contact", line), before=4))


def _statement(theme: Theme, rule: float, title: tuple[str, Rect], line: tuple[str, Rect], *, before: int) -> Shapes:
    """On a dark ground: a title (its prompt and place), a short rule at height ``rule``, and a line below."""
    colour = "accent1" if _waves(theme) else "accent2"
    return (
        Art("Rule", Rect(MARGIN, rule, 56, 4), fill=f"{colour} lumMod=60 lumOff=40"),
        Hole("title", 0, "Title", *title, (Level(36, "bg1", _bold(theme)),), "b", _NONE),
        Hole("body", 1, "Text 1", *line, (Level(20, "bg2", bullet=False, before=before),), "t", _NONE),
    )


__all__ = ["agenda", "closing", "cover", "cover_background", "quote", "section"]
