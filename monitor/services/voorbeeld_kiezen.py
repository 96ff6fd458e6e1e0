"""How people of the example chose together: what they said, how they voted, and which figures they recognise."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from monitor.domain.indicator import StemRol
from monitor.services.invoer import id_beside, id_from
from monitor.services.invoerrijen import InvoerRij, read_rijen
from monitor.services.voorbeeld_tijden import evening
from monitor.store.database import Database
from monitor.store.kiezen_store import KiezenStore
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.telling_store import TellingStore


def write_kiezen(database: Database, folder: Path, door: str, weg: Collection[str]) -> None:
    """Put what stands in the files of the example in the store, as it was on those days.

    `weg` are the ids that were taken back: a voorstel of the example comes with another id.
    """
    groepen = read_rijen(folder / "groepen.csv", _with_indicatoren)
    voorstellen = read_rijen(folder / "voorstellen.csv", partial(_with_groep, weg))
    voorkeuren = read_rijen(folder / "voorkeuren.csv", _voorkeur)
    herkenningen = read_rijen(folder / "herkenningen.csv", _herkenning)
    with database.writing() as cursor:
        store = KiezenStore(cursor)
        for groep, indicatoren in groepen:
            store.add_groep(groep)
            for indicator in indicatoren:
                store.became(groep["id"], indicator)
        for voorstel, in_groep in voorstellen:
            store.add_voorstel(voorstel)
            if in_groep is not None:
                store.place(id_from("plaats", voorstel["id"]), voorstel["id"], in_groep, voorstel["ingebracht_op"])
        TellingStore(cursor).replace("groep_voorkeur", voorkeuren)
        TellingStore(cursor).replace("herkenning", herkenningen)
        insert_logboek(cursor, [logboek_rij(database.now(), door, "toegevoegd", "voorstel", "voorbeeld")])


def _with_indicatoren(rij: InvoerRij) -> tuple[Rij, tuple[str, ...]]:
    row = {
        "id": id_from("groep", rij.tekst("sleutel")),
        "gebied": rij.tekst("gebied"),
        "naam": rij.tekst("naam"),
        "thema": rij.tekst("thema"),
        "gemaakt_op": evening(rij.dag("op")),
    }
    return row, rij.lijst("indicatoren")


def _with_groep(weg: Collection[str], rij: InvoerRij) -> tuple[Rij, str | None]:
    row = {
        "id": id_beside(weg, "voorstel", rij.tekst("sleutel")),
        "gebied": rij.tekst("gebied"),
        "rol": rij.keuze("rol", StemRol).value,
        "tekst": rij.tekst("tekst"),
        "ingebracht_op": evening(rij.dag("op")),
        "weggehaald_op": None,
    }
    groep = rij.tekst_of_niets("groep")
    return row, id_from("groep", groep) if groep else None


def _voorkeur(rij: InvoerRij) -> Rij:
    groep, rol, op = rij.tekst("groep"), rij.keuze("rol", StemRol).value, rij.dag("op")
    return {
        "id": id_from("voorkeur", groep, rol, op.isoformat()),
        "groep": id_from("groep", groep),
        "rol": rol,
        "aantal": rij.heel("aantal"),
        "op": op,
    }


def _herkenning(rij: InvoerRij) -> Rij:
    indicator, gebied, rol = rij.tekst("indicator"), rij.tekst("gebied"), rij.keuze("rol", StemRol).value
    op = rij.dag("op")
    return {
        "id": id_from("herkenning", indicator, gebied, rol, op.isoformat()),
        "indicator": indicator,
        "gebied": gebied,
        "rol": rol,
        "ja": rij.heel("ja"),
        "deels": rij.heel("deels"),
        "nee": rij.heel("nee"),
        "op": op,
        "toelichting": rij.tekst_of_niets("toelichting"),
    }
