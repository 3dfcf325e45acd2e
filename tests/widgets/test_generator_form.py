from __future__ import annotations

import asyncio

import pandas as pd
import polars as pl
import pytest
from widgets_support import FakeClient, FakeJob, from_page, sent_by, state_from_page

from prezent_widgets.client.events import Failed, Snapshot
from prezent_widgets.errors import InputError, JobFailedError, ServerError, TransportError
from prezent_widgets.widgets import AudiencePicker, GeneratorForm, ThemeGallery

ASK = {
    "kind": "generate",
    "prompt": "Review the year",
    "options": {"speaker_notes": True, "cite_footer": True, "cite_notes": True, "slides": [6, 8]},
}


async def test_generates_with_what_the_page_sent_and_gives_the_deck(settled):
    client = FakeClient()
    form = GeneratorForm(client, audience="executive", theme="Harbor", sources={"sales": pd.DataFrame({"a": [1, 2]})})
    await settled(form)
    from_page(form, ASK)
    deck = await form.deck()
    await settled(form)
    assert deck is client.next_job.deck
    started = client.started[0]
    assert started["prompt"] == "Review the year"
    assert (started["audience"], started["theme"], started["cite"], started["slides"]) == (
        "executive",
        "harbor",
        "both",
        (6, 8),
    )
    assert [(each.name, each.data) for each in started["sources"]] == [("sales.csv", b"a\n1\n2\n")]
    assert form.progress["status"] == "done"
    assert form.progress["percentage"] == 100
    assert [slide["title"] for slide in form.slides] == ["Slide 1", "Slide 2", "Slide 3"]
    assert form.slides[0]["notes"] == "Say 1"
    assert form.result["score"] == 91
    assert await form.deck() is deck


async def test_a_press_from_a_subshell_thread_works_on_the_home_loop(settled):
    form = GeneratorForm(FakeClient())
    await settled(form)
    await asyncio.to_thread(from_page, form, ASK)
    assert await form.deck() is form._deck


async def test_slides_and_pictures_come_while_the_job_runs(settled):
    gate = asyncio.Event()
    job = FakeJob(gate=gate)
    form = GeneratorForm(FakeClient(job))
    sent = sent_by(form)
    form._pictures._send = form.send
    await settled_once(form)
    form.prompt = "Review"
    form.generate()
    while len([message for message in sent if message["kind"] == "picture"]) < 3:
        await asyncio.sleep(0)
    assert form.progress["status"] == "running"
    assert form.progress["stage"] == "checking"
    assert len(form.slides) == 3
    assert form.result == {}
    gate.set()
    await form.deck()
    await settled(form)
    # Fetched on the way: not drawn a second time.
    assert [message["key"] for message in sent if message["kind"] == "picture"] == ["job-1-0", "job-1-1", "job-1-2"]


async def settled_once(form) -> None:
    while form._works:
        await asyncio.sleep(0)


async def test_follows_the_pickers(settled):
    client = FakeClient()
    picker, gallery = AudiencePicker(client), ThemeGallery(client)
    form = GeneratorForm(client, audience=picker, theme=gallery)
    for widget in (picker, gallery, form):
        await settled(widget)
    assert form.audience_linked
    assert form.audiences == picker.audiences
    await asyncio.to_thread(state_from_page, picker, value="board")
    gallery.value = "fieldnote"
    assert (form.audience, form.theme) == ("board", "fieldnote")
    # A page that is behind cannot overrule the picker.
    from_page(form, {**ASK, "audience": "technical"})
    await form.deck()
    assert client.started[0]["audience"] == "board"


async def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(settled):
    client = FakeClient()
    client.refusal = InputError("The prompt is empty.", hint="Say what it is about.", field="prompt")
    form = GeneratorForm(client, sources=[("note.md", b"# Hello")])
    await settled(form)
    waiting = asyncio.ensure_future(form.deck())
    from_page(form, {**ASK, "prompt": "  "})
    await settled(form)
    assert form.errors == {"prompt": "The prompt is empty. Say what it is about."}
    assert form.progress["status"] == "idle"
    assert len(form.sources) == 1
    assert not waiting.done()
    client.refusal = None
    from_page(form, ASK)
    assert await waiting is client.next_job.deck
    assert form.errors == {}


