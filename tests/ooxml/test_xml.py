import pytest

from prezent_widgets.errors import PackageError
from prezent_widgets.ooxml.xml import NAMESPACES, child, children, local, make, parse_xml, qn, resolve_alternates, value

A = NAMESPACES["a"]


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    assert "aaaa" not in "".join(parse_xml(bomb).itertext())


def test_external_entities_are_not_read(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("never")
    root = parse_xml(f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]><x>&a;</x>'.encode())
    assert "never" not in "".join(root.itertext())


@pytest.mark.parametrize("data", [b"", b"no xml", b"<a>", b"\x00\x01"])
def test_what_is_no_xml_is_named(data: bytes) -> None:
    with pytest.raises(PackageError, match=r"ppt/slides/slide1\.xml"):
        parse_xml(data, "ppt/slides/slide1.xml")


def test_strict_namespaces_are_read_as_transitional() -> None:
    root = parse_xml(b'<a:p xmlns:a="http://purl.oclc.org/ooxml/drawingml/main"><a:r/></a:p>')
    assert root.tag == qn("a:p")
    assert child(root, "a:r") is not None


def test_alternate_content_takes_the_first_choice_that_is_understood() -> None:
    root = parse_xml(
        f"""<p xmlns:mc="{NAMESPACES["mc"]}" xmlns:a14="u"><one/><mc:AlternateContent>
        <mc:Choice Requires="cx2"><no/></mc:Choice><mc:Choice Requires="a14"><two/></mc:Choice>
        <mc:Fallback><three/></mc:Fallback></mc:AlternateContent>
        <mc:AlternateContent>
        <mc:Choice Requires="cx9"><no/></mc:Choice>
        <mc:Fallback><four/></mc:Fallback></mc:AlternateContent>
        </p>""".encode()
    )
    assert [local(each) for each in resolve_alternates(root)] == ["one", "two", "four"]


def test_paths_end_at_what_is_missing() -> None:
    root = make("a:p", make("a:pPr", make("a:buChar", val="x")))
    assert value(root, "a:pPr", "a:buChar") == "x"
    assert child(root, "a:pPr", "a:lnSpc", "a:spcPct") is None
    assert children(None) == []
    assert [local(each) for each in children(root)] == ["pPr"]
