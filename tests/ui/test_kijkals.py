"""Kijk als ...: only on one's own computer, asked at every run, and never beside real signing in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.proef import PROEFROLLEN, proefrol
from monitor.errors import OngeldigeInvoer
from monitor.ui import aanmelden, kijkals
from monitor.ui.texts import wie as texts

LOCAL = {"host": "localhost:8501"}
BOX = "kijk_als"


def boxes(app: AppTest) -> list[str]:
    return [box.label for box in app.selectbox]


@pytest.mark.parametrize("adres", ["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"])
def test_an_address_of_this_computer_only_is_loopback(adres: str) -> None:
    assert kijkals.is_loopback(adres)


@pytest.mark.parametrize("adres", ["", "0.0.0.0", "::", "192.0.2.1", "localhost.example.nl", "127.0.0.1.example.nl"])  # noqa: S104
def test_any_other_address_is_not(adres: str) -> None:
    assert not kijkals.is_loopback(adres)


@pytest.mark.parametrize(
    "headers",
    [
        LOCAL,
        {"host": "127.0.0.1"},
        {"host": "[::1]:8501", "origin": "http://[::1]:8501"},
        {**LOCAL, "origin": "http://localhost:8501", "cookie": "a=b"},
    ],
)
def test_a_visit_from_a_browser_on_this_computer_is_direct(headers: dict[str, str]) -> None:
    assert kijkals.is_direct(headers)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"host": ""},
        {"host": "monitor.example.nl"},
        {"host": "localhost.example.nl"},
        {"host": "localhost@example.nl"},
        {"host": "[::1"},
        {**LOCAL, "origin": "https://monitor.example.nl"},
        {**LOCAL, "origin": "null"},
        *({**LOCAL, name: "192.0.2.1"} for name in ("x-forwarded-for", "x-forwarded-host", "forwarded", "x-real-ip")),
        {**LOCAL, "via": "1.1 proxy"},
    ],
)
def test_a_visit_that_somebody_passed_on_or_that_has_another_name_is_not(headers: dict[str, str]) -> None:
    assert not kijkals.is_direct(headers)


def test_every_fixed_person_has_a_name_of_her_own_and_the_first_is_the_bezoeker() -> None:
    assert (
        len({rol.gebruiker.id for rol in PROEFROLLEN}) == len({rol.woorden for rol in PROEFROLLEN}) == len(PROEFROLLEN)
    )
    assert proefrol("proef:niemand").gebruiker.id == "bezoeker"


def test_who_begins_is_a_bezoeker_and_another_choice_stays_on_the_next_page(kijk_als: Callable[[str], Any]) -> None:
    app = kijk_als("").run()
    assert app.selectbox(key=BOX).value == "bezoeker"
    app.selectbox(key=BOX).set_value("proef:beheerder").run()
    app.switch_page("pages/gemeente.py").run()
    assert app.selectbox(key=BOX).value == "proef:beheerder"


@pytest.mark.parametrize(
    ("name", "value"),
    [("MONITOR_PROEF", "0"), ("MONITOR_PROEF", ""), ("MONITOR_ADRES", "0.0.0.0"), ("MONITOR_ADRES", "")],  # noqa: S104
)
def test_a_choice_that_was_made_counts_no_longer_where_it_may_not_exist(
    kijk_als: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    app = kijk_als("beheerder").run()
    assert texts.KIJK_ALS in boxes(app)
    monkeypatch.setenv(name, value)
    assert texts.KIJK_ALS not in boxes(app.run())
    assert kijkals.allowed() is False


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_a_visit_that_was_passed_on_sees_no_box(
    kijk_als: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch, header: str
) -> None:
    app = kijk_als("beheerder")
    monkeypatch.setattr(kijkals, "headers", lambda: {**LOCAL, header: "192.0.2.1"})
    assert texts.KIJK_ALS not in boxes(app.run())


def test_where_somebody_can_sign_in_nobody_looks_as_somebody_else(kijk_als: Callable[[str], Any]) -> None:
    app = kijk_als("beheerder")
    app.secrets["auth"] = {"client_id": "monitor"}
    app.user = {"is_logged_in": False}
    app.run()
    assert texts.KIJK_ALS not in boxes(app)
    assert [button.label for button in app.button][:1] == [texts.AANMELDEN]


def test_a_file_of_keys_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    path = tmp_path / "secrets.toml"
    aanmelden.check_file(path, asked_for=False)
    with pytest.raises(OngeldigeInvoer, match="is er niet"):
        aanmelden.check_file(path, asked_for=True)
    path.write_text("[auth", encoding="utf-8")
    with pytest.raises(OngeldigeInvoer, match="niet te lezen"):
        aanmelden.check_file(path, asked_for=False)
    path.write_text("[auth]", encoding="utf-8")
    aanmelden.check_file(path, asked_for=True)
