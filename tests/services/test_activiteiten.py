"""What is done in a wijk: written down by who may, once, without persons in it, and never changed afterwards."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count as count_up
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.domain.activiteitenbeeld import Activiteitenbeeld, Volhouden, Voortgang, Zaak, in_jaar
from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import Rol
from monitor.domain.wijk import ActiviteitStatus, FinancieringStaat, RolGemeente
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.nl import format_getal
from monitor.services.activiteiten import (
    activiteitenbeeld,
    add_activiteit,
    add_financiering,
    add_gebeurtenis,
    add_voortgang,
    change_omschrijving,
    indicatoren_van,
    stopping,
    strike_out,
)
from monitor.services.activiteitinvoer import (
    ActiviteitInvoer,
    DoorhalingInvoer,
    FinancieringInvoer,
    GebeurtenisInvoer,
    OmschrijvingInvoer,
    VoortgangInvoer,
    read_financiering,
)
from monitor.services.controle import check_store
from monitor.services.inbreng import NieuwSignaal, add_initiatief, add_signaal
from monitor.services.indicatoren import Adoptie, add_adopties
from monitor.services.invoer import new_id
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.wijkzaken import NieuwInitiatief
from monitor.store.database import Database
from monitor.store.levensloop_store import LevensloopStore
from monitor.store.wijkbeeld_store import WijkbeeldStore
from tests.services.builders import ANDERE_WIJK, WIJK

Count = Callable[[str], int]
GEMEENTE = "GM9901"
TODAY = date(2026, 11, 20)


def somebody(rol: GebruikerRol, wijk: str | None = WIJK) -> Gebruiker:
    return Gebruiker(f"proef:{rol}", rol.value, Aanmelding.PROEF, (Roltoewijzing(rol, wijk, "Welzijn"),))


WERKER, BEWONER = somebody(GebruikerRol.WELZIJNSWERKER), somebody(GebruikerRol.BEWONER)
BELEID = somebody(GebruikerRol.BELEIDSMEDEWERKER, None)
SOEP = ActiviteitInvoer(
    WIJK,
    "ontmoeten",
    "Taalmaatjes bij de soep",
    begonnen_op="8-2-2024",
    status="loopt",
    rol_gemeente="financier",
    wat_wil_je="Aan tafel zitten en meepraten.",
    formeel="Welzijnswerk\nDe bibliotheek\n\nWelzijnswerk",
    informeel="Koks van de flat",
)
GELD = FinancieringInvoer(WIJK, "ontmoeten", "Soep", "2025", "welzijnscontract", "besteed", bedrag="12.400,50")
FEEST = GebeurtenisInvoer(WIJK, "15-8-2024", "Honderdste soepmiddag", "ontmoeten")


@pytest.fixture
def wijk(wijkstore: Database) -> Database:
    """The small store, with the names of its gebieden."""
    with wijkstore.writing() as cursor:
        for code, naam in ((GEMEENTE, "Veldermeer"), (WIJK, "De Linden"), (ANDERE_WIJK, "Zonnedaal")):
            cursor.execute(
                "INSERT INTO gebied_versie (gebied, naam, geldig_van) VALUES ($code, $naam, DATE '2020-01-01')",
                {"code": code, "naam": naam},
            )
    return wijkstore


def beeld(database: Database) -> Activiteitenbeeld:
    return activiteitenbeeld(database, WIJK)


def zaak(database: Database) -> Zaak:
    (found,) = beeld(database).zaken
    return found


def refused(send: Callable[[], Any]) -> dict[str | None, str]:
    with pytest.raises(OngeldigeInvoer) as caught:
        send()
    return {it.veld: it.melding for it in caught.value.problemen}


# Adding an activiteit


def test_an_activiteit_stands_there_with_what_residents_want_and_who_takes_part(wijk: Database) -> None:
    add_activiteit(wijk, WERKER, SOEP, token="a")
    found = zaak(wijk)
    assert (found.naam, found.status, found.begonnen_op) == (SOEP.naam, ActiviteitStatus.LOOPT, date(2024, 2, 8))
    assert found.wat_wil_je == "Aan tafel zitten en meepraten."
    assert found.rol_gemeente is RolGemeente.FINANCIER
    assert (found.formeel, found.informeel) == (("De bibliotheek", "Welzijnswerk"), ("Koks van de flat",))


def test_the_logboek_knows_which_fields_and_none_of_the_words(wijk: Database) -> None:
    add_activiteit(wijk, WERKER, SOEP, token="a")
    with wijk.reading() as cursor:
        rows = cursor.rows("SELECT wie, wat, velden FROM logboek WHERE soort = 'activiteit'")
    ((wie, wat, velden),) = rows
    assert (wie, wat) == ("proef:welzijnswerker", "toegevoegd")
    assert {"naam", "wat_wil_je", "formeel"} <= set(velden.split(", "))
    assert "soep" not in velden.casefold()


def test_a_second_click_adds_nothing_twice(wijk: Database, count: Count) -> None:
    assert add_activiteit(wijk, WERKER, SOEP, token="a") == add_activiteit(wijk, WERKER, SOEP, token="a")
    assert add_gebeurtenis(wijk, WERKER, FEEST, token="b") == add_gebeurtenis(wijk, WERKER, FEEST, token="b")
    assert add_financiering(wijk, BELEID, GELD, token="c") == add_financiering(wijk, BELEID, GELD, token="c")
    assert (count("activiteit"), count("gebeurtenis"), count("financiering")) == (1, 1, 1)


def test_what_failed_is_written_down_like_anything_else(wijk: Database) -> None:
    over = replace(SOEP, status="mislukt", geeindigd_op="1-3-2024", les="Bel eerst aan.", vervolg="Nu op zaterdag.")
    add_activiteit(wijk, WERKER, over, token="a")
    found = zaak(wijk)
    assert (found.status, found.geeindigd_op, found.vervolg) == ("mislukt", date(2024, 3, 1), "Nu op zaterdag.")
    assert [it.tekst for it in found.lessen] == ["Bel eerst aan."]


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_kept(wijk: Database, count: Count) -> None:
    wrong = replace(
        SOEP, thema="", naam=" ", begonnen_op="ergens", status="", rol_gemeente="baas", vraag="Bel 0612345678"
    )
    said = refused(lambda: add_activiteit(wijk, WERKER, wrong, token="a"))
    assert list(said) == ["thema", "naam", "status", "begonnen_op", "rol_gemeente", "vraag"]
    assert said["begonnen_op"] == "Schrijf de eerste dag als 15-7-2026."
    assert count("activiteit") + count("activiteit_partner") + count("aanleiding") + count("inzending") == 0


@pytest.mark.parametrize(
    ("changes", "veld"),
    [
        ({"status": "gestopt"}, "geeindigd_op"),
        ({"geeindigd_op": "1-3-2024"}, "geeindigd_op"),
        ({"status": "gestopt", "geeindigd_op": "1-1-2024"}, "geeindigd_op"),
        ({"status": "gestopt", "geeindigd_op": "1-1-2027"}, "geeindigd_op"),
        ({"thema": "onzin"}, "thema"),
        ({"begonnen_op": "2024"}, "begonnen_op"),
        ({"begonnen_op": ""}, "begonnen_op"),
        ({"indicatoren": ("onzin",)}, "indicatoren"),
        ({"naam": "x" * 101}, "naam"),
        ({"beschrijving": "x" * 1001}, "beschrijving"),
        ({"beschrijving": "half \ud83d teken"}, "beschrijving"),
        ({"naam": "nul \x00 teken"}, "naam"),
        ({"signaal": "onbekend"}, "signaal"),
        ({"uit": "onbekend"}, "uit"),
    ],
)
def test_each_field_is_refused_in_a_sentence_of_its_own(wijk: Database, changes: dict[str, Any], veld: str) -> None:
    assert set(refused(lambda: add_activiteit(wijk, WERKER, replace(SOEP, **changes), token="a"))) == {veld}


def test_a_place_that_is_no_wijk_and_no_gemeente_is_refused(wijk: Database) -> None:
    for gebied in ("BU99010101", "NL00", "", "Utrecht", "WK123456"):
        assert "gebied" in refused(
            lambda gebied=gebied: add_activiteit(wijk, BELEID, replace(SOEP, gebied=gebied), token="a")
        )


@pytest.mark.parametrize("tekst", ["Bel 06-12345678.", "Mail jan@voorbeeld.nl", "Mevrouw De Vries kookt."])
@pytest.mark.parametrize("veld", ["naam", "beschrijving", "wat_wil_je", "vraag", "informeel", "les"])
def test_what_leads_to_a_person_stops_the_saving(wijk: Database, veld: str, tekst: str, count: Count) -> None:
    said = refused(lambda: add_activiteit(wijk, WERKER, replace(SOEP, **{veld: tekst}), token="a"))
    assert "naar een persoon leidt" in said[veld]
    assert count("activiteit") == 0


def test_an_organisation_may_be_named_but_not_in_the_words_of_a_resident(wijk: Database) -> None:
    school = "Basisschool De Regenboog"
    assert stopping(wijk, replace(SOEP, organisatie=school, formeel=school)) == {}
    assert set(stopping(wijk, replace(SOEP, vraag=f"Ik werk op {school}."))) == {"vraag"}


# Who may


@pytest.mark.parametrize("rol", [it for it in GebruikerRol if it not in ("welzijnswerker", "beleidsmedewerker")])
def test_another_role_is_refused_with_a_sentence_and_a_line(wijk: Database, rol: GebruikerRol, count: Count) -> None:
    who = BEZOEKER if rol is GebruikerRol.BEZOEKER else somebody(rol, None)
    for send in (
        lambda: add_activiteit(wijk, who, SOEP, token="a"),
        lambda: add_gebeurtenis(wijk, who, FEEST, token="b"),
        lambda: add_financiering(wijk, who, GELD, token="c"),
    ):
        with pytest.raises(NietToegestaan, match="Dit mag u niet"):
            send()
    assert count("activiteit") + count("gebeurtenis") + count("financiering") == 0
    with wijk.reading() as cursor:
        assert cursor.row("SELECT count(*) FROM logboek WHERE wat = 'geweigerd'") == (3,)


def test_money_is_written_down_by_a_beleidsmedewerker_and_not_by_who_receives_it(wijk: Database) -> None:
    with pytest.raises(NietToegestaan):
        add_financiering(wijk, WERKER, GELD, token="a")
    add_financiering(wijk, BELEID, GELD, token="b")


def test_a_welzijnswerker_writes_nothing_of_another_wijk_or_of_the_whole_gemeente(wijk: Database) -> None:
    for gebied in (ANDERE_WIJK, GEMEENTE):
        with pytest.raises(NietToegestaan):
            add_activiteit(wijk, WERKER, replace(SOEP, gebied=gebied), token="a")
    add_activiteit(wijk, BELEID, replace(SOEP, gebied=GEMEENTE), token="b")
    assert zaak(wijk).gebied == GEMEENTE


# How it goes on


def test_what_stops_is_a_line_more_with_what_happened_next_and_the_lesson(wijk: Database, count: Count) -> None:
    id_ = add_activiteit(wijk, WERKER, SOEP, token="a")
    stop = VoortgangInvoer(
        id_,
        "1-6-2025",
        "gestopt",
        gebeurd="De kok verhuisde.",
        les="Leer er drie koken.",
        vervolg="De buren nemen over.",
    )
    add_voortgang(wijk, WERKER, stop, token="b")
    found = zaak(wijk)
    assert (found.begin_status, found.status, found.geeindigd_op) == ("loopt", "gestopt", date(2025, 6, 1))
    assert found.voortgang[0].vervolg == "De buren nemen over."
    assert [(it.tekst, it.op) for it in found.lessen] == [("Leer er drie koken.", date(2025, 6, 1))]
    with wijk.reading() as cursor:
        assert cursor.rows("SELECT status, geeindigd_op FROM activiteit") == [("loopt", None)]


def test_what_stopped_can_begin_again_and_the_history_stays(wijk: Database) -> None:
    id_ = add_activiteit(wijk, WERKER, SOEP, token="a")
    add_voortgang(wijk, WERKER, VoortgangInvoer(id_, "1-6-2025", "gestopt", "De kok verhuisde."), token="b")
    add_voortgang(wijk, WERKER, VoortgangInvoer(id_, "1-9-2025", "proef", "Er kwam een kok."), token="c")
    found = zaak(wijk)
    assert (found.status, found.geeindigd_op) == ("proef", None)
    assert [(it.nummer, it.status) for it in found.voortgang] == [(1, "gestopt"), (2, "proef")]


def test_the_wijk_page_tells_how_it_stands_now(wijk: Database) -> None:
    id_ = add_activiteit(wijk, WERKER, replace(SOEP, status="proef"), token="a")
    stop = VoortgangInvoer(id_, "1-6-2025", "mislukt", "Er kwam niemand.", les="Vraag het eerst.")
    add_voortgang(wijk, WERKER, stop, token="b")
    (shown,) = WijkbeeldStore(wijk).wijkzaken(WIJK, GEMEENTE).activiteiten
    assert (shown.status, shown.geeindigd_op) == ("mislukt", date(2025, 6, 1))
    assert (shown.les, shown.les_op) == ("Vraag het eerst.", date(2025, 6, 1))
    add_voortgang(wijk, WERKER, VoortgangInvoer(id_, "1-7-2025", "loopt", "Nu wel."), token="c")
    (shown,) = WijkbeeldStore(wijk).wijkzaken(WIJK, GEMEENTE).activiteiten
    assert (shown.status, shown.geeindigd_op, shown.les) == ("loopt", None, "Vraag het eerst.")


def test_what_a_wijk_watches_is_worked_on_only_by_what_goes_on(wijk: Database) -> None:
    def going_on() -> list[bool]:
        with wijk.reading() as cursor:
            return [it.loopt for it in LevensloopStore(cursor).werk(WIJK, GEMEENTE)]

    id_ = add_activiteit(wijk, WERKER, SOEP, token="a")
    add_initiatief(wijk, BEWONER, NieuwInitiatief(WIJK, "ontmoeten", "Zwaaien"), token="b")
    assert going_on() == [True, True]
    add_voortgang(wijk, WERKER, VoortgangInvoer(id_, "1-6-2025", "gestopt", "De kok verhuisde."), token="c")
    assert going_on() == [False, True]
    add_voortgang(wijk, WERKER, VoortgangInvoer(id_, "1-9-2025", "proef", "Er kwam een kok."), token="d")
    assert going_on() == [True, True]


def test_who_brings_in_an_initiatief_says_whether_it_can_go_on_and_who_helps(wijk: Database) -> None:
    id_ = add_initiatief(wijk, BEWONER, NieuwInitiatief(WIJK, "ontmoeten", "Soep op vrijdag"), token="a")
    said = VoortgangInvoer(id_, "1-6-2026", "loopt", volhouden="met_hulp", wie_helpt="Drie koks, een is er te weinig.")
    add_voortgang(wijk, BEWONER, said, token="b")
    held = zaak(wijk).volhouden
    assert held is not None
    assert (held.volhouden, held.wie_helpt) == (Volhouden.MET_HULP, "Drie koks, een is er te weinig.")


def test_an_initiatief_that_stopped_is_no_longer_what_is_there(wijk: Database) -> None:
    id_ = add_initiatief(wijk, BEWONER, NieuwInitiatief(WIJK, "ontmoeten", "Soep op vrijdag"), token="a")
    assert len(WijkbeeldStore(wijk).wijkzaken(WIJK, GEMEENTE).initiatieven) == 1
    add_voortgang(wijk, BEWONER, VoortgangInvoer(id_, "1-6-2026", "gestopt", "De pan was op."), token="b")
    assert WijkbeeldStore(wijk).wijkzaken(WIJK, GEMEENTE).initiatieven == ()
    assert zaak(wijk).status is ActiviteitStatus.GESTOPT


def test_a_bewoner_says_nothing_about_an_activiteit_of_an_organisation(wijk: Database) -> None:
    id_ = add_activiteit(wijk, WERKER, SOEP, token="a")
    with pytest.raises(NietToegestaan):
        add_voortgang(wijk, BEWONER, VoortgangInvoer(id_, "1-6-2026", "gestopt", "Zomaar."), token="b")


@pytest.mark.parametrize(
    ("changes", "velden"),
    [
        ({"op": "1-1-2024"}, {"op"}),
        ({"op": "1-1-2027"}, {"op"}),
        ({"op": "", "status": ""}, {"op", "status"}),
        ({"status": "gestopt", "gebeurd": ""}, {"gebeurd"}),
        ({"gebeurd": ""}, {"gebeurd"}),
        ({"volhouden": "misschien"}, {"volhouden"}),
        ({"gebeurd": "Bel 06-12345678."}, {"gebeurd"}),
        ({"zaak": ""}, {"zaak"}),
    ],
)
def test_a_line_that_says_nothing_or_comes_too_early_is_refused(
    wijk: Database, changes: dict[str, str], velden: set[str], count: Count
) -> None:
    id_ = add_activiteit(wijk, WERKER, SOEP, token="a")
    right = VoortgangInvoer(id_, "1-6-2025", "loopt", "Er kwamen meer mensen.")
    assert set(refused(lambda: add_voortgang(wijk, WERKER, replace(right, **changes), token="b"))) == velden
    assert count("voortgang") == 0


def test_a_day_that_is_too_early_is_refused_with_the_day_until_which_something_is_known(wijk: Database) -> None:
    id_ = add_activiteit(wijk, WERKER, SOEP, token="a")
    add_voortgang(wijk, WERKER, VoortgangInvoer(id_, "3-9-2026", "loopt", "Vol."), token="b")
    early = VoortgangInvoer(id_, "15-7-2026", "gestopt", "De kok is moe.")
    said = refused(lambda: add_voortgang(wijk, WERKER, early, token="c"))
    assert said == {"op": "Wat hier al staat, gaat tot en met 3 september 2026. Kies die dag of een latere."}


def test_what_is_not_there_is_said_in_a_sentence(wijk: Database) -> None:
    with pytest.raises(NietGevonden, match="kennen wij niet"):
        add_voortgang(wijk, WERKER, VoortgangInvoer("weg", "1-6-2025", "loopt", "Meer."), token="b")
    with pytest.raises(NietGevonden, match="kennen wij niet"):
        strike_out(wijk, BELEID, DoorhalingInvoer("weg", "Fout."), token="b")


STAP = st.tuples(
    st.sampled_from(["loopt", "proef", "afgerond", "gestopt", "mislukt", "onzin", ""]),
    st.integers(min_value=-40, max_value=40).map(lambda days: TODAY + timedelta(days=days)),
    st.sampled_from(["", "Er gebeurde iets.", "Bel 06-12345678."]),
    st.sampled_from(["", "ja", "nee"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STAP, max_size=6))
def test_whatever_is_said_in_whatever_order_history_only_grows(
    wijk: Database, stappen: list[tuple[str, date, str, str]]
) -> None:
    id_ = add_activiteit(wijk, WERKER, SOEP, token=new_id())
    kept: tuple[Voortgang, ...] = ()
    for status, op, gebeurd, volhouden in stappen:
        said = VoortgangInvoer(id_, f"{op:%d-%m-%Y}", status, gebeurd, volhouden=volhouden)
        with suppress(OngeldigeInvoer):
            add_voortgang(wijk, WERKER, said, token=new_id())
        now = next(it for it in beeld(wijk).zaken if it.id == id_)
        assert now.voortgang[: len(kept)] == kept
        assert len(now.voortgang) - len(kept) in (0, 1)
        kept = now.voortgang
        assert [it.nummer for it in kept] == list(range(1, len(kept) + 1))
        assert sorted(it.op for it in kept) == [it.op for it in kept]
        assert all(it.op <= TODAY and it.gebeurd != "Bel 06-12345678." for it in kept)
        assert (now.geeindigd_op is None) == (now.status in ("loopt", "proef"))
        assert all(it.gebeurd for it in kept if it.status in ("gestopt", "mislukt"))
    assert not any("hoe het verder ging" in line for line in check_store(wijk))


def test_a_line_that_is_gone_is_told_by_check(wijk: Database) -> None:
    id_ = add_activiteit(wijk, WERKER, SOEP, token="a")
    for at, dag in enumerate(("1-6-2025", "1-7-2025")):
        add_voortgang(wijk, WERKER, VoortgangInvoer(id_, dag, "loopt", "Meer mensen."), token=f"b{at}")
    with wijk.writing() as cursor:
        cursor.execute("DELETE FROM voortgang WHERE nummer = 1")
    assert any(id_ in line and "hoe het verder ging" in line for line in check_store(wijk))


# Other words


def test_other_words_take_the_place_of_the_old_ones_which_are_nowhere_kept(wijk: Database) -> None:
    id_ = add_activiteit(wijk, WERKER, SOEP, token="a")
    add_financiering(wijk, BELEID, replace(GELD, zaak=id_), token="b")
    words = OmschrijvingInvoer(id_, "Soep met taal", "Aan tafel.", SOEP.wat_wil_je, "Wie wil", "Welzijnswerk")
    change_omschrijving(wijk, WERKER, words, token="c")
    found = zaak(wijk)
    assert (found.naam, found.beschrijving, found.wie) == ("Soep met taal", "Aan tafel.", "Welzijnswerk")
    assert (found.wat_wil_je, found.status) == (SOEP.wat_wil_je, "loopt")
    assert SOEP.naam not in repr(beeld(wijk))
    with wijk.reading() as cursor:
        assert cursor.row("SELECT doel FROM logboek WHERE soort = 'omschrijving'") == (id_,)


def test_what_one_person_asked_can_get_other_words_or_be_taken_away(wijk: Database, count: Count) -> None:
    before = add_initiatief(wijk, BEWONER, NieuwInitiatief(WIJK, "ontmoeten", "De bank"), token="a")
    began = replace(SOEP, vraag="Mag de buurman van nummer 12 ook?", uit=before)
    with_uit = add_activiteit(wijk, WERKER, began, token="b")
    alone = add_activiteit(wijk, WERKER, replace(began, naam="Nog een", uit=""), token="c")

    def describe(id_: str, vraag: str, token: str) -> None:
        it = beeld(wijk).zaak(id_)
        assert it is not None
        words = OmschrijvingInvoer(id_, it.naam, "", SOEP.wat_wil_je, "", "", vraag)
        change_omschrijving(wijk, WERKER, words, token=token)

    for id_ in (with_uit, alone):
        describe(id_, "Mag iedereen komen?", f"anders-{id_}")
    assert [it.vraag for it in beeld(wijk).zaken if it.id != before] == ["Mag iedereen komen?"] * 2
    assert "buurman" not in repr(beeld(wijk))
    said = refused(lambda: describe(alone, "Bel 06-12345678.", "d"))
    assert set(said) == {"vraag"}
    for id_ in (with_uit, alone):
        describe(id_, "", f"weg-{id_}")
    assert [begin.uit for it in beeld(wijk).zaken for begin in it.aanleidingen] == [before]
    assert count("aanleiding") == 1


def test_a_bewoner_finds_other_words_for_an_initiatief_and_not_for_an_activiteit(wijk: Database) -> None:
    id_ = add_initiatief(wijk, BEWONER, NieuwInitiatief(WIJK, "ontmoeten", "Zwaaien"), token="a")
    change_omschrijving(wijk, BEWONER, OmschrijvingInvoer(id_, "Terugzwaaien", organisatie="De flat"), token="b")
    assert (zaak(wijk).naam, zaak(wijk).wie) == ("Terugzwaaien", "De flat")
    other = add_activiteit(wijk, WERKER, SOEP, token="c")
    with pytest.raises(NietToegestaan):
        change_omschrijving(wijk, BEWONER, OmschrijvingInvoer(other, "Van mij"), token="d")


@pytest.mark.parametrize("naam", ["", SOEP.naam, "Mevrouw De Vries kookt", "x" * 101])
def test_words_that_are_not_other_or_name_somebody_are_refused(wijk: Database, naam: str) -> None:
    id_ = add_activiteit(wijk, WERKER, replace(SOEP, wat_wil_je=""), token="a")
    said = refused(lambda: change_omschrijving(wijk, WERKER, OmschrijvingInvoer(id_, naam), token="b"))
    assert set(said) == {"naam"}
    assert zaak(wijk).naam == SOEP.naam


# The numbers of the sheet


def test_a_number_on_paper_stays_whatever_is_written_down_later(
    wijk: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet that was printed is of use as long as nobody calls something else by its number."""
    start, ticks = wijk.now(), count_up()
    monkeypatch.setattr(wijk, "now", lambda: start + timedelta(seconds=next(ticks)))
    soep = add_activiteit(wijk, WERKER, SOEP, token="a")
    bank = add_initiatief(wijk, BEWONER, NieuwInitiatief(WIJK, "ontmoeten", "De bank"), token="b")
    overal = add_activiteit(wijk, BELEID, replace(SOEP, gebied=GEMEENTE, naam="Loket"), token="c")

    def numbers() -> list[int]:
        found = beeld(wijk)
        return [it.nummer for id_ in (soep, bank, overal) if (it := found.zaak(id_))]

    assert numbers() == [1, 2, 3]
    add_voortgang(wijk, WERKER, VoortgangInvoer(soep, "1-6-2026", "gestopt", "De kok is moe."), token="d")
    change_omschrijving(wijk, BEWONER, OmschrijvingInvoer(bank, "Aan de dijk"), token="e")
    earlier = replace(SOEP, naam="Al langer", thema="werk", begonnen_op="1-1-2001")
    last = add_activiteit(wijk, WERKER, earlier, token="f")
    assert numbers() == [1, 2, 3]
    found = beeld(wijk)
    assert [it.nummer for it in found.zaken if it.id == last] == [4]
    assert sorted(it.nummer for it in in_jaar(found, 2010).zaken) == [2, 4]


