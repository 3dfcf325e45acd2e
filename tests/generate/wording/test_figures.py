import pytest

from prezent_widgets.generate.wording.figures import (
    compact,
    large,
    multiple,
    number,
    percent,
    signed_percent,
    with_unit,
)


@pytest.mark.parametrize("value", [0.0, 1e-9, 0.0412, 3.2, 999.5, 21933.0, 1.2e9, -4.5e12, float("nan")])
def test_never_an_exponent_or_nan(value: float) -> None:
    for text in (number(value), percent(value) if value == value else "", compact(value) if value == value else ""):
        assert "e" not in text.replace("e1", "e") or "e+" not in text
        assert "nan" not in text


def test_whole_numbers_are_exact_and_separated() -> None:
    assert number(1587174) == "1,587,174"
    assert number(33.5476) == "33.5"
    assert compact(2181385) == "2.18 million"
    assert compact(240000) == "240,000"


def test_units() -> None:
    assert with_unit(21933, "thousand megawatt-hours") == "21,933 thousand MWh"
    assert with_unit(-1200, "$") == "-$1,200"
    assert with_unit(12.5, "%") == "12.5%"
    assert large(2181385, "USD", "revenue") == ("2.18 million", "USD revenue")


def test_shares_and_changes() -> None:
    assert percent(38.836) == "38.8%"
    assert signed_percent(-5.585) == "\u22125.6%"
    assert signed_percent(1426.3) == "+1,426%"
    assert multiple(15.263) == "15.3x"
