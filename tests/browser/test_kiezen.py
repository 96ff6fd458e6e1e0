"""From an empty wijk to an indicator that is carried and in use, with its first meting, as a new user would do it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from monitor.store.opslag import open_for_writing
from monitor.ui.texts import kiezen as texts
from tests.browser.test_nalezen import look_as, overflow, page, settle
from tests.browser.test_paginas import english, violations
from tests.conftest import ROOT, serving

__all__ = ["page"]
LEEG = {1280: ("WK990111", "Nieuwland"), 390: ("WK990112", "Verland")}
"""An empty wijk for each width of the window."""


@dataclass(frozen=True)
class Proefwijk:
    """A server on a store with an empty wijk."""

    server: str
    store: Path

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
    """A server as `make run` starts it, with wijken about which nothing is known yet."""
    folder = tmp_path_factory.mktemp("kiezen")
    store = folder / "monitor.duckdb"
    shutil.copy(voorbeeld_pad, store)
    database = open_for_writing(str(store))
    with database.writing() as cursor:
        for wijk, naam in LEEG.values():
            cursor.execute("INSERT INTO gebied VALUES (?, 'wijk')", [wijk])
            cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2026-01-01', NULL, ?)", [wijk, naam])
            cursor.execute("INSERT INTO gebied_ouder VALUES (?, 'GM9901', DATE '2026-01-01', NULL)", [wijk])
    database.close()
    with serving(store, folder / "log", MONITOR_PROEF="1") as address:
        yield Proefwijk(address, store)


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
    expect(page.get_by_text(said).first).to_be_visible(timeout=30_000)
    settle(page)


def sane(page: Page) -> None:
    assert violations(page) == []
    assert english(page) == []
    assert overflow(page) <= 0


def test_from_an_empty_wijk_to_an_indicator_in_use_with_its_first_meting(
    page: Page, proefwijk: Proefwijk, tmp_path: Path
) -> None:
    assert page.viewport_size
    wijk, naam = LEEG[page.viewport_size["width"]]
    cijfer = f"Ik kan in {naam} binnenlopen"
    look_as(page, proefwijk.server, "beleidsmedewerker")
    page.goto(f"{proefwijk.server}/indicatoren-kiezen")
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
    choose(page, texts.BEWIJSSOORT, texts.BEWIJSSOORTEN_UITLEG["gemeten"])
    choose(page, texts.SOORT, texts.SOORTEN["opbrengst"])
    choose(page, texts.RICHTING, texts.RICHTINGEN["hoger_is_gunstig"])
    choose(page, texts.BEINVLOEDBAAR, "volledig")
    press(page, texts.UITWERKEN_BEWAAR, texts.UITGEWERKT)

    # Nobody carries it yet.
    step(page, "besluit")
    choose(page, texts.WELK_CIJFER, cijfer)
    press(page, texts.AANNEMEN_BEWAAR, "hebben nog niet gezegd dat zij dit steunen")
    file = tmp_path / "cijfers.csv"
    file.write_text(
        f"gebied,indicator,periode,waarde\n{wijk},wijk-ik-kan-in-{naam.lower()}-binnenlopen,2026,61\n", encoding="utf-8"
    )
    assert proefwijk.command("import", "metingen", str(file)).returncode == 1

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
    expect(page.get_by_text("in gebruik · hier letten wij op")).to_be_visible()
    sane(page)

    done = proefwijk.command("import", "metingen", str(file))
    assert done.returncode == 0, done.stderr
    page.goto(f"{proefwijk.server}/wijk?wijk={wijk}")
    expect(page.get_by_text("61 van de 100").first).to_be_visible(timeout=30_000)


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
