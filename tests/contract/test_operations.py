from __future__ import annotations

import re

import pytest

from prezent_widgets.contract.operations import EXTENSIONS, OPERATIONS, WIRE_CATEGORY, Operation

ROWS = [*OPERATIONS.values(), *EXTENSIONS.values()]
SERVED = {
    "getTest": ("GET", "/test"),
    "getHealth": ("GET", "/health"),
    "createAutogeneration": ("POST", "/api/v1/autogenerations"),
    "getAutogeneration": ("GET", "/api/v1/autogenerations/{callback_id}"),
    "createAutogenerationDownload": ("POST", "/api/v1/autogenerations/{callback_id}/downloads"),
    "listTemplates": ("GET", "/api/v1/templates"),
    "listAudiences": ("GET", "/api/v1/audiences"),
    "searchAudiences": ("POST", "/api/v1/audiences/search"),
    "listThemes": ("GET", "/api/v1/themes"),
    "uploadFile": ("POST", "/api/v1/upload"),
    "preprocessFile": ("POST", "/api/v1/preprocess"),
    "validateFiles": ("POST", "/api/v1/validate"),
    "createStreamSession": ("POST", "/api/v1/streams/sessions"),
}


def test_verbs_and_paths_are_the_published_ones() -> None:
    assert {row: (OPERATIONS[row].verb, OPERATIONS[row].path) for row in SERVED} == SERVED


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_makes_sense(row: Operation) -> None:
    assert re.fullmatch(r"[a-z]+([A-Z][a-zA-Z0-9]*)+", row.id)
    assert row.path.startswith("/")
    assert row.request is None or row.verb != "GET"
    assert list(row.errors) == sorted(set(row.errors))
    assert {401, 429, 500, 503, 504} <= set(row.errors)
    assert row.category in WIRE_CATEGORY
    for path in row.legacy:
        assert path.path != row.path
        assert path.id_in is None or "{callback_id}" in row.path


def test_no_two_rows_share_a_place() -> None:
    places = [(row.verb, row.path) for row in ROWS]
    places += [(legacy.verb, legacy.path) for row in ROWS for legacy in row.legacy]
    assert len(places) == len(set(places))


def test_what_the_specification_says_of_single_rows() -> None:
    assert [row.id for row in OPERATIONS.values() if row.idempotent] == ["createAutogeneration"]
    assert [row.id for row in OPERATIONS.values() if row.success == 201] == ["createStreamSession"]
    assert [row.id for row in OPERATIONS.values() if not row.counted] == ["getHealth"]
    assert [row.id for row in OPERATIONS.values() if 415 in row.errors] == [
        "uploadFile",
        "preprocessFile",
        "validateFiles",
    ]
    assert 409 in OPERATIONS["createAutogeneration"].errors
    assert 422 not in OPERATIONS["createStreamSession"].errors
    assert {row.id: row.paged for row in OPERATIONS.values() if row.paged} == {
        "listTemplates": "data",
        "listAudiences": "items",
        "listThemes": "data",
    }


def test_older_paths_lead_to_their_successors() -> None:
    older = {(legacy.verb, legacy.path): row.id for row in OPERATIONS.values() for legacy in row.legacy}
    assert older["POST", "/api/v1/autogenerator"] == "createAutogeneration"
    assert older["GET", "/api/v1/autogenerator/status"] == "getAutogeneration"
    assert older["POST", "/api/v1/autogenerator/download"] == "createAutogenerationDownload"
    assert older["GET", "/api/v1/autogenerator/templates"] == "listTemplates"
    assert older["GET", "/api/v1/template-converter/templates"] == "listTemplates"
    features = [legacy.query["feature"] for legacy in OPERATIONS["listTemplates"].legacy]
    assert features == ["auto_generator", "template_converter"]


def test_path_parameters_are_encoded() -> None:
    assert OPERATIONS["getAutogeneration"].url(callback_id="../x?y") == "/api/v1/autogenerations/..%2Fx%3Fy"
    with pytest.raises(KeyError):
        OPERATIONS["getAutogeneration"].url()


def test_extensions_are_not_among_the_operations() -> None:
    assert not set(OPERATIONS) & set(EXTENSIONS)
