from __future__ import annotations

from pathlib import Path

import pytest

from prezent_widgets.errors import InputError
from prezent_widgets.server.settings import Settings, default_data_dir


def test_from_the_environment() -> None:
    settings = Settings.from_environment(
        {
            "PREZENT_DATA": "/tmp/x",
            "PREZENT_PORT": "0",
            "PREZENT_BASE_URL": "https://decks.example/",
            "PREZENT_HEARTBEAT": "2.5",
        }
    )
    assert settings.data_dir == Path("/tmp/x")
    assert settings.port == 0
    assert settings.base_url == "https://decks.example"
    assert settings.heartbeat == 2.5
    assert settings.host == "127.0.0.1"


@pytest.mark.parametrize("value", ["many", "-1", "0", "1.5"])
def test_a_number_must_be_one(value: str) -> None:
    with pytest.raises(InputError, match="PREZENT_WORKERS"):
        Settings.from_environment({"PREZENT_WORKERS": value})


def test_the_folder_is_the_platform_s_own() -> None:
    assert default_data_dir({"XDG_DATA_HOME": "/x"}, "linux") == Path("/x/prezent_widgets")
    assert default_data_dir({"LOCALAPPDATA": "/l"}, "win32") == Path("/l/prezent_widgets")
    assert default_data_dir({}, "darwin").parts[-2:] == ("Application Support", "prezent_widgets")
