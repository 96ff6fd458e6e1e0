"""The OpenAPI document against the running server: a program that follows it finds nothing that is not so."""

import json
import urllib.request

import schemathesis
from hypothesis import HealthCheck, settings
from jsonschema_rs import meta

from monitor.services.stand import Stand
from monitor.web.open_cijfers import open_routes
from monitor.web.open_vraag import TABELVRAGEN
from monitor.web.openapi import OPENAPI_PATH, document

schema = schemathesis.openapi.from_dict(document())


@schema.parametrize()
@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_server_does_what_its_document_says(case: schemathesis.Case, server: str) -> None:
    case.call_and_validate(base_url=server)


def test_the_document_that_is_served_is_the_one_that_is_tried_here(server: str) -> None:
    with urllib.request.urlopen(f"{server}{OPENAPI_PATH}", timeout=20) as answer:  # noqa: S310 - our own server
        assert json.load(answer) == document()


def test_every_address_of_the_open_figures_stands_in_the_document() -> None:
    def no_store() -> Stand:
        raise AssertionError

    assert {route.path for route in open_routes(no_store)} == set(document()["paths"])


def test_every_table_stands_in_the_document_with_all_that_may_be_asked_and_all_its_columns() -> None:
    made = document()
    assert made["openapi"].startswith("3.1")
    for vraag in TABELVRAGEN:
        operation = made["paths"][vraag.path]["get"]
        assert [it["name"] for it in operation["parameters"]] == [veld.naam for veld in vraag.velden]
        assert all(it["description"] for it in operation["parameters"])
        row = made["components"]["schemas"][f"Rij_{vraag.tabel.naam}"]
        assert tuple(row["properties"]) == vraag.tabel.kolommen
        assert all(it["description"] for it in row["properties"].values())


def test_the_schemas_are_good_json_schema() -> None:
    for content in document()["components"]["schemas"].values():
        meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **content})
