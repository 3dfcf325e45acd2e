import pytest

from prezent_widgets.render.text.breaking import break_lines, to_atoms
from prezent_widgets.render.text.fragments import Fragment, Style

PLAIN = Style("Arial", 10.0, 10.0)
BOLD = Style("Arial", 10.0, 10.0, bold=True)


def broken(text, width, style=PLAIN):
    fragments = [Fragment(text, style)] if isinstance(text, str) else text
    lines = break_lines(to_atoms(fragments), lambda _: width, lambda _: 0.0, lambda x: ((x // 50 + 1) * 50, "l"))
    return ["".join(atom.text for atom in line.atoms).rstrip() for line in lines]


def test_at_spaces():
    assert broken("aaa bbb ccc", 45) == ["aaa bbb", "ccc"]


def test_after_hyphens_but_not_inside_numbers():
    assert broken("year-on-year", 40) == ["year-on-", "year"]
    assert broken("aa 10-12", 30) == ["aa", "10-12"]


def test_a_word_of_two_styles_stays_together():
    assert broken([Fragment("aa bb", PLAIN), Fragment("cc", BOLD)], 30) == ["aa", "bbcc"]


def test_a_word_wider_than_the_line_is_cut():
    assert broken("mmmmmmmm", 30) == ["mmm", "mmm", "mm"]


def test_ideographs_break_anywhere_but_before_a_full_stop():
    assert broken("日本語日本語。", 61) == ["日本語日本", "語。"]


def test_line_breaks_and_tabs():
    assert broken("a\nb", 100) == ["a", "b"]
    (line,) = break_lines(
        to_atoms([Fragment("a\tb", PLAIN)]), lambda _: 500.0, lambda _: 0.0, lambda x: ((x // 50 + 1) * 50, "l")
    )
    assert line.atoms[2].x == 50.0


@pytest.mark.parametrize(
    ("kind", "text", "before", "share"),
    [("r", "bb", "bb", 1.0), ("ctr", "bb", "bb", 0.5), ("dec", "12.5", "12", 1.0), ("dec", "bb", "bb", 1.0)],
)
def test_text_stands_at_its_stop(kind, text, before, share):
    start = 200.0 - PLAIN.width(before) * share
    fragments = [Fragment(f"a\t{text}", PLAIN)]
    (line,) = break_lines(to_atoms(fragments), lambda _: 500.0, lambda _: 0.0, lambda _: (200.0, kind))
    assert line.atoms[2].x == pytest.approx(start, abs=0.5)
    assert line.width == pytest.approx(start + line.atoms[2].width, abs=0.5)


def test_text_too_long_for_its_stop_begins_at_the_tab():
    fragments = [Fragment("a\t" + "b" * 12, PLAIN)]
    (line,) = break_lines(to_atoms(fragments), lambda _: 500.0, lambda _: 0.0, lambda _: (60.0, "r"))
    assert line.atoms[2].x == line.atoms[0].width


def test_nothing_is_one_empty_line():
    assert broken("", 100) == [""]
