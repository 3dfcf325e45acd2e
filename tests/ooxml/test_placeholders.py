from prezent_widgets.ooxml.placeholders import (
    Placeholder,
    own_transform,
    placeholder,
    placeholder_chain,
    read_transform,
    shape_identity,
    shapes,
    transform,
)
from prezent_widgets.ooxml.presentation import Page
from prezent_widgets.ooxml.xml import make


def test_a_place_is_inherited_from_layout_or_master(slide: Page) -> None:
    title, body, box, _ = shapes(slide)
    assert placeholder(title) == Placeholder("title", 0)
    assert placeholder(body) == Placeholder("obj", 1)
    assert placeholder(box) is None
    assert own_transform(title) is None
    found = transform(title, slide)
    assert found is not None
    assert (found.x, found.y, found.width, found.height) == (457200, 274638, 8229600, 1143000)
    assert len(placeholder_chain(title, slide)) == 3
    assert len(placeholder_chain(body, slide)) == 3
    assert placeholder_chain(box, slide) == (box,)


def test_a_layouts_shapes_inherit_from_the_master(slide: Page) -> None:
    assert slide.layout is not None
    assert all(transform(shape, slide.layout) is not None for shape in shapes(slide.layout))


def test_names_and_ids_are_read(slide: Page) -> None:
    number, name, text, hidden = shape_identity(shapes(slide)[0])
    assert (number, name, text, hidden) == (2, "Title 1", "", False)


def test_a_group_without_child_coordinates_uses_its_own() -> None:
    found = read_transform(
        make("a:xfrm", make("a:off", x="10", y="20"), make("a:ext", cx="30", cy="-5"), rot="-5400000", flipH="1")
    )
    assert (found.rotation, found.flip_h, found.height) == (270.0, True, 0)
    assert (found.child_x, found.child_y, found.child_width) == (10, 20, 30)
