"""Telling on a telephone: from the start page to the receipt and back, by finger and by keyboard, with nothing lost."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from monitor.domain.gebruiker import opdracht_gebruiker
from monitor.domain.verhaal import Vertelwijze
from monitor.domain.vertelcode import parse_code
from monitor.services import uitnodigingen
from monitor.services.uitnodigingen import NieuweUitnodiging
from monitor.settings import ROOT
from monitor.store.opslag import open_for_writing
from monitor.ui import texts as general
from monitor.ui.texts import mijn_verhaal
from monitor.ui.texts import vertellen as texts
from tests.browser.conftest import Window
from tests.browser.test_paginas import english, violations
from tests.conftest import serving

OpenWindow = Callable[..., Window]
WIJK = "WK990101"
VERTELLEN = "/verhaal-vertellen"
TEKST = "Er staat nu een bank bij de lift. Daar zit altijd iemand."
ZIN = "Daar zit altijd iemand."
KEEP = "tellen-en-vertellen/verhaal"
DRAFT = f"JSON.parse(localStorage.getItem('{KEEP}'))"


@dataclass
class Dienst:
    """A server of this file's own, with an invitation in its store."""

    address: str
    geheim: str
    store: Path

    def verhalen(self) -> int:
        """How many verhalen there are, asked as anybody asks it while the dashboard runs."""
        asked = [sys.executable, "-m", "monitor", "--store", str(self.store), "status", "--json"]
        answer = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - our own program
        return int(json.loads(answer.stdout)["verhalen"])


@pytest.fixture(scope="module")
def dienst(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Dienst]:
    folder = tmp_path_factory.mktemp("vertellen")
    store = folder / "monitor.duckdb"
    shutil.copy(voorbeeld_pad, store)
    database = open_for_writing(str(store))
    made = uitnodigingen.maak(database, opdracht_gebruiker("test"), NieuweUitnodiging(WIJK, "student"))
    database.close()
    with serving(store, folder / "log") as address:
        yield Dienst(address, made.geheim, store)


def show(window: OpenWindow, dienst: Dienst, path: str = VERTELLEN) -> Page:
    opened = window(390, on=dienst.address)
    page = opened.show(path)
    ready(page)
    return page


def ready(page: Page) -> None:
    page.locator(".vertel section h2").first.wait_for(state="attached")


def step(page: Page, number: int) -> None:
    expect(page.locator(".vertel h2:visible")).to_contain_text(f"Stap {number} van 3")


def fill_one(page: Page, tekst: str = TEKST) -> None:
    page.get_by_label(texts.TEKST).fill(tekst)
    page.get_by_label(texts.WAAROM).fill("Zo kent iedereen elkaar.")
    page.get_by_label(texts.WENS).fill("Nog een bank.")
    page.get_by_role("button", name="Verder").click()
    step(page, 2)


def fill_two(page: Page) -> None:
    page.get_by_label(texts.TITELVRAAG).fill("De bank bij de lift")
    page.get_by_role("button", name=ZIN).click()
    page.get_by_label("Dubbel").check()
    page.get_by_label(texts.GEBIED).select_option(WIJK)
    page.get_by_label("Bewoner", exact=True).check()
    page.get_by_label("Mantelzorger").check()
    page.get_by_role("button", name="Verder").click()
    step(page, 3)
    expect(page.locator(".toestand")).to_have_text("")


def fill_three(page: Page) -> None:
    page.get_by_label("Iedereen").check()
    page.get_by_label(texts.KLOPT_JA).check()


def receipt(page: Page) -> str:
    page.locator(".bewijs .code").wait_for()
    page.wait_for_function(f"() => localStorage.getItem('{KEEP}') === null")
    return page.locator(".bewijs .code").inner_text()


