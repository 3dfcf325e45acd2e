"""Decks made in memory for reading tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from pptx import Presentation as Writer
from pptx.util import Inches

from prezent_widgets.ooxml.presentation import Page, Presentation


def saved(writer: object) -> bytes:
    buffer = io.BytesIO()
    writer.save(buffer)  # type: ignore[attr-defined]
    data = buffer.getvalue()
    Writer(io.BytesIO(data))
    return data


@pytest.fixture(scope="session")
def deck_bytes() -> bytes:
    """Two slides: a title with bullets and notes and a styled shape; a hidden blank one."""
    writer = Writer()
    slide = writer.slides.add_slide(writer.slide_layouts[1])
    slide.shapes.title.text = "Sales rose by a fifth"
    slide.placeholders[1].text = "First\nSecond"
    slide.notes_slide.notes_text_frame.text = "Say it slowly.\nThen stop."
    slide.shapes.add_shape(1, Inches(1), Inches(2), Inches(3), Inches(1)).text = "Box"
    slide.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "Free"
    hidden = writer.slides.add_slide(writer.slide_layouts[6])
    hidden._element.set("show", "0")
    return saved(writer)


@pytest.fixture
def deck(deck_bytes: bytes) -> Presentation:
    return Presentation.open(deck_bytes)


@pytest.fixture
def slide(deck: Presentation) -> Page:
    return deck.slides[0]


@pytest.fixture(scope="session")
def rewritten() -> Callable[[bytes, dict[str, Callable[[bytes], bytes]]], bytes]:
    """Return a deck with parts passed through functions; a part mapped to None-like b"" is left out."""

    def change(data: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
            for name in source.namelist():
                content = changes[name](source.read(name)) if name in changes else source.read(name)
                if content:
                    target.writestr(name, content)
        return buffer.getvalue()

    return change
