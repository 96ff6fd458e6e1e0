"""Choosing verhalen together on a real server: from laying down to what the teller and the next group read."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from monitor.services.invoer import id_from
from monitor.ui.texts import leesronde as texts
from monitor.ui.texts import mijn_verhaal as codeteksten
from tests.browser.test_kiezen import choose, fill, press, sane, unfold
from tests.browser.test_nalezen import look_as, page, settle
from tests.conftest import serving

__all__ = ["page"]
WIJK, BEGELEIDER = "WK990101", "begeleider in De Hoge Linden"
GEKOZEN, ANDER = "Sinds de soep weet ik wie er boven woont", "We lopen niet voor de conditie"
CODE = "NZCJ-EQRS-MHPA-H11M-BRYQ"
"""The code of the teller of the first."""
REDEN = "Zo begint het: iemand vraagt of jij daar woont."


@pytest.fixture(scope="module")
def leesserver(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it."""
    folder = tmp_path_factory.mktemp("leesronde")
    shutil.copy(voorbeeld_pad, folder / "monitor.duckdb")
    with serving(folder / "monitor.duckdb", folder / "log", MONITOR_PROEF="1") as address:
        yield address


def step(page: Page, stap: str) -> None:
    page.get_by_text(texts.STAPPEN[stap], exact=True).click()
    settle(page)


def number_of(page: Page, title: str) -> str:
    """What a label calls this verhaal."""
    card = page.locator(".gelegd", has=page.get_by_role("heading", name=title)).first
    return card.locator("p.wie").first.inner_text()


def begin(page: Page, naam: str, wie: str, hoe: str) -> None:
    """Fill in a new ronde, up to the button."""
    fill(page, texts.NAAM, naam)
    choose(page, texts.WIE_KIEST, wie)
    choose(page, texts.HOE_KIEST, texts.HOE[hoe])
    fill(page, texts.VAN, "1-1-2025")
    fill(page, texts.TOT, "30-6-2025")


def test_from_laying_down_to_what_the_teller_and_the_next_group_read(page: Page, leesserver: str) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    naam = f"Voorjaar {width}"
    look_as(page, leesserver, BEGELEIDER)
    page.goto(f"{leesserver}/samen-verhalen-kiezen?wijk={WIJK}")
    settle(page)
    if not page.get_by_label(texts.NAAM, exact=True).is_visible():
        unfold(page, texts.NIEUW)
    begin(page, naam, "bewoners", "stemming")
    page.get_by_label(texts.DOMEINEN, exact=True).fill("Elkaar ontmoeten")
    press(page, texts.BEGIN, texts.BEGONNEN)
    sane(page)

    for title in (GEKOZEN, ANDER):
        page.get_by_text(number_of(page, title), exact=True).last.click()
    choose(page, texts.WAARHEEN, texts.ONDERWERP.format(nummer=1))
    press(page, texts.LEG_NEER, texts.NEERGELEGD)
    assert {number_of(page, title) for title in (GEKOZEN, ANDER)} == {"Verhaal 1", "Verhaal 2"}

    step(page, "kiezen")
    unfold(page, texts.DEELNEMERS)
    fill(page, texts.DEELNEMERS_AANTAL.format(rol="Bewoners"), "8")
    press(page, texts.DEELNEMERS_BEWAAR, "Wie meeleest: 8 bewoners.")
    choose(page, texts.WELK_ONDERWERP, texts.ONDERWERP.format(nummer=1))
    choose(page, texts.WELK_VERHAAL, number_of(page, GEKOZEN))
    press(page, texts.KIES_DIT, "Schrijf op waarom u dit verhaal kiest.")
    fill(page, texts.REDEN, REDEN)
    press(page, texts.KIES_DIT, texts.GEKOZEN)
    expect(page.get_by_text(REDEN).first).to_be_visible()
    expect(page.get_by_role("heading", name=texts.NIET_GEKOZEN)).to_be_visible()
    sane(page)

    step(page, "sluiten")
    press(page, texts.SLUIT, texts.GESLOTEN)
    sane(page)

    page.goto(f"{leesserver}/verhalen?verhaal={id_from('verhaal', 'hl-voetstappen')}")
    settle(page)
    expect(page.get_by_role("link", name=re.compile("^Gekozen door bewoners, ")).first).to_be_visible()
    expect(page.get_by_text(REDEN).first).to_be_visible()

    page.goto(f"{leesserver}/mijn-verhaal")
    settle(page)
    page.get_by_label(codeteksten.CODE).fill(CODE)
    page.get_by_role("button", name=codeteksten.OPEN).click()
    expect(page.get_by_text("Samen verhalen kiezen: gekozen door bewoners").first).to_be_visible(timeout=30_000)
    expect(page.get_by_text(f"Waarom: {REDEN}").first).to_be_visible()

    page.goto(f"{leesserver}/samen-verhalen-kiezen?wijk={WIJK}")
    settle(page)
    unfold(page, texts.NIEUW)
    begin(page, f"Het wijkteam leest {naam}", "het wijkteam", "gesprek")
    page.get_by_text(re.compile("keuze van bewoners in ronde")).first.click()
    press(page, texts.BEGIN, texts.BEGONNEN)
    expect(page.get_by_role("heading", name=GEKOZEN)).to_be_visible()
    expect(page.get_by_text("Eerder gekozen door bewoners").first).to_be_visible()
    expect(page.get_by_role("heading", name=ANDER)).to_have_count(0)
    sane(page)