async def test_a_missing_file_is_said_in_the_list_before_and_when_generating(settled, tmp_path):
    client = FakeClient()
    form = GeneratorForm(client, sources=[tmp_path / "lost.csv"])
    await settled(form)
    assert form.sources[0]["problem"] == "there is no such file"
    from_page(form, ASK)
    await settled(form)
    assert set(form.errors) == {"sources"}
    assert client.started == []
    (tmp_path / "lost.csv").write_text("a,b\n1,2\n")
    from_page(form, ASK)
    await form.deck()
    assert client.started[0]["sources"][0].data == b"a,b\n1,2\n"


async def test_all_that_can_be_seen_to_be_wrong_is_said_at_once(settled, tmp_path):
    (tmp_path / "empty.csv").touch()
    client = FakeClient()
    form = GeneratorForm(
        client, audience="exectuive", theme="habor", sources=[tmp_path / "lost.csv", tmp_path / "empty.csv"]
    )
    await settled(form)
    from_page(form, {"kind": "generate", "prompt": "How are we doing?"})
    await settled(form)
    assert set(form.errors) == {"audience", "sources", "theme"}
    assert "lost.csv: there is no such file; empty.csv: empty (0 bytes)." in form.errors["sources"]
    assert (client.started, form.progress["status"]) == ([], "idle")
    from_page(form, {"kind": "remove", "id": form.sources[0]["id"]})
    await settled(form)
    assert [card["name"] for card in form.sources] == ["empty.csv"]


async def test_a_source_the_server_cannot_read_is_marked_until_the_next_try(settled):
    client = FakeClient(FakeJob([Snapshot("in_progress"), Failed("a.csv: this is binary data.", "Export it again.")]))
    form = GeneratorForm(client, sources=[("a.csv", b"x"), ("b.csv", b"y")])
    await settled(form)
    from_page(form, ASK)
    await settled(form)
    assert [card["problem"] for card in form.sources] == ["this is binary data", ""]
    assert form.errors["sources"].startswith("a.csv: this is binary data.")
    assert form.progress["status"] == "failed"
    client.next_job = FakeJob()
    from_page(form, ASK)
    await form.deck()
    assert [card["problem"] for card in form.sources] == ["", ""]


async def test_a_failed_job_says_why_and_keeps_the_deck_of_before(settled):
    client = FakeClient()
    form = GeneratorForm(client)
    await settled(form)
    from_page(form, ASK)
    first = await form.deck()
    await settled(form)
    client.next_job = FakeJob([Snapshot("in_progress"), Failed("No table was found.", "Add a file with data.")])
    form.generate()
    with pytest.raises(JobFailedError):
        await form.deck()
    await settled(form)
    assert (form.progress["status"], form.progress["message"]) == ("failed", "No table was found.")
    assert form.progress["hint"] == "Add a file with data."
    assert len(form.slides) == 3
    assert await form.deck() is first


@pytest.mark.parametrize("error", [TransportError("Lost.", hint="Try again."), ServerError("Broken.", status=500)])
async def test_an_api_that_fails_is_said_with_the_progress(settled, error):
    client = FakeClient()
    client.refusal = error
    form = GeneratorForm(client)
    await settled(form)
    from_page(form, ASK)
    await settled(form)
    assert form.progress["status"] == "failed"
    assert form.progress["message"] == error.message


async def test_cancelling(settled):
    job = FakeJob(gate=asyncio.Event())
    form = GeneratorForm(FakeClient(job))
    await settled(form)
    from_page(form, ASK)
    while form.progress["stage"] != "checking":
        await asyncio.sleep(0)
    await asyncio.to_thread(from_page, form, {"kind": "cancel"})
    with pytest.raises(JobFailedError):
        await form.deck()
    await settled(form)
    assert form.progress["status"] == "cancelled"
    assert form.progress["message"] == ""


async def test_a_second_press_while_busy_starts_nothing(settled):
    client = FakeClient()
    form = GeneratorForm(client)
    await settled(form)
    from_page(form, ASK)
    from_page(form, ASK)
    await form.deck()
    assert len(client.started) == 1


