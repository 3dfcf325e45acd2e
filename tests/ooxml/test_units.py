import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prezent_widgets.ooxml.units import (
    Emu,
    parse_bool,
    parse_degrees,
    parse_emu,
    parse_fraction,
    parse_number,
    to_emu,
    to_pt,
)


@pytest.mark.parametrize(
    ("text", "emu"), [("914400", 914400), ("-12700", -12700), ("2.54cm", 914400), ("72pt", 914400), ("1.5in", 1371600)]
)
def test_lengths_are_read_with_and_without_units(text: str, emu: int) -> None:
    assert parse_emu(text) == emu


@given(st.text())
def test_no_text_breaks_a_number(text: str) -> None:
    assert math.isfinite(parse_number(text, 3.0))
    assert abs(parse_emu(text)) <= 2**47
    assert math.isfinite(parse_fraction(text))
    assert math.isfinite(parse_degrees(text))
    assert parse_bool(text) in (True, False)


@given(st.integers(-(10**9), 10**9))
def test_points_and_emu_go_both_ways(value: int) -> None:
    assert to_emu(to_pt(Emu(value))) == value


def test_fractions_are_thousandths_of_a_percent_or_percent() -> None:
    assert parse_fraction("33000") == pytest.approx(0.33)
    assert parse_fraction("33%") == pytest.approx(0.33)
    assert parse_fraction("33 percent", 1.0) == 1.0
