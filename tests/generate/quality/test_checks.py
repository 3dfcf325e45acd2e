import io
from dataclasses import replace

from pptx import Presentation

from prezent_widgets.audiences import find_audience
from prezent_widgets.deck.package import problems
from prezent_widgets.generate.build import build_deck
from prezent_widgets.generate.fit import fit
from prezent_widgets.generate.layouts import choose_layouts
from prezent_widgets.generate.model import (
    ChartBlock,
    Series,
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
AUDIENCE = find_audience("executive")
CHART = ChartBlock(
    "column",
    "Visits",
    ("A", "B", "C"),
    (Series("Visits", (3, 2, 1)),),
    reference=("Goal", 4),
    highlight=(0, 2),
    alt="Bars.",
)
TABLE = TableBlock(("Branch", "Visits"), (("North", "3"), ("South", "2")), (False, True), alt="Visits.")
LONG = TextBlock(
    tuple(line(f"Point {number} says what nobody has the time to read on a slide") for number in range(12))
)


def made(*blocks, notes=False):
    story = Story("T", (SlideSpec("s", "text", "Visits grew in every branch", blocks),), ())
    designs = fit(choose_layouts(story, template=TEMPLATE, audience=AUDIENCE), audience=AUDIENCE)
    data = build_deck(designs, template=TEMPLATE, story=story, settings=Settings(speaker_notes=notes))
    assert problems(data) == ()
    return data, story


def found(data, story, check):
    return [finding for finding in review_deck(data, story=story, audience=AUDIENCE).findings if finding.check == check]


def changed(data, change):
    deck = Presentation(io.BytesIO(data))
    change(deck.slides[0])
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def test_what_found_no_room_is_said_unless_the_notes_hold_it():
    findings = found(*made(LONG), "left out")
    assert findings
    assert all(finding.severity == "note" and "speaker notes" in finding.message for finding in findings)
    assert found(*made(LONG, notes=True), "left out") == []


def test_charts_and_tables_are_readable_as_made():
    for block in (CHART, TABLE):
        data, story = made(block)
        assert found(data, story, "contrast") == []
        assert found(data, story, "text size") == []


def test_pale_and_small_text_in_charts_and_tables_is_found():
    data, story = made(TABLE)

    def pale(slide):
        table = next(shape for shape in slide.shapes if shape.has_table).table
        run = table.cell(1, 0).text_frame.paragraphs[0].runs[0]
        run.font.color.theme_color = 14  # background 1
        run.font.size = 88900

    spoilt = changed(data, pale)
    assert [finding.slide for finding in found(spoilt, story, "contrast")] == [1]
    assert "cells" in found(spoilt, story, "text size")[0].message


def test_a_title_that_is_not_read_first_is_found():
    data, story = made(TextBlock((line("One"), line("Two"), line("Three"))))
    spoilt = changed(data, lambda slide: slide.shapes._spTree.append(slide.shapes.title._element))
    assert found(data, story, "reading order") == []
    assert len(found(spoilt, story, "reading order")) == 1


def test_an_empty_lower_third_is_said():
    data, story = made(TextBlock((line("One"), line("Two"), line("Three"))))

    def shrink(slide):
        for shape in list(slide.placeholders):
            if shape.placeholder_format.idx not in (0, 13):
                shape._element.getparent().remove(shape._element)

    assert found(data, story, "empty space") == []
    assert len(found(changed(data, shrink), story, "empty space")) == 1


def test_every_finding_says_what_to_do():
    data, story = made(LONG)
    story = replace(story, slides=(replace(story.slides[0], title="Another title"),))
    report = review_deck(data, story=story, audience=AUDIENCE)
    assert all(finding.message.count(".") >= 2 for finding in report.findings if finding.check != "story")
