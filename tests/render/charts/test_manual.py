"""Places fixed by hand."""

import pytest
from lxml import etree

from prezent_widgets.render.charts.manual import inner_target, manual_box
from prezent_widgets.render.context import Rect

WHOLE = Rect(100, 50, 400, 200)


def element(**values):
    inner = "".join(f'<c:{name} val="{value}"/>' for name, value in values.items())
    return etree.fromstring(
        '<c:plotArea xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:layout>'
        f"<c:manualLayout>{inner}</c:manualLayout></c:layout></c:plotArea>"
    )


def test_fractions_of_the_whole_chart():
    found = manual_box(element(xMode="edge", yMode="edge", x=0.25, y=0.5, w=0.5, h=0.25), WHOLE)
    assert found == Rect(200, 150, 200, 50)


def test_the_far_edges_can_be_given_instead():
    found = manual_box(
        element(xMode="edge", yMode="edge", wMode="edge", hMode="edge", x=0.25, y=0.5, w=0.5, h=0.75), WHOLE
    )
    assert found == Rect(200, 150, 100, 50)


@pytest.mark.parametrize(
    "values", [{}, {"x": 0.1}, {"x": 0.1, "y": 0.1}, {"xMode": "factor", "yMode": "edge", "x": 0.1, "y": 0.1}]
)
def test_what_does_not_fix_a_place(values):
    assert manual_box(element(**values), WHOLE) is None


def test_no_layout():
    assert manual_box(None, WHOLE) is None


def test_wild_numbers_stay_near():
    found = manual_box(element(xMode="edge", yMode="edge", x=1e9, y="-7e8", w=-3, h="nan"), WHOLE)
    assert found is not None
    assert abs(found.x) < 2000
    assert found.width == found.height == 0


def test_which_area_a_layout_means():
    assert inner_target(element(layoutTarget="inner"))
    assert not inner_target(element(layoutTarget="outer"))
    assert not inner_target(None)
