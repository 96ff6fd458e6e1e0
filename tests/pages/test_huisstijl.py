"""The template and the logo in Beheer: kept after a look, taken along, replaced, taken away."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from monitor import settings
from monitor.services.bestanden import BestandSoort, huisstijl
from monitor.services.huisstijl import DOCX, GEEN_PLAATJE, GEEN_WORD, MACRO, NIET_TE_GEBRUIKEN, PNG
from monitor.store.opslag import shared_database
from monitor.ui.html import escape
from monitor.ui.texts import huisstijl as texts
from tests.export.sjablonen import R, plain, relation, with_parts
from tests.pages.test_paginas import html_of, run

SJABLOON, LOGO = BestandSoort


def logo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (120, 40), "#12608a").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def beheer(kijk_als: Callable[[str], AppTest]) -> AppTest:
    return run(kijk_als("beheerder"), "beheer", deel="huisstijl")


def give(app: AppTest, soort: BestandSoort, naam: str, inhoud: bytes, mime: str) -> str:
    uploader: Any = next(it for it in app.file_uploader if it.label == texts.KIES[soort])
    uploader.upload(naam, inhoud, mime)
    return press(app, texts.BEWAAR[soort])


def press(app: AppTest, label: str) -> str:
    next(it for it in app.button if it.label == label).click().run()
    assert not app.exception
    return html_of(app)


def kept() -> tuple[bytes | None, bytes | None]:
    now = huisstijl(shared_database(settings.from_environment().store))
    return now.sjabloon, now.logo


def test_at_first_there_is_none_and_it_says_what_a_template_may_hold(beheer: AppTest) -> None:
    html = html_of(beheer)
    assert html.count(texts.GEEN) == 2
    assert "[[inhoud]]" in html
    assert not beheer.get("download_button")


def test_a_template_and_a_logo_are_kept_taken_along_and_taken_away(beheer: AppTest) -> None:
    word, picture = plain(), logo()
    assert texts.BEWAARD[SJABLOON] in give(beheer, SJABLOON, "huis **stijl**<b>.docx", word, DOCX)
    html = give(beheer, LOGO, "logo.png", picture, PNG)
    assert "huis **stijl**&lt;b&gt;.docx" in html
    assert kept() == (word, picture)
    assert {it.proto.label for it in beheer.get("download_button")} == set(texts.HAAL_OP.values())
    assert texts.WEGGEHAALD in press(beheer, texts.WEG[SJABLOON])
    assert kept() == (None, picture)


def test_what_may_not_be_kept_is_refused_in_words_and_the_old_one_stays(beheer: AppTest) -> None:
    word = plain()
    give(beheer, SJABLOON, "huisstijl.docx", word, DOCX)
    assert texts.EERST_KIEZEN in press(beheer, texts.BEWAAR[SJABLOON])
    assert GEEN_WORD in give(beheer, SJABLOON, "huisstijl.docx", b"geen Word", DOCX)
    html = give(beheer, SJABLOON, "h.docx", with_parts({"word/vbaProject.bin": b"x"}), DOCX)
    assert escape(MACRO) in html
    assert GEEN_PLAATJE in give(beheer, LOGO, "logo.png", b"geen plaatje", PNG)
    assert kept() == (word, None)


def test_a_template_with_which_no_document_can_be_made_is_refused_at_once(beheer: AppTest) -> None:
    points_nowhere = plain(parts=relation(f"{R}/header", "header1.xml"))
    assert NIET_TE_GEBRUIKEN in give(beheer, SJABLOON, "h.docx", points_nowhere, DOCX)
    assert kept() == (None, None)
