"""RIVM and GGD'en, Gezondheid per wijk en buurt: model estimates, in the layouts of tables 50090NED and 50120NED."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

from monitor.domain.gebied import LAND, gemeente_of, normalize_code
from monitor.domain.meting import BreukSoort, OntbreektReden
from monitor.errors import OngeldigBestand, Probleem
from monitor.sources.bestand import Bestand, BreukInfo, IndicatorInfo
from monitor.sources.gemeen import (
    EERSTE_JAAR,
    Floats,
    check_left,
    choose_gemeenten,
    gebieden_table,
    metingen_table,
    no_code,
    read_cijfers,
    reasons_for,
    refuse,
    reikwijdte_of,
    stem_of,
)
from monitor.sources.koppelingen import bronnen, koppelingen
from monitor.sources.tabel import Tabel, read_tabel, sha256_of

BRON = "rivm"
INDELING = 2020
"""RIVM gives all earlier years in the wijken and buurten of this year."""
_ANDER_MODEL = 2022
"""From this year RIVM estimates with another survey (of corona time) and another model."""
_NODIG = ("WijkenEnBuurten", "Perioden")
_PERIODE = re.compile(r"([0-9]{4})(JJ00)?")
_WAARDE, _ONDER, _BOVEN = "MW00000", "MOG0095", "MBG0095"
_MARGES = (_WAARDE, _ONDER, _BOVEN)
_LEEFTIJDEN = {"20300": "", "53115": "-18-tot-65", "80200": "-65-plus"}
_POPULATIES = {"53115": "volwassenen jonger dan 65", "80200": "mensen van 65 jaar of ouder"}


@dataclass(frozen=True, slots=True)
class _Rij:
    """Where a row of the file belongs."""

    index: int
    code: str
    jaar: int
    marge: str
    leeftijd: str


def read_rivm(
    path: Path,
    *,
    gemeenten: Collection[str] = (),
    year: int | None = None,
    max_year: int,
    goede_rijen: bool = False,
) -> Bestand:
    """Read a file of Gezondheid per wijk en buurt, of one or more years. Raises OngeldigBestand with every problem.

    `year` is only checked: the periods stand in the file.
    """
    tabel = read_tabel(path)
    cijfers = _cijfers(tabel, path)
    rijen, problemen = _rijen(tabel, max_year)
    kolommen, cel_problemen = read_cijfers(tabel, cijfers)
    geweigerd = refuse([*problemen, *cel_problemen], goede_rijen=goede_rijen)
    bad = {probleem.rij for probleem in geweigerd}
    rijen = [rij for rij in rijen if tabel.rijnummers[rij.index] not in bad]
    check_left([rij for rij in rijen if rij.marge == _WAARDE], path)
    jaren = sorted({rij.jaar for rij in rijen})
    if year is not None and jaren != [year]:
        raise OngeldigBestand(
            f"U geeft het jaar {year} op, maar {path.name} gaat over {', '.join(str(jaar) for jaar in jaren)}."
        )
    keep = choose_gemeenten([rij.code for rij in rijen], gemeenten, path)
    chosen = {rij.code for rij, kept in zip(rijen, keep, strict=True) if kept}
    waarden = np.column_stack([kolom.waarden for kolom in kolommen])
    metingen, indicatoren = _metingen(rijen, chosen, waarden, [info for _, info in cijfers])
    codes = sorted(chosen)
    namen = _namen(tabel, rijen)
    return Bestand(
        bron=bronnen()[BRON],
        bestand=path.name,
        sha256=sha256_of(path),
        peiljaar=jaren[-1],
        gepubliceerd_op=None,
        reikwijdte=reikwijdte_of(codes),
        gebieden=gebieden_table(codes, [namen.get(code) for code in codes], max([INDELING, *jaren])),
        indicatoren=tuple(indicatoren),
        metingen=metingen,
        breuken=_breuken(indicatoren, jaren),
        geweigerd=geweigerd,
    )


def _cijfers(tabel: Tabel, path: Path) -> list[tuple[str, IndicatorInfo]]:
    """The columns of figures with their indicators, matched on the stem: the numbers behind it differ per table."""
    known = {stam.naam: koppeling.info for koppeling in koppelingen(BRON) for stam in koppeling.stammen}
    cijfers = [(naam, known[stem_of(naam)]) for naam in tabel.kop if stem_of(naam) in known]
    missing = [naam for naam in _NODIG if naam not in tabel.kop]
    if missing or not cijfers:
        what = f"de kolom {missing[0]} ontbreekt" if missing else "er staat geen enkel cijfer uit in"
        raise OngeldigBestand(f"{path.name} is geen bestand met Gezondheid per wijk en buurt van RIVM: {what}.")
    return cijfers


def _rijen(tabel: Tabel, max_year: int) -> tuple[list[_Rij], list[Probleem]]:
    problemen = list(tabel.scheef)
    rijen: list[_Rij] = []
    seen: set[tuple[str, int, str, str]] = set()
    columns = (tabel.texts(_NODIG[0]), tabel.texts(_NODIG[1]), _optional(tabel, "Marges", _WAARDE))
    for index, (text, periode, marge, leeftijd) in enumerate(
        zip(*columns, _optional(tabel, "Leeftijd", "20300"), strict=True)
    ):
        code, jaar, rij = normalize_code(text), _year_of(periode, max_year), tabel.rijnummers[index]
        if code is None:
            problemen.append(Probleem(no_code(text), "WijkenEnBuurten", rij))
        elif jaar is None:
            problemen.append(Probleem(f"'{periode[:40]}' is geen jaar dat kan kloppen.", "Perioden", rij))
        elif marge not in _MARGES or leeftijd not in _LEEFTIJDEN:
            problemen.append(Probleem(f"Deze soort rij kennen we niet: {leeftijd[:20]}, {marge[:20]}.", None, rij))
        elif (code, jaar, marge, leeftijd) in seen:
            problemen.append(Probleem(f"{code} staat er voor {jaar} twee keer.", "WijkenEnBuurten", rij))
        else:
            seen.add((code, jaar, marge, leeftijd))
            rijen.append(_Rij(index, code, jaar, marge, leeftijd))
    return rijen, problemen


def _optional(tabel: Tabel, naam: str, default: str) -> list[str]:
    return tabel.texts(naam) if naam in tabel.kop else [default] * tabel.rijen


def _year_of(periode: str, max_year: int) -> int | None:
    """The year of a period of StatLine: 2012JJ00 -> 2012."""
    found = _PERIODE.fullmatch(periode)
    year = int(found.group(1)) if found else 0
    return year if EERSTE_JAAR <= year <= max_year else None


def _metingen(
    rijen: Sequence[_Rij], chosen: Collection[str], waarden: Floats, infos: Sequence[IndicatorInfo]
) -> tuple[pa.Table, list[IndicatorInfo]]:
    """The long tables of every year and age group, below each other, and the indicators in them."""
    groups: dict[tuple[int, str], dict[str, dict[str, int]]] = {}
    for rij in rijen:
        groups.setdefault((rij.jaar, rij.leeftijd), {}).setdefault(rij.marge, {})[rij.code] = rij.index
    tables: list[pa.Table] = []
    indicatoren: dict[str, IndicatorInfo] = {}
    for (jaar, leeftijd), marges in sorted(groups.items()):
        plaatsen = marges.get(_WAARDE, {})
        leeg = np.isnan(waarden[list(plaatsen.values())]).all(axis=0)
        codes = sorted(set(plaatsen) & set(chosen))
        if not codes:
            continue
        aged = [_for_age(info, leeftijd) for info in infos]
        indicatoren |= {info.code: info for info in aged}
        own = waarden[[plaatsen[code] for code in codes]]
        redenen = reasons_for(own, np.asarray(leeg), OntbreektReden.NIET_GELEVERD, None)
        grenzen = _grenzen(own, [_matrix(waarden, marges.get(marge), codes) for marge in (_ONDER, _BOVEN)])
        tables.append(metingen_table(codes, [info.code for info in aged], jaar, own, redenen, grenzen=grenzen))
    joined = pa.concat_tables(tables, promote_options="default").unify_dictionaries()
    return joined, list(indicatoren.values())


def _for_age(info: IndicatorInfo, leeftijd: str) -> IndicatorInfo:
    """The indicator for one age group; that of all adults has the plain code."""
    suffix = _LEEFTIJDEN[leeftijd]
    if not suffix:
        return info
    populatie = _POPULATIES[leeftijd]
    return replace(
        info, code=info.code + suffix, naam=f"{info.naam} ({populatie})", populatie=populatie, context_volgorde=None
    )


def _matrix(waarden: Floats, plaatsen: dict[str, int] | None, codes: Sequence[str]) -> Floats | None:
    if not plaatsen or not set(codes) <= set(plaatsen):
        return None
    matrix: Floats = waarden[[plaatsen[code] for code in codes]]
    return matrix


def _grenzen(waarden: Floats, grenzen: Sequence[Floats | None]) -> tuple[Floats, Floats] | None:
    """Lower and upper bounds where both are known and the value lies between them."""
    onder, boven = grenzen
    if onder is None or boven is None:
        return None
    known = (onder <= waarden) & (waarden <= boven)
    return np.where(known, onder, np.nan), np.where(known, boven, np.nan)


def _namen(tabel: Tabel, rijen: Sequence[_Rij]) -> dict[str, str]:
    """Names of gemeenten: a wijk or buurt has none of its own in this file."""
    kolom = next((naam for naam in tabel.kop if stem_of(naam) == "Gemeentenaam"), None)
    namen = {LAND: "Nederland"}
    if kolom is not None:
        texts = tabel.texts(kolom)
        namen |= {
            gemeente: texts[rij.index] for rij in rijen if (gemeente := gemeente_of(rij.code)) and texts[rij.index]
        }
    return namen


def _breuken(indicatoren: Sequence[IndicatorInfo], jaren: Sequence[int]) -> tuple[BreukInfo, ...]:
    """2012, 2016 and 2020 were published as one table. From 2022 the survey and the model are others."""
    if not any(jaar >= _ANDER_MODEL for jaar in jaren):
        return ()
    uitleg = (
        "Vanaf 2022 schat RIVM dit met een andere enquête (in coronatijd) en een ander rekenmodel. "
        "Vergelijk het niet met eerdere jaren."
    )
    vanaf = date(_ANDER_MODEL, 1, 1)
    return tuple(BreukInfo(info.code, None, vanaf, str(BreukSoort.MODEL), uitleg) for info in indicatoren)
