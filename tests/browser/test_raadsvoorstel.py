"""The page Raadsvoorstel in a browser: what is typed is kept while somebody types, and every step breaks no rule."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from monitor.domain.proef import proefrol
from monitor.domain.raadsstuk import OnderdeelSoort
from monitor.services.invoer import id_from
from monitor.ui.meeschrijver import PAUZE
from monitor.ui.texts import raadsstuk as texts
from tests.browser.conftest import WIDTHS, Window
from tests.browser.test_nalezen import look_as, overflow, page, settle
from tests.browser.test_paginas import english, violations
from tests.conftest import serving

__all__ = ["page"]
STUK = id_from("raadsstuk", "tolk-2027")
BELEID, COLLEGA = (proefrol(f"proef:{it}").woorden for it in ("beleidsmedewerker", "beleidsmedewerker-2"))
STEPS = ("kiezen", "schrijven&deel=argumenten", "schrijven&deel=financien", "nakijken", "downloaden")
STOP = """() => {
    const it = document.activeElement;
    const { left, right, top, bottom } = it.getBoundingClientRect();
    const name = it.getAttribute("aria-label") || it.labels?.[0]?.innerText || it.innerText;
    const seen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    return [it === document.body ? "BODY" : name, seen];
}"""
WATCHED = "() => performance.getEntriesByType('resource').some((it) => it.name.includes('meeschrijver'))"


@pytest.fixture(scope="module")
def proef(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it."""
    folder = tmp_path_factory.mktemp("raadsvoorstel")
    shutil.copy(voorbeeld_pad, folder / "monitor.duckdb")
    with serving(folder / "monitor.duckdb", folder / "log", MONITOR_PROEF="1") as address:
        yield address


def open_stuk(page: Page, proef: str, wie: str = BELEID) -> str:
    """The address of a raadsvoorstel of the example, for who writes it."""
    look_as(page, proef, wie)
    return f"{proef}/raadsvoorstel?stuk={STUK}"


def test_what_is_typed_is_kept_while_somebody_types_and_she_keeps_her_place(page: Page, proef: str) -> None:
    address = f"{open_stuk(page, proef)}&stap=schrijven&deel=communicatie"
    page.goto(address)
    field = page.get_by_label(texts.VELD_TEKST)
    field.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Een zin erbij.")
    expect(page.get_by_text(texts.BEWAARD_OM.partition("{")[0])).to_be_visible()
    expect(field).to_be_focused()
    page.keyboard.type(" En verder.")
    expect(field).to_have_value(re.compile(r" Een zin erbij\. En verder\.$"))
    beside = page.locator(".voorbeelddeel")
    expect(beside).to_contain_text("Een zin erbij. En verder.")
    page.goto(address)
    settle(page)
    assert page.get_by_label(texts.VELD_TEKST).input_value().find(" Een zin erbij.") > 0


def test_the_deel_stands_beside_its_fields_or_below_them_when_asked(page: Page, proef: str) -> None:
    page.goto(f"{open_stuk(page, proef)}&stap=schrijven&deel=aanleiding")
    settle(page)
    toggle, beside = page.get_by_role("switch", name=texts.VOORBEELD_TOON), page.locator(".voorbeelddeel")
    if toggle.count():
        expect(beside).to_be_hidden()
        toggle.press("Space")
    expect(beside).to_be_visible(timeout=20_000)


def test_the_deel_is_shown_while_words_are_still_to_be_kept(page: Page, proef: str) -> None:
    address = f"{open_stuk(page, proef)}&stap=schrijven&deel=communicatie"
    write(page, address, "Eerst dit.")
    expect(page.get_by_text(texts.BEWAARD_OM.partition("{")[0])).to_be_visible(timeout=20_000)
    page.keyboard.type(" En dan dat.")
    toggle = page.get_by_role("switch", name=texts.VOORBEELD_TOON)
    if toggle.count():
        toggle.press("Space")
    beside = page.locator(".voorbeelddeel")
    expect(beside).to_be_visible(timeout=20_000)
    expect(beside).to_contain_text("Eerst dit. En dan dat.")


