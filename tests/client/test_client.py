from __future__ import annotations

import pytest

from prezent_widgets.client import Client, Completed
from prezent_widgets.errors import InputError, SourceError, UnknownNameError

START = "/api/v1/autogenerations"


async def test_generate_from_prompt_to_saved_deck(client, api, kit, tmp_path) -> None:
    api.streams.append([kit.sse(1, "snapshot"), kit.sse(2, "completed", file_name="q3.pptx", slide_count=2)])
    told: list[object] = []
    deck = await client.generate(
        "  Q3 review ",
        sources=[("sales.csv", b"a\n1\n"), ("notes.md", b"# N")],
        audience="executive",
        theme="hb",
        speaker_notes=True,
        cite="both",
        slides=(6, 9),
        on_event=told.append,
    )
    assert api.of("POST", START)[0].json == {
        "prompt": "Q3 review",
        "files": ["id:sales.csv", "id:notes.md"],
        "audience": "au_1",
        "template_id": "th_1",
        "settings": {
            "add_sources_to_footer": True,
            "add_sources_to_slides_note": True,
            "generate_speaker_notes": True,
            "slides": [6, 9],
        },
    }
    assert told[-1] == Completed("q3.pptx", 2)
    assert deck.save(tmp_path).name == "q3.pptx"


async def test_a_prompt_is_all_one_needs(client, api) -> None:
    job = await client.start("🚀ＦＵＬＬ　ＷＩＤＴＨ🚀")
    assert job.callback_id == "cb"
    assert api.of("POST", START)[0].json["prompt"] == "🚀ＦＵＬＬ　ＷＩＤＴＨ🚀"
    assert len(api.seen) == 1


@pytest.mark.parametrize("prompt", ["", "  \n\t ", "　", "half \ud83d"])
async def test_a_prompt_that_can_not_be_used(client, api, prompt) -> None:
    with pytest.raises(InputError) as caught:
        await client.generate(prompt)
    assert caught.value.field == "prompt"
    assert api.seen == []


async def test_a_bad_source_is_refused_before_anything_is_sent(client, api, tmp_path) -> None:
    (tmp_path / "a.csv").touch()
    with pytest.raises(SourceError):
        await client.generate("Q3", sources=[tmp_path / "a.csv"], theme="Harbor")
    assert api.seen == []


async def test_unknown_names_are_refused_before_any_upload(client, api) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'Harbor'") as caught:
        await client.generate("Q3", theme="habor", sources=[("a.csv", b"x")])
    assert (caught.value.noun, caught.value.suggestions) == ("theme", ("Harbor",))
    with pytest.raises(UnknownNameError, match="no audience 'children'"):
        await client.generate("Q3", audience="children")
    assert api.of("POST", "/api/v1/upload") == []


@pytest.mark.parametrize("name", ["Executive", " EXECUTIVE ", "au_1", "c-suite"])
async def test_names_ids_and_aliases_whatever_the_case(client, api, name) -> None:
    await client.start("Q3", audience=name)
    assert api.of("POST", START)[0].json["audience"] == "au_1"


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"slides": 0}, "slides"),
        ({"slides": (9, 6)}, "slides"),
        ({"slides": 101}, "slides"),
        ({"cite": "everywhere"}, "cite"),
        ({"settings": {"extract_graph_data": "yes"}}, "settings"),
    ],
)
async def test_options_that_make_no_sense(client, api, options, field) -> None:
    with pytest.raises(InputError) as caught:
        await client.start("Q3", **options)
    assert caught.value.field == field
    assert api.seen == []


async def test_further_settings_travel_as_they_are(client, api) -> None:
    await client.start("Q3", settings={"language": "de", "of_tomorrow": [1]}, idempotency_key="mine")
    seen = api.of("POST", START)[0]
    assert seen.json["settings"]["language"] == "de"
    assert seen.json["settings"]["of_tomorrow"] == [1]
    assert seen.headers["idempotency-key"] == "mine"


async def test_health_and_fetch(client, api) -> None:
    assert (await client.health("autogenerator")).data.category == "autogenerator"
    assert await client.fetch(f"{api.base}/files/x.svg") == b"<svg>/files/x.svg</svg>"


def test_the_key_is_not_shown() -> None:
    client = Client("https://api.example.com", "pz_secret")
    assert repr(client) == "<Client of https://api.example.com>"
    assert "pz_secret" not in repr(vars(client))
