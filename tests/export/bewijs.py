"""Proves every number in a stuk that was read back: each is looked up in the store, where the words around it say.

"63 van de 100 bewoners (58 tot 68), in 2025" under the name of a figure and a wijk must be the value and the margin of
that figure in that wijk in that year; "hele gemeente" that of its gemeente; "bewoners 59 voor" the votes of that wijk.
What may stand there is asked of the store in SQL of its own, and the form of a number is read here: of what writes a
stuk only its lists of words are used, and none of its sentences. What people typed, and what a teller said, must be
there word for word.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from monitor.domain.gebied import gemeente_of
from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.raadsstuk import KeuzeSoort, Onderdeel, OnderdeelSoort, Raadsstuk
from monitor.domain.verhaal import Verhaal, Verhouding
from monitor.domain.wijkplan import kwartaal_later
from monitor.nl import telwoord
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.woorden import (
    ACTIVITEIT_STATUS,
    BESLISPUNT_UITKOMST,
    FINANCIERING_STAAT,
    FINANCIERING_VORM,
    STEMROL,
    STEMROLLEN,
)
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.export.teruglezen import Blok, Rijen

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
SEIZOENEN = ("winter", "voorjaar", "zomer", "najaar")
"""In the order of the kwartalen."""
W = r"(-?\d+(?:\.\d{3})*(?:,\d+)?)"
P = rf"((?:(?:de|het) )?(?:(?:{'|'.join(SEIZOENEN)}) (?:van )?)?\d{{4}}(?! (?:van de|mensen)))"
D = rf"(\d{{1,2}} (?:{'|'.join(MAANDEN)}) \d{{4}})"
M = rf"((?:{'|'.join(MAANDEN)}) \d{{4}})"
_NAMED = re.compile(r"“([^”]+)” \(([^()]+)\)")
_BEGIN = re.compile(r"^([^“”.:]+), “([^”]+)”")


def value_of(text: str) -> float:
    """A number as Dutch people write it."""
    return float(text.replace(".", "").replace(",", "."))


def same(text: str, value: Any) -> bool:
    """Whether a number in a text is this value, rounded to as many decimals as it has."""
    if value is None:
        return False
    decimals = len(text.partition(",")[2])
    return bool(abs(value_of(text) - float(value)) <= 0.5 * 10.0**-decimals + 1e-9)


def periode_of(text: str) -> str:
    """ "het najaar van 2025" as the store says it: "2025-K4"."""
    season = next((number for number, it in enumerate(SEIZOENEN, start=1) if it in text), None)
    year = text[-4:]
    return f"{year}-K{season}" if season else year


def day_of(text: str) -> date:
    """ "9 april 2026"."""
    day, month, year = text.split()
    return date(int(year), MAANDEN.index(month) + 1, int(day))


def days_in(text: str) -> list[date]:
    """Every day that a text names."""
    return [day_of(it) for it in re.findall(D, text)]


@dataclass(frozen=True)
class Cijfer:
    """What the store holds of one figure in one gebied."""

    hier: Mapping[str, tuple[Any, ...]]
    """Value, margin, and how many people, by period, oldest first."""
    gemeente: Mapping[str, tuple[Any, ...]]
    breuken: tuple[date, ...]
    woorden: tuple[str, ...]
    """Population, definition and reasons of breuken: words in which a number may stand."""
    nulmeting: str | None

    def is_at(self, periode: str, waarde: str, low: str | None = None, high: str | None = None) -> bool:
        """Whether this is the value in a period, with this margin where one is told."""
        return _row_is(self.hier.get(periode_of(periode)), waarde, low, high)

    def is_gemeente(self, periode: str | None, waarde: str, low: str | None = None, high: str | None = None) -> bool:
        """The same of the whole gemeente; without a period in that of the newest value here."""
        when = periode_of(periode) if periode else self.newest
        return _row_is(self.gemeente.get(when or ""), waarde, low, high)

    @property
    def newest(self) -> str | None:
        """The last period with a value."""
        return next((periode for periode, row in reversed(list(self.hier.items())) if row[0] is not None), None)

    def is_missing(self, periode: str) -> bool:
        """Whether the store says of a period that there is no value."""
        row = self.hier.get(periode_of(periode))
        return row is not None and row[0] is None


def _row_is(row: tuple[Any, ...] | None, waarde: str, low: str | None, high: str | None) -> bool:
    if row is None or not same(waarde, row[0]):
        return False
    return low is None or high is None or (same(low, row[1]) and same(high, row[2]))


@dataclass
class Plek:
    """Where in the document somebody reads: what stands above it tells what it is about."""

    figuur: tuple[str, str] | None = None
    """The figure under whose heading it is, in the bijlage."""
    argument: Onderdeel | None = None
    citaat: Verhaal | None = None
    """That stands just above it."""
    geteld: Mapping[str, int] = field(default_factory=dict)
    """The last number of each thing that is counted: Tabel, Figuur, Bijlage, Cijfer."""


@dataclass
class Bewijs:
    """Looks for the numbers of one stuk, of one store, on one day."""

    database: Database
    stuk: Raadsstuk
    vandaag: date
    kenmerk: str = ""
    figuren: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Indicator and gebied of each figure, by its number in the document."""
    plek: Plek = field(default_factory=Plek)

    def __post_init__(self) -> None:
        rows = self._rows
        self.namen = dict(rows("SELECT naam, indicator FROM indicator_versie ORDER BY versie"))
        found = rows(
            "SELECT naam, gebied FROM gebied_versie WHERE gebied = $gm OR gebied IN "
            "(SELECT gebied FROM gebied_ouder WHERE ouder = $gm) ORDER BY geldig_van",
            gm=self.stuk.gemeente,
        )
        # A wijk comes before the gemeente of the same name: a sentence about the gemeente says so otherwise.
        self.plaatsen = {naam: code for naam, code in sorted(found, key=lambda it: it[1][:2] != "GM")}
        with self.database.reading() as cursor:
            self.openbaar = LeesStore(cursor).leesbaar(BEZOEKER, self.vandaag, gebied=self.stuk.gemeente)
        self.verhalen = {it.id: it for it in self.openbaar}
        self.getypt = sorted(
            {
                part.strip()
                for veld in self.stuk.teksten
                for it in self.stuk.standen(veld)
                for part in [*(it.tekst or "").splitlines(), " ".join((it.tekst or "").split())]
                if part.strip()
            }
            | {self.stuk.kop.titel or ""},
            key=len,
            reverse=True,
        )
        self.wijken = list(
            dict.fromkeys(
                [*self.stuk.gekozen(KeuzeSoort.WIJK), *(it for _, it in self.stuk.indicatoren if it.startswith("WK"))]
            )
        )
        self._cijfers: dict[tuple[str, str], Cijfer] = {}

    # The document

    def unproved(self, blokken: Sequence[Blok]) -> list[tuple[str, str]]:
        """Every number for which nothing in the store stands, with the text in which it is."""
        self.begin(blokken)
        return [found for blok in blokken for found in self.look(blok)]

    def begin(self, blokken: Sequence[Blok]) -> None:
        """Begin at the top of a document."""
        heads = (re.match(r"^Cijfer (\d+)\. (.*) \((.*)\)$", it) for it in blokken if isinstance(it, str))
        self.figuren = {it[1]: self._subject(it[2], it[3]) for it in heads if it}
        self.plek = Plek()

    def look(self, blok: Blok) -> Iterator[tuple[str, str]]:
        """The same of the next piece alone."""
        if isinstance(blok, str):
            yield from ((number, blok) for number in NUMBER.findall(self._proved(blok)))
            return
        for row in self._table(blok):
            text = " | ".join(row)
            yield from ((number, text) for number in NUMBER.findall(self._without_words(text)))

    def _proved(self, text: str) -> str:
        """The text without what was found in the store."""
        if found := re.match(r"^Cijfer \d+\. (.*) \((.*)\)$", text):
            self.plek = replace(self.plek, figuur=self._subject(found[1], found[2]))
        for begin in (self._counted, self._citaat, self._structure):
            text = begin(text)
        for rule in _SENTENCES:
            text = rule(self, text)
        subjects = self._subjects(text)
        text = self._without_words(_NAMED.sub("", _BEGIN.sub("", text)))
        for pattern, holds in _CLAIMS:
            text = _drop(pattern, text, lambda found, holds=holds: any(holds(it, found) for it in subjects))  # type: ignore[misc]
        return text

    # What a text is about

    def _subject(self, naam: str, plaats: str) -> tuple[str, str]:
        return self.namen.get(naam, naam), self.plaatsen.get(plaats, plaats)

    def _subjects(self, text: str) -> list[Cijfer]:
        """The figures that a text names; else that under whose heading it stands."""
        found = [self._subject(naam, plaats) for plaats, naam in _BEGIN.findall(text)]
        for naam, plaatsen in _NAMED.findall(text):
            found += [self._subject(naam, it) for it in re.split(r", | en ", plaatsen)]
        known = [it for it in found if it[1] in self.plaatsen.values()] or (
            [self.plek.figuur] if self.plek.figuur else []
        )
        return [self.cijfer(*it) for it in dict.fromkeys(known)]

    def cijfer(self, code: str, gebied: str) -> Cijfer:
        """What the store holds of a figure."""
        if (code, gebied) not in self._cijfers:
            self._cijfers[code, gebied] = self._read(code, gebied)
        return self._cijfers[code, gebied]

    def _read(self, code: str, gebied: str) -> Cijfer:
        words = self._rows(
            "SELECT populatie, definitie, zin, noemer FROM indicator_versie WHERE indicator = $code "
            "ORDER BY versie DESC",
            code=code,
        )
        breuken = self._rows(
            "SELECT vanaf, uitleg FROM breuk WHERE (indicator IS NULL OR indicator = $code) "
            "AND (gebied IS NULL OR gebied = $gebied) UNION ALL "
            "SELECT vanaf, uitleg FROM gebied_opvolger WHERE gebied = $gebied OR opvolger = $gebied",
            code=code,
            gebied=gebied,
        )
        begin = self._rows(
            "SELECT periode FROM nulmeting WHERE indicator = $code AND gebied = $gebied ORDER BY nummer DESC",
            code=code,
            gebied=gebied,
        )
        noemer = words[0][3] if words else None
        return Cijfer(
            hier=self._values(code, noemer, gebied),
            gemeente=self._values(code, noemer, gemeente_of(gebied) or gebied),
            breuken=tuple(vanaf for vanaf, _ in breuken),
            woorden=tuple(it for row in (*(row[:3] for row in words), *breuken) for it in row if isinstance(it, str)),
            nulmeting=begin[0][0] if begin else None,
        )

    def _values(self, code: str, noemer: str | None, gebied: str) -> dict[str, tuple[Any, ...]]:
        """Value, margin and number by period; what is a share of another figure as that share."""
        sql = (
            "SELECT m.periode, CASE WHEN o.gebied IS NULL THEN m.waarde END, m.ondergrens, m.bovengrens, m.n "
            "FROM meting AS m LEFT JOIN meting_onderdrukking AS o USING (gebied, indicator, periode) "
            "WHERE m.indicator = $code AND m.gebied = $gebied ORDER BY m.periode_start"
        )
        own = {periode: rest for periode, *rest in self._rows(sql, code=code, gebied=gebied)}
        if noemer is None:
            return {periode: tuple(row) for periode, row in own.items()}
        whole = {periode: waarde for periode, waarde, *_ in self._rows(sql, code=noemer, gebied=gebied)}
        shares = {}
        for periode, (waarde, *_) in own.items():
            of = whole.get(periode)
            share = 100 * waarde / of if waarde is not None and of and of >= 50 else None
            shares[periode] = (share, None, None, None)
        return shares

    def _rows(self, sql: str, **parameters: Any) -> list[tuple[Any, ...]]:
        with self.database.reading() as cursor:
            return cursor.rows(sql, parameters)

    # Words in which a number may stand

    def _without_words(self, text: str) -> str:
        """Without what people typed, and what the store holds word for word of a figure, money or a gesprek."""
        about = [self.cijfer(*it) for it in {*self.figuren.values(), *([self.plek.figuur] if self.plek.figuur else [])}]
        for words in (*self.getypt, *self._kept_words(), *(it for cijfer in about for it in cijfer.woorden)):
            if NUMBER.search(words):
                text = text.replace(words, "").replace(words.rstrip("."), "")
        return text.replace("van de 100", "").replace(" (een score)", "")

    def _kept_words(self) -> list[str]:
        if not hasattr(self, "_words"):
            places = [*self.wijken, self.stuk.gemeente]
            found = self._rows(
                "SELECT tekst FROM leerpunt_lezing WHERE tekst IS NOT NULL UNION "
                "SELECT tekst FROM afspraak UNION SELECT tekst FROM beslispunt UNION SELECT titel FROM raadsbesluit "
                "UNION SELECT omschrijving FROM financiering WHERE list_contains($places, gebied) "
                "UNION SELECT naam FROM activiteit UNION SELECT les FROM voortgang UNION SELECT les FROM activiteit "
                "UNION SELECT naam FROM indicator_versie UNION SELECT naam FROM wijkplan UNION SELECT naam FROM bron",
                places=places,
            )
            titles = [it.titel for it in self.openbaar]
            self._words = sorted((it for it in [*(row[0] for row in found), *titles] if it), key=len, reverse=True)
        return self._words

    # What is counted, quoted and pointed at in the document itself

    def _counted(self, text: str) -> str:
        """Figures, tables, pictures and bijlagen are counted from one on."""
        if found := re.match(r"^(Tabel|Figuur|Bijlage|Cijfer) (\d+)[.:] ", text):
            soort, number = found[1], self.plek.geteld.get(found[1], 0) + 1
            self.plek = replace(self.plek, geteld={**self.plek.geteld, soort: number})
            return text[found.end() :] if int(found[2]) == number else text
        pieces = text.split(" · ")
        if all(it.startswith(f"{number}. ") for number, it in enumerate(pieces, start=1)):
            return " · ".join(it.partition(" ")[2] for it in pieces)
        return text

    def _citaat(self, text: str) -> str:
        """A citaat word for word, and under it who said it, and when."""
        quoted = {it.citaat: it for it in self.verhalen.values() if it.citaat and it.id in self.stuk.citaten}
        found = quoted.get(text.strip("“”\n "))
        if found is not None:
            self.plek = replace(self.plek, citaat=found)
            return ""
        told = self.plek.citaat
        if told is None:
            return text
        self.plek = replace(self.plek, citaat=None)
        ((day,),) = self._rows("SELECT verteld_op FROM verhaal WHERE id = $id", id=told.id)
        return text.replace(f"{SEIZOENEN[(day.month - 1) // 3]} {day.year}", "")

    def _structure(self, text: str) -> str:
        """Headings and references: each is that of the thing that it names."""
        if found := re.match(
            r"^(Argument|Punt|Kanttekening|Alternatief|Risico) ([\dA]+(?:\.\d+)?): (.*)$", text, re.DOTALL
        ):
            return self._onderdeel(found[1], found[2], found[3], text)
        text = _drop(
            r"Zie cijfer (\d+) in de bijlage\.", text, lambda it: self._is_named(self.figuren.get(it[1]), text)
        )
        return _drop(r"Zie het cijfer bij argument ([\dA]+(?:\.\d+)?)\.", text, lambda it: self._same_figure(it[1]))

    def _onderdeel(self, soort: str, number: str, words: str, text: str) -> str:
        kind = OnderdeelSoort.ARGUMENT if soort == "Punt" else OnderdeelSoort(soort.lower())
        numbers = self.stuk.nummers(kind)
        for it in self.stuk.van(kind):
            typed = self._typed(it)
            if numbers[it.id] == number and (words.startswith(tuple(typed)) if typed else it.vast):
                self.plek = replace(self.plek, argument=it if kind is OnderdeelSoort.ARGUMENT else None)
                return words
        return text

    def _typed(self, onderdeel: Onderdeel) -> list[str]:
        return [" ".join((it.tekst or "").split()) for it in self.stuk.standen(onderdeel.veld()) if it.tekst]

    def _is_named(self, figuur: tuple[str, str] | None, text: str) -> bool:
        found = _BEGIN.search(text)
        return found is not None and self._subject(found[2], found[1]) == figuur

    def _same_figure(self, number: str) -> bool:
        numbers = self.stuk.nummers(OnderdeelSoort.ARGUMENT)
        there = next((it for it in self.stuk.van(OnderdeelSoort.ARGUMENT) if numbers[it.id] == number), None)
        if there is None or self.plek.argument is None:
            return False
        return (there.stand.indicator, there.stand.gebied) == (
            self.plek.argument.stand.indicator,
            self.plek.argument.stand.gebied,
        )

    # Tables

    def _table(self, rijen: Rijen) -> Iterable[list[str]]:
        """The rows that are not as the store has them."""
        kop, *rest = rijen
        if kop[0] == "Periode":
            return self._metingen(kop, rest)
        if "Bedrag" in kop:
            return self._unknown(rest, self._money(kop))
        if kop[-1] == "Wat eruit kwam":
            return self._unknown([self._without_title(kop, it) for it in rest], self._met())
        if kop[-1] == "Stemmen":
            return [list(it) for it in rest if not _voted(self, *it)]
        if kop[-1] == "Dekking":
            return self._costs(kop, rest)
        if kop[0] == "Wanneer":
            return self._unknown([self._without_typed(it) for it in rest], self._days(OnderdeelSoort.MIJLPAAL))
        if kop[:2] == ["Soort", "Dag"]:
            return self._unknown([self._without_typed(it[1:]) for it in rest], self._days(OnderdeelSoort.EERDER))
        return [[self._structure(cel) for cel in it] for it in rest]

    def _unknown(self, rijen: Iterable[Sequence[str]], known: Counter[tuple[str, ...]]) -> list[list[str]]:
        """The rows that the store does not have, or not so often."""
        return [list(it) for it, times in Counter(map(tuple, rijen)).items() if times > known[it]]

    def _without_typed(self, row: Sequence[str]) -> list[str]:
        """A row with only what nobody typed."""
        return [cel for cel in row if cel not in self.getypt and cel not in self._kept_words()]

    def _days(self, soort: OnderdeelSoort) -> Counter[tuple[str, ...]]:
        """The day of everything of one kind; of a besluit of the raad that is the day on which it was taken."""
        decided = dict(self._rows("SELECT id, besloten_op FROM raadsbesluit"))
        days = [it.stand.dag or decided.get(it.stand.raadsbesluit) for it in self.stuk.van(soort)]
        return Counter((dutch_day(it),) if it else ("–",) for it in days)

    def _metingen(self, kop: Sequence[str], rijen: Sequence[Sequence[str]]) -> list[list[str]]:
        """The rows that are no meting of the figure; all when they are not those of the years of the stuk."""
        assert self.plek.figuur is not None
        cijfer, years = self.cijfer(*self.plek.figuur), self.stuk.kop
        first, last = str(years.periode_van or ""), str(years.periode_tot or "9999")
        if [periode_of(it[0]) for it in rijen] != [it for it in cijfer.hier if first <= it[:4] <= last]:
            return [list(it) for it in rijen]
        return [list(it) for it in rijen if not self._is_meting(dict(zip(kop, it, strict=True)), cijfer)]

    def _is_meting(self, cellen: Mapping[str, str], cijfer: Cijfer) -> bool:
        periode = periode_of(cellen["Periode"])
        row, there = cijfer.hier.get(periode), cijfer.gemeente.get(periode)
        if row is None:
            return False
        margin = NUMBER.findall(cellen.get("Marge", ""))
        breuk = "Vanaf hier" in cellen.get("Opmerking", "")
        return (
            _cell_is(cellen["Cijfer"], row[0])
            and [same(text, value) for text, value in zip(margin, row[1:3], strict=False)] == [True] * len(margin)
            and _cell_is(cellen.get("Mensen gevraagd", "–"), row[3])
            and (
                cellen.get("Hele gemeente", "–") == "–"
                or (there is not None and _cell_is(cellen["Hele gemeente"], there[0]))
            )
            and not NUMBER.search(cellen.get("Opmerking", ""))
            and (not breuk or any(str(it.year) == periode[:4] for it in cijfer.breuken))
            and ("Nulmeting" not in cellen.get("Opmerking", "") or cijfer.nulmeting == periode)
        )

    def _money(self, kop: Sequence[str]) -> Counter[tuple[str, ...]]:
        rows = self._rows(
            "SELECT g.naam, t.naam, f.omschrijving, f.jaar, f.vorm, f.staat, f.bedrag, f.uren FROM financiering AS f "
            "JOIN thema AS t ON t.code = f.thema JOIN gebied_versie AS g ON g.gebied = f.gebied "
            "WHERE f.id NOT IN (SELECT financiering FROM doorhaling WHERE financiering IS NOT NULL)"
        )
        names = ("Waar", "Thema", "Waarvoor", "Jaar", "Vorm", "Stand", "Bedrag", "Uren")
        told = []
        for plaats, thema, waarvoor, jaar, vorm, staat, bedrag, uren in rows:
            cells = (
                plaats,
                thema,
                waarvoor,
                str(jaar),
                FINANCIERING_VORM[vorm],
                FINANCIERING_STAAT[staat],
                euro(bedrag),
                dutch(uren),
            )
            told.append(dict(zip(names, cells, strict=True)))
        return Counter(tuple(it[name] for name in kop) for it in told)

    def _met(self) -> Counter[tuple[str, ...]]:
        """Where, when, who and what came of it, of every time that people came together."""
        names = {code: naam for naam, code in self.plaatsen.items()}
        return Counter(
            (names[it.gebied], dutch_day(it.dag), listed([*it.mensen, *it.gasten]) or "–", it.daaruit)
            for wijk in self.wijken
            for it in self.meetings(wijk)
        )

    def _without_title(self, kop: Sequence[str], row: Sequence[str]) -> list[str]:
        """A bijeenkomst without its kind, and without how people called it where they did."""
        titles = {it for (it,) in self._rows("SELECT titel FROM sessie")}
        kept = [cel for head, cel in zip(kop, row, strict=True) if head != "Waarover" or cel not in {*titles, "–"}]
        return [kept[0], *kept[2:]]

    def meetings(self, wijk: str) -> list["Bijeen"]:
        """The closed wijkgesprekken and leesrondes of a wijk."""
        rows = self._rows
        sessies = rows(
            "SELECT s.id, arg_max(t.dag, t.nummer) FROM sessie AS s JOIN sessie_stap AS t ON t.sessie = s.id "
            "WHERE s.gebied = $wijk GROUP BY s.id HAVING arg_max(t.stand, t.nummer) = 'gesloten'",
            wijk=wijk,
        )
        rondes = rows(
            "SELECT r.id, CAST(arg_max(t.op, t.nummer) + INTERVAL 2 HOUR AS DATE) FROM leesronde AS r "
            "JOIN leesronde_stand AS t ON t.ronde = r.id WHERE r.gebied = $wijk "
            "GROUP BY r.id HAVING arg_max(t.stand, t.nummer) = 'gesloten'",
            wijk=wijk,
        )
        found = []
        for id_, dag in sessies:
            people = dict(rows("SELECT rol, aantal FROM sessie_deelnemer WHERE sessie = $id", id=id_))
            guests = rows(
                "SELECT aantal, wie FROM sessie_gast WHERE sessie = $id AND weggehaald_op IS NULL ORDER BY wie", id=id_
            )
            learned = rows(
                "SELECT DISTINCT l.id, b.verhaal FROM leerpunt AS l JOIN leerpunt_lezing AS z ON z.leerpunt = l.id "
                "LEFT JOIN leerpunt_bron AS b ON b.leerpunt = l.id AND l.niveau = 'casus' AND b.verhaal IS NOT NULL "
                "WHERE l.sessie = $id AND z.tekst IS NOT NULL",
                id=id_,
            )
            # A casus is one verhaal, and not told of when that may not be read.
            shown = {leerpunt for leerpunt, verhaal in learned if verhaal is None or verhaal in self.verhalen}
            ((agreed,),) = rows("SELECT count(*) FROM afspraak WHERE sessie = $id AND tekst IS NOT NULL", id=id_)
            came = [count_of(len(shown), "leerpunt", "leerpunten"), count_of(agreed, "afspraak", "afspraken")]
            told = listed([it for it in came if it]) or "het bleef bij een gesprek"
            found.append(Bijeen(wijk, dag, people, guests, told, "gesprek"))
        for id_, dag in rondes:
            people = dict(rows("SELECT rol, aantal FROM leesronde_deelnemer WHERE ronde = $id", id=id_))
            guests = rows("SELECT aantal, wie FROM leesronde_gast WHERE ronde = $id AND weggehaald_op IS NULL", id=id_)
            ((chosen,),) = rows(
                "SELECT count(*) FROM (SELECT arg_max(k.verhaal, k.nummer) AS verhaal FROM leeskeuze AS k "
                "JOIN leesdomein AS d ON d.id = k.domein WHERE d.ronde = $id GROUP BY d.id) WHERE verhaal IS NOT NULL",
                id=id_,
            )
            told = f"{count_of(chosen, 'verhaal', 'verhalen')} gekozen" if chosen else "er is niets gekozen"
            found.append(Bijeen(wijk, dag, people, guests, told, "ronde"))
        return found

    def _costs(self, kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> list[list[str]]:
        """The rows with other amounts than were written down, and a head with other years."""
        first = self.stuk.kop.jaar
        years = [str(first + place) for place in range(len(kop) - 3)] if first else list(kop[2:-1])
        lines = [(self._typed(it), it.stand.bedragen) for it in self.stuk.van(OnderdeelSoort.FINANCIELE_REGEL)]
        known = Counter((*words, *map(euro, amounts)) for words, amounts in lines)
        told = [[row[0], *row[2:-1]] for row in rijen if not row[0].startswith("Samen")]
        sums = [euro(sum(it for it in year if it is not None)) for year in zip(*(it for _, it in lines), strict=True)]
        wrong = [list(row) for row in rijen if row[0].startswith("Samen") and not _fits(row[2:-1], sums)]
        typed = [self._without_typed([row[-1]]) for row in rijen]
        return [*self._unknown(told, known), *wrong, *typed, *([] if list(kop[2:-1]) == years else [list(kop)])]


def _fits(told: Sequence[str], sums: Sequence[str]) -> bool:
    """Whether these are the sums; of a year without any amount nothing is told."""
    return all(text in (amount, "–" if amount == "€ 0" else amount) for text, amount in zip(told, sums, strict=True))


@dataclass(frozen=True)
class Bijeen:
    """One time that people came together."""

    gebied: str
    dag: date
    aantallen: Mapping[str, int]
    gekomen: Sequence[tuple[Any, ...]]
    daaruit: str
    wat: str

    @property
    def mensen(self) -> list[str]:
        """How many of each role, in words."""
        return [
            count_of(self.aantallen[rol.value], STEMROL[rol], STEMROLLEN[rol])
            for rol in STEMROLLEN
            if self.aantallen.get(rol.value)
        ]

    @property
    def gasten(self) -> list[str]:
        """How many others."""
        return [wie if aantal == 1 and wie.startswith("iemand") else f"{aantal} {wie}" for aantal, wie in self.gekomen]


def mutants(blok: Blok) -> Iterator[Blok]:
    """The same piece as often as it has numbers, each time with another one of them changed."""
    if isinstance(blok, str):
        yield from _changed(blok)
        return
    for row, cells in enumerate(blok):
        for column, cell in enumerate(cells):
            for other in _changed(cell):
                yield [
                    [*line[:column], other, *line[column + 1 :]] if at == row else line for at, line in enumerate(blok)
                ]


def _changed(text: str) -> Iterator[str]:
    for found in NUMBER.finditer(text):
        # Five years or people further: one further is now and then true as well.
        yield f"{text[: found.end() - 1]}{(int(found[0][-1]) + 5) % 10}{text[found.end() :]}"


def survivors(bewijs: Bewijs, blokken: Sequence[Blok]) -> tuple[int, list[Blok]]:
    """In how many places a number was changed, and the pieces of which that was not seen."""
    bewijs.begin(blokken)
    tried, unseen = 0, list[Blok]()
    for blok in blokken:
        here = bewijs.plek
        for mutant in mutants(blok):
            bewijs.plek = here
            tried += 1
            unseen += [] if any(bewijs.look(mutant)) else [mutant]
        bewijs.plek = here
        list(bewijs.look(blok))
    return tried, unseen


# Words


def dutch(value: Any) -> str:
    """A whole number as people write it."""
    return "–" if value is None else f"{value:,}".replace(",", ".")


def euro(value: Any) -> str:
    """An amount as people write it."""
    if value is None:
        return "–"
    whole, cents = divmod(round(value * 100), 100)
    return f"€ {dutch(int(whole))}" + (f",{int(cents):02}" if cents else "")


def dutch_day(day: date) -> str:
    """ "9 april 2026"."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def count_of(count: int, one: str, more: str) -> str:
    """ "3 leerpunten"; nothing for none."""
    return f"{count} {one if count == 1 else more}" if count else ""


def listed(words: Sequence[str]) -> str:
    """ "a, b en c"."""
    return " en ".join(it for it in (", ".join(words[:-1]), *words[-1:]) if it)


def _cell_is(text: str, value: Any) -> bool:
    if value is None:
        return not NUMBER.search(text)
    return bool(NUMBER.fullmatch(text.removeprefix("-"))) and same(text, value)


def _drop(pattern: str, text: str, holds: Callable[[re.Match[str]], bool]) -> str:
    """The text without what fits the pattern and is so."""
    return re.sub(pattern, lambda found: "" if holds(found) else found[0], text)


# Claims about a figure: what is told of it, and whether it is so

_MARGE = rf"(?:\({W} tot {W}\))?"
_HIER = r"(?<!gemeente: )(?<!gemeente: naar schatting )(?<![\d.,])"
_Claim = Callable[[Cijfer, re.Match[str]], bool]
_CLAIMS: tuple[tuple[str, _Claim], ...] = (
    (
        rf"Daar [a-z ]*? sinds {P}, van {W} naar {W}",
        lambda it, m: it.is_gemeente(m[1], m[2]) and it.is_gemeente(_newest(it.gemeente), m[3]),
    ),
    (
        rf"[Dd]e hele gemeente: (?:naar schatting )?{W}[^.(\d]*{_MARGE}(?:,? in {P})?(?=\.)",
        lambda it, m: it.is_gemeente(m[4], m[1], m[2], m[3]),
    ),
    (rf"van {W} in {P} naar {W} in {P}", lambda it, m: it.is_at(m[2], m[1]) and it.is_at(m[4], m[3])),
    (
        rf"{_HIER}{W}[^.(\d]*?{_MARGE} ?, (?:in|over) {P}",
        lambda it, m: it.is_at(m[4], m[1], m[2], m[3]),
    ),
    (rf"In {P} was het {W}[^.(\d]*{_MARGE}", lambda it, m: it.is_at(m[1], m[2], m[3], m[4])),
    (
        rf"In {P} ligt het echte getal waarschijnlijk tussen {W} en {W}",
        lambda it, m: _margin_is(it, m[1], m[2], m[3]),
    ),
    (rf"is groot: van {W} tot {W}", lambda it, m: _margin_is(it, it.newest or "", m[1], m[2])),
    (rf"[Oo]ver (\w+) perioden(?: tussen {P} en {P})? is (?:er|het)", lambda it, m: _gaps_are(it, m[1], m[2], m[3])),
    (
        r"[Oo]ver (?!\w+ perioden)([^.;:]*?\d{4}) is (?:er|het)",
        lambda it, m: all(map(it.is_missing, re.findall(P, m[1]))),
    ),
    (rf"(?:van voor|Sinds|Tot|na een breuk in) {D}", lambda it, m: day_of(m[1]) in it.breuken),
    (rf"(?:van voor|Sinds|na een breuk in) {P}", lambda it, m: any(day.year == int(m[1][-4:]) for day in it.breuken)),
    (rf"is van {P}", lambda it, m: periode_of(m[1]) == it.newest),
    (rf"cijfer van {P}", lambda it, m: periode_of(m[1]) == it.newest),
    (rf"nulmeting (?:in|is die van) {P}", lambda it, m: it.nulmeting == periode_of(m[1])),
    (
        rf"In {P} de(?:ed|den) (\d+) mens(?:en)?",
        lambda it, m: same(m[2], it.hier.get(periode_of(m[1]), (0, 0, 0, None))[3]),
    ),
    (rf"{_HIER}{W} in {P}", lambda it, m: it.is_at(m[2], m[1])),
)


def _gaps_are(cijfer: Cijfer, aantal: str, first: str | None, last: str | None) -> bool:
    gaps = [periode for periode, row in cijfer.hier.items() if row[0] is None]
    ends = (periode_of(first), periode_of(last)) if first and last else (gaps[0], gaps[-1]) if gaps else None
    return bool(gaps) and aantal in (str(len(gaps)), telwoord(len(gaps))) and ends == (gaps[0], gaps[-1])


def _newest(rows: Mapping[str, tuple[Any, ...]]) -> str:
    return next((periode for periode, row in reversed(list(rows.items())) if row[0] is not None), "")


def _margin_is(cijfer: Cijfer, periode: str, low: str, high: str) -> bool:
    row = cijfer.hier.get(periode_of(periode) if " " in periode else periode)
    return row is not None and same(low, row[1]) and same(high, row[2])


# Sentences about something else: each loses the numbers that are so


def _of_the_stuk(bewijs: Bewijs, text: str) -> str:
    """The day, the kenmerk and the years of the stuk."""
    today = dutch_day(bewijs.vandaag)
    text = text.removesuffix(f" · {today}{f' · kenmerk {bewijs.kenmerk}' if bewijs.kenmerk else ''}")
    text = text.replace(f"Dit stuk is van {today}.", "")
    kop = bewijs.stuk.kop
    text = text.replace(f"Jaren: {kop.periode_van} tot en met {kop.periode_tot}", "")
    return text.replace(f"hoogstens {bewijs.plek.geteld.get('Figuur', 0)} grafieken", "")


def _outside(bewijs: Bewijs, text: str) -> str:
    """How many metingen there are of other years."""
    if bewijs.plek.figuur is None:
        return text
    kop = bewijs.stuk.kop
    years = [int(it[:4]) for it in bewijs.cijfer(*bewijs.plek.figuur).hier]
    out = sum(not (kop.periode_van or 0) <= it <= (kop.periode_tot or 9999) for it in years)
    return text.replace(f"zijn er ook cijfers: {out}.", "")


def _milestones(bewijs: Bewijs, text: str) -> str:
    """The day of each mijlpaal."""
    days = [dutch_day(it.stand.dag) for it in bewijs.stuk.van(OnderdeelSoort.MIJLPAAL) if it.stand.dag]
    told = listed(sorted(set(days), key=day_of))
    return text.replace(f"van dit voorstel: {told}.", "") if told else text


def _before_and_later(bewijs: Bewijs, text: str) -> str:
    """The day of what the raad did before, and of a mijlpaal, with the words that people wrote of it."""
    decided = dict(bewijs._rows("SELECT id, besloten_op FROM raadsbesluit"))
    for it in (*bewijs.stuk.van(OnderdeelSoort.EERDER), *bewijs.stuk.van(OnderdeelSoort.MIJLPAAL)):
        day, typed = it.stand.dag or decided.get(it.stand.raadsbesluit), bewijs._typed(it)
        if day and (not typed or any(words.rstrip(".") in text for words in typed)):
            text = re.sub(rf"^([A-Z][a-z ]+), {dutch_day(day)}: ", "", text)
    for number, uitkomst, words in bewijs._rows("SELECT nummer, uitkomst, tekst FROM beslispunt WHERE tekst <> ''"):
        text = text.replace(f"Punt {number} ({BESLISPUNT_UITKOMST[uitkomst]}): {words}", "")
    return text


def _of_the_writer(bewijs: Bewijs, text: str) -> str:
    """Which arguments have a number of the writer: those are there."""
    found = re.match(r"^Getallen in de eigen tekst van (?:argument|punt) (.*) zijn van de schrijver", text)
    known = bewijs.stuk.nummers(OnderdeelSoort.ARGUMENT).values()
    return text if found is None or not set(re.split(r", | en ", found[1])) <= set(known) else ""


def _to_choose(bewijs: Bewijs, text: str) -> str:
    """How many verhalen with a citaat, and how many figures there are about the same."""
    text = _drop(
        r"(?<=er |en )(\d+) verha(?:len|al) met een citaat",
        text,
        lambda it: int(it[1]) == sum(bool(told.citaat) for told in _about(bewijs)),
    )
    return _drop(r"(?:zijn|is) er (\d+) cijfers?", text, lambda it: int(it[1]) == _figures(bewijs))


def _themas(bewijs: Bewijs) -> set[str]:
    chosen = set(bewijs.stuk.gekozen(KeuzeSoort.THEMA))
    if chosen:
        return chosen
    codes = [code for code, _ in (bewijs.stuk.indicatoren or bewijs.figuren.values())]
    return {
        thema
        for (thema,) in bewijs._rows(
            "SELECT arg_max(thema, versie) FROM indicator_versie WHERE list_contains($codes, indicator) "
            "GROUP BY indicator",
            codes=codes,
        )
    }


def _about(bewijs: Bewijs) -> list[Verhaal]:
    """The public verhalen of the wijken of the stuk about its themas."""
    themas = _themas(bewijs)
    return [it for it in bewijs.openbaar if it.gebied in bewijs.wijken and (not themas or themas & set(it.themas))]


def _figures(bewijs: Bewijs) -> int:
    """How many figures with a value the pages of its wijken show about its themas."""
    themas = _themas(bewijs)
    return sum(
        any(it.waarde is not None for it in reeks.metingen)
        for wijk in bewijs.wijken
        for kaart in wijkbeeld(bewijs.database, wijk).kaarten
        if not themas or kaart.thema.code in themas
        for reeks in kaart.reeksen
    )


def _quoted(bewijs: Bewijs, text: str) -> str:
    """From how many verhalen the citaten come, and how many of those tell something else than a figure."""
    every = _about(bewijs)
    mine = [it for it in every if it.id in bewijs.stuk.citaten]
    n, k, other, ours = len(every), len(mine), sum(map(_differs, every)), sum(map(_differs, mine))
    rest = len(bewijs.stuk.citaten) - k
    for said in (
        f"Citaten uit {k} van de {n} verhalen die openbaar mogen",
        f"van de {n} vertellen er {other} iets anders dan het cijfer",
        f"van de {n} vertelt er {other} iets anders dan het cijfer",
        f"van de {k} gekozen zijn dat er {ours}",
        f"van de {k} gekozen is dat er {ours}",
        f"van de {k} gekozen geen",
        f"alle {n} verhalen die openbaar mogen" if k == n else "",
        f"; {other} ervan vertel" if k == n else "",
        f"Er zijn {n} verhalen die openbaar mogen",
        f"Er is {n} verhaal dat openbaar mag",
        f"{rest} citaten komen uit een verhaal over iets anders",
        f"{rest} citaat komt uit een verhaal over iets anders",
    ):
        text = text.replace(said, "") if said else text
    return text


def _differs(verhaal: Verhaal) -> bool:
    return any(it.verhouding is Verhouding.ZEGT_ANDERS for it in verhaal.koppelingen)


def _chosen_before(bewijs: Bewijs, text: str) -> str:
    """In which month people of a wijk chose verhalen."""
    found = re.match(rf"^In (.+?) (?:kozen|koos) .* in {M} .* bij “samen verhalen kiezen”\.$", text)
    if found is None:
        return text
    days = [it.dag for it in bewijs.meetings(bewijs.plaatsen.get(found[1], "")) if it.wat == "ronde"]
    return text.replace(found[2], "") if found[2] in map(_month, days) else text


def _month(day: date) -> str:
    return f"{MAANDEN[day.month - 1]} {day.year}"


def _budget(bewijs: Bewijs, text: str) -> str:
    """What a thema costs in a gebied in the years that are named, per form and how it stands."""
    found = re.match(r"^(.+?), “(.+?)”\. (In \d{4}: .*)$", text)
    if found is None:
        return text
    wrong = [
        _spent(bewijs, bewijs.plaatsen.get(found[1], ""), found[2], *it)
        for it in re.findall(r"In (\d{4}): (.*?)\.(?= |$)", found[3])
    ]
    newest = re.findall(r"\d{4}", found[3])[0]
    rest = re.sub(r"In \d{4}: .*?\.(?= |$)", "", found[3])
    return " ".join([rest.replace(f"Over {newest} ", ""), *wrong])


def _spent(bewijs: Bewijs, gebied: str, thema: str, jaar: str, said: str) -> str:
    """What is told of one year, without what is so."""
    rows = bewijs._rows(
        "SELECT f.vorm, f.staat, sum(f.bedrag), sum(f.uren) FROM financiering AS f JOIN thema AS t ON t.code = f.thema "
        "WHERE f.gebied = $gebied AND t.naam = $thema AND f.jaar = $jaar "
        "AND f.id NOT IN (SELECT financiering FROM doorhaling WHERE financiering IS NOT NULL) GROUP BY ALL",
        gebied=gebied,
        thema=thema,
        jaar=int(jaar),
    )
    for vorm, staat, bedrag, uren in rows:
        if bedrag is not None:
            said = said.replace(f"{euro(bedrag)} {FINANCIERING_VORM[vorm]} ({FINANCIERING_STAAT[staat]})", "")
        said = said.replace(f"{dutch(uren)} uur van bewoners", "") if uren is not None else said
    return said if rows else f"{said} {jaar}"


def _had_a_say(bewijs: Bewijs, text: str) -> str:
    """How often people of a wijk came together, how many, how they voted, what they brought in and wrote."""
    found = re.match(r"^([^:“”]+): (.*)$", text, re.DOTALL)
    wijk = bewijs.plaatsen.get(found[1]) if found else None
    if found is None or wijk is None:
        return text
    text = found[2]
    for told in (_plan, _votes, _proposals, _together):
        text = told(bewijs, wijk, text)
    return text


def _together(bewijs: Bewijs, wijk: str, text: str) -> str:
    times = {(it.dag, it.wat): it for it in bewijs.meetings(wijk)}
    if not times:
        return text
    days = sorted(day for day, _ in times)
    gesprekken, rondes = (sum(wat == soort for _, wat in times) for soort in ("gesprek", "ronde"))
    what = [count_of(gesprekken, "wijkgesprek", "wijkgesprekken")]
    what += [f"{rondes} keer samen verhalen gekozen"] if rondes else []
    when = f"tussen {dutch_day(days[0])} en {dutch_day(days[-1])}" if len(days) > 1 else f"op {dutch_day(days[0])}"
    text = text.replace(f"{listed([it for it in what if it])}, {when}.", "")
    for rol, many in STEMROLLEN.items():
        counts = [it.aantallen.get(rol.value, 0) for it in times.values()]
        least, most = min(counts), max(counts)
        people = count_of(most, STEMROL[rol], many)
        for said in (f"{least} tot {people}", f"hoogstens {people}" if not least else people):
            text = re.sub(rf"(?<= ){re.escape(said)}", "", text) if most else text
    return text


def _votes(bewijs: Bewijs, wijk: str, text: str) -> str:
    """About how many figures people voted, and when."""
    when = rf"(?:tussen {D} en {D}|op {D})"
    here = {code for code, gebied in bewijs.figuren.values() if gebied == wijk}
    claim = rf"op (\d+) cijfers? wil letten: daarover stemden [^\d]*?, {when}"
    return _drop(claim, text, lambda it: _voted_often(bewijs, wijk, here, it))


def _newest_votes(bewijs: Bewijs, wijk: str) -> list[tuple[Any, ...]]:
    return bewijs._rows(
        "SELECT indicator, rol, voor, tegen, op FROM draagvlak WHERE gebied = $wijk "
        "QUALIFY row_number() OVER (PARTITION BY indicator, rol ORDER BY op DESC, id DESC) = 1",
        wijk=wijk,
    )


def _between(days: Iterable[date], said: Iterable[str | None]) -> bool:
    """Whether these are the first and the last of the days."""
    told, known = {it for it in said if it}, set(days)
    return bool(known) and told == {dutch_day(it) for it in (min(known), max(known))}


def _voted(bewijs: Bewijs, plaats: str, cijfer: str, wanneer: str, stemmen: str) -> bool:
    """Of one figure of a wijk: when, and how many of each role were for and against, no more and no fewer."""
    votes = [it for it in _newest_votes(bewijs, bewijs.plaatsen.get(plaats, "")) if it[0] == bewijs.namen.get(cijfer)]
    said = [
        f"{many} {voor} voor en {tegen} tegen"
        for rol, many in STEMROLLEN.items()
        for _, role, voor, tegen, _ in votes
        if role == rol.value
    ]
    return _between((it[4] for it in votes), re.findall(D, wanneer)) and stemmen == listed(said)


def _voted_often(bewijs: Bewijs, wijk: str, cijfers: set[str], found: re.Match[str]) -> bool:
    """About how many of the figures of the stuk people voted, and between which days."""
    votes = [it for it in _newest_votes(bewijs, wijk) if it[0] in cijfers]
    return int(found[1]) == len({it[0] for it in votes}) and _between((it[4] for it in votes), found.groups()[1:])


def _proposals(bewijs: Bewijs, wijk: str, text: str) -> str:
    themas = _themas(bewijs)
    rows = bewijs._rows(
        "SELECT v.rol, g.thema FROM voorstel AS v LEFT JOIN (SELECT voorstel, arg_max(groep, nummer) AS groep "
        "FROM groep_voorstel GROUP BY voorstel) AS p ON p.voorstel = v.id LEFT JOIN groep AS g ON g.id = p.groep "
        "WHERE v.gebied = $wijk AND v.tekst IS NOT NULL",
        wijk=wijk,
    )
    mine = [rol for rol, thema in rows if not themas or thema in themas]
    who = listed([f"{many} {mine.count(rol.value)}" for rol, many in STEMROLLEN.items() if rol.value in mine])
    return text.replace(f"{count_of(len(mine), 'voorstel', 'voorstellen')} voor een cijfer ({who})", "")


def _plan(bewijs: Bewijs, wijk: str, text: str) -> str:
    rows = bewijs._rows(
        "SELECT p.naam, v.id, v.dag FROM wijkplan AS p JOIN wijkplan_versie AS v ON v.wijkplan = p.id "
        "WHERE p.gebied = $wijk AND v.opsteller = 'makers'",
        wijk=wijk,
    )
    for naam, versie, dag in rows:
        people = dict(bewijs._rows("SELECT rol, aantal FROM wijkplan_maker WHERE versie = $id", id=versie))
        told = Bijeen(wijk, dag, people, (), "", "")
        text = text.replace(f"“{naam}”, geschreven door {listed(told.mensen)} op {dutch_day(dag)}", "")
    parts = bewijs._rows(
        "WITH laatste AS (SELECT v.opsteller, arg_max(v.id, v.nummer) AS id FROM wijkplan_versie AS v "
        "JOIN wijkplan AS p ON p.id = v.wijkplan WHERE p.gebied = $wijk GROUP BY v.opsteller) "
        "SELECT count(*) FROM wijkplan_deel AS c JOIN laatste AS l ON l.id = c.versie AND l.opsteller = 'college' "
        "LEFT JOIN (SELECT d.sectie, d.tekst FROM wijkplan_deel AS d JOIN laatste AS m ON m.id = d.versie "
        "AND m.opsteller = 'makers') AS m ON m.sectie = c.sectie WHERE c.tekst IS DISTINCT FROM m.tekst",
        wijk=wijk,
    )
    return text.replace(f"schreef {count_of(parts[0][0], 'deel', 'delen')} anders", "")


def _look_back(bewijs: Bewijs, text: str) -> str:
    """On which days people look back on a leerpunt that is open, and on a mijlpaal of a plan."""
    found = re.match(r"^([^:“”]+): (?:terugkijken op|nog niet afgerond)", text)
    wijk = bewijs.plaatsen.get(found[1]) if found else None
    if wijk is None:
        return text
    open_ = bewijs._rows(
        "SELECT arg_max(r.terugkijken_op, r.nummer) FROM leerpunt_stand AS r JOIN leerpunt AS l ON l.id = r.leerpunt "
        "WHERE l.gebied = $wijk GROUP BY l.id",
        wijk=wijk,
    )
    planned = bewijs._rows(
        "SELECT coalesce(max(t.dag), CAST(any_value(r.gemaakt_op) AS DATE)) FROM wijkplan_regel AS r "
        "JOIN wijkplan AS p ON p.id = r.wijkplan LEFT JOIN wijkplan_terugblik AS t ON t.regel = r.id "
        "WHERE p.gebied = $wijk AND r.soort = 'mijlpaal' GROUP BY r.id",
        wijk=wijk,
    )
    later = [(kwartaal_later(day),) for (day,) in planned]
    for soort, rows in (("leerpunt", open_), ("mijlpaal van het wijkplan", later)):
        for (day,) in rows:
            text = text.replace(f"{dutch_day(day)} ({soort})", "") if day else text
    return text


def _minute(bewijs: Bewijs, text: str) -> str:
    """De wijk in een minuut: of one wijk alone, or with its name before it."""
    if bewijs.plek.figuur is not None or _BEGIN.search(text):
        return text
    begin = re.match(r"^(.+?)\. ", text)
    named = [bewijs.plaatsen.get(it, "") for it in re.split(r", | en ", begin[1])] if begin else []
    wijken = named if named and all(named) else bewijs.wijken if len(bewijs.wijken) == 1 else []
    # What is said of several wijken must be so in each.
    return max((_of_one(bewijs, wijk, text) for wijk in wijken), key=lambda it: len(NUMBER.findall(it)), default=text)


def _of_one(bewijs: Bewijs, wijk: str, text: str) -> str:
    """A minuut without what is so in one wijk."""
    told = sum(it.gebied == wijk for it in bewijs.openbaar)
    text = re.sub(rf"(?<!\d){told} verhalen\.", "", text)
    text = _seen(bewijs, wijk, text)
    for when in _moments(bewijs, wijk):
        text = text.replace(when, "")
    return text


def _seen(bewijs: Bewijs, wijk: str, text: str) -> str:
    codes = [code for (code,) in bewijs._rows("SELECT DISTINCT indicator FROM meting WHERE gebied = $wijk", wijk=wijk)]

    def holds(found: re.Match[str]) -> bool:
        now, value, then, before = found.groups()
        return any(
            it.is_at(now, value) and (then is None or it.is_at(then, before))
            for it in (bewijs.cijfer(code, wijk) for code in codes)
        )

    def all_hold(found: re.Match[str]) -> bool:
        values = re.findall(W, found[2].replace("van de 100", ""))
        return all(any(bewijs.cijfer(code, wijk).is_at(found[1], it) for code in codes) for it in values)

    text = _drop(rf"In {P} ([^.(]*)\.", text, all_hold)
    return _drop(rf"In {P} [^\d.]*{W} (?:van de 100)?(?:[^.\d]*in {P} \(toen {W}\))?", text, holds)


def _moments(bewijs: Bewijs, wijk: str) -> Iterator[str]:
    """The months and days that a minuut can name, each with the words around it."""
    for it in bewijs.meetings(wijk):
        yield f"(wijkgesprek, {_month(it.dag)})"
    learned = bewijs._rows(
        "SELECT z.naam, coalesce(v.op, z.les_op) FROM activiteit AS z LEFT JOIN voortgang AS v ON v.activiteit = z.id "
        "AND v.les IS NOT NULL WHERE list_contains($places, z.gebied) UNION "
        "SELECT z.naam, v.op FROM initiatief AS z JOIN voortgang AS v ON v.initiatief = z.id AND v.les IS NOT NULL "
        "WHERE list_contains($places, z.gebied)",
        places=[wijk, bewijs.stuk.gemeente],
    )
    for naam, day in learned:
        for stand in ("", *(f", {it}" for it in ACTIVITEIT_STATUS.values())):
            yield from [f"({naam}{stand}, {_month(day)})"] if day else []
    for (day,) in bewijs._rows("SELECT besloten_op FROM raadsbesluit WHERE gebied = $gm", gm=bewijs.stuk.gemeente):
        yield f"in {_month(day)}"
    agreed = bewijs._rows(
        "SELECT a.voor FROM afspraak AS a JOIN sessie AS s ON s.id = a.sessie WHERE s.gebied = $wijk", wijk=wijk
    )
    for (day,) in agreed:
        yield from [f"Afgesproken voor {dutch_day(day)}"] if day else []


_LEEFTIJDEN = {
    "mensen onder de 25": ("jonger_dan_16", "16_tot_25"),
    "mensen van 25 tot 65": ("25_tot_45", "45_tot_65"),
    "mensen van 65 en ouder": ("65_tot_80", "80_en_ouder"),
}


def _not_heard(bewijs: Bewijs, text: str) -> str:
    """An age group that nobody of a wijk told from."""
    found = re.match(r"^In (.+?) zijn nog niet gehoord: ", text)
    wijk = bewijs.plaatsen.get(found[1]) if found else None
    if wijk is None:
        return text
    ids = [it.id for it in bewijs.openbaar if it.gebied == wijk]
    rows = bewijs._rows("SELECT DISTINCT leeftijdsgroep FROM verhaal WHERE list_contains($ids, id)", ids=ids)
    ages = {age for (age,) in rows}
    for said, groups in _LEEFTIJDEN.items():
        text = text if ages & set(groups) else text.replace(said, "")
    return text


_SENTENCES: tuple[Callable[[Bewijs, str], str], ...] = (
    _of_the_stuk,
    _outside,
    _milestones,
    _before_and_later,
    _of_the_writer,
    _to_choose,
    _quoted,
    _chosen_before,
    _budget,
    _not_heard,
    _look_back,
    _had_a_say,
    _minute,
)
