"""Stukken for the raad: who writes and reads them, what repeats, numbers, and two people who lose no word."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing, opdracht_gebruiker
from monitor.domain.raadsstuk import (
    DELEN,
    ONDERDEEL_VELDEN,
    VELDEN,
    BobFase,
    Deel,
    EerderVorm,
    GeldVorm,
    KeuzeSoort,
    OnderdeelInvoer,
    OnderdeelSoort,
    Raadsstuk,
    StukKeuze,
    StukSoort,
    StukVeld,
)
from monitor.errors import GeenRecht, NietGevonden, OngeldigeInvoer
from monitor.services.citaten import bruikbare_citaten
from monitor.services.controle import check_store
from monitor.services.invoer import id_from
from monitor.services.raad import beslisbaar
from monitor.services.raadsstukken import (
    NIETS_DOEN,
    StukKopInvoer,
    add_stuk,
    change_kop,
    lees_stuk,
    mag_schrijven,
    remove_stuk,
    stukken,
)
from monitor.services.stukkeuzes import choose, citaten_om_te_kiezen
from monitor.services.stukonderdelen import add_onderdeel, change_onderdeel, move_onderdeel, remove_onderdeel
from monitor.services.stukvelden import TekstInvoer, choose_tekst, remove_tekst, save_tekst
from monitor.services.themas import ensure_themas
from monitor.store.database import Cursor, Database
from monitor.store.migrate import migrate
from tests.conftest import NOW
from tests.services.builders import ANDERE_WIJK, WIJK
from tests.services.test_wijkgesprek import rows

GEMEENTE = "GM9901"
PERSOON = "Bel mij op 06-12345678."


def beleid(naam: str, wijk: str | None = None) -> Gebruiker:
    return Gebruiker(naam, naam, Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BELEIDSMEDEWERKER, wijk),))


ANNA, BOB = beleid("anna"), beleid("bob")
KOP = StukKopInvoer("Langer een tolk bij ontmoeten", BobFase.BESLUITVORMING, 2019, 2026, 2027)
SAMENVATTING = StukVeld(Deel.SAMENVATTING)


@pytest.fixture
def stuk(wijkstore: Database) -> str:
    return add_stuk(wijkstore, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="stuk")


def velden(caught: pytest.ExceptionInfo[OngeldigeInvoer]) -> list[str | None]:
    return [it.veld for it in caught.value.problemen]


def wrong(database: Database) -> list[str]:
    return [it for it in check_store(database) if "tuk" in it or "raadsvoorstel" in it or "onderdeel" in it]


@pytest.fixture
def voorbeeld_copy(voorbeeld_pad: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(voorbeeld_pad, tmp_path / "m.duckdb")
    database = Database(tmp_path / "m.duckdb", clock=lambda: NOW)
    yield database
    database.close()


def write(database: Database, who: Gebruiker, stuk: str, tekst: str, begonnen_bij: int, **more: Any) -> Any:
    token = more.pop("token", f"{who.id}{tekst!r}{begonnen_bij}")
    return save_tekst(
        database, who, stuk, TekstInvoer(more.pop("veld", SAMENVATTING), tekst, begonnen_bij, **more), token=token
    )


def teksten(database: Database, stuk: str, veld: StukVeld = SAMENVATTING) -> list[str | None]:
    return [it.tekst for it in lees_stuk(database, ANNA, stuk).standen(veld)]


def point(database: Database, stuk: str, tekst: str) -> str:
    return add_onderdeel(database, ANNA, stuk, OnderdeelSoort.BESLISPUNT, teksten={"tekst": tekst}, token=tekst)


def argument(database: Database, stuk: str, tekst: str, bij: str | None = None, **more: Any) -> str:
    invoer = OnderdeelInvoer(bij=bij, **more)
    return add_onderdeel(database, ANNA, stuk, OnderdeelSoort.ARGUMENT, invoer, {"tekst": tekst}, token=tekst)


# Who


def test_a_draft_is_read_by_who_works_on_policy_and_by_nobody_else(wijkstore: Database, stuk: str) -> None:
    for who in (ANNA, BOB, beleid("carla", WIJK), opdracht_gebruiker("test")):
        assert [it.id for it in stukken(wijkstore, who)] == [stuk]
        assert lees_stuk(wijkstore, who, stuk).kop.titel == KOP.titel
    others = [Gebruiker(rol, rol, Aanmelding.PROEF, (Roltoewijzing(rol),)) for rol in GebruikerRol]
    for who in (BEZOEKER, *(it for it in others if it.id != GebruikerRol.BELEIDSMEDEWERKER)):
        with pytest.raises(GeenRecht):
            lees_stuk(wijkstore, who, stuk)
        with pytest.raises(GeenRecht):
            stukken(wijkstore, who)
        with pytest.raises(GeenRecht):
            write(wijkstore, who, stuk, "Ik ook.", 0)


def test_who_works_for_one_wijk_writes_only_in_stukken_of_that_wijk(wijkstore: Database, stuk: str) -> None:
    carla = beleid("carla", WIJK)
    assert not mag_schrijven(wijkstore, carla, lees_stuk(wijkstore, carla, stuk))
    with pytest.raises(GeenRecht):
        write(wijkstore, carla, stuk, "Ik ook.", 0)
    own = add_stuk(wijkstore, carla, GEMEENTE, StukSoort.WIJKBEELD, replace(KOP, fase=None), token="eigen")
    with pytest.raises(OngeldigeInvoer, match="niet voor deze wijk"):
        choose(wijkstore, carla, own, [StukKeuze(KeuzeSoort.WIJK, ANDERE_WIJK)])
    choose(wijkstore, carla, own, [StukKeuze(KeuzeSoort.WIJK, WIJK)])
    assert write(wijkstore, carla, own, "Zo gaat het hier.", 0).nummer == 1
    choose(wijkstore, ANNA, stuk, [StukKeuze(KeuzeSoort.WIJK, WIJK)])
    assert mag_schrijven(wijkstore, carla, lees_stuk(wijkstore, carla, stuk))
    choose(wijkstore, ANNA, stuk, [StukKeuze(KeuzeSoort.WIJK, ANDERE_WIJK)])
    assert not mag_schrijven(wijkstore, carla, lees_stuk(wijkstore, carla, stuk))


def test_a_wijk_that_a_colleague_chooses_meanwhile_counts_for_the_right_to_write(
    wijkstore: Database, stuk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    carla, writing = beleid("carla", WIJK), wijkstore.writing
    choose(wijkstore, ANNA, stuk, [StukKeuze(KeuzeSoort.WIJK, WIJK)])

    def just_before() -> AbstractContextManager[Cursor]:
        monkeypatch.setattr(wijkstore, "writing", writing)
        choose(wijkstore, ANNA, stuk, [StukKeuze(KeuzeSoort.WIJK, ANDERE_WIJK)])
        return writing()

    monkeypatch.setattr(wijkstore, "writing", just_before)
    with pytest.raises(GeenRecht):
        write(wijkstore, carla, stuk, "Ik ook.", 0)
    assert teksten(wijkstore, stuk) == []


def test_a_command_on_the_machine_reads_and_never_writes(wijkstore: Database, stuk: str) -> None:
    with pytest.raises(GeenRecht):
        write(wijkstore, opdracht_gebruiker("test"), stuk, "Ik ook.", 0)


# Beginning


def test_the_same_token_begins_one_stuk_and_all_that_is_wrong_is_said_at_once(wijkstore: Database, stuk: str) -> None:
    assert add_stuk(wijkstore, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="stuk") == stuk
    for soort, wrong, said in (
        (StukSoort.RAADSVOORSTEL, StukKopInvoer(" ", None, 2026, 2019), ["titel", "fase", "periode_van", "gemeente"]),
        (None, StukKopInvoer("", None, 0, 2019, 3000), ["soort", "titel", "periode_van", "jaar", "gemeente"]),
    ):
        with pytest.raises(OngeldigeInvoer) as caught:
            add_stuk(wijkstore, ANNA, WIJK, soort, wrong, token="fout")
        assert velden(caught) == said
    assert len(stukken(wijkstore, ANNA)) == 1


def test_a_stuk_begins_with_its_first_choices_or_not_at_all(wijkstore: Database) -> None:
    carla, brief = beleid("carla", WIJK), StukSoort.RAADSINFORMATIEBRIEF
    kop, here = replace(KOP, fase=None), StukKeuze(KeuzeSoort.WIJK, WIJK)
    with pytest.raises(OngeldigeInvoer) as caught:
        wrong = [here, StukKeuze(KeuzeSoort.WIJK, ANDERE_WIJK), StukKeuze(KeuzeSoort.THEMA, "bestaat-niet")]
        add_stuk(wijkstore, carla, GEMEENTE, brief, replace(kop, titel=" "), token="t", keuzes=wrong)
    assert velden(caught) == ["titel", "wijk", "thema"]
    assert stukken(wijkstore, carla) == ()
    begun = add_stuk(wijkstore, carla, GEMEENTE, brief, kop, token="t", keuzes=[here, here])
    assert lees_stuk(wijkstore, carla, begun).keuzes == (here,)
    assert add_stuk(wijkstore, carla, GEMEENTE, brief, kop, token="t", keuzes=[here]) == begun


def test_a_title_that_somebody_else_changed_meanwhile_is_not_overwritten(wijkstore: Database, stuk: str) -> None:
    change_kop(wijkstore, BOB, stuk, replace(KOP, titel="Een tolk erbij"), begonnen_bij=1, token="b")
    with pytest.raises(OngeldigeInvoer, match="Iemand anders"):
        change_kop(wijkstore, ANNA, stuk, replace(KOP, titel="Meer tolken"), begonnen_bij=1, token="a")
    change_kop(wijkstore, ANNA, stuk, replace(KOP, titel="Meer tolken"), begonnen_bij=2, token="a")
    assert lees_stuk(wijkstore, ANNA, stuk).kop.titel == "Meer tolken"
    # In another window she may have changed it herself.
    with pytest.raises(OngeldigeInvoer, match="U veranderde dit intussen in een ander venster"):
        change_kop(wijkstore, ANNA, stuk, replace(KOP, titel="Nog meer tolken"), begonnen_bij=2, token="a2")
    change_kop(wijkstore, ANNA, stuk, replace(KOP, titel="Nog meer tolken"), begonnen_bij=3, token="a2")
    assert stukken(wijkstore, ANNA)[0].titel == "Nog meer tolken"


@pytest.mark.parametrize("soort", StukSoort)
def test_niets_doen_is_an_alternatief_wherever_the_raad_chooses(wijkstore: Database, soort: StukSoort) -> None:
    id_ = add_stuk(wijkstore, ANNA, GEMEENTE, soort, KOP, token="t")
    found = lees_stuk(wijkstore, ANNA, id_)
    alternatieven = found.van(OnderdeelSoort.ALTERNATIEF)
    assert bool(alternatieven) is (soort is StukSoort.RAADSVOORSTEL)
    for it in alternatieven:
        assert found.woorden(it) == NIETS_DOEN
        with pytest.raises(OngeldigeInvoer, match="blijft altijd"):
            remove_onderdeel(wijkstore, ANNA, id_, it.id)
    assert wrong(wijkstore) == []


# What repeats


def test_numbers_follow_from_order(wijkstore: Database, stuk: str) -> None:
    een, twee = point(wijkstore, stuk, "De tolk langer betalen."), point(wijkstore, stuk, "Terugkijken in 2027.")
    b1, a1, a2 = (argument(wijkstore, stuk, it, bij) for it, bij in [("b", twee), ("a", een), ("c", een)])
    los = argument(wijkstore, stuk, "los")
    found = lees_stuk(wijkstore, ANNA, stuk)
    assert found.nummers(OnderdeelSoort.BESLISPUNT) == {een: "1", twee: "2"}
    assert found.nummers(OnderdeelSoort.ARGUMENT) == {a1: "1.1", a2: "1.2", b1: "2.1", los: "A.1"}
    assert [it.id for it in found.bij(een, OnderdeelSoort.ARGUMENT)] == [a1, a2]
    assert [it.id for it in found.bij(None, OnderdeelSoort.ARGUMENT)] == [los]
    move_onderdeel(wijkstore, BOB, stuk, twee, omhoog=True)
    move_onderdeel(wijkstore, BOB, stuk, a1, omhoog=False)
    move_onderdeel(wijkstore, BOB, stuk, los, omhoog=True)
    found = lees_stuk(wijkstore, ANNA, stuk)
    assert found.nummers(OnderdeelSoort.ARGUMENT) == {b1: "1.1", a2: "2.1", a1: "2.2", los: "A.1"}


def test_a_beslispunt_stays_as_long_as_something_hangs_on_it(wijkstore: Database, stuk: str) -> None:
    een = point(wijkstore, stuk, "De tolk langer betalen.")
    about = argument(wijkstore, stuk, "a", een)
    with pytest.raises(OngeldigeInvoer, match="staan nog argumenten"):
        remove_onderdeel(wijkstore, ANNA, stuk, een)
    remove_onderdeel(wijkstore, ANNA, stuk, about)
    remove_onderdeel(wijkstore, ANNA, stuk, een)
    with pytest.raises(NietGevonden):
        remove_onderdeel(wijkstore, ANNA, stuk, een)
    with pytest.raises(OngeldigeInvoer) as caught:
        argument(wijkstore, stuk, "b", een)
    assert velden(caught) == ["bij"]


@pytest.mark.parametrize(
    ("soort", "invoer", "veld"),
    [
        (OnderdeelSoort.ARGUMENT, OnderdeelInvoer(indicator="buren"), "indicator"),
        (OnderdeelSoort.ARGUMENT, OnderdeelInvoer(indicator="weet-niet", gebied=WIJK), "indicator"),
        (OnderdeelSoort.ARGUMENT, OnderdeelInvoer(indicator="buren", gebied="WK036203"), "indicator"),
        (OnderdeelSoort.ARGUMENT, OnderdeelInvoer(citaat="weet-niet"), "citaat"),
        (OnderdeelSoort.RISICO, OnderdeelInvoer(indicator="buren", gebied=WIJK), "indicator"),
        (OnderdeelSoort.MIJLPAAL, OnderdeelInvoer(), "dag"),
        (OnderdeelSoort.EERDER, OnderdeelInvoer(), "eerder"),
        (OnderdeelSoort.EERDER, OnderdeelInvoer(eerder=EerderVorm.BESLUIT, raadsbesluit="weet-niet"), "raadsbesluit"),
        (OnderdeelSoort.FINANCIELE_REGEL, OnderdeelInvoer(geldvorm=GeldVorm.STRUCTUREEL), "bedragen"),
        (
            OnderdeelSoort.FINANCIELE_REGEL,
            OnderdeelInvoer(bedragen=(Decimal("1.005"), None, None, None), geldvorm=GeldVorm.STRUCTUREEL),
            "bedragen",
        ),
    ],
)
def test_what_is_no_word_is_checked(
    wijkstore: Database, stuk: str, soort: OnderdeelSoort, invoer: OnderdeelInvoer, veld: str
) -> None:
    with pytest.raises(OngeldigeInvoer) as caught:
        add_onderdeel(wijkstore, ANNA, stuk, soort, invoer, token="t")
    assert velden(caught) == [veld]


def test_money_that_was_not_written_down_is_no_zero(wijkstore: Database, stuk: str) -> None:
    money = OnderdeelInvoer(geldvorm=GeldVorm.INCIDENTEEL, bedragen=(Decimal("12400.50"), Decimal(0), None, None))
    words = {"tekst": "Tolk bij ontmoeten", "dekking": "Uit het budget van 2026."}
    id_ = add_onderdeel(wijkstore, ANNA, stuk, OnderdeelSoort.FINANCIELE_REGEL, money, words, token="t")
    found = lees_stuk(wijkstore, ANNA, stuk)
    (regel,) = found.van(OnderdeelSoort.FINANCIELE_REGEL)
    assert (regel.id, regel.stand.bedragen) == (id_, money.bedragen)
    assert found.woorden(regel, "dekking") == words["dekking"]
    change_onderdeel(wijkstore, BOB, stuk, id_, replace(money, bedragen=(Decimal(1), None, None, None)), begonnen_bij=1)
    (regel,) = lees_stuk(wijkstore, ANNA, stuk).van(OnderdeelSoort.FINANCIELE_REGEL)
    assert (regel.stand.nummer, regel.stand.bedragen[0]) == (2, Decimal(1))


@pytest.mark.parametrize("soort", OnderdeelSoort)
def test_every_kind_keeps_its_words_and_stands_where_the_stuk_has_its_deel(
    wijkstore: Database, stuk: str, soort: OnderdeelSoort
) -> None:
    filled = OnderdeelInvoer(dag=date(2027, 4, 1))
    if soort is OnderdeelSoort.FINANCIELE_REGEL:
        filled = replace(filled, geldvorm=GeldVorm.STRUCTUREEL, bedragen=(Decimal(5), None, None, None))
    if soort is OnderdeelSoort.EERDER:
        filled = replace(filled, eerder=EerderVorm.MOTIE)
    words = {veld: f"Over {veld}" for veld in ONDERDEEL_VELDEN[soort]}
    id_ = add_onderdeel(wijkstore, ANNA, stuk, soort, filled, words, token="t")
    found = lees_stuk(wijkstore, ANNA, stuk)
    it = found.onderdeel(id_)
    assert it is not None
    assert it.deel in found.delen
    assert {veld: found.woorden(it, veld) for veld in words} == words
    beeld = add_stuk(wijkstore, ANNA, GEMEENTE, StukSoort.WIJKBEELD, KOP, token="beeld")
    if it.deel not in DELEN[StukSoort.WIJKBEELD]:
        with pytest.raises(OngeldigeInvoer, match="heeft dit soort stuk niet"):
            add_onderdeel(wijkstore, ANNA, beeld, soort, filled, words, token="u")


# Choosing


def test_what_was_chosen_can_be_unchosen_and_chosen_again(wijkstore: Database, stuk: str) -> None:
    wijk, cijfer = StukKeuze(KeuzeSoort.WIJK, WIJK), StukKeuze(KeuzeSoort.INDICATOR, "buren", WIJK)
    choose(wijkstore, ANNA, stuk, [wijk, cijfer, wijk])
    choose(wijkstore, BOB, stuk, [wijk])
    assert len(rows(wijkstore, "SELECT id FROM raadsstuk_keuze")) == 2
    assert lees_stuk(wijkstore, ANNA, stuk).indicatoren == (("buren", WIJK),)
    choose(wijkstore, BOB, stuk, [wijk], erbij=False)
    assert lees_stuk(wijkstore, ANNA, stuk).keuzes == (cijfer,)
    choose(wijkstore, ANNA, stuk, [wijk])
    assert lees_stuk(wijkstore, ANNA, stuk).keuzes == (cijfer, wijk)


def test_many_things_are_chosen_in_as_many_questions_as_one_of_each(voorbeeld_copy: Database) -> None:
    id_ = add_stuk(voorbeeld_copy, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="veel")
    leerpunten = [StukKeuze(KeuzeSoort.LEERPUNT, it.id) for it in beslisbaar(voorbeeld_copy, GEMEENTE)]
    citaten = [StukKeuze(KeuzeSoort.CITAAT, it.id) for it in citaten_om_te_kiezen(voorbeeld_copy, ANNA, id_)]
    codes = [code for (code,) in rows(voorbeeld_copy, "SELECT code FROM indicator ORDER BY code")]
    cijfers = [StukKeuze(KeuzeSoort.INDICATOR, it, WIJK) for it in codes]

    def asked(*keuzes: StukKeuze) -> int:
        before = voorbeeld_copy.query_count
        choose(voorbeeld_copy, ANNA, id_, keuzes)
        return voorbeeld_copy.query_count - before

    few = asked(leerpunten[0], citaten[0], cijfers[0])
    assert min(len(leerpunten), len(citaten), len(cijfers)) > 3
    assert asked(*leerpunten[1:], *citaten[1:], *cijfers[1:]) == few


@pytest.mark.parametrize(
    "keuze",
    [
        StukKeuze(KeuzeSoort.WIJK, "WK036203"),
        StukKeuze(KeuzeSoort.WIJK, GEMEENTE),
        StukKeuze(KeuzeSoort.THEMA, "weet-niet"),
        StukKeuze(KeuzeSoort.INDICATOR, "buren"),
        StukKeuze(KeuzeSoort.INDICATOR, "weet-niet", WIJK),
        StukKeuze(KeuzeSoort.INDICATOR, "buren", "WK036203"),
        StukKeuze(KeuzeSoort.CITAAT, "weet-niet"),
        StukKeuze(KeuzeSoort.LEERPUNT, "weet-niet"),
        StukKeuze(KeuzeSoort.DEEL, Deel.SAMENVATTING.value),
    ],
)
def test_what_is_not_known_cannot_be_chosen(wijkstore: Database, stuk: str, keuze: StukKeuze) -> None:
    with pytest.raises(OngeldigeInvoer):
        choose(wijkstore, ANNA, stuk, [keuze])


def test_the_kwadrant_stands_there_when_somebody_wants_it(wijkstore: Database, stuk: str) -> None:
    assert Deel.KWADRANT not in lees_stuk(wijkstore, ANNA, stuk).delen
    choose(wijkstore, ANNA, stuk, [StukKeuze(KeuzeSoort.DEEL, Deel.KWADRANT.value)])
    assert lees_stuk(wijkstore, ANNA, stuk).delen == tuple(Deel)


# Words


def test_a_text_is_written_when_it_differs_and_once_for_a_token(wijkstore: Database, stuk: str) -> None:
    first = write(wijkstore, ANNA, stuk, "Een tolk helpt.", 0, token="t")
    assert write(wijkstore, ANNA, stuk, "Een tolk helpt.", 0, token="t") == first
    assert write(wijkstore, ANNA, stuk, "Een tolk helpt.", 1).nummer == 1
    assert write(wijkstore, ANNA, stuk, "  \u200b", 1).nummer == 2
    assert write(wijkstore, ANNA, stuk, "", 2).nummer == 2
    assert teksten(wijkstore, stuk) == [""]
    assert lees_stuk(wijkstore, ANNA, stuk).tekst(Deel.SAMENVATTING) == ""
    empty = StukVeld(Deel.AANLEIDING)
    assert write(wijkstore, ANNA, stuk, "", 0, veld=empty).nummer == 0
    assert rows(wijkstore, "SELECT tekst FROM raadsstuk_tekst WHERE deel = 'aanleiding'") == []


def test_two_people_who_write_at_once_both_keep_their_words_until_somebody_chooses(
    wijkstore: Database, stuk: str
) -> None:
    write(wijkstore, ANNA, stuk, "Begin.", 0)
    assert not write(wijkstore, BOB, stuk, "Begin, schrijft de een.", 1).botst
    told = write(wijkstore, ANNA, stuk, "Begin, schrijft de ander.", 1)
    assert told.botst
    assert [it.tekst for it in told.standen] == ["Begin, schrijft de een.", "Begin, schrijft de ander."]
    # Both go on writing: each her own, beside the other.
    assert write(wijkstore, ANNA, stuk, "Begin, schrijft de ander dan.", told.nummer).botst
    assert write(wijkstore, BOB, stuk, "Begin, schrijft de een weer.", 2).botst
    assert teksten(wijkstore, stuk) == ["Begin, schrijft de ander dan.", "Begin, schrijft de een weer."]
    found = lees_stuk(wijkstore, ANNA, stuk)
    assert found.botsingen == (SAMENVATTING,)
    seen = found.nummer_van_tekst[SAMENVATTING]
    with pytest.raises(OngeldigeInvoer, match="Intussen schreef iemand"):
        choose_tekst(wijkstore, ANNA, stuk, TekstInvoer(SAMENVATTING, "Samen.", seen - 1), token="te vroeg")
    chosen = choose_tekst(wijkstore, ANNA, stuk, TekstInvoer(SAMENVATTING, "Samen.", seen), token="kies")
    assert [it.tekst for it in chosen.standen] == ["Samen."]
    assert lees_stuk(wijkstore, ANNA, stuk).botsingen == ()
    # Bob had not seen that she chose: what he wrote is not gone because of it.
    assert write(wijkstore, BOB, stuk, "Begin, schrijft de een nog.", 5).botst
    assert teksten(wijkstore, stuk) == ["Samen.", "Begin, schrijft de een nog."]


def test_one_person_in_two_windows_is_warned_as_two_people_are(wijkstore: Database, stuk: str) -> None:
    write(wijkstore, ANNA, stuk, "Begin.", 0)
    assert not write(wijkstore, ANNA, stuk, "Begin, van beneden.", 1).botst
    told = write(wijkstore, ANNA, stuk, "Begin, van boven.", 1)
    assert told.botst
    assert [it.tekst for it in told.standen] == ["Begin, van beneden.", "Begin, van boven."]
    # Here she wrote on after what the other window kept last: nothing of it goes.
    assert write(wijkstore, ANNA, stuk, "Begin, van beneden. En verder.", 2).botst
    assert teksten(wijkstore, stuk) == ["Begin, van boven.", "Begin, van beneden. En verder."]
    assert not choose_tekst(wijkstore, ANNA, stuk, TekstInvoer(SAMENVATTING, "Samen.", 4), token="kies").botst


def test_who_types_what_stands_there_already_makes_no_botsing(wijkstore: Database, stuk: str) -> None:
    write(wijkstore, ANNA, stuk, "Begin.", 0)
    assert not write(wijkstore, BOB, stuk, "Begin.", 0).botst
    write(wijkstore, BOB, stuk, "Midden.", 1)
    assert write(wijkstore, ANNA, stuk, "Einde.", 1).botst
    assert not write(wijkstore, ANNA, stuk, "Midden.", 3).botst
    assert teksten(wijkstore, stuk) == ["Midden."]


def test_what_leads_to_a_person_is_not_kept_and_too_long_neither(wijkstore: Database, stuk: str) -> None:
    for tekst in (PERSOON, "a" * 2_001, "niet\x00zo", "half \ud83d"):
        with pytest.raises(OngeldigeInvoer) as caught:
            write(wijkstore, ANNA, stuk, tekst, 0)
        assert velden(caught) == ["tekst"]
    with pytest.raises(OngeldigeInvoer) as caught:
        point(wijkstore, stuk, PERSOON)
    assert velden(caught) == ["tekst"]
    assert len(rows(wijkstore, "SELECT id FROM raadsstuk_tekst")) == 1


@pytest.mark.parametrize(
    "veld",
    [
        StukVeld(Deel.SAMENVATTING, "weet-niet"),
        StukVeld(Deel.ARGUMENTEN, "toelichting", "weet-niet"),
        StukVeld(Deel.KANTTEKENINGEN, "zin:"),
        StukVeld(Deel.KANTTEKENINGEN, "zin:" + "a" * 201),
        StukVeld(Deel.KANTTEKENINGEN, "zin:wie er woont in huis drie"),
    ],
)
def test_a_field_that_is_not_there_takes_no_words(wijkstore: Database, stuk: str, veld: StukVeld) -> None:
    with pytest.raises(OngeldigeInvoer):
        write(wijkstore, ANNA, stuk, "Hallo.", 0, veld=veld)
    with pytest.raises(OngeldigeInvoer, match="niet zo ver"):
        write(wijkstore, ANNA, stuk, "Hallo.", 7)


def test_of_a_sentence_of_the_tool_the_logboek_tells_only_its_kind(wijkstore: Database, stuk: str) -> None:
    veld = StukVeld(Deel.KANTTEKENINGEN, "zin:breuk:vm-buren-oppassen:WK990101")
    write(wijkstore, ANNA, stuk, "De lijn loopt niet door.", 0, veld=veld)
    said = "SELECT velden FROM logboek WHERE wat = 'geschreven' AND soort = 'stuktekst'"
    assert rows(wijkstore, said) == [("kanttekeningen, zin:breuk",)]


def test_words_that_were_taken_away_are_gone_from_every_version(wijkstore: Database, stuk: str) -> None:
    write(wijkstore, ANNA, stuk, "Zeewierkoekje.", 0)
    write(wijkstore, ANNA, stuk, "Zeewierkoekje en thee.", 1)
    remove_tekst(wijkstore, BOB, stuk, SAMENVATTING)
    assert teksten(wijkstore, stuk) == []
    assert rows(wijkstore, "SELECT id FROM raadsstuk_tekst WHERE tekst LIKE 'Zeewier%'") == []
    assert write(wijkstore, ANNA, stuk, "Opnieuw.", 2).nummer == 3
    assert teksten(wijkstore, stuk) == ["Opnieuw."]
    with pytest.raises(NietGevonden):
        remove_tekst(wijkstore, BOB, stuk, StukVeld(Deel.CONTEXT))


def test_a_stuk_that_was_taken_away_is_found_by_nobody(wijkstore: Database, stuk: str) -> None:
    write(wijkstore, ANNA, stuk, "Zeewierkoekje.", 0)
    remove_stuk(wijkstore, BOB, stuk)
    assert stukken(wijkstore, ANNA) == ()
    with pytest.raises(NietGevonden):
        lees_stuk(wijkstore, ANNA, stuk)
    assert rows(wijkstore, "SELECT tekst FROM raadsstuk_tekst WHERE tekst IS NOT NULL") == []
    assert rows(wijkstore, "SELECT titel FROM raadsstuk_kop WHERE titel IS NOT NULL") == []
    assert wrong(wijkstore) == []


# Citaten


def test_only_the_words_that_a_teller_chose_and_made_public_can_be_quoted(voorbeeld_copy: Database) -> None:
    stuk = add_stuk(voorbeeld_copy, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="t")
    offered = citaten_om_te_kiezen(voorbeeld_copy, ANNA, stuk)
    assert offered
    ids = [row[0] for row in rows(voorbeeld_copy, "SELECT id FROM verhaal")]
    usable = bruikbare_citaten(voorbeeld_copy, ids)
    assert {it.id for it in offered} == set(usable)
    assert len(usable) < len(ids)
    for id_ in ids:
        if id_ in usable:
            choose(voorbeeld_copy, ANNA, stuk, [StukKeuze(KeuzeSoort.CITAAT, id_)])
        else:
            with pytest.raises(OngeldigeInvoer) as caught:
                choose(voorbeeld_copy, ANNA, stuk, [StukKeuze(KeuzeSoort.CITAAT, id_)])
            assert velden(caught) == ["citaat"]
            with pytest.raises(OngeldigeInvoer):
                argument(voorbeeld_copy, stuk, id_, citaat=id_)
    assert set(lees_stuk(voorbeeld_copy, ANNA, stuk).citaten) == set(usable)
    choose(voorbeeld_copy, ANNA, stuk, [StukKeuze(KeuzeSoort.THEMA, "ontmoeten")])
    assert all("ontmoeten" in it.themas for it in citaten_om_te_kiezen(voorbeeld_copy, ANNA, stuk))


# Two writers, in any order

PEOPLE = (ANNA, BOB)
WOORDEN = st.sampled_from(["", "een", "twee", "drie", "vier"])


class TweeSchrijvers(RuleBasedStateMachine):
    """What two people do in one stuk, in any order: the numbers hold, niets doen stays, and no word is lost."""

    onderdelen = Bundle("onderdelen")

    def __init__(self) -> None:
        super().__init__()
        self.moment = NOW
        self.database = Database(clock=self._clock)
        migrate(self.database)
        with self.database.writing() as cursor:
            ensure_themas(cursor)
            cursor.execute("INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk')", [WIJK])
        self.stuk = add_stuk(self.database, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="stuk")
        self.begonnen = dict.fromkeys(("anna", "bob"), 0)
        self.lezen: dict[str, set[str]] = {"anna": set(), "bob": set()}
        self.ooit: set[str] = set()
        self.staat: set[str] = set()
        self.keer = 0

    def _clock(self) -> Any:
        self.moment += timedelta(seconds=1)
        return self.moment

    def _token(self) -> str:
        self.keer += 1
        return f"t{self.keer}"

    def teardown(self) -> None:
        """What `check` says of it all, in the end."""
        try:
            assert wrong(self.database) == []
        finally:
            self.database.close()

    def _now(self) -> Raadsstuk:
        return lees_stuk(self.database, ANNA, self.stuk)

    def _standing(self) -> set[str]:
        return {it.tekst or "" for it in self._now().standen(SAMENVATTING)}

    @rule(who=st.sampled_from(PEOPLE), tekst=WOORDEN, how=st.booleans())
    def write(self, who: Gebruiker, tekst: str, how: bool) -> None:
        before, known = self._standing(), self.lezen[who.id]
        invoer = TekstInvoer(SAMENVATTING, tekst, self.begonnen[who.id])
        saved = save_tekst(self.database, who, self.stuk, invoer, token=self._token())
        after = {it.tekst or "" for it in saved.standen}
        # Nothing went that this writer had not seen, or had not written herself.
        assert before - after <= known
        assert tekst in after or (not tekst and not before)
        self.ooit.add(tekst)
        if how:
            # She takes over the number, and with it she was told what stands beside her text.
            self.begonnen[who.id] = saved.nummer
        self.lezen[who.id] = known | {tekst} | (after if how else set())

    @rule(who=st.sampled_from(PEOPLE))
    def open(self, who: Gebruiker) -> None:
        self.begonnen[who.id] = self._now().nummer_van_tekst.get(SAMENVATTING, 0)
        self.lezen[who.id] |= self._standing()

    @rule(who=st.sampled_from(PEOPLE), tekst=WOORDEN)
    def choose(self, who: Gebruiker, tekst: str) -> None:
        before = self._standing()
        invoer = TekstInvoer(SAMENVATTING, tekst, self.begonnen[who.id])
        try:
            saved = choose_tekst(self.database, who, self.stuk, invoer, token=self._token())
        except OngeldigeInvoer:
            assert self._standing() == before
            return
        assert before <= self.lezen[who.id]
        assert [it.tekst for it in saved.standen] == [tekst]
        self.ooit.add(tekst)
        self.lezen[who.id] |= {tekst}
        self.begonnen[who.id] = saved.nummer

    @rule(target=onderdelen, who=st.sampled_from(PEOPLE))
    def add_point(self, who: Gebruiker) -> str:
        return add_onderdeel(self.database, who, self.stuk, OnderdeelSoort.BESLISPUNT, token=self._token())

    @rule(target=onderdelen, who=st.sampled_from(PEOPLE), bij=onderdelen)
    def add_argument(self, who: Gebruiker, bij: str) -> str:
        invoer = OnderdeelInvoer(bij=bij)
        try:
            return add_onderdeel(self.database, who, self.stuk, OnderdeelSoort.ARGUMENT, invoer, token=self._token())
        except OngeldigeInvoer:
            assert bij not in {it.id for it in self._now().van(OnderdeelSoort.BESLISPUNT)}
            return bij

    @rule(who=st.sampled_from(PEOPLE), it=onderdelen)
    def remove(self, who: Gebruiker, it: str) -> None:
        try:
            remove_onderdeel(self.database, who, self.stuk, it)
        except (OngeldigeInvoer, NietGevonden):
            return
        assert self._now().onderdeel(it) is None

    @rule(who=st.sampled_from(PEOPLE), it=onderdelen, omhoog=st.booleans())
    def move(self, who: Gebruiker, it: str, omhoog: bool) -> None:
        if self._now().onderdeel(it) is not None:
            move_onderdeel(self.database, who, self.stuk, it, omhoog=omhoog)

    @rule(who=st.sampled_from(PEOPLE))
    def remove_niets_doen(self, who: Gebruiker) -> None:
        (niets,) = self._now().van(OnderdeelSoort.ALTERNATIEF)
        with pytest.raises(OngeldigeInvoer):
            remove_onderdeel(self.database, who, self.stuk, niets.id)

    @invariant()
    def every_word_is_kept(self) -> None:
        kept = {it.tekst for it in self._now().teksten.get(SAMENVATTING, ())}
        assert self.ooit - {""} <= kept

    @invariant()
    def numbers_hold(self) -> None:
        found = self._now()
        points = found.nummers(OnderdeelSoort.BESLISPUNT)
        assert list(points.values()) == [str(n) for n in range(1, len(points) + 1)]
        numbers = found.nummers(OnderdeelSoort.ARGUMENT)
        assert len(set(numbers.values())) == len(numbers)
        for it in found.van(OnderdeelSoort.ARGUMENT):
            assert it.stand.bij in points
            assert numbers[it.id].startswith(f"{points[it.stand.bij or '']}.")

    @invariant()
    def niets_doen_stays(self) -> None:
        assert [it.vast for it in self._now().van(OnderdeelSoort.ALTERNATIEF)] == [True]


TestTweeSchrijvers = TweeSchrijvers.TestCase
TestTweeSchrijvers.settings = settings(
    max_examples=10, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)


def at_once(*actions: Callable[[], object]) -> None:
    """Let all of these go on at the same moment; whatever one of them raises, is raised."""
    ready = Barrier(len(actions))

    def run(action: Callable[[], object]) -> object:
        ready.wait()
        return action()

    with ThreadPoolExecutor(len(actions)) as people:
        for done in [people.submit(run, it) for it in actions]:
            done.result()


def test_two_people_who_write_in_every_field_at_the_same_moment_lose_no_word(wijkstore: Database, stuk: str) -> None:
    onderdeel = point(wijkstore, stuk, "Een tolk betalen.")
    found = lees_stuk(wijkstore, ANNA, stuk)
    fields = [StukVeld(deel, veld) for deel in found.delen for veld in VELDEN[deel]]
    fields.append(StukVeld(Deel.BESLUIT, onderdeel=onderdeel))
    seen = found.nummer_van_tekst

    said = {ANNA: "Dit is de ene tekst.", BOB: "Dit is de andere tekst."}

    def fill(who: Gebruiker) -> None:
        for veld in fields:
            write(wijkstore, who, stuk, said[who], seen.get(veld, 0), veld=veld, token=f"{who.id}{veld}")

    at_once(lambda: fill(ANNA), lambda: fill(BOB))
    after = lees_stuk(wijkstore, ANNA, stuk)
    for veld in fields:
        assert {it.tekst for it in after.standen(veld)} == set(said.values()), veld
        assert [it.nummer for it in after.teksten[veld]] == list(range(1, len(after.teksten[veld]) + 1))
    assert set(after.botsingen) == set(fields)
    assert wrong(wijkstore) == []


def test_two_people_who_move_and_choose_at_the_same_moment_lose_nothing(wijkstore: Database, stuk: str) -> None:
    points = [point(wijkstore, stuk, f"Punt {place}.") for place in range(4)]
    keuzes = [StukKeuze(KeuzeSoort.WIJK, it) for it in (WIJK, ANDERE_WIJK)]

    def move(who: Gebruiker, id_: str, *, omhoog: bool) -> None:
        for _ in range(6):
            move_onderdeel(wijkstore, who, stuk, id_, omhoog=omhoog)
            choose(wijkstore, who, stuk, keuzes)

    at_once(lambda: move(ANNA, points[3], omhoog=True), lambda: move(BOB, points[0], omhoog=False))
    found = lees_stuk(wijkstore, ANNA, stuk)
    here = found.van(OnderdeelSoort.BESLISPUNT)
    assert {it.id for it in here} == set(points)
    assert (here[0].id, here[-1].id) == (points[3], points[0])
    assert len({it.stand.volgorde for it in here}) == len(points)
    assert sorted(found.gekozen(KeuzeSoort.WIJK)) == sorted(it.ref for it in keuzes)
    assert len(rows(wijkstore, "SELECT id FROM raadsstuk_keuze")) == len(keuzes)
    assert wrong(wijkstore) == []


# Residents' words stand only where they can be taken back


def test_a_citaat_is_chosen_and_never_typed_over_in_words_of_the_writer(voorbeeld_copy: Database) -> None:
    known = id_from("raadsstuk", "tolk-2027")
    quoted = bruikbare_citaten(voorbeeld_copy, lees_stuk(voorbeeld_copy, ANNA, known).citaten)
    said = max((it.citaat or "" for it in quoted.values()), key=len)
    for tekst in (said, f"Een bewoner zei:\n“{said.upper()}” Dat vinden wij ook.", said.replace(" ", "  ")):
        with pytest.raises(OngeldigeInvoer, match="overgetypt"):
            write(voorbeeld_copy, ANNA, known, tekst, 1)
    with pytest.raises(OngeldigeInvoer, match="overgetypt"):
        argument(voorbeeld_copy, known, said)
    half = " ".join(said.split()[:3])
    assert write(voorbeeld_copy, ANNA, known, f"Bewoners zeiden iets met {half}.", 1).nummer == 2
