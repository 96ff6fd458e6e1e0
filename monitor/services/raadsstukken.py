"""Writing a stuk for the raad, with several people at once: nobody's words go because of somebody else's.

A draft is not public. Who may work as beleidsmedewerker reads every draft of this store; she writes in those of her
wijken. Everything is added; what people typed can be taken away again. Of a verhaal only its id is kept.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from monitor.domain.gebied import gemeente_of, normalize_code
from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker
from monitor.domain.raadsstuk import (
    DEEL_VAN,
    DELEN,
    GEEN_VELD,
    ONDERDEEL_VELDEN,
    VRIJ,
    BobFase,
    Deel,
    KeuzeSoort,
    Onderdeel,
    OnderdeelInvoer,
    OnderdeelSoort,
    OnderdeelStand,
    Onderdeelversie,
    Raadsstuk,
    StukKeuze,
    StukKop,
    StukRegel,
    StukSoort,
    StukVeld,
    TekstVersie,
    botst,
    citaat_probleem,
    kop_problemen,
    meeste_tekens,
    stand_problemen,
    veld_problemen,
    vervangt,
    weg_problemen,
    zin_hash,
)
from monitor.domain.rechten import Handeling, mag, mag_ergens, wijken_voor
from monitor.domain.verhaal import Verhaal
from monitor.errors import NietGevonden, Probleem
from monitor.nl import today_amsterdam
from monitor.services.citaten import citaten_in
from monitor.services.invoer import bare, new_id, raise_problems, seen
from monitor.services.raad import beslisbaar, gemeente_problemen
from monitor.services.rechten import current, require, require_somewhere
from monitor.services.teksten import KORT, TekstVeld, tekstveld_problemen
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.lees_store import LeesStore
from monitor.store.raadsstuk_store import RaadsstukStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.weghalen import remove_words

ONBEKEND = "Dit stuk kennen wij niet, of het is weggehaald."
NIETS_DOEN = "Niets doen"
INTUSSEN_ANDERS = "Iemand anders veranderde dit intussen. Kijk wat er nu staat, en bewaar het opnieuw."
ER_BIJ_GEKOMEN = "Intussen schreef iemand nog iets. Lees ook dat, en kies opnieuw."
ANDERE_WIJK = "U schrijft niet voor deze wijk. Vraag een collega van die wijk."
_NAAM = {"tekst": "wat u schreef", "titel": "de titel"}
_WEG = "Dit staat niet (meer) in dit stuk."
_ONBEKENDE_KEUZE = {
    KeuzeSoort.WIJK: "Deze wijk kennen wij niet in deze gemeente.",
    KeuzeSoort.THEMA: "Dit thema kennen wij niet.",
    KeuzeSoort.INDICATOR: "Dit cijfer kennen wij niet.",
    KeuzeSoort.LEERPUNT: "Dit punt kennen wij niet, of het is van één verhaal. Kies wat u vaker ziet.",
    KeuzeSoort.DEEL: "Dit deel hoort altijd bij dit stuk, of nooit.",
}
_GEEN_CITAAT = "Dit verhaal kunt u niet gebruiken: het is teruggenomen, of het is niet openbaar."
_ANDERS_GEBIED = "Kies bij een cijfer een wijk van deze gemeente, of de gemeente zelf."


@dataclass(frozen=True, slots=True)
class StukKopInvoer:
    """What a stuk is called, for what the raad has it, and over which years it tells."""

    titel: str
    fase: BobFase | None = None
    periode_van: int | None = None
    periode_tot: int | None = None
    jaar: int | None = None
    """Year t of the financiele regels."""


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

    @property
    def botst(self) -> bool:
        """Whether the writer must be told that somebody else wrote here too."""
        return len(self.standen) > 1


# Reading


def stukken(database: Database, gebruiker: Gebruiker) -> tuple[StukRegel, ...]:
    """Every draft of this store, the one last written in first."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        return RaadsstukStore(cursor).stukken()


