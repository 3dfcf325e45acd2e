import pytest

from prezent_widgets.deck.contrast import ratio
from prezent_widgets.errors import UnknownNameError
from prezent_widgets.themes import THEMES, find_theme


def rgb(text):
    return tuple(int(text[index : index + 2], 16) / 255 for index in (0, 2, 4))


@pytest.mark.parametrize("name", ["harbor", "HARBOR", " Harbor "])
def test_found_by_id_name_or_code(name):
    assert find_theme(name).id == "harbor"


def test_unknown_theme_suggests_the_nearest():
    with pytest.raises(UnknownNameError) as caught:
        find_theme("habor")
    assert caught.value.suggestions == ("Harbor",)
    assert "Fieldnote" in str(caught.value)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_accents_can_be_read_on_the_page_and_on_cards(theme):
    palette = theme.palette
    for accent in (
        palette.accent1,
        palette.accent2,
        palette.accent3,
        palette.accent4,
        palette.accent5,
        palette.accent6,
    ):
        assert ratio(rgb(accent), rgb(palette.lt1)) >= 4.5, accent
        assert ratio(rgb(accent), rgb(palette.lt2)) >= 4.5, accent


def test_ids_codes_and_table_styles_are_unique():
    for field in ("id", "name", "code", "table_style"):
        values = [getattr(theme, field) for theme in THEMES]
        assert len(set(values)) == len(values)
