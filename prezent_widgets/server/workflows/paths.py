"""Where everything of a job lies in the file store: one path an object, so a step that runs twice overwrites it."""

from __future__ import annotations


def sources(callback_id: str) -> str:
    """The sources as read."""
    return f"jobs/{callback_id}/sources.pickle"


def story(callback_id: str) -> str:
    """The planned story."""
    return f"jobs/{callback_id}/story.pickle"


def designs(callback_id: str) -> str:
    """The slides with their layouts."""
    return f"jobs/{callback_id}/designs.pickle"


def deck(callback_id: str) -> str:
    """The finished .pptx."""
    return f"jobs/{callback_id}/deck.pptx"


def picture(callback_id: str, index: int) -> str:
    """Slide ``index`` (zero-based) as SVG."""
    return f"jobs/{callback_id}/slides/{index:03d}.svg"


def outcome(callback_id: str) -> str:
    """How the job ended, as JSON; there once it has."""
    return f"jobs/{callback_id}/outcome.json"


def text(callback_id: str, index: int) -> str:
    """A text that came with the request, kept as a source file."""
    return f"jobs/{callback_id}/texts/{index:03d}.md"


__all__ = ["deck", "designs", "outcome", "picture", "sources", "story", "text"]
