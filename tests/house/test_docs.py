"""The reference is made from the code, and says something about every part of it."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from prezent_widgets.contract.errors import ERROR_STATUS
from prezent_widgets.contract.operations import EXTENSIONS, OPERATIONS
from prezent_widgets.server.settings import Settings


def page(root: Path, name: str) -> str:
    return (root / "docs" / "reference" / f"{name}.md").read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_code(root: Path) -> None:
    command = [sys.executable, root / "buildtools" / "doc_tables.py", "--check"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_error_code_is_explained(root: Path) -> None:
    text = page(root, "errors")
    assert [str(code) for code in ERROR_STATUS if f"`{code}`" not in text] == []


def test_every_exception_is_in_the_tree(root: Path) -> None:
    from prezent_widgets import errors

    text = page(root, "errors")
    assert [name for name in errors.__all__ if name not in text] == []


def test_every_setting_is_explained(root: Path) -> None:
    text = page(root, "settings")
    assert [field.name for field in fields(Settings) if f"`{field.name}`" not in text] == []


def test_every_environment_variable_is_explained(root: Path, modules: tuple[Path, ...]) -> None:
    text = page(root, "settings")
    names = {name for path in modules for name in re.findall(r"\bPREZENT_[A-Z_]+[A-Z]\b", path.read_text("utf-8"))}
    assert names
    assert sorted(name for name in names if f"`{name}`" not in text) == []


def test_every_operation_is_documented(root: Path) -> None:
    text = page(root, "http")
    assert [row for row in (*OPERATIONS, *EXTENSIONS) if f"`{row}`" not in text] == []


def test_every_operation_has_a_client_method(root: Path) -> None:
    pages = sorted((root / "prezent_widgets" / "client").rglob("*.py"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    assert [row for row in (*OPERATIONS, *EXTENSIONS) if f'["{row}"]' not in text] == []


def test_every_operation_has_a_route(tmp_path: Path) -> None:
    from starlette.routing import Route

    from prezent_widgets.server.app import create_app

    routes = [route for route in create_app(Settings(data_dir=tmp_path)).routes if isinstance(route, Route)]
    served = {(verb, route.path) for route in routes for verb in route.methods or ()}
    wanted = {(row.verb, row.path) for row in (*OPERATIONS.values(), *EXTENSIONS.values())}
    assert wanted - served == set()