def lees_stuk(database: Database, gebruiker: Gebruiker, stuk: str) -> Raadsstuk:
    """A draft as it stands. Raises NietGevonden when there is none, or when it was taken away."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        return found_in(cursor, stuk)


def mag_schrijven(database: Database, gebruiker: Gebruiker, stuk: Raadsstuk) -> bool:
    """Whether this person may write in this stuk now."""
    return _writes(current(database, gebruiker), stuk)


def bruikbare_citaten(database: Database, verhalen: Iterable[str]) -> dict[str, Verhaal]:
    """Of these verhalen those whose citaat may stand in a document now, as everybody may read them.

    What is not in it was taken back, is no longer openbaar or has no citaat: a document says so where it stood.
    """
    with database.reading() as cursor:
        return {it.id: it for it in citaten_in(cursor, today_amsterdam(database.now()), ids=verhalen)}


def citaten_om_te_kiezen(database: Database, gebruiker: Gebruiker, stuk: str) -> tuple[Verhaal, ...]:
    """The public verhalen with a citaat of the wijken and themas that were chosen, newest first."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found = found_in(cursor, stuk)
        wijken, themas = found.gekozen(KeuzeSoort.WIJK), set(found.gekozen(KeuzeSoort.THEMA))
        today, places = today_amsterdam(database.now()), wijken or (found.gemeente,)
        read = {it.id: it for place in places for it in citaten_in(cursor, today, gebied=place)}
    fitting = [it for it in read.values() if not themas or themas & set(it.themas)]
    return tuple(sorted(fitting, key=lambda it: (it.kwartaal, it.id), reverse=True))


def found_in(cursor: Cursor, stuk: str) -> Raadsstuk:
    """A stuk with all that was written of it. Raises NietGevonden."""
    found = RaadsstukStore(cursor).stuk(stuk)
    if found is None or found.kop.titel is None:
        raise NietGevonden(ONBEKEND)
    return found


# Making and taking away


def add_stuk(
    database: Database, gebruiker: Gebruiker, gemeente: str, soort: StukSoort, kop: StukKopInvoer, *, token: str
) -> str:
    """Begin a stuk; the same token gives the same one. A raadsvoorstel always has niets doen as an alternatief."""
    who = require_somewhere(database, gebruiker, Handeling.RAADSSTUK)
    code = normalize_code(gemeente) or gemeente
    problemen = _kop_problemen(database, soort, kop)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "raadsstuk")
        if earlier is not None:
            return earlier
        raise_problems([*problemen, *gemeente_problemen(cursor, code)])
        now, id_, store = database.now(), new_id(), RaadsstukStore(cursor)
        row = {"id": id_, "gebied": code, "soort": soort.value, "gemaakt_door": who.id, "gemaakt_op": now}
        store.add_stuk(row, _kop_rij(database, who, id_, 1, kop))
        if Deel.ALTERNATIEVEN in DELEN[soort]:
            _add_niets_doen(cursor, database, who, id_)
        InzendingStore(cursor).add(token, "raadsstuk", id_, now)
        _log(cursor, database, who, "toegevoegd", "raadsstuk", id_, "titel")
    return id_


def change_kop(
    database: Database, gebruiker: Gebruiker, stuk: str, kop: StukKopInvoer, *, begonnen_bij: int, token: str
) -> str:
    """Append what a stuk is called. Refused when somebody changed it after the number that this writer saw."""
    found = lees_stuk(database, gebruiker, stuk)
    problemen = _kop_problemen(database, found.soort, kop)

    def action(cursor: Cursor, who: Gebruiker, now: Raadsstuk) -> str:
        others = now.kop.nummer != begonnen_bij and now.kop.door != who.id
        raise_problems([*([Probleem(INTUSSEN_ANDERS, "titel")] if others else []), *problemen])
        row = _kop_rij(database, who, stuk, now.kop.nummer + 1, kop)
        RaadsstukStore(cursor).add_kop(row)
        _log(cursor, database, who, "gewijzigd", "stukkop", str(row["id"]), "titel")
        return str(row["id"])

    return in_stuk(database, gebruiker, stuk, action, token)


