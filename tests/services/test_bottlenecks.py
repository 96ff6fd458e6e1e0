"""What stands in the way across wijken, and the lesson cards: from closed wijkgesprekken, and never a casus."""

import csv
import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.bottleneck import Bottleneck, in_volgorde
from monitor.domain.gebied import Gebied, GebiedSoort
from monitor.domain.leren import BronSoort, Gremium, Leerpunt, LeerpuntRegel, LeerpuntStand, Niveau
from monitor.errors import NietGevonden
from monitor.services.bottlenecks import LESKOLOMMEN, bottleneckbeeld, leskaarten, leskaarten_csv
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leerpunten import NieuweStand, remove_leerpunt, set_stand
from monitor.services.wijkgesprek import close
from monitor.store.database import Cursor, Database
from tests.services.builders import ANDERE_WIJK, WIJK
from tests.services.test_wijkgesprek import BEGELEIDER, OPEN, bottleneck, casus, held, patroon, tell, van

GEMEENTE = "GM9901"
GEHEIM = "Zij stond drie keer voor de deur."


@pytest.fixture
def gemeentestore(wijkstore: Database) -> Database:
    """A store in which the wijken have a name and a gemeente."""
    places = ((GEMEENTE, "Veldermeer"), (WIJK, "Lindekwartier"), (ANDERE_WIJK, "Zonnedaal"))
    with wijkstore.writing() as cursor:
        for code, naam in places:
            cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2020-01-01', NULL, ?)", [code, naam])
            if code != GEMEENTE:
                cursor.execute("INSERT INTO gebied_ouder VALUES (?, ?, DATE '2020-01-01', NULL)", [code, GEMEENTE])
    return wijkstore


def learned(database: Database) -> tuple[str, str, str]:
    """A gesprek that is closed: a verhaal that was told, a patroon and a bottleneck."""
    verhaal, ander = tell(database, "Voor de deur", "Nog een deur")
    sessie = held(database)
    cases = [casus(database, sessie, verhaal, GEHEIM), casus(database, sessie, ander, "Iemand ging weg.")]
    pattern = patroon(database, sessie, *van(BronSoort.LEERPUNT, *cases))
    point = bottleneck(database, sessie, pattern, eigenaar="gemeente", gremium=Gremium.COLLEGE)
    close(database, BEGELEIDER, WIJK, sessie, OPEN)
    return verhaal, pattern, point


def test_nothing_is_told_of_a_gesprek_that_is_not_closed(gemeentestore: Database) -> None:
    sessie = held(gemeentestore)
    pattern = patroon(gemeentestore, sessie, *van(BronSoort.INDICATOR, "buren"))
    bottleneck(gemeentestore, sessie, pattern)
    assert bottleneckbeeld(gemeentestore, GEMEENTE).punten == ()
    assert leskaarten(gemeentestore, GEMEENTE) == ()
    close(gemeentestore, BEGELEIDER, WIJK, sessie, OPEN)
    (found,) = bottleneckbeeld(gemeentestore, GEMEENTE).punten
    assert found.patronen == ("Wie nieuw is komt niet.",)
    assert found.wijk.code == WIJK


def test_it_says_whose_it_is_since_when_and_what_was_tried(gemeentestore: Database) -> None:
    _, _, point = learned(gemeentestore)
    set_stand(
        gemeentestore,
        BEGELEIDER,
        WIJK,
        point,
        NieuweStand(LeerpuntStand.OPGEPAKT, "welzijn", Gremium.RAAD, geprobeerd="Een proef met een tolk."),
        token="opgepakt",
    )
    beeld = bottleneckbeeld(gemeentestore, GEMEENTE)
    (found,) = beeld.open
    assert found.leerpunt.nu.eigenaar == "welzijn"
    assert found.begin < found.leerpunt.sinds
    assert [it.tekst for it in found.pogingen] == ["Een proef met een tolk."]
    assert beeld.open_bij(Gremium.RAAD) == (found,)
    assert beeld.open_bij(Gremium.COLLEGE) == ()


def test_what_is_left_on_purpose_stays_to_be_read_with_its_reason(gemeentestore: Database) -> None:
    _, _, point = learned(gemeentestore)
    stand = NieuweStand(LeerpuntStand.BEWUST_NIET, "gemeente", reden="Er is geen geld voor.")
    set_stand(gemeentestore, BEGELEIDER, WIJK, point, stand, token="niet")
    beeld = bottleneckbeeld(gemeentestore, GEMEENTE)
    assert beeld.open == ()
    assert [it.leerpunt.nu.reden for it in beeld.klaar] == ["Er is geen geld voor."]


