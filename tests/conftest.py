"""Every test runs without a key and with a data folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def private_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No hosted API by accident, and nothing written to the person's own data folder."""
    monkeypatch.delenv("PREZENT_API_KEY", raising=False)
    monkeypatch.delenv("PREZENT_API_URL", raising=False)
    monkeypatch.delenv("PREZENT_BASE_URL", raising=False)
    monkeypatch.setenv("PREZENT_DATA", str(tmp_path / "prezent-data"))
