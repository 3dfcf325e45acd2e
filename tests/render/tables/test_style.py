from prezent_widgets.render.tables.style import Place, _border_name


def test_a_parts_border_is_outer_at_its_own_edge() -> None:
    place = Place(row=1, column=1, last_row=1, last_column=1, rows=3, columns=3)
    assert _border_name("wholeTbl", place, "top") == "insideH"
    assert _border_name("wholeTbl", place, "left") == "insideV"
    assert _border_name("band1H", place, "top") == "top"
    assert _border_name("band1H", place, "left") == "insideV"
    assert _border_name("firstCol", place, "right") == "right"
    assert _border_name("nwCell", place, "right") == "right"
    corner = Place(row=0, column=0, last_row=2, last_column=2, rows=3, columns=3)
    assert {_border_name("wholeTbl", corner, side) for side in ("left", "right", "top", "bottom")} == {
        "left", "right", "top", "bottom",
    }  # fmt: skip
