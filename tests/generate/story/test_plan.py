"""Whole stories from made-up data: what is said, that it is founded, and that the audience's rules hold."""

import pickle
import re

import pytest

from prezent_widgets.audiences import AUDIENCES, find_audience
from prezent_widgets.generate.model import Brief, ChartBlock, Settings, SlideSpec, Story, TableBlock, TextBlock
from prezent_widgets.generate.story import plan_story
from prezent_widgets.sources import read_source


def story(prompt: str, audience: str, *files: tuple[str, str], slides: tuple[int, int] | None = None) -> Story:
    sources = tuple(read_source(name, text.encode()) for name, text in files)
    return plan_story(Brief(prompt, find_audience(audience), sources, Settings(speaker_notes=True, slides=slides)))


def text_of(slide: SlideSpec) -> str:
    parts = [slide.title, slide.subtitle, slide.takeaway.text if slide.takeaway else ""]
    for block in slide.blocks:
        if isinstance(block, TextBlock):
            parts += [block.heading, *(line.text for line in block.lines)]
        elif isinstance(block, TableBlock):
            parts += [" ".join(row) for row in block.rows]
    return "\n".join(parts)


def panel_csv() -> str:
    rows = [
        f"{year},{name},{value}"
        for name, values in {"Rail": (10, 20, 40, 80), "Road": (90, 95, 70, 60), "Air": (10, 10, 11, 10)}.items()
        for year, value in zip((2010, 2012, 2014, 2016), values, strict=True)
    ]
    return "year,mode,trips\n" + "\n".join(rows) + "\n"


def sales_csv() -> str:
    rows = ["quarter,region,product,revenue_usd,profit_usd"]
    for q, quarter in enumerate(("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1")):
        for r, region in enumerate(("Coast", "Hills")):
            for p, product in enumerate(("Basic", "Plus")):
                sold = 1000 + 100 * q * (1 if region == "Coast" else -1) + 50 * p
                rows.append(f"{quarter},{region},{product},{sold},{sold * (20 + 20 * p) // 100 + r}")
    return "\n".join(rows) + "\n"


def records_csv() -> str:
    rows = ["id,date,cause,severity,minutes_down"]
    for i in range(48):
        cause = ("leak", "leak", "power", "human")[i % 4]
        rows.append(f"F-{i:03d},2025-{1 + i // 4:02d}-{1 + i % 27:02d},{cause},{1 + i % 3},{60 - i}")
    return "\n".join(rows) + "\n"


def wide_csv() -> str:
    rows = [",".join(f"c{i}" for i in range(300))]
    rows += [",".join(str((row * i) % 7) for i in range(300)) for row in range(12)]
    return "\n".join(rows)


REVIEW = """# Review

## Targets
- Mean minutes down under 20
- No more than 10 severity-1 failures

## Budget ask
80,000 EUR for a second pump.

## Open actions
| action | owner | due |
|---|---|---|
| Buy pump | Plant | 2026-03-01 |
| Train crew | HR | 2026-02-01 |
"""


def test_a_mix_over_time_leads_with_the_shift() -> None:
    told = story("How has the trip mix changed between 2010 and 2016?", "executive", ("trips.csv", panel_csv()))
    everything = "\n".join(text_of(slide) for slide in told.slides)
    assert "53% of trips" in everything  # rail's share of 150 trips, two digits for executives
    assert "53.3%" in "\n".join(slide.notes for slide in told.slides)
    assert "9.1%" in everything
    assert "8.0x" in everything
    assert "Road" in everything
    assert told.slides[0].role == "cover"
    assert told.slides[1].role == "ask"
    assert told.slides[2].role == "summary"
    assert told.unanswered == ()


def test_a_quarter_is_compared_with_the_year_before() -> None:
    told = story(
        "Review of Q1 2025: which region grew against Q1 2024, and what margin?", "sales", ("s.csv", sales_csv())
    )
    everything = "\n".join(text_of(slide) for slide in told.slides)
    assert "Coast grew revenue 39.0% on Q1 2024 while Hills shrank 39.0%" in everything
    assert "Plus" in everything
    assert any("profit is" in slide.title.casefold() for slide in told.slides)


def test_records_are_held_against_targets_actions_and_asks() -> None:
    told = story(
        "What broke, why, are we faster against targets, and what do we ask for? Include the open actions as a table.",
        "technical",
        ("failures.csv", records_csv()),
        ("review.md", REVIEW),
    )
    everything = "\n".join(text_of(slide) for slide in told.slides)
    assert "48 failures" in everything
    assert "Leak accounts for 24 of 48 failures (50.0%)" in everything
    assert "2 of 2 targets were missed" in everything
    assert "80,000 EUR" in everything
    table = next(
        block
        for slide in told.slides
        for block in slide.blocks
        if isinstance(block, TableBlock) and "Owner" in block.head
    )
    assert table.rows[0] == ("Train crew", "HR", "1 Feb 2026")


def test_a_headline_and_its_parts() -> None:
    rows = ["month,total,alpha,beta,gamma"]
    for i, (a, b, c) in enumerate([(50, 30, 20), (52, 31, 21), (40, 30, 22), (35, 28, 23), (45, 29, 24), (60, 30, 25)]):
        rows.append(f"2020-{i + 1:02d},{a + b + c},{a},{b},{c}")
    told = story("Which parts fell from peak to trough and which kept growing?", "board", ("jobs.csv", "\n".join(rows)))
    everything = "\n".join(text_of(slide) for slide in told.slides)
    assert "Total fell 17.3% from February 2020 to April 2020 and regained its peak in June 2020" in everything
    assert "Alpha" in everything
    assert "\u221232.7%" in everything
    assert "Gamma" in everything


