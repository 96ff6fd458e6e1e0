"""Choosing together what a wijk watches: what people say, what belongs together, how they vote, and what comes of it.

Who said or voted what is a role and a count, never a name. What a wijk then decides stands in services/levensloop.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from monitor.domain.gebied import gemeente_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import (
    Beinvloedbaar,
    Bewijssoort,
    Indicator,
    IndicatorSoort,
    IndicatorStatus,
    Richting,
    Rol,
    StemRol,
)
from monitor.domain.kiezen import Keuzebeeld, KeuzeIndicator
from monitor.domain.levensloop import Stap, gedragen_hier, status_in
from monitor.domain.meting import Reeks, with_value
from monitor.domain.rechten import Handeling
from monitor.domain.regels import newest_draagvlak
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.errors import NietGevonden, Probleem
from monitor.nl import opsomming, periode_in_zin, today_amsterdam
from monitor.services import woorden
from monitor.services.indicatoren import NieuweIndicator, add_versie, indicator_problemen
from monitor.services.instellingen import lees
from monitor.services.invoer import bare, new_id, raise_problems, seen, unknown
from monitor.services.levensloop import (
    aantal_problemen,
    begin,
    omschrijving_velden,
    rol_problemen,
    situatie_of,
    write_stap,
    write_telling,
)
from monitor.services.teksten import KORT, TekstVeld, tekstveld_problemen
from monitor.store.database import Cursor, Database, Opslag
from monitor.store.indicator_store import IndicatorStore
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.kiezen_store import KiezenStore
from monitor.store.levensloop_store import LevensloopStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.telling_store import TellingStore
from monitor.store.wijk_store import WijkStore

VOORSTEL_MAX = 300
OUD = timedelta(days=730)
"""After so long, what people told or counted has gone stale."""
BRON = "wijk"
"""Code of the bron of everything that a wijk counts itself."""
_BRON_RIJ = {
    "code": BRON,
    "naam": "Cijfers van de wijk zelf",
    "uitgever": "Bewoners en professionals samen",
    "url": None,
    "licentie": None,
    "toelichting": "Wat mensen in de wijk zelf kozen, en zelf tellen of vragen.",
}
_CODE_MAX = 40
ZONDER_NAAM = "–"
"""What a groep is called of which everything was taken out."""


@dataclass(frozen=True, slots=True)
class Uitwerking:
    """A groep of voorstellen, described as something that can be counted; None: nobody chose that yet."""

    naam: str
    definitie: str
    eenheid: str
    bewijssoort: Bewijssoort | None
    richting: Richting | None
    soort: IndicatorSoort | None
    waarvoor: str
    """Who asks this, and what for."""
    belasting: str
    """What the counting costs, and whom."""
    beinvloedbaar: Beinvloedbaar | None
    reden: str
    """Why people chose this."""
    decimalen: int = 0
    populatie: str | None = None
    richting_uitleg: str | None = None
    technische_definitie: str | None = None
    gemaakt_door: str | None = None


@dataclass(frozen=True, slots=True)
class Stemmen:
    """Whether people of one role recognise a figure."""

    rol: StemRol
    ja: int
    deels: int
    nee: int
    toelichting: str | None = None


# What people say


def add_voorstel(database: Database, gebruiker: Gebruiker, wijk: str, rol: StemRol, tekst: str, *, token: str) -> str:
    """Write down what somebody would notice in her street; the same token gives the same one."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.VOORSTELLEN)
    veld = TekstVeld(tekst, "het voorstel", leeg="Schrijf op wat u zou merken.", most=VOORSTEL_MAX)
    problemen = [*rol_problemen(who, wijk, rol), *tekstveld_problemen(database, {"tekst": veld})]
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "voorstel")
        if earlier is not None:
            return earlier
        here = {_words(it.tekst) for it in KiezenStore(cursor).voorstellen(wijk)}
        if _words(tekst) in here:
            problemen.append(Probleem("Dit voorstel staat er al. Wie dat ook vindt, telt bij stap 3 mee.", "tekst"))
        raise_problems(problemen)
        now, id_ = database.now(), new_id()
        row = {"id": id_, "gebied": wijk, "rol": rol.value, "tekst": tekst.strip()}
        KiezenStore(cursor).add_voorstel({**row, "ingebracht_op": now, "weggehaald_op": None})
        InzendingStore(cursor).add(token, "voorstel", id_, now)
        _log(cursor, database, who, "toegevoegd", "voorstel", id_, "rol", "tekst")
    return id_


