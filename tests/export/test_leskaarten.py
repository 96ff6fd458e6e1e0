"""Lesson cards on paper: every lesson, what went wrong beside what went well, and nothing that one person told."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from monitor.domain.leren import Niveau
from monitor.export import teksten
from monitor.export.leskaarten import leskaartenblad
from monitor.services.bottlenecks import bottleneckbeeld, leskaarten
from monitor.store.database import Database
from tests.export.test_verapdf import DAG, LESSEN, Leskaartenblad

GEMEENTE = "GM9901"


def read(made: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages).split())


def test_every_lesson_of_the_example_stands_on_it_and_no_casus(voorbeeld: Database) -> None:
    kaarten = leskaarten(voorbeeld, GEMEENTE)
    gemeente = bottleneckbeeld(voorbeeld, GEMEENTE).gemeente
    text = read(leskaartenblad(Leskaartenblad(gemeente, kaarten, DAG, voorbeeld=True)))
    assert teksten.LESKAARTEN_TITEL.format(gemeente="Veldermeer") in text
    assert teksten.LESKAARTEN_VOORBEELD in text
    for it in kaarten:
        assert it.tekst in text
        assert (it.onderwerp or "") in text
    assert "Een paar vrouwen bleven voor het raam staan" not in text
    assert {"mislukt", "gestopt"} <= {it.stand for it in kaarten}


@pytest.mark.parametrize("naam", LESSEN)
def test_the_same_cards_give_the_same_bytes(naam: str) -> None:
    assert leskaartenblad(LESSEN[naam]) == leskaartenblad(LESSEN[naam])


def test_without_lessons_it_says_so_and_odd_signs_are_told() -> None:
    assert teksten.LESKAARTEN_LEEG in read(leskaartenblad(LESSEN["leeg"]))
    assert teksten.VERVANGEN[:40] in read(leskaartenblad(LESSEN["tekens"]))
    assert teksten.VERVANGEN[:40] not in read(leskaartenblad(LESSEN["voorbeeld"]))


def test_a_card_too_long_for_a_page_goes_on_at_the_next_and_loses_nothing() -> None:
    told = [it for it in LESSEN["lang"].kaarten if it.soort is not Niveau.CASUS]
    words = [f"{it.onderwerp or ''}{it.tekst}{it.geprobeerd or ''}" for it in told]
    assert read(leskaartenblad(LESSEN["lang"])).count("Woorden") == sum(it.count("Woorden") for it in words)
