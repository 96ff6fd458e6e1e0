"""A verhaal is read in full where it stands, or cut at a sentence with a way on."""

from dataclasses import fields

import pytest

from monitor.domain.verhaal import Koppeling, Leeftijdsgroep, Perspectief, Verhaal, Verhouding
from monitor.services import woorden
from monitor.ui import texts
from monitor.ui.verhaal import READABLE, SHOWN, article, articles, cut
from tests.builders import make_verhaal

LONG = "Dit is een zin van een verhaal. Wat zei zij? “Kom maar binnen!” Dat deed ik. " * 12


def test_a_short_text_is_not_cut() -> None:
    assert cut("Kort. Klaar.") == ("Kort. Klaar.", None)


def test_a_long_text_is_cut_after_a_sentence_and_nothing_is_lost() -> None:
    head, rest = cut(LONG)
    assert rest
    assert head[-1] in ".?!”"
    assert len(head) <= READABLE
    assert f"{head} {rest}".strip() == LONG.strip()


def test_a_long_text_without_an_end_of_a_sentence_is_not_cut() -> None:
    endless = "en toen " * 200
    assert cut(endless) == (endless, None)


def test_what_was_cut_can_be_read_on() -> None:
    html = article(make_verhaal(tekst=LONG), {})
    assert f"<summary>{texts.LEES_VERDER}</summary>" in html


@pytest.mark.parametrize("verhouding", list(Verhouding))
def test_a_verhouding_has_a_shape_words_and_the_sentence_why(verhouding: Verhouding) -> None:
    html = article(make_verhaal(koppelingen=(Koppeling("buren", verhouding, "Omdat het zo is."),)), {"buren": "Buren"})
    assert f'class="vorm {verhouding}" aria-hidden="true"' in html
    assert woorden.VERHOUDING[verhouding] in html
    assert "Omdat het zo is." in html


def test_a_verhouding_to_a_number_that_is_not_on_this_card_stays_away() -> None:
    assert "vorm" not in article(make_verhaal(), {"iets-anders": "Iets anders"})


def test_three_verhalen_stand_open_and_the_others_in_a_fold() -> None:
    html = articles([make_verhaal(id=str(number)) for number in range(5)], {})
    shown, folded = html.split('<details class="meer">')
    assert shown.count("<article>") == SHOWN
    assert folded.count("<article>") == 2
    assert "<summary>Nog 2 verhalen</summary>" in folded


def test_who_tells_is_told_with_the_quarter_and_never_a_day_or_an_age() -> None:
    html = article(make_verhaal(perspectieven=(Perspectief.BEWONER, Perspectief.MANTELZORGER)), {})
    assert "bewoner, mantelzorger · voorjaar 2025 · voelt goed" in html
    assert not {"leeftijdsgroep", "leeftijd"} & {field.name for field in fields(Verhaal)}
    assert not any(groep.value in html or groep.value.replace("_", " ") in html for groep in Leeftijdsgroep)


@pytest.mark.parametrize("field", ["titel", "tekst", "waarom", "wens", "namens"])
def test_no_words_of_a_teller_become_html(field: str) -> None:
    html = article(make_verhaal(**{field: "<img src=x onerror=alert(1)> *vet*"}), {})
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt; *vet*" in html


def test_every_verhaal_leads_to_what_came_of_it_once() -> None:
    html = articles([make_verhaal(id=str(number)) for number in range(5)], {}, {"1": "Ontmoeten"})
    leads = [number for number in range(5) if html.count(f"van=verhaal:{number}") == 1]
    assert leads == [0, 2, 3, 4], "what stands in full elsewhere leads there"