def _words(tekst: str) -> tuple[str, ...]:
    """What makes two voorstellen the same: their words, whatever stands between them."""
    return tuple(re.findall(r"\w+", tekst.casefold()))


def remove_voorstel(database: Database, gebruiker: Gebruiker, wijk: str, voorstel: str) -> None:
    """Take a voorstel away: its words are gone, for instance because they lead to a person after all."""
    wijk, who = begin(database, gebruiker, wijk, ook_voorbij=True)
    with database.writing() as cursor:
        _known_voorstellen(cursor, wijk, [voorstel])
        KiezenStore(cursor).remove_voorstel(voorstel, database.now())
        _log(cursor, database, who, "weggehaald", "voorstel", voorstel)
        _forget_empty(cursor, database, wijk, who)
    remember(database, voorstel)


# What belongs together


def make_groep(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    naam: str,
    thema: str,
    voorstellen: Sequence[str],
    *,
    token: str,
) -> str:
    """Put voorstellen that are about the same together, under a name; the same token gives the same groep."""
    wijk, who = begin(database, gebruiker, wijk)
    veld = TekstVeld(naam, "de naam van de groep", leeg="Geef de groep een naam.", most=KORT)
    problemen = tekstveld_problemen(database, {"naam": veld})
    if not voorstellen:
        problemen.append(Probleem("Kies minstens een voorstel.", "voorstellen"))
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "groep")
        if earlier is not None:
            return earlier
        problemen += unknown(WijkStore(cursor).known()["thema"], thema, "thema", "Het thema") if thema else []
        problemen += [] if thema else [Probleem("Kies een thema.", "thema")]
        raise_problems(problemen)
        _known_voorstellen(cursor, wijk, voorstellen)
        now, id_ = database.now(), new_id()
        KiezenStore(cursor).add_groep(
            {"id": id_, "gebied": wijk, "naam": naam.strip(), "thema": thema, "gemaakt_op": now}
        )
        for voorstel in dict.fromkeys(voorstellen):
            KiezenStore(cursor).place(new_id(), voorstel, id_, now)
        InzendingStore(cursor).add(token, "groep", id_, now)
        _log(cursor, database, who, "toegevoegd", "groep", id_, "naam", "thema")
        _forget_empty(cursor, database, wijk, who)
    return id_


def rename_groep(database: Database, gebruiker: Gebruiker, wijk: str, groep: str, naam: str) -> None:
    """Give a groep another name; the first is kept nowhere."""
    wijk, who = begin(database, gebruiker, wijk, ook_voorbij=True)
    veld = TekstVeld(naam, "de naam van de groep", leeg="Geef de groep een naam.", most=KORT)
    problemen = tekstveld_problemen(database, {"naam": veld})
    with database.writing() as cursor:
        _known_groep(cursor, wijk, groep)
        raise_problems(problemen)
        KiezenStore(cursor).name_groep(groep, naam.strip())
        _log(cursor, database, who, "omgenoemd", "groep", groep)


def _forget_empty(cursor: Cursor, database: Database, wijk: str, who: Gebruiker) -> None:
    """Take the name away of each groep in which nothing stands any more, and that became nothing."""
    for it in KiezenStore(cursor).groepen(wijk):
        if not it.voorstellen and not it.indicatoren and it.naam != ZONDER_NAAM:
            KiezenStore(cursor).name_groep(it.id, ZONDER_NAAM)
            _log(cursor, database, who, "omgenoemd", "groep", it.id)


def place_voorstellen(
    database: Database, gebruiker: Gebruiker, wijk: str, voorstellen: Sequence[str], groep: str | None
) -> None:
    """Put voorstellen in another groep; None: each alone again."""
    wijk, who = begin(database, gebruiker, wijk)
    with database.writing() as cursor:
        if groep is not None:
            _known_groep(cursor, wijk, groep)
        _known_voorstellen(cursor, wijk, voorstellen)
        for voorstel in dict.fromkeys(voorstellen):
            KiezenStore(cursor).place(new_id(), voorstel, groep, database.now())
        _log(cursor, database, who, "ingedeeld", "groep", groep or wijk, "voorstellen")
        _forget_empty(cursor, database, wijk, who)


