"""Groups over time: which messages a table with periods and groups gives, and that each means something."""

from prezent_widgets.generate.facts.book import Book, Topic
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.panels.panel import panel_topics
from prezent_widgets.generate.facts.panels.ratio import ratio_topics
from prezent_widgets.generate.model import ChartBlock
from prezent_widgets.generate.profile import profile_table
from prezent_widgets.generate.prompt import parse_prompt
from prezent_widgets.sources import read_source

MODES = {"Rail": (10, 20, 40, 80), "Road": (90, 95, 70, 60), "Air": (10, 10, 11, 10)}


def cube(text: str, prompt: str, most: int = 20) -> Cube:
    return Cube(profile_table(read_source("d.csv", text.encode()).tables[0]), parse_prompt(prompt), Book(), most=most)


def modes() -> str:
    rows = [
        f"{year},{name},{value}"
        for name, values in MODES.items()
        for year, value in zip((2010, 2012, 2014, 2016), values, strict=True)
    ]
    return "year,mode,trips\n" + "\n".join(rows) + "\n"


def of_group(found: list[Topic], group: str) -> Topic:
    return next(topic for topic in found if topic.group == group)


def test_shares_risers_and_fallers_say_what_they_mean() -> None:
    found = panel_topics(cube(modes(), "How has the trip mix changed?"))
    share = of_group(found, "share")
    assert share.title == "Rail rose from 9.1% to 53.3% of trips; Road fell to 40.0%"
    assert share.takeaway is not None
    assert share.takeaway.text == "Rail gained 44.2 points of share, nearly all of them from Road"
    riser = of_group(found, "riser")
    assert riser.takeaway is not None
    assert riser.takeaway.text == "The total rose by 40 only: without Rail it would have shrunk by 30"
    faller = of_group(found, "faller")
    assert faller.title == "Road peaked at 95 in 2012 and fell 36.8% by 2016"
    assert faller.takeaway is not None
    assert "a year on average" in faller.takeaway.text
    assert of_group(found, "overall").takeaway is not None


def test_the_peak_stays_in_a_thinned_chart() -> None:
    rows = [
        f"{2024 + i // 12}-{1 + i % 12:02d},{n},{v}" for i in range(23) for n, v in (("Up", 50 + i), ("Down", 90 - i))
    ]
    rows.append("2025-12,Up,90")
    rows.append("2025-12,Down,60")
    rows[9] = "2024-05,Down,120"
    table = cube("month,shop,sold\n" + "\n".join(rows) + "\n", "How did it develop since May 2024?", most=8)
    for topic in panel_topics(table):
        for block in topic.blocks:
            if isinstance(block, ChartBlock) and block.highlight and block.highlight[1] is not None:
                assert block.highlight[1] < len(block.categories)


def test_years_named_in_the_prompt_are_compared_as_whole_years() -> None:
    rows = [
        f"{y}-{m:02d},{s},{100 * v * (y - 2023) + m}"
        for y in (2024, 2025)
        for m in range(1, 13)
        for s, v in (("A", 2), ("B", 1))
    ]
    found = panel_topics(cube("month,shop,sold\n" + "\n".join(rows) + "\n", "How was 2025 against 2024?"))
    assert of_group(found, "overall").title == "Total sold grew 95.8% on 2024, to 7,356"


def test_the_margin_and_who_earns_it() -> None:
    text = "quarter,product,revenue_usd,profit_usd\n" + "".join(
        f"2025-Q{q},{name},{sold},{won}\n"
        for q in (1, 2, 3)
        for name, sold, won in (("Pump", 600, 120), ("Care", 400, 280))
    )
    (found,) = ratio_topics(cube(text, "Where does profit come from?"))
    assert found.title == "Profit is 40.0% of revenue: Care earns 70.0%, Pump 20.0%"
    assert found.takeaway is not None
    assert found.takeaway.text == "Pump brings 60.0% of revenue, but only 30.0% of profit"
    assert found.advice is not None
    assert found.advice.text.startswith("Sell more Care")
