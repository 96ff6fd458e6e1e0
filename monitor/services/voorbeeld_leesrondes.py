"""How people of the example chose verhalen together, as it was on those days."""

from datetime import datetime
from pathlib import Path

from monitor.domain.indicator import StemRol
from monitor.domain.leesronde import DomeinSoort, Leesniveau, NagaanUitkomst, RondeStand, Werkwijze, domein_problemen
from monitor.domain.proef import proefrol
from monitor.services.invoer import raise_problems
from monitor.services.invoerrijen import InvoerRij, read_rijen
from monitor.services.leesrondes import terugkoppeling_of
from monitor.services.voorbeeld_sleutels import id_of
from monitor.services.voorbeeld_tijden import evening
from monitor.store.database import Cursor, Database
from monitor.store.leesronde_store import LeesrondeStore
from monitor.store.rijen import Rij, insert_into, insert_logboek, logboek_rij

BESTAND = "leesrondes.jsonl"
_DOOR = proefrol("proef:begeleider").gebruiker.id


def write_leesrondes(database: Database, folder: Path, door: str) -> None:
    """Put the rondes of the example in the store, and what the tellers read of them."""
    rijen = read_rijen(folder / BESTAND, _checked)
    with database.writing() as cursor:
        for rij in rijen:
            _write(cursor, rij)
        insert_logboek(cursor, [logboek_rij(database.now(), door, "toegevoegd", "leesronde", "voorbeeld")])


def _checked(rij: InvoerRij) -> InvoerRij:
    """The row, when it can be a ronde."""
    named = [(it.tekst("naam"), it.keuze("soort", DomeinSoort)) for it in rij.rijen("domeinen")]
    raise_problems(domein_problemen(named))
    return rij


def _write(cursor: Cursor, rij: InvoerRij) -> None:
    store, id_ = LeesrondeStore(cursor), _id(rij.tekst("sleutel"))
    domeinen = [
        {
            "id": _domein(id_, it),
            "ronde": id_,
            "naam": it.tekst("naam"),
            "soort": it.keuze("soort", DomeinSoort).value,
            "volgorde": place,
        }
        for place, it in enumerate(rij.rijen("domeinen"), start=1)
    ]
    store.add_ronde(_ronde(id_, rij), domeinen, [_id(it) for it in rij.lijst("vorige")])
    _write_deelnemers(store, id_, rij)
    for it in rij.rijen("domeinen"):
        _write_domein(store, id_, it, evening(rij.dag("op")))
    for stand, dag in ((RondeStand.OPEN, "op"), (RondeStand.GESLOTEN, "gesloten_op")):
        row = {"id": id_of("leesrondestand", id_, stand.value), "ronde": id_, "stand": stand.value, "reden": None}
        store.add_stand({**row, "op": evening(rij.dag(dag)), "door": _DOOR})
    ronde = store.ronde(id_)
    assert ronde is not None  # noqa: S101 - just added
    tafel = store.tafel(ronde)
    said = [terugkoppeling_of(tafel, verhaal, rij.dag("gesloten_op"), _DOOR) for verhaal in tafel.ligt]
    insert_into(cursor, "terugkoppeling", said)


def _ronde(id_: str, rij: InvoerRij) -> Rij:
    return {
        "id": id_,
        "gebied": rij.tekst("gebied"),
        "naam": rij.tekst("naam"),
        "niveau": rij.keuze("niveau", Leesniveau).value,
        "werkwijze": rij.keuze("werkwijze", Werkwijze).value,
        "periode_van": rij.dag("van"),
        "periode_tot": rij.dag("tot"),
        "gemaakt_op": evening(rij.dag("op")),
        "gemaakt_door": _DOOR,
    }


def _write_deelnemers(store: LeesrondeStore, ronde: str, rij: InvoerRij) -> None:
    counted = [(it.keuze("rol", StemRol).value, it.heel("aantal")) for it in rij.rijen("deelnemers")]
    store.replace_deelnemers(
        ronde,
        [
            {"id": id_of("leesdeelnemer", ronde, rol), "ronde": ronde, "rol": rol, "aantal": aantal}
            for rol, aantal in counted
        ],
    )
    for it in rij.rijen("gasten"):
        wie = it.tekst("wie")
        store.add_gast({"id": id_of("leesgast", ronde, wie), "ronde": ronde, "aantal": it.heel("aantal"), "wie": wie})


def _write_domein(store: LeesrondeStore, ronde: str, rij: InvoerRij, op: datetime) -> None:
    domein = _domein(ronde, rij)
    for sleutel in rij.lijst("verhalen"):
        row = {"id": id_of("leesplaats", ronde, sleutel), "ronde": ronde, "verhaal": _verhaal(sleutel)}
        store.place({**row, "domein": domein, "op": op})
    store.replace_stemmen(
        [
            {
                "id": id_of("leesstem", domein, it.tekst("verhaal"), it.tekst("rol")),
                "domein": domein,
                "verhaal": _verhaal(it.tekst("verhaal")),
                "rol": it.keuze("rol", StemRol).value,
                "aantal": it.heel("aantal"),
            }
            for it in rij.rijen("stemmen")
        ]
    )
    if rij.tekst_of_niets("reden"):
        _write_keuze(store, domein, rij, op)


def _write_keuze(store: LeesrondeStore, domein: str, rij: InvoerRij, op: datetime) -> None:
    keuze, chosen = id_of("leeskeuze", domein), rij.tekst_of_niets("verhaal")
    row = {"id": keuze, "domein": domein, "verhaal": _verhaal(chosen) if chosen else None, "reden": rij.tekst("reden")}
    store.add_keuze({**row, "op": op, "door": _DOOR})
    for place, it in enumerate(rij.rijen("afwijkingen")):
        liever = it.tekst_of_niets("liever")
        store.add_afwijking(
            {
                "id": id_of("leesafwijking", keuze, str(place)),
                "keuze": keuze,
                "liever": _verhaal(liever) if liever else None,
                "rol": it.keuze("rol", StemRol).value,
                "tekst": it.tekst("tekst"),
                "op": op,
            }
        )
    for place, it in enumerate(rij.rijen("nagegaan")):
        store.add_nagaan(
            {
                "id": id_of("leesnagaan", keuze, str(place)),
                "keuze": keuze,
                "uitkomst": it.keuze("uitkomst", NagaanUitkomst).value,
                "rol": it.keuze("rol", StemRol).value,
                "op": it.dag("op"),
                "toelichting": it.tekst_of_niets("toelichting"),
            }
        )
    store.replace_herkend(
        [
            {
                "id": id_of("leesherkenning", keuze, it.tekst("rol"), it.tekst("op")),
                "keuze": keuze,
                "rol": it.keuze("rol", StemRol).value,
                "op": it.dag("op"),
                "aantal": it.heel("aantal"),
                "gevraagd": it.heel("gevraagd"),
            }
            for it in rij.rijen("herkend")
        ]
    )


def _id(sleutel: str) -> str:
    return id_of("leesronde", sleutel)


def _verhaal(sleutel: str) -> str:
    return id_of("verhaal", sleutel)


def _domein(ronde: str, rij: InvoerRij) -> str:
    return id_of("leesdomein", ronde, rij.tekst("naam"))
