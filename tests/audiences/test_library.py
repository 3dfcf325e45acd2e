import pytest

from prezent_widgets.audiences import AUDIENCES, find_audience, search_audiences
from prezent_widgets.errors import UnknownNameError


def test_ids_names_and_aliases_are_unambiguous():
    seen: dict[str, str] = {}
    for audience in AUDIENCES:
        for name in {audience.id, audience.name.casefold(), *audience.aliases}:
            assert seen.setdefault(name, audience.id) == audience.id, name
    assert len(AUDIENCES) == 10


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda audience: audience.id)
def test_rules_make_sense(audience):
    low, high = audience.slides
    assert 3 <= low < high <= 20
    assert 40 <= audience.max_words <= 120
    assert 3 <= audience.max_bullets <= 7
    assert audience.min_body_pt >= 12
    assert audience.description.endswith(".")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("executive", "executive"),
        (" EXECUTIVE ", "executive"),
        ("Investor", "board"),
        ("data science", "data-science"),
        ("Data_Science", "data-science"),
        ("Public sector", "public-sector"),
        ("c-suite", "executive"),
        ("Board/Investor", "board"),
        ("public-sector decision makers", "public-sector"),
        ("the sales leadership of Europe", "sales"),
    ],
)
def test_found_by_any_name(name, expected):
    assert find_audience(name).id == expected


def test_unknown_audience_suggests_the_nearest():
    with pytest.raises(UnknownNameError) as caught:
        find_audience("exectuive")
    assert caught.value.suggestions == ("Executive",)


@pytest.mark.parametrize("name", ["", "🙂", "x" * 500, "general managers"])
def test_nonsense_is_refused(name):
    with pytest.raises(UnknownNameError):
        find_audience(name)


def test_search_ranks_names_over_descriptions():
    assert [audience.id for audience in search_audiences("invest")] == ["board"]
    assert search_audiences("sales")[0].id == "sales"
    assert search_audiences("") == list(AUDIENCES)
    assert search_audiences("zzz") == []