def _known_voorstellen(cursor: Cursor, wijk: str, voorstellen: Iterable[str]) -> None:
    here = {it.id for it in KiezenStore(cursor).voorstellen(wijk)}
    if not set(voorstellen) <= here:
        raise NietGevonden("Dit voorstel kennen wij niet in deze wijk.")


def _known_groep(cursor: Cursor, wijk: str, groep: str) -> None:
    if groep not in {it.id for it in KiezenStore(cursor).groepen(wijk)}:
        raise NietGevonden("Deze groep voorstellen kennen wij niet in deze wijk.")


# How people vote: first with what to go on, later (in levensloop) who carries it


def count_voorkeur(
    database: Database, gebruiker: Gebruiker, wijk: str, groep: str, aantallen: Sequence[tuple[StemRol, int]]
) -> None:
    """Keep how many people of each role want to go on with a groep today."""
    wijk, who = begin(database, gebruiker, wijk)
    problemen = [melding for _, aantal in aantallen for melding in aantal_problemen(aantal, "aantal")]
    if not aantallen:
        problemen.append(Probleem("Vul in hoeveel mensen hiermee verder willen.", "aantal"))
    if len({rol for rol, _ in aantallen}) < len(aantallen):
        problemen.append(Probleem("Elke rol staat er maar een keer in.", "rol"))
    with database.writing() as cursor:
        _known_groep(cursor, wijk, groep)
        raise_problems(problemen)
        today = today_amsterdam(database.now())
        TellingStore(cursor).replace(
            "groep_voorkeur",
            [
                {"id": new_id(), "groep": groep, "rol": rol.value, "aantal": aantal, "op": today}
                for rol, aantal in aantallen
            ],
        )
        _log(cursor, database, who, "voorkeur geteld", "groep", groep, *(rol.value for rol, _ in aantallen))


def count_herkenning(
    database: Database, gebruiker: Gebruiker, wijk: str, indicator: str, stemmen: Sequence[Stemmen]
) -> None:
    """Keep how many people of each role recognise a figure that is there: yes, partly, no.

    What they say with it is kept only when as many answered as a count must have to be shown: of fewer, everybody
    can tell who said it.
    """
    wijk, who = begin(database, gebruiker, wijk)
    problemen = [
        *(
            melding
            for it in stemmen
            for veld in ("ja", "deels", "nee")
            for melding in aantal_problemen(getattr(it, veld), veld)
        ),
        *tekstveld_problemen(
            database,
            {f"toelichting {it.rol.value}": TekstVeld(it.toelichting, "wat zij erbij zeggen") for it in stemmen},
        ),
        *_te_weinig(stemmen, lees(database).kleinste_aantal),
    ]
    if len({it.rol for it in stemmen}) < len(stemmen):
        problemen.append(Probleem("Elke rol staat er maar een keer in.", "rol"))
    if not any(it.ja or it.deels or it.nee for it in stemmen):
        problemen.append(Probleem("Vul in hoeveel mensen dit cijfer herkennen.", "ja"))
    with database.writing() as cursor:
        problemen += unknown(WijkStore(cursor).known()["indicator"], indicator, "indicator", "Het cijfer")
        raise_problems(problemen)
        today = today_amsterdam(database.now())
        gone = write_telling(
            cursor,
            database,
            who,
            "herkenning",
            [
                {
                    "id": new_id(),
                    "indicator": indicator,
                    "gebied": wijk,
                    "rol": it.rol.value,
                    "ja": it.ja,
                    "deels": it.deels,
                    "nee": it.nee,
                    "op": today,
                    "toelichting": bare(it.toelichting),
                }
                for it in stemmen
            ],
        )
        _log(cursor, database, who, "herkenning geteld", "indicator", indicator, wijk)
    remember(database, *gone)


def _te_weinig(stemmen: Sequence[Stemmen], kleinste: int) -> list[Probleem]:
    return [
        Probleem(
            f"Er deden minder dan {kleinste} {woorden.STEMROLLEN[it.rol]} mee. Laat weg wat zij erbij zeggen: "
            "anders is te raden wie het zei.",
            f"toelichting {it.rol.value}",
        )
        for it in stemmen
        if bare(it.toelichting) is not None and it.ja + it.deels + it.nee < kleinste
    ]


# What comes of it


