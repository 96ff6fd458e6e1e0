"""The Word template and the logo of the gemeente: checked before they are kept, one of each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from monitor.domain.document import Huisstijl
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling
from monitor.errors import NietGevonden, OngeldigBestand
from monitor.services.huisstijl import Schrijver, check_logo, check_sjabloon, try_sjabloon
from monitor.services.invoer import new_id, onbewaarbaar, seen
from monitor.services.rechten import require
from monitor.store.bestand_store import BestandStore
from monitor.store.database import Cursor, Database
from monitor.store.rijen import insert_logboek, logboek_rij

NAAM_LANG = 200


class BestandSoort(StrEnum):
    """What a gemeente can give to make a document look like hers."""

    WORD_SJABLOON = "word_sjabloon"
    LOGO = "logo"


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that is kept, without its bytes."""

    id: str
    soort: BestandSoort
    naam: str
    mime: str
    grootte: int
    """In bytes."""
    sha256: str
    op: datetime


_CHECKS: Mapping[BestandSoort, Callable[[bytes, str], str]] = {
    BestandSoort.WORD_SJABLOON: check_sjabloon,
    BestandSoort.LOGO: check_logo,
}
_EINDE = {BestandSoort.WORD_SJABLOON: "sjabloon.docx", BestandSoort.LOGO: "logo.png"}


def bestanden(database: Database, gebruiker: Gebruiker) -> tuple[Bestand, ...]:
    """What is kept, for a beheerder."""
    require(database, gebruiker, Handeling.INSTELLEN)
    with database.reading() as cursor:
        rows = BestandStore(cursor).kaal()
    return tuple(
        Bestand(id_, BestandSoort(soort), naam, mime, int(size), hash_, op)
        for id_, soort, naam, mime, size, hash_, op in rows
    )


def keep_bestand(
    database: Database,
    gebruiker: Gebruiker,
    soort: BestandSoort,
    naam: str,
    inhoud: bytes,
    mime: str = "",
    *,
    schrijf: Schrijver | None = None,
) -> str:
    """Keep a file in the place of the other of its kind. Raises OngeldigBestand with all that is wrong with it.

    With `schrijf` a template is tried once before it is kept: an empty document is written in it.
    """
    who = require(database, gebruiker, Handeling.INSTELLEN)
    if not inhoud:
        raise OngeldigBestand("Dit bestand is leeg. Kies een ander bestand.")
    found, id_, now = _CHECKS[soort](inhoud, mime), new_id(), database.now()
    if schrijf is not None and soort is BestandSoort.WORD_SJABLOON:
        try_sjabloon(inhoud, schrijf)
    row = {"id": id_, "soort": soort.value, "naam": _naam(naam, soort), "mime": found, "inhoud": inhoud}
    with database.writing() as cursor:
        hash_ = sha256(inhoud).hexdigest()
        BestandStore(cursor).replace({**row, "sha256": hash_, "door": who.id, "op": now})
        _log(cursor, database, who, "bewaard", soort)
    return id_


def remove_bestand(database: Database, gebruiker: Gebruiker, soort: BestandSoort) -> None:
    """Take a file away; documents look as they did without it."""
    who = require(database, gebruiker, Handeling.INSTELLEN)
    with database.writing() as cursor:
        if BestandStore(cursor).inhoud(soort.value) is None:
            raise NietGevonden("Dit bestand is er niet (meer).")
        BestandStore(cursor).remove(soort.value)
        _log(cursor, database, who, "weggehaald", soort)


def huisstijl(database: Database) -> Huisstijl:
    """What documents of this store look like: everybody who makes one uses it."""
    with database.reading() as cursor:
        store = BestandStore(cursor)
        return Huisstijl(store.inhoud(BestandSoort.WORD_SJABLOON.value), store.inhoud(BestandSoort.LOGO.value))


def _naam(naam: str, soort: BestandSoort) -> str:
    """The name of the file alone, as far as it can be kept and seen."""
    bare = re.split(r"[/\\]", naam)[-1].strip()[-NAAM_LANG:]
    return bare if seen(bare) and onbewaarbaar(bare) is None else _EINDE[soort]


def _log(cursor: Cursor, database: Database, who: Gebruiker, wat: str, soort: BestandSoort) -> None:
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, wat, "bestand", soort.value)])
