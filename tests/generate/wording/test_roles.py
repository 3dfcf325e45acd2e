"""Columns told apart by their words and values: averaged or summed, places, kinds of quantity."""

from __future__ import annotations

import pytest

from prezent_widgets.generate.profile import profile_table
from prezent_widgets.generate.wording.roles import (
    comparable,
    extremes_of,
    is_averaged,
    is_place,
    kind_of,
    tells_weather,
)
from prezent_widgets.sources import read_source


@pytest.mark.parametrize(
    "label", ["temp_max", "Wartezeit", "Durchschnittspreis", "prix", "precio", "salary", "Krankenquote", "mean score"]
)
def test_intensive_quantities_are_averaged(label: str) -> None:
    assert is_averaged(label, "")


@pytest.mark.parametrize(
    "label", ["orders", "Umsatz", "precipitation", "ventes", "corporate sales", "social media spend"]
)
def test_extensive_quantities_are_summed(label: str) -> None:
    assert not is_averaged(label, "", (10.0, 220.0, 35.5, 12.0, 18.0, 77.0))


def test_wind_is_averaged_beside_weather_and_summed_beside_fuels() -> None:
    assert tells_weather(["temp_max", "precipitation", "wind"])
    assert not tells_weather(["Coal", "Gas", "Wind"])
    assert is_averaged("wind", "", weather=True)
    assert not is_averaged("wind", "")


def test_shares_and_answers_on_a_scale_are_averaged() -> None:
    assert is_averaged("conversion", "", (0.021, 0.034, 0.05, 0.013, 0.022, 0.04))
    assert is_averaged("q1", "", (1.0, 5.0, 4.0, 3.0) * 5)
    assert not is_averaged("items", "", (1.0, 5.0, 4.0, 3.0) * 5)
    assert is_averaged("math", "", (88.0, 61.0, 95.0), title="exam grades")


@pytest.mark.parametrize("name", ["lat", "Longitude", "start_lat", "PLZ", "Breitengrad", "zip code"])
def test_places_are_not_computed_with(name: str) -> None:
    assert is_place(name)


def test_kinds_and_their_extremes() -> None:
    assert kind_of("Niederschlag (mm)") == "rain"
    assert extremes_of("temp_max") == ("coldest", "warmest")
    assert extremes_of("orders") is None
    assert not comparable("temp max", "wind")
    assert comparable("Germany", "France")
    assert not comparable("cost", "income", ("USD", "EUR"))


def test_a_profile_averages_the_wind_of_a_weather_table() -> None:
    rows = "\n".join(f"2024-01-{day:02d},{day / 2},{day},{5 + day % 3}" for day in range(1, 29))
    source = read_source("station.csv", f"date,precipitation,temp_max,wind\n{rows}\n".encode())
    adds = {measure.name: measure.adds for measure in profile_table(source.tables[0]).measures}
    assert adds == {"precipitation": True, "temp_max": False, "wind": False}


def test_names_and_addresses_do_not_make_a_group_followed_over_time() -> None:
    rows = "".join(f"Person {i},{'ab'[i % 2]},{20 + i % 40},2024/0{1 + i % 6}/1{i % 5} 08:30\n" for i in range(40))
    source = read_source("cases.csv", f"name,kind,age,day\n{rows}".encode())
    profile = profile_table(source.tables[0])
    assert profile.time is not None
    assert profile.shape == "events"


def test_names_of_school_classes_are_groups_and_running_numbers_are_not_computed_with() -> None:
    rows = "".join(f"{i},{3}{'ABC'[i % 3]},{i % 2},{10.5 + i % 7}\n" for i in range(1, 31))
    profile = profile_table(read_source("year.csv", f"person,class,passed,mark\n{rows}".encode()).tables[0])
    assert profile.ids == ("person",)
    assert [category.distinct for category in profile.categories] == [("3B", "3C", "3A"), ("Yes", "No")]
    assert [measure.name for measure in profile.measures] == ["mark"]
