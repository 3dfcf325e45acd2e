import pytest

from prezent_widgets.render.flatten import flatten, outline_polygons
from prezent_widgets.render.scene import IDENTITY, Solid, Stroke

INK = Solid((0, 0, 0, 1.0))


def area(polygon):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, [*polygon[1:], polygon[0]], strict=True))) / 2


def test_curves_become_points_in_pixels():
    ((points, closed),) = flatten((("M", (0.0, 0.0)), ("C", (0.0, 10.0, 10.0, 10.0, 10.0, 0.0))), IDENTITY, 2.0)
    assert not closed
    assert (points[0], points[-1]) == ((0.0, 0.0), (20.0, 0.0))
    assert max(y for _, y in points) == pytest.approx(15, abs=0.5)


def test_subpaths_are_kept_apart():
    square = (("M", (0.0, 0.0)), ("L", (9.0, 0.0)), ("L", (9.0, 9.0)), ("Z", ()))
    assert [closed for _, closed in flatten((*square, *square[:3]), IDENTITY, 1.0)] == [True, False]


def test_an_upright_line_is_as_thick_as_it_says():
    (polygon,) = outline_polygons([(0.0, 0.0), (100.0, 0.0)], False, Stroke(INK, 3.0), 2.0)
    assert area(polygon) == pytest.approx(600)


def test_dashes_cover_their_share():
    polygons = outline_polygons([(0.0, 0.0), (100.0, 0.0)], False, Stroke(INK, 2.25, (6.0, 4.0)), 1.0)
    assert len(polygons) == 10
    assert sum(map(area, polygons)) == pytest.approx(120)


@pytest.mark.parametrize("join", ["miter", "round", "bevel"])
def test_corners_are_joined(join):
    corner = [(0.0, 0.0), (50.0, 0.0), (50.0, 50.0)]
    assert len(outline_polygons(corner, False, Stroke(INK, 8.0, join=join), 1.0)) == 3


def test_a_path_without_length_draws_nothing():
    assert outline_polygons([(5.0, 5.0), (5.0, 5.0)], False, Stroke(INK, 8.0), 1.0) == []
