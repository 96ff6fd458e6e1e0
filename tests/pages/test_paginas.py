"""The four pages through dashboard.py, on the example: what stands there, what is asked, what is refused in words."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from monitor.store.database import Database
from monitor.store.migrate import migrate
from monitor.store.opslag import close_shared
from monitor.ui import menu, texts
from monitor.ui.texts import menu as menuwoorden

PAGES = ("start", "gemeente", "wijk", "indicator", "verantwoording", "verhalen")


def run(app: AppTest, page: str = "start", **address: str) -> AppTest:
    """The page as it stands under an address."""
    app.run()
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page(f"pages/{page}.py").run()


def html_of(app: AppTest) -> str:
    """All HTML of ours on the page, without the stylesheet."""
    return "\n".join(element.proto.body for element in app.get("html") if "<style>" not in element.proto.body)


def said_under(app: AppTest, button: str) -> str:
    """The HTML of ours between a button and the next one: what is read by who just pressed it."""
    parts = list(app.main)
    begin = next(place for place, it in enumerate(parts) if isinstance(it, Button) and it.label == button)
    rest = parts[begin + 1 :]
    end = next((place for place, it in enumerate(rest) if isinstance(it, Button)), len(rest))
    return "\n".join(it.proto.body for it in rest[:end] if it.type == "html")


def headings(html: str, level: int) -> list[str]:
    return [re.sub("<[^>]+>", "", it) for it in re.findall(rf"<h{level}[^>]*>(.*?)</h{level}>", html, flags=re.S)]


def on_screen(html: str) -> str:
    """What is not only for paper."""
    return html.split('class="tv afdruk"')[0]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_without_an_error_and_has_one_heading_of_the_first_rank(app: AppTest, page: str) -> None:
    run(app, page)
    assert not app.exception
    assert len(headings(on_screen(html_of(app)), 1)) == 1
    assert 'class="tv melding" role="alert"' not in html_of(app)


def test_the_start_page_leads_on_and_to_no_page_that_is_not_there(app: AppTest) -> None:
    html = html_of(run(app))
    targets = set(re.findall(r'href="([a-z-]+)', html))
    assert targets == {"wijk", "gemeente", "verantwoording", "verhaal-vertellen", "mijn-verhaal"}
    assert texts.START_BASIS in html
    assert "De Hoge Linden" in html


@pytest.mark.parametrize(
    "wie", ["welzijnswerker-1", "bewoner", "begeleider", "beleidsmedewerker", "beheerder", "nalezer-1"]
)
def test_the_start_page_names_every_work_page_that_the_menu_has(
    kijk_als: Callable[[str], AppTest], monkeypatch: pytest.MonkeyPatch, wie: str
) -> None:
    shown: list[list[str]] = []
    sections = menu.sections

    def note(given: dict[str, list[menu.Scherm]]) -> dict[str, Any]:
        made = sections(given)
        shown.append([it.url_path for it in made[menuwoorden.WERK] if it.visibility == "visible"])
        return made

    monkeypatch.setattr(menu, "sections", note)
    html = html_of(run(kijk_als(wie)))
    work = re.findall(r'href="([a-z-]+)"', html.split(texts.START_WERK)[1].split("</ul>")[0])
    assert work == shown[-1]
    assert work


@pytest.mark.parametrize(
    ("wie", "together"),
    [
        ("begeleider", ["wijkgesprek", "samen-verhalen-kiezen", "wijkplan", "wijkbezoek"]),
        ("bewoner", ["wijkgesprek", "wijkbezoek"]),
        ("raadslid", ["wijkbezoek"]),
        ("beheerder", []),
    ],
)
def test_the_start_page_leads_to_what_somebody_does_together_with_a_wijk(
    kijk_als: Callable[[str], AppTest], wie: str, together: list[str]
) -> None:
    html = html_of(run(kijk_als(wie)))
    assert re.findall(r'href="([a-z-]+)"', html.partition(texts.START_SAMEN)[2].split("</ul>")[0]) == together


def test_from_every_wijk_there_is_a_way_to_choosing_together(app: AppTest) -> None:
    for wijk in ("WK990101", "WK990107"):
        assert f'href="indicatoren-kiezen?wijk={wijk}"' in on_screen(html_of(run(app, "wijk", wijk=wijk)))


def test_choosing_a_wijk_at_the_start_opens_it(app: AppTest) -> None:
    run(app)
    app.selectbox[0].set_value("WK990101").run()
    assert headings(html_of(app), 1)[0] == "De Hoge Linden"


def test_a_wijk_opens_with_its_minute_and_then_one_card_per_thema(app: AppTest) -> None:
    html = on_screen(html_of(run(app, "wijk", wijk="WK990101")))
    second = headings(html, 2)
    assert second[0] == texts.MINUUT
    assert second[-1] == texts.BRONNEN
    assert "Ontmoeten" in second[1:-1]
    assert texts.VOORBEELD in html
    assert len(app.get("vega_lite_chart")) >= 5


def test_the_wijk_page_takes_few_elements(app: AppTest) -> None:
    run(app, "wijk", wijk="WK990101")
    cards = len(headings(on_screen(html_of(app)), 2)) - 2
    charts = len(app.get("vega_lite_chart"))
    assert len(app.get("html")) <= 4 + 4 * cards + charts


def test_another_wijk_is_chosen_in_a_box_and_comes_into_the_address(app: AppTest) -> None:
    run(app, "wijk", wijk="WK990101")
    app.selectbox[0].set_value("WK990102").run()
    assert headings(html_of(app), 1)[0] == "Zonnedaal"


def test_without_a_code_the_page_asks_and_shows_no_wijk(app: AppTest) -> None:
    html = html_of(run(app, "wijk"))
    assert headings(html, 1) == [texts.KIES_WIJK]
    assert texts.MINUUT not in html


@pytest.mark.parametrize(
    "code", ["WK999999", "WK99", "niets", "<script>alert(1)</script>", "WK990101' OR 1=1", "é" * 500]
)
def test_an_unknown_code_gets_a_sentence_and_never_another_wijk(app: AppTest, code: str) -> None:
    html = html_of(run(app, "wijk", wijk=code))
    assert not app.exception
    assert 'class="tv melding"' in html
    assert texts.MINUUT not in html
    assert "<script" not in html
    assert app.selectbox[0].value is None


def test_the_code_of_a_gemeente_or_buurt_says_where_to_look(app: AppTest) -> None:
    assert 'href="gemeente?gemeente=GM9901"' in html_of(run(app, "wijk", wijk="GM9901"))


def test_the_code_of_a_buurt_leads_to_its_wijk(app: AppTest) -> None:
    html = html_of(run(app, "wijk", wijk="BU99010103"))
    assert 'href="wijk?wijk=WK990101"' in html
    assert texts.MINUUT not in html


def test_a_wijk_that_went_leads_to_what_took_its_place(app: AppTest) -> None:
    html = html_of(run(app, "wijk", wijk="WK990110"))
    assert texts.OPVOLGERS in html
    assert {"WK990106", "WK990107", "WK990103"} <= set(re.findall(r"wijk\?wijk=(WK\d+)", html))


def test_a_code_in_small_letters_is_the_same_wijk(app: AppTest) -> None:
    assert headings(html_of(run(app, "wijk", wijk=" wk990101 ")), 1)[0] == "De Hoge Linden"


def test_the_gemeente_page_shows_every_wijk_on_the_map_and_in_the_list(app: AppTest) -> None:
    html = html_of(run(app, "gemeente", gemeente="GM9901"))
    assert headings(html, 1) == ["Veldermeer"]
    assert len(app.get("vega_lite_chart")) == 1
    assert len(re.findall(r"<li><a href=\"wijk\?wijk=WK9901\d\d\"", html)) == 10
    assert texts.GEMEENTE_VERHALEN_UITLEG in html
    assert 'href="in-de-weg?gemeente=GM9901"' in html
    assert html.index(f">{texts.WAT_LEERDEN_WE}<") < html.index(f">{texts.OVERAL}<")


def test_an_unknown_gemeente_gets_a_sentence(app: AppTest) -> None:
    html = html_of(run(app, "gemeente", gemeente="GM0000"))
    assert 'class="tv melding"' in html
    assert headings(html, 1) == [texts.KIES_GEMEENTE]


def test_how_we_know_tells_sources_definitions_changes_and_what_we_do_not_measure(app: AppTest) -> None:
    html = html_of(run(app, "verantwoording", gemeente="GM9901", thema="ontmoeten"))
    second = headings(html, 2)
    for title in (texts.SOORTEN_TITEL, texts.DEFINITIES_TITEL, texts.BRONNEN_TITEL, texts.NIET_METEN_TITEL):
        assert title in second
    opened = re.findall(r"<details open><summary><b>(.*?)</b>", html)
    assert opened == ["Ontmoeten"]


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_store_says_so_on_every_page(app: AppTest, page: str, voorbeeld_store: Path) -> None:
    voorbeeld_store.unlink()
    empty = Database(voorbeeld_store)
    migrate(empty)
    empty.close()
    html = html_of(run(app, page))
    assert not app.exception
    assert texts.LEGE_OPSLAG in html
    close_shared()


def test_no_text_of_a_teller_reaches_markdown(app: AppTest) -> None:
    run(app, "wijk", wijk="WK990101")
    shown: list[Any] = [*app.markdown, *app.title, *app.header, *app.subheader, *app.caption]
    assert shown == []
