"""The folder of a wijkplan: one side of an A4, whatever people wrote, and nothing left out in silence."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.indicator import StemRol
from monitor.domain.wijkplan import (
    Opsteller,
    PlanAfwijking,
    PlanDeel,
    PlanKwestie,
    PlanMakers,
    Planregel,
    PlanregelSoort,
    PlanregelStand,
    PlanSectie,
    PlanStand,
    PlanStap,
    PlanTerugblik,
    PlanVersie,
    Wijkplan,
)
from monitor.export import teksten
from monitor.export.wijkfolder import Wijkfolder, mensen, wijkfolder
from monitor.services.wijkplannen import planbeeld
from monitor.store.database import Database

DAG = date(2026, 11, 22)
ADRES = "https://verhalen.example/wijkplan?wijk=WK990101"
BEWONERS = (PlanMakers(StemRol.BEWONER, 8),)


def folder_of(tekst: str, aantal: int) -> Wijkfolder:
    """A folder with these words in every part of it, and so many lines of each kind."""
    delen = tuple(PlanDeel(it.value, it, tekst) for it in PlanSectie if tekst)
    theirs = tuple(PlanDeel(it.value, it, f"{tekst} Minder.", "Geen geld.") for it in PlanSectie if tekst)
    anders = (PlanAfwijking("a", StemRol.BEWONER, tekst),) if tekst else ()
    blik = PlanTerugblik("t", 1, PlanregelStand.MISLUKT, tekst or None, DAG, BEWONERS)
    regels = tuple(
        Planregel(f"{soort} {it}", soort, tekst or "Iets", tekst[:100], DAG, Decimal(250), DAG, (blik,))
        for soort in PlanregelSoort
        for it in range(aantal)
    )
    plan = Wijkplan(
        id="plan",
        gebied="WK990101",
        naam=tekst[:100] or None,
        stappen=(PlanStap("s", 1, PlanStand.LOOPT, None, DAG),),
        kwesties=(PlanKwestie("k", 1, tekst[:300] or None, None, DAG),),
        versies=(
            PlanVersie("1", 1, Opsteller.MAKERS, DAG, BEWONERS, delen, anders),
            PlanVersie("2", 2, Opsteller.COLLEGE, DAG, (), theirs, anders),
        ),
        regels=regels,
    )
    return Wijkfolder(tekst[:60] or "Zonnedaal", plan, DAG, ADRES, tekst[:200], voorbeeld=True)


def read(folder: Wijkfolder) -> str:
    """What stands on the one side, with the ends of lines taken out."""
    made = wijkfolder(folder)
    assert made is not None
    (page,) = PdfReader(BytesIO(made)).pages
    return " ".join(page.extract_text().split())


@pytest.fixture
def linden(voorbeeld: Database) -> Wijkfolder:
    """The folder of the plan of the example."""
    plan = planbeeld(voorbeeld, BEZOEKER, "WK990101").lopend
    assert plan is not None
    return Wijkfolder("De Hoge Linden", plan, DAG, ADRES, "Bel het wijkteam.", voorbeeld=True)


def test_the_whole_plan_of_the_example_stands_on_one_side(linden: Wijkfolder) -> None:
    said = read(linden)
    for words in (
        "Een plan voor De Hoge Linden",
        "Hier werken we eerst aan: De soepmiddag volhouden",
        "8 bewoners, 3 vrijwilligers, 2 professionals en 1 medewerker van de gemeente",
        "10 december 2026:",
        "€ 2.700. Wie beslist: Het college.",
        "Mislukt. Wat we leerden: Zes koks zijn het niet geworden.",
        "Waarom: Er is geld voor een proef",
        "Vrijwilliger: Die folders leggen wij dan weer neer.",
        "Geen lijst met wie er wel en niet komt.",
        ADRES,
        "Vragen? Bel het wijkteam.",
    ):
        assert words in said, words
    assert "paste" not in said and "…" not in said
    assert "17 september 2026:" not in said


def test_it_says_where_the_rest_is_when_the_plan_is_long(linden: Wijkfolder) -> None:
    said = read(folder_of("Wij eten samen in de zaal. " * 70, 6))
    told = re.search(r"Let op: (\d+) zinnen van het plan pasten hier niet op", said)
    assert told is not None and int(told[1]) > 100
    assert "…" in said and ADRES in said
    for kop in ("Wat we willen bereiken", "Wat er nog komt", "Wie doet wat", "Wat het college anders wil"):
        assert kop in said, kop


def test_every_sentence_is_on_it_or_counted() -> None:
    sentences = [f"Zin{number} over de wijk." for number in range(260)]
    folder = folder_of("", 0)
    makers = PlanVersie(
        "1", 1, Opsteller.MAKERS, DAG, BEWONERS, (PlanDeel("d", PlanSectie.AMBITIE, " ".join(sentences)),)
    )
    said = read(replace(folder, plan=replace(folder.plan, versies=(makers,))))
    shown = sum(f"{it}" in said for it in sentences)
    told = re.search(r"Let op: (\d+) zinnen", said)
    assert told is not None and 20 < shown < 260
    # One more of what was counted may be that the college has said nothing yet.
    assert shown + int(told[1]) - len(sentences) in (0, 1)


def test_a_word_that_is_wider_than_its_line_is_broken_and_not_cut() -> None:
    made = wijkfolder(folder_of(f"Samen eten. {'w' * 290}", 0))
    assert made is not None
    (page,) = PdfReader(BytesIO(made)).pages
    ends: list[float] = []
    page.extract_text(visitor_text=lambda text, _cm, tm, _font, size: ends.append(tm[4]) if "w" in text else None)
    assert ends and max(ends) < float(page.mediabox.width)
    said = "".join(page.extract_text().split()).replace("\u200b", "")
    assert "w" * 290 in said


@settings(max_examples=12, deadline=None)
@given(tekst=st.text(max_size=1_500), aantal=st.integers(min_value=0, max_value=12))
def test_whatever_people_wrote_it_is_one_side(tekst: str, aantal: int) -> None:
    read(folder_of(tekst, aantal))


def test_without_an_address_it_says_where_to_look(linden: Wijkfolder) -> None:
    said = read(replace(linden, adres="", vragen=""))
    assert teksten.FOLDER_HEEL_KAAL in said and "Vragen?" not in said


def test_a_college_that_said_nothing_or_took_it_over_is_told(linden: Wijkfolder) -> None:
    versies = linden.plan.versies
    alone = read(replace(linden, plan=replace(linden.plan, versies=versies[:2])))
    assert teksten.FOLDER_COLLEGE_NOG_NIET in alone
    same = replace(versies[2], delen=versies[1].delen)
    assert "Het college nam dit plan over, op 12 mei 2026." in read(
        replace(linden, plan=replace(linden.plan, versies=(*versies[:2], same)))
    )
    later = replace(versies[1], id="9", nummer=9)
    assert teksten.FOLDER_COLLEGE_OUDER in read(replace(linden, plan=replace(linden.plan, versies=(*versies, later))))


def test_there_is_no_folder_before_the_makers_wrote_something(linden: Wijkfolder) -> None:
    assert wijkfolder(replace(linden, plan=replace(linden.plan, versies=()))) is None


def test_makers_are_counted_in_words() -> None:
    one = [PlanMakers(rol, 1) for rol in StemRol]
    assert mensen(one).endswith("1 medewerker van de gemeente en 1 raadslid")
    assert mensen(BEWONERS) == "8 bewoners"


def test_a_screen_reader_hears_the_title_and_the_language(linden: Wijkfolder) -> None:
    made = wijkfolder(linden)
    assert made is not None
    root = PdfReader(BytesIO(made)).trailer["/Root"]
    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"]
