"""Real browsers, real JupyterLab, real Voilà, real servers: on free loopback ports, in temporary folders."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.system.processes import PREZENT, Spoken, prezent

ROOT = Path(__file__).resolve().parents[2]


CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str:
    """Where Chromium or Chrome is."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert found, "Chromium was not found: install it, or name it in CHROMIUM"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium: a browser that the test tool fetches for itself is not needed."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that shares nothing with other tests."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """Where pictures for human eyes go; not in git."""
    folder = ROOT / ".dev" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@dataclass(frozen=True)
class Served:
    """A running ``prezent serve``."""

    spoken: Spoken
    address: str
    key: str
    data: Path


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Path], Served]]:
    """Starts servers on data folders; all are ended with the test."""
    started: list[Spoken] = []
    keys: dict[Path, str] = {}

    def start(data: Path) -> Served:
        if data not in keys:
            made = prezent("keys", "create", "--data", data, folder=tmp_path)
            assert made.returncode == 0, made.stderr
            keys[data] = made.stdout.strip()
        spoken = Spoken.start([PREZENT, "serve", "--port", "0", "--data", data], folder=tmp_path)
        started.append(spoken)
        address = spoken.wait_for("http://127.0.0.1:").strip()
        return Served(spoken, address, keys[data], data)

    yield start
    for spoken in started:
        spoken.stop()
