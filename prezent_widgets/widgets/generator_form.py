"""The form that asks for a deck, and below it the deck being made."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import traitlets

from prezent_widgets.contract.uploads import ENDINGS
from prezent_widgets.errors import InputError, JobFailedError, PrezentError
from prezent_widgets.widgets._base import Buffers, bundle, in_words, refuse_unknown
from prezent_widgets.widgets._choices import Choices
from prezent_widgets.widgets._following import JobView, job_state
from prezent_widgets.widgets._given import Sources, checked_upload
from prezent_widgets.widgets._transfers import UPLOAD_LIMIT_BYTES, Incoming
from prezent_widgets.widgets.when_done import WhenDone, saving

EXAMPLES: tuple[str, ...] = (
    "Review the last quarter: what changed, why, and what to decide",
    "Explain the results to people who were not part of the project",
    "Make the case for the next step, with its cost and its risks",
)
_FIELDS = frozenset({"audience", "prompt", "slides", "sources", "theme"})
_ARGUMENTS = ("audience", "client", "examples", "layout", "prompt", "sources", "theme")


class GeneratorForm(JobView):
    """Ask for a deck and watch it being made.

    Args:
        client: who makes it.
        audience: an :class:`AudiencePicker` (or any widget with a ``value``) to follow, or a name; with a name or
            nothing the form has a choice of its own.
        theme: a :class:`ThemeGallery` to follow, or a name, likewise.
        sources: paths, dataframes, ``(name, bytes)``, ``(name, dataframe)``, open files, or a dictionary by name.
        prompt: what the deck is about, to begin with.
        examples: prompts offered for an empty text box; our own when not given.
        layout: ipywidgets' own.

    Raises:
        TypeError: an unknown argument, or a source of a kind that cannot be one.

    Example::

        form = pw.GeneratorForm(client, audience=picker, theme="Harbor", sources=["sales.csv"])
        form
        form.save_to("q3.pptx")          # in the last cell: saves as soon as the deck is there
        deck = await form.deck()         # or wait for it
    """

    _esm = bundle("generator_form")

    prompt = traitlets.Unicode().tag(sync=True)
    examples = traitlets.List(traitlets.Unicode()).tag(sync=True)
    audiences = traitlets.List().tag(sync=True)
    audience = traitlets.Unicode().tag(sync=True)
    audience_linked = traitlets.Bool(False).tag(sync=True)
    themes = traitlets.List().tag(sync=True)
    theme = traitlets.Unicode().tag(sync=True)
    theme_linked = traitlets.Bool(False).tag(sync=True)
    sources = traitlets.List().tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    errors = traitlets.Dict().tag(sync=True)
    accept = traitlets.List(traitlets.Unicode()).tag(sync=True)
    upload_limit = traitlets.Int(UPLOAD_LIMIT_BYTES).tag(sync=True)

    def __init__(
        self,
        client: Any,
        *,
        audience: Any = None,
        theme: Any = None,
        sources: Any = (),
        prompt: str = "",
        examples: Sequence[str] = EXAMPLES,
        layout: Any = None,
        **unknown: Any,
    ) -> None:
        refuse_unknown("GeneratorForm", unknown, _ARGUMENTS)
        self._given = Sources.of(sources)
        super().__init__(
            prompt=prompt,
            examples=list(examples),
            accept=list(client.reads or ENDINGS),
            sources=self._given.cards(),
            options={"speaker_notes": False, "cite_footer": False, "cite_notes": False, "slides": None},
            **({"layout": layout} if layout is not None else {}),
        )
        self._client = client
        self._incoming = Incoming()
        self._run: Future[Any] | None = None
        self._waiting: list[asyncio.Future[Any]] = []
        self._callbacks: list[Callable[[Any], Awaitable[None]]] = []
        self._choices = Choices(self, client, audience=audience, theme=theme)
        self._on_retry({}, [])

    # ------------------------------------------------------------------ for Python

    @property
    def job(self) -> Any:
        """The job under way or the last one; None before the first."""
        return self._current

    async def deck(self) -> Any:
        """The deck: of the job under way, else the one that is there, else of the next job.

        A cell that awaits this before *Generate* is pressed waits for the press. JupyterLab hands the press on while
        the cell waits, where it uses kernel subshells (4.6 does). Voilà shows the page only when all cells have run,
        and other notebooks hold messages back meanwhile: use :meth:`save_to` or :meth:`when_done` there.

        Raises:
            JobFailedError: the job failed or was cancelled.
            PrezentError: the API refused, or was lost.
        """
        if self._deck is not None and not self.busy:
            return self._deck
        waiting: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        try:
            return await waiting
        finally:
            if waiting in self._waiting:
                self._waiting.remove(waiting)

    def generate(self) -> None:
        """What the button *Generate* does. Watch it in the form, or await :meth:`deck`."""
        if not self.busy:
            self._say(status="starting")
            self._run = self._spawn(self._generate())

    def when_done(self, action: Callable[[Any], Any], *, waiting: str = "Waiting for the deck.") -> WhenDone:
        """Call ``action(deck)`` for the deck that is there and for each to come; shown as a line that says how it went.

        Never blocks the cell, so that it works in Voilà and with *Run all*. What ``action`` returns is shown;
        it may be an async function. A slow one runs in a thread.
        """
        line = WhenDone(action, waiting=waiting)
        self._callbacks.append(line.run)
        if self._deck is not None and not self.busy:
            self._spawn(line.run(self._deck))
        return line

    def save_to(self, path: str | Path) -> WhenDone:
        """Save the deck that is there, and each to come, under ``path``; shown as a line that says how it went."""
        return self.when_done(saving(path), waiting=f"The deck will be saved as {path} as soon as it is made.")

    # ------------------------------------------------------------------ from the page

    def _summary(self) -> str:
        return f"{self.progress['status']}, {len(self.sources)} sources, {len(self.slides)} slides"

    def _on_retry(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        try:
            self._spawn(self._choices.load())
        except RuntimeError as error:
            self.errors = {"form": str(error)}

    def _on_generate(self, message: dict[str, Any], _buffers: Buffers) -> None:
        # The values come with the message: trait updates are throttled, and could arrive after it.
        self.prompt = str(message.get("prompt", self.prompt))
        if isinstance(message.get("options"), Mapping):
            self.options = dict(message["options"])
        if not self.audience_linked and "audience" in message:
            self.audience = str(message["audience"])
        if not self.theme_linked and "theme" in message:
            self.theme = str(message["theme"])
        self.generate()

    def _on_cancel(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        self._spawn(self._cancel())

    def _on_remove(self, message: dict[str, Any], _buffers: Buffers) -> None:
        self._given.remove(str(message.get("id")))
        self._show_sources()

    def _on_upload(self, message: dict[str, Any], buffers: Buffers) -> None:
        answer: dict[str, Any] = {"kind": "upload_ack", "id": message["id"], "seq": message["seq"]}
        try:
            name = checked_upload(str(message["name"]), self.accept)
            whole = self._incoming.take({**message, "name": name}, buffers)
            if whole is not None:
                self._given.add(whole[0], whole)
                self._show_sources()
        except InputError as error:
            answer["problem"] = str(error)
        self.send(answer)

    def _show_sources(self) -> None:
        self.sources = self._given.cards()
        self.errors = {field: text for field, text in self.errors.items() if field != "sources"}

    # ------------------------------------------------------------------ the job

    async def _generate(self) -> None:
        self._given.found.clear()
        self.sources = self._given.cards()
        self.errors = self._wrong()
        if self.errors:
            self._say(status="idle")  # those who wait go on waiting: the form is still being filled in
            return
        before = self.slides, self.result
        self.slides, self.result = [], {}
        self.progress = job_state("starting", started=time.time())
        try:
            job = await self._started()
            deck = await self._follow(self._client, job)
        except asyncio.CancelledError:
            self._settle("cancelled", before)
            raise
        except Exception as error:
            self._failed(error, before)
            if not isinstance(error, PrezentError):
                raise
        else:
            self._say(status="done", percentage=100, ended=time.time())
            self._resolve(deck)
            await asyncio.gather(*(callback(deck) for callback in self._callbacks))

    def _wrong(self) -> dict[str, str]:
        """What can be seen to be wrong before anything is sent, all of it at once."""
        wrong = self._choices.unknown()
        if problem := self._given.unusable():
            wrong["sources"] = problem
        return wrong

    async def _started(self) -> Any:
        """Read the sources and start the job."""
        options = self.options
        sources = await asyncio.to_thread(self._given.read)
        cite = {(True, False): "footer", (False, True): "notes", (True, True): "both"}.get(
            (bool(options.get("cite_footer")), bool(options.get("cite_notes")))
        )
        slides = options.get("slides")
        return await self._client.start(
            self.prompt,
            sources=sources,
            audience=self.audience or None,
            theme=self.theme or None,
            speaker_notes=bool(options.get("speaker_notes")),
            cite=cite,
            slides=(int(slides[0]), int(slides[1])) if slides else None,
        )

    async def _cancel(self) -> None:
        if self.progress["status"] == "starting" and self._run is not None:
            self._run.cancel()  # nothing is under way there yet
            return
        try:
            await self._stop()
        except PrezentError as error:
            self._say(hint=in_words(error))

    def _failed(self, error: Exception, before: tuple[list[Any], dict[str, Any]]) -> None:
        """Say it beside the field that caused it, or else with the progress; give back what was there before."""
        field = getattr(error, "field", "") or str(getattr(error, "details", {}).get("field", ""))
        if isinstance(error, JobFailedError) and self.progress["status"] == "cancelling":
            self._settle("cancelled", before)
            self._resolve(error)
        elif isinstance(error, InputError):
            self.errors = {field if field in _FIELDS else "form": in_words(error)}
            self._blame(str(error))
            self._settle("idle", before)  # those who wait go on waiting: the form is still being filled in
        else:
            message = error.message if isinstance(error, PrezentError) else in_words(error)
            if self._blame(message):
                field = "sources"
            if field in _FIELDS:
                self.errors = {field: in_words(error)}
            self._settle("failed", before, message=message, hint=getattr(error, "hint", ""))
            self._resolve(error)

    def _blame(self, message: str) -> bool:
        """Mark the source that a message begins with; whether it was one."""
        blamed = self._given.blame(message)
        if blamed:
            self.sources = self._given.cards()
        return blamed

    def _settle(self, status: str, before: tuple[list[Any], dict[str, Any]], **said: str) -> None:
        if self._deck is not None:
            self.slides, self.result = before
        self._say(status=status, ended=time.time(), **said)

    def _resolve(self, outcome: Any) -> None:
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            if each.done():
                continue
            if isinstance(outcome, Exception):
                each.set_exception(outcome)
            else:
                each.set_result(outcome)


__all__ = ["EXAMPLES", "GeneratorForm"]
