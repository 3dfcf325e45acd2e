import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prezent_widgets.render.charts.scale import log_scale, nice_scale


@pytest.mark.parametrize(
    ("least", "most", "low", "high", "step"),
    [
        (1.8, 5, 0, 6, 1), (5, 95, 0, 100, 10), (5, 96, 0, 120, 20), (12, 45, 0, 50, 5), (90, 100, 84, 102, 2),
        (-4, 28.6, -10, 35, 5), (-95, -5, -100, 0, 10), (0, 0, 0, 1, 0.1), (7, 7, 0, 8, 1),
    ],
)  # fmt: skip
def test_ends_and_steps_are_powerpoints(least: float, most: float, low: float, high: float, step: float) -> None:
    scale = nice_scale(least, most)
    assert (scale.low, scale.high, scale.step) == pytest.approx((low, high, step))


def test_less_room_means_longer_steps() -> None:
    assert nice_scale(0, 95, intervals=3).step == 50


def test_what_the_file_fixes_is_kept() -> None:
    scale = nice_scale(0, 95, low=20, high=80, step=15)
    assert scale.ticks == (20, 35, 50, 65, 80)


def test_percent_axes_end_at_a_hundred() -> None:
    scale = nice_scale(0, 1, padded=False)
    assert (scale.high, len(scale.ticks)) == (1.0, 11)


def test_a_logarithmic_axis_runs_from_power_to_power() -> None:
    scale = log_scale(3, 4000, 10, None, None)
    assert scale.ticks == (1, 10, 100, 1000, 10000)
    assert scale.share(100) == pytest.approx(0.5)


@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12), st.integers(1, 12))
def test_any_values_lie_between_the_ends(one: float, other: float, intervals: int) -> None:
    least, most = sorted((one, other))
    scale = nice_scale(least, most, intervals=intervals)
    assert scale.low < scale.high
    tolerance = 1e-6 * max(abs(least), abs(most), 1e-12)
    assert scale.low <= least + tolerance
    assert scale.high >= most - tolerance
    assert all(math.isfinite(tick) for tick in scale.ticks)
    assert len(scale.ticks) <= 201
