"""Builders for tests of services, with keyword-only changes to something that is right."""

from dataclasses import replace
from datetime import date
from typing import Any

from monitor.domain.document import Document
from monitor.domain.gebruiker import opdracht_gebruiker
from monitor.domain.indicator import Bewijssoort, IndicatorSoort, Richting
from monitor.domain.raadsstuk import Raadsstuk
from monitor.domain.verhaal import Gebruik, Gevoel, Perspectief
from monitor.nl import today_amsterdam
from monitor.services.indicatoren import NieuweIndicator
from monitor.services.stukbouw import Tekenaar, build
from monitor.services.stukteksten import stukteksten
from monitor.services.verhalen import NieuwVerhaal
from monitor.store.database import Database

WIJK, ANDERE_WIJK = "WK990101", "WK990102"
CLI = opdracht_gebruiker("test")


def make_indicator(**changes: Any) -> NieuweIndicator:
    """An indicator as residents propose it."""
    base = NieuweIndicator(
        code="buren",
        naam="Mensen kennen hun buren",
        eenheid="%",
        bewijssoort=Bewijssoort.GEMETEN,
        richting=Richting.HOGER_IS_GUNSTIG,
        soort=IndicatorSoort.EFFECT,
        thema="ontmoeten",
        bron="eigen",
        reden="Daar gaat het ons om.",
        geldig_van=date(2020, 1, 1),
    )
    return replace(base, **changes)


def make_verhaal(**changes: Any) -> NieuwVerhaal:
    """A verhaal that may be read by everybody once somebody reviewed it."""
    base = NieuwVerhaal(
        titel="De bank bij de lift",
        tekst="Er stond een bank en toen nog een. Nu zit er altijd iemand.",
        gebied=WIJK,
        verteld_op=date(2025, 5, 14),
        themas=("ontmoeten",),
        perspectieven=(Perspectief.BEWONER,),
        gevoel=Gevoel.GOED,
        gebruik=(Gebruik.LEREN, Gebruik.OPENBAAR),
        opgetekend_door="Optekenaar een",
        akkoord_op=date(2025, 5, 20),
        citaat="Nu zit er altijd iemand.",
    )
    return replace(base, **changes)


GEBIEDEN = b"""{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"wijkcode": "WK990101",
"wijknaam": "Lindekwartier", "gemeentecode": "GM9901", "gemeentenaam": "Veldermeer"}, "geometry": {"type": "Polygon",
"coordinates": [[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.1], [5.0, 52.0]]]}}]}"""
"""A file with the boundary of one wijk."""


def build_stuk(database: Database, stuk: Raadsstuk, teken: Tekenaar, *, kenmerk: str = "") -> Document:
    """The document of a stuk with what the store holds now, under a kenmerk."""
    teksten, today = stukteksten(database, stuk), today_amsterdam(database.now())
    return replace(build(stuk, teksten, teken, today, meld=lambda _: None), kenmerk=kenmerk)
