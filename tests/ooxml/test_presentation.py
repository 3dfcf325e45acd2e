from __future__ import annotations

from collections.abc import Callable

import pytest

from prezent_widgets.errors import PackageError
from prezent_widgets.ooxml.presentation import Presentation, plain_text
from prezent_widgets.ooxml.xml import child


def test_slides_come_in_order_with_their_pages(deck: Presentation) -> None:
    assert deck.size == (9144000, 6858000)
    assert [page.hidden for page in deck.slides] == [False, True]
    first = deck.slides[0]
    assert first.layout is not None
    assert first.layout.name == "Title and Content"
    assert first.master is first.layout.master
    assert [page.kind for page in first.ancestors] == ["layout", "master"]
    assert len(deck.layouts) == 11
    assert deck.layouts[1] is first.layout
    assert first.theme.name == "Office Theme"


def test_notes_are_plain_text(deck: Presentation) -> None:
    assert deck.slides[0].notes == "Say it slowly.\nThen stop."
    assert deck.slides[1].notes == ""


def test_the_nearest_colour_map_override_wins(deck_bytes: bytes, rewritten: Callable[..., bytes]) -> None:
    override = (
        b'<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent6" '
        b'accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent1" hlink="hlink" '
        b'folHlink="folHlink"/></p:clrMapOvr>'
    )
    name = "ppt/slideLayouts/slideLayout2.xml"

    def change(xml: bytes) -> bytes:
        assert b"<p:clrMapOvr>" in xml
        before, _, rest = xml.partition(b"<p:clrMapOvr>")
        return before + override + rest.partition(b"</p:clrMapOvr>")[2]

    slide = Presentation.open(rewritten(deck_bytes, {name: change})).slides[0]
    assert slide.color_map["tx1"] == "lt1"
    assert slide.colors.slot("tx1") == (255, 255, 255)
    assert slide.colors.slot("accent1") == slide.theme.colors["accent6"]


def test_a_deck_without_a_theme_gets_the_office_colours(deck_bytes: bytes, rewritten: Callable[..., bytes]) -> None:
    bare = rewritten(deck_bytes, {"ppt/theme/theme1.xml": lambda _: b""})
    slide = Presentation.open(bare).slides[0]
    assert slide.theme.colors["accent1"] == (68, 114, 196)


def test_another_office_file_is_refused() -> None:
    import io

    from openpyxl import Workbook

    buffer = io.BytesIO()
    Workbook().save(buffer)
    with pytest.raises(PackageError, match="not a presentation"):
        Presentation.open(buffer.getvalue())


def test_plain_text_keeps_breaks(deck: Presentation) -> None:
    tree = deck.slides[0].shape_tree
    assert plain_text(child(tree, "p:sp", "p:txBody")) == "Sales rose by a fifth"
