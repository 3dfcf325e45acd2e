"""Rows of raw cells → a typed table: where the head is, what each column holds, which rows repeat a total."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date, datetime, time

from prezent_widgets.sources.model import CellValue, Column, ColumnType, Table
from prezent_widgets.sources.values import Notation, clean, day_first, is_blank, parse_date, parse_number

Raw = str | float | int | bool | datetime | date | time | None

_TOTAL = re.compile(
    r"^(grand |sub-?)?(total|totals|sum|overall|gesamt|gesamtsumme|summe|insgesamt|somme|totale|totaal|suma)\b",
    re.I,
)
_UNIT = re.compile(r"[\(\[]\s*(?:in\s+)?([^\)\]]{1,24})\s*[\)\]]\s*$")
_UNIT_WORDS = {
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "jpy": "JPY", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh",
    "twh": "TWh", "kw": "kW", "mw": "MW", "gw": "GW", "kg": "kg", "g": "g", "mm": "mm", "cm": "cm", "km": "km",
    "pct": "%", "percent": "%", "ms": "ms", "kmh": "km/h", "mpg": "mpg", "eurm": "EUR m",
}  # fmt: skip
_TRUE = {"true", "yes", "ja", "oui", "sí"}
_FALSE = {"false", "no", "nein", "non"}


def label_of(name: str) -> str:
    """A column's name for people: words apart, the unit off, a capital first.

    Example:
        >>> label_of("net_generation"), label_of("revenue_usd"), label_of("minutesToRestore")
        ('Net generation', 'Revenue', 'Minutes to restore')
    """
    bare = _UNIT.sub("", clean(name))
    bare = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", bare)
    words = re.sub(r"[_\s]+", " ", bare).strip(" :").split(" ")
    if len(words) > 1 and words[-1].casefold() in _UNIT_WORDS:
        words = words[:-1]
    if "_" in name or re.search(r"[a-z][A-Z][a-z]", name):
        words = [word if word.isupper() and len(word) <= 4 else word.lower() for word in words]
    label = " ".join(words)
    return label[:1].upper() + label[1:]


def unit_of(name: str) -> str:
    """The unit a column's name states in brackets or as its last word ('' when none)."""
    if match := _UNIT.search(clean(name)):
        return match[1].strip()
    words = re.split(r"[_\s]+", clean(name))
    return _UNIT_WORDS.get(words[-1].casefold(), "") if len(words) > 1 else ""


def head_row(rows: Sequence[Sequence[Raw]]) -> int:
    """Index of the row that names the columns: the first full, textual row above fuller, less textual ones."""
    width = max((len(row) for row in rows), default=0)
    for index, row in enumerate(rows[:15]):
        texts = [cell for cell in row if isinstance(cell, str) and not is_blank(cell)]
        filled = [cell for cell in row if cell is not None and not (isinstance(cell, str) and is_blank(cell))]
        if len(filled) >= max(1, math.ceil(0.6 * width)) and len(texts) >= 0.5 * len(filled):
            return index
    return 0


def _names(head: Sequence[Raw], width: int) -> list[str]:
    names: list[str] = []
    seen: dict[str, int] = {}
    for index in range(width):
        raw = head[index] if index < len(head) else None
        text = raw.strftime("%Y-%m-%d") if isinstance(raw, datetime) else clean(str(raw)) if raw is not None else ""
        name = text or f"Column {index + 1}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _native(values: Sequence[Raw]) -> tuple[ColumnType, tuple[CellValue, ...]] | None:
    """Columns whose cells are typed by the file itself (a workbook)."""
    filled = [value for value in values if value is not None and not (isinstance(value, str) and is_blank(value))]
    if not filled:
        return "text", tuple(None for _ in values)
    if all(isinstance(value, bool) for value in filled):
        return "bool", tuple(value if isinstance(value, bool) else None for value in values)
    if all(isinstance(value, date) for value in filled):
        return "date", tuple(_as_datetime(value) if isinstance(value, date) else None for value in values)
    if all(isinstance(value, (int, float)) for value in filled):
        return "number", tuple(
            value if isinstance(value, (int, float)) and math.isfinite(value) else None for value in values
        )
    return None


def _as_datetime(value: date) -> datetime:
    return value.replace(tzinfo=None) if isinstance(value, datetime) else datetime(value.year, value.month, value.day)


