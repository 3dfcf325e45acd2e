"""Records counted, sorted by kind and measured over time."""

from prezent_widgets.generate.facts.book import Book, Topic
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.records.counting import buckets, noun_of
from prezent_widgets.generate.facts.records.events import event_topics
from prezent_widgets.generate.profile import profile_table
from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.sources import read_source


def faults() -> str:
    rows = ["id,date,cause,severity,minutes"]
    for i in range(60):
        cause = ("leak", "leak", "leak", "power", "human", "fire")[i % 6]
        rows.append(f"F-{i:03d},2025-{1 + i // 5:02d}-{1 + 5 * i % 28:02d},{cause},{1 + i % 3},{90 - i}")
    return "\n".join(rows) + "\n"


def cube(text: str, name: str = "faults.csv", prompt: str = "What broke, by severity?") -> Cube:
    table = read_source(name, text.encode()).tables[0]
    return Cube(profile_table(table), parse_prompt(prompt), Book(), told=prompt)


def by_key(found: list[Topic], part: str) -> Topic:
    return next(topic for topic in found if part in topic.key)


def test_counts_per_quarter_and_the_noun_of_the_file() -> None:
    whole = cube(faults())
    assert noun_of(whole) == "faults"
    assert [span.label for span in buckets(whole)] == ["Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"]
    count = by_key(event_topics(whole), "count:")
    assert count.title.startswith("60 faults were recorded in 2025")


def test_the_leading_cause_is_said_with_what_two_make_together() -> None:
    kind = by_key(event_topics(cube(faults())), ":cause")
    assert kind.title == "Leak accounts for 30 of 60 faults (50.0%), ahead of power with 10"
    assert kind.takeaway is not None
    assert kind.takeaway.text == "Leak and power together make 66.7% of all 60 faults"
    assert kind.advice is not None
    assert kind.advice.text.startswith("Start with leak")


def test_an_ordinal_category_counts_its_first_step() -> None:
    kind = by_key(event_topics(cube(faults())), ":severity")
    assert kind.title.startswith("Severity 1 makes up 20 of 60 faults")
    assert kind.lines[0].text == "Severity 1: 20 of 60 (33.3%)"
    assert kind.number is None
    assert kind.score > by_key(event_topics(cube(faults(), prompt="What broke?")), ":severity").score


def test_durations_fall_and_stand_against_their_average() -> None:
    course = by_key(event_topics(cube(faults())), "course:")
    assert course.title.startswith("Mean minutes fell from 83")
    assert course.takeaway is not None
    assert "below the average of 4 quarters" in course.takeaway.text


def test_an_even_split_is_no_finding() -> None:
    rows = "\n".join(f"{i},{'AB'[i % 2]},{i % 7}" for i in range(60))
    kind = by_key(event_topics(cube(f"user_id,variant,pages\n{rows}\n", "test.csv")), ":variant")
    assert kind.score < 2.0
    assert "each" in kind.title
