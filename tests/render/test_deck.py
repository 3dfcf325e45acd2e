import io

import pytest
from lxml import etree
from pptx import Presentation as new_deck
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Emu, Pt

from prezent_widgets.errors import InputError, PackageError
from prezent_widgets.render import open_deck, slide_png, slide_svg
from prezent_widgets.render.scene import ImageNode, LinearGradient, PathNode, Solid


def shape_nodes(scene):
    return [node for node in scene.nodes[1:] if isinstance(node, PathNode)]


def test_size_and_count(blank, save):
    deck = open_deck(save(blank))
    assert (deck.n_slides, deck.size) == (1, (960.0, 540.0))
    scene = deck.scene(0)
    assert (scene.width, scene.height, scene.warnings) == (960.0, 540.0, ())
    assert scene.nodes[0].fill == Solid((255, 255, 255, 1.0))


def test_a_slide_that_is_not_there(blank, save):
    deck = open_deck(save(blank))
    with pytest.raises(InputError, match="There is no slide 3"):
        deck.scene(3)
    assert deck.scene(-1) == deck.scene(0)


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04 cut short"])
def test_broken_bytes_say_what_to_do(data):
    with pytest.raises(PackageError) as raised:
        slide_svg(data, 0)
    assert raised.value.hint


def test_a_filled_shape_stands_where_it_was_put(blank, save):
    shape = blank.slides[0].shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(100), Pt(50), Pt(200), Pt(80))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(0x12, 0x34, 0x56)
    shape.line.width = Pt(3)
    shape.line.color.rgb = RGBColor(255, 0, 0)
    (node,) = shape_nodes(open_deck(save(blank)).scene(0))
    assert node.fill == Solid((0x12, 0x34, 0x56, 1.0))
    assert node.transform == (1.0, 0.0, 0.0, 1.0, 100.0, 50.0)
    assert node.segments[2] == ("L", (200.0, 80.0))
    assert (node.stroke.width, node.stroke.paint) == (3.0, Solid((255, 0, 0, 1.0)))


def test_rotation_turns_around_the_middle(blank, save):
    shape = blank.slides[0].shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(100), Pt(100), Pt(200), Pt(100))
    shape.rotation = 90
    a, b, c, d, e, f = shape_nodes(open_deck(save(blank)).scene(0))[0].transform
    assert (a, b, c, d) == (0.0, 1.0, -1.0, 0.0)
    assert (e, f) == (250.0, 50.0)


def test_groups_scale_their_children(blank, save):
    slide = blank.slides[0]
    one = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(0), Pt(0), Pt(100), Pt(100))
    group = slide.shapes.add_group_shape([one])
    group.left, group.top, group.width, group.height = Pt(300), Pt(200), Pt(50), Pt(200)
    node = shape_nodes(open_deck(save(blank)).scene(0))[0]
    assert node.transform[4:] == (300.0, 200.0)
    assert node.segments[2] == ("L", (50.0, 200.0))


def test_a_connector_has_an_arrowhead(blank, save):
    line = blank.slides[0].shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(10), Pt(10), Pt(110), Pt(10))
    line.line.width = Pt(2)
    line.line.color.rgb = RGBColor(0, 0, 0)
    element = line.line._get_or_add_ln()
    etree.SubElement(element, "{http://schemas.openxmlformats.org/drawingml/2006/main}tailEnd", type="triangle")
    shaft, head = shape_nodes(open_deck(save(blank)).scene(0))
    assert shaft.segments[-1][1][0] < 100.0
    assert head.segments[0] == ("M", (100.0, 0.0))
    assert head.fill == Solid((0, 0, 0, 1.0))


def test_gradients_run_at_their_angle(blank, save):
    shape = blank.slides[0].shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(0), Pt(0), Pt(200), Pt(100))
    shape.fill.gradient()
    shape.fill.gradient_angle = 270
    paint = shape_nodes(open_deck(save(blank)).scene(0))[0].fill
    assert isinstance(paint, LinearGradient)
    assert paint.x1 == pytest.approx(100)
    assert (paint.y1, paint.y2) == (pytest.approx(0), pytest.approx(100))


def test_pictures_keep_crop_and_alternative_text(blank, save, red_png):
    picture = blank.slides[0].shapes.add_picture(io.BytesIO(red_png), Pt(10), Pt(20), Pt(80), Pt(40))
    picture.crop_left = 0.25
    picture._element.nvPicPr.cNvPr.set("descr", "A red field")
    scene = open_deck(save(blank)).scene(0)
    (node,) = [each for each in scene.nodes if isinstance(each, ImageNode)]
    assert node.crop == (0.25, 0.0, 0.0, 0.0)
    assert (node.width, node.height, node.alt) == (80.0, 40.0, "A red field")
    assert scene.images[node.image].data == red_png


