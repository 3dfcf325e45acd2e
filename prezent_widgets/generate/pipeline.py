"""The stages in order, each from values to values, so that a durable job can stop after any of them and go on later.

::

    files ──read──▶ sources ──plan──▶ story ──design──▶ designs ──build──▶ .pptx ──review──▶ report

Nothing here reads a clock, a file or the network: the same arguments give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prezent_widgets.audiences import Audience, find_audience
from prezent_widgets.errors import InputError
from prezent_widgets.generate.build import build_deck
from prezent_widgets.generate.fit import fit
from prezent_widgets.generate.layouts import Design, choose_layouts
from prezent_widgets.generate.model import Brief, Report, Settings, Story
from prezent_widgets.generate.review import review_deck
from prezent_widgets.generate.story import plan_story
from prezent_widgets.sources import Source, read_source
from prezent_widgets.themes import build_template, find_theme


def read_sources(files: Sequence[tuple[str, bytes]]) -> tuple[Source, ...]:
    """Each ``(file name, bytes)`` read into tables and passages; SourceError names the file that cannot be."""
    return tuple(read_source(name, data) for name, data in files)


def plan(prompt: str, *, audience: str, sources: Sequence[Source] = (), settings: Settings | None = None) -> Story:
    """What the deck will say, as slide specs over facts.

    Raises:
        InputError: the prompt is blank.
        UnknownNameError: no audience of that id, name or alias.
    """
    if not prompt.strip():
        raise InputError("The prompt is empty.", hint="Say in a sentence what the deck should show.", field="prompt")
    brief = Brief(prompt, find_audience(audience), tuple(sources), settings or Settings())
    return plan_story(brief)


def design(story: Story, *, template: bytes, audience: Audience) -> tuple[Design, ...]:
    """A layout of the template for every slide, and content that fits it at the audience's smallest size."""
    return fit(choose_layouts(story, template=template, audience=audience), audience=audience)


@dataclass(frozen=True, slots=True)
class Generated:
    """A finished deck: the .pptx, what it says, and what was checked."""

    data: bytes
    story: Story
    report: Report


def generate(
    prompt: str,
    *,
    audience: str = "executive",
    theme: str = "harbor",
    files: Sequence[tuple[str, bytes]] = (),
    settings: Settings | None = None,
) -> Generated:
    r"""All stages at once, in this process; the server runs the same functions as steps of a durable job.

    Example:
        >>> csv = b"month,visits\\n2025-01,120\\n2025-02,150\\n2025-03,180\\n"
        >>> generate("How did visits develop?", files=[("visits.csv", csv)]).data[:2]
        b'PK'
    """
    wanted = settings or Settings()
    reader = find_audience(audience)
    template = build_template(find_theme(theme))
    story = plan(prompt, audience=reader.id, sources=read_sources(files), settings=wanted)
    data = build_deck(
        design(story, template=template, audience=reader), template=template, story=story, settings=wanted
    )
    return Generated(data, story, review_deck(data, story=story, audience=reader))


__all__ = ["Generated", "design", "generate", "plan", "read_sources"]
