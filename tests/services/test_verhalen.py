"""Adding, reviewing, linking and taking back verhalen: what the rules allow, and what they refuse in words."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.domain.verhaal import (
    Besluit,
    Gebruik,
    Koppeling,
    Leeftijdsgroep,
    ToestemmingDoor,
    Verhouding,
    Weigerreden,
)
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.nalezen import NieuweBeoordeling, add_beoordelingen
from monitor.services.verhalen import NieuwVerhaal, add_verhalen
from monitor.store.database import Database
from tests.services.builders import CLI, WIJK, make_verhaal

NAUGHTY = (
    "'; DROP TABLE verhaal; --",
    "\"dubbel\" en 'enkel'",
    "<script>alert(1)</script>",
    "emoji 👩‍👩‍👧 en é ü ß ñ",
    "من اليمين إلى اليسار",
    "nul\u200bbreedte en \ufeffmerk",
    "regel een\r\nregel twee\tmet tab",
    "%s %d {0} $1 :naam ?",
    "Z\u0301alg\u0336o",
)


def rows(database: Database, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.rows(sql, parameters)


def refused(database: Database, nieuw: NieuwVerhaal) -> dict[str | None, str]:
    with pytest.raises(OngeldigeInvoer) as caught:
        add_verhalen(database, CLI, [nieuw])
    return {probleem.veld: probleem.melding for probleem in caught.value.problemen}


def added(database: Database, **changes: Any) -> str:
    return add_verhalen(database, CLI, [make_verhaal(**changes)]).ids[0]


def reviewed(
    database: Database, verhaal: str, besluit: Besluit, door: str = "Nalezer", reden: str | None = None
) -> None:
    add_beoordelingen(database, [NieuweBeoordeling(verhaal, besluit, door, reden)])


def published(database: Database, **changes: Any) -> str:
    verhaal = added(database, **changes)
    reviewed(database, verhaal, Besluit.AKKOORD)
    return verhaal


# Adding


def test_a_verhaal_is_kept_as_it_was_told(wijkstore: Database) -> None:
    verhaal = added(wijkstore, waarom="Omdat het telt.", wens="Nog een bank.")
    assert rows(
        wijkstore, "SELECT soort, titel, tekst, waarom, wens FROM verhaal_versie WHERE verhaal = ?", verhaal
    ) == [
        (
            "publiek",
            "De bank bij de lift",
            "Er stond een bank en toen nog een. Nu zit er altijd iemand.",
            "Omdat het telt.",
            "Nog een bank.",
        )
    ]


def test_what_the_teller_did_not_agree_to_stays_an_original(wijkstore: Database) -> None:
    verhaal = added(wijkstore, akkoord_op=None)
    assert rows(wijkstore, "SELECT soort FROM verhaal_versie WHERE verhaal = ?", verhaal) == [("oorspronkelijk",)]


def test_all_problems_are_told_at_once(wijkstore: Database) -> None:
    problemen = refused(
        wijkstore,
        make_verhaal(titel=" ", tekst="", citaat=None, themas=(), perspectieven=(), gebruik=(), gebied="WK999999"),
    )
    assert set(problemen) == {"titel", "tekst", "thema", "perspectief", "gebruik", "gebied"}


def test_a_refused_verhaal_leaves_nothing(wijkstore: Database, count: Callable[[str], int]) -> None:
    with pytest.raises(OngeldigeInvoer, match=r"^Rij 2, titel: Geef het verhaal een titel\.$"):
        add_verhalen(wijkstore, CLI, [make_verhaal(), make_verhaal(titel="")])
    assert count("verhaal") == count("verhaal_versie") == count("toestemming") == 0


def test_a_citaat_of_more_than_sixty_words_is_refused(wijkstore: Database) -> None:
    lang = " ".join(["woord"] * 61)
    assert "60 woorden" in refused(wijkstore, make_verhaal(tekst=lang, citaat=lang))["citaat"]
    assert added(wijkstore, tekst=lang, citaat=" ".join(["woord"] * 60))


def test_a_citaat_has_to_be_what_was_said(wijkstore: Database) -> None:
    assert "citaat" in refused(wijkstore, make_verhaal(citaat="Dit zei niemand."))


def test_a_buurt_becomes_its_wijk_and_that_is_told(wijkstore: Database) -> None:
    toegevoegd = add_verhalen(wijkstore, CLI, [make_verhaal(gebied="bu99010103")])
    assert rows(wijkstore, "SELECT gebied FROM verhaal") == [(WIJK,)]
    assert toegevoegd.meldingen[0].veld == "gebied"
    assert "BU99010103" in toegevoegd.meldingen[0].melding


def test_under_sixteen_is_never_openbaar_and_a_parent_agrees(wijkstore: Database) -> None:
    kind = make_verhaal(leeftijdsgroep=Leeftijdsgroep.JONGER_DAN_16)
    assert set(refused(wijkstore, kind)) == {"gebruik", "toestemming_door", "kind_akkoord"}
    assert added(
        wijkstore,
        leeftijdsgroep=Leeftijdsgroep.JONGER_DAN_16,
        gebruik=(Gebruik.LEREN,),
        toestemming_door=ToestemmingDoor.OUDER,
        kind_akkoord=True,
    )


def test_tomorrow_has_not_been_told_yet(wijkstore: Database) -> None:
    morgen = date(2026, 11, 21)
    assert set(refused(wijkstore, make_verhaal(verteld_op=morgen, akkoord_op=None))) == {"datum"}


@pytest.mark.parametrize("teken", ["\x00", "\ud83d"], ids=["nul", "half teken"])
@pytest.mark.parametrize("veld", ["titel", "tekst", "waarom", "wens", "namens"])
def test_a_text_that_no_store_can_keep_is_refused_in_words(wijkstore: Database, veld: str, teken: str) -> None:
    assert "teken" in refused(wijkstore, make_verhaal(citaat=None, **{veld: f"Een {teken} midden in"}))[veld]


def test_the_sentence_of_a_link_is_looked_at_too(wijkstore: Database) -> None:
    bad = make_verhaal(koppelingen=(Koppeling("buren", Verhouding.LOS, "half \ud83d"),))
    assert "koppelingen" in refused(wijkstore, bad)


@pytest.mark.parametrize("tekst", NAUGHTY)
def test_naughty_texts_come_back_as_they_went_in(wijkstore: Database, tekst: str) -> None:
    verhaal = added(wijkstore, titel=tekst[:50], tekst=f"x {tekst} x", citaat=None, waarom=tekst)
    assert rows(wijkstore, "SELECT titel, tekst, waarom FROM verhaal_versie WHERE verhaal = ?", verhaal) == [
        (tekst[:50].strip(), f"x {tekst} x", tekst.strip())
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=300))
def test_any_text_comes_back_as_it_went_in(wijkstore: Database, tekst: str) -> None:
    verhaal = added(wijkstore, tekst=f"x{tekst}x", citaat=None)
    assert rows(wijkstore, "SELECT tekst FROM verhaal_versie WHERE verhaal = ?", verhaal) == [(f"x{tekst}x",)]


# Reviewing


def test_nobody_reviews_what_she_wrote_down(wijkstore: Database) -> None:
    verhaal = added(wijkstore)
    for name in ("Optekenaar een", " optekenaar  EEN "):
        with pytest.raises(NietToegestaan, match="zelf"):
            reviewed(wijkstore, verhaal, Besluit.AKKOORD, name)


def test_nothing_is_published_before_the_teller_agreed(wijkstore: Database) -> None:
    verhaal = added(wijkstore, akkoord_op=None)
    with pytest.raises(OngeldigeInvoer, match="verteller"):
        reviewed(wijkstore, verhaal, Besluit.AKKOORD)


@pytest.mark.parametrize("reden", [None, "", "niet netjes", "te lang"])
def test_a_verhaal_is_refused_for_four_reasons_only(wijkstore: Database, reden: str | None) -> None:
    verhaal = added(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="alleen om deze redenen"):
        reviewed(wijkstore, verhaal, Besluit.GEWEIGERD, reden=reden)
    for good in Weigerreden:
        reviewed(wijkstore, verhaal, Besluit.GEWEIGERD, reden=good)


def test_an_unknown_verhaal_is_not_found(wijkstore: Database) -> None:
    with pytest.raises(NietGevonden):
        reviewed(wijkstore, "bestaat niet", Besluit.AKKOORD)
    with pytest.raises(NietGevonden):
        withdraw_verhaal(wijkstore, "bestaat niet", door="test")


# Linking


def test_a_verhaal_stands_once_beside_a_figure(wijkstore: Database) -> None:
    koppeling = Koppeling("buren", Verhouding.ZEGT_ANDERS, "Hier kent niemand elkaar.")
    problemen = refused(wijkstore, make_verhaal(koppelingen=(koppeling, koppeling)))
    assert problemen == {"indicatoren": "Een verhaal staat maar een keer bij hetzelfde cijfer."}


def test_a_link_needs_its_sentence_and_a_known_figure(wijkstore: Database) -> None:
    bad = make_verhaal(koppelingen=(Koppeling("onbekend", Verhouding.LOS, " "),))
    with pytest.raises(OngeldigeInvoer) as caught:
        add_verhalen(wijkstore, CLI, [bad])
    assert [probleem.veld for probleem in caught.value.problemen] == ["indicatoren", "indicatoren"]


# Taking back


def test_taking_back_leaves_the_quarter_and_no_word(wijkstore: Database) -> None:
    verhaal = published(
        wijkstore,
        waarom="Daarom.",
        wens="Graag.",
        namens="de bank",
        leeftijdsgroep=Leeftijdsgroep.VANAF_80,
        koppelingen=(Koppeling("buren", Verhouding.PAST_BIJ, "Ze kennen elkaar."),),
    )
    withdraw_verhaal(wijkstore, verhaal, door="verteller")
    assert rows(wijkstore, "SELECT titel, tekst, waarom, wens FROM verhaal_versie") == [(None, None, None, None)]
    assert rows(wijkstore, "SELECT tekst FROM citaat") == [(None,)]
    assert rows(wijkstore, "SELECT namens, leeftijdsgroep, verteld_op FROM verhaal") == [(None, None, date(2025, 4, 1))]
    assert rows(wijkstore, "SELECT count(*) FROM verhaal_indicator") == [(0,)]
    assert rows(wijkstore, "SELECT verhaal, kwartaal FROM intrekking") == [(verhaal, "2025-K2")]


def test_what_was_taken_back_stays_so(wijkstore: Database) -> None:
    verhaal = published(wijkstore)
    withdraw_verhaal(wijkstore, verhaal, door="verteller")
    with pytest.raises(OngeldigeInvoer, match="teruggenomen"):
        withdraw_verhaal(wijkstore, verhaal, door="verteller")
    with pytest.raises(OngeldigeInvoer, match="teruggenomen"):
        reviewed(wijkstore, verhaal, Besluit.AKKOORD)


def test_permission_is_kept_per_use(wijkstore: Database) -> None:
    added(wijkstore)
    assert rows(wijkstore, "SELECT gebruik, gegeven FROM toestemming ORDER BY gebruik") == [
        ("leren", True),
        ("openbaar", True),
    ]


def test_every_action_is_a_line_in_the_logboek_without_words(wijkstore: Database) -> None:
    verhaal = published(
        wijkstore, koppelingen=(Koppeling("buren", Verhouding.LOS, "Een zin die niemand hoeft te zien."),)
    )
    withdraw_verhaal(wijkstore, verhaal, door="verteller")
    lines = rows(wijkstore, "SELECT wat, velden FROM logboek WHERE doel = ?", verhaal)
    assert {wat for wat, _ in lines} == {"toegevoegd", "nagelezen", "teruggenomen"}
    assert not any("bank" in velden or "niemand" in velden for _, velden in lines)
