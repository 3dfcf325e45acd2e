from __future__ import annotations

from io import BytesIO

from pptx import Presentation

from prezent_widgets.deck.package import problems
from prezent_widgets.testing import FakeClock, build_deck


async def test_time_passes_only_by_sleeping() -> None:
    clock = FakeClock(wall=100)
    await clock.sleep(30)
    await clock.sleep(0.5)
    assert (clock.now(), clock.wall(), clock.sleeps) == (30.5, 130.5, [30, 0.5])


def test_decks_are_whole() -> None:
    data = build_deck(["A", "B"], notes=["Say A."])
    assert problems(data) == ()
    slides = Presentation(BytesIO(data)).slides
    assert [slide.shapes.title.text for slide in slides] == ["A", "B"]
    assert slides[0].notes_slide.notes_text_frame.text == "Say A."
