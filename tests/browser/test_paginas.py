"""The pages as a browser shows them: Dutch, without complaints, by keyboard, on paper. (Rules: test_toegankelijk.)"""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from monitor.services.wijkbeeld import gemeentebeeld
from monitor.store.database import Database
from tests.browser.conftest import WIDTHS, Window

GEMEENTE, WIJK = "GM9901", "WK990101"
PAGES = {
    "start": "/",
    "gemeente": f"/gemeente?gemeente={GEMEENTE}",
    "wijk": f"/wijk?wijk={WIJK}",
    "verantwoording": f"/verantwoording?gemeente={GEMEENTE}",
    "verhalen": "/verhalen?q=soep",
    "initiatieven": "/initiatieven",
    "kiezen": f"/indicatoren-kiezen?wijk={WIJK}&stap=steun",
}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
ENGLISH = re.compile(
    r"\b(skip to|main (content|menu)|app pages|show data|show chart|download|fullscreen|record|screencast|running"
    r"|made with|sidebar|close|copy|link to|view (more|less|\d)|page not found|choose an? option|no results|clear value"
    r"|select all|axis|legend|with values|mark container|loading|settings|rerun|error|january|february|march|october"
    r"|monday|sunday)\b",
    re.IGNORECASE,
)
ALL_WORDS = """() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent && !parent.closest("script, style, noscript, pre code, [data-testid='stIconMaterial']"))
            found.push(walker.currentNode.data);
    }
    const names = ["aria-label", "title", "alt", "placeholder", "aria-roledescription"];
    for (const element of document.querySelectorAll(names.map((name) => `[${name}]`).join()))
        for (const name of names) found.push(element.getAttribute(name) || "");
    return found.map((text) => text.trim()).filter(Boolean);
}"""

OpenWindow = Callable[..., Window]


def violations(page: Page) -> list[str]:
    results = Axe().run(page, options=RULES).response
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in results["violations"]
        for node in rule["nodes"]
    ]


def english(page: Page) -> list[str]:
    return sorted({text for text in page.evaluate(ALL_WORDS) if ENGLISH.search(text)})


def test_a_box_says_in_dutch_how_much_there_is_to_choose(window: OpenWindow) -> None:
    opened = window()
    page = opened.show("/")
    page.get_by_role("combobox", name="Kies uw wijk").click()
    said = page.locator("[data-live-announcer]")
    said.get_by_text("10 keuzes").wait_for(state="attached")
    assert english(page) == []
    assert "available" not in said.inner_text()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/wijk?wijk=WK036203", "/gemeente?gemeente=GM0362"], ids=["Elsrijk", "Amstelveen"])
def test_real_figures_break_no_rule_of_wcag_a_or_aa(
    window: OpenWindow, echte_server: str, path: str, width: int
) -> None:
    page = window(width, on=echte_server).show(path)
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_dutch_in_every_word_that_can_be_read_or_heard(window: OpenWindow, path: str) -> None:
    page = window().show(path)
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert english(page) == []


def test_the_menu_of_streamlit_is_dutch(window: OpenWindow) -> None:
    page = window().show("/")
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_test_id("stMainMenuList").wait_for()
    assert english(page) == []
    assert "Afdrukken" in page.get_by_test_id("stMainMenuList").inner_text()


def test_an_address_that_does_not_exist_is_told_in_dutch(window: OpenWindow) -> None:
    opened = window()
    page = opened.show("/bestaat-niet")
    page.get_by_role("dialog").wait_for()
    assert english(page) == []
    assert "is er niet" in page.get_by_role("dialog").inner_text()
    # Streamlit notes it in the console as well, which nobody reads.
    assert all("does not seem to exist" in complaint for complaint in opened.complaints)
    opened.complaints.clear()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_needs_no_sideways_scrolling(window: OpenWindow, path: str, width: int) -> None:
    page = window(width).show(path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate(
        "(() => { const main = document.querySelector('.stMain'); return main.scrollWidth <= main.clientWidth; })()"
    )


def test_charts_are_drawn_under_the_strict_policy_and_say_what_they_show(window: OpenWindow) -> None:
    page = window().show(PAGES["wijk"])
    charts = page.locator("[role='graphics-document']")
    assert charts.count() > 0
    assert charts.count() == charts.locator("svg").count()
    assert all(charts.nth(number).get_attribute("aria-label") for number in range(charts.count()))


def test_a_wijk_can_be_chosen_with_the_keyboard_alone(window: OpenWindow) -> None:
    opened = window()
    page = opened.show("/")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a[href*=\"wijk=\"]')"):
            break
    name = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    page.wait_for_url("**/wijk?wijk=*")
    opened.settle()
    assert name in page.locator("h1").first.inner_text()


def test_the_first_tab_offers_to_skip_the_menu(window: OpenWindow) -> None:
    page = window().show("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Naar de inhoud"


def test_every_wijk_of_the_example_prints_on_one_a4(window: OpenWindow, voorbeeld: Database) -> None:
    opened = window()
    pages = {}
    for regel in gemeentebeeld(voorbeeld, GEMEENTE).regels:
        pdf = opened.show(f"/wijk?wijk={regel.wijk.code}").pdf(format="A4", prefer_css_page_size=True)
        pages[regel.wijk.naam] = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert pages
    assert set(pages.values()) == {1}, pages


def test_elsrijk_prints_on_one_a4(window: OpenWindow, echte_server: str) -> None:
    pdf = window(on=echte_server).show("/wijk?wijk=WK036203").pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
