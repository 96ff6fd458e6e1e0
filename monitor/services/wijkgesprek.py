"""The wijkgesprek: prepare it together, write down who was there, and close it, also when all stays open.

What was learned and agreed in it stands in services/leerpunten; what anybody may read of it in services/leerbeeld.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.leren import (
    AgendaPunt,
    AgendaSoort,
    BronSoort,
    Leerpunt,
    Niveau,
    Sessie,
    SessieStand,
    SessieUitkomst,
    agenda_problemen,
    blijft_te_zien,
    casus_te_zien,
    mag_in_gesprek,
    open_punten,
    stap_problemen,
    uitkomst_problemen,
)
from monitor.domain.meting import Reeks
from monitor.domain.rechten import Handeling
from monitor.domain.verhaal import Verhaal
from monitor.errors import NietGevonden, Probleem
from monitor.nl import format_datum, format_maand, sentence, today_amsterdam
from monitor.services import zinnen
from monitor.services.invoer import bare, new_id, raise_problems
from monitor.services.levensloop import aantal_problemen, begin
from monitor.services.teksten import KORT, TekstVeld, tekstveld_problemen
from monitor.services.wijkbeeld import wijkbeeld
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.lees_store import LeesStore
from monitor.store.rijen import Rij, insert_into, insert_logboek, logboek_rij
from monitor.store.sessie_store import SessieStore
from monitor.store.weghalen import remove_words

NIET_IN_GESPREK = "Dit verhaal mag niet (meer) in een gesprek in deze wijk. Kies een ander."
ONBEKEND = "Dit gesprek kennen wij niet in deze wijk."
_NODIG = {
    AgendaSoort.INDICATOR: ("indicator",),
    AgendaSoort.VERHAAL: ("verhaal",),
    AgendaSoort.SCHURING: ("indicator", "verhaal"),
    AgendaSoort.LEERPUNT: ("leerpunt",),
    AgendaSoort.AFSPRAAK: ("afspraak",),
    AgendaSoort.VRAAG: ("tekst",),
}
"""What each thing on the table is about; nothing else stands with it."""
_NOG_OPEN = "Dit stond nog open na het vorige gesprek."
_DAG_ER = "De dag om terug te kijken is er: {dag}."
_GEDAAN = "Wijkgesprek, {maand}"
_GELEERD = "Dit verhaal is besproken. Er is opgeschreven wat we ervan leerden."
_BESPROKEN = "Dit verhaal is besproken."
_OP_BLAD = "Op het blad bij het gesprek, de Wijkspiegel, staat hoogstens de titel en de zin die de verteller koos."


@dataclass(frozen=True, slots=True)
class NieuweSessie:
    """A wijkgesprek that is planned."""

    dag: date | None
    titel: str = ""


@dataclass(frozen=True, slots=True)
class NieuwPunt:
    """Something to lay on the table, and why."""

    soort: AgendaSoort
    indicator: str | None = None
    verhaal: str | None = None
    leerpunt: str | None = None
    afspraak: str | None = None
    tekst: str = ""
    """What people want to ask: only for a vraag."""
    waarom: str = ""

    @property
    def refs(self) -> tuple[str | None, ...]:
        """What it is about, to find the same thing again."""
        return (self.indicator, self.verhaal, self.leerpunt, self.afspraak)


@dataclass(frozen=True, slots=True)
class Verslag:
    """When it was, and who was there: counts per role, and guests as a word and a count."""

    dag: date | None
    deelnemers: tuple[tuple[StemRol, int], ...] = ()
    gasten: tuple[tuple[str, int], ...] = ()


# Preparing


def plan(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    nieuw: NieuweSessie,
    *,
    token: str,
    ook: Sequence[Probleem] = (),
) -> str:
    """Prepare a wijkgesprek; what the last one left open lies on the table at once. The same token gives the same one.

    One at a time: what is prepared or written down now is closed or called off first. `ook`: what a form could not
    read of what was typed, said together with what is wrong here.
    """
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN)
    veld = TekstVeld(nieuw.titel, "waar het gesprek over gaat", most=KORT)
    problemen = tekstveld_problemen(database, {"titel": veld})
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "sessie")
        if earlier is not None:
            return earlier
        store = SessieStore(cursor)
        sessies = store.sessies(wijk)
        if any(it.bezig for it in sessies):
            problemen.append(Probleem("Er staat al een gesprek klaar in deze wijk. Sluit dat eerst af.", "stand"))
        if nieuw.dag is None:
            problemen.append(Probleem("Kies een dag voor het gesprek.", "dag"))
        raise_problems(together(ook, problemen))
        assert nieuw.dag is not None  # noqa: S101 - otherwise it was refused
        now, id_ = database.now(), new_id()
        row = {"id": id_, "gebied": wijk, "titel": bare(nieuw.titel), "gemaakt_door": who.id, "gemaakt_op": now}
        store.add_sessie({**row, "weggehaald_op": None})
        store.add_stap(_stap_rij(database, who, id_, 1, SessieStand.VOORBEREID, nieuw.dag))
        laatste = next((it for it in sessies if it.stand is SessieStand.GESLOTEN), None)
        here = tuple(leerpunten_hier(cursor, database, who, wijk).values())
        points, agreed = open_punten(laatste, here, store.afspraken(wijk), nieuw.dag)
        punten = [
            NieuwPunt(AgendaSoort.LEERPUNT, leerpunt=it.id, waarom=waarom_open(it.nu.terugkijken_op, nieuw.dag))
            for it in points
        ]
        punten += [
            NieuwPunt(AgendaSoort.AFSPRAAK, afspraak=it.id, waarom=waarom_open(it.voor, nieuw.dag)) for it in agreed
        ]
        _lay(cursor, database, who, id_, 0, [(it, None) for it in punten])
        InzendingStore(cursor).add(token, "sessie", id_, now)
        log(cursor, database, who, "toegevoegd", "sessie", id_, "dag", "titel")
    return id_


def move(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    sessie: str,
    dag: date | None,
    reden: str = "",
    *,
    ook: Sequence[Probleem] = (),
) -> None:
    """Put a wijkgesprek on another day."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN)
    problemen = tekstveld_problemen(database, {"reden": TekstVeld(reden, "waarom")})
    with database.writing() as cursor:
        found = sessie_in(cursor, wijk, sessie)
        if found.stand is not SessieStand.VOORBEREID:
            problemen += stap_problemen(found.stand, SessieStand.VOORBEREID)
        if dag is None:
            problemen.append(Probleem("Kies een dag voor het gesprek.", "dag"))
        raise_problems(together(ook, problemen))
        assert dag is not None  # noqa: S101 - otherwise it was refused
        _step(cursor, database, who, found, SessieStand.VOORBEREID, dag, reden=reden)


