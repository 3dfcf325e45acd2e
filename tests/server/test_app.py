"""Whatever is asked, the answer is the envelope."""

from __future__ import annotations

import json

import pytest

from prezent_widgets.contract.operations import EXTENSIONS, OPERATIONS
from prezent_widgets.server.app import HANDLERS
from tests.server.conftest import ON_ONE_LOOP, Api

pytestmark = ON_ONE_LOOP


def code_of(response) -> str:
    body = response.json()
    assert body["success"] is False
    assert body["data"] is None
    assert isinstance(body["error"]["details"], dict)
    assert response.headers["content-type"].startswith("application/json")
    assert response.headers["access-control-allow-origin"] == "*"
    return body["error"]["code"]


async def test_every_operation_has_a_handler() -> None:
    assert set(HANDLERS) == set(OPERATIONS) | set(EXTENSIONS)


async def test_what_the_router_says_is_in_the_envelope(api: Api) -> None:
    unknown = await api.http.get("/api/v1/nothing-here")
    assert (unknown.status_code, code_of(unknown)) == (404, "ENDPOINT_NOT_FOUND")
    wrong = await api.http.delete("/api/v1/themes")
    assert (wrong.status_code, code_of(wrong)) == (405, "METHOD_NOT_ALLOWED")
    root = await api.http.get("/")
    assert (root.status_code, code_of(root)) == (404, "ENDPOINT_NOT_FOUND")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{not json", "INVALID_JSON"),
        (b"", "INVALID_JSON"),
        (b"\xff\xfe", "INVALID_JSON"),
        (b"[" * 100_000, "INVALID_JSON"),
        (b"[1]", "INVALID_PAYLOAD"),
        (b'"text"', "INVALID_PAYLOAD"),
        (b"{}", "MISSING_PROMPT"),
        (b'{"prompt": 3}', "INVALID_DATA_TYPE"),
        (b'{"prompt": null}', "INVALID_DATA_TYPE"),
        (b'{"prompt": "  "}', "MISSING_PROMPT"),
        (b'{"prompt": "x", "settings": {"slides": ["a", 2]}}', "INVALID_DATA_TYPE"),
    ],
)
async def test_broken_bodies(api: Api, content: bytes, code: str) -> None:
    response = await api.http.post("/api/v1/autogenerations", content=content)
    assert (response.status_code, code_of(response)) == (400, code)


async def test_a_missing_prompt_is_listed_for_published_clients(api: Api) -> None:
    response = await api.post("/api/v1/autogenerations", {})
    assert response.json()["error"]["details"] == {"details": ["prompt is missing"]}


async def test_keys(api: Api) -> None:
    none = await api.anonymous.get("/test")
    assert (none.status_code, code_of(none)) == (401, "UNAUTHORIZED")
    other_scheme = await api.anonymous.get("/test", headers={"Authorization": "Basic abc"})
    assert code_of(other_scheme) == "UNAUTHORIZED"
    empty = await api.anonymous.get("/test", headers={"Authorization": "Bearer "})
    assert code_of(empty) == "UNAUTHORIZED"
    unknown = await api.anonymous.get("/test", headers={"Authorization": "Bearer pz_guess"})
    assert (unknown.status_code, code_of(unknown)) == (401, "INVALID_API_KEY")
    made = await api.services.keys.create("mine")
    good = await api.anonymous.get("/test", headers={"Authorization": f"bearer {made}"})
    assert good.status_code == 200
    assert good.json()["data"]["message"]
    old = await api.services.keys.create("old", expires_at=1.0)
    expired = await api.anonymous.get("/test", headers={"Authorization": f"Bearer {old}"})
    assert (expired.status_code, code_of(expired)) == (401, "EXPIRED_API_KEY")


async def test_keys_are_not_kept(api: Api) -> None:
    made = await api.services.keys.create("mine")
    folder = api.services.settings.data_dir
    for path in folder.rglob("*"):
        if path.is_file():
            assert made.encode() not in path.read_bytes(), path


async def test_health(api: Api) -> None:
    plain = (await api.http.get("/health")).json()
    assert plain["success"] is True
    assert plain["message"] == plain["data"]["message"]
    parts = (await api.http.get("/health?category=autogenerator")).json()
    assert {part["status"] for part in parts["data"]["services"]} == {"ok"}
    wrong = await api.http.get("/health?category=moon")
    assert (wrong.status_code, code_of(wrong)) == (400, "INVALID_REQUEST")


async def test_a_crash_is_an_envelope_without_a_traceback(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    async def explode(*_arguments: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(type(api.services.records), "find", explode)
    response = await api.http.get("/api/v1/autogenerations/abc")
    assert (response.status_code, code_of(response)) == (500, "INTERNAL_SERVER_ERROR")
    assert "secret" not in response.text
    assert "secret detail" in (api.services.settings.data_dir / "logs" / "server.log").read_text()


async def test_preflight(api: Api) -> None:
    response = await api.anonymous.options("/api/v1/themes", headers={"Access-Control-Request-Method": "GET"})
    assert response.status_code == 204
    assert "authorization" in response.headers["access-control-allow-headers"]


async def test_legacy_paths_say_so(api: Api) -> None:
    templates = await api.http.get("/api/v1/autogenerator/templates")
    assert templates.status_code == 200
    assert templates.headers["deprecation"] == "true"
    assert templates.headers["link"] == '</api/v1/templates>; rel="successor-version"'
    status = await api.http.get("/api/v1/autogenerator/status?callback_id=abc")
    assert (status.status_code, code_of(status)) == (404, "RESOURCE_NOT_FOUND")
    assert status.headers["link"] == '</api/v1/autogenerations/abc>; rel="successor-version"'
    lacking = await api.http.get("/api/v1/autogenerator/status")
    assert code_of(lacking) == "MISSING_CALLBACK_ID"
    assert "deprecation" not in (await api.http.get("/api/v1/themes")).headers


async def test_a_body_may_not_name_another_job(api: Api) -> None:
    response = await api.post("/api/v1/autogenerations/abc/downloads", {"callback_id": "other"})
    assert (response.status_code, code_of(response)) == (422, "INVALID_INPUT")


async def test_answers_are_plain_json(api: Api) -> None:
    raw = (await api.http.get("/api/v1/themes")).content
    assert json.loads(raw)["success"] is True
