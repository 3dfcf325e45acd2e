"""Distributions: quantiles, round class limits, the histogram of a table without time."""

from __future__ import annotations

import pytest

from prezent_widgets.audiences import find_audience
from prezent_widgets.generate.facts.records.shape import edges, quantile
from prezent_widgets.generate.model import Brief, ChartBlock
from prezent_widgets.generate.story import plan_story
from prezent_widgets.sources import read_source


@pytest.mark.parametrize(("part", "value"), [(0.0, 1.0), (0.25, 2.0), (0.5, 3.0), (1.0, 5.0)])
def test_quantiles(part: float, value: float) -> None:
    assert quantile([1.0, 2.0, 3.0, 4.0, 5.0], part) == value


@pytest.mark.parametrize(("low", "high"), [(12, 88), (0.013, 0.094), (-7, 3), (26556, 520223)])
def test_class_limits_hold_all_values(low: float, high: float) -> None:
    found = edges(low, high)
    assert found[0] <= low
    assert found[-1] >= high
    assert 3 <= len(found) <= 12


def test_what_values_look_like_is_told_by_a_histogram() -> None:
    rows = "".join(f"{40 + i},{150 + (i * 37) % 200},{1 + i % 4}\n" for i in range(80))
    source = read_source("flats.csv", f"area,rent,rooms\n{rows}".encode())
    story = plan_story(Brief("What do rents look like?", find_audience("executive"), (source,)))
    slide = next(s for s in story.slides if s.role == "chart" and s.title.startswith("Half of all rent values"))
    chart = next(b for b in slide.blocks if isinstance(b, ChartBlock))
    assert sum(v or 0 for v in chart.series[0].values) == 80


def test_a_link_asked_for_and_not_found_is_said() -> None:
    rows = "".join(f"{40 + (i * 17) % 31},{150 + (i * 37) % 200}\n" for i in range(60))
    source = read_source("flats.csv", f"area,rent\n{rows}".encode())
    story = plan_story(Brief("Does rent depend on area?", find_audience("executive"), (source,)))
    assert any("hardly moves with" in slide.title for slide in story.slides)
