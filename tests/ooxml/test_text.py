from __future__ import annotations

import pytest

from prezent_widgets.ooxml.color import Color
from prezent_widgets.ooxml.placeholders import shapes
from prezent_widgets.ooxml.presentation import Page
from prezent_widgets.ooxml.text import TextStyles, paragraph_level, runs, table_styles, text_styles
from prezent_widgets.ooxml.xml import NAMESPACES, child, parse_xml


def styles_of(slide: Page, xml: str) -> TextStyles:
    style = parse_xml(f'<a:lstStyle xmlns:a="{NAMESPACES["a"]}">{xml}</a:lstStyle>'.encode())
    return TextStyles((style,), slide.colors, slide.theme)


def test_a_title_is_the_masters_title(slide: Page) -> None:
    styles = text_styles(shapes(slide)[0], slide)
    assert styles.paragraph(None).align == "ctr"
    look = styles.run(None)
    assert (look.size, look.latin, look.color) == (44.0, "Calibri", Color(0, 0, 0))


def test_body_levels_have_their_own_sizes_and_bullets(slide: Page) -> None:
    styles = text_styles(shapes(slide)[1], slide)
    assert [styles.run(None, level).size for level in range(5)] == [32.0, 28.0, 24.0, 20.0, 20.0]
    first = styles.paragraph(None)
    assert (first.bullet.kind, first.bullet.char, first.margin_left, first.indent) == ("char", "•", 342900, -342900)
    assert first.space_before.fraction == pytest.approx(0.2)


def test_a_shapes_style_colours_its_text(slide: Page) -> None:
    assert text_styles(shapes(slide)[2], slide).run(None).color == Color(255, 255, 255)
    assert text_styles(shapes(slide)[3], slide).run(None).color == Color(0, 0, 0)


def test_a_runs_own_properties_win(slide: Page) -> None:
    styles = styles_of(slide, '<a:lvl1pPr algn="r"><a:defRPr sz="2000" b="1" cap="all" spc="150"/></a:lvl1pPr>')
    own = parse_xml(f'<a:rPr xmlns:a="{NAMESPACES["a"]}" sz="900" u="sng" baseline="30000"/>'.encode())
    look = styles.run(own)
    assert (look.size, look.bold, look.underline, look.caps) == (9.0, True, "sng", "all")
    assert (look.baseline, look.spacing) == (0.3, 1.5)
    assert styles.paragraph(None).align == "r"


def test_no_fill_is_no_colour_and_a_gradient_is_kept(slide: Page) -> None:
    nothing = styles_of(slide, "<a:lvl1pPr><a:defRPr><a:noFill/></a:defRPr></a:lvl1pPr>").run(None)
    assert nothing.color is None
    gradient = '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs></a:gsLst></a:gradFill>'
    look = styles_of(slide, f"<a:lvl1pPr><a:defRPr>{gradient}</a:defRPr></a:lvl1pPr>").run(None)
    assert look.fill is not None
    assert look.color == Color(255, 0, 0)


def test_line_spacing_in_points_and_percent(slide: Page) -> None:
    styles = styles_of(
        slide,
        '<a:lvl1pPr><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="1000"/></a:spcBef></a:lvl1pPr>',
    )
    facts = styles.paragraph(None)
    assert facts.line_spacing.fraction == pytest.approx(0.9)
    assert facts.space_before.points == 10.0


def test_a_table_style_paints_text_above_the_defaults(slide: Page) -> None:
    look = table_styles(None, slide, Color(1, 2, 3), bold=True).run(None)
    assert (look.color, look.bold, look.size) == (Color(1, 2, 3), True, 18.0)
    plain = table_styles(None, slide).run(None)
    assert (plain.color, plain.bold) == (Color(0, 0, 0), False)


def test_levels_stay_between_one_and_nine(slide: Page) -> None:
    for text, level in (("3", 3), ("-4", 0), ("99", 8), ("x", 0)):
        element = parse_xml(f'<a:pPr xmlns:a="{NAMESPACES["a"]}" lvl="{text}"/>'.encode())
        assert paragraph_level(element) == level


def test_runs_come_in_order(slide: Page) -> None:
    paragraph = child(shapes(slide)[0], "p:txBody", "a:p")
    assert paragraph is not None
    assert len(list(runs(paragraph))) == 1