def test_somebody_new_tells_and_takes_it_back(window: OpenWindow, dienst: Dienst) -> None:
    before = dienst.verhalen()
    opened = window(390, on=dienst.address)
    page = opened.show("/")
    assert "of vertel zelf wat u meemaakt" in page.locator(".stMain").inner_text()
    page.locator(".stMain").get_by_role("link", name=general.START_VERTEL).click()
    page.wait_for_url(f"**{VERTELLEN}")
    ready(page)
    expect(page.get_by_text(texts.HULP)).to_be_visible()
    fill_one(page)
    fill_two(page)
    for words in ("De bank bij de lift", ZIN, "Zo kent iedereen elkaar.", "Bewoner, Mantelzorger", "De Hoge Linden"):
        expect(page.locator(".teruglezen").get_by_text(words).first).to_be_visible()
    fill_three(page)
    page.get_by_role("button", name="Verstuur").dblclick()
    code = receipt(page)
    parse_code(code)
    assert len(code.split("-")) == 5
    assert dienst.verhalen() == before + 1
    assert page.evaluate(f"localStorage.getItem('{KEEP}')") is None
    assert code not in page.url
    page.get_by_role("link", name=texts.BEWIJS_NAAR).click()
    page.wait_for_url("**/mijn-verhaal")
    opened.settle()
    page.get_by_label(mijn_verhaal.CODE).fill(code.lower().replace("-", " "))
    page.get_by_role("button", name=mijn_verhaal.OPEN).click()
    expect(page.get_by_text("De bank bij de lift").first).to_be_visible()
    page.get_by_role("button", name=mijn_verhaal.TERUGNEMEN).click()
    page.get_by_role("button", name=mijn_verhaal.TERUG_JA).click()
    expect(page.get_by_role("button", name=mijn_verhaal.TERUG_JA)).to_have_count(0)
    expect(page.get_by_text("De bank bij de lift")).to_have_count(0)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what `selector` names has the focus."""
    for _ in range(80):
        if page.evaluate("(it) => document.activeElement.matches(it)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached with Tab")


def test_the_keyboard_alone_is_enough(window: OpenWindow, dienst: Dienst) -> None:
    before = dienst.verhalen()
    opened = window(390, on=dienst.address)
    page = opened.show("/")
    tab_to(page, "a[href='verhaal-vertellen']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{VERTELLEN}")
    ready(page)
    tab_to(page, "#vertel-tekst")
    page.keyboard.type(TEKST)
    tab_to(page, ".vertel section:not([hidden]) .knop.vol")
    page.keyboard.press("Enter")
    step(page, 2)
    assert page.evaluate("document.activeElement.tagName") == "H2"
    tab_to(page, "#vertel-titel")
    page.keyboard.type("Op de bank")
    tab_to(page, ".zin")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{DRAFT}.velden.citaat") == "Er staat nu een bank bij de lift."
    tab_to(page, "[name='vertel-gevoel']")
    page.keyboard.press("Space")
    tab_to(page, "#vertel-gebied")
    page.keyboard.type("De Hoge")
    tab_to(page, "[name='vertel-perspectief']")
    page.keyboard.press("Space")
    tab_to(page, ".vertel section:not([hidden]) .knop.vol")
    page.keyboard.press("Enter")
    step(page, 3)
    expect(page.locator(".toestand")).to_have_text("")
    tab_to(page, "[name='vertel-gebruik']")
    page.keyboard.press("Space")
    tab_to(page, "[name='vertel-klopt']")
    page.keyboard.press("Space")
    tab_to(page, ".vertel section:not([hidden]) .knop.vol")
    page.keyboard.press("Enter")
    receipt(page)
    assert page.evaluate("document.activeElement.hasAttribute('data-bewijs')")
    assert dienst.verhalen() == before + 1


def test_the_three_steps_and_the_receipt_break_no_rule_and_are_dutch(window: OpenWindow, dienst: Dienst) -> None:
    page = show(window, dienst)
    assert violations(page) == []
    assert english(page) == []
    fill_one(page, f"{TEKST} Bel Fatima de Vries op 06-12345678.")
    assert violations(page) == []
    fill_two(page)
    assert violations(page) == []
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator(".fouten")).to_be_focused()
    assert violations(page) == []
    assert english(page) == []
    fill_three(page)
    page.get_by_role("button", name="Verstuur").click()
    receipt(page)
    page.wait_for_timeout(300)
    assert violations(page) == []
    assert english(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_form_needs_no_sideways_scrolling(window: OpenWindow, dienst: Dienst, width: int) -> None:
    page = window(width, on=dienst.address).show(VERTELLEN)
    ready(page)
    page.get_by_label(texts.TEKST).fill("w" * 300)
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verder").click()
    step(page, 3)

    assert page.locator(".stMain").evaluate("(main) => main.scrollWidth <= main.clientWidth")


def test_a_reload_loses_nothing_and_a_stop_wipes_everything(window: OpenWindow, dienst: Dienst) -> None:
    page = show(window, dienst)
    fill_one(page)
    page.get_by_label(texts.TITELVRAAG).fill("Halverwege")
    token = page.evaluate(f"{DRAFT}.token")
    page.reload()
    ready(page)
    step(page, 2)
    expect(page.get_by_label(texts.TITELVRAAG)).to_have_value("Halverwege")
    expect(page.get_by_text(texts.WOORDEN["hersteld"])).to_be_visible()
    assert page.evaluate(f"{DRAFT}.token") == token
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name=texts.WOORDEN["stoppen"]).click()
    step(page, 1)
    expect(page.get_by_label(texts.TEKST)).to_have_value("")
    assert page.evaluate(f"localStorage.getItem('{KEEP}')") is None


def test_a_draft_of_more_than_a_day_ago_is_gone(window: OpenWindow, dienst: Dienst) -> None:
    page = show(window, dienst)
    page.get_by_label(texts.TEKST).fill(TEKST)
    page.evaluate(f"""() => {{
        const draft = {DRAFT};
        draft.op -= 24 * 3600 * 1000;
        localStorage.setItem('{KEEP}', JSON.stringify(draft));
    }}""")
    page.reload()
    ready(page)
    expect(page.get_by_label(texts.TEKST)).to_have_value("")
    assert page.evaluate(f"localStorage.getItem('{KEEP}')") is None


def test_without_a_connection_somebody_types_on_and_sends_later(window: OpenWindow, dienst: Dienst) -> None:
    before = dienst.verhalen()
    page = show(window, dienst)
    fill_one(page)
    fill_two(page)
    page.context.set_offline(True)
    expect(page.locator(".toestand")).to_have_text(texts.WOORDEN["offline"])
    fill_three(page)
    page.get_by_role("button", name="Terug").click()
    page.get_by_label(texts.TITELVRAAG).fill("Getypt zonder internet")
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator(".toestand")).to_have_text(texts.WOORDEN["offline"])
    page.context.set_offline(False)
    expect(page.locator(".toestand")).to_have_text("")
    page.get_by_role("button", name="Verstuur").click()
    receipt(page)
    assert dienst.verhalen() == before + 1


def test_the_same_draft_sent_again_after_a_lost_answer_shows_the_same_receipt(
    window: OpenWindow, dienst: Dienst
) -> None:
    before = dienst.verhalen()
    page = show(window, dienst)
    fill_one(page)
    fill_two(page)
    fill_three(page)
    draft = page.evaluate(f"localStorage.getItem('{KEEP}')")
    page.get_by_role("button", name="Verstuur").click()
    code = receipt(page)
    # As if the answer had never come: the device still has what was typed.
    page.evaluate(f"(draft) => localStorage.setItem('{KEEP}', draft)", draft)
    page.reload()
    ready(page)
    step(page, 3)
    page.get_by_role("button", name="Verstuur").click()
    assert receipt(page) == code
    expect(page.get_by_text(texts.BEWIJS_HERHAALD)).to_be_visible()
    assert dienst.verhalen() == before + 1


def test_who_leaves_the_receipt_leaves_no_code_for_the_next_one(window: OpenWindow, dienst: Dienst) -> None:
    page = window(1280, on=dienst.address).show(VERTELLEN)
    ready(page)
    fill_one(page)
    fill_two(page)
    fill_three(page)
    page.get_by_role("button", name="Verstuur").click()
    code = receipt(page)
    page.get_by_role("button", name=texts.BEWIJS_PDF).click()  # a click on the receipt does not make it go
    page.wait_for_timeout(500)
    expect(page.locator(".bewijs .code")).to_have_text(code)
    for menu in ("Start", "Vertel uw verhaal"):
        page.get_by_role("link", name=menu, exact=True).first.click()
        page.wait_for_function("() => document.querySelector('.stMain h1')")
        page.wait_for_timeout(500)
    ready(page)
    assert page.locator(".bewijs").count() == 0
    assert code not in page.content()
    expect(page.get_by_label(texts.TEKST)).to_have_value("")


def test_everything_that_is_wrong_is_told_at_its_field_and_everything_typed_stays(
    window: OpenWindow, dienst: Dienst
) -> None:
    page = show(window, dienst)
    page.get_by_label(texts.WENS).fill("Nog een bank.")
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator(".fouten")).to_contain_text(texts.KORT["klopt"])
    for name in ("tekst", "titel", "gevoel", "gebied", "perspectief", "gebruik", "klopt"):
        expect(page.locator(".fouten").get_by_role("button", name=texts.KORT[name])).to_be_visible()
        expect(page.locator(f"#vertel-{name}-fout")).not_to_be_empty()
    page.locator(".fouten").get_by_role("button", name=texts.KORT["tekst"]).click()
    expect(page.get_by_label(texts.TEKST)).to_be_focused()
    expect(page.get_by_label(texts.WENS)).to_have_value("Nog een bank.")


def test_a_name_is_replaced_with_one_tap_before_anything_is_sent(window: OpenWindow, dienst: Dienst) -> None:
    page = show(window, dienst)
    fill_one(page, f"{TEKST} Fatima de Vries zit er 😀 ook, bel 06-12345678.")
    fill_two(page)
    expect(page.locator(".vondsten")).to_contain_text("06-12345678")
    page.get_by_role("button", name=texts.WOORDEN["vervang_alles"]).click()
    expect(page.locator(".teruglezen")).not_to_contain_text("06-12345678")
    assert "Vries" not in page.evaluate(f"{DRAFT}.velden.tekst")
    assert "06-" not in page.evaluate(f"{DRAFT}.velden.tekst")
    assert "😀 ook" in page.evaluate(f"{DRAFT}.velden.tekst")
    expect(page.locator(".teruglezen")).to_contain_text(texts.WOORDEN["geen_vondst"])
    page.context.set_offline(True)
    page.get_by_role("button", name="Terug").click()
    page.get_by_label(texts.TITELVRAAG).fill("De bank van Fatima de Vries")
    page.get_by_role("button", name="Verder").click()
    # What nobody looked through is not said to be free of names.
    expect(page.locator(".teruglezen")).to_contain_text("Fatima de Vries")
    expect(page.locator(".teruglezen")).not_to_contain_text(texts.WOORDEN["geen_vondst"])


def test_what_people_type_is_shown_and_never_obeyed(window: OpenWindow, dienst: Dienst) -> None:
    naughty = "<img src=x onerror=\"document.title='stuk'\"> <script>document.title='stuk'</script> **vet** {stap}"
    page = show(window, dienst)
    fill_one(page, f"{TEKST} {naughty}")
    fill_two(page)
    expect(page.locator(".teruglezen")).to_contain_text(naughty)
    assert "stuk" not in page.title()
    assert page.locator(".vertel img").count() == 0


def printed_code(page: Page) -> str:
    """The code that stands on the strip of a form that was just printed."""
    with page.expect_download() as download:
        page.get_by_role("button", name=texts.PAPIER_KNOP).click()
    text = " ".join(sheet.extract_text() for sheet in PdfReader(download.value.path()).pages)
    (code,) = {match for match in re.findall(r"(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}", text)}
    return code


def test_an_invitation_leaves_the_address_at_once_and_stays_on_the_device(window: OpenWindow, dienst: Dienst) -> None:
    before = dienst.verhalen()
    page = show(window, dienst, f"{VERTELLEN}#uitnodiging={dienst.geheim}")
    page.locator(".genodigd").wait_for()
    assert dienst.geheim not in page.url
    page.reload()
    page.locator(".genodigd").wait_for()
    ready(page)
    assert page.get_by_label(texts.GEBIED).locator("option").all_inner_texts() == [texts.GEBIED_KIES, "De Hoge Linden"]
    page.get_by_label(texts.HOE_KEUZES[Vertelwijze.PAPIER]).check()
    code = printed_code(page)
    page.get_by_label(texts.CODE).fill(code.lower().replace("-", " "))
    page.get_by_label(texts.VERTELD_OP, exact=False).fill("2-3-2026")
    page.get_by_role("group", name=texts.HULP_RELATIE).get_by_label("Nee").check()
    fill_one(page)
    fill_two(page)
    fill_three(page)
    page.get_by_role("button", name="Verstuur").click()
    assert receipt(page) == code
    assert dienst.verhalen() == before + 1
    page.get_by_role("button", name=texts.BEWIJS_NIEUW).click()
    ready(page)
    expect(page.get_by_label(texts.TEKST)).to_have_value("")
    page.get_by_role("button", name=texts.VERGEET_UITNODIGING).click()
    page.locator(".genodigd").wait_for(state="detached")
    page.reload()
    ready(page)
    expect(page.locator(".genodigd")).to_have_count(0)


def test_a_guessed_invitation_is_refused_in_a_sentence(window: OpenWindow, dienst: Dienst) -> None:
    page = show(window, dienst, f"{VERTELLEN}#uitnodiging={'x' * 32}")
    expect(page.get_by_text(texts.UITNODIGING_GEWEIGERD)).to_be_visible()
    assert "uitnodiging" not in page.url


def test_the_receipt_comes_as_a_pdf_too(window: OpenWindow, dienst: Dienst) -> None:
    page = show(window, dienst)
    fill_one(page)
    fill_two(page)
    fill_three(page)
    page.get_by_role("button", name="Verstuur").click()
    receipt(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=texts.BEWIJS_PDF).click()
    assert re.match(rb"%PDF-", Path(download.value.path()).read_bytes())