# What it began with


def test_from_one_question_to_something_for_all(wijk: Database) -> None:
    first = add_initiatief(wijk, BEWONER, NieuwInitiatief(WIJK, "ontmoeten", "Koffie op de trap"), token="a")
    signaal = add_signaal(wijk, BEWONER, NieuwSignaal(WIJK, "ontmoeten", "Op de trap is het druk.", TODAY), token="b")
    began = replace(SOEP, vraag="Kan er een tafel bij?", signaal=signaal, uit=first)
    add_activiteit(wijk, WERKER, began, token="c")
    (found,) = (it for it in beeld(wijk).zaken if it.naam == SOEP.naam)
    (begin,) = found.aanleidingen
    assert (begin.vraag, begin.signaal_op, begin.uit) == ("Kan er een tafel bij?", TODAY, first)


def test_the_words_of_a_signaal_are_not_on_the_sheet_that_everybody_reads(wijk: Database) -> None:
    signaal = add_signaal(wijk, BEWONER, NieuwSignaal(WIJK, "ontmoeten", "Op de trap is het druk.", TODAY), token="a")
    add_activiteit(wijk, WERKER, replace(SOEP, signaal=signaal), token="b")
    assert "trap" not in repr(beeld(wijk))


def test_who_does_not_read_signalen_cannot_point_at_one(wijk: Database) -> None:
    signaal = add_signaal(wijk, BEWONER, NieuwSignaal(WIJK, "ontmoeten", "Op de trap is het druk.", TODAY), token="a")
    with pytest.raises(NietToegestaan):
        add_activiteit(wijk, BELEID, replace(SOEP, signaal=signaal), token="b")


