"""Help with reading: the number, the sentences, and words for which there is an everyday one."""

import csv
import re
from importlib.metadata import version

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.services.leeshulp import LANGE_ZIN, MINSTE_WOORDEN, gewone_woorden, leeshulp
from monitor.settings import GEWONE_WOORDEN, ROOT

BRIEF = (
    "Wij maken een plan voor de wijk. U kunt meedoen. Kom naar de zaal in de school. De koffie is klaar om acht uur. "
    "Wij praten over het park en over de straat. U zegt wat u ervan vindt. Wij schrijven het op. Daarna kiest de raad."
)
AMBTELIJK = (
    "Overeenkomstig de bepalingen van de verordening maatschappelijke ondersteuning en de daarop gebaseerde "
    "uitvoeringsregeling worden verantwoordelijkheden met betrekking tot de financieringsconstructie gecontinueerd, "
    "onverminderd de bevoegdheidsverdeling tussen samenwerkingspartners en toezichthoudende organisaties."
    " Desbetreffende ondermandateringsbesluiten blijven ongewijzigd van toepassing."
)


def sentences(tekst: str) -> list[str]:
    return [tekst[it.start : it.eind] for it in leeshulp(tekst).zinnen]


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("", []),
        ("...", []),
        ("Een zin", ["Een zin"]),
        ("Dit is er één. Dit ook!", ["Dit is er één.", "Dit ook!"]),
        ("Dat is bijv. Jan. Of niet?", ["Dat is bijv. Jan.", "Of niet?"]),
        ("Het kost 1.234,5 euro. Meer niet.", ["Het kost 1.234,5 euro.", "Meer niet."]),
        ("Dit geldt o.a. Voor ouderen.", ["Dit geldt o.a. Voor ouderen."]),
        ("Zij zei: “Kom maar.” Toen ging zij.", ["Zij zei: “Kom maar.”", "Toen ging zij."]),
        ("“Kom je?” vroeg zij. Ja.", ["“Kom je?” vroeg zij.", "Ja."]),
        ("1. De raad besluit. 2. Het college voert uit.", ["1. De raad besluit.", "2. Het college voert uit."]),
        ("1.1 De raad besluit.", ["1.1 De raad besluit."]),
        ("Een kop\nEen regel", ["Een kop", "Een regel"]),
        ("A. Jansen en B.C. de Vries kwamen.", ["A. Jansen en B.C. de Vries kwamen."]),
        ("Zie art. 108 van de wet. Klaar.", ["Zie art. 108 van de wet.", "Klaar."]),
        ("Wij zijn er (gelukkig!). Nu nog.", ["Wij zijn er (gelukkig!).", "Nu nog."]),
    ],
)
def test_a_text_falls_apart_in_sentences_as_a_reader_reads_them(tekst: str, zinnen: list[str]) -> None:
    assert sentences(tekst) == zinnen


def test_the_number_is_that_of_douma() -> None:
    woorden, zinnen = 30, 3
    tekst = " ".join("De kat zit op de mat in het huis van." for _ in range(zinnen))
    assert leeshulp(tekst).getal == pytest.approx(206.84 - 0.93 * woorden / zinnen - 77 * 1)


def test_an_easy_text_has_a_higher_number_than_a_hard_one() -> None:
    easy, hard = leeshulp(BRIEF).getal, leeshulp(AMBTELIJK).getal
    assert easy is not None
    assert hard is not None
    assert easy > 90 > 20 > hard


def test_of_a_short_text_there_is_no_number() -> None:
    assert leeshulp("woord " * (MINSTE_WOORDEN - 1)).getal is None
    assert leeshulp("woord " * MINSTE_WOORDEN).getal is not None


def test_a_sentence_is_long_above_twenty_words() -> None:
    assert not leeshulp("woord " * LANGE_ZIN).lang
    assert len(leeshulp("woord " * (LANGE_ZIN + 1)).lang) == 1


def test_jargon_is_found_as_a_whole_word_in_every_form() -> None:
    tekst = "Indien wij dit faciliteren, met betrekking\ntot de Doelgroep en de doelgroepenzoeker."
    assert [(tekst[it.start : it.eind], it.gewoon) for it in leeshulp(tekst).vaktaal] == [
        ("Indien", "als"),
        ("faciliteren", "helpen"),
        ("met betrekking\ntot", "over"),
        ("Doelgroep", "mensen voor wie het is"),
    ]
    assert not leeshulp(BRIEF).vaktaal


@given(st.text(st.one_of(st.characters(), st.sampled_from(" .\n”?!1aA")), max_size=300))
def test_no_text_is_too_strange_and_every_place_lies_on_the_text(tekst: str) -> None:
    found = leeshulp(tekst)
    previous = 0
    for zin in found.zinnen:
        assert previous <= zin.start < zin.eind <= len(tekst)
        assert tekst[zin.start : zin.eind].strip() == tekst[zin.start : zin.eind]
        previous = zin.eind
    assert sum(it.woorden for it in found.zinnen) == found.woorden
    for woord in found.vaktaal:
        assert 0 <= woord.start < woord.eind <= len(tekst)


def test_a_very_long_text_without_an_end_is_read_too() -> None:
    assert leeshulp("a.b " * 20_000).woorden == 20_000


def test_the_list_for_people_and_the_list_of_the_program_are_the_same() -> None:
    page = (ROOT / "docs" / "begrippen.md").read_text(encoding="utf-8").partition("## Gewone woorden")[2]
    with GEWONE_WOORDEN.open(encoding="utf-8", newline="") as file:
        rows = [(it["woord"], it["gewoon"]) for it in csv.DictReader(file)]
    assert re.findall(r"^\| “(.*?)” \| (.*?) \|$", page, re.MULTILINE) == rows
    assert rows == sorted(rows)


def test_no_everyday_word_is_jargon_itself() -> None:
    assert not [it for it in set(gewone_woorden().values()) if leeshulp(it).vaktaal]


def test_the_dictionary_of_syllables_is_the_pinned_one() -> None:
    assert f"pyphen=={version('pyphen')}" in (ROOT / "requirements.txt").read_text(encoding="utf-8")
