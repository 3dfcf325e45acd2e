import pytest

from prezent_widgets.render.markup import clean, color_hex, fine, number, quoted, transform


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (-0.001, "0"), (2.0, "2"), (1.005, "1"), (-3.456, "-3.46")])
def test_lengths_are_short(value, written):
    assert number(value) == written


def test_factors_are_finer():
    assert (fine(0.000456), fine(2.0), fine(0.0)) == ("0.00046", "2", "0")


def test_a_move_is_no_matrix():
    assert transform((1.0, 0.0, 0.0, 1.0, 0.0, 0.0)) == ""
    assert transform((1.0, 0.0, 0.0, 1.0, 5.0, 6.5)) == ' transform="translate(5 6.5)"'
    assert transform((2.0, 0.0, 0.0, 2.0, 5.0, 6.5)) == ' transform="matrix(2 0 0 2 5 6.5)"'


def test_text_is_fit_for_xml():
    assert clean("a\x00b\ud800\tc") == "ab\tc"
    assert quoted('"x" & <y>') == "'\"x\" &amp; &lt;y&gt;'"
    assert color_hex((1, 171, 255, 0.5)) == "#01abff"
