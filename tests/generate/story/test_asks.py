"""The end of a deck differs by audience; so do its words, its digits and the place of the ask."""

import re
from statistics import median

import pytest

from prezent_widgets.audiences import AUDIENCES, find_audience
from prezent_widgets.generate.model import Brief, SlideSpec, Story, TableBlock, TextBlock
from prezent_widgets.generate.story import plan_story
from prezent_widgets.sources import read_source

PROMPT = "How has the trip mix changed between 2010 and 2016, and what should we do?"


def modes() -> bytes:
    values = {"Rail": 10.0, "Road": 9034.0, "Air": 1071.0, "Boat": 412.0}
    rates = {"Rail": 1.9, "Road": 0.97, "Air": 1.02, "Boat": 1.1}
    rows = [
        f"{2010 + i},{name},{round(1000 * start * rates[name] ** i)}"
        for name, start in values.items()
        for i in range(7)
    ]
    return ("year,mode,trips\n" + "\n".join(rows) + "\n").encode()


def told(audience: str) -> Story:
    return plan_story(Brief(PROMPT, find_audience(audience), (read_source("trips.csv", modes()),)))


def text_of(slide: SlideSpec) -> str:
    parts = [slide.title, slide.takeaway.text if slide.takeaway else ""]
    for block in slide.blocks:
        if isinstance(block, TextBlock):
            parts += [block.heading, *(line.text for line in block.lines)]
        elif isinstance(block, TableBlock):
            parts += [cell for row in block.rows for cell in row]
    return "\n".join(parts)


@pytest.mark.parametrize(
    ("audience", "opening"),
    [
        ("executive", "Decision asked"),
        ("board", "Risks and outlook"),
        ("technical", "Actions"),
        ("data-science", "Next to test"),
        ("sales", "Actions"),
        ("product", "We recommend"),
        ("operations", "Checklist"),
        ("public-sector", "Motion"),
        ("general-public", "What should happen now"),
        ("training", "To take home"),
    ],
)
def test_each_audience_is_asked_in_its_own_way(audience: str, opening: str) -> None:
    slides = told(audience).slides
    (ask,) = [slide for slide in slides if slide.role == "ask"]
    assert ask.title.startswith(f"{opening}: ")
    first = find_audience(audience).ask_first
    assert slides.index(ask) == 1 if first else slides.index(ask) >= len(slides) - 2


def test_actions_have_a_reason_and_an_owners_place() -> None:
    ask = next(slide for slide in told("sales").slides if slide.role == "ask")
    table = next(block for block in ask.blocks if isinstance(block, TableBlock))
    assert table.head == ("Action", "Because", "Owner")
    assert all(cell for row in table.rows for cell in row)


def test_a_class_gets_questions_and_the_speaker_their_answers() -> None:
    quiz = next(slide for slide in told("training").slides if slide.role == "ask")
    asked = next(b for b in quiz.blocks if isinstance(b, TextBlock) and b.heading == "Check yourself")
    assert all(line.text.endswith("?") for line in asked.lines)
    assert "Answers:" in quiz.notes


def test_audiences_differ_in_the_stated_direction() -> None:
    stories = {audience.id: told(audience.id) for audience in AUDIENCES}

    def words(name: str) -> float:
        return median(len(text_of(slide).split()) for slide in stories[name].slides[1:])

    def decimals(name: str) -> int:
        return sum(len(re.findall(r"\d\d\.\d%", text_of(slide))) for slide in stories[name].slides)

    assert words("general-public") < words("data-science")
    assert words("executive") < words("technical")
    assert len(stories["executive"].slides) <= len(stories["data-science"].slides)
    assert decimals("executive") == decimals("public-sector") == 0
    assert decimals("board") > 0
    assert any(slide.title.startswith("The figures stand on") for slide in stories["technical"].slides)
    assert not any(slide.title.startswith("The figures stand on") for slide in stories["executive"].slides)


@pytest.mark.parametrize("audience", [audience.id for audience in AUDIENCES])
def test_slides_stay_below_the_most_and_takeaways_are_said_once(audience: str) -> None:
    slides = told(audience).slides
    assert len(slides) <= find_audience(audience).slides[1]
    said = [slide.takeaway.text for slide in slides if slide.takeaway]
    assert len(said) == len(set(said))
    assert sum(slide.role == "chart" and slide.takeaway is None for slide in slides) <= 1


def test_a_link_is_tested_by_experimenters_and_put_to_nobody_for_decision() -> None:
    rows = "\n".join(f"{30 + i},{200 + 9 * i + (i * 37 % 23) * 8}" for i in range(40))
    table = read_source("districts.csv", f"area,price\n{rows}\n".encode())
    brief = Brief("Does area drive price?", find_audience("executive"), (table,))
    titles = [slide.title for slide in plan_story(brief).slides]
    assert not any("test whether" in title for title in titles)
    assert any(title.endswith("over 40 districts") for title in titles)
    tried = plan_story(Brief(brief.prompt, find_audience("data-science"), (table,)))
    assert tried.slides[-1].title.startswith("Next to test")
