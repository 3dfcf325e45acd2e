from __future__ import annotations

import os
from pathlib import Path

import pytest

from prezent_widgets.client.files import save_atomically
from prezent_widgets.errors import OutputError


def test_a_new_file_has_ordinary_permissions(tmp_path) -> None:
    mask = os.umask(0o027)
    try:
        path = save_atomically(tmp_path / "a.bin", b"abc")
    finally:
        os.umask(mask)
    assert path.read_bytes() == b"abc"
    assert path.stat().st_mode & 0o777 == 0o640


def test_an_existing_file_is_replaced_whole(tmp_path) -> None:
    target = tmp_path / "a.bin"
    target.write_bytes(b"old and long")
    save_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"]


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_when_writing_fails_the_old_file_stays_and_no_half_one(tmp_path, monkeypatch, broken) -> None:
    target = tmp_path / "a.bin"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*{"fsync": (os, "fsync", full), "replace": (Path, "replace", full)}[broken])
    with pytest.raises(OutputError, match=r"could not be written: No space left on device\. Choose another folder"):
        save_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"]


def test_a_folder_that_may_not_be_written_to(tmp_path) -> None:
    with pytest.raises(OutputError) as caught:
        save_atomically(Path("/proc/prezent/a.bin"), b"x")
    assert caught.value.field == "output"
    (tmp_path / "taken").mkdir()
    with pytest.raises(OutputError):
        save_atomically(tmp_path / "taken", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_very_long_names(tmp_path) -> None:
    with pytest.raises(OutputError, match="could not be written"):
        save_atomically(tmp_path / ("n" * 300), b"x")
    assert list(tmp_path.iterdir()) == []
