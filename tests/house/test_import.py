"""Importing the package is quick and pulls nothing heavy; the front door is true."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = {
    *(
        "aiosqlite",
        "anywidget",
        "dbos",
        "docx",
        "fastapi",
        "httpx",
        "ipywidgets",
        "lxml",
        "narwhals",
        "numpy",
        "obstore",
    ),
    *("openpyxl", "pandas", "PIL", "polars", "pptx", "pydantic", "rich", "sqlalchemy", "starlette", "typer"),
    *("uharfbuzz", "uvicorn"),
}


def fresh(code: str) -> str:
    """What ``code`` prints in a new Python."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_import_takes_less_than_a_fifth_of_a_second() -> None:
    code = "import time; t = time.perf_counter(); import prezent_widgets; print(time.perf_counter() - t)"
    assert min(float(fresh(code)) for _ in range(5)) < 0.2


def test_import_pulls_no_heavy_library() -> None:
    loaded = set(json.loads(fresh("import json, sys, prezent_widgets; print(json.dumps(list(sys.modules)))")))
    assert not loaded & HEAVY


def test_every_public_name_can_be_had() -> None:
    import prezent_widgets

    assert [name for name in prezent_widgets.__all__ if not hasattr(prezent_widgets, name)] == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    import prezent_widgets

    with pytest.raises(AttributeError, match="no_such_name"):
        _ = prezent_widgets.no_such_name


def test_every_public_name_is_in_the_reference(root: Path) -> None:
    import prezent_widgets

    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "docs" / "reference").glob("*.md")))
    assert [name for name in prezent_widgets.__all__ if f"`{name}" not in text] == []


def test_help_on_the_command_line_comes_at_once() -> None:
    prezent = Path(sys.executable).with_name("prezent")
    times = []
    for _ in range(4):
        begun = time.perf_counter()
        subprocess.run([prezent, "--help"], capture_output=True, check=True)
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.5
