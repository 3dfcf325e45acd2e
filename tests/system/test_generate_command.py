"""``prezent generate`` as a person uses it, and as a person misuses it: a process, its exit status, its words."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from pptx import Presentation

from prezent_widgets.deck.package import problems
from tests.system.processes import PREZENT, Spoken, prezent
from tests.system.samples import PNG, visits_csv, wide_csv, write_samples

PROMPT = "How did visits to our libraries develop in 2025, which branch needs attention, and what should we decide?"


def check_deck(path: Path, *, least: int = 6) -> Presentation:
    """Opened with python-pptx, and nothing in it that PowerPoint would want to repair."""
    data = path.read_bytes()
    assert problems(data) == ()
    deck = Presentation(io.BytesIO(data))
    assert len(deck.slides) >= least
    return deck


def test_a_deck_from_a_table_and_a_note(tmp_path: Path) -> None:
    table, notes = write_samples(tmp_path)
    done = prezent(
        *("generate", PROMPT, "-s", table, "-s", notes, "--audience", "executive", "--theme", "harbor"),
        *("--speaker-notes", "--cite", "footer", "-o", "visits.pptx"),
        folder=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    path = Path(done.stdout.strip())
    assert path.resolve() == (tmp_path / "visits.pptx").resolve()
    deck = check_deck(path)
    slides = list(deck.slides)
    assert any(shape.has_chart for slide in slides for shape in slide.shapes)
    assert all(slide.has_notes_slide for slide in slides)
    text = "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    assert "visits.csv" in text
    assert "Riverside" in text
    # Progress is on stderr, stage by stage.
    for stage in ("planning", "building", "rendering"):
        assert stage in done.stderr


def test_json_tells_where_every_figure_comes_from(tmp_path: Path) -> None:
    table, _ = write_samples(tmp_path)
    done = prezent("generate", PROMPT, "-s", table, "--slides", "6-8", "-o", "visits.pptx", "--json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert Path(answer["path"]).exists()
    assert 6 <= len(answer["slides"]) <= 8
    assert answer["report"]["facts"]
    assert {fact["origin"]["source"] for fact in answer["report"]["facts"]} == {"visits.csv"}


def test_an_existing_deck_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    table, _ = write_samples(tmp_path)
    old = tmp_path / "visits.pptx"
    old.write_bytes(b"the old deck")
    failed = prezent("generate", PROMPT, "-s", table, "--theme", "nonesuch", "-o", old, folder=tmp_path)
    assert failed.returncode == 2
    assert old.read_bytes() == b"the old deck"
    done = prezent("generate", PROMPT, "-s", table, "-o", old, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    check_deck(old)
    assert sorted(path.name for path in tmp_path.glob("*.pptx")) == ["visits.pptx"]


def refused(done, *words: str, folder: Path) -> None:
    """Exit status 2, nothing on stdout, one clear message with what to do, no traceback, nothing written."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.count("Error: ") == 1
    for word in words:
        assert word.casefold() in done.stderr.casefold(), done.stderr
    assert not list(folder.glob("*.pptx"))
    assert not list(folder.glob(".*pptx*"))


def test_an_empty_prompt(tmp_path: Path) -> None:
    done = prezent("generate", "  ", "-o", "deck.pptx", folder=tmp_path)
    refused(done, "The prompt is empty", "Say in a sentence", folder=tmp_path)


def test_a_missing_file_with_a_near_name(tmp_path: Path) -> None:
    write_samples(tmp_path)
    done = prezent("generate", PROMPT, "-s", "vists.csv", "-o", "deck.pptx", folder=tmp_path)
    refused(done, "vists.csv", "no such file", "Did you mean 'visits.csv'?", folder=tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("picture.csv", PNG),
        ("program.csv", bytes(range(256)) * 40),
        ("archive.xlsx", b"PK\x03\x04 but not a workbook"),
        ("letter.docx", visits_csv()),
    ],
)
def test_a_file_that_is_not_what_its_name_says(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    done = prezent("generate", PROMPT, "-s", name, "-o", "deck.pptx", folder=tmp_path)
    refused(done, name, folder=tmp_path)
    # Said at once, before a job is started.
    assert "reading" not in done.stderr


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "nothing.csv").write_bytes(b"")
    done = prezent("generate", PROMPT, "-s", "nothing.csv", "-o", "deck.pptx", folder=tmp_path)
    refused(done, "nothing.csv", "empty", folder=tmp_path)


