"""Choosing verhalen together: no choice without a reason, the not-chosen stay, what is taken back is gone here too."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from monitor.domain.gebruiker import BEZOEKER, Gebruiker, GebruikerRol
from monitor.domain.indicator import StemRol
from monitor.domain.leesronde import (
    Domeinbeeld,
    DomeinSoort,
    Leesniveau,
    NagaanUitkomst,
    Rondebeeld,
    RondeStand,
    Werkwijze,
)
from monitor.domain.verhaal import Gebruik
from monitor.errors import MonitorError, NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services import lezen
from monitor.services.afschrift import as_json, as_text
from monitor.services.controle import check_store
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leesrondes import (
    Herkenning,
    NieuweNagaan,
    NieuweRonde,
    aanbod,
    add_afwijking,
    add_nagaan,
    add_ronde,
    call_off,
    choose,
    close,
    count_deelnemers,
    count_herkend,
    count_stemmen,
    place_verhalen,
    remove_words_of,
    rondebeeld,
    rondes,
)
from monitor.services.reservekopie import backup, restore
from monitor.services.themas import ensure_themas
from monitor.store.bewaartermijn_store import BewaartermijnStore
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from monitor.store.migrate import migrate
from monitor.store.opslag import open_for_writing
from monitor.store.verteller_store import VertellerStore
from tests.services.builders import ANDERE_WIJK, CLI, WIJK
from tests.services.test_nalezen import ELDERS, decide, persoon, published, rows, told

R, N = GebruikerRol, Leesniveau
BEGELEIDER = persoon("begeleider", R.BEGELEIDER)
BEWONER = persoon("bewoner", R.BEWONER)
ALLES = (Gebruik.LEREN, Gebruik.GESPREK, Gebruik.OPENBAAR)
GESPREK = (Gebruik.LEREN, Gebruik.GESPREK)
ONTMOETEN = "Elkaar ontmoeten"
REDEN = "Dit laat zien hoe een bank mensen bij elkaar brengt."
NIEUW = NieuweRonde("Wat viel op?", N.BEWONERS, Werkwijze.STEMMING, date(2026, 1, 1), date(2026, 12, 31), (ONTMOETEN,))


def make_public(database: Database) -> None:
    """Let the verhalen of the wijk stand there for everybody: enough inhabitants, enough of them public."""
    with database.writing() as cursor:
        cursor.execute("INSERT INTO bron (code, naam, uitgever) VALUES ('proef', 'Proef', 'Proef')")
        cursor.execute("INSERT INTO indicator VALUES ('kwb-inwoners', TRUE, TIMESTAMP '2025-01-01')")
        cursor.execute(
            "INSERT INTO indicator_versie (indicator, versie, geldig_van, naam, eenheid, bewijssoort, richting, soort,"
            " thema, bron, reden) VALUES ('kwb-inwoners', 1, DATE '2020-01-01', 'Inwoners', 'aantal',"
            " 'geregistreerd', 'hoger_is_gunstig', 'achtergrond', 'ontmoeten', 'proef', 'eerste')"
        )
        cursor.execute(
            "INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte)"
            " VALUES ('i', 'proef', 'x.csv', 'x', TIMESTAMP '2025-01-01', 'proef', 'gemeente')"
        )
        cursor.execute(
            "INSERT INTO meting (gebied, indicator, periode, periode_start, waarde, status, inlezing)"
            " VALUES (?, 'kwb-inwoners', '2024', DATE '2024-01-01', 5000, 'definitief', 'i')",
            [WIJK],
        )
    for number in range(5):
        published(database, titel=f"Nog een {number}", gebruik=(Gebruik.OPENBAAR,))


def begin(database: Database, **changes: Any) -> str:
    return add_ronde(database, BEGELEIDER, WIJK, replace(NIEUW, **changes), token=f"ronde-{changes}")


def domein(database: Database, ronde: str, soort: DomeinSoort = DomeinSoort.GEWOON) -> str:
    beeld = seen(database, ronde)
    return next(it.domein.id for it in beeld.domeinen if it.domein.soort is soort)


def seen(database: Database, ronde: str, wie: Gebruiker = BEGELEIDER) -> Rondebeeld:
    return rondebeeld(database, wie, WIJK, ronde)


def lay(database: Database, ronde: str, *verhalen: str, soort: DomeinSoort = DomeinSoort.GEWOON) -> str:
    place = domein(database, ronde, soort)
    place_verhalen(database, BEGELEIDER, WIJK, ronde, verhalen, place)
    return place


def pick(database: Database, ronde: str, place: str, verhaal: str | None, reden: str = REDEN, token: str = "k") -> str:
    return choose(database, BEGELEIDER, WIJK, ronde, place, verhaal, reden, token=token)


def gedaan(database: Database, verhaal: str) -> list[tuple[str, str | None]]:
    with database.reading() as cursor:
        return [(it.waar, it.wat) for it in LeesStore(cursor).terugkoppelingen([verhaal]).get(verhaal, ())]


# A ronde and its domeinen


def test_a_ronde_always_has_a_domein_for_anything_else_and_one_for_what_went_wrong(wijkstore: Database) -> None:
    empty, named = begin(wijkstore, domeinen=()), begin(wijkstore)
    assert [it.domein.naam for it in seen(wijkstore, empty).domeinen] == ["Iets anders", "Wat misging"]
    assert [it.domein.naam for it in seen(wijkstore, named).domeinen] == [ONTMOETEN, "Iets anders", "Wat misging"]
    assert rows(wijkstore, "SELECT DISTINCT wie, soort FROM logboek WHERE soort = 'leesronde'") == [
        (BEGELEIDER.id, "leesronde")
    ]


def test_everything_that_is_wrong_with_a_new_ronde_is_told_at_once(wijkstore: Database) -> None:
    slecht = NieuweRonde(
        " ", None, None, None, None, ("Bij Karin van Dalen, 06-12345678", "wat misging", "Iets anders")
    )
    with pytest.raises(OngeldigeInvoer) as caught:
        add_ronde(wijkstore, BEGELEIDER, WIJK, slecht, token="t")
    velden = [it.veld for it in caught.value.problemen]
    assert velden == ["naam", "domein 1", "niveau", "werkwijze", "periode_van", "periode_tot", "domeinen"]
    assert rows(wijkstore, "SELECT * FROM leesronde") == []


def test_a_period_that_ends_before_it_begins_and_too_many_domeinen_are_refused(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="eindigt voor zij begint"):
        begin(wijkstore, periode_tot=date(2025, 1, 1))
    with pytest.raises(OngeldigeInvoer, match="hoogstens 5"):
        begin(wijkstore, domeinen=tuple("abcdef"))


def test_a_second_click_begins_one_ronde(wijkstore: Database) -> None:
    assert begin(wijkstore) == begin(wijkstore)
    assert len(rondes(wijkstore, BEGELEIDER, WIJK).rondes) == 1


# What lies on the table


def test_only_what_may_be_used_in_a_gesprek_and_was_told_in_the_period_is_offered(wijkstore: Database) -> None:
    may = published(wijkstore, gebruik=GESPREK)
    published(wijkstore, gebruik=(Gebruik.OPENBAAR,))
    published(wijkstore, gebruik=(Gebruik.LEREN,))
    published(wijkstore, gebruik=ALLES, verteld_op=date(2025, 6, 1))
    elders = told(wijkstore, gebruik=ALLES, gebied=ANDERE_WIJK)
    decide(wijkstore, ELDERS, elders)
    ronde = begin(wijkstore)
    assert [it.id for it in aanbod(wijkstore, BEGELEIDER, WIJK, ronde)] == [may]
    lay(wijkstore, ronde, may)
    assert aanbod(wijkstore, BEGELEIDER, WIJK, ronde) == ()


@pytest.mark.parametrize("gebruik", [(Gebruik.OPENBAAR,), (Gebruik.LEREN,)])
def test_a_verhaal_that_is_not_for_a_gesprek_never_comes_on_the_table(
    wijkstore: Database, gebruik: tuple[Gebruik, ...]
) -> None:
    verhaal, ronde = published(wijkstore, gebruik=gebruik), begin(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="mag hier niet op tafel"):
        lay(wijkstore, ronde, verhaal)
    assert rows(wijkstore, "SELECT * FROM leesdomein_verhaal") == []


def test_no_number_is_passed_over_for_a_verhaal_that_somebody_may_not_read(wijkstore: Database) -> None:
    make_public(wijkstore)
    lying = [published(wijkstore, titel=str(uses), gebruik=uses) for uses in (GESPREK, ALLES, GESPREK, ALLES)]
    ronde = begin(wijkstore)
    lay(wijkstore, ronde, *lying)
    assert [(it.verhaal.id, it.nummer) for it in seen(wijkstore, ronde).verhalen] == list(
        zip(lying, range(1, 5), strict=True)
    )
    outside = seen(wijkstore, ronde, BEZOEKER).verhalen
    assert [(it.verhaal.id, it.nummer) for it in outside] == [(lying[1], 1), (lying[3], 2)]


def test_a_verhaal_lies_in_one_domein_and_can_be_moved_or_taken_off_until_it_is_chosen(wijkstore: Database) -> None:
    first, second = (published(wijkstore, titel=titel, gebruik=GESPREK) for titel in ("Een", "Twee"))
    ronde = begin(wijkstore)
    lay(wijkstore, ronde, first, second)
    misging = lay(wijkstore, ronde, first, soort=DomeinSoort.MISGING)
    beeld = seen(wijkstore, ronde)
    assert [[it.verhaal.id for it in domein.andere] for domein in beeld.domeinen] == [[second], [], [first]]
    assert [it.nummer for it in beeld.verhalen] == [1, 2]
    place_verhalen(wijkstore, BEGELEIDER, WIJK, ronde, [second], None)
    assert [it.verhaal.id for it in seen(wijkstore, ronde).verhalen] == [first]
    pick(wijkstore, ronde, misging, first)
    with pytest.raises(OngeldigeInvoer, match="blijft liggen"):
        place_verhalen(wijkstore, BEGELEIDER, WIJK, ronde, [first], None)
    with pytest.raises(OngeldigeInvoer, match="blijft liggen"):
        lay(wijkstore, ronde, first)


# Choosing


def test_no_choice_without_a_reason_and_only_of_what_lies_there(wijkstore: Database) -> None:
    here, elders = (published(wijkstore, titel=titel, gebruik=GESPREK) for titel in ("Een", "Twee"))
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, here)
    for reden in ("", "  "):
        with pytest.raises(OngeldigeInvoer, match="waarom u dit verhaal kiest"):
            pick(wijkstore, ronde, place, here, reden)
    with pytest.raises(OngeldigeInvoer, match="waarom u hier niets kiest"):
        pick(wijkstore, ronde, place, None, "")
    with pytest.raises(OngeldigeInvoer) as caught:
        pick(wijkstore, ronde, place, elders, "Vraag het Karin van Dalen, 06-12345678.")
    assert [it.veld for it in caught.value.problemen] == ["verhaal", "reden"]
    with pytest.raises(OngeldigeInvoer, match="onderwerp van deze ronde"):
        pick(wijkstore, ronde, "niets", None)
    assert rows(wijkstore, "SELECT * FROM leeskeuze") == []


def test_the_chosen_stands_with_its_reason_beside_what_was_not_chosen(wijkstore: Database) -> None:
    first, second = (published(wijkstore, titel=titel, gebruik=GESPREK) for titel in ("Een", "Twee"))
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, first, second)
    assert pick(wijkstore, ronde, place, first) == pick(wijkstore, ronde, place, first)
    gewoon = seen(wijkstore, ronde).domeinen[0]
    assert gewoon.gekozen is not None
    assert gewoon.keuze is not None
    assert (gewoon.gekozen.verhaal.id, gewoon.keuze.reden) == (first, REDEN)
    assert [it.verhaal.id for it in gewoon.andere] == [second]


def test_choosing_again_keeps_what_was_chosen_before(wijkstore: Database) -> None:
    first, second = (published(wijkstore, titel=titel, gebruik=GESPREK) for titel in ("Een", "Twee"))
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, first, second)
    pick(wijkstore, ronde, place, first)
    pick(wijkstore, ronde, place, second, "Dit raakte iedereen.", token="nog een keer")
    chosen = seen(wijkstore, ronde).domeinen[0].gekozen
    assert chosen is not None
    assert chosen.verhaal.id == second
    assert rows(wijkstore, "SELECT verhaal, reden, nummer FROM leeskeuze ORDER BY nummer") == [
        (first, REDEN, 1),
        (second, "Dit raakte iedereen.", 2),
    ]


def test_choosing_nothing_has_a_reason_too(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, verhaal)
    pick(wijkstore, ronde, place, None, "Wij kwamen er niet uit.")
    gewoon = seen(wijkstore, ronde).domeinen[0]
    assert gewoon.keuze is not None
    assert (gewoon.gekozen, gewoon.keuze.reden) == (None, "Wij kwamen er niet uit.")
    assert [it.verhaal.id for it in gewoon.andere] == [verhaal]


def test_votes_are_counts_per_role_and_decide_nothing_by_themselves(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    ronde = begin(wijkstore)
    lay(wijkstore, ronde, verhaal)
    for aantal in (3, 7):
        count_stemmen(wijkstore, BEGELEIDER, WIJK, ronde, verhaal, [(StemRol.BEWONER, aantal)])
    gewoon = seen(wijkstore, ronde).domeinen[0]
    assert [(it.rol, it.aantal) for it in gewoon.andere[0].stemmen] == [(StemRol.BEWONER, 7)]
    assert gewoon.keuze is None
    with pytest.raises(OngeldigeInvoer, match="minder dan nul"):
        count_stemmen(wijkstore, BEGELEIDER, WIJK, ronde, verhaal, [(StemRol.BEWONER, -1)])


def test_in_a_ronde_that_talks_nobody_votes(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    ronde = begin(wijkstore, werkwijze=Werkwijze.GESPREK)
    lay(wijkstore, ronde, verhaal)
    with pytest.raises(OngeldigeInvoer, match="niet gestemd"):
        count_stemmen(wijkstore, BEGELEIDER, WIJK, ronde, verhaal, [(StemRol.BEWONER, 1)])


def test_who_sees_it_differently_stays_beside_the_choice(wijkstore: Database) -> None:
    first, second = (published(wijkstore, titel=titel, gebruik=GESPREK) for titel in ("Een", "Twee"))
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, first, second)
    dissent = (wijkstore, BEGELEIDER, WIJK, ronde, place, StemRol.BEWONER, "Dit is voor ons heel gewoon.", second)
    with pytest.raises(OngeldigeInvoer, match="nog niets gekozen"):
        add_afwijking(*dissent, token="a")
    pick(wijkstore, ronde, place, first)
    assert add_afwijking(*dissent, token="a") == add_afwijking(*dissent, token="a")
    keuze = seen(wijkstore, ronde).domeinen[0].keuze
    assert keuze is not None
    assert [(it.rol, it.tekst, it.liever) for it in keuze.afwijkingen] == [
        (StemRol.BEWONER, "Dit is voor ons heel gewoon.", second)
    ]


def test_people_are_counts_and_guests_have_a_word(wijkstore: Database) -> None:
    ronde = begin(wijkstore)
    samen = [(StemRol.BEWONER, 8), (StemRol.PROFESSIONAL, 2), (StemRol.RAADSLID, 0)]
    count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, [(StemRol.BEWONER, 1)], (1, "stagiair"))
    count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, samen, (3, "studenten"))
    beeld = seen(wijkstore, ronde)
    assert (dict(beeld.deelnemers), beeld.gasten) == (dict(samen[:2]), (3, "studenten"))
    with pytest.raises(OngeldigeInvoer, match="naar een persoon"):
        count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, samen, (1, "Karin van Dalen, 06-12345678"))
    with pytest.raises(OngeldigeInvoer, match="hoeveel gasten"):
        count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, samen, (0, "studenten"))


# What was said stays, whatever came after


def tick(database: Database) -> None:
    """Let five minutes go by."""
    after = database.now() + timedelta(minutes=5)
    database.now = lambda: after


def said(database: Database, ronde: str, wie: Gebruiker = BEGELEIDER) -> Domeinbeeld:
    return seen(database, ronde, wie).domeinen[0]


def two_on_the_table(database: Database) -> tuple[str, str, str, str]:
    """A ronde, its first domein, and two verhalen that lie there."""
    first, second = (published(database, titel=titel, gebruik=GESPREK) for titel in ("Een", "Twee"))
    ronde = begin(database)
    return ronde, lay(database, ronde, first, second), first, second


def test_writing_the_same_choice_again_loses_nothing_that_was_said_of_it(wijkstore: Database) -> None:
    ronde, place, first, second = two_on_the_table(wijkstore)
    pick(wijkstore, ronde, place, first)
    add_afwijking(wijkstore, BEGELEIDER, WIJK, ronde, place, StemRol.BEWONER, "Ik niet.", second, token="a")
    nagegaan = NieuweNagaan(NagaanUitkomst.BEVESTIGD, StemRol.BEWONER, date(2026, 11, 19))
    add_nagaan(wijkstore, BEGELEIDER, WIJK, ronde, place, nagegaan, token="n")
    count_herkend(wijkstore, BEGELEIDER, WIJK, ronde, place, [Herkenning(StemRol.BEWONER, 3, 5)])
    count_herkend(wijkstore, BEGELEIDER, WIJK, ronde, place, [Herkenning(StemRol.PROFESSIONAL, 1, 2)])
    pick(wijkstore, ronde, place, first, "Beter gezegd: dit raakte ons.", token="nog een keer")
    add_afwijking(wijkstore, BEGELEIDER, WIJK, ronde, place, StemRol.VRIJWILLIGER, "Ik ook niet.", token="b")
    count_herkend(wijkstore, BEGELEIDER, WIJK, ronde, place, [Herkenning(StemRol.BEWONER, 4, 5)])
    beeld = said(wijkstore, ronde)
    assert beeld.keuze is not None
    assert beeld.keuze.reden == "Beter gezegd: dit raakte ons."
    assert [it.tekst for it in beeld.keuze.afwijkingen] == ["Ik niet.", "Ik ook niet."]
    assert [it.uitkomst for it in beeld.keuze.nagegaan] == [NagaanUitkomst.BEVESTIGD]
    assert [(it.rol, it.aantal) for it in beeld.keuze.herkend] == [(StemRol.BEWONER, 4), (StemRol.PROFESSIONAL, 1)]
    assert beeld.eerder == ()


def test_what_was_said_of_a_choice_that_gave_way_stays_to_be_read(wijkstore: Database) -> None:
    make_public(wijkstore)
    ronde, place, first, second = two_on_the_table(wijkstore)
    pick(wijkstore, ronde, place, first)
    add_afwijking(wijkstore, BEGELEIDER, WIJK, ronde, place, StemRol.BEWONER, "Liever de ander.", second, token="a")
    pick(wijkstore, ronde, place, second, "Toch deze.", token="twee")
    beeld = said(wijkstore, ronde)
    assert [(it.verhaal, it.reden) for it in beeld.eerder] == [(first, REDEN)]
    assert [it.tekst for it in beeld.eerder[0].afwijkingen] == ["Liever de ander."]
    assert said(wijkstore, ronde, BEZOEKER).eerder == ()
    withdraw_verhaal(wijkstore, first, "verteller")
    assert said(wijkstore, ronde).eerder == ()


def test_what_was_read_when_people_chose_stays_beside_the_choice(wijkstore: Database) -> None:
    ronde, place, first, second = two_on_the_table(wijkstore)
    pick(wijkstore, ronde, place, first)
    for moved in (first, second):
        for where in (None, domein(wijkstore, ronde, DomeinSoort.OPEN)):
            with pytest.raises(OngeldigeInvoer, match="blijft liggen"):
                place_verhalen(wijkstore, BEGELEIDER, WIJK, ronde, [moved], where)
    assert [(it.verhaal.id, it.later) for it in said(wijkstore, ronde).andere] == [(second, False)]


def test_what_came_on_the_table_after_the_choice_was_not_passed_over(wijkstore: Database) -> None:
    ronde, place, first, _ = two_on_the_table(wijkstore)
    wrong, unread = (published(wijkstore, titel=titel, gebruik=GESPREK) for titel in ("Drie", "Vier"))
    pick(wijkstore, ronde, place, first)
    tick(wijkstore)
    lay(wijkstore, ronde, wrong, unread)
    place_verhalen(wijkstore, BEGELEIDER, WIJK, ronde, [wrong], None)
    assert [(it.verhaal.id, it.later) for it in said(wijkstore, ronde).andere][1:] == [(unread, True)]
    close(wijkstore, BEGELEIDER, WIJK, ronde)
    assert gedaan(wijkstore, unread) == [("Samen verhalen kiezen: gelezen door bewoners, november 2026", None)]
    assert gedaan(wijkstore, wrong) == []


def test_a_verhaal_that_somebody_would_rather_have_chosen_stays_too(wijkstore: Database) -> None:
    ronde, place, first, _ = two_on_the_table(wijkstore)
    late = published(wijkstore, titel="Drie", gebruik=GESPREK)
    pick(wijkstore, ronde, place, first)
    tick(wijkstore)
    lay(wijkstore, ronde, late)
    add_afwijking(wijkstore, BEGELEIDER, WIJK, ronde, place, StemRol.BEWONER, "Deze juist.", late, token="a")
    with pytest.raises(OngeldigeInvoer, match="blijft liggen"):
        place_verhalen(wijkstore, BEGELEIDER, WIJK, ronde, [late], None)


def test_no_more_people_vote_than_read_along(wijkstore: Database) -> None:
    ronde, _, first, second = two_on_the_table(wijkstore)
    count_stemmen(wijkstore, BEGELEIDER, WIJK, ronde, first, [(StemRol.BEWONER, 5)])
    with pytest.raises(OngeldigeInvoer, match="al meer stemmen van bewoners"):
        count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, [(StemRol.BEWONER, 4)])
    count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, [(StemRol.BEWONER, 4)], (1, "stagiair"))
    with pytest.raises(OngeldigeInvoer) as caught:
        count_stemmen(wijkstore, BEGELEIDER, WIJK, ronde, second, [(StemRol.BEWONER, 400), (StemRol.RAADSLID, 2)])
    assert [it.melding[:32] for it in caught.value.problemen] == [
        "Er lezen geen 400 bewoners mee. ",
        "Er lezen geen 2 raadsleden mee. ",
    ]
    # As many for both: that decides nothing, and whoever likes may put two stickers.
    for verhaal in (first, second):
        count_stemmen(wijkstore, BEGELEIDER, WIJK, ronde, verhaal, [(StemRol.BEWONER, 3)])
    assert said(wijkstore, ronde).keuze is None


def test_a_ronde_does_not_close_on_a_choice_that_lost_its_reason(wijkstore: Database) -> None:
    ronde, place, first, _ = two_on_the_table(wijkstore)
    keuze = pick(wijkstore, ronde, place, first)
    remove_words_of(wijkstore, BEGELEIDER, WIJK, ronde, keuze)
    with pytest.raises(OngeldigeInvoer, match="Bij onderwerp 1 staat niet meer waarom"):
        close(wijkstore, BEGELEIDER, WIJK, ronde)
    assert gedaan(wijkstore, first) == []
    pick(wijkstore, ronde, place, first, "Zonder namen gezegd.", token="opnieuw")
    close(wijkstore, BEGELEIDER, WIJK, ronde)
    assert [wat for _, wat in gedaan(wijkstore, first)] == ["Waarom: Zonder namen gezegd."]


def test_a_ronde_closes_when_the_chosen_verhaal_was_taken_back(wijkstore: Database) -> None:
    ronde, place, first, _ = two_on_the_table(wijkstore)
    pick(wijkstore, ronde, place, first)
    withdraw_verhaal(wijkstore, first, "verteller")
    close(wijkstore, BEGELEIDER, WIJK, ronde)
    assert seen(wijkstore, ronde).ronde.stand is RondeStand.GESLOTEN


@pytest.mark.parametrize("reden", ["NULL", "''"])
def test_the_store_itself_keeps_no_choice_without_a_reason(wijkstore: Database, reden: str) -> None:
    ronde, place, first, _ = two_on_the_table(wijkstore)
    keuze = pick(wijkstore, ronde, place, first)
    values = f"VALUES ('zonder', ?, ?, 2, {reden}, TIMESTAMP '2026-11-20', 'proef')"
    insert = f"INSERT INTO leeskeuze (id, domein, verhaal, nummer, reden, op, door) {values}"
    update = f"UPDATE leeskeuze SET reden = {reden} WHERE id = ?"  # noqa: S608
    for sql, given in ((insert, [place, first]), (update, [keuze])):
        with pytest.raises(MonitorError), wijkstore.writing() as cursor:
            cursor.execute(sql, given)
    assert rows(wijkstore, "SELECT reden FROM leeskeuze") == [(REDEN,)]


def test_check_finds_a_reason_that_says_nothing(wijkstore: Database) -> None:
    ronde, place, first, _ = two_on_the_table(wijkstore)
    keuze = pick(wijkstore, ronde, place, first)
    with wijkstore.writing() as cursor:
        cursor.execute("UPDATE leeskeuze SET reden = '  ' WHERE id = ?", [keuze])
    assert [it for it in check_store(wijkstore) if keuze in it] == [f"Bij keuze {keuze} staat niet waarom."]


# The end, and what tellers hear


def test_closing_tells_every_teller_what_was_done_and_why(wijkstore: Database) -> None:
    chosen, other, unread = (published(wijkstore, titel=titel, gebruik=GESPREK) for titel in ("Een", "Twee", "Drie"))
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, chosen, other)
    lay(wijkstore, ronde, unread, soort=DomeinSoort.OPEN)
    pick(wijkstore, ronde, place, chosen)
    assert gedaan(wijkstore, chosen) == []
    close(wijkstore, BEGELEIDER, WIJK, ronde)
    assert seen(wijkstore, ronde).ronde.stand is RondeStand.GESLOTEN
    assert gedaan(wijkstore, chosen) == [
        ("Samen verhalen kiezen: gekozen door bewoners, november 2026", f"Waarom: {REDEN}")
    ]
    assert gedaan(wijkstore, other) == [
        ("Samen verhalen kiezen: gelezen door bewoners en niet gekozen, november 2026", None)
    ]
    assert gedaan(wijkstore, unread) == [("Samen verhalen kiezen: gelezen door bewoners, november 2026", None)]


def test_a_ronde_in_which_nothing_was_chosen_ends_well(wijkstore: Database) -> None:
    ronde = begin(wijkstore)
    close(wijkstore, BEGELEIDER, WIJK, ronde)
    assert seen(wijkstore, ronde).ronde.stand is RondeStand.GESLOTEN


def test_what_was_decided_stays_when_a_ronde_is_over(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, verhaal)
    close(wijkstore, BEGELEIDER, WIJK, ronde)
    for refused in (
        lambda: close(wijkstore, BEGELEIDER, WIJK, ronde),
        lambda: call_off(wijkstore, BEGELEIDER, WIJK, ronde, "Toch niet."),
        lambda: pick(wijkstore, ronde, place, verhaal),
        lambda: lay(wijkstore, ronde, verhaal, soort=DomeinSoort.OPEN),
        lambda: count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, [(StemRol.BEWONER, 1)]),
    ):
        with pytest.raises(OngeldigeInvoer, match="voorbij"):
            refused()


def test_calling_off_needs_a_reason_and_tells_nobody_of_a_choice(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    ronde = begin(wijkstore)
    lay(wijkstore, ronde, verhaal)
    with pytest.raises(OngeldigeInvoer, match="waarom de ronde niet doorgaat"):
        call_off(wijkstore, BEGELEIDER, WIJK, ronde, " ")
    call_off(wijkstore, BEGELEIDER, WIJK, ronde, "Er waren te weinig mensen.")
    found = seen(wijkstore, ronde).ronde
    assert (found.stand, found.stand_reden) == (RondeStand.AFGELAST, "Er waren te weinig mensen.")
    assert gedaan(wijkstore, verhaal) == []


# Asking once more, and counting


def test_asking_once_more_and_counting_go_on_after_the_end(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, verhaal)
    gevraagd = NieuweNagaan(NagaanUitkomst.AANGEVULD, StemRol.PROFESSIONAL, date(2026, 11, 19), "Ook in de winter.")
    with pytest.raises(OngeldigeInvoer, match="nog niets gekozen"):
        add_nagaan(wijkstore, BEGELEIDER, WIJK, ronde, place, gevraagd, token="n")
    pick(wijkstore, ronde, place, verhaal)
    close(wijkstore, BEGELEIDER, WIJK, ronde)
    add_nagaan(wijkstore, BEGELEIDER, WIJK, ronde, place, gevraagd, token="n")
    for aantal in (4, 9):
        count_herkend(wijkstore, BEGELEIDER, WIJK, ronde, place, [Herkenning(StemRol.BEWONER, aantal, 12)])
    keuze = seen(wijkstore, ronde).domeinen[0].keuze
    assert keuze is not None
    assert [(it.uitkomst, it.rol, it.toelichting) for it in keuze.nagegaan] == [
        (NagaanUitkomst.AANGEVULD, StemRol.PROFESSIONAL, "Ook in de winter.")
    ]
    assert [(it.rol, it.aantal, it.gevraagd) for it in keuze.herkend] == [(StemRol.BEWONER, 9, 12)]


def test_an_answer_that_cannot_be_is_refused_with_all_that_is_wrong(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, verhaal)
    pick(wijkstore, ronde, place, verhaal)
    with pytest.raises(OngeldigeInvoer) as caught:
        add_nagaan(wijkstore, BEGELEIDER, WIJK, ronde, place, NieuweNagaan(None, None, date(2027, 1, 1)), token="n")
    assert [it.veld for it in caught.value.problemen] == ["uitkomst", "rol", "op"]
    for herkend, melding in (([Herkenning(StemRol.BEWONER, 5, 4)], "meer mensen"), ([], "aan hoeveel")):
        with pytest.raises(OngeldigeInvoer, match=melding):
            count_herkend(wijkstore, BEGELEIDER, WIJK, ronde, place, herkend)


# The next level


def chosen_by_bewoners(database: Database, *verhalen: str) -> str:
    """A ronde of bewoners that is over, in which the first of these was chosen."""
    ronde = begin(database)
    place = lay(database, ronde, *verhalen)
    pick(database, ronde, place, verhalen[0])
    close(database, BEGELEIDER, WIJK, ronde)
    return ronde


def test_the_next_level_reads_what_the_one_before_chose(wijkstore: Database) -> None:
    first, second = (published(wijkstore, titel=titel, gebruik=GESPREK) for titel in ("Een", "Twee"))
    bewoners = chosen_by_bewoners(wijkstore, first, second)
    team = begin(wijkstore, niveau=N.WIJKTEAM, vorige=(bewoners,), domeinen=("Iets heel anders",))
    beeld = seen(wijkstore, team)
    assert [it.domein.naam for it in beeld.domeinen] == [ONTMOETEN, "Iets anders", "Wat misging"]
    (it,) = beeld.domeinen[0].andere
    assert it.verhaal.id == first
    assert [(eerder.niveau, eerder.reden, eerder.op) for eerder in it.elders] == [
        (N.BEWONERS, REDEN, date(2026, 11, 20))
    ]
    assert [regel.id for regel in beeld.vorige] == [bewoners]
    with pytest.raises(OngeldigeInvoer, match="mag hier niet op tafel"):
        lay(wijkstore, team, second)
    with pytest.raises(OngeldigeInvoer, match="blijft op tafel"):
        place_verhalen(wijkstore, BEGELEIDER, WIJK, team, [first], None)


def test_the_raad_reads_only_what_everybody_may_read(wijkstore: Database) -> None:
    intern, openbaar = published(wijkstore, gebruik=GESPREK), published(wijkstore, titel="Twee", gebruik=ALLES)
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, intern)
    other = lay(wijkstore, ronde, openbaar, soort=DomeinSoort.OPEN)
    pick(wijkstore, ronde, place, intern)
    pick(wijkstore, ronde, other, openbaar, token="twee")
    close(wijkstore, BEGELEIDER, WIJK, ronde)
    raad = begin(wijkstore, niveau=N.RAAD, vorige=(ronde,))
    assert [it.verhaal.id for it in seen(wijkstore, raad).verhalen] == [openbaar]


@pytest.mark.parametrize(("niveau", "melding"), [(N.WIJKTEAM, "welke eerdere ronde"), (N.RAAD, "welke eerdere ronde")])
def test_who_comes_later_says_which_ronde_it_reads(wijkstore: Database, niveau: Leesniveau, melding: str) -> None:
    with pytest.raises(OngeldigeInvoer, match=melding):
        begin(wijkstore, niveau=niveau)


def test_what_comes_before_is_over_and_of_those_below(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    still_open = begin(wijkstore, naam="Loopt nog")
    with pytest.raises(OngeldigeInvoer, match="Sluit eerst"):
        begin(wijkstore, niveau=N.WIJKTEAM, vorige=(still_open,))
    bewoners = chosen_by_bewoners(wijkstore, verhaal)
    with pytest.raises(OngeldigeInvoer, match="Bewoners lezen de verhalen zelf"):
        begin(wijkstore, vorige=(bewoners,))
    team = begin(wijkstore, niveau=N.WIJKTEAM, vorige=(bewoners,))
    close(wijkstore, BEGELEIDER, WIJK, team)
    with pytest.raises(OngeldigeInvoer, match="vóór u koos"):
        begin(wijkstore, naam="Nog een", niveau=N.WIJKTEAM, vorige=(team,))
    with pytest.raises(NietGevonden):
        begin(wijkstore, niveau=N.RAAD, vorige=("niets",))


# Who may, and who reads


@pytest.mark.parametrize(
    "wie",
    [BEZOEKER, BEWONER, persoon("elders", R.BEGELEIDER, wijk=ANDERE_WIJK), persoon("beleid", R.BELEIDSMEDEWERKER)],
)
def test_who_may_not_is_refused_and_that_is_kept(wijkstore: Database, wie: Gebruiker) -> None:
    ronde = begin(wijkstore)
    place = domein(wijkstore, ronde)
    for refused in (
        lambda: add_ronde(wijkstore, wie, WIJK, NIEUW, token="x"),
        lambda: aanbod(wijkstore, wie, WIJK, ronde),
        lambda: place_verhalen(wijkstore, wie, WIJK, ronde, ["x"], place),
        lambda: count_deelnemers(wijkstore, wie, WIJK, ronde, []),
        lambda: count_stemmen(wijkstore, wie, WIJK, ronde, "x", []),
        lambda: choose(wijkstore, wie, WIJK, ronde, place, None, REDEN, token="x"),
        lambda: add_afwijking(wijkstore, wie, WIJK, ronde, place, StemRol.BEWONER, "Nee.", token="x"),
        lambda: count_herkend(wijkstore, wie, WIJK, ronde, place, []),
        lambda: close(wijkstore, wie, WIJK, ronde),
        lambda: call_off(wijkstore, wie, WIJK, ronde, "Nee."),
    ):
        with pytest.raises(NietToegestaan):
            refused()
    assert len(rows(wijkstore, "SELECT * FROM logboek WHERE wat = 'geweigerd'")) == 10


def test_a_ronde_of_another_wijk_is_not_known_here(wijkstore: Database) -> None:
    ronde = begin(wijkstore)
    with pytest.raises(NietGevonden):
        rondebeeld(wijkstore, persoon("overal", R.BEGELEIDER, wijk=None), ANDERE_WIJK, ronde)


def test_others_read_a_ronde_with_what_is_public_and_no_word_about_the_rest(wijkstore: Database) -> None:
    make_public(wijkstore)
    intern, openbaar = published(wijkstore, gebruik=GESPREK), published(wijkstore, titel="Twee", gebruik=ALLES)
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, intern, openbaar)
    pick(wijkstore, ronde, place, intern)
    add_afwijking(wijkstore, BEGELEIDER, WIJK, ronde, place, StemRol.BEWONER, "Ik niet.", openbaar, token="a")
    count_herkend(wijkstore, BEGELEIDER, WIJK, ronde, place, [Herkenning(StemRol.BEWONER, 1, 2)])
    bezoeker, bewoner = seen(wijkstore, ronde, BEZOEKER), seen(wijkstore, ronde, BEWONER)
    assert [it.verhaal.id for it in bewoner.verhalen] == [intern, openbaar]
    assert [it.verhaal.id for it in bezoeker.verhalen] == [openbaar]
    keuze = bezoeker.domeinen[0].keuze
    assert keuze is not None
    assert (bezoeker.domeinen[0].gekozen, keuze.reden, keuze.afwijkingen, keuze.herkend) == (None, None, (), ())
    assert (bezoeker.telt_weg, bewoner.telt_weg) == (False, True)


def test_of_a_wijk_with_few_verhalen_others_see_no_ronde_at_all(wijkstore: Database) -> None:
    ronde = begin(wijkstore)
    assert rondes(wijkstore, BEZOEKER, WIJK) == rondes(wijkstore, BEZOEKER, ANDERE_WIJK)
    assert rondes(wijkstore, BEZOEKER, WIJK).bij_gemeente
    with pytest.raises(NietGevonden):
        seen(wijkstore, ronde, BEZOEKER)
    assert [it.id for it in rondes(wijkstore, BEWONER, WIJK).rondes] == [ronde]


# What is taken back


def full(database: Database) -> tuple[str, str, str, str]:
    """A ronde that is over with everything that people can say: ronde, domein, the chosen and the other."""
    chosen, other = (published(database, titel=titel, gebruik=ALLES) for titel in ("Een", "Twee"))
    ronde = begin(database)
    place = lay(database, ronde, chosen, other)
    count_stemmen(database, BEGELEIDER, WIJK, ronde, chosen, [(StemRol.BEWONER, 3)])
    pick(database, ronde, place, chosen)
    add_afwijking(database, BEGELEIDER, WIJK, ronde, place, StemRol.BEWONER, "Ik koos de ander.", other, token="a")
    nagegaan = NieuweNagaan(NagaanUitkomst.BEVESTIGD, StemRol.BEWONER, date(2026, 11, 19), "De buren zien het ook.")
    add_nagaan(database, BEGELEIDER, WIJK, ronde, place, nagegaan, token="n")
    close(database, BEGELEIDER, WIJK, ronde)
    return ronde, place, chosen, other


WOORDEN = """
SELECT reden FROM leeskeuze WHERE reden IS NOT NULL
UNION ALL SELECT tekst FROM leesafwijking WHERE tekst IS NOT NULL
UNION ALL SELECT toelichting FROM leesnagaan WHERE toelichting IS NOT NULL
UNION ALL SELECT wat FROM terugkoppeling WHERE wat IS NOT NULL
"""


def test_a_chosen_verhaal_that_is_taken_back_is_gone_with_every_word_about_it(wijkstore: Database) -> None:
    ronde, place, chosen, other = full(wijkstore)
    assert len(rows(wijkstore, WOORDEN)) == 4
    withdraw_verhaal(wijkstore, chosen, "verteller")
    assert rows(wijkstore, WOORDEN) == []
    gewoon = seen(wijkstore, ronde).domeinen[0]
    assert (gewoon.gekozen, gewoon.weg) == (None, 1)
    assert [it.verhaal.id for it in gewoon.andere] == [other]
    with pytest.raises(OngeldigeInvoer, match="er niet meer"):
        count_herkend(wijkstore, BEGELEIDER, WIJK, ronde, place, [Herkenning(StemRol.BEWONER, 1, 2)])
    team = begin(wijkstore, niveau=N.WIJKTEAM, vorige=(ronde,))
    assert seen(wijkstore, team).verhalen == ()
    assert [it for it in check_store(wijkstore) if "geen naam" not in it] == []


def test_a_verhaal_whose_time_is_over_loses_what_was_said_of_it_too(wijkstore: Database) -> None:
    _, _, chosen, _ = full(wijkstore)
    with wijkstore.writing() as cursor:
        BewaartermijnStore(cursor).empty([chosen], wijkstore.now())
    assert rows(wijkstore, WOORDEN) == []


def test_why_nothing_was_chosen_goes_with_what_lay_there(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, verhaal)
    pick(wijkstore, ronde, place, None, "Dit verhaal ging ons te ver.")
    withdraw_verhaal(wijkstore, verhaal, "verteller")
    keuze = seen(wijkstore, ronde).domeinen[0].keuze
    assert keuze is not None
    assert (keuze.verhaal, keuze.reden) == (None, None)
    assert [it for it in check_store(wijkstore) if "geen naam" not in it] == []


def test_what_was_not_chosen_goes_too_when_it_is_taken_back(wijkstore: Database) -> None:
    ronde, _, chosen, other = full(wijkstore)
    withdraw_verhaal(wijkstore, other, "verteller")
    gewoon = seen(wijkstore, ronde).domeinen[0]
    assert gewoon.gekozen is not None
    assert gewoon.gekozen.verhaal.id == chosen
    assert (gewoon.andere, gewoon.weg) == ((), 1)
    assert rows(wijkstore, "SELECT tekst FROM leesafwijking") == [(None,)]
    assert rows(wijkstore, "SELECT reden FROM leeskeuze") == [(REDEN,)]


def test_a_verhaal_that_may_no_longer_be_used_in_a_gesprek_is_gone_for_everybody(wijkstore: Database) -> None:
    make_public(wijkstore)
    ronde, _, chosen, _ = full(wijkstore)
    assert [it.ronde for it in lezen.verhaal(wijkstore, BEZOEKER, chosen).gekozen] == [ronde]
    with wijkstore.writing() as cursor:
        cursor.execute(
            "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op)"
            " VALUES ('nee', ?, 'gesprek', FALSE, 'digitaal', 'verteller', ?)",
            [chosen, datetime(2026, 11, 20, 9, 31)],
        )
    for wie in (BEGELEIDER, BEWONER, BEZOEKER):
        gewoon = seen(wijkstore, ronde, wie).domeinen[0]
        assert gewoon.gekozen is None
        assert gewoon.keuze is not None
        assert gewoon.keuze.reden is None
    for wie in (BEGELEIDER, BEWONER, BEZOEKER):
        assert lezen.verhaal(wijkstore, wie, chosen).gekozen == ()


def test_a_verhaal_that_was_taken_back_can_not_be_chosen_and_its_teller_hears_nothing(wijkstore: Database) -> None:
    verhaal = published(wijkstore, gebruik=GESPREK)
    ronde = begin(wijkstore)
    place = lay(wijkstore, ronde, verhaal)
    withdraw_verhaal(wijkstore, verhaal, "verteller")
    with pytest.raises(OngeldigeInvoer, match="niet op tafel"):
        pick(wijkstore, ronde, place, verhaal)
    with pytest.raises(OngeldigeInvoer, match="niet op tafel"):
        count_stemmen(wijkstore, BEGELEIDER, WIJK, ronde, verhaal, [(StemRol.BEWONER, 1)])
    close(wijkstore, BEGELEIDER, WIJK, ronde)
    assert gedaan(wijkstore, verhaal) == []


def test_the_copy_of_the_teller_holds_what_the_group_said(wijkstore: Database) -> None:
    _, _, chosen, other = full(wijkstore)
    with wijkstore.reading() as cursor:
        found = [VertellerStore(cursor).verhaal(it, date(2026, 11, 20)) for it in (chosen, other)]
    copies = [as_text(it, date(2026, 11, 20)) + as_json(it, date(2026, 11, 20)) for it in found if it is not None]
    for words in (REDEN, "De buren zien het ook."):
        assert words in copies[0]
        assert words not in copies[1]
    assert all(copy.count("Ik koos de ander.") == 2 for copy in copies)


# Words that lead to a person after all


def test_words_can_be_taken_away_again_and_the_choice_stays(wijkstore: Database) -> None:
    ronde, place, chosen, _ = full(wijkstore)
    keuze = seen(wijkstore, ronde).domeinen[0].keuze
    assert keuze is not None
    for id_ in (keuze.id, keuze.afwijkingen[0].id, keuze.nagegaan[0].id, ronde, place):
        remove_words_of(wijkstore, BEGELEIDER, WIJK, ronde, id_)
    assert rows(wijkstore, WOORDEN) == []
    beeld = seen(wijkstore, ronde)
    assert (beeld.ronde.naam, beeld.domeinen[0].domein.naam) == ("", "")
    assert beeld.domeinen[0].gekozen is not None
    assert beeld.domeinen[0].gekozen.verhaal.id == chosen
    assert gedaan(wijkstore, chosen) == [("Samen verhalen kiezen: gekozen door bewoners, november 2026", None)]
    team = begin(wijkstore, niveau=N.WIJKTEAM, vorige=(ronde,))
    assert [it.verhaal.id for it in seen(wijkstore, team).domeinen[0].andere] == [chosen]
    with pytest.raises(NietGevonden):
        remove_words_of(wijkstore, BEGELEIDER, WIJK, ronde, "niets")
    with pytest.raises(NietToegestaan):
        remove_words_of(wijkstore, BEWONER, WIJK, ronde, keuze.id)


def test_why_goes_with_what_was_written_for_the_same_choice_before(wijkstore: Database) -> None:
    ronde, place, first, second = two_on_the_table(wijkstore)
    pick(wijkstore, ronde, place, first, "Dit is de zaak van de buurman.")
    pick(wijkstore, ronde, place, second, "Toch deze.", token="2")
    last = pick(wijkstore, ronde, place, first, "Dit is een zaak van de buren.", token="3")
    remove_words_of(wijkstore, BEGELEIDER, WIJK, ronde, last)
    assert rows(wijkstore, "SELECT reden FROM leeskeuze ORDER BY nummer") == [(None,), ("Toch deze.",), (None,)]


def test_the_word_for_the_guests_and_why_a_ronde_was_called_off_can_be_taken_away(wijkstore: Database) -> None:
    ronde = begin(wijkstore)
    count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, [(StemRol.BEWONER, 2)], (1, "de stagiair van de hoek"))
    call_off(wijkstore, BEGELEIDER, WIJK, ronde, "Er was ruzie in het portiek.")
    beeld = seen(wijkstore, ronde)
    assert beeld.gast_id is not None
    for id_ in (beeld.gast_id, beeld.ronde.stand_id):
        remove_words_of(wijkstore, BEGELEIDER, WIJK, ronde, id_)
    beeld = seen(wijkstore, ronde)
    assert (beeld.ronde.stand, beeld.ronde.stand_reden, beeld.gasten) == (RondeStand.AFGELAST, None, None)
    assert [it for it in check_store(wijkstore) if "geen naam" not in it] == []


def test_another_word_for_the_guests_takes_the_first_away(wijkstore: Database) -> None:
    ronde = begin(wijkstore)
    for gasten in ((1, "buren van de hoek"), (3, "studenten"), None):
        count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, [(StemRol.BEWONER, 2)], gasten)
    assert seen(wijkstore, ronde).gasten is None
    assert rows(wijkstore, "SELECT wie FROM leesronde_gast") == [(None,), (None,)]


def test_what_was_taken_away_does_not_come_back_with_a_backup(tmp_path: Path) -> None:
    store, copy = tmp_path / "m.duckdb", tmp_path / "kopie.duckdb"
    database = open_for_writing(str(store), clock=lambda: datetime(2026, 11, 20, 9, 30))
    with database.writing() as cursor:
        ensure_themas(cursor)
        cursor.execute("INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk')", [WIJK])
    ronde, _, chosen, other = full(database)
    keuze = seen(database, ronde).domeinen[0].keuze
    assert keuze is not None
    backup(database, CLI, copy)
    remove_words_of(database, BEGELEIDER, WIJK, ronde, keuze.id)
    withdraw_verhaal(database, other, "verteller")
    restore(database, CLI, copy, force=True)
    assert rows(database, WOORDEN) == [("De buren zien het ook.",)]
    assert gedaan(database, chosen) == [("Samen verhalen kiezen: gekozen door bewoners, november 2026", None)]
    database.close()


# No sequence of calls breaks the rules

aantallen = st.integers(min_value=-1, max_value=4)
VERHALEN, RONDES, DOMEINEN = st.integers(0, 3), st.integers(0, 3), st.sampled_from([0, 0, 1, 2])
SELDOM = st.sampled_from([True, False, False, False])
"""What ends things comes seldom: there must be something to end."""
REDENEN = st.sampled_from([REDEN, "Zo is het bij ons.", "", " "])


class Leesrondes(RuleBasedStateMachine):
    """A group that does anything in any order; what may not is refused, and the rules hold all the while."""

    @initialize()
    def begin(self) -> None:
        self.database = Database(clock=lambda: datetime(2026, 11, 20, 9, 30))
        migrate(self.database)
        with self.database.writing() as cursor:
            ensure_themas(cursor)
            cursor.execute("INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk')", [WIJK])
        gebruiken: Sequence[tuple[Gebruik, ...]] = (ALLES, GESPREK, ALLES, (Gebruik.OPENBAAR,))
        self.verhalen = [
            published(self.database, titel=f"Verhaal {place}", gebruik=gebruik)
            for place, gebruik in enumerate(gebruiken)
        ]
        self.past: set[tuple[Any, ...]] = set()
        self.withdrawn: set[str] = set()
        self.emptied: set[str] = set()
        """The choices of which somebody took the reason away."""
        self.number = 0
        ronde = begin(self.database)
        place = lay(self.database, ronde, *self.verhalen[:2])
        # Where nobody chose yet no rule can be broken: every sequence goes on from a choice and a dissent.
        pick(self.database, ronde, place, self.verhalen[0])
        other = self.verhalen[1]
        add_afwijking(self.database, BEGELEIDER, WIJK, ronde, place, StemRol.BEWONER, "Anders.", other, token="a")
        # What lay where people chose: ronde, domein and verhaal.
        self.read: set[tuple[str, str, str]] = {(ronde, place, it) for it in self.verhalen[:2]}

    def teardown(self) -> None:
        if hasattr(self, "database"):
            # The gebieden of this store have no names, which is told too.
            assert [it for it in check_store(self.database) if "geen naam" not in it] == []
            self.database.close()

    def attempt(self, action: Any, *given: Any, **named: Any) -> bool:
        try:
            action(self.database, BEGELEIDER, WIJK, *given, **named)
        except (OngeldigeInvoer, NietGevonden):
            return False
        return True

    def token(self) -> str:
        self.number += 1
        return f"token-{self.number}"

    def ronde(self, place: int) -> str:
        known = rondes(self.database, BEGELEIDER, WIJK).rondes
        return known[place % len(known)].id

    def lay(self, domein: str) -> set[str]:
        """What ever lay in a domein."""
        return {
            row[0] for row in rows(self.database, "SELECT verhaal FROM leesdomein_verhaal WHERE domein = ?", domein)
        }

    def beeld(self, ronde: int, domein: int) -> tuple[str, Domeinbeeld]:
        beeld = rondebeeld(self.database, BEGELEIDER, WIJK, self.ronde(ronde))
        return beeld.ronde.id, beeld.domeinen[domein % len(beeld.domeinen)]

    def some_of(self, here: Domeinbeeld, verhaal: int) -> str:
        """Mostly what lies there, and now and then what does not."""
        lying = [it.verhaal.id for it in (*here.andere, here.gekozen) if it is not None]
        return lying[verhaal % len(lying)] if lying and verhaal < len(self.verhalen) - 1 else self.verhalen[verhaal]

    @rule(niveau=st.sampled_from(N), vorige=st.one_of(st.none(), RONDES), werkwijze=st.sampled_from(Werkwijze))
    def start(self, niveau: Leesniveau, vorige: int | None, werkwijze: Werkwijze) -> None:
        read = () if vorige is None or niveau is N.BEWONERS else (self.ronde(vorige),)
        nieuw = replace(NIEUW, niveau=niveau, vorige=read, werkwijze=werkwijze)
        self.attempt(add_ronde, nieuw, token=self.token())

    @rule()
    def wait(self) -> None:
        tick(self.database)

    @rule(ronde=RONDES, domein=st.one_of(st.none(), DOMEINEN), verhaal=VERHALEN)
    def place(self, ronde: int, domein: int | None, verhaal: int) -> None:
        here, there = self.beeld(ronde, domein or 0)
        place = None if domein is None else there.domein.id
        self.attempt(place_verhalen, here, [self.verhalen[verhaal]], place)

    @rule(ronde=RONDES, domein=DOMEINEN, verhaal=st.one_of(st.none(), VERHALEN), reden=REDENEN)
    def choose_somehow(self, ronde: int, domein: int, verhaal: int | None, reden: str) -> None:
        self.choose(ronde, domein, verhaal, reden)

    def choose(self, ronde: int, domein: int, verhaal: int | None, reden: str) -> None:
        here, there = self.beeld(ronde, domein)
        chosen = None if verhaal is None else self.some_of(there, verhaal)
        kept = self.attempt(choose, here, there.domein.id, chosen, reden, token=self.token())
        assert not kept or reden.strip()
        if kept:
            lying = {it.verhaal.id for it in (*there.andere, there.gekozen) if it is not None}
            self.read |= {(here, there.domein.id, it) for it in lying}

    @rule(verhaal=VERHALEN)
    def choose_as_meant(self, verhaal: int) -> None:
        self.choose(0, 0, verhaal, REDEN)

    @rule(ronde=RONDES, verhaal=VERHALEN, aantal=aantallen)
    def vote(self, ronde: int, verhaal: int, aantal: int) -> None:
        self.attempt(count_stemmen, self.ronde(ronde), self.verhalen[verhaal], [(StemRol.BEWONER, aantal)])

    @rule(ronde=RONDES, aantal=aantallen, gasten=st.one_of(st.none(), st.tuples(aantallen, st.just("studenten"))))
    def count(self, ronde: int, aantal: int, gasten: tuple[int, str] | None) -> None:
        self.attempt(count_deelnemers, self.ronde(ronde), [(StemRol.BEWONER, aantal)], gasten)

    @rule(ronde=RONDES, domein=DOMEINEN, verhaal=st.one_of(st.none(), VERHALEN))
    def dissent(self, ronde: int, domein: int, verhaal: int | None) -> None:
        here, there = self.beeld(ronde, domein)
        liever = None if verhaal is None else self.some_of(there, verhaal)
        self.attempt(add_afwijking, here, there.domein.id, StemRol.BEWONER, "Anders.", liever, token=self.token())

    @rule(ronde=RONDES, domein=DOMEINEN, aantal=aantallen, gevraagd=aantallen)
    def recognise(self, ronde: int, domein: int, aantal: int, gevraagd: int) -> None:
        here, there = self.beeld(ronde, domein)
        self.attempt(count_herkend, here, there.domein.id, [Herkenning(StemRol.BEWONER, aantal, gevraagd)])
        nagegaan = NieuweNagaan(NagaanUitkomst.BEVESTIGD, StemRol.BEWONER, date(2026, 11, 1), "Zo is het.")
        self.attempt(add_nagaan, here, there.domein.id, nagegaan, token=self.token())

    @rule(ronde=RONDES, domein=DOMEINEN)
    def take_reason_away(self, ronde: int, domein: int) -> None:
        here, there = self.beeld(ronde, domein)
        if there.keuze is not None and self.attempt(remove_words_of, here, there.keuze.id):
            sql = "SELECT id FROM leeskeuze WHERE domein = ? AND reden IS NULL"
            self.emptied |= {row[0] for row in rows(self.database, sql, there.domein.id)}

    @rule(ronde=RONDES, reden=st.sampled_from(["", "", "", "Te weinig mensen."]))
    def call_off(self, ronde: int, reden: str) -> None:
        self.attempt(call_off, self.ronde(ronde), reden)

    @rule(ronde=RONDES, now=SELDOM)
    def close(self, ronde: int, now: bool) -> None:
        here = self.ronde(ronde)
        if now and self.attempt(close, here):
            domeinen = rondebeeld(self.database, BEGELEIDER, WIJK, here).domeinen
            assert all(it.keuze is not None and it.keuze.reden for it in domeinen if it.gekozen is not None)

    @rule(verhaal=VERHALEN, now=SELDOM)
    def take_back(self, verhaal: int, now: bool) -> None:
        if not now:
            return
        try:
            withdraw_verhaal(self.database, self.verhalen[verhaal], "verteller")
        except MonitorError:
            return
        self.withdrawn.add(self.verhalen[verhaal])

    @invariant()
    def the_rules_hold(self) -> None:
        if not hasattr(self, "database"):
            return
        for ronde in rondes(self.database, BEGELEIDER, WIJK).rondes:
            beeld = rondebeeld(self.database, BEGELEIDER, WIJK, ronde.id)
            soorten = [it.domein.soort for it in beeld.domeinen]
            assert soorten.count(DomeinSoort.OPEN) == soorten.count(DomeinSoort.MISGING) == 1
            assert not {it.verhaal.id for it in beeld.verhalen} & self.withdrawn
            for it in beeld.domeinen:
                if it.keuze is not None and (it.gekozen is not None or it.keuze.verhaal is None):
                    gone = it.keuze.verhaal is None and self.lay(it.domein.id) & self.withdrawn
                    assert it.keuze.reden or it.keuze.id in self.emptied or gone
            for lying in beeld.verhalen:
                assert Gebruik.GESPREK in lying.verhaal.gebruiken
                assert lying.verhaal.openbaar or ronde.niveau is not N.RAAD
                guests = beeld.gasten[0] if beeld.gasten else 0
                assert not beeld.deelnemers or all(
                    it.aantal <= beeld.deelnemers.get(it.rol, 0) + guests for it in lying.stemmen
                )
            if ronde.niveau is not N.BEWONERS:
                assert {it.verhaal.id for it in beeld.verhalen} <= self.chosen_in(ronde.vorige)
            self.all_stays(beeld)

    def chosen_in(self, vorige: Sequence[str]) -> set[str]:
        """What was ever chosen in these rondes."""
        sql = "SELECT verhaal FROM leeskeuze WHERE domein IN (SELECT id FROM leesdomein WHERE ronde = ?)"
        return {row[0] for ronde in vorige for row in rows(self.database, sql, ronde)}

    def all_stays(self, beeld: Rondebeeld) -> None:
        """What was read where people chose, and who saw it differently, stay beside the choice."""
        ronde = beeld.ronde.id
        here = {
            (ronde, it.domein.id, lying.verhaal.id)
            for it in beeld.domeinen
            for lying in (*it.andere, it.gekozen)
            if lying is not None
        }
        assert {it for it in self.read if it[0] == ronde and it[2] not in self.withdrawn} <= here
        keuzes = [keuze for it in beeld.domeinen for keuze in (*it.eerder, it.keuze) if keuze is not None]
        kept = rows(
            self.database,
            "SELECT a.id FROM leesafwijking AS a JOIN leeskeuze AS k ON k.id = a.keuze"
            " JOIN leesdomein AS d ON d.id = k.domein WHERE a.tekst IS NOT NULL AND d.ronde = ?",
            ronde,
        )
        assert {row[0] for row in kept} == {it.id for keuze in keuzes for it in keuze.afwijkingen}

    @invariant()
    def nothing_that_was_decided_is_forgotten(self) -> None:
        if not hasattr(self, "database"):
            return
        steps = {
            *rows(self.database, "SELECT id, ronde, stand, nummer FROM leesronde_stand"),
            *rows(self.database, "SELECT id, domein, verhaal, nummer FROM leeskeuze"),
            *rows(self.database, "SELECT id, keuze, rol FROM leesafwijking"),
        }
        assert self.past <= steps
        self.past = steps
        for id_, verhaal, domein in rows(
            self.database, "SELECT id, verhaal, domein FROM leeskeuze WHERE reden IS NULL"
        ):
            assert id_ in self.emptied or ({verhaal} if verhaal else self.lay(domein)) & self.withdrawn


TestLeesrondes = Leesrondes.TestCase
TestLeesrondes.settings = settings(
    max_examples=5, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
