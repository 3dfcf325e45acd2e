from __future__ import annotations

from tests.server.conftest import ON_ONE_LOOP, Api

pytestmark = ON_ONE_LOOP


async def test_every_key_is_text(api: Api) -> None:
    body = (await api.http.get("/api/v1/themes")).json()
    assert body["next_cursor"] is None
    assert len(body["data"]) >= 2
    for theme in body["data"]:
        for key in ("id", "name", "code", "source", "thumbnail", "description"):
            assert isinstance(theme[key], str)
            assert theme[key]
        assert theme["thumbnail"].startswith("http://server.test/files/themes/")
        assert len(theme["thumbnails"]) == len(set(theme["thumbnails"])) == 4
        assert theme["palette"]["accent1"].startswith("#")


async def test_each_layout_has_its_picture(api: Api) -> None:
    theme = (await api.http.get("/api/v1/themes")).json()["data"][0]
    pictures = [(await api.anonymous.get(url)).text for url in theme["thumbnails"]]
    assert all(picture.startswith("<svg") for picture in pictures)
    assert len(set(pictures)) == 4
    assert "Figures in" in pictures[2]
    assert "Tables in" in pictures[3]


async def test_filters_sorts_and_pages(api: Api) -> None:
    names = [theme["name"] for theme in (await api.http.get("/api/v1/themes")).json()["data"]]
    found = (await api.http.get("/api/v1/themes", params={"name": names[0][1:4].upper()})).json()["data"]
    assert names[0] in [theme["name"] for theme in found]
    down = (await api.http.get("/api/v1/templates?sort=name:desc")).json()["data"]
    assert [theme["name"] for theme in down] == sorted(names, key=str.casefold, reverse=True)
    seen, cursor = [], None
    while True:
        query = {"limit": 1, "sort": "name:asc", **({"cursor": cursor} if cursor else {})}
        page = (await api.http.get("/api/v1/themes", params=query)).json()
        seen += [theme["name"] for theme in page["data"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == sorted(names, key=str.casefold)


async def test_bad_queries(api: Api) -> None:
    first = (await api.http.get("/api/v1/themes?limit=1")).json()
    for query in (
        "limit=0",
        "limit=201",
        "limit=x",
        "sort=colour",
        "sort=name:sideways",
        "cursor=nonsense",
        f"limit=1&sort=name&cursor={first['next_cursor']}",
    ):
        response = await api.http.get(f"/api/v1/themes?{query}")
        assert (response.status_code, response.json()["error"]["code"]) == (400, "INVALID_REQUEST"), query
