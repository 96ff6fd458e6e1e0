"""The page Verhalen in a browser: by keyboard, one verhaal apart, and on a phone."""

from collections.abc import Callable

import pytest

from monitor.ui.texts import verhalen as texts
from tests.browser.conftest import WIDTHS, Window
from tests.browser.test_paginas import english, violations

OpenWindow = Callable[..., Window]


def test_verhalen_are_searched_with_the_keyboard_alone(window: OpenWindow) -> None:
    opened = window()
    page = opened.show("/verhalen")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('input[type=text]:not([role=combobox])')"):
            break
    page.keyboard.type("soep")
    page.keyboard.press("Enter")
    page.wait_for_url("**/verhalen?q=soep")
    page.locator("mark", has_text="soep").first.wait_for()
    opened.settle()
    assert texts.VOLGORDE_WOORDEN in page.locator(".verhalenlijst").inner_text()


@pytest.mark.parametrize("width", WIDTHS)
def test_one_verhaal_apart_breaks_no_rule_and_leads_to_the_form_that_it_is_about_you(
    window: OpenWindow, width: int
) -> None:
    opened = window(width)
    page = opened.show("/verhalen")
    page.get_by_role("link", name=texts.OVER_U_LINK).first.click()
    page.locator(".apart").wait_for()
    opened.settle()
    assert page.get_by_role("button", name=texts.OVER_U_KNOP).is_visible()
    assert violations(page) == []
    assert english(page) == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= window.innerWidth")


def test_every_page_of_the_list_is_reached_by_its_links(window: OpenWindow) -> None:
    opened = window(390)
    page = opened.show("/verhalen")
    first = page.locator("article h3").first.inner_text()
    page.get_by_role("link", name=texts.VOLGENDE).click()
    page.wait_for_url("**bladzijde=2")
    page.get_by_role("link", name=texts.VORIGE).wait_for()
    opened.settle()
    assert page.locator("article h3").first.inner_text() != first
