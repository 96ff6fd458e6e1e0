"""Beheer through dashboard.py: who gets in, what each part does, and what is refused in words."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor import settings
from monitor.domain.gebruiker import GebruikerRol, opdracht_gebruiker
from monitor.services import rollen
from monitor.services.instellingen import NAMEN, lees
from monitor.services.invoer_verhalen import VerhaalUitkomst
from monitor.services.ophalen import BronSoort
from monitor.services.rechten import MAG_NIET, SESSIE_VOORBIJ
from monitor.store.database import Database, utc_now
from monitor.store.opslag import shared_database
from monitor.ui.invoer_verhalenscherm import codes_as_csv
from monitor.ui.texts import beheer as texts
from monitor.ui.texts import wie as wie_texts
from tests.pages.test_paginas import headings, html_of, run
from tests.services.builders import GEBIEDEN

Open = Callable[[str], AppTest]
BEHEERDER = opdracht_gebruiker("test")


def store() -> Database:
    return shared_database(settings.from_environment().store)


@pytest.fixture
def beheer(kijk_als: Callable[[str], AppTest]) -> Open:
    """A part of Beheer, as the beheerder sees it."""
    return lambda deel: run(kijk_als("beheerder"), "beheer", deel=deel)


@pytest.fixture
def aangemeld(app: AppTest) -> Iterator[AppTest]:
    """The app for Bo, who is beheerder by the table and signed in just now."""
    rollen.give(store(), BEHEERDER, rollen.NieuweRol("bo@gemeente.example", "Bo", GebruikerRol.BEHEERDER))
    app.secrets["auth"] = {"client_id": "monitor"}
    app.user = {
        "is_logged_in": True,
        "sub": "bo",
        "name": "Bo **de** Beheerder",
        "email": "Bo@Gemeente.example",
        "iat": int(time.time()) - 60,
    }
    yield app


def lines() -> list[tuple[Any, ...]]:
    with store().reading() as cursor:
        return cursor.rows("SELECT wie, soort FROM logboek WHERE wat = 'geweigerd'")


@pytest.mark.parametrize("wie", ["", "raadslid", "nalezer-1", "welzijnswerker-1"])
def test_who_is_no_beheerder_reads_that_in_a_sentence_and_sees_no_part(
    kijk_als: Callable[[str], AppTest], wie: str
) -> None:
    app = run(kijk_als(wie), "beheer", deel="mensen")
    assert texts.MAG_NIET in html_of(app)
    assert not app.radio
    assert not app.text_input


@pytest.mark.parametrize("deel", list(texts.DELEN))
def test_every_part_stands_without_an_error(beheer: Open, deel: str) -> None:
    app = beheer(deel)
    assert not app.exception
    assert headings(html_of(app), 2) == [texts.DELEN[deel]]
    assert 'class="tv melding" role="alert"' not in html_of(app)


def test_an_unknown_part_is_the_first(beheer: Open) -> None:
    assert headings(html_of(beheer("<b>niets</b>")), 2) == [texts.DELEN["mensen"]]


def test_a_role_is_given_told_and_ended(beheer: Open) -> None:
    app = beheer("mensen")
    app.text_input[0].set_value("fatima@welzijn.example")
    app.text_input[1].set_value("Fatima <b>*Aziz*</b>")
    app.selectbox(key="kijk_als")
    rol, wijk = (box for box in app.selectbox if box.label in (texts.ROL, texts.WIJK))
    rol.set_value(GebruikerRol.WELZIJNSWERKER)
    wijk.set_value("WK990101")
    app.text_input[2].set_value("Welzijnswerk")
    next(button for button in app.button if button.label == texts.GEEF).click()
    html = html_of(app.run())
    assert texts.GEGEVEN in html
    assert "Fatima &lt;b&gt;*Aziz*&lt;/b&gt;" in html
    box = next(box for box in app.selectbox if box.label == texts.BEEINDIG_NUMMER)
    assert [option.split(":")[0] for option in box.options] == ["1"]
    box.set_value(rollen.lijst(store(), BEHEERDER)[0].id)
    next(button for button in app.button if button.label == texts.BEEINDIG_KNOP).click()
    html = html_of(app.run())
    assert texts.BEEINDIGD in html
    assert texts.MENSEN_LEEG in html


def test_what_is_wrong_with_a_role_is_told_and_what_was_typed_stays(beheer: Open) -> None:
    app = beheer("mensen")
    app.text_input[0].set_value("fatima@welzijn.example")
    app.text_input[3].set_value("ooit")
    next(button for button in app.button if button.label == texts.GEEF).click()
    html = html_of(app.run())
    assert texts.TOT_FOUT in html
    assert texts.KIES_WIJK in html
    assert app.text_input[0].value == "fatima@welzijn.example"
    assert rollen.lijst(store(), BEHEERDER) == ()


def test_settings_are_kept_and_all_that_is_wrong_is_told_at_once(beheer: Open) -> None:
    app = beheer("instellingen")
    app.text_area(key="instelling-klacht").set_value("Bij de ombudsman")
    app.text_input(key="instelling-sessie_uren").set_value("tien")
    app.text_input(key="instelling-gemeente").set_value("Veldermeer")
    next(button for button in app.button if button.label == texts.BEWAAR).click()
    html = html_of(app.run())
    assert NAMEN["sessie_uren"] in html
    assert NAMEN["gemeente"] in html
    app.text_input(key="instelling-sessie_uren").set_value("8")
    app.text_input(key="instelling-gemeente").set_value("GM9901")
    next(button for button in app.button if button.label == texts.BEWAAR).click()
    assert texts.BEWAARD in html_of(app.run())
    kept = lees(store())
    assert (kept.klacht, kept.sessie_uren, kept.gemeente) == ("Bij de ombudsman", 8, "GM9901")


def test_a_backup_stands_beside_the_store_and_is_not_handed_out(beheer: Open) -> None:
    app = beheer("bewaren")
    next(button for button in app.button if button.label == texts.BEWAREN_MAAK).click()
    html = html_of(app.run())
    assert "reservekopie-" in html
    assert not app.get("download_button")


def test_figures_are_read_only_after_what_they_would_change_was_seen(beheer: Open) -> None:
    app = beheer("cijfers")
    next(box for box in app.selectbox if box.label == texts.CIJFERS_SOORT).set_value(BronSoort.GEBIEDEN)
    app.file_uploader[0].upload("wijken.geojson", GEBIEDEN, "application/json")
    app.text_input[1].set_value(str(utc_now().year + 1))
    app.run()
    assert texts.CIJFERS_DOE not in [button.label for button in app.button]
    next(button for button in app.button if button.label == texts.CIJFERS_BEKIJK).click()
    assert texts.CIJFERS_ZOU in html_of(app.run())
    next(button for button in app.button if button.label == texts.CIJFERS_DOE).click()
    assert texts.CIJFERS_DEED in html_of(app.run())
    with store().reading() as cursor:
        assert cursor.row("SELECT count(*) FROM inlezing WHERE bestand = 'wijken.geojson'") == (1,)


@pytest.mark.parametrize(("deel", "knop"), [("cijfers", texts.CIJFERS_BEKIJK), ("verhalen", texts.VERHALEN_BEKIJK)])
def test_without_a_file_the_page_asks_for_one(beheer: Open, deel: str, knop: str) -> None:
    app = beheer(deel)
    press(app, knop)
    assert texts.CIJFERS_GEEN in html_of(app)


# Verhalen from a file

KOP = "titel;tekst;gebied;datum;thema;perspectief;gevoel;gebruik;grondslag;opgetekend_door"
GOED = "De bank <b>;Er staat nu een bank bij de lift.;WK990101;2026-05-14;ontmoeten;bewoner;goed;leren;toestemming;Bo"
FOUT = GOED.replace("WK990101", "WK999999").replace("De bank", "De stoel")


def press(app: AppTest, knop: str) -> None:
    next(button for button in app.button if button.label == knop).click()
    app.run()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def bring(beheer: Open, *rows: str) -> AppTest:
    app = beheer("verhalen")
    app.file_uploader[0].upload("verhalen.csv", "\n".join((KOP, *rows)).encode(), "text/csv")
    app.run()
    press(app, texts.VERHALEN_BEKIJK)
    return app


def told() -> int:
    with store().reading() as cursor:
        return int(cursor.rows("SELECT count(*) FROM verhaal")[0][0])


def test_an_empty_cell_and_a_wrong_word_are_told_with_their_column_once(beheer: Open) -> None:
    cells = dict.fromkeys(KOP.split(";"), "") | {"thema": "Mars"}
    html = html_of(bring(beheer, ";".join(cells.values())))
    assert "<p>Gevoel ontbreekt. Kies uit goed, dubbel, moeilijk, anders.</p>" in html
    assert "<p>Thema: “Mars” kan hier niet. Kies uit Redzaam in en om het huis, " in html


def test_verhalen_are_read_in_after_each_row_was_seen_and_the_codes_are_there_until_she_has_them(beheer: Open) -> None:
    before = told()
    app = bring(beheer, GOED)
    assert texts.VERHALEN_ZOU in html_of(app)
    assert told() == before
    press(app, texts.VERHALEN_DOE)
    html = html_of(app)
    assert texts.VERHALEN_DEED in html
    assert "bij de lift" not in html
    assert told() == before + 1
    assert [button.label for button in app.download_button] == [texts.VERHALEN_CODES]
    press(app, texts.VERHALEN_CODES_WEG)
    assert not app.download_button
    assert texts.VERHALEN_BEKIJK in labels(app)


def test_a_row_that_is_wrong_is_told_with_its_number_and_left_out_only_when_she_says_so(beheer: Open) -> None:
    before = told()
    app = bring(beheer, GOED, FOUT)
    html = html_of(app)
    assert '<th scope="row">3</th>' in html
    assert "WK999999" in html
    assert texts.VERHALEN_DOE not in labels(app)
    app.checkbox[0].check()
    app.run()
    press(app, texts.VERHALEN_DOE)
    assert told() == before + 1


def test_a_file_with_nothing_good_cannot_be_read_in_and_one_without_columns_says_which(beheer: Open) -> None:
    app = bring(beheer, FOUT)
    assert texts.VERHALEN_DOE not in labels(app)
    assert not app.checkbox
    app = beheer("verhalen")
    app.file_uploader[0].upload("verhalen.csv", b"titel;tekst\nDe bank;Er staat een bank.", "text/csv")
    app.run()
    press(app, texts.VERHALEN_BEKIJK)
    assert "gebied" in html_of(app)


def test_the_codes_come_as_a_file_that_a_dutch_spreadsheet_opens() -> None:
    rijen = [VerhaalUitkomst(2, "a", "692C-CV4W-8ASN-M4XM-C2Z4"), VerhaalUitkomst(3, "b")]
    assert codes_as_csv(rijen).decode("utf-8-sig") == "rij;code\r\n2;692C-CV4W-8ASN-M4XM-C2Z4\r\n"


# Signed in


def test_who_signed_in_is_named_as_she_is_and_has_her_menu(aangemeld: AppTest) -> None:
    html = html_of(run(aangemeld, "beheer"))
    assert "<b>Bo **de** Beheerder</b>" in html
    assert headings(html, 2) == [texts.DELEN["mensen"]]


@pytest.mark.parametrize("claims", [{"email_verified": False}, {"email": ""}, {"sub": ""}, {"is_logged_in": False}])
def test_what_the_provider_does_not_vouch_for_gives_no_role(aangemeld: AppTest, claims: dict[str, Any]) -> None:
    aangemeld.user = {**aangemeld.user, **claims}
    html = html_of(run(aangemeld, "beheer"))
    assert texts.MAG_NIET in html
    assert (wie_texts.MELD_AAN in html, wie_texts.VRAAG_ROL in html) == (
        "is_logged_in" in claims,
        "is_logged_in" not in claims,
    )


@pytest.mark.parametrize("iat", [int(time.time()) - 36_001, int(time.time()) + 3600, None, "nu", True, 1e300])
def test_a_session_that_is_over_shows_how_to_go_on(aangemeld: AppTest, iat: Any) -> None:
    aangemeld.user = {**aangemeld.user, "iat": iat}
    html = html_of(run(aangemeld, "beheer"))
    assert SESSIE_VOORBIJ in html
    assert texts.MAG_NIET in html
    assert wie_texts.VRAAG_ROL not in html
    assert wie_texts.OPNIEUW_AANMELDEN in [button.label for button in aangemeld.button]


def test_a_session_lasts_as_long_as_the_setting_says(aangemeld: AppTest) -> None:
    with store().writing() as cursor:
        cursor.execute("INSERT INTO instelling VALUES ('sessie_uren', '1', now()::TIMESTAMP, 'test')")
    aangemeld.user = {**aangemeld.user, "iat": int(time.time()) - 3601}
    assert SESSIE_VOORBIJ in html_of(run(aangemeld, "beheer"))


def test_a_role_that_ends_while_she_looks_refuses_what_she_does_next(aangemeld: AppTest) -> None:
    app = run(aangemeld, "beheer", deel="organisaties")
    rollen.end(store(), BEHEERDER, rollen.lijst(store(), BEHEERDER)[0].id)
    app.text_input[0].set_value("Buurthuis")
    next(button for button in app.button if button.label == texts.ORGANISATIE_ERBIJ).click()
    assert texts.MAG_NIET in html_of(app.run())
    with store().reading() as cursor:
        assert cursor.row("SELECT count(*) FROM organisatie WHERE naam = 'Buurthuis'") == (0,)


def test_a_first_role_comes_from_the_claim_that_was_configured(aangemeld: AppTest) -> None:
    aangemeld.secrets["rollen"] = {"claim": "groepen", "waarden": {"ict": "beheerder"}}
    aangemeld.user = {**aangemeld.user, "sub": "an", "email": "an@gemeente.example", "groepen": ["ict", "anders"]}
    assert headings(html_of(run(aangemeld, "beheer")), 2) == [texts.DELEN["mensen"]]
    assert "an" in {regel.persoon for regel in rollen.lijst(store(), BEHEERDER)}


def test_a_first_role_that_cannot_be_leaves_her_bezoeker(aangemeld: AppTest) -> None:
    aangemeld.secrets["rollen"] = {"claim": "groepen", "waarden": {"ict": "baas"}}
    aangemeld.user = {**aangemeld.user, "sub": "an", "email": "an@gemeente.example", "groepen": "ict"}
    app = run(aangemeld, "beheer")
    assert not app.exception
    assert texts.MAG_NIET in html_of(app)


def test_roles_in_the_proof_itself_mean_nothing(aangemeld: AppTest) -> None:
    aangemeld.user = {
        "is_logged_in": True,
        "sub": "x",
        "iat": int(time.time()),
        "roles": ["beheerder"],
        "rol": "beheerder",
    }
    assert texts.MAG_NIET in html_of(run(aangemeld, "beheer"))


def test_without_a_way_to_sign_in_a_proof_means_nothing(aangemeld: AppTest) -> None:
    aangemeld.secrets.clear()
    assert texts.MAG_NIET in html_of(run(aangemeld, "beheer"))
    assert MAG_NIET not in html_of(aangemeld)
    assert lines() == []
