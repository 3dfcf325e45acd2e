"""Prices of several things over years: each from its own first date, falls, swings; nothing averaged over things."""

from __future__ import annotations

from prezent_widgets.audiences import find_audience
from prezent_widgets.generate.model import Brief, ChartBlock, Story
from prezent_widgets.generate.story import plan_story
from prezent_widgets.sources import read_source


def prices() -> bytes:
    lines = ["fund,date,price"]
    for month in range(36):
        stamp = f"{2020 + month // 12}-{month % 12 + 1:02d}-01"
        lines.append(f"Alder,{stamp},{100 + 5 * month}")
        lines.append(f"Birch,{stamp},{80 if month == 20 else 200 - month}")
        if month >= 18:
            lines.append(f"Cedar,{stamp},{50 * 1.06 ** (month - 18):.2f}")
    return "\n".join(lines).encode()


def told(prompt: str) -> Story:
    return plan_story(Brief(prompt, find_audience("executive"), (read_source("funds.csv", prices()),)))


def test_growth_is_measured_from_each_ones_own_first_date() -> None:
    story = told("How did these funds do, and which one was the best investment?")
    growth = next(slide for slide in story.slides if slide.role == "chart" and "did best" in slide.title)
    chart = next(block for block in growth.blocks if isinstance(block, ChartBlock))
    assert chart.categories == ("Alder", "Cedar", "Birch")
    assert chart.series[0].values[1] == round(1.06**17, 2)
    assert growth.takeaway is not None
    assert "Cedar starts only in Jul 2021" in growth.takeaway.text
    assert not story.unanswered


def test_nothing_is_averaged_over_the_funds() -> None:
    story = told("How did these funds do?")
    assert not any("mean price" in slide.title.casefold() for slide in story.slides)


def test_the_deepest_fall_is_from_a_high_to_the_low_after_it() -> None:
    story = told("How did these funds do, and which one was the best investment?")
    fall = next(fact for fact in story.facts if fact.kind == "fall" and fact.subject == "Birch")
    assert fall.value == 100 * (80 - 200) / 200
    lines = next(b for s in story.slides for b in s.blocks if isinstance(b, ChartBlock) and b.kind == "line")
    cedar = next(series for series in lines.series if series.name == "Cedar")
    assert cedar.values[0] is None


def test_a_prompt_with_periods_compares_those() -> None:
    story = told("How did prices of the funds change between January 2021 and December 2022?")
    assert not any(fact.kind == "swing" for fact in story.facts)
