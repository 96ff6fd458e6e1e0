"""What a bezoeker sees of a wijk: only what tellers allowed, where it may stand, and figures that can be compared."""

from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.domain.gebied import GebiedSoort
from monitor.domain.meting import MetingStatus, OntbreektReden
from monitor.domain.regels import toon_niveau
from monitor.errors import NietGevonden
from monitor.services.wijkbeeld import gemeentebeeld, verantwoording, wijkbeeld
from monitor.store.database import Cursor, Database
from monitor.store.migrate import migrate

NOW = datetime(2026, 11, 20, 9, 30)
GEMEENTE, WIJK, BUURWIJK = "GM9801", "WK980101", "WK980102"


def make_gemeente(cursor: Cursor) -> None:
    """A gemeente with two wijken, themas and an inlezing."""
    cursor.execute("INSERT INTO bron (code, naam, uitgever) VALUES ('proef', 'Proef', 'Proef')")
    cursor.execute(
        "INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte)"
        " VALUES ('i', 'proef', 'x.csv', 'x', TIMESTAMP '2026-01-01 00:00:00', 'proef', 'gemeente')"
    )
    cursor.execute("INSERT INTO gebied VALUES (?, 'gemeente'), (?, 'wijk'), (?, 'wijk')", [GEMEENTE, WIJK, BUURWIJK])
    for code, naam in ((GEMEENTE, "Proefstad"), (WIJK, "Kade"), (BUURWIJK, "Akker")):
        cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2020-01-01', NULL, ?)", [code, naam])
    for code in (WIJK, BUURWIJK):
        cursor.execute("INSERT INTO gebied_ouder VALUES (?, ?, DATE '2020-01-01', NULL)", [code, GEMEENTE])
    cursor.execute("INSERT INTO thema VALUES ('ontmoeten', 'Ontmoeten', NULL, 1), ('werk', 'Waardevol werk', NULL, 2)")


def make_indicator(
    cursor: Cursor,
    code: str,
    *,
    thema: str = "ontmoeten",
    eenheid: str = "%",
    noemer: str | None = None,
    plaats: int = 1,
) -> None:
    """A national indicator, shown as context."""
    cursor.execute("INSERT INTO indicator VALUES (?, TRUE, TIMESTAMP '2026-01-01 00:00:00')", [code])
    cursor.execute(
        "INSERT INTO indicator_versie (indicator, versie, geldig_van, naam, eenheid, noemer, bewijssoort, richting,"
        " soort, thema, context_volgorde, bron, reden) VALUES (?, 1, DATE '2020-01-01', ?, ?, ?, 'geregistreerd',"
        " 'hoger_is_gunstig', 'achtergrond', ?, ?, 'proef', 'eerste')",
        [code, code, eenheid, noemer, thema, plaats],
    )


def make_meting(
    cursor: Cursor,
    indicator: str,
    waarde: float | None,
    *,
    gebied: str = WIJK,
    jaar: int = 2024,
    reden: str | None = None,
) -> None:
    cursor.execute(
        "INSERT INTO meting (gebied, indicator, periode, periode_start, waarde, ontbreekt_reden, status, inlezing)"
        " VALUES (?, ?, ?, ?, ?, ?, 'definitief', 'i')",
        [gebied, indicator, str(jaar), date(jaar, 1, 1), waarde, reden],
    )


