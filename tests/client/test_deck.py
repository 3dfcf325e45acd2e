from __future__ import annotations

from io import BytesIO

import pytest
from pptx import Presentation

from prezent_widgets.client import Deck
from prezent_widgets.errors import OutputError, PackageError, SourceError
from prezent_widgets.testing import build_deck

TITLES = ("Sales grew 12 %", "<b>North</b> & South", "Next")


@pytest.fixture
def deck() -> Deck:
    return Deck(build_deck(TITLES, notes=["Say hello."]), report={"score": 88, "findings": []}, name="q3.pptx")


def test_it_counts_and_gives_slides(deck) -> None:
    assert len(deck) == 3
    assert [slide.title for slide in deck] == list(TITLES) == list(deck.titles)
    assert deck[-1].index == 2
    assert deck[-1].number == 3
    assert [slide.title for slide in deck[1:]] == list(TITLES[1:])
    assert (deck[0].notes, deck[1].notes) == ("Say hello.", "")


def test_some_slides_show_themselves_side_by_side(deck) -> None:
    some = deck[1:]
    assert isinstance(some, tuple)
    assert repr(some).splitlines() == [repr(deck[1]), repr(deck[2])]
    assert some._repr_mimebundle_()["text/html"].count("<figure") == 2
    assert repr(deck[5:]) == "<no slides>"


def test_a_slide_that_is_not_there(deck) -> None:
    with pytest.raises(IndexError, match=r"has 3 slides, numbered from 0: there is no deck\[3\]"):
        deck[3]
    with pytest.raises(IndexError):
        deck[-4]


def test_it_says_what_it_is(deck) -> None:
    assert repr(deck) == "<Deck 'q3.pptx': 3 slides, quality 88>"
    assert repr(deck[0]) == "<Slide 1 of 3: 'Sales grew 12 %'>"
    assert repr(Deck(deck.data)) == "<Deck 'deck.pptx': 3 slides>"


def test_saving_and_opening(deck, tmp_path) -> None:
    path = deck.save(tmp_path / "out.pptx")
    assert path == tmp_path / "out.pptx"
    again = Deck.open(path)
    assert again.data == deck.data
    assert again.name == "out.pptx"
    assert len(Presentation(BytesIO(again.data)).slides) == 3


def test_names_are_completed(deck, tmp_path) -> None:
    assert deck.save(tmp_path).name == "q3.pptx"
    assert deck.save(str(tmp_path / "review")).name == "review.pptx"


def test_where_it_can_not_be_written_nothing_is_left(deck, tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="There is no folder"):
        deck.save(tmp_path / "nowhere" / "q3.pptx")
    with pytest.raises(OutputError):
        deck.save(tmp_path / "file" / "q3.pptx")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_is_no_deck(tmp_path) -> None:
    with pytest.raises(PackageError, match="not a PowerPoint file"):
        len(Deck(b"PK not really"))
    (tmp_path / "a.pptx").write_bytes(b"<html>")
    with pytest.raises(PackageError):
        Deck.open(tmp_path / "a.pptx")
    (tmp_path / "a.docx").write_bytes(b"PK")
    with pytest.raises(SourceError, match=r"Give a \.pptx"):
        Deck.open(tmp_path / "a.docx")
    with pytest.raises(SourceError, match=r"Did you mean 'a\.pptx'"):
        Deck.open(tmp_path / "b.pptx")


def test_reading_changes_nothing(deck) -> None:
    before = bytes(deck.data)
    assert deck.titles
    assert [slide.notes for slide in deck]
    assert deck.data == before
