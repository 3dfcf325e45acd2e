from prezent_widgets.ooxml.color import Color
from prezent_widgets.ooxml.placeholders import shapes
from prezent_widgets.ooxml.presentation import Page
from prezent_widgets.ooxml.style import Painted, background, read_line, shape_effects, shape_fill, shape_line
from prezent_widgets.ooxml.xml import child, local, make


def test_a_style_reference_fills_and_outlines(slide: Page) -> None:
    box = shapes(slide)[2]
    fill = shape_fill(box, slide)
    assert fill is not None
    assert local(fill.element) == "gradFill"
    assert fill.colors.placeholder == Color(79, 129, 189)
    line = shape_line(box, slide)
    assert line is not None
    assert line.fill is not None
    assert line.width == 0.75
    assert shape_effects(box, slide) is not None


def test_a_placeholder_has_neither_fill_nor_line(slide: Page) -> None:
    title = shapes(slide)[0]
    assert shape_fill(title, slide) is None
    assert shape_line(title, slide) is None
    assert shape_effects(title, slide) is None


def test_its_own_fill_and_line_win(slide: Page) -> None:
    box = shapes(slide)[2]
    properties = child(box, "p:spPr")
    assert properties is not None
    properties.append(make("a:noFill"))
    properties.append(make("a:ln", make("a:prstDash", val="dash"), w="25400"))
    fill, line = shape_fill(box, slide), shape_line(box, slide)
    assert fill is not None
    assert line is not None
    assert local(fill.element) == "noFill"
    assert (line.width, line.dash) == (2.0, "dash")
    assert line.fill is not None, "the colour still comes from the style"


def test_a_line_that_is_switched_off_is_none(slide: Page) -> None:
    line = make("a:ln", make("a:noFill"), w="12700")
    assert read_line([Painted(line, slide.colors, None)]) is None
    assert read_line([]) is None


def test_a_background_is_inherited(slide: Page) -> None:
    found = background(slide)
    assert found is not None
    assert found.colors.color(found.element) == Color(255, 255, 255)
