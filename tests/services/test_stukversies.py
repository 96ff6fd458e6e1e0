"""What stood in a stuk before: it can be read and put back, and putting it back takes nothing from anybody."""

from dataclasses import replace
from decimal import Decimal

import pytest

from monitor.domain.gebruiker import BEZOEKER, opdracht_gebruiker
from monitor.domain.raadsstuk import (
    Deel,
    GeldVorm,
    OnderdeelInvoer,
    OnderdeelSoort,
    StukSoort,
    StukVeld,
)
from monitor.errors import GeenRecht, NietGevonden, OngeldigeInvoer
from monitor.services.raadsstukken import add_stuk, change_kop, lees_stuk
from monitor.services.stukkeuzes import citaten_om_te_kiezen
from monitor.services.stukonderdelen import add_onderdeel, change_onderdeel, move_onderdeel, remove_onderdeel
from monitor.services.stukvelden import TekstInvoer, remove_tekst, save_tekst
from monitor.services.stukversies import (
    kopversies,
    onderdeelversies,
    onderdelen_eruit,
    put_back_kop,
    put_back_onderdeel,
    put_back_tekst,
    remove_titels,
    return_onderdeel,
    veldversies,
)
from monitor.store.database import Database
from tests.services.builders import ANDERE_WIJK, WIJK
from tests.services.test_raadsstukken import (
    ANNA,
    BOB,
    GEMEENTE,
    KOP,
    SAMENVATTING,
    argument,
    beleid,
    point,
    teksten,
    velden,
    voorbeeld_copy,
    write,
    wrong,
)
from tests.services.test_wijkgesprek import rows

__all__ = ["voorbeeld_copy"]
GELD = OnderdeelInvoer(geldvorm=GeldVorm.STRUCTUREEL, bedragen=(Decimal(100), None, None, None))
ZIN = StukVeld(Deel.KANTTEKENINGEN, "zin:breuk")


@pytest.fixture
def stuk(wijkstore: Database) -> str:
    return add_stuk(wijkstore, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="stuk")


@pytest.fixture
def regel(wijkstore: Database, stuk: str) -> str:
    return add_onderdeel(wijkstore, ANNA, stuk, OnderdeelSoort.FINANCIELE_REGEL, GELD, {"tekst": "Tolk"}, token="geld")


def geld(bedrag: int) -> OnderdeelInvoer:
    return replace(GELD, bedragen=(Decimal(bedrag), None, None, None))


def bedragen(database: Database, stuk: str) -> list[Decimal | None]:
    return [it.stand.bedragen[0] for it in lees_stuk(database, ANNA, stuk).van(OnderdeelSoort.FINANCIELE_REGEL)]


def test_every_text_of_a_field_is_told_and_words_that_were_taken_away_stay_away(wijkstore: Database, stuk: str) -> None:
    for number, text in enumerate(("Een tolk.", "Twee tolken.", "Drie tolken.")):
        write(wijkstore, ANNA, stuk, text, number)
    found = veldversies(wijkstore, BOB, stuk, SAMENVATTING)
    assert [(it.versie.nummer, it.versie.tekst, it.staat) for it in found] == [
        (3, "Drie tolken.", True),
        (2, "Twee tolken.", False),
        (1, "Een tolk.", False),
    ]
    assert {it.versie.door for it in found} == {ANNA.id}
    remove_tekst(wijkstore, ANNA, stuk, SAMENVATTING)
    assert {it.versie.tekst for it in veldversies(wijkstore, BOB, stuk, SAMENVATTING)} == {None}
    with pytest.raises(NietGevonden):
        put_back_tekst(wijkstore, BOB, stuk, SAMENVATTING, 1, begonnen_bij=3, token="t")
    assert veldversies(wijkstore, BOB, stuk, StukVeld(Deel.AANLEIDING)) == ()