def remove_stuk(database: Database, gebruiker: Gebruiker, stuk: str) -> None:
    """Take all words of a stuk away. What was chosen for it stays; nobody finds it again."""
    ids: list[str] = []

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        for soort, id_ in RaadsstukStore(cursor).met_woorden(stuk):
            remove_words(cursor, soort, id_, database.now())
            _log(cursor, database, who, "weggehaald", soort, id_)
            ids.append(id_)
        return stuk

    in_stuk(database, gebruiker, stuk, action)
    remember(database, *ids)


# Choosing


def choose(
    database: Database, gebruiker: Gebruiker, stuk: str, keuzes: Iterable[StukKeuze], *, erbij: bool = True
) -> None:
    """Choose things for a stuk, or no longer. What is so already stays as it is; all that is wrong is said at once."""
    asked = tuple(dict.fromkeys(keuzes))

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        fresh = [it for it in asked if (it in found.keuzes) is not erbij]
        if erbij:
            raise_problems(_keuze_problemen(database, cursor, who, found, fresh))
        store, now = RaadsstukStore(cursor), database.now()
        nummer = store.next_keuze(stuk)
        store.add_keuzes(
            [
                {
                    "id": new_id(),
                    "raadsstuk": stuk,
                    "nummer": nummer + place,
                    "soort": it.soort.value,
                    "ref": it.ref,
                    "gebied": it.gebied,
                    "erbij": erbij,
                    "door": who.id,
                    "op": now,
                }
                for place, it in enumerate(fresh)
            ]
        )
        if fresh:
            said = "gekozen" if erbij else "niet meer gekozen"
            _log(cursor, database, who, said, "raadsstuk", stuk, *dict.fromkeys(it.soort.value for it in fresh))
        return stuk

    in_stuk(database, gebruiker, stuk, action)


# What repeats


def add_onderdeel(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    soort: OnderdeelSoort,
    invoer: OnderdeelInvoer | None = None,
    teksten: Mapping[str, str] | None = None,
    *,
    token: str,
) -> str:
    """Add something of which there may be several, after the others of its kind, with what was written of it."""
    asked, words = invoer or OnderdeelInvoer(), dict(teksten or {})
    allowed = ONDERDEEL_VELDEN[soort]
    problemen = [Probleem(GEEN_VELD, it) for it in words if it not in allowed]
    problemen += tekstveld_problemen(
        database,
        {it: TekstVeld(tekst, _NAAM["tekst"], most=allowed[it]) for it, tekst in words.items() if it in allowed},
    )

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        stand = _stand(asked, OnderdeelStand(max((it.stand.volgorde for it in found.onderdelen), default=0) + 1))
        raise_problems([*problemen, *stand_problemen_nu(database, cursor, found, soort, stand)])
        store, now, id_ = RaadsstukStore(cursor), database.now(), new_id()
        row = {"id": id_, "raadsstuk": stuk, "soort": soort.value, "vast": False}
        store.add_onderdeel({**row, "gemaakt_door": who.id, "gemaakt_op": now})
        store.add_stand(id_, stand, {"id": new_id(), "door": who.id, "op": now})
        for veld, tekst in words.items():
            if seen(tekst):
                versie = TekstVersie(new_id(), 1, tekst, 0, who.id, now)
                store.add_tekst(stuk, StukVeld(DEEL_VAN[soort], veld, id_), versie)
        _log(cursor, database, who, "toegevoegd", "stukonderdeel", id_, soort.value)
        return id_

    return in_stuk(database, gebruiker, stuk, action, token)


