"""Making content fit, with real sizes: trim words, drop the weakest bullet, one size down, split the slide.

No slide relies on PowerPoint's autofit, which is not applied when a file is opened. What is dropped goes to the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prezent_widgets.audiences.model import Audience
from prezent_widgets.deck.catalogue import Slot, SlotKind
from prezent_widgets.deck.tables import row_heights
from prezent_widgets.deck.text import Paragraph, extent
from prezent_widgets.generate.model import ChartBlock, TableBlock
from prezent_widgets.generate.placing.balance import balance
from prezent_widgets.generate.placing.pieces import Design, Piece
from prezent_widgets.generate.placing.room import TABLE_SIZES, least_size, start_sizes, table_size, table_spec
from prezent_widgets.generate.placing.shorten import shorten

_ONE_LINE: frozenset[SlotKind] = frozenset({"chart head"})
_TITLE_LINES = {"cover": 3, "section": 3, "closing": 3, "agenda": 4}
_MAX_ROWS = 14
_MAX_COLUMNS = 9
_GROWTH: dict[SlotKind, float] = {
    "text": 1.25,
    "object": 1.2,
    "card text": 1.4,
    "card head": 1.15,
    "point": 1.2,
    "step head": 1.2,
    "step text": 1.35,
    "figure label": 1.15,
}
_LARGEST = 24.0
_ONE_LINE_FIGURE = 34.0
_TWO_LINE_FIGURE = 40.0
_ANY_LINES = 99
_FIGURE_SAFETY = 0.94  # a figure broken by a wider stand-in face looks worse than a slightly smaller one
_COMFORT = 0.62
_GROUPED: frozenset[SlotKind] = frozenset(
    {"figure", "figure label", "card head", "card text", "point", "step when", "step head", "step text"}
)


def fit(designs: Sequence[Design], *, audience: Audience) -> tuple[Design, ...]:
    """The same slides with sizes and cuts that make everything fit; a table too long goes on on a next slide."""
    fitted: list[Design] = []
    for design in designs:
        for part in _split_tables(design):
            fitted.append(_fit_slide(part, audience))
    return tuple(fitted)


def _fit_slide(design: Design, audience: Audience) -> Design:
    dropped = list(design.dropped)
    pieces = [_limit_bullets(piece, audience, dropped) for piece in design.pieces]
    if design.layout_role in ("content", "quote"):
        pieces = _limit_words(pieces, audience, dropped)
    pieces = [_fit_piece(piece, design, audience, dropped) for piece in pieces]
    return replace(design, pieces=tuple(_level(pieces)), dropped=tuple(dropped))


# ---------------------------------------------------------------- budgets


def _limit_bullets(piece: Piece, audience: Audience, dropped: list[str]) -> Piece:
    """No more items in one list than the audience reads; headings and sub-items do not count."""
    if piece.slot.kind not in ("text", "object", "card text"):
        return piece
    kept: list[Paragraph] = []
    count = 0
    for paragraph in piece.paragraphs:
        count += paragraph.level == 0 and paragraph.bulleted is not False
        if count > audience.max_bullets:
            dropped.append(paragraph.text)
        else:
            kept.append(paragraph)
    return replace(piece, content=tuple(kept)) if piece.paragraphs else piece


def _limit_words(pieces: Sequence[Piece], audience: Audience, dropped: list[str]) -> list[Piece]:
    """No more words on the slide than the audience's budget, a tenth fewer beside a chart or table."""
    result = list(pieces)
    visual = any(isinstance(piece.content, ChartBlock | TableBlock) for piece in result)
    budget = audience.max_words * (0.9 if visual else 1.0) - 4  # the source line and the slide number are read too
    for _ in range(40):
        if sum(piece.words for piece in result) <= budget:
            break
        details = [number for number, piece in enumerate(result) if _details(piece)]
        if details:
            last = max(details, key=lambda number: result[number].words)
            dropped.append(result[last].paragraphs[-1].text)
            result[last] = replace(result[last], content=result[last].paragraphs[:-1])
            continue
        trimmed = _trim(result, dropped)
        if trimmed is not None:
            result = trimmed
            continue
        longest = max(
            (number for number, piece in enumerate(result) if len(piece.paragraphs) > 1 and piece.slot.kind != "title"),
            key=lambda number: result[number].words,
            default=None,
        )
        if longest is None:
            return _shorten_words(result, budget, dropped)
        piece = result[longest]
        dropped.append(piece.paragraphs[-1].text)
        result[longest] = replace(piece, content=piece.paragraphs[:-1])
    return result


