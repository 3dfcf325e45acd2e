import pytest

from prezent_widgets.ooxml.placeholders import Transform
from prezent_widgets.ooxml.units import Emu
from prezent_widgets.render.placement import GroupFrame, Placement, from_transform, group_frame


def at(placement, x, y):
    a, b, c, d, e, f = placement.matrix
    return (pytest.approx(a * x + c * y + e), pytest.approx(b * x + d * y + f))


def test_flips_mirror_inside_the_box():
    place = Placement(50, 50, 100, 40, flip_h=True)
    assert at(place, 0, 0) == (100.0, 30.0)
    assert place.text_matrix == (1.0, 0.0, 0.0, 1.0, 0.0, 30.0)


def test_a_vertical_flip_turns_text_upside_down():
    assert Placement(50, 50, 100, 40, flip_v=True).text_matrix[:4] == (-1.0, 0.0, -0.0, -1.0)


def test_a_mirrored_group_mirrors_places_not_sizes():
    frame = GroupFrame(Placement(100, 100, 200, 100, flip_h=True), 0, 0, 1, 1)
    child = frame.place(Placement(20, 10, 40, 20, rotation=30))
    assert (child.cx, child.cy, child.width) == (pytest.approx(180), pytest.approx(60), 40)
    assert (child.rotation, child.flip_h) == (330, True)


def test_groups_in_groups():
    outer = group_frame(
        Transform(
            Emu(0),
            Emu(0),
            Emu(12700 * 200),
            Emu(12700 * 200),
            child_width=Emu(12700 * 100),
            child_height=Emu(12700 * 100),
        ),
        (),
    )
    inner = group_frame(
        Transform(
            Emu(12700 * 10),
            Emu(0),
            Emu(12700 * 50),
            Emu(12700 * 50),
            child_width=Emu(12700 * 50),
            child_height=Emu(12700 * 50),
        ),
        (outer,),
    )
    child = inner.place(from_transform(Transform(Emu(0), Emu(0), Emu(12700 * 10), Emu(12700 * 10))))
    assert (child.cx, child.cy, child.width, child.height) == (30.0, 10.0, 20.0, 20.0)