def test_an_older_text_is_put_back_as_a_new_one_and_the_others_stay_as_they_are(wijkstore: Database, stuk: str) -> None:
    write(wijkstore, ANNA, stuk, "Een tolk.", 0)
    write(wijkstore, BOB, stuk, "Twee tolken.", 1)
    before = lees_stuk(wijkstore, ANNA, stuk).teksten[SAMENVATTING]
    saved = put_back_tekst(wijkstore, BOB, stuk, SAMENVATTING, 1, begonnen_bij=2, token="terug")
    assert (saved.nummer, [it.tekst for it in saved.standen]) == (3, ["Een tolk."])
    again = put_back_tekst(wijkstore, BOB, stuk, SAMENVATTING, 1, begonnen_bij=2, token="terug")
    assert again.nummer == 3
    after = lees_stuk(wijkstore, ANNA, stuk).teksten[SAMENVATTING]
    assert (after[:2], after[2].door, len(after)) == (before, BOB.id, 3)
    # What stands there already is not written once more.
    assert put_back_tekst(wijkstore, ANNA, stuk, SAMENVATTING, 3, begonnen_bij=3, token="weer").nummer == 3


def test_who_puts_a_text_back_takes_nothing_from_who_wrote_meanwhile(wijkstore: Database, stuk: str) -> None:
    write(wijkstore, ANNA, stuk, "Een tolk.", 0)
    write(wijkstore, ANNA, stuk, "Twee tolken.", 1)
    write(wijkstore, BOB, stuk, "Drie tolken.", 2)
    saved = put_back_tekst(wijkstore, ANNA, stuk, SAMENVATTING, 1, begonnen_bij=2, token="t")
    assert saved.botst
    assert teksten(wijkstore, stuk) == ["Drie tolken.", "Een tolk."]


def test_a_sentence_of_the_tool_that_is_put_back_is_the_tools_again(wijkstore: Database, stuk: str) -> None:
    zin = "De vraag veranderde."
    save_tekst(wijkstore, ANNA, stuk, TekstInvoer(ZIN, "Iets anders.", 0, in_plaats_van=zin), token="een")
    save_tekst(wijkstore, ANNA, stuk, TekstInvoer(ZIN, zin, 1, in_plaats_van=zin), token="twee")
    save_tekst(wijkstore, ANNA, stuk, TekstInvoer(ZIN, "Nog anders.", 2, in_plaats_van=f"{zin} Nu."), token="drie")
    put_back_tekst(wijkstore, ANNA, stuk, ZIN, 2, begonnen_bij=3, token="vier")
    assert lees_stuk(wijkstore, ANNA, stuk).eigen_zinnen == {}
    put_back_tekst(wijkstore, ANNA, stuk, ZIN, 1, begonnen_bij=4, token="vijf")
    (own,) = lees_stuk(wijkstore, ANNA, stuk).eigen_zinnen.values()
    first = lees_stuk(wijkstore, ANNA, stuk).teksten[ZIN][0]
    assert (own.tekst, own.zelf_hash) == ("Iets anders.", first.zelf_hash)


def test_a_version_that_never_was_or_of_another_stuk_is_not_put_back(
    wijkstore: Database, stuk: str, regel: str
) -> None:
    other = add_stuk(wijkstore, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="ander")
    write(wijkstore, ANNA, stuk, "Een tolk.", 0)
    for where, nummer in ((stuk, 9), (stuk, 0), (stuk, -1), (other, 1)):
        with pytest.raises(NietGevonden):
            put_back_tekst(wijkstore, ANNA, where, SAMENVATTING, nummer, begonnen_bij=0, token="t")
        with pytest.raises(NietGevonden):
            put_back_onderdeel(wijkstore, ANNA, where, regel, nummer, begonnen_bij=1)
    assert onderdeelversies(wijkstore, ANNA, other, regel) == ()
    with pytest.raises(NietGevonden):
        put_back_onderdeel(wijkstore, ANNA, stuk, "weet-niet", 1, begonnen_bij=1)


