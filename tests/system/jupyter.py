"""JupyterLab and Voilà as processes of their own: free ports, temporary folders, no token, loopback only."""

from __future__ import annotations

import json
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

from playwright.sync_api import Page, Request

from tests.system.processes import Spoken, free_port

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Host:
    """A running notebook server and the folder it shows."""

    spoken: Spoken
    address: str
    folder: Path


def private_folders(home: Path) -> dict[str, str]:
    """Everything Jupyter would otherwise keep in the person's home, in ``home`` instead."""
    env = {
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "IPYTHONDIR": home / "ipython",
        "PREZENT_DATA": home / "prezent",
    }
    for folder in env.values():
        folder.mkdir(parents=True)
    # The news question covers the page, and would ask the network.
    settings = home / "config" / "labconfig"
    settings.mkdir()
    disabled = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
    (settings / "page_config.json").write_text(json.dumps(disabled), encoding="utf-8")
    return {name: str(path) for name, path in env.items()}


def start_lab(folder: Path, home: Path) -> Host:
    """JupyterLab on ``folder``."""
    port = free_port()
    command = [
        *(
            BIN / "jupyter-lab",
            "--no-browser",
            "--allow-root",
            f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0",
        ),
        *("--ServerApp.ip=127.0.0.1", "--IdentityProvider.token=", "--ServerApp.password="),
        *(
            "--ServerApp.disable_check_xsrf=True",
            f"--ServerApp.root_dir={folder}",
            "--LabApp.expose_app_in_browser=True",
        ),
    ]
    spoken = Spoken.start(command, folder=folder, env=private_folders(home))
    return Host(spoken, wait_until_up(f"http://127.0.0.1:{port}", "/api", spoken), folder)


def start_voila(notebook: Path, home: Path) -> Host:
    """Voilà on one notebook, with its own page without the two links to a public network."""
    port = free_port()
    env = private_folders(home)
    ours = home / "data" / "voila" / "templates" / "offline"
    ours.mkdir(parents=True)
    theirs = Path(sys.prefix) / "share" / "jupyter" / "voila" / "templates" / "lab" / "index.html.j2"
    lines = theirs.read_text(encoding="utf-8").splitlines(keepends=True)
    page = "".join(line for line in lines if "<link" not in line or "https://" not in line)
    (ours / "index.html.j2").write_text(page, encoding="utf-8")
    (ours / "conf.json").write_text('{"base_template": "lab"}', encoding="utf-8")
    command = [
        *(BIN / "voila", notebook.name, "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"),
        *("--template=offline", "--show_tracebacks=True"),
    ]
    spoken = Spoken.start(command, folder=notebook.parent, env=env)
    return Host(spoken, wait_until_up(f"http://127.0.0.1:{port}", "/voila/static/voila.js", spoken), notebook.parent)


def wait_until_up(address: str, path: str, spoken: Spoken, limit: float = 60) -> str:
    """``address`` once it answers on ``path``."""
    deadline = monotonic() + limit
    pause = Event()
    while monotonic() < deadline:
        try:
            with urllib.request.urlopen(address + path, timeout=5):
                return address
        except urllib.error.HTTPError:
            return address
        except OSError:
            assert spoken.process.poll() is None, spoken.said()
            pause.wait(0.1)
    raise AssertionError(f"{address} did not answer within {limit} s:\n{spoken.said()}")


# Nothing here is awaited by page.evaluate, which has no time limit: the test waits for what the cells show.
_RUN_ALL = """() => { void (async () => {
  const app = window.jupyterapp;
  await app.restored;
  const panel = app.shell.currentWidget;
  await panel.context.ready;
  await panel.sessionContext.ready;
  await app.commands.execute('notebook:run-all-cells');
})() }"""


def run_all_cells(page: Page) -> None:
    """What *Run All Cells* in the menu does, once the notebook and its kernel are there."""
    page.wait_for_function("() => window.jupyterapp?.shell.currentWidget?.sessionContext")
    page.evaluate(_RUN_ALL)


def outside(page: Page) -> list[str]:
    """Grows by every address outside this machine that ``page`` asks for."""
    found: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:", "about:")):
            found.append(request.url)

    page.on("request", note)
    return found


def outputs(page: Page) -> str:
    """The text of every cell's output: what a failing test needs to show."""
    return "\n---\n".join(page.locator(".jp-OutputArea-output").all_inner_texts())
