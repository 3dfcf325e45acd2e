import io

import pytest
from pptx import Presentation

from prezent_widgets.deck.catalogue import read_catalogue
from prezent_widgets.errors import PackageError
from prezent_widgets.themes import build_template, find_theme


@pytest.fixture
def harbor():
    return read_catalogue(build_template(find_theme("harbor")))


def foreign():
    """python-pptx's own default template: 4:3, Office's names, nothing of ours."""
    buffer = io.BytesIO()
    Presentation().save(buffer)
    return read_catalogue(buffer.getvalue())


def test_roles_of_our_own_layouts(harbor):
    roles = {layout.name: layout.role for layout in harbor.layouts}
    assert roles["Title Slide"] == "cover"
    assert roles["Section Header"] == "section"
    assert roles["Agenda"] == "agenda"
    assert roles["Quote"] == "quote"
    assert roles["Closing"] == "closing"
    assert roles["Three Numbers"] == "content"
    assert harbor.size == (960.0, 540.0)
    assert harbor.body_font == "Arial"


def test_slots_that_belong_together_share_a_number(harbor):
    layout = next(layout for layout in harbor.layouts if layout.name == "Four Cards")
    heads, texts = layout.of("card head"), layout.of("card text")
    assert [slot.order for slot in heads] == [slot.order for slot in texts] == [1, 2, 3, 4]
    for head, text in zip(heads, texts, strict=True):
        assert head.rect.x == pytest.approx(text.rect.x)
        assert head.rect.y < text.rect.y


def test_looks_are_resolved_through_layout_master_and_theme(harbor):
    by_name = {layout.name: layout for layout in harbor.layouts}
    title = by_name["Table"].of("title")[0].look()
    assert (title.size, title.family, title.bold) == (26.0, "Arial", True)
    body = by_name["Title and Content"].of("object")[0]
    assert [look.size for look in body.looks[:3]] == [20.0, 18.0, 16.0]
    assert body.look().bulleted
    georgia = read_catalogue(build_template(find_theme("fieldnote")))
    cover = georgia.role("cover")[0].of("title")[0].look()
    assert (cover.family, cover.size) == ("Georgia", 40.0)


def test_a_foreign_template_is_read_as_well():
    catalogue = foreign()
    assert catalogue.size == (720.0, 540.0)
    roles = {layout.name: layout.role for layout in catalogue.layouts}
    assert roles["Title Slide"] == "cover"
    assert roles["Section Header"] == "section"
    assert roles["Blank"] == "blank"
    two = next(layout for layout in catalogue.layouts if layout.name == "Two Content")
    assert len(two.of("object")) == 2
    assert two.of("object")[0].rect.x < two.of("object")[1].rect.x


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_presentation_is_refused(data):
    with pytest.raises(PackageError, match="not a PowerPoint file"):
        read_catalogue(data)
