"""CSV and TSV: encoding and dialect found out, then typed columns."""

from __future__ import annotations

import csv
import io
import re
from pathlib import PurePath

from prezent_widgets.errors import SourceError
from prezent_widgets.sources.model import Source
from prezent_widgets.sources.tabular import build_table, label_of
from prezent_widgets.sources.values import guess_notation

_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP container such as XLSX, DOCX or PPTX"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (XLS, DOC or PPT)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
)


_EASTERN = frozenset("ąćęłńśźżčďěňřšťůžőűţşăÀ".replace("À", "") + "ĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰ")


def looks_like(data: bytes) -> str:
    """What binary bytes look like by their signature, '' when nothing is known."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    return ""


def decode(name: str, data: bytes) -> tuple[str, str]:
    """Text and its encoding: UTF-8 or UTF-16 by mark or by fact, else guessed.

    Raises:
        SourceError: the bytes are no text; the message says what they look like.
    """
    if kind := looks_like(data):
        raise SourceError(
            name, f"this looks like {kind}, not text.", hint="Rename it to its own ending, or export it as CSV."
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "utf-16"
    if b"\x00" in data[:4096]:
        raise SourceError(name, "this is binary data, not text.", hint="Export it as CSV (UTF-8) and try again.")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass  # not UTF-8: guess below
    from charset_normalizer import from_bytes

    best = from_bytes(
        data[:200_000], cp_isolation=["cp1252", "cp1250", "cp1251", "shift_jis", "gb18030", "big5", "euc_kr", "cp932"]
    ).best()
    encoding = best.encoding if best else "cp1252"
    if (
        encoding in ("cp1250", "iso8859_2", "latin_1", "iso8859_1", "mac_roman")
        and not set(data.decode("cp1250", "replace")) & _EASTERN
    ):
        encoding = "cp1252"  # the letters that tell them apart are absent: take the commoner one
    return data.decode(encoding, errors="replace"), encoding


def find_delimiter(text: str, preferred: str = "") -> str:
    """The delimiter that cuts most lines into the same number of fields, '' when none does."""
    best, best_score = "", 0.0
    sample = "\n".join(text.splitlines()[:200])
    for delimiter in dict.fromkeys([*preferred, ",", ";", "\t", "|"]):
        widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter, strict=False) if row]
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        common = max(set(wide), key=lambda width: (wide.count(width), width))
        share = wide.count(common) / len(widths)
        score = share * min(common, 6) + (0.5 if delimiter in preferred else 0)
        if share >= 0.4 and score > best_score:
            best, best_score = delimiter, score
    return best


def _refuse(name: str, text: str) -> None:
    """Raise when the text is plainly something else than a table."""
    head = text.lstrip()[:400]
    if re.match(r"<(!doctype|html|\?xml|[a-z]+[ >/])", head, re.I):
        raise SourceError(name, "this looks like HTML or XML, not CSV.", hint="Save the table itself as CSV.")
    if re.match(r"[\[{]\s*[\"{\[]", head):
        raise SourceError(name, "this looks like JSON, not CSV.", hint="Convert it to CSV, or pass a dataframe.")


def read_delimited(name: str, data: bytes) -> Source:
    """One table from a CSV or TSV file.

    Raises:
        SourceError: no text, no table (the message says what it looks like), or a head without rows.
    """
    text, encoding = decode(name, data)
    _refuse(name, text)
    delimiter = find_delimiter(text, "\t" if name.lower().endswith((".tsv", ".tab")) else "")
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise SourceError(name, "the file holds only blank lines.", hint="Check the export and attach it again.")
    widths = {line.count(delimiter) for line in lines} if delimiter else {0}
    if _is_prose(lines) and (not delimiter or (len(widths) > 1 and delimiter == ",")):
        raise SourceError(
            name,
            "this looks like prose, not CSV: no delimiter repeats from line to line.",
            hint="Rename it to .txt or .md.",
        )
    rows: list[list[str]] = []
    numbers: list[int] = []
    reader = csv.reader(io.StringIO(text), delimiter=delimiter or ",")
    try:
        for number, row in enumerate(reader, start=1):
            rows.append(row)
            numbers.append(number)
    except csv.Error as error:
        raise SourceError(
            name, f"row {len(rows) + 1} cannot be read ({error}).", hint="Export it again as CSV (UTF-8)."
        ) from error
    notation = guess_notation((cell for row in rows[1:400] for cell in row), delimiter=delimiter)
    stem = PurePath(name).stem
    table = build_table(
        list(rows),
        id=f"{stem}#1",
        source=name,
        title=label_of(stem.replace("-", " ")),
        notation=notation,
        row_numbers=numbers,
    )
    if table is None:
        raise SourceError(name, "no table was found in it.", hint="The first row should name the columns.")
    warnings: list[str] = []
    if table.n_rows == 0:
        warnings.append(f"{name}: only a head row, no data below it.")
    if encoding not in ("utf-8", "utf-16"):
        warnings.append(f"{name}: read as {encoding}; save it as UTF-8 if letters look wrong.")
    unnamed = sum(column.name.startswith("Column ") for column in table.columns)
    if unnamed:
        warnings.append(f"{name}: {unnamed} of {len(table.columns)} columns have no name in the head.")
    return Source(name=name, kind="csv", tables=(table,), warnings=tuple(warnings))


def _is_prose(lines: list[str]) -> bool:
    """Lines of words and sentences rather than one column of short values."""
    long = sum(len(line.split()) >= 6 for line in lines)
    return long >= 0.5 * len(lines) or (len(lines) <= 3 and long >= 1)


__all__ = ["decode", "find_delimiter", "looks_like", "read_delimited"]
