"""pyproject, README and the scripts agree."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import prezent_widgets


def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_dependency_has_a_lower_bound(root: Path) -> None:
    table = project(root)["project"]
    wanted = [*table["dependencies"], *table["optional-dependencies"]["demo"], *table["optional-dependencies"]["test"]]
    assert [line for line in wanted if not re.search(r">=|==|~=", line)] == []


def test_the_version_is_the_same_everywhere(root: Path) -> None:
    version = project(root)["project"]["version"]
    assert prezent_widgets.__version__ == version
    assert f"## [{version}]" in (root / "docs" / "changelog.md").read_text(encoding="utf-8")


def test_the_readme_is_short_and_names_the_two_commands(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 150
    for command in ("make demo", "make test", "python3 dev.py demo", "python3 dev.py test"):
        assert command in text


def test_make_and_ci_run_what_the_readme_says(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test"):
        assert f"\n{target}:\n\t@$(PYTHON) dev.py {target}\n" in makefile
    ci = root / ".ci" / "run"
    assert os.access(ci, os.X_OK)
    assert "make test" in ci.read_text(encoding="utf-8")


def test_every_link_inside_the_docs_leads_somewhere(root: Path, tracked: tuple[Path, ...]) -> None:
    broken = []
    for page in (path for path in tracked if path.suffix == ".md"):
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(root)}: {target}")
    assert not broken
