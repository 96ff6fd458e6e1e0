"""A stuk for the raad read back from its file: every number stands in the store, every citaat is word for word.

What may stand in it is asked of the store in words of its own here, not through what writes the document.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from monitor.charts.reeks import plaatje_spec
from monitor.domain.document import Document, DocumentSoort, Kop, Lijst, Prent, Tabel
from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.raadsstuk import Raadsstuk, StukSoort
from monitor.domain.verhaal import Verhouding
from monitor.export.beeld import make_svgs
from monitor.export.document import make_document
from monitor.nl import format_euro, format_getal
from monitor.services.stukbouw import build_from
from monitor.services.stukteksten import Stukcitaat, stukteksten
from monitor.services.stukzinnen import Stukcijfer
from monitor.services.zinnen import alt_zin
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.export.teruglezen import docx_texts, markdown_texts, odt_texts, pdf_text, squeezed
from tests.services.builders import build_stuk
from tests.services.stukken import GEMEENTE, LINDEN, LISDODDE, vol_stuk

TODAY = date(2026, 11, 20)
CIJFERS = (
    ("vm-buren-oppassen", LINDEN),
    ("vm-open-tafel", LINDEN),
    ("vm-weg-naar-hulp", LINDEN),
    ("rivm-eenzaam", LINDEN),
    ("vm-buren-oppassen", LISDODDE),
    ("vm-buren-oppassen", GEMEENTE),
)
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
CAPTION = re.compile(r"^(Tabel|Afbeelding|Figuur) \d+\.")
OURS = {"100", "8.100,50", "0", "2027", "2028", "2029", "2030", "1", "6", "2025"}
"""What stands in our own words ("van de 100"), and what people filled in themselves: amounts, years and days."""


def teken(cijfers: Iterable[Stukcijfer]) -> tuple[str, ...]:
    return make_svgs([plaatje_spec(it.reeks, it.plaats.naam, [], alt_zin(it.reeks)) for it in cijfers])


def quotable(database: Database) -> dict[str, str]:
    with database.reading() as cursor:
        found = LeesStore(cursor).leesbaar(BEZOEKER, TODAY, gebied=GEMEENTE)
    return {it.id: it.citaat for it in found if it.citaat}


@pytest.fixture(scope="module")
def stuk(voorbeeld: Database) -> Raadsstuk:
    here = [id_ for id_, citaat in quotable(voorbeeld).items() if not NUMBER.search(citaat)]
    return vol_stuk(here[:5], CIJFERS, StukSoort.RAADSVOORSTEL)


@pytest.fixture(scope="module")
def document(voorbeeld: Database, stuk: Raadsstuk) -> Document:
    return build_stuk(voorbeeld, stuk, teken)


# What the store knows


CODES = ", ".join(f"'{code}'" for code in dict.fromkeys(code for code, _ in CIJFERS))
PLACES = f"('{LINDEN}', '{LISDODDE}', '{GEMEENTE}')"
VALUES = ("SELECT waarde, ondergrens, bovengrens, n FROM meting WHERE @here",)
DAYS = (
    "SELECT vanaf FROM breuk WHERE gebied IS NULL OR gebied IN @places",
    "SELECT vanaf FROM gebied_opvolger",
    "SELECT op FROM draagvlak WHERE @here",
    "SELECT dag FROM sessie_stap",
    "SELECT op FROM leesronde_stand",
    "SELECT terugkijken_op FROM leerpunt_stand",
)
COUNTS = (
    "SELECT voor, tegen FROM draagvlak WHERE @here",
    "SELECT aantal FROM sessie_deelnemer",
    "SELECT aantal FROM sessie_gast",
    "SELECT aantal FROM leesronde_deelnemer",
    "SELECT aantal FROM leesronde_gast",
    "SELECT count(*) FROM leerpunt GROUP BY sessie",
    "SELECT count(*) FROM afspraak GROUP BY sessie",
    "SELECT count(*) FROM voorstel WHERE gebied IN @places GROUP BY gebied",
    "SELECT count(*) FROM sessie GROUP BY gebied",
    "SELECT count(*) FROM leesronde GROUP BY gebied",
    "SELECT count(*) FROM voorstel WHERE gebied IN @places GROUP BY gebied, rol",
    "SELECT count(*) FROM leeskeuze JOIN leesdomein ON leesdomein.id = domein WHERE verhaal IS NOT NULL GROUP BY ronde",
    "SELECT uren FROM financiering WHERE gebied IN @places",
    "SELECT sum(uren) FROM financiering WHERE gebied IN @places GROUP BY gebied, thema, jaar, vorm",
)
AMOUNTS = (
    "SELECT bedrag FROM financiering WHERE gebied IN @places",
    "SELECT sum(bedrag) FROM financiering WHERE gebied IN @places GROUP BY gebied, thema, jaar, vorm, staat",
)
TEXTS = (
    "SELECT periode FROM meting WHERE @here",
    "SELECT jaar FROM financiering WHERE gebied IN @places",
    "SELECT naam, definitie FROM indicator_versie",
    "SELECT uitleg FROM breuk",
    "SELECT omschrijving FROM financiering",
    "SELECT uitleg FROM gebied_opvolger",
)


def known_numbers(database: Database) -> set[str]:
    """Every number that a document about these figures and wijken may say, as it is written in a text."""
    with database.reading() as cursor:

        def cells(queries: Iterable[str]) -> list[Any]:
            asked = (it.replace("@here", f"gebied IN @places AND indicator IN ({CODES})") for it in queries)
            rows = (row for sql in asked for row in cursor.rows(sql.replace("@places", PLACES)))
            return [cell for row in rows for cell in row if cell is not None]

        found = {format_getal(float(it), places) for it in cells(VALUES) for places in (0, 1)}
        found |= {format_getal(it) for it in cells(COUNTS)}
        found |= {format_euro(it).removeprefix("€ ") for it in cells(AMOUNTS)}
        found |= {number for it in cells(TEXTS) for number in NUMBER.findall(str(it))}
        found |= {number for it in cells(DAYS) for number in (str(it.day), str(it.year))}
        verhalen = LeesStore(cursor).leesbaar(BEZOEKER, TODAY, gebied=GEMEENTE)
    here = [it for it in verhalen if it.gebied in (LINDEN, LISDODDE)]
    for thema in {code for it in here for code in it.themas}:
        found.add(str(sum(thema in it.themas for it in here)))
    other = sum(any(link.verhouding is Verhouding.ZEGT_ANDERS for link in it.koppelingen) for it in here)
    return found | {str(len(here)), str(other)} | {str(it.kwartaal.year) for it in verhalen}


def numbers(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for number in NUMBER.findall(CAPTION.sub("", text)):
            yield number, text


def structural(document: Document, stuk: Raadsstuk) -> set[str]:
    """The numbers of arguments and figures, and how many citaten were chosen."""
    heads = {number for it in document.blokken if isinstance(it, Kop) for number in NUMBER.findall(it.tekst)}
    return heads | {str(place) for place in range(len(CIJFERS) + 1)} | {str(len(stuk.citaten))}


def unknown(texts: Iterable[str], known: set[str]) -> list[tuple[str, str]]:
    return [(number, text) for number, text in numbers(texts) if number not in known]


def test_every_number_in_the_file_is_in_the_store(voorbeeld: Database, document: Document, stuk: Raadsstuk) -> None:
    known = known_numbers(voorbeeld) | structural(document, stuk) | OURS | {str(TODAY.day), str(TODAY.year)}
    texts = [text for _, text in docx_texts(make_document(document, DocumentSoort.DOCX))]
    assert sum(1 for _ in numbers(texts)) > 300
    assert unknown(texts, known) == []


def test_a_number_that_is_not_in_the_store_would_be_found(
    voorbeeld: Database, document: Document, stuk: Raadsstuk
) -> None:
    known = known_numbers(voorbeeld) | structural(document, stuk) | OURS | {str(TODAY.day), str(TODAY.year)}
    assert unknown(["In 2025 kenden 97 van de 100 bewoners hun buren."], known)
    assert unknown(["Dat kost € 63.201."], known)
    assert unknown(["In 1998 was dat anders."], known)


def test_each_row_of_a_table_is_what_the_store_holds(voorbeeld: Database, document: Document) -> None:
    tables = [it for it in document.blokken if isinstance(it, Tabel) and it.kolommen[0] == "Periode"]
    assert len(tables) == len(CIJFERS)
    for (code, gebied), table in zip(CIJFERS, tables, strict=True):
        with voorbeeld.reading() as cursor:
            rows = cursor.rows(
                "SELECT periode, waarde, ondergrens, bovengrens, n FROM meting WHERE indicator = ? AND gebied = ? "
                "ORDER BY periode_start",
                [code, gebied],
            )
        assert len(rows) == len(table.rijen)
        for (periode, waarde, low, high, n), cells in zip(rows, table.rijen, strict=True):
            row = dict(zip(table.kolommen, cells, strict=True))
            assert periode[:4] in row["Periode"]
            assert row["Cijfer"] == ("geen cijfer" if waarde is None else format_getal(waarde))
            margin = "–" if low is None else f"{format_getal(low)} tot {format_getal(high)}"
            assert row.get("Marge", "–") == margin
            assert row.get("Mensen gevraagd", "–") == ("–" if n is None else format_getal(n))


def test_each_bevinding_says_the_newest_value_of_the_store(voorbeeld: Database, document: Document) -> None:
    texts = "\n".join(text for _, text in docx_texts(make_document(document, DocumentSoort.DOCX)))
    for code, gebied in CIJFERS:
        with voorbeeld.reading() as cursor:
            row = cursor.row(
                "SELECT waarde, periode FROM meting WHERE indicator = ? AND gebied = ? AND waarde IS NOT NULL "
                "ORDER BY periode_start DESC",
                [code, gebied],
            )
            name = cursor.row("SELECT naam FROM indicator_versie WHERE indicator = ? ORDER BY versie DESC", [code])
        assert row is not None
        assert name is not None
        found = [line for line in texts.split("\n") if f"“{name[0]}”:" in line and "Zie cijfer" in line]
        assert any(format_getal(row[0]) in line and row[1][:4] in line for line in found), code


# Citaten


@pytest.mark.parametrize("soort", DocumentSoort)
def test_every_citaat_is_word_for_word(voorbeeld: Database, soort: DocumentSoort) -> None:
    said = quotable(voorbeeld)
    stuk = vol_stuk(said, (), StukSoort.RAADSVOORSTEL)
    teksten = stukteksten(voorbeeld, stuk)
    content = make_document(build_from(stuk, teksten, {}, TODAY), soort)
    assert len(said) > 20
    read = read_back(content, soort)
    missing = [citaat for citaat in said.values() if squeezed(citaat) not in read]
    assert missing == []


NAUGHTY = (
    "“Aanhaling” in ‘haken’, 's avonds en ’s nachts — en toch…",
    "<b>niet vet</b> &amp; *ster* _streep_ # kop | pijp \\ streep ~~weg~~ `code` [link](https://x.nl)",
    "{{veld}} ${veld} %s {0} =SUM(A1) $x^2$ @naam #set",
    "café naïef coördinatie ĳsje Łódź Ünal Şahin ß ñ",
    "1. geen lijst",
    "- ook geen lijst",
)


@pytest.mark.parametrize("soort", DocumentSoort)
def test_a_citaat_is_never_read_as_anything_else(voorbeeld: Database, soort: DocumentSoort) -> None:
    ids = list(quotable(voorbeeld))[: len(NAUGHTY)]
    stuk = vol_stuk(ids, (), StukSoort.RAADSINFORMATIEBRIEF)
    teksten = replace(
        stukteksten(voorbeeld, stuk),
        citaten={id_: Stukcitaat(id_, text, "bewoner") for id_, text in zip(ids, NAUGHTY, strict=True)},
    )
    read = read_back(make_document(build_from(stuk, teksten, {}, TODAY), soort), soort)
    assert [text for text in NAUGHTY if squeezed(text) not in read] == []


def read_back(content: bytes, soort: DocumentSoort) -> str:
    """All text of a file, without white."""
    if soort is DocumentSoort.PDF:
        return squeezed(pdf_text(content))
    if soort is DocumentSoort.MD:
        return squeezed("".join(text for _, text in markdown_texts(content.decode())))
    read = docx_texts if soort is DocumentSoort.DOCX else odt_texts
    return squeezed("".join(text for _, text in read(content)))


# Its form


def test_charts_are_pictures_that_are_told_in_words(document: Document) -> None:
    pictures = [it for it in document.blokken if isinstance(it, Prent)]
    assert len(pictures) == len(CIJFERS)
    assert all(it.svg.startswith("<svg") and len(it.alt) > 40 and "Bron:" in it.bijschrift for it in pictures)


def test_beslispunten_are_a_list_that_word_numbers_itself(document: Document) -> None:
    (points, *_) = [it for it in document.blokken if isinstance(it, Lijst) and it.genummerd]
    assert len(points.items) == 2
    assert not any(NUMBER.match(it) for it in points.items)
