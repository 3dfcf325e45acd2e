import pytest

from prezent_widgets.generate.model import Fact, Origin
from prezent_widgets.generate.quality.numbers import figures_in, known_figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose 14.5 % to 1,204,000", [14.5, 1204000.0]),
        ("Umsatz stieg um 14,5 % auf 1.204.000", [14.5, 1204000.0]),
        ("1 204,5 and 1'204.5".replace(" ", "\u202f", 1), [1204.5, 1204.5]),
        ("fell by −26.4%", [-26.4]),
        ("no figures here", []),
        ("x2 and Q3", []),
    ],
)
def test_figures_are_read_in_several_spellings(text, values):
    assert [figure.value for figure in figures_in(text)] == values


@pytest.mark.parametrize(
    "text", ["in 2025", "on 26 December", "26. Dezember", "INC-052", "3 of 4", "at 07:30", "100 %"]
)
def test_dates_labels_and_small_counts_need_no_fact(text):
    assert all(figure.trivial for figure in figures_in(text))


@pytest.mark.parametrize(
    ("shown", "founded"),
    [("48,213", True), ("48.2 thousand", True), ("48,000", True), ("0.05 million", True), ("47,000", False)],
)
def test_rounding_is_allowed_and_invention_is_not(shown, founded):
    fact = Fact("f", "total", "Visits", 48213.0, "48,213", Origin("a.csv", (), ""))
    allowed = known_figures([fact], [])
    assert all(figure.matches(allowed) for figure in figures_in(shown)) is founded