def test_a_casus_is_in_no_lesson_card_and_a_verhaal_that_was_taken_back_changes_none(gemeentestore: Database) -> None:
    verhaal, _, _ = learned(gemeentestore)
    before = leskaarten_csv(gemeentestore, GEMEENTE)
    text = before.decode()
    for secret in (GEHEIM, "Voor de deur", verhaal):
        assert secret not in text
    assert {it.soort for it in leskaarten(gemeentestore, GEMEENTE)} == {Niveau.PATROON, Niveau.BOTTLENECK}
    withdraw_verhaal(gemeentestore, verhaal, "test")
    assert leskaarten_csv(gemeentestore, GEMEENTE) == before
    assert GEHEIM not in repr(bottleneckbeeld(gemeentestore, GEMEENTE))


def test_words_that_were_taken_away_are_in_no_card(gemeentestore: Database) -> None:
    _, pattern, point = learned(gemeentestore)
    remove_leerpunt(gemeentestore, BEGELEIDER, WIJK, pattern)
    (found,) = bottleneckbeeld(gemeentestore, GEMEENTE).punten
    assert found.patronen == ()
    remove_leerpunt(gemeentestore, BEGELEIDER, WIJK, point)
    assert bottleneckbeeld(gemeentestore, GEMEENTE).punten == ()
    assert leskaarten(gemeentestore, GEMEENTE) == ()


def test_a_gemeente_that_is_not_known_is_refused_in_a_sentence(gemeentestore: Database) -> None:
    for act in (bottleneckbeeld, leskaarten):
        with pytest.raises(NietGevonden):
            act(gemeentestore, "GM0001")


def test_the_example_has_the_same_thing_in_the_way_in_two_wijken(voorbeeld: Database) -> None:
    beeld = bottleneckbeeld(voorbeeld, GEMEENTE)
    tolk = [it for it in beeld.punten if "tolk" in (it.leerpunt.tekst or "")]
    assert {it.wijk.code for it in tolk} == {WIJK, "WK990102"}
    assert any(it.pogingen for it in tolk)
    assert beeld.klaar
    assert any(it.overal for it in beeld.geregeld)
    assert any(it.wijken for it in beeld.geregeld)


def test_the_file_can_be_read_by_a_program_and_by_a_spreadsheet(voorbeeld: Database) -> None:
    plain = leskaarten_csv(voorbeeld, GEMEENTE).decode()
    lines = list(csv.DictReader(io.StringIO(plain)))
    assert tuple(lines[0]) == LESKOLOMMEN
    assert len(lines) == len(leskaarten(voorbeeld, GEMEENTE))
    assert {"Wat we vaker zien", "Wat in de weg zit", "Les van een activiteit"} == {it["soort"] for it in lines}
    excel = leskaarten_csv(voorbeeld, GEMEENTE, voor_excel=True)
    assert excel.startswith(b"\xef\xbb\xbf")
    assert ";".join(LESKOLOMMEN).encode() in excel


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from("abc")), max_size=12))
def test_what_stands_longest_in_the_way_comes_first_whatever_the_wijk(given_: list[tuple[int, str]]) -> None:
    start = date(2025, 1, 1)
    punten = [
        Bottleneck(
            Leerpunt(
                id=str(number),
                gebied=wijk,
                sessie="s",
                niveau=Niveau.BOTTLENECK,
                samengesteld=False,
                vraag=None,
                lezingen=(),
                bronnen=(),
                regels=(LeerpuntRegel("r", 1, LeerpuntStand.OPEN, start + timedelta(days=days)),),
                op=start,
            ),
            Gebied(wijk, GebiedSoort.WIJK, wijk, start),
            (),
            (),
        )
        for number, (days, wijk) in enumerate(given_)
    ]
    ordered = in_volgorde(punten)
    assert sorted(it.leerpunt.id for it in ordered) == sorted(it.leerpunt.id for it in punten)
    assert [it.begin for it in ordered] == sorted(it.begin for it in punten)


def test_more_that_stands_in_the_way_asks_no_more_of_the_store(
    gemeentestore: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    rows = Cursor.rows
    monkeypatch.setattr(Cursor, "rows", lambda self, sql, *given: asked.append(sql) or rows(self, sql, *given))

    def queries() -> int:
        asked.clear()
        bottleneckbeeld(gemeentestore, GEMEENTE)
        leskaarten(gemeentestore, GEMEENTE)
        return len(asked)

    before = queries()
    for number in range(3):
        sessie = held(gemeentestore, date(2026, 11, 1 + number))
        pattern = patroon(gemeentestore, sessie, *van(BronSoort.INDICATOR, "buren"))
        bottleneck(gemeentestore, sessie, pattern)
        close(gemeentestore, BEGELEIDER, WIJK, sessie, OPEN)
    assert before == queries()
    assert len(bottleneckbeeld(gemeentestore, GEMEENTE).punten) == 3
