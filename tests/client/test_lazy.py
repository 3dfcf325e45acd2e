from __future__ import annotations

import subprocess
import sys

import pytest

import prezent_widgets.client as client

HEAVY = ("httpx", "pydantic", "pptx", "lxml", "narwhals", "prezent_widgets.render")


def test_importing_the_client_imports_nothing_heavy() -> None:
    code = f"import sys, prezent_widgets.client; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_client_needs_no_renderer_and_no_python_pptx() -> None:
    code = "import sys; from prezent_widgets.client import Client; Client('http://x'); print('pptx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_every_name_can_be_had() -> None:
    assert all(getattr(client, name) is not None for name in client.__all__)
    assert set(client.__all__) <= set(dir(client))
    with pytest.raises(AttributeError, match="Clinet"):
        _ = client.Clinet
