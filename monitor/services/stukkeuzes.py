"""What people choose for a stuk for the raad: wijken, themas, figures, citaten, leerpunten and delen that need not be.

Of a citaat only the id of its verhaal is kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from monitor.domain.citaat import overgetypt
from monitor.domain.gebied import gemeente_of
from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.raadsstuk import DELEN, VRIJ, KeuzeSoort, Raadsstuk, StukKeuze, citaat_probleem
from monitor.domain.rechten import Handeling, mag
from monitor.domain.verhaal import Verhaal
from monitor.errors import Probleem
from monitor.nl import opsomming, today_amsterdam
from monitor.services.citaten import citaten_in, woorden_van_mensen
from monitor.services.invoer import new_id, raise_problems
from monitor.services.raad import beslisbaar
from monitor.services.stukrechten import found_in, in_stuk, log_stuk, require_reader
from monitor.services.woorden import stukdeel
from monitor.store.database import Cursor, Database
from monitor.store.lees_store import LeesStore
from monitor.store.raadsstuk_store import RaadsstukStore

ANDERE_WIJK = "U schrijft niet voor deze wijk. Vraag een collega van die wijk."
ONBEKENDE_KEUZE = {
    KeuzeSoort.WIJK: "Deze wijk kennen wij niet in deze gemeente.",
    KeuzeSoort.THEMA: "Dit thema kennen wij niet.",
    KeuzeSoort.INDICATOR: "Dit cijfer kennen wij niet.",
    KeuzeSoort.LEERPUNT: "Dit punt kennen wij niet, of het is van één verhaal. Kies wat u vaker ziet.",
    KeuzeSoort.DEEL: "Dit deel hoort altijd bij dit stuk, of nooit.",
}
AL_OVERGETYPT = (
    "Dit citaat staat al overgetypt in dit stuk, bij {plek}. Haal het daar eerst weg. "
    "Neemt de verteller het terug, dan blijft het daar anders staan."
)
_TITEL = "de titel"
_GEEN_CITAAT = "Dit verhaal kunt u niet gebruiken: het is teruggenomen, of het is niet openbaar."
_ANDERS_GEBIED = "Kies bij een cijfer een wijk van deze gemeente, of de gemeente zelf."


def citaten_om_te_kiezen(database: Database, gebruiker: Gebruiker, stuk: str) -> tuple[Verhaal, ...]:
    """The public verhalen with a citaat of the wijken and themas that were chosen, newest first.

    Of a wijk whose verhalen stand at the gemeente: all that stand there, so that nobody sees which are of which wijk.
    """
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found = found_in(cursor, stuk)
        wijken, themas = found.gekozen(KeuzeSoort.WIJK), set(found.gekozen(KeuzeSoort.THEMA))
        today, lezen = today_amsterdam(database.now()), LeesStore(cursor)
        places = {it if lezen.stands_at(BEZOEKER, today, it) else found.gemeente for it in wijken}
        read = citaten_in(cursor, today, gebied=found.gemeente)
    fitting = [it for it in read if (not places or it.gebied in places) and (not themas or themas & set(it.themas))]
    return tuple(sorted(fitting, key=lambda it: (it.kwartaal, it.id), reverse=True))


def choose(
    database: Database, gebruiker: Gebruiker, stuk: str, keuzes: Iterable[StukKeuze], *, erbij: bool = True
) -> None:
    """Choose things for a stuk, or no longer. What is so already stays as it is; all that is wrong is said at once."""
    asked = tuple(dict.fromkeys(keuzes))

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        fresh = [it for it in asked if (it in found.keuzes) is not erbij]
        if erbij:
            raise_problems(keuze_problemen(database, cursor, who, found, fresh))
        write_keuzes(cursor, database, who, stuk, fresh, erbij=erbij)
        return stuk

    in_stuk(database, gebruiker, stuk, action)


def write_keuzes(
    cursor: Cursor, database: Database, who: Gebruiker, stuk: str, keuzes: Sequence[StukKeuze], *, erbij: bool = True
) -> None:
    """Append choices that were found right, within a transaction of the caller."""
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
            for place, it in enumerate(keuzes)
        ]
    )
    if keuzes:
        said = "gekozen" if erbij else "niet meer gekozen"
        log_stuk(cursor, database, who, said, "raadsstuk", stuk, *dict.fromkeys(it.soort.value for it in keuzes))


def keuze_problemen(
    database: Database, cursor: Cursor, who: Gebruiker, stuk: Raadsstuk, keuzes: Sequence[StukKeuze]
) -> list[Probleem]:
    """All that is wrong with choosing these for a stuk."""
    known = _bekend(database, cursor, stuk, {it.soort for it in keuzes})
    citaten = [it.ref for it in keuzes if it.soort is KeuzeSoort.CITAAT]
    return [
        *(it for keuze in keuzes for it in _een_keuze_problemen(who, stuk, keuze, known)),
        *citaat_problemen(database, cursor, stuk, citaten),
    ]


def _bekend(
    database: Database, cursor: Cursor, stuk: Raadsstuk, soorten: Collection[KeuzeSoort]
) -> dict[KeuzeSoort, frozenset[str]]:
    """What can be chosen for this stuk of these kinds; whether a citaat may be used is asked elsewhere."""
    store = RaadsstukStore(cursor)
    known = {it: store.known(it) for it in (KeuzeSoort.THEMA, KeuzeSoort.INDICATOR) if it in soorten}
    if {KeuzeSoort.WIJK, KeuzeSoort.INDICATOR} & set(soorten):
        known[KeuzeSoort.WIJK] = wijken_in(cursor, stuk)
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
    problemen = [] if keuze.ref in known[keuze.soort] else [Probleem(ONBEKENDE_KEUZE[keuze.soort], veld)]
    return problemen + (gebied_problemen(stuk, keuze.gebied, known[KeuzeSoort.WIJK]) if keuze.gebied else [])


def wijken_in(cursor: Cursor, stuk: Raadsstuk) -> frozenset[str]:
    """The wijken of the gemeente of a stuk."""
    known = RaadsstukStore(cursor).known(KeuzeSoort.WIJK)
    return frozenset(it for it in known if gemeente_of(it) == stuk.gemeente)


def gebied_problemen(stuk: Raadsstuk, gebied: str, wijken: Collection[str]) -> list[Probleem]:
    """Whether a figure may be of this gebied: a wijk of the gemeente, or the gemeente itself."""
    return [] if gebied == stuk.gemeente or gebied in wijken else [Probleem(_ANDERS_GEBIED, "indicator")]


def citaat_problemen(database: Database, cursor: Cursor, stuk: Raadsstuk, verhalen: Sequence[str]) -> list[Probleem]:
    """Whether verhalen may be quoted: as everybody may read them, and never as this writer may."""
    today = today_amsterdam(database.now())
    found = {it.id: it for it in LeesStore(cursor).leesbaar(BEZOEKER, today, ids=verhalen)}
    problemen = []
    for id_ in verhalen:
        verhaal = found.get(id_)
        here = verhaal is not None and gemeente_of(verhaal.gebied) == stuk.gemeente
        melding = citaat_probleem(verhaal) if verhaal is not None and here else _GEEN_CITAAT
        problemen += [Probleem(melding, "citaat")] if melding else []
    new = [found[it].citaat or "" for it in verhalen if it in found and it not in stuk.citaten]
    return problemen or _al_overgetypt(stuk, new)


def _al_overgetypt(stuk: Raadsstuk, citaten: Sequence[str]) -> list[Probleem]:
    """A problem when somebody typed one of these citaten over before it is chosen: there it would stay."""
    where = [veld for veld, tekst in woorden_van_mensen(stuk).items() if overgetypt(tekst, citaten)]
    names = dict.fromkeys(stukdeel(stuk.soort, veld.deel) if veld else _TITEL for veld in where)
    return [Probleem(AL_OVERGETYPT.format(plek=opsomming(names)), "citaat")] if where else []
