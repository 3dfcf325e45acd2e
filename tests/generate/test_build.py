import io

import pytest
from pptx import Presentation

from prezent_widgets.audiences import AUDIENCES, find_audience
from prezent_widgets.deck.package import problems
from prezent_widgets.generate.build import build_deck
from prezent_widgets.generate.fit import fit
from prezent_widgets.generate.layouts import choose_layouts
from prezent_widgets.generate.model import Settings
from prezent_widgets.generate.review import report_json, review_deck
from prezent_widgets.themes import THEMES, build_template, find_theme
from tests.generate.stories import full_story

ALL = Settings(speaker_notes=True, cite_footer=True, cite_notes=True)


def make(theme="harbor", audience="sales", settings=ALL):
    template = build_template(find_theme(theme))
    reader = find_audience(audience)
    designs = fit(choose_layouts(full_story(), template=template, audience=reader), audience=reader)
    return build_deck(designs, template=template, story=full_story(), settings=settings)


@pytest.mark.parametrize(
    ("theme", "audience"),
    [(THEMES[number % len(THEMES)].id, audience.id) for number, audience in enumerate(AUDIENCES)],
)
def test_every_brand_and_audience_gives_a_sound_deck(theme, audience):
    data = make(theme, audience)
    assert problems(data) == ()
    deck = Presentation(io.BytesIO(data))
    assert len(deck.slides) == 17
    assert all(slide.shapes.title.text for slide in deck.slides)
    report = review_deck(data, story=full_story(), audience=find_audience(audience))
    assert {finding.check for finding in report.findings} <= {"length", "figures"}


def test_same_input_same_bytes():
    assert make() == make()


def test_charts_and_tables_are_native_and_described():
    deck = Presentation(io.BytesIO(make()))
    charts = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    tables = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert len(charts) == 6
    assert len(tables) == 1
    assert all(shape.is_placeholder for shape in [*charts, *tables])
    assert all(len(shape._element.nvGraphicFramePr.cNvPr.get("descr")) > 8 for shape in [*charts, *tables])
    assert all(chart.chart.part.chart_workbook.xlsx_part is not None for chart in charts)


def test_only_theme_colours_and_theme_fonts():
    data = make()
    deck = Presentation(io.BytesIO(data))
    for slide in deck.slides:
        parts = [slide.part.blob, *(shape.chart.part.blob for shape in slide.shapes if shape.has_chart)]
        for blob in parts:
            assert b"srgbClr" not in blob
            assert b'<a:latin typeface="A' not in blob


def test_no_placeholder_is_left_empty_and_numbers_are_shown():
    deck = Presentation(io.BytesIO(make()))
    for number, slide in enumerate(deck.slides, start=1):
        for shape in slide.placeholders:
            if shape.has_text_frame:
                assert shape.text_frame.text.strip(), (number, shape.name)
        kinds = {str(shape.placeholder_format.type) for shape in slide.placeholders}
        if number not in (1, 17):
            assert any("SLIDE_NUMBER" in kind for kind in kinds)


def test_sources_and_notes_only_when_asked():
    plain = Presentation(io.BytesIO(make(settings=Settings())))
    assert not any(slide.has_notes_slide for slide in plain.slides)
    assert not any(
        "Source:" in shape.text_frame.text
        for slide in plain.slides
        for shape in slide.placeholders
        if shape.has_text_frame
    )
    full = Presentation(io.BytesIO(make()))
    notes = full.slides[1].notes_slide.notes_text_frame.text
    assert "Start with the contrast" in notes
    assert "library-visits.csv, C2:C73 (sum by branch)" in notes
    texts = [shape.text_frame.text for shape in full.slides[6].placeholders if shape.has_text_frame]
    assert "Source: library-visits.csv, survey.xlsx" in texts


def test_the_label_speaks_the_deck_s_language():
    deck = Presentation(io.BytesIO(make(settings=Settings(cite_footer=True, language="de"))))
    texts = [shape.text_frame.text for shape in deck.slides[3].placeholders if shape.has_text_frame]
    assert "Quelle: library-visits.csv" in texts


def test_the_report_is_plain_json_with_origins():
    report = review_deck(make(), story=full_story(), audience=find_audience("sales"))
    data = report_json(report)
    assert data["slides"] == 17
    assert data["facts"][0]["origin"] == {
        "source": "library-visits.csv",
        "cells": ["C2:C73"],
        "computation": "sum by branch",
    }
    assert any(finding["check"] == "figures" for finding in data["findings"])