def test_placeholders_inherit_place_size_and_master_shapes(save, texts):
    deck = new_deck()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Quarterly review"
    master = deck.slide_master
    layout_title = deck.slide_layouts[0].placeholders[0]
    scene = open_deck(save(deck)).scene(0)
    (title,) = texts(scene)
    assert (title.text, title.size, scene.title) == ("Quarterly review", 44.0, "Quarterly review")
    centre = (layout_title.left + layout_title.width / 2) / 12700
    assert title.x + title.advance / 2 + title.transform[4] == pytest.approx(centre, abs=0.5)
    assert len(master.placeholders) == 5  # whose prompts are not drawn


def test_slide_numbers_are_filled_in(blank, save, texts):
    blank.slides.add_slide(blank.slide_layouts[6])
    box = blank.slides[1].shapes.add_textbox(Pt(0), Pt(0), Pt(100), Pt(40))
    paragraph = box.text_frame.paragraphs[0]._p
    field = etree.fromstring(
        '<a:fld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" type="slidenum" '
        'id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
    )
    paragraph.append(field)
    assert [node.text for node in texts(open_deck(save(blank)).scene(1))] == ["2"]


def test_an_odd_shape_becomes_a_warning_and_the_rest_is_drawn(blank, save, texts, monkeypatch):
    box = blank.slides[0].shapes.add_textbox(Pt(0), Pt(0), Pt(100), Pt(40))
    box.name, box.text_frame.text = "Odd", "odd"
    fine = blank.slides[0].shapes.add_textbox(Pt(0), Pt(100), Pt(100), Pt(40))
    fine.text_frame.text = "fine"
    data = save(blank)
    from prezent_widgets.render import shapes

    real = shapes.draw_shape

    def sometimes(element, context, parents):
        if element.find(".//{*}cNvPr").get("name") == "Odd":
            raise ValueError("odd numbers")
        return real(element, context, parents)

    monkeypatch.setattr(shapes, "draw_shape", sometimes)
    scene = open_deck(data).scene(0)
    assert [node.text for node in texts(scene)] == ["fine"]
    assert [(each.feature, "'Odd'" in each.message) for each in scene.warnings] == [("shape", True)]


def test_layouts_are_drawn_with_their_prompts(save, texts):
    deck = new_deck()
    opened = open_deck(save(deck))
    scene = opened.layout_scene("Title Slide")
    assert "Click to edit Master title style" in [node.text for node in texts(scene)]
    with pytest.raises(InputError, match="no layout 'Missing'"):
        opened.layout_scene("Missing")


def test_hidden_shapes_are_not_drawn(blank, save):
    shape = blank.slides[0].shapes.add_shape(MSO_SHAPE.OVAL, Emu(0), Emu(0), Pt(50), Pt(50))
    shape._element.nvSpPr.cNvPr.set("hidden", "1")
    assert shape_nodes(open_deck(save(blank)).scene(0)) == []


def test_slide_png_is_as_wide_as_asked(blank, save):
    from PIL import Image

    with Image.open(io.BytesIO(slide_png(save(blank), 0, width=320))) as image:
        assert image.size == (320, 180)


EQUATION = """<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
 xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">
 <mc:Choice Requires="a14">{text}</mc:Choice><mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent>"""
SHAPE = """<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Formula"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>
 <a:off x="0" y="0"/><a:ext cx="127000" cy="127000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}
 </p:spPr>
 <p:txBody><a:bodyPr/><a:p>{text}</a:p></p:txBody></p:sp>"""


def test_equations_are_shown_by_the_picture_beside_them(blank, save, texts):
    math = "<a14:m><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></a14:m><a:r><a:t>Let</a:t></a:r>"
    picture = SHAPE.format(fill='<a:solidFill><a:srgbClr val="00FF00"/></a:solidFill>', text="", number=8)
    xml = EQUATION.format(text=SHAPE.format(fill="", text=math, number=7), picture=picture)
    blank.slides[0].shapes._spTree.append(etree.fromstring(xml))
    scene = open_deck(save(blank)).scene(0)
    assert [node.fill for node in shape_nodes(scene)] == [Solid((0, 255, 0, 1.0))]
    assert (texts(scene), scene.warnings) == ([], ())
