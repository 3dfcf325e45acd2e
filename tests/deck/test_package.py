import io
import zipfile

import pytest

from prezent_widgets.deck.package import problems
from prezent_widgets.themes import THEMES, build_template

SOUND = build_template(THEMES[0])


def changed(part, change=None, *, add=()):
    """The template with one part changed (or left out when ``change`` gives None)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SOUND)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                content = change(content) if change else None
            if content is not None:
                new.writestr(name, content)
        for name, content in add:
            new.writestr(name, content)
    return buffer.getvalue()


def test_sound_package_has_no_problems():
    assert problems(SOUND) == ()


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip at all", SOUND[: len(SOUND) // 2]])
def test_not_a_package(data):
    assert problems(data)[0].startswith("not a zip package")


@pytest.mark.parametrize(
    ("part", "change", "expected"),
    [
        ("ppt/theme/theme2.xml", None, "dangling relationship"),
        ("ppt/slideLayouts/slideLayout3.xml", lambda xml: xml[:-9], "not well-formed"),
        ("[Content_Types].xml", None, "no [Content_Types].xml"),
        (
            "ppt/theme/theme1.xml",
            lambda xml: xml.replace(b"<a:lnStyleLst><a:ln ", b"<a:lnStyleLst><a:x "),
            "not well-formed",
        ),
        (
            "ppt/slideMasters/slideMaster1.xml",
            lambda xml: xml.replace(b'id="2147483650"', b'id="2147483651"'),
            "id twice",
        ),
        (
            "ppt/slideMasters/slideMaster1.xml",
            lambda xml: xml.replace(b'r:id="rId3"', b'r:id="rId99"'),
            "not there: rId99",
        ),
        (
            "ppt/slideLayouts/slideLayout2.xml",
            lambda xml: xml.replace(b'<p:cNvPr id="3"', b'<p:cNvPr id="2"'),
            "shape id twice",
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            lambda xml: xml.replace(b'Id="rId2"', b'Id="rId1"'),
            "relationship id twice",
        ),
        ("_rels/.rels", None, "no _rels/.rels"),
        ("ppt/presentation.xml", None, "no ppt/presentation.xml"),
    ],
)
def test_damage_is_named(part, change, expected):
    assert any(expected in problem for problem in problems(changed(part, change)))


def test_parts_nobody_knows_are_named():
    found = problems(changed("", add=[("ppt/media/stray.bin", b"x")]))
    assert "no content type: ppt/media/stray.bin" in found
    assert "part that nothing refers to: ppt/media/stray.bin" in found


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_twice_is_named():
    found = problems(changed("", add=[("ppt/presProps.xml", b"<a/>")]))
    assert any(problem.startswith("duplicate part") for problem in found)


def test_a_shape_and_its_fallback_share_an_id():
    both = (
        b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        b'<mc:Choice xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" Requires="p14">%s</mc:Choice>'
        b"<mc:Fallback>%s</mc:Fallback></mc:AlternateContent></p:spTree>"
    )
    shape = b'<p:sp><p:nvSpPr><p:cNvPr id="900" name="New"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
    data = changed("ppt/slideLayouts/slideLayout1.xml", lambda xml: xml.replace(b"</p:spTree>", both % (shape, shape)))
    assert problems(data) == ()
