from prezent_widgets.generate.facts.book import Book
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.wide.swings import drawdown, headline, leaves
from prezent_widgets.generate.profile import profile_table
from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.sources import read_source


def cube(told: str = "") -> Cube:
    rows = ["month,total,goods,build,make,care,shops"]
    for i in range(8):
        build, make, care, shops = 10 + i, 20 - i, 30 + 2 * i, 25 + i % 3
        rows.append(f"2020-{i + 1:02d},{build + make + care + shops},{build + make},{build},{make},{care},{shops}")
    table = read_source("jobs.csv", "\n".join(rows).encode()).tables[0]
    return Cube(profile_table(table), parse_prompt("x"), Book(), told=told)


def test_the_headline_tops_the_others_and_sums_are_not_counted_twice() -> None:
    found = cube()
    measures = list(found.profile.measures)
    head = headline(found, measures)
    assert head.name == "total"
    parts = leaves(found, [m for m in measures if m is not head])
    assert [m.name for m in parts] == ["build", "make", "care", "shops"]


def test_a_sum_that_the_prompt_names_stands_for_its_parts() -> None:
    found = cube("how did goods do?")
    parts = leaves(found, [m for m in found.profile.measures if m.name != "total"])
    assert [m.name for m in parts] == ["goods", "care", "shops"]


def test_the_deepest_fall() -> None:
    assert drawdown([100, 110, 90, 120, 100]) == (1, 2)
    assert drawdown([1, 2, 3]) is None
