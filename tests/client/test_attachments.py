from __future__ import annotations

from io import BytesIO, StringIO
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from prezent_widgets.client.attachments import Attachment, read_sources
from prezent_widgets.contract.uploads import FILE_MAX_BYTES
from prezent_widgets.errors import SourceError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sales.csv").write_text("a,b\n1,2\n")
    (tmp_path / "notes.md").write_text("# Notes\n")
    (tmp_path / "empty.csv").touch()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "sales.csv").write_text("c\n3\n")
    return tmp_path


def named(sources: object) -> list[tuple[str, bytes]]:
    return [(attachment.name, attachment.data) for attachment in read_sources(sources)]


def test_paths_as_text_and_as_paths(folder) -> None:
    assert named([str(folder / "sales.csv"), folder / "notes.md"]) == [
        ("sales.csv", b"a,b\n1,2\n"),
        ("notes.md", b"# Notes\n"),
    ]


def test_one_source_needs_no_list(folder) -> None:
    assert named(folder / "notes.md") == named([folder / "notes.md"])
    assert named(("n.md", b"# N")) == [("n.md", b"# N")]
    assert [name for name, _ in named(pd.DataFrame({"a": [1]}))] == ["table-1.csv"]


def test_two_paths_in_a_tuple_are_two_sources(folder) -> None:
    assert [name for name, _ in named((str(folder / "sales.csv"), str(folder / "notes.md")))] == [
        "sales.csv",
        "notes.md",
    ]


def test_nothing_is_no_source() -> None:
    assert read_sources(()) == read_sources([]) == ()


def test_bytes_and_text_with_a_name() -> None:
    assert named([("a.csv", b"x\n1\n"), ("b.md", "Grüße"), ("c.txt", bytearray(b"c"))]) == [
        ("a.csv", b"x\n1\n"),
        ("b.md", "Grüße".encode()),
        ("c.txt", b"c"),
    ]


def test_a_mapping_names_its_sources() -> None:
    frame = pd.DataFrame({"a": [1]})
    assert [name for name, _ in named({"sales": frame, "notes.md": b"# N"})] == ["sales.csv", "notes.md"]


def test_what_an_upload_widget_holds() -> None:
    upload = {"name": "a.csv", "type": "text/csv", "size": 3, "content": memoryview(b"a\n1")}
    assert named(upload) == named((upload,)) == named([upload]) == [("a.csv", b"a\n1")]


def test_open_files(folder) -> None:
    with (folder / "sales.csv").open("rb") as binary, (folder / "notes.md").open() as text:
        assert named([binary, text]) == [("sales.csv", b"a,b\n1,2\n"), ("notes.md", b"# Notes\n")]
    assert named([BytesIO(b"x"), ("n.csv", StringIO("y"))]) == [("file-1.txt", b"x"), ("n.csv", b"y")]


@pytest.mark.parametrize("library", [pd, pl])
def test_dataframes_of_any_library(library) -> None:
    frame = library.DataFrame({"Umsatz (€)": [1.5, 2.0], "Ort": ["Köln", "Łódź"]})
    (first, content), (second, _), (third, _) = named([frame, frame, ("sales", frame)])
    assert [first, second, third] == ["table-1.csv", "table-2.csv", "sales.csv"]
    assert "Umsatz (€)" in content.decode("utf-8-sig").splitlines()[0]
    assert "Łódź" in content.decode("utf-8-sig")


def test_series_and_lazy_frames() -> None:
    frames = [pd.Series([1, 2], name="n"), pl.Series("m", [1]), pl.LazyFrame({"k": [3]})]
    heads = [content.decode("utf-8-sig").splitlines()[0] for _, content in named(frames)]
    assert heads == ["n", "m", "k"]


def test_a_missing_file_names_the_nearest(folder) -> None:
    with pytest.raises(SourceError, match=r"there is no such file\. Did you mean 'sales\.csv'") as caught:
        read_sources([folder / "slaes.csv"])
    assert caught.value.field == "sources"
    with pytest.raises(SourceError, match=r"Did you mean 'notes\.md'"):
        read_sources([folder / "notes.txt"])
    with pytest.raises(SourceError, match="check the path"):
        read_sources([folder / "quarterly-forecast.xlsx"])
    with pytest.raises(SourceError, match="There is no folder"):
        read_sources([folder / "nowhere" / "a.csv"])


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (lambda folder: folder / "empty.csv", r"empty\.csv: the file is empty \(0 bytes\)"),
        (lambda folder: folder / "sub", "this is a folder"),
        (lambda folder: "https://example.com/sales.csv", "this is a web address"),
        (lambda folder: b"a,b", r"has no name\W+Give \(name, bytes\)"),
        (lambda folder: ("", b"a"), "has no name"),
        (lambda folder: 3, "a value of type int cannot be used"),
        (lambda folder: {"a": 1}, "a value of type dict cannot be used"),
        (lambda folder: ("x.csv", 3), r"x\.csv: a value of type int cannot be used"),
        (lambda folder: "a\0b.csv", "cannot be read"),
        (lambda folder: "# A note that is no path\n" * 40, "cannot be read|no such file"),
    ],
)
def test_what_can_not_be_used_is_refused(folder, source, problem) -> None:
    with pytest.raises(SourceError, match=problem):
        read_sources([source(folder)])


def test_kinds_the_api_cannot_read_are_refused_where_they_are_known(folder) -> None:
    (folder / "report.pdf").write_bytes(b"%PDF-1.7")
    assert [each.name for each in read_sources([folder / "report.pdf"])] == ["report.pdf"]
    with pytest.raises(SourceError, match=r"report\.pdf: files ending in '\.pdf' cannot be read\W+Use one of \.csv"):
        read_sources([folder / "report.pdf"], reads=(".csv",))
    with pytest.raises(SourceError, match="no ending that says its kind"):
        read_sources([("report", b"a")], reads=(".csv",))


def test_too_large_a_file_is_refused() -> None:
    class Huge(bytes):
        def __len__(self) -> int:
            return FILE_MAX_BYTES + 1

    with pytest.raises(SourceError, match="at most 200 MB"):
        read_sources([Attachment("huge.csv", Huge(b"x"))])


def test_no_two_sources_have_one_name(folder) -> None:
    twice = [folder / "sales.csv", folder / "sub" / "sales.csv", ("SALES.csv", b"x")]
    assert [name for name, _ in named(twice)] == ["sales.csv", "sales-2.csv", "SALES-3.csv"]
