"""The Wijkspiegel: what a wijk looks at together in a wijkgesprek, so little that it fits on one side of paper.

It holds what people laid on the table. Of a verhaal only the sentence that its teller chose is taken, and only as long
as it may be read in a gesprek; what may no longer be is a number, never which.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import Bewijssoort, Rol
from monitor.domain.leren import AgendaPunt, AgendaSoort, Leerbeeld, Leerpunt, Lezing, mag_in_gesprek
from monitor.domain.meting import Reeks
from monitor.domain.rechten import Handeling
from monitor.domain.verhaal import Koppeling, Verhaal, Verhouding
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.nl import format_datum, format_kwartaal, hoofdletter, one_line, today_amsterdam
from monitor.services import woorden, zinnen
from monitor.services.leerbeeld import leerbeeld
from monitor.services.levensloop import begin
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.wijkgesprek import cijfer_zin
from monitor.store.database import Database
from monitor.store.sessie_store import SessieStore

MEESTE_CIJFERS, MEESTE_CITATEN, MEESTE_PUNTEN, MEESTE_VRAGEN = 4, 5, 4, 4
"""So many of each stand on it: people read it in a minute, and must have room left to write."""
RUIMTE_KOLOM, RUIMTE_BREED = 1_100, 600
"""How many characters of each fit: of figures and of citaten beside each other, of the others over the whole width."""
LANGSTE_WOORD = 35
"""A longer word runs out of its column."""
_PER_STUK = 45
"""What a thing takes besides its words: an unfinished line, and the white around it."""
_VERHOUDINGEN = (Verhouding.ZEGT_ANDERS, Verhouding.LEGT_UIT)
"""What is told of how a verhaal stands to a figure on the table."""

_Stuk = TypeVar("_Stuk")


@dataclass(frozen=True, slots=True)
class SpiegelCijfer:
    """A figure: what may be said of it, what kind of evidence that is, and where it comes from."""

    naam: str
    tekst: str
    bewijssoort: Bewijssoort | None
    """None when the wijk does not show this figure any more."""
    bron: str | None


@dataclass(frozen=True, slots=True)
class SpiegelCitaat:
    """What a teller said: her title, the sentence that she chose, who she is and when she told it."""

    titel: str
    citaat: str | None
    """None when she chose no sentence: then nobody chooses one for her."""
    wie: str
    verhouding: str | None
    """How it stands to a figure on the table, in words."""


@dataclass(frozen=True, slots=True)
class SpiegelPunt:
    """What was still open: what it is, and what was said."""

    kop: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Wijkspiegel:
    """One sheet for a wijkgesprek."""

    wijk: str
    """Name of the wijk."""
    dag: date | None
    """When the gesprek is; None when none is prepared."""
    titel: str | None
    gekozen: bool
    """Whether people chose what stands here; if not these are the first figures of the wijk."""
    cijfers: tuple[SpiegelCijfer, ...]
    citaten: tuple[SpiegelCitaat, ...]
    punten: tuple[SpiegelPunt, ...]
    vragen: tuple[str, ...]
    """What people want to ask themselves."""
    meer: int
    """How many things lie on the table that do not fit here."""
    weg: int
    """How many verhalen lay on the table that may not be read in a gesprek now."""
    op: date
    voorbeeld: bool

    @property
    def geschat(self) -> bool:
        """Whether a figure is reckoned by a model, of which readers must know what it cannot show."""
        return any(it.bewijssoort is Bewijssoort.GESCHAT for it in self.cijfers)


def wijkspiegel(database: Database, gebruiker: Gebruiker, wijk: str) -> Wijkspiegel:
    """The Wijkspiegel of the gesprek that is prepared or held now, or of the wijk when nobody chose anything yet.

    For who prepares a gesprek there. Raises NietGevonden or OngeldigeInvoer for what is no wijk that the store knows.
    """
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN)
    page, beeld = wijkbeeld(database, wijk), leerbeeld(database, who, wijk)
    with database.reading() as cursor:
        bronnen = SessieStore(cursor).bronnamen()
    sessie = beeld.bezig
    agenda = sessie.agenda if sessie else ()
    hidden = beeld.verborgen.get(sessie.id, 0) if sessie else 0
    told = _told(agenda, beeld.verhalen)
    may = [it for it in told if mag_in_gesprek(it)]
    gekozen = bool(told or hidden or any(it.indicator for it in agenda))
    counted = _on_the_table(agenda, page, beeld, bronnen) if gekozen else _first(page, bronnen)
    said = [_citaat(it, agenda, beeld.indicatoren) for it in may]
    still = _punten(agenda, beeld)
    asked = [one_line(it.tekst) for it in agenda if it.soort is AgendaSoort.VRAAG and it.tekst]
    cijfers = _fitting(counted, [_length(it.naam, it.tekst, it.bron) for it in counted], MEESTE_CIJFERS, RUIMTE_KOLOM)
    citaten = _fitting(
        said, [_length(it.titel, it.citaat, it.wie, it.verhouding) for it in said], MEESTE_CITATEN, RUIMTE_KOLOM
    )
    punten = _fitting(still, [_length(it.kop, it.tekst) for it in still], MEESTE_PUNTEN, RUIMTE_BREED)
    vragen = _fitting(asked, [_length(it) for it in asked], MEESTE_VRAGEN, RUIMTE_BREED)
    shown = len(cijfers) + len(citaten) + len(punten) + len(vragen)
    return Wijkspiegel(
        wijk=page.wijk.naam,
        dag=sessie.dag if sessie else None,
        titel=sessie.titel if sessie else None,
        gekozen=gekozen,
        cijfers=cijfers,
        citaten=citaten,
        punten=punten,
        vragen=vragen,
        meer=(len(counted) if gekozen else len(cijfers)) + len(said) + len(still) + len(asked) - shown,
        weg=hidden + len(told) - len(may),
        op=today_amsterdam(database.now()),
        voorbeeld=page.voorbeeld,
    )


# What stands on it


def _on_the_table(
    agenda: Iterable[AgendaPunt], page: Wijkbeeld, beeld: Leerbeeld, bronnen: Mapping[str, str]
) -> list[SpiegelCijfer]:
    """The figures on the table as they are now, each once; one that the wijk shows no more as it was then."""
    known = {reeks.indicator.code: reeks for kaart in page.kaarten for reeks in kaart.reeksen}
    then = {it.indicator: it.tekst or "" for it in agenda if it.indicator}
    return [
        _cijfer(known[code], bronnen)
        if code in known
        else SpiegelCijfer(beeld.indicatoren.get(code, code), tekst, None, None)
        for code, tekst in then.items()
    ]


def _first(page: Wijkbeeld, bronnen: Mapping[str, str]) -> list[SpiegelCijfer]:
    """The figures of a wijk of which something is known: what people chose to watch first, then thema by thema."""
    deepest = max((len(kaart.reeksen) for kaart in page.kaarten), default=0)
    found = [kaart.reeksen[place] for place in range(deepest) for kaart in page.kaarten if place < len(kaart.reeksen)]
    known = [reeks for reeks in found if zinnen.has_value(reeks)]
    return [_cijfer(reeks, bronnen) for reeks in sorted(known, key=lambda it: it.indicator.rol is not Rol.KERN)]


def _cijfer(reeks: Reeks, bronnen: Mapping[str, str]) -> SpiegelCijfer:
    indicator = reeks.indicator
    return SpiegelCijfer(indicator.naam, cijfer_zin(reeks), indicator.bewijssoort, bronnen.get(indicator.bron))


def _told(agenda: Iterable[AgendaPunt], verhalen: Mapping[str, Verhaal]) -> list[Verhaal]:
    """The verhalen on the table that this reader may read, each once."""
    return [verhalen[it] for it in dict.fromkeys(punt.verhaal for punt in agenda) if it is not None and it in verhalen]


def _citaat(verhaal: Verhaal, agenda: Iterable[AgendaPunt], namen: Mapping[str, str]) -> SpiegelCitaat:
    who = ", ".join(woorden.PERSPECTIEF[it] for it in verhaal.perspectieven)
    on_table = {it.indicator for it in agenda if it.indicator}
    links = [it for it in verhaal.koppelingen if it.indicator in on_table and it.verhouding in _VERHOUDINGEN]
    first = min(links, key=lambda it: _VERHOUDINGEN.index(it.verhouding), default=None)
    return SpiegelCitaat(
        titel=one_line(verhaal.titel),
        citaat=one_line(verhaal.citaat) if verhaal.citaat else None,
        wie=", ".join(it for it in (who, format_kwartaal(verhaal.kwartaal)) if it),
        verhouding=_verhouding(first, namen) if first else None,
    )


def _verhouding(koppeling: Koppeling, namen: Mapping[str, str]) -> str:
    return f"{hoofdletter(woorden.VERHOUDING[koppeling.verhouding])}: {namen.get(koppeling.indicator, '')}"


def _punten(agenda: Iterable[AgendaPunt], beeld: Leerbeeld) -> list[SpiegelPunt]:
    """What was open and lies on the table again."""
    found = []
    for it in agenda:
        point = beeld.leerpunt(it.leerpunt) if it.leerpunt else None
        agreed = beeld.afspraak(it.afspraak) if it.afspraak else None
        if point is not None and point.tekst:
            found.append(SpiegelPunt(hoofdletter(woorden.NIVEAU[point.niveau]), _readings(point)))
        if agreed is not None and agreed.tekst:
            head = " · ".join(part for part in ("Afspraak", agreed.wie, _voor(agreed.voor)) if part)
            found.append(SpiegelPunt(head, one_line(agreed.tekst)))
    return found


def _readings(point: Leerpunt) -> str:
    """Every reading of it, side by side: none of them wins by standing here alone."""
    first, *others = point.lezingen
    return " ".join([one_line(first.tekst), *(f"{_who(it)}: {one_line(it.tekst)}" for it in others)])


def _who(lezing: Lezing) -> str:
    return f"Anders gelezen ({woorden.STEMROL[lezing.rol]})" if lezing.rol else "Anders gelezen"


def _voor(dag: date | None) -> str:
    return f"voor {format_datum(dag)}" if dag else ""


# What fits


def _length(*texts: str | None) -> int | None:
    """How much room a thing takes, in characters; None when a word of it is too long for any line."""
    words = " ".join(text for text in texts if text).split()
    if any(len(word) > LANGSTE_WOORD for word in words):
        return None
    return sum(len(word) + 1 for word in words) + _PER_STUK


def _fitting(found: Sequence[_Stuk], lengths: Sequence[int | None], most: int, room: int) -> tuple[_Stuk, ...]:
    """The first ones that fit together; what is too long by itself stays for the screen."""
    chosen: list[_Stuk] = []
    for it, length in zip(found, lengths, strict=True):
        if length is not None and len(chosen) < most and length <= room:
            chosen.append(it)
            room -= length
    return tuple(chosen)
