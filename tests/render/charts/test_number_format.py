import pytest
from hypothesis import given
from hypothesis import strategies as st

from prezent_widgets.render.charts.number_format import format_number, general


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (1234567.891, "#,##0", "1,234,568"), (1234.5, "#,##0.00", "1,234.50"), (0.256, "0%", "26%"),
        (0.2565, "0.0%", "25.7%"), (-5, "0", "-5"), (-5, "0;(0)", "(5)"), (0, '0;-0;"none"', "none"),
        (3, '0" t"', "3 t"), (1500000, "0.0,,\"M\"", "1.5M"), (45000, "#,##0,", "45"), (12.5, "$#,##0.00", "$12.50"),
        (7, "000", "007"), (0.5, "#.##", ".5"), (3.14159, "0.0#", "3.14"), (3.0, "0.0#", "3.0"), (12, "General", "12"),
        (1234, "General\" pcs\"", "1234 pcs"), (0.000123, "0.0E+00", "1.2E-04"), (5, '[Red]0" x"', "5 x"),
        (-0.004, "0.00", "0.00"), (2.5, "0", "3"), (1e6, "[$€-407]#,##0", "1,000,000"), (4, "@", "4"),
        (46023, "yyyy-mm-dd", "2026-01-01"), (46023, "mmm yy", "Jan 26"),
        (46023.75, "d/m/yyyy h:mm AM/PM", "1/1/2026 6:00 PM"),
    ],
)  # fmt: skip
def test_codes_are_followed(number: float, code: str, text: str) -> None:
    assert format_number(number, code) == text


@given(
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text(alphabet='0#?,.%;"E+-ymdhs[]\\_*@ aG', max_size=12),
)
def test_any_code_gives_some_text(number: float, code: str) -> None:
    assert isinstance(format_number(number, code), str)


def test_the_shortest_form() -> None:
    assert [general(each) for each in (1.0, 0.1 + 0.2, -0.0, 1e-7, 123456.789)] == [
        "1", "0.3", "0", "1E-07", "123456.789",
    ]  # fmt: skip
