from prezent_widgets.deck.text import Paragraph
from prezent_widgets.deck.text.metrics import Run
from prezent_widgets.generate.placing.shorten import shorten


def text(value, **options):
    found = shorten(Paragraph((Run("Sales", True), Run(value))), **options)
    return None if found is None else found.text


def test_brackets_go_first_then_clauses():
    assert text(" grew by 4 % (after 2 %), driven by the north") == "Sales grew by 4 %, driven by the north"
    assert text(" grew by 4 %, driven by the north") == "Sales grew by 4 %"
    assert text(" grew") is None


def test_words_go_only_when_forced():
    assert text(" grew in every single region", force=True) == "Sales grew in every single…"
    assert text(" grew in every single region") is None


def test_figures_can_be_protected():
    assert text(" grew in every region, by 4 % in all", figures=True) is None
    assert text(" grew in every region, as we said before", figures=True) == "Sales grew in every region"


def test_weights_are_kept():
    found = shorten(Paragraph((Run("Sales", True), Run(" grew by 4 %, driven by the north"))))
    assert found is not None
    assert [run.bold for run in found.runs] == [True, False]
