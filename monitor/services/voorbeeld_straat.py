"""What the example tells of going into the wijk together, and of what its raad decided."""

from pathlib import Path
from typing import Any

from monitor.domain.indicator import StemRol
from monitor.domain.proef import proefrol
from monitor.domain.raad import BeslispuntBron, BeslispuntSoort, BeslispuntUitkomst
from monitor.domain.straat import BezoekStand, BezoekVorm
from monitor.services.invoerrijen import InvoerRij, read_rijen
from monitor.services.voorbeeld_sleutels import id_of
from monitor.services.voorbeeld_tijden import evening
from monitor.store.database import Cursor, Database
from monitor.store.raad_store import RaadStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.straat_store import StraatStore

BEZOEKEN, BESLUITEN = "wijkbezoeken.jsonl", "raadsbesluiten.jsonl"
_RAADSLID = proefrol("proef:raadslid").gebruiker.id
_BEGELEIDER = proefrol("proef:begeleider").gebruiker.id
_BELEID = proefrol("proef:beleidsmedewerker").gebruiker.id


def write_straat(database: Database, folder: Path, door: str) -> None:
    """Put the wijkbezoeken of the example in the store, and what its raad decided."""
    bezoeken = read_rijen(folder / BEZOEKEN, _bezoek)
    besluiten = read_rijen(folder / BESLUITEN, _besluit)
    with database.writing() as cursor:
        for bezoek in bezoeken:
            _write_bezoek(cursor, *bezoek)
        for row, punten in besluiten:
            RaadStore(cursor).add_besluit(row, punten)
        insert_logboek(
            cursor,
            [logboek_rij(database.now(), door, "toegevoegd", it, "voorbeeld") for it in ("wijkbezoek", "raadsbesluit")],
        )


def _write_bezoek(
    cursor: Cursor,
    row: dict[str, Any],
    stappen: list[dict[str, Any]],
    deelnemers: list[dict[str, Any]],
    verhalen: list[dict[str, Any]],
) -> None:
    store = StraatStore(cursor)
    store.add_bezoek(row, stappen[0])
    for stap in stappen[1:]:
        store.add_stap(stap)
    store.replace_deelnemers(row["id"], deelnemers)
    store.add_verhalen(verhalen)


def _bezoek(
    rij: InvoerRij,
) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    id_ = id_of("wijkbezoek", rij.tekst("sleutel"))
    stappen = [_stap(id_, nummer, it) for nummer, it in enumerate(rij.rijen("stappen"), start=1)]
    row = {
        "id": id_,
        "gebied": rij.tekst("gebied"),
        "vorm": rij.keuze("vorm", BezoekVorm).value,
        "waar": rij.tekst("waar"),
        "vraag": rij.tekst_of_niets("vraag"),
        "gemaakt_door": _RAADSLID,
        "gemaakt_op": stappen[0]["op"],
        "weggehaald_op": None,
    }
    counted = [(it.keuze("rol", StemRol).value, it.heel("aantal")) for it in rij.rijen("deelnemers")]
    deelnemers = [
        {"id": id_of("meegegaan", id_, rol), "wijkbezoek": id_, "rol": rol, "aantal": aantal} for rol, aantal in counted
    ]
    verhalen = [
        {
            "id": id_of("verteld", id_, key),
            "wijkbezoek": id_,
            "verhaal": id_of("verhaal", key),
            "door": _BEGELEIDER,
            "op": stappen[-1]["op"],
        }
        for key in rij.lijst("verhalen")
    ]
    return row, stappen, deelnemers, verhalen


def _stap(bezoek: str, nummer: int, rij: InvoerRij) -> dict[str, Any]:
    return {
        "id": id_of("wijkbezoekstap", bezoek, str(nummer)),
        "wijkbezoek": bezoek,
        "nummer": nummer,
        "stand": rij.keuze("stand", BezoekStand).value,
        "dag": rij.dag("dag"),
        "gezien": rij.tekst_of_niets("gezien"),
        "reden": rij.tekst_of_niets("reden"),
        "door": _RAADSLID,
        "op": evening(rij.dag("dag")),
        "weggehaald_op": None,
    }


def _besluit(rij: InvoerRij) -> tuple[dict[str, Any], list[tuple[dict[str, Any], list[tuple[str, BeslispuntBron]]]]]:
    id_ = id_of("raadsbesluit", rij.tekst("sleutel"))
    row = {
        "id": id_,
        "gebied": rij.tekst("gebied"),
        "titel": rij.tekst("titel"),
        "besloten_op": rij.dag("dag"),
        "gemaakt_door": _BELEID,
        "gemaakt_op": evening(rij.dag("dag")),
        "weggehaald_op": None,
    }
    return row, [_punt(id_, nummer, it) for nummer, it in enumerate(rij.rijen("punten"), start=1)]


def _punt(besluit: str, nummer: int, rij: InvoerRij) -> tuple[dict[str, Any], list[tuple[str, BeslispuntBron]]]:
    id_ = id_of("beslispunt", besluit, str(nummer))
    bronnen = [BeslispuntBron(BeslispuntSoort.LEERPUNT, id_of("leerpunt", key)) for key in rij.lijst("leerpunten")]
    bronnen += [BeslispuntBron(BeslispuntSoort.INDICATOR, code) for code in rij.lijst("indicatoren")]
    bronnen += [BeslispuntBron(BeslispuntSoort.WIJKPLAN, id_of("wijkplan", key)) for key in rij.lijst("wijkplannen")]
    row = {
        "id": id_,
        "raadsbesluit": besluit,
        "nummer": nummer,
        "tekst": rij.tekst("tekst"),
        "uitkomst": rij.keuze("uitkomst", BeslispuntUitkomst).value,
        "weggehaald_op": None,
    }
    return row, [(id_of("over", id_, it.ref), it) for it in bronnen]