def test_a_signaal_of_another_wijk_is_no_beginning_here(wijk: Database) -> None:
    elsewhere = somebody(GebruikerRol.BEWONER, ANDERE_WIJK)
    signaal = add_signaal(wijk, elsewhere, NieuwSignaal(ANDERE_WIJK, "ontmoeten", "Druk.", TODAY), token="a")
    said = refused(lambda: add_activiteit(wijk, WERKER, replace(SOEP, signaal=signaal), token="b"))
    assert set(said) == {"signaal"}


def test_it_works_on_a_figure_of_the_wijk_and_never_on_a_national_one(wijk: Database) -> None:
    assert indicatoren_van(wijk, WIJK) == {}
    add_adopties(wijk, [Adoptie("buren", WIJK, Rol.ONTWIKKEL, date(2024, 1, 1))], door="test")
    assert indicatoren_van(wijk, WIJK) == {"buren": "Mensen kennen hun buren"}
    add_activiteit(wijk, WERKER, replace(SOEP, indicatoren=("buren",)), token="a")
    assert zaak(wijk).indicatoren == (("buren", "Mensen kennen hun buren"),)
    with wijk.writing() as cursor:
        cursor.execute("UPDATE indicator SET landelijk = TRUE WHERE code = 'buren'")
    said = refused(lambda: add_activiteit(wijk, WERKER, replace(SOEP, indicatoren=("buren",)), token="b"))
    assert set(said) == {"indicatoren"}
    assert indicatoren_van(wijk, WIJK) == {}


