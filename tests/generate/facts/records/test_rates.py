"""How often a yes/no column is yes in each group."""

import pytest

from prezent_widgets.generate.facts.book import Book
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.records.rates import rate_topics
from prezent_widgets.generate.profile import profile_table
from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.sources import read_source


def topic(a: int, b: int):
    rows = ["user_id,variant,converted"]
    for variant, hits in (("A", a), ("B", b)):
        rows += [f"{variant}{i:03d},{variant},{'yes' if i < hits else 'no'}" for i in range(200)]
    table = read_source("test.csv", "\n".join(rows).encode()).tables[0]
    cube = Cube(profile_table(table), parse_prompt("Does B convert better than A?"), Book())
    (found,) = rate_topics(cube)
    return found, {fact.id: fact for fact in cube.book.facts}


def test_a_clear_gap_is_said_and_tested() -> None:
    found, facts = topic(20, 50)
    assert found.title == "Converted: 25.0% in B against 10.0% in A"
    assert found.advice is not None
    assert found.advice.text == "Prefer B: 25.0% converted, against 10.0% in A (2.5x)"
    test = next(fact for fact in facts.values() if fact.kind == "test")
    assert test.value == pytest.approx(3.948, abs=0.01)
    assert set(found.facts) <= set(facts)


def test_a_small_gap_is_within_chance() -> None:
    found, _ = topic(20, 23)
    assert found.title.endswith("within chance")
    assert found.takeaway is not None
    assert "no larger than chance" in found.takeaway.text
    assert found.advice is not None
    assert found.advice.text.startswith("Test B against A longer")
