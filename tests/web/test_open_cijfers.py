"""The open addresses of a running server: to read for anybody, from any website, and nothing else."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import anyio
import pytest

from monitor.errors import OpslagBezet
from monitor.services.open_velden import METINGEN
from monitor.store.database import Database
from monitor.web.open_cijfers import open_routes
from monitor.web.open_vraag import TABELVRAGEN
from monitor.web.openapi import OPENAPI_PATH
from tests.conftest import serving
from tests.test_cli import Terminal
from tests.test_server import Answer, get

API = "/api/v1"
PATHS = [*(vraag.path for vraag in TABELVRAGEN), OPENAPI_PATH]


def ask(server: str, path: str) -> dict[str, Any]:
    answer = get(f"{server}{API}/{path}")
    assert answer.status == 200, answer.body
    return dict(json.loads(answer.body))


def links(answer: Answer) -> dict[str, str]:
    """The addresses in the header Link, by their relation."""
    parts = [it.strip() for it in (answer.headers["link"] or "").split(",")]
    return {it.split('rel="')[1].rstrip('"'): it[1 : it.index(">")] for it in parts}


# Reading


def test_metingen_are_given_by_gebied_and_indicator(server: str) -> None:
    found = ask(server, "metingen?gebied=WK990101&indicator=rivm-eenzaam")
    assert found["totaal"] == len(found["metingen"]) > 1
    assert {row["indicator"] for row in found["metingen"]} == {"rivm-eenzaam"}
    assert {row["bewijssoort"] for row in found["metingen"]} == {"geschat"}
    assert all(row["bron"] and row["ingelezen_op"] for row in found["metingen"])


def test_who_follows_the_links_gets_everything_once(server: str) -> None:
    found: list[dict[str, Any]] = []
    url: str | None = f"{API}/metingen?gebied=WK990101&limit=97"
    while url:
        answer = get(server + url)
        page = json.loads(answer.body)
        assert page["volgende"] == links(answer).get("next")
        found += page["metingen"]
        url = links(answer).get("next")
    assert found == ask(server, "metingen?gebied=WK990101&limit=1000")["metingen"]
    assert len(found) > 97
    last = get(server + links(get(f"{server}{API}/metingen?gebied=WK990101&limit=97"))["last"])
    assert json.loads(last.body)["metingen"][-1] == found[-1]
    assert "next" not in links(last)


def test_who_went_past_the_end_is_led_back_to_the_last_rows(server: str) -> None:
    beyond = links(get(f"{server}{API}/metingen?gebied=WK990101&limit=97&offset=900000"))
    assert beyond["prev"] == beyond["last"]
    assert json.loads(get(server + beyond["prev"]).body)["metingen"]


def test_csv_holds_the_same_rows(server: str) -> None:
    answer = get(f"{server}{API}/metingen?gebied=WK990101&format=csv&limit=1000")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="metingen.csv"' in answer.headers["content-disposition"]
    rows = list(csv.DictReader(StringIO(answer.body.decode(), newline="")))
    assert tuple(rows[0]) == METINGEN.kolommen
    as_json = ask(server, "metingen?gebied=WK990101&limit=1000")["metingen"]
    assert [(row["periode"], row["waarde"] == "") for row in rows] == [
        (row["periode"], row["waarde"] is None) for row in as_json
    ]


# What HTTP promises


@pytest.mark.parametrize("path", PATHS)
def test_any_website_may_read_and_none_may_send_cookies(server: str, path: str) -> None:
    answer = get(server + path, headers={"Origin": "https://krant.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-credentials"] is None
    assert answer.headers["set-cookie"] is None
    asked = {"Origin": "https://krant.example", "Access-Control-Request-Method": "GET"}
    before = get(server + path, method="OPTIONS", headers=asked)
    assert before.status == 204
    assert before.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", PATHS)
def test_what_one_has_already_is_not_sent_again(server: str, path: str) -> None:
    first = get(server + path)
    tag = first.headers["etag"]
    for told in (tag, f"W/{tag}", f'"anders", {tag}', "*"):
        again = get(server + path, headers={"If-None-Match": told})
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert get(server + path, headers={"If-None-Match": '"anders"'}).body == first.body


def test_other_rows_and_another_form_have_another_mark(server: str) -> None:
    asked = ("metingen", "metingen?limit=2", "metingen?offset=1", "metingen?format=csv", "metingen?gebied=GM9901")
    assert len({get(f"{server}{API}/{it}").headers["etag"] for it in asked}) == len(asked)


@pytest.mark.parametrize("path", PATHS)
def test_head_tells_the_same_without_the_body(server: str, path: str) -> None:
    whole, head = get(server + path), get(server + path, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in ("etag", "content-type", "content-length", "link"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("path", PATHS)
def test_nobody_writes_here(server: str, path: str, method: str) -> None:
    answer = get(server + path, method=method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert "alleen lezen" in json.loads(answer.body)["fout"]


@pytest.mark.parametrize("path", ["/api/v1/metingen/", "/api/v1/verhalen", "/api/v1/Metingen", "/api/v2/metingen"])
def test_what_does_not_exist_is_a_json_404_that_any_website_may_read(server: str, path: str) -> None:
    answer = get(server + path)
    assert answer.status == 404
    assert "bestaat niet" in json.loads(answer.body)["fout"]
    assert answer.headers["access-control-allow-origin"] == "*"


def test_everything_that_is_wrong_is_told_at_once(server: str) -> None:
    answer = get(f"{server}{API}/metingen?gebied=x&limit=0&limit=5&format=xml&wijk=1")
    assert answer.status == 400
    said = json.loads(answer.body)
    assert len(said["fouten"]) == 5
    assert said["fout"] == " ".join(said["fouten"])


# Somebody who means no good


@pytest.mark.parametrize(
    "value",
    [
        "' OR 1=1 --",
        "x'; DROP TABLE meting; --",
        "1 UNION SELECT tekst FROM verhaal_versie",
        "%' AND ''='",
        "$van",
        "\x00",
        "\u202e\u0000😀",
        "Robert'); --",
        "read_csv('/etc/passwd')",
        "__proto__",
    ],
)
def test_words_of_sql_are_words(server: str, value: str) -> None:
    for path in (
        f"metingen?indicator={quote(value)}",
        f"metingen?gebied={quote(value)}",
        f"gebieden?soort={quote(value)}",
    ):
        answer = get(f"{server}{API}/{path}")
        assert answer.status in (400, 404)
        assert "kennen wij niet" in json.loads(answer.body)["fout"] or answer.status == 400
    assert ask(server, "metingen")["totaal"] > 1_000


@pytest.mark.parametrize(
    "query", ["limit=99999999999", "offset=99999999999999999999", "limit=%31%30%30%31", "format=csv%00"]
)
def test_nobody_gets_all_at_once_and_nobody_breaks_it(server: str, query: str) -> None:
    assert get(f"{server}{API}/metingen?{query}").status == 400


def test_bytes_that_are_no_text_are_told_in_a_sentence(server: str) -> None:
    answer = get(f"{server}{API}/metingen?indicator=%ED%A0%80%FF")
    assert answer.status == 404
    assert json.loads(answer.body)["fouten"]


def test_no_word_of_any_verhaal_leaves_by_these_addresses(server: str, voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        told = cursor.rows(
            "SELECT titel FROM verhaal_versie WHERE titel IS NOT NULL "
            "UNION SELECT tekst FROM verhaal_versie WHERE tekst IS NOT NULL "
            "UNION SELECT tekst FROM citaat WHERE tekst IS NOT NULL UNION SELECT id FROM verhaal"
        )
    assert len(told) > 20
    for vraag in TABELVRAGEN:
        for form in ("json", "csv"):
            offset, whole = 0, ""
            while True:
                answer = get(f"{server}{vraag.path}?limit=1000&offset={offset}&format={form}")
                whole += answer.body.decode()
                if "next" not in links(answer):
                    break
                offset += 1_000
            assert not [text for (text,) in told if text in whole]


# A store that changes, and one that is not there


def test_a_figure_that_changes_is_there_at_once(voorbeeld_pad: Path, tmp_path: Path) -> None:
    (tmp_path / "m.duckdb").write_bytes(voorbeeld_pad.read_bytes())
    (tmp_path / "cijfers.csv").write_text(
        "gebied;indicator;periode;waarde\nWK990101;vm-open-tafel;2018-K4;44\nWK990101;vm-open-tafel;2018-K3;3\n",
        encoding="utf-8",
    )
    with serving(tmp_path / "m.duckdb", tmp_path / "log") as address:
        path = "metingen?gebied=WK990101&indicator=vm-open-tafel&limit=1000"
        before = get(f"{address}{API}/{path}")
        terminal = Terminal(tmp_path / "m.duckdb", tmp_path)
        assert terminal("import", "metingen", "cijfers.csv") == 0, terminal.err
        after = get(f"{address}{API}/{path}", headers={"If-None-Match": before.headers["etag"]})
        assert after.status == 200
        found = {row["periode"]: row for row in json.loads(after.body)["metingen"]}
        assert found["2018-K4"]["waarde"] == 44
        assert (found["2018-K3"]["waarde"], found["2018-K3"]["ontbreekt_reden"]) == (None, "te_klein")


def answered(fail: Exception) -> tuple[int, dict[str, str], str]:
    """What the address of the metingen answers when its store fails."""

    def stand() -> Any:
        raise fail

    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent.append(message)

    app = next(route.app for route in open_routes(stand) if route.path == f"{API}/metingen")
    scope = {"type": "http", "method": "GET", "path": f"{API}/metingen", "query_string": b"", "headers": []}
    anyio.run(app, scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, sent[1]["body"].decode()


def test_a_store_that_cannot_be_opened_is_told_in_a_sentence() -> None:
    status, headers, body = answered(OpslagBezet("De opslag is in gebruik."))
    assert status == 503
    assert json.loads(body)["fouten"] == ["De opslag is in gebruik."]
    assert headers["retry-after"]


def test_a_bug_of_ours_is_a_sentence_without_details(caplog: pytest.LogCaptureFixture) -> None:
    status, _, body = answered(ValueError("geheime inhoud"))
    assert status == 500
    assert "geheime" not in body
    assert "geheime inhoud" in caplog.text
