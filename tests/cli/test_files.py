"""Places to write to: refused early, written whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from prezent_widgets.cli.files import check_folder, check_output, read_deck, write_whole
from prezent_widgets.errors import OutputError, SourceError


def test_a_place_that_can_be_written_is_left_alone(tmp_path: Path) -> None:
    check_output(tmp_path / "deck.pptx", (".pptx",))
    assert list(tmp_path.iterdir()) == []


def test_the_ending_is_read_without_regard_to_case(tmp_path: Path) -> None:
    check_output(tmp_path / "DECK.PPTX", (".pptx",))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        check_output(tmp_path / "deck.pptx", (".pptx",))


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="is not a folder"):
        check_folder(tmp_path / "file")


def test_a_folder_that_refuses_files_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("prezent_widgets.cli.files.tempfile.TemporaryFile", refuse)
    with pytest.raises(OutputError, match="permission denied"):
        check_folder(tmp_path)


def test_writing_replaces_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old and longer")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [item.name for item in tmp_path.iterdir()] == ["deck.pptx"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="no space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["deck.pptx"]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write_whole(tmp_path / "one", b"x")
    (tmp_path / "two").write_bytes(b"x")
    assert (tmp_path / "one").stat().st_mode == (tmp_path / "two").stat().st_mode


def test_a_missing_deck_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        read_deck(tmp_path / "none.pptx")
