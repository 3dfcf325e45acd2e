"""The engine's own check of a written deck, and the quality report that travels with it.

The checks read the finished bytes, not the plan: what they say is true of the file a person opens.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prezent_widgets.audiences.model import Audience
from prezent_widgets.generate.model import Fact, Finding, Report, Story
from prezent_widgets.generate.quality.checks import CHECKS, read_slides

_COST = {"error": 8, "warning": 3, "note": 0}
_PER_CHECK = 20


def review_deck(data: bytes, *, story: Story, audience: Audience) -> Report:
    """Check a finished .pptx against its story and the audience's rules.

    The score starts at 100; an error costs 8, a warning 3, one check at most 20.

    Raises:
        PackageError: the bytes are no presentation.
    """
    slides = read_slides(data)
    findings: list[Finding] = []
    score = 100
    for check in CHECKS:
        found = check.run(data, slides, story, audience)
        findings += found
        score -= min(_PER_CHECK, sum(_COST[finding.severity] for finding in found))
    findings += [Finding("story", "note", warning) for warning in story.warnings]
    return Report(
        score=max(0, score),
        findings=tuple(findings),
        checks=tuple(check.name for check in CHECKS),
        slides=len(slides),
        facts=story.facts,
        unanswered=story.unanswered,
    )


def report_json(report: Report) -> dict[str, Any]:
    """The report as plain JSON values: what the API sends as ``data.report``."""
    return {
        "score": report.score,
        "slides": report.slides,
        "checks": list(report.checks),
        "findings": [_finding(finding) for finding in report.findings],
        "facts": [_fact(fact) for fact in report.facts],
        "unanswered": list(report.unanswered),
    }


def _finding(finding: Finding) -> Mapping[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "slide": finding.slide,
    }


def _fact(fact: Fact) -> Mapping[str, Any]:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "statement": fact.statement,
        "value": fact.value,
        "shown": fact.shown,
        "origin": {
            "source": fact.origin.source,
            "cells": list(fact.origin.cells),
            "computation": fact.origin.computation,
        },
    }


__all__ = ["report_json", "review_deck"]
