"""Writing the designed slides into the template: by placeholder, nothing left empty, the same bytes every time."""

from __future__ import annotations

import copy
import io
from collections.abc import Mapping, Sequence

from prezent_widgets.deck.bytes import stable_bytes
from prezent_widgets.deck.catalogue import open_presentation
from prezent_widgets.deck.charts import REFERENCE_KINDS, ChartSpec, add_chart
from prezent_widgets.deck.marks import add_disc
from prezent_widgets.deck.notes import write_notes
from prezent_widgets.deck.office import Layout, Presentation, Slide
from prezent_widgets.deck.tables import add_table
from prezent_widgets.deck.text import Paragraph, write_text
from prezent_widgets.deck.text.metrics import Run
from prezent_widgets.deck.text.place import place
from prezent_widgets.deck.xml import Element, P, identity, placeholder
from prezent_widgets.generate.model import ChartBlock, Fact, Settings, Story, TableBlock
from prezent_widgets.generate.placing.arrange import chart_title, without_year
from prezent_widgets.generate.placing.pieces import Design, Piece
from prezent_widgets.generate.placing.room import table_spec
from prezent_widgets.generate.wording.words import language_tag, words

_FURNITURE = ("sldNum", "ftr")


def build_deck(designs: Sequence[Design], *, template: bytes, story: Story, settings: Settings | None = None) -> bytes:
    """The finished .pptx: every design written into its layout, with notes, sources, slide numbers and properties.

    The same arguments give the same bytes.

    Raises:
        PackageError: the template cannot be opened.
    """
    wanted = settings or Settings()
    presentation = open_presentation(template)
    _remove_slides(presentation)
    layouts = list(presentation.slide_layouts)
    facts = {fact.id: fact for fact in story.facts}
    for design in designs:
        slide = presentation.slides.add_slide(layouts[design.layout])
        _write_slide(slide, design, story=story, facts=facts, settings=wanted)
    properties = presentation.core_properties
    properties.title = story.title
    properties.language = language_tag(wanted.language)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return stable_bytes(buffer.getvalue())


def _remove_slides(presentation: Presentation) -> None:
    """Sample slides of a template are not part of the deck."""
    ids = presentation.slides._sldIdLst
    for item in list(ids):
        presentation.part.drop_rel(item.rId)
        ids.remove(item)


def _write_slide(slide: Slide, design: Design, *, story: Story, facts: Mapping[str, Fact], settings: Settings) -> None:
    language = language_tag(settings.language)
    shapes = {int(ph.get("idx") or 0): shape for shape, ph in _placeholders(slide)}
    written: set[int] = set()
    for piece in design.pieces:
        shape = shapes.get(piece.slot.idx)
        if shape is not None and piece.content:
            _write_piece(slide, shape, piece, language)
            written.add(piece.slot.idx)
    _write_source(design, shapes, written, settings)
    for idx, shape in shapes.items():
        if idx not in written:
            shape.getparent().remove(shape)
    _number_points(slide, design)
    _furnish(slide, slide.slide_layout, story.title)
    _renumber(slide)
    write_notes(slide, _notes(design, facts, settings))


def _placeholders(slide: Slide) -> list[tuple[Element, Element]]:
    tree = slide.shapes._spTree
    return [(shape, ph) for shape in tree if (ph := placeholder(shape)) is not None]


def _write_piece(slide: Slide, shape: Element, piece: Piece, language: str) -> None:
    identity(shape).set("name", piece.slot.name or identity(shape).get("name"))
    if piece.moved:
        place(shape, piece.slot.rect)
    match piece.content:
        case ChartBlock() as block:
            headed = piece.slot.kind == "chart"
            add_chart(slide, shape, chart_spec(block, piece, titled=not headed))
        case TableBlock() as block:
            size = piece.sizes[0] if piece.sizes else 14.0
            spec = table_spec(block, size, piece.slot.look().family)
            add_table(slide, shape, spec, room=piece.slot.rect.h, language=language)
        case paragraphs:
            write_text(shape, paragraphs, sizes=piece.sizes or None, language=language)


