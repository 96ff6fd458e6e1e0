"""The wijkplannen of the example: how makers and college wrote them, and how people looked back on them."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from monitor.domain.indicator import StemRol
from monitor.domain.leren import BronSoort
from monitor.domain.proef import proefrol
from monitor.domain.wijkplan import (
    AanvraagOordeel,
    Opsteller,
    PlanBron,
    PlanDeel,
    Planregel,
    PlanregelSoort,
    PlanregelStand,
    PlanSectie,
    PlanStand,
    PlanStap,
    PlanVersie,
    Wijkplan,
    terugblik_problemen,
    versie_problemen,
)
from monitor.services.invoer import raise_problems
from monitor.services.invoerrijen import InvoerRij, read_rijen
from monitor.services.voorbeeld_sleutels import id_of
from monitor.services.voorbeeld_tijden import evening
from monitor.store.database import Cursor, Database
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.wijkplan_store import WijkplanStore

BESTAND = "wijkplannen.jsonl"
_DOOR = {
    Opsteller.MAKERS: proefrol("proef:begeleider").gebruiker.id,
    Opsteller.COLLEGE: proefrol("proef:beleidsmedewerker").gebruiker.id,
}
_BEGELEIDER = _DOOR[Opsteller.MAKERS]
_LIJSTEN = {
    "leerpunten": (BronSoort.LEERPUNT, "leerpunt"),
    "activiteiten": (BronSoort.ACTIVITEIT, "activiteit"),
    "initiatieven": (BronSoort.INITIATIEF, "initiatief"),
}
"""Lists of keys in the file: what they are, and what their ids are made with. An indicator has its code."""


def write_wijkplannen(database: Database, folder: Path, door: str) -> None:
    """Put the wijkplannen of the example in the store."""
    plannen = read_rijen(folder / BESTAND, _checked)
    with database.writing() as cursor:
        for rij in plannen:
            _write(cursor, rij)
        insert_logboek(cursor, [logboek_rij(database.now(), door, "toegevoegd", "wijkplan", "voorbeeld")])


# What is asked of a plan that people type is asked of this one


def _checked(rij: InvoerRij) -> InvoerRij:
    """A plan, when the college says why it writes something else, and residents look back on every mijlpaal."""
    start = PlanStap("", 1, PlanStand.LOOPT, None, rij.rijen("standen")[0].dag("dag"))
    versies: list[PlanVersie] = []
    problemen = []
    for nummer, it in enumerate(rij.rijen("versies"), start=1):
        opsteller = it.keuze("opsteller", Opsteller)
        delen = {
            deel.keuze("sectie", PlanSectie): (deel.tekst("tekst"), deel.tekst_of_niets("waarom"))
            for deel in it.rijen("delen")
        }
        before = Wijkplan("", "", None, (start,), versies=tuple(versies))
        problemen += versie_problemen(before, opsteller, delen, _people(it.rijen("makers")))
        words = tuple(PlanDeel("", sectie, tekst) for sectie, (tekst, _) in delen.items())
        versies.append(PlanVersie("", nummer, opsteller, it.dag("dag"), delen=words))
    for it in rij.rijen("regels"):
        soort = it.keuze("soort", PlanregelSoort)
        regel = Planregel("", soort, it.tekst("wat"), None, it.dag_of_niets("dag"), None, it.dag("op"))
        for blik in it.rijen("terugblikken"):
            problemen += terugblik_problemen(regel, _people(blik.rijen("deelnemers")))
    raise_problems(problemen)
    return rij


def _people(rijen: Iterable[InvoerRij]) -> list[tuple[StemRol, int]]:
    return [(it.keuze("rol", StemRol), it.heel("aantal")) for it in rijen]


# Writing


def _write(cursor: Cursor, rij: InvoerRij) -> None:
    store, id_ = WijkplanStore(cursor), id_of("wijkplan", rij.tekst("sleutel"))
    standen = rij.rijen("standen")
    made = {"gemaakt_door": _BEGELEIDER, "gemaakt_op": evening(standen[0].dag("dag")), "weggehaald_op": None}
    store.add_plan({"id": id_, "gebied": rij.tekst("gebied"), "naam": rij.tekst("naam"), **made})
    for nummer, it in enumerate(standen, start=1):
        said = {"stand": it.keuze("stand", PlanStand).value, "geleerd": it.tekst_of_niets("geleerd")}
        store.add_stap({**_appended("wijkplanstand", id_, nummer, it), "wijkplan": id_, **said})
    for nummer, it in enumerate(rij.rijen("kwesties"), start=1):
        said = {"kwestie": it.tekst("kwestie"), "waarom": it.tekst_of_niets("waarom")}
        store.add_kwestie({**_appended("wijkplankwestie", id_, nummer, it), "wijkplan": id_, **said})
    for nummer, it in enumerate(rij.rijen("versies"), start=1):
        _write_versie(store, id_, nummer, it)
    for nummer, it in enumerate(rij.rijen("regels"), start=1):
        _write_regel(store, id_, nummer, it)
    for nummer, it in enumerate(rij.rijen("aanvragen"), start=1):
        _write_aanvraag(store, id_, nummer, it)
    for bron in _bronnen(rij):
        store.add_bron(id_of("wijkplanbron", id_, bron.ref), id_, bron)


def _bronnen(rij: InvoerRij) -> list[PlanBron]:
    named = [PlanBron(soort, id_of(what, key)) for name, (soort, what) in _LIJSTEN.items() for key in rij.lijst(name)]
    return named + [PlanBron(BronSoort.INDICATOR, code) for code in rij.lijst("indicatoren")]


def _write_versie(store: WijkplanStore, plan: str, nummer: int, rij: InvoerRij) -> None:
    opsteller = rij.keuze("opsteller", Opsteller)
    row = {**_appended("wijkplanversie", plan, nummer, rij), "wijkplan": plan, "opsteller": opsteller.value}
    row["door"], id_ = _DOOR[opsteller], str(row["id"])
    del row["weggehaald_op"]
    delen = [
        {
            "id": id_of("wijkplandeel", id_, it.tekst("sectie")),
            "versie": id_,
            "sectie": it.keuze("sectie", PlanSectie).value,
            "tekst": it.tekst("tekst"),
            "waarom": it.tekst_of_niets("waarom"),
            "weggehaald_op": None,
        }
        for it in rij.rijen("delen")
    ]
    store.add_versie(row, _counted("versie", id_, rij.rijen("makers")), delen)
    for place, it in enumerate(rij.rijen("afwijkingen"), start=1):
        said = {"rol": it.keuze("rol", StemRol).value, "tekst": it.tekst("tekst")}
        key = id_of("wijkplanafwijking", id_, str(place))
        store.add_afwijking({"id": key, "versie": id_, **said, "op": row["op"], "weggehaald_op": None})


def _write_regel(store: WijkplanStore, plan: str, nummer: int, rij: InvoerRij) -> None:
    row = _made("wijkplanregel", plan, nummer, rij)
    id_, soort = str(row["id"]), rij.keuze("soort", PlanregelSoort)
    store.add_regel({**row, "soort": soort.value, "dag": rij.dag_of_niets("dag")})
    for place, it in enumerate(rij.rijen("terugblikken"), start=1):
        said = {"stand": it.keuze("stand", PlanregelStand).value, "geleerd": it.tekst_of_niets("geleerd")}
        appended = _appended("wijkplanterugblik", id_, place, it)
        deelnemers = _counted("terugblik", str(appended["id"]), it.rijen("deelnemers"))
        store.add_terugblik({**appended, "regel": id_, **said}, deelnemers)


def _write_aanvraag(store: WijkplanStore, plan: str, nummer: int, rij: InvoerRij) -> None:
    row = _made("wijkplanaanvraag", plan, nummer, rij)
    store.add_aanvraag(row)
    for place, it in enumerate(rij.rijen("oordelen"), start=1):
        said = {"oordeel": it.keuze("oordeel", AanvraagOordeel).value, "want": it.tekst("want")}
        store.add_oordeel({**_appended("wijkplanoordeel", str(row["id"]), place, it), "aanvraag": row["id"], **said})


def _counted(of: str, id_: str, rijen: Iterable[InvoerRij]) -> list[Rij]:
    return [
        {"id": id_of("geteld", id_, rol.value), of: id_, "rol": rol.value, "aantal": aantal}
        for rol, aantal in _people(rijen)
    ]


def _appended(what: str, of: str, nummer: int, rij: InvoerRij) -> dict[str, Any]:
    """What every appended row has: its number, on which day, by whom and when that was written down."""
    dag = rij.dag("dag")
    row = {"id": id_of(what, of, str(nummer)), "nummer": nummer, "dag": dag}
    return {**row, "door": _BEGELEIDER, "op": evening(dag), "weggehaald_op": None}


def _made(what: str, plan: str, nummer: int, rij: InvoerRij) -> dict[str, Any]:
    """A line or an aanvraag, one minute after the one before, so that they keep their order."""
    said = {"wat": rij.tekst("wat"), "wie": rij.tekst_of_niets("wie"), "bedrag": rij.bedrag_of_niets("bedrag")}
    made = {"gemaakt_door": _BEGELEIDER, "gemaakt_op": evening(rij.dag("op")) + timedelta(minutes=nummer)}
    return {"id": id_of(what, plan, str(nummer)), "wijkplan": plan, **said, **made, "weggehaald_op": None}
