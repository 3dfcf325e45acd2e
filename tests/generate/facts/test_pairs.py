"""Columns of one quantity against each other: budget and actual in several languages, before and after."""

from __future__ import annotations

from prezent_widgets.audiences import find_audience
from prezent_widgets.generate.facts.pairs import find_twin
from prezent_widgets.generate.model import Brief, ChartBlock, Story
from prezent_widgets.generate.profile import profile_table
from prezent_widgets.generate.story import plan_story
from prezent_widgets.sources import read_source

BUDGET = b"team,budget,actual\nSales,400,440\nStudio,300,270\nOffice,100,125\nLab,200,190\n"


def told(name: str, data: bytes, prompt: str) -> Story:
    return plan_story(Brief(prompt, find_audience("executive"), (read_source(name, data),)))


def test_actual_is_held_against_budget_in_total_and_by_team() -> None:
    story = told("spend.csv", BUDGET, "Did we keep to the budget?")
    titles = [slide.title for slide in story.slides]
    assert "Actual is 2.5% above budget: 1,025 against 1,000" in titles
    assert any(title.startswith("Office lies furthest above budget, +25") for title in titles)
    assert not story.unanswered


def test_both_columns_stand_in_one_chart() -> None:
    story = told("spend.csv", BUDGET, "Did we keep to the budget?")
    chart = next(b for s in story.slides for b in s.blocks if isinstance(b, ChartBlock) and len(b.series) == 2)
    assert [series.name for series in chart.series] == ["Budget", "Actual"]
    assert chart.categories[0] == "Sales"


def test_german_heads_semicolons_and_decimal_commas() -> None:
    rows = "".join(f"2025-{m:02d};{team};{100 + m},00;{110 + m},50\n" for m in range(1, 7) for team in ("Nord", "Süd"))
    story = told("plan.csv", f"Monat;Bereich;Plan;Ist\n{rows}".encode(), "Haben wir den Plan eingehalten?")
    assert any("Ist was above plan in 6 of 6 months" in slide.title for slide in story.slides)


def test_before_and_after_are_compared_by_their_means() -> None:
    rows = "".join(f"P{i:03d},{'ab'[i % 2]},{50 + i % 5},{55 + i % 5}\n" for i in range(30))
    story = told("course.csv", f"person,group,before,after\n{rows}".encode(), "Did the course improve results?")
    assert any(slide.title.startswith("Mean after is 9.6% above before: 57") for slide in story.slides)
    assert not story.unanswered


def test_columns_of_other_things_are_no_twin() -> None:
    source = read_source("a.csv", b"team,sales budget,travel actual\nA,1,2\nB,3,4\nC,5,6\n")
    assert find_twin(profile_table(source.tables[0]).measures) is None
