from prezent_widgets.ooxml.presentation import Page
from prezent_widgets.ooxml.theme import DEFAULT_THEME, OFFICE_COLORS, SLOTS, read_theme


def test_colours_fonts_and_styles_are_read(slide: Page) -> None:
    theme = slide.theme
    assert set(theme.colors) == set(SLOTS)
    assert theme.colors["accent1"] == (79, 129, 189)
    assert theme.font("+mj-lt") == "Calibri"
    assert theme.font("+mn-ea", "Jpan") == "ＭＳ Ｐゴシック"
    assert theme.font("Georgia") == "Georgia"
    assert (len(theme.fills), len(theme.lines), len(theme.effects), len(theme.backgrounds)) == (3, 3, 3, 3)


def test_indexes_begin_at_one_and_backgrounds_at_1001(slide: Page) -> None:
    theme = slide.theme
    assert theme.fill(0) is None
    assert theme.fill(1) is theme.fills[0]
    assert theme.fill(1001) is theme.backgrounds[0]
    assert theme.fill(4) is None
    assert theme.fill(1009) is None
    assert theme.line(3) is theme.lines[2]
    assert theme.effect(0) is None


def test_without_a_part_the_office_theme_is_taken() -> None:
    assert read_theme(None) is DEFAULT_THEME
    assert DEFAULT_THEME.context().slot("accent2") == OFFICE_COLORS["accent2"]
