"""The page Wijkgesprek through dashboard.py: from preparing to closing, what opens the next one, and who sees what."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.leren import AgendaSoort, BronSoort, LeerpuntBron, Niveau, SessieUitkomst
from monitor.domain.proef import proefrol
from monitor.services import leerbeeld, leerpunten, wijkgesprek
from monitor.services.inbreng import NieuwSignaal, add_signaal
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leerpunten import NieuweAfspraak, NieuwLeerpunt
from monitor.services.wijkgesprek import NieuweSessie, NieuwPunt, Verslag
from monitor.store.opslag import shared_database
from monitor.ui import wie
from monitor.ui.texts import wijkgesprek as texts
from tests.pages.test_paginas import headings, html_of

Als = Callable[[str], None]
WIJK = "WK990101"
BEGELEIDER = proefrol("proef:begeleider").gebruiker
EVIL = "<script>alert(1)</script> **vet** [link](javascript:1)"


@pytest.fixture
def als(monkeypatch: pytest.MonkeyPatch) -> Als:
    """Look as somebody of Kijk als; nobody by default."""
    chosen: dict[str, Gebruiker] = {"wie": BEZOEKER}
    monkeypatch.setattr(wie, "gebruiker", lambda: chosen["wie"])

    def look(naam: str) -> None:
        chosen["wie"] = proefrol(f"proef:{naam}").gebruiker

    return look


def page(app: AppTest, stap: str = "", wijk: str = WIJK) -> AppTest:
    app.run()
    if wijk:
        app.query_params["wijk"] = wijk
    if stap:
        app.query_params["stap"] = stap
    app.switch_page("pages/wijkgesprek.py").run()
    # Within one visit the choice on the page goes before the address.
    return step(app, stap) if app.radio and stap in texts.STAPPEN else app


def step(app: AppTest, stap: str) -> AppTest:
    return app.radio(key="wijkgesprek-stap").set_value(stap).run()


def field(widgets: Any, label: str) -> Any:
    return next(it for it in widgets if it.label == label)


def press(app: AppTest, label: str) -> str:
    field(app.button, label).click().run()
    assert not app.exception
    return html_of(app)


def level(app: AppTest, niveau: Niveau) -> Callable[[Any, str], Any]:
    """Write something down on this level; gives what finds a field of its form. Those of the others are put by."""
    field(app.radio, texts.WELK_NIVEAU).set_value(niveau.value).run()
    return lambda widgets, label: field([it for it in widgets if f"leerpunt-{niveau.value}-" in (it.key or "")], label)


def write_down(app: AppTest, niveau: Niveau) -> str:
    """Press the button of the form of this level."""
    next(it for it in app.button if f"leerpunt-{niveau.value}-" in (it.key or "")).click().run()
    assert not app.exception
    return html_of(app)


def values(store: Path, sql: str) -> list[tuple[Any, ...]]:
    with shared_database(str(store)).reading() as cursor:
        return cursor.rows(sql)


def held(store: Path, *verhalen: str, tekst: str = "Niemand wist ervan.", dag: date = date(2026, 11, 1)) -> str:
    """A gesprek that was held, with a casus of each of these verhalen, or else a made-up one."""
    database = shared_database(str(store))
    who = (database, BEGELEIDER, WIJK)
    sessie = wijkgesprek.plan(*who, NieuweSessie(dag), token=f"plan-{dag}")
    punten = [NieuwPunt(AgendaSoort.VERHAAL, verhaal=it) for it in verhalen]
    punten.append(NieuwPunt(AgendaSoort.VRAAG, tekst=f"Vraag: {tekst}"))
    wijkgesprek.add_punten(*who, sessie, punten, token=f"punten-{dag}")
    wijkgesprek.record(*who, sessie, Verslag(dag, ((StemRol.BEWONER, 7),), (("een student", 1),)))
    for number, it in enumerate(verhalen or ("",)):
        bronnen = (LeerpuntBron(BronSoort.VERHAAL, it),) if it else ()
        nieuw = NieuwLeerpunt(Niveau.CASUS, f"{tekst} {number}", bronnen, samengesteld=not it)
        leerpunten.add_leerpunt(*who, sessie, nieuw, token=f"casus-{dag}-{number}")
    bron = (LeerpuntBron(BronSoort.INDICATOR, "vm-buren-oppassen"),)
    nieuw = NieuwLeerpunt(Niveau.PATROON, f"Vaker: {tekst}", bron)
    point = leerpunten.add_leerpunt(*who, sessie, nieuw, token=f"patroon-{dag}")
    leerpunten.add_afspraak(
        *who, sessie, NieuweAfspraak(f"Afspraak: {tekst}", "gemeente", leerpunt=point), token=f"a-{dag}"
    )
    return sessie


def closed(store: Path, *verhalen: str, **changes: Any) -> str:
    sessie = held(store, *verhalen, **changes)
    wijkgesprek.close(shared_database(str(store)), BEGELEIDER, WIJK, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    return sessie


@pytest.mark.parametrize("stap", [*texts.STAPPEN, "onzin"])
@pytest.mark.parametrize("wie_", ["bezoeker", "raadslid", "bewoner", "welzijnswerker-3", "begeleider"])
def test_every_step_stands_for_everybody_without_an_error(app: AppTest, als: Als, wie_: str, stap: str) -> None:
    als(wie_)
    html = html_of(page(app, stap))
    assert not app.exception
    assert headings(html, 1) == [texts.TITEL]
    inside = wie_ in ("bewoner", "begeleider")
    assert (texts.MAG_NIET in html) is not inside
    assert bool(app.radio) is inside


def test_without_a_wijk_the_page_asks_which(app: AppTest) -> None:
    html = html_of(page(app, wijk=""))
    assert f"wijkgesprek?wijk={WIJK}" in html
    html = html_of(page(app, wijk="WK999999"))
    assert 'role="alert"' in html


def test_a_wijk_prepares_holds_and_closes_and_the_next_one_opens_with_what_is_open(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    before = len(values(voorbeeld_store, "SELECT id FROM sessie"))
    als("begeleider")
    page(app, "voorbereiden")
    assert texts.PLANNEN in html_of(app)
    html = press(app, texts.PLAN)
    assert "Kies een dag" in html
    field(app.text_input, texts.WANNEER).set_value("18 november")
    assert "21-11-2026" in press(app, texts.PLAN)
    field(app.text_input, texts.WANNEER).set_value("18-11-2026")
    assert texts.GEPLAND in press(app, texts.PLAN)

    for number in (1, 2):
        field(app.checkbox, texts.LEG.format(nummer=number)).check()
    assert texts.GELEGD in press(app, texts.LEG_BEWAAR)
    field(app.text_area, texts.VRAAG_TEKST).set_value("Hoe ging het samenwerken?")
    html = press(app, texts.VRAAG_BEWAAR)
    assert '<p dir="auto">Hoe ging het samenwerken?</p>' in html

    step(app, "opschrijven")
    assert texts.EERST_WIE in html_of(app)
    field(app.text_input, texts.ROLLEN[StemRol.BEWONER]).set_value("zeven")
    assert "heel getal" in press(app, texts.WIE_BEWAAR)
    field(app.text_input, texts.ROLLEN[StemRol.BEWONER]).set_value("7")
    field(app.text_input, texts.GAST_WIE.format(nummer=1)).set_value("een student")
    field(app.text_input, texts.GAST_AANTAL.format(nummer=1)).set_value("1")
    assert texts.WIE_BEWAARD in press(app, texts.WIE_BEWAAR)
    assert "Er waren 7 bewoners. Te gast: een student (1)." in html_of(app)

    field(app.text_area, texts.TEKST[Niveau.CASUS]).set_value("Iemand stond voor een dichte deur.")
    assert "of zeg dat u de casus zelf samenstelde" in press(app, texts.LEERPUNT_BEWAAR)
    assert field(app.text_area, texts.TEKST[Niveau.CASUS]).value == "Iemand stond voor een dichte deur."
    field(app.checkbox, texts.SAMENGESTELD_VRAAG).check()
    assert texts.LEERPUNT_BEWAARD in press(app, texts.LEERPUNT_BEWAAR)
    at = level(app, Niveau.PATROON)
    at(app.text_area, texts.TEKST[Niveau.PATROON]).set_value("De deur is vaak dicht.")
    assert "minstens twee" in write_down(app, Niveau.PATROON)
    at(app.multiselect, texts.BRON_CIJFERS).set_value(["vm-buren-oppassen"])
    assert texts.LEERPUNT_BEWAARD in write_down(app, Niveau.PATROON)
    at = level(app, Niveau.BOTTLENECK)
    at(app.text_area, texts.TEKST[Niveau.BOTTLENECK]).set_value("Niemand heeft de sleutel.")
    pattern = values(voorbeeld_store, "SELECT id FROM leerpunt WHERE niveau = 'patroon' ORDER BY gemaakt_op DESC")[0][0]
    at(app.multiselect, texts.BRON_PUNTEN).set_value([pattern])
    at(app.text_input, texts.EIGENAAR).set_value("gemeente")
    assert texts.LEERPUNT_BEWAARD in write_down(app, Niveau.BOTTLENECK)
    assert "Van wie: gemeente" in html_of(app)

    step(app, "afsluiten")
    assert texts.GESLOTEN in press(app, texts.SLUIT)
    step(app, "leerden")
    html = html_of(app)
    assert texts.UITKOMST["besproken_nog_open"] in html
    for words in ("Iemand stond voor een dichte deur.", "De deur is vaak dicht.", "Niemand heeft de sleutel."):
        assert words in html

    step(app, "voorbereiden")
    field(app.text_input, texts.WANNEER).set_value("18-02-2027")
    html = press(app, texts.PLAN)
    table = html[html.index(texts.TAFEL) :]
    for words in ("Iemand stond voor een dichte deur.", "De deur is vaak dicht.", "Niemand heeft de sleutel."):
        assert f'<p dir="auto">{words}</p>' in table
    assert len(values(voorbeeld_store, "SELECT id FROM sessie")) == before + 2


def test_a_bewoner_prepares_and_finds_no_form_to_write_down(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    held(voorbeeld_store)
    als("bewoner")
    for stap in ("opschrijven", "afsluiten", "leerden"):
        html = html_of(page(app, stap))
        assert not app.exception
        assert not app.button
        assert texts.LEIDT_NIET in html
    page(app, "voorbereiden")
    field(app.text_area, texts.VRAAG_TEKST).set_value("Wie missen we?")
    assert texts.GELEGD in press(app, texts.VRAAG_BEWAAR)


def test_everything_that_happens_with_a_leerpunt_is_a_line_more(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    closed(voorbeeld_store)
    als("begeleider")
    page(app, "leerden")
    made = values(voorbeeld_store, "SELECT id FROM leerpunt WHERE niveau = 'patroon' ORDER BY gemaakt_op DESC")[0][0]
    assert "Kies eerst een punt" in press(app, texts.STAND_BEWAAR)
    boxes = {it.key: it for it in app.selectbox}
    pick(boxes, "wijkgesprek-stand-punt-").set_value(made)
    pick(boxes, "wijkgesprek-stand-stand-").set_value("opgepakt")
    field(app.text_area, texts.WAT_GEPROBEERD).set_value("Een briefje op de deur.")
    assert texts.BEWAARD in press(app, texts.STAND_BEWAAR)
    assert "Een briefje op de deur." in html_of(app)

    boxes = {it.key: it for it in app.selectbox}
    pick(boxes, "wijkgesprek-lezing-punt-").set_value(made)
    pick(boxes, "wijkgesprek-lezing-rol-").set_value("bewoner")
    field(app.text_area, texts.LEZING_TEKST).set_value("Ik wist er wel van.")
    html = press(app, texts.LEZING_BEWAAR)
    assert re.search(r"<b>Een bewoner: </b>Ik wist er wel van\.", html)

    agreed = values(voorbeeld_store, "SELECT id FROM afspraak ORDER BY gemaakt_op DESC")[0][0]
    boxes = {it.key: it for it in app.selectbox}
    pick(boxes, "wijkgesprek-afspraakstand-afspraak-").set_value(agreed)
    pick(boxes, "wijkgesprek-afspraakstand-stand-").set_value("niet_gedaan")
    assert "waarom het niet gebeurde" in press(app, texts.AFSPRAAK_STAND_BEWAAR)
    field(app.text_area, texts.WAT_KWAM).set_value("Er was geen geld.")
    assert "Niet gedaan. Er was geen geld." in press(app, texts.AFSPRAAK_STAND_BEWAAR)

    boxes = {it.key: it for it in app.selectbox}
    pick(boxes, "wijkgesprek-weghalen-wat-").set_value(made)
    html = press(app, texts.WEGHALEN_DOEN)
    assert texts.WEGGEHAALD in html
    assert "Ik wist er wel van." not in html


def pick(boxes: dict[str, Any], begin: str) -> Any:
    return next(it for key, it in boxes.items() if key.startswith(begin))


def test_what_leads_to_a_person_is_marked_and_replaced_before_it_is_kept(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    held(voorbeeld_store)
    als("begeleider")
    page(app, "opschrijven")
    field(app.text_area, texts.TEKST[Niveau.CASUS]).set_value("Karin van Dalen stond buiten.")
    field(app.checkbox, texts.SAMENGESTELD_VRAAG).check()
    html = press(app, texts.LEERPUNT_BEWAAR)
    assert "naar een persoon" in html
    assert 'class="vondst direct"' in html
    button = next(it for it in app.button if "-vondst-" in (it.key or ""))
    button.click().run()
    assert not app.exception
    assert texts.NU_BEWAREN in html_of(app)
    assert "Karin" not in field(app.text_area, texts.TEKST[Niveau.CASUS]).value
    assert texts.LEERPUNT_BEWAARD in press(app, texts.LEERPUNT_BEWAAR)
    assert values(voorbeeld_store, "SELECT tekst FROM leerpunt_lezing WHERE tekst LIKE '%Karin%'") == []


def test_signalen_and_what_is_done_can_be_what_it_was_learned_from(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    database = shared_database(str(voorbeeld_store))
    nieuw = NieuwSignaal(WIJK, "ontmoeten", f"De zaal is vaak op slot. {EVIL}")
    welzijnswerker = proefrol("proef:welzijnswerker-1").gebruiker
    signaal = add_signaal(database, welzijnswerker, nieuw, token="s")
    held(voorbeeld_store)
    als("begeleider")
    html = html_of(page(app, "opschrijven"))
    assert "De zaal is vaak op slot." in html
    assert "<script>" not in html
    at = level(app, Niveau.CASUS)
    at(app.text_area, texts.TEKST[Niveau.CASUS]).set_value("Er stonden mensen buiten.")
    names = at(app.selectbox, texts.BRON_VERHAAL_EEN).options
    assert names
    assert all(re.fullmatch(r"Verhaal \d+", it) for it in names)
    at(app.checkbox, texts.SAMENGESTELD_VRAAG).check()
    at(app.multiselect, texts.BRON_SIGNALEN).set_value([signaal])
    zaak = next(id_ for id_, wijk in values(voorbeeld_store, "SELECT id, gebied FROM initiatief") if wijk == WIJK)
    at(app.multiselect, texts.BRON_ZAKEN).set_value([zaak])
    assert texts.BRON_SIGNAAL in write_down(app, Niveau.CASUS)
    found = values(voorbeeld_store, "SELECT signaal FROM leerpunt_bron WHERE signaal IS NOT NULL")
    assert (signaal,) in found
    assert (zaak,) in values(voorbeeld_store, "SELECT initiatief FROM leerpunt_bron")
    als("bewoner")
    assert texts.BRON_SIGNALEN not in [it.label for it in page(app, "opschrijven").multiselect]


def test_everything_that_is_wrong_is_said_at_once_also_what_cannot_be_read(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    held(voorbeeld_store)
    als("begeleider")
    page(app, "opschrijven")
    at = level(app, Niveau.CASUS)
    at(app.text_area, texts.TEKST[Niveau.CASUS]).set_value("Karin van Dalen stond buiten.")
    at(app.text_input, texts.TERUGKIJKEN_OP).set_value("morgen")
    html = write_down(app, Niveau.CASUS)
    for words in ("een dag als 21-11-2026", "naar een persoon", "of zeg dat u de casus zelf samenstelde"):
        assert words in html
    # Nobody looks at this after it was kept: the marks do not promise that somebody will.
    assert "Een mens kijkt hier altijd naar" not in html


def test_who_types_while_another_window_closes_reads_so_and_keeps_the_words(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    sessie = held(voorbeeld_store)
    als("begeleider")
    page(app)
    at = level(app, Niveau.CASUS)
    at(app.text_area, texts.TEKST[Niveau.CASUS]).set_value("Half getypt.")
    at(app.checkbox, texts.SAMENGESTELD_VRAAG).check()
    who = (shared_database(str(voorbeeld_store)), BEGELEIDER, WIJK)
    wijkgesprek.close(*who, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    html = write_down(app, Niveau.CASUS)
    assert texts.ELDERS_GESLOTEN in html
    assert "Dit gesprek is afgesloten." in html
    assert at(app.text_area, texts.TEKST[Niveau.CASUS]).value == "Half getypt."
    step(app, "leerden")
    assert texts.ELDERS_GESLOTEN not in html_of(step(app, "opschrijven"))


def test_other_readings_go_along_to_the_next_gesprek(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    sessie = held(voorbeeld_store)
    who = (shared_database(str(voorbeeld_store)), BEGELEIDER, WIJK)
    made = leerbeeld.leerbeeld(*who).leerpunten_van(sessie, Niveau.PATROON)[0].id
    leerpunten.add_lezing(*who, made, StemRol.BEWONER, "Ik lees het anders.", token="l")
    wijkgesprek.close(*who, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    wijkgesprek.plan(*who, NieuweSessie(date(2027, 2, 1)), token="volgende")
    als("bewoner")
    html = html_of(page(app, "voorbereiden"))
    table = html[html.index(texts.TAFEL) : html.index(texts.VOORSTELLEN)]
    assert "<b>Een bewoner: </b>Ik lees het anders." in table
    assert "Wat we eerder leerdenPunt" not in re.sub("<span[^>]*>|</span>", "", table)


def test_what_people_type_is_never_obeyed(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    closed(voorbeeld_store, tekst=EVIL)
    held(voorbeeld_store, tekst=EVIL, dag=date(2026, 11, 2))
    for wie_ in ("bezoeker", "begeleider"):
        als(wie_)
        for stap in texts.STAPPEN:
            html = html_of(page(app, stap))
            assert not app.exception
            assert "<script>" not in html
    labels = [it.label for kind in (app.selectbox, app.button, app.checkbox, app.multiselect) for it in kind]
    options = [option for kind in (app.selectbox, app.multiselect) for it in kind for option in it.options]
    assert not any("vet" in text for text in (*labels, *options))


def test_what_was_taken_back_is_nowhere_on_the_page(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    database = shared_database(str(voorbeeld_store))
    weg, blijft = leerbeeld.verhalen_voor_gesprek(database, BEGELEIDER, WIJK)[:2]
    closed(voorbeeld_store, weg.id, blijft.id, tekst="Casus")
    held(voorbeeld_store, weg.id, blijft.id, tekst="Later", dag=date(2026, 11, 2))
    als("begeleider")
    assert weg.titel in html_of(page(app, "leerden"))
    withdraw_verhaal(database, weg.id, "test")
    for wie_ in ("begeleider", "bewoner", "bezoeker"):
        als(wie_)
        for stap in texts.STAPPEN:
            html = html_of(page(app, stap))
            assert weg.id not in html
            assert weg.titel not in html
            assert "Casus 0" not in html
            assert "Later 0" not in html
    als("begeleider")
    assert texts.VERBORGEN[0] in html_of(page(app, "leerden"))
    assert texts.VERBORGEN[0] in html_of(page(app, "opschrijven"))


def test_the_punt_or_afspraak_that_the_address_asks_for_stands_first(app: AppTest, voorbeeld_store: Path) -> None:
    point = "SELECT id FROM leerpunt WHERE gebied = 'WK990101' AND niveau = 'patroon' ORDER BY id LIMIT 1"
    agreed = "SELECT id FROM afspraak ORDER BY id LIMIT 1"
    for kind, title, sql in (("leerpunt", texts.DIT_PUNT, point), ("afspraak", texts.DEZE_AFSPRAAK, agreed)):
        ((one,),) = values(voorbeeld_store, sql)
        app.query_params["punt"] = one
        html = html_of(page(app))
        assert f"van={kind}:{one}" in html[html.index(title) : html.index(texts.LEERDEN)]
    app.query_params["punt"] = "<script>"
    html = html_of(page(app))
    assert not app.exception
    assert texts.DIT_PUNT not in html
