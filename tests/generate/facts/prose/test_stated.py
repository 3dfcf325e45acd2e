"""The figures that a sentence states."""

import pytest

from prezent_widgets.generate.facts.prose.stated import stated_number, strong_figure, telling


@pytest.mark.parametrize(
    ("sentence", "figure", "label"),
    [
        ("Visits rose by 23 percent, from 41,200 to 50,700.", "23%", "Visits rose"),
        ("A new bike costs 1,250 euro and lasts about six years.", "€1,250", "A new bike"),
        ("The waiting time fell to 12 minutes.", "12", "The waiting time fell"),
    ],
)
def test_an_amount_stands_large(sentence: str, figure: str, label: str) -> None:
    number = stated_number(sentence, "f1")
    assert number is not None
    assert (number.figure, number.label, number.facts) == (figure, label, ("f1",))


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour has room for 24 more docks, not for 40.",
        "The city decides in January 2027.",
        "Put 40 more bikes at Harbour.",
        "No figure is named here.",
    ],
)
def test_a_count_torn_from_its_words_does_not(sentence: str) -> None:
    assert stated_number(sentence, "f1") is None


def test_the_first_figure_is_strong_and_years_are_not() -> None:
    assert strong_figure("In 2024 it cost 12.6 million euros") == "In 2024 it cost **12.6 million euros**"
    assert [telling(text) for text in ("up 12 %", "24 docks", "in March 2027")] == [2, 1, 0]
