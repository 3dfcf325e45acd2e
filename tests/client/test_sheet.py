from __future__ import annotations

import re
from base64 import b64decode

import pytest

from prezent_widgets.client import Deck
from prezent_widgets.client.deck import Slide
from prezent_widgets.errors import PackageError
from prezent_widgets.testing import build_deck


@pytest.fixture
def deck() -> Deck:
    return Deck(build_deck(["Sales grew 12 %", "<b>North</b> & South", ""]), report={"score": 88}, name="q<3.pptx")


def test_a_deck_shows_all_its_slides(deck) -> None:
    html = deck._repr_mimebundle_()["text/html"]
    pictures = [b64decode(data).decode() for data in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", html)]
    assert len(pictures) == 3
    assert all(picture.lstrip().startswith("<svg") for picture in pictures)
    assert "&lt;b&gt;North&lt;/b&gt; &amp; South" in html
    assert "<b>q&lt;3.pptx</b> · 3 slides · quality 88 of 100" in html
    assert "http" not in re.sub(r"base64,[^\"]+", "", html)
    assert "<script" not in html


def test_a_deck_in_plain_text(deck) -> None:
    assert deck._repr_mimebundle_()["text/plain"].splitlines() == [
        "<Deck 'q<3.pptx': 3 slides, quality 88>",
        "  1  Sales grew 12 %",
        "  2  <b>North</b> & South",
        "  3  (no title)",
    ]


def test_a_slide_shows_itself(deck) -> None:
    bundle = deck[0]._repr_mimebundle_(include=["text/html"])
    assert 'alt="Slide 1: Sales grew 12 %"' in bundle["text/html"]
    assert bundle["text/plain"] == "<Slide 1 of 3: 'Sales grew 12 %'>"


def test_pictures_in_pixels_and_shapes(deck) -> None:
    assert deck[0].svg.lstrip().startswith("<svg")
    png = deck[0].png(320)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 320


def test_a_slide_that_cannot_be_drawn_is_said_in_its_place(deck, monkeypatch) -> None:
    def fail(slide: Slide) -> str:
        raise PackageError("The slide's picture is <broken>.")

    monkeypatch.setattr(Slide, "svg", property(fail))
    html = deck._repr_mimebundle_()["text/html"]
    assert html.count("The slide&#x27;s picture is &lt;broken&gt;.") == 3
    assert "Sales grew 12 %" in html
