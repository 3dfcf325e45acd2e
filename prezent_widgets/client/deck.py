"""A finished deck as an object: shows itself, gives its slides, saves itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from prezent_widgets.client.files import save_atomically
from prezent_widgets.client.report import DeckReport
from prezent_widgets.errors import SourceError

if TYPE_CHECKING:
    from prezent_widgets.render import RenderDeck

_SUFFIX = ".pptx"


class Slide:
    """One slide of a deck, shown as a picture. ``index`` counts from 0.

    Example::

        deck[0].title
        deck[0].png(1280)      # bytes of a PNG, 1280 pixels wide
    """

    def __init__(self, deck: Deck, index: int) -> None:
        self.index = index
        self._deck = deck

    def __repr__(self) -> str:
        return f"<Slide {self.index + 1} of {len(self._deck)}: {self.title!r}>"

    @property
    def number(self) -> int:
        """The slide's number for people, from 1."""
        return self.index + 1

    @property
    def title(self) -> str:
        """The text of the title placeholder; empty when the slide has none."""
        return self._deck.texts[self.index][0]

    @property
    def notes(self) -> str:
        """The speaker notes; empty when there are none."""
        return self._deck.texts[self.index][1]

    @cached_property
    def svg(self) -> str:
        """The slide as SVG; its text is drawn as shapes, so that it looks the same everywhere."""
        from prezent_widgets.render import to_svg

        return to_svg(self._deck.rendered.scene(self.index))

    def png(self, width: int = 960) -> bytes:
        """The slide as a PNG, ``width`` pixels wide."""
        from prezent_widgets.render import to_png

        return to_png(self._deck.rendered.scene(self.index), width=width)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        from prezent_widgets.client.sheet import slide_html

        return {"text/plain": repr(self), "text/html": slide_html(self)}


class Slides(tuple[Slide, ...]):
    """Some slides of a deck: a tuple that a notebook shows as a contact sheet.

    Example::

        deck[1:4]              # three slides, looked at side by side
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "\n".join(repr(slide) for slide in self) or "<no slides>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        from prezent_widgets.client.sheet import slides_html

        return {"text/plain": repr(self), "text/html": slides_html(self)}


class Deck:
    """A .pptx in memory with its quality report. ``len(deck)``, ``deck[3]``, ``deck[-1]`` and slices give slides.

    In a notebook it shows itself as a contact sheet.

    Args:
        data: the bytes of the .pptx.
        report: what was checked when it was made.
        name: its file name.

    Raises:
        PackageError: the bytes are not a presentation.

    Example::

        deck = Deck.open("q3.pptx")
        deck.save("copy.pptx")
    """

    def __init__(self, data: bytes, *, report: DeckReport | Mapping[str, Any] | None = None, name: str = "") -> None:
        self.data = data
        self.report = report if isinstance(report, DeckReport) else DeckReport(report)
        self.name = name if name.lower().endswith(_SUFFIX) else f"{name or 'deck'}{_SUFFIX}"

    @classmethod
    def open(cls, path: str | Path) -> Deck:
        """The deck in a file.

        Raises:
            SourceError: there is no such file, or it cannot be read.
            PackageError: it is not a presentation.
        """
        from prezent_widgets.client.attachments import read_path

        name, data = read_path(path)
        deck = cls(data, name=name)
        if not name.lower().endswith((_SUFFIX, ".potx", ".pptm")):
            raise SourceError(name, "this is not a PowerPoint file.", hint="Give a .pptx file.")
        len(deck)
        return deck

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """(title, notes) of each slide."""
        from prezent_widgets.client.outline import read_texts

        return read_texts(self.data)

    @cached_property
    def rendered(self) -> RenderDeck:
        """The deck opened by the renderer."""
        from prezent_widgets.render import open_deck

        return open_deck(self.data)

    @property
    def titles(self) -> tuple[str, ...]:
        """The slides' titles."""
        return tuple(title for title, _ in self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Slide]:
        return iter(self[:])

    @overload
    def __getitem__(self, index: int) -> Slide: ...
    @overload
    def __getitem__(self, index: slice) -> Slides: ...
    def __getitem__(self, index: int | slice) -> Slide | Slides:
        if isinstance(index, slice):
            return Slides(self._slides[index])
        if not -len(self) <= index < len(self):
            raise IndexError(f"The deck has {len(self)} slides, numbered from 0: there is no deck[{index}].")
        return self._slides[index]

    @cached_property
    def _slides(self) -> tuple[Slide, ...]:
        return tuple(Slide(self, index) for index in range(len(self)))

    def __repr__(self) -> str:
        score = f", quality {self.report.score}" if self.report.score is not None else ""
        return f"<Deck {self.name!r}: {len(self)} slides{score}>"

    def save(self, path: str | Path) -> Path:
        """Write the deck; answer the absolute path. An existing file is replaced in one step.

        A folder takes the deck under its own name; a name without a suffix gets ``.pptx``.

        Raises:
            OutputError: it cannot be written there. Nothing is half-written.
        """
        target = Path(path).expanduser()
        if target.is_dir():
            target /= self.name
        elif not target.suffix:
            target = target.with_name(target.name + _SUFFIX)
        return save_atomically(target, self.data)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        from prezent_widgets.client.sheet import contact_sheet, outline

        return {"text/plain": outline(self), "text/html": contact_sheet(self)}


__all__ = ["Deck", "Slide", "Slides"]
