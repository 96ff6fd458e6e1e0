"""A public version that a nalezer proposes, the teller's yes to it, and marks that are no personal data."""

from datetime import date, datetime

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.nalezen import VerhaalTekst, Voorstel, WachtendVerhaal, Wachtreden
from monitor.domain.rechten import Handeling, wijken_voor
from monitor.domain.regels import check_citaat
from monitor.errors import NietGevonden, OngeldigeInvoer, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, new_id, raise_problems, tekst_problemen
from monitor.services.nalezen import INTUSSEN_ANDERS
from monitor.services.nalezers import is_own, reviewing, sinds, stand_in, stand_of, wachtreden
from monitor.services.persoonsgegevens import bekend_uit
from monitor.services.rechten import refuse, require, require_somewhere
from monitor.services.verhaalstand import changed
from monitor.services.verhalen import TEKST_MAX, TITEL_MAX
from monitor.services.vondsten import gemerkt
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.nalees_store import NaleesStand, NaleesStore
from monitor.store.rijen import Rij, insert_logboek, logboek_rij

SOORT = "voorstel"
"""What the tokens of this form stand for."""
NIET_UW_VERTELLER = "U leest alleen voor wat u zelf of een collega van uw organisatie opschreef."


def stel_voor(
    database: Database, gebruiker: Gebruiker, verhaal: str, voorstel: Voorstel, *, versie: int, token: str
) -> int:
    """Propose a public version and citaat of the version that was read; the number of the new version, once per token.

    Nobody reads it before the teller agreed and somebody else than its maker reviewed it.
    """
    with database.reading() as cursor:
        earlier = InzendingStore(cursor).doel(token, SOORT)
    if earlier is not None:
        return int(earlier.rpartition("/")[2])
    gebruiker, _ = reviewing(database, gebruiker, verhaal)
    raise_problems(_problemen(voorstel))
    with database.writing() as cursor:
        stand, now = stand_in(cursor, verhaal), database.now()
        if stand.versie != versie:
            raise OngeldigeInvoer(INTUSSEN_ANDERS)
        nieuw = _append(cursor, stand, voorstel, gebruiker.id, now, None)
        InzendingStore(cursor).add(token, SOORT, f"{verhaal}/{nieuw}", now)
        velden = [veld for veld in ("titel", "tekst", "citaat", "waarom", "wens") if getattr(voorstel, veld)]
        insert_logboek(cursor, [logboek_rij(now, gebruiker.id, "voorgesteld", "verhaal", verhaal, velden)])
        return nieuw


def bevestig_vondst(
    database: Database, gebruiker: Gebruiker, verhaal: str, veld: str, begin: int, eind: int, *, versie: int
) -> None:
    """Keep that a nalezer looked at a mark and that it leads to nobody. Doing it again changes nothing.

    Raises OngeldigeInvoer when the text is another by now, NietGevonden when there is no such mark in it.
    """
    gebruiker, _ = reviewing(database, gebruiker, verhaal)
    bekend = bekend_uit(database)
    with database.writing() as cursor:
        stand, store, now = stand_in(cursor, verhaal), NaleesStore(cursor), database.now()
        if stand.versie != versie:
            raise OngeldigeInvoer(INTUSSEN_ANDERS)
        marks = gemerkt(cursor, verhaal, store.versies(verhaal)[-1], store.kenmerken(verhaal)[1], bekend)
        place = (veld, begin, eind)
        mark = next((it for it in marks if (it.veld, it.vondst.begin, it.vondst.eind) == place), None)
        if mark is None:
            raise NietGevonden("Op deze plek is niets aangestreept.")
        store.add_akkoorden([akkoord_rij(verhaal, versie, place, mark.vondst.soort.value, gebruiker.id, now)])
        insert_logboek(cursor, [logboek_rij(now, gebruiker.id, "vondst bekeken", "verhaal", verhaal, [veld])])


def akkoord_rij(verhaal: str, versie: int, place: tuple[str, int, int], soort: str, door: str, op: datetime) -> Rij:
    """A mark that somebody looked at: only where it stands, never what stands there."""
    veld, begin, eind = place
    return {
        "verhaal": verhaal,
        "versie": versie,
        "veld": veld,
        "begin": begin,
        "eind": eind,
        "soort": soort,
        "door": door,
        "op": op,
    }


# The teller's yes


def voor_te_lezen(database: Database, gebruiker: Gebruiker) -> tuple[WachtendVerhaal, ...]:
    """What waits for the yes of a teller whom this welzijnswerker, or a colleague, wrote down: longest first."""
    gebruiker = require_somewhere(database, gebruiker, Handeling.NAVRAGEN)
    today = today_amsterdam(database.now())
    with database.reading() as cursor:
        standen = NaleesStore(cursor).standen(wijken_voor(gebruiker, Handeling.NAVRAGEN))
    mine = [it for it in standen if _needs_yes(it, today) and knows_teller(gebruiker, it)]
    return tuple(sorted((_wachtend(it, today) for it in mine), key=lambda it: (it.sinds, it.verhaal)))


def tekst_om_voor_te_lezen(database: Database, gebruiker: Gebruiker, verhaal: str) -> VerhaalTekst:
    """The newest version of a verhaal whose teller has not agreed yet, for who reads it to her."""
    _, stand = _reading_aloud(database, gebruiker, verhaal)
    with database.reading() as cursor:
        return next(it for it in NaleesStore(cursor).versies(verhaal) if it.versie == stand.versie)


