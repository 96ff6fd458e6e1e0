"""From an empty wijk to an indicator that is carried and in use, with its first meting, as a new user would do it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from monitor.store.opslag import open_for_writing
from monitor.store.rijen import insert_into
from monitor.ui.texts import kiezen as texts
from monitor.ui.texts import tellen as telteksten
from tests.browser.conftest import WIDTHS
from tests.browser.test_aanmelden import COOKIE, FATIMA, SECRET, SECRETS, Aanmelddienst
from tests.browser.test_nalezen import look_as, overflow, page, settle
from tests.browser.test_paginas import english, violations
from tests.conftest import ROOT, free_port, serving

__all__ = ["page"]
NIEUWLAND, VERLAND = ("WK990111", "Nieuwland"), ("WK990112", "Verland")
"""An empty wijk for each of the two ways in which its first meting comes."""
LEIDT, TELT = "bo", "fatima"
"""Who signs in to lead the choosing, and who works in Verland and counts there."""
ANDERE_WIJK, LANDELIJK = "WK990101", "kwb-65-jaar-of-ouder"


@dataclass(frozen=True)
class Proefwijk:
    """A server on a store with an empty wijk."""

    server: str
    store: Path

    def sign_in(self, page: Page, who: str) -> None:
        """Let this browser be of somebody who signed in."""
        proof = Aanmelddienst(self.server).cookie(sub=who, name=who, email="")
        page.context.add_cookies([{"name": COOKIE, "value": proof, "url": self.server}])

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command of the same program, while the server runs."""
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "monitor", "--store", str(self.store), *words],
            cwd=ROOT,
            env=dict(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )


@pytest.fixture(scope="module")
def proefwijk(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Proefwijk]:
    """A server as `make run` starts it, with a wijk about which nothing is known yet."""
    folder = tmp_path_factory.mktemp("kiezen")
    store = _with_empty_wijk(voorbeeld_pad, folder, *NIEUWLAND)
    with serving(store, folder / "log", MONITOR_PROEF="1") as address:
        yield Proefwijk(address, store)


@pytest.fixture(scope="module")
def werkwijk(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Proefwijk]:
    """A server where people sign in, with an empty wijk in which one of them works."""
    folder, port = tmp_path_factory.mktemp("werkwijk"), free_port()
    store = _with_empty_wijk(voorbeeld_pad, folder, *VERLAND)
    database = open_for_writing(str(store))
    with database.writing() as cursor:
        leads = {"id": "r2", "persoon": LEIDT, "naam": "Bo", "rol": "beleidsmedewerker", "wijk": None}
        insert_into(
            cursor,
            "roltoewijzing",
            [{**FATIMA, "persoon": TELT, "wijk": VERLAND[0]}, {**FATIMA, **leads, "organisatie": None}],
        )
    database.close()
    secrets, address = folder / "secrets.toml", f"http://localhost:{port}"
    # Nobody goes to the provider: the proof of having signed in is made here.
    text = SECRETS.format(address=address, secret=SECRET, provider="http://localhost:9")
    secrets.write_text(text, encoding="utf-8")
    with serving(store, folder / "log", port=port, MONITOR_GEHEIMEN=str(secrets)):
        yield Proefwijk(address, store)


def _with_empty_wijk(voorbeeld: Path, folder: Path, wijk: str, naam: str) -> Path:
    store = folder / "monitor.duckdb"
    shutil.copy(voorbeeld, store)
    database = open_for_writing(str(store))
    with database.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES (?, 'wijk')", [wijk])
        cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2026-01-01', NULL, ?)", [wijk, naam])
        cursor.execute("INSERT INTO gebied_ouder VALUES (?, 'GM9901', DATE '2026-01-01', NULL)", [wijk])
    database.close()
    return store


def step(page: Page, name: str) -> None:
    page.get_by_text(texts.STAPPEN[name], exact=True).click()
    settle(page)


def unfold(page: Page, title: str) -> None:
    page.locator("summary", has_text=title).click()
    page.wait_for_timeout(400)


def open_box(page: Page, label: str, place: int = 0) -> None:
    box = page.get_by_role("combobox", name=label).nth(place)
    box.click()
    page.wait_for_timeout(300)
    if page.get_by_role("option").count() == 0:
        # The click that left another field closed the list again.
        box.press("ArrowDown")


