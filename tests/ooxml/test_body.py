from prezent_widgets.ooxml.body import body_properties, read_body
from prezent_widgets.ooxml.placeholders import shapes
from prezent_widgets.ooxml.presentation import Page
from prezent_widgets.ooxml.xml import make


def test_properties_come_through_the_placeholders(slide: Page) -> None:
    props = body_properties(shapes(slide)[0], slide)
    assert (props.anchor, props.wrap, props.left, props.top) == ("ctr", True, 91440, 45720)


def test_stored_autofit_is_read_and_bounded() -> None:
    props = read_body([make("a:bodyPr", make("a:normAutofit", fontScale="62500", lnSpcReduction="20000"))])
    assert (props.autofit, props.font_scale, props.line_reduction) == ("text", 0.625, 0.2)
    assert read_body([make("a:bodyPr", make("a:normAutofit", fontScale="900000"))]).font_scale == 1.0
    assert read_body([make("a:bodyPr", make("a:spAutoFit"))]).autofit == "shape"


def test_attributes_are_taken_one_by_one() -> None:
    props = read_body([make("a:bodyPr", lIns="0"), make("a:bodyPr", lIns="5", rIns="7", anchor="b", numCol="3")])
    assert (props.left, props.right, props.anchor, props.columns) == (0, 7, "b", 3)