# Money


def test_the_welzijnscontract_of_the_whole_gemeente_stands_beside_the_soup(wijk: Database) -> None:
    add_financiering(
        wijk, BELEID, replace(GELD, gebied=GEMEENTE, omschrijving="Welzijnswerk", bedrag="684.000"), token="a"
    )
    add_financiering(wijk, BELEID, replace(GELD, vorm="eigen_inzet", bedrag="", uren="1.200"), token="b")
    found = {(it.gebied, it.financiering.bedrag, it.financiering.uren) for it in beeld(wijk).financiering}
    assert found == {(GEMEENTE, Decimal("684000.00"), None), (WIJK, None, 1200)}


def test_the_card_of_a_thema_tells_what_is_for_the_whole_gemeente_apart_from_the_wijk(wijk: Database) -> None:
    add_financiering(wijk, BELEID, replace(GELD, gebied=GEMEENTE, bedrag="684.000"), token="a")
    add_financiering(wijk, BELEID, replace(GELD, gebied=ANDERE_WIJK, bedrag="900"), token="b")
    add_financiering(wijk, BELEID, replace(GELD, bedrag="1.200"), token="c")
    (card,) = wijkbeeld(wijk, WIJK).kaarten
    assert [it.bedrag for it in card.financiering] == [Decimal("1200.00")]
    assert [it.bedrag for it in card.financiering_gemeente] == [Decimal("684000.00")]


