"""A sheet with own figures, long or wide, as columns of figures; what it leaves in doubt becomes a question.

Nothing is guessed: a cell is read in the one way that it can be read, or somebody said how, or the row is refused.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from monitor.domain.gebied import normalize_code
from monitor.domain.indicator import Indicator
from monitor.domain.meting import MetingStatus, OntbreektReden
from monitor.domain.telling import CodesAls, DatumAls, Decimaal, Keuzes, KolommenAls, LeegAls, Procent, Vraag
from monitor.errors import OngeldigBestand, OngeldigeInvoer, Probleem
from monitor.nl import format_getal, kwartaal_nummer, opsomming, parse_getal, parse_periode
from monitor.sources.tabelbestand import GEBIED, Blad, is_kop, kop_of, koppen_of, letter_of, seen_text, without_unseen

MEESTE_PROBLEMEN = 100_000
"""Of more wrong figures than this only how many rows they stand in."""
_MEESTE_KOLOMMEN = 2_000
GETALLEN = ("waarde", "ondergrens", "bovengrens", "teller", "noemer", "n")
"""The columns that hold numbers."""
_LABELS = (GEBIED, "indicator", "periode", "status", "ontbreekt_reden", "peildatum")
_LANG = (GEBIED, "indicator", "periode", "waarde")
_REDENEN = {
    **{reden.value: reden.value for reden in OntbreektReden},
    **{reden.value.replace("_", " "): reden.value for reden in OntbreektReden},
    "nvt": OntbreektReden.NIET_VAN_TOEPASSING.value,
    "n.v.t.": OntbreektReden.NIET_VAN_TOEPASSING.value,
}
_STATUSSEN = {status.value: status.value for status in MetingStatus} | {"": MetingStatus.DEFINITIEF.value}
_MET_PUNT = re.compile(r"-?(?:[0-9]+|[1-9][0-9]{0,2}(?P<teken>[, ])[0-9]{3}(?:(?P=teken)[0-9]{3})*)(?:\.[0-9]+)?")
_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
_KORT = re.compile(r"(GM|WK|BU)?([0-9]{1,8})", re.IGNORECASE)
_LENGTES = {"GM": 4, "WK": 6, "BU": 8}
_GEEN_CIJFER = re.compile(r"[-–—.…*x?/]+|[<>≤≥] ?[0-9]+|n\.?b\.?|n/?a|\(leeg\)|null|nan|#[^ ]{1,9}", re.IGNORECASE)
"""How offices write that there is no figure; what each of them means differs from one office to the next."""
_VEELVOUD = re.compile(r"[x×*] ?1[. ]?000\b|\b(duizendtal(len)?|in (duizend(en)?|miljoen(en)?))\b", re.IGNORECASE)
"""Words that say that every figure stands for a thousand or a million times as much."""
_EERSTE_VAN_MAAND = re.compile(r"0?1-[0-9]{1,2}-[0-9]{4}")
_DATUM_ALS_GETAL = (20_000, 80_000)
"""Days since 1900: between these lie the years 1954 and 2119."""
_GENOEMD = 3
_GROOTSTE, _RUIS_TOT, _ACHTER_DE_KOMMA = 1e15, 1e5, 10
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Cellen = Sequence[Any] | Floats
"""The cells of a column as they stood there, or numbers already."""


@dataclass(slots=True)
class Woorden:
    """A column of words: the different ones, and for each row which one it is; -1 where the row has none."""

    woorden: list[str]
    plaats: Ints

    def at(self, index: int) -> str | None:
        """The word of a row."""
        place = int(self.plaats[index])
        return None if place < 0 else self.woorden[place]


@dataclass(slots=True)
class MetingRijen:
    """The figures of a sheet, column by column, with what is wrong; one entry for each figure."""

    rij: Ints
    """The row of the file."""
    koppen: Woorden
    """In a wide table the head of the column; without words in a long one."""
    gebied: Woorden
    indicator: Woorden
    periode: Woorden
    status: Woorden
    reden: Woorden
    peildatum: Woorden
    getallen: dict[str, Floats]
    """The columns of numbers by name: NaN where there is none."""
    problemen: list[Probleem] = field(default_factory=list)
    fout: Mask = field(default_factory=lambda: np.zeros(0, bool))
    """Which entries are refused."""
    opmerkingen: list[str] = field(default_factory=list)
    vragen: list[Vraag] = field(default_factory=list)
    scheef: AbstractSet[int] = frozenset()
    """Rows that are refused as a whole; of some there is no entry."""

    @property
    def foute_rijen(self) -> int:
        """How many rows of the file are refused, also when not each of them is told."""
        return len(self.scheef | set(self.rij[self.fout].tolist()))

    def refuse(self, wrong: Mask, veld: str, melding: str | Callable[[int], str]) -> None:
        """Refuse entries, each with its sentence; in a wide table the head of the column is the place."""
        room = max(MEESTE_PROBLEMEN - len(self.problemen), 0)
        for index in map(int, np.flatnonzero(wrong)[:room]):
            said = melding if isinstance(melding, str) else melding(index)
            self.problemen.append(Probleem(said, self.koppen.at(index) or veld, int(self.rij[index])))
        self.fout |= wrong


def choose_blad(bladen: Sequence[Blad], keuzes: Keuzes) -> tuple[Blad | None, list[Vraag], list[str]]:
    """The sheet to read, or the question which one. Raises OngeldigBestand when no sheet holds a table."""
    tables = [blad for blad in bladen if blad.kop is not None]
    if not tables:
        raise OngeldigBestand(
            "We vinden geen rij met koppen. Zet boven de tabel de koppen gebied, indicator, periode en waarde."
        )
    if keuzes.blad is not None:
        chosen = [blad for blad in bladen if blad.naam == keuzes.blad]
        if not chosen:
            raise OngeldigBestand(f"Er is geen blad “{keuzes.blad}”. Er is: {_quoted(blad.naam for blad in tables)}.")
        if chosen[0].kop is None:
            raise OngeldigBestand(f"Op het blad “{keuzes.blad}” staat geen rij met koppen.")
        return chosen[0], [], []
    if len(tables) == 1 and not tables[0].verborgen:
        others = [blad.naam for blad in bladen if blad is not tables[0]]
        return tables[0], [], [f"Niet gelezen: {_quoted(others)}. Daar staat geen tabel met cijfers."] if others else []
    hidden = [blad.naam for blad in tables if blad.verborgen]
    more = f" Verborgen: {_quoted(hidden)}." if hidden else ""
    zin = f"Op welk blad staan de cijfers? Er is een tabel op {_quoted(blad.naam for blad in tables)}.{more}"
    return None, [Vraag("blad", zin, [blad.naam for blad in tables])], []


def read_metingrijen(
    blad: Blad, keuzes: Keuzes, gebieden: AbstractSet[str], indicatoren: Mapping[str, Indicator]
) -> MetingRijen:
    """The figures on a sheet. Raises OngeldigBestand when it is no table of figures."""
    return _Reader(blad, keuzes, gebieden, indicatoren).read()


class _Reader:
    """One sheet while it is being read."""

    def __init__(
        self, blad: Blad, keuzes: Keuzes, gebieden: AbstractSet[str], indicatoren: Mapping[str, Indicator]
    ) -> None:
        self._blad = blad
        self._keuzes = keuzes
        self._gebieden = gebieden
        self._indicatoren = indicatoren
        self._problemen: list[Probleem] = []
        self._vragen: dict[str, Vraag] = {}
        self._opmerkingen: list[str] = []
        start = blad.kop
        assert start is not None  # noqa: S101 - a sheet without heads is never read
        self._start = start
        self._kop = koppen_of(blad.rijen[start])
        self._nummers: list[int] = []
        self._kolommen: list[Sequence[Any]] = []
        self._scheef: set[int] = set()

    def read(self) -> MetingRijen:
        """Read it all."""
        self._check_titles()
        self._check_kop()
        self._take_rows()
        self._check_second_table()
        self._fill_merged()
        long = {"indicator", "periode"} <= set(self._kop)
        missing = [naam for naam in _LANG if naam not in self._kop] if long else self._missing_in_wide()
        if missing:
            raise OngeldigBestand(self._lacking(missing))
        rijen = self._long() if long else self._wide()
        rijen.problemen = [*self._problemen, *rijen.problemen][:MEESTE_PROBLEMEN]
        rijen.scheef = self._scheef
        rijen.vragen = list(self._vragen.values())
        if self._blad.verborgen_deel:
            self._opmerkingen.append("In dit bestand zijn rijen of kolommen verborgen. Ook die zijn gelezen.")
        rijen.opmerkingen = self._opmerkingen
        return rijen

    # The head and the rows

    def _check_titles(self) -> None:
        """A line above the table that makes every figure a thousand times as large is not passed over."""
        for nummer, row in enumerate(self._blad.rijen[: self._start], start=1):
            said = next((text for text in map(seen_text, row) if _VEELVOUD.search(text)), None)
            if said is not None:
                melding = f"Hier staat “{_short(said)}”. Schrijf de getallen helemaal uit, en haal dit weg."
                raise OngeldigBestand([Probleem(melding, rij=nummer)])

    def _tell(self, problemen: Iterable[Probleem]) -> None:
        self._problemen += islice(problemen, max(MEESTE_PROBLEMEN - len(self._problemen), 0))

    def _check_kop(self) -> None:
        if len(self._kop) > _MEESTE_KOLOMMEN:
            raise OngeldigBestand(
                f"Deze tabel heeft {format_getal(len(self._kop))} kolommen. Lezen kan met hoogstens "
                f"{format_getal(_MEESTE_KOLOMMEN)} kolommen."
            )
        seen: dict[str, int] = {}
        for place, naam in enumerate(self._kop):
            if naam in seen:
                where = f"kolom {letter_of(seen[naam])} en kolom {letter_of(place)}"
                raise OngeldigBestand(
                    f"De kop “{naam}” staat twee keer: in {where}. Staan er twee tabellen naast elkaar? "
                    "Zet elke tabel op een eigen blad."
                )
            if naam:
                seen[naam] = place

    def _take_rows(self) -> None:
        rows: list[Sequence[Any]] = []
        for nummer, row in enumerate(self._blad.rijen[self._start + 1 :], self._start + 2):
            if not any(row) and all(cell in ("", None) for cell in row):
                continue
            whole = row if len(row) == len(self._kop) else self._fitted(row)
            if whole is None:
                melding = f"Deze rij heeft {len(row)} cellen; de kop heeft er {len(self._kop)}."
                self._tell([Probleem(melding, rij=nummer)])
                self._scheef.add(nummer)
                continue
            rows.append(whole)
            self._nummers.append(nummer)
        if not rows and not self._scheef:
            raise OngeldigBestand("Er staan geen rijen onder de koppen.")
        self._kolommen = [list(kolom) for kolom in zip(*rows, strict=True)] if rows else [[] for _ in self._kop]
        for place, naam in enumerate(self._kop):
            filled = next((row for row, cell in enumerate(self._kolommen[place]) if cell not in ("", None)), None)
            if not naam and filled is not None:
                raise OngeldigBestand(
                    [
                        Probleem(
                            f"Kolom {letter_of(place)} heeft geen kop, maar er staat wel iets in.",
                            rij=self._nummers[filled],
                        )
                    ]
                )

    def _fitted(self, row: Sequence[Any]) -> Sequence[Any] | None:
        """A row as wide as the heads, None when it cannot be: of CSV Excel leaves out empty cells at the end."""
        width = len(self._kop)
        if len(row) >= width:
            return None if any(map(seen_text, row[width:])) else row[:width]
        needed = max((place for place, naam in enumerate(self._kop) if naam in _LANG), default=0)
        return [*row, *[""] * (width - len(row))] if len(row) > needed else None

    def _check_second_table(self) -> None:
        for kolom in self._kolommen:
            for cell in {cell for cell in kolom if isinstance(cell, str)} if _has_text(kolom) else ():
                if kop_of(cell) != GEBIED:
                    continue
                nummer = self._nummers[kolom.index(cell)]
                if is_kop(self._blad.rijen[nummer - 1]):
                    raise OngeldigBestand(
                        f"Op rij {nummer} begint een tweede tabel. Zet elke tabel op een eigen blad of in een eigen "
                        "bestand."
                    )

    def _fill_merged(self) -> None:
        """A label that spans several rows holds for each of them; a number or a row that is merged is refused."""
        places = {nummer: place for place, nummer in enumerate(self._nummers)}
        labels = [place for place, naam in enumerate(self._kop) if naam in _LABELS]
        for top, left, bottom, right in self._blad.samengevoegd:
            inside = [row for row in range(top, bottom + 1) if row + 1 in places]
            if bottom <= self._start or not inside:
                continue
            if left == right and left in labels:
                kolom = self._kolommen[left]
                assert isinstance(kolom, list)  # noqa: S101 - made so above
                for row in inside:
                    kolom[places[row + 1]] = self._blad.rijen[top][left]
                continue
            self._scheef.update(row + 1 for row in inside)
            self._tell(
                Probleem("Hier zijn cellen samengevoegd. Splits ze, en vul elke cel.", letter_of(left), row + 1)
                for row in inside
            )

    def _missing_in_wide(self) -> list[str]:
        if "waarde" in self._kop or not {"indicator", "periode"} & set(self._kop):
            return [naam for naam in _LANG if naam not in self._kop]
        return []

    def _lacking(self, missing: Sequence[str]) -> str:
        others = [naam for naam in self._kop if naam and naam not in (*_LABELS, *GETALLEN)]
        known = f" Deze koppen kennen we niet: {_quoted(others)}." if others else ""
        return f"De kolom {opsomming(missing)} ontbreekt.{known}"

    # Long and wide

    def _long(self) -> MetingRijen:
        self._note_unknown([naam for naam in self._kop if naam and naam not in (*_LABELS, *GETALLEN)])
        count = len(self._nummers)
        rijen = MetingRijen(
            rij=np.array(self._nummers, np.int64),
            koppen=Woorden([], np.full(count, -1, np.int64)),
            gebied=self._words(GEBIED, self._gebied),
            indicator=self._words("indicator", self._indicator),
            periode=self._words("periode", self._periode),
            status=self._words("status", _one_of(_STATUSSEN, "definitief, voorlopig of berekend")),
            reden=self._words("ontbreekt_reden", _one_of(_REDENEN, "een reden die we kennen")),
            peildatum=self._words("peildatum", _dag),
            getallen={},
        )
        self._read_getallen(
            rijen, {naam: self._kolommen[self._kop.index(naam)] for naam in GETALLEN if naam in self._kop}
        )
        self._finish(rijen)
        return rijen

    def _wide(self) -> MetingRijen:
        by_period = "indicator" in self._kop
        heads = [naam for naam in self._kop if naam and naam not in (*_LABELS, *GETALLEN)]
        own = [naam for naam in self._kop if naam in GETALLEN]
        if own:
            raise OngeldigBestand(
                f"De kolom {opsomming(own)} kan alleen in een tabel met een rij per cijfer: "
                "gebied, indicator, periode, waarde."
            )
        words = {naam: self._head(naam, by_period=by_period) for naam in heads}
        used = [naam for naam in heads if words[naam] is not None]
        self._ask_columns([naam for naam in heads if words[naam] is None], by_period=by_period)
        if not used:
            what = "periode" if by_period else "indicator die we kennen"
            raise OngeldigBestand(f"Geen van de koppen is een {what}: {_quoted(heads)}.")
        rows, wide = len(self._nummers), len(used)

        def spread(it: Woorden) -> Woorden:
            return Woorden(it.woorden, np.repeat(it.plaats, wide))

        tiled = np.tile(np.arange(wide, dtype=np.int64), rows)
        spelled = {word: place for place, word in enumerate(dict.fromkeys(str(words[naam]) for naam in used))}
        of_heads = Woorden(list(spelled), np.array([spelled[str(words[naam])] for naam in used], np.int64)[tiled])
        empty = self._words("", _no)
        rijen = MetingRijen(
            rij=np.repeat(np.array(self._nummers, np.int64), wide),
            koppen=Woorden(used, tiled),
            gebied=spread(self._words(GEBIED, self._gebied)),
            indicator=spread(self._words("indicator", self._indicator)) if by_period else of_heads,
            periode=of_heads if by_period else spread(self._words("periode", self._periode)),
            status=spread(self._words("status", _one_of(_STATUSSEN, "definitief, voorlopig of berekend"))),
            reden=spread(empty),
            peildatum=spread(empty),
            getallen={},
        )
        cells = [self._kolommen[self._kop.index(naam)] for naam in used]
        self._read_getallen(rijen, {"waarde": _interleaved(cells, rows)})
        self._take_empty(rijen)
        self._finish(rijen)
        return rijen

    def _head(self, naam: str, *, by_period: bool) -> str | None:
        """The period or the indicator that a head stands for; None when it is none."""
        if not by_period:
            return naam.casefold() if naam.casefold() in self._indicatoren else None
        cell = self._blad.rijen[self._start][self._kop.index(naam)]
        try:
            return self._periode(cell)
        except OngeldigeInvoer:
            return None

    def _note_unknown(self, names: Iterable[str]) -> None:
        self._opmerkingen += [f"De kolom “{naam}” kennen we niet; die is niet gelezen." for naam in names]

    def _ask_columns(self, names: Sequence[str], *, by_period: bool) -> None:
        """Columns of words are passed over and said; of columns of numbers somebody must say that they may be."""
        numbers = [naam for naam in names if _holds_numbers(self._kolommen[self._kop.index(naam)])]
        self._note_unknown(naam for naam in names if naam not in numbers or self._keuzes.kolommen)
        if not numbers:
            return
        what = "geen periode" if by_period else "geen indicator die we kennen"
        if self._keuzes.kolommen is None:
            zin = f"In {_quoted(numbers)} staan getallen, maar de kop is {what}. Slaan we die over?"
            self._vragen["kolommen"] = Vraag("kolommen", zin, list(KolommenAls))
        elif self._keuzes.kolommen is KolommenAls.WEIGEREN:
            raise OngeldigBestand(f"De kop van {_quoted(numbers)} is {what}.")

    def _finish(self, rijen: MetingRijen) -> None:
        """Refuse what lacks a label, or has one that is wrong."""
        scheef = np.isin(rijen.rij, np.array(sorted(self._scheef), np.int64))
        rijen.fout = rijen.fout | scheef
        for veld, words in (
            (GEBIED, rijen.gebied),
            ("indicator", rijen.indicator),
            ("periode", rijen.periode),
            ("status", rijen.status),
            ("ontbreekt_reden", rijen.reden),
            ("peildatum", rijen.peildatum),
        ):
            rijen.fout = rijen.fout | (words.plaats == _FOUT)
            if veld in (GEBIED, "indicator", "periode"):
                rijen.fout = rijen.fout | (words.plaats < 0)

    # Words

    def _words(self, naam: str, parse: Callable[[Any], str | None]) -> Woorden:
        """A column of words, each different one parsed once; what cannot be is told for every row it stands in."""
        if naam not in self._kop:
            return Woorden([], np.full(len(self._nummers), _GEEN, np.int64))
        kolom = self._kolommen[self._kop.index(naam)]
        place_of: dict[Any, int] = {}
        wrong: dict[Any, str] = {}
        spelled: dict[str, int] = {}
        for cell in dict.fromkeys(map(_keyed, kolom)):
            try:
                self._check_whole(cell[1])
                word = parse(cell[1])
            except OngeldigeInvoer as error:
                wrong[cell] = error.problemen[0].melding
                place_of[cell] = _FOUT
                continue
            place_of[cell] = _GEEN if word is None else spelled.setdefault(word, len(spelled))
        if wrong:
            self._tell(
                Probleem(wrong[key], naam, self._nummers[row])
                for row, cell in enumerate(kolom)
                if (key := _keyed(cell)) in wrong and self._nummers[row] not in self._scheef
            )
        return Woorden(list(spelled), np.array([place_of[_keyed(cell)] for cell in kolom], np.int64))

    def _check_whole(self, cell: Any) -> None:
        """Refuse a cell in which a footnote stands so close to the rest that it reads as one."""
        if isinstance(cell, str) and cell.strip() in self._blad.geplakt:
            raise OngeldigeInvoer(
                f"“{_short(seen_text(cell))}” staat in stukken in de cel, misschien met een voetnoot. Typ het opnieuw."
            )

    def _gebied(self, cell: Any) -> str | None:
        text = seen_text(cell)
        if not text:
            raise OngeldigeInvoer("Vul de code van het gebied in.")
        code = normalize_code(text)
        if code in self._gebieden:
            return code
        found = _completed(text) & self._gebieden if code is None else frozenset()
        if len(found) == 1:
            (whole,) = found
            if self._keuzes.codes is CodesAls.AANVULLEN:
                return whole
            if self._keuzes.codes is None and "codes" not in self._vragen:
                zin = f"In de kolom gebied staan codes die niet heel zijn, zoals {text}. Bedoelt u {whole}?"
                self._vragen["codes"] = Vraag("codes", zin, list(CodesAls))
        if code is None:
            raise OngeldigeInvoer(f"“{_short(text)}” is geen code van een gebied. Schrijf de code zoals WK036203.")
        raise OngeldigeInvoer(f"Het gebied “{code}” kennen we niet.")

    def _indicator(self, cell: Any) -> str | None:
        text = seen_text(cell)
        if not text:
            raise OngeldigeInvoer("Vul de code van de indicator in.")
        if text.casefold() not in self._indicatoren:
            raise OngeldigeInvoer(f"De indicator “{_short(text)}” kennen we niet.{self._codes_of(text)}")
        return text.casefold()

    def _codes_of(self, naam: str) -> str:
        """The codes of what has this name: who types a name is told what to type."""
        found = [it.code for it in self._indicatoren.values() if it.naam.casefold() == naam.casefold()]
        return f" Schrijf de code: {opsomming(sorted(found), 'of')}." if found else ""

    def _periode(self, cell: Any) -> str | None:
        if isinstance(cell, date):
            return self._dated(cell)
        text = seen_text(cell)
        if not text:
            raise OngeldigeInvoer("Vul de periode in.")
        if self._blad.werkblad is False and _EERSTE_VAN_MAAND.fullmatch(text):
            return self._dated(parse_periode(text)[1])
        if isinstance(cell, float | int) and _DATUM_ALS_GETAL[0] < cell < _DATUM_ALS_GETAL[1]:
            raise OngeldigeInvoer(
                f"“{text}” lijkt een datum die als getal bewaard is. Maak er een datum van, of schrijf 2024-07."
            )
        return parse_periode(text)[0]

    def _dated(self, day: date) -> str:
        """The period that a date stands for: spreadsheets make a day of "2024-07" and of "jul-24"."""
        als = self._keuzes.datum
        if als is None:
            zin = f"In de periode staan datums, zoals {day.day}-{day.month}-{day.year}. Is dat een dag, of een periode?"
            self._vragen.setdefault("datum", Vraag("datum", zin, list(DatumAls)))
        spelled = {
            DatumAls.MAAND: f"{day:%Y-%m}",
            DatumAls.KWARTAAL: f"{day:%Y}-K{kwartaal_nummer(day)}",
            DatumAls.JAAR: f"{day:%Y}",
        }
        return parse_periode(spelled.get(als, f"{day:%Y-%m-%d}") if als else f"{day:%Y-%m-%d}")[0]

    # Numbers

    def _read_getallen(self, rijen: MetingRijen, columns: Mapping[str, Cellen]) -> None:
        count = len(rijen.rij)
        rijen.fout = np.zeros(count, bool)
        texts = {text for cells in columns.values() if _has_text(cells) for text in _texts_of(cells)}
        decimaal = self._decimaal({text for text in texts if text.casefold() not in _REDENEN})
        percent = np.zeros(count, bool)
        for naam in GETALLEN:
            if naam not in columns:
                rijen.getallen[naam] = np.full(count, np.nan)
                continue
            cells = columns[naam]
            if _only_numbers(cells):
                values = np.array(cells, np.float64)
            else:
                values, signs = self._mixed(rijen, naam, cells, decimaal)
                percent |= signs if naam == "waarde" else False
            rijen.refuse(np.abs(values) > _GROOTSTE, naam, "Het getal is te groot.")
            rijen.getallen[naam] = _without_noise(np.where(np.abs(values) > _GROOTSTE, np.nan, values))
        self._percentages(rijen, percent)

    def _mixed(self, rijen: MetingRijen, naam: str, cells: Cellen, decimaal: Decimaal) -> tuple[Floats, Mask]:
        """A column in which not every cell is a number; and in which rows a per cent sign stood."""
        known: dict[tuple[type, Any], float] = {}
        wrong: dict[tuple[type, Any], str] = {}
        reasons: dict[tuple[type, Any], str] = {}
        for key in dict.fromkeys(map(_keyed, cells)):
            known[key] = np.nan
            word = key[1].strip().casefold() if isinstance(key[1], str) else ""
            if naam == "waarde" and word in _REDENEN:
                reasons[key] = _REDENEN[word]
                continue
            try:
                self._check_whole(key[1])
                known[key] = _number(key[1], decimaal)
            except OngeldigeInvoer as error:
                wrong[key] = error.problemen[0].melding
        keys = list(map(_keyed, cells))
        if wrong:
            rijen.refuse(np.array([key in wrong for key in keys], bool), naam, lambda index: wrong[keys[index]])
        if reasons:
            self._take_reasons(rijen, keys, reasons)
        signed = {key for key in known if isinstance(key[1], str) and "%" in key[1]}
        return np.array([known[key] for key in keys]), np.array([key in signed for key in keys], bool)

    @staticmethod
    def _take_reasons(rijen: MetingRijen, keys: Sequence[Any], reasons: Mapping[Any, str]) -> None:
        """A reason that stands where the figure should is the reason why there is none."""
        spelled = {word: place for place, word in enumerate(rijen.reden.woorden)}
        plaats = rijen.reden.plaats.copy()
        for index, key in enumerate(keys):
            if key in reasons and plaats[index] == _GEEN:
                plaats[index] = spelled.setdefault(reasons[key], len(spelled))
        rijen.reden = Woorden(list(spelled), plaats)

    def _decimaal(self, texts: AbstractSet[str]) -> Decimaal:
        """Which sign stands before the tenths, told by numbers that can be read in one way only; else it is asked."""
        if self._keuzes.decimaal is not None:
            return self._keuzes.decimaal
        comma = {text for text in texts if _reads(text, Decimaal.KOMMA)}
        point = {text for text in texts if _reads(text, Decimaal.PUNT)}
        both = sorted(it for it in comma & point if _as_number(it, Decimaal.KOMMA) != _as_number(it, Decimaal.PUNT))
        only_comma, only_point = sorted(comma - point), sorted(point - comma)
        if both and bool(only_comma) == bool(only_point):
            self._ask_decimaal(both[0])
        elif only_comma and only_point:
            self._ask_decimaal(only_point[0])
        elif both:
            sign = "komma" if only_comma else "punt"
            self._opmerkingen.append(
                f"Gelezen met een {sign} voor de cijfers achter de komma, zoals in {(only_comma or only_point)[0]}."
            )
        return Decimaal.PUNT if only_point and not only_comma else Decimaal.KOMMA

    def _ask_decimaal(self, example: str) -> None:
        zin = f"Staat in dit bestand een komma of een punt voor de cijfers achter de komma? Het gaat om {example}."
        self._vragen["decimaal"] = Vraag("decimaal", zin, list(Decimaal))

    def _percentages(self, rijen: MetingRijen, signed: Mask) -> None:
        """A figure in percentages that is less than one may be a share: somebody says which."""
        units = [self._indicatoren[code].eenheid for code in rijen.indicator.woorden]
        in_percent = np.array([*(unit == "%" for unit in units), False], bool)[rijen.indicator.plaats.clip(min=-1)]
        rijen.refuse(
            signed & ~in_percent & (rijen.indicator.plaats >= 0),
            "waarde",
            lambda index: f"Hier staat een procentteken, maar dit cijfer telt {self._unit(rijen, index)}.",
        )
        waarden = rijen.getallen["waarde"]
        shares = in_percent & ~signed & (np.abs(waarden) > 0) & (np.abs(waarden) < 1)
        doubt = shares.copy()
        for place in {int(it) for it in np.unique(rijen.indicator.plaats[in_percent & (waarden == 1)])}:
            own = (rijen.indicator.plaats == place) & ~signed & ~np.isnan(waarden)
            # A spreadsheet keeps 100% as 1, also where 50 stands beside it.
            if self._blad.werkblad or (own.any() and waarden[own].max() <= 1):
                doubt |= own & (waarden == 1)
        if not doubt.any():
            return
        if self._keuzes.procent is None:
            example = _plain(float(waarden[int(np.flatnonzero(doubt)[0])]))
            zin = f"Er staan percentages van 0 tot 1, zoals {example}. Is dat een deel van 1, of al een percentage?"
            self._vragen["procent"] = Vraag("procent", zin, list(Procent))
        elif self._keuzes.procent is Procent.DEEL:
            self._as_percentages(rijen, in_percent & ~signed)

    @staticmethod
    def _as_percentages(rijen: MetingRijen, which: Mask) -> None:
        waarden = rijen.getallen["waarde"]
        rijen.refuse(
            which & (np.abs(waarden) > 1),
            "waarde",
            lambda index: f"{_plain(float(waarden[index]))} is meer dan 1. De percentages staan hier als deel van 1.",
        )
        for naam in ("waarde", "ondergrens", "bovengrens"):
            rijen.getallen[naam] = np.where(which, np.round(rijen.getallen[naam] * 100, 10), rijen.getallen[naam])

    def _unit(self, rijen: MetingRijen, index: int) -> str:
        return self._indicatoren[rijen.indicator.at(index) or ""].eenheid

    def _take_empty(self, rijen: MetingRijen) -> None:
        """Empty cells of a wide table: passed over, or missing for a reason; never a nought."""
        waarden = rijen.getallen["waarde"]
        empty = np.isnan(waarden) & (rijen.reden.plaats == _GEEN) & ~rijen.fout
        if not empty.any():
            return
        als = self._keuzes.leeg
        if als is None:
            count = int(empty.sum())
            cells = "is 1 cel" if count == 1 else f"zijn {count} cellen"
            zin = f"Er {cells} leeg. Wat betekent dat? Een lege cel is geen nul."
            self._vragen["leeg"] = Vraag("leeg", zin, list(LeegAls))
        elif als is LeegAls.OVERSLAAN:
            _keep(rijen, ~empty)
        else:
            spelled = {word: place for place, word in enumerate(rijen.reden.woorden)}
            place = spelled.setdefault(als.value, len(spelled))
            rijen.reden = Woorden(list(spelled), np.where(empty, place, rijen.reden.plaats))


_GEEN, _FOUT = -1, -2


def _keep(rijen: MetingRijen, which: Mask) -> None:
    """Leave out the other entries."""
    rijen.rij, rijen.fout = rijen.rij[which], rijen.fout[which]
    for naam in ("koppen", "gebied", "indicator", "periode", "status", "reden", "peildatum"):
        words: Woorden = getattr(rijen, naam)
        setattr(rijen, naam, Woorden(words.woorden, words.plaats[which]))
    rijen.getallen = {naam: values[which] for naam, values in rijen.getallen.items()}


def _keyed(cell: Any) -> tuple[type, Any]:
    """A cell as a key: 1, 1.0 and yes are the same to a dictionary, and not to us."""
    return type(cell), cell


def _interleaved(columns: Sequence[Sequence[Any]], rows: int) -> Cellen:
    """The cells of several columns row by row."""
    if all(map(_only_numbers, columns)):
        return np.array(columns, np.float64).T.reshape(rows * len(columns))
    return [cell for row in zip(*columns, strict=True) for cell in row]


def _without_noise(values: Floats) -> Floats:
    """What a spreadsheet works out as 30,000000000000004 it shows as 30: so do we."""
    return np.where(np.abs(values) < _RUIS_TOT, np.round(values, _ACHTER_DE_KOMMA), values)


def _only_numbers(cells: Cellen) -> bool:
    return isinstance(cells, np.ndarray) or set(map(type, cells)) <= {float, int}


def _has_text(cells: Cellen) -> bool:
    return not isinstance(cells, np.ndarray) and str in set(map(type, cells))


def _texts_of(cells: Cellen) -> set[str]:
    return {cell.strip() for cell in cells if isinstance(cell, str)} - {""}


def _holds_numbers(cells: Cellen) -> bool:
    return any(isinstance(cell, float | int) and not isinstance(cell, bool) for cell in cells) or any(
        _reads(text, sign) for text in _texts_of(cells) for sign in Decimaal
    )


def _number(cell: Any, decimaal: Decimaal) -> float:
    """The number in a cell, NaN when there is none. Raises OngeldigeInvoer."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return float("nan")
    if isinstance(cell, bool):
        raise OngeldigeInvoer("Hier staat ja of nee, en geen getal.")
    if isinstance(cell, date | datetime | time | timedelta):
        raise OngeldigeInvoer("Hier staat een datum of tijd. Het programma maakte die misschien van een getal.")
    if isinstance(cell, float | int):
        return float(cell)
    text = without_unseen(str(cell))
    if _GEEN_CIJFER.fullmatch(text.strip()):
        raise OngeldigeInvoer(
            f"“{_short(text.strip())}” is geen getal. Is het nul? Schrijf dan 0. Mist het cijfer? Schrijf dan waarom, "
            "zoals “te klein”, “geheim” of “onbekend”."
        )
    return _with_point(text) if decimaal is Decimaal.PUNT else parse_getal(text)


