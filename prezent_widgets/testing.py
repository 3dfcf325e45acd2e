"""Doubles for tests of code that uses prezent_widgets: a clock that does not wait, small real decks.

Example:
    >>> from prezent_widgets.client import Deck
    >>> len(Deck(build_deck(["Hello", "World"])))
    2
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from io import BytesIO


class FakeClock:
    """A clock whose time passes only by sleeping, which takes no time. ``sleeps`` are the seconds asked for.

    Example:
        >>> import asyncio
        >>> clock = FakeClock()
        >>> asyncio.run(clock.sleep(30))
        >>> clock.now(), clock.sleeps
        (30.0, [30])
    """

    def __init__(self, *, wall: float = 1_790_000_000.0) -> None:
        self.sleeps: list[float] = []
        self._wall = wall
        self._now = 0.0

    def now(self) -> float:
        """Seconds slept so far."""
        return self._now

    def wall(self) -> float:
        """Unix time: the start given plus the seconds slept."""
        return self._wall + self._now

    async def sleep(self, seconds: float) -> None:
        """Let ``seconds`` pass at once; other tasks get a turn."""
        self.sleeps.append(seconds)
        self._now += seconds
        await asyncio.sleep(0)


def build_deck(titles: Sequence[str] = ("First", "Second", "Third"), *, notes: Sequence[str] = ()) -> bytes:
    """A real .pptx with one titled slide a title; ``notes`` are the speaker notes of the first slides."""
    from pptx import Presentation

    deck = Presentation()
    layout = deck.slide_layouts[5]
    for index, title in enumerate(titles):
        slide = deck.slides.add_slide(layout)
        if slide.shapes.title is not None:
            slide.shapes.title.text = title
        if index < len(notes) and (frame := slide.notes_slide.notes_text_frame) is not None:
            frame.text = notes[index]
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


__all__ = ["FakeClock", "build_deck"]
