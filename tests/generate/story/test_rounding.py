"""Running text to an audience's digits."""

import pytest

from prezent_widgets.generate.facts.book import rich
from prezent_widgets.generate.model import ChartBlock, Series, SlideSpec, TextBlock
from prezent_widgets.generate.story.rounding import rounded, to_digits


@pytest.mark.parametrize(
    ("text", "digits", "shown"),
    [
        ("38.8% of 56,476 GWh in 2017", 2, "39% of 56,500 GWh in 2017"),
        ("38.8% of 56,476 GWh in 2017", 3, "38.8% of 56,500 GWh in 2017"),
        ("1,587,174 users", 4, "1,587,000 users"),
        ("1,437 of 8,693", 2, "1,437 of 8,693"),
        ("3.5%, 2.18 million, 15.3x", 2, "3.5%, 2.2 million, 15x"),
        ("INC-102 and 99.95%", 2, "INC-102 and 99.95%"),
    ],
)
def test_figures_keep_the_digits_asked_for(text: str, digits: int, shown: str) -> None:
    assert rounded(text, digits) == shown


def test_charts_and_notes_keep_exact_values() -> None:
    chart = ChartBlock("column", "Sold", ("A",), (Series("Sold", (56476.0,)),))
    slide = SlideSpec("s1", "chart", "56,476 sold", (chart, TextBlock((rich("**38.8%**"),))), notes="56,476 sold")
    shown = to_digits(slide, 2)
    assert shown.title == "56,500 sold"
    assert shown.blocks[0] is chart
    assert isinstance(shown.blocks[1], TextBlock)
    assert shown.blocks[1].lines[0].text == "39%"
    assert shown.notes == "56,476 sold"
