import pytest

from prezent_widgets.render.charts.write import Look, shortened, wrapped
from prezent_widgets.render.scene import Solid

LOOK = Look(12, False, False, "Calibri", Solid((0, 0, 0, 1.0)))


def test_lines_break_at_spaces_and_keep_every_word() -> None:
    block = wrapped("one two three four five", LOOK, LOOK.width("one two "))
    assert " ".join(block.lines) == "one two three four five"
    assert len(block.lines) > 1
    assert block.height == pytest.approx(len(block.lines) * 14.4)


def test_ideographs_break_anywhere() -> None:
    assert len(wrapped("売上高推移表", LOOK, LOOK.size * 2.5).lines) >= 3


def test_a_line_too_long_ends_with_an_ellipsis() -> None:
    short = shortened("a very long label indeed", LOOK, 50)
    assert short.endswith("…")
    assert LOOK.width(short) <= 50
    assert shortened("ok", LOOK, 50) == "ok"


@pytest.mark.parametrize("align", ["start", "middle", "end"])
def test_alignment_is_about_the_given_place(align) -> None:
    (node,) = wrapped("word", LOOK, 500).draw(100, 0, align)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[align]
    assert node.x == pytest.approx(100 - share * node.advance)