def make_verhaal(
    cursor: Cursor,
    naam: str,
    *,
    gebied: str = WIJK,
    openbaar: bool = True,
    einddatum: date | None = None,
    akkoord: bool = True,
    besluit: str | None = "akkoord",
    leeftijd: str | None = None,
) -> None:
    """A verhaal of which each condition for being public can be left out."""
    cursor.execute(
        "INSERT INTO verhaal (id, gebied, verteld_op, gevoel, leeftijdsgroep, grondslag, opgetekend_door,"
        " opgetekend_op) VALUES (?, ?, DATE '2025-05-17', 'goed', ?, 'toestemming', 'anna',"
        " TIMESTAMP '2025-05-17 10:00:00')",
        [naam, gebied, leeftijd],
    )
    cursor.execute("INSERT INTO verhaal_thema VALUES (?, 'ontmoeten')", [naam])
    cursor.execute("INSERT INTO verhaal_perspectief VALUES (?, 'bewoner')", [naam])
    cursor.execute(
        "INSERT INTO verhaal_versie (verhaal, versie, soort, titel, tekst, akkoord_op, gemaakt_op, gemaakt_door)"
        " VALUES (?, 1, 'oorspronkelijk', 'Oud', 'De eerste woorden.', NULL, TIMESTAMP '2025-05-17 10:00:00', 'anna'),"
        " (?, 2, 'publiek', ?, 'De openbare woorden.', ?, TIMESTAMP '2025-05-18 10:00:00', 'anna')",
        [naam, naam, f"Titel {naam}", date(2025, 5, 18) if akkoord else None],
    )
    cursor.execute(
        "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op, einddatum)"
        " VALUES (?, ?, 'openbaar', ?, 'mondeling', 'verteller', TIMESTAMP '2025-05-17 10:00:00', ?)",
        [f"t-{naam}", naam, openbaar, einddatum],
    )
    if besluit:
        cursor.execute(
            "INSERT INTO beoordeling (id, verhaal, versie, besluit, beoordelaar, op)"
            " VALUES (?, ?, 2, ?, 'bert', TIMESTAMP '2025-05-20 10:00:00')",
            [f"b-{naam}", naam, besluit],
        )


@pytest.fixture
def wijk(database: Database) -> Database:
    """A wijk of 5,000 people with five public verhalen: large enough to show them."""
    with database.writing() as cursor:
        make_gemeente(cursor)
        make_indicator(cursor, "kwb-inwoners", eenheid="aantal", thema="werk")
        make_meting(cursor, "kwb-inwoners", 5000)
        for naam in "abcde":
            make_verhaal(cursor, naam)
    return database


def titles(database: Database) -> set[str]:
    return {verhaal.titel for kaart in wijkbeeld(database, WIJK).kaarten for verhaal in kaart.verhalen}


def test_a_public_verhaal_shows_its_public_words_and_only_its_quarter(wijk: Database) -> None:
    verhaal = wijkbeeld(wijk, WIJK).kaarten[0].verhalen[0]
    assert verhaal.tekst == "De openbare woorden."
    assert verhaal.kwartaal == date(2025, 4, 1)


@pytest.mark.parametrize(
    "missing",
    [
        pytest.param({"openbaar": False}, id="no permission"),
        pytest.param({"einddatum": date(2026, 11, 19)}, id="permission ended yesterday"),
        pytest.param({"akkoord": False}, id="teller did not agree to the public version"),
        pytest.param({"besluit": None}, id="not reviewed"),
        pytest.param({"besluit": "geweigerd"}, id="refused"),
        pytest.param({"besluit": "verborgen"}, id="hidden"),
    ],
)
def test_a_verhaal_that_lacks_one_condition_is_never_shown(wijk: Database, missing: dict[str, object]) -> None:
    if missing.get("besluit") == "geweigerd":
        with wijk.writing() as cursor:
            make_verhaal(cursor, "x", besluit=None)
            cursor.execute(
                "INSERT INTO beoordeling (id, verhaal, versie, besluit, reden, beoordelaar, op) VALUES"
                " ('b-x', 'x', 2, 'geweigerd', 'onveilig', 'bert', TIMESTAMP '2025-05-20')"
            )
    else:
        with wijk.writing() as cursor:
            make_verhaal(cursor, "x", **missing)  # type: ignore[arg-type]
    assert "Titel x" not in titles(wijk)
    assert "Titel a" in titles(wijk)


def test_permission_holds_on_its_last_day(wijk: Database) -> None:
    with wijk.writing() as cursor:
        make_verhaal(cursor, "x", einddatum=date(2026, 11, 20))
    assert "Titel x" in titles(wijk)


