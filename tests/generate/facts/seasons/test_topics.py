"""The usual year: seasons found, quantities kept apart, the best months for a purpose, whole years compared."""

from __future__ import annotations

import math

from prezent_widgets.audiences import find_audience
from prezent_widgets.generate.model import Brief, ChartBlock, Story, TableBlock
from prezent_widgets.generate.story import plan_story
from prezent_widgets.sources import read_source


def station(years: int = 3) -> bytes:
    lines = ["date,rainfall,temp_max,temp_min,wind,sky"]
    for year in range(2019, 2019 + years):
        for month in range(1, 13):
            for day in range(1, 29):
                warm = 15 - 10 * math.cos(2 * math.pi * (month - 1) / 12) + (day % 5) * 0.3
                rain = 5 + 4 * math.cos(2 * math.pi * (month - 1) / 12) + (year - 2019) * 0.2
                sky = "clear" if month in (6, 7, 8) else "cloudy" if day % 5 else "rain"
                lines.append(f"{year}-{month:02d}-{day:02d},{rain:.2f},{warm:.2f},{warm - 6:.2f},{3 + day % 3},{sky}")
    return "\n".join(lines).encode()


def told(prompt: str, years: int = 3) -> Story:
    source = read_source("coast.csv", station(years))
    return plan_story(Brief(prompt, find_audience("general-public"), (source,)))


def test_a_climate_is_told_by_the_months_of_the_year() -> None:
    story = told("What is the weather like on the coast, and when should one visit?")
    titles = [slide.title for slide in story.slides]
    assert any("January is the wettest month and July the driest" in title for title in titles)
    assert any("July is the warmest month and January the coldest" in title for title in titles)
    assert any("July" in title and "visit" in title for title in titles)
    assert not story.unanswered


def test_quantities_of_different_kinds_never_share_a_chart() -> None:
    story = told("What is the weather like on the coast?")
    charts = [b for slide in story.slides for b in slide.blocks if isinstance(b, ChartBlock)]
    assert charts
    for chart in charts:
        names = {series.name for series in chart.series}
        assert len(names) == 1 or names <= {"Maximum temperature", "Minimum temperature"}


def test_wind_is_a_mean_and_rain_a_sum() -> None:
    story = told("What is the weather like on the coast, and when should one visit?")
    table = next(b for slide in story.slides for b in slide.blocks if isinstance(b, TableBlock))
    july = next(row for row in table.rows if row[0] == "July")
    assert float(july[1]) > 28 * 1.0
    assert any("wettest year" in slide.title for slide in story.slides)
    usual = {
        fact.subject: fact.value for fact in story.facts if fact.kind == "usual month" and "wind" in fact.statement
    }
    assert all(value is not None and 3 <= value <= 5 for value in usual.values())


def test_days_are_counted_by_the_column_of_kinds() -> None:
    story = told("What is the weather like on the coast?")
    assert any("1,008 days" in slide.title for slide in story.slides)


def test_one_year_has_no_seasons_to_compare() -> None:
    story = told("What is the weather like on the coast?", years=1)
    assert not any(fact.kind == "usual month" for fact in story.facts)
    assert len(story.slides) >= 3