def test_an_older_stand_is_put_back_in_the_place_that_the_onderdeel_has_now(
    wijkstore: Database, stuk: str, regel: str
) -> None:
    add_onderdeel(wijkstore, ANNA, stuk, OnderdeelSoort.FINANCIELE_REGEL, geld(7), token="tweede")
    change_onderdeel(wijkstore, ANNA, stuk, regel, geld(200), begonnen_bij=1)
    move_onderdeel(wijkstore, ANNA, stuk, regel, omhoog=False)
    assert bedragen(wijkstore, stuk) == [7, 200]
    put_back_onderdeel(wijkstore, BOB, stuk, regel, 1, begonnen_bij=3)
    assert bedragen(wijkstore, stuk) == [7, 100]
    found = onderdeelversies(wijkstore, BOB, stuk, regel)
    assert [(it.stand.nummer, it.stand.bedragen[0], it.door) for it in found] == [
        (4, 100, BOB.id),
        (3, 200, ANNA.id),
        (2, 200, ANNA.id),
        (1, 100, ANNA.id),
    ]
    put_back_onderdeel(wijkstore, BOB, stuk, regel, 1, begonnen_bij=4)
    assert len(onderdeelversies(wijkstore, BOB, stuk, regel)) == 4
    assert wrong(wijkstore) == []


def test_what_was_taken_out_returns_with_its_words(wijkstore: Database, stuk: str, regel: str) -> None:
    remove_onderdeel(wijkstore, ANNA, stuk, regel)
    (gone,) = onderdelen_eruit(wijkstore, BOB, stuk)
    assert (gone.id, gone.stand.nummer) == (regel, 2)
    with pytest.raises(NietGevonden):
        put_back_onderdeel(wijkstore, BOB, stuk, regel, 2, begonnen_bij=2)
    put_back_onderdeel(wijkstore, BOB, stuk, regel, 1, begonnen_bij=2)
    (back,) = lees_stuk(wijkstore, ANNA, stuk).van(OnderdeelSoort.FINANCIELE_REGEL)
    assert lees_stuk(wijkstore, ANNA, stuk).woorden(back) == "Tolk"
    assert onderdelen_eruit(wijkstore, BOB, stuk) == ()


def test_what_was_taken_out_returns_as_it_was_and_without_what_may_not_be_chosen_any_more(
    wijkstore: Database, stuk: str, regel: str
) -> None:
    punt = point(wijkstore, stuk, "Een tolk betalen.")
    reden = argument(wijkstore, stuk, "Het werkt.", punt)
    remove_onderdeel(wijkstore, ANNA, stuk, reden)
    assert return_onderdeel(wijkstore, BOB, stuk, reden) == ()
    assert lees_stuk(wijkstore, ANNA, stuk).nummers(OnderdeelSoort.ARGUMENT) == {reden: "1.1"}
    # Somebody else was first: nothing happens.
    assert return_onderdeel(wijkstore, ANNA, stuk, reden) == ()
    assert len(onderdeelversies(wijkstore, BOB, stuk, reden)) == 3
    for it in (reden, punt, regel):
        remove_onderdeel(wijkstore, ANNA, stuk, it)
    assert return_onderdeel(wijkstore, ANNA, stuk, reden) == ("bij",)
    assert return_onderdeel(wijkstore, ANNA, stuk, regel) == ()
    assert lees_stuk(wijkstore, ANNA, stuk).nummers(OnderdeelSoort.ARGUMENT) == {reden: "A.1"}
    assert bedragen(wijkstore, stuk) == [100]
    with pytest.raises(NietGevonden):
        return_onderdeel(wijkstore, ANNA, stuk, "weet-niet")
    assert wrong(wijkstore) == []


