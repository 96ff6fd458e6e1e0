"""The stuk for the raad of the example, as somebody wrote it one evening: a draft, with what was chosen for it."""

from datetime import datetime
from pathlib import Path

from monitor.domain.proef import proefrol
from monitor.domain.raadsstuk import (
    DEEL_VAN,
    GELD_JAREN,
    ONDERDEEL_VELDEN,
    TEKST,
    BobFase,
    Deel,
    EerderVorm,
    GeldVorm,
    KeuzeSoort,
    OnderdeelSoort,
    OnderdeelStand,
    StukKeuze,
    StukSoort,
    StukVeld,
    TekstVersie,
)
from monitor.services.invoerrijen import InvoerRij, read_rijen
from monitor.services.voorbeeld_sleutels import id_of
from monitor.services.voorbeeld_tijden import evening
from monitor.store.database import Cursor, Database
from monitor.store.raadsstuk_store import RaadsstukStore
from monitor.store.rijen import insert_logboek, logboek_rij

BESTAND = "raadsstukken.jsonl"
_BELEID = proefrol("proef:beleidsmedewerker").gebruiker.id


def write_raadsstukken(database: Database, folder: Path, door: str) -> None:
    """Put the stukken of the example in the store."""
    rijen = read_rijen(folder / BESTAND, lambda rij: rij)
    with database.writing() as cursor:
        for rij in rijen:
            _write(cursor, rij)
        insert_logboek(cursor, [logboek_rij(database.now(), door, "toegevoegd", "raadsstuk", "voorbeeld")])


def _write(cursor: Cursor, rij: InvoerRij) -> None:
    store, key = RaadsstukStore(cursor), rij.tekst("sleutel")
    id_, op = id_of("raadsstuk", key), evening(rij.dag("dag"))
    row = {"id": id_, "gebied": rij.tekst("gebied"), "soort": rij.keuze("soort", StukSoort).value}
    store.add_stuk({**row, "gemaakt_door": _BELEID, "gemaakt_op": op}, _kop(rij, id_, op))
    store.add_keuzes(
        [
            {
                "id": id_of("stukkeuze", key, it.soort.value, it.ref, it.gebied or ""),
                "raadsstuk": id_,
                "nummer": nummer,
                "soort": it.soort.value,
                "ref": it.ref,
                "gebied": it.gebied,
                "erbij": True,
                "door": _BELEID,
                "op": op,
            }
            for nummer, it in enumerate(_keuzes(rij), start=1)
        ]
    )
    for it in rij.rijen("teksten"):
        veld = StukVeld(it.keuze("deel", Deel), it.tekst_of_niets("veld") or TEKST)
        _add_tekst(store, id_, veld, it.tekst("tekst"), op)
    for nummer, it in enumerate(rij.rijen("onderdelen"), start=1):
        _add_onderdeel(store, id_, key, nummer, it, op)


def _kop(rij: InvoerRij, stuk: str, op: datetime) -> dict[str, object]:
    fase = rij.keuze_of_niets("fase", BobFase)
    return {
        "id": id_of("stukkop", stuk, "1"),
        "raadsstuk": stuk,
        "nummer": 1,
        "titel": rij.tekst("titel"),
        "fase": fase.value if fase else None,
        "periode_van": rij.heel_of_niets("periode_van"),
        "periode_tot": rij.heel_of_niets("periode_tot"),
        "jaar": rij.heel_of_niets("jaar"),
        "door": _BELEID,
        "op": op,
        "weggehaald_op": None,
    }


def _keuzes(rij: InvoerRij) -> list[StukKeuze]:
    return [
        *(StukKeuze(KeuzeSoort.WIJK, it) for it in rij.lijst("wijken")),
        *(StukKeuze(KeuzeSoort.THEMA, it) for it in rij.lijst("themas")),
        *(
            StukKeuze(KeuzeSoort.INDICATOR, it.tekst("indicator"), it.tekst("gebied"))
            for it in rij.rijen("indicatoren")
        ),
        *(StukKeuze(KeuzeSoort.CITAAT, id_of("verhaal", it)) for it in rij.lijst("citaten")),
        *(StukKeuze(KeuzeSoort.LEERPUNT, id_of("leerpunt", it)) for it in rij.lijst("leerpunten")),
    ]


def _add_onderdeel(store: RaadsstukStore, stuk: str, key: str, nummer: int, rij: InvoerRij, op: datetime) -> None:
    soort, id_ = rij.keuze("soort", OnderdeelSoort), _onderdeel_id(key, rij.tekst("sleutel"))
    row = {"id": id_, "raadsstuk": stuk, "soort": soort.value, "vast": bool(rij.waarden.get("vast"))}
    store.add_onderdeel({**row, "gemaakt_door": _BELEID, "gemaakt_op": op})
    made = {"id": id_of("stukstand", id_, "1"), "door": _BELEID, "op": op}
    store.add_stand(id_, _stand(key, nummer, rij), made)
    words = InvoerRij(rij.waarden.get("teksten") or {})
    for veld in ONDERDEEL_VELDEN[soort]:
        tekst = words.tekst_of_niets(veld)
        if tekst:
            _add_tekst(store, stuk, StukVeld(DEEL_VAN[soort], veld, id_), tekst, op)


def _stand(key: str, nummer: int, rij: InvoerRij) -> OnderdeelStand:
    bij, citaat, besluit = (rij.tekst_of_niets(it) for it in ("bij", "citaat", "raadsbesluit"))
    money = [InvoerRij({"bedrag": it}).bedrag_of_niets("bedrag") for it in rij.waarden.get("bedragen") or ()]
    return OnderdeelStand(
        volgorde=nummer,
        bij=_onderdeel_id(key, bij) if bij else None,
        indicator=rij.tekst_of_niets("indicator"),
        gebied=rij.tekst_of_niets("gebied"),
        citaat=id_of("verhaal", citaat) if citaat else None,
        geldvorm=rij.keuze_of_niets("geldvorm", GeldVorm),
        bedragen=tuple(money) or (None,) * GELD_JAREN,
        dag=rij.dag_of_niets("dag"),
        eerder=rij.keuze_of_niets("eerder", EerderVorm),
        raadsbesluit=id_of("raadsbesluit", besluit) if besluit else None,
    )


def _add_tekst(store: RaadsstukStore, stuk: str, veld: StukVeld, tekst: str, op: datetime) -> None:
    id_ = id_of("stuktekst", stuk, veld.deel.value, veld.onderdeel or "", veld.veld)
    store.add_tekst(stuk, veld, TekstVersie(id_, 1, tekst, 0, _BELEID, op))


def _onderdeel_id(stuk: str, key: str) -> str:
    return id_of("stukonderdeel", stuk, key)