def _trim(pieces: Sequence[Piece], dropped: list[str]) -> list[Piece] | None:
    """One clause without a figure cut from the longest item that has one; None when there is none."""
    items = [
        (len(paragraph.text), number, index)
        for number, piece in enumerate(pieces)
        if piece.slot.kind in ("text", "object", "card text", "point", "step text")
        for index, paragraph in enumerate(piece.paragraphs)
    ]
    for _, number, index in sorted(items, reverse=True):
        piece = pieces[number]
        shorter = shorten(piece.paragraphs[index], figures=True)
        if shorter is not None:
            dropped.append(piece.paragraphs[index].text)
            content = (*piece.paragraphs[:index], shorter, *piece.paragraphs[index + 1 :])
            return [*pieces[:number], replace(piece, content=content), *pieces[number + 1 :]]
    return None


def _details(piece: Piece) -> bool:
    """Whether a piece ends in a line of detail: what a slide can best do without."""
    return len(piece.paragraphs) > 1 and piece.paragraphs[-1].level > 0


def _shorten_words(pieces: list[Piece], budget: float, dropped: list[str]) -> list[Piece]:
    """Cut clauses from the longest single paragraphs until the budget is met or nothing more can be cut."""
    result = list(pieces)
    for number in sorted(range(len(result)), key=lambda item: -result[item].words):
        if sum(piece.words for piece in result) <= budget:
            break
        piece = result[number]
        if piece.slot.kind in ("title", "figure", "chart head") or not piece.paragraphs:
            continue
        shorter = tuple(shorten(paragraph, figures=True) or paragraph for paragraph in piece.paragraphs)
        if shorter != piece.paragraphs:
            dropped += [paragraph.text for paragraph in piece.paragraphs]
            result[number] = replace(piece, content=shorter)
    return result


# ---------------------------------------------------------------- sizes


def _fit_piece(piece: Piece, design: Design, audience: Audience, dropped: list[str]) -> Piece:
    if isinstance(piece.content, TableBlock):
        size = table_size(piece.content, piece.slot) or TABLE_SIZES[-1]
        return replace(piece, sizes=(size,))
    if not piece.paragraphs:
        return piece
    if piece.slot.kind == "title":
        return _fit_title(piece, design, audience, dropped)
    paragraphs = piece.paragraphs
    for _ in range(40):
        sizes = _sizes_that_fit(paragraphs, piece.slot, audience)
        if sizes is not None:
            return replace(piece, content=paragraphs, sizes=_changed(sizes, piece.slot))
        cut = _cut(paragraphs, dropped)
        if cut is None:
            break
        paragraphs = cut
    least = least_size(piece.slot, audience)
    return replace(piece, content=paragraphs, sizes=_changed(tuple(least for _ in piece.slot.looks), piece.slot))


