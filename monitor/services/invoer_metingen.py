"""Own figures from a file: first what would happen row by row, then all of it in one transaction, and undoing that.

Where a file leaves doubt there are questions, and nothing is read until somebody answered them.
"""

import hashlib
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monitor.domain.gebied import gemeente_of, ouder_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling, mag, wijken_voor
from monitor.domain.telling import Keuzes, Vraag
from monitor.errors import NietGevonden, OngeldigBestand, OngeldigeInvoer, Probleem
from monitor.nl import format_datum, meervoud, opsomming, today_amsterdam
from monitor.services.instellingen import kleinste_aantal
from monitor.services.invoer import bare, new_id, onbewaarbaar
from monitor.services.metingregels import Bekend, as_invoer, bekend, check_rijen
from monitor.services.onderdrukking import rebuild
from monitor.services.persoonsgegevens import bekend_uit
from monitor.services.rechten import current, refuse, require_somewhere
from monitor.services.vondsten import direct_problemen
from monitor.sources.metingrijen import MetingRijen, choose_blad, read_metingrijen
from monitor.sources.tabel import limited
from monitor.sources.tabelbestand import read_bladen
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.meting_store import InlezingStand, MetingInlezing, MetingStore
from monitor.store.rijen import insert_logboek, logboek_rij

INLEZEN = "metingen"
"""What sent-in figures are called in the table of tokens."""
REDEN_MAX = 300
INLEZINGEN_OP_PAGINA = 20
_SOORTEN = ("nieuw", "gewijzigd", "gelijk")
"""What becomes of a figure, at the number that the store gives it."""
_VOORBEELD = "GM9901"
_INLEZINGEN_BEKEKEN = 1_000
_OPNIEUW = "Opnieuw ingelezen uit een bestand."
_SOORT_BESTAND = {".ods": "ODS", ".xlsx": "Excel", ".xls": "Excel", ".xlsm": "Excel"}


@dataclass(frozen=True, slots=True)
class MetingRegel:
    """What becomes of one figure of a file."""

    rij: int
    kop: str | None
    gebied: str
    indicator: str
    periode: str
    waarde: float | None
    ontbreekt_reden: str | None
    soort: str
    """nieuw, gewijzigd or gelijk."""
    oude_waarde: float | None
    oude_reden: str | None