def chart_spec(block: ChartBlock, piece: Piece, *, titled: bool) -> ChartSpec:
    """A chart block as the chart writer takes it; a reference it cannot draw is left out."""
    box = (piece.slot.rect.w, piece.slot.rect.h)
    categories, _ = without_year(block.categories)
    reference = block.reference if block.kind in REFERENCE_KINDS else None
    return ChartSpec(
        kind=block.kind,
        categories=categories,
        series=tuple((series.name, series.values) for series in block.series),
        number_format=block.number_format,
        highlight=block.highlight,
        data_labels=block.data_labels,
        reference=reference,
        title=chart_title(block) if titled else "",
        axis_titles=block.axis_titles,
        alt=block.alt or chart_title(block) or "Chart",
        size=13.0 if box[0] > 700 else 12.0,
        box=box,
    )


def _write_source(design: Design, shapes: Mapping[int, Element], written: set[int], settings: Settings) -> None:
    """The line under the content: where the figures come from."""
    if not settings.cite_footer or not design.spec.sources:
        return
    text = f"{words(settings.language).source}: {', '.join(dict.fromkeys(design.spec.sources))}"
    for idx, shape in shapes.items():
        if idx == design.source_idx:
            write_text(shape, (Paragraph((Run(text),)),), language=language_tag(settings.language))
            identity(shape).set("name", "Source")
            written.add(idx)
            return


def _number_points(slide: Slide, design: Design) -> None:
    """A numbered disc beside every point of a points layout."""
    points = [piece for piece in design.pieces if piece.slot.kind == "point" and piece.content]
    for number, piece in enumerate(points, start=1):
        rect = piece.slot.rect
        disc = add_disc(slide, str(number), x=rect.x - 56, y=rect.y + rect.h / 2 - 18, size=36)
        shape = next((item for item, ph in _placeholders(slide) if int(ph.get("idx") or 0) == piece.slot.idx), None)
        if shape is not None:
            shape.addprevious(disc)  # read before its point


def _furnish(slide: Slide, layout: Layout, footer: str) -> None:
    """Slide number and footer, which python-pptx does not take over from the layout."""
    for shape in layout._element.iter(f"{P}sp"):
        ph = placeholder(shape)
        if ph is None or ph.get("type") not in _FURNITURE:
            continue
        twin = copy.deepcopy(shape)
        properties = twin.find(f"{P}spPr")
        for item in list(properties):
            properties.remove(item)
        if ph.get("type") == "ftr":
            write_text(twin, (Paragraph((Run(footer),)),))
        slide.shapes._spTree.append(twin)


def _renumber(slide: Slide) -> None:
    """Shape ids unique on the slide, in reading order from 2."""
    for number, item in enumerate(slide.shapes._spTree.iter(f"{P}cNvPr"), start=1):
        item.set("id", str(number))


def _notes(design: Design, facts: Mapping[str, Fact], settings: Settings) -> list[str]:
    """What to say, what had no room on the slide, and where each figure comes from."""
    text = words(settings.language)
    notes: list[str] = []
    if settings.speaker_notes:
        notes += design.spec.notes.split("\n")
        if design.dropped:
            notes.append(f"{text.also}: " + " · ".join(dict.fromkeys(design.dropped)))
    if settings.cite_notes:
        origins = [_origin(facts[key]) for key in dict.fromkeys(design.spec.facts) if key in facts]
        if origins:
            notes += [f"{text.source}:", *origins]
        elif design.spec.sources:
            notes.append(f"{text.source}: {', '.join(design.spec.sources)}")
    return notes


def _origin(fact: Fact) -> str:
    cells = f", {', '.join(fact.origin.cells)}" if fact.origin.cells else ""
    computed = f" ({fact.origin.computation})" if fact.origin.computation else ""
    return f"– {fact.shown or fact.statement}: {fact.origin.source}{cells}{computed}"


__all__ = ["build_deck", "chart_spec"]
