"""Backups: a copy of the store at one moment, and putting one back without what was taken back since."""

import os
import shutil
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling
from monitor.errors import MonitorError, OngeldigBestand, OngeldigeInvoer, OpslagNietBereikbaar
from monitor.services.bewaartermijnen import Geleegd, emptied, empty_again, empty_expired
from monitor.services.controle import check_store
from monitor.services.organisaties import remove_again, removed
from monitor.services.rechten import require
from monitor.services.zoekindex import ensure_index
from monitor.store.activiteit_store import ActiviteitStore, Omschrijving
from monitor.store.database import MEMORY, Clock, Cursor, Database, utc_now
from monitor.store.intrekkingen import remembered, replay, withdrawn, write_down
from monitor.store.kiezen_store import Groepsnaam, KiezenStore
from monitor.store.kopie_store import (
    beside,
    copy_store,
    forget_copy,
    note_copy,
    noted_copies,
    put_in_place,
    remove_leftovers,
    remove_store,
)
from monitor.store.migrate import migrate, schema_version
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.telling_store import MET_WOORDEN
from monitor.store.voorbeeld_store import holds_nothing
from monitor.store.weghalen import SOORTEN

_DOOR = "opslag"
_LEFT = 24 * 3600.0
"""A file that is still being made after so many seconds was left by a program that stopped."""


@dataclass(frozen=True, slots=True)
class Reservekopie:
    """A copy that was made, or put back."""

    path: Path
    teruggenomen: int = 0
    """How many verhalen stood in it that were taken back since: their words are gone again."""
    weggehaald: int = 0
    """How many words of people stood in it that were taken away since, voorstellen too."""
    omschreven: int = 0
    """How many activiteiten and initiatieven in it had words that others took the place of since."""
    organisaties: int = 0
    """How many names of organisaties stood in it that were taken off the list since."""
    bezwaren: int = 0
    """How many objections and answers stood in it of which the words were taken away since."""
    groepen: int = 0
    """How many groepen in it had a name that another took the place of since."""
    herteld: int = 0
    """How many counts in it had words of people that were counted again since."""
    geleegd: Geleegd = field(default_factory=Geleegd)
    """What in it was over its time, and was emptied."""
    opnieuw_geleegd: int = 0
    """How many verhalen in it had words that the store emptied since."""
    problemen: tuple[str, ...] = ()
    """What does not agree with itself, a sentence each; it did not before either."""


@dataclass(frozen=True, slots=True)
class Weg:
    """What may not come back with a backup."""

    teruggenomen: Mapping[str, datetime]
    """Verhalen that were taken back, words that were taken away, and counts of which words were replaced."""
    geleegd: tuple[tuple[str, int], ...] = ()
    """Verhalen that were emptied because their time was over, and before which version."""
    omschrijvingen: tuple[Omschrijving, ...] = ()
    """The words that took the place of others about an activiteit or initiatief."""
    organisaties: Mapping[str, datetime] = field(default_factory=dict)
    """Names that were taken off the list of organisaties, as the logboek knows them."""
    groepen: tuple[Groepsnaam, ...] = ()
    """The names that groepen of voorstellen were given after another one."""


# Making one


def backup(database: Database, gebruiker: Gebruiker, file: Path, *, force: bool = False) -> Reservekopie:
    """Copy the store, as it is now, into a new file; others read and write meanwhile.

    Raises OngeldigeInvoer when there is a file already and not `force`.
    """
    gebruiker = require(database, gebruiker, Handeling.BEWAREN)
    target = Path(os.path.realpath(file))
    _refuse_itself(target, database.path)
    if target.exists() and not force:
        raise OngeldigeInvoer(f"Het bestand {file} is er al. Kies een andere naam, of geef --force.")
    if target.is_dir():
        raise OngeldigeInvoer(f"{file} is een map. Geef de naam van een bestand.")
    made = beside(target, "nieuw")
    if database.path != MEMORY:
        note_copy(database.path, target)
    try:
        copy_store(database, made)
        problemen = _problems_of(made, database.now)
        put_in_place(made, target)
    finally:
        remove_store(made)
    with database.writing() as cursor:
        rij = logboek_rij(database.now(), gebruiker.id, "bewaard", "reservekopie", target.name)
        insert_logboek(cursor, [rij])
    return Reservekopie(target, problemen=problemen)


