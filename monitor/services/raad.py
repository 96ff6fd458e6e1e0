"""What the raad decided: a light record, point by point, each about what people of the wijken learned or watch."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from monitor.domain.gebied import GebiedSoort, gemeente_of, normalize_code, soort_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.leren import Leerpunt, Niveau
from monitor.domain.raad import (
    BeslispuntBron,
    BeslispuntSoort,
    BeslispuntUitkomst,
    BesluitWeg,
    Raadbeeld,
    Raadsbesluit,
    besluit_problemen,
)
from monitor.domain.rechten import Handeling
from monitor.errors import NietGevonden, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, new_id, raise_problems, unknown
from monitor.services.rechten import require
from monitor.services.teksten import KORT, TekstVeld, tekstveld_problemen
from monitor.store.database import Cursor, Database, Opslag
from monitor.store.indicator_store import IndicatorStore
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.raad_store import RaadStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.sessie_store import SessieStore
from monitor.store.weghalen import remove_words
from monitor.store.wijk_store import WijkStore

_ONBEKEND = {
    BeslispuntSoort.LEERPUNT: "Dit punt kennen wij niet, of het is van één verhaal. Kies wat u vaker ziet.",
    BeslispuntSoort.INDICATOR: "Dit cijfer kennen wij niet.",
    BeslispuntSoort.WIJKPLAN: "Dit wijkplan kennen wij niet in deze gemeente.",
}


@dataclass(frozen=True, slots=True)
class NieuwBeslispunt:
    """One thing that the raad decided, and what it is about."""

    tekst: str
    uitkomst: BeslispuntUitkomst
    bronnen: tuple[BeslispuntBron, ...] = ()


@dataclass(frozen=True, slots=True)
class NieuwRaadsbesluit:
    """What the raad decided on a day about a subject."""

    titel: str
    dag: date | None
    punten: tuple[NieuwBeslispunt, ...] = ()


def raadsbesluiten(database: Opslag, gemeente: str) -> tuple[Raadsbesluit, ...]:
    """What the raad of a gemeente decided, the newest first: for everybody."""
    with database.reading() as cursor:
        return RaadStore(cursor).besluiten(normalize_code(gemeente) or gemeente)


def raadbeeld(database: Database, gemeente: str) -> Raadbeeld:
    """What the raad of a gemeente decided, with the names of what that is about: for everybody."""
    code = normalize_code(gemeente) or gemeente
    with database.reading() as cursor:
        store = RaadStore(cursor)
        besluiten = store.besluiten(code)
        about = {ref for besluit in besluiten for it in besluit.punten for ref in it.refs(BeslispuntSoort.INDICATOR)}
        known = IndicatorStore(cursor).indicatoren() if about else {}
        return Raadbeeld(
            besluiten=besluiten,
            cijfers={code: known[code].naam for code in sorted(about) if code in known},
            plannen={it.id: it for it in store.plannen(code)},
            patronen={it.id: it for it in reversed(_beslisbaar(cursor, code)) if it.niveau is Niveau.PATROON},
        )


def beslisbaar(database: Database, gemeente: str) -> tuple[Leerpunt, ...]:
    """About which leerpunten the raad can decide: of closed gesprekken, and never a casus; the newest first."""
    with database.reading() as cursor:
        return tuple(_beslisbaar(cursor, normalize_code(gemeente) or gemeente))


def add_besluit(
    database: Database, gebruiker: Gebruiker, gemeente: str, nieuw: NieuwRaadsbesluit, *, token: str
) -> str:
    """Write down what the raad decided; the same token gives the same one. All that is wrong is said at once."""
    code = normalize_code(gemeente) or gemeente
    who = require(database, gebruiker, Handeling.RAADSBESLUIT)
    velden = {"titel": TekstVeld(nieuw.titel, "waarover het ging", leeg="Schrijf op waarover het ging.", most=KORT)}
    velden |= {
        f"punt {number}": TekstVeld(it.tekst, f"beslispunt {number}", leeg=f"Schrijf op wat beslispunt {number} is.")
        for number, it in enumerate(nieuw.punten, start=1)
    }
    problemen = tekstveld_problemen(database, velden)
    problemen += besluit_problemen(nieuw.dag, today_amsterdam(database.now()), len(nieuw.punten))
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "raadsbesluit")
        if earlier is not None:
            return earlier
        problemen += gemeente_problemen(cursor, code)
        problemen += _bron_problemen(cursor, code, [bron for it in nieuw.punten for bron in it.bronnen])
        raise_problems(problemen)
        now, id_ = database.now(), new_id()
        row = {
            "id": id_,
            "gebied": code,
            "titel": bare(nieuw.titel),
            "besloten_op": nieuw.dag,
            "gemaakt_door": who.id,
            "gemaakt_op": now,
            "weggehaald_op": None,
        }
        punten = [
            (
                {
                    "id": new_id(),
                    "raadsbesluit": id_,
                    "nummer": number,
                    "tekst": bare(it.tekst),
                    "uitkomst": it.uitkomst.value,
                    "weggehaald_op": None,
                },
                [(new_id(), bron) for bron in dict.fromkeys(it.bronnen)],
            )
            for number, it in enumerate(nieuw.punten, start=1)
        ]
        RaadStore(cursor).add_besluit(row, punten)
        InzendingStore(cursor).add(token, "raadsbesluit", id_, now)
        _log(cursor, database, who, "toegevoegd", "raadsbesluit", id_)
    return id_


def remove_besluit(database: Database, gebruiker: Gebruiker, gemeente: str, besluit: str, reden: BesluitWeg) -> None:
    """Take the words of a besluit away, and of all its points; that something stood there stays.

    What was not decided leads nowhere either: what its points are about goes too.
    """
    who = require(database, gebruiker, Handeling.RAADSBESLUIT)
    with database.writing() as cursor:
        every = RaadStore(cursor).besluiten(normalize_code(gemeente) or gemeente)
        found = next((it for it in every if it.id == besluit), None)
        if found is None:
            raise NietGevonden("Dit besluit kennen wij niet in deze gemeente.")
        rows = [("raadsbesluit", besluit), *(("beslispunt", it.id) for it in found.punten)]
        for soort, id_ in rows:
            remove_words(cursor, soort, id_, database.now())
            _log(cursor, database, who, "weggehaald", soort, id_, reden.value)
        if reden is BesluitWeg.FOUT:
            RaadStore(cursor).remove_bronnen(besluit)
    for _, id_ in rows:
        remember(database, id_)


def gemeente_problemen(cursor: Cursor, code: str) -> list[Probleem]:
    """What is wrong with a code that should be a gemeente of ours."""
    if normalize_code(code) is None or soort_of(code) is not GebiedSoort.GEMEENTE:
        return [Probleem("Kies een gemeente.", "gemeente")]
    return unknown(WijkStore(cursor).known()["gebied"], code, "gemeente", "De gemeente")


def _bron_problemen(cursor: Cursor, gemeente: str, bronnen: Iterable[BeslispuntBron]) -> list[Probleem]:
    store, asked = RaadStore(cursor), tuple(bronnen)
    known = {
        BeslispuntSoort.LEERPUNT: {it.id for it in _beslisbaar(cursor, gemeente)},
        BeslispuntSoort.INDICATOR: store.known(BeslispuntSoort.INDICATOR, gemeente),
        BeslispuntSoort.WIJKPLAN: store.known(BeslispuntSoort.WIJKPLAN, gemeente),
    }
    wrong = dict.fromkeys(it.soort for it in asked if it.ref not in known[it.soort])
    return [Probleem(_ONBEKEND[soort], "bronnen") for soort in wrong]


def _beslisbaar(cursor: Cursor, gemeente: str) -> list[Leerpunt]:
    store = SessieStore(cursor)
    closed = store.gesloten()
    here = [it for it in store.leerpunten() if gemeente_of(it.gebied) == gemeente and it.sessie in closed]
    return [it for it in here if it.tekst and it.niveau is not Niveau.CASUS]


def _log(cursor: Cursor, database: Database, who: Gebruiker, wat: str, soort: str, doel: str, *velden: str) -> None:
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, wat, soort, doel, velden)])
