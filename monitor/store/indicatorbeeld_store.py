"""What the page of one indicator reads: its versions, its way to here, and its metingen in a gemeente."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import (
    Beinvloedbaar,
    Bewijssoort,
    Bezwaar,
    Draagvlak,
    Indicator,
    IndicatorSoort,
    IndicatorStatus,
    Richting,
    Rol,
    StemRol,
    Thema,
)
from monitor.domain.indicatorbeeld import AdoptieRegel, Bijdrage, IndicatorVersie, StatusStap, VoorstelWoorden
from monitor.domain.kiezen import Herkenning
from monitor.domain.meting import Breuk, BreukSoort, Gebeurtenis, Meting, MetingStatus, OntbreektReden
from monitor.domain.wijk import ActiviteitStatus
from monitor.domain.wijkbeeld import BronRegel
from monitor.store.database import Database, load_sql
from monitor.store.lees_store import LeesStore, VerhalenBij
from monitor.store.wijkbeeld_store import bezwaar_of, draagvlak_of


@dataclass(frozen=True, slots=True)
class Versies:
    """All versions of an indicator, newest first, with its thema and the name of its noemer."""

    versies: tuple[IndicatorVersie, ...]
    thema: Thema
    noemer: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """The way of an indicator in every gebied: each with the code and the name of the gebied it is about."""

    stappen: tuple[StatusStap, ...]
    adopties: tuple[AdoptieRegel, ...]
    draagvlak: tuple[tuple[str, str, Draagvlak], ...]
    bezwaren: tuple[tuple[str, str, Bezwaar], ...]
    bijdragen: tuple[Bijdrage, ...]
    woorden: tuple[tuple[str, str, VoorstelWoorden], ...]
    herkenning: tuple[tuple[str, str, Herkenning], ...]
    nulmeting: Mapping[str, str]
    """Period by gebied."""


@dataclass(frozen=True, slots=True)
class Cijfers:
    """Metingen by indicator and gebied, and the sources that each gebied's come from."""

    metingen: Mapping[tuple[str, str], tuple[Meting, ...]]
    bronnen: Mapping[str, tuple[BronRegel, ...]]
    """By gebied."""
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class IndicatorMomenten:
    """Breaks and events, each with the gebied where it was; None: everywhere."""

    breuken: tuple[tuple[str | None, Breuk], ...]
    gebeurtenissen: tuple[tuple[str, Gebeurtenis], ...]


