"""The wijk page begins with who it is about and five lines in the raadslid's order."""

from datetime import date

import pytest

from monitor.domain.gebied import Opvolger
from monitor.domain.indicator import Thema
from monitor.domain.leesronde import Leesniveau
from monitor.domain.wijkbeeld import MinuutRonde
from monitor.ui import minuut, texts
from monitor.ui.texts import kiezen
from tests.builders import make_minuut, make_wijk, make_wijkbeeld


def test_the_line_under_the_name_tells_gemeente_inhabitants_and_newest_figures() -> None:
    assert minuut.subline(make_wijkbeeld()) == "wijk in Veldermeer · 7.840 inwoners · cijfers tot en met 2025"


def test_what_is_not_known_is_left_out_of_that_line() -> None:
    assert minuut.subline(make_wijkbeeld(inwoners=None, cijfers_tot=None)) == "wijk in Veldermeer"


def test_five_lines_stand_in_the_order_of_the_raadslid() -> None:
    html = minuut.minute(make_wijkbeeld())
    titles = (
        texts.MINUUT_ZIEN,
        texts.MINUUT_VERTELLEN,
        texts.MINUUT_SCHUURT,
        texts.MINUUT_LEERDEN,
        texts.MINUUT_GEVRAAGD,
        texts.VRAGEN,
    )
    places = [html.index(title) for title in titles]
    assert places == sorted(places)


def test_where_it_chafes_leads_to_the_card() -> None:
    assert '<a href="#bij-ontmoeten">Ontmoeten</a>: het cijfer stijgt' in minuut.minute(make_wijkbeeld())


def test_a_thema_without_a_card_is_named_without_a_link() -> None:
    html = minuut.minute(make_wijkbeeld(minuut=make_minuut(schuurt_themas=("wonen",))))
    assert "#bij-" not in html


def test_without_questions_there_is_no_empty_heading() -> None:
    assert texts.VRAGEN not in minuut.minute(make_wijkbeeld(minuut=make_minuut(vragen=())))


def test_about_a_wijk_that_went_nothing_is_asked() -> None:
    gone = make_wijkbeeld(wijk=make_wijk(geldig_tot=date(2021, 12, 31)))
    assert texts.VRAGEN not in minuut.minute(gone)
    assert texts.WEG in minuut.heading(gone)


def test_a_wijk_that_went_points_at_what_took_its_place() -> None:
    successor = Opvolger("WK990102", "Havenbuurt", date(2022, 1, 1), "De grens werd verlegd.")
    html = minuut.heading(make_wijkbeeld(opvolgers=(successor,)))
    assert '<a href="wijk?wijk=WK990102">Havenbuurt</a>, sinds 1 januari 2022. De grens werd verlegd.' in html


def test_what_was_learned_and_what_is_asked_lead_to_where_more_of_it_stands() -> None:
    html = minuut.minute(make_wijkbeeld(minuut=make_minuut(gesprek=date(2026, 9, 17), raad=True)))
    label = texts.NAAR_GESPREK.format(datum="17 september 2026")
    assert f'<a href="wijkgesprek?wijk=WK990101&amp;stap=leerden">{label}</a>' in html
    assert '<a href="in-de-weg?gemeente=GM9901">' in html


def test_without_a_gesprek_and_a_question_to_the_raad_there_is_no_way_to_them() -> None:
    html = minuut.minute(make_wijkbeeld())
    assert "stap=leerden" not in html
    assert "in-de-weg" not in html


def test_what_people_of_the_wijk_do_together_is_one_step_away_and_says_who_chose() -> None:
    ronde = MinuutRonde("ronde-1", Leesniveau.BEWONERS, date(2026, 3, 12))
    html = minuut.minute(make_wijkbeeld(minuut=make_minuut(ronde=ronde)))
    places = ("wijkgesprek?wijk=WK990101", "wijkplan?wijk=WK990101", "indicatoren-kiezen?wijk=WK990101")
    assert all(f'href="{place}"' in html for place in places)
    chosen = '<a href="samen-verhalen-kiezen?wijk=WK990101&amp;ronde=ronde-1">Gekozen door bewoners, maart 2026</a>'
    assert chosen in html
    assert 'href="samen-verhalen-kiezen?wijk=WK990101"' in minuut.minute(make_wijkbeeld())


def test_a_wijk_that_went_does_nothing_together_any_more() -> None:
    assert "wijkplan" not in minuut.minute(make_wijkbeeld(wijk=make_wijk(geldig_tot=date(2021, 12, 31))))


def test_themas_about_which_nothing_is_known_are_named() -> None:
    html = minuut.foot(make_wijkbeeld(lege_themas=(Thema("werk", "Waardevol werk", 2), Thema("x", "Anders", 9))))
    assert "Waardevol werk en Anders" in html


def test_a_source_without_a_web_address_gets_no_link() -> None:
    sources = minuut.foot(make_wijkbeeld()).split(texts.BRONNEN)[1]
    assert "Enquête" in sources
    assert "<a " not in sources


@pytest.mark.parametrize(("kaarten", "words"), [((), kiezen.NOG_NIET_GEKOZEN), (None, kiezen.PRAAT_MEE)])
def test_every_wijk_leads_to_choosing_together_in_words_of_its_own(kaarten: tuple[()] | None, words: str) -> None:
    html = minuut.foot(make_wijkbeeld() if kaarten is None else make_wijkbeeld(kaarten=kaarten))
    assert f'{words} <a href="indicatoren-kiezen?wijk=WK990101"' in html
