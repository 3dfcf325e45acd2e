from __future__ import annotations

from base64 import b64decode

import pytest

from prezent_widgets.client.attachments import Attachment
from prezent_widgets.client.events import UploadProgress
from prezent_widgets.client.uploads import CHUNK_BYTES, SMALL_BYTES, Uploader
from prezent_widgets.contract.uploads import UPLOAD_MAX_BYTES
from prezent_widgets.errors import BadRequestError, SourceError

LARGE = bytes(range(256)) * (2 * CHUNK_BYTES // 256 + 1)


def test_the_sizes_keep_to_the_contract() -> None:
    assert SMALL_BYTES <= UPLOAD_MAX_BYTES
    assert CHUNK_BYTES % 3 == 0
    assert len(LARGE) > CHUNK_BYTES


async def test_a_small_file_goes_whole(client, api) -> None:
    told: list[UploadProgress] = []
    ids = await Uploader(client.files, on_progress=told.append).send_all([Attachment("a b.csv", b"x,y\n1,2\n")])
    assert ids == ["id:a b.csv"]
    sent = api.of("POST", "/api/v1/upload")[0].json
    assert sent["fileName"] == "a b.csv"
    assert b64decode(sent["fileContent"]) == b"x,y\n1,2\n"
    assert told == [UploadProgress("a b.csv", 0, 8), UploadProgress("a b.csv", 8, 8)]


async def test_a_large_file_goes_in_chunks_and_is_checked(client, api) -> None:
    told: list[int] = []
    (file_id,) = await Uploader(client.files, on_progress=lambda told_of: told.append(told_of.sent)).send_all(
        [Attachment("big.csv", LARGE)]
    )
    chunks = sorted((seen.json for seen in api.of("POST", "/api/v1/preprocess")), key=lambda chunk: chunk["chunkIndex"])
    assert [(chunk["chunkIndex"], chunk["totalChunks"]) for chunk in chunks] == [(0, 3), (1, 3), (2, 3)]
    assert {chunk["requestIdentifier"] for chunk in chunks} == {file_id}
    assert b"".join(b64decode(chunk["fileContent"]) for chunk in chunks) == LARGE
    assert b64decode("".join(chunk["fileContent"] for chunk in chunks)) == LARGE
    assert api.of("POST", "/api/v1/validate")[0].json == {"fileIdentifiers": {file_id: "big.csv"}}
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, len(LARGE))


async def test_a_chunk_that_fails_is_sent_again(client, api, kit) -> None:
    api.script("POST", "/api/v1/preprocess", kit.error(503, "SERVICE_UNAVAILABLE", "Busy."))
    await client.files.upload("big.csv", LARGE)
    assert len(api.of("POST", "/api/v1/preprocess")) == 4


@pytest.mark.parametrize(
    "check",
    [
        {"valid": False, "reason": "It is protected by a password."},
        {"status": "failed", "log": "It is protected by a password."},
    ],
)
async def test_a_file_that_the_check_refuses(client, api, kit, check, monkeypatch) -> None:
    monkeypatch.setattr("prezent_widgets.client.uploads.uuid4", lambda: "the-id")
    answer = {"success": True, "data": {"files": [{"uuid": "the-id", **check}]}}
    api.script("POST", "/api/v1/validate", kit.reply(body=answer))
    with pytest.raises(SourceError, match=r"big\.csv: It is protected by a password\."):
        await client.files.upload("big.csv", LARGE)


async def test_a_file_that_was_lost(client, api, kit) -> None:
    api.script("POST", "/api/v1/validate", kit.reply(body={"success": True, "data": {"files": []}}))
    with pytest.raises(SourceError, match="lost the file"):
        await client.files.upload("big.csv", LARGE)


async def test_a_kind_of_file_that_is_not_taken(client, api, kit) -> None:
    refusal = kit.error(415, "UNSUPPORTED_FILE_TYPE", "run.exe: files ending in .exe are not taken.")
    api.script("POST", "/api/v1/upload", refusal)
    with pytest.raises(SourceError, match=r"run\.exe: files ending in \.exe are not taken") as caught:
        await client.files.upload("run.exe", b"MZ")
    assert caught.value.name == "run.exe"


async def test_the_first_refusal_is_raised_as_itself(client, api, kit) -> None:
    api.script("POST", "/api/v1/upload", *[kit.error(400, "FILE_UPLOAD_FAILED", "No room.")] * 3)
    with pytest.raises(BadRequestError, match="No room"):
        await Uploader(client.files).send_all([Attachment(f"{number}.csv", b"x") for number in range(3)])
