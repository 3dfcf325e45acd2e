from prezent_widgets.generate.facts.book import Book
from prezent_widgets.generate.facts.prose.sections import sections_of
from prezent_widgets.generate.facts.prose.targets import find_targets, target_topics
from prezent_widgets.sources import read_source


def level(book: Book, measure: str, value: float, kind: str = "level", subject: str = "All", says: str = "") -> str:
    return book.add(
        kind,
        says or f"{subject}: {measure}",
        value,
        f"{value:g}",
        source="d.csv",
        cells=("A1",),
        computation="sum",
        subject=subject,
        measure=measure,
    )


def targets(text: str, book: Book):
    return find_targets(sections_of([read_source("t.md", text.encode())]), book)


def test_limits_goals_and_values_in_the_same_sentence() -> None:
    book = Book()
    level(book, "Minutes to restore", 33.5)
    level(book, "", 8, kind="count", subject="Severity 1")
    found = targets(
        "## Targets\n- Mean time to restore under 30 minutes\n- Uptime of 99.95 %; measured uptime was 99.91 %\n"
        "- No more than 4 severity-1 incidents\n",
        book,
    )
    assert [(t.goal, t.measured, t.met) for t in found] == [(30, 33.5, False), (99.95, 99.91, False), (4, 8, False)]
    assert [t.subject for t in found] == ["Mean time to restore", "Uptime", "Severity-1 incidents"]
    assert target_topics(found, None, book)[0].title.startswith("3 of 3 targets were missed")


def test_two_goals_in_one_sentence_find_the_nearest_measure() -> None:
    book = Book()
    level(book, "Revenue", 2_000_000, subject="Total")
    level(book, "Gross margin", 900_000, subject="Total")
    level(book, "Gross margin", 45.0, kind="ratio", says="Gross margin is 45.0% of revenue")
    text = (
        "## Target\nThe target for the fourth quarter of 2025 is 2.2 million USD revenue "
        "at a gross margin of 46 percent.\n"
    )
    found = targets(text, book)
    assert [(t.goal, t.measured, t.met) for t in found] == [(2_200_000, 2_000_000, False), (46, 45, False)]
    topic = target_topics(found, None, book)[0]
    assert topic.title == "The Q4 2025 target of 2.2 million USD needs 10.0% more than now: 200,000 USD"


def test_a_target_that_nothing_measures_is_said_so() -> None:
    book = Book()
    found = targets("## Goals\n- Reach 500 members\n- Reach 12 clubs\n", book)
    assert [t.met for t in found] == [None, None]
    assert "no measured value" in target_topics(found, None, book)[0].title
