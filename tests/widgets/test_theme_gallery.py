from __future__ import annotations

import pytest
from widgets_support import FakeClient, Listed, from_page, sent_by

from prezent_widgets.errors import TransportError
from prezent_widgets.widgets import ThemeGallery
from prezent_widgets.widgets._base import as_svg


async def test_lists_the_themes_with_palette_and_fonts(settled):
    gallery = ThemeGallery(FakeClient())
    await settled(gallery)
    harbor = next(card for card in gallery.themes if card["id"] == "harbor")
    assert harbor["palette"]["accent1"].startswith("#")
    assert harbor["fonts"] == ["Arial", "Arial"]
    assert harbor["pictures"] == ["harbor-0"]


async def test_each_picture_is_sent_once_and_again_to_a_page_that_was_reloaded(settled):
    client = FakeClient()
    gallery = ThemeGallery(client)
    sent = sent_by(gallery)
    gallery._pictures._send = gallery.send
    await settled(gallery)
    keys = [message["key"] for message in sent]
    assert keys == [f"{card['id']}-0" for card in gallery.themes]
    assert all(message["svg"].startswith("<svg") for message in sent)
    from_page(gallery, {"kind": "ready"})
    await settled(gallery)
    assert [message["key"] for message in sent] == keys * 2


async def test_further_layouts_come_after_every_cover(settled):
    client = FakeClient()
    client.themes = Listed(
        [{"id": name, "name": name, "thumbnail": f"{name}0", "thumbnails": [f"{name}0", f"{name}1"]} for name in "ab"]
    )
    gallery = ThemeGallery(client)
    sent = sent_by(gallery)
    gallery._pictures._send = gallery.send
    await settled(gallery)
    assert [message["key"] for message in sent] == ["a-0", "b-0", "a-1", "b-1"]


async def test_a_theme_given_by_code_becomes_its_id_and_an_unknown_one_is_said(settled):
    gallery = ThemeGallery(FakeClient(), value="HARBOR")
    await settled(gallery)
    assert (gallery.value, gallery.name, gallery.error) == ("harbor", "Harbor", "")
    gallery = ThemeGallery(FakeClient(), value="habor")
    await settled(gallery)
    assert "Did you mean 'Harbor'?" in gallery.error


async def test_a_picture_that_cannot_be_fetched_leaves_the_list(settled):
    client = FakeClient()

    async def lost(url: str) -> bytes:
        raise TransportError("The API could not be reached.")

    client.fetch = lost
    gallery = ThemeGallery(client)
    await settled(gallery)
    assert gallery.themes
    assert gallery.error == "The API could not be reached."


def test_a_png_of_another_server_is_wrapped_into_svg():
    wrapped = as_svg(b"\x89PNG\r\n\x1a\n....")
    assert wrapped.startswith("<svg")
    assert "data:image/png;base64," in wrapped


async def test_an_unknown_argument_says_what_exists():
    with pytest.raises(TypeError, match="It takes: client, layout, value"):
        ThemeGallery(FakeClient(), colour="red")
