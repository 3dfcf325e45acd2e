import io

import docx

from prezent_widgets.sources import read_source


def test_headings_lists_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("Comments", 1)
    document.add_heading("South", 2)
    document.add_paragraph("Two contracts signed in May.")
    document.add_paragraph("First point", style="List Bullet")
    document.add_paragraph("Step one", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for row, cells in enumerate((("action", "due"), ("Call", "2026-01-31"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    out = io.BytesIO()
    document.save(out)
    source = read_source("c.docx", out.getvalue())
    assert [(p.kind, p.text) for p in source.passages] == [
        ("heading", "Comments"),
        ("heading", "South"),
        ("paragraph", "Two contracts signed in May."),
        ("item", "First point"),
        ("item", "Step one"),
    ]
    assert source.passages[2].section == ("Comments", "South")
    assert source.passages[4].ordered
    assert source.tables[0].section == ("Comments", "South")
    assert [column.type for column in source.tables[0].columns] == ["text", "date"]