def _text_of(value: Raw) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, (date, time)) else clean(str(value))


def type_column(name: str, values: Sequence[Raw], notation: Notation = "point") -> Column:
    """One column with its cells typed: 80 % of the filled cells decide, the rest become blanks."""
    unit = unit_of(name)
    native = _native(values)
    if native:
        return Column(name, label_of(name), native[0], native[1], unit)
    texts = [_text_of(value) for value in values]
    filled = [text for text in texts if not is_blank(text)]
    need = 0.8 * len(filled)
    first = day_first(filled)
    if sum(parse_date(text, day_before_month=first) is not None for text in filled) >= max(1.0, need):
        dates = tuple(None if is_blank(text) else parse_date(text, day_before_month=first) for text in texts)
        return Column(name, label_of(name), "date", dates, unit)
    numbers = [None if is_blank(text) else parse_number(text, notation) for text in texts]
    found = [number for number in numbers if number is not None]
    codes = sum(bool(re.fullmatch(r"0\d+", text)) for text in filled)  # 007 is a code, not seven
    # 3A and 3B are names of groups, not three of two units
    names = {match[1] for text in filled if (match := re.fullmatch(r"\d{1,2} ?([A-Za-z])", text))}
    if len(found) >= max(1.0, need) and codes < 0.2 * len(filled) and len(names) < 2:
        units = {number[1] for number in found if number[1]}
        shared = units.pop() if len(units) == 1 else ""
        whole = all(number[0].is_integer() and abs(number[0]) < 1e15 for number in found)
        cells = tuple(None if n is None else int(n[0]) if whole else n[0] for n in numbers)
        return Column(name, label_of(name), "number", cells, unit or shared)
    folded = {text.casefold() for text in filled}
    if filled and folded <= (_TRUE | _FALSE):
        return Column(
            name, label_of(name), "bool", tuple(None if is_blank(t) else t.casefold() in _TRUE for t in texts), unit
        )
    return Column(name, label_of(name), "text", tuple(None if is_blank(text) else text for text in texts), unit)


def build_table(
    rows: Sequence[Sequence[Raw]],
    *,
    id: str,
    source: str,
    title: str,
    sheet: str = "",
    notation: Notation = "point",
    row_numbers: Sequence[int] | None = None,
    section: tuple[str, ...] = (),
) -> Table | None:
    """A typed table from raw rows (head included), or None when there is no head with data below it.

    ``row_numbers`` are the 1-based file rows of ``rows``. Rows and columns without any value are left out.
    """
    numbers = list(row_numbers) if row_numbers is not None else list(range(1, len(rows) + 1))
    kept = [(number, row) for number, row in zip(numbers, rows, strict=True) if _has_value(row)]
    if len(kept) < 1:
        return None
    at = head_row([row for _, row in kept])
    head, body = kept[at][1], kept[at + 1 :]
    width = max(len(row) for _, row in kept)
    columns = [[row[i] if i < len(row) else None for _, row in body] for i in range(width)]
    names = _names(head, width)
    used = [i for i in range(width) if names[i] != f"Column {i + 1}" or any(_has_value([cell]) for cell in columns[i])]
    if not used:
        return None
    first = used[0]
    typed = tuple(type_column(names[i], columns[i], notation) for i in range(first, used[-1] + 1))
    file_rows = tuple(number for number, _ in body)
    consecutive = file_rows == tuple(range(file_rows[0], file_rows[0] + len(file_rows))) if file_rows else True
    return Table(
        id=id,
        source=source,
        title=title,
        columns=typed,
        first_row=file_rows[0] if file_rows else numbers[0] + 1,
        rows=() if consecutive else file_rows,
        first_column=first + 1,
        sheet=sheet,
        total_rows=_totals(typed),
        section=section,
    )


def _has_value(row: Sequence[Raw]) -> bool:
    return any(cell is not None and not (isinstance(cell, str) and clean(cell) == "") for cell in row)


def _totals(columns: Sequence[Column]) -> tuple[int, ...]:
    texts = [column for column in columns if column.type == "text"]
    if not texts:
        return ()
    first = texts[0].values
    return tuple(
        row for row, value in enumerate(first) if isinstance(value, str) and _TOTAL.match(value) and len(first) > 2
    )


__all__ = ["Raw", "build_table", "head_row", "label_of", "type_column", "unit_of"]