def test_a_verhaal_taken_back_is_gone_and_the_newest_permission_counts(wijk: Database) -> None:
    with wijk.writing() as cursor:
        make_verhaal(cursor, "x")
        make_verhaal(cursor, "y")
        cursor.execute("INSERT INTO intrekking VALUES ('x', '2025-K2', TIMESTAMP '2026-01-01')")
        cursor.execute(
            "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op)"
            " VALUES ('t2', 'y', 'openbaar', FALSE, 'digitaal', 'verteller', TIMESTAMP '2026-02-01')"
        )
    assert titles(wijk) == {f"Titel {naam}" for naam in "abcde"}


def test_four_verhalen_stand_at_the_gemeente_and_not_at_their_wijk(wijk: Database) -> None:
    with wijk.writing() as cursor:
        cursor.execute("INSERT INTO intrekking VALUES ('a', '2025-K2', TIMESTAMP '2026-01-01')")
    beeld = wijkbeeld(wijk, WIJK)
    assert titles(wijk) == set()
    assert beeld.verhalen_op_gemeente
    shown = gemeentebeeld(wijk, GEMEENTE).verhalen
    assert {verhaal.titel for verhaal in shown} == {f"Titel {naam}" for naam in "bcde"}
    assert {verhaal.gebied for verhaal in shown} == {GEMEENTE}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(inwoners=st.one_of(st.none(), st.integers(0, 2000)), aantal=st.integers(0, 7))
def test_the_store_and_the_rule_agree_on_what_is_too_small(inwoners: int | None, aantal: int) -> None:
    database = Database(clock=lambda: NOW)
    migrate(database)
    with database.writing() as cursor:
        make_gemeente(cursor)
        make_indicator(cursor, "kwb-inwoners", eenheid="aantal", thema="werk")
        if inwoners is not None:
            make_meting(cursor, "kwb-inwoners", inwoners)
        for number in range(aantal):
            make_verhaal(cursor, f"v{number}")
    shown = len(titles(database))
    database.close()
    assert shown == (aantal if toon_niveau(inwoners, aantal) is GebiedSoort.WIJK else 0)


def test_a_wijk_page_asks_the_store_seven_questions_at_most(wijk: Database) -> None:
    before = wijk.query_count
    wijkbeeld(wijk, WIJK)
    assert wijk.query_count - before <= 7


def test_a_count_is_shown_as_a_share_of_its_noemer(wijk: Database) -> None:
    with wijk.writing() as cursor:
        make_indicator(cursor, "kwb-bijstand", eenheid="aantal", noemer="kwb-inwoners")
        make_meting(cursor, "kwb-bijstand", 100)
    meting = wijkbeeld(wijk, WIJK).kaarten[0].reeksen[0].metingen[0]
    assert meting.waarde == 2.0
    assert meting.status is MetingStatus.BEREKEND


def test_a_share_of_very_few_people_is_not_shown(wijk: Database) -> None:
    with wijk.writing() as cursor:
        make_indicator(cursor, "kwb-bijstand", eenheid="aantal", noemer="kwb-inwoners")
        make_meting(cursor, "kwb-bijstand", 5)
        make_meting(cursor, "kwb-inwoners", 45, jaar=2025)
        make_meting(cursor, "kwb-bijstand", 5, jaar=2025)
    newest = wijkbeeld(wijk, WIJK).kaarten[0].reeksen[0].metingen[-1]
    assert newest.waarde is None
    assert newest.ontbreekt_reden is OntbreektReden.TE_KLEIN


def test_zero_stays_zero_and_missing_keeps_its_reason(wijk: Database) -> None:
    with wijk.writing() as cursor:
        make_indicator(cursor, "nul")
        make_meting(cursor, "nul", 0.0, jaar=2023)
        make_meting(cursor, "nul", None, jaar=2024, reden="geheim")
    zero, missing = wijkbeeld(wijk, WIJK).kaarten[0].reeksen[0].metingen
    assert (zero.waarde, zero.ontbreekt_reden) == (0.0, None)
    assert (missing.waarde, missing.ontbreekt_reden) == (None, OntbreektReden.GEHEIM)


