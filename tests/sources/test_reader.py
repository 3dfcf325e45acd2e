import subprocess
import sys

import pytest

from prezent_widgets.contract.uploads import ENDINGS
from prezent_widgets.errors import SourceError
from prezent_widgets.sources import SUPPORTED, read_source


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.csv", b"", "empty (0 bytes)"),
        ("report.csv", b"%PDF-1.7\n", "a PDF"),
        ("book.csv", b"PK\x03\x04abc", "a ZIP container"),
        ("page.csv", b"<!doctype html><html></html>", "HTML"),
        ("data.csv", b'[{"a": 1}]', "JSON"),
        (
            "letter.csv",
            b"Dear colleagues, this is a letter and not a table.\nIt has two lines of plain words.",
            "prose",
        ),
        ("binary.csv", b"\x00\x01\x02\x03", "binary"),
        ("blank.csv", b"\n\n\n", "blank lines"),
        ("table.xlsx", b"a,b\n1,2\n", "XLSX"),
        ("text.docx", b"hello", "DOCX"),
        ("broken.xlsx", b"PK\x03\x04broken", "XLSX"),
        ("photo.heic", b"x", ".heic"),
        ("noending", b"x", "no ending"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(name: str, data: bytes, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(name, data)
    assert says in str(caught.value)
    assert caught.value.hint
    assert caught.value.name == name
    assert caught.value.field == "sources"


def test_folders_in_a_name_are_dropped() -> None:
    assert read_source("C:\\data\\mix.csv", b"a,b\n1,2\n").name == "mix.csv"
    assert ".csv" in SUPPORTED


def test_whatever_can_be_read_may_be_sent() -> None:
    assert set(SUPPORTED) <= set(ENDINGS)


def test_decks_are_loaded_only_when_one_is_read() -> None:
    code = "import sys, prezent_widgets.sources; print('lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
