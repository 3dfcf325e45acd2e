from prezent_widgets.render.text.bidi import in_visual_order, is_rtl
from prezent_widgets.render.text.breaking import break_lines, to_atoms
from prezent_widgets.render.text.fragments import Fragment, Style


def visual(text, base_rtl):
    atoms = to_atoms([Fragment(text, Style("Arial", 10.0, 10.0))])
    (line,) = break_lines(atoms, lambda _: 1000.0, lambda _: 0.0, lambda x: (x, "l"))
    return [atom.text for atom in in_visual_order(line.atoms, base_rtl)]


def test_left_to_right_is_untouched():
    assert visual("one two", False) == ["one", " ", "two"]


def test_hebrew_words_are_reversed_and_numbers_are_not():
    assert visual("שלום 12 עולם", True) == ["עולם", " ", "12", " ", "שלום"]


def test_hebrew_inside_english():
    assert visual("see אב גד now", False) == ["see", " ", "גד", " ", "אב", " ", "now"]


def test_is_rtl():
    assert is_rtl("א")
    assert not is_rtl("a1")