def choose(page: Page, label: str, option: str, place: int = 0) -> None:
    """Choose in a box; `place` says which, where several have this label."""
    open_box(page, label, place)
    page.get_by_role("option", name=option, exact=True).click()
    page.wait_for_timeout(150)


def fill(page: Page, label: str, words: str) -> None:
    page.get_by_label(label, exact=True).first.fill(words)


def press(page: Page, label: str, said: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()
    expect(page.get_by_text(said).filter(visible=True).first).to_be_visible(timeout=30_000)
    settle(page)


def sane(page: Page) -> None:
    assert violations(page) == []
    assert english(page) == []
    assert overflow(page) <= 0


def work_out(page: Page, server: str, naam: str, decimalen: int = 0) -> str:
    """From what people say to a figure with a definition, in a wijk that has nothing; gives its name."""
    cijfer = f"Ik kan in {naam} binnenlopen"
    page.goto(f"{server}/indicatoren-kiezen")
    settle(page)
    choose(page, texts.WIJK, naam)
    expect(page.get_by_text(texts.LEGE_WIJK)).to_be_visible(timeout=30_000)
    expect(page.get_by_role("heading", name=texts.EERSTE)).to_be_visible()
    settle(page)
    sane(page)

    step(page, "zeggen")
    for words in ("Er brandt altijd ergens licht.", "Je loopt zo naar binnen."):
        choose(page, texts.WIE_ZEGT, "bewoner")
        fill(page, texts.VOORSTEL, words)
        press(page, texts.VOORSTEL_BEWAAR, words)
    unfold(page, texts.GROEPEREN)
    for number in (1, 2):
        page.get_by_text(texts.VOORSTEL_NUMMER.format(nummer=number), exact=True).click()
    fill(page, texts.GROEP_NAAM, "Binnenlopen")
    choose(page, texts.GROEP_THEMA, "Ontmoeten")
    press(page, texts.GROEPEER, "Binnenlopen")
    sane(page)

    step(page, "verder")
    choose(page, texts.WELKE_GROEP, texts.GROEP_NUMMER.format(nummer=1))
    fill(page, texts.VERDER_WIL.format(rol="Bewoners"), "11")
    press(page, texts.TEL, "Bewoners: 11")
    unfold(page, texts.UITWERKEN)
    choose(page, texts.WELKE_GROEP, texts.GROEP_NUMMER.format(nummer=1), place=1)
    press(page, texts.UITWERKEN_BEWAAR, "Kies of meer beter is.")
    for label, words in (
        (texts.NAAM, cijfer),
        (texts.DEFINITIE, "Mensen die een plek weten waar zij zo binnenlopen."),
        (texts.WAARVOOR, "Bewoners, om te zien of er plekken zijn."),
        (texts.BELASTING, "Een vraag per jaar, door vrijwilligers."),
        (texts.REDEN, "Dit merken mensen het eerst."),
    ):
        fill(page, label, words)
    choose(page, texts.EENHEID, texts.EENHEDEN["%"])
    choose(page, texts.DECIMALEN, texts.DECIMALEN_KEUZE[decimalen])
    choose(page, texts.BEWIJSSOORT, texts.BEWIJSSOORTEN_UITLEG["gemeten"])
    choose(page, texts.SOORT, texts.SOORTEN["opbrengst"])
    choose(page, texts.RICHTING, texts.RICHTINGEN["hoger_is_gunstig"])
    choose(page, texts.BEINVLOEDBAAR, "volledig")
    press(page, texts.UITWERKEN_BEWAAR, texts.UITGEWERKT)
    return cijfer


def refuse_to_adopt(page: Page, cijfer: str) -> None:
    """Nobody carries it yet."""
    step(page, "besluit")
    choose(page, texts.WELK_CIJFER, cijfer)
    press(page, texts.AANNEMEN_BEWAAR, "hebben nog niet gezegd dat zij dit steunen")


def adopt(page: Page, cijfer: str) -> None:
    """From the support of both sides to a figure in use."""
    step(page, "steun")
    choose(page, texts.WELK_CIJFER, cijfer)
    fill(page, texts.VOOR.format(rol="Bewoners"), "11")
    press(page, texts.STEUN_BEWAAR, "op professionals.")
    sane(page)
    choose(page, texts.WELK_CIJFER, cijfer)
    fill(page, texts.VOOR.format(rol="Professionals"), "2")
    press(page, texts.STEUN_BEWAAR, "Bewoners en professionals steunen dit.")

    step(page, "besluit")
    choose(page, texts.WELK_CIJFER, cijfer)
    press(page, texts.AANNEMEN_BEWAAR, texts.AANGENOMEN)
    expect(page.get_by_text(texts.WERKT_NIETS)).to_be_visible()
    unfold(page, texts.WERK)
    choose(page, texts.WELK_CIJFER, cijfer, place=1)
    open_box(page, texts.WELK_WERK)
    page.get_by_role("option").first.click()
    press(page, texts.WERK_BEWAAR, texts.WERK_BEWAARD)
    expect(page.get_by_text("in gebruik · hier letten wij op").filter(visible=True)).to_have_count(1)
    sane(page)


def test_from_an_empty_wijk_to_an_indicator_in_use_with_its_first_meting_from_a_file(
    browser: Browser, proefwijk: Proefwijk, tmp_path: Path
) -> None:
    wijk, naam = NIEUWLAND
    page = open_page(browser, 1280)
    look_as(page, proefwijk.server, "beleidsmedewerker")
    cijfer = work_out(page, proefwijk.server, naam)
    refuse_to_adopt(page, cijfer)
    file = tmp_path / "cijfers.csv"
    file.write_text(f"gebied,indicator,periode,waarde\n{wijk},{code_of(naam)},2026,61\n", encoding="utf-8")
    assert proefwijk.command("import", "metingen", str(file)).returncode == 1
    adopt(page, cijfer)
    done = proefwijk.command("import", "metingen", str(file))
    assert done.returncode == 0, done.stderr
    page.goto(f"{proefwijk.server}/wijk?wijk={wijk}")
    expect(page.get_by_text("61 van de 100").first).to_be_visible(timeout=30_000)
    page.context.close()


def test_from_an_empty_wijk_to_an_indicator_in_use_with_its_first_meting_on_the_page_tellen(
    browser: Browser, werkwijk: Proefwijk
) -> None:
    wijk, naam = VERLAND
    server, code = werkwijk.server, code_of(naam)
    page = open_page(browser, 390)
    werkwijk.sign_in(page, LEIDT)
    cijfer = work_out(page, server, naam, decimalen=1)
    refuse_to_adopt(page, cijfer)

    # What is not adopted is not counted: not chosen, not asked for in the address, not read from a file.
    werkwijk.sign_in(page, TELT)
    page.goto(f"{server}/tellen?wijk={wijk}&cijfer={code}")
    expect(page.get_by_text(telteksten.NIETS)).to_be_visible(timeout=30_000)
    settle(page)
    expect(page.get_by_role("button", name=telteksten.BEWAAR)).to_have_count(0)
    refuse_file(page, server, f"{wijk};{code};2026;12,5", "daar is dit cijfer niet gekozen.")
    sane(page)

    werkwijk.sign_in(page, LEIDT)
    page.goto(f"{server}/indicatoren-kiezen?wijk={wijk}")
    settle(page)
    adopt(page, cijfer)

    werkwijk.sign_in(page, TELT)
    page.goto(f"{server}/tellen?wijk={wijk}")
    settle(page)
    open_box(page, telteksten.CIJFER)
    expect(page.get_by_role("option")).to_have_text([cijfer])
    page.get_by_role("option").click()
    settle(page)
    fill(page, telteksten.PERIODE, "2026")
    fill(page, telteksten.WAARDE.format(eenheid="%"), "12,5")
    press(page, telteksten.BEWAAR, telteksten.BEWAARD_NIEUW)
    expect(page.get_by_role("row").filter(has_text="2026").filter(has_text="12,5%")).to_be_visible()
    sane(page)
    refuse_file(page, server, f"{wijk};{LANDELIJK};2026;12,5", "Dit is een landelijk cijfer.")
    refuse_file(page, server, f"{ANDERE_WIJK};{code};2026;12,5", "Voor dit gebied mag u geen cijfers geven.")

    # Everybody reads it as exactly as the wijk chose.
    for path in ("wijk?", f"indicator?indicator={code}&"):
        page.goto(f"{server}/{path}wijk={wijk}")
        expect(page.get_by_text("12,5 van de 100").first).to_be_visible(timeout=30_000)
        settle(page)
    page.context.close()


def code_of(naam: str) -> str:
    return f"wijk-ik-kan-in-{naam.lower()}-binnenlopen"


def open_page(browser: Browser, width: int) -> Page:
    context = browser.new_context(locale="nl-NL", viewport={"width": width, "height": WIDTHS[width]})
    context.set_default_timeout(30_000)
    return context.new_page()


def refuse_file(page: Page, server: str, row: str, says: str) -> None:
    """On the page Tellen a file with this row is refused with a sentence, and there is nothing to read in."""
    page.goto(f"{server}/tellen?deel=bestand")
    settle(page)
    content = f"gebied;indicator;periode;waarde\n{row}\n".encode()
    page.locator("input[type=file]").set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": content})
    settle(page)
    page.get_by_role("button", name=telteksten.BEKIJK).click()
    expect(page.get_by_role("cell", name=says)).to_be_visible(timeout=30_000)
    settle(page)
    expect(page.get_by_role("button", name=telteksten.LEES_IN)).to_have_count(0)


@pytest.mark.parametrize("stap", texts.STAPPEN)
def test_every_step_of_a_wijk_that_chose_breaks_no_rule(page: Page, proefwijk: Proefwijk, stap: str) -> None:
    look_as(page, proefwijk.server, "begeleider in De Hoge Linden")
    page.goto(f"{proefwijk.server}/indicatoren-kiezen?wijk=WK990101&stap={stap}")
    expect(page.get_by_role("heading", name=texts.TITEL)).to_be_visible(timeout=30_000)
    settle(page)
    for summary in page.locator("[data-testid=stExpander] summary").all():
        summary.click()
    settle(page)
    sane(page)


def test_what_was_kept_is_said_in_sight_of_the_button_that_was_pressed(page: Page, proefwijk: Proefwijk) -> None:
    look_as(page, proefwijk.server, "begeleider in De Hoge Linden")
    page.goto(f"{proefwijk.server}/indicatoren-kiezen?wijk=WK990101&stap=steun")
    settle(page)
    choose(page, texts.WELK_CIJFER, "Aan het eind van de maand hoef ik niets te lenen")
    fill(page, texts.VOOR.format(rol="Bewoners"), "14")
    press(page, texts.STEUN_BEWAAR, texts.BEWAARD)
    expect(page.get_by_text("Bewaard. Dit komt in de plaats van: Bewoners: ")).to_be_in_viewport()
    unfold(page, texts.BEZWAAR_MAKEN)
    choose(page, texts.WELK_CIJFER, "Aan het eind van de maand hoef ik niets te lenen", place=1)
    choose(page, texts.WIE_ZEGT, "bewoner")
    fill(page, texts.BEZWAAR_TEKST, "Niet iedereen zegt dat hij leent.")
    press(page, texts.BEZWAAR_BEWAAR, texts.BEZWAAR_BEWAARD)
    expect(page.get_by_text(texts.BEZWAAR_BEWAARD, exact=True)).to_be_in_viewport()


def test_what_was_typed_stays_while_somebody_looks_at_another_step_and_the_browser_goes_back(
    page: Page, proefwijk: Proefwijk
) -> None:
    look_as(page, proefwijk.server, "begeleider in De Hoge Linden")
    page.goto(f"{proefwijk.server}/indicatoren-kiezen?wijk=WK990101&stap=zeggen")
    settle(page)
    fill(page, texts.VOORSTEL, "De bus komt weer langs.")
    step(page, "verder")
    expect(page.get_by_label(texts.VOORSTEL, exact=True)).to_be_hidden()
    unfold(page, texts.UITWERKEN)
    fill(page, texts.NAAM, "De bus komt langs")
    page.get_by_role("button", name=texts.VERDER_NAAR.format(stap=texts.STAPPEN["steun"])).click()
    expect(page.get_by_role("heading", name=texts.STEUN)).to_be_in_viewport()
    settle(page)
    for stap, heading in (("verder", texts.VERDER), ("zeggen", texts.ZEGGEN)):
        page.go_back()
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        settle(page)
        expect(page.get_by_role("radio", name=texts.STAPPEN[stap])).to_be_checked()
    expect(page.get_by_label(texts.VOORSTEL, exact=True)).to_have_value("De bus komt weer langs.")
    step(page, "verder")
    expect(page.get_by_label(texts.NAAM, exact=True)).to_have_value("De bus komt langs")
    sane(page)