def test_what_was_kept_is_said_in_sight_and_what_was_typed_stays_when_the_browser_goes_back(
    page: Page, leesserver: str
) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    look_as(page, leesserver, BEGELEIDER)
    page.goto(f"{leesserver}/samen-verhalen-kiezen?wijk={WIJK}")
    settle(page)
    unfold(page, texts.NIEUW)
    begin(page, f"Najaar {width}", "bewoners", "stemming")
    press(page, texts.BEGIN, texts.BEGONNEN)
    page.get_by_text(number_of(page, GEKOZEN), exact=True).last.click()
    choose(page, texts.WAARHEEN, texts.ONDERWERP.format(nummer=1))
    press(page, texts.LEG_NEER, texts.NEERGELEGD)
    expect(page.get_by_text(texts.NEERGELEGD, exact=True)).to_be_in_viewport()
    page.get_by_role("button", name=texts.VERDER_NAAR.format(stap=texts.STAPPEN["kiezen"])).click()
    expect(page.get_by_role("heading", name=texts.KIEZEN)).to_be_visible()
    settle(page)
    fill(page, texts.REDEN, REDEN)
    step(page, "sluiten")
    expect(page.get_by_label(texts.REDEN, exact=True)).to_be_hidden()
    page.go_back()
    settle(page)
    expect(page.get_by_role("radio", name=texts.STAPPEN["kiezen"])).to_be_checked()
    expect(page.get_by_label(texts.REDEN, exact=True)).to_have_value(REDEN)
    choose(page, texts.WELK_ONDERWERP, texts.ONDERWERP.format(nummer=1))
    choose(page, texts.WELK_VERHAAL, number_of(page, GEKOZEN))
    press(page, texts.KIES_DIT, texts.GEKOZEN)
    expect(page.get_by_text(texts.GEKOZEN, exact=True)).to_be_in_viewport()
    sane(page)


def test_somebody_who_only_reads_finds_the_rondes_and_nothing_to_fill_in(browser: Browser, leesserver: str) -> None:
    context = browser.new_context(locale="nl-NL", viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{leesserver}/samen-verhalen-kiezen")
    settle(page)
    page.get_by_role("link", name="De Hoge Linden").click()
    expect(page.get_by_role("heading", name=texts.RONDES)).to_be_visible(timeout=30_000)
    settle(page)
    sane(page)
    assert page.get_by_role("button", name=texts.BEGIN).count() == 0
    context.close()


def test_on_paper_stands_what_was_read_and_nothing_to_press_and_no_sheet_is_empty(page: Page, leesserver: str) -> None:
    look_as(page, leesserver, BEGELEIDER)
    page.goto(f"{leesserver}/samen-verhalen-kiezen?wijk={WIJK}&ronde={id_from('leesronde', 'hl-wijkteam')}")
    expect(page.locator(".tv.leesronde").first).to_be_visible(timeout=30_000)
    settle(page)
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
    assert all(sheet.strip() for sheet in sheets)
    printed = "\n".join(sheets)
    assert "Onderwerp 1" in printed
    assert texts.NAGAAN_BEWAAR not in printed and texts.NAGAAN_TEKST not in printed
