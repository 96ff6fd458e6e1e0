"""De wijk in een minuut: five lines that are true, however little is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from monitor.domain.indicator import (
    Bewijssoort,
    Indicator,
    IndicatorSoort,
    Rol,
    Thema,
)
from monitor.domain.leesronde import Leesniveau
from monitor.domain.leren import Gremium, LeerpuntStand, Niveau
from monitor.domain.meting import Reeks
from monitor.domain.raad import BeslispuntUitkomst
from monitor.domain.verhaal import Gevoel, Koppeling, Verhaal, Verhouding
from monitor.domain.wijk import Activiteit, ActiviteitStatus, Financiering, FinancieringStaat, FinancieringVorm
from monitor.domain.wijkbeeld import (
    Minuut,
    MinuutAfspraak,
    MinuutBeslispunt,
    MinuutBron,
    MinuutLeerpunt,
    MinuutRonde,
    ThemaKaart,
)
from monitor.services.minuut import minuut
from tests.builders import make_activiteit, make_indicator, make_series, make_verhaal

ONTMOETEN = Thema("ontmoeten", "Ontmoeten", 5)
WONEN = Thema("wonen", "Wonen en buitenruimte", 8)
GELD = Thema("financien", "Financiën op orde", 3)

BUREN = make_indicator(naam="Mensen kennen genoeg buren", soort=IndicatorSoort.BELEVING)
EENZAAM = replace(
    BUREN,
    code="rivm-eenzaam",
    naam="Mensen die zich eenzaam voelen",
    bewijssoort=Bewijssoort.GESCHAT,
    rol=Rol.CONTEXT,
    populatie="volwassenen",
    zin="voelden {waarde} zich eenzaam",
)
RONDKOMEN = replace(
    EENZAAM,
    code="rivm-moeite-met-rondkomen",
    naam="Mensen die moeite hebben om rond te komen",
    zin="hadden {waarde} moeite om rond te komen",
)
GEZOND = replace(EENZAAM, code="rivm-ervaren-gezondheid", naam="Gezond", zin="voelden {waarde} zich gezond")
BIJSTAND = replace(
    EENZAAM,
    code="kwb-bijstand",
    naam="Bijstand",
    bewijssoort=Bewijssoort.GEREGISTREERD,
    soort=IndicatorSoort.ACHTERGROND,
    populatie="inwoners",
    zin="kregen {waarde} bijstand",
)


def reeks(indicator: Indicator, *waarden: float | None, since: int = 2016) -> Reeks:
    return make_series(*waarden, indicator=indicator, since=since)


def verhaal(number: int, gevoel: Gevoel = Gevoel.GOED, verhouding: Verhouding | None = None) -> Verhaal:
    links = (Koppeling(BUREN.code, verhouding, "Zij zegt het zelf."),) if verhouding else ()
    return make_verhaal(id=f"verhaal-{number}", titel=f"Verhaal {number}", gevoel=gevoel, koppelingen=links)


def activiteit(naam: str, status: ActiviteitStatus, les: str | None = None, les_op: date | None = None) -> Activiteit:
    return make_activiteit(id=naam, naam=naam, status=status, les=les, les_op=les_op)


def make(
    *kaarten: ThemaKaart, totaal: int | None = None, op_gemeente: bool = False, geleerd: MinuutBron | None = None
) -> Minuut:
    told = {verhaal.id for kaart in kaarten for verhaal in kaart.verhalen}
    return minuut(
        "Lindekwartier",
        kaarten,
        geleerd or MinuutBron(),
        verhalen_totaal=len(told) if totaal is None else totaal,
        verhalen_op_gemeente=op_gemeente,
    )


RISING = reeks(BUREN, 48, 50, 52, 55, 58, 61)


def test_an_empty_store_still_has_five_true_lines_and_questions() -> None:
    empty = make(op_gemeente=True)
    assert empty == Minuut(
        zien="Over Lindekwartier zijn nog geen cijfers opgehaald.",
        vertellen=(
            "Uit Lindekwartier zijn er nog geen of weinig verhalen die iedereen mag lezen, of er wonen weinig mensen. "
            "Verhalen staan dan bij de hele gemeente. Zo is een verteller niet zo snel te herkennen."
        ),
        schuurt="Dat weten we nog niet: er staan hier geen verhalen naast de cijfers.",
        leerden="Hier is nog geen activiteit opgeschreven, en dus ook geen les.",
        gevraagd="Er ligt nu geen voorstel over deze wijk.",
        vragen=(
            "Wie vraagt bewoners van Lindekwartier naar hun verhaal?",
            "Welk geld gaat er naar Lindekwartier, en waarvoor?",
            "Waar willen bewoners van Lindekwartier zelf op letten?",
        ),
    )


# Wat zien we?


def test_a_kernindicator_that_changed_comes_first() -> None:
    zien = make(ThemaKaart(ONTMOETEN, (reeks(EENZAAM, 39, 43, 49), RISING))).zien
    assert zien == (
        "In 2021 kenden 61 van de 100 mensen genoeg buren om even op te passen, zeker meer dan in 2016 (toen 48). "
        "In 2018 voelden naar schatting 49 van de 100 volwassenen zich eenzaam."
    )


def test_a_change_is_told_from_the_nulmeting_as_everywhere_else() -> None:
    begun = replace(reeks(BUREN, 46, 48, 50, 52, 55, 58, 61), nulmeting="2017")
    zien = make(ThemaKaart(ONTMOETEN, (begun,))).zien
    assert zien == (
        "In 2022 kenden 61 van de 100 mensen genoeg buren om even op te passen, zeker meer dan in 2017 (toen 48)."
    )


def test_what_is_certain_comes_before_what_is_probable() -> None:
    probable = reeks(replace(BUREN, code="b", zin="hadden {waarde} hulp"), 60, 58, 55, 52, 50)
    zien = make(ThemaKaart(ONTMOETEN, (probable, RISING))).zien
    assert zien.index("zeker meer") < zien.index("waarschijnlijk minder")


def test_a_score_is_higher_and_not_more() -> None:
    score = replace(BUREN, eenheid="schaal 1-10", decimalen=1, populatie=None, zin=None, naam="Buurtcijfer")
    zien = make(ThemaKaart(ONTMOETEN, (reeks(score, 6, 6.2, 6.5, 6.9, 7, 7.2),))).zien
    assert zien == ("Buurtcijfer: in 2021 gemiddeld 7,2 op een schaal van 10, zeker hoger dan in 2016 (toen 6,0).")


def test_staying_equal_is_told_too() -> None:
    narrow = tuple(
        replace(point, ondergrens=(point.waarde or 0) - 1, bovengrens=(point.waarde or 0) + 1)
        for point in reeks(BUREN, 50, 51, 50, 51, 50).metingen
    )
    assert make(ThemaKaart(ONTMOETEN, (Reeks(BUREN, narrow),))).zien.endswith(
        "waarschijnlijk ongeveer evenveel als in 2016."
    )


def test_with_national_figures_only_two_kinds_of_evidence_are_told_and_no_change() -> None:
    zien = make(
        ThemaKaart(GELD, (reeks(RONDKOMEN, 12), reeks(BIJSTAND, 4))),
        ThemaKaart(ONTMOETEN, (reeks(EENZAAM, 49), reeks(GEZOND, 70))),
    ).zien
    assert zien == (
        "In 2016 hadden naar schatting 12 van de 100 volwassenen moeite om rond te komen, "
        "voelden naar schatting 49 van de 100 volwassenen zich eenzaam en kregen 4 van de 100 inwoners bijstand. "
        "Of dat verandert, is niet te zeggen."
    )


@pytest.mark.parametrize(
    ("reeksen", "caution"),
    [
        ((reeks(EENZAAM, 49),), "Dat is een schatting: of het verandert, is niet te zeggen."),
        ((reeks(EENZAAM, 49), reeks(RONDKOMEN, 12)), "Dat zijn schattingen: of het verandert, is niet te zeggen."),
    ],
)
def test_estimates_are_called_so(reeksen: tuple[Reeks, ...], caution: str) -> None:
    assert make(ThemaKaart(ONTMOETEN, reeksen)).zien.endswith(caution)


def test_clauses_with_a_comma_keep_their_own_sentence() -> None:
    flats = replace(BIJSTAND, zin="waren {waarde} in een groter gebouw, zoals een flat")
    zien = make(ThemaKaart(WONEN, (reeks(flats, 30), reeks(EENZAAM, 49)))).zien
    assert "In 2016 voelden naar schatting 49 van de 100 volwassenen zich eenzaam. In 2016 waren 30" in zien


def test_figures_that_are_all_missing_are_no_figures() -> None:
    assert make(ThemaKaart(ONTMOETEN, (reeks(BUREN, None),))).zien == (
        "De cijfers over Lindekwartier ontbreken nog. Bij elk cijfer staat waarom."
    )


# Wat vertellen bewoners?


def test_what_verhalen_are_often_about_and_how_they_feel() -> None:
    about = tuple(verhaal(i, Gevoel.MOEILIJK if i % 3 == 0 else Gevoel.GOED) for i in range(8))
    minute = make(ThemaKaart(ONTMOETEN, verhalen=about), ThemaKaart(WONEN, verhalen=(verhaal(20, Gevoel.DUBBEL),)))
    assert minute.vertellen == (
        "9 verhalen. Vaak over “Ontmoeten”. Sommige voelen goed, andere moeilijk of dubbel. "
        "De nieuwste heten “Verhaal 0” en “Verhaal 1”."
    )


def test_a_verhaal_under_two_themas_is_one_verhaal() -> None:
    both = (verhaal(1, Gevoel.DUBBEL),)
    minute = make(ThemaKaart(ONTMOETEN, verhalen=both), ThemaKaart(WONEN, verhalen=both))
    assert minute.vertellen == (
        "1 verhaal. Over “Ontmoeten” en “Wonen en buitenruimte”. Het voelt dubbel. Het heet “Verhaal 1”."
    )


@pytest.mark.parametrize(
    ("gevoelens", "zin"),
    [
        ((Gevoel.GOED, Gevoel.GOED), "Ze voelen goed."),
        ((Gevoel.GOED, Gevoel.ANDERS), "Sommige voelen goed."),
        ((Gevoel.ANDERS, Gevoel.ANDERS), "“Ontmoeten”."),
    ],
)
def test_anders_is_not_put_into_words(gevoelens: tuple[Gevoel, ...], zin: str) -> None:
    told = tuple(verhaal(i, gevoel) for i, gevoel in enumerate(gevoelens))
    assert make(ThemaKaart(ONTMOETEN, verhalen=told)).vertellen.split(" De nieuwste heten ")[0].endswith(zin)


def test_a_small_wijk_does_not_say_how_few_there_are_nor_whether_there_is_one() -> None:
    minute = make(ThemaKaart(ONTMOETEN, (RISING,)), totaal=3, op_gemeente=True)
    assert minute == make(ThemaKaart(ONTMOETEN, (RISING,)), totaal=0, op_gemeente=True)
    assert "bij de hele gemeente" in minute.vertellen
    assert minute.schuurt == "Dat weten we nog niet: er staan hier geen verhalen naast de cijfers."
    assert "Wie vraagt bewoners van Lindekwartier naar hun verhaal?" in minute.vragen


# Waar schuurt het?


def test_chafing_names_its_themas() -> None:
    contrary = (verhaal(1, verhouding=Verhouding.ZEGT_ANDERS), verhaal(2, verhouding=Verhouding.ZEGT_ANDERS))
    minute = make(ThemaKaart(ONTMOETEN, (RISING,), contrary), ThemaKaart(WONEN, (RISING,), contrary))
    assert minute.schuurt == (
        "Bij “Ontmoeten”: het cijfer stijgt, in enkele verhalen klinkt iets anders. Ook bij “Wonen en buitenruimte”."
    )
    assert minute.schuurt_themas == ("ontmoeten", "wonen")


@pytest.mark.parametrize(
    ("kaart", "zin"),
    [
        (ThemaKaart(ONTMOETEN, verhalen=(verhaal(1),)), "er staan nog geen cijfers naast de verhalen."),
        (ThemaKaart(ONTMOETEN, (RISING,), (verhaal(1),)), "niemand heeft de verhalen al naast de cijfers gelegd."),
        (
            ThemaKaart(ONTMOETEN, (RISING,), (verhaal(1, verhouding=Verhouding.PAST_BIJ),)),
            "Tot nu toe vertelt geen verhaal iets anders dan het cijfer waar het bij hoort.",
        ),
    ],
    ids=["no figures", "no links", "no difference"],
)
def test_where_nothing_chafes_it_says_why(kaart: ThemaKaart, zin: str) -> None:
    minute = make(kaart)
    assert minute.schuurt.endswith(zin)
    assert minute.schuurt_themas == ()


# Wat leerden we?


def test_the_newest_lesson_is_told_with_where_it_comes_from() -> None:
    lessons = (
        activiteit("Taalmaatjes", ActiviteitStatus.LOOPT, "Vraag het buiten.", date(2024, 5, 1)),
        activiteit("Soepmiddag", ActiviteitStatus.GESTOPT, "Zonder tolk komen steeds dezelfden", date(2025, 3, 9)),
    )
    assert make(ThemaKaart(ONTMOETEN, activiteiten=lessons)).leerden == (
        "Zonder tolk komen steeds dezelfden. (Soepmiddag, gestopt, maart 2025)"
    )


def test_no_lesson_yet_is_said() -> None:
    running = (activiteit("Taalmaatjes", ActiviteitStatus.LOOPT),)
    assert make(ThemaKaart(ONTMOETEN, activiteiten=running)).leerden == (
        "Van wat hier gebeurt, is nog geen les opgeschreven."
    )


GESPREK = date(2026, 9, 17)


def point(niveau: Niveau, tekst: str, **changes: Any) -> MinuutLeerpunt:
    base = MinuutLeerpunt(tekst, niveau, tekst, LeerpuntStand.OPEN, None, GESPREK, GESPREK)
    return replace(base, **changes)


def samen(*leerpunten: MinuutLeerpunt, **changes: Any) -> MinuutBron:
    return replace(MinuutBron(GESPREK, leerpunten), **changes)


IN_DE_WEG = point(Niveau.BOTTLENECK, "Een tolk wordt hier niet betaald")
VAKER = point(Niveau.PATROON, "Wie nieuw is,\nkomt niet binnen.")


def test_what_stands_in_the_way_is_told_first_then_what_was_learned_of_what_stopped() -> None:
    stopped = activiteit("Soepmiddag", ActiviteitStatus.GESTOPT, "Zonder tolk komen steeds dezelfden", date(2025, 3, 9))
    minute = make(ThemaKaart(ONTMOETEN, activiteiten=(stopped,)), geleerd=samen(VAKER, IN_DE_WEG))
    assert minute.leerden == (
        "Wat in de weg zit: Een tolk wordt hier niet betaald. (wijkgesprek, september 2026) "
        "Zonder tolk komen steeds dezelfden. (Soepmiddag, gestopt, maart 2025)"
    )
    assert minute.gesprek == GESPREK


@pytest.mark.parametrize("status", list(ActiviteitStatus))
def test_the_newest_lesson_is_told_whether_it_goes_on_stopped_or_failed(status: ActiviteitStatus) -> None:
    older = activiteit("Koor", ActiviteitStatus.LOOPT, "Zing buiten.", date(2023, 1, 9))
    newest = activiteit("Soepmiddag", status, "Vraag het buiten.", date(2025, 3, 9))
    assert "Vraag het buiten. (Soepmiddag" in make(ThemaKaart(ONTMOETEN, activiteiten=(older, newest))).leerden


def test_what_no_longer_stands_in_the_way_gives_way_to_what_people_see_more_often() -> None:
    solved = replace(IN_DE_WEG, stand=LeerpuntStand.OPGELOST)
    assert make(geleerd=samen(solved, VAKER)).leerden == (
        "Wat we vaker zien: Wie nieuw is, komt niet binnen. (wijkgesprek, september 2026)"
    )
    assert make(geleerd=samen(solved)).leerden.startswith("Wat in de weg zat: Een tolk")


def test_a_gesprek_of_which_nothing_general_was_written_down_is_still_told() -> None:
    assert make(geleerd=samen()).leerden == "In september 2026 was er een wijkgesprek."


# Wat wordt van u gevraagd?

BESLISPUNT = MinuutBeslispunt(
    "De regels korter maken.", BeslispuntUitkomst.AANGEHOUDEN, date(2026, 11, 5), frozenset({IN_DE_WEG.id})
)
VOOR_DE_RAAD = replace(IN_DE_WEG, gremium=Gremium.RAAD)


def test_what_the_raad_put_off_waits_and_the_point_it_is_about_is_not_asked_twice() -> None:
    minute = make(geleerd=samen(VOOR_DE_RAAD, beslispunten=(BESLISPUNT,)))
    assert minute.gevraagd == "De raad hield dit aan in november 2026: “De regels korter maken.”"
    assert minute.raad


def test_what_waits_for_the_raad_is_asked_until_the_raad_decides() -> None:
    asked = "Na het wijkgesprek van september 2026 moet de raad hiermee verder: “Een tolk wordt hier niet betaald”"
    assert make(geleerd=samen(VOOR_DE_RAAD)).gevraagd == asked
    before = replace(BESLISPUNT, uitkomst=BeslispuntUitkomst.AANGENOMEN, dag=date(2026, 9, 1))
    assert make(geleerd=samen(VOOR_DE_RAAD, beslispunten=(before,))).gevraagd == asked
    after = replace(before, dag=date(2026, 11, 5))
    assert make(geleerd=samen(VOOR_DE_RAAD, beslispunten=(after,))).gevraagd == (
        "Er ligt nu geen voorstel over deze wijk. In november 2026 nam de raad aan: “De regels korter maken.”"
    )


def test_what_another_must_go_on_with_is_not_asked_of_the_raad() -> None:
    minute = make(geleerd=samen(replace(IN_DE_WEG, gremium=Gremium.COLLEGE)))
    assert minute.gevraagd == "Er ligt nu geen voorstel over deze wijk."
    assert not minute.raad


@pytest.mark.parametrize(
    ("wie", "leerpunt", "asked"),
    [
        ("de raad", None, True),
        ("Raadsleden", None, True),
        ("gemeenteraad", None, True),
        ("de bewonersraad", None, False),
        ("raad van ouderen", None, False),
        ("het wijkteam", None, False),
        ("het wijkteam", VOOR_DE_RAAD.id, True),
        (None, VOOR_DE_RAAD.id, True),
    ],
)
def test_what_was_agreed_with_the_raad_is_asked(wie: str | None, leerpunt: str | None, asked: bool) -> None:
    agreed = MinuutAfspraak("Kom kijken bij de soep.", wie, date(2026, 12, 10), leerpunt)
    minute = make(geleerd=samen(VOOR_DE_RAAD, afspraken=(agreed,)))
    told = f"Afgesproken voor 10 december 2026{f' ({wie})' if wie else ''}: “Kom kijken bij de soep.”"
    assert (told in minute.gevraagd) is asked


def test_no_more_is_asked_than_can_be_read_in_a_minute() -> None:
    agreed = tuple(MinuutAfspraak(f"Kom op dag {number}.", "de raad", None, None) for number in range(4))
    assert make(geleerd=samen(afspraken=agreed)).gevraagd == (
        "Afgesproken (de raad): “Kom op dag 0.” Afgesproken (de raad): “Kom op dag 1.” En nog 2 andere punten."
    )


# Who chose verhalen


def test_the_choice_of_residents_is_named_before_that_of_others_and_not_where_verhalen_stand_at_the_gemeente() -> None:
    wijkteam = MinuutRonde("b", Leesniveau.WIJKTEAM, date(2026, 4, 16))
    bewoners = MinuutRonde("a", Leesniveau.BEWONERS, date(2026, 3, 12))
    assert make(geleerd=samen(rondes=(wijkteam, bewoners))).ronde == bewoners
    assert make(geleerd=samen(rondes=(wijkteam,))).ronde == wijkteam
    assert make(geleerd=samen(rondes=(bewoners,)), op_gemeente=True).ronde is None


# Vragen die u kunt stellen


def test_a_full_wijk_gives_four_questions_of_different_kinds() -> None:
    subsidie = Financiering(
        "ontmoeten", "Soep", 2025, FinancieringVorm.SUBSIDIE, FinancieringStaat.BESTEED, Decimal(100)
    )
    full = ThemaKaart(
        ONTMOETEN,
        (RISING, reeks(EENZAAM, 49)),
        (verhaal(1, verhouding=Verhouding.ZEGT_ANDERS),),
        activiteiten=(activiteit("Soepmiddag", ActiviteitStatus.GESTOPT),),
        financiering=(subsidie,),
        niet_gehoord="mensen onder de 25",
    )
    assert make(full).vragen == (
        "Wie vraagt mensen onder de 25 wat zij hier meemaken?",
        "Waarom klinkt het in verhalen over “Ontmoeten” anders dan in het cijfer?",
        "“Soepmiddag” is gestopt. Wat is er nu voor de mensen die kwamen?",
        "“Mensen die zich eenzaam voelen” is een schatting. Wat merken bewoners hier er zelf van?",
    )


def test_a_missing_figure_and_money_are_asked_about() -> None:
    subsidie = Financiering("wonen", "Groen", 2025, FinancieringVorm.SUBSIDIE, FinancieringStaat.BESTEED, Decimal(100))
    gap = ThemaKaart(WONEN, (reeks(BUREN, 61, None),), (verhaal(1),), financiering=(subsidie,))
    assert make(gap).vragen == (
        "Waarom is er over 2017 geen cijfer bij “Mensen kennen genoeg buren”?",
        "Wie merkt iets van het geld voor “Wonen en buitenruimte”, en wie niet?",
        "Wat kost het als we niets doen?",
    )


def test_a_lesson_that_was_learned_is_asked_after() -> None:
    stopped = activiteit("Soepmiddag", ActiviteitStatus.MISLUKT, "Vraag het buiten.", date(2025, 3, 9))
    assert (
        "“Soepmiddag” is mislukt. Wat is er met de les gedaan?"
        in make(ThemaKaart(ONTMOETEN, activiteiten=(stopped,))).vragen
    )


def test_a_number_without_verhalen_is_asked_about() -> None:
    minute = make(ThemaKaart(ONTMOETEN, (RISING,)), ThemaKaart(WONEN, verhalen=(verhaal(1),)))
    assert "Wie vraagt bewoners wat zij vinden van “Ontmoeten”?" in minute.vragen
