"""Data of our own for the system tests: made here, the same every time, about nothing that is in the package."""

from __future__ import annotations

import math
from pathlib import Path

BRANCHES = ("Central", "Northgate", "Riverside", "Hillcrest")
MONTHS = [f"{year}-{month:02d}-01" for year in (2024, 2025) for month in range(1, 13)]

NOTES = """# Library visits, two years

## What happened

- Riverside was closed for repairs in March and April 2025.
- Opening on Sundays began at Central in September 2024.
- Loans of e-books are counted since January 2024.

## Open questions

- Should Northgate open on Sundays too?
- The budget for 2026 is decided in November.
"""


def visits(row: int, branch: int) -> int:
    """Visits of one branch in one month: a trend, a season, and a closure."""
    if BRANCHES[branch] == "Riverside" and row in (14, 15):
        return 0
    base = (5200, 3100, 2700, 1900)[branch]
    trend = (35, -22, 18, 4)[branch] * row
    season = 0.12 * math.sin((row % 12 - 2) / 12 * 2 * math.pi)
    return round((base + trend) * (1 + season))


def visits_csv() -> bytes:
    """A tidy table: one row a month and branch."""
    lines = ["month,branch,visits,loans"]
    for row, month in enumerate(MONTHS):
        for branch, name in enumerate(BRANCHES):
            count = visits(row, branch)
            lines.append(f"{month},{name},{count},{round(count * (0.8 + 0.05 * branch))}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def wide_csv(columns: int = 300, rows: int = 40) -> bytes:
    """More columns than anyone can show: a date and hundreds of sensors."""
    heads = ["day", *(f"sensor_{number:03d}" for number in range(1, columns))]
    lines = [",".join(heads)]
    for row in range(rows):
        values = (round(20 + 3 * math.sin(row / 5 + number) + number / 50, 2) for number in range(1, columns))
        lines.append(",".join([f"2025-{1 + row // 28:02d}-{1 + row % 28:02d}", *map(str, values)]))
    return ("\n".join(lines) + "\n").encode("utf-8")


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000"
    "000049454e44ae426082"
)


def write_samples(folder: Path) -> tuple[Path, Path]:
    """``visits.csv`` and ``notes.md`` in ``folder``."""
    table, notes = folder / "visits.csv", folder / "notes.md"
    table.write_bytes(visits_csv())
    notes.write_text(NOTES, encoding="utf-8")
    return table, notes
