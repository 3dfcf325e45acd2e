"""The client: one object from which everything the API can do is reached."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from prezent_widgets.client.attachments import read_sources
from prezent_widgets.client.briefs import (
    Cite,
    SlideCount,
    checked_prompt,
    checked_settings,
    find_named,
    request_for,
)
from prezent_widgets.client.clock import Clock
from prezent_widgets.client.core import DEFAULT_TIMEOUT_SECONDS, Core
from prezent_widgets.client.deck import Deck
from prezent_widgets.client.jobs import Job, OnEvent
from prezent_widgets.client.resources.audiences import Audiences
from prezent_widgets.client.resources.autogenerations import Autogenerations
from prezent_widgets.client.resources.health import Health
from prezent_widgets.client.resources.themes import Themes
from prezent_widgets.client.resources.uploads import Uploads
from prezent_widgets.client.retry import RetryPolicy
from prezent_widgets.client.uploads import OnUpload, Uploader
from prezent_widgets.contract.health import HealthCategory, HealthResponse

if TYPE_CHECKING:
    import httpx

HOSTED_URL = "https://api.prezent.ai"


class Client:
    """A connection to the Prezent Platform API, hosted or our own.

    One client serves one event loop, any number of tasks at a time.

    Args:
        base_url: where the API is.
        api_key: your key; never shown in messages, logs or representations.
        transport: an httpx transport instead of the network.
        clock: what waiting goes through (tests give one that does not wait).
        retry: when and how often a request is repeated.
        timeout: seconds to wait for the API to say something.
        chance: the source of the jitter in the pauses.
        reads: the file endings this API can read (``".csv"`` …): others are refused before anything is sent. None
            where only the API knows.

    Example::

        async with Client("https://api.prezent.ai", api_key) as client:
            deck = await client.generate("Q3 review", sources=["sales.csv"], audience="executive")
            deck.save("q3.pptx")
    """

    def __init__(
        self,
        base_url: str = HOSTED_URL,
        api_key: str | None = None,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Clock | None = None,
        retry: RetryPolicy | None = None,
        timeout: float = DEFAULT_TIMEOUT_SECONDS,
        chance: random.Random | None = None,
        reads: Sequence[str] | None = None,
    ) -> None:
        self.reads = tuple(reads) if reads is not None else None
        self._core = Core(
            base_url, api_key, transport=transport, clock=clock, retry=retry, timeout=timeout, chance=chance
        )
        self.themes = Themes(self._core)
        self.audiences = Audiences(self._core)
        self.files = Uploads(self._core)
        self.autogenerations = Autogenerations(self._core)
        self._health = Health(self._core)

    def __repr__(self) -> str:
        return f"<Client of {self.base_url}>"

    @property
    def base_url(self) -> str:
        """Where the API is."""
        return str(self._core.base_url)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections; the client cannot be used afterwards."""
        await self._core.aclose()

    async def health(self, category: HealthCategory | None = None) -> HealthResponse:
        """Whether the API answers; with a category, how its services are."""
        return await self._health.check(category)

    async def fetch(self, url: str) -> bytes:
        """What is behind a signed URL of the API, a thumbnail say."""
        return await self._core.fetch(url)

    def job(self, callback_id: str) -> Job:
        """A job that was started before, by its id."""
        return Job(self._core, self.autogenerations, callback_id)

    async def start(
        self,
        prompt: str,
        *,
        sources: object = (),
        audience: str | None = None,
        theme: str | None = None,
        speaker_notes: bool = False,
        cite: Cite | None = None,
        slides: SlideCount | None = None,
        settings: Mapping[str, Any] | None = None,
        on_upload: OnUpload | None = None,
        idempotency_key: str | None = None,
    ) -> Job:
        """Send the sources and start a generation.

        Args:
            prompt: what the deck is about.
            sources: files to draw on: paths, (name, bytes), open files, dataframes of any library.
            audience: id or name of who it is for.
            theme: id, name or code of the brand theme.
            speaker_notes: write what to say into the notes.
            cite: where the origin of figures is shown: ``"footer"``, ``"notes"`` or ``"both"``.
            slides: how many slides: a number, or (fewest, most).
            settings: further settings in the API's own words.
            on_upload: told how much of each source has been sent.
            idempotency_key: the same key and request within 24 hours give the same job.

        Raises:
            InputError: the prompt is empty (``field`` is ``"prompt"``), or another value cannot be used.
            SourceError: a source is missing, empty or unusable.
            UnknownNameError: there is no such theme or audience.
            ApiError: the API refused.
            TransportError: the API could not be reached.
        """
        text = checked_prompt(prompt)
        chosen = checked_settings(speaker_notes=speaker_notes, cite=cite, slides=slides, more=settings)
        attachments = read_sources(sources, reads=self.reads)
        theme_id = find_named("theme", theme, await self.themes.list()).id if theme else None
        audience_id = find_named("audience", audience, await self.audiences.list()).id if audience else None
        files = await Uploader(self.files, on_progress=on_upload).send_all(attachments)
        request = request_for(text, files=files, audience=audience_id, theme=theme_id, settings=chosen)
        started = await self.autogenerations.create(request, idempotency_key=idempotency_key)
        return self.job(started.callback_id)

    async def generate(
        self,
        prompt: str,
        *,
        sources: object = (),
        audience: str | None = None,
        theme: str | None = None,
        speaker_notes: bool = False,
        cite: Cite | None = None,
        slides: SlideCount | None = None,
        settings: Mapping[str, Any] | None = None,
        on_upload: OnUpload | None = None,
        on_event: OnEvent | None = None,
        timeout: float | None = None,
        idempotency_key: str | None = None,
    ) -> Deck:
        """Make a deck and wait for it. The arguments are those of :meth:`start` and of :meth:`Job.result`."""
        job = await self.start(
            prompt,
            sources=sources,
            audience=audience,
            theme=theme,
            speaker_notes=speaker_notes,
            cite=cite,
            slides=slides,
            settings=settings,
            on_upload=on_upload,
            idempotency_key=idempotency_key,
        )
        return await job.result(on_event=on_event, timeout=timeout)


__all__ = ["HOSTED_URL", "Client"]