@dataclass(frozen=True, slots=True)
class MetingInvoer:
    """What a file would do, or did."""

    vragen: tuple[Vraag, ...] = ()
    """What must be answered first; then there is nothing else here."""
    geweigerd: tuple[Probleem, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    inlezing: str | None = None
    """The id of what was written; None when nothing was."""
    tabel: pa.Table | None = None
    """Each figure that is right with what becomes of it, in the order of the file."""
    rijen_geweigerd: int = 0
    """How many rows of the file are refused; of very many not each is in `geweigerd`."""

    def regels(self, limit: int, soort: str | None = None) -> list[MetingRegel]:
        """The first figures, of one soort or of all."""
        if self.tabel is None:
            return []
        found = self.tabel if soort is None else self.tabel.filter(pc.equal(self.tabel["soort"], _SOORTEN.index(soort)))
        rows = found.slice(0, limit).to_pylist()
        return [MetingRegel(**{**row, "soort": _SOORTEN[row["soort"]]}) for row in rows]


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """A file that was read, before anything is compared."""

    rijen: MetingRijen | None
    vragen: tuple[Vraag, ...]
    opmerkingen: tuple[str, ...]


def preview(database: Database, gebruiker: Gebruiker, path: Path, keuzes: Keuzes | None = None) -> MetingInvoer:
    """What a file would do, row by row; nothing is written.

    Raises OngeldigBestand when it is no table of figures at all.
    """
    wijken = _wijken(database, gebruiker)
    with database.reading() as cursor:
        kent = bekend(cursor)
        gelezen = _read(path, keuzes or Keuzes(), kent)
        if gelezen.rijen is None or gelezen.vragen:
            return MetingInvoer(gelezen.vragen, opmerkingen=gelezen.opmerkingen)
        return _compare(cursor, gelezen.rijen, kent, wijken, database, gelezen.opmerkingen)[0]


def import_metingen(
    database: Database,
    gebruiker: Gebruiker,
    path: Path,
    keuzes: Keuzes | None = None,
    *,
    goede_rijen: bool = False,
    dry_run: bool = False,
    reden: str | None = None,
    token: str | None = None,
) -> MetingInvoer:
    """Write the figures of a file in one transaction: all, or (with `goede_rijen`) those of the rows that are right.

    The same token gives the same result. Raises OngeldigBestand with every row that is wrong, and with every question
    that the file leaves open.
    """
    wijken = _wijken(database, gebruiker)
    _check_reden(database, reden)
    content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    with database.reading() as cursor:
        kent = bekend(cursor)
    gelezen = _read(path, keuzes or Keuzes(), kent)
    if gelezen.vragen or gelezen.rijen is None:
        raise OngeldigBestand(Probleem(_asked(vraag)) for vraag in gelezen.vragen)
    with database.writing(quiet=dry_run) as cursor:
        # A token stands for this file: the same one with another file is another act.
        once = f"{token}:{content}" if token else None
        earlier = InzendingStore(cursor).doel(once, INLEZEN) if once else None
        if earlier is not None:
            return _earlier(cursor, earlier)
        invoer, metingen = _compare(cursor, gelezen.rijen, kent, wijken, database, gelezen.opmerkingen)
        if invoer.geweigerd and not goede_rijen:
            raise OngeldigBestand(limited(invoer.geweigerd))
        if dry_run or not metingen.num_rows:
            return invoer
        # The name of a file, its columns and its sheets are words of people, and this becomes public.
        bron = Bron(f"bestand ({_SOORT_BESTAND.get(path.suffix.casefold(), 'CSV')})", content, reden or _OPNIEUW)
        return replace(invoer, inlezing=write(cursor, database, gebruiker, invoer, metingen, kent, bron, once))


@dataclass(frozen=True, slots=True)
class Bron:
    """Where figures come from: the name of a file or form, the hash of what it held, and why it changes anything."""

    bestand: str
    sha256: str
    reden: str


def write(
    cursor: Cursor,
    database: Database,
    gebruiker: Gebruiker,
    invoer: MetingInvoer,
    metingen: pa.Table,
    kent: Bekend,
    bron: Bron,
    token: str | None,
) -> str:
    """Write what is new or changed as one inlezing, with a line in the logboek; gives its id."""
    now, id_ = database.now(), new_id()
    gebieden = metingen["gebied"].unique().to_pylist()
    row = {
        "id": id_,
        "bron": _bron_of(metingen, kent),
        "bestand": bron.bestand,
        "sha256": bron.sha256,
        "op": now,
        "door": gebruiker.id,
        "voorbeeld": all(gemeente_of(code) == _VOORBEELD for code in gebieden),
        "nieuw": invoer.nieuw,
        "gewijzigd": invoer.gewijzigd,
        "wijzigingen": "\n".join(in_words(replace(invoer, opmerkingen=()))),
    }
    MetingStore(cursor).write(row, metingen, bron.reden if invoer.gewijzigd else None)
    velden = sorted(metingen["indicator"].unique().to_pylist())
    rebuild(cursor, kleinste_aantal(cursor), velden)
    if token:
        InzendingStore(cursor).add(token, INLEZEN, id_, now)
    insert_logboek(cursor, [logboek_rij(now, gebruiker.id, "ingelezen", "inlezing", id_, velden)])
    return id_


def compare(
    cursor: Cursor,
    rijen: MetingRijen,
    kent: Bekend,
    wijken: AbstractSet[str] | None,
    database: Database,
) -> tuple[MetingInvoer, pa.Table]:
    """What figures would do, and those that would be written."""
    return _compare(cursor, rijen, kent, wijken, database, ())


def in_words(invoer: MetingInvoer) -> list[str]:
    """What figures did or would do, a sentence each."""
    told = []
    if invoer.nieuw:
        told.append(f"{meervoud(invoer.nieuw, 'cijfer', 'cijfers')} erbij.")
    if invoer.gewijzigd:
        told.append(f"{meervoud(invoer.gewijzigd, 'cijfer', 'cijfers')} gewijzigd.")
    if invoer.gelijk:
        told.append(f"{meervoud(invoer.gelijk, 'cijfer', 'cijfers')} stond er al." if invoer.gelijk == 1 else "")
        told[-1] = told[-1] or f"{meervoud(invoer.gelijk, 'cijfer', 'cijfers')} stonden er al."
    if not invoer.nieuw and not invoer.gewijzigd:
        told.append("Er is niets veranderd.")
    if invoer.geweigerd:
        told.append(f"{meervoud(invoer.rijen_geweigerd, 'rij', 'rijen')} geweigerd.")
    return [*told, *invoer.opmerkingen]


# Undoing


def inlezingen(database: Database, gebruiker: Gebruiker) -> tuple[MetingInlezing, ...]:
    """The newest acts of reading own figures that this person may undo."""
    wijken = _wijken(database, gebruiker)
    door = None if wijken is None else gebruiker.id
    with database.reading() as cursor:
        found = MetingStore(cursor).inlezingen(_INLEZINGEN_BEKEKEN, door)
    return tuple(it for it in found if _all_in(it.gebieden, wijken))[:INLEZINGEN_OP_PAGINA]


def undo(database: Database, gebruiker: Gebruiker, inlezing: str) -> int:
    """Take back a whole inlezing of own figures: the store is as it was before. Gives how many figures that touched.

    Raises NietGevonden for an inlezing that there is not, OngeldigeInvoer when a later one changed the same figures.
    """
    wijken = _wijken(database, gebruiker)
    with database.reading() as cursor:
        stand = MetingStore(cursor).stand(inlezing)
    if stand is not None and wijken is not None and stand.door != gebruiker.id:
        refuse(database, gebruiker, Handeling.TELLEN, inlezing, "U kunt alleen ongedaan maken wat u zelf inlas.")
    if stand is not None and not _all_in(stand.gebieden, wijken):
        refuse(database, gebruiker, Handeling.TELLEN, inlezing, "U kunt alleen iets terugdraaien in uw eigen wijk.")
    with database.writing() as cursor:
        stand = MetingStore(cursor).stand(inlezing)
        _check_undo(stand, inlezing)
        assert stand is not None  # noqa: S101 - checked just now
        now = database.now()
        MetingStore(cursor).undo(inlezing, f"Ongedaan gemaakt op {format_datum(today_amsterdam(now))}.")
        MetingStore(cursor).drop_nulmetingen(now, gebruiker.id)
        rebuild(cursor, kleinste_aantal(cursor))
        insert_logboek(cursor, [logboek_rij(now, gebruiker.id, "ongedaan gemaakt", "inlezing", inlezing)])
    return stand.metingen


def may_count(gebied: str, wijken: AbstractSet[str] | None) -> bool:
    """Whether a gebied is one of these wijken, or lies in one; None: everywhere."""
    return wijken is None or gebied in wijken or ouder_of(gebied) in wijken


def _all_in(gebieden: Iterable[str], wijken: AbstractSet[str] | None) -> bool:
    return all(may_count(gebied, wijken) for gebied in gebieden)


def _check_undo(stand: InlezingStand | None, inlezing: str) -> None:
    if stand is None:
        raise NietGevonden(f"De inlezing {inlezing[:40]} kennen wij niet.")
    if stand.later:
        raise OngeldigeInvoer(
            f"Een latere inlezing veranderde {meervoud(stand.later, 'cijfer', 'cijfers')} uit deze inlezing. "
            "Maak eerst die latere inlezing ongedaan."
        )
    if stand.landelijk:
        raise OngeldigeInvoer("Dit is een inlezing van een landelijke bron. Die kan niet ongedaan gemaakt worden.")
    if not stand.metingen:
        raise OngeldigeInvoer("Van deze inlezing staat er niets meer. Zij is misschien al ongedaan gemaakt.")
    if stand.bestand == "voorbeeld":
        raise OngeldigeInvoer("Dit zijn de cijfers van het voorbeeld. Haal het hele voorbeeld weg.")


# Reading


def _wijken(database: Database, gebruiker: Gebruiker) -> AbstractSet[str] | None:
    """The wijken in which this person may give figures; None: all. Raises NietToegestaan when there are none."""
    now = current(database, gebruiker)
    if mag(now, Handeling.CIJFERS_INLEZEN):
        return None
    return wijken_voor(require_somewhere(database, gebruiker, Handeling.TELLEN), Handeling.TELLEN)


def check_reden(database: Database, reden: str | None) -> list[Probleem]:
    """What is wrong with the reason of a change: everybody reads it."""
    text = bare(reden)
    if text is None:
        return []
    melding = onbewaarbaar(text)
    if melding:
        return [Probleem(melding, "reden")]
    if len(text) > REDEN_MAX:
        return [Probleem(f"Dit is te lang: een reden heeft hoogstens {REDEN_MAX} tekens.", "reden")]
    return [
        Probleem("In de reden staat een naam of ander gegeven van een mens. Haal dat weg.", it.veld)
        for it in direct_problemen({"reden": text}, bekend_uit(database))
    ]


def _check_reden(database: Database, reden: str | None) -> None:
    problemen = check_reden(database, reden)
    if problemen:
        raise OngeldigeInvoer(problemen)


def _read(path: Path, keuzes: Keuzes, kent: Bekend) -> _Gelezen:
    blad, vragen, opmerkingen = choose_blad(read_bladen(path), keuzes)
    if blad is None:
        return _Gelezen(None, tuple(vragen), tuple(opmerkingen))
    rijen = read_metingrijen(blad, keuzes, kent.gebieden, kent.indicatoren)
    return _Gelezen(rijen, tuple(rijen.vragen), (*opmerkingen, *rijen.opmerkingen))


def _asked(vraag: Vraag) -> str:
    return f"{vraag.zin} Geef {vraag.optie} mee: {opsomming(vraag.keuzes, 'of')}."


def _compare(
    cursor: Cursor,
    rijen: MetingRijen,
    kent: Bekend,
    wijken: AbstractSet[str] | None,
    database: Database,
    opmerkingen: tuple[str, ...],
) -> tuple[MetingInvoer, pa.Table]:
    check_rijen(rijen, kent, wijken, today_amsterdam(database.now()))
    # A row is good as a whole or not at all, also when it holds a figure per column.
    rijen.fout |= np.isin(rijen.rij, rijen.rij[rijen.fout])
    metingen = as_invoer(rijen, kent, today_amsterdam(database.now()))
    verschil = MetingStore(cursor).verschil(metingen)
    nieuw, gewijzigd, gelijk = np.bincount(verschil["soort"].to_numpy(), minlength=len(_SOORTEN)).tolist()
    changed = pc.not_equal(verschil["soort"], _SOORTEN.index("gelijk"))
    geweigerd = sorted(rijen.problemen, key=lambda it: it.rij or 0)
    invoer = MetingInvoer(
        geweigerd=tuple(geweigerd),
        rijen_geweigerd=rijen.foute_rijen,
        opmerkingen=opmerkingen,
        nieuw=nieuw,
        gewijzigd=gewijzigd,
        gelijk=gelijk,
        tabel=_tabel(rijen, metingen, verschil),
    )
    return invoer, metingen.filter(changed)


def _tabel(rijen: MetingRijen, metingen: pa.Table, verschil: pa.Table) -> pa.Table:
    numbers = metingen["nummer"].to_numpy()
    heads = rijen.koppen.plaats[numbers]
    koppen = (
        pa.array(rijen.koppen.woorden).take(pa.array(heads, mask=heads < 0))
        if rijen.koppen.woorden
        else pa.nulls(len(numbers), pa.string())
    )
    return pa.table(
        {
            "rij": pa.array(rijen.rij[numbers]),
            "kop": koppen,
            **{naam: metingen[naam] for naam in ("gebied", "indicator", "periode", "waarde", "ontbreekt_reden")},
            **{naam: verschil[naam] for naam in ("soort", "oude_waarde", "oude_reden")},
        }
    )


def _bron_of(metingen: pa.Table, kent: Bekend) -> str:
    """The bron that most of these indicators have: undoing leaves no bron behind that was made for this."""
    counts: dict[str, int] = {}
    for code in metingen["indicator"].to_pylist():
        bron = kent.indicatoren[code.casefold()].bron
        counts[bron] = counts.get(bron, 0) + 1
    return min(counts, key=lambda code: (-counts[code], code))


def _earlier(cursor: Cursor, inlezing: str) -> MetingInvoer:
    stand = MetingStore(cursor).stand(inlezing)
    if stand is None:
        return MetingInvoer(inlezing=inlezing)
    return MetingInvoer(nieuw=stand.nieuw, gewijzigd=stand.gewijzigd, inlezing=inlezing)
