"""Tables without time: totals, who holds them, where to look first."""

from prezent_widgets.generate.facts.book import Book
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.snapshot import snapshot_topics
from prezent_widgets.generate.profile import profile_table
from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.sources import read_source

TOWNS = "town,budget_eur,sick_rate\nAlba,500,4.1\nBrea,100,4.0\nCoria,100,9.5\nDenia,100,4.2\n"


def topics(text: str, prompt: str = "What stands out?"):
    table = read_source("towns.csv", text.encode()).tables[0]
    return snapshot_topics(Cube(profile_table(table), parse_prompt(prompt), Book()))


def test_money_comes_first_and_names_its_largest_holder() -> None:
    first = topics(TOWNS)[0]
    assert first.title == "Budget totals 800 EUR, and Alba holds 62.5% of it"
    assert first.advice is not None
    assert first.advice.text == "Start with Alba: 62.5% of all budget"
    assert first.takeaway is not None
    assert first.takeaway.text == "Alba and Brea together make 75.0% of budget"


def test_a_rate_is_compared_not_added() -> None:
    rate = next(topic for topic in topics(TOWNS) if "sick" in topic.key)
    assert rate.title == "Coria leads on sick rate with 9.50%; Brea has 4%" or "9.5" in rate.title
    assert "total" not in rate.title
    assert rate.advice is not None
    assert rate.advice.text.startswith("Look first at Coria")
