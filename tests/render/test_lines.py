from prezent_widgets.ooxml.style import LineProps
from prezent_widgets.render.lines import draw_arrows, reversed_path
from prezent_widgets.render.scene import IDENTITY, Solid, Stroke

INK = Stroke(Solid((0, 0, 0, 1.0)), 2.0)
LINE = (("M", (0.0, 0.0)), ("L", (100.0, 0.0)))


def test_plain_ends_leave_the_path_alone():
    assert draw_arrows(LINE, LineProps(), INK, IDENTITY, 1) == (LINE, ())


def test_both_ends_shorten_the_line():
    props = LineProps(head=("triangle", "med", "med"), tail=("stealth", "lg", "lg"))
    path, heads = draw_arrows(LINE, props, INK, IDENTITY, 1)
    xs = sorted(values[0] for _, values in path)
    assert 0 < xs[0] < xs[1] < 100
    assert {head.segments[0][1] for head in heads} == {(0.0, 0.0), (100.0, 0.0)}


def test_open_arrows_are_stroked():
    _, (head,) = draw_arrows(LINE, LineProps(tail=("arrow", "med", "med")), INK, IDENTITY, 1)
    assert head.fill is None
    assert head.stroke is not None


def test_closed_paths_have_no_ends():
    closed = (*LINE, ("L", (0.0, 50.0)), ("Z", ()))
    assert draw_arrows(closed, LineProps(tail=("triangle", "med", "med")), INK, IDENTITY, 1)[1] == ()


def test_reversed_curves():
    curve = (("M", (0.0, 0.0)), ("C", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)))
    assert reversed_path(curve) == (("M", (5.0, 6.0)), ("C", (3.0, 4.0, 1.0, 2.0, 0.0, 0.0)))
    assert reversed_path(reversed_path(curve)) == curve
