import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prezent_widgets.ooxml.arcs import arc_curves


def test_a_quarter_ends_where_it_should() -> None:
    (curve,) = arc_curves(10, 0, 10, 10, 0, 5_400_000)
    assert curve[4:] == pytest.approx((0, 10))


def test_a_full_turn_comes_back() -> None:
    curves = arc_curves(20, 5, 20, 5, 0, 21_600_000)
    assert len(curves) == 4
    assert curves[-1][4:] == pytest.approx((20, 5))


@given(st.floats(0.1, 1e4), st.floats(0.1, 1e4), st.integers(0, 21_600_000), st.integers(-21_600_000, 21_600_000))
def test_every_point_lies_on_the_ellipse(rx: float, ry: float, start: int, sweep: int) -> None:
    angle = math.radians(start / 60_000)
    parameter = math.atan2(math.sin(angle) * rx, math.cos(angle) * ry)
    x, y = rx * math.cos(parameter), ry * math.sin(parameter)
    for curve in arc_curves(x, y, rx, ry, start, sweep):
        assert (curve[4] / rx) ** 2 + (curve[5] / ry) ** 2 == pytest.approx(1, abs=1e-6)


def test_no_radius_is_no_way() -> None:
    assert arc_curves(3, 4, 0, 0, 0, 5_400_000)[-1][4:] == pytest.approx((3, 4))
