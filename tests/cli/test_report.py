"""Failures become one message and one exit status."""

from __future__ import annotations

import json

import pytest
import typer

from prezent_widgets.cli.report import emit_json, emit_rows, reported
from prezent_widgets.errors import InputError, JobFailedError, PrezentError, UnknownNameError


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (InputError("The prompt is empty.", hint="Say something."), 2),
        (UnknownNameError("theme", "habor", ["Harbor"]), 2),
        (JobFailedError("The deck could not be made.", callback_id="1"), 1),
        (PrezentError("The API could not be reached."), 1),
        (KeyboardInterrupt(), 130),
    ],
)
def test_each_error_has_its_status(error: BaseException, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as ended, reported():
        raise error
    assert ended.value.exit_code == status
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err


def test_the_hint_stands_on_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit), reported():
        raise InputError("The prompt is empty.", hint="Say what the deck is about.")
    assert capsys.readouterr().err == "Error: The prompt is empty.\n       Say what the deck is about.\n"


def test_a_defect_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), reported():
        _ = 1 // 0


def test_rows_are_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    emit_rows(("id", "name"), [("harbor", "Harbor"), ("x", "Ä")])
    assert capsys.readouterr().out == "id      name\nharbor  Harbor\nx       Ä\n"


def test_no_rows_are_only_a_head(capsys: pytest.CaptureFixture[str]) -> None:
    emit_rows(("id", "name"), [])
    assert capsys.readouterr().out == "id  name\n"


def test_json_keeps_letters(capsys: pytest.CaptureFixture[str]) -> None:
    emit_json({"title": "来館者"})
    out = capsys.readouterr().out
    assert "来館者" in out
    assert json.loads(out) == {"title": "来館者"}
