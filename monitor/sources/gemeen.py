"""What all readers of national files share: checking codes and years, choosing gemeenten, and the long table."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from monitor.domain.gebied import LAND, gemeente_of, normalize_code, soort_of
from monitor.domain.meting import MetingStatus, OntbreektReden
from monitor.errors import OngeldigBestand, Probleem
from monitor.sources.bestand import GEBIEDEN, IndicatorInfo
from monitor.sources.cellen import Kolom
from monitor.sources.tabel import Tabel, limited

EERSTE_JAAR = 1995
"""The first year of Kerncijfers wijken en buurten: no file can be of an earlier one."""
KLEIN = 50
"""With fewer inwoners than this a missing figure is put down to the size of the gebied."""
_LAND_GEMEENTEN = 300
"""So many gemeenten in one file are the whole country."""
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")

REDENEN = tuple(str(reden) for reden in OntbreektReden)
"""The reasons for a missing value, in the order in which arrays of numbers point at them."""

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int8]
Bools = npt.NDArray[np.bool_]


def reden_index(reden: OntbreektReden) -> int:
    """The place of a reason in REDENEN."""
    return REDENEN.index(str(reden))


@dataclass(frozen=True, slots=True)
class Rijen:
    """The rows of a file that hold a gebied: where they are, and which code each has."""

    plaatsen: npt.NDArray[np.int64]
    codes: tuple[str, ...]


def slug_of(text: str) -> str:
    """A readable code made from a title: lower case ASCII words with hyphens."""
    text = text.replace("%", " procent ").replace("³", "3").replace("²", "2")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def stem_of(key: str) -> str:
    """A StatLine column name without its yearly number: AantalInwoners_5 -> AantalInwoners."""
    return re.sub(r"_\d+$", "", key)


def year_from_name(name: str, max_year: int) -> int | None:
    """The year that stands in the name of a file or sheet, when there is exactly one that can be.

    Raises OngeldigBestand when the only year in it cannot be.
    """
    found = sorted({int(text) for text in _YEAR.findall(name)})
    possible = [year for year in found if EERSTE_JAAR <= year <= max_year]
    if found and not possible:
        check_year(found[0], name, max_year)
    return possible[0] if len(possible) == 1 else None


def check_year(year: int, name: str, max_year: int) -> int:
    """The year itself. Raises OngeldigBestand when it cannot be the year of a file with figures."""
    if not EERSTE_JAAR <= year <= max_year:
        raise OngeldigBestand(
            f"Het jaar {year} van {name} kan niet kloppen: het moet tussen {EERSTE_JAAR} en {max_year} liggen."
        )
    return year


def no_code(text: str) -> str:
    """What to say of a text that should have been the code of a gebied."""
    return f"'{text[:40]}' is geen code van een gemeente, wijk of buurt."


def find_gebieden(tabel: Tabel, kolom: str) -> tuple[Rijen, list[Probleem]]:
    """The rows with a valid code, and a problem for each row with no code or one that came before."""
    problemen = list(tabel.scheef)
    plaatsen: list[int] = []
    seen: dict[str, int] = {}
    for index, text in enumerate(tabel.texts(kolom)):
        code, rij = normalize_code(text), tabel.rijnummers[index]
        if code is None:
            problemen.append(Probleem(no_code(text), kolom, rij))
        elif code in seen:
            problemen.append(Probleem(f"{code} staat er al, in rij {seen[code]}.", kolom, rij))
        else:
            seen[code] = rij
            plaatsen.append(index)
    return Rijen(np.array(plaatsen, dtype=np.int64), tuple(seen)), problemen


def read_cijfers(tabel: Tabel, cijfers: Iterable[tuple[str, IndicatorInfo]]) -> tuple[list[Kolom], list[Probleem]]:
    """The columns of figures, given with their indicators, and a problem for each cell that cannot be."""
    kolommen: list[Kolom] = []
    problemen: list[Probleem] = []
    for naam, info in cijfers:
        kolom = tabel.getallen(naam)
        kolommen.append(kolom)
        problemen += [*_no_numbers(tabel, naam, kolom), *_out_of_range(tabel, naam, kolom, info)]
    return kolommen, problemen


def _no_numbers(tabel: Tabel, naam: str, kolom: Kolom) -> list[Probleem]:
    """A problem for each cell of a column that is no number."""
    return [Probleem(f"'{text[:40]}' is geen getal.", naam, tabel.rijnummers[index]) for index, text in kolom.fout]


def _out_of_range(tabel: Tabel, naam: str, kolom: Kolom, info: IndicatorInfo) -> list[Probleem]:
    """A problem for each value that cannot be: a percentage outside 0 to 100, a number of people below zero."""
    if info.eenheid == "%":
        wrong, melding = (kolom.waarden < 0) | (kolom.waarden > 100), "is geen percentage van 0 tot 100"
    elif info.eenheid == "aantal":
        wrong, melding = kolom.waarden < 0, "is minder dan nul en kan geen aantal zijn"
    else:
        return []
    return [
        Probleem(f"{kolom.waarden[index]:g} {melding}.", naam, tabel.rijnummers[int(index)])
        for index in np.flatnonzero(wrong)
    ]


def refuse(problemen: Sequence[Probleem], *, goede_rijen: bool) -> tuple[Probleem, ...]:
    """Refuse the file for its problems, or give them back when only its good rows were asked for."""
    problemen = sorted(problemen, key=lambda probleem: probleem.rij or 0)
    if problemen and not goede_rijen:
        raise OngeldigBestand(limited(problemen))
    return tuple(problemen)


def check_left(rows: Sized, path: Path) -> None:
    """Refuse a file without a single good row."""
    if not len(rows):
        raise OngeldigBestand(f"In {path.name} staat geen enkele rij die we kunnen gebruiken.")


def without_rows(tabel: Tabel, rijen: Rijen, problemen: Sequence[Probleem]) -> Rijen:
    """The rows that no problem names."""
    bad = {probleem.rij for probleem in problemen}
    keep = np.array([tabel.rijnummers[int(index)] not in bad for index in rijen.plaatsen], dtype=bool)
    return select(rijen, keep)


def select(rijen: Rijen, keep: Bools) -> Rijen:
    """The rows for which `keep` is true."""
    codes = tuple(code for code, kept in zip(rijen.codes, keep, strict=True) if kept)
    return Rijen(rijen.plaatsen[keep], codes)


def choose_gemeenten(codes: Sequence[str], gemeenten: Collection[str], path: Path) -> Bools:
    """Which codes lie in the gemeenten asked for; all of them when none is asked. Raises when one is not there."""
    if not gemeenten:
        return np.ones(len(codes), dtype=bool)
    wanted = {normalize_code(gemeente) or gemeente for gemeente in gemeenten}
    wrong = sorted(code for code in wanted if gemeente_of(normalize_code(code) or LAND) != code)
    if wrong:
        raise OngeldigBestand([Probleem(f"'{code[:40]}' is geen code van een gemeente.") for code in wrong])
    present = [gemeente_of(code) for code in codes]
    missing = sorted(wanted - set(filter(None, present)))
    if missing:
        raise OngeldigBestand([Probleem(f"Gemeente {code} staat niet in {path.name}.") for code in missing])
    return np.array([gemeente in wanted for gemeente in present], dtype=bool)


def reikwijdte_of(codes: Sequence[str]) -> str:
    """Whether these codes cover the whole country or only some gemeenten."""
    gemeenten = {gemeente_of(code) for code in codes} - {None}
    return "land" if LAND in codes or len(gemeenten) > _LAND_GEMEENTEN else "gemeente"


def gebieden_table(
    codes: Sequence[str], namen: Sequence[str | None], jaar: int, merken: Sequence[int | None] | None = None
) -> pa.Table:
    """The gebieden of one year, as GEBIEDEN."""
    return pa.table(
        {
            "code": pa.array(codes, pa.string()),
            "soort": pa.array([str(soort_of(code)) for code in codes], pa.string()),
            "naam": pa.array([naam or None for naam in namen], pa.string()),
            "jaar": pa.array([jaar] * len(codes), pa.int32()),
            "indelingswijziging": pa.array(merken if merken is not None else [None] * len(codes), pa.int8()),
        },
        schema=GEBIEDEN,
    )


def reasons_for(waarden: Floats, leeg: Bools, leeg_reden: OntbreektReden, inwoners: Floats | None) -> Ints:
    """For each cell of a matrix (gebieden x indicators) the place of its reason in REDENEN, or -1 where it has a value.

    `leeg` are the columns without any value in the whole file: that says nothing about a gebied. In another column a
    missing value is put down to the size of a small gebied, and else the source does not tell: CBS uses one sign for
    unknown, unreliable and secret.
    """
    redenen = np.full(waarden.shape, reden_index(OntbreektReden.ONBEKEND), dtype=np.int8)
    if inwoners is not None:
        redenen[inwoners < KLEIN, :] = reden_index(OntbreektReden.TE_KLEIN)
    redenen[:, leeg] = reden_index(leeg_reden)
    redenen[~np.isnan(waarden)] = -1
    return redenen


def metingen_table(
    codes: Sequence[str],
    indicatoren: Sequence[str],
    jaar: int,
    waarden: Floats,
    redenen: Ints,
    *,
    voorlopig: Bools | None = None,
    grenzen: tuple[Floats, Floats] | None = None,
) -> pa.Table:
    """A matrix (gebieden x indicators) of one year as the long table METINGEN, without a Python object per cell."""
    rows, columns = waarden.shape
    count = rows * columns
    gebied = np.repeat(np.arange(rows, dtype=np.int32), columns)
    indicator = np.tile(np.arange(columns, dtype=np.int32), rows)
    status = np.tile(_status_index(columns, voorlopig), rows)
    flat = redenen.reshape(-1)
    content = {
        "gebied": _dictionary(gebied, codes),
        "indicator": _dictionary(indicator, indicatoren),
        "periode": _dictionary(np.zeros(count, dtype=np.int32), [str(jaar)]),
        "periode_start": pa.repeat(pa.scalar(date(jaar, 1, 1), pa.date32()), count),
        "waarde": _floats(waarden),
        "status": _dictionary(status, [str(MetingStatus.DEFINITIEF), str(MetingStatus.VOORLOPIG)]),
        "ontbreekt_reden": _dictionary(flat.astype(np.int32), REDENEN, missing=flat < 0),
    }
    if grenzen is not None:
        content |= {"ondergrens": _floats(grenzen[0]), "bovengrens": _floats(grenzen[1])}
    return pa.table(content)


def _status_index(columns: int, voorlopig: Bools | None) -> npt.NDArray[np.int32]:
    return np.zeros(columns, dtype=np.int32) if voorlopig is None else voorlopig.astype(np.int32)


def _floats(matrix: Floats) -> pa.Array:
    flat = np.ascontiguousarray(matrix).reshape(-1)
    return pa.array(flat, mask=np.isnan(flat))


def _dictionary(indices: npt.NDArray[np.int32], texts: Sequence[str], missing: Bools | None = None) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(indices, mask=missing), pa.array(list(texts), pa.string()))
