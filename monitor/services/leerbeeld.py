"""What somebody may read of the wijkgesprekken of a wijk, and what the product proposes to talk about next.

A wijkgesprek that was closed is read by everybody. What rests on a verhaal is shown only to who may read that verhaal
there; when it was taken back nothing of it is left to see, only how many there are.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.leren import (
    AgendaPunt,
    AgendaSoort,
    AgendaVoorstel,
    BronSoort,
    Leerbeeld,
    Leerpunt,
    Niveau,
    Sessie,
    SessieStand,
    blijft_te_zien,
    casus_te_zien,
    mag_in_gesprek,
    open_punten,
)
from monitor.domain.meting import Reeks
from monitor.domain.rechten import Handeling, mag
from monitor.domain.trend import trend_of
from monitor.domain.verhaal import Verhaal, Verhouding
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.errors import NietGevonden
from monitor.nl import begin_of, format_datum, today_amsterdam
from monitor.services.levensloop import begin
from monitor.services.rechten import current
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.wijkgesprek import cijfer_zin, waarom_open
from monitor.store.database import Cursor, Database, Opslag
from monitor.store.lees_store import LeesStore
from monitor.store.sessie_store import SessieStore

MEESTE_CIJFERS, MEESTE_VERHALEN, MEESTE_SCHURING = 6, 12, 6
"""So many of each are proposed at once: what people choose from must fit on a table."""
_ERBIJ = "Dit cijfer kwam erbij sinds het gesprek van {dag}."
_BEWOOG = "Hier is over verandering iets te zeggen."
_BEWOOG_ERBIJ = "Dit cijfer kwam erbij sinds het gesprek van {dag}, en er is over verandering iets te zeggen."
_SCHUURT = "In dit verhaal klinkt iets anders dan in het cijfer."
_NOOIT = "Over dit verhaal is nog niet gepraat."


def leerbeeld(database: Opslag, gebruiker: Gebruiker, wijk: str) -> Leerbeeld:
    """All that this reader may read of the wijkgesprekken of a wijk."""
    wijk = normalize_code(wijk) or wijk
    gebruiker = current(database, gebruiker)
    with database.reading() as cursor:
        return _leerbeeld(cursor, gebruiker, wijk, today_amsterdam(database.now()))


def _leerbeeld(cursor: Cursor, gebruiker: Gebruiker, wijk: str, today: date) -> Leerbeeld:
    store, lezen = SessieStore(cursor), LeesStore(cursor)
    intern = mag(gebruiker, Handeling.WIJKGESPREK_VOORBEREIDEN, wijk)
    sessies = [it for it in store.sessies(wijk) if intern or it.stand is SessieStand.GESLOTEN]
    open_ = {it.id for it in sessies}
    every = [it for it in store.leerpunten(wijk) if it.sessie in open_]
    asked = {punt.verhaal for it in sessies for punt in it.agenda if punt.verhaal}
    asked |= {ref for it in every for ref in it.refs(BronSoort.VERHAAL)}
    verhalen = {it.id: it for it in lezen.leesbaar(gebruiker, today, ids=sorted(asked)) if blijft_te_zien(it, wijk)}
    # Where verhalen stand at the gemeente nobody outside is told whether there are a few here, or none.
    told = intern or lezen.stands_at(gebruiker, today, wijk)
    shown = [it for it in every if it.tekst and casus_te_zien(it, verhalen)]
    seen = {it.id for it in shown}
    afspraken = [it for it in store.afspraken(wijk) if it.tekst and it.sessie in open_]
    agreed = {it.id for it in afspraken}
    return Leerbeeld(
        wijk=wijk,
        sessies=tuple(replace(it, agenda=_visible(it.agenda, verhalen, seen, agreed)) for it in sessies),
        leerpunten=tuple(shown),
        afspraken=tuple(it if it.leerpunt in seen else replace(it, leerpunt=None) for it in afspraken),
        verhalen=verhalen,
        indicatoren=store.indicatornamen(),
        zaken=store.zaaknamen(),
        verborgen={it.id: _hidden(it, every, verhalen) for it in sessies} if told else {},
        bronnen_weg={it.id: _gone(it, verhalen, seen) for it in shown} if told else {},
    )


def _visible(
    agenda: Iterable[AgendaPunt], verhalen: Collection[str], leerpunten: Collection[str], afspraken: Collection[str]
) -> tuple[AgendaPunt, ...]:
    return tuple(
        it
        for it in agenda
        if (it.verhaal is None or it.verhaal in verhalen)
        and (it.leerpunt is None or it.leerpunt in leerpunten)
        and (it.afspraak is None or it.afspraak in afspraken)
    )


def _hidden(sessie: Sessie, leerpunten: Iterable[Leerpunt], verhalen: Collection[str]) -> int:
    """How many verhalen were spoken of in a sessie of which this reader sees nothing."""
    spoken = {punt.verhaal for punt in sessie.agenda if punt.verhaal}
    for it in leerpunten:
        if it.sessie == sessie.id and it.niveau is Niveau.CASUS:
            spoken.update(it.refs(BronSoort.VERHAAL))
    return len(spoken - set(verhalen))


def _gone(leerpunt: Leerpunt, verhalen: Collection[str], leerpunten: Collection[str]) -> int:
    return sum(
        (it.soort is BronSoort.VERHAAL and it.ref not in verhalen)
        or (it.soort is BronSoort.LEERPUNT and it.ref not in leerpunten)
        for it in leerpunt.bronnen
    )


# What there is to talk about


def voorstel(database: Database, gebruiker: Gebruiker, wijk: str) -> tuple[AgendaVoorstel, ...]:
    """What to talk about, proposed to who prepares: what is open, where it chafes, what moved, who was not heard yet.

    What lies on the table already is not proposed. Only verhalen that may be talked about here are.
    """
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN)
    beeld, today = leerbeeld(database, who, wijk), today_amsterdam(database.now())
    last = next((it for it in beeld.sessies if it.besproken), None)
    kaarten = _wijkbeeld(database, who, wijk)
    with database.reading() as cursor:
        here = [it for it in LeesStore(cursor).leesbaar(who, today, gebied=wijk) if it.gebied == wijk]
        nieuw = SessieStore(cursor).nieuwe_cijfers(wijk, begin_of(last.dag)) if last else set()
    verhalen = [it for it in here if mag_in_gesprek(it)]
    reeksen = _reeksen(kaarten)
    lies = [(it.soort, it.refs) for it in beeld.bezig.agenda] if beeld.bezig else []
    before = {(it.soort, it.refs) for sessie in beeld.sessies if sessie.besproken for it in sessie.agenda}
    schuring = [it for it in _schuring(reeksen, verhalen) if (it.soort, it.refs) not in before]
    twice = {it.verhaal for it in schuring} | {refs[1] for _, refs in lies}
    kinds = (
        (None, _open(beeld, today)),
        (MEESTE_SCHURING, schuring),
        (MEESTE_CIJFERS, _bewoog(reeksen, last, nieuw)),
        (MEESTE_VERHALEN, [it for it in _nooit_besproken(beeld, verhalen) if it.verhaal not in twice]),
    )
    return tuple(it for most, found in kinds for it in [it for it in found if (it.soort, it.refs) not in lies][:most])


def _wijkbeeld(database: Database, gebruiker: Gebruiker, wijk: str) -> Wijkbeeld | None:
    try:
        return wijkbeeld(database, wijk, gebruiker)
    except NietGevonden:
        return None


def _reeksen(beeld: Wijkbeeld | None) -> tuple[Reeks, ...]:
    return tuple(reeks for kaart in beeld.kaarten for reeks in kaart.reeksen) if beeld else ()


def _open(beeld: Leerbeeld, today: date) -> list[AgendaVoorstel]:
    dag = max(beeld.bezig.dag, today) if beeld.bezig else today
    points, agreed = open_punten(beeld.laatste, beeld.leerpunten, beeld.afspraken, dag)
    due = [(it, it.nu.terugkijken_op) for it in points]
    return [
        *(AgendaVoorstel(AgendaSoort.LEERPUNT, waarom_open(day, dag), leerpunt=it.id) for it, day in due),
        *(AgendaVoorstel(AgendaSoort.AFSPRAAK, waarom_open(it.voor, dag), afspraak=it.id) for it in agreed),
    ]


def _schuring(reeksen: Sequence[Reeks], verhalen: Sequence[Verhaal]) -> list[AgendaVoorstel]:
    cijfers = {it.indicator.code: it for it in reeksen}
    return [
        AgendaVoorstel(
            AgendaSoort.SCHURING,
            _SCHUURT,
            indicator=link.indicator,
            verhaal=verhaal.id,
            tekst=cijfer_zin(cijfers[link.indicator]),
        )
        for verhaal in verhalen
        for link in verhaal.koppelingen
        if link.verhouding is Verhouding.ZEGT_ANDERS and link.indicator in cijfers
    ]


def _bewoog(reeksen: Sequence[Reeks], last: Sessie | None, nieuw: Collection[str]) -> list[AgendaVoorstel]:
    """Figures of which a value came in since the last gesprek; before the first one those that moved."""
    found = []
    for reeks in reeksen:
        moved = trend_of(reeks).richting is not None
        came = reeks.indicator.code in nieuw
        if (came if last else moved) and reeks.metingen:
            why = (_BEWOOG_ERBIJ if moved else _ERBIJ).format(dag=format_datum(last.dag)) if last else _BEWOOG
            found.append(
                AgendaVoorstel(AgendaSoort.INDICATOR, why, indicator=reeks.indicator.code, tekst=cijfer_zin(reeks))
            )
    return found


def _nooit_besproken(beeld: Leerbeeld, verhalen: Sequence[Verhaal]) -> list[AgendaVoorstel]:
    talked = {punt.verhaal for it in beeld.sessies if it.besproken for punt in it.agenda}
    talked |= {ref for it in beeld.leerpunten for ref in it.refs(BronSoort.VERHAAL)}
    return [AgendaVoorstel(AgendaSoort.VERHAAL, _NOOIT, verhaal=it.id) for it in verhalen if it.id not in talked]


def verhalen_voor_gesprek(database: Database, gebruiker: Gebruiker, wijk: str) -> tuple[Verhaal, ...]:
    """The verhalen that may be talked about in a wijk, newest first: for who prepares or leads a gesprek there."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN)
    with database.reading() as cursor:
        found = LeesStore(cursor).leesbaar(who, today_amsterdam(database.now()), gebied=wijk)
    return tuple(it for it in found if it.gebied == wijk and mag_in_gesprek(it))