# Putting one back


def restore(database: Database, gebruiker: Gebruiker, file: Path, *, force: bool = False) -> Reservekopie:
    """Let an open store go on with what stands in a backup, without what was taken back since.

    Raises OngeldigeInvoer when something stands in the store and not `force`; then nothing changes.
    """
    gebruiker = require(database, gebruiker, Handeling.BEWAREN)
    _refuse_itself(Path(os.path.realpath(file)), database.path)
    if not force:
        with database.reading() as cursor:
            if not holds_nothing(cursor):
                raise OngeldigeInvoer(
                    "Er staat al iets in de opslag. Met --force komt de reservekopie ervoor in de plaats."
                )
    if database.path == MEMORY:
        raise OngeldigeInvoer("Een reservekopie kan niet terug in een opslag in het geheugen.")
    with database.no_writing():
        weg = _gone(database, remembered(str(file)))
        made, kopie = _cleaned(file, Path(database.path), weg, database.now, gebruiker.id)
        try:
            write_down(database.path, weg.teruggenomen)
            database.swap(made)
        finally:
            remove_store(made)
    return kopie


def restore_new(store: Path, gebruiker: Gebruiker, file: Path, *, clock: Clock = utc_now) -> Reservekopie:
    """Put a backup where there is no store yet, or one that cannot be opened."""
    _refuse_itself(Path(os.path.realpath(file)), str(store))
    weg = Weg(remembered(str(store)) | remembered(str(file)))
    store.parent.mkdir(parents=True, exist_ok=True)
    made, kopie = _cleaned(file, store, weg, clock, gebruiker.id)
    try:
        write_down(str(store), weg.teruggenomen)
        put_in_place(made, store)
    finally:
        remove_store(made)
    return kopie


# Keeping the ones that were made clean


def clean_copies(database: Database) -> tuple[int, tuple[str, ...]]:
    """Take out of the backups that were made of this store what was taken back, or kept long enough, since.

    Says how many were rewritten, and which could not be reached.
    """
    if database.path == MEMORY:
        return 0, ()
    weg = _gone(database, {})
    rewritten, missed = 0, []
    for path in (Path(os.path.realpath(database.path)), *noted_copies(database.path)):
        remove_leftovers(path, time.time() - _LEFT)
    for path in noted_copies(database.path):
        if path.parent.is_dir() and not path.exists():
            forget_copy(database.path, path)
            continue
        try:
            rewritten += _clean_copy(path, weg, database.now)
        except MonitorError:
            missed.append(str(path))
    return rewritten, tuple(missed)


def _clean_copy(path: Path, weg: Weg, clock: Clock) -> bool:
    made, kopie = _cleaned(path, path, weg, clock, None)
    try:
        taken_back = kopie.teruggenomen + kopie.weggehaald + kopie.omschreven + kopie.organisaties + kopie.herteld
        taken_back += kopie.bezwaren + kopie.groepen
        stale = bool(taken_back or kopie.opnieuw_geleegd or kopie.geleegd.woorden)
        if stale:
            put_in_place(made, path)
    finally:
        remove_store(made)
    return stale


# What all of them share


def _gone(database: Database, also: Mapping[str, datetime]) -> Weg:
    with database.reading() as cursor:
        geleegd, omschrijvingen = emptied(cursor), ActiviteitStore(cursor).omschrijvingen()
        organisaties, groepen = removed(cursor), KiezenStore(cursor).renamed()
    taken_back = {**also, **remembered(database.path), **withdrawn(database)}
    return Weg(taken_back, tuple(geleegd), tuple(omschrijvingen), organisaties, groepen)