def change_onderdeel(
    database: Database, gebruiker: Gebruiker, stuk: str, onderdeel: str, invoer: OnderdeelInvoer, *, begonnen_bij: int
) -> None:
    """Append to what it belongs and its figures; what was there before stays to be found.

    Refused when somebody else changed those after the stand with the nummer that this writer saw.
    """

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        here = _onderdeel(found, onderdeel)
        stand = _stand(invoer, here.stand)
        if stand != here.stand:
            raise_problems(
                [
                    *anders_problemen(RaadsstukStore(cursor).standen(stuk, onderdeel), who, begonnen_bij),
                    *stand_problemen_nu(database, cursor, found, here.soort, stand),
                ]
            )
            append_stand(cursor, database, who, here, stand, "gewijzigd")
        return onderdeel

    in_stuk(database, gebruiker, stuk, action)


def anders_problemen(versies: Iterable[Onderdeelversie], who: Gebruiker, begonnen_bij: int) -> list[Probleem]:
    """A problem when somebody else chose something else for an onderdeel since; moving it only moves it."""
    every = sorted(versies, key=lambda it: it.stand.nummer)
    others = any(
        now.stand.nummer > begonnen_bij and now.door != who.id and not _only_moved(before.stand, now.stand)
        for before, now in pairwise(every)
    )
    return [Probleem(INTUSSEN_ANDERS, "onderdeel")] if others else []


def _only_moved(before: OnderdeelStand, now: OnderdeelStand) -> bool:
    return replace(before, volgorde=now.volgorde, nummer=now.nummer) == now


def move_onderdeel(database: Database, gebruiker: Gebruiker, stuk: str, onderdeel: str, *, omhoog: bool) -> None:
    """Put it before the one above it, or after the one below; numbers follow. At an end nothing happens."""

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        here = _onderdeel(found, onderdeel)
        beside = [it for it in found.van(here.soort) if it.stand.bij == here.stand.bij]
        place = beside.index(here) + (-1 if omhoog else 1)
        if 0 <= place < len(beside):
            other = beside[place]
            append_stand(cursor, database, who, here, replace(here.stand, volgorde=other.stand.volgorde), "verplaatst")
            append_stand(cursor, database, who, other, replace(other.stand, volgorde=here.stand.volgorde), "verplaatst")
        return onderdeel

    in_stuk(database, gebruiker, stuk, action)


def remove_onderdeel(database: Database, gebruiker: Gebruiker, stuk: str, onderdeel: str) -> None:
    """Take something out of the stuk; its words are kept. Niets doen stays, and a beslispunt on which others hang."""

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        here = _onderdeel(found, onderdeel)
        raise_problems(weg_problemen(found, here))
        append_stand(cursor, database, who, here, replace(here.stand, erin=False), "eruit")
        return onderdeel

    in_stuk(database, gebruiker, stuk, action)


# Words


def save_tekst(
    database: Database, gebruiker: Gebruiker, stuk: str, invoer: TekstInvoer, *, token: str
) -> BewaardeTekst:
    """Keep what somebody wrote, when it is something else than what stands; the same token writes once.

    When somebody else wrote after the number that the writer saw, both texts stand until somebody chooses. A text of
    which nothing can be seen empties the field.
    """
    invoer = _visible(invoer)

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        return keep_tekst(cursor, database, who, found, invoer, invoer.zelf_hash)

    return in_veld(database, gebruiker, stuk, invoer.veld, action, token)


def choose_tekst(
    database: Database, gebruiker: Gebruiker, stuk: str, invoer: TekstInvoer, *, token: str
) -> BewaardeTekst:
    """End a botsing with a text in the place of all that stand. Refused when another came since: that one is unread."""
    invoer = _visible(invoer)

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        problemen = _tekst_problemen(database, found, invoer)
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
            raise NietGevonden(_WEG)
        for id_ in ids:
            remove_words(cursor, "stuktekst", id_, database.now())
            _log(cursor, database, who, "weggehaald", "stuktekst", id_)
        return stuk

    in_stuk(database, gebruiker, stuk, action)
    remember(database, *ids)


# In between


