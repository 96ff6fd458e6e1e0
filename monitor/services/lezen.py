"""Reading verhalen: who looks, which verhalen she finds, and whom nobody heard yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.domain.gebied import GebiedSoort, gemeente_of
from monitor.domain.gebruiker import BEZOEKER, Gebruiker, lezer_van
from monitor.domain.indicator import INWONERS
from monitor.domain.leesronde import Rondekeuze, stands
from monitor.domain.regels import WEINIG_VERHALEN, toon_niveau
from monitor.domain.verhaal import Perspectief, Verhaal, Verhouding
from monitor.domain.zoekvraag import HITS_MAXIMUM, Zoekresultaat, Zoekvraag
from monitor.errors import NietGevonden
from monitor.nl import today_amsterdam
from monitor.services import zinnen
from monitor.services.leesrondes import without_reden
from monitor.services.rechten import current
from monitor.services.wijkgesprek import tells_of_gesprek
from monitor.services.woordgroepen import read_woordgroepen, stands_in
from monitor.services.zoeken import zoek
from monitor.store.database import Cursor, Database, Opslag
from monitor.store.lees_store import LeesStore, Terugkoppeling
from monitor.store.leesronde_store import LeesrondeStore
from monitor.store.wijkbeeld_store import WijkbeeldStore

WOORDGROEP_BEKEKEN = 1_000
"""In so many verhalen, those that fit the words best, we look whether the words stand next to each other."""
_AANHALINGSTEKENS = (
    "Haal de aanhalingstekens weg. Nu ziet u alleen verhalen waarin deze woorden precies zo naast elkaar staan."
)
_VEEL = "Deze woorden staan in veel verhalen. Wij keken in de 1.000 verhalen die er het beste bij passen."
_OVERAL = lezer_van(None)
"""Who reads for every use and everywhere: whether a use holds still, whoever asks."""
VERHAAL_WEG = "Dit verhaal is er niet, of u mag het niet lezen. Het kan ook zijn teruggenomen door wie het vertelde."


@dataclass(frozen=True, slots=True)
class GelezenVerhaal:
    """A verhaal as somebody reads it, with what belongs beside it."""

    verhaal: Verhaal
    indicatoren: Mapping[str, str]
    """Names of the figures that it is linked to."""
    gedaan: tuple[Terugkoppeling, ...] = ()
    """Where it was used and what was done with it."""
    gekozen: tuple[Rondekeuze, ...] = ()
    """Where people chose it together (rule 18)."""


@dataclass(frozen=True, slots=True)
class Verhalenblad:
    """One page of what was found, and how it was chosen."""

    verhalen: tuple[GelezenVerhaal, ...]
    resultaat: Zoekresultaat
    anders: int
    """How many of all that were found say something else than the number."""
    intern: bool
    """Whether verhalen may be among them that are not public."""
    bij_gemeente: bool = False
    """True when a wijk was asked of which the verhalen stand at the gemeente (rule 12): then nothing is found here."""

    @property
    def totaal(self) -> int:
        """How many verhalen were found in all."""
        return self.resultaat.totaal

    @property
    def anders_hier(self) -> int:
        """How many on this page say something else than the number."""
        return sum(says_other(it.verhaal) for it in self.verhalen)


@dataclass(frozen=True, slots=True)
class Ongehoord:
    """From whom no public verhaal is there yet."""

    perspectieven: tuple[Perspectief, ...]
    leeftijden: str | None
    """Age groups, in words."""
    gebieden: frozenset[str]
    """Codes of the gebieden where public verhalen stand. Of the others there are few or none: which, is not told."""
    genoeg: bool
    """Whether there are verhalen enough to say so of groups: of few it could be guessed who told them."""


def says_other(verhaal: Verhaal) -> bool:
    """Whether a verhaal says something else than some number."""
    return any(it.verhouding is Verhouding.ZEGT_ANDERS for it in verhaal.koppelingen)


def lezer(database: Database, gebruiker: Gebruiker, wijk: str | None = None) -> Gebruiker:
    """Who reads (in `wijk`), without who it is: people who may see the same share what was read for one of them."""
    mine = current(database, gebruiker).interne_wijken
    if wijk is not None and (mine is None or wijk in mine):
        mine = frozenset({wijk})
    elif wijk is not None:
        mine = frozenset()
    if mine is not None and not mine:
        return BEZOEKER
    return lezer_van(None) if mine is None else lezer_van(*sorted(mine))


def blad(database: Database, gebruiker: Gebruiker, vraag: Zoekvraag) -> Verhalenblad:
    """One page of the verhalen that fit a question, as far as this reader may read them."""
    gebruiker = current(database, gebruiker)
    mine = gebruiker.interne_wijken
    intern = bool(mine is None or mine)
    if vraag.wijk and not _stands_at(database, gebruiker, vraag.wijk):
        return Verhalenblad((), Zoekresultaat((), 0, frozenset()), 0, intern, bij_gemeente=True)
    resultaat, verhalen = gevonden(database, gebruiker, vraag)
    anders = 0
    if resultaat.totaal and vraag.verhouding in (None, Verhouding.ZEGT_ANDERS):
        anders = _totaal(database, gebruiker, replace(vraag, verhouding=Verhouding.ZEGT_ANDERS, limiet=1, vanaf=0))
    with database.reading() as cursor:
        return Verhalenblad(_complete(cursor, verhalen, today_amsterdam(database.now())), resultaat, anders, intern)


def gevonden(database: Database, gebruiker: Gebruiker, vraag: Zoekvraag) -> tuple[Zoekresultaat, tuple[Verhaal, ...]]:
    """What the search finds, and those verhalen as this reader may read them now, both in the same order.

    The verhalen themselves decide, not the search: should it be behind, then what may not be read is no hit. Words
    between quotes must stand next to each other there. Asked for more than the search gives at once, it asks again.
    """
    groepen = read_woordgroepen(vraag.woorden)
    if not groepen and vraag.limiet <= HITS_MAXIMUM:
        return _gelezen(database, gebruiker, vraag)
    if not groepen:
        return _read_on(database, gebruiker, vraag)
    found, verhalen = _read_on(database, gebruiker, replace(vraag, limiet=WOORDGROEP_BEKEKEN, vanaf=0))
    kept = [(hit, it) for hit, it in zip(found.hits, verhalen, strict=True) if stands_in(it, groepen)]
    tips = [_AANHALINGSTEKENS] if found.totaal and not kept else []
    tips += [_VEEL] if found.totaal > WOORDGROEP_BEKEKEN else []
    page = kept[vraag.vanaf : vraag.vanaf + vraag.limiet]
    hits = tuple(hit for hit, _ in page)
    return replace(found, hits=hits, totaal=len(kept), tips=(*found.tips, *tips)), tuple(it for _, it in page)


def _totaal(database: Database, gebruiker: Gebruiker, vraag: Zoekvraag) -> int:
    if read_woordgroepen(vraag.woorden):
        return gevonden(database, gebruiker, vraag)[0].totaal
    return zoek(database, gebruiker, vraag).totaal


def _read_on(database: Database, gebruiker: Gebruiker, vraag: Zoekvraag) -> tuple[Zoekresultaat, tuple[Verhaal, ...]]:
    """What was found from `vraag.vanaf` on, page by page, until there is no more or enough."""
    first, verhalen = _gelezen(database, gebruiker, replace(vraag, limiet=min(vraag.limiet, HITS_MAXIMUM)))
    found = {it.id: (hit, it) for hit, it in zip(first.hits, verhalen, strict=True)}
    for begin in range(HITS_MAXIMUM, min(vraag.limiet, first.totaal - vraag.vanaf), HITS_MAXIMUM):
        asked = replace(vraag, limiet=min(vraag.limiet - begin, HITS_MAXIMUM), vanaf=vraag.vanaf + begin)
        page, verhalen = _gelezen(database, gebruiker, asked)
        found.update({it.id: (hit, it) for hit, it in zip(page.hits, verhalen, strict=True)})
    return replace(first, hits=tuple(hit for hit, _ in found.values())), tuple(it for _, it in found.values())


def _gelezen(database: Database, gebruiker: Gebruiker, vraag: Zoekvraag) -> tuple[Zoekresultaat, tuple[Verhaal, ...]]:
    resultaat = zoek(database, gebruiker, vraag)
    ids = [hit.verhaal for hit in resultaat.hits]
    with database.reading() as cursor:
        today = today_amsterdam(database.now())
        verhalen = LeesStore(cursor).leesbaar(current(database, gebruiker), today, ids=ids)
    readable = {it.id for it in verhalen}
    hits = tuple(hit for hit in resultaat.hits if hit.verhaal in readable)
    return replace(resultaat, hits=hits, totaal=resultaat.totaal - len(ids) + len(hits)), verhalen


def verhaal(database: Database, gebruiker: Gebruiker, id_: str) -> GelezenVerhaal:
    """One verhaal. Raises NietGevonden when there is none that this reader may read; it does not tell which of both."""
    with database.reading() as cursor:
        today = today_amsterdam(database.now())
        found = LeesStore(cursor).leesbaar(current(database, gebruiker), today, ids=[id_])
        if not found:
            raise NietGevonden(VERHAAL_WEG)
        return _complete(cursor, found, today)[0]


def leesbare_verhalen(database: Database, gebruiker: Gebruiker) -> tuple[Verhaal, ...]:
    """Everything that this reader may read, newest first."""
    gebruiker = current(database, gebruiker)
    with database.reading() as cursor:
        return LeesStore(cursor).leesbaar(gebruiker, today_amsterdam(database.now()))


def ongehoord(database: Opslag, gebied: str) -> Ongehoord:
    """From whom there is no public verhaal yet, in a gebied and what lies in it."""
    with database.reading() as cursor:
        counted = LeesStore(cursor).gehoord(today_amsterdam(database.now()), gebied)
    totaal = counted.get("totaal", {}).get(None, 0)
    heard = _standing(database, gebied, counted.get("gebied", {}))
    if totaal < WEINIG_VERHALEN:
        return Ongehoord((), None, heard, genoeg=False)
    told = counted.get("perspectief", {})
    ages = counted.get("leeftijdsgroep", {})
    known = [age for age, aantal in ages.items() for _ in range(aantal)]
    return Ongehoord(
        perspectieven=tuple(it for it in Perspectief if it.value not in told),
        leeftijden=zinnen.niet_gehoord([*known, *[None] * (totaal - len(known))]),
        gebieden=heard,
        genoeg=True,
    )


def _standing(database: Opslag, gebied: str, told: Mapping[str | None, int]) -> frozenset[str]:
    """Of the gebieden with so many public verhalen those where they stand (rule 12)."""
    sizes = WijkbeeldStore(database).overzicht(gemeente_of(gebied) or gebied, INWONERS)
    inwoners = {code: it.inwoners.waarde for code, it in sizes.items() if it.inwoners}
    return frozenset(
        code
        for code, aantal in told.items()
        if code and (gemeente_of(code) == code or toon_niveau(inwoners.get(code), aantal) is GebiedSoort.WIJK)
    )


def _stands_at(database: Database, gebruiker: Gebruiker, wijk: str) -> bool:
    if gemeente_of(wijk) == wijk:
        return True
    with database.reading() as cursor:
        return LeesStore(cursor).stands_at(gebruiker, today_amsterdam(database.now()), wijk)


def _complete(cursor: Cursor, verhalen: Sequence[Verhaal], today: date) -> tuple[GelezenVerhaal, ...]:
    """The verhalen with the names of their figures, what was done with them, and where people chose them."""
    store = LeesStore(cursor)
    namen = store.indicatornamen({it.indicator for verhaal in verhalen for it in verhaal.koppelingen})
    gedaan = store.terugkoppelingen([verhaal.id for verhaal in verhalen])
    gekozen = _chosen(cursor, [verhaal.id for verhaal in verhalen], today)
    return tuple(
        GelezenVerhaal(
            verhaal=verhaal,
            indicatoren=namen,
            gedaan=_to_tell(verhaal, gedaan.get(verhaal.id, ())),
            gekozen=_to_know(verhaal, gekozen.get(verhaal.id, ())),
        )
        for verhaal in verhalen
    )


def _chosen(cursor: Cursor, ids: Sequence[str], today: date) -> dict[str, tuple[Rondekeuze, ...]]:
    """Where people chose these verhalen, as far as they may stand there still: a teller can take that back alone."""
    found = LeesrondeStore(cursor).gekozen(ids)
    still = {it.id: it for it in LeesStore(cursor).leesbaar(_OVERAL, today, ids=found)} if found else {}
    return {
        id_: tuple(it for it in keuzes if id_ in still and stands(still[id_], it.gebied, it.niveau))
        for id_, keuzes in found.items()
    }


def _to_know(verhaal: Verhaal, gekozen: Sequence[Rondekeuze]) -> tuple[Rondekeuze, ...]:
    """Where it was chosen; of one that stands at the gemeente only who chose it and when, not in which wijk or why."""
    if gemeente_of(verhaal.gebied) != verhaal.gebied:
        return tuple(gekozen)
    return tuple(replace(it, ronde="", gebied="", reden=None) for it in gekozen)


def _to_tell(verhaal: Verhaal, gedaan: Sequence[Terugkoppeling]) -> tuple[Terugkoppeling, ...]:
    """What may be told of where it was used.

    Of a verhaal that stands at the gemeente the day of a gesprek names its wijk, and why people chose it is said in the
    words of that wijk.
    """
    if gemeente_of(verhaal.gebied) != verhaal.gebied:
        return tuple(gedaan)
    return tuple(without_reden(it) for it in gedaan if not tells_of_gesprek(it.waar))
