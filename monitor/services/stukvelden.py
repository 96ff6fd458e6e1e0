"""What people write in the fields of a stuk for the raad: nobody's words go because of somebody else's.

Everything is added; what people typed can be taken away again.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raadsstuk import (
    Raadsstuk,
    StukVeld,
    TekstVersie,
    botst,
    meeste_tekens,
    veld_problemen,
    vervangt,
    zin_hash,
)
from monitor.errors import NietGevonden, Probleem
from monitor.nl import today_amsterdam
from monitor.services.citaten import overgetypt_bij
from monitor.services.invoer import new_id, raise_problems, seen
from monitor.services.stukrechten import NIET_IN_STUK, found_in, in_stuk, log_stuk
from monitor.services.teksten import TekstVeld, tekstveld_problemen
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.raadsstuk_store import RaadsstukStore
from monitor.store.weghalen import remove_words

WAT_U_SCHREEF = "wat u schreef"
OVERGETYPT = (
    "In wat u schreef staan woorden van een verteller overgetypt. Neemt zij die terug, dan blijven ze daar staan. "
    "Kies een citaat bij een argument, en schrijf hier in uw eigen woorden."
)
ER_BIJ_GEKOMEN = "Intussen schreef iemand nog iets. Lees ook dat, en kies opnieuw."


@dataclass(frozen=True, slots=True)
class TekstInvoer:
    """What somebody wrote in a field, and the number of the text that she saw when she began (0: none)."""

    veld: StukVeld
    tekst: str
    begonnen_bij: int
    in_plaats_van: str | None = None
    """The sentence of the tool of which it takes the place, as the writer saw it."""

    @property
    def zelf_hash(self) -> str | None:
        """By which that sentence is known again."""
        return None if self.in_plaats_van is None else zin_hash(self.in_plaats_van)


@dataclass(frozen=True, slots=True)
class BewaardeTekst:
    """What became of what somebody wrote."""

    nummer: int
    """With which she goes on."""
    standen: tuple[TekstVersie, ...]
    """What stands in the field now: her text, or hers and that of somebody else beside each other."""
    erin: bool = True
    """Whether its onderdeel is in the stuk still; somebody may have taken it out while she wrote."""

    @property
    def botst(self) -> bool:
        """Whether the writer must be told that something else was written here too."""
        return len(self.standen) > 1


def save_tekst(
    database: Database, gebruiker: Gebruiker, stuk: str, invoer: TekstInvoer, *, token: str
) -> BewaardeTekst:
    """Keep what somebody wrote, when it is something else than what stands; the same token writes once.

    When something was written after the number that the writer saw, by somebody else or by herself in another window,
    both texts stand until somebody chooses. A text of which nothing can be seen empties the field. What was typed in an
    onderdeel that somebody took out meanwhile is kept with it.
    """
    invoer = _visible(invoer)

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        whole = _with_gone(cursor, found, invoer.veld)
        return keep_tekst(cursor, database, who, whole, invoer, invoer.zelf_hash)

    return in_veld(database, gebruiker, stuk, invoer.veld, action, token)


def choose_tekst(
    database: Database, gebruiker: Gebruiker, stuk: str, invoer: TekstInvoer, *, token: str
) -> BewaardeTekst:
    """End a botsing with a text in the place of all that stand. Refused when another came since: that one is unread."""
    invoer = _visible(invoer)

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        problemen = _tekst_problemen(cursor, database, found, invoer)
        if any(it.nummer > invoer.begonnen_bij for it in found.standen(invoer.veld)):
            problemen.append(Probleem(ER_BIJ_GEKOMEN, "tekst"))
        raise_problems(problemen)
        return _write(cursor, database, who, found, invoer, invoer.zelf_hash, kiest=True)

    return in_veld(database, gebruiker, stuk, invoer.veld, action, token)


def remove_tekst(database: Database, gebruiker: Gebruiker, stuk: str, veld: StukVeld) -> None:
    """Take every text away that ever stood in a field, for good."""
    ids: list[str] = []

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        ids.extend(it.id for it in found.teksten.get(veld, ()) if it.tekst is not None)
        if not ids:
            raise NietGevonden(NIET_IN_STUK)
        for id_ in ids:
            remove_words(cursor, "stuktekst", id_, database.now())
            log_stuk(cursor, database, who, "weggehaald", "stuktekst", id_)
        return stuk

    in_stuk(database, gebruiker, stuk, action)
    remember(database, *ids)


def in_veld(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    veld: StukVeld,
    action: Callable[[Cursor, Gebruiker, Raadsstuk], str],
    token: str,
) -> BewaardeTekst:
    """The same for a field: `action` gives the nummer with which the writer goes on."""
    nummer = int(in_stuk(database, gebruiker, stuk, action, token, "stuktekst"))
    with database.reading() as cursor:
        found = found_in(cursor, stuk)
    erin = veld.onderdeel is None or found.onderdeel(veld.onderdeel) is not None
    return BewaardeTekst(nummer, found.standen(veld), erin)


def keep_tekst(
    cursor: Cursor, database: Database, who: Gebruiker, stuk: Raadsstuk, invoer: TekstInvoer, zelf_hash: str | None
) -> str:
    """Write a text beside or in the place of what stands, when it is something else; the nummer with which one goes on.

    `zelf_hash` is of the sentence of the tool whose place it takes.
    """
    raise_problems(_tekst_problemen(cursor, database, stuk, invoer))
    versies = stuk.teksten.get(invoer.veld, ())
    standing = stuk.standen(invoer.veld)
    replaced = vervangt(standing, invoer.tekst, who.id, invoer.begonnen_bij, kiest=False)
    same = [it for it in replaced or standing if it.tekst == invoer.tekst]
    if same:
        return str(same[-1].nummer)
    if not standing and not invoer.tekst:
        return str(versies[-1].nummer if versies else 0)
    return _write(cursor, database, who, stuk, invoer, zelf_hash, kiest=False)


def _with_gone(cursor: Cursor, stuk: Raadsstuk, veld: StukVeld) -> Raadsstuk:
    """The stuk with the onderdeel of this field in it, also when it was taken out."""
    if veld.onderdeel is None or stuk.onderdeel(veld.onderdeel) is not None:
        return stuk
    gone = [it for it in RaadsstukStore(cursor).onderdelen(stuk.id, erin=False) if it.id == veld.onderdeel]
    return replace(stuk, onderdelen=(*stuk.onderdelen, *gone))


def _visible(invoer: TekstInvoer) -> TekstInvoer:
    return invoer if seen(invoer.tekst) else replace(invoer, tekst="")


def _tekst_problemen(cursor: Cursor, database: Database, stuk: Raadsstuk, invoer: TekstInvoer) -> list[Probleem]:
    problemen = veld_problemen(stuk, invoer.veld)
    if problemen:
        return problemen
    highest = stuk.nummer_van_tekst.get(invoer.veld, 0)
    if not 0 <= invoer.begonnen_bij <= highest:
        problemen.append(Probleem("Dit veld is niet zo ver. Open het stuk opnieuw.", "begonnen_bij"))
    veld = TekstVeld(invoer.tekst, WAT_U_SCHREEF, most=meeste_tekens(stuk, invoer.veld))
    typed = {"tekst": invoer.tekst}
    problemen += overgetypt_problemen(cursor, database, stuk.gemeente, typed, gekozen=stuk.citaten)
    return problemen + tekstveld_problemen(database, {"tekst": veld})


def overgetypt_problemen(
    cursor: Cursor, database: Database, gemeente: str, teksten: Mapping[str, str], *, gekozen: Collection[str] = ()
) -> list[Probleem]:
    """Where words of a teller were typed over, by the name of the field; `gekozen`: the verhalen of the stuk."""
    found = overgetypt_bij(cursor, today_amsterdam(database.now()), gemeente, teksten, gekozen=gekozen)
    return [Probleem(OVERGETYPT, veld) for veld in found]


def _write(
    cursor: Cursor,
    database: Database,
    who: Gebruiker,
    stuk: Raadsstuk,
    invoer: TekstInvoer,
    zelf_hash: str | None,
    *,
    kiest: bool,
) -> str:
    versies = stuk.teksten.get(invoer.veld, ())
    versie = TekstVersie(
        id=new_id(),
        nummer=(versies[-1].nummer if versies else 0) + 1,
        tekst=invoer.tekst,
        begonnen_bij=invoer.begonnen_bij,
        door=who.id,
        op=database.now(),
        botst=not kiest and botst(versies, invoer.begonnen_bij),
        kiest=kiest,
        zelf_hash=zelf_hash,
    )
    RaadsstukStore(cursor).add_tekst(stuk.id, invoer.veld, versie)
    log_stuk(cursor, database, who, "geschreven", "stuktekst", versie.id, invoer.veld.deel.value, invoer.veld.noem)
    return str(versie.nummer)
