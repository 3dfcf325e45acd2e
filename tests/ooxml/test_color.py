import pytest
from hypothesis import given
from hypothesis import strategies as st

from prezent_widgets.ooxml.color import Color, ColorContext, from_hex, transform
from prezent_widgets.ooxml.theme import OFFICE_COLORS
from prezent_widgets.ooxml.xml import NAMESPACES, make, parse_xml

CONTEXT = ColorContext(OFFICE_COLORS)
TRANSFORMS = [
    "tint", "shade", "comp", "inv", "gray", "alpha", "alphaOff", "alphaMod", "hue", "hueOff", "hueMod", "sat",
    "satOff", "satMod", "lum", "lumOff", "lumMod", "red", "redOff", "redMod", "green", "greenOff", "greenMod", "blue",
    "blueOff", "blueMod", "gamma", "invGamma",
]  # fmt: skip


def read(xml: str) -> Color | None:
    return CONTEXT.color(parse_xml(f'<a:solidFill xmlns:a="{NAMESPACES["a"]}">{xml}</a:solidFill>'.encode()))


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<a:srgbClr val="1F4E79"/>', "1F4E79"),
        ('<a:schemeClr val="tx1"/>', "000000"),
        ('<a:schemeClr val="bg1"/>', "FFFFFF"),
        ('<a:schemeClr val="accent1"/>', "4472C4"),
        ('<a:prstClr val="cornflowerBlue"/>', "6495ED"),
        ('<a:prstClr val="dkRed"/>', "8B0000"),
        ('<a:sysClr val="windowText" lastClr="112233"/>', "112233"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "00FF00"),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "FF0000"),
    ],
)
def test_every_kind_of_colour_is_read(xml: str, expected: str) -> None:
    color = read(xml)
    assert color is not None
    assert color.hex == expected


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        # What PowerPoint shows in its colour picker for the Office theme's blue.
        ('<a:lumMod val="75000"/>', "2F5597"),
        ('<a:lumMod val="40000"/><a:lumOff val="60000"/>', "B4C7E7"),
        ('<a:lumMod val="20000"/><a:lumOff val="80000"/>', "DAE3F3"),
        ('<a:lumMod val="50000"/>', "203864"),
    ],
)
def test_the_pickers_lighter_and_darker_shades_come_out(xml: str, expected: str) -> None:
    color = read(f'<a:schemeClr val="accent1">{xml}</a:schemeClr>')
    assert color is not None
    wanted = from_hex(expected)
    assert max(abs(color.r - wanted.r), abs(color.g - wanted.g), abs(color.b - wanted.b)) <= 1


def test_tint_is_the_wash_of_table_bands() -> None:
    assert transform(from_hex("4F81BD"), "tint", 0.4).hex == "D0D8E8"
    assert transform(from_hex("4F81BD"), "tint", 0.2).hex == "E9EDF4"


def test_transforms_apply_in_document_order() -> None:
    one = read('<a:srgbClr val="808080"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:srgbClr>')
    other = read('<a:srgbClr val="808080"><a:lumOff val="50000"/><a:lumMod val="50000"/></a:srgbClr>')
    assert one != other


def test_alpha_and_the_placeholder_colour() -> None:
    fill = make("a:solidFill", make("a:schemeClr", make("a:alpha", val="40000"), val="phClr"))
    assert CONTEXT.with_placeholder(Color(1, 2, 3)).color(fill) == Color(1, 2, 3, 0.4)


def test_a_colour_map_changes_what_names_mean() -> None:
    dark = ColorContext(OFFICE_COLORS, {"bg1": "dk1", "tx1": "lt1"})
    assert dark.slot("tx1") == (255, 255, 255)


def test_no_colour_is_the_default() -> None:
    assert CONTEXT.color(None) is None
    assert CONTEXT.color(make("a:noFill"), Color(1, 1, 1)) == Color(1, 1, 1)


@given(
    st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255)),
    st.lists(st.tuples(st.sampled_from(TRANSFORMS), st.integers(-(10**7), 10**7)), max_size=6),
)
def test_any_chain_of_transforms_stays_in_range(rgb: tuple[int, int, int], chain: list[tuple[str, int]]) -> None:
    changes = "".join(f'<a:{name} val="{amount}"/>' for name, amount in chain)
    color = read('<a:srgbClr val="{:02X}{:02X}{:02X}">'.format(*rgb) + changes + "</a:srgbClr>")
    assert color is not None
    assert all(0 <= each <= 255 for each in (color.r, color.g, color.b))
    assert 0.0 <= color.alpha <= 1.0


@given(st.text(max_size=12))
def test_any_text_is_some_colour(text: str) -> None:
    assert len(from_hex(text).hex) == 6
