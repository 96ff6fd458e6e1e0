"""What stands in the way across the wijken of a gemeente, for everybody; and what was learned, to share with others.

Only what a closed wijkgesprek wrote down. A casus is never in it: what is told here rests on more than one verhaal.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.bottleneck import Bottleneck, Bottleneckbeeld, Geregeld, WijkGeregeld, in_volgorde
from monitor.domain.gebied import Gebied
from monitor.domain.leren import Afspraak, BronSoort, Leerpunt, Niveau
from monitor.domain.wijk import Activiteit, ActiviteitStatus
from monitor.nl import hoofdletter
from monitor.services import woorden
from monitor.services.uitvoer import format_value
from monitor.services.wijkbeeld import gemeentebeeld
from monitor.store.database import Cursor, Database
from monitor.store.sessie_store import SessieStore
from monitor.store.wijkbeeld_store import WijkbeeldStore, Wijkzaken

LESKOLOMMEN = ("dag", "waar", "soort", "onderwerp", "stand", "wat", "geprobeerd")
_LES = "Les van een activiteit"
_LOOPT = (ActiviteitStatus.LOOPT, ActiviteitStatus.PROEF)


@dataclass(frozen=True, slots=True)
class Leskaart:
    """Something that was learned, without any verhaal: to share with other gemeenten."""

    gebied: Gebied
    soort: Niveau | None
    """None: the lesson of an activiteit."""
    onderwerp: str | None
    """Which activiteit it was."""
    stand: str
    """How it stands now, in words."""
    tekst: str
    geprobeerd: str | None
    dag: date


def bottleneckbeeld(database: Database, gemeente: str) -> Bottleneckbeeld:
    """What stands in the way in the wijken of a gemeente. Raises NietGevonden when the store does not know it."""
    beeld = gemeentebeeld(database, gemeente)
    wijken = {regel.wijk.code: regel.wijk for regel in beeld.regels}
    store = WijkbeeldStore(database)
    zaken = {code: store.wijkzaken(code, beeld.gemeente.code) for code in wijken}
    overal = store.wijkzaken(beeld.gemeente.code, beeld.gemeente.code)
    themas = {it.code: it.naam for it in store.themas()}
    with database.reading() as cursor:
        points, agreed = _gesloten(cursor, wijken), _afgesproken(cursor)
    patronen = {it.id: it.tekst for it in points if it.niveau is Niveau.PATROON and it.tekst}
    punten = [
        Bottleneck(
            leerpunt=it,
            wijk=wijken[it.gebied],
            patronen=tuple(tekst for id_, tekst in patronen.items() if id_ in it.refs(BronSoort.LEERPUNT)),
            afspraken=agreed.get(it.id, ()),
        )
        for it in points
        if it.niveau is Niveau.BOTTLENECK
    ]
    return Bottleneckbeeld(
        gemeente=beeld.gemeente,
        wijken=len(wijken),
        punten=in_volgorde(punten),
        geregeld=tuple(_geregeld(themas, overal, [(wijken[code], it) for code, it in zaken.items()])),
        voorbeeld=beeld.voorbeeld,
    )


def _gesloten(cursor: Cursor, wijken: Mapping[str, Gebied]) -> list[Leerpunt]:
    """What was learned in these wijken and not told of one verhaal, in gesprekken that were closed."""
    store = SessieStore(cursor)
    closed = store.gesloten()
    learned = [it for it in store.leerpunten() if it.gebied in wijken and it.sessie in closed]
    return [it for it in learned if it.tekst and it.niveau is not Niveau.CASUS]


def _afgesproken(cursor: Cursor) -> dict[str, tuple[Afspraak, ...]]:
    """What was agreed about leerpunten in gesprekken that were closed, oldest first, by the id of the leerpunt."""
    store = SessieStore(cursor)
    closed = store.gesloten()
    found: dict[str, tuple[Afspraak, ...]] = {}
    for it in reversed(store.afspraken()):
        if it.leerpunt and it.tekst and it.sessie in closed:
            found[it.leerpunt] = (*found.get(it.leerpunt, ()), it)
    return found


def _geregeld(
    themas: Mapping[str, str], overal: Wijkzaken, wijken: Sequence[tuple[Gebied, Wijkzaken]]
) -> Iterable[Geregeld]:
    for code, naam in themas.items():
        everywhere = _namen(overal, code)
        here = [WijkGeregeld(wijk, names) for wijk, zaken in wijken if (names := _namen(zaken, code))]
        if everywhere or here:
            yield Geregeld(naam, everywhere, tuple(sorted(here, key=lambda it: it.wijk.naam)))


def _namen(zaken: Wijkzaken, thema: str) -> tuple[str, ...]:
    """What runs now about a thema: of residents and of organisations alike."""
    running = [it.naam for it in zaken.activiteiten if it.thema == thema and it.status in _LOOPT]
    return tuple(sorted((*running, *(it.naam for it in zaken.initiatieven if it.thema == thema))))


# To share


def leskaarten(database: Database, gemeente: str) -> tuple[Leskaart, ...]:
    """What was learned in a gemeente, without any verhaal, the newest first."""
    beeld = gemeentebeeld(database, gemeente)
    wijken = {regel.wijk.code: regel.wijk for regel in beeld.regels}
    store = WijkbeeldStore(database)
    places = (beeld.gemeente, *wijken.values())
    lessons = [
        _les(place, it)
        for place in places
        for it in store.wijkzaken(place.code, beeld.gemeente.code).activiteiten
        if it.les
    ]
    with database.reading() as cursor:
        lessons += [_geleerd(wijken[it.gebied], it) for it in _gesloten(cursor, wijken)]
    return tuple(sorted(lessons, key=lambda it: (it.dag, it.tekst), reverse=True))


def _les(place: Gebied, activiteit: Activiteit) -> Leskaart:
    dag = activiteit.les_op or activiteit.geeindigd_op or activiteit.begonnen_op
    stand = woorden.ACTIVITEIT_STATUS[activiteit.status]
    return Leskaart(place, None, activiteit.naam, stand, activiteit.les or "", None, dag)


def _geleerd(place: Gebied, point: Leerpunt) -> Leskaart:
    tried = " ".join(it.geprobeerd for it in point.regels if it.geprobeerd)
    stand = woorden.LEERPUNT_STAND[point.stand]
    return Leskaart(place, point.niveau, None, stand, point.tekst or "", tried or None, point.regels[0].dag)


def les_soort(it: Leskaart) -> str:
    """What kind of lesson it is, in words that begin a line."""
    return hoofdletter(woorden.NIVEAU[it.soort]) if it.soort else _LES


def leskaarten_csv(database: Database, gemeente: str, *, voor_excel: bool = False) -> bytes:
    """The lesson cards of a gemeente as a file, for a program or a Dutch spreadsheet."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";" if voor_excel else ",", lineterminator="\r\n")
    writer.writerow(LESKOLOMMEN)
    for it in leskaarten(database, gemeente):
        cells = (it.dag, it.gebied.naam, les_soort(it), it.onderwerp, it.stand, it.tekst, it.geprobeerd)
        writer.writerow([format_value(cell, decimal_comma=voor_excel) for cell in cells])
    return file.getvalue().encode("utf-8-sig" if voor_excel else "utf-8")
