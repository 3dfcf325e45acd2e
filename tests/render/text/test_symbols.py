from prezent_widgets.render.text.symbols import is_symbol_font, to_unicode


def test_codes_of_symbol_fonts():
    assert to_unicode("\xa7", "Wingdings") == "▪"
    assert to_unicode("\uf0fc", "Wingdings") == "✓"
    assert to_unicode("a", "Symbol") == "α"


def test_letters_stay_letters():
    assert to_unicode("abc", "Calibri") == "abc"
    assert is_symbol_font("WINGDINGS")
    assert not is_symbol_font("Arial")
