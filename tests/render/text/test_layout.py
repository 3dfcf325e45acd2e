import itertools

import pytest
from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from prezent_widgets.render import open_deck
from prezent_widgets.render.png import to_image
from prezent_widgets.render.svg import to_svg

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture
def box(blank):
    shape = blank.slides[0].shapes.add_textbox(Pt(100), Pt(100), Pt(200), Pt(100))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return shape


def runs(blank, save, texts):
    return texts(open_deck(save(blank)).scene(0))


def lines(nodes):
    return sorted({round(node.y, 2) for node in nodes})


def write(box, text, size=20):
    box.text_frame.text = text
    for paragraph in box.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)


def test_a_line_is_1_2_em_high(blank, box, save, texts):
    write(box, "one\ntwo\nthree", 20)
    tops = lines(runs(blank, save, texts))
    assert [round(b - a, 2) for a, b in itertools.pairwise(tops)] == [24.0, 24.0]
    assert 0.75 * 20 < tops[0] < 20


@pytest.mark.parametrize(("anchor", "middle"), [(MSO_ANCHOR.TOP, 12), (MSO_ANCHOR.MIDDLE, 50), (MSO_ANCHOR.BOTTOM, 88)])
def test_anchors(blank, box, save, texts, anchor, middle):
    write(box, "one")
    box.text_frame.vertical_anchor = anchor
    (node,) = runs(blank, save, texts)
    baseline = {12: 0, 50: 38, 88: 76}[middle]
    top_baseline = node.y - baseline
    assert 15 < top_baseline < 20


@pytest.mark.parametrize(("align", "edge"), [(PP_ALIGN.LEFT, 0.0), (PP_ALIGN.CENTER, 0.5), (PP_ALIGN.RIGHT, 1.0)])
def test_alignment(blank, box, save, texts, align, edge):
    write(box, "Some words")
    box.text_frame.paragraphs[0].alignment = align
    (node,) = runs(blank, save, texts)
    assert node.x == pytest.approx((200 - node.advance) * edge, abs=0.01)


def test_justified_lines_reach_both_edges(blank, box, save, texts):
    write(box, "wide words that go over more lines than one of them", 20)
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.JUSTIFY
    nodes = runs(blank, save, texts)
    first = [node for node in nodes if node.y == min(each.y for each in nodes)]
    assert first[0].x == pytest.approx(0, abs=0.01)
    assert first[-1].x + first[-1].advance == pytest.approx(200, abs=0.1)
    last = [node for node in nodes if node.y == max(each.y for each in nodes)]
    assert last[-1].x + last[-1].advance < 199


def test_words_wrap_and_nothing_is_lost(blank, box, save, texts):
    write(box, "The quick brown fox jumps over the lazy dog again and again", 18)
    nodes = runs(blank, save, texts)
    assert len(lines(nodes)) > 2
    assert (
        " ".join(node.text.strip() for node in nodes) == "The quick brown fox jumps over the lazy dog again and again"
    )
    assert all(node.x + len(node.text.rstrip()) * 4 < 200 for node in nodes)


def test_without_wrapping_a_line_is_as_long_as_it_is(blank, box, save, texts):
    write(box, "The quick brown fox jumps over the lazy dog", 18)
    box.text_frame.word_wrap = False
    (node,) = runs(blank, save, texts)
    assert node.advance > 200


def test_bullets_hang_and_numbers_count(blank, box, save, texts):
    write(box, "first\nsecond\nthird", 20)
    for paragraph in box.text_frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", "254000")
        properties.set("indent", "-254000")
        etree.SubElement(properties, A + "buAutoNum", type="arabicPeriod")
    nodes = runs(blank, save, texts)
    assert [node.text for node in nodes] == ["1.", "first", "2.", "second", "3.", "third"]
    assert [node.x for node in nodes[:2]] == [0.0, 20.0]


def test_stored_autofit_paints_whole_points_and_tighter_lines(blank, box, save, texts):
    write(box, "one\ntwo", 20)
    properties = box.text_frame._txBody.bodyPr
    for fit in list(properties):
        properties.remove(fit)
    etree.SubElement(properties, A + "normAutofit", fontScale="92500", lnSpcReduction="20000")
    first, second = runs(blank, save, texts)
    assert first.size == 19
    assert second.y - first.y == pytest.approx(19 * 1.2 * 0.8)