@pytest.mark.parametrize(
    ("changes", "velden"),
    [
        ({"bedrag": "12.5"}, {"bedrag"}),
        ({"bedrag": "veel"}, {"bedrag"}),
        ({"bedrag": "-5"}, {"bedrag"}),
        ({"bedrag": "1,005"}, {"bedrag"}),
        ({"bedrag": "12,400"}, {"bedrag"}),
        ({"bedrag": "€ 1.112,500"}, {"bedrag"}),
        ({"uren": "1,000"}, {"uren"}),
        ({"bedrag": "1.000.000.000.000"}, {"bedrag"}),
        ({"bedrag": ""}, {"bedrag"}),
        ({"uren": "1,5"}, {"uren"}),
        ({"jaar": "25"}, {"jaar"}),
        ({"jaar": "٢٠٢٥"}, {"jaar"}),
        ({"jaar": "2027"}, {"staat"}),
        ({"vorm": "", "staat": ""}, {"vorm", "staat"}),
        ({"zaak": "onbekend"}, {"zaak"}),
        ({"omschrijving": ""}, {"omschrijving"}),
    ],
)
def test_an_amount_that_can_be_read_two_ways_is_not_guessed(
    wijk: Database, changes: dict[str, str], velden: set[str], count: Count
) -> None:
    assert set(refused(lambda: add_financiering(wijk, BELEID, replace(GELD, **changes), token="a"))) == velden
    assert count("financiering") == 0


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_an_amount_is_kept_to_the_cent_however_it_is_written(bedrag: Decimal) -> None:
    for typed in (format_getal(bedrag, 2), f"€ {format_getal(bedrag, 2)}", f" {bedrag:f}".replace(".", ",")):
        read = read_financiering(replace(GELD, bedrag=typed), WIJK, TODAY)
        assert read.problemen == ()
        assert read.nieuw.bedrag == bedrag


