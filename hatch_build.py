"""Builds what is not in git into the package: the widget bundles (npm, esbuild) and the fonts.

Rules: ``PREZENT_SKIP_BUILD=1`` skips; nothing is built again while it is newer than its sources; a machine without npm
may go on with what an sdist brought; else the message says what is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
JS = ROOT / "js"
STATIC = ROOT / "prezent_widgets" / "static"
NEEDS_NODE = (
    "Node 20+ is needed to build prezent_widgets from a checkout (its widgets are TypeScript), "
    "or install a release wheel. Get Node from https://nodejs.org, "
    "or set PREZENT_SKIP_BUILD=1 to install without widgets and fonts."
)


def bundles() -> list[Path]:
    """The files that the widget sources become."""
    return [STATIC / f"{source.stem}.js" for source in sorted((JS / "src" / "widgets").glob("*.ts"))]


def newest_source() -> float:
    """When the newest file that goes into a bundle was changed, in seconds since the epoch."""
    files = [path for path in (JS / "src").rglob("*") if path.is_file()]
    files += [JS / name for name in ("package.json", "package-lock.json", "build.mjs") if (JS / name).exists()]
    return max(path.stat().st_mtime for path in files)


def are_current(wanted: list[Path]) -> bool:
    """Whether every bundle is there and none is older than a source."""
    return (
        bool(wanted)
        and all(path.exists() for path in wanted)
        and (min(path.stat().st_mtime for path in wanted) >= newest_source())
    )


def build_bundles() -> None:
    """Install the pinned npm packages and build one module a widget."""
    wanted = bundles()
    if are_current(wanted):
        return
    if shutil.which("npm") is None and wanted and all(path.exists() for path in wanted):
        warnings.warn("npm is missing: the widget bundles that are there are used as they are.", stacklevel=2)
        return
    npm = found_npm()
    install_packages(npm)
    run([npm, "run", "--silent", "build"])


def found_npm() -> str:
    """The npm command, or what to do without one."""
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError(NEEDS_NODE)
    return npm


def install_packages(npm: str) -> None:
    """``npm ci``, unless what is installed is what the lock file says."""
    installed, lock = JS / "node_modules" / ".package-lock.json", JS / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        run([npm, "ci", "--no-audit", "--no-fund", "--silent"])


def run(command: list[str]) -> None:
    """Run in js/; what it prints is shown only when it fails."""
    done = subprocess.run(command, cwd=JS, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed in js/:\n{done.stdout}{done.stderr}\n{NEEDS_NODE}")


def build_fonts() -> None:
    """Put the metric twins of the Office fonts into the package (buildtools/fonts.py has the list and the traps)."""
    sys.path.insert(0, str(ROOT))
    try:
        from buildtools import fonts
    finally:
        sys.path.remove(str(ROOT))
    if not (STATIC / "fonts" / "index.json").exists():
        install_packages(found_npm())
    fonts.build_fonts(ROOT)


class FrontendBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel, an sdist or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if os.environ.get("PREZENT_SKIP_BUILD"):
            return
        build_bundles()
        build_fonts()
