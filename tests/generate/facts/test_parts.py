"""Rates from two counts: sums over sums, by group and over time."""

from __future__ import annotations

from prezent_widgets.audiences import find_audience
from prezent_widgets.generate.model import Brief
from prezent_widgets.generate.story import plan_story
from prezent_widgets.sources import read_source


def test_a_rate_is_the_sum_of_one_over_the_sum_of_the_other() -> None:
    rows = "".join(
        f"2025-{month:02d}-01,{name},{1000 * month},{int(1000 * month * rate)}\n"
        for month in range(1, 7)
        for name, rate in (("mail", 0.05), ("search", 0.02))
    )
    source = read_source("shop.csv", f"date,channel,sessions,orders\n{rows}".encode())
    story = plan_story(Brief("Which channel converts best?", find_audience("executive"), (source,)))
    assert any(
        "mail has the highest rate of orders, 5.0% of sessions; search the lowest, 2.0%" in slide.title
        for slide in story.slides
    )
    rate = next(fact for fact in story.facts if fact.kind == "rate" and fact.subject == "mail")
    assert rate.value == 5.0
    assert not story.unanswered


def test_a_count_larger_than_its_whole_is_no_part() -> None:
    source = read_source("shop.csv", b"shop,visits,orders\nA,10,12\nB,20,4\nC,30,9\n")
    story = plan_story(Brief("Which shop does best?", find_audience("executive"), (source,)))
    assert not any(fact.kind == "rate" for fact in story.facts)
