"""Following a job: its events become the traits and pictures that the page shows."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from typing import Any

import traitlets

from prezent_widgets.client.events import Failed, Progress, SlideReady, Snapshot
from prezent_widgets.errors import JobFailedError, PrezentError
from prezent_widgets.widgets._base import Buffers, Component, Pictures, as_svg, in_words
from prezent_widgets.widgets._transfers import Outgoing

STAGES: tuple[tuple[str, str], ...] = (
    ("reading", "Read the sources"),
    ("planning", "Plan the story"),
    ("designing", "Choose layouts"),
    ("building", "Write the slides"),
    ("rendering", "Draw the slides"),
    ("checking", "Check the deck"),
)
"""The stages of a generation (contract/events.py) in words; stages of another server are shown by their own names."""

BUSY = frozenset({"starting", "running", "cancelling"})


def job_state(status: str = "idle", **more: Any) -> dict[str, Any]:
    """The ``progress`` trait: how the job stands."""
    stages = [{"id": name, "label": label} for name, label in STAGES]
    return {
        "status": status,
        "stage": "",
        "stages": stages,
        "percentage": 0,
        "message": "",
        "hint": "",
        "started": None,
        "ended": None,
        **more,
    }


def deck_card(deck: Any) -> dict[str, Any]:
    """What the page says about a finished deck: its size and its quality report, not its bytes."""
    report = deck.report
    findings = [{"severity": each.severity, "message": each.message, "slide": each.slide} for each in report.findings]
    return {
        "name": deck.name,
        "title": next((title for title in deck.titles[:1] if title), ""),
        "size": len(deck.data),
        "slides": len(deck),
        "score": report.score,
        "figures": len(report.facts),
        "checks": len(report.checks),
        "findings": findings,
        "unanswered": list(report.unanswered),
    }


class JobView(Component):
    """What all components with a job or a deck in them share: progress, slides, pictures, the download.

    Traits (synced): ``progress`` (see :func:`job_state`), ``slides`` (index, title, notes, key of its picture),
    ``result`` (see :func:`deck_card`; empty before there is a deck).
    """

    progress = traitlets.Dict().tag(sync=True)
    slides = traitlets.List().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(progress=job_state(), **traits)
        self._pictures = Pictures(self.send)
        self._outgoing = Outgoing(self.send)
        self._deck: Any = None
        self._current: Any = None

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self.progress["status"] in BUSY

    def _on_ready(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        self._pictures.again()

    def _on_download(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        if self._deck is not None:
            self._spawn(self._outgoing.send_file(self._deck.name, self._deck.data))

    def _on_chunk_ack(self, message: dict[str, Any], _buffers: Buffers) -> None:
        self._outgoing.acknowledged(message)

    def _say(self, **changes: Any) -> None:
        """Change parts of ``progress``: a new dictionary, for one changed in place is not sent."""
        self.progress = {**self.progress, **changes}

    async def _follow(self, client: Any, job: Any) -> Any:
        """Show a job until it ends, and give its deck.

        Raises:
            JobFailedError: the job failed or was cancelled.
            PrezentError: the job could not be followed to its end.
        """
        self._current = job
        self._say(status="running", started=self.progress["started"] or time.time())
        drawing: set[asyncio.Task[None]] = set()
        try:
            async with aclosing(job.events()) as events:
                async for event in events:
                    drawing |= self._happened(client, job, event)
            # A picture that could not be fetched is drawn from the deck instead: its failure needs no telling.
            await asyncio.gather(*drawing, return_exceptions=True)
            deck = await job.result()
        finally:
            for task in drawing:
                task.cancel()
        await self._present(deck, prefix=job.callback_id)
        return deck

    def _happened(self, client: Any, job: Any, event: Any) -> set[asyncio.Task[None]]:
        """Show one event; what is being drawn because of it."""
        match event:
            case Snapshot(status="failed"):  # its percentage says that it ended, not how far it came
                self._reached(event.stage, 0)
            case Snapshot() | Progress():
                self._reached(event.stage, event.percentage)
            case SlideReady():
                return {self._drawn(client, job, event)}
            case Failed():
                raise JobFailedError(event.message, callback_id=job.callback_id, hint=event.hint)
            case _:  # Completed comes last; anything newer than this widget is not for it
                return set()
        return set()

    def _reached(self, stage: str, percentage: int) -> None:
        known = self.progress["stages"]
        if stage and stage != "done" and stage not in [each["id"] for each in known]:
            known = [*known, {"id": stage, "label": stage.replace("_", " ").capitalize()}]
        current = self.progress["stage"]
        self._say(
            stage=stage if stage and stage != "done" else current,
            stages=known,
            percentage=max(percentage, self.progress["percentage"]),
        )

    def _drawn(self, client: Any, job: Any, slide: SlideReady) -> asyncio.Task[None]:
        """Put a slide in its place, and fetch its picture meanwhile."""
        key = f"{job.callback_id}-{slide.index}"
        entry = {"index": slide.index, "title": slide.title, "notes": "", "key": key}
        others = [each for each in self.slides if each["index"] != slide.index]
        self.slides = sorted([*others, entry], key=lambda each: each["index"])
        return asyncio.create_task(self._fetched(client, key, slide.thumbnail))

    async def _fetched(self, client: Any, key: str, address: str) -> None:
        if address and key not in self._pictures:
            self._pictures.show(key, as_svg(await client.fetch(address)))

    async def _present(self, deck: Any, *, prefix: str) -> None:
        """Show a finished deck: titles and notes at once, then each picture that has not been sent yet."""
        titles = await asyncio.to_thread(lambda: [(slide.title, slide.notes) for slide in _each(deck)])
        entries = [
            {"index": index, "title": title, "notes": notes, "key": f"{prefix}-{index}"}
            for index, (title, notes) in enumerate(titles)
        ]
        self._pictures.keep_only(entry["key"] for entry in entries)
        self._deck, self.slides, self.result = deck, entries, deck_card(deck)
        for entry in entries:
            if entry["key"] in self._pictures:
                continue
            try:
                self._pictures.show(entry["key"], await asyncio.to_thread(_svg, deck, entry["index"]))
            except PrezentError as error:  # the slide is in the deck all the same
                self._pictures.fail(entry["key"], in_words(error))

    async def _stop(self) -> None:
        """Cancel the job under way."""
        if self._current is None or not self.busy:
            return
        self._say(status="cancelling")
        await self._current.cancel()


def _each(deck: Any) -> list[Any]:
    return [deck[index] for index in range(len(deck))]


def _svg(deck: Any, index: int) -> str:
    return deck[index].svg


__all__ = ["BUSY", "STAGES", "JobView", "deck_card", "job_state"]
