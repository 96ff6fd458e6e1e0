"""CBS, Kerncijfers wijken en buurten: the layout that CBS itself publishes, and the TypedDataSet of StatLine."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa

from monitor.domain.gebied import LAND
from monitor.domain.indicator import INWONERS
from monitor.domain.meting import OntbreektReden
from monitor.errors import OngeldigBestand, Probleem
from monitor.sources.bestand import Bestand, IndicatorInfo
from monitor.sources.cellen import Kolom
from monitor.sources.gemeen import (
    Bools,
    Floats,
    Rijen,
    check_left,
    check_year,
    choose_gemeenten,
    find_gebieden,
    gebieden_table,
    metingen_table,
    read_cijfers,
    reasons_for,
    refuse,
    reikwijdte_of,
    select,
    slug_of,
    stem_of,
    without_rows,
    year_from_name,
)
from monitor.sources.koppelingen import Koppeling, bronnen, koppelingen, kwb_tabellen
from monitor.sources.metadata import (
    Onderwerp,
    read_namen,
    read_onderwerpen,
    read_tabelinfo,
    table_id,
)
from monitor.sources.tabel import Tabel, read_tabel, sha256_of

BRON = "kwb"
_NAAM_LAND = "Nederland"
_ONBEKENDE_RICHTING = "Wat hoger of lager betekent is bij dit cijfer nog niet beschreven."
_GEEN_CIJFER = frozenset({"naam", "omschrijving", "code"})


@dataclass(frozen=True, slots=True)
class _Opmaak:
    """Where a layout keeps the gebied and what it says of it; the stems of StatLine, or the names of CBS."""

    code: str
    naam: str | None
    gemeente: str | None
    merk: str | None
    bekend: frozenset[str]
    """All columns that are no figures."""


@dataclass(frozen=True, slots=True)
class _Cijfer:
    """A column of figures and the indicator that it belongs to."""

    kolom: str
    info: IndicatorInfo
    voorlopig: bool = False


def read_kwb(
    path: Path,
    *,
    gemeenten: Collection[str] = (),
    year: int | None = None,
    max_year: int,
    goede_rijen: bool = False,
) -> Bestand:
    """Read one yearly file of Kerncijfers wijken en buurten. Raises OngeldigBestand with every problem at once.

    Whether a column is empty is judged on the whole file, before choosing `gemeenten`.
    """
    tabel = read_tabel(path)
    statline = _is_statline(tabel)
    opmaak = _opmaak(tabel, statline, path)
    jaar = _year(path, tabel, year, max_year)
    cijfers, opmerkingen = _statline_cijfers(tabel, path, opmaak) if statline else _cbs_cijfers(tabel, opmaak)
    if not cijfers:
        raise OngeldigBestand(
            f"In {path.name} staat geen enkel cijfer uit de Kerncijfers wijken en buurten. Is dit het goede bestand?"
        )
    gezien, problemen = find_gebieden(tabel, opmaak.code)
    merken, merk_problemen = _merken(tabel, opmaak)
    kolommen, cel_problemen = read_cijfers(tabel, [(cijfer.kolom, cijfer.info) for cijfer in cijfers])
    geweigerd = refuse([*problemen, *merk_problemen, *cel_problemen], goede_rijen=goede_rijen)
    rijen = without_rows(tabel, gezien, geweigerd) if geweigerd else gezien
    check_left(rijen.codes, path)
    # A row that was refused for its figures still says that the gebied is there.
    gezien = _in_order(select(gezien, choose_gemeenten(gezien.codes, gemeenten, path)))
    namen = _namen(path, tabel, opmaak, gezien)
    gebieden = gebieden_table(gezien.codes, namen, jaar, [merken[index] for index in gezien.plaatsen])
    return _bestand(path, jaar, gebieden, rijen, cijfers, kolommen, gemeenten, opmerkingen, geweigerd)


def _bestand(
    path: Path,
    jaar: int,
    gebieden: pa.Table,
    rijen: Rijen,
    cijfers: Sequence[_Cijfer],
    kolommen: Sequence[Kolom],
    gemeenten: Collection[str],
    opmerkingen: tuple[str, ...],
    geweigerd: tuple[Probleem, ...],
) -> Bestand:
    waarden = np.column_stack([kolom.waarden for kolom in kolommen])[rijen.plaatsen]
    leeg: Bools = np.asarray(np.isnan(waarden).all(axis=0))
    keep = choose_gemeenten(rijen.codes, gemeenten, path)
    rijen, waarden = select(rijen, keep), waarden[keep]
    order = np.argsort(np.array(rijen.codes))
    rijen, waarden = Rijen(rijen.plaatsen[order], tuple(rijen.codes[index] for index in order)), waarden[order]
    volgorde = sorted(range(len(cijfers)), key=lambda index: cijfers[index].info.code)
    cijfers, waarden, leeg = [cijfers[index] for index in volgorde], waarden[:, volgorde], leeg[volgorde]
    redenen = reasons_for(waarden, leeg, OntbreektReden.NOG_NIET_GEPUBLICEERD, _inwoners(cijfers, waarden))
    return Bestand(
        bron=bronnen()[BRON],
        bestand=path.name,
        sha256=sha256_of(path),
        peiljaar=jaar,
        gepubliceerd_op=read_tabelinfo(path).gewijzigd_op,
        reikwijdte=reikwijdte_of(rijen.codes),
        gebieden=gebieden,
        indicatoren=tuple(cijfer.info for cijfer in cijfers),
        metingen=metingen_table(
            rijen.codes,
            [cijfer.info.code for cijfer in cijfers],
            jaar,
            waarden,
            redenen,
            voorlopig=np.array([cijfer.voorlopig for cijfer in cijfers]),
        ),
        opmerkingen=opmerkingen,
        geweigerd=geweigerd,
    )


def _in_order(rijen: Rijen) -> Rijen:
    order = np.argsort(np.array(rijen.codes))
    return Rijen(rijen.plaatsen[order], tuple(rijen.codes[index] for index in order))


def _inwoners(cijfers: Sequence[_Cijfer], waarden: Floats) -> Floats | None:
    for index, cijfer in enumerate(cijfers):
        if cijfer.info.code == INWONERS:
            inwoners: Floats = waarden[:, index]
            return inwoners
    return None


# The layout


def _is_statline(tabel: Tabel) -> bool:
    return "WijkenEnBuurten" in tabel.kop or any(stem_of(naam) == "Codering" for naam in tabel.kop)


def _opmaak(tabel: Tabel, statline: bool, path: Path) -> _Opmaak:
    if statline:
        return _statline_opmaak(tabel)
    names = {naam.casefold(): naam for naam in tabel.kop}
    code = names.get("gwb_code") or names.get("gwb_code_10")
    if code is None:
        raise OngeldigBestand(
            f"{path.name} is geen bestand met Kerncijfers wijken en buurten: "
            "de kolom gwb_code (van CBS) of WijkenEnBuurten (van StatLine) ontbreekt."
        )
    if len(names) != len(tabel.kop):
        raise OngeldigBestand(f"In {path.name} staat een kolomnaam twee keer.")
    known = {"gwb_code", "gwb_code_10", "gwb_code_8", "regio", "gm_naam", "recs", "ind_wbi", "pst_mvp", "jrstatcode"}
    return _Opmaak(
        code=code,
        naam=names.get("regio"),
        gemeente=names.get("gm_naam"),
        merk=names.get("ind_wbi"),
        bekend=frozenset(naam for key, naam in names.items() if key in known),
    )


def _statline_opmaak(tabel: Tabel) -> _Opmaak:
    names = {stem_of(naam): naam for naam in tabel.kop}
    merk = next((naam for stem, naam in names.items() if stem.startswith("Indelingswijziging")), None)
    known = {"ID", "WijkenEnBuurten", "Gemeentenaam", "SoortRegio", "Codering", "MeestVoorkomendePostcode", "Perioden"}
    bekend = {naam for stem, naam in names.items() if stem in known} | ({merk} if merk else set())
    return _Opmaak(
        code="WijkenEnBuurten" if "WijkenEnBuurten" in tabel.kop else names["Codering"],
        naam=None,
        gemeente=names.get("Gemeentenaam"),
        merk=merk,
        bekend=frozenset(bekend),
    )


def _year(path: Path, tabel: Tabel, year: int | None, max_year: int) -> int:
    """The year of a file: from its metadata, the code of its table, its name or that of its sheet, else as given."""
    told = read_tabelinfo(path).jaar or kwb_tabellen().get(table_id(path.name) or "")
    found = int(told) if told and told.isdigit() else None
    if found is None and year is None:
        found = year_from_name(path.name, max_year) or year_from_name(tabel.bladnaam or "", max_year)
    if year is not None and found is not None and year != found:
        raise OngeldigBestand(f"U geeft het jaar {year} op, maar {path.name} gaat volgens CBS over {found}.")
    if year is None and found is None:
        raise OngeldigBestand(f"Over welk jaar gaat {path.name}? Dat staat er niet in. Geef het jaar op.")
    return check_year(found if found is not None else int(year or 0), path.name, max_year)


# The columns


def _cbs_cijfers(tabel: Tabel, opmaak: _Opmaak) -> tuple[list[_Cijfer], tuple[str, ...]]:
    known = {kolom: koppeling for koppeling in koppelingen(BRON) for kolom in koppeling.kolommen}
    cijfers: list[_Cijfer] = []
    unknown: list[str] = []
    for naam in tabel.kop:
        koppeling = known.get(naam.casefold())
        if koppeling is not None:
            cijfers.append(_Cijfer(naam, koppeling.info))
        elif naam and naam not in opmaak.bekend:
            unknown.append(naam)
    return cijfers, _overgeslagen(unknown)


def _statline_cijfers(tabel: Tabel, path: Path, opmaak: _Opmaak) -> tuple[list[_Cijfer], tuple[str, ...]]:
    onderwerpen = read_onderwerpen(path)
    columns = [naam for naam in tabel.kop if naam not in opmaak.bekend]
    cijfers: list[_Cijfer] = []
    unknown: list[str] = []
    used: set[str] = set()
    for naam in columns:
        onderwerp = onderwerpen.get(naam)
        info = _described(onderwerp) if onderwerp else _undescribed(naam, used)
        if info is None or info.code in used:
            unknown.append(naam)
            continue
        used.add(info.code)
        voorlopig = bool(onderwerp and onderwerp.beschrijving and "voorlopige cijfers" in onderwerp.beschrijving)
        cijfers.append(_Cijfer(naam, info, voorlopig))
    return cijfers, _overgeslagen(unknown)


def _undescribed(naam: str, used: Collection[str]) -> IndicatorInfo | None:
    """Without metadata: the first indicator with this stem that was not met yet, as StatLine keeps their order."""
    stem = stem_of(naam)
    for koppeling in koppelingen(BRON):
        if koppeling.info.code not in used and any(stam.naam == stem for stam in koppeling.stammen):
            return koppeling.info
    return None


def _described(onderwerp: Onderwerp) -> IndicatorInfo | None:
    koppeling = _koppeling_for(onderwerp)
    if koppeling is None:
        return _new_info(onderwerp) if onderwerp.eenheid not in _GEEN_CIJFER else None
    info = replace(
        koppeling.info,
        naam=koppeling.op_scherm or _title(onderwerp, koppeling),
        technische_definitie=_technical(onderwerp),
        decimalen=onderwerp.decimalen,
    )
    if _same_unit(onderwerp.eenheid, info.eenheid):
        return info
    suffix = "procent" if onderwerp.eenheid == "%" else slug_of(onderwerp.eenheid)
    return replace(info, code=f"{info.code}-{suffix}", eenheid=onderwerp.eenheid, noemer=None, context_volgorde=None)


def _koppeling_for(onderwerp: Onderwerp) -> Koppeling | None:
    """The indicator that a column is: by stem and what sets equal stems apart, else by its title and unit."""
    stem, kenmerken = stem_of(onderwerp.sleutel), {onderwerp.eenheid, *onderwerp.groepen}
    for koppeling in koppelingen(BRON):
        if any(stam.naam == stem and (stam.kenmerk or onderwerp.eenheid) in kenmerken for stam in koppeling.stammen):
            return koppeling
    titel = slug_of(onderwerp.titel)
    for koppeling in koppelingen(BRON):
        if slug_of(koppeling.titel) == titel and _same_unit(onderwerp.eenheid, koppeling.info.eenheid):
            return koppeling
    return None


def _title(onderwerp: Onderwerp, koppeling: Koppeling) -> str:
    """The title of the publisher, or ours where theirs means nothing without the group above it."""
    return koppeling.titel if any(stam.kenmerk for stam in koppeling.stammen) else onderwerp.titel


def _new_info(onderwerp: Onderwerp) -> IndicatorInfo:
    """An indicator that only the metadata of CBS describe."""
    path = " ".join([*reversed(onderwerp.groepen), onderwerp.titel])
    return IndicatorInfo(
        code=f"kwb-{slug_of(path)}",
        naam=": ".join([*onderwerp.groepen[:1], onderwerp.titel]),
        definitie=None,
        technische_definitie=_technical(onderwerp),
        eenheid=onderwerp.eenheid or "aantal",
        decimalen=onderwerp.decimalen,
        populatie=None,
        zin=None,
        noemer=None,
        bewijssoort="geregistreerd",
        richting="niet_eenduidig",
        richting_uitleg=_ONBEKENDE_RICHTING,
        soort="achtergrond",
        thema="anders",
        bron=bronnen()[BRON],
    )


def _technical(onderwerp: Onderwerp) -> str:
    place = " > ".join([*reversed(onderwerp.groepen), onderwerp.titel])
    return f"CBS: {place}. {onderwerp.beschrijving or ''}".strip()


def _same_unit(one: str, other: str) -> bool:
    return _bare_unit(one) == _bare_unit(other)


def _bare_unit(text: str) -> str:
    return text.casefold().replace(" ", "").removeprefix("x")


def _overgeslagen(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    return (f"Niet ingelezen, want we weten niet wat het betekent: {', '.join(names)}.",)


# The gebieden


def _merken(tabel: Tabel, opmaak: _Opmaak) -> tuple[list[int | None], list[Probleem]]:
    """Per row the mark of CBS for a changed code or boundary, and a problem for each mark that does not exist."""
    if opmaak.merk is None:
        return [None] * tabel.rijen, []
    merken: list[int | None] = []
    problemen: list[Probleem] = []
    for index, text in enumerate(tabel.texts(opmaak.merk)):
        merken.append(int(text) if text in {"1", "2", "3"} else None)
        if text not in {"1", "2", "3", ".", ""}:
            problemen.append(Probleem(f"'{text[:20]}' is geen 1, 2 of 3.", opmaak.merk, tabel.rijnummers[index]))
    return merken, problemen


def _namen(path: Path, tabel: Tabel, opmaak: _Opmaak, rijen: Rijen) -> list[str | None]:
    if opmaak.naam is not None:
        texts = tabel.texts(opmaak.naam)
        return [texts[index] or None for index in rijen.plaatsen]
    namen = read_namen(path)
    gemeente = tabel.texts(opmaak.gemeente) if opmaak.gemeente else None
    return [
        namen.get(code) or _own_name(code, gemeente[index] if gemeente else "")
        for index, code in zip(rijen.plaatsen, rijen.codes, strict=True)
    ]


def _own_name(code: str, gemeente: str) -> str | None:
    """What a row says of its own name: only a gemeente does, in the column that all its wijken share."""
    if code == LAND:
        return _NAAM_LAND
    return gemeente or None if code.startswith("GM") else None
