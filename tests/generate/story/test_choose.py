"""Which questions count as answered."""

from prezent_widgets.generate.facts.book import Topic
from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.generate.story.choose import unanswered


def topic(group: str = "overall", words: frozenset[str] = frozenset()) -> Topic:
    return Topic(group, group, "T", "chart", (), (), (), (), (), words)


def open_questions(prompt: str, *, advice: bool = True, group: str = "overall") -> tuple[str, ...]:
    return unanswered([topic(group)], parse_prompt(prompt), advice)


def test_generic_questions_are_answered_by_summary_takeaways_and_advice() -> None:
    assert open_questions("What stands out, why does it matter, and what should we decide?") == ()
    assert open_questions("Is it getting better?") == ()
    assert open_questions("What should we decide?", advice=False) == ("What should we decide?",)


def test_what_no_source_speaks_of_stays_open() -> None:
    assert open_questions("Who owns the harbour?") == ("Who owns the harbour?",)
    assert open_questions("Where do we stand and what are the risks?") == ("What are the risks?",)


def test_emoji_are_no_question() -> None:
    assert open_questions("🚀📈") == ()
