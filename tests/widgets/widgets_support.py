"""A client without a server, and the page's side of a widget's messages."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from types import SimpleNamespace
from typing import Any

from prezent_widgets.audiences import AUDIENCES
from prezent_widgets.client.events import Completed, Failed, Progress, SlideReady, Snapshot
from prezent_widgets.client.report import DeckReport
from prezent_widgets.errors import JobFailedError
from prezent_widgets.sources import SUPPORTED
from prezent_widgets.themes import THEMES

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect width="160" height="90"/></svg>'


def from_page(widget: Any, content: dict[str, Any], *buffers: bytes) -> None:
    """What arrives when the page sends a message."""
    data = {"method": "custom", "content": content}
    widget._handle_msg({"content": {"data": data}, "buffers": [memoryview(each) for each in buffers]})


def state_from_page(widget: Any, **state: Any) -> None:
    """What arrives when the page changes traits."""
    widget._handle_msg({"content": {"data": {"method": "update", "state": state, "buffer_paths": []}}, "buffers": []})


def sent_by(widget: Any) -> list[dict[str, Any]]:
    """From now on, collects what the widget sends to the page."""
    sent: list[dict[str, Any]] = []

    def send(content: dict[str, Any], buffers: Any = None) -> None:
        sent.append({**content, **({"buffers": buffers} if buffers else {})})

    widget.send = send
    return sent


class Listed:
    """``client.themes`` or ``client.audiences``; with ``error``, one that fails."""

    def __init__(self, items: Iterable[Any], error: Exception | None = None) -> None:
        self.items = tuple(items)
        self.error = error

    async def list(self) -> tuple[Any, ...]:
        if self.error is not None:
            raise self.error
        return self.items


def theme_item(theme: Any) -> dict[str, Any]:
    fonts = {"heading": theme.fonts.heading, "body": theme.fonts.body}
    palette = dict(theme.palette.as_dict())
    return {
        "id": theme.id, "name": theme.name, "code": theme.code, "description": theme.description,
        "palette": palette, "fonts": fonts, "thumbnail": f"http://test/{theme.id}.svg",
    }  # fmt: skip


class FakeDeck:
    """A finished deck of so many slides."""

    def __init__(self, slides: int = 3, name: str = "deck.pptx", data: bytes = b"PK" + b"x" * 2_500_000) -> None:
        self.data = data
        self.name = name
        self.report = DeckReport({"score": 91, "checks": ["titles"], "facts": [{}, {}], "findings": []})
        self.slides = [SimpleNamespace(title=f"Slide {n + 1}", notes=f"Say {n + 1}", svg=SVG) for n in range(slides)]

    def __len__(self) -> int:
        return len(self.slides)

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(slide.title for slide in self.slides)

    def __getitem__(self, index: int) -> Any:
        return self.slides[index]

    def save(self, path: Any) -> Any:
        from pathlib import Path

        Path(path).write_bytes(self.data)
        return Path(path)


def story(slides: int = 3) -> list[Any]:
    """The events of a job that goes well."""
    stages = ["reading", "planning", "designing", "building", "rendering"]
    steps = [Progress(stage, 10 * (place + 1)) for place, stage in enumerate(stages)]
    shown = [SlideReady(n, f"s{n}", f"Slide {n + 1}", f"http://test/s{n}.svg") for n in range(slides)]
    return [
        Snapshot("in_progress", "reading", 0),
        *steps,
        *shown,
        Progress("checking", 90),
        Completed("deck.pptx", slides),
    ]


class FakeJob:
    """Yields ``events``; waits for ``gate`` (an asyncio.Event) before the last one, when it has one."""

    def __init__(self, events: list[Any] | None = None, *, deck: FakeDeck | None = None, gate: Any = None) -> None:
        self.callback_id = "job-1"
        self.list = story() if events is None else events
        self.deck = deck or FakeDeck()
        self.gate = gate
        self.cancelled = False
        self.took: tuple[float | None, float | None] = (None, None)

    async def events(self) -> AsyncGenerator[Any, None]:
        for place, event in enumerate(self.list):
            if self.gate is not None and place == len(self.list) - 1:
                await self.gate.wait()
            if self.cancelled:
                yield Failed("The job was cancelled.")
                return
            yield event

    async def times(self) -> tuple[float | None, float | None]:
        return self.took

    async def fetch(self, url: str) -> bytes:
        return await FakeClient().fetch(url)

    async def result(self) -> FakeDeck:
        last = self.list[-1]
        if isinstance(last, Failed) or self.cancelled:
            raise JobFailedError(getattr(last, "message", "cancelled"), callback_id=self.callback_id)
        return self.deck

    async def cancel(self) -> bool:
        self.cancelled = True
        if self.gate is not None:
            self.gate.set()
        return True


class FakeClient:
    """Knows our audiences and themes, and starts the job it was given."""

    reads = SUPPORTED

    def __init__(self, job: FakeJob | None = None) -> None:
        self.audiences = Listed(AUDIENCES)
        self.themes = Listed(theme_item(theme) for theme in THEMES)
        self.next_job = job or FakeJob()
        self.refusal: Exception | None = None
        self.started: list[dict[str, Any]] = []

    async def fetch(self, url: str) -> bytes:
        return SVG.replace("<rect", f"<title>{url}</title><rect").encode()

    async def start(self, prompt: str, **given: Any) -> FakeJob:
        self.started.append({"prompt": prompt, **given})
        if self.refusal is not None:
            raise self.refusal
        return self.next_job