class IndicatorbeeldStore:
    """Reads for the page of one indicator."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def versies(self, indicator: str) -> Versies | None:
        """All versions of an indicator; None when there is no such indicator."""
        rows = self._rows("indicator_versies", {"indicator": indicator})
        if not rows:
            return None
        newest = rows[0]
        return Versies(
            versies=tuple(_versie(row) for row in rows),
            thema=Thema(newest[7], newest[23], newest[24], newest[25]),
            noemer=newest[26],
        )

    def dossier(self, indicator: str) -> Dossier:
        """The steps of an indicator, where it holds, who supports it or objects, and what works on it."""
        found = self._rows("indicator_dossier", {"indicator": indicator})
        rows = [(row[0], row[1], row[2], json.loads(row[3])) for row in found]
        return Dossier(
            stappen=tuple(
                sorted((_stap(code, naam, it) for regel, code, naam, it in rows if regel == "stap"), key=_when)
            ),
            adopties=tuple(_adoptie(code, naam, it) for regel, code, naam, it in rows if regel == "adoptie"),
            draagvlak=tuple((code, naam, draagvlak_of(it)) for regel, code, naam, it in rows if regel == "draagvlak"),
            bezwaren=tuple((code, naam, bezwaar_of(it)) for regel, code, naam, it in rows if regel == "bezwaar"),
            bijdragen=tuple(_bijdrage(code, naam, it) for regel, code, naam, it in rows if regel == "bijdrage"),
            woorden=tuple((code, naam, _woorden(it)) for regel, code, naam, it in rows if regel == "woorden"),
            herkenning=tuple((code, naam, _herkenning(it)) for regel, code, naam, it in rows if regel == "herkenning"),
            nulmeting={code: it["periode"] for regel, code, _, it in rows if regel == "nulmeting"},
        )

    def cijfers(self, indicator: str, noemer: str | None, gemeente: str) -> Cijfers:
        """The metingen of an indicator and of its noemer, of a gemeente and each of its wijken."""
        asked = {"indicator": indicator, "noemer": noemer or indicator, "gemeente": gemeente}
        rows = self._rows("indicator_metingen", asked)
        metingen: dict[tuple[str, str], list[Meting]] = {}
        bronnen: dict[str, dict[BronRegel, None]] = {}
        for row in rows:
            metingen.setdefault((row[0], row[1]), []).append(_meting(row))
            if row[10] and row[0] == indicator:
                bronnen.setdefault(row[1], {})[BronRegel(*row[10:15])] = None
        return Cijfers(
            metingen={key: tuple(found) for key, found in metingen.items()},
            bronnen={key: tuple(found) for key, found in bronnen.items()},
            voorbeeld=any(row[15] for row in rows),
        )

    def momenten(self, indicator: str, thema: str, gemeente: str) -> IndicatorMomenten:
        """Breaks of an indicator in a gemeente and its wijken, and what happened there under its thema."""
        rows = self._rows("indicator_momenten", {"indicator": indicator, "thema": thema, "gemeente": gemeente})
        return IndicatorMomenten(
            breuken=tuple((row[1], Breuk(row[2], BreukSoort(row[3]), row[4])) for row in rows if row[0] == "breuk"),
            gebeurtenissen=tuple(
                (row[1], Gebeurtenis(row[2], row[4], row[3], row[5])) for row in rows if row[0] == "gebeurtenis"
            ),
        )

    def verhalen(self, gebruiker: Gebruiker, gebied: str, indicator: str, op: date) -> tuple[VerhalenBij, ...]:
        """What `gebruiker` may read about an indicator in `gebied` and the gebieden in it, one per gebied."""
        with self._database.reading() as cursor:
            return LeesStore(cursor).bij_cijfer(gebruiker, op, gebied, indicator)

    def _rows(self, name: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
        with self._database.reading() as cursor:
            return cursor.rows(load_sql(name), parameters)


def _versie(row: tuple[Any, ...]) -> IndicatorVersie:
    return IndicatorVersie(
        indicator=Indicator(
            code=row[0],
            naam=row[1],
            eenheid=row[2],
            decimalen=row[3],
            bewijssoort=Bewijssoort(row[4]),
            richting=Richting(row[5]),
            soort=IndicatorSoort(row[6]),
            thema=row[7],
            rol=Rol.CONTEXT,
            status=IndicatorStatus.VOORSTEL,
            landelijk=row[8],
            bron=row[9],
            versie=row[10],
            definitie=row[11],
            technische_definitie=row[12],
            populatie=row[13],
            zin=row[14],
            noemer=row[15],
            richting_uitleg=row[16],
            gemaakt_door=row[17],
            waarvoor=row[18],
            belasting=row[19],
        ),
        geldig_van=row[20],
        reden=row[21],
        beinvloedbaar=Beinvloedbaar(row[22]) if row[22] else None,
    )


def _stap(gebied: str | None, naam: str | None, it: dict[str, Any]) -> StatusStap:
    return StatusStap(IndicatorStatus(it["status"]), datetime.fromisoformat(it["op"]), it["reden"], gebied, naam)


def _when(stap: StatusStap) -> tuple[datetime, int]:
    """Steps of the same moment are told in the order in which one follows the other."""
    return stap.op, list(IndicatorStatus).index(stap.status)


def _woorden(it: dict[str, Any]) -> VoorstelWoorden:
    return VoorstelWoorden(StemRol(it["rol"]), it["tekst"])


def _herkenning(it: dict[str, Any]) -> Herkenning:
    op = date.fromisoformat(it["op"])
    return Herkenning(StemRol(it["rol"]), it["ja"], it["deels"], it["nee"], op, it["toelichting"])


def _adoptie(gebied: str, naam: str, it: dict[str, Any]) -> AdoptieRegel:
    tot = date.fromisoformat(it["tot"]) if it["tot"] else None
    return AdoptieRegel(gebied, naam, Rol(it["rol"]), date.fromisoformat(it["van"]), tot, it["reden"])


def _bijdrage(gebied: str, naam: str, it: dict[str, Any]) -> Bijdrage:
    return Bijdrage(it["naam"], gebied, naam, ActiviteitStatus(it["status"]) if it["status"] else None)


def _meting(row: tuple[Any, ...]) -> Meting:
    return Meting(
        periode=row[2],
        start=row[3],
        waarde=row[4],
        ontbreekt_reden=OntbreektReden(row[5]) if row[5] else None,
        ondergrens=row[6],
        bovengrens=row[7],
        n=row[8],
        status=MetingStatus(row[9]),
    )
