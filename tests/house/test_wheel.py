"""The wheel is whole: it installs and works on a machine without Node."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

NEEDED = ("prezent_widgets/static/", "prezent_widgets/static/fonts/", "prezent_widgets/ooxml/data/")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel made from the sdist, as a release is."""
    out = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--outdir", out, root], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl"))


def test_the_wheel_holds_bundles_fonts_and_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [folder for folder in NEEDED if not any(name.startswith(folder) for name in names)] == []
    assert [name for name in names if name.startswith("prezent_widgets/static/") and name.endswith(".js")]
    assert [name for name in names if name.startswith("prezent_widgets/static/fonts/") and name.endswith(".ttf")]
    assert "prezent_widgets/py.typed" in names


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"prezent_widgets"}


CHECK = """
import prezent_widgets, pathlib, sys
home = pathlib.Path(prezent_widgets.__file__).parent
assert "site-packages" in str(home), home
for name in prezent_widgets.__all__:
    getattr(prezent_widgets, name)
from prezent_widgets.render import slide_png
from prezent_widgets.themes import THEMES, build_template
assert build_template(THEMES[0])[:2] == b"PK"
print("works")
"""


def test_the_wheel_works_where_there_is_no_node(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    # The libraries of this environment serve the new one: only our own package comes from the wheel.
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    python = home / "bin" / "python"
    env = {**os.environ, "PATH": str(home / "bin")}
    install = [python, "-m", "pip", "install", "-q", "--no-index", "--no-deps", wheel]
    subprocess.run(install, env=env, check=True, capture_output=True)
    ours = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    site = next((home / "lib").glob("python*/site-packages"))
    (site / "libraries.pth").write_text(f"{ours}\n", encoding="utf-8")
    done = subprocess.run([python, "-c", CHECK], env=env, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "works", done.stderr
    done = subprocess.run([home / "bin" / "prezent", "--version"], env=env, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("prezent ")