def test_what_somebody_types_in_what_a_colleague_takes_out_is_kept_and_returns_with_it(
    wijkstore: Database, stuk: str
) -> None:
    reden = argument(wijkstore, stuk, "Het werkt.")
    remove_onderdeel(wijkstore, BOB, stuk, reden)
    veld = StukVeld(Deel.ARGUMENTEN, onderdeel=reden)
    kept = write(wijkstore, ANNA, stuk, "Het werkt al jaren.", 1, veld=veld)
    assert (kept.nummer, kept.erin) == (2, False)
    found = lees_stuk(wijkstore, ANNA, stuk)
    assert (found.onderdeel(reden), found.velden_erin) == (None, tuple(it for it in found.velden_erin if it != veld))
    return_onderdeel(wijkstore, ANNA, stuk, reden)
    assert teksten(wijkstore, stuk, veld) == ["Het werkt al jaren."]
    assert write(wijkstore, ANNA, stuk, "Het werkt nog.", 2, veld=veld).erin
    assert wrong(wijkstore) == []


def test_a_citaat_that_was_taken_back_meanwhile_does_not_return_with_its_argument(voorbeeld_copy: Database) -> None:
    stuk = add_stuk(voorbeeld_copy, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="stuk")
    citaat = citaten_om_te_kiezen(voorbeeld_copy, ANNA, stuk)[0].id
    reden = argument(voorbeeld_copy, stuk, "Het werkt.", citaat=citaat)
    remove_onderdeel(voorbeeld_copy, ANNA, stuk, reden)
    with voorbeeld_copy.writing() as cursor:
        cursor.execute(
            "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op)"
            " VALUES ('nee', $verhaal, 'openbaar', FALSE, 'digitaal', 'verteller', $op)",
            {"verhaal": citaat, "op": voorbeeld_copy.now()},
        )
    assert return_onderdeel(voorbeeld_copy, ANNA, stuk, reden) == ("citaat",)
    (back,) = lees_stuk(voorbeeld_copy, ANNA, stuk).van(OnderdeelSoort.ARGUMENT)
    assert back.stand.citaat is None


def test_every_kop_is_told_put_back_and_its_titles_can_be_taken_away(wijkstore: Database, stuk: str) -> None:
    change_kop(wijkstore, BOB, stuk, replace(KOP, titel="Een tolk voor wie wil", jaar=2030), begonnen_bij=1, token="b")
    found = kopversies(wijkstore, ANNA, stuk)
    assert [(it.nummer, it.titel, it.door) for it in found] == [
        (2, "Een tolk voor wie wil", BOB.id),
        (1, KOP.titel, ANNA.id),
    ]
    with pytest.raises(OngeldigeInvoer, match="Iemand anders"):
        put_back_kop(wijkstore, ANNA, stuk, 1, begonnen_bij=1, token="t")
    put_back_kop(wijkstore, ANNA, stuk, 1, begonnen_bij=2, token="t")
    put_back_kop(wijkstore, ANNA, stuk, 1, begonnen_bij=2, token="t")
    now = lees_stuk(wijkstore, ANNA, stuk).kop
    assert (now.nummer, now.titel, now.jaar) == (3, KOP.titel, KOP.jaar)
    with pytest.raises(NietGevonden):
        put_back_kop(wijkstore, ANNA, stuk, 9, begonnen_bij=3, token="u")
    remove_titels(wijkstore, BOB, stuk)
    assert [it.titel for it in kopversies(wijkstore, ANNA, stuk)] == [KOP.titel, None, None]
    assert lees_stuk(wijkstore, ANNA, stuk).kop.titel == KOP.titel
    for action in (
        lambda: remove_titels(wijkstore, BOB, stuk),
        lambda: put_back_kop(wijkstore, ANNA, stuk, 2, begonnen_bij=3, token="v"),
    ):
        with pytest.raises(NietGevonden):
            action()
    assert wrong(wijkstore) == []


