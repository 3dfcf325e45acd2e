import io

import pytest
from pptx import Presentation

from prezent_widgets.audiences import AUDIENCES, find_audience
from prezent_widgets.deck.package import problems
from prezent_widgets.generate.build import build_deck
from prezent_widgets.generate.fit import fit
from prezent_widgets.generate.layouts import choose_layouts
from prezent_widgets.generate.model import (
    BigNumber,
    NumbersBlock,
    Settings,
    SlideSpec,
    Story,
    TableBlock,
    TextBlock,
)
from prezent_widgets.generate.review import review_deck
from prezent_widgets.themes import THEMES, build_template
from tests.generate.stories import line

TEMPLATE = build_template(THEMES[1])
LONG = "a fairly long statement that goes on, with a clause behind it (and a bracket), until nobody wants to read it"


def deck(*slides, audience="sales"):
    story = Story("T", slides, ())
    reader = find_audience(audience)
    designs = fit(choose_layouts(story, template=TEMPLATE, audience=reader), audience=reader)
    data = build_deck(designs, template=TEMPLATE, story=story, settings=Settings(speaker_notes=True))
    assert problems(data) == ()
    return designs, data, review_deck(data, story=story, audience=reader)


def big_table(rows, columns):
    cells = tuple(tuple(f"r{row} c{column}" for column in range(columns)) for row in range(rows))
    return TableBlock(tuple(f"Column {n}" for n in range(columns)), cells, (False,) * columns, alt="A table of cells.")


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda audience: audience.id)
def test_too_much_text_is_cut_to_the_audience_s_rules_and_kept_in_the_notes(audience):
    block = TextBlock(tuple(line(f"{number}: {LONG}") for number in range(9)))
    designs, data, report = deck(
        SlideSpec("s", "text", f"A title, {LONG}", (block,), notes="Say it."), audience=audience.id
    )
    assert not [finding for finding in report.findings if finding.check in ("overflow", "text size", "word budget")]
    assert sum(piece.words for piece in designs[0].pieces) <= audience.max_words
    notes = Presentation(io.BytesIO(data)).slides[0].notes_slide.notes_text_frame.text
    assert "8: a fairly long statement" in notes


def test_a_title_takes_two_lines_at_most():
    designs, _, report = deck(
        SlideSpec("s", "text", " ".join([LONG] * 3), (TextBlock((line("One"), line("Two"), line("Three"))),))
    )
    assert not [finding for finding in report.findings if finding.check == "overflow"]
    assert len(designs[0].pieces[0].paragraphs[0].text) < len(LONG) * 2


def test_a_long_table_goes_on_with_its_head_row():
    designs, data, report = deck(SlideSpec("s", "table", "All the rows of it", (big_table(45, 4),)))
    assert len(designs) >= 4
    slides = Presentation(io.BytesIO(data)).slides
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert all(table.cell(0, 0).text == "Column 0" for table in tables)
    assert sum(len(table.rows) - 1 for table in tables) == 45
    assert slides[0].shapes.title.text.endswith("(1/4)")
    assert not [finding for finding in report.findings if finding.check in ("overflow", "titles")]


def test_a_table_too_wide_says_which_columns_are_missing():
    _, data, report = deck(SlideSpec("s", "table", "All the columns", (big_table(3, 14),)))
    assert not [finding for finding in report.findings if finding.check == "overflow"]
    assert "Column 13" in Presentation(io.BytesIO(data)).slides[0].notes_slide.notes_text_frame.text


def test_one_endless_word_still_fits():
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
    block = TextBlock((line(word), line("x"), line("y")))
    _, _, report = deck(SlideSpec("s", "text", word, (block,)), audience="general-public")
    assert not [finding for finding in report.findings if finding.check == "overflow"]


def test_figures_side_by_side_share_one_size():
    numbers = NumbersBlock((BigNumber("7", "short"), BigNumber("1,234.5 million", "long"), BigNumber("12 %", "short")))
    designs, _, report = deck(SlideSpec("s", "numbers", "Three numbers", (numbers,)))
    sizes = {piece.sizes[0] for piece in designs[0].pieces if piece.slot.kind == "figure"}
    assert len(sizes) == 1
    assert not [finding for finding in report.findings if finding.check == "overflow"]


def test_control_characters_and_emoji_are_written_safely():
    _, data, _ = deck(
        SlideSpec("s", "text", "Tab\x07 and 🙂 日本語", (TextBlock((line("a\x00b"), line("c\vd"), line("e"))),))
    )
    assert Presentation(io.BytesIO(data)).slides[0].shapes.title.text == "Tab and 🙂 日本語"
