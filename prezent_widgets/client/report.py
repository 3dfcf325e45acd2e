"""The quality report of a deck, as an object one can read, search and show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, cast


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """One thing a check found. ``slide`` counts from 1, None for the deck; ``severity`` is error, warning or note."""

    check: str
    severity: str
    message: str
    slide: int | None = None

    def __str__(self) -> str:
        place = f"slide {self.slide}" if self.slide is not None else "deck"
        return f"{self.severity}: {place}: {self.message}"


def _items(value: object) -> list[Mapping[str, Any]]:
    if not isinstance(value, list):
        return []
    return [cast("Mapping[str, Any]", item) for item in cast("list[object]", value) if isinstance(item, Mapping)]


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in cast("list[object]", value)) if isinstance(value, list) else ()


def _finding(item: Mapping[str, Any]) -> ReportFinding:
    slide: Any = item.get("slide")
    return ReportFinding(
        str(item.get("check", "")),
        str(item.get("severity", "note")),
        str(item.get("message", "")),
        slide if isinstance(slide, int) else None,
    )


_LEFT, _HEAD = "<td style='text-align:left'>", "<th style='text-align:left'>"


def _place(origin: object) -> str:
    """Where a fact comes from, in a line: the source, its cells or passages, and the sum that was done."""
    if not isinstance(origin, Mapping):
        return ""
    found = cast("Mapping[str, Any]", origin)
    cells = ", ".join(_texts(found.get("cells")))
    where = " ".join(part for part in (str(found.get("source", "")), cells) if part)
    how = str(found.get("computation") or "")
    return f"{where}: {how}" if how else where


class DeckReport(Mapping[str, Any]):
    """What was checked on the written deck and what was found. A mapping of the report as it came; empty if none came.

    Example:
        >>> report = DeckReport({"score": 92, "slides": 8, "checks": ["titles"], "findings": []})
        >>> report.score, report.findings, report["slides"]
        (92, (), 8)
    """

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        self._data: dict[str, Any] = dict(data or {})

    def __getitem__(self, key: str) -> Any:
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    @property
    def score(self) -> int | None:
        """0 to 100; None when the API sent no report."""
        value: Any = self._data.get("score")
        return round(value) if isinstance(value, int | float) else None

    @property
    def findings(self) -> tuple[ReportFinding, ...]:
        """What the checks found."""
        return tuple(_finding(item) for item in _items(self._data.get("findings")))

    @property
    def checks(self) -> tuple[str, ...]:
        """The checks that ran."""
        return _texts(self._data.get("checks"))

    @property
    def facts(self) -> tuple[Mapping[str, Any], ...]:
        """The statements on the slides, each with its ``origin`` in a source."""
        return tuple(_items(self._data.get("facts")))

    @property
    def unanswered(self) -> tuple[str, ...]:
        """What was asked for and could not be answered from the sources."""
        return _texts(self._data.get("unanswered"))

    def to_dict(self) -> dict[str, Any]:
        """The report as it came, for ``json.dump``."""
        return dict(self._data)

    def __str__(self) -> str:
        if not self._data:
            return "No quality report came with this deck."
        facts = f"{len(self.facts)} fact{'' if len(self.facts) == 1 else 's'} with an origin"
        head = f"Quality {self.score} of 100, {len(self.checks)} checks, {facts}"
        lines = [f"  {finding}" for finding in self.findings]
        return "\n".join([head, *lines, *(f"  not answered: {item}" for item in self.unanswered)])

    def __repr__(self) -> str:
        return f"<DeckReport score={self.score} findings={len(self.findings)}>"

    def _repr_html_(self) -> str:
        if not self._data:
            return f"<p>{escape(str(self))}</p>"
        head, *_ = str(self).splitlines()
        rows = "".join(
            f"<tr><td>{escape(item.severity)}</td><td>{'' if item.slide is None else item.slide}</td>"
            f"<td style='text-align:left'>{escape(item.message)}</td></tr>"
            for item in self.findings
        )
        table = f"<table><tr><th>Severity</th><th>Slide</th><th>Finding</th></tr>{rows}</table>" if rows else ""
        open_questions = "".join(f"<li>{escape(item)}</li>" for item in self.unanswered)
        unanswered = f"<p>Not answered from the sources:</p><ul>{open_questions}</ul>" if open_questions else ""
        font = "font:13px/1.4 system-ui,sans-serif"
        return f"<div style='{font}'><p><strong>{escape(head)}</strong></p>{table}{unanswered}{self._origins()}</div>"

    def _origins(self) -> str:
        """Every figure with the place it comes from, folded away."""
        rows = "".join(
            f"<tr><td>{escape(str(fact.get('shown', '')))}</td>{_LEFT}{escape(str(fact.get('statement', '')))}</td>"
            f"{_LEFT}{escape(_place(fact.get('origin')))}</td></tr>"
            for fact in self.facts
        )
        if not rows:
            return ""
        return (
            "<details><summary style='cursor:pointer'>Where each figure comes from</summary>"
            "<div style='max-height:420px;overflow:auto'><table>"
            f"<tr><th>Figure</th>{_HEAD}Says</th>{_HEAD}From</th></tr>{rows}</table></div></details>"
        )


__all__ = ["DeckReport", "ReportFinding"]
