"""The server: its own routes, the Dutch page frame, and what a browser is allowed."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from monitor import __version__
from monitor.errors import NietGevonden
from monitor.store.migrate import known_migraties
from monitor.web.pagina import TAAL_ROUTE, content_security_policy, rewrite, script_hash


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


def get(url: str, *, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
    request = urllib.request.Request(url, method=method, headers=dict(headers or {}))  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())


def test_healthz_tells_schema_and_version(server: str) -> None:
    answer = get(f"{server}/healthz")
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/json"
    assert json.loads(answer.body) == {
        "status": "ok",
        "schema": known_migraties()[-1].nummer,
        "version": __version__,
    }


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/api/v1/verhalen", "/api", "/api/", "/api/x/y"])
def test_an_unknown_api_is_a_json_404_and_never_a_page(server: str, path: str, method: str) -> None:
    answer = get(server + path, method=method)
    assert answer.status == 404
    assert "bestaat niet" in json.loads(answer.body)["fout"]


@pytest.mark.parametrize("path", ["/", "/wijk?wijk=WK990101", "/gemeente", "/zomaar"])
def test_every_page_is_dutch_and_loads_our_words(server: str, path: str) -> None:
    html = get(server + path, headers={"Accept-Encoding": "gzip"}).body.decode()
    assert '<html lang="nl"' in html
    assert "<title>Streamlit</title>" not in html
    assert f'src=".{TAAL_ROUTE}"' in html
    assert "You need to enable" not in html


def test_a_page_has_a_strict_policy_that_still_allows_its_own_script(server: str) -> None:
    answer = get(f"{server}/")
    policy = answer.headers["content-security-policy"]
    assert "unsafe-eval" not in policy
    assert re.search(r"script-src 'self' 'sha256-[^']+';", policy)
    assert "frame-ancestors 'none'" in policy
    assert "object-src 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_a_page_is_never_answered_from_an_older_copy_in_the_browser(server: str) -> None:
    first = get(f"{server}/")
    assert first.headers["etag"] is None
    assert get(f"{server}/", headers={"If-Modified-Since": "Sat, 21 Nov 2099 00:00:00 GMT"}).status == 200


def test_assets_go_out_as_they_are_and_are_kept_by_the_browser(server: str) -> None:
    html = get(f"{server}/").body.decode()
    script = re.search(r'src="\.(/static/js/index[^"]+)"', html)
    assert script
    answer = get(server + script.group(1))
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_what_somebody_made_to_take_along_is_kept_by_nobody_on_the_way(server: str) -> None:
    assert get(f"{server}/media/{'0' * 32}.docx").headers["cache-control"] == "no-store"


def test_our_words_are_served_as_a_script_of_this_origin(server: str) -> None:
    answer = get(server + TAAL_ROUTE)
    assert answer.headers["content-type"].startswith("text/javascript")
    assert b"Skip to main content" in answer.body


def test_head_is_answered_without_a_body(server: str) -> None:
    answer = get(f"{server}/", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")


def test_an_inline_script_is_named_by_its_hash() -> None:
    page = rewrite(b'<html lang="en"><head><script>\nx = 1\n</script><script src="./a.js"></script></head></html>')
    assert page.script_hashes == (script_hash("\nx = 1\n"),)


@pytest.mark.parametrize("host", ["evil.nl; script-src *", "a b", "", None])
def test_a_host_that_is_no_host_stays_out_of_the_policy(host: str | None) -> None:
    assert "connect-src 'self';" in content_security_policy(host)


def test_a_bug_in_a_page_is_a_dutch_sentence_with_a_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("monitor.ui.errors.show_message", shown.append)
    from monitor.server import _show_error

    assert _show_error(ValueError("geheime inhoud")) is True
    assert _show_error(NietGevonden("Deze wijk kennen we niet.")) is True
    assert shown[1] == "Deze wijk kennen we niet."
    assert "geheime inhoud" not in shown[0]
    assert re.search(r"[0-9a-f]{8}", shown[0])
    reference = re.search(r"[0-9a-f]{8}", shown[0])
    assert reference and reference.group() in caplog.text


# Tidying up at night


def test_a_night_that_was_missed_is_made_up_for_and_what_goes_wrong_is_told_without_words_of_people(
    voorbeeld_store: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from monitor import server
    from monitor.services.onderhoud import is_due
    from monitor.store.opslag import shared_database

    store = str(voorbeeld_store)
    assert is_due(shared_database(store))
    assert server.maintain_when_due(store)
    assert not is_due(shared_database(store))
    for error in (NietGevonden("Een zin."), ValueError("geheime inhoud")):

        def fail(_: object, error: Exception = error) -> bool:
            raise error

        monkeypatch.setattr(server, "is_due", fail)
        assert not server.maintain_when_due(store)
    assert "Een zin." in caplog.text
    assert "ValueError" in caplog.text
    assert "geheime inhoud" not in caplog.text
