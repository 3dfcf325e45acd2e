from prezent_widgets.generate.wording.phrases import (
    join_and,
    lower_first,
    plural,
    sentences,
    shorten,
    soften,
    stem,
    stems,
)


def test_stems_meet_across_forms() -> None:
    assert stem("restoring") == stem("restore") == stem("restores")
    assert stem("company") == stem("companies")
    assert stems("How has the revenue of regions grown?") >= stems("region revenue")


def test_shorten_cuts_at_a_clause_and_never_inside_a_word() -> None:
    assert shorten("One two three, four five six seven eight", 5) == "One two three"
    assert (
        shorten("Plan the work of the teams in the north of the country and in the far south too", 5)
        == "Plan the work…"
    )


def test_shorten_keeps_conditions_and_contrasts_whole() -> None:
    text = "The city decides in May; if it says no, the bikes come without docks and block the pavement"
    assert shorten(text, 10) == "The city decides in May"
    assert shorten("If it says no, we stop the trial and sell the bikes", 8).startswith("If it says no, we")
    assert "not for 40" in shorten("Harbour has room for 24 more docks, not for 40", 7)
    assert shorten("short", 5) == "short"


def test_sentences_survive_numbers_and_short_forms() -> None:
    assert sentences("It cost 2.35 million. See e.g. Berlin. Done!") == [
        "It cost 2.35 million.",
        "See e.g. Berlin.",
        "Done!",
    ]


def test_small_words() -> None:
    assert join_and(["a", "b", "c"]) == "a, b and c"
    assert join_and([]) == ""
    assert plural(1, "entry", "entries") == "1 entry"
    assert plural(1200, "row") == "1,200 rows"
    assert lower_first("SRE team") == "SRE team"
    assert soften("Spain rose", ["Spain"]) == "Spain rose"