def _with_point(text: str) -> float:
    bare = _SPACES.sub(" ", text.strip().replace("−", "-")).removeprefix("€").removesuffix("%").strip()
    if not _MET_PUNT.fullmatch(bare):
        raise OngeldigeInvoer(f"“{_short(text)}” is geen getal met een punt, zoals 1,234.5.")
    value = float(re.sub("[, ]", "", bare))
    if abs(value) > _GROOTSTE:
        raise OngeldigeInvoer("Het getal is te groot.")
    return value


def _as_number(text: str, decimaal: Decimaal) -> float | None:
    try:
        return _number(text, decimaal)
    except OngeldigeInvoer:
        return None


def _reads(text: str, decimaal: Decimaal) -> bool:
    return _as_number(text, decimaal) is not None


def _completed(text: str) -> frozenset[str]:
    """The codes that a code may have been before it lost letters or a zero."""
    match = _KORT.fullmatch(text)
    if match is None:
        return frozenset()
    soorten = [match[1].upper()] if match[1] else list(_LENGTES)
    return frozenset(
        f"{soort}{match[2].zfill(_LENGTES[soort])}" for soort in soorten if len(match[2]) <= _LENGTES[soort]
    )


def _one_of(known: Mapping[str, str], words: str) -> Callable[[Any], str | None]:
    def parse(cell: Any) -> str | None:
        text = seen_text(cell).casefold()
        if not text:
            return known.get("")
        if text not in known:
            raise OngeldigeInvoer(f"“{_short(text)}” is geen woord dat hier kan. Kies {words}.")
        return known[text]

    return parse


def _dag(cell: Any) -> str | None:
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    text = seen_text(cell)
    if not text:
        return None
    spelled, _ = parse_periode(text)
    if len(spelled) != len("2024-07-15"):
        raise OngeldigeInvoer("De peildatum is een dag. Schrijf die als 15-7-2024.")
    return spelled


def _no(_: Any) -> str | None:
    return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _quoted(names: Iterable[str]) -> str:
    listed = [f"“{_short(naam)}”" for naam in names]
    more = len(listed) - 2 * _GENOEMD
    return opsomming([*listed[: 2 * _GENOEMD], f"nog {more}"] if more > 0 else listed)
