"""Speaker notes, on a notes page made from the template's own notes master."""

from __future__ import annotations

from prezent_widgets.deck.office import Slide


def write_notes(slide: Slide, paragraphs: list[str]) -> None:
    """Write speaker notes, one paragraph each; nothing is made for no paragraphs."""
    kept = [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]
    if not kept:
        return
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    frame.text = "\n".join(kept)


__all__ = ["write_notes"]
