"""The rules every source file keeps (DESIGN sections 2, 5 and 6)."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

MAX_LINES = 500
CODE = {".py", ".ts", ".tsx", ".css", ".mjs"}
TEXT = CODE | {".md", ".toml", ".json", ".ipynb", ".yml", ".yaml", ".cfg", ".txt", ".html", ".j2", ""}


def is_generated(path: Path) -> bool:
    return path.name == "package-lock.json"


def trees(modules: tuple[Path, ...]) -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in modules]


def test_no_module_imports_a_higher_layer(root: Path) -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_code_file_is_longer_than_five_hundred_lines(tracked: tuple[Path, ...], root: Path) -> None:
    long = {
        str(path.relative_to(root)): lines
        for path in tracked
        if path.suffix in CODE and (lines := len(path.read_text(encoding="utf-8").splitlines())) > MAX_LINES
    }
    assert not long


def exported(tree: ast.Module) -> list[str] | None:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return list(ast.literal_eval(node.value))
    return None


def test_every_all_is_sorted_and_names_nothing_twice(root: Path, modules: tuple[Path, ...]) -> None:
    ruff = Path(sys.executable).with_name("ruff")
    command = [ruff, "check", "--no-cache", "--select", "RUF022", "prezent_widgets"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    twice = [str(path) for path, tree in trees(modules) if (names := exported(tree)) and len(names) != len(set(names))]
    assert not twice


def test_every_module_with_public_names_has_an_all(modules: tuple[Path, ...], root: Path) -> None:
    lacking = []
    for path, tree in trees(modules):
        public = [
            node.name
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
        ]
        if public and exported(tree) is None:
            lacking.append(str(path.relative_to(root)))
    assert not lacking


def test_the_package_never_prints(modules: tuple[Path, ...], root: Path) -> None:
    prints = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path, tree in trees(modules)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not prints


# Spelled in two parts, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|raise Not" r"ImplementedError|\bcoming s" r"oon\b")
SKIPPED = re.compile(
    r"mark\.(sk"
    r"ip|xf"
    r"ail)|pytest\.(sk"
    r"ip|xf"
    r"ail|importor"
    r"skip)\(|\b(it|test|describe)\.(sk"
    r"ip|to"
    r"do|only)\b"
)


def test_nothing_is_left_unfinished(tracked: tuple[Path, ...], root: Path) -> None:
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for path in tracked
        if path.suffix in CODE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if UNFINISHED.search(line)
    ]
    assert not found


def test_no_test_is_skipped(tracked: tuple[Path, ...], root: Path) -> None:
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for path in tracked
        if path.suffix in CODE and "tests" in path.parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if SKIPPED.search(line)
    ]
    assert not found


def test_no_test_sleeps(tracked: tuple[Path, ...], root: Path) -> None:
    nap = re.compile(r"\btime\.sl" r"eep\(|asyncio\.sl" r"eep\(\s*(0\.[1-9]|[1-9])|wait_for_time" r"out\(")
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for path in tracked
        if path.suffix in CODE and "tests" in path.parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if nap.search(line)
    ]
    assert not found


MACHINE = re.compile(
    r"(?<![\w.])/(ro" r"ot|ho" r"me/\w+|Us" r"ers/\w+|wo" r"rk)/|\bC:\\\\?Us" r"ers|file:/" r"//|\.\./sha" r"red\b"
)
REGISTRY = re.compile(
    r"registry\.npm" r"js\.org|pypi\.o" r"rg/simple|files\.python" r"hosted\.org|index-u" r"rl|--ind" r"ex"
)


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine paths", "registry addresses"])
def test_no_tracked_file_names_a_machine_or_a_registry(
    pattern: re.Pattern[str], tracked: tuple[Path, ...], root: Path
) -> None:
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()[:160]}"
        for path in tracked
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found


def test_lock_files_hold_no_addresses(tracked: tuple[Path, ...], root: Path) -> None:
    locks = [path for path in tracked if is_generated(path)]
    assert locks, "js/package-lock.json is not in git: npm ci needs it"
    assert not [str(path.relative_to(root)) for path in locks if '"resolved"' in path.read_text(encoding="utf-8")]


def test_nothing_built_is_in_git(tracked: tuple[Path, ...], root: Path) -> None:
    built = [
        str(path.relative_to(root))
        for path in tracked
        if path.is_relative_to(root / "prezent_widgets" / "static") or "node_modules" in path.parts
    ]
    assert not built
