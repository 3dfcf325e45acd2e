"""What figures mean, entered as facts that can be checked."""

import pytest

from prezent_widgets.generate.facts.book import Book
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.sense import against_average, contrast, few, lead_on, pace, years_between
from prezent_widgets.generate.profile import Measure, profile_table
from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.sources import read_source


def cube(text: str) -> Cube:
    return Cube(profile_table(read_source("d.csv", text.encode()).tables[0]), parse_prompt("How did it go?"), Book())


def test_pace_is_the_yearly_rate() -> None:
    table = cube("year,visits\n2010,100\n2012,150\n2020,200\n")
    measure = table.profile.measures[0]
    years = Period(2010, 0, "year"), Period(2020, 0, "year")
    line = pace(table, measure, "Total", (years[0], 100.0), (years[1], 200.0))
    assert line is not None
    assert line.text == "Over 10 years that is +7.2% a year on average"
    assert table.book.facts[-1].value == pytest.approx(7.177, abs=0.001)
    assert pace(table, measure, "Total", (years[0], 0.0), (years[1], 200.0)) is None
    assert years_between(Period(2019, 11, "month"), Period(2020, 2, "month")) == pytest.approx(0.25)


def test_the_weight_of_the_few_and_none_when_even() -> None:
    table = cube("year,visits\n2010,100\n")
    few_hold = few(table, None, [("a", 50.0), ("b", 30.0), ("c", 10.0), ("d", 10.0)], ("A1",), "all visits")
    assert few_hold is not None
    assert few_hold.text == "A and b together make 80.0% of all visits"
    even = few(table, None, [("a", 26.0), ("b", 25.0), ("c", 25.0), ("d", 24.0)], ("A1",), "all visits")
    assert even is not None
    assert even.text.startswith("No group stands out")
    assert few(table, None, [("a", 50.0), ("b", 50.0)], ("A1",), "all") is None


def test_averages_and_multiples() -> None:
    table = cube("year,visits\n2010,100\n2011,120\n2012,170\n")
    measure = table.profile.measures[0]
    above = against_average(table, measure, "2012", 170.0, [100.0, 120.0, 170.0], "years")
    assert above is not None
    assert above.text == "2012 lies 30.8% above the average of 3 years, 130"
    assert against_average(table, measure, "2012", 131.0, [130.0, 130.0], "years") is None
    twice = contrast(table, measure, ("b", 170.0), ("a", 85.0), (0, 1))
    assert twice is not None
    assert twice.text == "B is at 2.0x the level of a"


@pytest.mark.parametrize(
    ("label", "verb"), [("Revenue", "Build on"), ("Energy", "Look first at"), ("Net generation", "Plan for")]
)
def test_the_verb_of_an_advice_follows_the_measure(label: str, verb: str) -> None:
    assert lead_on(Measure("m", label, "", (1.0,), True), "How did the mix change?") == verb
