"""Putting a slide's blocks into a layout's placeholders, or finding that they do not go in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from prezent_widgets.deck.catalogue import LayoutInfo, Rect, Slot
from prezent_widgets.deck.text import Paragraph
from prezent_widgets.generate.model import (
    ChartBlock,
    NumbersBlock,
    SlideSpec,
    StepsBlock,
    TableBlock,
    TextBlock,
)
from prezent_widgets.generate.placing.pieces import Piece, paragraph, plain

_REQUIRED = (
    "chart",
    "table",
    "picture",
    "figure",
    "card text",
    "point",
    "step text",
    "quote",
    "statement",
    "text",
    "object",
)
_PERIOD = re.compile(r"(?P<period>[^\W\d_]{3,12}\.?|[A-Z]\d)\s+(?P<year>(19|20)\d\d)")
_PLAIN_ROLES = ("cover", "section", "closing")


@dataclass(slots=True)
class _Content:
    charts: list[ChartBlock] = field(default_factory=list[ChartBlock])
    tables: list[TableBlock] = field(default_factory=list[TableBlock])
    texts: list[TextBlock] = field(default_factory=list[TextBlock])
    numbers: list[NumbersBlock] = field(default_factory=list[NumbersBlock])
    steps: list[StepsBlock] = field(default_factory=list[StepsBlock])


def arrange(spec: SlideSpec, layout: LayoutInfo) -> tuple[Piece, ...] | None:
    """The pieces of ``spec`` on ``layout``; None when blocks are left over or placeholders stay empty that must not."""
    pieces = [Piece(slot, (plain(spec.title),)) for slot in layout.of("title")]
    if spec.role in _PLAIN_ROLES:
        return (*pieces, *_plain_role(spec, layout))
    if spec.role == "quote" and layout.of("quote"):
        return (*pieces, *_quote(spec, layout))
    content = _sort(spec)
    found = _evidence(content, layout)
    if found is None:
        return None
    pieces += found
    used = {piece.slot.idx for piece in pieces}
    if any(slot.idx not in used for slot in layout.of(*_REQUIRED)):
        return None
    return (*pieces, *_takeaway(spec, layout))


def _sort(spec: SlideSpec) -> _Content:
    content = _Content()
    for block in spec.blocks:
        match block:
            case ChartBlock():
                content.charts.append(block)
            case TableBlock():
                content.tables.append(block)
            case TextBlock():
                content.texts.append(block)
            case NumbersBlock():
                content.numbers.append(block)
            case StepsBlock():
                content.steps.append(block)
    return content


def _plain_role(spec: SlideSpec, layout: LayoutInfo) -> list[Piece]:
    """A cover, divider or closing: one line under the title, from the subtitle or the blocks."""
    lines = [plain(spec.subtitle)] if spec.subtitle else []
    for block in spec.blocks:
        if isinstance(block, TextBlock):
            lines += [paragraph(line, bulleted=False) for line in block.lines]
    if spec.takeaway is not None:
        lines.append(paragraph(spec.takeaway, bulleted=False))
    slots = [*layout.of("subtitle"), *layout.of("text"), *layout.of("object")]
    return [Piece(slots[0], tuple(lines))] if lines and slots else []


def _quote(spec: SlideSpec, layout: LayoutInfo) -> list[Piece]:
    lines = [
        paragraph(line, bulleted=False) for block in spec.blocks if isinstance(block, TextBlock) for line in block.lines
    ]
    if not lines and spec.takeaway is not None:
        lines = [paragraph(spec.takeaway, bulleted=False)]
    pieces = [Piece(slot, (lines[0],)) for slot in layout.of("quote")[:1] if lines]
    rest = [*lines[1:], *([plain(spec.subtitle)] if spec.subtitle else [])]
    return pieces + [Piece(slot, tuple(rest)) for slot in layout.of("attribution")[:1] if rest]


def _evidence(content: _Content, layout: LayoutInfo) -> list[Piece] | None:
    objects = list(layout.of("object"))
    pieces: list[Piece] = []
    for part in (
        _charts(content, layout, objects),
        _tables(content, layout, objects),
        _numbers(content, layout),
        _steps(content, layout),
        _texts(content, layout, objects),
    ):
        if part is None:
            return None
        pieces += part
    return pieces


def _charts(content: _Content, layout: LayoutInfo, objects: list[Slot]) -> list[Piece] | None:
    slots = list(layout.of("chart"))
    heads = {slot.order: slot for slot in layout.of("chart head")}
    pieces: list[Piece] = []
    for block in content.charts:
        slot = slots.pop(0) if slots else objects.pop(0) if objects else None
        if slot is None:
            return None
        head = heads.get(slot.order) if slot.kind == "chart" else None
        title = chart_title(block)
        if head is not None and title:
            pieces.append(Piece(head, (plain(title),)))
        pieces.append(Piece(slot, block))
    return pieces


def chart_title(block: ChartBlock) -> str:
    """What the chart shows and in which unit, on one line."""
    _, year = without_year(block.categories)
    title = f"{block.title}, {year}" if year and block.title and year not in block.title else block.title or year
    return _with_unit(title, block.unit.strip())


def _with_unit(title: str, unit: str) -> str:
    if unit and not re.search(rf"(?<!\w){re.escape(unit.casefold())}(?!\w)", title.casefold()):
        return f"{title}, {unit}" if title else unit
    return title


def without_year(categories: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Periods of one year without the year that all of them repeat, and the year; untouched when they differ.

    Example:
        >>> without_year(("Jan 2025", "Feb 2025", "Mar 2025"))
        (('Jan', 'Feb', 'Mar'), '2025')
    """
    found = [_PERIOD.fullmatch(name) for name in categories]
    periods = [match for match in found if match is not None]
    years = {match["year"] for match in periods}
    if len(categories) < 3 or len(periods) < len(categories) or len(years) != 1:
        return categories, ""
    return tuple(match["period"] for match in periods), years.pop()


