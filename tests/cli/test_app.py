"""The command line as a program sees it: exit statuses, stdout and stderr."""

from __future__ import annotations

from pathlib import Path

import pytest

from prezent_widgets import __version__
from prezent_widgets.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """(exit status, stdout, stderr) of ``prezent`` with ``arguments``."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version") == (0, f"prezent {__version__}\n", "")


@pytest.mark.parametrize("command", ["generate", "render", "serve", "themes list", "themes export", "audiences list"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, *command.split(), "--help")
    assert status == 0
    assert out.startswith(f"Usage: prezent {command}")


def test_no_arguments_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys)
    assert status == 2
    assert "generate" in out + err


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["", "-o", "deck.pptx"], "The prompt is empty.", "Say in a sentence"),
        ([" \t\n", "-o", "deck.pptx"], "The prompt is empty.", "Say in a sentence"),
        (["Review", "-o", "deck.pdf"], "does not end in .pptx", "file name with that ending"),
        (["Review", "-o", "nowhere/deck.pptx"], "The folder nowhere does not exist.", "Create it"),
        (["Review", "-o", "deck.pptx", "--slides", "many"], "--slides cannot be 'many'.", "8-12"),
        (["Review", "-o", "deck.pptx", "--slides", "9-3"], "--slides cannot be '9-3'.", "8-12"),
        (["Review", "-o", "deck.pptx", "--cite", "margin"], "--cite cannot be 'margin'.", "footer, notes or both"),
    ],
)
def test_bad_input_ends_with_2_and_one_message(
    arguments: list[str],
    message: str,
    hint: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, "generate", *arguments)
    assert status == 2
    assert out == ""
    assert err.startswith("Error: ")
    assert message in err
    assert hint in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_missing_option_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "generate", "Review")
    assert status == 2
    assert "--output" in err
