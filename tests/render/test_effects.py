"""Shadows are drawn, other effects are warned of."""

import pytest
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.util import Pt

from prezent_widgets.render import open_deck
from prezent_widgets.render.effects import Shadow
from prezent_widgets.render.matrix import bounds
from prezent_widgets.render.png import to_image
from prezent_widgets.render.scene import GroupNode, PathNode, Scene, Solid, TextNode
from prezent_widgets.render.svg import box_path, spoken, to_svg

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
RED = Solid((255, 0, 0, 1.0))


def effects(inner):
    return etree.fromstring(f'<a:effectLst xmlns:a="{A}">{inner}</a:effectLst>')


def shadow(**more):
    attributes = {"blurRad": "38100", "dist": "127000", "dir": "0", "rotWithShape": "0"} | more
    written = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f'<a:outerShdw {written}><a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr></a:outerShdw>'


@pytest.fixture
def box(blank):
    found = blank.slides[0].shapes.add_shape(1, Pt(100), Pt(100), Pt(200), Pt(100))
    found.fill.solid()
    found.fill.fore_color.rgb = RGBColor(255, 255, 255)
    found.line.fill.background()
    return found


def drawn(blank, save):
    scene = open_deck(save(blank)).scene(0)
    return scene, [node for node in scene.nodes if isinstance(node, GroupNode) and node.tint is not None]


def test_a_shadow_lies_under_its_shape(blank, save, box):
    box._element.spPr.append(effects(shadow()))
    scene, (under,) = drawn(blank, save)
    assert under.tint == (0, 0, 0, 0.5)
    assert under.blur == pytest.approx(1.0)
    assert under.transform == pytest.approx((1, 0, 0, 1, 10, 0))
    assert scene.nodes.index(under) < len(scene.nodes) - 1
    assert scene.warnings == ()
    assert to_image(scene).getpixel((305, 150)) == pytest.approx((127, 127, 127), abs=3)
    assert to_image(scene).getpixel((330, 150)) == (255, 255, 255)


@pytest.mark.parametrize(("turns", "place"), [("1", (0, 10)), ("0", (10, 0))])
def test_a_shadow_turns_with_its_shape_if_it_says_so(blank, save, box, turns, place):
    box.rotation = 90
    box._element.spPr.append(effects(shadow(rotWithShape=turns)))
    _, (under,) = drawn(blank, save)
    assert under.transform[4:] == pytest.approx(place)


def test_a_larger_shadow_grows_from_where_it_is_aligned():
    a, b, c, d, e, f = Shadow((0, 0, 0, 1.0), 0, 3, 4, (1.5, 0.5), align="tl").matrix(200, 100)
    assert (a, b, c, d, e, f) == pytest.approx((1.5, 0, 0, 0.5, 3, 4))
    _, _, _, _, e, f = Shadow((0, 0, 0, 1.0), 0, 0, 0, (2.0, 2.0), align="br").matrix(200, 100)
    assert (e, f) == (-200, -100)


def test_the_text_of_an_empty_box_casts_its_shadow(blank, save):
    text = blank.slides[0].shapes.add_textbox(Pt(0), Pt(0), Pt(200), Pt(50))
    text.text_frame.text = "Shade"
    text._element.spPr.append(effects(shadow()))
    _, (under,) = drawn(blank, save)
    assert [node.text for node in under.nodes] == ["Shade"]


def test_runs_share_one_shadow_and_are_read_once(blank, save):
    text = blank.slides[0].shapes.add_textbox(Pt(0), Pt(0), Pt(300), Pt(50))
    for words in ("Bright ", "words"):
        run = text.text_frame.paragraphs[0].add_run()
        run.text, run.font.bold = words, words == "words"
        run._r.get_or_add_rPr().append(effects(shadow()))
    scene, (under,) = drawn(blank, save)
    assert len(under.nodes) == 2
    assert spoken(scene) == "Bright words"
    live = to_svg(scene, text="live")
    assert live.count("<text") == 2


def test_the_svg_filter_holds_the_blur(blank, save, box):
    box._element.spPr.append(effects(shadow()))
    root = etree.fromstring(to_svg(drawn(blank, save)[0]).encode())
    (written,) = root.iter("{*}filter")
    assert next(written.iter("{*}feGaussianBlur")).get("stdDeviation") == "1"
    assert float(written.get("x")) < 110
    assert float(written.get("width")) > 200
    (group,) = [each for each in root.iter("{*}g") if each.get("filter")]
    assert group[0].get("aria-hidden") == "true"


@pytest.mark.parametrize("kind", ["glow", "reflection", "innerShdw"])
def test_other_effects_are_said(blank, save, box, kind):
    box._element.spPr.append(effects(f'<a:{kind} rad="63500"/>' if kind == "glow" else f"<a:{kind}/>"))
    scene, found = drawn(blank, save)
    assert found == []
    assert [warning.feature for warning in scene.warnings] == ["effect"]


def test_soft_edges_fade_inwards(blank, save, box):
    box.fill.fore_color.rgb = RGBColor(0, 0, 0)
    box._element.spPr.append(effects('<a:softEdge rad="254000"/>'))
    scene = open_deck(save(blank)).scene(0)
    assert scene.warnings == ()
    image = to_image(scene)
    shades = [image.getpixel((x, 150))[0] for x in (95, 104, 108, 112, 116, 200)]
    assert shades[0] == 255
    assert shades == sorted(shades, reverse=True)
    assert shades[-1] < 5
    (written,) = etree.fromstring(to_svg(scene).encode()).iter("{*}filter")
    assert next(written.iter("{*}feFuncA")).get("slope") == "2"


def test_depth_is_said(blank, save, box):
    box._element.spPr.append(etree.fromstring(f'<a:sp3d xmlns:a="{A}"><a:bevelT w="63500" h="25400"/></a:sp3d>'))
    assert [warning.feature for warning in drawn(blank, save)[0].warnings] == ["3-D"]


def test_an_empty_list_switches_a_styles_shadow_off(blank, save, box):
    box._element.spPr.append(effects(""))
    scene, found = drawn(blank, save)
    assert found == []
    assert scene.warnings == ()


def test_a_wide_blur_fades_and_stays_on_the_canvas():
    node = PathNode(box_path(-50, 0, 100, 50), RED)
    image = to_image(Scene(100.0, 50.0, (GroupNode((node,), tint=(0, 0, 255, 1.0), blur=8.0),), {}), width=400)
    shades = [image.getpixel((x, 100))[0] for x in (10, 180, 200, 220, 390)]
    assert shades[0] < 5
    assert shades == sorted(shades)
    assert shades[2] == pytest.approx(128, abs=12)
    assert shades[-1] > 250


def test_a_shadow_off_the_slide_is_nothing():
    node = PathNode(box_path(500, 500, 10, 10), RED)
    image = to_image(Scene(100.0, 50.0, (GroupNode((node,), tint=(0, 0, 0, 1.0), blur=1.0),), {}), width=100)
    assert image.getextrema() == ((255, 255), (255, 255), (255, 255))


def test_bounds_hold_lines_and_text():
    text = TextNode("Mg", 10, 50, 20, "Arial", False, False, RED, 40)
    left, top, right, bottom = bounds((GroupNode((text,), (1, 0, 0, 1, 100, 0)),))
    assert left < 110
    assert right > 150
    assert top < 50 - 15
    assert bottom > 54
    assert bounds(()) is None
