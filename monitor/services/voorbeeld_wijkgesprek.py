"""The wijkgesprekken of the example, held or prepared: what lay on the table, what was learned and what was agreed."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from monitor.domain.indicator import StemRol
from monitor.domain.leren import (
    AfspraakStand,
    AgendaSoort,
    BronSoort,
    Gremium,
    Leerpunt,
    LeerpuntBron,
    LeerpuntRegel,
    LeerpuntStand,
    Lezing,
    Niveau,
    SessieStand,
    SessieUitkomst,
    leerpunt_problemen,
    regel_problemen,
)
from monitor.domain.proef import proefrol
from monitor.services.invoer import raise_problems
from monitor.services.invoerrijen import InvoerRij, read_rijen
from monitor.services.leerpunten import regel_rij
from monitor.services.voorbeeld_sleutels import id_of
from monitor.services.voorbeeld_tijden import evening
from monitor.services.wijkgesprek import terugkoppeling_of
from monitor.store.database import Cursor, Database
from monitor.store.rijen import Rij, insert_into, insert_logboek, logboek_rij
from monitor.store.sessie_store import SessieStore

BESTAND = "wijkgesprekken.jsonl"
_VOORAF = timedelta(days=21)
"""So long before its day people began to prepare a gesprek."""
_DOOR = proefrol("proef:begeleider").gebruiker.id
_LIJSTEN = {
    "verhalen": (BronSoort.VERHAAL, "verhaal"),
    "punten": (BronSoort.LEERPUNT, "leerpunt"),
    "activiteiten": (BronSoort.ACTIVITEIT, "activiteit"),
    "initiatieven": (BronSoort.INITIATIEF, "initiatief"),
    "signalen": (BronSoort.SIGNAAL, "signaal"),
}
"""Lists of keys in the file: what they are, and what their ids are made with. An indicator has its code."""


def write_wijkgesprekken(database: Database, folder: Path, door: str) -> None:
    """Put the wijkgesprekken of the example in the store, and what the tellers read of them."""
    known: dict[str, Leerpunt] = {}
    rijen = read_rijen(folder / BESTAND, lambda rij: _checked(rij, known))
    with database.writing() as cursor:
        for rij, leerpunten in rijen:
            _write(cursor, rij, leerpunten)
        insert_logboek(cursor, [logboek_rij(database.now(), door, "toegevoegd", "sessie", "voorbeeld")])


def _checked(rij: InvoerRij, known: dict[str, Leerpunt]) -> tuple[InvoerRij, list[Leerpunt]]:
    """A gesprek with its leerpunten, when each rests on enough (rule 14); `known` are those of before."""
    made = []
    for it in rij.rijen("leerpunten"):
        point = _leerpunt(rij, it)
        problemen = leerpunt_problemen(point.niveau, point.bronnen, known, samengesteld=point.samengesteld)
        raise_problems([*problemen, *(melding for regel in point.regels for melding in regel_problemen(regel))])
        known[point.id] = point
        made.append(point)
    return rij, made


def _leerpunt(sessie: InvoerRij, rij: InvoerRij) -> Leerpunt:
    id_ = id_of("leerpunt", rij.tekst("sleutel"))
    bronnen = [
        LeerpuntBron(soort, id_of(what, key)) for name, (soort, what) in _LIJSTEN.items() for key in rij.lijst(name)
    ]
    bronnen += [LeerpuntBron(BronSoort.INDICATOR, code) for code in rij.lijst("indicatoren")]
    return Leerpunt(
        id=id_,
        gebied=sessie.tekst("gebied"),
        sessie=id_of("sessie", sessie.tekst("sleutel")),
        niveau=rij.keuze("niveau", Niveau),
        samengesteld=bool(rij.waarden.get("samengesteld")),
        vraag=rij.tekst_of_niets("vraag"),
        lezingen=tuple(
            Lezing(
                id_of("lezing", id_, str(place)),
                place,
                it.keuze_of_niets("rol", StemRol),
                it.tekst("tekst"),
                sessie.dag("dag"),
            )
            for place, it in enumerate(rij.rijen("lezingen"), start=1)
        ),
        bronnen=tuple(bronnen),
        regels=tuple(_regel(id_, place, it) for place, it in enumerate(rij.rijen("standen"), start=1)),
        op=sessie.dag("dag"),
    )


def _regel(leerpunt: str, nummer: int, rij: InvoerRij) -> LeerpuntRegel:
    return LeerpuntRegel(
        id=id_of("leerpuntstand", leerpunt, str(nummer)),
        nummer=nummer,
        stand=rij.keuze("stand", LeerpuntStand),
        dag=rij.dag("dag"),
        eigenaar=rij.tekst_of_niets("eigenaar"),
        gremium=rij.keuze_of_niets("gremium", Gremium),
        terugkijken_op=rij.dag_of_niets("terugkijken_op"),
        geprobeerd=rij.tekst_of_niets("geprobeerd"),
        reden=rij.tekst_of_niets("reden"),
    )


def _write(cursor: Cursor, rij: InvoerRij, leerpunten: list[Leerpunt]) -> None:
    store, id_, dag = SessieStore(cursor), id_of("sessie", rij.tekst("sleutel")), rij.dag_of_niets("dag")
    begun = evening(rij.dag("gepland")) - _VOORAF
    row: Rij = {"id": id_, "gebied": rij.tekst("gebied"), "titel": rij.tekst("titel"), **_gemaakt(begun)}
    store.add_sessie(row)
    if dag is None:
        store.add_stap(_stap(id_, 1, SessieStand.VOORBEREID, rij.dag("gepland"), begun))
    else:
        _write_held(cursor, rij, id_, dag, leerpunten)
    laid = _gemaakt(begun if dag is None else evening(dag))
    store.add_punten([{**_punt(id_, place, it), **laid} for place, it in enumerate(rij.rijen("agenda"), start=1)])


def _write_held(cursor: Cursor, rij: InvoerRij, sessie: str, dag: date, leerpunten: list[Leerpunt]) -> None:
    """What came of a gesprek that was held."""
    store = SessieStore(cursor)
    for place, point in enumerate(leerpunten):
        # One after another, so that they keep their order.
        _write_leerpunt(store, point, evening(dag) + timedelta(minutes=place))
    for place, it in enumerate(rij.rijen("afspraken")):
        _write_afspraak(store, sessie, it, evening(dag) + timedelta(minutes=60 + place))
    _write_stappen(store, sessie, rij, dag)
    _write_deelnemers(store, sessie, rij)
    _tell_tellers(cursor, rij, sessie, dag)


def _tell_tellers(cursor: Cursor, rij: InvoerRij, sessie: str, dag: date) -> None:
    talked = {it.tekst("verhaal") for it in rij.rijen("agenda") if it.tekst_of_niets("verhaal")}
    learned = {key for it in rij.rijen("leerpunten") for key in it.lijst("verhalen")}
    rows = [
        terugkoppeling_of(id_of("verhaal", key), dag, _DOOR, geleerd=key in learned, op_blad=key in talked)
        for key in sorted(talked | learned)
    ]
    insert_into(cursor, "terugkoppeling", [{**it, "id": id_of("besproken", sessie, it["verhaal"])} for it in rows])


def _write_stappen(store: SessieStore, sessie: str, rij: InvoerRij, dag: date) -> None:
    steps = (
        (SessieStand.VOORBEREID, rij.dag("gepland"), None),
        (SessieStand.GEHOUDEN, dag, None),
        (SessieStand.GESLOTEN, dag, rij.keuze("uitkomst", SessieUitkomst)),
    )
    for nummer, (stand, on, uitkomst) in enumerate(steps, start=1):
        op = evening(dag) + timedelta(minutes=nummer)
        store.add_stap(_stap(sessie, nummer, stand, on, op, uitkomst))


def _stap(
    sessie: str, nummer: int, stand: SessieStand, dag: date, op: datetime, uitkomst: SessieUitkomst | None = None
) -> Rij:
    return {
        "id": id_of("sessiestap", sessie, str(nummer)),
        "sessie": sessie,
        "nummer": nummer,
        "stand": stand.value,
        "dag": dag,
        "uitkomst": uitkomst.value if uitkomst else None,
        "reden": None,
        "door": _DOOR,
        "op": op,
        "weggehaald_op": None,
    }


def _write_deelnemers(store: SessieStore, sessie: str, rij: InvoerRij) -> None:
    counted = [(it.keuze("rol", StemRol).value, it.heel("aantal")) for it in rij.rijen("deelnemers")]
    store.replace_deelnemers(
        sessie,
        [{"id": id_of("deelnemer", sessie, rol), "sessie": sessie, "rol": rol, "aantal": it} for rol, it in counted],
    )
    store.add_gasten(
        [
            {
                "id": id_of("gast", sessie, it.tekst("wie")),
                "sessie": sessie,
                "wie": it.tekst("wie"),
                "aantal": it.heel("aantal"),
                "weggehaald_op": None,
            }
            for it in rij.rijen("gasten")
        ]
    )


def _punt(sessie: str, nummer: int, rij: InvoerRij) -> dict[str, Any]:
    named = {name: rij.tekst_of_niets(name) for name in ("verhaal", "leerpunt", "afspraak")}
    return {
        "id": id_of("agendapunt", sessie, str(nummer)),
        "sessie": sessie,
        "nummer": nummer,
        "soort": rij.keuze("soort", AgendaSoort).value,
        "indicator": rij.tekst_of_niets("indicator"),
        **{name: id_of(name, key) if key else None for name, key in named.items()},
        "tekst": rij.tekst_of_niets("tekst"),
        "waarom": rij.tekst_of_niets("waarom"),
    }


def _write_leerpunt(store: SessieStore, point: Leerpunt, op: datetime) -> None:
    made = _gemaakt(op)
    lezingen = [
        {
            "id": it.id,
            "leerpunt": point.id,
            "nummer": it.nummer,
            "rol": it.rol.value if it.rol else None,
            "tekst": it.tekst,
        }
        for it in point.lezingen
    ]
    standen = [regel_rij(point.id, it, _DOOR, evening(it.dag)) for it in point.regels]
    row: Rij = {
        "id": point.id,
        "gebied": point.gebied,
        "sessie": point.sessie,
        "niveau": point.niveau.value,
        "vraag": point.vraag,
        "samengesteld": point.samengesteld,
        **made,
    }
    bronnen = [(id_of("bron", point.id, it.ref), it) for it in point.bronnen]
    store.add_leerpunt(row, {**lezingen[0], **made}, bronnen, standen[0])
    for lezing in lezingen[1:]:
        store.add_lezing({**lezing, **made})
    for stand in standen[1:]:
        store.add_leerpunt_stand(stand)


def _write_afspraak(store: SessieStore, sessie: str, rij: InvoerRij, op: datetime) -> None:
    id_ = id_of("afspraak", rij.tekst("sleutel"))
    standen = [
        {
            "id": id_of("afspraakstand", id_, str(nummer)),
            "afspraak": id_,
            "nummer": nummer,
            "stand": it.keuze("stand", AfspraakStand).value,
            "uitkomst": it.tekst_of_niets("uitkomst"),
            "dag": it.dag("dag"),
            "door": _DOOR,
            "op": evening(it.dag("dag")),
            "weggehaald_op": None,
        }
        for nummer, it in enumerate(rij.rijen("standen"), start=1)
    ]
    row = {
        "id": id_,
        "sessie": sessie,
        "leerpunt": id_of("leerpunt", rij.tekst("punt")),
        "tekst": rij.tekst("tekst"),
        "wie": rij.tekst("wie"),
        "voor": rij.dag_of_niets("voor"),
        **_gemaakt(op),
    }
    store.add_afspraak(row, standen[0])
    for stand in standen[1:]:
        store.add_afspraak_stand(stand)


def _gemaakt(op: datetime) -> Rij:
    return {"gemaakt_door": _DOOR, "gemaakt_op": op, "weggehaald_op": None}
