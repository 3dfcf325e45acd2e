"""How well a slide's content suits a layout: room, form, and how often the layout was just used. Lower is better."""

from __future__ import annotations

from collections.abc import Sequence

from prezent_widgets.audiences.model import Audience
from prezent_widgets.deck.catalogue import LayoutInfo, Slot
from prezent_widgets.deck.tables import TableSpec, column_widths, row_heights
from prezent_widgets.deck.text import extent
from prezent_widgets.generate.model import ChartBlock, SlideSpec, TableBlock
from prezent_widgets.generate.placing.pieces import Piece

BODY_KINDS = frozenset(
    {
        "text",
        "object",
        "card text",
        "point",
        "step text",
        "quote",
        "statement",
        "figure label",
        "takeaway",
        "attribution",
    }
)
_LEAST: dict[str, float] = {
    "title": 20,
    "subtitle": 16,
    "figure": 24,
    "chart head": 12,
    "card head": 14,
    "step head": 14,
    "step when": 12,
    "source": 9,
    "takeaway": 14,
    "attribution": 14,
}
_FIXED = frozenset({"figure", "figure label", "card text", "point", "step text", "statement"})
_GROWN = 1.3  # text grows by about so much where there is room
TABLE_SIZES = (20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0)


def least_size(slot: Slot, audience: Audience) -> float:
    """The smallest text allowed in a placeholder, in points."""
    if slot.kind in _LEAST:
        return _LEAST[slot.kind]
    return float(audience.min_body_pt) if slot.kind in BODY_KINDS else 12.0


def start_sizes(slot: Slot, audience: Audience) -> tuple[float, ...]:
    """The layout's own sizes by outline level, raised to the audience's minimum where they are below it."""
    least = least_size(slot, audience)
    return tuple(max(look.size, least) for look in slot.looks)


def table_spec(block: TableBlock, size: float, family: str) -> TableSpec:
    """A table block with a text size."""
    return TableSpec(block.head, block.rows, block.numeric, block.strong_rows, size, family, block.alt)


def table_size(block: TableBlock, slot: Slot) -> float | None:
    """The largest text size at which the whole table fits, None when it does not at the smallest."""
    family = slot.look().family
    for size in TABLE_SIZES:
        spec = table_spec(block, size, family)
        if sum(row_heights(spec, slot.rect.w)) <= slot.rect.h and not _crushed(spec, slot.rect.w):
            return size
    return None


def _crushed(spec: TableSpec, width: float) -> bool:
    """Whether columns are so narrow that words would break."""
    widths = column_widths(spec, width)
    return min(widths) < 30 or any(
        len(spec.rows) > 0
        and max(len(word) for word in (row[column] or " ").split() or [""]) * spec.size * 0.42 > width
        for column, width in enumerate(widths)
        for row in spec.rows
        if column < len(row)
    )


def cost(
    spec: SlideSpec, layout: LayoutInfo, pieces: Sequence[Piece], audience: Audience, before: Sequence[int]
) -> float:
    """The price of giving ``spec`` this layout after the layouts ``before`` (indices, in order)."""
    total = _novelty(layout.index, before)
    if spec.takeaway is not None and not layout.of("takeaway") and layout.role == "content":
        total += 2.0
    if spec.takeaway is None:
        total += _idle_strip(layout, pieces)
    for piece in pieces:
        if piece.slot.kind == "title" and layout.role == "content":
            total += _title_cost(piece)
        elif isinstance(piece.content, ChartBlock):
            total += _chart_cost(piece, piece.content)
        elif isinstance(piece.content, TableBlock):
            total += _table_cost(piece, piece.content)
        elif piece.slot.kind in BODY_KINDS and piece.content:
            total += _text_cost(piece, audience)
        elif piece.slot.kind == "step text":
            total += _lonely_cost(0.0, piece.slot)
    return total


def _novelty(index: int, before: Sequence[int]) -> float:
    recent = list(before[-3:])
    total = 0.25 * before.count(index)
    if recent and recent[-1] == index:
        total += 2.0
    return total + 0.8 * recent.count(index)


def _idle_strip(layout: LayoutInfo, pieces: Sequence[Piece]) -> float:
    """What it costs to leave the takeaway's strip empty under cards and rows that cannot be stretched into it."""
    strips = layout.of("takeaway")
    if not strips:
        return 0.0
    rect = strips[0].rect
    fixed = [piece.slot.rect for piece in pieces if piece.slot.kind in _FIXED]
    over = any(place.bottom <= rect.y and place.x < rect.right and place.right > rect.x for place in fixed)
    return 1.6 if over else 0.0


def _title_cost(piece: Piece) -> float:
    """A title that needs more than two lines at the smallest size would have to be cut."""
    width, _ = piece.slot.inner
    size = min(_LEAST["title"], piece.slot.look().size)
    return 3.0 if extent(piece.paragraphs, piece.slot.looks, (size,), width).lines > 2 else 0.0


def _text_cost(piece: Piece, audience: Audience) -> float:
    width, height = piece.slot.inner
    least = least_size(piece.slot, audience)
    start = start_sizes(piece.slot, audience)
    wanted = extent(piece.paragraphs, piece.slot.looks, start, width)
    if wanted.height <= height:
        if piece.slot.kind == "object" and width <= 700:
            return 0.8
        if piece.slot.kind in ("card text", "step text"):
            return _lonely_cost(wanted.height * _GROWN, piece.slot)
        lonely = piece.slot.kind in ("object", "text") and width > 600 and wanted.height < 0.35 * height
        return 1.5 if lonely else 0.6 if width > 700 and piece.slot.kind == "object" else 0.0
    smallest = extent(piece.paragraphs, piece.slot.looks, (least,), width)
    return 1.0 if smallest.height <= height else 6.0 * min(3.0, smallest.height / height)


def _lonely_cost(text: float, slot: Slot) -> float:
    """A card mostly empty looks forgotten; a row, with its text in the middle of its height, does not."""
    share = text / slot.inner[1]
    if slot.anchor == "ctr":
        return 0.1 if share < 0.25 else 0.7 if share > 0.65 else 0.0
    return 0.9 if share < 0.25 else 0.5 if share < 0.4 else 0.0


def _chart_cost(piece: Piece, block: ChartBlock) -> float:
    width, height = piece.slot.rect.w, piece.slot.rect.h
    marks = max(1, len(block.categories))
    total = 0.0 if piece.slot.kind == "chart" else 3.0
    if block.kind in ("bar", "stacked_bar"):
        return total + (1.5 if height / marks < 17 else 0.0)
    if block.kind == "doughnut":
        return total + (0.8 if width > 620 else 0.0)
    return total + (1.2 if width / marks < 22 and block.kind != "line" else 0.0)


def _table_cost(piece: Piece, block: TableBlock) -> float:
    total = 0.0 if piece.slot.kind == "table" else 3.0
    size = table_size(block, piece.slot)
    if size is None:
        return total + 6.0
    return total + (14.0 - min(size, 14.0)) * 0.5


__all__ = ["BODY_KINDS", "TABLE_SIZES", "cost", "least_size", "start_sizes", "table_size", "table_spec"]