def _cleaned(file: Path, target: Path, weg: Weg, clock: Clock, door: str | None) -> tuple[Path, Reservekopie]:
    """A new file beside `target` with what stands in a backup: of the newest schema, without what was taken back."""
    work, made = beside(target, "werk"), beside(target, "nieuw")
    try:
        _copy_file(file, work)
        database = Database(work, clock=clock)
        try:
            _migrate_copy(database, file)
            back = Counter(soort for soort, _ in replay(database, weg.teruggenomen))
            ensure_index(database)
            with database.writing() as cursor:
                opnieuw = empty_again(cursor, weg.geleegd, clock())
                omschreven = _describe_again(cursor, weg.omschrijvingen)
                organisaties = remove_again(cursor, weg.organisaties, _DOOR)
                groepen = _name_again(cursor, weg.groepen)
                geleegd = empty_expired(cursor, clock())
                if door is not None:
                    insert_logboek(cursor, [logboek_rij(clock(), door, "teruggezet", "reservekopie", file.name)])
            copy_store(database, made)
        finally:
            database.close()
        return made, Reservekopie(
            file,
            teruggenomen=back["verhaal"],
            weggehaald=sum(back[soort] for soort in SOORTEN),
            omschreven=omschreven,
            organisaties=organisaties,
            bezwaren=back["bezwaar"] + back["antwoord"],
            groepen=groepen,
            herteld=sum(back[table] for table in MET_WOORDEN),
            geleegd=geleegd,
            opnieuw_geleegd=opnieuw,
            problemen=_problems_of(made, clock),
        )
    except BaseException:
        remove_store(made)
        raise
    finally:
        remove_store(work)


def _describe_again(cursor: Cursor, omschrijvingen: Sequence[Omschrijving]) -> int:
    """Let the words that stand in the store take the place of older ones in a copy; returns about how much."""
    store = ActiviteitStore(cursor)
    old = store.still_old(omschrijvingen)
    for it in old:
        store.change_words(it.soort, it.id, it.woorden)
    # With the moment of the change itself: a copy that has these words is told from one that has not.
    insert_logboek(cursor, [logboek_rij(it.op, _DOOR, "opnieuw veranderd", "omschrijving", it.id) for it in old])
    return len(old)


def _name_again(cursor: Cursor, groepen: Sequence[Groepsnaam]) -> int:
    """Let the names that groepen have in the store take the place of older ones in a copy; returns of how many."""
    old = KiezenStore(cursor).name_again(groepen)
    insert_logboek(cursor, [logboek_rij(it.op, _DOOR, "opnieuw omgenoemd", "groep", it.id) for it in old])
    return len(old)


def _copy_file(file: Path, work: Path) -> None:
    """Copy a backup as a file: it stays as it is, also when it has to be migrated."""
    if not file.is_file():
        raise OngeldigBestand(f"Het bestand {file} is er niet.")
    try:
        Database(file, read_only=True).close()
    except OpslagNietBereikbaar as error:
        raise OngeldigBestand(
            f"Het bestand {file} is geen reservekopie van dit programma, of het is beschadigd."
        ) from error
    try:
        work.touch(mode=0o600)
        for suffix in ("", ".wal"):
            source = file.with_name(f"{file.name}{suffix}")
            if source.is_file():
                shutil.copyfile(source, work.with_name(f"{work.name}{suffix}"))
    except OSError as error:
        raise OpslagNietBereikbaar(f"Naast {work.parent} kan niet worden geschreven. Is er genoeg ruimte?") from error


def _migrate_copy(database: Database, file: Path) -> None:
    try:
        if schema_version(database) == 0:
            raise OpslagNietBereikbaar("")
        migrate(database)
    except OpslagNietBereikbaar as error:
        raise OngeldigBestand(f"Het bestand {file} is geen reservekopie van dit programma.") from error


def _problems_of(file: Path, clock: Clock) -> tuple[str, ...]:
    copy = Database(file, read_only=True, clock=clock)
    try:
        return check_store(copy)
    finally:
        copy.close()


def _refuse_itself(file: Path, store: str) -> None:
    if store != MEMORY and file == Path(os.path.realpath(store)):
        raise OngeldigeInvoer("Dat bestand is de opslag zelf. Kies een ander bestand.")
