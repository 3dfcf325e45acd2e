"""Which layout each slide gets: by the placeholders it needs, the room they have, and what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prezent_widgets.audiences.model import Audience
from prezent_widgets.deck.catalogue import Catalogue, LayoutInfo, LayoutRole, read_catalogue
from prezent_widgets.deck.text import Paragraph
from prezent_widgets.deck.text.metrics import Run
from prezent_widgets.errors import PackageError
from prezent_widgets.generate.model import (
    Block,
    ChartBlock,
    Line,
    NumbersBlock,
    SlideSpec,
    Span,
    StepsBlock,
    Story,
    TableBlock,
    TextBlock,
)
from prezent_widgets.generate.placing.arrange import arrange, stretch
from prezent_widgets.generate.placing.pieces import Design, Piece
from prezent_widgets.generate.placing.room import cost

_ROLES: dict[str, tuple[LayoutRole, ...]] = {
    "cover": ("cover",),
    "section": ("section", "cover"),
    "agenda": ("agenda", "content"),
    "quote": ("quote", "content"),
    "closing": ("closing", "section", "cover"),
}
_CONTINUED = 8
_STRIP_CHARACTERS = 100


def choose_layouts(story: Story, *, template: bytes, audience: Audience) -> tuple[Design, ...]:
    """A design for every slide of the story, in order; a slide that fits no layout becomes two.

    Raises:
        PackageError: the template cannot be read, or has no layout with a title.
    """
    catalogue = read_catalogue(template)
    if not any(layout.role != "blank" for layout in catalogue.layouts):
        raise PackageError("No layout of the template has a title.", hint="Choose a template with title placeholders.")
    designs: list[Design] = []
    for spec in story.slides:
        designs += _design(_lifted(spec), catalogue, audience, [design.layout for design in designs], depth=0)
    return tuple(designs)


def _lifted(spec: SlideSpec) -> SlideSpec:
    """A single line beside a chart or table becomes the takeaway under it, and the evidence gets the whole width."""
    texts = [block for block in spec.blocks if isinstance(block, TextBlock)]
    visuals = [block for block in spec.blocks if isinstance(block, ChartBlock | TableBlock)]
    if len(texts) != 1 or len(visuals) != 1 or len(spec.blocks) != 2 or spec.takeaway is not None:
        return spec
    block = texts[0]
    if block.heading or len(block.lines) != 1 or len(block.lines[0].text) > _STRIP_CHARACTERS:
        return spec
    return replace(spec, blocks=(visuals[0],), takeaway=block.lines[0])


def _design(
    spec: SlideSpec, catalogue: Catalogue, audience: Audience, before: Sequence[int], *, depth: int
) -> list[Design]:
    candidates = _candidates(spec, catalogue, audience, before)
    if candidates:
        _, layout, pieces = min(candidates, key=lambda item: (item[0], item[1].index))
        source = next((slot.idx for slot in layout.of("source")), None)
        return [Design(spec, layout.index, layout.name, layout.role, stretch(pieces, layout), source_idx=source)]
    simpler = _simplify(spec) if depth < _CONTINUED else [replace(spec, blocks=())]
    designs: list[Design] = []
    for part in simpler:
        designs += _design(
            part, catalogue, audience, [*before, *(design.layout for design in designs)], depth=depth + 1
        )
    return designs


def _candidates(
    spec: SlideSpec, catalogue: Catalogue, audience: Audience, before: Sequence[int]
) -> list[tuple[float, LayoutInfo, tuple[Piece, ...]]]:
    for role in _ROLES.get(spec.role, ("content",)):
        found: list[tuple[float, LayoutInfo, tuple[Piece, ...]]] = []
        for layout in catalogue.role(role):
            pieces = arrange(spec, layout)
            if pieces is not None:
                found.append((cost(spec, layout, pieces, audience, before), layout, pieces))
        if found:
            return found
    if not spec.blocks:
        return [(0.0, layout, _bare(spec, layout)) for layout in _plainest(catalogue)]
    return []


def _plainest(catalogue: Catalogue) -> list[LayoutInfo]:
    """Layouts for a slide of a title alone: the fewest other placeholders."""
    titled = [layout for layout in catalogue.layouts if layout.role != "blank"]
    fewest = min(len(layout.slots) for layout in titled)
    return [layout for layout in titled if len(layout.slots) == fewest]


def _bare(spec: SlideSpec, layout: LayoutInfo) -> tuple[Piece, ...]:
    return tuple(Piece(slot, (Paragraph((Run(spec.title),)),)) for slot in layout.of("title"))


# ---------------------------------------------------------------- when nothing fits


def _simplify(spec: SlideSpec) -> list[SlideSpec]:
    """The same content in forms that more templates have room for: first fewer blocks a slide, then plainer ones."""
    if len(spec.blocks) > 1:
        texts = [block for block in spec.blocks if isinstance(block, TextBlock)]
        others = [block for block in spec.blocks if not isinstance(block, TextBlock)]
        if len(others) <= 1 and len(texts) > 1:
            merged = _merge(texts)
            if others or len(texts) > 4:
                return [replace(spec, blocks=(*others, merged))] if others else _halves(spec)
        return _halves(spec)
    block = next(iter(spec.blocks))
    if isinstance(block, NumbersBlock):
        if len(block.numbers) > 4:
            middle = (len(block.numbers) + 1) // 2
            parts = (NumbersBlock(block.numbers[:middle]), NumbersBlock(block.numbers[middle:]))
            return _numbered(spec, [(part,) for part in parts])
        return [replace(spec, blocks=(_numbers_as_text(block),))]
    if isinstance(block, StepsBlock):
        return [replace(spec, blocks=(_steps_as_text(block),))]
    return [replace(spec, blocks=())]


def _halves(spec: SlideSpec) -> list[SlideSpec]:
    middle = (len(spec.blocks) + 1) // 2
    return _numbered(spec, [spec.blocks[:middle], spec.blocks[middle:]])


def _numbered(spec: SlideSpec, parts: Sequence[tuple[Block, ...]]) -> list[SlideSpec]:
    count = len(parts)
    last = count - 1
    return [
        replace(
            spec,
            id=f"{spec.id}.{number + 1}",
            title=f"{spec.title} ({number + 1}/{count})",
            blocks=blocks,
            takeaway=spec.takeaway if number == last else None,
            notes=spec.notes if number == 0 else "",
        )
        for number, blocks in enumerate(parts)
    ]


def _merge(blocks: Sequence[TextBlock]) -> TextBlock:
    lines: list[Line] = []
    for block in blocks:
        if block.heading:
            lines.append(Line((Span(block.heading, strong=True),)))
        lines += block.lines
    return TextBlock(tuple(lines))


def _numbers_as_text(block: NumbersBlock) -> TextBlock:
    return TextBlock(
        tuple(
            Line(
                (
                    Span(number.figure, strong=True),
                    Span(" " + ": ".join(part for part in (number.label, number.detail) if part)),
                ),
                number.facts,
            )
            for number in block.numbers
        )
    )


def _steps_as_text(block: StepsBlock) -> TextBlock:
    lines: list[Line] = []
    for when, heading, detail in block.steps:
        lead = ": ".join(part for part in (when, heading) if part)
        lines.append(Line((Span(lead, strong=True), Span(f": {detail}" if detail else "")), block.facts))
    return TextBlock(tuple(lines))


__all__ = ["Design", "Piece", "choose_layouts"]
