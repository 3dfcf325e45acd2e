import io

import pytest
from lxml import etree
from PIL import Image
from pptx.util import Pt

from prezent_widgets.render import open_deck
from prezent_widgets.render.pictures import web_type
from prezent_widgets.render.scene import ImageNode

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture
def picture(blank, red_png):
    return blank.slides[0].shapes.add_picture(io.BytesIO(red_png), Pt(0), Pt(0), Pt(40), Pt(20))


def drawn(blank, save):
    scene = open_deck(save(blank)).scene(0)
    nodes = [node for node in scene.nodes if isinstance(node, ImageNode)]
    return scene, nodes


def test_grey_pictures_are_made_grey(blank, save, picture):
    etree.SubElement(picture._element.blipFill.blip, A + "grayscl")
    scene, (node,) = drawn(blank, save)
    with Image.open(io.BytesIO(scene.images[node.image].data)) as image:
        red, green, blue = image.convert("RGB").getpixel((0, 0))
    assert red == green == blue == pytest.approx(76, abs=1)


def test_transparency(blank, save, picture):
    etree.SubElement(picture._element.blipFill.blip, A + "alphaModFix", amt="40000")
    _, (node,) = drawn(blank, save)
    assert node.opacity == 0.4


def test_other_formats_are_rewritten(blank, save):
    stream = io.BytesIO()
    Image.new("RGB", (3, 3), (0, 128, 0)).save(stream, "TIFF")
    stream.seek(0)
    blank.slides[0].shapes.add_picture(stream, Pt(0), Pt(0), Pt(40), Pt(20))
    scene, (node,) = drawn(blank, save)
    assert scene.images[node.image].mime == "image/png"


def test_a_picture_nobody_can_read_is_a_warning(blank, save, picture):
    part = blank.slides[0].part.related_part(picture._element.blip_rId)
    part._blob = b"\x01\x00\x00\x00" + b"\x00" * 40
    scene, nodes = drawn(blank, save)
    assert nodes == []
    assert [(each.feature, each.message) for each in scene.warnings] == [
        ("picture format", "EMF pictures cannot be drawn and are left out.")
    ]


def test_web_types(red_png):
    assert web_type(red_png) == "image/png"
    assert web_type(b"\xff\xd8\xff\xe0") == "image/jpeg"
    assert web_type(b"BM....") == ""


def test_one_colour_made_see_through(blank, save, picture):
    change = etree.SubElement(picture._element.blipFill.blip, A + "clrChange")
    for name, alpha in (("clrFrom", None), ("clrTo", "0")):
        color = etree.SubElement(etree.SubElement(change, A + name), A + "srgbClr", val="FF0000")
        if alpha is not None:
            etree.SubElement(color, A + "alpha", val=alpha)
    scene, (node,) = drawn(blank, save)
    with Image.open(io.BytesIO(scene.images[node.image].data)) as image:
        assert image.convert("RGBA").getpixel((0, 0))[3] == 0


def test_effects_that_are_not_drawn_are_said(blank, save, picture):
    etree.SubElement(picture._element.blipFill.blip, A + "blur", rad="12700")
    scene, _ = drawn(blank, save)
    assert [warning.feature for warning in scene.warnings] == ["picture effect"]
