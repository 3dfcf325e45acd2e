import io
import zipfile

import pytest
from pptx import Presentation

from prezent_widgets.deck.contrast import placeholder_contrasts
from prezent_widgets.deck.package import problems
from prezent_widgets.themes import THEMES, build_template

NAMES = (
    "Title Slide",
    "Title and Content",
    "Two Content",
    "Comparison",
    "Section Header",
    "Title Only",
    "Agenda",
    "Table",
)
EVERY = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)


@EVERY
def test_template_is_a_sound_package_that_python_pptx_reads(theme):
    data = build_template(theme)
    assert problems(data) == ()
    deck = Presentation(io.BytesIO(data))
    assert len(deck.slides) == 0
    assert len(deck.slide_layouts) >= 14
    names = [layout.name for layout in deck.slide_layouts]
    assert len(set(names)) == len(names)
    assert set(NAMES) <= set(names)
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)


@EVERY
def test_every_layout_has_a_title_and_keeps_to_the_page(theme):
    deck = Presentation(io.BytesIO(build_template(theme)))
    for layout in deck.slide_layouts:
        kinds = [str(shape.placeholder_format.type) for shape in layout.placeholders]
        assert any("TITLE" in kind for kind in kinds), layout.name
        indices = [shape.placeholder_format.idx for shape in layout.placeholders]
        assert len(set(indices)) == len(indices), layout.name
        for shape in layout.placeholders:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width + 1, (layout.name, shape.name)
            assert shape.top + shape.height <= deck.slide_height, (layout.name, shape.name)


@EVERY
def test_placeholders_of_a_layout_do_not_overlap(theme):
    deck = Presentation(io.BytesIO(build_template(theme)))
    for layout in deck.slide_layouts:
        boxes = [(s.name, s.left, s.top, s.left + s.width, s.top + s.height) for s in layout.placeholders]
        for number, first in enumerate(boxes):
            for second in boxes[number + 1 :]:
                wide = min(first[3], second[3]) - max(first[1], second[1])
                high = min(first[4], second[4]) - max(first[2], second[2])
                assert wide <= 12700 or high <= 12700, (layout.name, first[0], second[0])


@EVERY
def test_text_stands_out_from_what_lies_behind_it(theme):
    for place, (contrast, size) in placeholder_contrasts(build_template(theme)).items():
        assert contrast >= (3.0 if size >= 24 else 4.5), place


@EVERY
def test_colours_come_from_the_theme(theme):
    with zipfile.ZipFile(io.BytesIO(build_template(theme))) as archive:
        for name in archive.namelist():
            if name.startswith(("ppt/slideLayouts/s", "ppt/slideMasters/s", "ppt/tableStyles", "ppt/notesMasters/n")):
                assert b"srgbClr" not in archive.read(name), name


@EVERY
def test_same_theme_same_bytes(theme):
    first = build_template(theme)
    build_template.cache_clear()
    assert build_template(theme) == first
