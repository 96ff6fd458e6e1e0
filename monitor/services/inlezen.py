"""Reading files of figures and boundaries into the store: one transaction per file, and in words what it changed."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol, Required, TypedDict, Unpack
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc

from monitor.domain.gebied import LAND, ouder_of, soort_of
from monitor.domain.indicator import IndicatorStatus
from monitor.errors import OngeldigBestand, Probleem
from monitor.services.gebieden import rebuild_versies
from monitor.services.themas import ensure_themas
from monitor.services.wijzigingen import (
    Wijzigingen,
    breuk_regels,
    gebied_regels,
    geweigerd_regels,
    indicator_regels,
    meting_regels,
    together,
    verander_regels,
)
from monitor.sources.bestand import GEBIEDEN, METINGEN, Bestand, BronInfo, IndicatorInfo
from monitor.sources.gebieden import read_gebieden
from monitor.sources.kwb import read_kwb
from monitor.sources.leefbaarometer import read_leefbaarometer
from monitor.sources.rivm import read_rivm
from monitor.sources.tabel import limited
from monitor.store.database import Cursor, Database
from monitor.store.indicator_store import IndicatorStore
from monitor.store.inlezing_store import InlezingStore, Omschrijving, Telling, rang_of
from monitor.store.rijen import Rij, insert_logboek, logboek_rij

VOORBEELDEN = 8
"""Of so many indicators the change log gives an example of a changed figure."""
_JAAR = re.compile(r"\b(19|20)\d\d\b")
_EERSTE_KEER = "Eerste keer ingelezen."
_CONTEXT = "Landelijk cijfer: context, zonder draagvlak."
_STAPPEN = ("gebieden", "indicatoren", "cijfers", "grenzen")

Progress = Callable[[int, int, str], None]
"""Is told how many steps are done, of how many, and what is done now."""


class _Reader(Protocol):
    def __call__(
        self,
        path: Path,
        *,
        gemeenten: Collection[str],
        year: int | None,
        max_year: int,
        goede_rijen: bool,
    ) -> Bestand: ...


class _RollBack(Exception):
    def __init__(self, wijzigingen: Wijzigingen) -> None:
        self.wijzigingen = wijzigingen


class Hoe(TypedDict, total=False):
    """How files are read: by whom, which part of them, and whether anything is kept."""

    door: Required[str]
    gemeenten: Collection[str]
    """Codes; empty means every gemeente in the file."""
    year: int | None
    """The year, where a file does not tell it itself."""
    dry_run: bool
    """Tell what would change, and keep nothing."""
    goede_rijen: bool
    """Take the good rows and report the others, instead of refusing the file."""
    progress: Progress | None


def import_kwb(database: Database, paths: Sequence[Path], **hoe: Unpack[Hoe]) -> Wijzigingen:
    """Read yearly files of CBS Kerncijfers wijken en buurten, in either layout. Raises OngeldigBestand."""
    return _import(read_kwb, database, paths, **hoe)


def import_rivm(database: Database, paths: Sequence[Path], **hoe: Unpack[Hoe]) -> Wijzigingen:
    """Read files of RIVM Gezondheid per wijk en buurt. Raises OngeldigBestand."""
    return _import(read_rivm, database, paths, **hoe)


def import_leefbaarometer(database: Database, paths: Sequence[Path], **hoe: Unpack[Hoe]) -> Wijzigingen:
    """Read files of Leefbaarometer scores. Raises OngeldigBestand."""
    return _import(read_leefbaarometer, database, paths, **hoe)


def import_gebieden(database: Database, paths: Sequence[Path], **hoe: Unpack[Hoe]) -> Wijzigingen:
    """Read boundaries (GeoJSON) as they were in a year. Raises OngeldigBestand."""
    return _import(read_gebieden, database, paths, **hoe)


def _import(
    read: _Reader,
    database: Database,
    paths: Sequence[Path],
    *,
    door: str,
    gemeenten: Collection[str] = (),
    year: int | None = None,
    dry_run: bool = False,
    goede_rijen: bool = False,
    progress: Progress | None = None,
) -> Wijzigingen:
    """Read and check all files, and only then load them, each in its own transaction."""
    max_year = database.now().year + 1
    bestanden: list[Bestand] = []
    problemen: list[Probleem] = []
    total = len(paths) * (1 + len(_STAPPEN))
    for number, path in enumerate(paths):
        _tell(progress, number, total, f"{path.name} lezen")
        try:
            bestanden.append(read(path, gemeenten=gemeenten, year=year, max_year=max_year, goede_rijen=goede_rijen))
        except OngeldigBestand as error:
            problemen += _named(error.problemen, path) if len(paths) > 1 else error.problemen
    if problemen:
        raise OngeldigBestand(problemen)
    results: list[Wijzigingen] = []
    for number, bestand in enumerate(bestanden):
        done = len(paths) + number * len(_STAPPEN)
        results.append(
            load(
                database,
                bestand,
                door=door,
                dry_run=dry_run,
                goede_rijen=goede_rijen,
                progress=lambda step, _, what, done=done: _tell(progress, done + step, total, what),  # type: ignore[misc]
            )
        )
    _tell(progress, total, total, "klaar")
    return together(results)


def load(
    database: Database,
    bestand: Bestand,
    *,
    door: str,
    dry_run: bool = False,
    voorbeeld: bool = False,
    goede_rijen: bool = False,
    progress: Progress | None = None,
) -> Wijzigingen:
    """Write what a source read, in one transaction. What changes nothing leaves no trace, not even an inlezing.

    A dry run does everything and takes it back. Raises OngeldigBestand when rows were refused and not all must be good.
    """
    if bestand.geweigerd and not goede_rijen:
        raise OngeldigBestand(limited(bestand.geweigerd))
    try:
        with database.all_cores(), database.writing() as cursor:
            wijzigingen = _Loading(cursor, database, bestand, door, voorbeeld, progress).run()
            if dry_run or not wijzigingen.veranderd:
                raise _RollBack(wijzigingen)
    except _RollBack as ended:
        return replace(ended.wijzigingen, veranderd=False) if dry_run else ended.wijzigingen
    return wijzigingen


class _Loading:
    """One file on its way into the store."""

    def __init__(
        self,
        cursor: Cursor,
        database: Database,
        bestand: Bestand,
        door: str,
        voorbeeld: bool,
        progress: Progress | None,
    ) -> None:
        self._cursor = cursor
        self._store = InlezingStore(cursor)
        self._now = database.now()
        self._bestand = bestand
        self._door = door
        self._voorbeeld = voorbeeld
        self._progress = progress
        self._id = str(uuid4())

    def run(self) -> Wijzigingen:
        """Write everything, and say what it changed."""
        bestand, store = self._bestand, self._store
        ensure_themas(self._cursor)
        store.ensure_bronnen(_bron_rijen(bestand))
        store.start(self._inlezing_rij())
        with store.invoer(
            invoer=_padded(bestand.metingen),
            invoer_gebied=_with_ouders(bestand),
            invoer_geometrie=bestand.geometrie,
        ):
            self._step(0)
            gebieden_nieuw, gebieden_anders = store.add_gebieden(self._id)
            versies = rebuild_versies(store)
            self._step(1)
            nieuw, versies_nieuw = self._add_indicatoren()
            self._step(2)
            telling = self._add_metingen()
            self._step(3)
            grenzen = store.add_grensbreuken()
            breuken = store.add_breuken([self._breuk_rij(index) for index in range(len(bestand.breuken))])
            vormen = store.add_geometrie(self._id) if bestand.geometrie.num_rows else 0
        regels = [
            *gebied_regels(gebieden_nieuw, gebieden_anders, versies, vormen),
            *indicator_regels(nieuw, versies_nieuw),
            *meting_regels(telling, bestand.metingen),
            *verander_regels(store.veranderingen(VOORBEELDEN)),
            *breuk_regels(grenzen, breuken),
        ]
        veranderd = bool(regels)
        regels = [*(regels or ["Er is niets veranderd."]), *bestand.opmerkingen, *geweigerd_regels(bestand.geweigerd)]
        store.finish(self._id, telling, "\n".join(regels))
        insert_logboek(
            self._cursor, [logboek_rij(self._now, self._door, "ingelezen", "inlezing", self._id, [bestand.bron.code])]
        )
        return Wijzigingen(
            nieuw=telling.nieuw,
            gewijzigd=telling.gewijzigd,
            verdwenen=telling.verdwenen,
            geweigerd=bestand.geweigerd,
            indicatoren_nieuw=tuple(info.naam for info in nieuw),
            gebieden_nieuw=gebieden_nieuw,
            grenswijzigingen=grenzen,
            regels=tuple(regels),
            veranderd=veranderd,
        )

    def _step(self, number: int) -> None:
        _tell(self._progress, number, len(_STAPPEN), f"{_STAPPEN[number]} van {self._bestand.bestand} bewaren")

    def _inlezing_rij(self) -> Rij:
        bestand = self._bestand
        return {
            "id": self._id,
            "bron": bestand.bron.code,
            "bestand": bestand.bestand,
            "sha256": bestand.sha256,
            "peiljaar": bestand.peiljaar,
            "gepubliceerd_op": bestand.gepubliceerd_op,
            "ingelezen_op": self._now,
            "ingelezen_door": self._door,
            "reikwijdte": bestand.reikwijdte,
            "voorbeeld": self._voorbeeld,
        }

    def _add_indicatoren(self) -> tuple[list[IndicatorInfo], list[IndicatorInfo]]:
        """Add indicators that are new, and a next version where the definition is another. Returns both."""
        known = self._store.omschrijvingen()
        start = self._first_day()
        nieuw = [info for info in self._bestand.indicatoren if info.code not in known]
        again = [
            (info, reden)
            for info in self._bestand.indicatoren
            if info.code in known and (reden := _reason_for_versie(info, known[info.code], start))
        ]
        IndicatorStore(self._cursor).add(
            [{"code": info.code, "landelijk": info.landelijk, "gemaakt_op": self._now} for info in nieuw],
            [
                *(self._versie_rij(info, 1, start, _EERSTE_KEER) for info in nieuw),
                *(self._versie_rij(info, known[info.code].versie + 1, start, reden) for info, reden in again),
            ],
            [self._status_rij(info) for info in nieuw],
        )
        return nieuw, [info for info, _ in again]

    def _add_metingen(self) -> Telling:
        metingen = self._bestand.metingen
        if not metingen.num_rows:
            return Telling()
        return self._store.add_metingen(
            self._id,
            self._bestand.bron.code,
            sorted_already=_in_order(metingen["gebied"]),
            heel=not self._bestand.geweigerd,
        )

    def _first_day(self) -> date:
        if self._bestand.peiljaar is not None:
            return date(self._bestand.peiljaar, 1, 1)
        first = pc.min(self._bestand.metingen["periode_start"]).as_py() if self._bestand.metingen.num_rows else None
        return first or self._now.date()

    def _versie_rij(self, info: IndicatorInfo, versie: int, geldig_van: date, reden: str) -> Rij:
        return {
            "indicator": info.code,
            "versie": versie,
            "geldig_van": geldig_van,
            "naam": info.naam,
            "definitie": info.definitie,
            "technische_definitie": info.technische_definitie,
            "eenheid": info.eenheid,
            "decimalen": info.decimalen,
            "populatie": info.populatie,
            "zin": info.zin,
            "noemer": info.noemer,
            "bewijssoort": str(info.bewijssoort),
            "richting": str(info.richting),
            "richting_uitleg": info.richting_uitleg,
            "soort": str(info.soort),
            "thema": info.thema,
            "context_volgorde": info.context_volgorde,
            "bron": (info.bron or self._bestand.bron).code,
            "reden": reden,
        }

    def _status_rij(self, info: IndicatorInfo) -> Rij:
        status = IndicatorStatus.IN_GEBRUIK if info.landelijk else IndicatorStatus.VOORSTEL
        return {
            "id": str(uuid4()),
            "indicator": info.code,
            "status": str(status),
            "op": self._now,
            "reden": _CONTEXT if info.landelijk else _EERSTE_KEER,
        }

    def _breuk_rij(self, index: int) -> Rij:
        breuk = self._bestand.breuken[index]
        return {
            "id": f"{breuk.soort}:{breuk.indicator or '*'}:{breuk.gebied or '*'}:{breuk.vanaf.isoformat()}",
            "indicator": breuk.indicator,
            "gebied": breuk.gebied,
            "vanaf": breuk.vanaf,
            "soort": breuk.soort,
            "uitleg": breuk.uitleg,
            "inlezing": self._id,
        }


# What goes in


def _bron_rijen(bestand: Bestand) -> list[Rij]:
    bronnen: dict[str, BronInfo] = {info.bron.code: info.bron for info in bestand.indicatoren if info.bron}
    bronnen[bestand.bron.code] = bestand.bron
    return [
        {
            "code": bron.code,
            "naam": bron.naam,
            "uitgever": bron.uitgever,
            "url": bron.url,
            "licentie": bron.licentie,
            "toelichting": bron.toelichting,
        }
        for bron in bronnen.values()
    ]


def _padded(metingen: pa.Table) -> pa.Table:
    """Metingen with every column that the store reads; those that the source left out are empty."""
    columns: list[Any] = [
        metingen[field.name] if field.name in metingen.column_names else pa.nulls(metingen.num_rows, _plain(field.type))
        for field in METINGEN
    ]
    return pa.table(columns, names=METINGEN.names)


def _in_order(codes: pa.ChunkedArray) -> bool:
    """Whether codes come in order; told from the dictionary, without looking at every text."""
    if codes.num_chunks != 1 or not pa.types.is_dictionary(codes.type):
        return False
    chunk = codes.chunk(0)
    texts = chunk.dictionary.to_pylist()
    indices = chunk.indices.to_numpy(zero_copy_only=False)
    return texts == sorted(texts) and bool((indices[1:] >= indices[:-1]).all())


def _plain(type_: pa.DataType) -> pa.DataType:
    return type_.value_type if pa.types.is_dictionary(type_) else type_


def _with_ouders(bestand: Bestand) -> pa.Table:
    """The gebieden of a file with how much its source knows of them, and above them the ones that it leaves out."""
    gebieden = bestand.gebieden
    present = set(gebieden["code"].to_pylist())
    ouders = sorted(_ouders(present) - present)
    jaar = bestand.peiljaar or (pc.max(gebieden["jaar"]).as_py() if gebieden.num_rows else 0)
    added = pa.table(
        {
            "code": pa.array(ouders, pa.string()),
            "soort": pa.array([str(soort_of(code)) for code in ouders], pa.string()),
            "naam": pa.array(["Nederland" if code == LAND else None for code in ouders], pa.string()),
            "jaar": pa.array([jaar] * len(ouders), pa.int32()),
            "indelingswijziging": pa.nulls(len(ouders), pa.int8()),
        },
        schema=GEBIEDEN,
    )
    rang = [rang_of(bestand.bron.code)] * gebieden.num_rows + [0] * len(ouders)
    joined = pa.concat_tables([gebieden.cast(GEBIEDEN), added])
    return joined.append_column("rang", pa.array(rang, pa.int32()))


def _ouders(codes: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for code in codes:
        ouder = ouder_of(code)
        while ouder is not None and ouder not in found:
            found.add(ouder)
            ouder = ouder_of(ouder)
    return found


def _reason_for_versie(info: IndicatorInfo, known: Omschrijving, start: date) -> str | None:
    """Why an indicator gets a next version, or None. A definition of an earlier year never replaces a later one."""
    if info.technische_definitie and known.technische_definitie is None:
        return "De bron geeft nu ook een technische omschrijving."
    if start <= known.geldig_van:
        return None
    if _differs(info.technische_definitie, known.technische_definitie) or _differs(info.definitie, known.definitie):
        return f"De bron omschrijft dit vanaf {start.year} anders."
    return None


def _differs(new: str | None, old: str | None) -> bool:
    """Whether a definition says something else; the year that it is about does not count."""
    return new is not None and _JAAR.sub("", new) != _JAAR.sub("", old or "")


def _named(problemen: Sequence[Probleem], path: Path) -> list[Probleem]:
    """Problems of one of several files, with the name of the file where the sentence does not have it."""
    name = path.name.encode(errors="replace").decode()
    return [
        probleem if name in probleem.melding else replace(probleem, melding=f"{probleem.melding} ({name})")
        for probleem in problemen
    ]


def _tell(progress: Progress | None, done: int, total: int, what: str) -> None:
    if progress is not None:
        progress(done, total, what)