def work_out(
    database: Database, gebruiker: Gebruiker, wijk: str, groep: str, uitwerking: Uitwerking, *, token: str
) -> str:
    """Make an indicator of a groep, and talk about it in this wijk; its code. The same token gives the same one.

    Nobody carries it yet, and it holds nowhere else. Raises OngeldigeInvoer with everything that is wrong.
    """
    wijk, who = begin(database, gebruiker, wijk)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "uitwerking")
        if earlier is not None:
            return earlier
        store = KiezenStore(cursor)
        found = next((it for it in store.groepen(wijk) if it.id == groep), None)
        if found is None:
            raise NietGevonden("Deze groep voorstellen kennen wij niet in deze wijk.")
        code = _free_code(uitwerking.naam, set(IndicatorStore(cursor).indicatoren()))
        today = today_amsterdam(database.now())
        nieuw = _nieuwe_indicator(uitwerking, code, found.thema, today)
        IndicatorStore(cursor).add_bron(_BRON_RIJ)
        raise_problems(
            [
                *indicator_problemen(cursor, nieuw),
                *_lege_velden(uitwerking),
                *tekstveld_problemen(database, omschrijving_velden(nieuw)),
            ]
        )
        add_versie(cursor, database, nieuw, who.id, gebied=wijk)
        write_stap(cursor, database, situatie_of(cursor, wijk, code), IndicatorStatus.IN_GESPREK, nieuw.reden, who)
        store.became(groep, code)
        InzendingStore(cursor).add(token, "uitwerking", code, database.now())
        _log(cursor, database, who, "uitgewerkt", "groep", groep, code)
    return code


def _lege_velden(uitwerking: Uitwerking) -> list[Probleem]:
    asked = {
        "definitie": "Schrijf op wat u telt, in gewone woorden.",
        "waarvoor": "Schrijf op wie dit vraagt en waarvoor.",
        "belasting": "Schrijf op wat het tellen kost, en wie dat doet.",
        "bewijssoort": "Kies hoe u het straks weet.",
        "soort": "Kies waar het iets over zegt.",
        "richting": "Kies of meer beter is.",
        "beinvloedbaar": "Kies hoe ver de wijk hier zelf iets aan kan doen.",
    }
    return [Probleem(melding, veld) for veld, melding in asked.items() if seen(getattr(uitwerking, veld)) is None]


def _nieuwe_indicator(uitwerking: Uitwerking, code: str, thema: str, today: date) -> NieuweIndicator:
    # What nobody chose is refused together with all else that is wrong; until then something must stand there.
    return NieuweIndicator(
        code=code,
        naam=uitwerking.naam,
        eenheid=uitwerking.eenheid,
        bewijssoort=uitwerking.bewijssoort or Bewijssoort.ERVAREN,
        richting=uitwerking.richting or Richting.HOGER_IS_GUNSTIG,
        soort=uitwerking.soort or IndicatorSoort.BELEVING,
        thema=thema,
        bron=BRON,
        reden=uitwerking.reden,
        geldig_van=today,
        definitie=uitwerking.definitie,
        technische_definitie=uitwerking.technische_definitie,
        decimalen=uitwerking.decimalen,
        populatie=uitwerking.populatie,
        richting_uitleg=uitwerking.richting_uitleg,
        gemaakt_door=uitwerking.gemaakt_door,
        waarvoor=uitwerking.waarvoor,
        belasting=uitwerking.belasting,
        beinvloedbaar=uitwerking.beinvloedbaar,
    )


def _free_code(naam: str, known: set[str]) -> str:
    """A readable code that nobody has: from the name, with a number when it is taken.

    A code is for good and stands in addresses and files, also when the indicator is called otherwise later: the name is
    looked at for personal data before anything is kept.
    """
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode("ascii").lower()
    words = re.sub("[^a-z0-9]+", "-", plain).strip("-")
    base = f"wijk-{words[:_CODE_MAX].strip('-') or 'cijfer'}"
    codes = [base, *(f"{base}-{number}" for number in range(2, len(known) + 3))]
    return next(code for code in codes if code not in known)


# Reading