def require_reader(database: Database, gebruiker: Gebruiker) -> Gebruiker:
    """The person as she may act now, when she may read drafts. Raises GeenRecht otherwise."""
    now = current(database, gebruiker)
    return now if leest_stukken(now) else require(database, gebruiker, Handeling.RAADSSTUK)


def leest_stukken(wie: Gebruiker) -> bool:
    """Who may read drafts: somebody who is beleidsmedewerker in some wijk, and a command on the machine itself."""
    return wie.aanmelding is Aanmelding.OPDRACHT or mag_ergens(wie, Handeling.RAADSSTUK)


def _writes(who: Gebruiker, stuk: Raadsstuk) -> bool:
    if mag(who, Handeling.RAADSSTUK):
        return True
    mine, wijken = wijken_voor(who, Handeling.RAADSSTUK) or frozenset(), stuk.gekozen(KeuzeSoort.WIJK)
    return mine.issuperset(wijken) if wijken else bool(mine) and stuk.gemaakt_door == who.id


def in_stuk(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    action: Callable[[Cursor, Gebruiker, Raadsstuk], str],
    token: str | None = None,
    soort: str = "stukdeel",
) -> str:
    """What `action` gives, done once for a token, by somebody who may write in this stuk, in one transaction."""
    who = require_somewhere(database, gebruiker, Handeling.RAADSSTUK)
    with database.reading() as cursor:
        found = found_in(cursor, stuk)
    if not _writes(who, found):
        require(database, gebruiker, Handeling.RAADSSTUK)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, soort) if token else None
        if earlier is not None:
            return earlier
        done = action(cursor, who, found_in(cursor, stuk))
        if token:
            InzendingStore(cursor).add(token, soort, done, database.now())
    return done


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
        return BewaardeTekst(nummer, found_in(cursor, stuk).standen(veld))


def _kop_problemen(database: Database, soort: StukSoort, kop: StukKopInvoer) -> list[Probleem]:
    veld = TekstVeld(kop.titel, _NAAM["titel"], leeg="Geef het stuk een titel.", most=KORT)
    years = StukKop(1, kop.titel, kop.fase, kop.periode_van, kop.periode_tot, kop.jaar)
    return tekstveld_problemen(database, {"titel": veld}) + kop_problemen(soort, years)


def _kop_rij(database: Database, who: Gebruiker, stuk: str, nummer: int, kop: StukKopInvoer) -> dict[str, object]:
    return {
        "id": new_id(),
        "raadsstuk": stuk,
        "nummer": nummer,
        "titel": bare(kop.titel),
        "fase": kop.fase.value if kop.fase else None,
        "periode_van": kop.periode_van,
        "periode_tot": kop.periode_tot,
        "jaar": kop.jaar,
        "door": who.id,
        "op": database.now(),
        "weggehaald_op": None,
    }


def _add_niets_doen(cursor: Cursor, database: Database, who: Gebruiker, stuk: str) -> None:
    store, now, id_ = RaadsstukStore(cursor), database.now(), new_id()
    row = {"id": id_, "raadsstuk": stuk, "soort": OnderdeelSoort.ALTERNATIEF.value, "vast": True}
    store.add_onderdeel({**row, "gemaakt_door": who.id, "gemaakt_op": now})
    store.add_stand(id_, OnderdeelStand(0), {"id": new_id(), "door": who.id, "op": now})
    veld = StukVeld(Deel.ALTERNATIEVEN, onderdeel=id_)
    store.add_tekst(stuk, veld, TekstVersie(new_id(), 1, NIETS_DOEN, 0, who.id, now))


def _keuze_problemen(
    database: Database, cursor: Cursor, who: Gebruiker, stuk: Raadsstuk, keuzes: Sequence[StukKeuze]
) -> list[Probleem]:
    known = _bekend(database, cursor, stuk, {it.soort for it in keuzes})
    citaten = [it.ref for it in keuzes if it.soort is KeuzeSoort.CITAAT]
    return [
        *(it for keuze in keuzes for it in _een_keuze_problemen(who, stuk, keuze, known)),
        *_citaat_problemen(database, cursor, stuk, citaten),
    ]


