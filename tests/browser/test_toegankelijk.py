"""Every page of the menu, as who works there sees it: no rule broken, wide and on a phone, light and dark.

What is opened on a page by clicking is held by the tests of that page.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from monitor.services.invoer import id_from
from monitor.ui.texts import beheer, inbreng, kiezen, menu, raadsstuk, tellen, vertellen
from tests.browser.conftest import WIDTHS
from tests.browser.test_nalezen import look_as, overflow, settle
from tests.browser.test_paginas import english, violations
from tests.conftest import ROOT, serving

WERKER, BEGELEIDER = "welzijnswerker in De Hoge Linden, 2", "begeleider in De Hoge Linden"
BEZOEKER, BEHEERDER, BELEID = "bezoeker", "beheerder", "beleidsmedewerker"
WIJK = "wijk=WK990101"
STUK = id_from("raadsstuk", "tolk-2027")
SEEN: dict[str, tuple[str, ...]] = {
    BEZOEKER: (
        "",
        "gemeente?gemeente=GM9901",
        f"wijk?{WIJK}",
        "wijk",
        "indicator",
        f"indicator?indicator=vm-buren-oppassen&{WIJK}",
        "indicator?indicator=vm-buren-oppassen",
        f"indicator?indicator=rivm-eenzaam&{WIJK}",
        f"indicator?indicator=vm-jongeren-gehoord&{WIJK}",
        "indicator?indicator=bestaat-niet",
        "verhalen?q=soep",
        "verhaal-vertellen",
        "mijn-verhaal",
        "verantwoording?gemeente=GM9901",
        "initiatieven",
        "activiteiten",
        f"activiteiten?{WIJK}",
        f"indicatoren-kiezen?{WIJK}&stap=steun",
        f"wijkgesprek?{WIJK}",
        f"samen-verhalen-kiezen?{WIJK}",
        f"wijkplan?{WIJK}",
        f"wijkbezoek?{WIJK}",
        "in-de-weg?gemeente=GM9901",
        "hoe-is-dit-zo-gekomen?van=indicator:vm-buren-oppassen&wijk=WK990101",
    ),
    WERKER: (
        "",
        f"verhaal-vertellen?{WIJK}",
        "koppelen",
        "terugkoppelen",
        f"initiatieven?{WIJK}",
        f"activiteiten?{WIJK}",
        f"indicatoren-kiezen?{WIJK}&stap=zeggen",
        *(f"tellen?deel={deel}&{WIJK}&cijfer=vm-open-tafel" for deel in tellen.DELEN),
        "uitnodigen",
    ),
    BEGELEIDER: (
        *(f"indicatoren-kiezen?{WIJK}&stap={stap}" for stap in kiezen.STAPPEN),
        *(f"{adres}?{WIJK}" for adres in ("wijkgesprek", "samen-verhalen-kiezen", "wijkplan", "wijkbezoek")),
        f"wijkgesprek?{WIJK}&toon=spiegel",
    ),
    BELEID: ("raadsvoorstel", *(f"raadsvoorstel?stuk={STUK}&stap={stap}" for stap in raadsstuk.STAPPEN)),
    "nalezer 1, schrijft zelf ook op": ("nalezen",),
    "bewoner van De Hoge Linden": (f"wijk?{WIJK}", "verhalen"),
    BEHEERDER: ("uitnodigen", "tellen?deel=bestand", *(f"beheer?deel={deel}" for deel in beheer.DELEN)),
}
ALL = [(rol, path) for rol, paths in SEEN.items() for path in paths]
REFUSALS = (inbreng.MAG_NIET, tellen.MAG_NIET, beheer.MAG_NIET, vertellen.UITNODIGEN_MAG_NIET, raadsstuk.MAG_NIET)
BACKGROUND = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
LIGHT, DARK = "light", "dark"

Looking = Callable[[str], Page]


@pytest.fixture(scope="module")
def proef(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it."""
    folder = tmp_path_factory.mktemp("toegankelijk")
    shutil.copy(voorbeeld_pad, folder / "monitor.duckdb")
    with serving(folder / "monitor.duckdb", folder / "log", MONITOR_PROEF="1") as address:
        yield address


@pytest.fixture(scope="module")
def looking(browser: Browser, proef: str) -> Iterator[Looking]:
    """Opens a window as somebody, and keeps it for the next page that she sees."""
    pages: dict[str, Page] = {}

    def open_window(rol: str) -> Page:
        if rol not in pages:
            context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
            context.set_default_timeout(30_000)
            pages[rol] = context.new_page()
            if rol != BEZOEKER:
                look_as(pages[rol], proef, rol)
        return pages[rol]

    yield open_window
    for page in pages.values():
        page.context.close()


def test_every_page_of_the_menu_is_looked_at() -> None:
    looked_at = {path.partition("?")[0] for _, path in ALL}
    pages = {path.stem.replace("_", "-") for path in (ROOT / "pages").glob("*.py")}
    assert pages - looked_at == {"start"}
    assert "" in looked_at


@pytest.mark.parametrize("rol", [BEZOEKER, BELEID, BEHEERDER])
def test_the_whole_menu_stands_on_a_wide_screen(looking: Looking, proef: str, rol: str) -> None:
    page = looking(rol)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(proef)
    settle(page)
    header = page.get_by_test_id("stHeader")
    expect(header.get_by_text(menu.VERTELLEN, exact=True).first).to_be_visible()
    expect(header.get_by_text(re.compile(r"^Nog \d"))).to_have_count(0)


@pytest.mark.parametrize(("rol", "path"), ALL, ids=[f"{rol}: {path or 'start'}" for rol, path in ALL])
def test_a_page_breaks_no_rule_is_dutch_and_fits(looking: Looking, proef: str, rol: str, path: str) -> None:
    page = looking(rol)
    page.goto(f"{proef}/{path}")
    expect(page.locator("h1").first).to_be_attached()
    settle(page)
    assert rol == BEZOEKER or not [it for it in REFUSALS if page.get_by_text(it).count()]
    backgrounds = set()
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in (LIGHT, DARK):
            page.emulate_media(color_scheme="dark" if scheme == DARK else "light")
            settle(page)
            backgrounds.add((scheme, page.evaluate(BACKGROUND)))
            found = (violations(page), english(page), max(overflow(page), 0))
            assert found == ([], [], 0), f"{width} {scheme}"
    assert len(backgrounds) == len({colour for _, colour in backgrounds}) == 2
