"""A wijkplan on a real server: begun, written by makers and college, looked back on, and brought round on paper."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from monitor.domain.wijkplan import AanvraagOordeel, Opsteller, PlanregelSoort, PlanregelStand, PlanSectie, PlanStand
from monitor.services import woorden
from monitor.ui.texts import wijkplan as texts
from tests.browser.conftest import WIDTHS
from tests.browser.test_kiezen import choose, fill, open_page, press, sane, unfold
from tests.browser.test_nalezen import look_as, settle
from tests.conftest import serving

WIJK, BEGELEIDER, BELEID = "WK990101", "begeleider in De Hoge Linden", "beleidsmedewerker"
MORGEN = date.today() + timedelta(days=1)  # noqa: DTZ011 - the server has a clock of its own, in the same country
AMBITIE, ANDERS, WAAROM = (
    "Niemand hoeft alleen te eten.",
    "Minder mensen eten alleen.",
    "Beloven wat niet kan helpt niet.",
)
MIJLPAAL, GELEERD = "De keuken is elke week open.", "De sleutel was er vaak niet. Dat lag niet aan de koks."
WANT = "Bewoners vragen erom."
DEEL = woorden.PLAN_SECTIE[PlanSectie.AMBITIE]


@pytest.fixture
def server(voorbeeld_pad: Path, tmp_path: Path, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it, on a copy of the example of this test's own."""
    shutil.copy(voorbeeld_pad, tmp_path / "monitor.duckdb")
    with serving(tmp_path / "monitor.duckdb", tmp_path / "log", MONITOR_PROEF="1") as address:
        yield address


def look_at(page: Page, server: str, who: str) -> None:
    look_as(page, server, who)
    page.goto(f"{server}/wijkplan?wijk={WIJK}")
    expect(page.get_by_role("heading", name=texts.TITEL, exact=True)).to_be_visible(timeout=30_000)
    settle(page)


def end_the_one_of_the_example(page: Page) -> None:
    unfold(page, texts.AFRONDEN)
    choose(page, texts.AFRONDEN_HOE, woorden.PLAN_STAND[PlanStand.AFGEROND])
    press(page, texts.BEWAAR_EINDE, texts.GEEN_PLAN)


def begin(page: Page) -> None:
    unfold(page, texts.NIEUW)
    press(page, texts.BEGIN, "Geef het plan een naam.")
    fill(page, texts.NAAM, "Samen eten")
    press(page, texts.BEGIN, texts.BEGONNEN)
    # Nothing is there yet, so the form of the makers stands open.
    fill(page, DEEL, AMBITIE)
    press(page, texts.BEWAAR_MAKERS, "Vul in hoeveel mensen het plan maakten.")
    expect(page.get_by_label(DEEL, exact=True)).to_have_value(AMBITIE)
    fill(page, texts.MAKERS_AANTAL.format(rol="Bewoners"), "8")
    press(page, texts.BEWAAR_MAKERS, texts.BEWAARD)
    expect(page.get_by_text(texts.COLLEGE_NOG_NIET)).to_be_visible()
    sane(page)


def put_lines(page: Page) -> None:
    unfold(page, texts.REGEL_ERBIJ)
    choose(page, texts.REGEL_SOORT, woorden.PLANREGEL_SOORT[PlanregelSoort.MIJLPAAL])
    fill(page, texts.REGEL_WAT, MIJLPAAL)
    fill(page, texts.REGEL_DAG, f"{MORGEN:%d-%m-%Y}")
    press(page, texts.BEWAAR_REGEL, MIJLPAAL)
    unfold(page, texts.TERUGKIJKEN)
    choose(page, texts.WELKE_REGEL, texts.REGEL.format(nummer=1))
    choose(page, texts.HOE_STAAT, woorden.PLANREGEL_STAND[PlanregelStand.MISLUKT])
    fill(page, texts.TERUG_GELEERD, GELEERD)
    press(page, texts.BEWAAR_TERUG, "Kijk samen met bewoners terug.")
    fill(page, texts.TERUG_AANTAL.format(rol="Bewoners"), "5")
    press(page, texts.BEWAAR_TERUG, GELEERD)
    unfold(page, texts.BRON_ERBIJ)
    for kind in ("indicator", "initiatief"):
        box = page.get_by_role("combobox", name=texts.WELKE_BRON)
        box.evaluate("it => it.scrollIntoView({block: 'center'})")
        box.click()
        # So many are offered that only those in sight are drawn.
        box.press_sequentially(f"({texts.BRON_SOORT[kind]})")
        page.get_by_role("option", name=f"({texts.BRON_SOORT[kind]})").first.click()
        page.wait_for_timeout(150)
        page.keyboard.press("Escape")
    press(page, texts.BEWAAR_BRON, texts.BRONNEN)
    for kind in ("indicator", "initiatief"):
        expect(page.get_by_role("heading", name=texts.BRON_SOORTEN[kind]).first).to_be_visible()


