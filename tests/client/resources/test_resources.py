"""Each operation of the table goes out as its row says, and comes back as its model."""

from __future__ import annotations

import pytest

from prezent_widgets.client.resources.health import Health
from prezent_widgets.contract.autogenerations import AutogenerationRequest
from prezent_widgets.contract.operations import EXTENSIONS, OPERATIONS

CALLS = {
    "getTest": lambda client, core: Health(core).test(),
    "getHealth": lambda client, core: Health(core).check("scim"),
    "createAutogeneration": lambda client, core: client.autogenerations.create(AutogenerationRequest(prompt="x")),
    "getAutogeneration": lambda client, core: client.autogenerations.get("cb"),
    "createAutogenerationDownload": lambda client, core: client.autogenerations.download("cb"),
    "listTemplates": lambda client, core: client.themes.templates("auto_generator"),
    "listAudiences": lambda client, core: client.audiences.list(),
    "searchAudiences": lambda client, core: client.audiences.search("exec"),
    "listThemes": lambda client, core: client.themes.list(),
    "uploadFile": lambda client, core: client.files.send("a.csv", "YQ=="),
    "preprocessFile": lambda client, core: client.files.send_chunk("a.csv", "YQ==", 0, 1, "r"),
    "validateFiles": lambda client, core: client.files.validate({"r": "a.csv"}),
    "createStreamSession": lambda client, core: client.autogenerations.stream_session("cb"),
    "createAutogenerationCancellation": lambda client, core: client.autogenerations.cancel("cb"),
}


@pytest.mark.parametrize("name", [*OPERATIONS, *EXTENSIONS])
async def test_every_operation_has_a_method(client, core, api, name) -> None:
    row = {**OPERATIONS, **EXTENSIONS}[name]
    assert await CALLS[name](client, core) is not None
    (seen,) = api.seen
    assert (seen.verb, seen.path) == (row.verb, row.path.replace("{callback_id}", "cb"))
    if row.request is not None:
        row.request.model_validate(seen.json)
    assert bool(seen.body) == (row.request is not None)


async def test_lists_come_whole_or_in_pages(client, api, kit) -> None:
    assert [theme.name for theme in await client.themes.list(sort="name:asc")] == ["Harbor", "Fieldnote"]
    assert api.seen[-1].query == {"sort": "name:asc"}
    pages = [{"data": api.themes[:1], "next_cursor": "n"}, {"data": api.themes[1:], "next_cursor": None}]
    api.script("GET", "/api/v1/themes", *[kit.reply(body=page) for page in pages])
    assert [theme.id async for theme in client.themes.iterate(page_size=1)] == ["th_1", "th_2"]
    assert [seen.query for seen in api.seen[-2:]] == [{"limit": "1"}, {"limit": "1", "cursor": "n"}]


async def test_audiences_are_read_from_either_key(client, api, kit) -> None:
    api.script("GET", "/api/v1/audiences", kit.reply(body={"result": [{"id": "a", "name": "A"}]}))
    assert [audience.id for audience in await client.audiences.list()] == ["a"]
    assert [audience.id for audience in await client.audiences.search("exec", limit=3)] == ["au_1"]
    assert api.seen[-1].json == {"query": "exec", "limit": 3}
