"""How the command line speaks: failures as one clear message, and the one exit status that belongs to each."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer

from prezent_widgets.errors import InputError, PrezentError

FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130


@contextmanager
def reported() -> Iterator[None]:
    """Turn our own errors and Ctrl-C into a message on stderr and an exit status (see prezent_widgets.cli).

    Anything else is a defect of ours: its traceback is shown, for a report.
    """
    try:
        yield
    except InputError as error:
        _complain(error)
        raise typer.Exit(BAD_INPUT) from None
    except PrezentError as error:
        _complain(error)
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
        raise typer.Exit(INTERRUPTED) from None


def _complain(error: PrezentError) -> None:
    typer.echo(f"Error: {error.message}", err=True)
    if error.hint:
        typer.echo(f"       {error.hint}", err=True)


def say(text: str) -> None:
    """A message for the person: on stderr."""
    typer.echo(text, err=True)


def emit(text: str) -> None:
    """A line of the result: on stdout, at once."""
    typer.echo(text)
    sys.stdout.flush()


def emit_json(value: Any) -> None:
    """The result as JSON on stdout. Keys keep their order."""
    emit(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def emit_rows(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table in plain text on stdout, columns aligned."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        emit("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


__all__ = ["BAD_INPUT", "FAILED", "INTERRUPTED", "emit", "emit_json", "emit_rows", "reported", "say"]