def hold_beside(page: Page) -> None:
    unfold(page, texts.AANVRAAG_ERBIJ)
    fill(page, texts.AANVRAAG_WAT, "Een koor")
    fill(page, texts.AANVRAAG_BEDRAG, "900")
    press(page, texts.BEWAAR_AANVRAAG, texts.NOG_NIET_BESPROKEN)
    unfold(page, texts.BESPREKEN)
    choose(page, texts.WELKE_AANVRAAG, texts.AANVRAAG.format(nummer=1))
    choose(page, texts.PAST, woorden.AANVRAAG_OORDEEL[AanvraagOordeel.TOCH_DOEN])
    fill(page, texts.WANT, WANT)
    press(page, texts.BEWAAR_OORDEEL, WANT)
    sane(page)


def write_for_the_college(page: Page) -> None:
    expect(page.get_by_role("button", name=texts.BEWAAR_MAKERS)).to_have_count(0)
    box = page.get_by_label(texts.COLLEGE_DEEL.format(deel=DEEL), exact=True)
    expect(box).to_have_value(AMBITIE)
    box.fill(ANDERS)
    press(page, texts.BEWAAR_COLLEGE, "Schrijf op waarom.")
    fill(page, texts.DEEL_WAAROM.format(deel=DEEL), WAAROM)
    press(page, texts.BEWAAR_COLLEGE, texts.BEWAARD)
    for words in (AMBITIE, ANDERS, WAAROM):
        expect(page.locator("article.wijkplan").first.get_by_text(words).first).to_be_visible()
    unfold(page, texts.AFWIJKING)
    choose(page, texts.AFWIJKING_OVER, woorden.OPSTELLER[Opsteller.COLLEGE])
    choose(page, "Wie zegt dit?", "bewoner")
    fill(page, texts.AFWIJKING_TEKST, "Te weinig durf.")
    press(page, texts.BEWAAR_AFWIJKING, "Te weinig durf.")
    sane(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_plan_from_its_beginning_to_the_door_mat(browser: Browser, server: str, width: int) -> None:
    page = open_page(browser, width)
    look_at(page, server, BEGELEIDER)
    end_the_one_of_the_example(page)
    begin(page)
    put_lines(page)
    look_at(page, server, BELEID)
    write_for_the_college(page)
    hold_beside(page)

    # Everybody reads it, without a form and without the numbers of lines, and takes it along.
    look_at(page, server, "bezoeker")
    plan = page.locator("article.wijkplan").first
    for words in (AMBITIE, ANDERS, WAAROM, MIJLPAAL, GELEERD, WANT, "Te weinig durf."):
        expect(plan.get_by_text(words).first).to_be_visible()
    expect(plan.get_by_text(texts.REGEL.format(nummer=1))).to_have_count(0)
    expect(page.get_by_role("button", name=texts.BEWAAR_REGEL)).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name=texts.FOLDER_PDF).click()
    (paper,) = PdfReader(BytesIO(download.value.path().read_bytes())).pages
    said = " ".join(paper.extract_text().split())
    for words in (AMBITIE, ANDERS, WAAROM, MIJLPAAL, GELEERD, "/wijkplan?wijk=WK990101"):
        assert words in said, words
    sane(page)
    page.get_by_text(texts.HELE_PLAN).first.click()
    page.wait_for_timeout(400)
    expect(page.get_by_text("Drie mensen kookten een heel jaar door")).to_be_visible()
    sane(page)
    page.context.close()
