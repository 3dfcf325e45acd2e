from datetime import datetime

from prezent_widgets.sources import read_source


def table(text: str | bytes, name: str = "data.csv"):
    return read_source(name, text if isinstance(text, bytes) else text.encode()).tables[0]


def test_types_labels_and_units() -> None:
    found = table("year,net_generation,revenue_usd,Share (%)\n2001-01-01,35361,12.5,3.5\n2002-01-01,35991,13,4\n")
    assert [column.type for column in found.columns] == ["date", "number", "number", "number"]
    assert [column.label for column in found.columns] == ["Year", "Net generation", "Revenue", "Share"]
    assert [column.unit for column in found.columns] == ["", "", "USD", "%"]
    assert found.columns[0].values == (datetime(2001, 1, 1), datetime(2002, 1, 1))
    assert found.columns[1].values == (35361, 35991)


def test_a_european_export() -> None:
    found = table("Monat;Umsatz\n01.2024;1.234,50\n02.2024;2.345,75\n".encode("cp1252"))
    assert found.columns[1].values == (1234.5, 2345.75)
    assert found.columns[0].type == "date"


def test_western_letters_in_an_old_encoding() -> None:
    source = read_source("x.csv", "Größe;Stück\nSüd;3\nÖst;4\n".encode("cp1252"))
    assert source.tables[0].columns[0].values == ("Süd", "Öst")
    assert "cp1252" in source.warnings[0]


def test_utf16_and_tabs() -> None:
    assert table("a\tb\n1\t2\n".encode("utf-16"), "x.tsv").columns[1].values == (2,)


def test_totals_are_marked_and_title_rows_skipped() -> None:
    found = table("Sales report,,\n,,\nregion,units,value\nNorth,1,10\nSouth,2,20\nTotal,3,30\n")
    assert [column.name for column in found.columns] == ["region", "units", "value"]
    assert found.total_rows == (2,)
    assert found.first_row == 4


def test_blanks_codes_and_repeated_heads() -> None:
    found = table("zip,v,v,n\n01234,1,x,n/a\n04567,,y,5\n")
    assert found.columns[0].type == "text"
    assert found.columns[2].name == "v (2)"
    assert found.columns[1].values == (1, None)
    assert found.columns[3].values == (None, 5)


def test_three_hundred_columns_and_one_column() -> None:
    head = ",".join(f"c{i}" for i in range(300))
    row = ",".join(str(i) for i in range(300))
    assert len(table(f"{head}\n{row}\n{row}\n").columns) == 300
    assert table("x\n1\n2\n").columns[0].values == (1, 2)


def test_only_a_head_and_ragged_rows_warn() -> None:
    assert "only a head" in read_source("a.csv", b"x,y\n").warnings[0]
    assert "have no name" in read_source("a.csv", b"x,y\n1,2\n1,2,3\n3,4\n").warnings[0]
