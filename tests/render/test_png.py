import pytest

from prezent_widgets.render.matrix import invert
from prezent_widgets.render.png import to_image
from prezent_widgets.render.scene import (
    GroupNode,
    Image,
    ImageFill,
    ImageNode,
    LinearGradient,
    PathNode,
    RadialGradient,
    Scene,
    Solid,
    Stop,
    Stroke,
    TextNode,
)
from prezent_widgets.render.svg import box_path

RED, BLUE = Solid((255, 0, 0, 1.0)), Solid((0, 0, 255, 1.0))
ENDS = (Stop(0.0, (0, 0, 0, 1.0)), Stop(1.0, (255, 255, 255, 1.0)))


def picture(*nodes, images=None, width=100):
    return to_image(Scene(100.0, 50.0, nodes, images or {}), width=width)


def test_a_box_fills_its_pixels_and_no_others():
    image = picture(PathNode(box_path(10, 10, 20, 20), RED))
    assert image.getpixel((10, 10)) == image.getpixel((29, 29)) == (255, 0, 0)
    assert image.getpixel((9, 10)) == image.getpixel((30, 29)) == (255, 255, 255)


def test_half_a_pixel_is_half_covered():
    image = picture(PathNode(box_path(10.5, 10, 20, 20), RED))
    assert image.getpixel((10, 15))[1] == pytest.approx(128, abs=40)


def test_alpha_mixes_with_what_is_below():
    image = picture(PathNode(box_path(0, 0, 50, 50), BLUE), PathNode(box_path(0, 0, 50, 50), Solid((255, 0, 0, 0.5))))
    assert image.getpixel((20, 20)) == pytest.approx((128, 0, 127), abs=2)


def test_even_odd_leaves_a_hole():
    ring = (*box_path(10, 10, 30, 30), *box_path(20, 20, 10, 10))
    image = picture(PathNode(ring, RED, evenodd=True))
    assert image.getpixel((25, 25)) == (255, 255, 255)
    assert image.getpixel((12, 12)) == (255, 0, 0)


def test_strokes_and_dashes():
    line = (("M", (0.0, 25.0)), ("L", (100.0, 25.0)))
    image = picture(PathNode(line, None, Stroke(RED, 4.0)), width=200)
    assert [image.getpixel((100, y)) == (255, 0, 0) for y in (45, 47, 50, 52, 55)] == [False, True, True, True, False]
    dashed = picture(PathNode(line, None, Stroke(RED, 4.0, (10.0, 10.0))), width=200)
    assert dashed.getpixel((10, 50)) == (255, 0, 0)
    assert dashed.getpixel((30, 50)) == (255, 255, 255)


def test_linear_gradients_cover_the_whole_box():
    image = picture(PathNode(box_path(0, 0, 100, 50), LinearGradient(0, 0, 100, 0, ENDS)))
    levels = [image.getpixel((x, 25))[0] for x in (0, 25, 50, 75, 99)]
    assert levels == pytest.approx([0, 64, 128, 191, 253], abs=4)
    down = picture(PathNode(box_path(0, 0, 100, 50), LinearGradient(0, 10, 0, 40, ENDS)))
    assert [down.getpixel((50, y))[0] for y in (2, 25, 48)] == pytest.approx([0, 128, 255], abs=6)


def test_radial_gradients_start_in_the_middle():
    image = picture(PathNode(box_path(0, 0, 100, 50), RadialGradient(50, 25, 50, ENDS)))
    assert [image.getpixel((x, 25))[0] for x in (50, 75, 98)] == pytest.approx([0, 128, 245], abs=8)


def test_pictures_are_cropped_and_clipped(red_png):
    images = {"k": Image(red_png, "image/png")}
    image = picture(ImageNode("k", 10, 10, 20, 20), images=images)
    assert image.getpixel((20, 20)) == (255, 0, 0)
    assert image.getpixel((31, 20)) == (255, 255, 255)
    triangle = (("M", (10.0, 10.0)), ("L", (30.0, 10.0)), ("L", (10.0, 30.0)), ("Z", ()))
    clipped = picture(ImageNode("k", 10, 10, 20, 20, clip=triangle), images=images)
    assert clipped.getpixel((12, 12)) == (255, 0, 0)
    assert clipped.getpixel((28, 28)) == (255, 255, 255)
    filled = picture(PathNode(box_path(0, 0, 50, 50), ImageFill("k", 0, 0, 50, 50)), images=images)
    assert filled.getpixel((49, 25)) == (255, 0, 0)


def test_groups_share_an_opacity():
    image = picture(GroupNode((PathNode(box_path(0, 0, 50, 50), RED),), opacity=0.5))
    assert image.getpixel((20, 20)) == pytest.approx((255, 128, 128), abs=2)


@pytest.mark.parametrize("transform", [(1.0, 0.0, 0.0, 1.0, 0.0, 0.0), (0.0, 1.0, -1.0, 0.0, 60.0, 0.0)])
def test_text_leaves_ink_where_it_stands(transform):
    node = TextNode("III", 10.0, 30.0, 20.0, "Arial", True, False, RED, 17.0, transform=transform)
    image = picture(node)
    ink = [(x, y) for x in range(100) for y in range(50) if image.getpixel((x, y))[1] < 128]
    a, b, c, d, e, f = transform
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (10, 27) for y in (15, 30)]
    for value, (low, high) in zip(
        (min, max), ((min(x for x, _ in corners), max(x for x, _ in corners)),) * 2, strict=True
    ):
        assert low - 2 <= value(x for x, _ in ink) <= high + 2
    assert ink


def test_a_width_out_of_range():
    with pytest.raises(ValueError, match="16 to 8192"):
        picture(width=4)


def test_invert():
    assert invert((2.0, 0.0, 0.0, 4.0, 10.0, 20.0)) == (0.5, 0.0, 0.0, 0.25, -5.0, -5.0)
