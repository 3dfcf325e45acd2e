"""The command line, ``prezent``: results on stdout, progress and messages on stderr, exit status 0 only on success.

| exit status | meaning |
|---|---|
| 0 | done |
| 1 | it failed: the job, the server or the network |
| 2 | what was given cannot be used; the message says what to change |
| 130 | stopped with Ctrl-C; a running job was cancelled |

Example:
    >>> from prezent_widgets.cli import main
    >>> main(["--version"])                                                       # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on ``arguments`` (by default the process's own) and exit with its status."""
    from prezent_widgets.cli.app import app

    app(args=None if arguments is None else list(arguments), prog_name="prezent")


__all__ = ["main"]