def _sizes_that_fit(paragraphs: Sequence[Paragraph], slot: Slot, audience: Audience) -> tuple[float, ...] | None:
    """The largest sizes that fit: larger than the layout's while much room is left, down to the audience's minimum."""
    start, least = start_sizes(slot, audience), least_size(slot, audience)
    if slot.kind == "figure":
        # on one line while it is large; a long one ("2.35 million USD") rather on two lines than small
        single = _first_fit(paragraphs, slot, start, largest=start[0], least=_ONE_LINE_FIGURE, lines=1)
        return single or _first_fit(
            paragraphs, slot, start, largest=min(start[0], _TWO_LINE_FIGURE), least=least, lines=2
        )
    largest = max(start[0], min(start[0] * _GROWTH.get(slot.kind, 1.0), _LARGEST))
    return _first_fit(
        paragraphs, slot, start, largest=largest, least=least, lines=1 if slot.kind in _ONE_LINE else _ANY_LINES
    )


def _first_fit(
    paragraphs: Sequence[Paragraph],
    slot: Slot,
    start: tuple[float, ...],
    *,
    largest: float,
    least: float,
    lines: int,
) -> tuple[float, ...] | None:
    width, height = slot.inner
    if slot.kind == "figure":
        width *= _FIGURE_SAFETY
    size = largest
    while size >= least - 0.01:
        sizes = tuple(max(least, value + size - start[0]) for value in start)
        found = extent(paragraphs, slot.looks, sizes, width)
        room = height * (_COMFORT if size > start[0] else 1.0)
        if found.height <= room + 0.5 and found.lines <= lines and found.width <= width + 0.5:
            return sizes
        size -= 1.0
    return None


def _changed(sizes: tuple[float, ...], slot: Slot) -> tuple[float, ...]:
    """Sizes to write; none when they are what the layout gives anyway."""
    own = tuple(look.size for look in slot.looks)
    return () if all(abs(a - b) < 0.01 for a, b in zip(sizes, own, strict=True)) else sizes


def _cut(paragraphs: tuple[Paragraph, ...], dropped: list[str]) -> tuple[Paragraph, ...] | None:
    """One step down the ladder: sub-items first, then the last item, then clauses, then words."""
    for number in range(len(paragraphs) - 1, 0, -1):
        if paragraphs[number].level:
            dropped.append(paragraphs[number].text)
            return paragraphs[:number] + paragraphs[number + 1 :]
    if len(paragraphs) > 2:
        dropped.append(paragraphs[-1].text)
        return paragraphs[:-1]
    longest = max(range(len(paragraphs)), key=lambda number: len(paragraphs[number].text))
    shorter = shorten(paragraphs[longest], force=True)
    if shorter is None:
        return None
    if paragraphs[longest].text not in dropped and not paragraphs[longest].text.endswith("…"):
        dropped.append(paragraphs[longest].text)
    return (*paragraphs[:longest], shorter, *paragraphs[longest + 1 :])


def _fit_title(piece: Piece, design: Design, audience: Audience, dropped: list[str]) -> Piece:
    allowed = _TITLE_LINES.get(design.layout_role, 2)
    width, height = piece.slot.inner
    paragraph = piece.paragraphs[0]
    least = 28.0 if design.layout_role == "cover" else least_size(piece.slot, audience)
    least = min(least, piece.slot.look().size)
    for _ in range(40):
        size = piece.slot.look().size
        while size >= least:
            found = extent((paragraph,), piece.slot.looks, (size,), width)
            if found.lines <= allowed and found.height <= height + 0.5 and found.width <= width:
                paragraph = balance(paragraph, piece.slot.look(), size, width) if found.lines > 1 else paragraph
                return replace(
                    piece, content=(paragraph,), sizes=_changed(tuple(size for _ in piece.slot.looks), piece.slot)
                )
            size -= 1.0
        shorter = shorten(paragraph, force=True)
        if shorter is None:
            break
        if piece.paragraphs[0].text not in dropped:
            dropped.append(piece.paragraphs[0].text)
        paragraph = shorter
    return replace(piece, content=(paragraph,), sizes=tuple(least for _ in piece.slot.looks))


