"""Searching verhalen: what is found, by whom, in which order, and what is said when nothing is."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.verhaal import Besluit, Gebruik, Gevoel, Koppeling, Perspectief, Verhouding, Weigerreden
from monitor.domain.zoekvraag import Zoekvraag
from monitor.errors import OngeldigeInvoer, OpslagVerouderd
from monitor.services.controle import check_store
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.lezen import gevonden
from monitor.services.nalezen import NieuweBeoordeling, add_beoordelingen
from monitor.services.verhalen import NieuwVerhaal, add_verhalen
from monitor.services.zoeken import zoek
from monitor.services.zoekindex import ensure_index, index_verhalen, rebuild, repair_index, sort_index
from monitor.store.database import Database
from monitor.store.zoek_store import ZoekStore
from tests.services.builders import ANDERE_WIJK, CLI, WIJK, make_verhaal

LERENDE = Gebruiker("b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEWONER, WIJK),))
LEREN, OPENBAAR = (Gebruik.LEREN,), (Gebruik.LEREN, Gebruik.OPENBAAR)


def new(titel: str, tekst: str, **changes: Any) -> NieuwVerhaal:
    return make_verhaal(titel=titel, tekst=tekst, **{"citaat": None, **changes})


def told(database: Database, titel: str, tekst: str, **changes: Any) -> str:
    """A verhaal that was told and reviewed."""
    return published(database, new(titel, tekst, **changes))[0]


def published(database: Database, *nieuwe: NieuwVerhaal) -> tuple[str, ...]:
    """Verhalen that were told and reviewed, in one go."""
    verhalen = add_verhalen(database, CLI, nieuwe).ids
    add_beoordelingen(database, [NieuweBeoordeling(it, Besluit.AKKOORD, "Nalezer") for it in verhalen])
    return verhalen


def found(database: Database, woorden: str, gebruiker: Gebruiker = BEZOEKER, **filters: Any) -> list[str]:
    return [it.titel for it in gevonden(database, gebruiker, Zoekvraag(woorden, **filters))[1]]


def index_rows(database: Database) -> tuple[set[Any], set[Any]]:
    """What the search keeps, without the numbers that it gives out itself."""
    with database.reading() as cursor:
        verhalen = cursor.rows(
            "SELECT verhaal, lengte, gebied, kwartaal, gevoel, leren_tot, openbaar_tot FROM zoek_verhaal"
        )
        termen = cursor.rows(
            "SELECT v.verhaal, t.* EXCLUDE (nummer) FROM zoek_term AS t JOIN zoek_verhaal AS v USING (nummer)"
        )
    return set(verhalen), set(termen)


@pytest.fixture
def drie(wijkstore: Database) -> Database:
    published(
        wijkstore,
        new("Soep in de kelder", "Elke donderdag eten wij soep met de buren."),
        new("De buren", "Ik zie mijn buren nooit. De jeugdzorg kwam langs, en toen soep.", gebied=ANDERE_WIJK),
        new("Een bank", "Bij de lift staat een bank."),
    )
    return wijkstore


# Finding


def test_what_fits_best_comes_first(drie: Database) -> None:
    assert found(drie, "soep") == ["Soep in de kelder", "De buren"]
    assert found(drie, "buren") == ["De buren", "Soep in de kelder"]


def test_any_of_the_words_is_enough_and_more_of_them_is_better(drie: Database) -> None:
    assert found(drie, "soep jeugdzorg bank")[0] == "De buren"
    assert len(found(drie, "soep jeugdzorg bank")) == 3


def test_a_part_of_a_compound_finds_it(drie: Database) -> None:
    assert found(drie, "zorg") == ["De buren"]
    assert found(drie, "liften") == ["Een bank"]


def test_a_word_with_a_minus_leaves_verhalen_out(drie: Database) -> None:
    assert found(drie, "soep -jeugdzorg") == ["Soep in de kelder"]
    assert found(drie, "-soep") == ["Een bank"]


def test_waarom_wens_and_citaat_are_searched_too(wijkstore: Database) -> None:
    told(wijkstore, "Een bank", "Bij de lift.", waarom="Om de rust.", wens="Een speelplek.", citaat="Bij de lift.")
    assert found(wijkstore, "rust") == found(wijkstore, "plek") == ["Een bank"]


def test_without_words_the_newest_come_first(wijkstore: Database) -> None:
    for maand in (5, 2, 11):
        told(wijkstore, f"Maand {maand}", "Tekst.", verteld_op=date(2024, maand, 3))
    assert found(wijkstore, "") == ["Maand 11", "Maand 5", "Maand 2"]


def test_pages_follow_each_other(drie: Database) -> None:
    first = zoek(drie, BEZOEKER, Zoekvraag("soep buren bank", limiet=2))
    rest = zoek(drie, BEZOEKER, Zoekvraag("soep buren bank", limiet=2, vanaf=2))
    assert (len(first.hits), len(rest.hits), first.totaal, rest.totaal) == (2, 1, 3, 3)
    assert not {hit.verhaal for hit in first.hits} & {hit.verhaal for hit in rest.hits}
    past = zoek(drie, BEZOEKER, Zoekvraag("soep buren bank", limiet=2, vanaf=20))
    assert (past.hits, past.totaal, past.tips) == ((), 3, ())


@pytest.mark.parametrize(
    "filters",
    [
        {"thema": "wonen"},
        {"perspectief": Perspectief.VRIJWILLIGER},
        {"gevoel": Gevoel.MOEILIJK},
        {"verhouding": Verhouding.ZEGT_ANDERS},
        {"van": date(2025, 7, 1)},
        {"van": date(2025, 7, 1), "tot": date(2025, 7, 1)},
    ],
    ids=lambda filters: next(iter(filters)),
)
@pytest.mark.parametrize("woorden", ["soep", ""])
def test_filters_leave_only_what_has_it(drie: Database, filters: dict[str, Any], woorden: str) -> None:
    told(
        drie,
        "Anders",
        "Soep van gisteren.",
        themas=("wonen",),
        perspectieven=(Perspectief.VRIJWILLIGER,),
        gevoel=Gevoel.MOEILIJK,
        verteld_op=date(2025, 8, 8),
        akkoord_op=date(2025, 8, 9),
        koppelingen=(Koppeling("buren", Verhouding.ZEGT_ANDERS, "Daarom."),),
    )
    assert found(drie, woorden, **filters) == ["Anders"]
    assert found(drie, woorden, tot=date(2025, 4, 1), thema="wonen") == []


def test_a_gemeente_has_the_verhalen_of_its_wijken(drie: Database) -> None:
    with drie.writing() as cursor:
        cursor.execute("INSERT INTO gebied_ouder (gebied, ouder, van) VALUES (?, 'GM9901', DATE '2020-01-01')", [WIJK])
    assert found(drie, "soep", gemeente="GM9901") == ["Soep in de kelder"]
    assert found(drie, "soep", gemeente="GM0000") == []


# Who may


def test_what_is_not_for_everybody_is_found_by_who_learns_in_that_wijk(wijkstore: Database) -> None:
    told(wijkstore, "Alleen om te leren", "Over soep.", gebruik=LEREN)
    told(wijkstore, "Van elders", "Over soep.", gebruik=LEREN, gebied=ANDERE_WIJK)
    assert found(wijkstore, "soep") == found(wijkstore, "") == []
    assert found(wijkstore, "soep", LERENDE) == found(wijkstore, "", LERENDE) == ["Alleen om te leren"]
    elsewhere = Gebruiker("b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEWONER),))
    assert len(found(wijkstore, "soep", elsewhere)) == 2


def test_more_words_and_a_minus_hold_too_for_who_learns_in_that_wijk(wijkstore: Database) -> None:
    told(wijkstore, "Alleen om te leren", "Over soep op de bank.", gebruik=LEREN)
    told(wijkstore, "Van iedereen", "Over soep en de tuin.")
    told(wijkstore, "Van elders", "Over soep op de bank.", gebruik=LEREN, gebied=ANDERE_WIJK)
    assert found(wijkstore, "soep bank", LERENDE) == ["Alleen om te leren", "Van iedereen"]
    assert found(wijkstore, "soep -bank", LERENDE) == found(wijkstore, "soep bank tuin") == ["Van iedereen"]
    assert found(wijkstore, "soep bank", LERENDE, thema="bestaat-niet") == []


def test_a_score_tells_nothing_of_what_may_not_be_read(wijkstore: Database) -> None:
    told(wijkstore, "Titel", "De soep, de bank.")
    told(wijkstore, "Besloten", "Meer soep.", gebruik=LEREN)
    soep, bank = (zoek(wijkstore, BEZOEKER, Zoekvraag(woord)).hits[0].score for woord in ("soep", "bank"))
    assert soep == bank > 0
    soep, bank = (zoek(wijkstore, LERENDE, Zoekvraag(woord)).hits[-1].score for woord in ("soep", "bank"))
    assert 0 < soep < bank


def test_permission_that_ended_is_found_no_longer(wijkstore: Database) -> None:
    told(wijkstore, "Gisteren", "Over soep.", toestemming_tot=date(2026, 11, 19))
    told(wijkstore, "Vandaag", "Over soep.", toestemming_tot=date(2026, 11, 20))
    assert found(wijkstore, "soep") == ["Vandaag"]


def test_who_filters_on_a_small_wijk_does_not_learn_which_verhalen_come_from_it(drie: Database) -> None:
    answer = zoek(drie, BEZOEKER, Zoekvraag("soep", wijk=WIJK))
    assert (answer.hits, answer.totaal, answer.spellingen) == ((), 0, ())
    assert "bij de gemeente" in answer.tips[1]
    assert found(drie, "soep", LERENDE, wijk=WIJK) == ["Soep in de kelder"]
    assert {it.gebied for it in gevonden(drie, BEZOEKER, Zoekvraag("soep"))[1]} == {"GM9901"}


def test_the_verhalen_themselves_decide_when_the_search_is_behind(drie: Database) -> None:
    with drie.writing() as cursor:
        cursor.execute(
            "UPDATE toestemming SET einddatum = DATE '2026-01-01' WHERE verhaal IN "
            "(SELECT verhaal FROM verhaal_versie WHERE titel = 'De buren')"
        )
    answer, verhalen = gevonden(drie, BEZOEKER, Zoekvraag("soep"))
    assert [it.titel for it in verhalen] == ["Soep in de kelder"]
    assert [hit.verhaal for hit in answer.hits] == [it.id for it in verhalen]
    assert answer.totaal == 1


# Nothing found


def test_nothing_found_says_what_to_try(drie: Database) -> None:
    answer = zoek(drie, BEZOEKER, Zoekvraag("zeppelin", thema="wonen"))
    assert answer.totaal == 0
    assert [tip[:12] for tip in answer.tips] == ["Probeer een ", "Zet een filt"]


def test_a_spelling_is_offered_that_finds_something_this_reader_may_read(drie: Database) -> None:
    assert zoek(drie, BEZOEKER, Zoekvraag("soeep")).spellingen == ("soep",)
    assert zoek(drie, BEZOEKER, Zoekvraag("jeudgzorg")).spellingen == ("jeugdzorg",)
    told(drie, "Besloten", "Een geheime trouwerij.", gebruik=LEREN)
    assert zoek(drie, BEZOEKER, Zoekvraag("trouwerijj")).spellingen == ()
    assert zoek(drie, LERENDE, Zoekvraag("trouwerijj")).spellingen == ("trouwerij",)


@pytest.mark.parametrize(
    ("woorden", "tip"),
    [("de het een", "bijna elk verhaal"), ("?!", "letters of cijfers"), ("-soep -bank -buren", "min ervoor")],
)
def test_a_question_that_cannot_find_anything_says_why(drie: Database, woorden: str, tip: str) -> None:
    answer = zoek(drie, BEZOEKER, Zoekvraag(woorden))
    assert answer.totaal == 0
    assert any(tip in sentence for sentence in answer.tips)


def test_a_long_question_says_that_its_first_words_count(drie: Database) -> None:
    assert "eerste 32 woorden" in zoek(drie, BEZOEKER, Zoekvraag(" ".join(["soep"] * 40))).tips[-1]


def test_what_cannot_be_asked_is_refused_all_at_once(drie: Database) -> None:
    with pytest.raises(OngeldigeInvoer) as caught:
        zoek(drie, BEZOEKER, Zoekvraag("soep", limiet=0, vanaf=-1, van=date(2025, 4, 1), tot=date(2025, 1, 1)))
    assert [probleem.veld for probleem in caught.value.problemen] == ["limiet", "vanaf", "kwartaal"]


def test_naughty_strings_give_an_answer_and_never_an_error(drie: Database, real_data: Path) -> None:
    naughty = json.loads((real_data / "invoer" / "blns" / "blns.json").read_text(encoding="utf-8"))
    for text in [*naughty, "\x00", "\ud800", "soep\x00kom", "-" * 999, "'" * 99]:
        answer = zoek(drie, BEZOEKER, Zoekvraag(text))
        assert answer.hits or answer.tips, text


# The search follows the verhalen


def test_what_is_taken_back_leaves_the_search_at_once_and_its_words_too(
    drie: Database, count: Callable[[str], int]
) -> None:
    verhaal = told(drie, "Weg", "Een zeppelin.")
    before = count("zoek_term")
    withdraw_verhaal(drie, verhaal, "test")
    assert found(drie, "zeppelin") == []
    assert count("zoek_verhaal") == 3
    assert count("zoek_term") == before - 2


def test_what_waits_for_review_or_is_hidden_is_not_found(wijkstore: Database, count: Callable[[str], int]) -> None:
    (verhaal,) = add_verhalen(wijkstore, CLI, [make_verhaal()]).ids
    assert (count("zoek_verhaal"), found(wijkstore, "bank")) == (0, [])
    decisions = ((Besluit.AKKOORD, None), (Besluit.VERBORGEN, Weigerreden.ONVEILIG), (Besluit.AKKOORD, None))
    for place, (besluit, reden) in enumerate(decisions):
        op = wijkstore.now() + timedelta(minutes=place)
        add_beoordelingen(wijkstore, [NieuweBeoordeling(verhaal, besluit, "Nalezer", reden, op)])
        assert count("zoek_verhaal") == len(found(wijkstore, "bank")) == (besluit is Besluit.AKKOORD)


def test_a_transaction_that_fails_leaves_the_search_as_it_was(drie: Database) -> None:
    before = index_rows(drie)
    with pytest.raises(RuntimeError), drie.writing() as cursor:
        index_verhalen(cursor, [verhaal for verhaal, *_ in before[0]])
        cursor.execute("DELETE FROM zoek_term")
        raise RuntimeError
    assert index_rows(drie) == before


def test_indexing_again_changes_nothing_and_building_anew_gives_the_same(drie: Database) -> None:
    before = index_rows(drie)
    with drie.writing() as cursor:
        index_verhalen(cursor, [verhaal for verhaal, *_ in before[0]])
        index_verhalen(cursor, ["verhaal-dat-er-niet-is"])
        index_verhalen(cursor, [])
    assert index_rows(drie) == before
    rebuild(drie)
    assert index_rows(drie) == before
    with drie.writing() as cursor:
        sort_index(cursor)
    assert index_rows(drie) == before


def test_after_sorting_the_terms_lie_in_order(drie: Database) -> None:
    with drie.writing() as cursor:
        sort_index(cursor)
        terms = [row[0] for row in cursor.rows("SELECT term FROM zoek_term")]
    assert terms == sorted(terms)


def test_a_store_of_before_the_search_is_built_once(drie: Database) -> None:
    with drie.writing() as cursor:
        for table in ("zoek_stand", "zoek_term", "zoek_verhaal"):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608
    with pytest.raises(OpslagVerouderd):
        zoek(drie, BEZOEKER, Zoekvraag("soep"))
    assert ensure_index(drie)
    assert not ensure_index(drie)
    assert found(drie, "soep") == ["Soep in de kelder", "De buren"]


def test_an_empty_store_is_searched_without_building_anything(wijkstore: Database) -> None:
    assert zoek(wijkstore, BEZOEKER, Zoekvraag("soep")).totaal == 0
    assert not ensure_index(wijkstore)


def test_check_says_for_which_verhalen_the_search_is_wrong_and_tidying_up_repairs_it(drie: Database) -> None:
    def wrong() -> list[str]:
        return [melding for melding in check_store(drie) if melding.startswith("Zoeken klopt niet")]

    assert wrong() == []
    with drie.writing() as cursor:
        cursor.execute("UPDATE toestemming SET einddatum = DATE '2027-01-01' WHERE gebruik = 'openbaar'")
        cursor.execute("INSERT INTO zoek_term VALUES (1, 999, 5, NULL)")
    assert len(wrong()) == 4
    assert "nummer 999" in " ".join(wrong())
    assert repair_index(drie)
    assert wrong() == []
    assert not repair_index(drie)


def test_nothing_to_remove_is_no_mistake(drie: Database) -> None:
    with drie.writing() as cursor:
        ZoekStore(cursor).remove([])
    assert len(found(drie, "soep")) == 2
