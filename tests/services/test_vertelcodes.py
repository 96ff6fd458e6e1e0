"""What a code opens: seeing, correcting, agreeing, narrowing, taking back and keeping a copy; and who is refused."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.mijn_verhaal import VerhaalStaat
from monitor.domain.verhaal import (
    Besluit,
    Gebruik,
    Koppeling,
    Leeftijdsgroep,
    Perspectief,
    ToestemmingDoor,
    Verhouding,
)
from monitor.domain.vertelcode import hash_code, new_code
from monitor.errors import NietToegestaan, OngeldigeInvoer
from monitor.nl import today_amsterdam
from monitor.services import afschrift
from monitor.services.drempel import telling
from monitor.services.toestemmingen import Leeswens, after_years
from monitor.services.verhalen import add_verhalen
from monitor.services.vertelcodes import Correctie, Sleutel, akkoord, bekijk, beperk, neem_terug, open_code, pas_aan
from monitor.store.bewaartermijn_store import BewaartermijnStore
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from monitor.store.rijen import insert_into
from tests.services.builders import CLI, make_verhaal

NOW = datetime(2026, 11, 20, 9, 30)
CODE, ANDERE_CODE = new_code(), new_code()
TEKST = "Er stond een bank en toen nog een. Nu zit er altijd iemand."


@pytest.fixture(autouse=True)
def nobody_tried_before() -> Iterator[None]:
    telling.clear()
    yield
    telling.clear()


def rows(database: Database, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.rows(sql, parameters)


def told(database: Database, **changes: Any) -> str:
    filled: dict[str, Any] = {"code_hash": hash_code(CODE), "tekst": TEKST, **changes}
    return add_verhalen(database, CLI, [make_verhaal(**filled)]).ids[0]


def decided(database: Database, verhaal: str, besluit: Besluit, versie: int = 1, **rest: Any) -> None:
    with database.writing() as cursor:
        rij = {"id": f"b-{verhaal}-{versie}-{besluit}", "verhaal": verhaal, "versie": versie, "besluit": besluit.value}
        filled = {"reden": None, "vraag": None, "met_bewoner": False, "op": NOW + timedelta(hours=versie), **rest}
        insert_into(cursor, "beoordeling", [{**rij, "beoordelaar": "Nalezer", **filled}])


def public(database: Database, **changes: Any) -> str:
    verhaal = told(database, **changes)
    decided(database, verhaal, Besluit.AKKOORD)
    return verhaal


def proposed(database: Database, verhaal: str, tekst: str, **rest: Any) -> None:
    with database.writing() as cursor:
        rij = {"verhaal": verhaal, "versie": 2, "soort": "publiek", "titel": "Een bank", "tekst": tekst}
        insert_into(
            cursor,
            "verhaal_versie",
            [{**rij, "gemaakt_op": NOW, "gemaakt_door": "nalezer", "akkoord_op": None, **rest}],
        )


def read_by_everybody(database: Database) -> list[str]:
    with database.reading() as cursor:
        return [it.tekst for it in LeesStore(cursor).leesbaar(BEZOEKER, today_amsterdam(database.now()))]


def staat(database: Database) -> VerhaalStaat:
    return bekijk(database, CODE).staat


def correction(**changes: Any) -> Correctie:
    filled: dict[str, Any] = {"titel": "De bank", "tekst": "Nu zit er vaak iemand.", **changes}
    return Correctie(**filled)


# Opening


def test_a_code_opens_its_own_verhaal_however_it_is_typed(wijkstore: Database) -> None:
    told(wijkstore)
    for typed in (CODE, CODE.lower(), f"  {CODE.replace('-', ' ')} ", CODE.replace("-", "")):
        eigen = bekijk(wijkstore, typed).eigen
        assert eigen is not None
        assert eigen.tekst == TEKST


@pytest.mark.parametrize(
    "typed",
    [ANDERE_CODE, CODE[:-1], "", "niets", "x" * 5000, "\x00", "é\ud83d"],
    ids=["unknown", "cut off", "empty", "a word", "too long", "nothing to see", "half a sign"],
)
def test_a_wrong_code_is_refused_in_one_sentence_with_a_line_that_does_not_hold_it(
    wijkstore: Database, typed: str
) -> None:
    told(wijkstore)
    with pytest.raises((NietToegestaan, OngeldigeInvoer)) as caught:
        bekijk(wijkstore, typed)
    assert "code" in str(caught.value)
    assert "\n" not in str(caught.value)
    lines = rows(wijkstore, "SELECT soort, doel, velden FROM logboek WHERE wat = 'geweigerd'")
    assert lines == [("code gebruiken", "verkeerde code", "")]


def test_who_guesses_too_often_has_to_wait_and_somebody_else_does_not(wijkstore: Database) -> None:
    told(wijkstore)
    for _ in range(5):
        with pytest.raises(NietToegestaan, match="kennen we niet"):
            open_code(wijkstore, new_code(), adres="192.0.2.1")
    with pytest.raises(NietToegestaan, match="te vaak"):
        open_code(wijkstore, CODE, adres="192.0.2.1")
    assert len(rows(wijkstore, "SELECT 1 FROM logboek WHERE wat = 'geweigerd'")) == 6
    assert open_code(wijkstore, CODE, adres="192.0.2.2") == Sleutel(hash_code(CODE))


def test_a_made_up_key_opens_nothing(wijkstore: Database) -> None:
    told(wijkstore)
    for action in (
        lambda key: bekijk(wijkstore, key),
        lambda key: neem_terug(wijkstore, key),
        lambda key: pas_aan(wijkstore, key, correction(), token="t"),
        lambda key: akkoord(wijkstore, key, 1, token="t"),
        lambda key: beperk(wijkstore, key, [], token="t"),
    ):
        with pytest.raises(NietToegestaan, match="kennen we niet"):
            action(Sleutel("0" * 64))
    assert rows(wijkstore, "SELECT 1 FROM intrekking") == []


# How it stands


def test_every_stand_has_its_own_word(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    assert staat(wijkstore) is VerhaalStaat.WACHT_OP_NALEZEN
    decided(wijkstore, verhaal, Besluit.TERUG_NAAR_VERTELLER, vraag="Mag de naam weg?")
    assert staat(wijkstore) is VerhaalStaat.TERUGGEVRAAGD
    nalezing = bekijk(wijkstore, CODE).nalezing
    assert nalezing is not None
    assert nalezing.vraag == "Mag de naam weg?"
    decided(wijkstore, verhaal, Besluit.GEWEIGERD, op=NOW + timedelta(days=1), reden="te_herkenbaar")
    assert staat(wijkstore) is VerhaalStaat.GEWEIGERD
    decided(wijkstore, verhaal, Besluit.AKKOORD, op=NOW + timedelta(days=2))
    assert staat(wijkstore) is VerhaalStaat.TE_LEZEN
    assert bekijk(wijkstore, CODE).leesbaar == (Gebruik.LEREN, Gebruik.OPENBAAR)
    decided(wijkstore, verhaal, Besluit.VERBORGEN, op=NOW + timedelta(days=3))
    assert staat(wijkstore) is VerhaalStaat.VERBORGEN


def test_what_somebody_says_is_about_her_is_hidden_until_it_was_looked_at(wijkstore: Database) -> None:
    verhaal = public(wijkstore)
    with wijkstore.writing() as cursor:
        insert_into(
            cursor, "verhaal_melding", [{"id": "m", "verhaal": verhaal, "toelichting": "Dat ben ik.", "gemeld_op": NOW}]
        )
    assert staat(wijkstore) is VerhaalStaat.GEMELD


def test_who_gets_help_from_the_writer_thinks_it_over_first(wijkstore: Database) -> None:
    public(wijkstore, afhankelijk=True)
    assert staat(wijkstore) is VerhaalStaat.BEDENKTIJD


def test_what_was_kept_as_long_as_it_may_is_gone_and_stays_so(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    with wijkstore.writing() as cursor:
        BewaartermijnStore(cursor).empty([verhaal], NOW)
    assert staat(wijkstore) is VerhaalStaat.GELEEGD
    with pytest.raises(OngeldigeInvoer, match="niet langer bewaren"):
        pas_aan(wijkstore, CODE, correction(), token="t")
    assert not neem_terug(wijkstore, CODE).al_eerder


def test_a_permission_that_ended_lets_nobody_read(wijkstore: Database) -> None:
    public(wijkstore, toestemming_tot=date(2026, 11, 19))
    assert staat(wijkstore) is VerhaalStaat.NIEMAND


# Correcting and agreeing


def test_a_correction_is_a_new_version_that_nobody_reads_until_it_is_reviewed(wijkstore: Database) -> None:
    verhaal = public(wijkstore)
    assert read_by_everybody(wijkstore) == [TEKST]
    number = pas_aan(wijkstore, CODE, correction(citaat="Nu zit er vaak iemand."), token="t1")
    assert (number, staat(wijkstore)) == (2, VerhaalStaat.WACHT_OP_NALEZEN)
    assert read_by_everybody(wijkstore) == []
    assert rows(wijkstore, "SELECT tekst, akkoord_op, gemaakt_door FROM verhaal_versie ORDER BY versie") == [
        (TEKST, date(2025, 5, 20), "Optekenaar een"),
        ("Nu zit er vaak iemand.", date(2026, 11, 20), "verteller"),
    ]
    decided(wijkstore, verhaal, Besluit.AKKOORD, 2)
    assert read_by_everybody(wijkstore) == ["Nu zit er vaak iemand."]


def test_the_same_correction_sent_twice_is_kept_once(wijkstore: Database) -> None:
    told(wijkstore)
    assert [pas_aan(wijkstore, CODE, correction(), token="t1") for _ in range(3)] == [2, 2, 2]
    assert rows(wijkstore, "SELECT count(*) FROM verhaal_versie") == [(2,)]
    assert rows(wijkstore, "SELECT velden FROM logboek WHERE wat = 'aangepast'") == [("titel, tekst, citaat",)]


def test_a_correction_that_breaks_a_rule_tells_everything_and_leaves_nothing(wijkstore: Database) -> None:
    told(wijkstore)
    with pytest.raises(OngeldigeInvoer) as caught:
        pas_aan(wijkstore, CODE, Correctie(" ", "half \ud83d", "a" * 10_001, "\x00", "zei niemand"), token="t")
    assert {it.veld for it in caught.value.problemen} == {"titel", "tekst", "waarom", "wens", "citaat"}
    assert rows(wijkstore, "SELECT count(*) FROM verhaal_versie") == [(1,)]


def test_a_correction_that_corrects_nothing_is_refused(wijkstore: Database) -> None:
    told(wijkstore)
    same = Correctie("De bank bij de lift", f" {TEKST} ", None, " ", "Nu zit er altijd iemand.")
    with pytest.raises(OngeldigeInvoer, match="niets veranderd"):
        pas_aan(wijkstore, CODE, same, token="t")


def test_who_is_asked_something_may_answer_that_her_words_are_right_as_they_are(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    decided(wijkstore, verhaal, Besluit.TERUG_NAAR_VERTELLER, vraag="Mag de bank genoemd worden?")
    own = bekijk(wijkstore, CODE).eigen
    assert own is not None
    same = Correctie(own.titel, own.tekst, own.waarom, own.wens, own.citaat)
    assert pas_aan(wijkstore, CODE, same, token="a") == 2
    assert pas_aan(wijkstore, CODE, same, token="a") == 2
    assert staat(wijkstore) is VerhaalStaat.WACHT_OP_NALEZEN
    assert rows(wijkstore, "SELECT versie, tekst, akkoord_op FROM verhaal_versie WHERE versie = 2") == [
        (2, TEKST, today_amsterdam(wijkstore.now()))
    ]
    with pytest.raises(OngeldigeInvoer, match="niets veranderd"):
        pas_aan(wijkstore, CODE, same, token="b")


def test_a_refusal_is_no_question_to_which_the_same_words_are_an_answer(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    decided(wijkstore, verhaal, Besluit.GEWEIGERD, reden="te_herkenbaar")
    own = bekijk(wijkstore, CODE).eigen
    assert own is not None
    with pytest.raises(OngeldigeInvoer, match="niets veranderd"):
        pas_aan(wijkstore, CODE, Correctie(own.titel, own.tekst, own.waarom, own.wens, own.citaat), token="a")


def test_agreeing_to_a_proposal_makes_it_hers_and_keeps_the_sentence_that_still_stands(wijkstore: Database) -> None:
    verhaal = public(wijkstore)
    proposed(wijkstore, verhaal, "Er stond een bank. Nu zit er altijd iemand.")
    assert staat(wijkstore) is VerhaalStaat.WACHT_OP_AKKOORD
    assert [akkoord(wijkstore, CODE, 2, token="t") for _ in range(2)] == [3, 3]
    made = rows(wijkstore, "SELECT soort, tekst, akkoord_op, gemaakt_door FROM verhaal_versie WHERE versie = 3")
    assert made == [("publiek", "Er stond een bank. Nu zit er altijd iemand.", date(2026, 11, 20), "verteller")]
    assert rows(wijkstore, "SELECT tekst FROM citaat WHERE versie = 3") == [("Nu zit er altijd iemand.",)]
    assert staat(wijkstore) is VerhaalStaat.WACHT_OP_NALEZEN
    assert read_by_everybody(wijkstore) == []


def test_a_sentence_that_is_no_longer_said_does_not_come_along(wijkstore: Database) -> None:
    proposed(wijkstore, told(wijkstore), "Er stond een bank.")
    akkoord(wijkstore, CODE, 2, token="t")
    assert rows(wijkstore, "SELECT versie FROM citaat") == [(1,)]


def test_agreeing_to_what_changed_meanwhile_is_refused(wijkstore: Database) -> None:
    proposed(wijkstore, told(wijkstore), "Er stond een bank.")
    pas_aan(wijkstore, CODE, correction(), token="t1")
    with pytest.raises(OngeldigeInvoer, match="intussen veranderd"):
        akkoord(wijkstore, CODE, 2, token="t2")


def test_what_was_written_down_without_her_yes_waits_for_it(wijkstore: Database) -> None:
    told(wijkstore, akkoord_op=None)
    assert staat(wijkstore) is VerhaalStaat.WACHT_OP_AKKOORD
    assert akkoord(wijkstore, CODE, 1, token="t") == 2
    assert staat(wijkstore) is VerhaalStaat.WACHT_OP_NALEZEN


def test_naughty_strings_come_back_as_they_were_typed(wijkstore: Database, real_data: Path) -> None:
    naughty = json.loads((real_data / "invoer" / "blns" / "blns.json").read_text(encoding="utf-8"))
    told(wijkstore)
    sleutel = open_code(wijkstore, CODE)
    words = ["\n".join(["x", *naughty[at : at + 40], "x"]) for at in range(0, len(naughty), 40)]
    for number, text in enumerate(words):
        pas_aan(wijkstore, sleutel, Correctie(f"{number} {naughty[number]}", text, text, text), token=f"t{number}")
    versies = bekijk(wijkstore, sleutel).versies[1:]
    assert [it.tekst for it in versies] == words
    assert all(it.tekst == it.waarom == it.wens for it in versies)
    copy = json.loads(afschrift.as_json(bekijk(wijkstore, sleutel), NOW.date()))
    assert [it["tekst"] for it in copy["versies"][1:]] == [it.tekst for it in versies]


# Who reads it


def test_narrowing_holds_at_once_and_widening_comes_back(wijkstore: Database) -> None:
    public(wijkstore)
    assert beperk(wijkstore, CODE, [Leeswens(Gebruik.OPENBAAR, False)], token="t1")
    assert (read_by_everybody(wijkstore), bekijk(wijkstore, CODE).leesbaar) == ([], (Gebruik.LEREN,))
    beperk(wijkstore, CODE, [Leeswens(Gebruik.OPENBAAR, True, date(2027, 1, 1))], token="t2")
    assert read_by_everybody(wijkstore) == [TEKST]
    assert bekijk(wijkstore, CODE).leesrechten[Gebruik.OPENBAAR].tot == date(2027, 1, 1)
    assert rows(wijkstore, "SELECT velden FROM logboek WHERE wat = 'toestemming veranderd'") == [("openbaar",)] * 2


def test_widening_what_nobody_reviewed_lets_nobody_read(wijkstore: Database) -> None:
    told(wijkstore, gebruik=(Gebruik.LEREN,))
    beperk(wijkstore, CODE, [Leeswens(Gebruik.OPENBAAR, True)], token="t")
    assert read_by_everybody(wijkstore) == []


def test_the_same_wish_sent_twice_is_kept_once_and_what_holds_already_is_not_written(wijkstore: Database) -> None:
    told(wijkstore)
    for token in ("t", "t", "u"):
        beperk(wijkstore, CODE, [Leeswens(Gebruik.OPENBAAR, False), Leeswens(Gebruik.LEREN, True)], token=token)
    assert rows(wijkstore, "SELECT gebruik FROM toestemming WHERE vastgelegd_door = 'verteller'") == [("openbaar",)]


def test_a_last_day_that_has_passed_is_refused(wijkstore: Database) -> None:
    told(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="al voorbij"):
        beperk(wijkstore, CODE, [Leeswens(Gebruik.LEREN, True, date(2026, 11, 19))], token="t")


@pytest.mark.parametrize(
    ("wens", "allowed"),
    [
        (Leeswens(Gebruik.OPENBAAR, True), False),
        (Leeswens(Gebruik.GESPREK, True), False),
        (Leeswens(Gebruik.LEREN, True, date(2029, 1, 1)), False),
        (Leeswens(Gebruik.LEREN, True, date(2026, 12, 1)), True),
        (Leeswens(Gebruik.LEREN, False), True),
    ],
    ids=lambda it: f"{it.gebruik} {it.gegeven} {it.tot}" if isinstance(it, Leeswens) else "",
)
def test_under_sixteen_a_code_narrows_and_never_widens(wijkstore: Database, wens: Leeswens, allowed: bool) -> None:
    told(
        wijkstore,
        leeftijdsgroep=Leeftijdsgroep.JONGER_DAN_16,
        gebruik=(Gebruik.LEREN,),
        toestemming_door=ToestemmingDoor.OUDER,
        toestemming_tot=date(2027, 1, 1),
        kind_akkoord=True,
    )
    if allowed:
        assert beperk(wijkstore, CODE, [wens], token="t") == (wens,)
        return
    with pytest.raises(OngeldigeInvoer, match="onder de 16"):
        beperk(wijkstore, CODE, [wens], token="t")


def test_two_years_after_the_twenty_ninth_of_february_there_is_such_a_day() -> None:
    assert after_years(date(2024, 2, 29), 2) == date(2026, 2, 28)


# Taking back


MERK = "Merkwoordzeekoe"


@pytest.fixture
def marked(wijkstore: Database) -> Database:
    """A store in which every word that a teller, a reviewer or a reporter can leave holds the mark."""
    verhaal = told(
        wijkstore,
        titel=MERK,
        tekst=f"{MERK} zat hier.",
        waarom=MERK,
        wens=MERK,
        namens=MERK,
        citaat=f"{MERK} zat hier.",
        grondslag=MERK,
        taal=MERK,
        perspectieven=(Perspectief.MANTELZORGER,),
        koppelingen=(Koppeling("buren", Verhouding.PAST_BIJ, MERK),),
    )
    pas_aan(wijkstore, CODE, Correctie(f"{MERK} 2", MERK, MERK, MERK, MERK), token="eerste")
    decided(wijkstore, verhaal, Besluit.AKKOORD, 2, reden=MERK, vraag=MERK)
    with wijkstore.writing() as cursor:
        base = {"verhaal": verhaal, "id": "x"}
        insert_into(cursor, "verhaal_melding", [{**base, "toelichting": MERK, "gemeld_op": NOW}])
        insert_into(
            cursor,
            "terugkoppeling",
            [{**base, "waar": "Wijkgesprek", "wat": MERK, "op": NOW.date(), "door": "begeleider"}],
        )
    return wijkstore


def where_it_stands(database: Database, mark: str) -> set[str]:
    """Every column of every table in which the mark stands."""
    columns = rows(
        database,
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE database_name = 'monitor' AND data_type = 'VARCHAR'",
    )
    assert len(columns) > 100
    return {
        f"{table}.{column}"
        for table, column in columns
        if rows(database, f'SELECT 1 FROM "{table}" WHERE contains(lower("{column}"), lower(?)) LIMIT 1', mark)  # noqa: S608
    }


def test_after_taking_back_no_column_of_any_table_holds_a_word_of_it(marked: Database) -> None:
    before = where_it_stands(marked, MERK)
    assert {"verhaal_versie.tekst", "citaat.tekst", "verhaal.namens", "beoordeling.vraag"} <= before
    neem_terug(marked, CODE)
    assert where_it_stands(marked, MERK) == set()


def test_after_taking_back_only_its_quarter_is_left(marked: Database) -> None:
    neem_terug(marked, CODE)
    assert rows(marked, "SELECT kwartaal FROM intrekking") == [("2025-K2",)]
    assert rows(marked, "SELECT verteld_op, leeftijdsgroep FROM verhaal") == [(date(2025, 4, 1), None)]
    for table in ("verhaal_perspectief", "verhaal_thema", "verhaal_indicator", "verhaal_herkomst", "vondst_akkoord"):
        assert rows(marked, f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608
    mine = bekijk(marked, CODE)
    assert (mine.staat, mine.kwartaal, mine.versies, mine.leesbaar) == (VerhaalStaat.INGETROKKEN, "2025-K2", (), ())


def test_taking_back_twice_says_so_kindly_and_writes_nothing(wijkstore: Database, count: Callable[[str], int]) -> None:
    public(wijkstore)
    assert not neem_terug(wijkstore, CODE).al_eerder
    lines, versie = count("logboek"), wijkstore.versie
    assert neem_terug(wijkstore, CODE).al_eerder
    assert count("logboek") == lines
    assert versie >= 1


def test_taking_back_makes_every_kept_answer_stale(wijkstore: Database) -> None:
    public(wijkstore)
    before = wijkstore.versie
    neem_terug(wijkstore, CODE)
    assert wijkstore.versie > before
    assert read_by_everybody(wijkstore) == []


def test_what_was_taken_back_cannot_be_changed_any_more(wijkstore: Database) -> None:
    told(wijkstore)
    neem_terug(wijkstore, CODE)
    for action in (
        lambda: pas_aan(wijkstore, CODE, correction(), token="t1"),
        lambda: akkoord(wijkstore, CODE, 1, token="t2"),
        lambda: beperk(wijkstore, CODE, [Leeswens(Gebruik.OPENBAAR, True)], token="t3"),
    ):
        with pytest.raises(OngeldigeInvoer, match="teruggenomen"):
            action()


def test_the_logboek_says_who_took_it_back_and_never_the_code(wijkstore: Database) -> None:
    told(wijkstore)
    neem_terug(wijkstore, CODE, gebruiker=CLI)
    assert rows(wijkstore, "SELECT wie FROM logboek WHERE wat = 'teruggenomen'") == [("cli:test",)]
    assert where_it_stands(wijkstore, CODE) == set()
    assert where_it_stands(wijkstore, hash_code(CODE)) == {"vertelcode.hash"}


# A copy


def test_the_copy_holds_everything_that_we_hold(marked: Database) -> None:
    mine = bekijk(marked, CODE)
    text, held = afschrift.as_text(mine, NOW.date()), json.loads(afschrift.as_json(mine, NOW.date()))
    for piece in (MERK, "Wijkgesprek", "Mensen kennen hun buren", "past bij het cijfer", "20 november 2026"):
        assert piece in text
    assert [it["versie"] for it in held["versies"]] == [1, 2]
    assert held["nalezingen"][0]["vraag"] == MERK
    assert "Nalezer" not in text
    assert "Nalezer" not in json.dumps(held)


def test_the_copy_of_what_is_gone_holds_its_quarter(marked: Database) -> None:
    neem_terug(marked, CODE)
    mine = bekijk(marked, CODE)
    assert "2025-K2" in afschrift.as_text(mine, NOW.date())
    assert json.loads(afschrift.as_json(mine, NOW.date())) == {
        "gemaakt_op": "2026-11-20",
        "ingetrokken": True,
        "kwartaal": "2025-K2",
    }
