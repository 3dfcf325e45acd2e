from __future__ import annotations

import asyncio

from widgets_support import FakeClient, FakeDeck, FakeJob, from_page, story

from prezent_widgets.client.events import Failed, Progress
from prezent_widgets.errors import TransportError
from prezent_widgets.widgets import DeckView, JobProgress


async def test_follows_a_job_to_its_end(settled):
    view = JobProgress(FakeJob(), client=FakeClient())
    await settled(view)
    assert view.progress["status"] == "done"
    assert view.progress["ended"] >= view.progress["started"]
    assert len(view.slides) == 3
    assert repr(view) == "<JobProgress done, 100 %, 3 slides>"


async def test_without_a_client_pictures_are_drawn_from_the_deck(settled):
    view = JobProgress(FakeJob())
    await settled(view)
    assert all(slide["key"] in view._pictures for slide in view.slides)


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
