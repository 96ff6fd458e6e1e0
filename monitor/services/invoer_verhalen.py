"""Verhalen in bulk, from a file: the same checks as the form, row by row, and each with a code for its teller.

A row that was read before is known again: it is not written twice, and it does not come back when it was taken back.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.persoonsgegeven import Bekend
from monitor.domain.rechten import Handeling
from monitor.domain.regels import TOESTEMMING_JAREN
from monitor.domain.verhaal import Besluit
from monitor.domain.vertelcode import hash_code, new_code
from monitor.errors import OngeldigBestand, OngeldigeInvoer, Probleem
from monitor.nl import today_amsterdam
from monitor.services.bewaartermijnen import INLEZEN
from monitor.services.invoer import bare, lift_to_wijk
from monitor.services.nalezen import NieuweBeoordeling, write_where_possible
from monitor.services.nalezers import EIGEN
from monitor.services.persoonsgegevens import bekend_uit
from monitor.services.rechten import refuse, require
from monitor.services.toestemmingen import after_years
from monitor.services.verhaalinvoer import BEKEND, VERPLICHT, GelezenVerhaal, read_verhaal
from monitor.services.verhalen import NieuwVerhaal, check_verhalen, write_verhalen
from monitor.services.vondsten import direct_problemen
from monitor.sources.verhaalrijen import VerhaalRij, VerhaalRijen, read_verhaalrijen
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.koppel_store import KoppelStore
from monitor.store.nalees_store import NaleesStore
from monitor.store.verhaal_store import VerhaalStand, VerhaalStore

_AL_GELEZEN = "Dit verhaal was al eerder ingelezen en is nu overgeslagen."
_TERUGGENOMEN = "Dit verhaal is teruggenomen door wie het vertelde. Het komt niet terug."
_VOORBIJ = "De toestemming is al voorbij: niemand kan dit verhaal nog lezen."
_GEEN_AKKOORD = "Nog niet nagelezen: de verteller heeft nog niet gezegd dat de tekst zo klopt."


@dataclass(frozen=True, slots=True)
class Nalezer:
    """Who reviewed what is read in, and why it may be public."""

    naam: str
    reden: str


@dataclass(frozen=True, slots=True)
class VerhaalUitkomst:
    """What became of one row."""

    rij: int
    id: str | None = None
    code: str | None = None
    """Told here and nowhere else: the store keeps its hash. None when the row was read in before."""
    nagelezen: bool = False
    fouten: tuple[Probleem, ...] = ()
    meldingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerhalenInvoer:
    """What became of a file."""

    rijen: tuple[VerhaalUitkomst, ...]
    opmerkingen: tuple[str, ...] = ()

    @property
    def nieuw(self) -> int:
        """How many verhalen are new."""
        return sum(rij.code is not None for rij in self.rijen)

    @property
    def nagelezen(self) -> int:
        """How many verhalen were reviewed."""
        return sum(rij.nagelezen for rij in self.rijen)

    @property
    def fouten(self) -> tuple[Probleem, ...]:
        """Everything that is wrong with the rows that were refused."""
        return tuple(probleem for rij in self.rijen for probleem in rij.fouten)


class _RollBack(Exception):
    """A dry run: everything was done, and is taken back."""


def import_verhalen(
    database: Database,
    gebruiker: Gebruiker,
    path: Path,
    *,
    nalezer: Nalezer | None = None,
    goede_rijen: bool = False,
    dry_run: bool = False,
) -> VerhalenInvoer:
    """Read the verhalen of a file, all or (with `goede_rijen`) those that are right.

    They wait to be reviewed, except with `nalezer`: then those to which the teller agreed, and in which nothing leads
    to a person, are reviewed by her. Raises OngeldigBestand with every row that is wrong, NietToegestaan when the
    nalezer wrote one of them down herself.
    """
    gebruiker = require(database, gebruiker, Handeling.INLEZEN_VERHALEN)
    if nalezer is not None and not (bare(nalezer.naam) and bare(nalezer.reden)):
        raise OngeldigeInvoer("Zeg wie de verhalen heeft nagelezen, en waarom ze gelezen mogen worden.")
    file = read_verhaalrijen(path)
    opmerkingen = _columns(file, path)
    with database.reading() as cursor:
        themas = KoppelStore(cursor).themas()
    read = {rij.rij: read_verhaal(rij, themas) for rij in file.rijen}
    if nalezer is not None and any(_who(it.opgetekend_door) == _who(nalezer.naam) for it in _well_read(read)):
        refuse(database, gebruiker, Handeling.INLEZEN_VERHALEN, "nagelezen", EIGEN)
    reading = _Loading(database, gebruiker, nalezer, bekend_uit(database))
    found: tuple[VerhaalUitkomst, ...] = ()
    try:
        with database.writing() as cursor:
            wrong = reading.refused(cursor, read)
            if wrong and not goede_rijen:
                raise OngeldigBestand(probleem for rij in sorted(wrong) for probleem in wrong[rij])
            good = {rij: it.nieuw for rij, it in read.items() if rij not in wrong and it.nieuw is not None}
            tokens = _tokens(file.rijen)
            found = reading.write(cursor, good, {rij: tokens[rij] for rij in good})
            if dry_run:
                raise _RollBack
    except _RollBack:
        found = tuple(replace(it, id=None, code=None) for it in found)
    rijen = [*found, *(VerhaalUitkomst(rij, fouten=tuple(problemen)) for rij, problemen in wrong.items())]
    return VerhalenInvoer(tuple(sorted(rijen, key=lambda it: it.rij)), opmerkingen)


def _columns(file: VerhaalRijen, path: Path) -> tuple[str, ...]:
    """What must be said about the columns. Raises OngeldigBestand when no row has one that has to be there."""
    missing = [naam for naam in VERPLICHT if naam not in file.kolommen]
    if missing and file.kolommen:
        raise OngeldigBestand(f"In {path.name} ontbreken kolommen: {', '.join(missing)}.")
    unknown = [naam for naam in file.kolommen if naam not in BEKEND and naam.isprintable()]
    return tuple(f"De kolom {naam} kennen we niet; die is niet gelezen." for naam in unknown)


def _well_read(read: Mapping[int, GelezenVerhaal]) -> list[NieuwVerhaal]:
    return [it.nieuw for it in read.values() if it.nieuw is not None and not it.problemen]


def _tokens(rijen: Sequence[VerhaalRij]) -> dict[int, str]:
    """What each row is known by: its content, and the how manieth of its kind it is in the file."""
    seen: Counter[str] = Counter()
    tokens = {}
    for rij in rijen:
        content = hashlib.sha256(json.dumps(rij.waarden, sort_keys=True, default=str).encode()).hexdigest()
        seen[content] += 1
        tokens[rij.rij] = f"inlezen:{content}:{seen[content]}"
    return tokens


def _who(name: str) -> str:
    return " ".join(name.split()).casefold()


class _Loading:
    """A file on its way into the store."""

    def __init__(self, database: Database, gebruiker: Gebruiker, nalezer: Nalezer | None, bekend: Bekend) -> None:
        self._gebruiker = gebruiker
        self._nalezer = nalezer
        self._bekend = bekend
        self._now: datetime = database.now()

    def refused(self, cursor: Cursor, read: Mapping[int, GelezenVerhaal]) -> dict[int, tuple[Probleem, ...]]:
        """Everything that is wrong with these rows, by form and by the checks of the form; nothing is written."""
        rows = {rij: it.nieuw for rij, it in read.items() if it.nieuw is not None}
        rules = dict(zip(rows, check_verhalen(cursor, list(rows.values()), self._now), strict=True))
        wrong: dict[int, tuple[Probleem, ...]] = {}
        for rij, it in read.items():
            told = rules.get(rij, [])
            if it.nieuw is not None and (it.problemen or told):
                told = [*told, *self._personal(it.nieuw)]
            if problemen := it.with_rules(rij, told):
                wrong[rij] = problemen
        return wrong

    def _personal(self, nieuw: NieuwVerhaal) -> list[Probleem]:
        """What leads to a person in a row that comes back anyway: she mends it at the same time."""
        links = [Probleem(told, "indicatoren") for told in self._without_persons(nieuw)[1]]
        if self._nalezer is None:
            return links
        texts = {veld: getattr(nieuw, veld) for veld in ("titel", "tekst", "waarom", "wens", "citaat", "namens")}
        found = direct_problemen(texts, self._bekend)
        return [*links, *(Probleem(f"Nog niet nagelezen: {it.melding}", it.veld) for it in found)]

    def write(
        self, cursor: Cursor, good: Mapping[int, NieuwVerhaal], tokens: Mapping[int, str]
    ) -> tuple[VerhaalUitkomst, ...]:
        """Write what is new, and review what may be."""
        known = InzendingStore(cursor).doelen(list(tokens.values()), INLEZEN)
        ids = {rij: known[token] for rij, token in tokens.items() if token in known}
        new = {rij: nieuw for rij, nieuw in good.items() if rij not in ids}
        written = self._write_new(cursor, new)
        InzendingStore(cursor).add_all({tokens[rij]: it.id for rij, it in written.items() if it.id}, INLEZEN, self._now)
        stand = VerhaalStore(cursor).stand(ids.values())
        for rij, id_ in ids.items():
            written[rij] = VerhaalUitkomst(rij, id_, meldingen=(_known(stand.get(id_)),))
        if self._nalezer is None:
            return tuple(written.values())
        return self._reviewed(cursor, self._nalezer, good, written)

    def _write_new(self, cursor: Cursor, new: Mapping[int, NieuwVerhaal]) -> dict[int, VerhaalUitkomst]:
        if not new:
            return {}
        codes = {rij: new_code() for rij in new}
        links = {rij: self._without_persons(nieuw) for rij, nieuw in new.items()}
        # Who reads in a file says what is allowed as of now: the years count from today, not from the day of telling.
        tot = after_years(today_amsterdam(self._now), TOESTEMMING_JAREN)
        ready = [
            replace(links[rij][0], code_hash=hash_code(codes[rij]), toestemming_tot=nieuw.toestemming_tot or tot)
            for rij, nieuw in new.items()
        ]
        added = write_verhalen(cursor, ready, self._gebruiker.id, self._now)
        return {
            rij: VerhaalUitkomst(rij, id_, codes[rij], meldingen=(*self._told(new[rij]), *links[rij][1]))
            for rij, id_ in zip(new, added.ids, strict=True)
        }

    def _without_persons(self, nieuw: NieuwVerhaal) -> tuple[NieuwVerhaal, tuple[str, ...]]:
        """The verhaal without links of which the sentence leads to a person: nobody looks at those again."""
        bad = [
            koppeling
            for koppeling in nieuw.koppelingen
            if direct_problemen({"toelichting": koppeling.toelichting}, self._bekend)
        ]
        kept = tuple(koppeling for koppeling in nieuw.koppelingen if koppeling not in bad)
        told = (
            f"Niet gekoppeld aan {koppeling.indicator}: in de zin staat nog een naam of ander gegeven van een mens."
            for koppeling in bad
        )
        return replace(nieuw, koppelingen=kept), tuple(told)

    def _told(self, nieuw: NieuwVerhaal) -> list[str]:
        """What must be said about a verhaal that is right."""
        lifted = lift_to_wijk(nieuw.gebied)[1]
        ended = nieuw.toestemming_tot is not None and nieuw.toestemming_tot < today_amsterdam(self._now)
        return [*([lifted] if lifted else []), *([_VOORBIJ] if ended else [])]

    def _reviewed(
        self,
        cursor: Cursor,
        nalezer: Nalezer,
        good: Mapping[int, NieuwVerhaal],
        written: Mapping[int, VerhaalUitkomst],
    ) -> tuple[VerhaalUitkomst, ...]:
        """The rows after the nalezer looked at them."""
        rijen = dict(written)
        asked = {rij: rijen[rij] for rij in self._waiting(cursor, written)}
        for rij, it in asked.items():
            if good[rij].akkoord_op is None:
                rijen[rij] = replace(it, meldingen=(*it.meldingen, _GEEN_AKKOORD))
        ready = [rij for rij in asked if good[rij].akkoord_op is not None]
        akkoorden = [_akkoord(nalezer, rijen[rij]) for rij in ready]
        wrong = write_where_possible(cursor, akkoorden, self._now, self._bekend)
        for rij, why in zip(ready, wrong, strict=True):
            meldingen = (*rijen[rij].meldingen, *_not_reviewed(why))
            rijen[rij] = replace(rijen[rij], nagelezen=not why, meldingen=meldingen)
        return tuple(rijen.values())

    def _waiting(self, cursor: Cursor, written: Mapping[int, VerhaalUitkomst]) -> set[int]:
        """The rows that are new, or of which nobody took back or decided about what was read in before."""
        known = {rij: it.id for rij, it in written.items() if it.code is None and it.id}
        standen = NaleesStore(cursor).stand_per(known.values()) if known else {}
        undecided = {rij for rij, id_ in known.items() if id_ in standen and standen[id_].besluit is None}
        return undecided | {rij for rij, it in written.items() if it.code is not None}


def _akkoord(nalezer: Nalezer, it: VerhaalUitkomst) -> NieuweBeoordeling:
    return NieuweBeoordeling(it.id or "", Besluit.AKKOORD, nalezer.naam.strip(), nalezer.reden)


def _not_reviewed(problemen: Sequence[Probleem]) -> list[str]:
    return [f"Nog niet nagelezen: {probleem.melding}" for probleem in problemen]


def _known(stand: VerhaalStand | None) -> str:
    return _TERUGGENOMEN if stand is not None and stand.ingetrokken else _AL_GELEZEN
