"""Open figures: what anybody may take along, as everybody sees it on the pages. Never a verhaal or a count of few."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from monitor.domain.gebied import GebiedSoort, gemeente_of
from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.meting import OntbreektReden
from monitor.domain.regels import WEINIG_VERHALEN
from monitor.errors import NietGevonden
from monitor.nl import to_amsterdam
from monitor.services.instellingen import kleinste_aantal
from monitor.services.stand import Kept, Stand
from monitor.services.wijkbeeld import shortened
from monitor.store.database import Cursor
from monitor.store.lees_store import LeesStore, VerhalenBij
from monitor.store.open_cijfers_store import OpenCijfersStore
from monitor.store.uitvoer_store import OPGEGEVEN

Rij = tuple[Any, ...]
"""The values of a row, in the order of the columns of its table in `open_velden`."""

_PIECE = 200_000


@dataclass(frozen=True, slots=True)
class OpenBlad:
    """Some rows, and how many there are in all."""

    totaal: int
    rijen: tuple[Rij, ...]


# For the API


def gebieden(stand: Stand, *, soort: str | None, gemeente: str | None, limit: int, offset: int) -> OpenBlad:
    """Gebieden by code. Raises NietGevonden for a gemeente that the store does not know."""
    known = _gebieden(stand)
    if gemeente is not None and not any(rij[0] == gemeente for rij in known):
        raise NietGevonden(f"De gemeente {gemeente} kennen wij niet.")
    found = [
        rij
        for rij in known
        if (soort is None or rij[2] == soort) and (gemeente is None or gemeente_of(rij[0]) == gemeente)
    ]
    return OpenBlad(len(found), tuple(found[offset : offset + limit]))


def indicatoren(stand: Stand, *, limit: int, offset: int) -> OpenBlad:
    """Indicatoren of which figures are open, by code."""
    known = _indicatoren(stand)
    return OpenBlad(len(known), known[offset : offset + limit])


def metingen(stand: Stand, *, gebied: Sequence[str], indicator: Sequence[str], limit: int, offset: int) -> OpenBlad:
    """Figures by gebied, indicator and period; no codes given means all.

    Raises NietGevonden, with a sentence for each code that is not there.
    """
    _refuse_unknown(stand, gebied, indicator)
    asked = tuple(sorted(set(gebied))), tuple(sorted(set(indicator)))
    aantallen = _aantallen(stand, *asked)
    with stand[0].reading() as cursor:
        rows = OpenCijfersStore(cursor).metingen(aantallen, *asked, limit=limit, offset=offset)
    return OpenBlad(sum(aantallen.values()), tuple(_meting(row) for row in rows))


def _refuse_unknown(stand: Stand, gebied: Sequence[str], indicator: Sequence[str]) -> None:
    gebieden = {rij[0] for rij in _gebieden(stand)} if gebied else set()
    indicatoren = {rij[0] for rij in _indicatoren(stand)} if indicator else set()
    unknown = [f"Het gebied {code} kennen wij niet." for code in gebied if code not in gebieden]
    unknown += [
        f"De indicator “{shortened(code)}” kennen wij niet, of er zijn nog geen cijfers van."
        for code in indicator
        if code not in indicatoren
    ]
    if unknown:
        raise NietGevonden("\n".join(dict.fromkeys(unknown)))


def _read_gebieden(stand: Stand) -> tuple[Rij, ...]:
    with stand[0].reading() as cursor:
        return read_gebieden(cursor)


def _read_indicatoren(stand: Stand) -> tuple[Rij, ...]:
    with stand[0].reading() as cursor:
        return read_indicatoren(cursor)


def _read_aantallen(stand: Stand, gebieden: Sequence[str], indicatoren: Sequence[str]) -> Mapping[str, int]:
    with stand[0].reading() as cursor:
        return OpenCijfersStore(cursor).aantallen(gebieden, indicatoren)


_gebieden = Kept(_read_gebieden, 1)
_indicatoren = Kept(_read_indicatoren, 1)
_aantallen = Kept(_read_aantallen, 64)


# Tables, also for the data package


def hold(cursor: Cursor) -> None:
    """Let all that is read with `cursor` be of one moment."""
    OpenCijfersStore(cursor).hold()


def read_gebieden(cursor: Cursor) -> tuple[Rij, ...]:
    """All gebieden by code; of one that is in nothing we know, the larger gebied is left empty."""
    rows = OpenCijfersStore(cursor).gebieden()
    known = {row["code"] for row in rows}
    return tuple(
        (
            row["code"],
            row["naam"],
            row["soort"],
            row["ouder"] if row["ouder"] in known else None,
            row["geldig_van"],
            row["geldig_tot"],
        )
        for row in rows
    )


def read_indicatoren(cursor: Cursor) -> tuple[Rij, ...]:
    """All indicatoren with open figures, by code."""
    return tuple(_indicator(row) for row in OpenCijfersStore(cursor).indicatoren())


def read_themas(cursor: Cursor) -> tuple[Rij, ...]:
    """All themas in their order."""
    return tuple((row["code"], row["naam"], row["uitleg"]) for row in OpenCijfersStore(cursor).themas())


def read_bronnen(cursor: Cursor) -> tuple[Rij, ...]:
    """All sources by name, with their licence and when they were last read."""
    return tuple(
        (
            row["naam"],
            row["uitgever"],
            row["url"],
            row["licentie"],
            tuple(row["peiljaren"] or ()),
            _day(row["ingelezen_op"]),
            row["gepubliceerd_op"],
        )
        for row in OpenCijfersStore(cursor).bronnen()
    )


def read_metingen(cursor: Cursor, gebieden: Sequence[str] = ()) -> Iterator[tuple[Rij, ...]]:
    """All open figures of these gebieden (none given: of all), in pieces: a large store does not fit in memory."""
    store = OpenCijfersStore(cursor)
    aantallen = store.aantallen(gebieden, ())
    for offset in range(0, sum(aantallen.values()), _PIECE):
        rows = store.metingen(aantallen, gebieden, (), limit=_PIECE, offset=offset)
        yield tuple(_meting(row) for row in rows)


def read_aantallen_verhalen(cursor: Cursor, today: date, gemeenten: Sequence[str] = ()) -> tuple[Rij, ...]:
    """How many public verhalen stand at each gemeente and wijk, per thema (rule 12).

    Of every gemeente with a public verhaal all wijken of now are there. Where verhalen stand at the gemeente, nothing
    tells how many a wijk has, also not that it has none. A thema with few is no number: it would tell who told.
    """
    told = {it.gebied: it for it in LeesStore(cursor).bij(BEZOEKER, today)}
    themas = [rij[0] for rij in read_themas(cursor)]
    most = max(WEINIG_VERHALEN, kleinste_aantal(cursor))
    here = {gemeente_of(it.gebied) for it in told.values() if it.verhalen}
    asked = here & set(gemeenten) if gemeenten else here
    return tuple(
        (code, thema, *_counted(aantallen, thema, most))
        for code, soort, geldig_tot in ((rij[0], rij[2], rij[5]) for rij in read_gebieden(cursor))
        if gemeente_of(code) in asked and soort in (GebiedSoort.GEMEENTE, GebiedSoort.WIJK) and geldig_tot is None
        for aantallen in (_per_thema(told, code),)
        for thema in themas
    )


def _per_thema(told: Mapping[str, VerhalenBij], code: str) -> Counter[str] | None:
    """How many verhalen stand at a gebied under each thema; None where that is not told."""
    if gemeente_of(code) != code and not (code in told and told[code].op_gebied):
        return None
    return Counter(thema for bij in told.values() for it in bij.verhalen if it.gebied == code for thema in it.themas)


def _counted(aantallen: Counter[str] | None, thema: str, most: int) -> tuple[int | None, str | None]:
    """A count, or why there is none."""
    if aantallen is None or 0 < aantallen[thema] < most:
        return None, OntbreektReden.TE_KLEIN.value
    return aantallen[thema], None


def _indicator(row: Mapping[str, Any]) -> Rij:
    return (
        row["indicator"],
        row["naam"],
        row["definitie"],
        row["technische_definitie"],
        row["eenheid"],
        row["decimalen"],
        row["bewijssoort"],
        row["richting"],
        row["richting_uitleg"],
        row["soort"],
        row["thema"],
        row["thema_naam"],
        row["populatie"],
        row["noemer"],
        row["landelijk"],
        tuple(row["geldig_in"] or ()),
        row["versie"],
        row["geldig_van"],
        row["bron_naam"],
    )


def _meting(row: Mapping[str, Any]) -> Rij:
    opgegeven = row["opgegeven"] or row["bron_naam"] is None
    return (
        row["gebied"],
        row["indicator"],
        row["periode"],
        row["waarde"],
        row["ondergrens"],
        row["bovengrens"],
        row["eenheid"],
        row["bewijssoort"],
        row["meting_status"],
        row["ontbreekt_reden"],
        OPGEGEVEN if opgegeven else row["bron_naam"],
        row["peiljaar"],
        _day(row["ingelezen_op"]),
        bool(row["voorbeeld"]),
    )


def _day(moment: datetime | None) -> date | None:
    return to_amsterdam(moment).date() if moment is not None else None
