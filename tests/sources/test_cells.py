from prezent_widgets.sources import cell_ranges, read_source
from prezent_widgets.sources.cells import letters


def test_letters() -> None:
    assert [letters(i) for i in (1, 26, 27, 300)] == ["A", "Z", "AA", "KN"]


def test_ranges_skip_blank_rows_of_the_file() -> None:
    table = read_source("a.csv", b"a,b\n1,2\n\n3,4\n5,6\n").tables[0]
    assert cell_ranges(table, "b") == ("B2", "B4:B5")
    assert cell_ranges(table, "b", [2, 0]) == ("B2", "B5")
