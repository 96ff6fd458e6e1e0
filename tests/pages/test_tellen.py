"""Tellen through dashboard.py: who may, one meting, a file with its questions, and undoing it."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from monitor import settings
from monitor.domain.proef import proefrol
from monitor.services import invoer_metingen, tellen
from monitor.store.opslag import shared_database
from monitor.ui.texts import count
from monitor.ui.texts import tellen as texts
from tests.pages.test_paginas import headings, html_of, run, said_under
from tests.services.builders import CLI

WIJK, TAFEL = "WK990101", "vm-open-tafel"


@pytest.fixture
def scherm(kijk_als: Callable[[str], AppTest]) -> Callable[..., AppTest]:
    """The page, as a welzijnswerker of the wijk sees it."""
    return lambda **address: run(kijk_als("welzijnswerker-1"), "tellen", **address)


def click(app: AppTest, label: str) -> str:
    next(button for button in app.button if button.label == label).click()
    return html_of(app.run())


def field(app: AppTest, label: str) -> object:
    return next(it for it in app.text_input if it.label == label)


def cells_of(html: str, row: str) -> list[str]:
    """What stands in the row that begins with this."""
    found = re.search(rf"<th data-kop=[^>]*>{row}</th>(.*?)</tr>", html)
    assert found
    return [re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", found[1])]


def stands(periode: str) -> float | None:
    database = shared_database(settings.from_environment().store)
    series = tellen.reeks(database, CLI, WIJK, TAFEL).metingen
    return next((it.waarde for it in series if it.periode == periode), None)


@pytest.mark.parametrize("wie", ["", "raadslid", "bewoner", "beleidsmedewerker"])
def test_who_may_not_count_reads_that_and_sees_no_form(kijk_als: Callable[[str], AppTest], wie: str) -> None:
    app = run(kijk_als(wie), "tellen")
    assert texts.MAG_NIET in html_of(app)
    assert not app.text_input


def test_a_meting_is_kept_and_stands_in_the_series(scherm: Callable[..., AppTest]) -> None:
    app = scherm(cijfer=TAFEL)
    assert texts.REEKS in headings(html_of(app), 2)
    field(app, texts.PERIODE).set_value("2018-K4")  # type: ignore[attr-defined]
    field(app, texts.WAARDE.format(eenheid="aantal")).set_value("1.044")  # type: ignore[attr-defined]
    click(app, texts.BEWAAR)
    assert texts.BEWAARD_NIEUW in said_under(app, texts.BEWAAR)
    assert not app.exception
    assert stands("2018-K4") == 1044


@pytest.mark.parametrize("typed", ["12,5", "12,25", "12"])
def test_the_series_shows_a_figure_as_it_was_typed(scherm: Callable[..., AppTest], typed: str) -> None:
    app = scherm(cijfer="vm-binnenlopen")
    field(app, texts.PERIODE).set_value("2011")  # type: ignore[attr-defined]
    field(app, texts.WAARDE.format(eenheid="%")).set_value(typed)  # type: ignore[attr-defined]
    assert texts.BEWAARD_NIEUW in click(app, texts.BEWAAR)
    app = scherm(cijfer="vm-binnenlopen")
    assert f">{typed}%<" in html_of(app)


def test_what_is_wrong_is_told_and_what_was_typed_stays(scherm: Callable[..., AppTest]) -> None:
    app = scherm(cijfer=TAFEL)
    field(app, texts.PERIODE).set_value("2024-K2")  # type: ignore[attr-defined]
    field(app, texts.WAARDE.format(eenheid="aantal")).set_value("333")  # type: ignore[attr-defined]
    html = click(app, texts.BEWAAR)
    assert "Over deze periode staat er al 332." in html
    assert field(app, texts.PERIODE).value == "2024-K2"  # type: ignore[attr-defined]
    assert stands("2024-K2") == 332


def look_at(app: AppTest, deel: str) -> None:
    """Choose another part of the page, as a click on the radio does."""
    next(it for it in app.radio if it.label == texts.WAT).set_value(deel)
    app.run()


def chosen(app: AppTest) -> str:
    """The figure in the address."""
    said = app.query_params["cijfer"]
    return said if isinstance(said, str) else said[0]


def drawn(app: AppTest) -> object:
    """Which field of the form for one meting is on the page."""
    return field(app, texts.PERIODE).proto.id  # type: ignore[attr-defined]


def test_what_was_typed_and_chosen_stays_when_somebody_looks_at_another_part(scherm: Callable[..., AppTest]) -> None:
    app = scherm(cijfer="vm-binnenlopen")
    same = drawn(app)
    for deel in ("turven", "bestand", "ongedaan"):
        look_at(app, deel)
        assert not app.exception
        assert chosen(app) == "vm-binnenlopen"
        assert any(it.proto.id.endswith("-weggelegd-tellen-formulier") for it in app.get("flex_container"))
        # What is typed and not yet sent lives in the browser, as long as its field is drawn.
        assert drawn(app) == same
    look_at(app, "formulier")
    assert drawn(app) == same


def test_a_figure_that_is_chosen_for_turven_leaves_the_other_part_at_its_own(scherm: Callable[..., AppTest]) -> None:
    app = scherm(cijfer="vm-binnenlopen")
    same = drawn(app)
    look_at(app, "turven")
    box = [it for it in app.selectbox if it.label == texts.CIJFER][-1]
    assert box.options == ["Mensen aan de open tafel"]
    assert box.value == TAFEL
    look_at(app, "formulier")
    assert chosen(app) == "vm-binnenlopen"
    assert drawn(app) == same


def test_the_address_says_which_wijk_and_figure_and_a_choice_comes_into_it(scherm: Callable[..., AppTest]) -> None:
    app = scherm(cijfer=TAFEL)
    box = next(it for it in app.selectbox if it.label == texts.CIJFER)
    assert box.value == TAFEL
    box.set_value("vm-binnenlopen")
    app.run()
    assert chosen(app) == "vm-binnenlopen"
    app.query_params["cijfer"] = TAFEL
    app.run()
    assert next(it for it in app.selectbox if it.label == texts.CIJFER).value == TAFEL


def test_what_looks_like_a_typing_error_is_kept_only_when_somebody_says_that_it_is_right(
    scherm: Callable[..., AppTest],
) -> None:
    app = scherm(cijfer=TAFEL)
    field(app, texts.PERIODE).set_value("2026-K4")  # type: ignore[attr-defined]
    field(app, texts.WAARDE.format(eenheid="aantal")).set_value("99999")  # type: ignore[attr-defined]
    assert not app.checkbox
    assert "Klopt het?" in click(app, texts.BEWAAR)
    assert stands("2026-K4") is None
    next(it for it in app.checkbox if it.label == texts.KLOPT).check()
    assert texts.BEWAARD_NIEUW in click(app, texts.BEWAAR)
    assert stands("2026-K4") == 99999
    assert not app.checkbox


def test_problems_are_told_in_the_order_of_the_form(scherm: Callable[..., AppTest]) -> None:
    app = scherm(cijfer=TAFEL)
    field(app, texts.PERIODE).set_value("voorjaar 2024")  # type: ignore[attr-defined]
    field(app, texts.WAARDE.format(eenheid="aantal")).set_value("twaalf")  # type: ignore[attr-defined]
    field(app, texts.PEILDATUM).set_value("31-2-2024")  # type: ignore[attr-defined]
    html = click(app, texts.BEWAAR)
    told = [html.index(words) for words in ("als 2024-K2", "“twaalf” is geen getal", "Schrijf de dag waarop")]
    assert told == sorted(told)


def test_a_file_is_asked_about_seen_row_by_row_read_and_undone(scherm: Callable[..., AppTest]) -> None:
    app = scherm(deel="bestand")
    content = f"gebied;indicator;periode;waarde\n{WIJK};{TAFEL};2018-K4;1.044\n{WIJK};{TAFEL};2024-K2;333\n"
    app.get("file_uploader")[0].upload("<b>telling</b>.csv", content.encode(), "text/csv")
    click(app, texts.BEKIJK)
    html = html_of(app)
    assert "Staat in dit bestand een komma of een punt" in html
    assert stands("2018-K4") is None
    next(it for it in app.radio if it.label == texts.VRAAG["decimaal"]).set_value("komma")
    html = click(app, texts.ANTWOORD)
    assert cells_of(html, "3") == [
        "332 wordt 333",
        "voorjaar 2024",
        f"Mensen aan de open tafel {TAFEL}",
        f"De Hoge Linden {WIJK}",
    ]
    assert "nieuw: 1.044" in html
    assert count(texts.REDEN_BESTAND, 1) in [it.label for it in app.text_area]
    assert stands("2018-K4") is None
    html = click(app, texts.LEES_IN)
    assert texts.REDEN_NODIG in html
    app.text_area[0].set_value("Een lijst was blijven liggen.")
    html = click(app, texts.LEES_IN)
    assert texts.INGELEZEN in html
    assert (stands("2018-K4"), stands("2024-K2")) == (1044, 333)
    app = run(app, "tellen", deel="ongedaan")
    assert cells_of(html_of(app), "1")[-2:] == ["1 nieuw, 1 gewijzigd", "Een lijst was blijven liggen."]
    next(it for it in app.selectbox if it.label == texts.ONGEDAAN_KIES).set_value(1)
    next(it for it in app.checkbox if it.label == texts.ONGEDAAN_ZEKER).check()
    html = click(app, texts.ONGEDAAN_KNOP)
    assert "Teruggedraaid: 2 cijfers." in html
    assert (stands("2018-K4"), stands("2024-K2")) == (None, 332)


def give(periode: str, wie: str = "proef:welzijnswerker-1") -> None:
    """A figure that is given in another window, by the same person unless told otherwise."""
    database = shared_database(settings.from_environment().store)
    who = proefrol(wie).gebruiker
    tellen.add_telling(database, who, tellen.NieuweTelling(WIJK, TAFEL, periode, "12"), token=periode)


@pytest.mark.parametrize("most", [1, 20])
def test_what_was_read_in_after_the_list_was_shown_is_never_undone_in_its_place(
    scherm: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(invoer_metingen, "INLEZINGEN_OP_PAGINA", most)
    give("2017-K1")
    app = scherm(deel="ongedaan")
    next(it for it in app.selectbox if it.label == texts.ONGEDAAN_KIES).set_value(1)
    next(it for it in app.checkbox if it.label == texts.ONGEDAAN_ZEKER).check()
    give("2017-K2")
    assert texts.ONGEDAAN_NIET in click(app, texts.ONGEDAAN_KNOP)
    assert (stands("2017-K1"), stands("2017-K2")) == (12, 12)


def test_what_she_read_in_stays_hers_to_undo_when_others_read_in_more(
    scherm: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(invoer_metingen, "INLEZINGEN_OP_PAGINA", 1)
    give("2017-K1")
    give("2017-K2", "proef:beheerder")
    assert "formulier Tellen: Mensen aan de open tafel, winter 2017" in html_of(scherm(deel="ongedaan"))


def test_every_undoing_is_confirmed_anew(scherm: Callable[..., AppTest]) -> None:
    give("2017-K1")
    give("2017-K2")
    app = scherm(deel="ongedaan")
    assert "formulier Tellen: Mensen aan de open tafel, voorjaar 2017" in html_of(app)
    next(it for it in app.selectbox if it.label == texts.ONGEDAAN_KIES).set_value(1)
    next(it for it in app.checkbox if it.label == texts.ONGEDAAN_ZEKER).check()
    assert "Teruggedraaid: 1 cijfer." in click(app, texts.ONGEDAAN_KNOP)
    assert not next(it for it in app.checkbox if it.label == texts.ONGEDAAN_ZEKER).value
    assert texts.ONGEDAAN_NIET in click(app, texts.ONGEDAAN_KNOP)
    assert (stands("2017-K1"), stands("2017-K2")) == (12, None)


def test_rows_that_are_wrong_are_listed_and_the_rest_is_read_only_when_asked(scherm: Callable[..., AppTest]) -> None:
    app = scherm(deel="bestand")
    content = f"gebied;indicator;periode;waarde\n{WIJK};{TAFEL};2018-K4;44\n{WIJK};{TAFEL};2018-K3;<i>veel</i>\n"
    app.get("file_uploader")[0].upload("telling.csv", content.encode(), "text/csv")
    html = click(app, texts.BEKIJK)
    assert "“&lt;i&gt;veel&lt;/i&gt;” is geen getal" in html
    assert not [it for it in app.button if it.label == texts.LEES_IN]
    app.checkbox[0].check().run()
    assert texts.INGELEZEN in click(app, texts.LEES_IN)
    assert stands("2018-K4") == 44


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (f"{WIJK};vm-buren-oppassen;2024;12,5;;", "60% wordt 12,5%"),
        (f"{WIJK};vm-buren-oppassen;2024;60;12;20", "60% blijft; wat erbij hoort verandert"),
        (f"{WIJK};vm-buren-oppassen;2024;geheim;;", "60% wordt het cijfer is geheim"),
    ],
)
def test_what_would_happen_is_told_in_the_unit_of_the_figure(
    scherm: Callable[..., AppTest], row: str, told: str
) -> None:
    app = scherm(deel="bestand")
    content = f"gebied;indicator;periode;waarde;teller;noemer\n{row}\n"
    app.get("file_uploader")[0].upload("telling.csv", content.encode(), "text/csv")
    assert cells_of(click(app, texts.BEKIJK), "2")[0] == told
