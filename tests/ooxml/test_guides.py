import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prezent_widgets.ooxml.guides import built_in, evaluate, lookup

OPERATIONS = ["val", "*/", "+-", "+/", "?:", "abs", "sqrt", "min", "max", "pin", "mod", "sin", "cos", "tan", "at2",
              "cat2", "sat2", "none"]  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("val 7", 7), ("*/ w 1 4", 50), ("+- w h 20", 280), ("+/ w h 3", 100), ("?: 1 5 6", 5), ("?: 0 5 6", 6),
        ("abs -3", 3), ("sqrt 49", 7), ("pin 0 12 10", 10), ("mod 3 4 0", 5), ("sin 10 cd4", 10), ("cos 10 cd2", -10),
        ("at2 0 1", 5_400_000), ("cat2 10 3 4", 6), ("sat2 10 3 4", 8), ("*/ 1 1 0", 0), ("max l r", 200),
    ],
)  # fmt: skip
def test_every_operation(formula: str, expected: float) -> None:
    assert evaluate([("x", formula)], 200, 100)["x"] == pytest.approx(expected)


def test_a_formula_sees_those_before_it() -> None:
    assert evaluate([("a", "val 3"), ("b", "*/ a 4 2"), ("c", "+- b missing 0")], 1, 1)["c"] == 6


@given(
    st.lists(st.tuples(st.sampled_from(OPERATIONS), st.lists(st.sampled_from(["w", "h", "0", "-1", "1e9", "x", "zz"]),
                                                            max_size=4)), max_size=8),
    st.floats(0, 1e9), st.floats(0, 1e9),
)  # fmt: skip
def test_any_formula_gives_a_finite_number(formulas: list[tuple[str, list[str]]], width: float, height: float) -> None:
    guides = evaluate([("x", " ".join([name, *words])) for name, words in formulas], width, height)
    assert all(math.isfinite(each) for each in guides.values())


def test_built_in_guides_and_literals() -> None:
    assert built_in(10, 4)["ssd2"] == 2
    assert lookup("12.5", {}) == 12.5
    assert lookup("nothing", {}) == 0.0
