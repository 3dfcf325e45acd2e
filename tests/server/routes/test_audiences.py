from __future__ import annotations

from tests.server.conftest import ON_ONE_LOOP, Api

pytestmark = ON_ONE_LOOP


async def test_the_list_has_no_data_and_stands_twice(api: Api) -> None:
    body = (await api.http.get("/api/v1/audiences")).json()
    assert "data" not in body
    assert body["result"] == body["items"]
    assert body["next_cursor"] is None
    executive = next(entry for entry in body["items"] if entry["id"] == "executive")
    assert executive["rules"]["slides"] == [6, 9]
    assert "name" not in executive["rules"]


async def test_search_ranks_and_caps(api: Api) -> None:
    found = (await api.post("/api/v1/audiences/search", {"query": "invest"})).json()
    assert [entry["id"] for entry in found["result"]] == ["board"]
    assert len((await api.post("/api/v1/audiences/search", {"limit": 2})).json()["result"]) == 2
    bad = await api.post("/api/v1/audiences/search", {"limit": 0})
    assert bad.status_code == 400


async def test_by_id(api: Api) -> None:
    body = (await api.http.get("/api/v1/audiences?id=board")).json()
    assert [entry["id"] for entry in body["items"]] == ["board"]
