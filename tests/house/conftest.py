"""What the house rules look at: the files git tracks, and the modules of the package."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def tracked() -> tuple[Path, ...]:
    """Every file in git that exists in the working tree."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


@pytest.fixture(scope="session")
def modules(tracked: tuple[Path, ...]) -> tuple[Path, ...]:
    """Every Python module of the package in git."""
    return tuple(path for path in tracked if path.suffix == ".py" and path.is_relative_to(ROOT / "prezent_widgets"))
