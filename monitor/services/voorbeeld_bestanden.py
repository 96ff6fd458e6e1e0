"""The files of the example gemeente, read row by row into what the services take. Nothing is written here."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from monitor.domain.activiteitenbeeld import Volhouden
from monitor.domain.gebied import gemeente_of, normalize_code, soort_of
from monitor.domain.gebruiker import GebruikerRol
from monitor.domain.indicator import Bewijssoort, IndicatorSoort, IndicatorStatus, Richting, Rol, StemRol
from monitor.domain.meting import BreukSoort, MetingStatus, OntbreektReden
from monitor.domain.nalezen import Voorstel
from monitor.domain.regels import check_meting
from monitor.domain.verhaal import (
    Besluit,
    Gebruik,
    Gevoel,
    Koppeling,
    Leeftijdsgroep,
    Perspectief,
    ToestemmingDoor,
    ToestemmingVorm,
    Verhouding,
    Vertelwijze,
)
from monitor.domain.vertelcode import hash_code
from monitor.domain.wijk import ActiviteitStatus, FinancieringStaat, FinancieringVorm, RolGemeente
from monitor.errors import OngeldigBestand, OngeldigeInvoer, Probleem
from monitor.nl import parse_periode
from monitor.services import indicatoren, nalezen, verhalen, wijkzaken
from monitor.services.invoer import id_beside, id_from
from monitor.services.invoerrijen import InvoerRij, read_rijen
from monitor.services.uitnodigingen import hash_geheim
from monitor.sources.bestand import GEBIEDEN, GEOMETRIE, METINGEN, Bestand, BreukInfo, BronInfo
from monitor.sources.koppelingen import national_indicatoren
from monitor.store.rijen import Rij

GEMEENTE = "GM9901"
"""The example gemeente; CBS will never give out this code."""

BRON = BronInfo(
    code="voorbeeld",
    naam="Voorbeeld (verzonnen)",
    uitgever="Tellen en vertellen",
    toelichting="Deze gemeente, haar cijfers en haar verhalen zijn verzonnen. Ze laten zien wat dit programma kan.",
)


@dataclass(frozen=True, slots=True)
class VerhaalRij:
    """A verhaal with what was decided about it afterwards."""

    nieuw: verhalen.NieuwVerhaal
    beoordelingen: tuple[nalezen.NieuweBeoordeling, ...]
    ingetrokken_op: datetime | None
    voorstellen: tuple[tuple[str, Voorstel], ...]
    """What a nalezer proposed to the teller, and who that nalezer is."""
    meldingen: tuple[str, ...]
    """What somebody wrote at "Gaat dit over u?"; nobody handled it yet."""
    terugkoppelingen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Inhoud:
    """All that the files hold, checked row by row, before anything is written."""

    bestand: Bestand
    eigen_indicatoren: tuple[indicatoren.NieuweIndicator, ...]
    adopties: tuple[indicatoren.Adoptie, ...]
    draagvlak: tuple[indicatoren.NieuwDraagvlak, ...]
    bezwaren: tuple[indicatoren.NieuwBezwaar, ...]
    statussen: tuple[indicatoren.NieuweStatus, ...]
    opvolgers: tuple[wijkzaken.NieuweOpvolger, ...]
    initiatieven: tuple[wijkzaken.NieuwInitiatief, ...]
    plekken: tuple[wijkzaken.NieuwePlek, ...]
    activiteiten: tuple[wijkzaken.NieuweActiviteit, ...]
    gebeurtenissen: tuple[wijkzaken.NieuweGebeurtenis, ...]
    financiering: tuple[wijkzaken.NieuweFinanciering, ...]
    voortgang: tuple[Rij, ...]
    signalen: tuple[Rij, ...]
    aanleidingen: tuple[Rij, ...]
    partners: tuple[Rij, ...]
    verhalen: tuple[VerhaalRij, ...]
    organisaties: tuple[Rij, ...]
    uitnodigingen: tuple[Rij, ...]
    """With the secret of each: it is printed in the README, so that anybody can try it."""
    instellingen: Mapping[str, str]


def read_inhoud(folder: Path, weg: Collection[str] = ()) -> Inhoud:
    """Everything in the files of `folder`. Raises OngeldigBestand with every row that is wrong.

    `weg` are the ids that were taken back: a verhaal of the example, which is nobody's, comes with another id.
    """
    return Inhoud(
        bestand=_bestand(folder),
        eigen_indicatoren=read_rijen(folder / "indicatoren.csv", _indicator),
        adopties=read_rijen(folder / "geldig_in.csv", _adoptie),
        draagvlak=read_rijen(folder / "draagvlak.csv", _draagvlak),
        bezwaren=read_rijen(folder / "bezwaren.csv", _bezwaar),
        statussen=read_rijen(folder / "indicator_status.csv", _status),
        opvolgers=read_rijen(folder / "opvolgers.csv", _opvolger),
        initiatieven=read_rijen(folder / "initiatieven.csv", _initiatief),
        plekken=read_rijen(folder / "plekken.csv", _plek),
        activiteiten=read_rijen(folder / "activiteiten.csv", _activiteit),
        gebeurtenissen=read_rijen(folder / "gebeurtenissen.csv", _gebeurtenis),
        financiering=read_rijen(folder / "financiering.csv", _financiering),
        voortgang=read_rijen(folder / "voortgang.csv", _voortgang),
        signalen=read_rijen(folder / "signalen.csv", _signaal),
        aanleidingen=read_rijen(folder / "aanleidingen.csv", _aanleiding),
        partners=read_rijen(folder / "partners.csv", _partner),
        verhalen=read_rijen(folder / "verhalen.jsonl", partial(_verhaal, weg)),
        organisaties=read_rijen(folder / "organisaties.csv", _organisatie),
        uitnodigingen=read_rijen(folder / "uitnodigingen.csv", _uitnodiging),
        instellingen=dict(read_rijen(folder / "instellingen.csv", _instelling)),
    )


def _bestand(folder: Path) -> Bestand:
    metingen = read_rijen(folder / "metingen.csv", _meting)
    national = national_indicatoren()
    used = dict.fromkeys(meting["indicator"] for meting in metingen)
    return Bestand(
        bron=BRON,
        bestand="voorbeeld",
        sha256=_sha256(folder),
        peiljaar=None,
        gepubliceerd_op=None,
        reikwijdte="gemeente",
        gebieden=pa.Table.from_pylist(list(read_rijen(folder / "gebieden.csv", _gebied)), schema=GEBIEDEN),
        indicatoren=tuple(national[code] for code in used if code in national),
        metingen=pa.Table.from_pylist(list(metingen), schema=METINGEN),
        breuken=read_rijen(folder / "breuken.csv", _breuk),
        geometrie=pa.Table.from_pylist(_kaart(folder / "kaart.geojson"), schema=GEOMETRIE),
    )


def _sha256(folder: Path) -> str:
    names = ("gebieden.csv", "breuken.csv", "metingen.csv", "kaart.geojson")
    return hashlib.sha256(b"".join((folder / name).read_bytes() for name in names)).hexdigest()


def _kaart(path: Path) -> list[dict[str, Any]]:
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return [
            {
                "gebied": feature["properties"]["code"],
                "jaar": feature["properties"]["jaar"],
                "geojson": json.dumps(feature["geometry"], separators=(",", ":")),
            }
            for feature in features
        ]
    except (OSError, ValueError, KeyError, TypeError):
        raise OngeldigBestand(f"Het bestand {path.name} is geen kaart (GeoJSON) met code en jaar per gebied.") from None


def _gebied(rij: InvoerRij) -> dict[str, Any]:
    code = normalize_code(rij.tekst("code"))
    if code is None or gemeente_of(code) != GEMEENTE:
        raise OngeldigeInvoer([Probleem(f"Dit is geen gebied van de voorbeeldgemeente ({GEMEENTE}).", "code")])
    return {
        "code": code,
        "soort": soort_of(code).value,
        "naam": rij.tekst("naam"),
        "jaar": rij.heel("jaar"),
        "indelingswijziging": rij.heel_of_niets("indelingswijziging"),
    }


def _meting(rij: InvoerRij) -> dict[str, Any]:
    periode, start = parse_periode(rij.tekst("periode"))
    reden = rij.keuze_of_niets("ontbreekt_reden", OntbreektReden)
    waarde, n = rij.getal_of_niets("waarde"), rij.heel_of_niets("n")
    ondergrens, bovengrens = rij.getal_of_niets("ondergrens"), rij.getal_of_niets("bovengrens")
    check_meting(waarde, reden, ondergrens=ondergrens, bovengrens=bovengrens, n=n)
    return {
        "gebied": rij.tekst("gebied"),
        "indicator": rij.tekst("indicator"),
        "periode": periode,
        "periode_start": start,
        "waarde": waarde,
        "ondergrens": ondergrens,
        "bovengrens": bovengrens,
        "teller": None,
        "noemer": None,
        "n": n,
        "status": (rij.keuze_of_niets("status", MetingStatus) or MetingStatus.DEFINITIEF).value,
        "ontbreekt_reden": reden.value if reden else None,
    }


def _breuk(rij: InvoerRij) -> BreukInfo:
    return BreukInfo(
        indicator=rij.tekst_of_niets("indicator"),
        gebied=rij.tekst_of_niets("gebied"),
        vanaf=rij.dag("vanaf"),
        soort=rij.keuze("soort", BreukSoort).value,
        uitleg=rij.tekst("uitleg"),
    )


def _opvolger(rij: InvoerRij) -> wijkzaken.NieuweOpvolger:
    return wijkzaken.NieuweOpvolger(
        rij.tekst("gebied"), rij.tekst("opvolger"), rij.dag("vanaf"), rij.tekst_of_niets("uitleg")
    )


def _indicator(rij: InvoerRij) -> indicatoren.NieuweIndicator:
    return indicatoren.NieuweIndicator(
        code=rij.tekst("indicator"),
        naam=rij.tekst("naam"),
        eenheid=rij.tekst("eenheid"),
        bewijssoort=rij.keuze("bewijssoort", Bewijssoort),
        richting=rij.keuze("richting", Richting),
        soort=rij.keuze("soort", IndicatorSoort),
        thema=rij.tekst("thema"),
        bron=BRON.code,
        reden=rij.tekst("reden"),
        geldig_van=rij.dag("geldig_van"),
        definitie=rij.tekst_of_niets("definitie"),
        technische_definitie=rij.tekst_of_niets("technische_definitie"),
        decimalen=rij.heel_of_niets("decimalen") or 0,
        populatie=rij.tekst_of_niets("populatie"),
        zin=rij.tekst_of_niets("zin"),
        richting_uitleg=rij.tekst_of_niets("richting_uitleg"),
        gemaakt_door=rij.tekst_of_niets("gemaakt_door"),
        waarvoor=rij.tekst_of_niets("waarvoor"),
        belasting=rij.tekst_of_niets("belasting"),
        beinvloedbaar=rij.tekst_of_niets("beinvloedbaar"),
    )


def _status(rij: InvoerRij) -> indicatoren.NieuweStatus:
    return indicatoren.NieuweStatus(
        indicator=rij.tekst("indicator"),
        status=rij.keuze("status", IndicatorStatus),
        reden=rij.tekst_of_niets("reden"),
        op=_noon(rij.dag("op")),
        gebied=rij.tekst_of_niets("gebied"),
    )


def _adoptie(rij: InvoerRij) -> indicatoren.Adoptie:
    return indicatoren.Adoptie(
        indicator=rij.tekst("indicator"),
        gebied=rij.tekst("gebied"),
        rol=rij.keuze("rol", Rol),
        van=rij.dag("van"),
        volgorde=rij.heel("volgorde"),
        tot=rij.dag_of_niets("tot"),
        reden=rij.tekst_of_niets("reden"),
    )


def _draagvlak(rij: InvoerRij) -> indicatoren.NieuwDraagvlak:
    return indicatoren.NieuwDraagvlak(
        indicator=rij.tekst("indicator"),
        gebied=rij.tekst("gebied"),
        rol=rij.keuze("rol", StemRol),
        voor=rij.heel("voor"),
        tegen=rij.heel("tegen"),
        op=rij.dag("op"),
        toelichting=rij.tekst_of_niets("toelichting"),
    )


def _bezwaar(rij: InvoerRij) -> indicatoren.NieuwBezwaar:
    return indicatoren.NieuwBezwaar(
        indicator=rij.tekst("indicator"),
        gebied=rij.tekst("gebied"),
        rol=rij.keuze("rol", StemRol),
        tekst=rij.tekst("tekst"),
        op=rij.dag("op"),
        antwoord=rij.tekst_of_niets("antwoord"),
        beantwoord_op=rij.dag_of_niets("beantwoord_op"),
    )


def _initiatief(rij: InvoerRij) -> wijkzaken.NieuwInitiatief:
    return wijkzaken.NieuwInitiatief(
        gebied=rij.tekst("gebied"),
        thema=rij.tekst("thema"),
        naam=rij.tekst("naam"),
        beschrijving=rij.tekst_of_niets("beschrijving"),
        trekker=rij.tekst_of_niets("trekker"),
        voor_wie=rij.tekst_of_niets("voor_wie"),
        sinds=rij.dag_of_niets("sinds"),
        tot=rij.dag_of_niets("tot"),
        volhoudbaar=rij.tekst_of_niets("volhoudbaar"),
        indicatoren=rij.lijst("indicatoren"),
        id=id_from("initiatief", rij.tekst("sleutel")),
    )


def _plek(rij: InvoerRij) -> wijkzaken.NieuwePlek:
    return wijkzaken.NieuwePlek(
        gebied=rij.tekst("gebied"),
        thema=rij.tekst("thema"),
        naam=rij.tekst("naam"),
        soort=rij.tekst("soort"),
        beschrijving=rij.tekst_of_niets("beschrijving"),
        id=id_from("plek", rij.tekst("gebied"), rij.tekst("naam")),
    )


def _activiteit(rij: InvoerRij) -> wijkzaken.NieuweActiviteit:
    return wijkzaken.NieuweActiviteit(
        gebied=rij.tekst("gebied"),
        thema=rij.tekst("thema"),
        naam=rij.tekst("naam"),
        begonnen_op=rij.dag("begonnen_op"),
        status=rij.keuze("status", ActiviteitStatus),
        rol_gemeente=rij.keuze("rol_gemeente", RolGemeente),
        beschrijving=rij.tekst_of_niets("beschrijving"),
        wat_wil_je=rij.tekst_of_niets("wat_wil_je"),
        voor_wie=rij.tekst_of_niets("voor_wie"),
        organisatie=rij.tekst_of_niets("organisatie"),
        partners=rij.tekst_of_niets("partners"),
        geeindigd_op=rij.dag_of_niets("geeindigd_op"),
        les=rij.tekst_of_niets("les"),
        les_op=rij.dag_of_niets("les_op"),
        vervolg=rij.tekst_of_niets("vervolg"),
        indicatoren=rij.lijst("indicatoren"),
        id=id_from("activiteit", rij.tekst("sleutel")),
    )


def _voortgang(rij: InvoerRij) -> Rij:
    activiteit, initiatief, nummer = _key(rij, "activiteit"), _key(rij, "initiatief"), rij.heel("nummer")
    volhouden = rij.keuze_of_niets("volhouden", Volhouden)
    return {
        "id": id_from("voortgang", activiteit or initiatief or "", str(nummer)),
        "activiteit": activiteit,
        "initiatief": initiatief,
        "nummer": nummer,
        "op": rij.dag("op"),
        "status": rij.keuze("status", ActiviteitStatus).value,
        "gebeurd": rij.tekst_of_niets("gebeurd"),
        "les": rij.tekst_of_niets("les"),
        "vervolg": rij.tekst_of_niets("vervolg"),
        "volhouden": volhouden.value if volhouden else None,
        "wie_helpt": rij.tekst_of_niets("wie_helpt"),
        "gemaakt_door": "voorbeeld",
        "gemaakt_op": _noon(rij.dag("op")),
    }


def _signaal(rij: InvoerRij) -> Rij:
    return {
        "id": id_from("signaal", rij.tekst("sleutel")),
        "gebied": rij.tekst("gebied"),
        "thema": rij.tekst("thema"),
        "tekst": rij.tekst("tekst"),
        "van": rij.keuze("van", GebruikerRol).value,
        "gezien_op": rij.dag("gezien_op"),
        "gemaakt_door": "voorbeeld",
        "gemaakt_op": _noon(rij.dag("gezien_op")),
    }


def _aanleiding(rij: InvoerRij) -> Rij:
    activiteit, initiatief = _key(rij, "activiteit"), _key(rij, "initiatief")
    return {
        "id": id_from("aanleiding", activiteit or initiatief or ""),
        "activiteit": activiteit,
        "initiatief": initiatief,
        "vraag": rij.tekst_of_niets("vraag"),
        "signaal": _key(rij, "signaal"),
        "uit_activiteit": _key(rij, "uit_activiteit"),
        "uit_initiatief": _key(rij, "uit_initiatief"),
        "gemaakt_door": "voorbeeld",
    }


def _partner(rij: InvoerRij) -> Rij:
    return {"activiteit": _key(rij, "activiteit"), "naam": rij.tekst("naam"), "formeel": rij.tekst("formeel") == "ja"}


def _gebeurtenis(rij: InvoerRij) -> wijkzaken.NieuweGebeurtenis:
    return wijkzaken.NieuweGebeurtenis(
        gebied=rij.tekst("gebied"),
        datum=rij.dag("datum"),
        titel=rij.tekst("titel"),
        thema=rij.tekst_of_niets("thema"),
        activiteit=_key(rij, "activiteit"),
        toelichting=rij.tekst_of_niets("toelichting"),
        id=id_from("gebeurtenis", rij.tekst("gebied"), rij.tekst("datum"), rij.tekst("titel")),
    )


def _financiering(rij: InvoerRij) -> wijkzaken.NieuweFinanciering:
    return wijkzaken.NieuweFinanciering(
        gebied=rij.tekst("gebied"),
        thema=rij.tekst("thema"),
        omschrijving=rij.tekst("omschrijving"),
        jaar=rij.heel("jaar"),
        vorm=rij.keuze("vorm", FinancieringVorm),
        staat=rij.keuze("staat", FinancieringStaat),
        bedrag=rij.bedrag_of_niets("bedrag"),
        uren=rij.heel_of_niets("uren"),
        activiteit=_key(rij, "activiteit"),
        initiatief=_key(rij, "initiatief"),
    )


def _key(rij: InvoerRij, soort: str) -> str | None:
    sleutel = rij.tekst_of_niets(soort)
    return id_from(soort.removeprefix("uit_"), sleutel) if sleutel else None


def _verhaal(weg: Collection[str], rij: InvoerRij) -> VerhaalRij:
    ingetrokken_op = rij.dag_of_niets("ingetrokken_op")
    verhaal = id_beside(() if ingetrokken_op else weg, "verhaal", rij.tekst("sleutel"))
    return VerhaalRij(
        _nieuw_verhaal(rij, verhaal),
        tuple(_beoordeling(inner, verhaal) for inner in rij.rijen("nagelezen")),
        _noon(ingetrokken_op) if ingetrokken_op else None,
        tuple(_voorstel(inner) for inner in rij.rijen("voorstellen")),
        tuple(inner.tekst("toelichting") for inner in rij.rijen("meldingen")),
        tuple(_terugkoppeling(inner, verhaal) for inner in rij.rijen("terugkoppelingen")),
    )


def _nieuw_verhaal(rij: InvoerRij, verhaal: str) -> verhalen.NieuwVerhaal:
    return verhalen.NieuwVerhaal(
        titel=rij.tekst("titel"),
        tekst=rij.tekst("tekst"),
        gebied=rij.tekst("gebied"),
        verteld_op=rij.dag("datum"),
        themas=rij.lijst("thema"),
        perspectieven=rij.keuzes("perspectief", Perspectief),
        gevoel=rij.keuze("gevoel", Gevoel),
        gebruik=rij.keuzes("gebruik", Gebruik),
        opgetekend_door=rij.tekst("opgetekend_door"),
        grondslag=rij.tekst_of_niets("grondslag") or "toestemming",
        akkoord_op=rij.dag_of_niets("akkoord_op"),
        citaat=rij.tekst_of_niets("citaat"),
        waarom=rij.tekst_of_niets("waarom"),
        wens=rij.tekst_of_niets("wens"),
        koppelingen=tuple(_koppeling(inner) for inner in rij.rijen("indicatoren")),
        leeftijdsgroep=rij.keuze_of_niets("leeftijdsgroep", Leeftijdsgroep),
        namens=rij.tekst_of_niets("namens"),
        taal=rij.tekst_of_niets("taal") or "nl",
        met_tolk=bool(rij.waarden.get("met_tolk")),
        dilemma=bool(rij.waarden.get("dilemma")),
        toestemming_door=rij.keuze_of_niets("toestemming_door", ToestemmingDoor) or ToestemmingDoor.VERTELLER,
        toestemming_vorm=rij.keuze_of_niets("toestemming_vorm", ToestemmingVorm) or ToestemmingVorm.MONDELING,
        toestemming_tot=rij.dag_of_niets("toestemming_tot"),
        opgetekend_op=_noon(rij.dag("datum")),
        wijze=rij.keuze_of_niets("wijze", Vertelwijze) or Vertelwijze.OPGETEKEND,
        organisatie=rij.tekst_of_niets("organisatie"),
        afhankelijk=bool(rij.waarden.get("afhankelijk")),
        groep_aantal=rij.heel_of_niets("groep_aantal"),
        kind_akkoord=bool(rij.waarden.get("kind_akkoord")),
        code_hash=hash_code(rij.tekst("code")) if rij.tekst_of_niets("code") else None,
        voorbeeld=True,
        id=verhaal,
    )


def _koppeling(rij: InvoerRij) -> Koppeling:
    return Koppeling(rij.tekst("indicator"), rij.keuze("verhouding", Verhouding), rij.tekst("toelichting"))


def _beoordeling(rij: InvoerRij, verhaal: str) -> nalezen.NieuweBeoordeling:
    return nalezen.NieuweBeoordeling(
        verhaal=verhaal,
        besluit=rij.keuze("besluit", Besluit),
        beoordelaar=rij.tekst("door"),
        reden=rij.tekst_of_niets("reden"),
        op=_noon(rij.dag("op")),
        vraag=rij.tekst_of_niets("vraag"),
        met_bewoner=bool(rij.waarden.get("met_bewoner")),
    )


def _voorstel(rij: InvoerRij) -> tuple[str, Voorstel]:
    return rij.tekst("door"), Voorstel(
        titel=rij.tekst("titel"),
        tekst=rij.tekst("tekst"),
        citaat=rij.tekst_of_niets("citaat"),
        waarom=rij.tekst_of_niets("waarom"),
        wens=rij.tekst_of_niets("wens"),
    )


def _terugkoppeling(rij: InvoerRij, verhaal: str) -> Rij:
    return {
        "id": id_from("terugkoppeling", verhaal, rij.tekst("waar"), rij.tekst("op")),
        "verhaal": verhaal,
        "waar": rij.tekst("waar"),
        "wat": rij.tekst_of_niets("wat"),
        "op": rij.dag("op"),
        "door": rij.tekst_of_niets("door") or "voorbeeld",
    }


def _organisatie(rij: InvoerRij) -> Rij:
    return {"naam": rij.tekst("naam"), "soort": rij.tekst("soort"), "voorbeeld": True}


def _uitnodiging(rij: InvoerRij) -> Rij:
    return {
        "id": id_from("uitnodiging", rij.tekst("geheim")),
        "hash": hash_geheim(rij.tekst("geheim")),
        "wijk": rij.tekst("wijk"),
        "naam": rij.tekst("naam"),
        "organisatie": rij.tekst_of_niets("organisatie"),
        "gemaakt_door": rij.tekst("gemaakt_door"),
    }


def _instelling(rij: InvoerRij) -> tuple[str, str]:
    return rij.tekst("sleutel"), rij.tekst("waarde")


def _noon(dag: date) -> datetime:
    """A moment on that day, as the store keeps it: the files know days only."""
    return datetime.combine(dag, time(12), tzinfo=UTC).replace(tzinfo=None)
