import io
import re
import xml.etree.ElementTree as ElementTree

from pptx.util import Pt

from prezent_widgets.render import open_deck, to_svg
from prezent_widgets.render.scene import Image, ImageNode, LinearGradient, PathNode, Scene, Solid, Stop, TextNode
from prezent_widgets.render.svg import box_path

BLACK = Solid((0, 0, 0, 1.0))


def run(text, **more):
    given = {"x": 10.0, "y": 20.0, "size": 12.0, "family": "Calibri", "bold": False, "italic": False, "paint": BLACK}
    return TextNode(text=text, advance=30.0, **{**given, **more})


def test_it_is_well_formed_labelled_and_the_same_each_time(blank, save):
    box = blank.slides[0].shapes.add_textbox(Pt(10), Pt(10), Pt(300), Pt(40))
    box.text_frame.text = 'Profit & "loss" < 3'
    scene = open_deck(save(blank)).scene(0)
    text = to_svg(scene)
    root = ElementTree.fromstring(text)
    assert root.get("viewBox") == "0 0 960 540"
    assert (root.get("role"), root.get("aria-label")) == ("img", 'Profit & "loss" < 3')
    assert to_svg(scene) == text


def test_each_glyph_is_defined_once():
    text = to_svg(Scene(100.0, 50.0, (run("banana"), run("nab", y=40.0)), {}))
    assert len(re.findall(r"<path id=", text)) == 3
    assert len(re.findall(r"<use ", text)) == 9


def test_ids_of_different_slides_differ():
    ids = [set(re.findall(r'id="([^"]+)"', to_svg(Scene(100.0, 50.0, (run(word),), {})))) for word in ("ab", "abc")]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert "\x00" not in to_svg(Scene(100.0, 50.0, (run("ab"),), {}))


def test_live_text_can_be_selected():
    text = to_svg(
        Scene(100.0, 50.0, (run("Net & gross", bold=True, link="https://example.org/?a=1&b=2"),), {}), text="live"
    )
    root = ElementTree.fromstring(text)
    (element,) = root.iter("{http://www.w3.org/2000/svg}text")
    assert element.text == "Net & gross"
    assert element.get("textLength") == "30"
    assert element.get("font-family") == "'Calibri', 'Carlito', sans-serif"
    assert element.get("font-weight") == "bold"
    assert next(root.iter("{http://www.w3.org/2000/svg}a")).get("href") == "https://example.org/?a=1&b=2"


def test_a_picture_is_embedded_once(red_png):
    nodes = tuple(ImageNode("k", x, 0.0, 10.0, 10.0, crop=(0.1, 0, 0, 0)) for x in (0.0, 20.0, 40.0))
    text = to_svg(Scene(100.0, 50.0, nodes, {"k": Image(red_png, "image/png")}))
    assert text.count("data:image/png;base64,") == 1
    assert text.count("<use ") == 3


def test_gradients_are_defined_in_points():
    paint = LinearGradient(0, 0, 0, 20, (Stop(0.0, (255, 0, 0, 1.0)), Stop(1.0, (0, 0, 255, 0.5))))
    text = to_svg(Scene(100.0, 50.0, (PathNode(box_path(0, 0, 10, 20), paint),), {}))
    assert 'gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="20"' in text
    assert 'stop-opacity="0.5"' in text
    assert re.search(r'fill="url\(#s[0-9a-f]{7}g[0-9a-f]+\)"', text)


def test_characters_that_xml_forbids_are_dropped():
    ElementTree.fromstring(to_svg(Scene(100.0, 50.0, (run("a\x0bb\x01"),), {}), text="live"))
    ElementTree.parse(io.StringIO(to_svg(Scene(100.0, 50.0, (run("a\x0bb\x01"),), {}))))
