"""Bullets and numbering of a paragraph (ECMA-376 part 1, 21.1.2.4).

Kind, colour, size and face are inherited each for itself: a layout may set the mark and a slide only its colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prezent_widgets.ooxml.color import Color, ColorContext
from prezent_widgets.ooxml.theme import Theme
from prezent_widgets.ooxml.units import parse_fraction, parse_number
from prezent_widgets.ooxml.xml import Element, attr, child, children, local


@dataclass(frozen=True, slots=True)
class Bullet:
    """A paragraph's mark.

    ``fraction`` is its size relative to the text, unless ``points`` says it outright. ``color`` None and ``font``
    "" mean those of the paragraph's first run. ``picture`` is the relationship id of a picture bullet.
    """

    kind: Literal["none", "char", "number", "picture"] = "none"
    char: str = ""
    scheme: str = ""
    start: int = 1
    font: str = ""
    fraction: float = 1.0
    points: float | None = None
    color: Color | None = None
    picture: str = ""


def read_bullet(chain: list[Element], colors: ColorContext, theme: Theme) -> Bullet:
    """Read the effective bullet from a chain of paragraph properties, nearest first.

    Args:
        chain: ``a:pPr`` and ``a:lvlNpPr`` elements.
        colors: What scheme colours mean here.
        theme: For the bullet's face.
    """
    mark = _nearest(chain, "a:buNone", "a:buChar", "a:buAutoNum", "a:buBlip")
    if mark is None or local(mark) == "buNone":
        return Bullet()
    face = _nearest(chain, "a:buFont", "a:buFontTx")
    paint = _nearest(chain, "a:buClr", "a:buClrTx")
    size = _nearest(chain, "a:buSzPct", "a:buSzPts", "a:buSzTx")
    kind = {"buChar": "char", "buAutoNum": "number"}.get(local(mark), "picture")
    return Bullet(
        kind="char" if kind == "char" else "number" if kind == "number" else "picture",
        char=mark.get("char") or "",
        scheme=mark.get("type") or "arabicPeriod",
        start=max(1, int(parse_number(mark.get("startAt"), 1))),
        font=theme.font(face.get("typeface") or "") if face is not None and local(face) == "buFont" else "",
        fraction=_fraction(size),
        points=parse_number(size.get("val")) / 100 if size is not None and local(size) == "buSzPts" else None,
        color=colors.color(paint) if paint is not None and local(paint) == "buClr" else None,
        picture=attr(child(mark, "a:blip"), "r:embed", "") or "",
    )


def number_text(scheme: str, number: int) -> str:
    """Return the text of an automatic number (20.1.10.61).

    Example:
        >>> number_text("alphaLcParenR", 28), number_text("romanUcPeriod", 4), number_text("arabicPlain", 3)
        ('ab)', 'IV.', '3')
    """
    text = str(number)
    if scheme.startswith("alpha"):
        text = _letters(number)
    elif scheme.startswith("roman"):
        text = _roman(number)
    text = text.lower() if scheme[5:7] == "Lc" else text
    if scheme.endswith("ParenBoth"):
        return f"({text})"
    if scheme.endswith("ParenR"):
        return f"{text})"
    return f"{text}." if scheme.endswith("Period") else f"- {text} -" if scheme.endswith("Minus") else text


def _letters(number: int) -> str:
    number = max(1, min(number, 780))
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def _roman(number: int) -> str:
    text, number = "", max(1, min(number, 3999))
    for amount, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
                         (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):  # fmt: skip
        while number >= amount:
            text, number = text + sign, number - amount
    return text


def _nearest(chain: list[Element], *names: str) -> Element | None:
    return next((found for each in chain for found in children(each, *names)), None)


def _fraction(size: Element | None) -> float:
    if size is None or local(size) != "buSzPct":
        return 1.0
    return max(0.25, min(4.0, parse_fraction(size.get("val"), 1.0)))


__all__ = ["Bullet", "number_text", "read_bullet"]
