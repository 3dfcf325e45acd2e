from prezent_widgets.generate.facts.compare import choose_pair
from prezent_widgets.generate.profile import Axis
from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.generate.wording.periods import Period

QUARTERS = tuple(Period(2024 + (i + 2) // 4, (i + 2) % 4 + 1, "quarter") for i in range(5))
MONTHS = tuple(Period(2006 + i // 12, i % 12 + 1, "month") for i in range(36))


def pair(points: tuple[Period, ...], prompt: str) -> tuple[str, str, bool]:
    found = choose_pair(Axis("t", "T", points[0].grain, points, points), parse_prompt(prompt))
    assert found is not None
    return found.base.label, found.focus.label, found.seasonal


def test_the_prompt_names_the_periods() -> None:
    assert pair(QUARTERS, "Q3 2025 against Q3 2024") == ("Q3 2024", "Q3 2025", True)
    assert pair(QUARTERS, "Q3 2025 against Q2 2025") == ("Q2 2025", "Q3 2025", False)
    assert pair(MONTHS, "from 2006 to 2007") == ("Jan 2006", "Dec 2007", False)
    assert pair(MONTHS, "2007 against 2006") == ("2006", "2007", False)


def test_without_a_word_quarters_go_back_a_year_and_years_to_the_first() -> None:
    assert pair(QUARTERS, "What happened?") == ("Q3 2024", "Q3 2025", True)
    years = tuple(Period(year, 0, "year") for year in range(2001, 2018))
    assert pair(years, "What happened?") == ("2001", "2017", False)
    assert choose_pair(Axis("t", "T", "year", years[:1], years[:1]), parse_prompt("x")) is None
