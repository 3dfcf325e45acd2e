import pytest

from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.generate.wording.phrases import stems


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        (
            "Board deck: how has the energy mix changed between 2001 and 2017?",
            "How the energy mix changed between 2001 and 2017",
        ),
        ("Annual safety review for plant managers. Say what broke and why.", "Annual safety review"),
        (
            "For our committee: show how sales fell from 2006 to 2015. Which fell most?",
            "How sales fell from 2006 to 2015",
        ),
        ("Summarise this report for the council.", ""),
        ("🚀🚀", ""),
        ("Ｑ３ 🚀 ｒｅｖｉｅｗ", "Q3 review"),
    ],
)
def test_the_cover_title_is_the_topic(prompt: str, title: str) -> None:
    assert parse_prompt(prompt).title == title


def test_questions_are_taken_apart() -> None:
    request = parse_prompt(
        "Review for leads. Say what broke, why, whether we restore faster, and what we ask for in 2026."
    )
    assert request.questions == ("What broke?", "Why?", "Whether we restore faster?", "What we ask for in 2026?")


def test_periods_comparison_units_tables_and_reader() -> None:
    request = parse_prompt(
        "Review of Q3 2025 for the sales team: what grew against Q3 2024? Net load is in thousand megawatt-hours. "
        "Include the open actions as a table."
    )
    assert [period.label for period in request.periods] == ["Q3 2025", "Q3 2024"]
    assert request.versus is not None
    assert request.versus.label == "Q3 2024"
    assert (stems("Net load"), "thousand megawatt-hours") in request.units
    assert request.tables[0] >= stems("actions")
    assert request.reader == "sales team"
    assert parse_prompt("Board deck: what now?").reader == "board"


def test_a_question_as_title_keeps_its_mark() -> None:
    assert parse_prompt("Why did churn rise in 2024?").title == "Why did churn rise in 2024?"
    assert parse_prompt("Explain why costs rose.").title == "Why costs rose"
