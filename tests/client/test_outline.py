from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from prezent_widgets.client.outline import read_texts
from prezent_widgets.errors import PackageError
from prezent_widgets.testing import build_deck


def test_titles_are_one_line() -> None:
    assert read_texts(build_deck(["Two\vlines \n here"])) == (("Two lines here", ""),)


def zipped(**files: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"%PDF-1.7", zipped(a=b"b"), zipped(**{"[Content_Types].xml": b"<not xml"}), build_deck()[:2000]],
    ids=["empty", "half a head", "pdf", "another zip", "broken xml", "cut off"],
)
def test_what_is_no_presentation(data) -> None:
    with pytest.raises(PackageError, match="not a PowerPoint file"):
        read_texts(data)
