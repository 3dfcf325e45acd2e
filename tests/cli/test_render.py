"""Slides as files: names, numbers, and what is refused."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from prezent_widgets.cli.render import render_deck
from prezent_widgets.errors import InputError, OutputError, PackageError, SourceError


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Three slides with a title each."""
    made = Presentation()
    made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    for title in ("First", "Second", "Third"):
        slide = made.slides.add_slide(made.slide_layouts[0])
        assert slide.shapes.title is not None
        slide.shapes.title.text_frame.text = title
    path = tmp_path / "three.pptx"
    made.save(str(path))
    return path


def draw(deck: Path, output: Path, *, width: int = 320, slide: int | None = None, svg: bool = False) -> None:
    render_deck(deck, output, width=width, slide=slide, svg=svg, as_json=False)


def test_a_folder_of_pictures(deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "pictures"
    draw(deck, folder)
    names = ["slide-001.png", "slide-002.png", "slide-003.png"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert capsys.readouterr().out.splitlines() == [str(folder / name) for name in names]
    assert Image.open(io.BytesIO((folder / names[0]).read_bytes())).size == (320, 180)


def test_a_folder_of_svg(deck: Path, tmp_path: Path) -> None:
    draw(deck, tmp_path / "pictures", svg=True, slide=2)
    assert [path.name for path in (tmp_path / "pictures").iterdir()] == ["slide-002.svg"]


@pytest.mark.parametrize("name", ["one.png", "one.svg", "ONE.PNG"])
def test_one_picture(name: str, deck: Path, tmp_path: Path) -> None:
    draw(deck, tmp_path / name, slide=3)
    data = (tmp_path / name).read_bytes()
    assert data.startswith(b"\x89PNG" if name.lower().endswith(".png") else b"<svg")


def test_one_file_for_three_slides_is_a_question(deck: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--slide N"):
        draw(deck, tmp_path / "one.png")
    assert not (tmp_path / "one.png").exists()


@pytest.mark.parametrize("slide", [0, -1, 4])
def test_a_slide_that_is_not_there(slide: int, deck: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="from 1 to 3"):
        draw(deck, tmp_path / "one.png", slide=slide)


def test_no_deck(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        draw(tmp_path / "none.pptx", tmp_path / "pictures")
    assert not (tmp_path / "pictures").exists()


def test_not_a_deck(tmp_path: Path) -> None:
    (tmp_path / "text.pptx").write_text("not a deck")
    with pytest.raises(PackageError):
        draw(tmp_path / "text.pptx", tmp_path / "pictures")


def test_a_folder_that_cannot_be_made(deck: Path) -> None:
    with pytest.raises(OutputError, match="cannot be made"):
        draw(deck, deck / "pictures")


def test_json_lists_the_files(deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    render_deck(deck, tmp_path / "one.png", width=160, slide=1, svg=False, as_json=True)
    assert json.loads(capsys.readouterr().out) == {"slides": 3, "files": [str(tmp_path / "one.png")]}