def test_prose_alone_makes_a_deck() -> None:
    text = (
        "# Pilot\n\n## Summary\nVisits rose by 23 percent, from 41,200 to 50,700. Costs rose by 9 percent.\n\n"
        "## Problems\nTwo halls had no heating. Illness caused 11 closed days.\n\n"
        "## Recommendations\n1. Keep Sundays.\n2. Do not extend to Hill.\n"
    )
    told = story("Summarise this report for the council.", "public-sector", ("pilot.md", text))
    assert told.title == "Pilot"
    everything = "\n".join(text_of(slide) for slide in told.slides)
    assert "23" in everything
    assert "Do not extend to Hill" in everything
    assert all(fact.origin.cells for fact in told.facts)


def test_the_method_slide_says_what_was_read() -> None:
    files = (("failures.csv", records_csv()), ("trips.csv", panel_csv()))
    told = story("What broke and what changed?", "technical", *files)
    method = next(slide for slide in told.slides if slide.title.startswith("The figures stand on"))
    assert method.title == "The figures stand on 60 rows in 2 tables, nothing else"
    assert "failures.csv: 48 rows, 1 Jan 2025 to" in text_of(method)
    assert "No figure is estimated or filled in" in text_of(method)


@pytest.mark.parametrize("audience", [audience.id for audience in AUDIENCES])
def test_the_audiences_rules_hold(audience: str) -> None:
    rules = find_audience(audience)
    told = story("What broke and are we faster?", audience, ("failures.csv", records_csv()), ("review.md", REVIEW))
    assert len(told.slides) <= rules.slides[1]
    for slide in told.slides[1:]:
        lists = [block for block in slide.blocks if isinstance(block, TextBlock)]
        words = len(slide.title.split()) + sum(len(line.text.split()) for block in lists for line in block.lines)
        assert words <= rules.max_words, slide.title
        assert all(len(block.lines) <= rules.max_bullets for block in lists), slide.title


def test_slides_in_the_settings_override_the_audience() -> None:
    told = story("What broke?", "technical", ("failures.csv", records_csv()), slides=(4, 5))
    assert 4 <= len(told.slides) <= 5


def test_every_figure_leads_to_its_cells_and_every_slide_to_its_facts() -> None:
    told = story("How has the trip mix changed?", "board", ("trips.csv", panel_csv()))
    known = {fact.id for fact in told.facts}
    for fact in told.facts:
        assert fact.origin.cells
        assert fact.origin.computation
    for slide in told.slides:
        assert set(slide.facts) <= known
        for block in slide.blocks:
            if isinstance(block, TextBlock):
                assert all(set(line.facts) <= known for line in block.lines)
    share = next(
        fact for fact in told.facts if fact.kind == "share" and fact.subject == "Rail" and "2016" in fact.statement
    )
    assert share.origin.cells == ("C5",)
    assert share.value == pytest.approx(53.333, abs=0.001)


def test_titles_and_texts_are_for_people() -> None:
    for prompt, audience, name, data in (
        ("How has the trip mix changed?", "executive", "trips.csv", panel_csv()),
        ("Which region grew?", "sales", "s.csv", sales_csv()),
        ("What broke?", "technical", "failures.csv", records_csv()),
    ):
        told = story(prompt, audience, (name, data))
        titles = [slide.title for slide in told.slides]
        assert len(set(titles)) == len(titles)
        for slide in told.slides:
            assert len(slide.title.split()) <= 18
            assert not re.search(r"\b[a-z]+_[a-z]+\b(?!\.)|\bnan\b|\bNone\b|\de[+-]\d", text_of(slide))
            assert len(slide.notes.split()) >= 12, slide.title
        for slide in told.slides:
            for block in slide.blocks:
                if isinstance(block, ChartBlock):
                    assert block.alt
                    assert all(len(series.values) == len(block.categories) for series in block.series)


@pytest.mark.parametrize(
    ("prompt", "files"),
    [
        ("Explain our prices: what do we charge, and why?", ()),
        ("Ｑ３ 🚀📈 ｒｅｖｉｅｗ 🎉", ()),
        ("🚀🚀", (("a.csv", "x,y\na,1\nb,2\nc,5\n"),)),
        ("What is in it?", (("a.csv", "x\n1\n2\n5\n"),)),
        ("Who is where?", (("a.csv", "name,team\nAnna,Red\nBob,Red\nCarl,Blue\n"),)),
        ("What?", (("a.csv", "x,y\na,1\n"),)),
        ("What?", (("a.csv", "x,y\n,\n"),)),
        ("Which?", (("w.csv", wide_csv()),)),
    ],
)
def test_odd_input_makes_an_honest_short_deck(prompt: str, files: tuple[tuple[str, str], ...]) -> None:
    told = story(prompt, "executive", *files)
    assert 2 <= len(told.slides) <= 9
    assert told.slides[0].title
    assert all(slide.title for slide in told.slides)
    if not told.facts:
        assert told.unanswered
        assert not any(re.search(r"\d{2,}", text_of(slide)) for slide in told.slides[1:])


def test_the_same_brief_gives_the_same_story_and_travels() -> None:
    first = story("How has the trip mix changed?", "executive", ("trips.csv", panel_csv()))
    second = story("How has the trip mix changed?", "executive", ("trips.csv", panel_csv()))
    assert first == second
    assert pickle.loads(pickle.dumps(first)) == first
