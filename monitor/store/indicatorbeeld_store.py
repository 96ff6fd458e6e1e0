"""What is read of some indicators at once: their versions, their way to here, and their metingen in a gemeente."""

import json
from collections.abc import Collection, Mapping
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
from monitor.store.database import Opslag, load_sql
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
    """Reads for the page of one indicator, and for a stuk with many."""

    def __init__(self, database: Opslag) -> None:
        self._database = database

    def versies(self, indicatoren: Collection[str]) -> dict[str, Versies]:
        """All versions of some indicators, by code; one that there is not is not in it."""
        rows = self._records("indicator_versies", {"indicatoren": list(indicatoren)})
        return {code: _versies(found) for code, found in _per_indicator(rows).items()}

    def dossiers(self, indicatoren: Collection[str]) -> dict[str, Dossier]:
        """The steps of each of these indicators, where it holds, who supports it or objects, and what works on it."""
        rows = _per_indicator(self._records("indicator_dossier", {"indicatoren": list(indicatoren)}))
        return {code: _dossier(rows.get(code, [])) for code in indicatoren}

    def cijfers(self, noemers: Mapping[str, str | None], gemeente: str) -> dict[str, Cijfers]:
        """The metingen of each of these indicators and of its noemer, of a gemeente and each of its wijken."""
        asked = sorted({code for pair in noemers.items() for code in pair if code})
        rows = _per_indicator(self._records("indicator_metingen", {"indicatoren": asked, "gemeente": gemeente}))
        return {
            code: _cijfers(rows.get(code, []), rows.get(noemer, []) if noemer and noemer != code else [])
            for code, noemer in noemers.items()
        }

    def momenten(self, themas: Mapping[str, str], gemeente: str) -> dict[str, IndicatorMomenten]:
        """Breaks of each of these indicators in a gemeente and its wijken, and what happened there under its thema."""
        asked = {"indicatoren": list(themas), "themas": sorted(set(themas.values())), "gemeente": gemeente}
        rows = self._records("indicator_momenten", asked)
        return {code: _momenten(rows, code, thema) for code, thema in themas.items()}

    def verhalen(self, gebruiker: Gebruiker, gebied: str, indicator: str, op: date) -> tuple[VerhalenBij, ...]:
        """What `gebruiker` may read about an indicator in `gebied` and the gebieden in it, one per gebied."""
        with self._database.reading() as cursor:
            return LeesStore(cursor).bij_cijfer(gebruiker, op, gebied, indicator)

    def _records(self, name: str, parameters: dict[str, Any]) -> list[Kolommen]:
        with self._database.reading() as cursor:
            return cursor.records(load_sql(name), parameters)


def _per_indicator(rows: list[Kolommen]) -> dict[str, list[Kolommen]]:
    found: dict[str, list[Kolommen]] = {}
    for row in rows:
        found.setdefault(row["indicator"], []).append(row)
    return found


def _versies(rows: list[Kolommen]) -> Versies:
    newest = rows[0]
    return Versies(
        versies=tuple(_versie(row) for row in rows),
        thema=Thema(newest["thema"], newest["thema_naam"], newest["thema_volgorde"], newest["thema_uitleg"]),
        noemer=newest["noemer_naam"],
    )


def _dossier(found: list[Kolommen]) -> Dossier:
    rows = [(it["regel"], it["gebied"], it["gebied_naam"], json.loads(it["inhoud"])) for it in found]
    return Dossier(
        stappen=tuple(sorted((_stap(code, naam, it) for regel, code, naam, it in rows if regel == "stap"), key=_when)),
        adopties=tuple(_adoptie(code, naam, it) for regel, code, naam, it in rows if regel == "adoptie"),
        draagvlak=tuple((code, naam, draagvlak_of(it)) for regel, code, naam, it in rows if regel == "draagvlak"),
        bezwaren=tuple((code, naam, bezwaar_of(it)) for regel, code, naam, it in rows if regel == "bezwaar"),
        bijdragen=tuple(_bijdrage(code, naam, it) for regel, code, naam, it in rows if regel == "bijdrage"),
        woorden=tuple((code, naam, _woorden(it)) for regel, code, naam, it in rows if regel == "woorden"),
        herkenning=tuple((code, naam, _herkenning(it)) for regel, code, naam, it in rows if regel == "herkenning"),
        nulmeting={code: it["periode"] for regel, code, _, it in rows if regel == "nulmeting"},
    )


def _cijfers(eigen: list[Kolommen], noemer: list[Kolommen]) -> Cijfers:
    """Of the rows of an indicator and those of its noemer; sources are those of the indicator itself."""
    metingen: dict[tuple[str, str], list[Meting]] = {}
    bronnen: dict[str, dict[BronRegel, None]] = {}
    for row in (*eigen, *noemer):
        metingen.setdefault((row["indicator"], row["gebied"]), []).append(meting_of(row))
    for row in eigen:
        if row["bron_naam"]:
            bronnen.setdefault(row["gebied"], {})[bron_of(row)] = None
    return Cijfers(
        metingen={key: tuple(found) for key, found in metingen.items()},
        bronnen={key: tuple(found) for key, found in bronnen.items()},
        voorbeeld=any(row["voorbeeld"] for row in (*eigen, *noemer)),
    )


def _momenten(rows: list[Kolommen], indicator: str, thema: str) -> IndicatorMomenten:
    breuken = (it for it in rows if it["regel"] == "breuk" and it["indicator"] in (None, indicator))
    gebeurtenissen = (it for it in rows if it["regel"] == "gebeurtenis" and it["thema"] == thema)
    return IndicatorMomenten(
        breuken=tuple((it["gebied"], breuk_of(it)) for it in breuken),
        gebeurtenissen=tuple((it["gebied"], gebeurtenis_of(it)) for it in gebeurtenissen),
    )


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
