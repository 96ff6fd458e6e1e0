"""All that is read from the store for one stuk for the raad, as everybody may read it.

A stuk for the raad is public: nothing in it comes from what only some may read. What is made of it is in stukteksten.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.indicator import Rol, Thema
from monitor.domain.indicatorbeeld import Indicatorbeeld
from monitor.domain.kiezen import Keuzebeeld
from monitor.domain.leesronde import Rondebeeld
from monitor.domain.leren import Leerbeeld
from monitor.domain.meting import Reeks
from monitor.domain.raad import Raadsbesluit
from monitor.domain.raadsstuk import KeuzeSoort, OnderdeelSoort, Raadsstuk, StukSoort
from monitor.domain.verhaal import Perspectief, Verhaal
from monitor.domain.wijkbeeld import ThemaKaart, Wijkbeeld
from monitor.domain.wijkplan import Planbeeld
from monitor.nl import opsomming, today_amsterdam
from monitor.services.citaten import citaten_in
from monitor.services.indicatorbeeld import indicatorbeelden
from monitor.services.kiezen import keuzebeeld
from monitor.services.leerbeeld import leerbeeld
from monitor.services.leesrondes import rondebeeld, rondes
from monitor.services.lezen import ongehoord
from monitor.services.raad import raadsbesluiten
from monitor.services.stukparticipatie import Bijeenkomst, bijeenkomsten
from monitor.services.stukzinnen import Gebiedsnaam
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.wijkplannen import planbeeld
from monitor.services.woorden import PERSPECTIEF_MEER
from monitor.services.zinnen import has_value
from monitor.store.database import Opslag
from monitor.store.lees_store import LeesStore
from monitor.store.wijkbeeld_store import WijkbeeldStore


@dataclass(frozen=True, slots=True)
class Stukwijk:
    """What is read of one wijk."""

    plaats: Gebiedsnaam
    beeld: Wijkbeeld
    leer: Leerbeeld
    plannen: Planbeeld
    rondes: tuple[Rondebeeld, ...]
    samen: tuple[Bijeenkomst, ...]
    keuze: Keuzebeeld
    niet_gehoord: str | None
    """Who did not tell, in words."""

    def kaarten(self, themas: frozenset[str]) -> list[ThemaKaart]:
        """Its themas among these codes; none asks for all."""
        return [it for it in self.beeld.kaarten if not themas or it.thema.code in themas]

    def themas(self, themas: frozenset[str]) -> list[Thema]:
        """The same themas, and those of these codes of which nothing is known here; none asks for those with a card."""
        return [it.thema for it in self.kaarten(themas)] + [it for it in self.beeld.lege_themas if it.code in themas]

    def zaken(self, themas: frozenset[str]) -> frozenset[str]:
        """Codes and ids of the figures, activiteiten and initiatieven of these themas."""
        cards = self.kaarten(themas)
        return frozenset(
            (
                *(it.indicator.code for it in self.keuze.indicatoren if it.indicator.thema in themas),
                *(it.id for kaart in cards for it in kaart.activiteiten),
                *(it.id for kaart in cards for it in kaart.initiatieven),
            )
        )


@dataclass(frozen=True, slots=True)
class Stukgegevens:
    """What the store holds for a stuk on one day."""

    gemeente: Gebiedsnaam
    wijken: tuple[Stukwijk, ...]
    beelden: Mapping[tuple[str, str], Indicatorbeeld]
    """By indicator and gebied, in the order of the stuk. One that the store does not know (any more), or may not show
    there, is not in it."""
    openbaar: tuple[Verhaal, ...]
    """Every verhaal of the gemeente that everybody may read."""
    geciteerd: tuple[Verhaal, ...]
    """Those of the stuk whose citaat may still be used."""
    besluiten: Mapping[str, Raadsbesluit]
    """What the raad decided before and the stuk names, by id."""
    vandaag: date

    def wijk(self, code: str) -> Stukwijk | None:
        """The wijk with this code."""
        return next((it for it in self.wijken if it.plaats.code == code), None)


def lees_stukgegevens(database: Opslag, stuk: Raadsstuk) -> Stukgegevens:
    """All that a stuk needs, as it stood at one moment. What was chosen and is gone is not in it."""
    with database.snapshot() as still:
        return _gegevens(still, stuk)


def _gegevens(database: Opslag, stuk: Raadsstuk) -> Stukgegevens:
    wijken = tuple(_wijk(database, code) for code in _codes(stuk))
    beelden = indicatorbeelden(database, _asked(stuk, wijken))
    today = today_amsterdam(database.now())
    with database.reading() as cursor:
        public = LeesStore(cursor).leesbaar(BEZOEKER, today, gebied=stuk.gemeente)
        quoted = citaten_in(cursor, today, ids=stuk.citaten)
    return Stukgegevens(
        gemeente=_gemeente(database, stuk.gemeente),
        wijken=wijken,
        beelden={key: it for key, it in beelden.items() if it.reeks is not None},
        openbaar=public,
        geciteerd=quoted,
        besluiten=_besluiten(database, stuk),
        vandaag=today,
    )


def _codes(stuk: Raadsstuk) -> tuple[str, ...]:
    """The wijken of a stuk: those that were chosen, and those of its figures."""
    counted = (it for _, it in stuk.indicatoren if it.startswith("WK"))
    return tuple(dict.fromkeys((*stuk.gekozen(KeuzeSoort.WIJK), *counted)))


def _asked(stuk: Raadsstuk, wijken: Sequence[Stukwijk]) -> tuple[tuple[str, str], ...]:
    """The figures of a stuk. A wijkbeeld for which none was chosen has the headline of each thema that was chosen."""
    if stuk.indicatoren or stuk.soort is not StukSoort.WIJKBEELD:
        return stuk.indicatoren
    return tuple(
        (reeks.indicator.code, it.plaats.code)
        for it in wijken
        for kaart in it.kaarten(frozenset(stuk.gekozen(KeuzeSoort.THEMA)))
        for reeks in _headline(kaart)
    )


def _headline(kaart: ThemaKaart) -> list[Reeks]:
    """What the wijk watches of a thema; where it watches nothing the first figure with a value."""
    watched = [it for it in kaart.reeksen if it.indicator.rol is Rol.KERN]
    return watched or [it for it in kaart.reeksen if has_value(it)][:1]


def _wijk(database: Opslag, code: str) -> Stukwijk:
    beeld = wijkbeeld(database, code)
    plaats = Gebiedsnaam(beeld.wijk.code, beeld.wijk.naam)
    here = rondes(database, BEZOEKER, plaats.code)
    read = tuple(rondebeeld(database, BEZOEKER, plaats.code, it.id) for it in reversed(here.rondes))
    leer = leerbeeld(database, BEZOEKER, plaats.code)
    return Stukwijk(
        plaats=plaats,
        beeld=beeld,
        leer=leer,
        plannen=planbeeld(database, BEZOEKER, plaats.code),
        rondes=read,
        samen=bijeenkomsten(plaats, leer, read),
        keuze=keuzebeeld(database, plaats.code),
        niet_gehoord=_niet_gehoord(database, beeld),
    )


def _niet_gehoord(database: Opslag, beeld: Wijkbeeld) -> str | None:
    """Who did not tell, in words; of few verhalen it could be guessed who did."""
    if beeld.verhalen_op_gemeente:
        return None
    missing = ongehoord(database, beeld.wijk.code)
    groups = [PERSPECTIEF_MEER[it] for it in missing.perspectieven if it is not Perspectief.RAADSLID]
    return opsomming([*groups, *([missing.leeftijden] if missing.leeftijden else [])]) or None


def _gemeente(database: Opslag, code: str) -> Gebiedsnaam:
    found = next((it for it in WijkbeeldStore(database).gemeenten() if it.code == code), None)
    return Gebiedsnaam(code, found.naam if found else code)


def _besluiten(database: Opslag, stuk: Raadsstuk) -> dict[str, Raadsbesluit]:
    asked = {it.stand.raadsbesluit for it in stuk.van(OnderdeelSoort.EERDER)}
    return {it.id: it for it in raadsbesluiten(database, stuk.gemeente) if it.id in asked} if asked - {None} else {}
