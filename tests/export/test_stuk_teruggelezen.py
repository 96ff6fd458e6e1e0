"""The stukken of the example read back from all four kinds of file: every number is in the store, in its own place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from monitor.domain.document import Document, DocumentSoort, Prent
from monitor.domain.raadsstuk import KeuzeSoort, OnderdeelSoort, Raadsstuk, StukKeuze, StukSoort
from monitor.export.document import make_document
from monitor.services.raadsstukken import lees_stuk, stukken
from monitor.services.stukbouw import build_from
from monitor.services.stukteksten import Stukcitaat, stukteksten
from monitor.services.stukzinnen import Stukcijfer
from monitor.store.database import Database
from tests.conftest import NOW
from tests.export.bewijs import NUMBER, Bewijs, survivors
from tests.export.teruglezen import Blok, docx_blokken, markdown_blokken, odt_blokken, pdf_text, squeezed
from tests.services.builders import build_stuk
from tests.services.stukken import LINDEN, SVG, make_stuk
from tests.services.test_raadsstukken import ANNA

KENMERK, VANDAAG = "3f9a1c2b7d40", NOW.date()
NAMEN = (*(it.value for it in StukSoort), "kaal")
IN_STUKKEN = (DocumentSoort.DOCX, DocumentSoort.ODT, DocumentSoort.MD)
"""The kinds of file in which it is written what is a table and what is not."""


def draw(cijfers: Sequence[Stukcijfer]) -> Sequence[str]:
    """A drawing without words: along the sides of a chart stand years and tens that are no figures."""
    return [SVG for _ in cijfers]


@pytest.fixture(scope="module")
def geschreven(voorbeeld: Database) -> Mapping[str, Raadsstuk]:
    """What the example holds of each kind, as people wrote it; and a wijkbeeld for which nothing was chosen."""
    found = [lees_stuk(voorbeeld, ANNA, it.id) for it in stukken(voorbeeld, ANNA)]
    bare = make_stuk(keuzes=[StukKeuze(KeuzeSoort.WIJK, LINDEN)], soort=StukSoort.WIJKBEELD)
    return {**{it.soort.value: it for it in found}, "kaal": bare}


@pytest.fixture(scope="module")
def documenten(voorbeeld: Database, geschreven: Mapping[str, Raadsstuk]) -> Mapping[str, Document]:
    return {naam: build_stuk(voorbeeld, stuk, draw, kenmerk=KENMERK) for naam, stuk in geschreven.items()}


@pytest.fixture(scope="module")
def stil(voorbeeld: Database) -> Iterator[Database]:
    """The store of the example, in which nothing is asked twice."""
    with voorbeeld.snapshot() as still:
        yield still


def read_back(document: Document, soort: DocumentSoort) -> list[Blok]:
    content = make_document(document, soort)
    if soort is DocumentSoort.MD:
        return markdown_blokken(content.decode())
    return docx_blokken(content) if soort is DocumentSoort.DOCX else odt_blokken(content)


def told(blokken: Sequence[Blok]) -> list[str]:
    """All texts one after the other, cell by cell."""
    return [
        text
        for blok in blokken
        for text in ([blok] if isinstance(blok, str) else [cel for rij in blok for cel in rij])
        if text
    ]


# Numbers


@pytest.mark.parametrize("soort", IN_STUKKEN)
@pytest.mark.parametrize("naam", NAMEN)
def test_every_number_is_in_the_store_where_the_words_around_it_say(
    stil: Database,
    geschreven: Mapping[str, Raadsstuk],
    documenten: Mapping[str, Document],
    naam: str,
    soort: DocumentSoort,
) -> None:
    blokken = read_back(documenten[naam], soort)
    assert sum(len(NUMBER.findall(it)) for it in told(blokken)) > 300
    assert Bewijs(stil, geschreven[naam], VANDAAG, KENMERK).unproved(blokken) == []


@pytest.mark.parametrize("naam", NAMEN)
def test_any_number_that_were_another_one_would_be_seen(
    stil: Database, geschreven: Mapping[str, Raadsstuk], documenten: Mapping[str, Document], naam: str
) -> None:
    blokken = read_back(documenten[naam], DocumentSoort.DOCX)
    tried, unseen = survivors(Bewijs(stil, geschreven[naam], VANDAAG, KENMERK), blokken)
    assert tried > 300
    # Where the store holds the same number in both years, the other one is so as well.
    assert len(unseen) <= tried // 50, unseen


@pytest.mark.parametrize("naam", NAMEN)
def test_the_pdf_tells_the_same_in_the_same_order_and_no_other_number(
    documenten: Mapping[str, Document], naam: str
) -> None:
    document = documenten[naam]
    assert beside(document, told(read_back(document, DocumentSoort.MD))) == []


def test_another_number_in_the_pdf_would_be_seen(documenten: Mapping[str, Document]) -> None:
    document = documenten[StukSoort.RAADSVOORSTEL.value]
    texts = told(read_back(document, DocumentSoort.MD))
    place = next(place for place, text in enumerate(texts) if "63 van de 100" in text)
    changed = [*texts[:place], texts[place].replace("63 van de 100", "64 van de 100"), *texts[place + 1 :]]
    assert beside(document, changed) != []
    assert beside(document, [*texts[:place], *texts[place + 1 :]]) != []


def beside(document: Document, texts: Sequence[str]) -> list[str]:
    """What of these texts is not in the pages in this order, and the numbers in the pages that are in no text."""
    pdf = squeezed(pdf_text(make_document(document, DocumentSoort.PDF)))
    begin = re.escape(squeezed(document.titel)[:12])  # a long title is shortened at the foot of a page
    foot = rf"{begin}[^·]*·{document.gemeente}·kenmerk{KENMERK}Bladzijde\d+van\d+"
    pages = re.sub(foot, "", pdf)
    alts = {squeezed(it.alt) for it in document.blokken if isinstance(it, Prent)}
    wrong, at = [], 0
    for text in (it for it in map(squeezed, texts) if it not in alts):
        place = pages.find(text, at)
        if place < 0:
            wrong.append(text)
            continue
        # Other files leave the numbers of a list to the program that shows them.
        wrong += NUMBER.findall(re.sub(r"(?<!\d)\d\.", "", pages[at:place]))
        at = place + len(text)
    return wrong


# Citaten, and what is missing


@pytest.mark.parametrize("soort", IN_STUKKEN)
@pytest.mark.parametrize("naam", NAMEN)
def test_every_argument_has_a_figure_and_a_citaat_or_says_which_is_missing(
    geschreven: Mapping[str, Raadsstuk], documenten: Mapping[str, Document], naam: str, soort: DocumentSoort
) -> None:
    texts = told(read_back(documenten[naam], soort))
    heads = [place for place, text in enumerate(texts) if re.match(r"(Argument|Punt) [\dA.]+: ", text)]
    assert len(heads) == len(geschreven[naam].van(OnderdeelSoort.ARGUMENT))
    for begin in heads:
        under = "\n".join(texts[begin + 1 : begin + 8])
        under = re.split(r"\n(?:Argument|Punt) ", under)[0]
        assert "Zie cijfer" in under or "Zie het cijfer" in under or "Geen cijfer" in under, texts[begin]
        assert re.search(r"^“.+”$", under, re.MULTILINE) or "Geen verhaal" in under, texts[begin]


UNSHOWABLE = {
    "pictogram \U0001fae0 hier": "pictogram \ufffd hier",
    "teken \ue000 en \x07 weg": "teken \ufffd en \ufffd weg",
}


@pytest.mark.parametrize("soort", DocumentSoort)
def test_what_no_letter_can_show_is_marked_and_the_document_says_so(
    voorbeeld: Database, geschreven: Mapping[str, Raadsstuk], soort: DocumentSoort
) -> None:
    stuk = geschreven[StukSoort.RAADSVOORSTEL.value]
    teksten = stukteksten(voorbeeld, stuk)
    ids = list(stuk.citaten)[: len(UNSHOWABLE)]
    changed = {id_: Stukcitaat(id_, text, "bewoner") for id_, text in zip(ids, UNSHOWABLE, strict=True)}
    document = build_from(stuk, replace(teksten, citaten={**teksten.citaten, **changed}), {}, date(2026, 11, 20))
    content = make_document(document, soort)
    read = pdf_text(content) if soort is DocumentSoort.PDF else "\n".join(told(read_back(document, soort)))
    for text in UNSHOWABLE.values():
        assert squeezed(text) in squeezed(read)
    assert squeezed("In dit stuk staan 3 tekens die niet getoond kunnen worden.") in squeezed(read)
