"""Samen de straat op: plan, go, write down; no person in it, and which verhalen were told only for who may know."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import StemRol
from monitor.domain.leren import AgendaSoort, BronSoort
from monitor.domain.straat import BezoekStand, BezoekVorm, stap_problemen
from monitor.domain.verhaal import Gebruik
from monitor.errors import GeenRecht, NietGevonden, OngeldigeInvoer
from monitor.services.afschrift import as_json, as_text
from monitor.services.controle import check_store
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leesrondes import call_off, place_verhalen
from monitor.services.straat import (
    Bezoekverslag,
    NieuwBezoek,
    add_verhaal_bij,
    bezoekenbeeld,
    cancel_bezoek,
    plan_bezoek,
    record_bezoek,
    remove_verhaal_bij,
    remove_woorden,
    verhalen_voor_bezoek,
)
from monitor.services.wijkgesprek import NieuweSessie, NieuwPunt, add_punten, cancel, plan, record
from monitor.store.database import Database
from monitor.store.verteller_store import VertellerStore
from tests.services.builders import ANDERE_WIJK, WIJK
from tests.services.test_leesrondes import begin, domein
from tests.services.test_wijkgesprek import (
    BEGELEIDER,
    BEWONER,
    ER_WAREN,
    OVERAL,
    casus,
    patroon,
    problems,
    rows,
    tell,
    van,
)

RAADSLID = Gebruiker("raadslid", "raadslid", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.RAADSLID),))
DAG = date(2026, 11, 12)
VERSLAG = Bezoekverslag(DAG, "De bank is weg en mensen staan.", ((StemRol.RAADSLID, 2), (StemRol.BEWONER, 3)))


def planned(database: Database, **changes: Any) -> str:
    nieuw = NieuwBezoek(**({"dag": DAG, "waar": "Het plein", "vraag": "Wie komt hier?"} | changes))
    return plan_bezoek(database, RAADSLID, WIJK, nieuw, token=f"plan-{changes}")


def been(database: Database) -> str:
    bezoek = planned(database)
    record_bezoek(database, RAADSLID, WIJK, bezoek, VERSLAG, token=f"verslag {bezoek}")
    return bezoek


def wrong(database: Database) -> list[str]:
    return [it for it in check_store(database) if "bezoek" in it]


def test_a_raadslid_plans_goes_and_writes_down_and_everybody_reads_it(wijkstore: Database) -> None:
    bezoek = planned(wijkstore, vorm=BezoekVorm.STRAATGESPREK)
    assert planned(wijkstore, vorm=BezoekVorm.STRAATGESPREK) == bezoek
    (found,) = bezoekenbeeld(wijkstore, BEZOEKER, WIJK).gepland
    assert (found.waar, found.vraag, found.dag) == ("Het plein", "Wie komt hier?", DAG)
    record_bezoek(wijkstore, RAADSLID, WIJK, bezoek, VERSLAG, token="v")
    beeld = bezoekenbeeld(wijkstore, BEZOEKER, WIJK)
    assert beeld.gepland == ()
    (found,) = beeld.voorbij
    assert found.nu.gezien == VERSLAG.gezien
    assert [(it.rol, it.aantal) for it in found.deelnemers] == [(StemRol.BEWONER, 3), (StemRol.RAADSLID, 2)]
    assert not wrong(wijkstore)


def test_who_may_not_is_refused(wijkstore: Database) -> None:
    with pytest.raises(GeenRecht, match="raadsleden"):
        plan_bezoek(wijkstore, BEZOEKER, WIJK, NieuwBezoek(DAG, waar="Het plein"), token="t")
    with pytest.raises(GeenRecht):
        plan_bezoek(wijkstore, BEWONER, ANDERE_WIJK, NieuwBezoek(DAG, waar="Het plein"), token="t")
    bezoek = been(wijkstore)
    with pytest.raises(GeenRecht):
        verhalen_voor_bezoek(wijkstore, RAADSLID, WIJK)
    with pytest.raises(GeenRecht):
        remove_woorden(wijkstore, RAADSLID, WIJK, bezoek)
    with pytest.raises(NietGevonden):
        record_bezoek(wijkstore, OVERAL, ANDERE_WIJK, bezoek, VERSLAG, token="v")


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_kept(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer) as caught:
        plan_bezoek(wijkstore, RAADSLID, WIJK, NieuwBezoek(None, waar="", vraag="Bij Karin van Dalen"), token="t")
    assert set(problems(caught)) == {"waar", "vraag", "dag"}
    bezoek = planned(wijkstore)
    with pytest.raises(OngeldigeInvoer) as caught:
        verslag = Bezoekverslag(date(2027, 1, 1), "Karin van Dalen stond buiten.")
        record_bezoek(wijkstore, RAADSLID, WIJK, bezoek, verslag, token="v")
    assert set(problems(caught)) == {"dag", "aantal", "gezien"}
    assert rows(wijkstore, "SELECT count(*) FROM wijkbezoek_stap") == [(1,)]


def test_what_was_seen_can_be_written_anew_and_what_was_called_off_stays_so(wijkstore: Database) -> None:
    bezoek = been(wijkstore)
    verslag = Bezoekverslag(DAG, "De bank is terug.", ((StemRol.GEMEENTE, 1),))
    record_bezoek(wijkstore, RAADSLID, WIJK, bezoek, verslag, token="anders")
    (found,) = bezoekenbeeld(wijkstore, BEZOEKER, WIJK).bezoeken
    assert [it.gezien for it in found.stappen] == [None, VERSLAG.gezien, "De bank is terug."]
    assert [it.rol for it in found.deelnemers] == [StemRol.GEMEENTE]
    with pytest.raises(OngeldigeInvoer):
        cancel_bezoek(wijkstore, RAADSLID, WIJK, bezoek)
    other = planned(wijkstore, waar="De winkels")
    cancel_bezoek(wijkstore, RAADSLID, WIJK, other, "Het stormde.")
    with pytest.raises(OngeldigeInvoer, match="ging niet door"):
        record_bezoek(wijkstore, RAADSLID, WIJK, other, VERSLAG, token="v")


def test_who_sends_it_twice_writes_it_down_once(wijkstore: Database) -> None:
    bezoek = planned(wijkstore)
    for _ in range(2):
        record_bezoek(wijkstore, RAADSLID, WIJK, bezoek, VERSLAG, token="v")
    (found,) = bezoekenbeeld(wijkstore, BEZOEKER, WIJK).bezoeken
    assert [it.gezien for it in found.stappen] == [None, VERSLAG.gezien]
    assert rows(wijkstore, "SELECT count(*) FROM logboek WHERE wat = 'opgeschreven'") == [(1,)]


@given(st.lists(st.sampled_from(list(BezoekStand)), max_size=8))
def test_whatever_the_order_nothing_follows_on_what_was_called_off(asked: list[BezoekStand]) -> None:
    now, seen = BezoekStand.GEPLAND, [BezoekStand.GEPLAND]
    for naar in asked:
        if not stap_problemen(now, naar):
            now = naar
            seen.append(now)
    assert BezoekStand.AFGELAST not in seen[:-1]
    assert BezoekStand.GEPLAND not in seen[seen.index(BezoekStand.GEWEEST) :] if BezoekStand.GEWEEST in seen else True


def test_which_verhaal_was_told_there_is_only_for_who_learns_together_here(wijkstore: Database) -> None:
    (verhaal,) = tell(wijkstore, "Op het plein", gebruik=[Gebruik.LEREN, Gebruik.OPENBAAR])
    bezoek = been(wijkstore)
    add_verhaal_bij(wijkstore, BEWONER, WIJK, bezoek, verhaal)
    add_verhaal_bij(wijkstore, BEGELEIDER, WIJK, bezoek, verhaal)
    assert rows(wijkstore, "SELECT verhaal FROM wijkbezoek_verhaal") == [(verhaal,)]
    assert bezoekenbeeld(wijkstore, BEWONER, WIJK).bezoeken[0].verhalen == (verhaal,)
    for outside in (BEZOEKER, RAADSLID):
        beeld = bezoekenbeeld(wijkstore, outside, WIJK)
        assert beeld.bezoeken[0].verhalen == ()
        assert beeld.verhalen == {}
        # A day and a place lead to a person: nobody outside is told how many there are either.
        assert beeld.weg == {}


def test_a_verhaal_that_cannot_be_read_here_or_before_it_was_is_refused(wijkstore: Database) -> None:
    (hier,) = tell(wijkstore, "Hier")
    (elders,) = tell(wijkstore, "Elders", wijk=ANDERE_WIJK)
    bezoek = been(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="lezen"):
        add_verhaal_bij(wijkstore, OVERAL, WIJK, bezoek, elders)
    with pytest.raises(OngeldigeInvoer, match="Nog niet geweest"):
        add_verhaal_bij(wijkstore, BEGELEIDER, WIJK, planned(wijkstore, waar="De flat"), hier)
    assert [it.id for it in verhalen_voor_bezoek(wijkstore, BEWONER, WIJK)] == [hier]


def test_a_verhaal_that_was_taken_back_leaves_how_many_and_never_which(wijkstore: Database) -> None:
    weg, blijft = tell(wijkstore, "Weg", "Blijft")
    bezoek = been(wijkstore)
    for verhaal in (weg, blijft):
        add_verhaal_bij(wijkstore, BEGELEIDER, WIJK, bezoek, verhaal)
    withdraw_verhaal(wijkstore, weg, "test")
    beeld = bezoekenbeeld(wijkstore, BEGELEIDER, WIJK)
    assert beeld.bezoeken[0].verhalen == (blijft,)
    assert beeld.weg == {bezoek: 1}
    assert weg not in repr(beeld)
    with pytest.raises(OngeldigeInvoer):
        add_verhaal_bij(wijkstore, BEGELEIDER, WIJK, bezoek, weg)
    assert not wrong(wijkstore)


def test_a_wrong_verhaal_is_taken_off_by_who_learns_together_here(wijkstore: Database) -> None:
    fout, goed, elders = tell(wijkstore, "Fout", "Goed", "Elders")
    bezoek = been(wijkstore)
    for verhaal in (fout, goed):
        add_verhaal_bij(wijkstore, BEGELEIDER, WIJK, bezoek, verhaal)
    remove_verhaal_bij(wijkstore, BEWONER, WIJK, bezoek, fout)
    beeld = bezoekenbeeld(wijkstore, BEGELEIDER, WIJK)
    assert beeld.bezoeken[0].verhalen == (goed,)
    assert beeld.weg == {bezoek: 0}
    with pytest.raises(GeenRecht):
        remove_verhaal_bij(wijkstore, RAADSLID, WIJK, bezoek, goed)
    withdraw_verhaal(wijkstore, goed, "test")
    # The same answer of what is not there, was taken back, or never was: nothing can be guessed from it.
    for verhaal in (fout, goed, elders, "niets"):
        with pytest.raises(NietGevonden, match="staat niet bij dit bezoek"):
            remove_verhaal_bij(wijkstore, BEGELEIDER, WIJK, bezoek, verhaal)
    add_verhaal_bij(wijkstore, BEGELEIDER, WIJK, bezoek, fout)
    assert bezoekenbeeld(wijkstore, BEGELEIDER, WIJK).bezoeken[0].verhalen == (fout,)


def copy_of(database: Database, verhaal: str) -> str:
    with database.reading() as cursor:
        mine = VertellerStore(cursor).verhaal(verhaal, DAG)
    assert mine is not None
    return as_text(mine, DAG)


def test_what_never_took_place_is_in_her_copy_as_what_did_not_go_on(wijkstore: Database) -> None:
    (verhaal,) = tell(wijkstore, "Op het plein", gebruik=[Gebruik.LEREN, Gebruik.GESPREK])
    sessie = plan(wijkstore, BEGELEIDER, WIJK, NieuweSessie(DAG), token="s")
    add_punten(wijkstore, BEWONER, WIJK, sessie, [NieuwPunt(AgendaSoort.VERHAAL, verhaal=verhaal)], token="p")
    cancel(wijkstore, BEGELEIDER, WIJK, sessie, "De zaal was dicht.")
    text = copy_of(wijkstore, verhaal)
    assert "lag klaar voor een wijkgesprek, maar dat ging niet door" in text
    assert "op tafel bij een wijkgesprek" not in text


def test_the_teller_reads_in_her_copy_where_it_came_from_and_where_it_lay(wijkstore: Database) -> None:
    (verhaal,) = tell(wijkstore, "Op het plein", gebruik=[Gebruik.LEREN, Gebruik.GESPREK])
    add_verhaal_bij(wijkstore, BEGELEIDER, WIJK, been(wijkstore), verhaal)
    sessie = plan(wijkstore, BEGELEIDER, WIJK, NieuweSessie(DAG), token="s")
    add_punten(wijkstore, BEWONER, WIJK, sessie, [NieuwPunt(AgendaSoort.VERHAAL, verhaal=verhaal)], token="p")
    assert "ligt klaar voor een wijkgesprek" in copy_of(wijkstore, verhaal)
    record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN)
    casus(wijkstore, sessie, verhaal)
    patroon(wijkstore, sessie, *van(BronSoort.VERHAAL, verhaal), *van(BronSoort.INDICATOR, "buren"))
    place_verhalen(
        wijkstore,
        BEGELEIDER,
        WIJK,
        (ronde := begin(wijkstore, periode_van=date(2020, 1, 1))),
        [verhaal],
        domein(wijkstore, ronde),
    )
    with wijkstore.reading() as cursor:
        mine = VertellerStore(cursor).verhaal(verhaal, DAG)
    assert mine is not None
    text = as_text(mine, DAG)
    for line in (
        "12 november 2026: verteld bij een wijkbezoek (Het plein)",
        "op tafel bij een wijkgesprek",
        "opgeschreven in een wijkgesprek: wat er gebeurde",
        "gebruikt in een wijkgesprek: wat we vaker zien",
        "ligt op tafel bij samen verhalen kiezen",
    ):
        assert line in text
    assert "ligt klaar" not in text
    copied = {it["soort"] for it in json.loads(as_json(mine, DAG))["op_tafel"]}
    assert copied == {"wijkbezoek", "sessie", "casus", "patroon", "leesronde_open"}
    call_off(wijkstore, BEGELEIDER, WIJK, ronde, "Er waren te weinig mensen.")
    assert "lag klaar bij samen verhalen kiezen, maar dat ging niet door" in copy_of(wijkstore, verhaal)
    withdraw_verhaal(wijkstore, verhaal, "test")
    with wijkstore.reading() as cursor:
        gone = VertellerStore(cursor).verhaal(verhaal, DAG)
    assert gone is not None
    assert "wijkbezoek" not in as_text(gone, DAG)


def test_words_can_be_taken_away_and_that_it_was_stays(wijkstore: Database) -> None:
    bezoek = been(wijkstore)
    remove_woorden(wijkstore, BEWONER, WIJK, bezoek)
    (found,) = bezoekenbeeld(wijkstore, BEZOEKER, WIJK).bezoeken
    assert (found.waar, found.vraag, found.nu.gezien) == (None, None, None)
    assert found.dag == DAG
    logged = rows(wijkstore, "SELECT wat || soort || doel || coalesce(velden, '') FROM logboek")
    assert not any("plein" in line for (line,) in logged)


def test_check_tells_of_a_bezoek_that_does_not_say_how_it_stands(wijkstore: Database) -> None:
    bezoek = planned(wijkstore)
    with wijkstore.writing() as cursor:
        cursor.execute("DELETE FROM wijkbezoek_stap")
    assert wrong(wijkstore) == [f"Van wijkbezoek {bezoek} staat er niet hoe het ermee staat."]


def test_what_was_written_down_after_midnight_has_the_dutch_day_in_her_copy(wijkstore: Database) -> None:
    (verhaal,) = tell(wijkstore, "Op het plein", gebruik=[Gebruik.LEREN, Gebruik.GESPREK])
    sessie = plan(wijkstore, BEGELEIDER, WIJK, NieuweSessie(DAG), token="s")
    record(wijkstore, BEGELEIDER, WIJK, sessie, ER_WAREN)
    casus(wijkstore, sessie, verhaal)
    ronde = begin(wijkstore, periode_van=date(2020, 1, 1))
    place_verhalen(wijkstore, BEGELEIDER, WIJK, ronde, [verhaal], domein(wijkstore, ronde))
    with wijkstore.writing() as cursor:
        for table, column in (
            ("leerpunt", "gemaakt_op"),
            ("leerpunt_lezing", "gemaakt_op"),
            ("leesdomein_verhaal", "op"),
        ):
            cursor.execute(f"UPDATE {table} SET {column} = TIMESTAMP '2026-11-18 23:30:00'")  # noqa: S608 - ours
    with wijkstore.reading() as cursor:
        mine = VertellerStore(cursor).verhaal(verhaal, DAG)
    assert mine is not None
    assert {it.waar: it.op for it in (*mine.op_tafel, *mine.besproken)} == {
        "casus": date(2026, 11, 19),
        "leesronde_open": date(2026, 11, 19),
        "wijkgesprek": date(2026, 11, 19),
    }
