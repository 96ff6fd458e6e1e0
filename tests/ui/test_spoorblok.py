"""The spoor composed: what it says of each thing, what is broken in a sentence, and not more than a page can hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.domain.leren import Niveau
from monitor.domain.raadsstuk import StukSoort
from monitor.domain.spoor import SchakelSoort, Spoor, Spoorbreuk, Spoorpunt, SpoorReden, SpoorSoort, Spoorstap
from monitor.ui import spoorblok
from monitor.ui.texts import spoor as texts

CIJFER = Spoorpunt(SpoorSoort.INDICATOR, "buren", "Mensen kennen hun buren", date(2020, 1, 1), None, "losgelaten")
LEEG = Spoor(CIJFER, (), (), (), (), (CIJFER,), "GM9901", "WK990101", {"GM9901": "V", "WK990101": "L"}, True)


def verhaal(number: int) -> Spoorpunt:
    day = date(2020, 1, 1) + timedelta(days=91 * number)
    return Spoorpunt(SpoorSoort.VERHAAL, f"v{number}", f"Titel {number}.", day, "WK990101")


def with_verhalen(many: int) -> Spoor:
    told = tuple(verhaal(number) for number in range(many))
    steps = tuple(Spoorstap(it, (SchakelSoort.KOPPELING,)) for it in told)
    return replace(LEEG, uit=steps, tijdlijn=(CIJFER, *told))


def test_what_has_no_origin_and_no_consequence_says_so() -> None:
    html = spoorblok.compose(LEEG)
    assert texts.UIT_LEEG in html
    assert texts.NAAR_LEEG in html
    assert texts.TIJDLIJN not in html
    hidden = spoorblok.compose(replace(LEEG, alles_verteld=False))
    assert texts.UIT_LEEG_HIER in hidden
    assert texts.NAAR_LEEG_HIER in hidden


def test_a_figure_that_was_let_go_says_so_wherever_it_stands() -> None:
    assert "sinds 1 januari 2020 · losgelaten" in spoorblok.compose(LEEG)


def test_what_only_goes_with_it_does_not_stand_as_where_it_came_from_or_what_came_of_it() -> None:
    zaak = Spoorpunt(SpoorSoort.INITIATIEF, "soep", "De soep", date(2019, 1, 1), "WK990101")
    made = replace(with_verhalen(2), naar=(Spoorstap(zaak, (SchakelSoort.WERKT_AAN,)),))
    html = spoorblok.compose(made)
    assert texts.UIT_LEEG in html
    assert texts.NAAR_LEEG in html
    assert html.index(texts.UIT_LEEG) < html.index(texts.ERBIJ_UIT[SchakelSoort.KOPPELING]) < html.index("Titel 0.</a>")
    assert (
        html.index(texts.NAAR_LEEG) < html.index(texts.ERBIJ_NAAR[SchakelSoort.WERKT_AAN]) < html.index("De soep</a>")
    )


def test_the_verhalen_before_and_what_the_raad_decided_stand_apart_however_far_away() -> None:
    direct, later = (
        Spoorpunt(SpoorSoort.BESLISPUNT, it, f"Besluit {it}.", date(2026, 11, 5), "GM9901", "aangenomen")
        for it in ("direct", "later")
    )
    far = replace(
        LEEG,
        naar=(Spoorstap(direct, (SchakelSoort.BESLOTEN,)),),
        besluiten_later=(later,),
        verhalen_eerder=(verhaal(1),),
        tijdlijn=(CIJFER, verhaal(1), direct, later),
    )
    html = spoorblok.compose(far)
    assert texts.NAAR_LEEG not in html
    assert html.index(texts.UIT) < html.index(texts.EERDER) < html.index("Titel 1.</a>") < html.index(texts.NAAR)
    assert html.index(texts.RAAD) < html.index("Besluit direct.</a>") < html.index("Besluit later.</a>")


def test_a_stuk_says_that_it_is_a_draft_and_leads_to_where_it_is_written() -> None:
    stuk = Spoorpunt(
        SpoorSoort.RAADSSTUK,
        "s",
        "De tolk blijft",
        date(2026, 11, 5),
        "GM9901",
        "gedownload",
        stuksoort=StukSoort.RAADSVOORSTEL,
    )
    html = spoorblok.compose(replace(LEEG, punt=stuk, tijdlijn=(stuk,)))
    assert "Raadsvoorstel · 5 november 2026 · concept, al gedownload" in html
    assert texts.STUK_ALLEEN_U in html
    assert 'href="raadsvoorstel?stuk=s"' in html
    later = spoorblok.compose(replace(LEEG, stukken_later=(stuk,), tijdlijn=(CIJFER, stuk)))
    assert texts.NAAR_LEEG not in later
    assert texts.STUK_ALLEEN_U not in later
    assert later.index(texts.STUKKEN) < later.index("De tolk blijft</a>")


def test_what_is_empty_says_what_that_means_for_such_a_thing() -> None:
    for soort, zin in (*texts.UIT_LEEG_VAN.items(), *texts.NAAR_LEEG_VAN.items()):
        it = Spoorpunt(soort, "x", "Iets", None, "WK990101")
        assert zin in spoorblok.compose(replace(LEEG, punt=it, tijdlijn=(it,)))


@pytest.mark.parametrize("many", [1, spoorblok.EERST, spoorblok.EERST + 1, spoorblok.MEESTE_VERHALEN])
def test_every_verhaal_stands_in_the_list_and_in_the_order_of_time(many: int) -> None:
    html = spoorblok.compose(with_verhalen(many))
    assert ("<details>" in html) is (many > spoorblok.EERST)
    for number in range(many):
        assert html.count(f"Titel {number}.</a>") == 2


def test_of_very_many_verhalen_the_newest_stand_here_and_it_says_where_the_others_are() -> None:
    html = spoorblok.compose(with_verhalen(2000))
    assert texts.OUDERE.format(aantal="1.940") in html
    assert html.count("Titel 1999.</a>") == 2
    assert "Titel 5.</a>" not in html
    assert len(html) < 80_000


@pytest.mark.parametrize(("soort", "reden"), texts.BREUK)
@pytest.mark.parametrize("aantal", [1, 3])
def test_what_is_broken_is_a_whole_sentence(soort: SpoorSoort, reden: SpoorReden, aantal: int) -> None:
    quarter = "2025-K3" if reden is SpoorReden.TERUGGENOMEN else None
    said = spoorblok.broken(Spoorbreuk(soort, reden, aantal, quarter, Niveau.CASUS))
    assert said.endswith(".")
    assert said[0] in "EI3"
    assert "{" not in said
    assert ("in de zomer van 2025" in said) is (quarter is not None)


def test_every_kind_has_its_words() -> None:
    for soort in SpoorSoort:
        it = Spoorpunt(soort, "x", None, date(2026, 1, 1), "WK990101")
        assert spoorblok.name_of(it)
        assert spoorblok.kind_of(it)
    assert set(texts.KWAM_UIT) == set(texts.KWAM_ERUIT) == set(SchakelSoort)
