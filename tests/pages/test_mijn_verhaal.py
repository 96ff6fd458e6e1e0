"""Mijn verhaal through dashboard.py, on the example: opening with a code, every action, and closing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.vertelcode import hash_code, new_code
from monitor.services.drempel import telling
from monitor.services.vertelcodes import Correctie, pas_aan
from monitor.store.opslag import shared_database
from monitor.ui import wie
from monitor.ui.mijn_verhaalscherm import STILTE
from monitor.ui.texts import mijn_verhaal as texts

OPENBAAR = "NZCJ-EQRS-MHPA-H11M-BRYQ"
JONG = "CBSD-5ES8-81XH-5Q03-5YKH"
INTERN = "YADA-5KVN-YRBH-TPEP-8C94"
WACHT = "H2B6-F5KW-EPDK-RG5H-GDT8"
VOORSTEL = "563A-R4J7-8J85-PPQ8-H4WG"
VRAAG = "DT3A-90NY-53A6-S9K0-GJJ9"
HULP = "JSR1-KVFP-3HVJ-H712-V18F"
GEMELD = "Y7TN-PGMM-YHQH-AE4N-FKNX"


@pytest.fixture(autouse=True)
def nobody_tried_before() -> Iterator[None]:
    telling.clear()
    yield
    telling.clear()


def opened(app: AppTest, code: str) -> AppTest:
    """The page after a code was typed."""
    app.run()
    app.switch_page("pages/mijn_verhaal.py").run()
    app.text_input[0].set_value(code)
    return click(app, texts.OPEN)


def click(app: AppTest, label: str) -> AppTest:
    next(it for it in app.button if it.label == label).click()
    return app.run()


def html_of(app: AppTest) -> str:
    return "\n".join(it.proto.body for it in app.get("html") if "<style>" not in it.proto.body)


def rows(store: Path, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with shared_database(str(store)).reading() as cursor:
        return cursor.rows(sql, parameters)


def verhaal_of(store: Path, code: str) -> str:
    return str(rows(store, "SELECT verhaal FROM vertelcode WHERE hash = ?", hash_code(code))[0][0])


def everything_kept(app: AppTest) -> str:
    return repr(app.session_state._state.filtered_state)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (OPENBAAR, "staat openbaar sinds"),
        (INTERN, "te lezen voor mensen die in de wijk samen leren"),
        (JONG, "te lezen voor"),
        (WACHT, texts.STAAT["wacht_op_nalezen"]),
        (VOORSTEL, texts.STAAT["wacht_op_akkoord"]),
        (VRAAG, texts.STAAT["teruggevraagd"]),
        (HULP, texts.NOG_VRAGEN),
        (GEMELD, texts.STAAT["gemeld"]),
    ],
)
def test_every_code_of_the_example_says_how_it_stands(app: AppTest, code: str, said: str) -> None:
    opened(app, code)
    assert not app.exception
    assert said in html_of(app)


def test_a_code_shows_the_words_who_reads_them_and_where_they_were_used(app: AppTest, voorbeeld_store: Path) -> None:
    html = html_of(opened(app, OPENBAAR.lower().replace("-", " ")))
    verhaal = verhaal_of(voorbeeld_store, OPENBAAR)
    titel, tekst = rows(voorbeeld_store, "SELECT titel, tekst FROM verhaal_versie WHERE verhaal = ?", verhaal)[-1]
    waar = rows(voorbeeld_store, "SELECT waar FROM terugkoppeling WHERE verhaal = ?", verhaal)[0][0]
    for piece in ("<article>", titel, tekst.split(".")[0], waar, texts.WIE_KOP, texts.CIJFERS_KOP):
        assert piece in html


@pytest.mark.parametrize(
    "code",
    [new_code(), OPENBAAR[:-1], "", "<script>alert(1)</script>", "*vet*"],
    ids=["unknown", "cut off", "empty", "html", "markdown"],
)
def test_a_wrong_code_gets_one_sentence_and_shows_nothing(app: AppTest, code: str) -> None:
    html = html_of(opened(app, code))
    assert not app.exception
    assert 'role="alert"' in html
    assert "<article>" not in html
    assert "<script" not in html


def test_after_five_wrong_codes_the_page_asks_to_wait(
    app: AppTest, voorbeeld_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wie, "adres", lambda: "192.0.2.1")
    opened(app, new_code())
    for _ in range(5):
        app.text_input[0].set_value(new_code())
        click(app, texts.OPEN)
    assert "te vaak" in html_of(app)
    lines = rows(voorbeeld_store, "SELECT doel FROM logboek WHERE wat = 'geweigerd'")
    assert lines == [("verkeerde code",)] * 6


def test_a_question_is_answered_with_the_words_as_they_are_and_then_waits_to_be_reviewed(app: AppTest) -> None:
    html = html_of(opened(app, VRAAG))
    assert texts.ANTWOORD_KOP in html
    html = html_of(click(app, texts.ANTWOORD_BLIJFT))
    assert not app.exception
    assert texts.GEANTWOORD in html
    assert texts.STAAT["wacht_op_nalezen"] in html
    assert texts.ANTWOORD_BLIJFT not in [it.label for it in app.button]


@pytest.mark.parametrize("code", [OPENBAAR, WACHT, VOORSTEL, GEMELD])
def test_without_a_question_there_is_nothing_to_answer(app: AppTest, code: str) -> None:
    assert texts.ANTWOORD_KOP not in html_of(opened(app, code))


def test_the_code_stays_nowhere_and_closing_forgets_the_rest(app: AppTest) -> None:
    opened(app, OPENBAAR)
    app.run()
    assert OPENBAAR not in everything_kept(app)
    assert OPENBAAR not in html_of(app)
    assert dict(app.query_params) == {}
    click(app, texts.SLUITEN)
    assert hash_code(OPENBAAR) not in everything_kept(app)
    assert texts.GESLOTEN in html_of(app)
    assert "<article>" not in html_of(app)


def test_a_code_in_the_address_opens_nothing(app: AppTest) -> None:
    app.run()
    app.query_params["code"] = OPENBAAR
    app.switch_page("pages/mijn_verhaal.py").run()
    assert "<article>" not in html_of(app)
    assert app.text_input[0].value == ""


def test_after_half_an_hour_of_silence_the_page_asks_again(app: AppTest) -> None:
    opened(app, OPENBAAR)
    app.session_state["mijn_verhaal_laatst"] -= 2 * STILTE
    app.run()
    assert texts.VERGETEN in html_of(app)
    assert "<article>" not in html_of(app)


def test_taking_back_asks_first_and_says_what_cannot_be_undone(app: AppTest, voorbeeld_store: Path) -> None:
    opened(app, OPENBAAR)
    verhaal = verhaal_of(voorbeeld_store, OPENBAAR)
    tekst = rows(voorbeeld_store, "SELECT tekst FROM verhaal_versie WHERE verhaal = ?", verhaal)[0][0]
    click(app, texts.TERUGNEMEN)
    assert "Dat stuk kunnen wij niet meer veranderen." in html_of(app)
    assert rows(voorbeeld_store, "SELECT 1 FROM intrekking WHERE verhaal = ?", verhaal) == []
    click(app, texts.TERUG_JA)
    html = html_of(app)
    assert texts.WEG in html
    assert "hier nergens meer te lezen" in html
    assert tekst.split(".")[0] not in html
    assert rows(voorbeeld_store, "SELECT 1 FROM intrekking WHERE verhaal = ?", verhaal) == [(1,)]
    assert [it.label for it in app.button] == [texts.SLUITEN]


def test_going_back_changes_nothing(app: AppTest, voorbeeld_store: Path) -> None:
    opened(app, OPENBAAR)
    for label in (texts.TERUGNEMEN, texts.AANPASSEN, texts.KIEZEN, texts.KOPIE):
        click(app, label)
        click(app, texts.TOCH_NIET)
    assert rows(voorbeeld_store, "SELECT 1 FROM logboek WHERE wie = 'verteller'") == []


def test_a_correction_is_kept_and_waits_for_review(app: AppTest, voorbeeld_store: Path) -> None:
    opened(app, OPENBAAR)
    click(app, texts.AANPASSEN)
    app.text_area[0].set_value("Nu is het anders. <b>*vet*</b>")
    app.text_area[3].set_value("")
    click(app, texts.AANPASSEN_JA)
    html = html_of(app)
    assert not app.exception
    assert texts.AANGEPAST in html
    assert texts.STAAT["wacht_op_nalezen"] in html
    assert "&lt;b&gt;*vet*&lt;/b&gt;" in html
    verhaal = verhaal_of(voorbeeld_store, OPENBAAR)
    newest = rows(
        voorbeeld_store, "SELECT tekst FROM verhaal_versie WHERE verhaal = ? ORDER BY versie DESC LIMIT 1", verhaal
    )
    assert newest == [("Nu is het anders. <b>*vet*</b>",)]


def test_what_leads_to_a_person_is_shown_before_it_is_kept_and_replaced_with_a_button(
    app: AppTest, voorbeeld_store: Path
) -> None:
    opened(app, OPENBAAR)
    click(app, texts.AANPASSEN)
    app.text_area[0].set_value("Bel mij op 06-12345678 of mail naar jan@voorbeeld.nl.")
    app.text_area[3].set_value("")
    click(app, texts.AANPASSEN_JA)
    assert texts.MERKEN in html_of(app)
    assert rows(voorbeeld_store, "SELECT 1 FROM verhaal_versie WHERE gemaakt_door = 'verteller'") == []
    while "06-12345678" in app.text_area[0].value or "@" in app.text_area[0].value:
        next(it for it in app.button if "ervang" in it.label).click()
        app.run()
    assert texts.GEEN_MERKEN in html_of(app)
    click(app, texts.AANPASSEN_JA)
    kept = rows(voorbeeld_store, "SELECT tekst FROM verhaal_versie WHERE gemaakt_door = 'verteller'")
    assert len(kept) == 1
    assert "06-12345678" not in kept[0][0]
    assert "06-12345678" not in everything_kept(app)


def test_who_wants_to_keep_it_so_says_it_twice(app: AppTest, voorbeeld_store: Path) -> None:
    opened(app, OPENBAAR)
    click(app, texts.AANPASSEN)
    app.text_area[0].set_value("Bel mij op 06-12345678.")
    app.text_area[3].set_value("")
    click(app, texts.AANPASSEN_JA)
    click(app, texts.AANPASSEN_JA)
    assert texts.AANGEPAST in html_of(app)
    assert len(rows(voorbeeld_store, "SELECT 1 FROM verhaal_versie WHERE gemaakt_door = 'verteller'")) == 1


def test_a_correction_that_breaks_a_rule_stays_on_the_screen(app: AppTest) -> None:
    opened(app, OPENBAAR)
    click(app, texts.AANPASSEN)
    app.text_area[0].set_value("Andere woorden.")
    click(app, texts.AANPASSEN_JA)
    assert "staan niet zo in het verhaal" in html_of(app)
    assert app.text_area[0].value == "Andere woorden."


def test_agreeing_to_a_proposal_sends_it_on(app: AppTest, voorbeeld_store: Path) -> None:
    opened(app, VOORSTEL)
    assert texts.VOORSTEL_KOP in html_of(app)
    click(app, texts.VOORSTEL_JA)
    assert texts.AKKOORD in html_of(app)
    assert texts.STAAT["wacht_op_nalezen"] in html_of(app)
    verhaal = verhaal_of(voorbeeld_store, VOORSTEL)
    made = rows(voorbeeld_store, "SELECT gemaakt_door FROM verhaal_versie WHERE verhaal = ? ORDER BY versie", verhaal)
    assert made[-1] == ("verteller",)


def test_a_question_of_the_reviewer_stands_on_the_page(app: AppTest, voorbeeld_store: Path) -> None:
    html = html_of(opened(app, VRAAG))
    vraag = rows(voorbeeld_store, "SELECT vraag FROM beoordeling WHERE verhaal = ?", verhaal_of(voorbeeld_store, VRAAG))
    assert texts.VRAAG in html
    assert vraag[0][0].split(".")[0].split("?")[0] in html


def test_choosing_who_reads_it_holds_at_once(app: AppTest) -> None:
    opened(app, OPENBAAR)
    click(app, texts.KIEZEN)
    next(it for it in app.checkbox if it.label.startswith("Iedereen")).uncheck()
    app.text_input[0].set_value("31-12-2099")
    click(app, texts.KIEZEN_JA)
    html = html_of(app)
    assert texts.GEKOZEN in html
    assert "staat openbaar" not in html
    assert "Ja, tot en met 31 december 2099" in html


@pytest.mark.parametrize("day", ["morgen", "2027", "31-02-2027", "1-1-2001"])
def test_a_day_that_cannot_be_is_told_and_changes_nothing(app: AppTest, voorbeeld_store: Path, day: str) -> None:
    opened(app, OPENBAAR)
    click(app, texts.KIEZEN)
    app.text_input[0].set_value(day)
    click(app, texts.KIEZEN_JA)
    assert 'role="alert"' in html_of(app)
    assert rows(voorbeeld_store, "SELECT 1 FROM toestemming WHERE vastgelegd_door = 'verteller'") == []


def test_under_sixteen_nobody_is_offered_to_show_it_to_everybody(app: AppTest) -> None:
    opened(app, JONG)
    click(app, texts.KIEZEN)
    assert texts.KIEZEN_16 in html_of(app)
    assert not any(it.label.startswith("Iedereen") for it in app.checkbox)


def test_a_copy_can_be_kept_as_text_and_for_a_program(app: AppTest) -> None:
    opened(app, OPENBAAR)
    click(app, texts.KOPIE)
    assert [it.label for it in app.get("download_button")] == [texts.KOPIE_TXT, texts.KOPIE_JSON]


def test_no_word_of_a_teller_reaches_markdown(app: AppTest, voorbeeld_store: Path) -> None:
    naughty = "# Kop [a](javascript:alert(1)) <img src=x onerror=alert(1)> $x$ :red[rood]"
    database = shared_database(str(voorbeeld_store))
    pas_aan(database, OPENBAAR, Correctie(naughty[:90], naughty, naughty, naughty, naughty), token="t")
    html = html_of(opened(app, OPENBAAR))
    assert "<img" not in html
    assert not [*app.markdown, *app.title, *app.header, *app.caption, *app.error]
    for label in (texts.AANPASSEN, texts.KIEZEN, texts.TERUGNEMEN):
        click(app, label)
        labels = [it.label for it in (*app.button, *app.text_input, *app.text_area, *app.checkbox, *app.radio)]
        assert not any("onerror" in label for label in labels)
        click(app, texts.TOCH_NIET)
