from __future__ import annotations

import asyncio

import pytest
from widgets_support import FakeClient, FakeDeck, FakeJob, from_page, sent_by, story

from prezent_widgets.client import Deck
from prezent_widgets.client.events import Failed, Progress, Snapshot
from prezent_widgets.errors import PackageError, SourceError, TransportError
from prezent_widgets.testing import build_deck
from prezent_widgets.widgets import DeckView, JobProgress


async def test_follows_a_job_to_its_end(settled):
    view = JobProgress(FakeJob(), client=FakeClient())
    await settled(view)
    assert view.progress["status"] == "done"
    assert view.progress["ended"] >= view.progress["started"]
    assert len(view.slides) == 3
    assert repr(view) == "<JobProgress done, 100 %, 3 slides>"


async def test_without_a_client_the_job_fetches_the_pictures(settled):
    view = JobProgress(FakeJob())
    sent = sent_by(view)
    view._pictures._send = view.send
    await settled(view)
    assert [message["key"] for message in sent] == ["job-1-0", "job-1-1", "job-1-2"]
    assert all("http://test/s" in message["svg"] for message in sent)


async def test_the_time_is_the_jobs_own_however_late_one_looks(settled):
    job = FakeJob()
    job.took = (1000.0, 1004.5)
    view = JobProgress(job)
    await settled(view)
    assert (view.progress["started"], view.progress["ended"]) == (1000.0, 1004.5)


async def test_a_slide_that_cannot_be_drawn_says_so_in_its_place(settled):
    class Broken:
        title, notes = "Slide 2", ""

        @property
        def svg(self) -> str:
            raise PackageError("This slide holds a shape without a size.")

    deck = FakeDeck()
    deck.slides[1] = Broken()
    view = DeckView(deck)
    sent = sent_by(view)
    view._pictures._send = view.send
    await settled(view)
    assert view.progress["status"] == "done"
    assert ["No picture" in message["svg"] for message in sent] == [False, True, False]


async def test_what_cannot_be_shown_is_refused_in_words(tmp_path):
    with pytest.raises(TypeError, match=r"await client\.start"):
        JobProgress("job-1")
    with pytest.raises(TypeError, match="this is a int"):
        DeckView(3)
    with pytest.raises(SourceError, match=r"lost\.pptx"):
        DeckView(tmp_path / "lost.pptx")


async def test_a_deck_view_takes_the_path_of_a_deck(settled, tmp_path):
    Deck(build_deck(("One", "Two"))).save(tmp_path / "q3.pptx")
    view = DeckView(tmp_path / "q3.pptx")
    await settled(view)
    assert (view.result["name"], view.result["title"], len(view.slides)) == ("q3.pptx", "One", 2)


async def test_a_picture_that_can_not_be_fetched_is_drawn_from_the_deck(settled):
    client = FakeClient()

    async def lost(url: str) -> bytes:
        raise TransportError("Gone.")

    client.fetch = lost
    view = JobProgress(FakeJob(), client=client)
    await settled(view)
    assert view.progress["status"] == "done"
    assert all(slide["key"] in view._pictures for slide in view.slides)


async def test_stages_of_another_server_are_shown_by_their_names_and_percent_never_falls(settled):
    view = JobProgress(FakeJob([Progress("deep_research", 40), Progress("reading", 10), *story()[-1:]]))
    seen: list[int] = []
    view.observe(lambda change: seen.append(change["new"]["percentage"]), names="progress")
    await settled(view)
    assert view.progress["stages"][-1] == {"id": "deep_research", "label": "Deep research"}
    assert seen == sorted(seen)


async def test_a_lost_connection_can_be_followed_again(settled):
    job = FakeJob()
    good, lost = job.events, TransportError("Lost.", hint="Try again.")

    async def broken():
        yield Progress("reading", 5)
        raise lost

    job.events = broken
    view = JobProgress(job)
    await settled(view)
    assert view.progress["status"] == "failed"
    assert "Lost." in view.progress["message"]
    job.events = good
    await asyncio.to_thread(from_page, view, {"kind": "follow"})
    await settled(view)
    assert view.progress["status"] == "done"


async def test_a_failure_is_said(settled):
    view = JobProgress(FakeJob([Failed("No data.", "Add a file.")]))
    await settled(view)
    assert (view.progress["status"], view.progress["message"], view.progress["hint"]) == (
        "failed",
        "No data.",
        "Add a file.",
    )


async def test_a_deck_view_of_a_deck_shows_titles_notes_and_pictures(settled):
    view = DeckView(FakeDeck(4))
    await settled(view)
    assert [slide["notes"] for slide in view.slides] == ["Say 1", "Say 2", "Say 3", "Say 4"]
    assert view.result["slides"] == 4
    assert all(slide["key"] in view._pictures for slide in view.slides)


async def test_a_deck_view_of_a_job_becomes_one_of_its_deck(settled):
    view = DeckView(FakeJob())
    await settled(view)
    assert view.result["name"] == "deck.pptx"


def test_without_an_event_loop_it_says_so():
    view = JobProgress(FakeJob())
    assert view.progress["status"] == "failed"
    assert "event loop" in view.progress["message"]


async def test_a_failure_is_no_progress(settled):
    view = JobProgress(FakeJob([Snapshot("failed", "reading", 100), Failed("No table was found.")]))
    await settled(view)
    assert (view.progress["status"], view.progress["percentage"]) == ("failed", 0)