def keuzebeeld(database: Opslag, wijk: str) -> Keuzebeeld:
    """Everything about choosing in a wijk, as everybody may read it."""
    instellingen = lees(database)
    with database.reading() as cursor:
        store, levensloop = KiezenStore(cursor), LevensloopStore(cursor)
        all_ = IndicatorStore(cursor).indicatoren()
        here = _indicatoren(levensloop, wijk, all_)
        shown = {it.indicator.code for it in here}
        elders = [it for code, it in all_.items() if not it.landelijk and code not in shown]
        return Keuzebeeld(
            wijk=wijk,
            groepen=tuple(it for it in store.groepen(wijk) if it.voorstellen or it.indicatoren),
            los=tuple(it for it in store.voorstellen(wijk) if it.groep is None),
            indicatoren=here,
            elders=tuple(sorted(elders, key=lambda it: (it.naam.casefold(), it.code))),
            herkenningen=tuple(
                (code, it.as_shown(instellingen.kleinste_aantal)) for code, it in store.herkenningen(wijk)
            ),
            werk=levensloop.werk(wijk, gemeente_of(wijk) or wijk),
            themas=store.themas(),
            kleinste_aantal=instellingen.kleinste_aantal,
            grens=instellingen.kern_aantal,
        )


def _indicatoren(store: LevensloopStore, wijk: str, known: dict[str, Indicator]) -> tuple[KeuzeIndicator, ...]:
    eigen, overal = store.stappen(wijk)
    adopties, draagvlak, bezwaren = store.adopties(wijk), store.draagvlak(wijk), store.bezwaren(wijk)
    werk, linked = store.werk(wijk, gemeente_of(wijk) or wijk), store.werkt_aan()
    found = []
    for code in dict.fromkeys([*adopties, *eigen]):
        own: list[Stap] = eigen.get(code, [])
        stemmen, doing = draagvlak.get(code, []), tuple(it for it in werk if it.id in linked.get(code, set()))
        gedragen = gedragen_hier(known[code], stemmen, own, adopties.get(code, []))
        status = status_in(
            own,
            overal.get(code, []),
            adopties.get(code, []),
            gedragen=bool(gedragen),
            loopt=any(it.loopt for it in doing),
        )
        if status is None or known[code].landelijk:
            continue
        current = next((it.rol for it in adopties.get(code, []) if it.tot is None), Rol.CONTEXT)
        indicator = replace(known[code], rol=current, status=status)
        newest = newest_draagvlak(stemmen)
        found.append(
            KeuzeIndicator(
                indicator=indicator,
                status=status,
                adopties=tuple(adopties.get(code, ())),
                stappen=tuple(own or overal.get(code, ())),
                steun=tuple(newest[rol] for rol in StemRol if rol in newest),
                gedragen=gedragen,
                bezwaren=tuple(bezwaren.get(code, ())),
                werk=doing,
            )
        )
    return tuple(found)


# What a wijk could still do, in words


def bijdragen(beeld: Wijkbeeld, today: date) -> tuple[str, ...]:
    """What has few verhalen or has gone stale in a wijk, as an invitation: never as a target, never per person.

    From what everybody may read: of a wijk with few verhalen it says no more than of one with none (rule 12).
    """
    said = []
    if beeld.verhalen_op_gemeente:
        said.append("Uit deze wijk zijn er nog geen of weinig verhalen. Wie zou u willen horen?")
    if beeld.lege_themas:
        said.append(f"Over {opsomming(it.naam for it in beeld.lege_themas)} staat hier nog niets.")
    for kaart in beeld.kaarten:
        if not beeld.verhalen_op_gemeente:
            said += _stale_verhalen(kaart.thema.naam, [it.kwartaal for it in kaart.verhalen], today)
        said += [zin for reeks in kaart.reeksen for zin in _stale_cijfer(reeks, today)]
    return tuple(said)


def _stale_verhalen(thema: str, kwartalen: Sequence[date], today: date) -> list[str]:
    if not kwartalen:
        return [f"Over {thema} vertelde hier nog niemand iets dat iedereen mag lezen."]
    return [f"De verhalen over {thema} zijn ouder dan twee jaar."] if max(kwartalen) < today - OUD else []


def _stale_cijfer(reeks: Reeks, today: date) -> list[str]:
    known = with_value(reeks.metingen)
    if not known:
        return [f"Van “{reeks.indicator.naam}” is hier nog geen cijfer."]
    if reeks.indicator.rol is Rol.CONTEXT or known[-1].start >= today - OUD:
        return []
    return [f"Het nieuwste cijfer van “{reeks.indicator.naam}” is van {periode_in_zin(known[-1].periode)}."]


def _log(cursor: Cursor, database: Database, who: Gebruiker, wat: str, soort: str, doel: str, *velden: str) -> None:
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, wat, soort, doel, velden)])
