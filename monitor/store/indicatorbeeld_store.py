"""What the page of one indicator reads: its versions, its way to here, and its metingen in a gemeente."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import Beinvloedbaar, Bezwaar, Draagvlak, IndicatorStatus, Rol, StemRol, Thema
from monitor.domain.indicatorbeeld import AdoptieRegel, Bijdrage, IndicatorVersie, StatusStap, VoorstelWoorden
from monitor.domain.kiezen import Herkenning
from monitor.domain.meting import Breuk, Gebeurtenis, Meting
from monitor.domain.wijk import ActiviteitStatus
from monitor.domain.wijkbeeld import BronRegel
from monitor.store.beeldrijen import (
    Kolommen,
    bezwaar_of,
    breuk_of,
    bron_of,
    draagvlak_of,
    gebeurtenis_of,
    indicator_of,
    meting_of,
)
from monitor.store.database import Database, load_sql
from monitor.store.lees_store import LeesStore, VerhalenBij


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
        rows = self._records("indicator_versies", {"indicator": indicator})
        if not rows:
            return None
        newest = rows[0]
        return Versies(
            versies=tuple(_versie(row) for row in rows),
            thema=Thema(newest["thema"], newest["thema_naam"], newest["thema_volgorde"], newest["thema_uitleg"]),
            noemer=newest["noemer_naam"],
        )

    def dossier(self, indicator: str) -> Dossier:
        """The steps of an indicator, where it holds, who supports it or objects, and what works on it."""
        found = self._records("indicator_dossier", {"indicator": indicator})
        rows = [(it["regel"], it["gebied"], it["gebied_naam"], json.loads(it["inhoud"])) for it in found]
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
        rows = self._records("indicator_metingen", asked)
        metingen: dict[tuple[str, str], list[Meting]] = {}
        bronnen: dict[str, dict[BronRegel, None]] = {}
        for row in rows:
            metingen.setdefault((row["indicator"], row["gebied"]), []).append(meting_of(row))
            if row["bron_naam"] and row["indicator"] == indicator:
                bronnen.setdefault(row["gebied"], {})[bron_of(row)] = None
        return Cijfers(
            metingen={key: tuple(found) for key, found in metingen.items()},
            bronnen={key: tuple(found) for key, found in bronnen.items()},
            voorbeeld=any(row["voorbeeld"] for row in rows),
        )

    def momenten(self, indicator: str, thema: str, gemeente: str) -> IndicatorMomenten:
        """Breaks of an indicator in a gemeente and its wijken, and what happened there under its thema."""
        rows = self._records("indicator_momenten", {"indicator": indicator, "thema": thema, "gemeente": gemeente})
        return IndicatorMomenten(
            breuken=tuple((it["gebied"], breuk_of(it)) for it in rows if it["regel"] == "breuk"),
            gebeurtenissen=tuple((it["gebied"], gebeurtenis_of(it)) for it in rows if it["regel"] == "gebeurtenis"),
        )

    def verhalen(self, gebruiker: Gebruiker, gebied: str, indicator: str, op: date) -> tuple[VerhalenBij, ...]:
        """What `gebruiker` may read about an indicator in `gebied` and the gebieden in it, one per gebied."""
        with self._database.reading() as cursor:
            return LeesStore(cursor).bij_cijfer(gebruiker, op, gebied, indicator)

    def _records(self, name: str, parameters: dict[str, Any]) -> list[Kolommen]:
        with self._database.reading() as cursor:
            return cursor.records(load_sql(name), parameters)


def _versie(row: Kolommen) -> IndicatorVersie:
    return IndicatorVersie(
        indicator=indicator_of(row, rol=Rol.CONTEXT, status=IndicatorStatus.VOORSTEL),
        geldig_van=row["geldig_van"],
        reden=row["reden"],
        beinvloedbaar=Beinvloedbaar(row["beinvloedbaar"]) if row["beinvloedbaar"] else None,
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
    status = ActiviteitStatus(it["status"])
    return Bijdrage(it["naam"], gebied, naam, status, initiatief=it["initiatief"], les=it["les"])