def test_an_unknown_theme_with_a_suggestion(tmp_path: Path) -> None:
    table, _ = write_samples(tmp_path)
    done = prezent("generate", PROMPT, "-s", table, "--theme", "habor", "-o", "deck.pptx", folder=tmp_path)
    refused(done, "no theme 'habor'", "Did you mean 'Harbor'", folder=tmp_path)


def test_an_unknown_audience_with_a_suggestion(tmp_path: Path) -> None:
    table, _ = write_samples(tmp_path)
    done = prezent("generate", PROMPT, "-s", table, "--audience", "excutive", "-o", "deck.pptx", folder=tmp_path)
    refused(done, "no audience 'excutive'", "Executive", folder=tmp_path)


def test_an_output_that_cannot_be_written_is_found_before_the_work(tmp_path: Path) -> None:
    table, _ = write_samples(tmp_path)
    done = prezent("generate", PROMPT, "-s", table, "-o", tmp_path / "none" / "deck.pptx", folder=tmp_path)
    refused(done, "does not exist", "Create it", folder=tmp_path)
    assert "reading" not in done.stderr
    done = prezent("generate", PROMPT, "-s", table, "-o", table / "deck.pptx", folder=tmp_path)
    refused(done, "is not a folder", folder=tmp_path)


def test_a_full_width_and_emoji_prompt_is_used_as_it_is(tmp_path: Path) -> None:
    table, _ = write_samples(tmp_path)
    prompt = "図書館の来館者数 2025 📚👩‍👩‍👧🏽 ＶＩＳＩＴＳ：何を決めるべきか？"
    done = prezent("generate", prompt, "-s", table, "-o", "来館者.pptx", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    check_deck(tmp_path / "来館者.pptx")


def test_three_hundred_columns(tmp_path: Path) -> None:
    (tmp_path / "sensors.csv").write_bytes(wide_csv())
    done = prezent(
        *("generate", "Which sensors drift, and what should we look at first?", "-s", "sensors.csv"),
        *("--audience", "technical", "-o", "sensors.pptx"),
        folder=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    check_deck(tmp_path / "sensors.pptx")


def test_ctrl_c_cancels_the_job_and_leaves_nothing(tmp_path: Path) -> None:
    table, _ = write_samples(tmp_path)
    running = Spoken.start([PREZENT, "generate", PROMPT, "-s", table, "-o", "deck.pptx"], folder=tmp_path)
    running.wait_for("reading")
    running.interrupt()
    assert running.process.wait(timeout=30) == 130
    said = running.said()
    assert "Cancelling the job" in said
    assert "Traceback" not in said
    assert not list(tmp_path.glob("*.pptx"))


def test_the_lists(tmp_path: Path) -> None:
    themes = prezent("themes", "list", folder=tmp_path)
    assert themes.returncode == 0, themes.stderr
    assert re.search(r"^harbor\s+Harbor\s+HARBOR", themes.stdout, re.MULTILINE)
    audiences = prezent("audiences", "list", "--json", folder=tmp_path)
    assert {"executive", "technical"} <= {item["id"] for item in json.loads(audiences.stdout)}


def test_pictures_of_a_deck(tmp_path: Path) -> None:
    table, _ = write_samples(tmp_path)
    assert prezent("generate", PROMPT, "-s", table, "-o", "visits.pptx", folder=tmp_path).returncode == 0
    done = prezent("render", "visits.pptx", "-o", "pictures", "--width", "640", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    paths = [tmp_path / line for line in done.stdout.splitlines()]
    assert len(paths) == len(Presentation(tmp_path / "visits.pptx").slides)
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in paths)
    done = prezent("render", "visits.pptx", "-o", "cover.svg", "--slide", "1", folder=tmp_path)
    assert (tmp_path / done.stdout.strip()).read_text(encoding="utf-8").startswith("<svg")
