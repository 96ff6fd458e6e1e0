"""Leefbaarometer: a prediction of how liveable a place is, several years in one file."""

from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from monitor.domain.gebied import normalize_code
from monitor.domain.meting import OntbreektReden
from monitor.errors import OngeldigBestand, Probleem
from monitor.sources.bestand import Bestand, IndicatorInfo
from monitor.sources.cellen import GeenGetal, parse_cel
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
)
from monitor.sources.koppelingen import bronnen, koppelingen
from monitor.sources.tabel import Tabel, read_tabel, sha256_of

BRON = "leefbaarometer"
_CODES = ("wk_code", "bu_code", "gm_code")
_NAMEN = ("wk_naam", "bu_naam", "gm_naam")


def read_leefbaarometer(
    path: Path,
    *,
    gemeenten: Collection[str] = (),
    year: int | None = None,
    max_year: int,
    goede_rijen: bool = False,
) -> Bestand:
    """Read a file of Leefbaarometer scores. Raises OngeldigBestand with every problem at once.

    `year` is only checked: the years stand in the file. Names in it are used only where no other source gave one.
    """
    tabel = read_tabel(path)
    code_kolom = next((naam for naam in _CODES if naam in tabel.kop), None)
    cijfers = _cijfers(tabel)
    if code_kolom is None or "jaar" not in tabel.kop or not cijfers:
        raise OngeldigBestand(
            f"{path.name} is geen bestand van de Leefbaarometer: daarin staan de kolommen wk_code, jaar en lbm."
        )
    sleutels, problemen = _sleutels(tabel, code_kolom, max_year)
    kolommen, cel_problemen = read_cijfers(tabel, cijfers)
    geweigerd = refuse([*problemen, *cel_problemen], goede_rijen=goede_rijen)
    bad = {probleem.rij for probleem in geweigerd}
    plaatsen = {sleutel: index for sleutel, index in sleutels.items() if tabel.rijnummers[index] not in bad}
    check_left(plaatsen, path)
    jaren = sorted({jaar for _, jaar in plaatsen})
    if year is not None and year not in jaren:
        raise OngeldigBestand(f"U geeft het jaar {year} op, maar dat staat niet in {path.name}.")
    everyone = sorted({code for code, _ in plaatsen})
    codes = [code for code, kept in zip(everyone, choose_gemeenten(everyone, gemeenten, path), strict=True) if kept]
    waarden = np.column_stack([kolom.waarden for kolom in kolommen])
    namen = _namen(tabel, code_kolom)
    return Bestand(
        bron=bronnen()[BRON],
        bestand=path.name,
        sha256=sha256_of(path),
        peiljaar=jaren[-1],
        gepubliceerd_op=None,
        reikwijdte=reikwijdte_of(codes),
        gebieden=gebieden_table(codes, [namen.get(code) for code in codes], jaren[-1]),
        indicatoren=tuple(info for _, info in cijfers),
        metingen=_metingen(plaatsen, codes, jaren, waarden, [info for _, info in cijfers]),
        geweigerd=geweigerd,
    )


def _cijfers(tabel: Tabel) -> list[tuple[str, IndicatorInfo]]:
    known = {kolom: koppeling.info for koppeling in koppelingen(BRON) for kolom in koppeling.kolommen}
    return [(naam, known[naam]) for naam in tabel.kop if naam in known]


def _sleutels(tabel: Tabel, code_kolom: str, max_year: int) -> tuple[dict[tuple[str, int], int], list[Probleem]]:
    """For each gebied and year the place of its row, and a problem for each row without one."""
    problemen = list(tabel.scheef)
    sleutels: dict[tuple[str, int], int] = {}
    for index, (text, year_text) in enumerate(zip(tabel.texts(code_kolom), tabel.texts("jaar"), strict=True)):
        code, jaar, rij = normalize_code(text), _year_of(year_text, max_year), tabel.rijnummers[index]
        if code is None:
            problemen.append(Probleem(no_code(text), code_kolom, rij))
        elif jaar is None:
            problemen.append(Probleem(f"'{year_text[:40]}' is geen jaar dat kan kloppen.", "jaar", rij))
        elif (code, jaar) in sleutels:
            problemen.append(Probleem(f"{code} staat er voor {jaar} twee keer.", code_kolom, rij))
        else:
            sleutels[code, jaar] = index
    return sleutels, problemen


def _year_of(text: str, max_year: int) -> int | None:
    try:
        value = parse_cel(text)
    except GeenGetal:
        return None
    return int(value) if value is not None and value.is_integer() and EERSTE_JAAR <= value <= max_year else None


def _metingen(
    plaatsen: dict[tuple[str, int], int],
    codes: Sequence[str],
    jaren: Sequence[int],
    waarden: Floats,
    infos: Sequence[IndicatorInfo],
) -> pa.Table:
    tables: list[pa.Table] = []
    for jaar in jaren:
        present = [code for code in codes if (code, jaar) in plaatsen]
        own = waarden[[plaatsen[code, jaar] for code in present]]
        redenen = reasons_for(own, np.zeros(len(infos), dtype=bool), OntbreektReden.ONBEKEND, None)
        tables.append(metingen_table(present, [info.code for info in infos], jaar, own, redenen))
    return pa.concat_tables(tables).unify_dictionaries()


def _namen(tabel: Tabel, code_kolom: str) -> dict[str, str]:
    kolom = _NAMEN[_CODES.index(code_kolom)]
    if kolom not in tabel.kop:
        return {}
    return dict(zip(tabel.texts(code_kolom), tabel.texts(kolom), strict=True))