def test_context_stays_under_its_maximum_and_skips_what_has_no_value(wijk: Database) -> None:
    with wijk.writing() as cursor:
        for number in range(1, 5):
            make_indicator(cursor, f"c{number}", plaats=number)
            make_meting(cursor, f"c{number}", None if number == 1 else 3.0, reden="geheim" if number == 1 else None)
    (kaart,) = (kaart for kaart in wijkbeeld(wijk, WIJK).kaarten if kaart.thema.code == "ontmoeten")
    assert [reeks.indicator.code for reeks in kaart.reeksen] == ["c2", "c3"]


def test_a_thema_with_a_kernindicator_shows_no_context(wijk: Database) -> None:
    with wijk.writing() as cursor:
        make_indicator(cursor, "landelijk")
        make_meting(cursor, "landelijk", 3.0)
        make_indicator(cursor, "eigen", plaats=9)
        cursor.execute(
            "INSERT INTO geldig_in VALUES ('g', 'eigen', ?, 'kern', 1, DATE '2024-01-01', NULL, NULL)", [WIJK]
        )
    (kaart,) = (kaart for kaart in wijkbeeld(wijk, WIJK).kaarten if kaart.thema.code == "ontmoeten")
    assert [reeks.indicator.code for reeks in kaart.reeksen] == ["eigen"]


@pytest.mark.parametrize(
    ("code", "word"),
    [("WK999999", "kennen wij niet"), ("BU98010101", "buurt"), ("GM9801", "groter gebied"), ("<b>", "geen code")],
)
def test_a_code_that_is_no_known_wijk_gets_a_sentence(wijk: Database, code: str, word: str) -> None:
    with pytest.raises(NietGevonden, match=word):
        wijkbeeld(wijk, code)


def test_a_nearly_empty_store_still_has_a_minute_to_read(database: Database) -> None:
    with database.writing() as cursor:
        make_gemeente(cursor)
    minuut = wijkbeeld(database, WIJK).minuut
    for line in (minuut.zien, minuut.vertellen, minuut.schuurt, minuut.leerden, minuut.gevraagd):
        assert line.strip()


def test_the_gemeente_lists_its_wijken_by_name(wijk: Database) -> None:
    regels = gemeentebeeld(wijk, GEMEENTE).regels
    assert [regel.wijk.naam for regel in regels] == ["Akker", "Kade"]
    assert [regel.verhalen for regel in regels] == [None, 5]


def make_tegenspraak(cursor: Cursor, indicator: str) -> None:
    for naam in "abcde":
        cursor.execute(
            "INSERT INTO verhaal_indicator VALUES (?, ?, 'zegt_anders', 'Anders.', 'anna', TIMESTAMP '2026-01-01')",
            [naam, indicator],
        )


def test_the_gemeente_page_and_the_wijk_page_agree_on_where_it_chafes(wijk: Database) -> None:
    with wijk.writing() as cursor:
        make_indicator(cursor, "werkloos", thema="werk")
        make_meting(cursor, "werkloos", 3.0)
        make_tegenspraak(cursor, "werkloos")
    chafing = {kaart.thema.naam for kaart in wijkbeeld(wijk, WIJK).kaarten if kaart.schuring}
    assert chafing == {"Waardevol werk"}
    assert {regel.wijk.code: regel.schuurt for regel in gemeentebeeld(wijk, GEMEENTE).regels} == {
        WIJK: ("Waardevol werk",),
        BUURWIJK: (),
    }


def test_nothing_chafes_where_there_is_no_number(wijk: Database) -> None:
    with wijk.writing() as cursor:
        make_indicator(cursor, "eigen")
        cursor.execute(
            "INSERT INTO geldig_in VALUES ('g', 'eigen', ?, 'kern', 1, DATE '2024-01-01', NULL, NULL)", [WIJK]
        )
        make_tegenspraak(cursor, "eigen")
    assert all(not kaart.schuring for kaart in wijkbeeld(wijk, WIJK).kaarten)
    assert all(not regel.schuurt for regel in gemeentebeeld(wijk, GEMEENTE).regels)


