"""Reviewing: who may, what must come first, and that no order of calls publishes what should not be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.nalezen import Voorstel, Wachtreden
from monitor.domain.verhaal import Besluit, Gebruik, Weigerreden
from monitor.errors import MonitorError, NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services.drempel import Telling
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.invoer import new_id
from monitor.services.meldingen import AL_GEMELD, Uitkomst, handel_af, meld
from monitor.services.nalezen import INTUSSEN_ANDERS, beoordeel
from monitor.services.nalezers import EIGEN, NOG_NIET, WACHT_NIET, te_lezen, wachtrij
from monitor.services.navragen import na_te_vragen, vraag_na
from monitor.services.persoonsgegevens import find
from monitor.services.rechten import MAG_NIET
from monitor.services.verhalen import add_verhalen
from monitor.services.voorstellen import (
    akkoord_voorgelezen,
    bevestig_vondst,
    stel_voor,
    voor_te_lezen,
)
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.services.builders import ANDERE_WIJK, CLI, WIJK, make_verhaal

TODAY = date(2026, 11, 20)
MET_NAAM = "Karin van Dalen belde mij op 06-12345678. Nu zit er altijd iemand."


def persoon(naam: str, *rollen: GebruikerRol, wijk: str | None = WIJK, **changes: Any) -> Gebruiker:
    roles = tuple(
        Roltoewijzing(rol, wijk, changes.get("organisatie"), changes.get("vervanger", False)) for rol in rollen
    )
    return Gebruiker(f"proef:{naam}", naam, Aanmelding.PROEF, roles)


R = GebruikerRol
NALEZER = persoon("nalezer", R.NALEZER)
TWEEDE = persoon("tweede", R.NALEZER)
SCHRIJVER = persoon("schrijver", R.WELZIJNSWERKER, R.NALEZER, organisatie="Brug")
COLLEGA = persoon("collega", R.WELZIJNSWERKER, organisatie="Brug")
VREEMDE = persoon("vreemde", R.WELZIJNSWERKER, organisatie="Anders")
VERVANGER = persoon("vervanger", R.NALEZER, vervanger=True)
ELDERS = persoon("elders", R.NALEZER, wijk=ANDERE_WIJK)
BEHEERDER = persoon("beheerder", R.BEHEERDER, wijk=None)


def told(database: Database, **changes: Any) -> str:
    filled = {"opgetekend_door": SCHRIJVER.id, "organisatie": "Brug", "verteld_op": TODAY, "akkoord_op": TODAY}
    return add_verhalen(database, CLI, [make_verhaal(**{**filled, **changes})]).ids[0]


def rows(database: Database, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.rows(sql, parameters)


def readable(database: Database, verhaal: str) -> bool:
    """Whether anybody who reads everything of this wijk can read it."""
    intern = persoon("lezer", R.BEWONER)
    with database.reading() as cursor:
        return bool(LeesStore(cursor).leesbaar(intern, TODAY, ids=[verhaal]))


def decide(database: Database, wie: Gebruiker, verhaal: str, besluit: Besluit = Besluit.AKKOORD, **changes: Any) -> str:
    newest = rows(database, "SELECT max(versie) FROM verhaal_versie WHERE verhaal = ?", verhaal)[0][0]
    filled = {"versie": newest, "token": new_id(), **changes}
    return beoordeel(database, wie, verhaal, besluit, **filled)


def refusals(database: Database) -> int:
    return int(rows(database, "SELECT count(*) FROM logboek WHERE wat = 'geweigerd'")[0][0])


# Who may


def test_somebody_else_publishes_what_the_teller_agreed_to(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    assert not readable(wijkstore, verhaal)
    decide(wijkstore, NALEZER, verhaal, met_bewoner=True)
    assert readable(wijkstore, verhaal)
    assert rows(wijkstore, "SELECT beoordelaar, met_bewoner FROM beoordeling") == [("proef:nalezer", True)]


@pytest.mark.parametrize(
    ("wie", "sentence"),
    [
        (SCHRIJVER, EIGEN),
        (ELDERS, MAG_NIET),
        (COLLEGA, MAG_NIET),
        (BEHEERDER, MAG_NIET),
        (BEZOEKER, MAG_NIET),
        (replace(NALEZER, toewijzingen=()), MAG_NIET),
        (replace(NALEZER, aanmelding=Aanmelding.AANGEMELD), MAG_NIET),
        (replace(NALEZER, geldig_tot=datetime(2026, 11, 20, 9)), "sessie"),
        (VERVANGER, "vervanger"),
    ],
    ids=[
        "own",
        "other wijk",
        "no reviewer",
        "beheerder",
        "bezoeker",
        "no role",
        "forged",
        "over",
        "stand-in too early",
    ],
)
def test_who_may_not_is_refused_in_a_sentence_and_in_the_logboek(
    wijkstore: Database, wie: Gebruiker, sentence: str
) -> None:
    verhaal = told(wijkstore)
    voorstel = Voorstel("Titel", "Nu zit er altijd iemand.")
    attempts: list[Callable[[], object]] = [
        lambda: te_lezen(wijkstore, wie, verhaal),
        lambda: decide(wijkstore, wie, verhaal),
        lambda: stel_voor(wijkstore, wie, verhaal, voorstel, versie=1, token=new_id()),
        lambda: bevestig_vondst(wijkstore, wie, verhaal, "tekst", 0, 4, versie=1),
    ]
    for number, attempt in enumerate(attempts, start=1):
        with pytest.raises(NietToegestaan, match=sentence.split(".")[0]):
            attempt()
        assert refusals(wijkstore) == number
    assert rows(wijkstore, "SELECT 1 FROM beoordeling") == []


def test_who_proposed_a_version_does_not_review_it(wijkstore: Database) -> None:
    verhaal = told(wijkstore, akkoord_op=None)
    stel_voor(wijkstore, NALEZER, verhaal, Voorstel("De bank", "Nu zit er iemand."), versie=1, token=new_id())
    akkoord_voorgelezen(wijkstore, SCHRIJVER, verhaal, TODAY, versie=2)
    with pytest.raises(NietToegestaan, match="zelf"):
        decide(wijkstore, NALEZER, verhaal)
    decide(wijkstore, TWEEDE, verhaal)
    assert readable(wijkstore, verhaal)


def test_a_name_of_an_import_counts_as_well(wijkstore: Database) -> None:
    verhaal = told(wijkstore, opgetekend_door=" Nalezer ")
    with pytest.raises(NietToegestaan, match="zelf"):
        decide(wijkstore, NALEZER, verhaal)


def test_a_stand_in_reviews_what_waits_too_long(wijkstore: Database) -> None:
    old = TODAY - timedelta(days=15)
    moment = datetime(2026, 11, 5, 12)
    verhaal = told(wijkstore, verteld_op=old, akkoord_op=old, opgetekend_op=moment)
    told(wijkstore)
    rij = wachtrij(wijkstore, VERVANGER)
    assert [it.verhaal for it in rij.na_te_lezen] == [verhaal]
    assert rij.na_te_lezen[0].dagen == 15
    decide(wijkstore, VERVANGER, verhaal)
    assert readable(wijkstore, verhaal)


# What must come first


def test_nothing_is_published_without_the_tellers_yes_to_these_words(wijkstore: Database) -> None:
    verhaal = told(wijkstore, akkoord_op=None)
    with pytest.raises(OngeldigeInvoer, match="verteller"):
        decide(wijkstore, NALEZER, verhaal)
    stel_voor(wijkstore, NALEZER, verhaal, Voorstel("De bank", "Nu zit er iemand."), versie=1, token=new_id())
    with pytest.raises(OngeldigeInvoer, match="verteller"):
        decide(wijkstore, TWEEDE, verhaal)


@pytest.mark.parametrize("veld", ["titel", "tekst", "waarom", "wens", "citaat", "namens"])
def test_a_name_in_any_field_keeps_a_verhaal_from_being_published(wijkstore: Database, veld: str) -> None:
    words = {"tekst": MET_NAAM, "citaat": MET_NAAM.split(". ")[0] + "."}.get(veld, "Van Karin van Dalen")
    changes: dict[str, Any] = {veld: words} | ({"tekst": MET_NAAM} if veld == "citaat" else {})
    verhaal = told(wijkstore, **({"citaat": None} | changes))
    with pytest.raises(OngeldigeInvoer) as caught:
        decide(wijkstore, NALEZER, verhaal)
    assert veld in {probleem.veld for probleem in caught.value.problemen}
    assert "Karin" not in str(caught.value)
    for mark in te_lezen(wijkstore, NALEZER, verhaal).vondsten:
        bevestig_vondst(wijkstore, NALEZER, verhaal, mark.veld, mark.vondst.begin, mark.vondst.eind, versie=1)
    decide(wijkstore, NALEZER, verhaal)
    assert readable(wijkstore, verhaal)


def test_a_gentle_mark_may_stay(wijkstore: Database) -> None:
    tekst = "Mijn dochter is ziek. Nu zit er altijd iemand."
    assert [it.direct for it in find(tekst)] != []
    assert not any(it.direct for it in find(tekst))
    verhaal = told(wijkstore, tekst=tekst)
    decide(wijkstore, NALEZER, verhaal)
    assert readable(wijkstore, verhaal)


def test_only_a_mark_that_is_there_is_confirmed_and_never_its_words(wijkstore: Database) -> None:
    verhaal = told(wijkstore, tekst=MET_NAAM)
    with pytest.raises(NietGevonden):
        bevestig_vondst(wijkstore, NALEZER, verhaal, "tekst", 1, 3, versie=1)
    mark = te_lezen(wijkstore, NALEZER, verhaal).vondsten[0].vondst
    for _ in range(2):
        bevestig_vondst(wijkstore, NALEZER, verhaal, "tekst", mark.begin, mark.eind, versie=1)
    assert rows(wijkstore, "SELECT veld, begin, door FROM vondst_akkoord") == [("tekst", mark.begin, "proef:nalezer")]


def test_what_changed_meanwhile_is_read_again(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    stel_voor(wijkstore, TWEEDE, verhaal, Voorstel("De bank", "Nu zit er iemand."), versie=1, token=new_id())
    with pytest.raises(OngeldigeInvoer, match=INTUSSEN_ANDERS.split(".")[0]):
        decide(wijkstore, NALEZER, verhaal, versie=1)


def test_a_citaat_of_a_proposal_stands_in_its_text(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    bad = Voorstel(" ", "Nu zit er iemand.", citaat="Dit zei niemand.")
    with pytest.raises(OngeldigeInvoer) as caught:
        stel_voor(wijkstore, NALEZER, verhaal, bad, versie=1, token=new_id())
    assert {probleem.veld for probleem in caught.value.problemen} == {"titel", "citaat"}


@pytest.mark.parametrize("besluit", [Besluit.GEWEIGERD, Besluit.VERBORGEN])
@pytest.mark.parametrize("reden", [None, "niet mooi genoeg"])
def test_there_are_four_reasons_to_refuse(wijkstore: Database, besluit: Besluit, reden: str | None) -> None:
    verhaal = told(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="alleen om deze redenen"):
        decide(wijkstore, NALEZER, verhaal, besluit, reden=reden)
    decide(wijkstore, NALEZER, verhaal, besluit, reden=Weigerreden.ONVEILIG)
    with pytest.raises(NietToegestaan, match=WACHT_NIET):
        decide(wijkstore, NALEZER, verhaal)


def test_a_question_goes_back_to_the_teller(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="wilt vragen"):
        decide(wijkstore, NALEZER, verhaal, Besluit.TERUG_NAAR_VERTELLER)
    decide(wijkstore, NALEZER, verhaal, Besluit.TERUG_NAAR_VERTELLER, vraag="Mag de bank erin blijven?")
    rij = wachtrij(wijkstore, NALEZER)
    assert [it.reden for it in rij.nog_niet] == [Wachtreden.VERTELLER]
    assert rows(wijkstore, "SELECT vraag FROM beoordeling") == [("Mag de bank erin blijven?",)]


def test_the_same_token_decides_once(wijkstore: Database) -> None:
    verhaal, token = told(wijkstore), new_id()
    assert decide(wijkstore, NALEZER, verhaal, token=token) == decide(wijkstore, NALEZER, verhaal, token=token)
    voorstel, send = Voorstel("De bank", "Nu zit er iemand."), new_id()
    ander = told(wijkstore)
    made = [stel_voor(wijkstore, NALEZER, ander, voorstel, versie=1, token=send) for _ in range(2)]
    assert made == [2, 2]
    assert rows(wijkstore, "SELECT count(*) FROM beoordeling") == [(1,)]


def test_what_was_taken_back_is_not_there_any_more(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    withdraw_verhaal(wijkstore, verhaal, "verteller")
    for attempt in (
        lambda: te_lezen(wijkstore, NALEZER, verhaal),
        lambda: decide(wijkstore, NALEZER, verhaal),
        lambda: meld(wijkstore, BEZOEKER, verhaal, None, token=new_id(), wie="x", telling=Telling()),
        lambda: vraag_na(wijkstore, COLLEGA, verhaal, blijft=True, token=new_id()),
        lambda: akkoord_voorgelezen(wijkstore, SCHRIJVER, verhaal, TODAY, versie=1),
    ):
        with pytest.raises(NietGevonden):
            attempt()
    assert wachtrij(wijkstore, NALEZER).na_te_lezen == ()


# The queue


def test_the_queue_is_oldest_first_in_her_wijken_and_without_her_own(wijkstore: Database) -> None:
    earlier = {"verteld_op": date(2026, 11, 2), "akkoord_op": date(2026, 11, 2), "opgetekend_op": datetime(2026, 11, 2)}
    new, old = told(wijkstore), told(wijkstore, **earlier)
    told(wijkstore, gebied=ANDERE_WIJK)
    told(wijkstore, opgetekend_door=NALEZER.id)
    rij = wachtrij(wijkstore, NALEZER)
    assert [it.verhaal for it in rij.na_te_lezen] == [old, new]
    assert [it.dagen for it in rij.na_te_lezen] == [18, 0]
    assert rij.eigen == 1


def test_who_reviews_nowhere_has_no_queue(wijkstore: Database) -> None:
    with pytest.raises(NietToegestaan):
        wachtrij(wijkstore, COLLEGA)
    assert refusals(wijkstore) == 1


# Who depends on the writer


def dependent(database: Database, days_ago: int = 8) -> str:
    """Added so many days ago: the time to think it over begins when it is written down."""
    now = database.now
    database.now = lambda: now() - timedelta(days=days_ago)
    day = TODAY - timedelta(days=days_ago)
    verhaal = told(database, afhankelijk=True, verteld_op=day, akkoord_op=day)
    database.now = now
    return verhaal


def test_nobody_reads_it_while_the_teller_thinks_it_over(wijkstore: Database) -> None:
    verhaal = dependent(wijkstore, days_ago=7)
    rij = wachtrij(wijkstore, NALEZER)
    assert [(it.reden, it.titel) for it in rij.nog_niet] == [(Wachtreden.BEDENKTIJD, "")]
    with pytest.raises(NietToegestaan, match=NOG_NIET.split(":")[0]):
        decide(wijkstore, NALEZER, verhaal)
    with pytest.raises(OngeldigeInvoer, match="denkt nog na"):
        vraag_na(wijkstore, COLLEGA, verhaal, blijft=True, token=new_id())


def test_a_colleague_asks_again_before_anybody_reviews(wijkstore: Database) -> None:
    verhaal = dependent(wijkstore)
    with pytest.raises(NietToegestaan, match="nog niet nalezen"):
        decide(wijkstore, NALEZER, verhaal)
    for wie in (SCHRIJVER, VREEMDE):
        assert na_te_vragen(wijkstore, wie) == ()
        with pytest.raises(NietToegestaan):
            vraag_na(wijkstore, wie, verhaal, blijft=True, token=new_id())
    assert [it.verhaal for it in na_te_vragen(wijkstore, COLLEGA)] == [verhaal]
    vraag_na(wijkstore, COLLEGA, verhaal, blijft=True, token=new_id())
    assert not readable(wijkstore, verhaal)
    decide(wijkstore, NALEZER, verhaal)
    assert readable(wijkstore, verhaal)


def test_no_takes_the_verhaal_back_at_once(wijkstore: Database) -> None:
    verhaal, token = dependent(wijkstore), new_id()
    for _ in range(2):
        vraag_na(wijkstore, COLLEGA, verhaal, blijft=False, token=token)
    assert rows(wijkstore, "SELECT verhaal FROM intrekking") == [(verhaal,)]
    assert rows(wijkstore, "SELECT tekst FROM verhaal_versie") == [(None,)]


# The teller's yes


def test_what_was_told_becomes_public_when_the_teller_agrees(wijkstore: Database) -> None:
    verhaal = told(wijkstore, akkoord_op=None)
    assert [it.verhaal for it in voor_te_lezen(wijkstore, COLLEGA)] == [verhaal]
    assert voor_te_lezen(wijkstore, VREEMDE) == ()
    with pytest.raises(NietToegestaan):
        akkoord_voorgelezen(wijkstore, VREEMDE, verhaal, TODAY, versie=1)
    for day in (TODAY + timedelta(days=1), TODAY - timedelta(days=1)):
        with pytest.raises(OngeldigeInvoer):
            akkoord_voorgelezen(wijkstore, SCHRIJVER, verhaal, day, versie=1)
    akkoord_voorgelezen(wijkstore, SCHRIJVER, verhaal, TODAY, versie=1)
    told_and_public = rows(wijkstore, "SELECT soort, akkoord_op FROM verhaal_versie ORDER BY versie")
    assert told_and_public == [("oorspronkelijk", None), ("publiek", TODAY)]
    assert rows(wijkstore, "SELECT versie, akkoord_op FROM citaat ORDER BY versie") == [(1, None), (2, TODAY)]
    decide(wijkstore, NALEZER, verhaal)
    assert readable(wijkstore, verhaal)


# Somebody recognises herself


def published(database: Database, **changes: Any) -> str:
    verhaal = told(database, **changes)
    decide(database, NALEZER, verhaal)
    return verhaal


def report(database: Database, verhaal: str, telling: Telling, **changes: Any) -> str:
    filled = {"token": new_id(), "wie": "hier", **changes}
    return meld(database, BEZOEKER, verhaal, "Dit ben ik.", telling=telling, **filled)


def test_a_melding_hides_at_once_and_a_nalezer_brings_it_back(wijkstore: Database) -> None:
    verhaal, telling = published(wijkstore), Telling()
    melding = report(wijkstore, verhaal, telling)
    assert not readable(wijkstore, verhaal)
    assert [it.reden for it in wachtrij(wijkstore, NALEZER).na_te_lezen] == [Wachtreden.MELDING]
    assert te_lezen(wijkstore, NALEZER, verhaal).meldingen[0].toelichting == "Dit ben ik."
    for wie in (SCHRIJVER, ELDERS, COLLEGA):
        with pytest.raises(NietToegestaan):
            handel_af(wijkstore, wie, melding, Uitkomst.BLIJFT, token=new_id())
    handel_af(wijkstore, NALEZER, melding, Uitkomst.BLIJFT, token=new_id())
    assert readable(wijkstore, verhaal)
    assert rows(wijkstore, "SELECT toelichting, uitkomst FROM verhaal_melding") == [(None, "blijft")]
    with pytest.raises(NietToegestaan, match="al eerder"):
        report(wijkstore, verhaal, telling)
    assert AL_GEMELD
    assert readable(wijkstore, verhaal)
    report(wijkstore, verhaal, telling, wie="iemand anders")
    assert not readable(wijkstore, verhaal)


def test_a_hidden_verhaal_stays_hidden(wijkstore: Database) -> None:
    verhaal = published(wijkstore)
    melding = report(wijkstore, verhaal, Telling())
    with pytest.raises(OngeldigeInvoer, match="redenen"):
        handel_af(wijkstore, NALEZER, melding, Uitkomst.VERBORGEN, token=new_id())
    token = new_id()
    for _ in range(2):
        handel_af(wijkstore, NALEZER, melding, Uitkomst.VERBORGEN, token=token, reden=Weigerreden.TE_HERKENBAAR)
    assert not readable(wijkstore, verhaal)
    assert rows(wijkstore, "SELECT besluit FROM beoordeling ORDER BY op") == [("akkoord",), ("verborgen",)]


def test_changed_means_agreed_and_reviewed_again(wijkstore: Database) -> None:
    verhaal = published(wijkstore)
    melding = report(wijkstore, verhaal, Telling())
    with pytest.raises(OngeldigeInvoer, match="nieuwe tekst"):
        handel_af(wijkstore, NALEZER, melding, Uitkomst.AANGEPAST, token=new_id())
    now = wijkstore.now
    wijkstore.now = lambda: now() + timedelta(minutes=1)
    stel_voor(wijkstore, TWEEDE, verhaal, Voorstel("De bank", "Nu zit er iemand."), versie=1, token=new_id())
    with pytest.raises(OngeldigeInvoer, match="nieuwe tekst"):
        handel_af(wijkstore, NALEZER, melding, Uitkomst.AANGEPAST, token=new_id())
    akkoord_voorgelezen(wijkstore, SCHRIJVER, verhaal, TODAY, versie=2)
    decide(wijkstore, NALEZER, verhaal)
    assert not readable(wijkstore, verhaal)
    handel_af(wijkstore, NALEZER, melding, Uitkomst.AANGEPAST, token=new_id())
    assert readable(wijkstore, verhaal)


def test_what_one_cannot_read_one_cannot_report(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=(Gebruik.LEREN,))
    with pytest.raises(NietGevonden):
        report(wijkstore, verhaal, Telling())
    assert rows(wijkstore, "SELECT 1 FROM verhaal_melding") == []


def test_reporting_all_over_is_stopped(wijkstore: Database) -> None:
    telling = Telling()
    for _ in range(5):
        report(wijkstore, published(wijkstore), telling)
    with pytest.raises(NietToegestaan, match="te vaak"):
        report(wijkstore, published(wijkstore), telling)
    assert refusals(wijkstore) == 1


def test_the_logboek_holds_no_words(wijkstore: Database) -> None:
    verhaal = published(wijkstore)
    report(wijkstore, verhaal, Telling())
    lines = " ".join(str(row) for row in rows(wijkstore, "SELECT * FROM logboek"))
    assert "Dit ben ik" not in lines
    assert "bank" not in lines


# No order of calls publishes what should not be

PEOPLE = st.sampled_from([NALEZER, TWEEDE, SCHRIJVER, COLLEGA, VREEMDE, ELDERS, BEHEERDER, BEZOEKER])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["akkoord", "weiger", "terug", "stel", "stel-naam", "ja", "vondst", "navraag", "meld", "blijft"]
        ),
        PEOPLE,
    ),
    min_size=3,
    max_size=14,
)


def take(database: Database, verhaal: str, step: str, wie: Gebruiker) -> None:
    newest = rows(database, "SELECT max(versie) FROM verhaal_versie WHERE verhaal = ?", verhaal)[0][0]

    def propose(voorstel: Voorstel) -> None:
        stel_voor(database, wie, verhaal, voorstel, versie=newest, token=new_id())

    def confirm() -> None:
        for mark in te_lezen(database, wie, verhaal).vondsten[:1]:
            bevestig_vondst(database, wie, verhaal, mark.veld, mark.vondst.begin, mark.vondst.eind, versie=newest)

    def close() -> None:
        for (melding,) in rows(database, "SELECT id FROM verhaal_melding WHERE verhaal = ?", verhaal):
            handel_af(database, wie, melding, Uitkomst.BLIJFT, token=new_id())

    actions: dict[str, Callable[[], object]] = {
        "akkoord": lambda: decide(database, wie, verhaal),
        "weiger": lambda: decide(database, wie, verhaal, Besluit.GEWEIGERD, reden=Weigerreden.ONVEILIG),
        "terug": lambda: decide(database, wie, verhaal, Besluit.TERUG_NAAR_VERTELLER, vraag="Klopt dit?"),
        "stel": lambda: propose(Voorstel("De bank", "Nu zit er iemand.")),
        "stel-naam": lambda: propose(Voorstel("Karin van Dalen", MET_NAAM)),
        "ja": lambda: akkoord_voorgelezen(database, wie, verhaal, TODAY, versie=newest),
        "vondst": confirm,
        "navraag": lambda: vraag_na(database, wie, verhaal, blijft=True, token=new_id()),
        "meld": lambda: meld(database, wie, verhaal, None, token=new_id(), wie=new_id(), telling=Telling()),
        "blijft": close,
    }
    actions[step]()


def is_right(database: Database, verhaal: str) -> bool:
    """What must be true of a verhaal that can be read, asked of the rows themselves."""
    versie, tekst, titel, akkoord = rows(
        database,
        "SELECT versie, tekst, titel, akkoord_op FROM verhaal_versie WHERE verhaal = ? AND soort = 'publiek'"
        " AND akkoord_op IS NOT NULL ORDER BY versie DESC LIMIT 1",
        verhaal,
    )[0]
    besluit, door, over = rows(
        database,
        "SELECT besluit, beoordelaar, versie FROM beoordeling WHERE verhaal = ? ORDER BY op DESC LIMIT 1",
        verhaal,
    )[0]
    writers = {row[0] for row in rows(database, "SELECT gemaakt_door FROM verhaal_versie WHERE verhaal = ?", verhaal)}
    seen = set(
        rows(database, "SELECT veld, begin FROM vondst_akkoord WHERE verhaal = ? AND versie = ?", verhaal, versie)
    )
    marks = {(veld, it.begin) for veld, text in (("titel", titel), ("tekst", tekst)) for it in find(text) if it.direct}
    afhankelijk = rows(database, "SELECT afhankelijk FROM verhaal_herkomst WHERE verhaal = ?", verhaal)[0][0]
    asked = rows(database, "SELECT door FROM navraag WHERE verhaal = ? AND blijft", verhaal)
    return (
        akkoord is not None
        and (besluit, over) == ("akkoord", versie)
        and door not in {*writers, SCHRIJVER.id}
        and marks <= seen
        and (not afhankelijk or asked == [(COLLEGA.id,)])
        and rows(database, "SELECT 1 FROM verhaal_melding WHERE verhaal = ? AND uitkomst IS NULL", verhaal) == []
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS, st.booleans(), st.booleans(), st.sampled_from([MET_NAAM, "Nu zit er altijd iemand."]))
def test_no_order_of_calls_publishes_without_yes_four_eyes_and_resolved_marks(
    wijkstore: Database, steps: list[tuple[str, Gebruiker]], agreed: bool, afhankelijk: bool, tekst: str
) -> None:
    day = TODAY - timedelta(days=20)
    now = wijkstore.now
    wijkstore.now = lambda: now() - timedelta(days=20)
    changes = {"tekst": tekst, "citaat": None, "afhankelijk": afhankelijk, "verteld_op": day}
    verhaal = told(wijkstore, **changes, akkoord_op=day if agreed else None)
    wijkstore.now = now
    for step, wie in steps:
        try:
            take(wijkstore, verhaal, step, wie)
        except MonitorError:
            continue
        if readable(wijkstore, verhaal):
            assert is_right(wijkstore, verhaal)


def test_the_right_order_does_publish(wijkstore: Database) -> None:
    """So that the test above cannot pass because nothing is ever published."""
    verhaal = dependent(wijkstore)
    for step, wie in (("navraag", COLLEGA), ("stel", TWEEDE), ("ja", SCHRIJVER), ("akkoord", NALEZER)):
        take(wijkstore, verhaal, step, wie)
    assert readable(wijkstore, verhaal)
    assert is_right(wijkstore, verhaal)
