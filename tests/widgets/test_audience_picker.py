from __future__ import annotations

import asyncio

import pytest
from widgets_support import FakeClient, Listed, from_page, state_from_page

from prezent_widgets.errors import TransportError, UnknownNameError
from prezent_widgets.widgets import AudiencePicker


async def test_lists_the_audiences_with_their_rules(settled):
    picker = AudiencePicker(FakeClient())
    assert picker.loading
    await settled(picker)
    assert not picker.loading
    first = picker.audiences[0]
    assert first["name"] == "Executive"
    assert first["slides"] == [6, 9]
    assert first["max_words"] == 60
    assert first["digits"] == 2


async def test_a_name_or_alias_given_at_first_becomes_the_id(settled):
    picker = AudiencePicker(FakeClient(), value="C-Suite")
    await settled(picker)
    assert picker.value == "executive"
    assert picker.name == "Executive"


async def test_an_unknown_name_is_said_with_suggestions(settled):
    picker = AudiencePicker(FakeClient(), value="excutive")
    await settled(picker)
    assert "'Executive'" in picker.error


async def test_value_can_be_set_by_name_and_refuses_what_is_not_there(settled):
    picker = AudiencePicker(FakeClient())
    await settled(picker)
    picker.value = "Technical"
    assert picker.value == "technical"
    with pytest.raises(UnknownNameError, match="Did you mean 'Technical'"):
        picker.value = "techncal"
    assert picker.value == "technical"


async def test_a_choice_of_the_page_reaches_observers_from_any_thread(settled):
    picker = AudiencePicker(FakeClient())
    await settled(picker)
    seen: list[str] = []
    picker.observe(lambda change: seen.append(change["new"]), names="value")
    await asyncio.to_thread(state_from_page, picker, value="technical")
    assert seen == ["technical"]


async def test_a_list_that_fails_is_said_and_can_be_tried_again(settled):
    client = FakeClient()
    good, client.audiences = (
        client.audiences,
        Listed((), TransportError("The API could not be reached.", hint="Try again.")),
    )
    picker = AudiencePicker(client)
    await settled(picker)
    assert picker.error == "The API could not be reached. Try again."
    client.audiences = good
    await asyncio.to_thread(from_page, picker, {"kind": "retry"})
    await settled(picker)
    assert picker.error == ""
    assert picker.audiences


async def test_hosted_audiences_without_rules_are_cards_too(settled):
    client = FakeClient()
    client.audiences = Listed([{"id": "a1", "name": "Field sales"}])
    picker = AudiencePicker(client)
    await settled(picker)
    assert picker.audiences[0]["slides"] is None
    assert picker.audiences[0]["name"] == "Field sales"


async def test_an_unknown_argument_says_what_exists():
    with pytest.raises(TypeError, match="Did you mean 'value'"):
        AudiencePicker(FakeClient(), valeu="executive")


async def test_says_what_it_is_in_plain_text(settled):
    picker = AudiencePicker(FakeClient(), value="executive")
    await settled(picker)
    assert repr(picker) == f"<AudiencePicker value='executive', {len(picker.audiences)} audiences>"


def test_without_an_event_loop_the_widget_says_so():
    picker = AudiencePicker(FakeClient())
    assert "event loop" in picker.error
