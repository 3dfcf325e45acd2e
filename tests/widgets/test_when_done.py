from __future__ import annotations

import pytest
from widgets_support import FakeClient, from_page

from prezent_widgets.errors import OutputError
from prezent_widgets.widgets import GeneratorForm

ASK = {"kind": "generate", "prompt": "Review"}


async def test_saves_as_soon_as_the_deck_is_made(settled, tmp_path):
    form = GeneratorForm(FakeClient())
    await settled(form)
    line = form.save_to(tmp_path / "first.pptx")
    assert line.state == "waiting"
    assert "first.pptx" in line.text
    from_page(form, ASK)
    deck = await form.deck()
    await settled(form)
    assert (tmp_path / "first.pptx").read_bytes() == deck.data
    assert line.state == "done"
    assert "3 slides" in line.text


async def test_saves_at_once_when_the_deck_is_there(settled, tmp_path):
    form = GeneratorForm(FakeClient())
    await settled(form)
    from_page(form, ASK)
    await form.deck()
    await settled(form)
    line = form.save_to(tmp_path / "late.pptx")
    await settled(form)
    assert line.state == "done"
    assert (tmp_path / "late.pptx").exists()


async def test_what_goes_wrong_is_said_and_the_deck_is_safe(settled):
    form = GeneratorForm(FakeClient())
    await settled(form)

    def refuse(deck):
        raise OutputError("The folder cannot be written to.", hint="Choose another folder.")

    line = form.when_done(refuse)
    from_page(form, ASK)
    deck = await form.deck()
    await settled(form)
    assert (line.state, line.text) == ("failed", "The folder cannot be written to. Choose another folder.")
    assert form.progress["status"] == "done"
    assert await form.deck() is deck


@pytest.mark.parametrize("asynchronous", [False, True])
async def test_any_action_and_its_answer_are_shown(settled, asynchronous):
    form = GeneratorForm(FakeClient())
    await settled(form)

    async def later(deck):
        return f"Sent {len(deck)} slides."

    line = form.when_done(later if asynchronous else lambda deck: f"Sent {len(deck)} slides.")
    from_page(form, ASK)
    await form.deck()
    await settled(form)
    assert line.text == "Sent 3 slides."
