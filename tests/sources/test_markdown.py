from prezent_widgets.sources import read_source

TEXT = """---
title: machine
---
# Review

Intro over
two lines with **bold** and `code`.

## Targets
- Under 30 minutes
  and more
1. March: canary
2. June: split

| action | owner |
|---|---|
| Call | SRE |

> A quote
```
x = 1
```
Second head
-----------
Last.
"""


def test_every_block_has_its_kind_and_section() -> None:
    source = read_source("review.md", TEXT.encode())
    assert [(p.kind, p.text) for p in source.passages] == [
        ("heading", "Review"),
        ("paragraph", "Intro over two lines with bold and code."),
        ("heading", "Targets"),
        ("item", "Under 30 minutes and more"),
        ("item", "March: canary"),
        ("item", "June: split"),
        ("quote", "A quote"),
        ("code", "x = 1"),
        ("heading", "Second head"),
        ("paragraph", "Last."),
    ]
    assert source.passages[4].ordered
    assert not source.passages[3].ordered
    assert source.passages[1].section == ("Review",)
    assert len({p.id for p in source.passages}) == len(source.passages)


def test_pipe_tables_are_tables_with_file_rows() -> None:
    table = read_source("review.md", TEXT.encode()).tables[0]
    assert table.section == ("Review", "Targets")
    assert table.columns[1].values == ("SRE",)
    assert table.first_row == 17