def _bekend(
    database: Database, cursor: Cursor, stuk: Raadsstuk, soorten: Collection[KeuzeSoort]
) -> dict[KeuzeSoort, frozenset[str]]:
    """What can be chosen for this stuk of these kinds; whether a citaat may be used is asked elsewhere."""
    store = RaadsstukStore(cursor)
    known = {it: store.known(it) for it in (KeuzeSoort.THEMA, KeuzeSoort.INDICATOR) if it in soorten}
    if {KeuzeSoort.WIJK, KeuzeSoort.INDICATOR} & set(soorten):
        known[KeuzeSoort.WIJK] = _wijken_in(cursor, stuk)
    if KeuzeSoort.LEERPUNT in soorten:
        known[KeuzeSoort.LEERPUNT] = frozenset(it.id for it in beslisbaar(database, stuk.gemeente))
    known[KeuzeSoort.DEEL] = frozenset(it.value for it in VRIJ if it in DELEN[stuk.soort])
    return known


def _een_keuze_problemen(
    who: Gebruiker, stuk: Raadsstuk, keuze: StukKeuze, known: Mapping[KeuzeSoort, frozenset[str]]
) -> list[Probleem]:
    veld = keuze.soort.value
    if (keuze.gebied is not None) != (keuze.soort is KeuzeSoort.INDICATOR):
        return [Probleem(_ANDERS_GEBIED, veld)]
    if keuze.soort is KeuzeSoort.CITAAT:
        return []
    if keuze.soort is KeuzeSoort.WIJK and not mag(who, Handeling.RAADSSTUK, keuze.ref):
        return [Probleem(ANDERE_WIJK, veld)]
    problemen = [] if keuze.ref in known[keuze.soort] else [Probleem(_ONBEKENDE_KEUZE[keuze.soort], veld)]
    return problemen + (_gebied_problemen(stuk, keuze.gebied, known[KeuzeSoort.WIJK]) if keuze.gebied else [])


def _wijken_in(cursor: Cursor, stuk: Raadsstuk) -> frozenset[str]:
    known = RaadsstukStore(cursor).known(KeuzeSoort.WIJK)
    return frozenset(it for it in known if gemeente_of(it) == stuk.gemeente)


def _gebied_problemen(stuk: Raadsstuk, gebied: str, wijken: Collection[str]) -> list[Probleem]:
    return [] if gebied == stuk.gemeente or gebied in wijken else [Probleem(_ANDERS_GEBIED, "indicator")]


def _citaat_problemen(database: Database, cursor: Cursor, stuk: Raadsstuk, verhalen: Sequence[str]) -> list[Probleem]:
    """Whether verhalen may be quoted: as everybody may read them, and never as this writer may."""
    today = today_amsterdam(database.now())
    found = {it.id: it for it in LeesStore(cursor).leesbaar(BEZOEKER, today, ids=verhalen)}
    problemen = []
    for id_ in verhalen:
        verhaal = found.get(id_)
        here = verhaal is not None and gemeente_of(verhaal.gebied) == stuk.gemeente
        melding = citaat_probleem(verhaal) if verhaal is not None and here else _GEEN_CITAAT
        problemen += [Probleem(melding, "citaat")] if melding else []
    return problemen


def _stand(invoer: OnderdeelInvoer, before: OnderdeelStand) -> OnderdeelStand:
    stand = before.with_invoer(invoer)
    return replace(stand, gebied=normalize_code(stand.gebied or "") or stand.gebied, bedragen=tuple(stand.bedragen))


