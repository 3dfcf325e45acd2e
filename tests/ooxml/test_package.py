from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prezent_widgets.errors import PackageError
from prezent_widgets.ooxml import package as module
from prezent_widgets.ooxml.package import Package
from prezent_widgets.ooxml.presentation import Presentation


def test_parts_types_and_relationships_are_read(deck_bytes: bytes) -> None:
    package = Package.open(deck_bytes)
    assert package.main.name == "/ppt/presentation.xml"
    assert package.main.content_type.endswith("presentation.main+xml")
    assert package.part("/PPT/Slides/Slide1.xml") is package.part("/ppt/slides/slide1.xml")
    assert package.part("/nothing.xml") is None
    slide = package.part("/ppt/slides/slide1.xml")
    assert slide is not None
    assert [part.name for part in slide.related_by_type("slideLayout")] == ["/ppt/slideLayouts/slideLayout2.xml"]
    assert slide.related("rId999") is None
    assert slide.related(None) is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"plain text", "not a .pptx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (b"PK\x03\x04 cut short", "damaged or cut short"),
    ],
)
def test_what_is_no_deck_is_explained(data: bytes, said: str) -> None:
    with pytest.raises(PackageError, match=said) as caught:
        Package.open(data)
    assert caught.value.hint


def test_a_zip_without_a_presentation_is_explained() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        target.writestr("readme.txt", "hello")
    with pytest.raises(PackageError, match="no presentation"):
        Package.open(buffer.getvalue())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_raise_only_package_errors(data: bytes) -> None:
    for bytes_ in (data, b"PK\x03\x04" + data):
        with pytest.raises(PackageError):
            Presentation.open(bytes_)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_decks_raise_only_package_errors(deck_bytes: bytes, data: st.DataObject) -> None:
    """Flip bytes or cut the end: everything is read, or a PackageError says why not."""
    broken = bytearray(deck_bytes)
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    broken = broken[: data.draw(st.integers(len(broken) // 2, len(broken)))]
    with contextlib.suppress(PackageError):
        deck = Presentation.open(bytes(broken))
        for page in deck.slides:
            _ = (page.layout, page.theme, page.color_map, page.notes, page.xml)


def test_a_part_that_unpacks_too_large_is_refused(deck_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package.open(deck_bytes)
    monkeypatch.setattr(module, "MAX_PART", 10)
    with pytest.raises(PackageError, match="more than can be read safely"):
        package.read("/ppt/slides/slide1.xml")


def test_a_total_that_unpacks_too_large_is_refused(deck_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package.open(deck_bytes)
    monkeypatch.setattr(module, "MAX_TOTAL", 2000)
    with pytest.raises(PackageError, match="more than can be read safely"):
        package.read("/ppt/slideMasters/slideMaster1.xml")


def test_a_missing_part_is_named(deck_bytes: bytes) -> None:
    with pytest.raises(PackageError, match=r"/ppt/slides/slide77\.xml"):
        Package.open(deck_bytes).read("/ppt/slides/slide77.xml")