def _tables(content: _Content, layout: LayoutInfo, objects: list[Slot]) -> list[Piece] | None:
    slots = list(layout.of("table"))
    pieces: list[Piece] = []
    for block in content.tables:
        slot = slots.pop(0) if slots else objects.pop(0) if objects else None
        if slot is None:
            return None
        pieces.append(Piece(slot, block))
    return pieces


def _numbers(content: _Content, layout: LayoutInfo) -> list[Piece] | None:
    numbers = [number for block in content.numbers for number in block.numbers]
    figures, labels = layout.of("figure"), layout.of("figure label")
    if not numbers:
        return []
    if len(numbers) != len(figures):
        return None
    pieces: list[Piece] = []
    for number, figure, label in zip(numbers, figures, labels, strict=False):
        pieces.append(Piece(figure, (plain(number.figure),)))
        lines = [plain(number.label)] if number.label else []
        if number.detail:
            lines.append(plain(number.detail, level=1))
        if lines:
            pieces.append(Piece(label, tuple(lines)))
    return pieces


def _steps(content: _Content, layout: LayoutInfo) -> list[Piece] | None:
    steps = [step for block in content.steps for step in block.steps]
    whens, heads, texts = layout.of("step when"), layout.of("step head"), layout.of("step text")
    if not steps:
        return []
    if len(steps) != len(texts) or len(content.steps) > 1:
        return None
    pieces: list[Piece] = []
    for number, (step, when, head, text) in enumerate(zip(steps, whens, heads, texts, strict=False), start=1):
        pieces.append(Piece(when, (plain(step[0] or str(number)),)))
        if step[1]:
            pieces.append(Piece(head, (plain(step[1]),)))
        # A step without detail keeps its placeholder filled by an empty tuple, which the builder removes.
        pieces.append(Piece(text, (plain(step[2], bulleted=False),) if step[2] else ()))
    return pieces


