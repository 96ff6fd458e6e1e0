"""The sheet of a wijk: everything in the same words, nothing of people as a tag, and empty places that say so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from monitor.domain.activiteitenbeeld import (
    Aanleiding,
    Activiteitenbeeld,
    FinancieringRegel,
    GebeurtenisRegel,
    Volhouden,
    Voortgang,
    Zaak,
    ZaakSoort,
)
from monitor.domain.gebied import Gebied, GebiedSoort
from monitor.domain.wijk import ActiviteitStatus, Financiering, FinancieringStaat, FinancieringVorm, Plek, RolGemeente
from monitor.ui import texts as alle_texts
from monitor.ui.activiteitenblad import WERK_PLEK, heading, line, numbers, sheet
from monitor.ui.texts import activiteiten as texts

VANDAAG = date(2026, 11, 20)
WIJK, GEMEENTE = "WK990101", "GM9901"
THEMAS = {"ontmoeten": "Ontmoeten", "wonen": "Wonen"}
SOEP = Zaak(
    "soep", ZaakSoort.INITIATIEF, WIJK, "ontmoeten", "Soep", ActiviteitStatus.LOOPT, date(2019, 8, 15), wie="De flat"
)
LOKET = Zaak(
    "loket",
    ZaakSoort.ACTIVITEIT,
    GEMEENTE,
    "wonen",
    "Loket",
    ActiviteitStatus.LOOPT,
    date(2022, 1, 3),
    wie="Gemeente",
    rol_gemeente=RolGemeente.OVERGEDRAGEN,
)
GELD = Financiering(
    "ontmoeten", "Soep", 2025, FinancieringVorm.SUBSIDIE, FinancieringStaat.TOEGEKEND, Decimal("12400.50")
)


def make_beeld(*zaken: Zaak, **changes: object) -> Activiteitenbeeld:
    base = Activiteitenbeeld(
        wijk=Gebied(WIJK, GebiedSoort.WIJK, "De Linden", date(2020, 1, 1)),
        gemeente=None,
        zaken=tuple(replace(it, nummer=nummer) for nummer, it in enumerate(zaken, start=1)),
        plekken=(),
        gebeurtenissen=(),
        financiering=(),
    )
    return replace(base, **changes)


def shown(beeld: Activiteitenbeeld, jaar: int | None = None) -> str:
    return sheet(beeld, jaar, THEMAS, VANDAAG)


def test_a_wijk_of_which_nothing_is_known_says_that_this_says_nothing() -> None:
    html = shown(make_beeld())
    assert texts.LEEG in html
    assert texts.KOST_LEEG in html
    assert "<article" not in html


def test_a_year_without_anything_says_so() -> None:
    assert texts.LEEG_JAAR.format(jaar=2010) in shown(make_beeld(SOEP), 2010)


def test_what_residents_do_and_what_the_gemeente_does_are_told_in_the_same_words() -> None:
    html = shown(make_beeld(SOEP, LOKET))
    assert f"Nummer 1 · {texts.INITIATIEF}" in html
    assert f"Nummer 2 · {texts.HELE_GEMEENTE}" in html
    assert "sinds augustus 2019" in html
    assert "gaf deze taak aan bewoners" in html
    assert texts.SAMENVATTING.format(aantal="2 activiteiten en initiatieven", waarvan="2 lopen") in html


@pytest.mark.parametrize("status", [ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT, ActiviteitStatus.AFGEROND])
def test_what_is_over_tells_what_happened_and_what_came_next(status: ActiviteitStatus) -> None:
    step = Voortgang(1, date(2025, 6, 1), status, "De kok verhuisde.", "Leer er drie koken.", "De buren nemen over.")
    html = shown(make_beeld(replace(SOEP, voortgang=(step,))))
    assert "van augustus 2019 tot juni 2025" in html
    assert f"juni 2025: {status.value}. De kok verhuisde. En toen: De buren nemen over." in html
    assert "Leer er drie koken." in html


@pytest.mark.parametrize("status", [ActiviteitStatus.LOOPT, ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT])
def test_what_was_learned_comes_before_how_it_went_whether_it_goes_on_stopped_or_failed(
    status: ActiviteitStatus,
) -> None:
    step = Voortgang(1, date(2025, 6, 1), status, "De kok verhuisde.", "Leer er drie koken", None)
    html = shown(make_beeld(replace(SOEP, voortgang=(step,))))
    first = html.index(alle_texts.WAT_LEERDEN_WE)
    assert first < html.index('Leer er drie koken. <span class="klein"><a href="#nummer-1">') < html.index("Van 1 ")
    card = html[html.index("<article") :]
    assert card.index("Leer er drie koken") < card.index("De kok verhuisde.")


def test_the_newest_three_lessons_stand_at_the_top_and_of_a_year_only_those_of_that_year() -> None:
    steps = tuple(
        Voortgang(number, date(2020 + number, 6, 1), ActiviteitStatus.LOOPT, les=f"Les {number}")
        for number in range(1, 6)
    )
    beeld = make_beeld(replace(SOEP, voortgang=steps))
    top = shown(beeld).split("Van 1 ")[0]
    assert [it for it in range(1, 6) if f"Les {it}." in top] == [3, 4, 5]
    assert "Les 2." in shown(beeld, 2022).split("Van 1 ")[0]
    assert "Les 5." not in shown(beeld, 2022).split("Van 1 ")[0]


def test_without_a_lesson_there_is_no_heading_for_it() -> None:
    assert alle_texts.WAT_LEERDEN_WE not in shown(make_beeld(SOEP))


def test_what_has_yet_to_begin_is_not_told_as_begun() -> None:
    assert "begint in januari 2027" in shown(make_beeld(replace(SOEP, begonnen_op=date(2027, 1, 1))))


def test_whether_it_can_go_on_is_told_as_it_was_said_last_with_who_helps() -> None:
    first = Voortgang(1, date(2025, 1, 1), ActiviteitStatus.LOOPT, volhouden=Volhouden.JA)
    last = Voortgang(2, date(2026, 1, 1), ActiviteitStatus.LOOPT, volhouden=Volhouden.MET_HULP, wie_helpt="twee koks")
    html = shown(make_beeld(replace(SOEP, volhoudbaar="Vanzelf.", voortgang=(first, last))))
    assert "Alleen met hulp (januari 2026). Wie helpt: twee koks." in html
    assert "Vanzelf." not in html
    assert "Vanzelf." in shown(make_beeld(replace(SOEP, volhoudbaar="Vanzelf.")))


def test_where_it_came_from_and_what_came_out_of_it_point_at_each_other() -> None:
    begin = Aanleiding("Mag het binnen?", date(2025, 11, 3), "soep")
    html = shown(make_beeld(SOEP, replace(LOKET, aanleidingen=(begin,))))
    assert "Met een vraag van één bewoner: “Mag het binnen?”" in html
    assert "Met een signaal uit de wijk, najaar 2025" in html
    assert 'Het kwam voort uit <a href="#nummer-1">nummer 1: Soep</a>' in html
    assert '<a href="#nummer-2">nummer 2: Loket</a>' in html


def test_what_is_not_on_the_sheet_of_a_year_is_named_without_a_way_to_it() -> None:
    over = replace(SOEP, begin_status=ActiviteitStatus.AFGEROND, einde=date(2020, 1, 1))
    html = shown(make_beeld(over, replace(LOKET, aanleidingen=(Aanleiding(uit="soep"),))), 2024)
    assert "Het kwam voort uit nummer 1: Soep" in html
    assert "#nummer-1" not in html


def test_what_it_works_on_leads_to_the_page_of_that_figure() -> None:
    html = shown(make_beeld(replace(SOEP, indicatoren=(("vm-buren", "Mensen kennen hun buren"),))))
    assert 'href="indicator?indicator=vm-buren&amp;wijk=WK990101">Mensen kennen hun buren</a>' in html


def test_what_was_asked_granted_and_spent_of_one_thing_is_one_row() -> None:
    spent = replace(GELD, staat=FinancieringStaat.BESTEED, bedrag=Decimal(12000))
    hours = replace(GELD, bedrag=None, uren=40)
    beeld = make_beeld(
        financiering=tuple(FinancieringRegel(str(at), WIJK, it) for at, it in enumerate((GELD, spent, hours)))
    )
    html = shown(beeld)
    assert html.count('scope="row"') == 1
    assert "<p>€\u00a012.400,50 en 40 uur toegekend</p><p>€\u00a012.000 besteed</p>" in html


def test_a_line_of_money_in_words_names_year_and_state() -> None:
    assert line(FinancieringRegel("1", WIJK, GELD)) == "Soep, 2025: €\u00a012.400,50 toegekend"


def test_nothing_that_people_wrote_becomes_a_tag() -> None:
    bad = "<b onclick=x>&"
    zaak = replace(
        LOKET,
        naam=bad,
        beschrijving=bad,
        wat_wil_je=bad,
        voor_wie=bad,
        wie=bad,
        partners=bad,
        formeel=(bad,),
        informeel=(bad,),
        volhoudbaar=bad,
        les=bad,
        vervolg=bad,
        voortgang=(Voortgang(1, VANDAAG, ActiviteitStatus.LOOPT, bad, bad, bad, Volhouden.NEE, bad),),
        aanleidingen=(Aanleiding(bad),),
        indicatoren=((bad, bad),),
    )
    beeld = make_beeld(
        zaak,
        plekken=(Plek("1", "wonen", bad, bad),),
        gebeurtenissen=(GebeurtenisRegel("1", WIJK, VANDAAG, bad, "wonen", "loket", bad),),
        financiering=(FinancieringRegel("1", WIJK, replace(GELD, omschrijving=bad)),),
    )
    html = shown(beeld)
    assert "<b onclick" not in html
    assert "&lt;b onclick=x&gt;&amp;" in html


def test_a_number_is_the_same_in_every_year() -> None:
    beeld = make_beeld(SOEP, LOKET)
    assert numbers(beeld) == {"soep": 1, "loket": 2}
    html = shown(make_beeld(replace(SOEP, begin_status=ActiviteitStatus.AFGEROND, einde=date(2020, 1, 1)), LOKET), 2024)
    assert 'id="nummer-2"' in html
    assert 'id="nummer-1"' not in html


def test_everybody_who_takes_part_stands_in_one_list_with_the_numbers() -> None:
    html = shown(make_beeld(replace(SOEP, formeel=("Gemeente",)), LOKET, replace(LOKET, id="niemand", wie=None)))
    assert '<li>Gemeente: nummers <a href="#nummer-1">1</a> en <a href="#nummer-2">2</a></li>' in html
    assert f'<li>{texts.ONBEKEND_WIE}: nummer <a href="#nummer-3">3</a></li>' in html


def test_who_takes_part_without_being_called_an_organisation_or_a_group_is_not_left_out() -> None:
    zaken = (replace(SOEP, partners="Bewonerscommissie"), replace(LOKET, wie="Niemand in het bijzonder"))
    listed = shown(make_beeld(*zaken)).partition(texts.WIE_DOET_MEE)[2]
    assert '<li>Bewonerscommissie: nummer <a href="#nummer-1">1</a></li>' in listed
    assert "Niemand" not in listed


def test_a_card_tells_what_each_year_took_the_newest_first() -> None:
    hours = replace(GELD, jaar=2024, bedrag=None, uren=1460, vorm=FinancieringVorm.EIGEN_INZET)
    regels = tuple(FinancieringRegel(str(at), WIJK, it, "soep") for at, it in enumerate((hours, GELD)))
    html = shown(make_beeld(SOEP, financiering=regels))
    card = html[html.index("<article") : html.index("</article>")]
    assert card.index("In 2025: ") < card.index("In 2024: 1.460 uur van bewoners.")


def test_what_began_and_ended_in_one_month_was_in_that_month() -> None:
    evening = replace(SOEP, begin_status=ActiviteitStatus.MISLUKT, einde=SOEP.begonnen_op)
    html = shown(make_beeld(evening))
    assert "in augustus 2019" in html
    assert "tot augustus 2019" not in html


def test_who_may_write_something_finds_the_way_to_the_forms_at_the_top() -> None:
    beeld = make_beeld(SOEP)
    assert f'<a href="#{WERK_PLEK}">{texts.WERK}</a>' in heading(beeld, werk=True)
    assert WERK_PLEK not in heading(beeld)
