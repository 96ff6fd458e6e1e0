"""What stood in a stuk when it was written out, without a word of it, and what is something else since then."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.domain.gebruiker import BEZOEKER, Gebruiker, opdracht_gebruiker
from monitor.domain.momentopname import Momentopname, MomentRegel, RegelSoort, VeranderingSoort, verschillen
from monitor.domain.raadsstuk import (
    Deel,
    EerderVorm,
    KeuzeSoort,
    OnderdeelInvoer,
    OnderdeelSoort,
    StukKeuze,
    StukSoort,
    StukVeld,
)
from monitor.errors import GeenRecht, NietGevonden
from monitor.services.citaten import bruikbare_citaten
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.momentopname import lees_moment, momentopnamen, take_momentopname, veld_ref
from monitor.services.raad import beslisbaar, raadsbesluiten
from monitor.services.raadsstukken import add_stuk, lees_stuk
from monitor.services.stukkeuzes import choose, citaten_om_te_kiezen
from monitor.services.stukonderdelen import add_onderdeel
from monitor.services.stukvelden import TekstInvoer, save_tekst
from monitor.services.wat_veranderde import wat_veranderde, zin_veranderingen
from monitor.store.database import Database
from monitor.store.momentopname_store import MomentopnameStore
from tests.conftest import NOW
from tests.services.test_raadsstukken import ANNA, GEMEENTE, KOP
from tests.services.test_wijkgesprek import rows

CIJFER, WIJK = "vm-buren-oppassen", "WK990101"
ZIN = StukVeld(Deel.KANTTEKENINGEN, f"zin:breuk:{CIJFER}:{WIJK}")
V = VeranderingSoort
HIER = "WHERE gebied = ? AND indicator = ?"
VERSIE = """
INSERT INTO indicator_versie
SELECT * REPLACE (versie + 1 AS versie, 'Anders gesteld.' AS definitie)
FROM indicator_versie WHERE indicator = ? ORDER BY versie DESC LIMIT 1
"""


@pytest.fixture
def opslag(voorbeeld_pad: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(voorbeeld_pad, tmp_path / "m.duckdb")
    database = Database(tmp_path / "m.duckdb", clock=lambda: NOW)
    yield database
    database.close()


@pytest.fixture
def stuk(opslag: Database) -> str:
    id_ = add_stuk(opslag, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="stuk")
    quote = citaten_om_te_kiezen(opslag, ANNA, id_)[0]
    leerpunt = beslisbaar(opslag, GEMEENTE)[0]
    chosen = [StukKeuze(KeuzeSoort.CITAAT, quote.id), StukKeuze(KeuzeSoort.LEERPUNT, leerpunt.id)]
    choose(opslag, ANNA, id_, [*chosen, StukKeuze(KeuzeSoort.INDICATOR, CIJFER, WIJK)])
    besluit = OnderdeelInvoer(eerder=EerderVorm.BESLUIT, raadsbesluit=raadsbesluiten(opslag, GEMEENTE)[0].id)
    add_onderdeel(opslag, ANNA, id_, OnderdeelSoort.EERDER, besluit, token="eerder")
    tekst = TekstInvoer(StukVeld(Deel.SAMENVATTING), "Een tolk helpt.", 0)
    save_tekst(opslag, ANNA, id_, tekst, token="tekst")
    return id_


def soorten(database: Database, stuk: str) -> list[VeranderingSoort]:
    return [it.soort for it in wat_veranderde(database, ANNA, stuk).veranderingen]


def keep(database: Database, who: Gebruiker, stuk: str, token: str) -> Momentopname:
    made = take_momentopname(database, who, lees_moment(database, who, stuk), token=token)
    assert made is not None
    return made


def lines(database: Database, made: Momentopname) -> tuple[MomentRegel, ...]:
    with database.reading() as cursor:
        return MomentopnameStore(cursor).regels(made.id)


def run(database: Database, sql: str, *parameters: object) -> None:
    with database.writing() as cursor:
        cursor.execute(sql, list(parameters))


def test_it_holds_ids_figures_and_hashes_and_never_a_word(opslag: Database, stuk: str) -> None:
    made = keep(opslag, ANNA, stuk, "m")
    assert keep(opslag, ANNA, stuk, "m") == made
    assert momentopnamen(opslag, ANNA, stuk)[0].hash == made.hash
    assert lines(opslag, made) == lees_moment(opslag, ANNA, stuk).regels
    assert {it.soort for it in lines(opslag, made)} == set(RegelSoort)
    assert made.kenmerk == f"1-{made.hash[:12]}"
    quote = next(iter(bruikbare_citaten(opslag, lees_stuk(opslag, ANNA, stuk).citaten).values()))
    words = {quote.citaat, quote.titel, "Een tolk helpt.", beslisbaar(opslag, GEMEENTE)[0].tekst}
    for row in rows(opslag, "SELECT * FROM momentopname_regel"):
        assert not words & set(row)
    again = keep(opslag, opdracht_gebruiker("test"), stuk, "n")
    assert (again.id, again.kenmerk) == (made.id, made.kenmerk)
    with pytest.raises(GeenRecht):
        keep(opslag, BEZOEKER, stuk, "b")


def test_nothing_changed_is_nothing_told(opslag: Database, stuk: str) -> None:
    assert wat_veranderde(opslag, ANNA, stuk).sinds is None
    assert soorten(opslag, stuk) == []
    keep(opslag, ANNA, stuk, "m")
    assert soorten(opslag, stuk) == []
    with pytest.raises(NietGevonden):
        wat_veranderde(opslag, ANNA, stuk, nummer=9)


def test_a_figure_that_changed_came_or_went_is_told_with_both_values(opslag: Database, stuk: str) -> None:
    keep(opslag, ANNA, stuk, "m")
    with opslag.reading() as cursor:
        known = cursor.rows(f"SELECT periode, waarde FROM meting {HIER} ORDER BY periode", [WIJK, CIJFER])  # noqa: S608
    (first, _), (second, _), *_, (last, was) = known
    run(
        opslag,
        f"UPDATE meting SET waarde = 42, ondergrens = NULL, bovengrens = NULL {HIER} AND periode = ?",  # noqa: S608
        *(WIJK, CIJFER, last),
    )
    (changed,) = wat_veranderde(opslag, ANNA, stuk).veranderingen
    assert (changed.soort, changed.gebied, changed.periode) == (V.ANDER_CIJFER, WIJK, last)
    assert (changed.was, changed.nu) == (was, 42)
    new = f"INSERT INTO meting SELECT * REPLACE ('2099' AS periode) FROM meting {HIER} AND periode = ?"  # noqa: S608
    run(opslag, new, WIJK, CIJFER, first)
    run(opslag, f"DELETE FROM meting {HIER} AND periode = ?", WIJK, CIJFER, second)  # noqa: S608
    assert soorten(opslag, stuk) == [V.NIEUW_CIJFER, V.ANDER_CIJFER, V.CIJFER_WEG]
    # What came for another figure, or another wijk, is no news for this stuk.
    assert {it.ref for it in wat_veranderde(opslag, ANNA, stuk).veranderingen} == {CIJFER}


def test_a_figure_that_may_no_longer_be_shown_is_told_without_what_it_was(opslag: Database, stuk: str) -> None:
    keep(opslag, ANNA, stuk, "m")
    hide = "INSERT INTO meting_onderdrukking (gebied, indicator, periode) SELECT gebied, indicator, periode FROM meting"
    run(opslag, f"{hide} {HIER}", WIJK, CIJFER)
    found = wat_veranderde(opslag, ANNA, stuk).van(V.ANDER_CIJFER)
    assert {(it.was, it.nu) for it in found} == {(None, None)}


def test_a_citaat_that_was_taken_back_is_told_also_when_it_left_the_draft(opslag: Database, stuk: str) -> None:
    (quoted,) = lees_stuk(opslag, ANNA, stuk).citaten
    keep(opslag, ANNA, stuk, "m")
    withdraw_verhaal(opslag, quoted, "test")
    assert soorten(opslag, stuk) == [V.CITAAT_WEG]
    assert bruikbare_citaten(opslag, lees_stuk(opslag, ANNA, stuk).citaten) == {}
    choose(opslag, ANNA, stuk, [StukKeuze(KeuzeSoort.CITAAT, quoted)], erbij=False)
    assert soorten(opslag, stuk) == [V.CITAAT_WEG, V.KEUZE_ANDERS]
    # A stuk that is written out again holds it no longer, and has nothing to tell.
    keep(opslag, ANNA, stuk, "n")
    assert soorten(opslag, stuk) == []
    assert [it.soort for it in wat_veranderde(opslag, ANNA, stuk, nummer=1).veranderingen] == [
        V.CITAAT_WEG,
        V.KEUZE_ANDERS,
    ]


def test_a_citaat_that_is_no_longer_openbaar_is_told_just_the_same(opslag: Database, stuk: str) -> None:
    (quoted,) = lees_stuk(opslag, ANNA, stuk).citaten
    keep(opslag, ANNA, stuk, "m")
    run(opslag, "UPDATE toestemming SET gegeven = FALSE WHERE verhaal = ? AND gebruik = 'openbaar'", quoted)
    assert soorten(opslag, stuk) == [V.CITAAT_WEG]


def test_a_definition_a_leerpunt_a_besluit_and_a_text_that_changed_are_told(opslag: Database, stuk: str) -> None:
    keep(opslag, ANNA, stuk, "m")
    run(opslag, VERSIE, CIJFER)
    assert soorten(opslag, stuk) == [V.DEFINITIE_ANDERS]
    run(
        opslag,
        "UPDATE leerpunt_lezing SET tekst = 'Anders.' WHERE leerpunt = ?",
        lees_stuk(opslag, ANNA, stuk).gekozen(KeuzeSoort.LEERPUNT)[0],
    )
    run(opslag, "UPDATE beslispunt SET tekst = 'Anders.'")
    save_tekst(opslag, ANNA, stuk, TekstInvoer(StukVeld(Deel.SAMENVATTING), "Twee tolken.", 1), token="tekst2")
    save_tekst(opslag, ANNA, stuk, TekstInvoer(StukVeld(Deel.AANLEIDING), "Een vraag.", 0), token="tekst3")
    assert soorten(opslag, stuk) == [
        V.DEFINITIE_ANDERS,
        V.LEERPUNT_ANDERS,
        V.BESLUIT_ANDERS,
        V.TEKST_ANDERS,
        V.TEKST_ANDERS,
    ]


def test_a_sentence_of_the_tool_that_changed_under_an_edited_one_is_told_and_the_words_stay(
    opslag: Database, stuk: str
) -> None:
    own = "De vraag veranderde in 2021. Daarom loopt de lijn niet door."
    save_tekst(opslag, ANNA, stuk, TekstInvoer(ZIN, "De lijn loopt niet door.", 0, own), token="zin")
    found = lees_stuk(opslag, ANNA, stuk)
    assert zin_veranderingen(found, {ZIN: own}) == ()
    (changed,) = zin_veranderingen(found, {ZIN: own + " Anders."})
    assert (changed.soort, changed.ref) == (V.ZIN_ANDERS, veld_ref(ZIN))
    (gone,) = zin_veranderingen(found, {})
    assert gone.soort is V.ZIN_WEG
    assert [it.tekst for it in lees_stuk(opslag, ANNA, stuk).eigen_zinnen.values()] == ["De lijn loopt niet door."]


def write(database: Database, stuk: str, tekst: str, begonnen_bij: int) -> None:
    invoer = TekstInvoer(StukVeld(Deel.SAMENVATTING), tekst, begonnen_bij)
    save_tekst(database, ANNA, stuk, invoer, token=f"{tekst}{begonnen_bij}")


def test_the_same_stuk_written_out_again_is_the_same_momentopname(opslag: Database, stuk: str) -> None:
    first = keep(opslag, ANNA, stuk, "docx")
    for token, who in (("pdf", ANNA), ("odt", opdracht_gebruiker("griffie")), ("md", ANNA)):
        assert keep(opslag, who, stuk, token).kenmerk == first.kenmerk
    (kept,) = momentopnamen(opslag, ANNA, stuk)
    assert (kept.id, kept.op, kept.door) == (first.id, first.op, ANNA.id)
    assert kept.laatst > first.laatst == first.op
    assert [who for (who,) in rows(opslag, "SELECT door FROM momentopname_uitgave ORDER BY op")] == [
        ANNA.id,
        opdracht_gebruiker("griffie").id,
        ANNA.id,
    ]
    said = "SELECT wat FROM logboek WHERE soort = 'momentopname' ORDER BY op"
    assert [wat for (wat,) in rows(opslag, said)] == ["vastgelegd", *["opnieuw uitgegeven"] * 3]
    # Pressed twice is one time.
    assert keep(opslag, ANNA, stuk, "pdf").laatst == kept.laatst
    assert momentopnamen(opslag, ANNA, stuk) == (kept,)


def test_a_change_that_was_taken_back_gives_the_kenmerk_of_before_and_that_is_the_last_version(
    opslag: Database, stuk: str
) -> None:
    first = keep(opslag, ANNA, stuk, "a")
    write(opslag, stuk, "Twee tolken.", 1)
    second = keep(opslag, ANNA, stuk, "b")
    write(opslag, stuk, "Een tolk helpt.", 2)
    # The number of the text is another one, its words are those of before: so is the document.
    assert {it.soort for it in wat_veranderde(opslag, ANNA, stuk).veranderingen} == {V.TEKST_ANDERS}
    again = keep(opslag, ANNA, stuk, "c")
    assert (first.nummer, second.nummer, again.nummer) == (1, 2, 1)
    assert again.kenmerk == first.kenmerk != second.kenmerk
    assert [it.nummer for it in momentopnamen(opslag, ANNA, stuk)] == [1, 2]
    since = wat_veranderde(opslag, ANNA, stuk)
    assert (since.sinds, since.veranderingen) == (again, ())
    assert wat_veranderde(opslag, ANNA, stuk, nummer=2).veranderingen != ()
    write(opslag, stuk, "Drie tolken.", 3)
    assert keep(opslag, ANNA, stuk, "d").nummer == 3


def test_two_of_before_with_the_same_in_them_stay_and_the_first_is_the_one(opslag: Database, stuk: str) -> None:
    first = keep(opslag, ANNA, stuk, "a")
    # As stukken were kept before: each time that it was written out.
    copied = "INSERT INTO momentopname SELECT * REPLACE ('oud' AS id, 2 AS nummer) FROM momentopname WHERE id = ?"
    run(opslag, copied, first.id)
    assert keep(opslag, ANNA, stuk, "b").kenmerk == first.kenmerk
    assert {it.nummer for it in momentopnamen(opslag, ANNA, stuk)} == {1, 2}
    # Another stuk with the same in it is another document.
    run(opslag, "UPDATE momentopname SET hash = 'anders'")
    assert keep(opslag, ANNA, stuk, "c").nummer == 3


def test_the_order_of_lines_makes_no_difference() -> None:
    lines = [MomentRegel(RegelSoort.METING, "a", str(n), WIJK, str(n), float(n)) for n in range(3)]
    assert verschillen(lines, reversed(lines)) == ()
