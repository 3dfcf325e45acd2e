from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prezent_widgets.ooxml.color import Color
from prezent_widgets.ooxml.geometry import path_color, preset_names, preset_paths, shape_paths, text_rectangle
from prezent_widgets.ooxml.xml import NAMESPACES, Element, parse_xml

NAMES = preset_names()
COUNTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def properties(inside: str) -> Element:
    return parse_xml(f'<p:spPr xmlns:p="{NAMESPACES["p"]}" xmlns:a="{NAMESPACES["a"]}">{inside}</p:spPr>'.encode())


def test_all_presets_of_the_standard_are_there() -> None:
    assert len(NAMES) == 187
    assert {"rect", "roundRect", "chevron", "wedgeRoundRectCallout", "flowChartDecision", "star5"} <= set(NAMES)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.floats(0, 2000),
    st.floats(0, 2000),
    st.dictionaries(st.sampled_from(["adj", "adj1", "adj2", "adj3"]), st.integers(-(10**6), 10**6)),
)
def test_any_preset_of_any_size_is_finite(name: str, width: float, height: float, values: dict[str, int]) -> None:
    for path in preset_paths(name, width, height, {key: f"val {value}" for key, value in values.items()}):
        assert path.segments[0][0] == "M"
        for letter, numbers in path.segments:
            assert len(numbers) == COUNTS[letter]
            assert all(math.isfinite(each) for each in numbers)


@pytest.mark.parametrize("name", ["rect", "ellipse", "roundRect", "hexagon", "plus", "diamond", "octagon", "pentagon"])
def test_plain_shapes_stay_in_their_box(name: str) -> None:
    for path in preset_paths(name, 90, 60):
        for _, numbers in path.segments:
            assert all(-0.5 <= x <= 90.5 for x in numbers[0::2])
            assert all(-0.5 <= y <= 60.5 for y in numbers[1::2])


def test_adjustments_move_corners() -> None:
    values = '<a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst>'
    shape = properties(f'<a:prstGeom prst="roundRect">{values}</a:prstGeom>')
    (path,) = shape_paths(shape, 100, 40)
    assert path.segments[0] == ("M", pytest.approx((0, 20)))


def test_an_unknown_preset_is_a_rectangle() -> None:
    assert preset_paths("fromTheFuture", 4, 2) == preset_paths("rect", 4, 2)
    assert shape_paths(None, 4, 2) == preset_paths("rect", 4, 2)


def test_custom_geometry_is_scaled_to_the_shape() -> None:
    shape = properties(
        """<a:custGeom><a:avLst/><a:gdLst><a:gd name="half" fmla="*/ w 1 2"/></a:gdLst>
        <a:rect l="0" t="0" r="half" b="b"/>
        <a:pathLst><a:path w="10" h="10"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>
        <a:lnTo><a:pt x="10" y="5"/></a:lnTo>
        <a:quadBezTo><a:pt x="10" y="10"/><a:pt x="0" y="10"/></a:quadBezTo><a:close/></a:path></a:pathLst>
        </a:custGeom>"""
    )
    (path,) = shape_paths(shape, 100, 50)
    assert [letter for letter, _ in path.segments] == ["M", "L", "C", "Z"]
    assert path.segments[1][1] == pytest.approx((100, 25))
    assert path.segments[2][1][4:] == pytest.approx((0, 50))
    assert text_rectangle(shape, 100, 50) == pytest.approx((0, 0, 50, 50))


def test_text_stands_in_the_inscribed_box() -> None:
    x, y, width, height = text_rectangle(properties('<a:prstGeom prst="ellipse"/>'), 100, 100)
    assert (x, y) == pytest.approx((14.64, 14.64), abs=0.01)
    assert (width, height) == pytest.approx((70.71, 70.71), abs=0.01)
    assert text_rectangle(None, 3, 4) == (0, 0, 3, 4)


def test_paths_say_how_they_take_fill_and_line() -> None:
    can = preset_paths("can", 50, 80)
    assert [(path.fill, path.stroke) for path in can] == [("norm", False), ("lighten", False), ("none", True)]
    assert path_color(Color(100, 100, 100), "lighten") == Color(162, 162, 162)
    assert path_color(Color(9, 9, 9), "norm") == Color(9, 9, 9)