def test_money_for_something_in_another_wijk_is_refused(wijk: Database) -> None:
    elsewhere = add_activiteit(wijk, BELEID, replace(SOEP, gebied=ANDERE_WIJK), token="a")
    assert set(refused(lambda: add_financiering(wijk, BELEID, replace(GELD, zaak=elsewhere), token="b"))) == {"zaak"}


def test_a_line_that_is_wrong_counts_no_more_and_stays_with_its_reason(wijk: Database, count: Count) -> None:
    id_ = add_financiering(wijk, BELEID, GELD, token="a")
    assert set(refused(lambda: strike_out(wijk, BELEID, DoorhalingInvoer(id_, " "), token="b"))) == {"reden"}
    strike_out(wijk, BELEID, DoorhalingInvoer(id_, "Twee keer opgeschreven."), token="b")
    strike_out(wijk, BELEID, DoorhalingInvoer(id_, "Twee keer opgeschreven."), token="b")
    assert beeld(wijk).financiering == ()
    assert WijkbeeldStore(wijk).wijkzaken(WIJK, GEMEENTE).financiering == ()
    assert (count("financiering"), count("doorhaling")) == (1, 1)
    with wijk.reading() as cursor:
        assert cursor.rows("SELECT wie, doel, velden FROM logboek WHERE soort = 'doorhaling'") == [
            (BELEID.id, id_, "regel, reden")
        ]
    assert set(refused(lambda: strike_out(wijk, BELEID, DoorhalingInvoer(id_, "Nog eens."), token="c"))) == {"regel"}


