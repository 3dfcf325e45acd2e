"""A slide on its layout: which content stands in which placeholder, and how large."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.deck.catalogue import LayoutRole, Slot
from prezent_widgets.deck.text import Paragraph
from prezent_widgets.deck.text.metrics import Run
from prezent_widgets.generate.model import ChartBlock, Line, SlideSpec, TableBlock

Content = tuple[Paragraph, ...] | ChartBlock | TableBlock


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one placeholder.

    ``sizes`` (points, by outline level) only where they differ from the layout's; ``moved`` when ``slot.rect`` does.
    """

    slot: Slot
    content: Content
    sizes: tuple[float, ...] = ()
    moved: bool = False

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs; none for a chart or table."""
        return self.content if isinstance(self.content, tuple) else ()

    @property
    def words(self) -> int:
        """Words of text, charts and tables aside."""
        return sum(len(paragraph.text.split()) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Design:
    """One slide of the deck to be: the spec, the layout by index and name, and its pieces.

    ``dropped`` is what had no room; it goes to the notes, so that nothing is lost. ``source_idx`` is the placeholder of
    the source line, None when the layout has none.
    """

    spec: SlideSpec
    layout: int
    layout_name: str
    layout_role: LayoutRole
    pieces: tuple[Piece, ...]
    dropped: tuple[str, ...] = ()
    source_idx: int | None = None


def paragraph(line: Line, *, bulleted: bool | None = None, level: int | None = None) -> Paragraph:
    """A line of the story as a paragraph."""
    runs = tuple(Run(span.text, span.strong) for span in line.spans if span.text)
    return Paragraph(runs, line.level if level is None else level, bulleted)


def plain(text: str, *, strong: bool = False, level: int = 0, bulleted: bool | None = None) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text, strong),), level, bulleted)


__all__ = ["Content", "Design", "Piece", "paragraph", "plain"]