def test_a_stand_that_names_what_is_gone_is_not_put_back(wijkstore: Database, stuk: str) -> None:
    punt = point(wijkstore, stuk, "Een tolk betalen.")
    reden = argument(wijkstore, stuk, "Het werkt.", punt)
    change_onderdeel(wijkstore, ANNA, stuk, reden, OnderdeelInvoer(), begonnen_bij=1)
    remove_onderdeel(wijkstore, ANNA, stuk, punt)
    with pytest.raises(OngeldigeInvoer) as caught:
        put_back_onderdeel(wijkstore, ANNA, stuk, reden, 1, begonnen_bij=2)
    assert velden(caught) == ["bij"]


def test_figures_that_somebody_else_changed_meanwhile_are_not_overwritten(
    wijkstore: Database, stuk: str, regel: str
) -> None:
    add_onderdeel(wijkstore, ANNA, stuk, OnderdeelSoort.FINANCIELE_REGEL, geld(7), token="tweede")
    move_onderdeel(wijkstore, BOB, stuk, regel, omhoog=False)
    # To move it is to change nothing of what she fills in.
    change_onderdeel(wijkstore, ANNA, stuk, regel, geld(200), begonnen_bij=1)
    for action in (
        lambda: change_onderdeel(wijkstore, BOB, stuk, regel, geld(300), begonnen_bij=2),
        lambda: put_back_onderdeel(wijkstore, BOB, stuk, regel, 1, begonnen_bij=2),
    ):
        with pytest.raises(OngeldigeInvoer, match="Iemand anders veranderde dit intussen"):
            action()
    assert bedragen(wijkstore, stuk) == [7, 200]
    # In another window she may have changed it herself; what stands there already is no change.
    with pytest.raises(OngeldigeInvoer, match="U veranderde dit intussen in een ander venster"):
        change_onderdeel(wijkstore, ANNA, stuk, regel, geld(400), begonnen_bij=1)
    change_onderdeel(wijkstore, ANNA, stuk, regel, geld(400), begonnen_bij=3)
    change_onderdeel(wijkstore, BOB, stuk, regel, geld(400), begonnen_bij=1)
    assert len(rows(wijkstore, f"SELECT id FROM raadsstuk_onderdeel_stand WHERE onderdeel = '{regel}'")) == 4  # noqa: S608


def test_versions_are_for_who_reads_drafts_and_putting_back_for_who_writes_here(
    wijkstore: Database, stuk: str, regel: str
) -> None:
    write(wijkstore, ANNA, stuk, "Een tolk.", 0)
    for reader in (beleid("carla", WIJK), opdracht_gebruiker("test")):
        assert veldversies(wijkstore, reader, stuk, SAMENVATTING)
        assert onderdeelversies(wijkstore, reader, stuk, regel)
    for who in (BEZOEKER, beleid("carla", ANDERE_WIJK), opdracht_gebruiker("test")):
        with pytest.raises(GeenRecht):
            put_back_tekst(wijkstore, who, stuk, SAMENVATTING, 1, begonnen_bij=1, token="t")
        with pytest.raises(GeenRecht):
            put_back_onderdeel(wijkstore, who, stuk, regel, 1, begonnen_bij=1)
        for action in (
            lambda who=who: return_onderdeel(wijkstore, who, stuk, regel),
            lambda who=who: put_back_kop(wijkstore, who, stuk, 1, begonnen_bij=1, token="t"),
            lambda who=who: remove_titels(wijkstore, who, stuk),
        ):
            with pytest.raises(GeenRecht):
                action()
    for read in (
        lambda: veldversies(wijkstore, BEZOEKER, stuk, SAMENVATTING),
        lambda: onderdeelversies(wijkstore, BEZOEKER, stuk, regel),
        lambda: onderdelen_eruit(wijkstore, BEZOEKER, stuk),
        lambda: kopversies(wijkstore, BEZOEKER, stuk),
    ):
        with pytest.raises(GeenRecht):
            read()
