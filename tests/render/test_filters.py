from prezent_widgets.render.filters import shadow_filter, soft_filter
from prezent_widgets.render.scene import GroupNode, PathNode, Solid
from prezent_widgets.render.svg import box_path

BOX = (PathNode(box_path(100, 50, 40, 20), Solid((0, 0, 0, 1.0))),)


def test_a_shadow_reaches_three_deviations_beyond_what_throws_it():
    written = shadow_filter(GroupNode(BOX, blur=4.0), (255, 0, 0, 0.5))
    assert 'x="87" y="37" width="66" height="46"' in written
    assert 'flood-color="#ff0000"' in written
    assert 'slope="0.5"' in written


def test_soft_edges_are_half_as_wide_as_they_are_deep():
    assert 'stdDeviation="3"' in soft_filter(GroupNode(BOX, soft=6.0))


def test_nothing_needs_no_filter():
    assert shadow_filter(GroupNode(()), (0, 0, 0, 1.0)) == soft_filter(GroupNode((), soft=6.0)) == ""
