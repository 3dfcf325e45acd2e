from __future__ import annotations

import pytest

from prezent_widgets.client.briefs import checked_settings, checked_slides, find_named
from prezent_widgets.contract.themes import Theme
from prezent_widgets.errors import InputError, UnknownNameError


@pytest.mark.parametrize(("given", "sent"), [(None, None), (8, [8, 8]), ((6, 9), [6, 9]), ((100, 100), [100, 100])])
def test_slides_are_a_number_or_a_pair(given, sent) -> None:
    assert checked_slides(given) == sent


@pytest.mark.parametrize(
    ("cite", "footer", "notes"),
    [(None, False, False), ("footer", True, False), ("notes", False, True), ("both", True, True)],
)
def test_where_origins_are_shown(cite, footer, notes) -> None:
    settings = checked_settings(speaker_notes=False, cite=cite, slides=None, more=None)
    assert (settings.add_sources_to_footer, settings.add_sources_to_slides_note) == (footer, notes)


def test_settings_in_the_words_of_the_api_win() -> None:
    settings = checked_settings(speaker_notes=True, cite=None, slides=None, more={"generate_speaker_notes": False})
    assert settings.generate_speaker_notes is False


def test_a_setting_of_the_wrong_kind_is_named() -> None:
    with pytest.raises(InputError, match="The setting extract_graph_data cannot be used"):
        checked_settings(speaker_notes=True, cite=None, slides=None, more={"extract_graph_data": 1})


def test_themes_by_any_of_their_names() -> None:
    themes = [Theme(id="t1", name="Straße", code="ST"), Theme(id="t2", name="Harbor")]
    assert [find_named("theme", name, themes).id for name in ("STRASSE", "st", "T2", " harbor")] == [
        "t1",
        "t1",
        "t2",
        "t2",
    ]
    with pytest.raises(UnknownNameError, match="Available: Straße, Harbor"):
        find_named("theme", "", themes)