def test_an_event_that_did_not_happen_leaves_the_sheet_and_the_charts(wijk: Database) -> None:
    id_ = add_gebeurtenis(wijk, WERKER, FEEST, token="a")
    assert [it.titel for it in wijkbeeld_events(wijk)] == ["Honderdste soepmiddag"]
    strike_out(wijk, WERKER, DoorhalingInvoer(id_, "Dat was in een andere wijk."), token="b")
    assert beeld(wijk).gebeurtenissen == ()
    assert wijkbeeld_events(wijk) == ()


def wijkbeeld_events(database: Database) -> tuple[Any, ...]:
    return WijkbeeldStore(database).momenten(WIJK, GEMEENTE).gebeurtenissen


@pytest.mark.parametrize(
    ("changes", "velden"),
    [
        ({"datum": "1-1-2027"}, {"datum"}),
        ({"datum": "", "titel": ""}, {"datum", "titel"}),
        ({"zaak": "onbekend"}, {"activiteit"}),
        ({"thema": "onzin"}, {"thema"}),
        ({"toelichting": "Mevrouw De Vries viel."}, {"toelichting"}),
    ],
)
def test_an_event_is_refused_in_words(wijk: Database, changes: dict[str, str], velden: set[str]) -> None:
    assert set(refused(lambda: add_gebeurtenis(wijk, WERKER, replace(FEEST, **changes), token="a"))) == velden


