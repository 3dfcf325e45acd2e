from prezent_widgets.generate.facts.book import Book
from prezent_widgets.generate.facts.prose.sections import kind_of, sections_of, split_numbered
from prezent_widgets.generate.facts.prose.topics import prose_topics, recommendations
from prezent_widgets.sources import read_source

TEXT = """# Year

## What changed
1. **March**: canary; checkout only.
2. **June**: two regions.

## North
Stable. Sold with 6 of 10 sensors.

## South
Lost a tender to a rival who was 12 percent cheaper.

## Open actions
| action | owner | due |
|---|---|---|
| Late | B | 2026-06-01 |
| Early | A | 2026-01-31 |

## Budget ask
240,000 USD for a second provider.

## Recommendations
1. Keep going. 2. Do not convert pools.
"""


def sections():
    return sections_of([read_source("year.md", TEXT.encode())])


def test_sections_know_their_kind() -> None:
    kinds = {section.heading: section.kind for section in sections()}
    assert kinds["What changed"] == "change"
    assert kinds["Open actions"] == "action"
    assert kinds["Budget ask"] == "ask"
    assert kind_of("Empfehlungen") == "recommend"


def test_comments_are_tied_to_the_groups_of_the_data() -> None:
    topics = {t.group: t for t in prose_topics(sections(), Book(), {"North": "+5.0%", "South": "−3.0%"}, alone=False)}
    rows = topics["causes"].blocks[0].rows
    assert [row[:2] for row in rows] == [("North", "+5.0%"), ("South", "−3.0%")]
    assert "12 percent cheaper" in rows[1][2]
    assert topics["actions"].blocks[0].rows[0][0] == "Early"
    assert topics["ask"].title == "We ask for 240,000 USD for a second provider"
    assert topics["changes"].blocks[0].steps[0] == ("March", "Canary", "Checkout only")


def test_recommendations_and_numbered_sentences() -> None:
    lines = recommendations(sections(), Book())
    assert [line.text for line in lines] == ["Keep going", "Do not convert pools"]
    assert split_numbered("1. Go on with 65 schools. 2. Wait. 3. Sign for 5 years.") == [
        "Go on with 65 schools.",
        "Wait.",
        "Sign for 5 years.",
    ]
