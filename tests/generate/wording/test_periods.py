from datetime import datetime

from prezent_widgets.generate.wording.periods import Period, of_date, parse_period, periods_in


def test_quarters_in_every_spelling() -> None:
    assert {
        parse_period(text) for text in ("2024-Q3", "Q3 2024", "2024 Q3", "Q3/24", "3. Quartal") if parse_period(text)
    } == {Period(2024, 3, "quarter")}
    assert parse_period("2019") == Period(2019, 0, "year")
    assert parse_period("North") is None


def test_periods_of_a_prompt_in_order() -> None:
    found = periods_in("from May 2019 to Q3 2025, 40% in 2001, the fourth quarter of 2025")
    assert [period.label for period in found] == ["May 2019", "Q3 2025", "2001", "Q4 2025"]


def test_order_and_coarser_periods() -> None:
    day = of_date(datetime(2025, 8, 14), "day")
    assert day.label == "14 Aug 2025"
    assert day.coarser("quarter") == Period(2025, 3, "quarter")
    assert day.coarser("year") < Period(2026, 0, "year")
    assert Period(2025, 3, "quarter").year_before().label == "Q3 2024"


def test_a_day_stands_with_on_and_its_month_written_out() -> None:
    day = of_date(datetime(2025, 3, 2), "day")
    assert (day.when, day.when_long, day.long) == ("on 2 March 2025", "on 2 March 2025", "2 March 2025")
    month = of_date(datetime(2025, 3, 2), "month")
    assert (month.when, month.when_long) == ("in Mar 2025", "in March 2025")