@pytest.mark.parametrize("milliseconds", [0, 120], ids=["at once", "as a finger does"])
def test_what_is_pressed_just_after_typing_is_done_too(page: Page, proef: str, milliseconds: int) -> None:
    page.goto(f"{open_stuk(page, proef)}&stap=schrijven&deel=voorgesteld_besluit")
    settle(page)
    page.wait_for_function(WATCHED)
    settle(page)
    first = page.locator("ul.onderdelen").first.locator("li span").first
    before = first.inner_text()
    page.locator("textarea").nth(1).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Erbij.")
    page.get_by_role("button", name=texts.OMLAAG).first.click(delay=milliseconds)
    expect(first).not_to_contain_text(before, timeout=20_000)
    expect(page.locator("ul.onderdelen").first).to_contain_text(f"{before} Erbij.")


def close(page: Page) -> None:
    """Close the window as somebody does it, and wait until it is gone."""
    with page.expect_event("close"):
        page.close(run_before_unload=True)


def write(page: Page, address: str, said: str) -> None:
    """Type something, and leave it there without waiting."""
    page.goto(address)
    settle(page)
    page.wait_for_function(WATCHED)
    settle(page)
    page.get_by_label(texts.VELD_TEKST).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(f" {said}")


@pytest.mark.parametrize(
    "leave",
    [
        lambda page: page.reload(),
        lambda page: page.goto("about:blank"),
        close,
    ],
    ids=["reload", "elsewhere", "closed"],
)
def test_who_leaves_the_page_at_once_loses_nothing(page: Page, proef: str, leave: Callable[[Page], object]) -> None:
    address = f"{open_stuk(page, proef)}&stap=schrijven&deel=uitvoering"
    said = f"Tot het laatst {uuid4()}."
    write(page, address, said)
    leave(page)
    later = page.context.new_page() if page.is_closed() else page
    later.goto(address)
    expect(later.get_by_label(texts.VELD_TEKST)).to_have_value(re.compile(f"{said}$"))
    later.wait_for_timeout(2 * PAUZE)
    later.goto(address)
    expect(later.get_by_label(texts.VELD_TEKST)).to_have_value(re.compile(f"^(?!.*{said}.*{said}).*{said}$", re.DOTALL))
    later.wait_for_function("() => localStorage.getItem('meeschrijver') === null")


def test_what_a_busy_server_did_not_hear_yet_is_not_lost(page: Page, proef: str) -> None:
    deaf = [False]

    def between(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda it: None if deaf[0] else server.send(it))

    page.route_web_socket(re.compile("/_stcore/stream"), between)
    address = f"{open_stuk(page, proef)}&stap=schrijven&deel=uitvoering"
    said = f"Lang onderweg {uuid4()}."
    write(page, address, said)
    deaf[0] = True
    page.wait_for_timeout(3 * PAUZE)
    page.goto("about:blank")
    deaf[0] = False
    page.goto(address)
    expect(page.get_by_label(texts.VELD_TEKST)).to_have_value(re.compile(f"{said}$"))


def test_what_a_colleague_wrote_meanwhile_stays_beside_what_was_typed_last(page: Page, proef: str) -> None:
    address = f"{open_stuk(page, proef)}&stap=schrijven&deel=juridisch"
    mine = f"Alleen van mij {uuid4()}."
    write(page, address, "Van mij.")
    close(page)
    later = page.context.new_page()
    later.goto(proef)
    later.evaluate(
        "() => { const it = JSON.parse(localStorage.getItem('meeschrijver'));"
        f" for (const one of Object.values(it)) Object.assign(one, {{ was: 'Anders.', tekst: '{mine}' }});"
        " localStorage.setItem('meeschrijver', JSON.stringify(it)); }"
    )
    later.goto(address)
    expect(later.get_by_label(texts.VELD_TEKST)).to_have_value(re.compile(rf".\n\n{mine}$", re.DOTALL))


