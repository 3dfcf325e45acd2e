import pytest

from prezent_widgets.ooxml.bullets import number_text, read_bullet
from prezent_widgets.ooxml.color import Color, ColorContext
from prezent_widgets.ooxml.theme import DEFAULT_THEME, OFFICE_COLORS
from prezent_widgets.ooxml.xml import NAMESPACES, parse_xml

CONTEXT = ColorContext(OFFICE_COLORS)


def properties(inside: str):
    return parse_xml(f'<a:pPr xmlns:a="{NAMESPACES["a"]}">{inside}</a:pPr>'.encode())


def test_mark_colour_and_size_are_inherited_each_for_itself() -> None:
    near = properties('<a:buClr><a:srgbClr val="FF0000"/></a:buClr>')
    far = properties('<a:buSzPct val="50000"/><a:buFont typeface="Wingdings"/><a:buChar char="§"/>')
    found = read_bullet([near, far], CONTEXT, DEFAULT_THEME)
    assert (found.kind, found.char, found.font, found.fraction) == ("char", "§", "Wingdings", 0.5)
    assert found.color == Color(255, 0, 0)


def test_none_switches_an_inherited_mark_off() -> None:
    chain = [properties("<a:buNone/>"), properties('<a:buChar char="•"/>')]
    assert read_bullet(chain, CONTEXT, DEFAULT_THEME).kind == "none"


def test_numbers_start_where_they_say() -> None:
    found = read_bullet([properties('<a:buAutoNum type="romanUcPeriod" startAt="4"/>')], CONTEXT, DEFAULT_THEME)
    assert (found.kind, found.scheme, found.start) == ("number", "romanUcPeriod", 4)


@pytest.mark.parametrize(
    ("scheme", "number", "text"),
    [
        ("arabicPeriod", 12, "12."),
        ("arabicParenBoth", 3, "(3)"),
        ("alphaUcPeriod", 27, "AA."),
        ("romanLcParenR", 9, "ix)"),
        ("arabicPlain", 5, "5"),
    ],
)
def test_numbers_are_written_by_scheme(scheme: str, number: int, text: str) -> None:
    assert number_text(scheme, number) == text