def test_spacing_before_and_after(blank, box, save, texts):
    write(box, "one\ntwo", 20)
    box.text_frame.paragraphs[0].space_after = Pt(6)
    box.text_frame.paragraphs[1].space_before = Pt(4)
    first, second = runs(blank, save, texts)
    assert second.y - first.y == pytest.approx(34)


def test_superscripts_are_raised_and_small(blank, box, save, texts):
    write(box, "x", 30)
    run = box.text_frame.paragraphs[0].add_run()
    run.text, run.font.size = "2", Pt(30)
    run.font._element.set("baseline", "30000")
    base, power = runs(blank, save, texts)
    assert (power.size, base.y - power.y) == (20.0, pytest.approx(9.0))


def test_links_are_underlined_in_the_theme_colour(blank, box, save, texts):
    write(box, "site")
    box.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.org/"
    (node,) = runs(blank, save, texts)
    assert (node.link, node.underline) == ("https://example.org/", True)


def test_vertical_text_is_turned(blank, box, save, texts):
    write(box, "down")
    box.text_frame._txBody.bodyPr.set("vert", "vert")
    (node,) = runs(blank, save, texts)
    assert node.transform[:4] == (0.0, 1.0, -1.0, 0.0)


def test_right_to_left_paragraphs_start_at_the_right(blank, box, save, texts):
    write(box, "שלום עולם")
    box.text_frame.paragraphs[0]._p.get_or_add_pPr().set("rtl", "1")
    nodes = runs(blank, save, texts)
    assert all(node.rtl for node in nodes)
    assert max(node.x + node.advance for node in nodes) == pytest.approx(200, abs=0.1)
    assert max(nodes, key=lambda node: node.x).text.startswith("שלום")


def test_capitals(blank, box, save, texts):
    write(box, "Total")
    box.text_frame.paragraphs[0].runs[0].font._element.set("cap", "all")
    assert [node.text for node in runs(blank, save, texts)] == ["TOTAL"]


def test_centred_text_stands_between_its_margins(blank, box, save, texts):
    write(box, "middle")
    paragraph = box.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    paragraph._p.get_or_add_pPr().set("marL", "508000")
    (node,) = runs(blank, save, texts)
    assert node.x + node.advance / 2 == pytest.approx((40 + 200) / 2)


def test_the_last_line_of_justified_hebrew_starts_at_the_right(blank, box, save, texts):
    write(box, "שלום")
    properties = box.text_frame.paragraphs[0]._p.get_or_add_pPr()
    properties.set("rtl", "1")
    properties.set("algn", "just")
    (node,) = runs(blank, save, texts)
    assert node.x + node.advance == pytest.approx(200)


def gradient(first, second, angle):
    return etree.fromstring(
        f'<a:gradFill xmlns:a="{A[1:-1]}"><a:gsLst><a:gs pos="0"><a:srgbClr val="{first}"/></a:gs>'
        f'<a:gs pos="100000"><a:srgbClr val="{second}"/></a:gs></a:gsLst><a:lin ang="{angle}"/></a:gradFill>'
    )


def test_a_gradient_runs_over_the_line_not_over_each_run(blank, box, save, texts):
    for words in ("left ", "right"):
        run = box.text_frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.bold = words, Pt(20), words == "left "
        run._r.get_or_add_rPr().insert(0, gradient("FF0000", "0000FF", 0))
    left, right = runs(blank, save, texts)
    assert left.paint == right.paint
    assert left.paint.x1 == pytest.approx(0.0)
    assert left.paint.x2 == pytest.approx(right.x + right.advance)


def test_gradient_text_is_seen_in_both_kinds_of_picture(blank, box, save):
    run = box.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold = "HHHHHHHH", Pt(24), True
    run._r.get_or_add_rPr().insert(0, gradient("FF0000", "0000FF", 0))
    scene = open_deck(save(blank)).scene(0)
    assert scene.warnings == ()
    (filled,) = [
        each for each in etree.fromstring(to_svg(scene).encode()).iter("{*}path") if "url(" in each.get("fill")
    ]
    assert filled.get("d").count("M") == 8
    image = to_image(scene)
    inked = [image.getpixel((x, 114)) for x in range(100, 240)]
    reds = [color for color in inked if color[1] < 30]
    assert reds[0][0] > 200
    assert reds[-1][2] > 200