def _level(pieces: Sequence[Piece]) -> list[Piece]:
    """Cards, figures and steps side by side share one size: the smallest that any of them needs."""
    smallest: dict[SlotKind, tuple[float, ...]] = {}
    for piece in pieces:
        if piece.slot.kind in _GROUPED and piece.paragraphs:
            own = piece.sizes or tuple(look.size for look in piece.slot.looks)
            known = smallest.get(piece.slot.kind, own)
            smallest[piece.slot.kind] = tuple(map(min, own, known))
    return [
        replace(piece, sizes=_changed(smallest[piece.slot.kind], piece.slot))
        if piece.slot.kind in smallest and piece.paragraphs
        else piece
        for piece in pieces
    ]


# ---------------------------------------------------------------- tables over several slides


def _split_tables(design: Design) -> list[Design]:
    """A table that cannot be read on one slide goes on on the next, with its head row."""
    for number, piece in enumerate(design.pieces):
        if isinstance(piece.content, TableBlock):
            narrowed, dropped = _narrow(piece.content)
            parts = _parts(narrowed, piece.slot)
            if len(parts) == 1 and not dropped:
                return [design]
            return [_with_part(design, number, part, index, len(parts), dropped) for index, part in enumerate(parts)]
    return [design]


def _narrow(block: TableBlock) -> tuple[TableBlock, tuple[str, ...]]:
    """The first columns that a slide can show; the names of the others."""
    if len(block.head) <= _MAX_COLUMNS:
        return block, ()
    rows = tuple(row[:_MAX_COLUMNS] for row in block.rows)
    shown = replace(block, head=block.head[:_MAX_COLUMNS], rows=rows, numeric=block.numeric[:_MAX_COLUMNS])
    return shown, block.head[_MAX_COLUMNS:]


def _parts(block: TableBlock, slot: Slot) -> list[TableBlock]:
    if len(block.rows) <= _MAX_ROWS and table_size(block, slot) is not None:
        return [block]
    heights = row_heights(table_spec(block, 12.0, slot.look().family), slot.rect.w)
    parts: list[list[int]] = [[]]
    used = heights[0]
    for row, height in enumerate(heights[1:]):
        if parts[-1] and (used + height > slot.rect.h or len(parts[-1]) >= _MAX_ROWS - 1):
            parts.append([])
            used = heights[0]
        parts[-1].append(row)
        used += height
    return [_rows(block, rows) for rows in _even(parts, len(block.rows))]


def _even(parts: list[list[int]], count: int) -> list[list[int]]:
    """The same number of slides with rows shared evenly, so that the last one is not a stump."""
    slides = len(parts)
    share = -(-count // slides)
    if slides == 1 or share > max(len(part) for part in parts):
        return parts
    return [list(range(start, min(start + share, count))) for start in range(0, count, share)]


def _rows(block: TableBlock, rows: Sequence[int]) -> TableBlock:
    strong = tuple(new for new, old in enumerate(rows) if old in block.strong_rows)
    return replace(block, rows=tuple(block.rows[row] for row in rows), strong_rows=strong)


def _with_part(
    design: Design, number: int, part: TableBlock, index: int, count: int, dropped: tuple[str, ...]
) -> Design:
    pieces = list(design.pieces)
    pieces[number] = replace(pieces[number], content=part)
    if count > 1:
        pieces = [
            replace(piece, content=(_continued(piece.paragraphs[0], index, count),))
            if piece.slot.kind == "title"
            else piece
            for piece in pieces
        ]
    notes = tuple(dropped) if index == 0 else ()
    spec = design.spec if index == 0 else replace(design.spec, id=f"{design.spec.id}.{index + 1}", notes="")
    return replace(design, spec=spec, pieces=tuple(pieces), dropped=(*design.dropped, *notes))


def _continued(paragraph: Paragraph, index: int, count: int) -> Paragraph:
    runs = (*paragraph.runs[:-1], replace(paragraph.runs[-1], text=f"{paragraph.runs[-1].text} ({index + 1}/{count})"))
    return replace(paragraph, runs=runs)


__all__ = ["fit"]
