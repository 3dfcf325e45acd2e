#!/usr/bin/env python3
"""Set up this checkout and run it: ``python3 dev.py demo`` or ``python3 dev.py test``.

Needs Python 3.11 or newer and Node 20 or newer, no more. Only the standard library is used, and only
syntax that older Pythons can read, so that a person with the wrong Python meets a sentence instead of a SyntaxError.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STATE = ROOT / ".dev"
JS = ROOT / "js"
NOTEBOOK = "notebooks/00_first_deck.ipynb"
MIN_PYTHON = (3, 11)
MIN_NODE = 20
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# What pip, uv and npm say when nothing answers.
NO_NETWORK = re.compile(
    r"name resolution|NewConnectionError|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|dns error"
    r"|Network is unreachable|Could not resolve|error sending request|Connection refused|timed out"
)


class Stop(Exception):
    """Something a person has to put right; the message is all they need to read."""


# ---------------------------------------------------------------- small things


def say(text: str) -> None:
    """Print a line of our own, marked, at once (the tools' output comes between)."""
    print(f"\n== {text}", flush=True)


def run(args: list, cwd: Path = ROOT, env: dict | None = None) -> int:
    """Run a tool with its output shown as it comes; its exit status."""
    return subprocess.call([str(arg) for arg in args], cwd=str(cwd), env=env)


def run_or_stop(args: list, doing: str, cwd: Path = ROOT, env: dict | None = None) -> None:
    """Run a step of the set-up; Stop with the reason when it fails."""
    process = subprocess.Popen(
        [str(arg) for arg in args], cwd=str(cwd), env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said = []
    for line in process.stdout or ():
        said.append(line)
        print(f"   {line}", end="", flush=True)
    if process.wait() == 0:
        return
    if NO_NETWORK.search("".join(said[-60:])):
        raise Stop(
            f"{doing} failed: a package registry could not be reached. The first set-up downloads packages, so it "
            "needs a network (or a proxy or mirror set for pip and npm); later runs do not. Then run this again."
        )
    raise Stop(f"{doing} failed (exit status {process.returncode}); the lines above say why.")


def package_env() -> dict:
    """The environment for our own tools: the virtual environment's programs first on PATH."""
    env = dict(os.environ)
    env["PATH"] = f"{BIN}{os.pathsep}{env.get('PATH', '')}"
    env["VIRTUAL_ENV"] = str(VENV)
    env.pop("PYTHONHOME", None)
    return env


# ---------------------------------------------------------------- what must be there beforehand


def check_python() -> None:
    """Stop when this Python is too old."""
    if sys.version_info < MIN_PYTHON:
        have = ".".join(str(part) for part in sys.version_info[:3])
        raise Stop(
            f"Python 3.11 or newer is needed; {sys.executable} is {have}. Install a newer one and run this script "
            "with it, for example: python3.12 dev.py test (or: make test PYTHON=python3.12)"
        )


def check_node() -> None:
    """Stop when Node or npm is missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    advice = "Install Node 20 or newer (it brings npm), from nodejs.org or your system's packages, and run this again."
    if node is None or npm is None:
        raise Stop(
            f"{'Node' if node is None else 'npm'} was not found on PATH; the widgets are built with it. {advice}"
        )
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    found = re.match(r"v(\d+)", version)
    if not found or int(found.group(1)) < MIN_NODE:
        raise Stop(f"Node {MIN_NODE} or newer is needed; {node} is {version or 'broken'}. {advice}")


def find_browser() -> str | None:
    """The Chromium (or Chrome) to test with; CHROMIUM names another one."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    return next((path for path in map(shutil.which, CHROMIUM_NAMES) if path), None)


def ensure_browser() -> str:
    """Find Chromium, install it where we may, or Stop and say what to install."""
    browser = find_browser()
    if browser:
        return browser
    wanted = "chromium fonts-liberation"
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if not may_install:
        raise Stop(
            "The browser tests need Chromium or Chrome, and none was found. Install one, for example on Debian or "
            f"Ubuntu: sudo apt-get install {wanted}. Or name one: CHROMIUM=/path/to/chrome python3 dev.py test"
        )
    say("Installing Chromium (system package)")
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    run_or_stop(["apt-get", "update", "-qq"], "apt-get update", env=env)
    run_or_stop(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *wanted.split()], "Installing Chromium", env=env
    )
    browser = find_browser()
    if browser is None:
        raise Stop(f"Chromium is still not on PATH after installing {wanted}. Name it: CHROMIUM=/path/to/chrome")
    return browser


# ---------------------------------------------------------------- set-up


def fingerprint() -> str:
    """A hash of everything the set-up depends on: change one of these files and the next run sets up again."""
    digest = hashlib.sha256(f"{ROOT}|{sys.version}".encode())
    files = [ROOT / "pyproject.toml", ROOT / "hatch_build.py"]
    files += sorted((ROOT / "buildtools").rglob("*.py"))
    files += [path for path in sorted(JS.glob("*")) if path.is_file()]
    files += [path for path in sorted((JS / "src").rglob("*")) if path.is_file()]
    for path in files:
        if path.exists():
            digest.update(f"{path.relative_to(ROOT)}|".encode() + path.read_bytes())
    return digest.hexdigest()


def is_set_up(extra: str, mark: str) -> bool:
    """Whether an earlier run already did all this (``dev`` includes ``demo``)."""
    if not PYTHON.exists() or not (JS / "node_modules").is_dir():
        return False
    if not any((ROOT / "prezent_widgets" / "static").rglob("*.js")):
        return False
    for done in {extra, "dev"}:
        stamp = STATE / f"set-up-{done}"
        if stamp.exists() and stamp.read_text(encoding="utf-8") == mark:
            return True
    return False


def make_venv(uv: str | None) -> None:
    """Create .venv when it is not there."""
    if PYTHON.exists():
        return
    say("Creating .venv")
    if uv:
        run_or_stop([uv, "venv", "-q", "--python", sys.executable, VENV], "Creating the virtual environment")
        return
    try:
        run_or_stop([sys.executable, "-m", "venv", VENV], "Creating the virtual environment")
    except Stop as error:
        shutil.rmtree(str(VENV), ignore_errors=True)
        raise Stop(
            f"{error} On Debian and Ubuntu the package python3-venv is needed: sudo apt-get install python3-venv"
        ) from None


def quiet_jupyter() -> None:
    """Switch off JupyterLab's news question in this environment: it covers the page, and asks for a network."""
    folder = VENV / "etc" / "jupyter" / "labconfig"
    folder.mkdir(parents=True, exist_ok=True)
    disabled = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
    (folder / "page_config.json").write_text(json.dumps(disabled), encoding="utf-8")


def set_up(extra: str) -> None:
    """Make .venv, install the package with ``extra`` (which builds the widgets), once per state of the checkout."""
    check_python()
    check_node()
    mark = fingerprint()
    if is_set_up(extra, mark):
        return
    begun = time.monotonic()
    uv = shutil.which("uv")
    make_venv(uv)
    say("Installing the package, its tools and the widgets (a minute or two, the first time)")
    target = f"{ROOT}[{extra}]"
    npm = shutil.which("npm") or "npm"
    run_or_stop([npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], "npm ci", cwd=JS)
    # Built anew: after a checkout, file times say little about what is older than what.
    shutil.rmtree(str(ROOT / "prezent_widgets" / "static"), ignore_errors=True)
    env = package_env()
    if uv:
        # pip compiles what it installs, uv only when told to; without it every process compiles its imports anew.
        install = [uv, "pip", "install", "-q", "--compile-bytecode", "--python", PYTHON, "-e", target]
        run_or_stop(install, "Installing the package", env=env)
    else:
        run_or_stop([PYTHON, "-m", "pip", "install", "-q", "-e", target], "Installing the package", env=env)
    quiet_jupyter()
    STATE.mkdir(exist_ok=True)
    (STATE / f"set-up-{extra}").write_text(fingerprint(), encoding="utf-8")
    say(f"Set up in {time.monotonic() - begun:.0f} s")


# ---------------------------------------------------------------- demo


def free_port(wanted: int | None) -> int:
    """``wanted`` if it is free (else Stop), or the first free one from 8888."""
    for port in [wanted] if wanted else range(8888, 8988):
        with socket.socket() as probe:
            if os.name != "nt":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise Stop(f"Port {wanted} is taken." if wanted else "No free port between 8888 and 8987.")


def wait_until_up(address: str, process: subprocess.Popen) -> None:
    """Return when ``address`` answers; Stop when the process ends first or two minutes pass."""
    deadline = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise Stop("JupyterLab did not start; the lines above say why.")


def has_screen() -> bool:
    """Whether a browser window can appear: without one, Python would open a text browser over our own lines."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def demo(args: argparse.Namespace) -> int:
    """Start JupyterLab on the first notebook."""
    set_up("demo")
    port, token = free_port(args.port), secrets.token_urlsafe(16)
    command = [
        BIN / "jupyter-lab", NOTEBOOK, "--no-browser", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
        "--ServerApp.ip=127.0.0.1", f"--ServerApp.root_dir={ROOT}", "--ServerApp.log_level=WARN",
    ]  # fmt: skip
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    # The token goes by the environment: other users of the machine can read a command line.
    process = subprocess.Popen(
        [str(part) for part in command], cwd=str(ROOT), env=dict(package_env(), JUPYTER_TOKEN=token)
    )
    try:
        wait_until_up(f"http://127.0.0.1:{port}/api", process)
        address = f"http://127.0.0.1:{port}/lab/tree/{NOTEBOOK}?token={token}"
        say("JupyterLab is ready. Open this address, then Run > Run All Cells:")
        print(f"\n   {address}\n\n   Ctrl-C here stops it.\n", flush=True)
        if not args.no_browser and has_screen():
            webbrowser.open(address)
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


# ---------------------------------------------------------------- test and lint


class Tally:
    """What ran, and how it ended."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.steps: list = []

    def check(
        self, name: str, args: list, cwd: Path = ROOT, env: dict | None = None, report: Path | None = None
    ) -> None:
        """Run one step; with ``report`` (JUnit XML) its tests are counted, else the step counts as one."""
        say(name)
        if report is not None and report.exists():
            report.unlink()
        begun = time.monotonic()
        status = run(args, cwd=cwd, env=env or package_env())
        passed, failed = counts(report) if report is not None else (int(status == 0), int(status != 0))
        if status != 0 and failed == 0:
            failed = 1  # It broke before or after its tests: that is a failure too.
        self.steps.append((name, passed, failed, time.monotonic() - begun))

    def finish(self) -> int:
        """Print the summary; the exit status."""
        say("Summary")
        for name, passed, failed, seconds in self.steps:
            mark = "FAIL" if failed else "ok  "
            print(f"   {mark} {name:<24} {passed:>5} passed {failed:>4} failed {seconds:>7.1f} s")
        passed, failed = (sum(step[column] for step in self.steps) for column in (1, 2))
        print(f"   {passed} passed, {failed} failed")
        tests = [step for step in self.steps if step[0].startswith("pytest")]
        if tests:
            print(closing_line(sum(step[1] for step in tests), failed, time.monotonic() - self.begun))
        sys.stdout.flush()
        return 1 if failed else 0


def counts(report: Path) -> tuple:
    """(passed, failed) of a JUnit file; (0, 0) when none was written. A skipped test counts as failed: we have none."""
    if not report.exists():
        return 0, 0
    cases = list(ET.parse(str(report)).getroot().iter("testcase"))
    bad = sum(1 for case in cases if any(case.find(tag) is not None for tag in ("failure", "error", "skipped")))
    return len(cases) - bad, bad


def closing_line(passed: int, failed: int, seconds: float) -> str:
    """The line pytest ends with, for both of its processes together."""
    told = f"{failed} failed, {passed} passed" if failed else f"{passed} passed"
    return f" {told} in {seconds:.2f}s ".center(80, "=")


def add_checks(tally: Tally) -> None:
    """Style, types and layers, in both languages."""
    npx = shutil.which("npx") or "npx"
    tally.check("ruff check", [BIN / "ruff", "check", "."])
    tally.check("ruff format", [BIN / "ruff", "format", "--check", "."])
    tally.check("pyright", [BIN / "pyright"])
    tally.check("import layers", [BIN / "lint-imports"])
    tally.check("biome", [npx, "--no-install", "biome", "check", "."], cwd=JS)
    tally.check("tsc", [npx, "--no-install", "tsc", "--noEmit"], cwd=JS)


def lint(_args: argparse.Namespace) -> int:
    """Only the checks that need no test run."""
    set_up("dev")
    tally = Tally()
    add_checks(tally)
    return tally.finish()


def test(args: argparse.Namespace) -> int:
    """Every check and every test. System tests run in a second process: Playwright leaves a running loop behind."""
    check_python()
    check_node()
    browser = ensure_browser()
    set_up("dev")
    STATE.mkdir(exist_ok=True)
    env = dict(package_env(), CHROMIUM=browser)
    tally = Tally()
    add_checks(tally)
    npx = shutil.which("npx") or "npx"
    vitest, unit, system = (STATE / f"{name}.xml" for name in ("vitest", "unit", "system"))
    reporters = ["--reporter=default", "--reporter=junit", f"--outputFile.junit={vitest}"]
    tally.check("vitest", [npx, "--no-install", "vitest", "run", *reporters], cwd=JS, report=vitest)
    pytest = [PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", *args.pytest]
    tally.check("pytest", [*pytest, f"--junitxml={unit}", "--ignore=tests/system"], env=env, report=unit)
    tally.check("pytest tests/system", [*pytest, f"--junitxml={system}", "tests/system"], env=env, report=system)
    return tally.finish()


def build(_args: argparse.Namespace) -> int:
    """Set up (which builds the widgets), then make the wheel and the sdist in dist/."""
    set_up("dev")
    return run([PYTHON, "-m", "build"], env=package_env())


def docs(_args: argparse.Namespace) -> int:
    """Renew the tables that docs/reference takes from the code."""
    set_up("dev")
    return run([PYTHON, ROOT / "buildtools" / "doc_tables.py"], env=package_env())


def main() -> int:
    """Read the command and run it."""
    parser = argparse.ArgumentParser(description="Set up this checkout and run it.")
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("demo", help="JupyterLab on the first notebook")
    one.add_argument("--port", type=int, help="default: the first free one from 8888")
    one.add_argument("--no-browser", action="store_true", help="only print the address")
    one.set_defaults(run=demo)
    one = commands.add_parser("test", help="every check and every test")
    one.add_argument("pytest", nargs="*", help="further arguments for pytest, after --")
    one.set_defaults(run=test)
    commands.add_parser("lint", help="style, types, layers").set_defaults(run=lint)
    commands.add_parser("docs", help="renew the tables of docs/reference").set_defaults(run=docs)
    commands.add_parser("build", help="wheel and sdist in dist/").set_defaults(run=build)
    args = parser.parse_args()
    try:
        return args.run(args)
    except Stop as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