def _texts(content: _Content, layout: LayoutInfo, objects: list[Slot]) -> list[Piece] | None:
    texts = content.texts
    cards, points = layout.of("card text"), layout.of("point")
    if cards:
        return _cards(texts, layout) if len(texts) == len(cards) else None
    if points:
        alone = not (content.charts or content.tables or content.numbers or content.steps)
        if alone and len(texts) == len(points):
            return _headed_points(texts, points)
        alone = alone and len(texts) == 1
        return _points(texts[0], points) if alone and len(texts[0].lines) == len(points) else None
    statements = layout.of("statement")
    if statements:
        alone = len(texts) == 1 and len(texts[0].lines) == 1 and not texts[0].heading
        return [Piece(statements[0], _lines(texts[0]))] if alone else None
    slots = [*layout.of("text"), *objects]
    if len(texts) > len(slots):
        return None
    if len(texts) == 1 and len(slots) == 2 and not (content.charts or content.tables):
        return _two_columns(texts[0], slots)
    return [Piece(slot, _lines(block)) for block, slot in zip(texts, slots, strict=False)]


def _cards(texts: list[TextBlock], layout: LayoutInfo) -> list[Piece] | None:
    heads = {slot.order: slot for slot in layout.of("card head")}
    if len(texts) == 1 and heads and not texts[0].heading:
        return None
    pieces: list[Piece] = []
    for block, slot in zip(texts, layout.of("card text"), strict=True):
        head = heads.get(slot.order)
        if block.heading and head is None:
            return None
        if block.heading and head is not None:
            pieces.append(Piece(head, (plain(block.heading),)))
        single = len(block.lines) == 1
        lines = tuple(paragraph(line, bulleted=False if single or not block.bulleted else None) for line in block.lines)
        pieces.append(Piece(slot, lines))
    return pieces


def _points(block: TextBlock, slots: tuple[Slot, ...]) -> list[Piece] | None:
    if block.heading or any(line.level for line in block.lines):
        return None
    return [Piece(slot, (paragraph(line),)) for slot, line in zip(slots, block.lines, strict=True)]


def _headed_points(texts: list[TextBlock], slots: tuple[Slot, ...]) -> list[Piece] | None:
    """Cards of a heading and one line each, as rows."""
    if any(len(block.lines) != 1 or not block.heading for block in texts):
        return None
    return [
        Piece(slot, (plain(block.heading, strong=True), paragraph(block.lines[0], level=1)))
        for slot, block in zip(slots, texts, strict=True)
    ]


def _lines(block: TextBlock) -> tuple[Paragraph, ...]:
    lines = [plain(block.heading, strong=True, bulleted=False)] if block.heading else []
    single = len(block.lines) == 1 and not block.heading
    bulleted = None if block.bulleted and not single else False
    return (*lines, *(paragraph(line, bulleted=bulleted) for line in block.lines))


def _two_columns(block: TextBlock, slots: list[Slot]) -> list[Piece] | None:
    lines = _lines(block)
    if len(lines) < 6 or block.heading:
        return None
    middle = (len(lines) + 1) // 2
    return [Piece(slots[0], lines[:middle]), Piece(slots[1], lines[middle:])]


def _takeaway(spec: SlideSpec, layout: LayoutInfo) -> list[Piece]:
    slots = layout.of("takeaway")
    if spec.takeaway is None or not slots:
        return []
    return [Piece(slots[0], (paragraph(spec.takeaway, level=0),))]


def stretch(pieces: tuple[Piece, ...], layout: LayoutInfo) -> tuple[Piece, ...]:
    """Without a takeaway, the evidence takes the strip's room too, unless the layout's own cards would stay behind."""
    strips = layout.of("takeaway")
    if not strips or any(piece.slot.kind == "takeaway" for piece in pieces):
        return pieces
    if layout.of("card text", "point", "step text", "statement"):
        return pieces
    kinds = ("text",) if layout.of("figure") else ("chart", "table", "text")
    strip = strips[0].rect
    return tuple(_stretched(piece, strip) if piece.slot.kind in kinds else piece for piece in pieces)


def _stretched(piece: Piece, strip: Rect) -> Piece:
    rect = piece.slot.rect
    if not 0 <= strip.y - rect.bottom <= 40 or rect.right <= strip.x or rect.x >= strip.right:
        return piece
    return replace(piece, slot=replace(piece.slot, rect=replace(rect, h=strip.bottom - rect.y)), moved=True)


__all__ = ["arrange", "chart_title", "stretch", "without_year"]
