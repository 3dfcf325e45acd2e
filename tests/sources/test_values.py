from datetime import datetime

import pytest

from prezent_widgets.sources.values import clean, day_first, guess_notation, is_blank, parse_date, parse_number


@pytest.mark.parametrize(
    ("text", "notation", "value", "unit"),
    [
        ("1,234.5", "point", 1234.5, ""),
        ("1.234,5", "comma", 1234.5, ""),
        ("1 234,5", "comma", 1234.5, ""),
        ("1'234.50", "point", 1234.5, ""),
        ("−12", "point", -12.0, ""),
        ("(1,200)", "point", -1200.0, ""),
        ("$1,200", "point", 1200.0, "$"),
        ("12,5 %", "comma", 12.5, "%"),
        ("３８", "point", 38.0, ""),
        ("4.2e3", "point", 4200.0, ""),
        ("450 kg", "point", 450.0, "kg"),
    ],
)
def test_numbers_are_read_in_either_notation(text: str, notation, value: float, unit: str) -> None:
    assert parse_number(text, notation) == (value, unit)


@pytest.mark.parametrize("text", ["", "north", "2024-Q3", "1,2,3", "12.2024.1", "v2", "inf"])
def test_what_is_no_number_stays_text(text: str) -> None:
    assert parse_number(text) is None


def test_the_decimal_mark_is_voted_on_by_the_whole_file() -> None:
    assert guess_notation(["1.234", "12,5"]) == "comma"
    assert guess_notation(["1,234", "12.5"]) == "point"
    assert guess_notation(["1.234", "5.678"], delimiter=";") == "comma"
    assert guess_notation(["02.2024", "03.2024", "42.300 kWh", "50.000 kWh"], delimiter=";") == "comma"
    assert guess_notation(["12.000", "3.500"]) == "point"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2001-01-01", datetime(2001, 1, 1)),
        ("2024-03-05T14:30:00Z", datetime(2024, 3, 5, 14, 30)),
        ("05.03.2024", datetime(2024, 3, 5)),
        ("2024-03", datetime(2024, 3, 1)),
        ("03.2024", datetime(2024, 3, 1)),
        ("Mar 2024", datetime(2024, 3, 1)),
        ("14 août 2025", datetime(2025, 8, 14)),
        ("20240305", datetime(2024, 3, 5)),
    ],
)
def test_dates_in_usual_spellings(text: str, expected: datetime) -> None:
    assert parse_date(text) == expected


def test_a_day_above_twelve_decides_the_order() -> None:
    assert day_first(["03/04/2024", "25/04/2024"])
    assert not day_first(["03/04/2024", "04/25/2024"])
    assert parse_date("31.02.2024") is None


def test_blanks_and_odd_spaces() -> None:
    assert is_blank(" n/a ")
    assert is_blank("\u00a0")
    assert not is_blank("0")
    assert clean("a\u00a0b\u200b ") == "a b"
