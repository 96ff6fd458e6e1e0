"""What the code of a receipt opens: the teller sees her verhaal, corrects it, decides who reads it, or takes it back.

Nobody signs in here: who holds the code is the teller. The code comes in as it was typed and goes no further than its
hash; a page keeps the `Sleutel`. Every change is a new row, in one transaction with the search and the logboek.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker
from monitor.domain.mijn_verhaal import MijnVerhaal, Tekstversie, VerhaalStaat
from monitor.domain.rechten import Handeling
from monitor.domain.regels import check_citaat
from monitor.domain.vertelcode import hash_code
from monitor.errors import NietToegestaan, OngeldigeInvoer, Probleem
from monitor.nl import today_amsterdam
from monitor.services.drempel import DrempelSoort, telling
from monitor.services.intrekken import write_intrekking
from monitor.services.invoer import bare, new_id, raise_problems, tekst_problemen
from monitor.services.rechten import refuse, require
from monitor.services.toestemmingen import Leeswens, changed_wensen, problemen_of, toestemming_rijen
from monitor.services.verhaalstand import changed
from monitor.services.verhalen import TEKST_MAX, TITEL_MAX
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.verteller_store import VertellerStore

VERTELLER = "verteller"
"""Who acts with a code, in the logboek and in the rows."""
_VERSIE, _TOESTEMMING = "verhaal_versie", "toestemming"
"""What the tokens of these forms stand for."""
_ONBEKEND = "Deze code kennen we niet. Kijk hem nog eens na."
_GELEEGD = "De tekst van dit verhaal is weg, want wij mochten hem niet langer bewaren. Vertel gerust een nieuw verhaal."
_WEG = "U hebt dit verhaal teruggenomen. Het is weg, en komt niet terug."


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A code that was right, as its hash: what a page may keep."""

    hash: str


@dataclass(frozen=True, slots=True)
class Correctie:
    """The words as the teller wants them."""

    titel: str
    tekst: str
    waarom: str | None = None
    wens: str | None = None
    citaat: str | None = None


@dataclass(frozen=True, slots=True)
class Teruggenomen:
    """A verhaal is gone."""

    verhaal: str
    al_eerder: bool
    """It was gone before this."""


def open_code(database: Database, code: str, *, gebruiker: Gebruiker = BEZOEKER, adres: str = "") -> Sleutel:
    """What a typed code opens.

    Raises NietToegestaan or OngeldigeInvoer with one sentence when it opens nothing, after a line in the logboek that
    does not hold it; who tries too often has to wait.
    """
    require(database, gebruiker, Handeling.CODE_GEBRUIKEN)
    now = database.now()
    try:
        telling.look(DrempelSoort.VERKEERDE_CODE, adres, now)
        sleutel = Sleutel(hash_code(code))
    except NietToegestaan as error:
        refuse(database, gebruiker, Handeling.CODE_GEBRUIKEN, DrempelSoort.VERKEERDE_CODE.value, str(error))
        raise
    except OngeldigeInvoer as error:
        _wrong(database, gebruiker, adres, now, error.problemen[0].melding)
        raise
    with database.reading() as cursor:
        known = InzendingStore(cursor).verhaal_van_code(sleutel.hash)
    if known is None:
        _wrong(database, gebruiker, adres, now, _ONBEKEND)
    return sleutel


def bekijk(database: Database, code: str | Sleutel, *, gebruiker: Gebruiker = BEZOEKER, adres: str = "") -> MijnVerhaal:
    """The verhaal of a code, with everything that we hold of it."""
    sleutel = _sleutel(database, code, gebruiker, adres)
    with database.reading() as cursor:
        return _verhaal(cursor, sleutel, database.now())


def pas_aan(
    database: Database, code: str | Sleutel, correctie: Correctie, *, token: str, gebruiker: Gebruiker = BEZOEKER
) -> int:
    """Keep what the teller made of her words as a new version, which waits for review; returns its number.

    Raises OngeldigeInvoer with everything that is wrong, and when nothing was changed.
    """
    sleutel = _sleutel(database, code, gebruiker)
    raise_problems(_correctie_problemen(correctie))
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, _VERSIE)
        if earlier is not None:
            return int(earlier)
        now = database.now()
        verhaal = _present(cursor, sleutel, now)
        velden = _changed_fields(verhaal, correctie)
        if not velden:
            raise OngeldigeInvoer("U hebt niets veranderd.")
        return _write_versie(cursor, verhaal, correctie, _Wijziging("aangepast", token, velden, now), gebruiker)


