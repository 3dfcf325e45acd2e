"""A job's events as a bar in a terminal, or as plain lines where stderr is a file or a pipe."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


class Meter:
    """Shows progress on stderr while it is open.

    Example:
        >>> with Meter() as meter:                                                # doctest: +SKIP
        ...     async for event in job.events():
        ...         meter.show(event)
    """

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
        self._bar: Progress | None = None
        self._task = TaskID(0)
        self._stage = ""
        if self._console.is_terminal:
            columns = (TextColumn("{task.description:<11}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
            self._bar = Progress(*columns, TimeElapsedColumn(), console=self._console, transient=True)
            self._task = self._bar.add_task("starting", total=100)

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, event: Any) -> None:
        """Show one event of a job: a stage, a percentage, a finished slide. Others change nothing."""
        stage, percentage = getattr(event, "stage", None), getattr(event, "percentage", None)
        if self._bar and stage is not None:
            self._bar.update(self._task, description=stage, completed=percentage or 0)
        elif stage and stage != self._stage:
            self._console.print(f"{percentage or 0:>3.0f} % {stage}")
        self._stage = stage or self._stage
        title, index = getattr(event, "title", None), getattr(event, "index", None)
        if title is not None and index is not None:
            self._console.print(f"slide {index + 1}: {title}")


__all__ = ["Meter"]