def stand_problemen_nu(
    database: Database, cursor: Cursor, stuk: Raadsstuk, soort: OnderdeelSoort, stand: OnderdeelStand
) -> list[Probleem]:
    """Everything that is wrong with a stand, as things are in the store now."""
    problemen = stand_problemen(stuk, soort, stand)
    if stand.indicator and stand.indicator not in RaadsstukStore(cursor).known(KeuzeSoort.INDICATOR):
        problemen.append(Probleem(_ONBEKENDE_KEUZE[KeuzeSoort.INDICATOR], "indicator"))
    if stand.gebied:
        problemen += _gebied_problemen(stuk, stand.gebied, _wijken_in(cursor, stuk))
    if stand.citaat:
        problemen += _citaat_problemen(database, cursor, stuk, [stand.citaat])
    if stand.raadsbesluit and stand.raadsbesluit not in RaadsstukStore(cursor).raadsbesluiten(stuk.gemeente):
        problemen.append(Probleem("Dit besluit kennen wij niet in deze gemeente.", "raadsbesluit"))
    return problemen


def _onderdeel(stuk: Raadsstuk, id_: str) -> Onderdeel:
    found = stuk.onderdeel(id_)
    if found is None:
        raise NietGevonden(_WEG)
    return found


def append_stand(
    cursor: Cursor, database: Database, who: Gebruiker, onderdeel: Onderdeel, stand: OnderdeelStand, wat: str
) -> None:
    """Keep this stand of an onderdeel after all that it had."""
    made = {"id": new_id(), "door": who.id, "op": database.now()}
    RaadsstukStore(cursor).add_stand(onderdeel.id, replace(stand, nummer=onderdeel.stand.nummer + 1), made)
    _log(cursor, database, who, wat, "stukonderdeel", onderdeel.id, onderdeel.soort.value)


def _tekst_problemen(database: Database, stuk: Raadsstuk, invoer: TekstInvoer) -> list[Probleem]:
    problemen = veld_problemen(stuk, invoer.veld)
    if problemen:
        return problemen
    highest = stuk.nummer_van_tekst.get(invoer.veld, 0)
    if not 0 <= invoer.begonnen_bij <= highest:
        problemen.append(Probleem("Dit veld is niet zo ver. Open het stuk opnieuw.", "begonnen_bij"))
    veld = TekstVeld(invoer.tekst, _NAAM["tekst"], most=meeste_tekens(stuk, invoer.veld))
    return problemen + tekstveld_problemen(database, {"tekst": veld})


def _visible(invoer: TekstInvoer) -> TekstInvoer:
    return invoer if seen(invoer.tekst) else replace(invoer, tekst="")


def keep_tekst(
    cursor: Cursor, database: Database, who: Gebruiker, stuk: Raadsstuk, invoer: TekstInvoer, zelf_hash: str | None
) -> str:
    """Write a text beside or in the place of what stands, when it is something else; the nummer with which one goes on.

    `zelf_hash` is of the sentence of the tool whose place it takes.
    """
    raise_problems(_tekst_problemen(database, stuk, invoer))
    versies = stuk.teksten.get(invoer.veld, ())
    standing = stuk.standen(invoer.veld)
    replaced = vervangt(standing, versies, who.id, invoer.begonnen_bij, kiest=False)
    same = [it for it in replaced or standing if it.tekst == invoer.tekst]
    if same:
        return str(same[-1].nummer)
    if not standing and not invoer.tekst:
        return str(versies[-1].nummer if versies else 0)
    return _write(cursor, database, who, stuk, invoer, zelf_hash, kiest=False)


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
        botst=not kiest and botst(versies, who.id, invoer.begonnen_bij),
        kiest=kiest,
        zelf_hash=zelf_hash,
    )
    RaadsstukStore(cursor).add_tekst(stuk.id, invoer.veld, versie)
    _log(cursor, database, who, "geschreven", "stuktekst", versie.id, invoer.veld.deel.value, invoer.veld.veld)
    return str(versie.nummer)


def _log(cursor: Cursor, database: Database, who: Gebruiker, wat: str, soort: str, doel: str, *velden: str) -> None:
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, wat, soort, doel, velden)])
