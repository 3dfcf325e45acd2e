import io
from dataclasses import replace

import pytest
from pptx import Presentation

from prezent_widgets.audiences import find_audience
from prezent_widgets.deck.package import problems
from prezent_widgets.errors import PackageError
from prezent_widgets.generate.build import build_deck
from prezent_widgets.generate.fit import fit
from prezent_widgets.generate.layouts import choose_layouts
from prezent_widgets.generate.model import (
    BigNumber,
    ChartBlock,
    NumbersBlock,
    Series,
    Settings,
    SlideSpec,
    StepsBlock,
    Story,
    TextBlock,
)
from prezent_widgets.generate.review import review_deck
from prezent_widgets.themes import THEMES, build_template
from tests.generate.stories import full_story, line

TEMPLATE = build_template(THEMES[0])
SALES = find_audience("sales")
CHART = ChartBlock("column", "Visits", ("A", "B", "C"), (Series("Visits", (3, 2, 1)),), alt="Columns of visits.")


def names(*slides):
    return [design.layout_name for design in choose_layouts(Story("T", slides, ()), template=TEMPLATE, audience=SALES)]


def lines(count):
    return tuple(line(f"Point number {number} says something") for number in range(1, count + 1))


def test_each_kind_of_content_finds_its_layout():
    def spec(*blocks, role="text"):
        return SlideSpec("s", role, "A title that says something", blocks)

    assert names(spec(CHART)) == ["Wide Chart"]
    assert names(spec(CHART, TextBlock(lines(2)))) == ["Chart and Takeaways"]
    assert names(spec(CHART, CHART)) == ["Two Charts"]
    assert names(spec(TextBlock(lines(4)))) == ["Four Points, Tall"]
    assert names(spec(TextBlock(lines(1)))) == ["Statement, Tall"]
    assert names(spec(NumbersBlock((BigNumber("1", "a"), BigNumber("2", "b"))))) == ["Two Numbers, Tall"]
    assert names(spec(NumbersBlock((BigNumber("1", "a"), BigNumber("2", "b"))), CHART)) == [
        "Two Numbers and Chart, Tall"
    ]
    assert names(spec(StepsBlock((("May", "A step", "Words that fill a card " * 4),) * 5))) == ["Five Steps, Tall"]
    assert names(spec(*(TextBlock(lines(2), f"Head {number}") for number in range(4)))) == ["Four Cards, Tall"]
    assert names(SlideSpec("s", "section", "Part two", subtitle="What follows")) == ["Section Header"]


def test_like_slides_in_a_row_get_different_layouts():
    slide = SlideSpec("s", "chart", "A title", (CHART, TextBlock(lines(2))))
    chosen = names(slide, slide, slide)
    assert chosen[0] != chosen[1] != chosen[2]


def test_content_without_a_layout_is_split_not_lost():
    five = NumbersBlock(tuple(BigNumber(str(number), f"label {number}") for number in range(5)))
    slide = SlideSpec("s", "numbers", "Five numbers", (five, CHART, CHART, CHART), takeaway=line("So there"))
    designs = choose_layouts(Story("T", (slide,), ()), template=TEMPLATE, audience=SALES)
    assert len(designs) >= 3
    charts = [piece for design in designs for piece in design.pieces if isinstance(piece.content, ChartBlock)]
    assert len(charts) == 3
    text = " ".join(p.text for design in designs for piece in design.pieces for p in piece.paragraphs)
    assert all(f"label {number}" in text for number in range(5))
    assert len({design.pieces[0].paragraphs[0].text for design in designs}) == len(designs)


@pytest.mark.parametrize("audience", ["executive", "general-public"])
def test_a_foreign_template_gets_a_sound_deck_too(audience):
    buffer = io.BytesIO()
    Presentation().save(buffer)
    template = buffer.getvalue()
    reader = find_audience(audience)
    designs = fit(choose_layouts(full_story(), template=template, audience=reader), audience=reader)
    data = build_deck(designs, template=template, story=full_story(), settings=Settings(cite_footer=True))
    assert problems(data) == ()
    report = review_deck(data, story=full_story(), audience=reader)
    assert not [finding for finding in report.findings if finding.severity == "error"]


def test_sample_slides_of_a_template_are_not_kept():
    sample = Presentation(io.BytesIO(TEMPLATE))
    sample.slides.add_slide(sample.slide_layouts[0])
    buffer = io.BytesIO()
    sample.save(buffer)
    template = buffer.getvalue()
    designs = fit(choose_layouts(full_story(), template=template, audience=SALES), audience=SALES)
    data = build_deck(designs, template=template, story=full_story())
    assert problems(data) == ()
    assert len(Presentation(io.BytesIO(data)).slides) == len(designs)


def test_a_template_without_titles_is_refused():
    deck = Presentation()
    for layout in list(deck.slide_layouts)[:6] + list(deck.slide_layouts)[7:]:
        deck.slide_layouts.remove(layout)
    buffer = io.BytesIO()
    deck.save(buffer)
    with pytest.raises(PackageError, match="has a title"):
        choose_layouts(full_story(), template=buffer.getvalue(), audience=SALES)


def test_a_takeaway_keeps_its_strip_and_cards_take_the_room_without_one():
    numbers = NumbersBlock((BigNumber("1", "a"), BigNumber("2", "b")))
    with_strip = SlideSpec("s", "numbers", "A title that says something", (numbers,), takeaway=line("So what"))
    assert names(with_strip) == ["Two Numbers"]
    assert names(replace(with_strip, takeaway=None)) == ["Two Numbers, Tall"]


def test_a_single_line_beside_a_chart_goes_under_it():
    spec = SlideSpec("s", "chart", "A title that says something", (CHART, TextBlock(lines(1))))
    design = choose_layouts(Story("T", (spec,), ()), template=TEMPLATE, audience=SALES)[0]
    assert design.layout_name == "Wide Chart"
    assert any(piece.slot.kind == "takeaway" for piece in design.pieces)


def test_short_headed_blocks_become_rows_and_long_ones_cards():
    short = [TextBlock(lines(1), f"Head {number}") for number in range(2)]
    assert names(SlideSpec("s", "columns", "A title that says something", (*short,))) in (
        ["Two Rows, Tall"],
        ["Two Points, Tall"],
    )
    long = [TextBlock(tuple(line("Words that fill a card " * 3) for _ in range(4)), f"Head {n}") for n in range(2)]
    assert names(SlideSpec("s", "columns", "A title that says something", (*long,))) == ["Two Cards, Tall"]


def test_steps_without_detail_become_rows():
    steps = StepsBlock((("May", "Open the doors", ""), ("June", "Count the visits", ""), ("July", "Report", "")))
    assert names(SlideSpec("s", "steps", "A title that says something", (steps,))) == ["Three Steps Down, Tall"]
