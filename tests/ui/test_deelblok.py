"""Sharing what is on the screen: the same address for everybody, and nothing of who looks."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from monitor.ui import deelblok
from monitor.ui.deelblok import DEELBAAR

ROOT = Path(__file__).resolve().parent.parent.parent
NOT_SHARED = {
    "verhaal-vertellen": "somebody is telling",
    "mijn-verhaal": "a teller's code was typed there",
    "koppelen": "verhalen that are not public",
    "nalezen": "originals",
    "terugkoppelen": "what was done with somebody's verhaal",
    "uitnodigen": "a link that lets somebody in",
    "initiatieven": "a form",
    "tellen": "a form",
    "raadsvoorstel": "a draft is not public",
    "beheer": "people and roles",
}


def test_of_every_page_is_said_whether_it_can_be_shared() -> None:
    pages = {"" if it.stem == "start" else it.stem.replace("_", "-") for it in (ROOT / "pages").glob("*.py")}
    assert pages == DEELBAAR.keys() | NOT_SHARED.keys()
    assert not DEELBAAR.keys() & NOT_SHARED.keys()


def test_a_spoor_of_a_figure_is_shared_with_the_place_in_which_it_is_looked_at() -> None:
    assert {"van", "wijk", "gemeente"} == set(DEELBAAR["hoe-is-dit-zo-gekomen"])


@pytest.mark.parametrize(("van", "shared"), [("indicator:vm-buren-oppassen", 1), ("raadsstuk:x", 0)])
def test_the_spoor_of_a_draft_is_not_shared(app: Any, van: str, shared: int) -> None:
    app.query_params.update({"van": van, "wijk": "WK990101"})
    app.run()
    app.switch_page("pages/hoe_is_dit_zo_gekomen.py").run()
    assert len(app.code) == shared


def test_a_page_shares_what_it_is_asked_and_nothing_else_in_the_address(app: Any) -> None:
    app.query_params.update({"indicator": "vm-buren-oppassen", "wijk": "WK990101", "code": "geheim", "naam": "Fatima"})
    app.run()
    app.switch_page("pages/indicator.py").run()
    assert not app.exception
    shared, frame = (it.value for it in app.code)
    parts = urlsplit(shared)
    assert parts.path.endswith("/indicator")
    assert parse_qs(parts.query) == {"indicator": ["vm-buren-oppassen"], "wijk": ["WK990101"]}
    assert "geheim" not in json.dumps([shared, frame])
    assert "Fatima" not in json.dumps([shared, frame])
    assert 'src="' in frame
    assert "/embed/indicator?indicator=vm-buren-oppassen&amp;wijk=WK990101" in frame
    assert "De Hoge Linden" in frame


@pytest.mark.parametrize("page", ["mijn_verhaal", "verhaal_vertellen", "nalezen", "uitnodigen", "beheer"])
def test_a_page_of_somebody_alone_is_not_shared(app: Any, page: str) -> None:
    app.run()
    app.switch_page(f"pages/{page}.py").run()
    assert not app.code


def test_a_cijfer_that_is_not_there_has_no_chart_for_elsewhere(app: Any) -> None:
    app.query_params["indicator"] = "bestaat-niet"
    app.run()
    app.switch_page("pages/indicator.py").run()
    assert not app.exception
    assert len(app.code) == 1


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://wijken.example/indicator", "https://wijken.example"),
        ("https://gemeente.example/wijken/indicator", "https://gemeente.example/wijken"),
        ("https://wijken.example/", "https://wijken.example"),
        ("javascript:alert(1)//x", ""),
        (None, ""),
    ],
)
def test_the_address_is_the_one_by_which_this_visitor_came(
    monkeypatch: pytest.MonkeyPatch, url: str | None, base: str
) -> None:
    class Context:
        def __init__(self) -> None:
            self.url = url

    monkeypatch.setattr(deelblok.st, "context", Context())
    assert deelblok.address("wijk", {"wijk": "WK990101"}) == f"{base}/wijk?wijk=WK990101"
    assert deelblok.address("wijk", {"wijk": '"><script>&x=1'}) == f"{base}/wijk?wijk=%22%3E%3Cscript%3E%26x%3D1"
