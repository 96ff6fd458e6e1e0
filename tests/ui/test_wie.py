"""From where somebody comes, and who holds an invitation."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor import settings
from monitor.domain.gebruiker import opdracht_gebruiker
from monitor.services import uitnodigingen
from monitor.services.uitnodigingen import NieuweUitnodiging, hash_geheim
from monitor.store.opslag import shared_database
from monitor.ui import wie

BEHEERDER = opdracht_gebruiker("test")


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("198.51.100.7, 192.0.2.1", "192.0.2.1"),
        ("192.0.2.1, iets", "hier"),
        ("", "hier"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
    ],
)
def test_a_visitor_is_counted_by_what_our_own_proxy_saw(said: str, counted: str) -> None:
    assert wie._counted(wie._passed_on({"x-forwarded-for": said})) == counted


def test_what_a_visitor_says_of_herself_is_not_believed_without_a_proxy_of_ours(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wie.kijkals, "headers", lambda: {"x-forwarded-for": "192.0.2.1"})
    assert wie.adres() == "hier"
    monkeypatch.setenv("MONITOR_DOORGEVER", "1")
    assert wie.adres() == "192.0.2.1"


@pytest.fixture
def seen(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Everybody that the pages took this visitor for."""
    found: list[Any] = []
    resolve = wie.gebruiker
    monkeypatch.setattr(wie, "gebruiker", lambda: found.append(resolve()) or found[-1])
    return found


def test_who_holds_an_invitation_is_its_optekenaar_until_it_is_taken_back(app: AppTest, seen: list[Any]) -> None:
    database = shared_database(settings.from_environment().store)
    made = uitnodigingen.maak(database, BEHEERDER, NieuweUitnodiging("WK990101", "Student"))
    app.session_state["uitnodiging"] = hash_geheim(made.geheim)
    app.run()
    assert seen[-1].id == f"uitnodiging:{made.uitnodiging.id}"
    assert [it.wijk for it in seen[-1].toewijzingen] == ["WK990101"]
    uitnodigingen.trek_in(database, BEHEERDER, made.uitnodiging.id)
    app.run()
    assert seen[-1].toewijzingen == ()


def test_an_invitation_that_we_do_not_know_makes_nobody(app: AppTest, seen: list[Any]) -> None:
    app.session_state["uitnodiging"] = "0" * 64
    app.run()
    assert seen[-1].id == "bezoeker"
