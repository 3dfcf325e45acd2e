"""``prezent generate``: from a prompt and files to a .pptx."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from prezent_widgets.cli.files import check_output
from prezent_widgets.cli.progress import Meter
from prezent_widgets.cli.report import emit, emit_json, say
from prezent_widgets.errors import InputError, PrezentError

if TYPE_CHECKING:
    from prezent_widgets.client import Deck, Job

Cite = Literal["footer", "notes", "both"]
CITES = ("footer", "notes", "both")
MOST_SLIDES = 100
CHECKED_BYTES = 20 * 2**20


@dataclass(frozen=True, slots=True)
class Order:
    """What was typed. ``slides`` is a number or a range, as text."""

    prompt: str
    output: Path
    sources: tuple[str, ...] = ()
    audience: str | None = None
    theme: str | None = None
    speaker_notes: bool = False
    cite: str | None = None
    slides: str | None = None


def generate_deck(order: Order, *, as_json: bool) -> None:
    """Make the deck and write it; everything that can be checked beforehand is checked before any work.

    Raises:
        InputError: an empty prompt, an unusable source, an unknown name, a place that cannot be written.
        JobFailedError: the job ended in failure.
        KeyboardInterrupt: Ctrl-C; the job has been cancelled.
    """
    if not order.prompt.strip():
        raise InputError("The prompt is empty.", hint="Say in a sentence what the deck is about.", field="prompt")
    check_output(order.output, (".pptx",))
    cite, slides = parse_cite(order.cite), parse_slides(order.slides)
    check_sources(order.sources)
    asyncio.run(_generate(order, cite, slides, as_json))


def check_sources(paths: Sequence[str]) -> None:
    """Read each file here first: one that is not what its name says is refused at once, and not by a failed job.

    Kinds that only a hosted service reads, and large files, are left to the job.

    Raises:
        SourceError: one is missing, empty, or not what its name says.
    """
    from prezent_widgets.client.attachments import read_path
    from prezent_widgets.sources import SUPPORTED, read_source

    for path in paths:
        name, data = read_path(path)
        if Path(name).suffix.lower() in SUPPORTED and len(data) <= CHECKED_BYTES:
            read_source(name, data)


def parse_cite(text: str | None) -> Cite | None:
    """``footer``, ``notes``, ``both`` or None.

    Raises:
        InputError: anything else.
    """
    if text is None or text in CITES:
        return cast("Cite | None", text)
    raise InputError(f"--cite cannot be {text!r}.", hint="Choose footer, notes or both.", field="cite")


def parse_slides(text: str | None) -> tuple[int, int] | None:
    """``8`` is (8, 8); ``8-12`` is (8, 12).

    Raises:
        InputError: neither, or the numbers make no sense.

    Example:
        >>> parse_slides("8-12")
        (8, 12)
    """
    if text is None:
        return None
    match = re.fullmatch(r"\s*(\d+)\s*(?:[-–]\s*(\d+))?\s*", text)
    low = int(match[1]) if match else 0
    high = int(match[2] or match[1]) if match else 0
    if not 1 <= low <= high <= MOST_SLIDES:
        hint = f"Give a number such as 8 or a range such as 8-12, from 1 to {MOST_SLIDES}."
        raise InputError(f"--slides cannot be {text!r}.", hint=hint, field="slides")
    return low, high


async def _generate(order: Order, cite: Cite | None, slides: tuple[int, int] | None, as_json: bool) -> None:
    from prezent_widgets import connect

    async with connect() as client:
        job = await client.start(
            order.prompt,
            sources=order.sources,
            audience=order.audience,
            theme=order.theme,
            speaker_notes=order.speaker_notes,
            cite=cite,
            slides=slides,
        )
        deck = await _follow(job)
        path = deck.save(order.output)
        if as_json:
            emit_json(_summary(path, job, deck))
        else:
            emit(str(path))


async def _follow(job: Job) -> Deck:
    """Show the job's events until it ends. Ctrl-C arrives here as a cancellation: the job is told, then it goes on."""
    try:
        with Meter() as meter:
            async for event in job.events():
                meter.show(event)
        return await job.result()
    except asyncio.CancelledError:
        say("Cancelling the job …")
        try:
            await job.cancel()
        except PrezentError as error:
            say(str(error))
        raise


def _summary(path: Path, job: Job, deck: Deck) -> dict[str, Any]:
    return {
        "path": str(path),
        "callback_id": job.callback_id,
        "slides": list(deck.titles),
        "report": deck.report.to_dict(),
    }


__all__ = ["Cite", "Order", "check_sources", "generate_deck", "parse_cite", "parse_slides"]