def cancel(database: Database, gebruiker: Gebruiker, wijk: str, sessie: str, reden: str = "") -> None:
    """Call a wijkgesprek off. What lay on the table stays to be read."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK, ook_voorbij=True)
    problemen = tekstveld_problemen(database, {"reden": TekstVeld(reden, "waarom het niet doorgaat")})
    with database.writing() as cursor:
        found = sessie_in(cursor, wijk, sessie)
        raise_problems([*problemen, *stap_problemen(found.stand, SessieStand.AFGELAST)])
        _step(cursor, database, who, found, SessieStand.AFGELAST, found.dag, reden=reden)


def add_punten(
    database: Database, gebruiker: Gebruiker, wijk: str, sessie: str, punten: Sequence[NieuwPunt], *, token: str
) -> None:
    """Lay things on the table, once per token; what lies there already is not laid there twice.

    A figure is kept as it is now. Of a verhaal only its id is kept: it must be allowed in a gesprek in this wijk.
    """
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN)
    problemen = [
        *([] if punten else [Probleem("Kies minstens één ding om over te praten.", "punten")]),
        *(
            melding
            for number, it in enumerate(punten, start=1)
            for melding in tekstveld_problemen(database, _punt_velden(it, number))
        ),
    ]
    cijfers = _cijfers(database, wijk) if any(it.indicator for it in punten) else {}
    with database.writing() as cursor:
        if InzendingStore(cursor).doel(token, "agenda") is not None:
            return
        found = sessie_in(cursor, wijk, sessie)
        problemen += agenda_problemen(found.stand)
        problemen += [melding for it in punten for melding in _punt_problemen(cursor, database, who, wijk, it)]
        raise_problems(problemen)
        known = {_same(it) for it in found.agenda}
        fresh = [it for it in {_same(it): it for it in reversed(punten)}.values() if _same(it) not in known][::-1]
        _lay(cursor, database, who, sessie, _highest(found), [(it, cijfers.get(it.indicator or "")) for it in fresh])
        InzendingStore(cursor).add(token, "agenda", sessie, database.now())
        log(cursor, database, who, "op tafel gelegd", "sessie", sessie, *(it.soort.value for it in fresh))


def remove_punt(database: Database, gebruiker: Gebruiker, wijk: str, sessie: str, punt: str) -> None:
    """Take something off the table; words that were typed with it are gone."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN, ook_voorbij=True)
    with database.writing() as cursor:
        found = sessie_in(cursor, wijk, sessie)
        raise_problems(agenda_problemen(found.stand))
        if punt not in {it.id for it in found.agenda}:
            raise NietGevonden("Dit ligt niet (meer) op tafel.")
        remove_words(cursor, "agendapunt", punt, database.now())
        log(cursor, database, who, "weggehaald", "agendapunt", punt)
    remember(database, punt)


