"""One wijk on one A4: what is on it, and that it shrinks before it drops, and drops before it runs over."""

import re
from datetime import date

from monitor.domain.indicator import Thema
from monitor.ui import afdruk
from tests.builders import (
    make_activiteit,
    make_financiering,
    make_kaart,
    make_meting,
    make_reeks,
    make_verhaal,
    make_wijkbeeld,
)

TODAY = date(2026, 11, 20)


def letter(html: str) -> float:
    found = re.search(r"--letter:([0-9.]+)pt", html)
    assert found
    return float(found[1])


def test_the_paper_holds_minute_figures_citaat_and_at_the_foot_source_and_date() -> None:
    html = afdruk.wijkbeeld(make_wijkbeeld(voorbeeld=True), TODAY)
    assert "Wat wordt van u gevraagd?" in html
    assert "(gemeten): 61 van de 100 mensen, in 2024." in html
    assert "“Nu brengt ze mijn post als ik ziek ben.”" in html
    assert "Enquête, van Gemeente" in html
    assert "20 november 2026" in html
    assert "Verzonnen voorbeeld" in html


def test_a_full_wijk_gets_smaller_letters_than_an_empty_one() -> None:
    full = [make_kaart(thema=Thema(f"t{number}", f"Thema {number}", number)) for number in range(9)]
    told = {
        kaart.thema.code: tuple(
            make_verhaal(id=f"{kaart.thema.code}-{number}", citaat="Een citaat van heel veel woorden. " * 6)
            for number in range(3)
        )
        for kaart in full
    }
    crowded = make_wijkbeeld(kaarten=tuple(make_kaart(thema=it.thema, verhalen=told[it.thema.code]) for it in full))
    assert letter(afdruk.wijkbeeld(crowded, TODAY)) < letter(afdruk.wijkbeeld(make_wijkbeeld(kaarten=()), TODAY))


def test_a_verhaal_under_two_themas_is_quoted_once() -> None:
    twice = make_wijkbeeld(kaarten=(make_kaart(), make_kaart(thema=Thema("wonen", "Wonen", 8))))
    assert afdruk.wijkbeeld(twice, TODAY).count("<blockquote") == 1


def test_a_sentence_on_paper_ends_with_one_full_stop() -> None:
    missing = make_reeks(metingen=(make_meting(2024, 61), make_meting(2025, None)))
    html = afdruk.wijkbeeld(make_wijkbeeld(kaarten=(make_kaart(reeksen=(missing, make_reeks(metingen=()))),)), TODAY)
    assert ".." not in html


def test_work_and_money_stand_on_paper_too() -> None:
    kaart = make_kaart(activiteiten=(make_activiteit(),), financiering=(make_financiering(),))
    html = afdruk.wijkbeeld(make_wijkbeeld(kaarten=(kaart,)), TODAY)
    assert "Wat doen we? Soepmiddag. In 2025: € 12.400 subsidie" in html


def test_without_a_citaat_the_text_is_cut_at_a_sentence() -> None:
    told = make_verhaal(citaat=None, tekst="Eerst dit. " * 40)
    html = afdruk.wijkbeeld(make_wijkbeeld(kaarten=(make_kaart(verhalen=(told,)),)), TODAY)
    assert "Eerst dit.”" in html
