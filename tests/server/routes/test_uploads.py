from __future__ import annotations

import base64
import io
import zipfile

import pytest

from tests.server.conftest import CSV, ON_ONE_LOOP, Api

pytestmark = ON_ONE_LOOP


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


async def test_upload_answers_what_was_stored(api: Api) -> None:
    file = (await api.upload("Zürich 🚀.csv", CSV)).json()["data"]["file"]
    assert file["file_name"] == "Zürich 🚀.csv"
    assert file["file_type"] == "text/csv"
    kept = await api.services.uploads.find(file["file_id"], "local")
    assert kept is not None
    assert await api.services.files.get_async(kept.path) == CSV


async def test_data_urls(api: Api) -> None:
    body = {"fileName": "a.csv", "fileContent": f"data:text/csv;base64,{encoded(CSV)}"}
    assert (await api.post("/api/v1/upload", body)).status_code == 200


@pytest.mark.parametrize(
    ("name", "data", "status", "code"),
    [
        ("run.exe", b"MZ", 415, "UNSUPPORTED_FILE_TYPE"),
        ("old.ppt", b"x", 415, "UNSUPPORTED_FILE_TYPE"),
        ("csv", b"x", 415, "UNSUPPORTED_FILE_TYPE"),
        ("photo.png", b"%PDF-1.7", 415, "UNSUPPORTED_FILE_TYPE"),
        ("table.csv", b"PK\x03\x04zip", 415, "UNSUPPORTED_FILE_TYPE"),
        ("book.xlsx", b"not a zip", 415, "UNSUPPORTED_FILE_TYPE"),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 415, "UNSUPPORTED_FILE_TYPE"),
        ("empty.csv", b"", 400, "MISSING_FILE_CONTENT"),
        ("../up.csv", b"a,b", 400, "INVALID_REQUEST"),
        ("a\x00.csv", b"a,b", 400, "INVALID_REQUEST"),
        ("x" * 300 + ".csv", b"a,b", 400, "INVALID_REQUEST"),
    ],
)
async def test_refused_uploads(api: Api, name: str, data: bytes, status: int, code: str) -> None:
    response = await api.upload(name, data)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


async def test_a_zip_is_looked_into(api: Api) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    assert (await api.upload("book.xlsx", buffer.getvalue())).status_code == 200
    assert (await api.upload("book.docx", buffer.getvalue())).status_code == 415


async def test_not_base64(api: Api) -> None:
    response = await api.post("/api/v1/upload", {"fileName": "a.csv", "fileContent": "!!!!"})
    assert (response.status_code, response.json()["error"]["code"]) == (400, "INVALID_DATA")


async def test_too_large(api: Api) -> None:
    response = await api.upload("a.csv", b"x" * (api.services.settings.max_upload + 1))
    assert (response.status_code, response.json()["error"]["code"]) == (400, "FILE_UPLOAD_FAILED")


def cut_text(data: bytes, size: int) -> list[str]:
    text = encoded(data)
    return [text[start : start + size] for start in range(0, len(text), size)]


def cut_bytes(data: bytes, size: int) -> list[str]:
    return [encoded(data[start : start + size]) for start in range(0, len(data), size)]


@pytest.mark.parametrize("chunks", [cut_text(CSV, 16), cut_text(CSV, 17), cut_bytes(CSV, 10), [encoded(CSV)]])
async def test_chunks_in_any_order_and_repeated(api: Api, chunks: list[str]) -> None:
    identifier = f"request-{len(chunks)}-{len(chunks[0])}"
    order = [*reversed(range(len(chunks))), 0][-len(chunks) - 1 :]
    for index in [order[0], *order[:-1]] if len(chunks) > 1 else [0]:
        response = await api.post(
            "/api/v1/preprocess",
            {
                "fileContent": chunks[index],
                "fileName": "visits.csv",
                "chunkIndex": index,
                "totalChunks": len(chunks),
                "requestIdentifier": identifier,
            },
        )
        body = response.json()
        assert body["requestIdentifier"] == body["data"]["request_identifier"] == identifier
        assert body["status"] == "success"
    checked = await api.post("/api/v1/validate", {"fileIdentifiers": {identifier: "visits.csv"}})
    (entry,) = checked.json()["data"]["files"]
    assert entry["status"] == "success"
    assert entry["file_id"] == entry["uuid"] == identifier
    assert entry["valid"] is True
    assert entry["file_size"] == len(CSV) / 10**6
    assert "number_of_pages" not in entry
    kept = await api.services.uploads.find(identifier, "local")
    assert kept is not None
    assert await api.services.files.get_async(kept.path) == CSV


async def test_validate_says_what_is_wrong(api: Api) -> None:
    nothing = await api.post("/api/v1/validate", {})
    assert (nothing.status_code, nothing.json()["error"]["code"]) == (400, "BAD_REQUEST")
    body = {"fileIdentifiers": {"who": "knows.csv"}, "webLinks": ["https://example.com/a"]}
    data = (await api.post("/api/v1/validate", body)).json()["data"]
    assert data["files"][0]["status"] == "failed"
    assert data["files"][0]["log"]
    assert data["web_links"][0]["web_url"] == "https://example.com/a"
    assert data["web_links"][0]["status"] == "failed"


async def test_chunk_numbers_are_checked(api: Api) -> None:
    body = {"fileContent": "YQ==", "fileName": "a.csv", "chunkIndex": 2, "totalChunks": 2, "requestIdentifier": "r"}
    assert (await api.post("/api/v1/preprocess", body)).json()["error"]["code"] == "INVALID_REQUEST"
    assert (await api.post("/api/v1/preprocess", {**body, "chunkIndex": -1})).status_code in (400, 422)
