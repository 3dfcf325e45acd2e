"""Points in time at a column's grain: years, quarters, months, days; read from text, ordered, written for people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from prezent_widgets.sources.values import month_number

Grain = Literal["year", "quarter", "month", "day"]
_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_Q_FIRST = re.compile(r"^[QqTt]([1-4])[\s/'-]*((?:19|20)?\d{2})$")
_Y_FIRST = re.compile(r"^((?:19|20)\d{2})[\s/-]*[QqTt]([1-4])$|^((?:19|20)\d{2})[\s/-]([1-4])\. ?Quartal$")
_FISCAL = re.compile(r"^FY ?((?:19|20)?\d{2})$", re.I)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One year, quarter (``part`` 1-4), month (``part`` 1-12) or day (``part`` 1-366); sorts in time."""

    year: int
    part: int
    grain: Grain

    @property
    def label(self) -> str:
        """For people: ``2017``, ``Q3 2025``, ``Jan 2008``, ``14 Aug 2025``."""
        if self.grain == "year":
            return str(self.year)
        if self.grain == "quarter":
            return f"Q{self.part} {self.year}"
        if self.grain == "month":
            return f"{_SHORT[self.part - 1]} {self.year}"
        day = datetime.strptime(f"{self.year} {self.part}", "%Y %j")
        return f"{day.day} {_SHORT[day.month - 1]} {day.year}"

    @property
    def long(self) -> str:
        """For titles: months written out, also those of days."""
        if self.grain == "day":
            day = datetime.strptime(f"{self.year} {self.part}", "%Y %j")
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        return f"{MONTHS[self.part - 1]} {self.year}" if self.grain == "month" else self.label

    @property
    def when(self) -> str:
        """With its preposition: ``in Q3 2025``, ``in Jan 2008``, ``on 14 August 2025``."""
        return f"on {self.long}" if self.grain == "day" else f"in {self.label}"

    @property
    def when_long(self) -> str:
        """As ``when``, months written out: ``in January 2008``."""
        return f"{'on' if self.grain == 'day' else 'in'} {self.long}"

    def year_before(self) -> Period:
        """The same period one year earlier."""
        return Period(self.year - 1, self.part, self.grain)

    def coarser(self, grain: Grain) -> Period:
        """The year or quarter this period lies in."""
        if grain == self.grain or grain == "day":
            return self
        if grain == "year":
            return Period(self.year, 0, "year")
        month = self.part
        if self.grain == "day":
            month = datetime.strptime(f"{self.year} {self.part}", "%Y %j").month
        if self.grain == "quarter":
            return self
        return (
            Period(self.year, month, "month")
            if grain == "month"
            else Period(self.year, (month - 1) // 3 + 1, "quarter")
        )


def of_date(value: datetime, grain: Grain) -> Period:
    """The period of ``grain`` a date lies in."""
    if grain == "year":
        return Period(value.year, 0, grain)
    if grain == "quarter":
        return Period(value.year, (value.month - 1) // 3 + 1, grain)
    return Period(value.year, value.month if grain == "month" else value.timetuple().tm_yday, grain)


def parse_period(text: str) -> Period | None:
    """A quarter, year or named month in text form; None for anything else.

    Example:
        >>> parse_period("2024-Q3").label, parse_period("Q1 25").label
        ('Q3 2024', 'Q1 2025')
    """
    text = text.strip()
    if match := _Q_FIRST.match(text):
        return Period(_full(match[2]), int(match[1]), "quarter")
    if match := _Y_FIRST.match(text):
        return Period(int(match[1] or match[3]), int(match[2] or match[4]), "quarter")
    if match := _FISCAL.match(text):
        return Period(_full(match[1]), 0, "year")
    if re.fullmatch(r"(18|19|20)\d{2}", text):
        return Period(int(text), 0, "year")
    return None


def _full(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


_IN_TEXT = re.compile(
    r"\b(?:[QqTt]([1-4])[ /'-]?((?:19|20)\d{2})|((?:19|20)\d{2})[ -]?Q([1-4])"
    r"|(first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)? ((?:19|20)\d{2})"
    r"|([^\W\d_]{3,10})\.? ((?:19|20)\d{2})|((?:18|19|20)\d{2}))\b(?!\s?%)"
)


def periods_in(text: str) -> list[Period]:
    """Every period named in a text, in the order of the text.

    Example:
        >>> [p.label for p in periods_in("Q3 2025 against the third quarter of 2024, since May 2019")]
        ['Q3 2025', 'Q3 2024', 'May 2019']
    """
    found: list[Period] = []
    for match in _IN_TEXT.finditer(text):
        if match[1]:
            found.append(Period(int(match[2]), int(match[1]), "quarter"))
        elif match[3]:
            found.append(Period(int(match[3]), int(match[4]), "quarter"))
        elif match[5]:
            found.append(Period(int(match[6]), _ORDINALS[match[5].casefold()], "quarter"))
        elif match[7]:
            month = month_number(match[7])
            found.append(Period(int(match[8]), month, "month") if month else Period(int(match[8]), 0, "year"))
        else:
            found.append(Period(int(match[9]), 0, "year"))
    return found


__all__ = ["MONTHS", "Grain", "Period", "of_date", "parse_period", "periods_in"]