def akkoord(
    database: Database, code: str | Sleutel, versie: int, *, token: str, gebruiker: Gebruiker = BEZOEKER
) -> int:
    """The teller agrees to the words of `versie` as they stand: a new version of hers; returns its number.

    Raises OngeldigeInvoer when there is another proposal by now.
    """
    sleutel = _sleutel(database, code, gebruiker)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, _VERSIE)
        if earlier is not None:
            return int(earlier)
        now = database.now()
        verhaal = _present(cursor, sleutel, now)
        voorstel = verhaal.voorstel
        if voorstel is None or voorstel.versie != versie:
            raise OngeldigeInvoer("De tekst is intussen veranderd. Lees hem nog een keer.")
        words = Correctie(
            voorstel.titel, voorstel.tekst, voorstel.waarom, voorstel.wens, voorstel.citaat or _still_said(verhaal)
        )
        return _write_versie(
            cursor, verhaal, words, _Wijziging("akkoord gegeven", token, ("akkoord_op",), now), gebruiker
        )


def beperk(
    database: Database,
    code: str | Sleutel,
    wensen: Sequence[Leeswens],
    *,
    token: str,
    gebruiker: Gebruiker = BEZOEKER,
) -> tuple[Leeswens, ...]:
    """Keep who may read it from now on, and until when; returns what changed. It holds at once.

    What becomes wider can be read as far as the words were reviewed. Raises OngeldigeInvoer with everything wrong.
    """
    sleutel = _sleutel(database, code, gebruiker)
    with database.writing() as cursor:
        if InzendingStore(cursor).doel(token, _TOESTEMMING) is not None:
            return ()
        now = database.now()
        verhaal = _present(cursor, sleutel, now)
        other = changed_wensen(verhaal.leesrechten, wensen)
        raise_problems(problemen_of(verhaal, other, today_amsterdam(now)))
        VertellerStore(cursor).add_toestemmingen(toestemming_rijen(verhaal, other, _who(gebruiker), now))
        changed(cursor, [verhaal.id])
        InzendingStore(cursor).add(token, _TOESTEMMING, verhaal.id, now)
        velden = [wens.gebruik.value for wens in other]
        insert_logboek(
            cursor, [logboek_rij(now, _who(gebruiker), "toestemming veranderd", "verhaal", verhaal.id, velden)]
        )
    return other


def neem_terug(
    database: Database, code: str | Sleutel, *, gebruiker: Gebruiker = BEZOEKER, adres: str = ""
) -> Teruggenomen:
    """Take the verhaal of a code back, everywhere at once. A second time changes nothing, and the answer says so."""
    sleutel = _sleutel(database, code, gebruiker, adres)
    with database.writing() as cursor:
        now = database.now()
        verhaal = _verhaal(cursor, sleutel, now)
        if verhaal.kwartaal is not None:
            return Teruggenomen(verhaal.id, al_eerder=True)
        gone = write_intrekking(cursor, verhaal.id, _who(gebruiker), now, now)
    remember(database, *gone)
    return Teruggenomen(verhaal.id, al_eerder=False)


@dataclass(frozen=True, slots=True)
class _Wijziging:
    """What a new version is made for."""

    wat: str
    token: str
    velden: Sequence[str]
    now: datetime


def _sleutel(database: Database, code: str | Sleutel, gebruiker: Gebruiker, adres: str = "") -> Sleutel:
    if not isinstance(code, Sleutel):
        return open_code(database, code, gebruiker=gebruiker, adres=adres)
    require(database, gebruiker, Handeling.CODE_GEBRUIKEN)
    return code


def _wrong(database: Database, gebruiker: Gebruiker, adres: str, now: datetime, melding: str) -> None:
    telling.count(DrempelSoort.VERKEERDE_CODE, adres, now)
    refuse(database, gebruiker, Handeling.CODE_GEBRUIKEN, DrempelSoort.VERKEERDE_CODE.value, melding)


def _verhaal(cursor: Cursor, sleutel: Sleutel, now: datetime) -> MijnVerhaal:
    known = InzendingStore(cursor).verhaal_van_code(sleutel.hash)
    verhaal = VertellerStore(cursor).verhaal(known, today_amsterdam(now)) if known else None
    if verhaal is None:
        raise NietToegestaan(_ONBEKEND)
    return verhaal


def _present(cursor: Cursor, sleutel: Sleutel, now: datetime) -> MijnVerhaal:
    verhaal = _verhaal(cursor, sleutel, now)
    if verhaal.kwartaal is not None:
        raise OngeldigeInvoer(_WEG)
    if not verhaal.versies:
        raise OngeldigeInvoer(_GELEEGD)
    return verhaal


