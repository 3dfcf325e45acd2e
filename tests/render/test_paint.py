"""Fills: pictures that are repeated, gradients along a path."""

import io

import pytest
from lxml import etree
from PIL import Image as Pillow
from pptx.util import Pt

from prezent_widgets.render import open_deck
from prezent_widgets.render.pixels import tiled
from prezent_widgets.render.png import to_image
from prezent_widgets.render.scene import IDENTITY, Image, ImageFill, PathNode, RadialGradient, Scene
from prezent_widgets.render.svg import box_path, to_svg

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def picture(width=40, height=20, dpi=None):
    """A picture, black in its left half and white in its right one."""
    image = Pillow.new("RGB", (width, height), "white")
    image.paste((0, 0, 0), (0, 0, width // 2, height))
    stream = io.BytesIO()
    image.save(stream, "PNG", **({"dpi": (dpi, dpi)} if dpi else {}))
    return stream.getvalue()


def filled(blank, save, data, **tile):
    """The fill of a box of 200 by 100 points at (10, 20) that repeats a picture."""
    slide = blank.slides[0]
    box = slide.shapes.add_shape(1, Pt(10), Pt(20), Pt(200), Pt(100))
    _, identity = slide.part.get_or_add_image_part(io.BytesIO(data))
    properties = box._element.spPr
    fill = etree.Element(A + "blipFill")
    etree.SubElement(fill, A + "blip", {R: identity})
    etree.SubElement(fill, A + "tile", {name: str(value) for name, value in tile.items()})
    properties.insert(2, fill)
    scene = open_deck(save(blank)).scene(0)
    (node,) = [node for node in scene.nodes if isinstance(node, PathNode) and isinstance(node.fill, ImageFill)]
    return scene, node.fill


@pytest.mark.parametrize(("dpi", "width"), [(None, 30.0), (72, 40.0), (144, 20.0)])
def test_a_tile_has_the_pictures_own_size(blank, save, dpi, width):
    _, fill = filled(blank, save, picture(dpi=dpi))
    assert fill.tile
    assert (fill.width, fill.height) == pytest.approx((width, width / 2), rel=0.01)


def test_a_tile_is_scaled_aligned_and_moved(blank, save):
    _, fill = filled(blank, save, picture(dpi=72), sx=50000, sy=200000, algn="br", tx=12700, ty=-25400, flip="xy")
    assert (fill.width, fill.height) == pytest.approx((20, 40), rel=0.01)
    assert (fill.x, fill.y) == pytest.approx((200 - 20 + 1, 100 - 40 - 2), abs=0.2)
    assert fill.mirror == "xy"


def test_a_damaged_picture_has_some_size(blank, save):
    scene, fill = filled(blank, save, picture()[:60] + b"\x00" * 40)
    assert fill.width > 0
    assert to_svg(scene)
    assert to_image(scene).size == (960, 540)


def scene_of(fill, transform=IDENTITY):
    images = {"k": Image(picture(), "image/png")}
    return Scene(200.0, 100.0, (PathNode(box_path(0, 0, 200, 100), fill, transform=transform),), images)


def test_tiles_are_seen_side_by_side():
    image = to_image(scene_of(ImageFill("k", 0, 0, 40, 20, tile=True)), width=200)
    row = [image.getpixel((x, 50))[0] for x in (10, 30, 50, 70, 90)]
    assert row == [0, 255, 0, 255, 0]


def test_every_second_tile_is_mirrored():
    image = to_image(scene_of(ImageFill("k", 0, 0, 40, 20, tile=True, mirror="x")), width=200)
    assert [image.getpixel((x, 50))[0] for x in (10, 30, 50, 70, 90)] == [0, 255, 255, 0, 0]


def test_turned_tiles_are_turned():
    image = to_image(scene_of(ImageFill("k", 0, 0, 40, 20, tile=True), (0, 1, -1, 0, 100, 0)), width=200)
    assert [image.getpixel((50, y))[0] for y in (10, 30, 50, 70)] == [0, 255, 0, 255]


def test_tiles_smaller_than_a_pixel_are_one_colour():
    source = Pillow.new("RGBA", (2, 2), "red")
    sheet = tiled(source, ImageFill("k", 0, 0, 0.01, 0.01, tile=True), IDENTITY, (0, 0, 20, 10))
    assert sheet.getpixel((7, 7)) == (255, 0, 0, 255)


def test_the_pattern_of_mirrored_tiles_holds_four():
    svg = to_svg(scene_of(ImageFill("k", 0, 0, 40, 20, tile=True, mirror="xy")))
    pattern = next(each for each in etree.fromstring(svg.encode()).iter("{*}pattern"))
    assert (pattern.get("width"), pattern.get("height")) == ("80", "40")
    assert len(pattern) == 4


def test_gradients_along_a_rectangle_are_warned_of(blank, save):
    box = blank.slides[0].shapes.add_shape(1, Pt(0), Pt(0), Pt(100), Pt(50))
    fill = etree.fromstring(
        f'<a:gradFill xmlns:a="{A[1:-1]}"><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs>'
        '<a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs></a:gsLst><a:path path="rect">'
        '<a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path></a:gradFill>'
    )
    box._element.spPr.insert(2, fill)
    scene = open_deck(save(blank)).scene(0)
    assert any(isinstance(node, PathNode) and isinstance(node.fill, RadialGradient) for node in scene.nodes)
    assert "gradient" in {warning.feature for warning in scene.warnings}