def test_a_context_figure_that_a_verhaal_contradicts_stands_beside_the_kern(wijk: Database) -> None:
    with wijk.writing() as cursor:
        make_indicator(cursor, "landelijk")
        make_meting(cursor, "landelijk", 3.0)
        make_indicator(cursor, "eigen", plaats=9)
        cursor.execute(
            "INSERT INTO geldig_in VALUES ('g', 'eigen', ?, 'kern', 1, DATE '2024-01-01', NULL, NULL)", [WIJK]
        )
        make_tegenspraak(cursor, "landelijk")
    (kaart,) = (kaart for kaart in wijkbeeld(wijk, WIJK).kaarten if kaart.thema.code == "ontmoeten")
    assert [reeks.indicator.code for reeks in kaart.reeksen] == ["eigen", "landelijk"]
    assert kaart.schuring


def test_every_wijk_of_the_example_chafes_alike_on_both_pages(voorbeeld: Database) -> None:
    for regel in gemeentebeeld(voorbeeld, "GM9901").regels:
        kaarten = wijkbeeld(voorbeeld, regel.wijk.code).kaarten
        assert set(regel.schuurt) == {kaart.thema.naam for kaart in kaarten if kaart.schuring}, regel.wijk.naam


def test_a_thema_that_chafes_comes_first_and_one_with_kern_before_context(wijk: Database) -> None:
    with wijk.writing() as cursor:
        for place, thema in enumerate(("opvoeden", "vrijwillig"), start=3):
            cursor.execute("INSERT INTO thema VALUES (?, ?, NULL, ?)", [thema, thema, place])
        for thema in ("werk", "opvoeden", "vrijwillig"):
            make_indicator(cursor, thema, thema=thema)
            make_meting(cursor, thema, 3.0)
        cursor.execute(
            "INSERT INTO geldig_in VALUES ('g', 'opvoeden', ?, 'kern', 1, DATE '2024-01-01', NULL, NULL)", [WIJK]
        )
        make_tegenspraak(cursor, "vrijwillig")
    shown = [kaart.thema.code for kaart in wijkbeeld(wijk, WIJK).kaarten]
    assert shown == ["vrijwillig", "opvoeden", "ontmoeten", "werk"]


def test_the_gemeente_names_a_source_that_only_knows_its_wijken(wijk: Database) -> None:
    with wijk.writing() as cursor:
        cursor.execute("INSERT INTO bron (code, naam, uitgever) VALUES ('wijkbron', 'Wijkbron', 'Wijkbron')")
        cursor.execute(
            "INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte)"
            " VALUES ('w', 'wijkbron', 'w.csv', 'w', TIMESTAMP '2026-01-01', 'proef', 'gemeente')"
        )
        cursor.execute("UPDATE meting SET inlezing = 'w'")
    assert [bron.naam for bron in gemeentebeeld(wijk, GEMEENTE).bronnen] == ["Wijkbron"]


def test_what_was_read_for_another_gemeente_only_is_not_told_here(wijk: Database) -> None:
    with wijk.writing() as cursor:
        cursor.execute(
            "INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte) VALUES"
            " ('elders', 'proef', 'elders.csv', 'e', TIMESTAMP '2026-01-01', 'proef', 'gemeente'),"
            " ('overal', 'proef', 'overal.csv', 'o', TIMESTAMP '2026-01-02', 'proef', 'land')"
        )
    told = [inlezing.bestand for inlezing in verantwoording(wijk, GEMEENTE).inlezingen]
    assert told == ["overal.csv", "x.csv"]


def test_a_very_long_code_is_not_said_back_in_full(wijk: Database) -> None:
    for asked in (wijkbeeld, gemeentebeeld, verantwoording):
        with pytest.raises(NietGevonden) as caught:
            asked(wijk, "A" * 8000)
        assert len(str(caught.value)) < 150
