"""The page of one cijfer in a browser: accessible, on a phone and wide, by keyboard, and with its files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.ui.texts import indicator as texts
from tests.browser.conftest import WIDTHS, Window
from tests.browser.test_paginas import english

OpenWindow = Callable[..., Window]
PAGES = {
    "wijk": "/indicator?indicator=vm-buren-oppassen&wijk=WK990101",
    "gemeente": "/indicator?indicator=vm-buren-oppassen",
    "geschat": "/indicator?indicator=rivm-eenzaam&wijk=WK990101",
    "wacht": "/indicator?indicator=vm-jongeren-gehoord&wijk=WK990101",
    "kiezen": "/indicator",
    "onbekend": "/indicator?indicator=bestaat-niet",
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_figure_is_dutch_and_fits_the_screen(window: OpenWindow, path: str, width: int) -> None:
    page = window(width).show(path)
    assert english(page) == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("width", WIDTHS)
def test_one_drawing_of_the_wijken_is_shown_and_it_fits(window: OpenWindow, width: int) -> None:
    page = window(width).show(PAGES["wijk"])
    shown = page.locator("[class*='st-key-naast-'] svg").filter(visible=True)
    assert shown.count() == 1
    box = shown.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_figures_and_chart_come_as_files(window: OpenWindow, tmp_path: Path) -> None:
    page = window().show(PAGES["wijk"])
    begins = {
        texts.CSV: ("GM9901.csv", b"gebied,gebied_naam,indicator,indicator_naam,periode,waarde"),
        texts.EXCEL: ("GM9901-excel.csv", b"\xef\xbb\xbfgebied;gebied_naam"),
        texts.PNG: ("WK990101.png", b"\x89PNG"),
        texts.SVG: ("WK990101.svg", b"<svg"),
    }
    for label, (ending, begin) in begins.items():
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label).click()
        target = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(target)
        assert target.name == f"vm-buren-oppassen-{ending}"
        assert target.read_bytes().startswith(begin)


def test_from_the_card_of_a_wijk_to_its_figure_and_back(window: OpenWindow) -> None:
    opened = window(390)
    page = opened.show("/wijk?wijk=WK990101")
    page.get_by_role("link", name=f"{texts.MEER}: Mensen kennen genoeg buren").click()
    page.wait_for_url("**/indicator?indicator=vm-buren-oppassen&wijk=WK990101")
    opened.settle()
    page.get_by_role("link", name=texts.NAAR_WIJK.format(wijk="De Hoge Linden")).click()
    page.wait_for_url("**/wijk?wijk=WK990101#bij-ontmoeten")
    opened.settle()
    assert page.locator("h1").first.inner_text() == "De Hoge Linden"


def test_on_paper_a_dark_screen_is_light_and_what_cannot_be_pressed_is_left_out(window: OpenWindow) -> None:
    opened = window()
    opened.page.emulate_media(color_scheme="dark", media="print")
    page = opened.show(PAGES["wijk"])
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme") == "light"
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".st-key-meenemen").is_hidden()
    assert page.get_by_test_id("stSelectbox").first.is_hidden()


def test_on_paper_all_that_is_folded_on_the_screen_is_open(window: OpenWindow) -> None:
    page = window().show(PAGES["wijk"])
    folded = page.locator(".verhalen details.meer article, .cijfers details table, .verhalen article details .tekst")
    assert folded.count() > folded.filter(visible=True).count()
    page.emulate_media(media="print")
    assert folded.filter(visible=True).count() == folded.count()
    assert page.locator(".verhalen summary").filter(visible=True).count() == 0


def test_on_paper_the_figure_takes_the_whole_width_and_no_sheet_is_empty(window: OpenWindow) -> None:
    page = window().show(PAGES["wijk"])
    page.emulate_media(media="print")
    figures, told = (
        page.locator(f".st-key-thema-cijfer {it}").first.bounding_box() for it in (".cijfers", ".verhalen")
    )
    assert figures is not None
    assert told is not None
    assert told["y"] > figures["y"] + figures["height"]
    bottom = page.locator(".tv.voet").bounding_box()
    main = page.get_by_test_id("stMainBlockContainer").bounding_box()
    assert bottom is not None
    assert main is not None
    assert main["y"] + main["height"] - bottom["y"] - bottom["height"] < 40


@pytest.mark.parametrize("path", [PAGES["wijk"], PAGES["geschat"], PAGES["wacht"]], ids=["wijk", "geschat", "wacht"])
def test_on_a_phone_no_column_of_a_table_lies_out_of_sight(window: OpenWindow, path: str) -> None:
    page = window(390).show(path)
    page.evaluate("document.querySelectorAll('.tv details').forEach((it) => { it.open = true })")
    hidden = (
        "() => [...document.querySelectorAll('.tv .schuif')].filter((it) => it.scrollWidth > it.clientWidth).length"
    )
    assert page.locator(".tv .schuif").count() > 0
    assert page.evaluate(hidden) == 0
