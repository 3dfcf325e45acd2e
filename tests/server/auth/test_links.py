from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest

from prezent_widgets.server.auth.links import Links, server_secret
from prezent_widgets.server.problems import Problem


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def links(clock: Clock) -> Links:
    return Links(b"secret", download_ttl=3600, stream_ttl=300, clock=clock)


def token(url: str) -> str:
    return url.partition("?token=")[2]


def test_a_download_lives_for_an_hour_and_keeps_its_address_for_a_while(links: Links, clock: Clock) -> None:
    url = links.file("http://here", "jobs/a b/deck.pptx", name="Ü.pptx")
    assert url.startswith("http://here/files/jobs/a%20b/deck.pptx?token=")
    assert links.file_name("jobs/a b/deck.pptx", token(url)) == "Ü.pptx"
    clock.now += 1
    assert links.file("http://here", "jobs/a b/deck.pptx", name="Ü.pptx") == url
    clock.now += 3598
    links.file_name("jobs/a b/deck.pptx", token(url))
    clock.now += 3600
    with pytest.raises(Problem, match="expired"):
        links.file_name("jobs/a b/deck.pptx", token(url))


def test_a_stream_lives_for_five_minutes(links: Links, clock: Clock) -> None:
    url, expires_at = links.stream("http://here", "c1", "key")
    assert expires_at == clock.now + 300
    clock.now += 299
    links.check_stream("c1", token(url))
    clock.now += 1
    with pytest.raises(Problem, match="expired"):
        links.check_stream("c1", token(url))


def test_a_token_opens_one_thing(links: Links) -> None:
    download = token(links.file("", "a.svg"))
    stream = token(links.stream("", "c1", "k")[0])
    for attempt in (
        lambda: links.file_name("b.svg", download),
        lambda: links.file_name("a.svg", stream),
        lambda: links.check_stream("c2", stream),
        lambda: links.check_stream("c1", download),
        lambda: links.check_stream("c1", stream[:-2] + "AA"),
        lambda: links.check_stream("c1", ""),
        lambda: links.check_stream("c1", "é.é"),
    ):
        with pytest.raises(Problem):
            attempt()


def test_all_servers_of_a_folder_share_one_secret(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(server_secret(path))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found[0]) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
