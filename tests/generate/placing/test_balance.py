import pytest

from prezent_widgets.deck.text import Paragraph
from prezent_widgets.deck.text.looks import Look
from prezent_widgets.deck.text.metrics import Run, wrap
from prezent_widgets.generate.placing.balance import NO_BREAK, balance

LOOK = Look(26, "Arial", bold=True)


def last_line(text, width):
    balanced = balance(Paragraph((Run(text),)), LOOK, 26, width)
    assert balanced.text.replace(NO_BREAK, " ") == text
    assert wrap(balanced.runs, LOOK, 26, width)[0] == wrap([Run(text)], LOOK, 26, width)[0]
    return balanced.text.rsplit(" ", 1)[-1].split(NO_BREAK)


def test_no_lone_last_word():
    assert last_line("The teams of the south report what stands behind the change", 740) == ["behind", "the", "change"]


def test_a_break_after_a_mark_is_preferred():
    last = last_line("Riverside draws more than half of all visits, Old Town 3 %", 700)
    assert last == ["Old", "Town", "3", "%"]


@pytest.mark.parametrize("figure", ["2.35 million USD", "12 percent", "Q3 2025", "March 2026"])
def test_a_figure_keeps_its_unit(figure):
    words = figure.split()
    for width in range(420, 900, 7):
        last = last_line(f"Revenue of the northern branches must reach {figure} before the year is over", width)
        if len(last) > 1:
            assert last[0] not in words[1:]


def test_short_titles_stay_as_they_are():
    assert balance(Paragraph((Run("Visits grew"),)), LOOK, 26, 100).text == "Visits grew"
    assert balance(Paragraph((Run("Visits grew in every branch this year"),)), LOOK, 26, 860).text.count(NO_BREAK) == 0


def test_a_cover_does_not_end_in_a_lone_year():
    assert last_line("Quarterly business review Q3 2025", 430) in (["Q3", "2025"], ["review", "Q3", "2025"])