async def test_files_come_from_the_page_in_acknowledged_pieces(settled):
    form = GeneratorForm(FakeClient())
    await settled(form)
    sent = sent_by(form)
    head = {"kind": "upload", "id": "u1", "name": "C:\\temp\\sales.csv", "size": 8, "count": 2}
    from_page(form, {**head, "seq": 0}, b"a,b\n")
    from_page(form, {**head, "seq": 1}, b"1,2\n")
    await settled(form)
    assert [(message["seq"], message.get("problem")) for message in sent] == [(0, None), (1, None)]
    assert form.sources[0]["name"] == "sales.csv"
    from_page(form, ASK)
    await form.deck()
    assert form._client.started[0]["sources"][0].data == b"a,b\n1,2\n"
    from_page(form, {"kind": "remove", "id": form.sources[0]["id"]})
    await settled(form)
    assert form.sources == []


@pytest.mark.parametrize(
    ("name", "size", "data", "said"),
    [
        ("a.exe", 4, b"MZ..", "cannot be read"),
        ("a.csv", 0, b"", "empty"),
        ("a.csv", 10**9, b"a", "too large"),
        ("a.csv", 3, b"a", "piece missing"),
    ],
)
async def test_an_upload_that_can_not_be_used_is_refused_by_name(settled, name, size, data, said):
    form = GeneratorForm(FakeClient())
    await settled(form)
    sent = sent_by(form)
    from_page(form, {"kind": "upload", "id": "u", "name": name, "size": size, "seq": 0, "count": 1}, data)
    await settled(form)
    assert said in sent[0]["problem"]
    assert name in sent[0]["problem"]
    assert form.sources == []


async def test_sources_are_named_and_described(tmp_path):
    (tmp_path / "note.md").write_text("# Hi")
    frame = pl.DataFrame({"a": [1, 2, 3]})
    form = GeneratorForm(
        FakeClient(), sources=[frame, frame, ("sales", frame), tmp_path / "note.md", ("note.md", b"x")]
    )
    assert [source["name"] for source in form.sources] == [
        "table-1.csv",
        "table-2.csv",
        "sales.csv",
        "note.md",
        "note-2.md",
    ]
    assert form.sources[0]["detail"] == "3 rows × 1 columns"
    with pytest.raises(TypeError, match="A int cannot be a source"):
        GeneratorForm(FakeClient(), sources=[3])


async def test_a_single_source_needs_no_list():
    assert [each["name"] for each in GeneratorForm(FakeClient(), sources=("a.md", b"x")).sources] == ["a.md"]
    assert [each["name"] for each in GeneratorForm(FakeClient(), sources="a.md").sources] == ["a.md"]


async def test_the_download_goes_in_acknowledged_pieces_of_a_megabyte(settled):
    form = GeneratorForm(FakeClient())
    await settled(form)
    from_page(form, ASK)
    deck = await form.deck()
    await settled(form)
    sent = sent_by(form)
    form._outgoing._send = form.send
    from_page(form, {"kind": "download"})
    received = b""
    for place in range(3):
        while len(sent) <= place:
            await asyncio.sleep(0)
        assert len(sent) == place + 1, "nothing is sent before the last piece was acknowledged"
        piece = sent[place]
        received += bytes(piece["buffers"][0])
        assert len(piece["buffers"][0]) <= 1_000_000
        from_page(form, {"kind": "chunk_ack", "id": piece["id"], "seq": place})
    await settled(form)
    assert received == deck.data


async def test_no_trait_holds_the_deck_or_the_client(settled):
    form = GeneratorForm(FakeClient())
    await settled(form)
    from_page(form, ASK)
    await form.deck()
    await settled(form)
    state = {name: value for name, value in form.get_state().items() if name != "_esm"}
    assert len(repr(state)) < 12_000


async def test_an_unknown_theme_is_said_beside_its_field(settled):
    form = GeneratorForm(FakeClient(), theme="habor")
    await settled(form)
    assert "Did you mean 'Harbor'?" in form.errors["theme"]


async def test_a_page_that_was_reloaded_gets_its_pictures_again(settled):
    form = GeneratorForm(FakeClient())
    await settled(form)
    from_page(form, ASK)
    await form.deck()
    await settled(form)
    sent = sent_by(form)
    form._pictures._send = form.send
    from_page(form, {"kind": "ready"})
    await settled(form)
    assert [message["key"] for message in sent] == [slide["key"] for slide in form.slides]


async def test_an_unknown_argument_says_what_exists():
    with pytest.raises(TypeError, match="Did you mean 'sources'"):
        GeneratorForm(FakeClient(), source=[])