def akkoord_voorgelezen(database: Database, gebruiker: Gebruiker, verhaal: str, op: date, *, versie: int) -> None:
    """Keep that the text was read to the teller and that she agreed on the day `op`; a nalezer looks after that.

    Raises NietToegestaan when this person has nothing to do with the teller, OngeldigeInvoer on a day that cannot be.
    """
    gebruiker, _ = _reading_aloud(database, gebruiker, verhaal)
    with database.writing() as cursor:
        stand, now = stand_in(cursor, verhaal), database.now()
        if stand.versie != versie:
            raise OngeldigeInvoer(INTUSSEN_ANDERS)
        if not stand.verteld_op <= op <= today_amsterdam(now):
            raise OngeldigeInvoer([Probleem("Kies een dag tussen het vertellen en vandaag.", "akkoord_op")])
        write_akkoord(cursor, stand, op, gebruiker.id, now)


def write_akkoord(cursor: Cursor, stand: NaleesStand, dag: date, door: str, now: datetime) -> int:
    """The teller agrees to the newest version, in the transaction of a caller who asked whether that may.

    What was told becomes the public version when nobody proposed another. Gives the version that she agreed to.
    """
    versie = stand.versie
    if stand.publiek:
        NaleesStore(cursor).agree(stand.verhaal, versie, dag)
    else:
        told = next(it for it in NaleesStore(cursor).versies(stand.verhaal) if it.versie == versie)
        same = Voorstel(told.titel, told.tekst, told.citaat, told.waarom, told.wens)
        versie = _append(cursor, stand, same, stand.opgetekend_door, now, dag)
    changed(cursor, [stand.verhaal])
    insert_logboek(cursor, [logboek_rij(now, door, "akkoord", "verhaal", stand.verhaal, ["akkoord_op"])])
    return versie


def knows_teller(gebruiker: Gebruiker, stand: NaleesStand) -> bool:
    """Whether this person wrote the verhaal down, or works for the organisatie for which it was written down."""
    return is_own(gebruiker, stand) or (stand.organisatie is not None and stand.organisatie in gebruiker.organisaties)


def _reading_aloud(database: Database, gebruiker: Gebruiker, verhaal: str) -> tuple[Gebruiker, NaleesStand]:
    stand = stand_of(database, verhaal)
    gebruiker = require(database, gebruiker, Handeling.NAVRAGEN, stand.gebied)
    if not knows_teller(gebruiker, stand):
        refuse(database, gebruiker, Handeling.NAVRAGEN, verhaal, NIET_UW_VERTELLER)
    if not _needs_yes(stand, today_amsterdam(database.now())):
        raise OngeldigeInvoer("Bij dit verhaal hoeft de verteller nu niets te zeggen.")
    return gebruiker, stand


def _needs_yes(stand: NaleesStand, today: date) -> bool:
    return stand.akkoord_op is None and wachtreden(stand, today) is not None


def _wachtend(stand: NaleesStand, today: date) -> WachtendVerhaal:
    since = sinds(stand, today)
    days = (today - since).days
    return WachtendVerhaal(stand.verhaal, stand.gebied, stand.wijk, stand.titel, Wachtreden.VERTELLER, since, days)


def _problemen(voorstel: Voorstel) -> list[Probleem]:
    problemen = list(tekst_problemen(voorstel))
    checks = (
        (not bare(voorstel.titel), "titel", "Geef het verhaal een titel."),
        (len(voorstel.titel) > TITEL_MAX, "titel", f"De titel is te lang: hoogstens {TITEL_MAX} tekens."),
        (not bare(voorstel.tekst), "tekst", "Er staat nog geen verhaal."),
        (len(voorstel.tekst) > TEKST_MAX, "tekst", f"Het verhaal is te lang: hoogstens {TEKST_MAX} tekens."),
        (len(voorstel.waarom or "") > TEKST_MAX, "waarom", f"Dit is te lang: hoogstens {TEKST_MAX} tekens."),
        (len(voorstel.wens or "") > TEKST_MAX, "wens", f"Dit is te lang: hoogstens {TEKST_MAX} tekens."),
    )
    problemen += [Probleem(melding, veld) for wrong, veld, melding in checks if wrong]
    citaat = bare(voorstel.citaat)
    if citaat is not None:
        try:
            check_citaat(citaat, voorstel.tekst)
        except OngeldigeInvoer as error:
            problemen += error.problemen
    return problemen


def _append(
    cursor: Cursor, stand: NaleesStand, voorstel: Voorstel, maker: str, now: datetime, akkoord_op: date | None
) -> int:
    versie = stand.versie + 1
    citaat = bare(voorstel.citaat)
    NaleesStore(cursor).add_versie(
        {
            "verhaal": stand.verhaal,
            "versie": versie,
            "soort": "publiek",
            "titel": voorstel.titel.strip(),
            "tekst": voorstel.tekst.strip(),
            "waarom": bare(voorstel.waarom),
            "wens": bare(voorstel.wens),
            "akkoord_op": akkoord_op,
            "gemaakt_op": now,
            "gemaakt_door": maker,
        },
        {
            "id": new_id(),
            "verhaal": stand.verhaal,
            "tekst": citaat,
            "akkoord_op": akkoord_op,
            "gemaakt_op": now,
            "versie": versie,
        }
        if citaat
        else None,
    )
    return versie
