"""The example: an invented gemeente, loaded from data/voorbeeld through the same services as anybody's data."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from monitor.domain.gebruiker import BEZOEKER, opdracht_gebruiker
from monitor.domain.proef import proefrol
from monitor.domain.regels import UITNODIGING_DUUR
from monitor.errors import MonitorError
from monitor.nl import today_amsterdam
from monitor.services import (
    indicatoren,
    instellingen,
    intrekken,
    meldingen,
    nalezen,
    verhalen,
    voorstellen,
    wijkzaken,
)
from monitor.services.drempel import Telling
from monitor.services.inlezen import load
from monitor.services.invoer import new_id
from monitor.services.invoerrijen import InvoerRij, read_rijen, rows_of
from monitor.services.tellen import set_nulmeting
from monitor.services.themas import ensure_themas
from monitor.services.voorbeeld_bestanden import BRON, GEMEENTE, Inhoud, VerhaalRij, read_inhoud
from monitor.services.voorbeeld_kiezen import write_kiezen
from monitor.services.voorbeeld_leesrondes import write_leesrondes
from monitor.services.voorbeeld_raadsstuk import write_raadsstukken
from monitor.services.voorbeeld_sleutels import beside
from monitor.services.voorbeeld_straat import write_straat
from monitor.services.voorbeeld_wijkgesprek import write_wijkgesprekken
from monitor.services.voorbeeld_wijkplan import write_wijkplannen
from monitor.settings import VOORBEELD
from monitor.store.activiteit_store import ActiviteitStore
from monitor.store.database import Database
from monitor.store.inbreng_store import InbrengStore
from monitor.store.intrekkingen import remembered, withdrawn
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.uitnodiging_store import UitnodigingStore
from monitor.store.voorbeeld_store import (
    add_organisaties,
    add_terugkoppelingen,
    holds_example,
    holds_nothing,
    remove_example,
)


@dataclass(frozen=True, slots=True)
class VoorbeeldGeladen:
    """What loading the example put in the store; all zero when it was there already."""

    gebieden: int = 0
    indicatoren: int = 0
    metingen: int = 0
    verhalen: int = 0


def is_empty(database: Database) -> bool:
    """Whether nobody has put anything in the store yet."""
    with database.reading() as cursor:
        return holds_nothing(cursor)


def is_loaded(database: Database) -> bool:
    """Whether the example is in the store."""
    with database.reading() as cursor:
        return holds_example(cursor)


def load_voorbeeld(database: Database, door: str, *, map_met_bestanden: Path = VOORBEELD) -> VoorbeeldGeladen:
    """Load the example. Does nothing when it is there already; leaves nothing behind when a file is wrong.

    What somebody took back or removed from an earlier example is here again, under another id: nobody told it. What
    was taken back stays taken back: nothing is forgotten of that, and an older backup does not bring it back.
    """
    if is_loaded(database):
        return VoorbeeldGeladen()
    weg = frozenset((*remembered(database.path), *withdrawn(database)))
    inhoud = read_inhoud(map_met_bestanden, weg)
    try:
        _write(database, inhoud, door, map_met_bestanden, weg)
    except MonitorError:
        remove_example(database)
        raise
    return VoorbeeldGeladen(
        gebieden=len(set(inhoud.bestand.gebieden["code"].to_pylist())),
        indicatoren=len({indicator.code for indicator in inhoud.eigen_indicatoren}) + len(inhoud.bestand.indicatoren),
        metingen=inhoud.bestand.metingen.num_rows,
        verhalen=len(inhoud.verhalen),
    )


def remove_voorbeeld(database: Database, door: str) -> bool:
    """Take the example out again, with all that was added to its gebieden. False when it was not there."""
    if not is_loaded(database):
        return False
    remove_example(database)
    with database.writing() as cursor:
        insert_logboek(cursor, [logboek_rij(database.now(), door, "weggehaald", "voorbeeld", GEMEENTE)])
    return True


# Writing, in the order in which one thing refers to another


def _write(database: Database, inhoud: Inhoud, door: str, folder: Path, weg: Collection[str]) -> None:
    with database.writing() as cursor:
        ensure_themas(cursor)
    indicatoren.ensure_bron(database, BRON.code, BRON.naam, BRON.uitgever, BRON.toelichting or "", door)
    with rows_of(folder / "indicatoren.csv"):
        indicatoren.add_indicatoren(database, inhoud.eigen_indicatoren, door)
    load(database, inhoud.bestand, door=door, voorbeeld=True)
    added: tuple[tuple[str, Callable[..., object], Sequence[object]], ...] = (
        ("opvolgers.csv", wijkzaken.add_opvolgers, inhoud.opvolgers),
        ("initiatieven.csv", wijkzaken.add_initiatieven, inhoud.initiatieven),
        ("plekken.csv", wijkzaken.add_plekken, inhoud.plekken),
        ("activiteiten.csv", wijkzaken.add_activiteiten, inhoud.activiteiten),
        ("gebeurtenissen.csv", wijkzaken.add_gebeurtenissen, inhoud.gebeurtenissen),
        ("financiering.csv", wijkzaken.add_financiering, inhoud.financiering),
        ("geldig_in.csv", indicatoren.add_adopties, inhoud.adopties),
        ("draagvlak.csv", indicatoren.add_draagvlak, inhoud.draagvlak),
        ("bezwaren.csv", indicatoren.add_bezwaren, inhoud.bezwaren),
        ("indicator_status.csv", indicatoren.add_statussen, inhoud.statussen),
    )
    for name, add, rows in added:
        with rows_of(folder / name):
            add(database, rows, door)
    _write_activiteiten(database, inhoud)
    write_kiezen(database, folder, door, weg)
    for indicator, gebied, periode in read_rijen(folder / "nulmetingen.csv", _nulmeting):
        set_nulmeting(database, opdracht_gebruiker(door), gebied, indicator, periode)
    _write_omgeving(database, inhoud)
    _write_verhalen(database, inhoud.verhalen, door, folder)
    # A verhaal that the example itself takes back keeps its id: see read_inhoud.
    kept = {it.nieuw.id for it in inhoud.verhalen if it.ingetrokken_op}
    with beside(frozenset(weg) - kept):
        write_leesrondes(database, folder, door)
        write_wijkgesprekken(database, folder, door)
        write_wijkplannen(database, folder, door)
        write_straat(database, folder, door)
        write_raadsstukken(database, folder, door)


def _nulmeting(rij: InvoerRij) -> tuple[str, str, str]:
    return rij.tekst("indicator"), rij.tekst("gebied"), rij.tekst("periode")


def _write_verhalen(database: Database, rijen: tuple[VerhaalRij, ...], door: str, folder: Path) -> None:
    with rows_of(folder / "verhalen.jsonl"):
        verhalen.add_verhalen(database, opdracht_gebruiker(door), [rij.nieuw for rij in rijen])
        nalezen.add_beoordelingen(database, [beoordeling for rij in rijen for beoordeling in rij.beoordelingen])
        for rij in rijen:
            _write_vervolg(database, rij, door)


def _write_vervolg(database: Database, rij: VerhaalRij, door: str) -> None:
    """What happened to a verhaal afterwards, through the services that people use for it."""
    verhaal = rij.nieuw.id or ""
    if rij.ingetrokken_op:
        intrekken.withdraw_verhaal(database, verhaal, door, op=rij.ingetrokken_op)
    for versie, (maker, voorstel) in enumerate(rij.voorstellen, start=1):
        nalezer = proefrol(maker).gebruiker
        voorstellen.stel_voor(database, nalezer, verhaal, voorstel, versie=versie, token=new_id())
    for toelichting in rij.meldingen:
        meldingen.meld(database, BEZOEKER, verhaal, toelichting, token=new_id(), wie="voorbeeld", telling=Telling())
    if rij.terugkoppelingen:
        with database.writing() as cursor:
            add_terugkoppelingen(cursor, rij.terugkoppelingen)


def _write_activiteiten(database: Database, inhoud: Inhoud) -> None:
    """How things went on, what people noticed, what things began with and who takes part."""
    now = database.now()
    with database.writing() as cursor:
        store = ActiviteitStore(cursor)
        store.add_voortgang(inhoud.voortgang)
        for signaal in inhoud.signalen:
            InbrengStore(cursor).add_signaal(signaal)
        store.add_aanleidingen([{**rij, "gemaakt_op": now} for rij in inhoud.aanleidingen])
        store.add_partners(inhoud.partners)


def _write_omgeving(database: Database, inhoud: Inhoud) -> None:
    """The organisaties, the settings, and an invitation that holds from today."""
    now = database.now()
    tot = today_amsterdam(now) + UITNODIGING_DUUR
    with database.writing() as cursor:
        add_organisaties(cursor, inhoud.organisaties)
        instellingen.write_voorbeeld(cursor, inhoud.instellingen, database)
        for rij in inhoud.uitnodigingen:
            UitnodigingStore(cursor).add({**rij, "gemaakt_op": now, "geldig_tot": tot, "ingetrokken_op": None})