@pytest.mark.parametrize(
    ("other", "said", "deel"),
    [(COLLEGA, texts.BOTSING, "bevoegdheid"), (BELEID, texts.BOTSING_ZELF, "duurzaamheid")],
    ids=["a colleague", "herself"],
)
def test_who_writes_in_two_browsers_at_once_is_warned_and_no_word_goes(
    page: Page, window: Callable[..., Window], proef: str, other: str, said: str, deel: str
) -> None:
    later = window(on=proef).page
    field, kept = texts.VELD_TEKST, texts.BEWAARD_OM.partition("{")[0]
    for one, wie in ((page, BELEID), (later, other)):
        one.goto(f"{open_stuk(one, proef, wie)}&stap=schrijven&deel={deel}")
        settle(one)
        one.wait_for_function(WATCHED)
    page.get_by_label(field).first.fill("Hier is de ene tekst.")
    expect(page.get_by_text(kept)).to_be_visible(timeout=20_000)
    later.get_by_label(field).first.fill("Hier is de andere tekst.")
    warned = later.locator(".botsing")
    expect(warned).to_contain_text(said, timeout=20_000)
    for text in ("Hier is de ene tekst.", "Hier is de andere tekst."):
        expect(warned).to_contain_text(text)
    assert violations(later) == []
    later.get_by_role("button", name=texts.NEEM_ALLEBEI).click()
    expect(later.get_by_label(field).first).to_have_value("Hier is de ene tekst.\n\nHier is de andere tekst.")
    # The first window had not seen that: she is warned in turn.
    page.get_by_label(field).first.fill("Nog iets anders.")
    expect(page.locator(".botsing")).to_contain_text("Hier is de andere tekst.", timeout=20_000)
    expect(page.locator(".botsing")).to_contain_text("Nog iets anders.")
    page.get_by_role("button", name=texts.NEEM.format(nummer=2)).click()
    expect(page.locator(".botsing")).to_have_count(0, timeout=20_000)
    expect(page.get_by_label(field).first).to_have_value("Nog iets anders.")


def test_who_leaves_a_form_that_was_not_sent_is_asked_first(page: Page, proef: str) -> None:
    page.goto(f"{open_stuk(page, proef)}&stap=schrijven&deel=advies")
    settle(page)
    asked: list[str] = []
    page.on("dialog", lambda it: (asked.append(it.type), it.accept()))
    page.get_by_text(texts.NIEUW_ONDERDEEL.format(wat="advies")).click()
    page.get_by_label(texts.ONDERDEEL_VELD[OnderdeelSoort.ADVIES, "wie"]).last.click()
    page.keyboard.type("De adviesraad")
    page.reload()
    assert asked == ["beforeunload"]
    settle(page)
    page.reload()
    assert asked == ["beforeunload"]


def test_no_step_breaks_a_rule_and_every_one_fits(page: Page, proef: str) -> None:
    address = open_stuk(page, proef)
    for step in STEPS:
        page.goto(f"{address}&stap={step}")
        settle(page)
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            settle(page)
            assert (violations(page), english(page), max(overflow(page), 0)) == ([], [], 0), f"{step} {width}"


def test_by_keyboard_every_stop_is_in_sight(page: Page, proef: str) -> None:
    page.goto(f"{open_stuk(page, proef)}&stap=schrijven&deel=argumenten")
    settle(page)
    page.get_by_label(texts.VELD_TEKST).first.wait_for()
    stops = []
    for _ in range(80):
        page.keyboard.press("Tab")
        page.wait_for_timeout(50)
        what, in_sight = page.evaluate(STOP)
        if what == "BODY":
            break
        stops.append(what)
        assert in_sight, what
    for label in (texts.WELK_DEEL, texts.VELD_TEKST, texts.ERUIT, texts.NIEUW_ONDERDEEL.format(wat="argument")):
        assert any(label in it for it in stops), label


def test_a_file_is_made_with_what_is_being_done_and_taken_along(page: Page, proef: str) -> None:
    page.goto(f"{open_stuk(page, proef)}&stap=downloaden")
    page.get_by_role("button", name=texts.MAAK.format(soort="Word")).click()
    button = page.get_by_role("button", name="Download raadsvoorstel")
    expect(button).to_be_visible()
    with page.expect_download() as waiting:
        button.click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"PK")
