"""One chart in somebody else's page: its sentence, its source and its table, and nothing that can do harm."""

import base64
import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from monitor.store.database import Database
from monitor.store.opslag import open_for_writing
from monitor.web.pagina import script_hash
from tests.conftest import NOW, serving
from tests.test_server import get

PATH = "/embed/indicator"
CHART = f"{PATH}?indicator=vm-buren-oppassen&wijk=WK990101"


def picture(html: str) -> str:
    found = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', html)
    assert found
    return base64.b64decode(found[1]).decode()


def test_the_chart_comes_with_its_sentence_its_source_and_its_table(server: str) -> None:
    answer = get(server + CHART)
    html = unescape(answer.body.decode())
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="nl">' in html
    assert "63 van de 100 bewoners, in 2025" in html
    assert "Bron: Voorbeeld (verzonnen)" in html
    assert "opgehaald op 20 november 2026" in html
    assert "deze gemeente bestaat niet" in html
    assert 'href="../indicator?indicator=vm-buren-oppassen&wijk=WK990101"' in html
    assert '<th scope="row">2025</th><td>63</td>' in html
    alt = re.search(r'<img [^>]*alt="([^"]{40,})"', html)
    assert alt
    svg = picture(html)
    assert svg.startswith("<svg")
    assert "<script" not in svg
    assert "http://" not in svg.replace("http://www.w3.org/", "")


def test_of_a_whole_gemeente_it_needs_no_wijk(server: str) -> None:
    assert get(f"{server}{PATH}?indicator=kwb-inwoners&gemeente=GM9901").status == 200


def test_a_figure_that_does_not_hold_here_says_so(server: str) -> None:
    html = get(f"{server}{PATH}?indicator=vm-open-tafel&wijk=WK990102").body.decode()
    assert "let niet op dit cijfer" in html
    assert "<img" not in html


def test_only_this_page_may_stand_in_the_frame_of_another(server: str) -> None:
    assert "frame-ancestors *" in get(server + CHART).headers["content-security-policy"]
    for path in ("/", "/indicator?indicator=vm-buren-oppassen", "/api/v1/metingen", "/embed", "/embed/x", "/healthz"):
        assert "frame-ancestors 'none'" in get(server + path).headers["content-security-policy"], path


def test_nothing_runs_in_it_and_nothing_is_loaded(server: str) -> None:
    answer = get(server + CHART)
    policy, html = answer.headers["content-security-policy"], answer.body.decode()
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    assert f"style-src {script_hash(style[1])}" in policy
    assert "<script" not in html
    assert " style=" not in html
    assert answer.headers["set-cookie"] is None
    assert answer.headers["x-frame-options"] is None


def test_what_one_has_already_is_not_sent_again(server: str) -> None:
    first = get(server + CHART)
    again = get(server + CHART, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    head = get(server + CHART, method="HEAD")
    assert (head.status, head.body, head.headers["etag"]) == (200, b"", first.headers["etag"])


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("", 400, "“indicator” ontbreekt"),
        ("indicator=a&indicator=b", 400, "één keer"),
        ("indicator=kwb-inwoners&script=1", 400, "kennen wij hier niet"),
        ("indicator=kwb-inwoners&wijk=" + "x" * 21, 400, "20 tekens"),
        ("indicator=bestaat-niet", 404, "kennen wij niet"),
        ("indicator=kwb-inwoners&wijk=WK999999", 404, "kennen wij niet"),
        ("indicator=kwb-inwoners&wijk=BU99010101", 404, "is een buurt"),
        (f"indicator={quote('<script>alert(1)</script>')}", 404, "&lt;script&gt;"),
        (f"indicator={quote(chr(0) + ' OR 1=1 --')}", 400, "op één regel"),
        (f"indicator={quote(' OR 1=1 --')}", 404, "kennen wij niet"),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence_and_never_obeyed(
    server: str, query: str, status: int, said: str
) -> None:
    answer = get(f"{server}{PATH}?{query}")
    assert answer.status == status
    assert said in answer.body.decode()
    assert "<script" not in answer.body.decode()
    assert "frame-ancestors *" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("method", ["POST", "DELETE", "TRACE"])
def test_nobody_writes_here(server: str, method: str) -> None:
    assert get(server + CHART, method=method).status == 405


def test_words_of_people_in_a_name_stay_words_and_no_verhaal_comes_along(voorbeeld_pad: Path, tmp_path: Path) -> None:
    shutil.copy(voorbeeld_pad, tmp_path / "m.duckdb")
    name = '</title></style><script>alert("x")</script><img src=x onerror=alert(1)> &amp; "'
    database: Database = open_for_writing(str(tmp_path / "m.duckdb"), clock=lambda: NOW)
    with database.writing() as cursor:
        cursor.execute("UPDATE indicator_versie SET naam = ? WHERE indicator = 'vm-buren-oppassen'", [name])
        told = cursor.rows("SELECT tekst FROM verhaal_versie WHERE tekst IS NOT NULL")
        told += cursor.rows("SELECT titel FROM verhaal_versie WHERE titel IS NOT NULL")
    database.close()
    with serving(tmp_path / "m.duckdb", tmp_path / "log") as address:
        html = get(address + CHART).body.decode()
    assert "<script" not in html
    assert "onerror=alert" not in html.replace("&lt;img src=x onerror=alert(1)&gt;", "")
    assert unescape(html).count(name) >= 2
    assert not [text for (text,) in told if text in unescape(html)]
