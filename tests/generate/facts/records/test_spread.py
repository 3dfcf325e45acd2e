from prezent_widgets.generate.facts.book import Book
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.records.spread import (
    correlation,
    group_topics,
    link_topics,
    plain_table,
    range_topic,
)
from prezent_widgets.generate.profile import profile_table
from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.sources import read_source


def cube(text: str, prompt: str = "How does score differ by kind?") -> Cube:
    return Cube(profile_table(read_source("birds.csv", text.encode()).tables[0]), parse_prompt(prompt), Book())


ROWS = "kind,score,width\n" + "".join(f"{'AB'[i % 2]},{3 + 2 * (i % 2) + 0.1 * (i % 5)},{i}\n" for i in range(20))


def test_means_by_group_with_n() -> None:
    topic = group_topics(cube(ROWS))[0]
    assert topic.title == "B has the highest mean score, 5.20; A the lowest, 3.20"
    assert [line.text for line in topic.lines] == ["B: 5.20 (n = 10)", "A: 3.20 (n = 10)"]


def test_groups_that_hardly_differ_are_said_so_when_asked() -> None:
    rows = "kind,score\n" + "".join(f"{'AB'[i % 2]},{4 + 0.1 * (i % 4)}\n" for i in range(20))
    assert group_topics(cube(rows))[0].title.startswith("Mean score hardly differs by kind")
    assert group_topics(cube(rows, "Anything?")) == []


def test_links_and_ranges() -> None:
    rows = "a,b\n" + "".join(f"{i},{i + (3 if i % 2 else 0)}\n" for i in range(12))
    found = cube(rows)
    assert "correlation 0.9" in link_topics(found)[0].title
    assert range_topic(found)[0].blocks[0].rows[0] == ("A", "12", "5.50", "0", "11")
    assert correlation([1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8]) is None


def test_a_table_too_small_to_compute_from_stands_as_it_is() -> None:
    topic = plain_table(cube("x,y\na,1\n"))[0]
    assert topic.title == "Birds holds 1 row and 2 columns"
    assert topic.blocks[0].rows == (("a", "1"),)
