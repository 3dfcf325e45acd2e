from prezent_widgets.generate.profile import profile_table
from prezent_widgets.sources import Table, read_source


def table(text: str, name: str = "data.csv") -> Table:
    return read_source(name, text.encode()).tables[0]


def test_a_panel_has_time_group_and_measure() -> None:
    rows = "".join(
        f"{year},{place},{year + index}\n" for year in (2001, 2002, 2003) for index, place in enumerate(("A", "B"))
    )
    profile = profile_table(table(f"year,place,load\n{rows}"), ((frozenset({"load"}), "MWh"),))
    assert profile.shape == "panel"
    assert profile.time is not None
    assert profile.time.grain == "year"
    assert profile.categories[0].distinct == ("A", "B")
    assert (profile.measures[0].unit, profile.measures[0].adds) == ("MWh", True)


def test_records_with_an_id_and_an_ordinal() -> None:
    rows = "".join(f"INC-{i:03d},2025-0{1 + i % 9}-1{i % 9},{1 + i % 3},{10 + i}\n" for i in range(20))
    profile = profile_table(table(f"id,date,severity,minutes_to_restore\n{rows}"))
    assert profile.shape == "events"
    assert profile.ids == ("id",)
    assert profile.categories[0].ordinal
    assert profile.categories[0].distinct[0] == "Severity 1"
    assert not profile.measures[0].adds


def test_years_as_heads_are_turned_with_their_cells() -> None:
    profile = profile_table(table("country,2019,2020,2021\nSpain,1,2,3\nItaly,4,5,6\nTotal,5,7,9\n"))
    assert profile.shape == "panel"
    assert len(profile.rows) == 6
    assert profile.cells(profile.measures[0], [0, 3]) == ("B2:B3",)


def test_totals_are_not_data() -> None:
    profile = profile_table(table("region,value\nNorth,1\nSouth,2\nTotal,3\n"))
    assert profile.shape == "snapshot"
    assert profile.rows == (0, 1)


def test_odd_tables() -> None:
    assert profile_table(table("a,b\n,\n,\n")).shape == "empty"
    assert profile_table(table("action,owner\nCall,SRE\nFix,Web\n")).shape == "list"
    assert profile_table(table("month,a,b\n2024-01,1,2\n2024-02,3,4\n")).shape == "series"
