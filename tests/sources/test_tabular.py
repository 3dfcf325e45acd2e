from prezent_widgets.sources.tabular import build_table, label_of, type_column, unit_of


def test_labels_for_people() -> None:
    assert label_of("net_generation") == "Net generation"
    assert label_of("minutesToRestore") == "Minutes to restore"
    assert label_of("Umsatz (EUR)") == "Umsatz"
    assert unit_of("Umsatz (EUR)") == "EUR"
    assert unit_of("weight_kg") == "kg"


def test_a_few_bad_cells_do_not_spoil_a_column() -> None:
    column = type_column("v", ["1", "2", "3", "4", "oops"])
    assert column.type == "number"
    assert column.values == (1, 2, 3, 4, None)
    assert type_column("ok", ["yes", "no", ""]).values == (True, False, None)


def test_nothing_makes_no_table() -> None:
    assert build_table([[None], [""]], id="t", source="s", title="t") is None