# Holding it


def record(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    sessie: str,
    verslag: Verslag,
    *,
    ook: Sequence[Probleem] = (),
) -> None:
    """Write down that it was held, and who was there. Until it is closed this can be written down anew."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK)
    problemen = _verslag_problemen(database, verslag)
    gone: list[str] = []
    with database.writing() as cursor:
        found = sessie_in(cursor, wijk, sessie)
        raise_problems([*stap_problemen(found.stand, SessieStand.GEHOUDEN), *together(ook, problemen)])
        assert verslag.dag is not None  # noqa: S101 - otherwise it was refused
        if found.stand is SessieStand.VOORBEREID or found.dag != verslag.dag:
            _step(cursor, database, who, found, SessieStand.GEHOUDEN, verslag.dag)
        store = SessieStore(cursor)
        counted = [(rol, aantal) for rol, aantal in dict(verslag.deelnemers).items() if aantal]
        store.replace_deelnemers(
            sessie, [{"id": new_id(), "sessie": sessie, "rol": rol.value, "aantal": it} for rol, it in counted]
        )
        stays = sorted((it.wie, it.aantal) for it in found.gasten)
        asked = [(wie.strip(), aantal) for wie, aantal in verslag.gasten if wie.strip() and aantal]
        if stays != sorted(asked):
            gone = [it.id for it in found.gasten]
            for id_ in gone:
                remove_words(cursor, "gast", id_, database.now())
                log(cursor, database, who, "weggehaald", "gast", id_)
            rows = [{"id": new_id(), "sessie": sessie, "wie": wie, "aantal": aantal} for wie, aantal in asked]
            store.add_gasten([{**row, "weggehaald_op": None} for row in rows])
        log(cursor, database, who, "opgeschreven wie er waren", "sessie", sessie, *(rol.value for rol, _ in counted))
    for id_ in gone:
        remember(database, id_)


def close(database: Database, gebruiker: Gebruiker, wijk: str, sessie: str, uitkomst: SessieUitkomst) -> None:
    """Close a wijkgesprek that was held. "Alleen besproken, nog open" is always good.

    Whose verhaal was on the table reads so on her own page.
    """
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK, ook_voorbij=True)
    with database.writing() as cursor:
        found = sessie_in(cursor, wijk, sessie)
        store = SessieStore(cursor)
        afspraken = [it for it in store.afspraken(wijk) if it.sessie == sessie and it.tekst]
        raise_problems(
            [
                *stap_problemen(found.stand, SessieStand.GESLOTEN),
                *uitkomst_problemen(uitkomst, len(afspraken)),
            ]
        )
        _step(cursor, database, who, found, SessieStand.GESLOTEN, found.dag, uitkomst=uitkomst)
        _tell_tellers(cursor, database, who, found, store.leerpunten(wijk))


def _tell_tellers(
    cursor: Cursor, database: Database, who: Gebruiker, sessie: Sessie, leerpunten: Iterable[Leerpunt]
) -> None:
    """Tell with each verhaal that it was talked about: on the page of its teller, and to who may read it."""
    learned = {ref for it in leerpunten if it.sessie == sessie.id and it.tekst for ref in it.refs(BronSoort.VERHAAL)}
    talked = {it.verhaal for it in sessie.agenda if it.verhaal}
    today = today_amsterdam(database.now())
    readable = LeesStore(cursor).leesbaar(who, today, ids=sorted(learned | talked))
    rows = [
        {
            **terugkoppeling_of(
                it.id, sessie.dag, who.id, geleerd=it.id in learned, op_blad=it.id in talked and mag_in_gesprek(it)
            ),
            "id": new_id(),
        }
        for it in readable
    ]
    insert_into(cursor, "terugkoppeling", rows)
    for row in rows:
        log(cursor, database, who, "teruggekoppeld", "verhaal", str(row["verhaal"]), "waar", "wat")


def terugkoppeling_of(verhaal: str, dag: date, door: str, *, geleerd: bool, op_blad: bool) -> dict[str, Any]:
    """What is told with a verhaal that was talked about; `geleerd`: something that was learned came from it.

    `op_blad`: it lay on the table, so the Wijkspiegel that people took home may hold something of it.
    """
    said = _GELEERD if geleerd else _BESPROKEN
    return {
        "verhaal": verhaal,
        "waar": _GEDAAN.format(maand=format_maand(dag)),
        "wat": f"{said} {_OP_BLAD}" if op_blad else said,
        "op": dag,
        "door": door,
    }


def tells_of_gesprek(waar: str) -> bool:
    """Whether where a verhaal was used is a wijkgesprek: everybody reads which wijk had one on that day."""
    return waar.startswith(_GEDAAN.partition("{")[0])


# Shared


def sessie_in(cursor: Cursor, wijk: str, sessie: str) -> Sessie:
    """A wijkgesprek of this wijk. Raises NietGevonden when there is none with this id."""
    found = next((it for it in SessieStore(cursor).sessies(wijk) if it.id == sessie), None)
    if found is None:
        raise NietGevonden(ONBEKEND)
    return found


def in_gesprek(cursor: Cursor, database: Database, who: Gebruiker, wijk: str, ids: Iterable[str]) -> dict[str, Verhaal]:
    """Which of these verhalen may be talked about in this wijk now, by id."""
    found = LeesStore(cursor).leesbaar(who, today_amsterdam(database.now()), ids=ids)
    return {it.id: it for it in found if it.gebied == wijk and mag_in_gesprek(it)}


def leerpunten_hier(cursor: Cursor, database: Database, who: Gebruiker, wijk: str) -> dict[str, Leerpunt]:
    """What was learned in this wijk and can be talked about now, by id: a casus only as long as its verhaal may be."""
    known = [it for it in SessieStore(cursor).leerpunten(wijk) if it.tekst]
    asked = sorted({ref for it in known if it.niveau is Niveau.CASUS for ref in it.refs(BronSoort.VERHAAL)})
    found = LeesStore(cursor).leesbaar(who, today_amsterdam(database.now()), ids=asked)
    verhalen = {it.id for it in found if blijft_te_zien(it, wijk)}
    return {it.id: it for it in known if casus_te_zien(it, verhalen)}


def waarom_open(dag: date | None, today: date) -> str:
    """Why something of before lies on the table of a gesprek of `today`: its day came, or it was left open."""
    return _DAG_ER.format(dag=format_datum(dag)) if dag is not None and dag <= today else _NOG_OPEN


def together(ook: Sequence[Probleem], problemen: Iterable[Probleem]) -> list[Probleem]:
    """What a form could not read, and everything else that is wrong; of each unreadable field one thing is said."""
    unread = {it.veld for it in ook}
    return [*ook, *(it for it in problemen if it.veld not in unread)]


def log(cursor: Cursor, database: Database, who: Gebruiker, wat: str, soort: str, doel: str, *velden: str) -> None:
    """A line in the logboek about a wijkgesprek; never words of people."""
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, wat, soort, doel, velden)])


def _step(
    cursor: Cursor,
    database: Database,
    who: Gebruiker,
    sessie: Sessie,
    stand: SessieStand,
    dag: date,
    *,
    uitkomst: SessieUitkomst | None = None,
    reden: str = "",
) -> None:
    row = _stap_rij(database, who, sessie.id, sessie.nu.nummer + 1, stand, dag)
    value = uitkomst.value if uitkomst else None
    SessieStore(cursor).add_stap({**row, "uitkomst": value, "reden": bare(reden)})
    log(cursor, database, who, stand.value, "sessie", sessie.id, "dag", *(["uitkomst"] if uitkomst else []))


def _stap_rij(
    database: Database, who: Gebruiker, sessie: str, nummer: int, stand: SessieStand, dag: date
) -> dict[str, Any]:
    return {
        "id": new_id(),
        "sessie": sessie,
        "nummer": nummer,
        "stand": stand.value,
        "dag": dag,
        "uitkomst": None,
        "reden": None,
        "door": who.id,
        "op": database.now(),
        "weggehaald_op": None,
    }


def _lay(
    cursor: Cursor,
    database: Database,
    who: Gebruiker,
    sessie: str,
    highest: int,
    punten: Sequence[tuple[NieuwPunt, str | None]],
) -> None:
    rows: list[Rij] = [
        {
            "id": new_id(),
            "sessie": sessie,
            "nummer": number,
            "soort": it.soort.value,
            "indicator": it.indicator,
            "verhaal": it.verhaal,
            "leerpunt": it.leerpunt,
            "afspraak": it.afspraak,
            "tekst": bare(it.tekst) or cijfer,
            "waarom": bare(it.waarom),
            "gemaakt_door": who.id,
            "gemaakt_op": database.now(),
            "weggehaald_op": None,
        }
        for number, (it, cijfer) in enumerate(punten, start=highest + 1)
    ]
    SessieStore(cursor).add_punten(rows)


def _same(punt: AgendaPunt | NieuwPunt) -> tuple[object, ...]:
    """What a thing on the table is about: of a vraag its words."""
    words = bare(punt.tekst or "") or "" if punt.soort is AgendaSoort.VRAAG else ""
    return (punt.soort, punt.refs, " ".join(words.split()).casefold())


def _highest(sessie: Sessie) -> int:
    return max((it.nummer for it in sessie.agenda), default=0)


def _punt_velden(punt: NieuwPunt, number: int) -> dict[str, TekstVeld]:
    leeg = "Schrijf op wat u wilt vragen." if punt.soort is AgendaSoort.VRAAG else None
    return {
        f"tekst {number}": TekstVeld(punt.tekst, "de vraag", leeg=leeg, most=300),
        f"waarom {number}": TekstVeld(punt.waarom, "waarom", most=300),
    }


def _punt_problemen(cursor: Cursor, database: Database, who: Gebruiker, wijk: str, punt: NieuwPunt) -> list[Probleem]:
    asked = set(_NODIG[punt.soort])
    given = {
        name
        for name in ("indicator", "verhaal", "leerpunt", "afspraak", "tekst")
        if bare(getattr(punt, name)) is not None
    }
    if given - {"tekst"} != asked - {"tekst"} or (punt.tekst and "tekst" not in asked):
        return [Probleem("Kies waar dit over gaat.", "punten")]
    store = SessieStore(cursor)
    checks = (
        (punt.indicator, lambda: store.indicatornamen(), "Dit cijfer kennen wij niet."),
        (punt.verhaal, lambda: in_gesprek(cursor, database, who, wijk, [punt.verhaal or ""]), NIET_IN_GESPREK),
        (punt.leerpunt, lambda: leerpunten_hier(cursor, database, who, wijk), "Dit leerpunt kennen wij niet."),
        (punt.afspraak, lambda: {it.id for it in store.afspraken(wijk) if it.tekst}, "Deze afspraak kennen wij niet."),
    )
    return [Probleem(melding, "punten") for ref, known, melding in checks if ref is not None and ref not in known()]


def _cijfers(database: Database, wijk: str) -> dict[str, str]:
    """What each figure of the wijk is now, in words, as everybody reads it."""
    try:
        beeld = wijkbeeld(database, wijk)
    except NietGevonden:
        return {}
    return {reeks.indicator.code: cijfer_zin(reeks) for kaart in beeld.kaarten for reeks in kaart.reeksen}


def cijfer_zin(reeks: Reeks) -> str:
    """What a figure is now, and what may be said of change; what both say is said once."""
    known, change = zinnen.bekend_zin(reeks), zinnen.trend_zin(reeks)
    if known and change.startswith(known.rstrip(".")):
        return sentence(change)
    said = dict.fromkeys(text for text in (zinnen.waarde_zin(reeks), change) if text)
    return " ".join(sentence(it) for it in said)


def _verslag_problemen(database: Database, verslag: Verslag) -> list[Probleem]:
    problemen = []
    if verslag.dag is None:
        problemen.append(Probleem("Schrijf op wanneer het gesprek was.", "dag"))
    elif verslag.dag > today_amsterdam(database.now()):
        problemen.append(Probleem("Deze dag is nog niet geweest.", "dag"))
    counts = [*(aantal for _, aantal in verslag.deelnemers), *(aantal for _, aantal in verslag.gasten)]
    problemen += [melding for aantal in counts for melding in aantal_problemen(aantal, "aantal")]
    if not any(aantal for _, aantal in verslag.deelnemers):
        problemen.append(Probleem("Vul in hoeveel mensen er waren.", "aantal"))
    if len({rol for rol, _ in verslag.deelnemers}) < len(verslag.deelnemers):
        problemen.append(Probleem("Elke rol staat er maar een keer in.", "rol"))
    if any(bool(wie.strip()) is not bool(aantal) for wie, aantal in verslag.gasten):
        problemen.append(Probleem("Schrijf bij elke gast op wie het was en hoeveel het er waren.", "gasten"))
    velden = {
        f"gast {number}": TekstVeld(wie, "wie er te gast was", most=KORT)
        for number, (wie, _) in enumerate(verslag.gasten, start=1)
    }
    return problemen + tekstveld_problemen(database, velden)