def _who(gebruiker: Gebruiker) -> str:
    """Who acts with a code: the teller, except where somebody does it for her on the machine itself."""
    return gebruiker.id if gebruiker.aanmelding is Aanmelding.OPDRACHT else VERTELLER


def _correctie_problemen(correctie: Correctie) -> list[Probleem]:
    checks = (
        (not bare(correctie.titel), "titel", "Geef het verhaal een titel."),
        (len(correctie.titel) > TITEL_MAX, "titel", f"De titel is te lang: hoogstens {TITEL_MAX} tekens."),
        (not bare(correctie.tekst), "tekst", "Er staat nog geen verhaal."),
        (len(correctie.tekst) > TEKST_MAX, "tekst", f"Het verhaal is te lang: hoogstens {TEKST_MAX} tekens."),
        (len(correctie.waarom or "") > TEKST_MAX, "waarom", f"Dit is te lang: hoogstens {TEKST_MAX} tekens."),
        (len(correctie.wens or "") > TEKST_MAX, "wens", f"Dit is te lang: hoogstens {TEKST_MAX} tekens."),
    )
    problemen = [*tekst_problemen(correctie), *(Probleem(melding, veld) for wrong, veld, melding in checks if wrong)]
    if bare(correctie.citaat):
        try:
            check_citaat(correctie.citaat or "", correctie.tekst)
        except OngeldigeInvoer as error:
            problemen += error.problemen
    return problemen


def _changed_fields(verhaal: MijnVerhaal, correctie: Correctie) -> list[str]:
    before = _words(verhaal.eigen)
    after = _tidy(correctie)
    velden = [veld for veld in ("titel", "tekst", "waarom", "wens", "citaat") if _of(before, veld) != _of(after, veld)]
    if velden:
        return velden
    # Words to which she did not agree yet become hers by saying them, also when they stay the same. And who is asked
    # something may answer that they are right as they are: otherwise nobody would ever read them.
    agreed = verhaal.eigen is not None and verhaal.eigen.akkoord_op is not None
    return [] if agreed and verhaal.staat is not VerhaalStaat.TERUGGEVRAAGD else ["akkoord_op"]


def _words(versie: Tekstversie | None) -> Correctie | None:
    if versie is None:
        return None
    return Correctie(versie.titel, versie.tekst, versie.waarom, versie.wens, versie.citaat)


def _of(words: Correctie | None, veld: str) -> str | None:
    return None if words is None else bare(getattr(words, veld))


def _tidy(correctie: Correctie) -> Correctie:
    return replace(
        correctie,
        titel=correctie.titel.strip(),
        tekst=correctie.tekst.strip(),
        waarom=bare(correctie.waarom),
        wens=bare(correctie.wens),
        citaat=bare(correctie.citaat),
    )


def _still_said(verhaal: MijnVerhaal) -> str | None:
    """The sentence that she chose before, where it still stands in the words that are proposed."""
    citaten = [it.citaat for it in verhaal.versies if it.citaat]
    if not citaten or verhaal.voorstel is None:
        return None
    try:
        check_citaat(citaten[-1], verhaal.voorstel.tekst)
    except OngeldigeInvoer:
        return None
    return citaten[-1]


def _write_versie(
    cursor: Cursor, verhaal: MijnVerhaal, words: Correctie, change: _Wijziging, gebruiker: Gebruiker
) -> int:
    store, words = VertellerStore(cursor), _tidy(words)
    number = store.newest_versie(verhaal.id) + 1
    citaten = [_citaat_rij(verhaal.id, words.citaat, number, change.now)] if words.citaat else []
    store.add_versie(_versie_rij(verhaal.id, words, number, change.now), citaten)
    changed(cursor, [verhaal.id])
    InzendingStore(cursor).add(change.token, _VERSIE, str(number), change.now)
    insert_logboek(
        cursor, [logboek_rij(change.now, _who(gebruiker), change.wat, "verhaal", verhaal.id, list(change.velden))]
    )
    return number


def _versie_rij(verhaal: str, words: Correctie, number: int, now: datetime) -> Rij:
    return {
        "verhaal": verhaal,
        "versie": number,
        "soort": "publiek",
        "titel": words.titel,
        "tekst": words.tekst,
        "waarom": words.waarom,
        "wens": words.wens,
        "akkoord_op": today_amsterdam(now),
        "gemaakt_op": now,
        "gemaakt_door": VERTELLER,
    }


def _citaat_rij(verhaal: str, tekst: str, number: int, now: datetime) -> Rij:
    return {
        "id": new_id(),
        "verhaal": verhaal,
        "tekst": tekst,
        "akkoord_op": today_amsterdam(now),
        "gemaakt_op": now,
        "versie": number,
    }
