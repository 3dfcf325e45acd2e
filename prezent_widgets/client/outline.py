"""Titles and notes of a deck, read without changing it."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile

from prezent_widgets.errors import PackageError


def read_texts(data: bytes) -> tuple[tuple[str, str], ...]:
    """(title, notes) of each slide in order; empty text where there is none.

    Raises:
        PackageError: the bytes are not a presentation.
    """
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    try:
        slides = list(Presentation(BytesIO(data)).slides)
    except (BadZipFile, KeyError, ValueError, SyntaxError, PythonPptxError) as error:
        raise PackageError("This is not a PowerPoint file.", hint="Give the bytes of a .pptx.") from error
    texts: list[tuple[str, str]] = []
    for slide in slides:
        title = slide.shapes.title
        frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
        # A vertical tab is python-pptx's line break inside a paragraph.
        words = " ".join(title.text_frame.text.replace("\v", " ").split()) if title is not None else ""
        texts.append((words, frame.text if frame is not None else ""))
    return tuple(texts)


__all__ = ["read_texts"]
