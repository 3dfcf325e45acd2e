import pytest

from prezent_widgets.ooxml.xml import local
from prezent_widgets.render.tables.catalogue import _GUIDS, built_in

GUIDS = sorted({f"{{{guid}}}" for guids in _GUIDS.values() for guid in guids.split() if guid != "-"})


@pytest.mark.parametrize("guid", GUIDS)
def test_every_style_has_a_whole_table(guid: str) -> None:
    style = built_in(guid)
    assert style is not None
    assert "wholeTbl" in [local(part) for part in style]


def test_the_gallery_is_whole() -> None:
    assert len(GUIDS) == 74


def test_names_and_letters_case() -> None:
    style = built_in("{5c22544a-7ee6-4342-b048-85bdc9fd1c3a}")
    assert style is not None
    assert style.get("styleName") == "Medium Style 2 - Accent 1"
    assert built_in("{not-a-style}") is None
