"""Progress goes to stderr: plain lines where nobody watches a terminal."""

from __future__ import annotations

import pytest

from prezent_widgets.cli.progress import Meter
from prezent_widgets.client import Completed, Progress, SlideReady, Snapshot


def test_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter() as meter:
        meter.show(Snapshot("in_progress", "reading", 0))
        meter.show(Progress("reading", 2))
        meter.show(Progress("planning", 10))
        meter.show(SlideReady(0, "id", "Visits fell by 4 %"))
        meter.show(Completed("visits.pptx", 1))
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == ["  0 % reading", " 10 % planning", "slide 1: Visits fell by 4 %"]


def test_a_title_with_brackets_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter() as meter:
        meter.show(SlideReady(4, "id", "Plan [bold]B[/bold] :smile:"))
    assert capsys.readouterr().err == "slide 5: Plan [bold]B[/bold] :smile:\n"


def test_a_bar_in_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with Meter() as meter:
        meter.show(Progress("rendering", 60))
    assert "rendering" in capsys.readouterr().err