# One picture


def test_one_picture_holds_all_organisations_and_a_year_only_what_went_on_then(wijk: Database) -> None:
    add_activiteit(wijk, WERKER, SOEP, token="a")
    over = replace(SOEP, naam="Spreekuur", begonnen_op="1-1-2021", status="gestopt", geeindigd_op="1-6-2023")
    add_activiteit(wijk, BELEID, over, token="b")
    add_financiering(wijk, BELEID, GELD, token="c")
    whole = beeld(wijk)
    assert whole.jaren == (2025, 2024, 2023, 2021)
    assert [it.naam for it in whole.zaken] == [SOEP.naam, "Spreekuur"]
    assert [it.naam for it in in_jaar(whole, 2022).zaken] == ["Spreekuur"]
    assert [it.naam for it in activiteitenbeeld(wijk, WIJK, 2025).zaken] == [SOEP.naam]
    assert in_jaar(whole, 2023).financiering == ()
    assert {it.financiering.staat for it in in_jaar(whole, 2025).financiering} == {FinancieringStaat.BESTEED}


@pytest.mark.parametrize("code", ["WK999999", "GM9901", "BU99010101", "onzin", ""])
def test_what_is_no_wijk_that_we_know_gets_a_sentence(wijk: Database, code: str) -> None:
    with pytest.raises(NietGevonden, match="wijk"):
        activiteitenbeeld(wijk, code)


def test_the_sheet_takes_two_questions_to_the_store(voorbeeld: Database) -> None:
    before = voorbeeld.query_count
    found = activiteitenbeeld(voorbeeld, WIJK)
    assert len(found.zaken) > 5
    assert voorbeeld.query_count - before <= 4


def test_the_wijkbeeld_of_the_example_still_stands(voorbeeld: Database) -> None:
    assert any(kaart.activiteiten for kaart in wijkbeeld(voorbeeld, WIJK).kaarten)
