from __future__ import annotations

from prezent_widgets.client import DeckReport
from prezent_widgets.client.report import ReportFinding

DATA = {
    "score": 87.6,
    "slides": 9,
    "checks": ["titles", "fit"],
    "findings": [
        {"check": "fit", "severity": "warning", "message": "Text <is> small", "slide": 4},
        {"check": "story", "severity": "note", "message": "No closing", "slide": None},
    ],
    "facts": [{"id": "f1", "origin": {"source": "sales.csv", "cells": ["B2:B9"]}}],
    "unanswered": ["Churn & retention"],
}


def test_it_reads_as_an_object_and_as_a_mapping() -> None:
    report = DeckReport(DATA)
    assert (report.score, report.checks, report.unanswered) == (88, ("titles", "fit"), ("Churn & retention",))
    assert report.findings[0] == ReportFinding("fit", "warning", "Text <is> small", 4)
    assert report.facts[0]["origin"]["source"] == "sales.csv"
    assert report["slides"] == 9
    assert report.to_dict() == DATA == dict(report)


def test_it_shows_itself() -> None:
    report = DeckReport(DATA)
    assert str(report).splitlines() == [
        "Quality 88 of 100, 2 checks, 1 fact with an origin",
        "  warning: slide 4: Text <is> small",
        "  note: deck: No closing",
        "  not answered: Churn & retention",
    ]
    html = report._repr_html_()
    assert "Text &lt;is&gt; small" in html
    assert "Churn &amp; retention" in html
    assert "<summary" in html
    assert "sales.csv B2:B9" in html
    assert repr(report) == "<DeckReport score=88 findings=2>"


def test_no_report_and_odd_ones_do_no_harm() -> None:
    assert "No quality report" in DeckReport()._repr_html_()
    odd = DeckReport({"score": "high", "findings": "none", "facts": [1], "checks": None, "unanswered": {}})
    assert (odd.score, odd.findings, odd.facts, odd.checks, odd.unanswered) == (None, (), (), (), ())
