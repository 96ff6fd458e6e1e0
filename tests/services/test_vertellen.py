"""Telling a verhaal: who may, once only, what is asked of a child and a group, and what is kept as it was typed."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing, opdracht_gebruiker
from monitor.domain.verhaal import Gebruik, Leeftijdsgroep, ToestemmingDoor, Vertelwijze
from monitor.domain.vertelcode import hash_code, new_code
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services import uitnodigingen
from monitor.services.drempel import telling
from monitor.services.instellingen import NAMEN, Instellingen, bewaar
from monitor.services.toestemmingen import after_years
from monitor.services.uitnodigingen import NieuweUitnodiging
from monitor.services.verhalen import NieuwVerhaal
from monitor.services.vertellen import vertel
from monitor.store.database import Database
from tests.services.builders import ANDERE_WIJK, WIJK, make_verhaal

VANDAAG = date(2026, 11, 20)
BEHEERDER = opdracht_gebruiker("test")
INGEVULD = Instellingen(
    verantwoordelijke="De gemeente en het welzijnswerk",
    grondslag="taak van algemeen belang",
    bewaartermijnen="Twee jaar",
    functionaris="fg@voorbeeld.invalid",
    klacht="Bij de gemeente",
    hulp_tekst="Bel het wijkteam.",
    vragen_tekst="Bel de gemeente.",
)


def werker(rol: GebruikerRol = GebruikerRol.WELZIJNSWERKER, wijk: str | None = WIJK, **changes: Any) -> Gebruiker:
    toewijzing = Roltoewijzing(rol, wijk, organisatie="Welzijn Veldermeer")
    return replace(Gebruiker("proef:werker", "werker", Aanmelding.PROEF, (toewijzing,)), **changes)


def told(**changes: Any) -> NieuwVerhaal:
    """A verhaal that a resident typed herself today."""
    base = make_verhaal(
        verteld_op=VANDAAG, akkoord_op=VANDAAG, opgetekend_door="wie dan ook", wijze=Vertelwijze.ZELF, themas=()
    )
    return replace(base, **changes)


def tell(database: Database, gebruiker: Gebruiker = BEZOEKER, *, token: str = "t", **changes: Any) -> str:
    return vertel(database, gebruiker, told(**changes), token=token, code=new_code()).verhaal


def refused(database: Database, gebruiker: Gebruiker = BEZOEKER, **changes: Any) -> dict[str | None, str]:
    with pytest.raises(OngeldigeInvoer) as caught:
        tell(database, gebruiker, **changes)
    return {probleem.veld: probleem.melding for probleem in caught.value.problemen}


def rows(database: Database, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.rows(sql, parameters)


@pytest.fixture
def open_store(wijkstore: Database) -> Iterator[Database]:
    """A store in which Beheer filled in what the form needs."""
    bewaar(wijkstore, BEHEERDER, INGEVULD)
    telling.clear()
    yield wijkstore
    telling.clear()


# The form is open or shut


def test_the_form_is_shut_until_beheer_has_filled_in_who_answers_for_it(
    wijkstore: Database, count: Callable[[str], int]
) -> None:
    with pytest.raises(NietToegestaan, match=f"Beheer moet eerst dit invullen: {NAMEN['verantwoordelijke']}"):
        tell(wijkstore)
    assert count("verhaal") == 0
    assert rows(wijkstore, "SELECT wat, soort FROM logboek WHERE wat = 'geweigerd'") == [("geweigerd", "vertellen")]


# Once only


def test_the_same_token_gives_the_same_verhaal_and_writes_nothing(
    open_store: Database, count: Callable[[str], int]
) -> None:
    code = new_code()
    first = vertel(open_store, BEZOEKER, told(), token="een", code=code)
    lines = count("logboek")
    again = vertel(open_store, BEZOEKER, told(titel="Nog een keer geklikt"), token="een", code=code)
    assert again.verhaal == first.verhaal
    assert (first.eerder, again.eerder) == (False, True)
    assert count("verhaal") == count("inzending") == 1
    assert count("logboek") == lines


def test_two_clicks_at_the_same_moment_keep_one_verhaal(open_store: Database, count: Callable[[str], int]) -> None:
    code, start = new_code(), threading.Barrier(8)
    ids: list[str] = []

    def click() -> None:
        start.wait()
        ids.append(vertel(open_store, BEZOEKER, told(), token="dubbel", code=code).verhaal)

    threads = [threading.Thread(target=click) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ids) == 8
    assert len(set(ids)) == 1
    assert count("verhaal") == count("vertelcode") == count("inzending") == 1


def test_the_receipt_shows_no_code_that_opens_nothing(open_store: Database) -> None:
    tell(open_store, token="een")
    with pytest.raises(OngeldigeInvoer, match="een andere code"):
        tell(open_store, token="een")


def test_a_code_that_is_in_use_is_refused(open_store: Database, count: Callable[[str], int]) -> None:
    code = new_code()
    vertel(open_store, BEZOEKER, told(), token="een", code=code)
    with pytest.raises(OngeldigeInvoer, match="hoort al bij een ander verhaal"):
        vertel(open_store, werker(), told(wijze=Vertelwijze.PAPIER), token="twee", code=code.lower())
    assert count("verhaal") == 1


def test_of_the_code_only_the_hash_is_kept(open_store: Database) -> None:
    code = new_code()
    verhaal = vertel(open_store, BEZOEKER, told(), token="een", code=code).verhaal
    assert rows(open_store, "SELECT hash, verhaal FROM vertelcode") == [(hash_code(code), verhaal)]


@pytest.mark.parametrize("token", ["", "x" * 101, "half \ud83d", "nul\x00"])
def test_a_token_that_no_form_of_ours_makes_is_refused_in_a_sentence(open_store: Database, token: str) -> None:
    with pytest.raises(OngeldigeInvoer, match="Laad de pagina opnieuw"):
        tell(open_store, token=token)


# What is kept


def test_what_the_form_does_not_ask_is_filled_in(open_store: Database) -> None:
    tell(open_store)
    assert rows(open_store, "SELECT opgetekend_door, grondslag, taal, voorbeeld FROM verhaal") == [
        ("bezoeker", "taak van algemeen belang", "nl", False)
    ]
    assert rows(open_store, "SELECT thema FROM verhaal_thema") == [("anders",)]
    assert rows(open_store, "SELECT wijze, organisatie, afhankelijk FROM verhaal_herkomst") == [("zelf", None, False)]


def test_permission_holds_two_years_unless_another_day_was_chosen(open_store: Database) -> None:
    tell(open_store, gebruik=(Gebruik.LEREN,))
    tell(open_store, gebruik=(Gebruik.GESPREK,), token="twee", toestemming_tot=date(2027, 1, 1))
    assert rows(open_store, "SELECT gebruik, einddatum, vorm, door FROM toestemming ORDER BY gebruik") == [
        ("gesprek", date(2027, 1, 1), "digitaal", "verteller"),
        ("leren", date(2028, 11, 20), "digitaal", "verteller"),
    ]
    assert after_years(date(2028, 2, 29), 2) == date(2030, 2, 28)


def test_a_verhaal_is_public_only_when_the_teller_said_that_it_is_right(open_store: Database) -> None:
    tell(open_store)
    tell(open_store, token="twee", akkoord_op=None)
    assert sorted(rows(open_store, "SELECT soort, akkoord_op FROM verhaal_versie")) == [
        ("oorspronkelijk", None),
        ("publiek", VANDAAG),
    ]


def test_personal_data_do_not_stop_somebody_from_telling(open_store: Database) -> None:
    assert tell(open_store, tekst="Jan de Boer woont op Dorpsstraat 12, bel 06-12345678.", citaat=None)


def test_the_logboek_says_that_something_was_told_and_never_what(open_store: Database) -> None:
    tell(open_store, tekst="Een heel bijzonder zinnetje.", citaat=None, waarom="En nog een bijzonder zinnetje.")
    lines = rows(open_store, "SELECT wie, wat, velden FROM logboek WHERE soort = 'verhaal'")
    assert [(wie, wat) for wie, wat, _ in lines] == [("bezoeker", "toegevoegd")]
    assert not any("bijzonder" in str(line) for line in rows(open_store, "SELECT * FROM logboek"))


# Who may


def test_a_resident_tells_her_own_verhaal_and_writes_down_nobody_elses(open_store: Database) -> None:
    for wijze in (Vertelwijze.OPGETEKEND, Vertelwijze.UITNODIGING, Vertelwijze.PAPIER, Vertelwijze.INGELEZEN):
        with pytest.raises(NietToegestaan):
            tell(open_store, wijze=wijze, token=wijze.value)
    assert len(rows(open_store, "SELECT * FROM logboek WHERE wat = 'geweigerd'")) == 4
    assert tell(open_store)


@pytest.mark.parametrize(
    "rol", sorted(set(GebruikerRol) - {GebruikerRol.WELZIJNSWERKER, GebruikerRol.OPTEKENAAR}), ids=lambda rol: rol.value
)
def test_only_a_welzijnswerker_writes_down_what_another_tells(open_store: Database, rol: GebruikerRol) -> None:
    with pytest.raises(NietToegestaan):
        tell(open_store, werker(rol), wijze=Vertelwijze.OPGETEKEND)


def test_a_welzijnswerker_writes_down_in_her_own_wijk_for_her_organisation(open_store: Database) -> None:
    verhaal = tell(open_store, werker(), wijze=Vertelwijze.OPGETEKEND)
    assert rows(open_store, "SELECT opgetekend_door FROM verhaal") == [("proef:werker",)]
    assert rows(open_store, "SELECT verhaal, wijze, organisatie FROM verhaal_herkomst") == [
        (verhaal, "opgetekend", "Welzijn Veldermeer")
    ]
    assert rows(open_store, "SELECT DISTINCT vorm FROM toestemming") == [("mondeling",)]
    with pytest.raises(NietToegestaan, match="deze wijk"):
        tell(open_store, werker(), wijze=Vertelwijze.OPGETEKEND, gebied=ANDERE_WIJK, token="twee")


def test_a_session_that_is_over_writes_nothing(open_store: Database, count: Callable[[str], int]) -> None:
    over = werker(geldig_tot=datetime(2026, 11, 20, 9, 29))
    with pytest.raises(NietToegestaan, match="sessie is voorbij"):
        tell(open_store, over, wijze=Vertelwijze.OPGETEKEND)
    assert count("verhaal") == 0


def test_a_forgotten_wijk_is_no_refusal_but_a_problem_like_any_other(open_store: Database) -> None:
    problemen = refused(open_store, werker(), wijze=Vertelwijze.OPGETEKEND, gebied="", titel="", gebruik=())
    assert problemen["gebied"] == "Kies een wijk."
    assert set(problemen) == {"gebied", "titel", "gebruik"}


@pytest.mark.parametrize("gebied", ["GM9901", "niets", "WK999999", "een heel verhaal met woorden"])
def test_only_a_wijk_that_we_know_will_do(open_store: Database, gebied: str) -> None:
    assert set(refused(open_store, gebied=gebied)) == {"gebied"}
    assert not any("verhaal met" in str(line) for line in rows(open_store, "SELECT * FROM logboek"))


def test_somebody_who_did_not_sign_in_cannot_tell_without_end(open_store: Database) -> None:
    for number in range(10):
        vertel(open_store, BEZOEKER, told(), token=f"{number}", code=new_code(), adres="192.0.2.1")
    with pytest.raises(NietToegestaan, match="te vaak"):
        vertel(open_store, BEZOEKER, told(), token="elf", code=new_code(), adres="192.0.2.1")
    assert vertel(open_store, BEZOEKER, told(), token="elf", code=new_code(), adres="192.0.2.2").verhaal
    assert ("geweigerd", "bezoeker") in rows(open_store, "SELECT wat, wie FROM logboek")


def test_what_is_refused_does_not_count_as_told(open_store: Database) -> None:
    for _ in range(12):
        with pytest.raises(OngeldigeInvoer):
            vertel(open_store, BEZOEKER, told(titel=""), token="t", code=new_code(), adres="192.0.2.3")


# An invitation


def invited(database: Database) -> tuple[Gebruiker, str]:
    made = uitnodigingen.maak(database, werker(), NieuweUitnodiging(WIJK, "student"))
    return uitnodigingen.genodigde(database, made.geheim), made.uitnodiging.id


def test_an_optekenaar_writes_down_in_the_wijk_of_her_invitation_only(open_store: Database) -> None:
    optekenaar, uitnodiging = invited(open_store)
    tell(open_store, optekenaar, wijze=Vertelwijze.UITNODIGING)
    assert rows(open_store, "SELECT opgetekend_door FROM verhaal") == [(f"uitnodiging:{uitnodiging}",)]
    with pytest.raises(NietToegestaan, match="deze wijk"):
        tell(open_store, optekenaar, wijze=Vertelwijze.UITNODIGING, gebied=ANDERE_WIJK, token="twee")
    with pytest.raises(NietToegestaan, match="Zo kan"):
        tell(open_store, optekenaar, wijze=Vertelwijze.OPGETEKEND, token="drie")


def test_an_invitation_that_was_taken_back_writes_nothing_more(open_store: Database) -> None:
    optekenaar, uitnodiging = invited(open_store)
    uitnodigingen.trek_in(open_store, werker(), uitnodiging)
    with pytest.raises(NietToegestaan):
        tell(open_store, optekenaar, wijze=Vertelwijze.UITNODIGING)


def test_an_invitation_of_more_than_ninety_days_ago_writes_nothing(
    open_store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = uitnodigingen.maak(open_store, werker(), NieuweUitnodiging(WIJK, "student"))
    optekenaar = uitnodigingen.genodigde(open_store, made.geheim)
    last = datetime(2026, 11, 20, 9, 30) + timedelta(days=90)
    monkeypatch.setattr(open_store, "now", lambda: last)
    day = last.date()
    assert tell(open_store, optekenaar, wijze=Vertelwijze.UITNODIGING, verteld_op=day, akkoord_op=day)
    monkeypatch.setattr(open_store, "now", lambda: last + timedelta(days=1))
    with pytest.raises(NietToegestaan):
        tell(open_store, optekenaar, wijze=Vertelwijze.UITNODIGING, token="twee")
    with pytest.raises(NietGevonden, match="geldt niet meer"):
        uitnodigingen.genodigde(open_store, made.geheim)


# A child, a group, somebody who depends on the writer


def test_under_sixteen_parent_and_child_agree_and_it_is_never_openbaar(open_store: Database) -> None:
    kind = {"leeftijdsgroep": Leeftijdsgroep.JONGER_DAN_16}
    assert set(refused(open_store, **kind)) == {"gebruik", "toestemming_door", "kind_akkoord"}
    tell(open_store, **kind, gebruik=(Gebruik.LEREN,), toestemming_door=ToestemmingDoor.OUDER, kind_akkoord=True)
    assert rows(open_store, "SELECT door FROM toestemming") == [("ouder_of_voogd",)]
    assert rows(open_store, "SELECT kind_akkoord FROM verhaal_herkomst") == [(True,)]


def test_a_legal_representative_is_kept_as_such(open_store: Database) -> None:
    tell(open_store, werker(), wijze=Vertelwijze.OPGETEKEND, toestemming_door=ToestemmingDoor.OUDER)
    assert rows(open_store, "SELECT DISTINCT door FROM toestemming") == [("ouder_of_voogd",)]


def test_who_gets_help_from_the_writer_has_seven_days_to_think(open_store: Database) -> None:
    tell(open_store, werker(), wijze=Vertelwijze.OPGETEKEND, afhankelijk=True)
    assert rows(open_store, "SELECT afhankelijk, bedenktijd_tot FROM verhaal_herkomst") == [(True, date(2026, 11, 27))]


def test_who_tells_herself_depends_on_no_writer(open_store: Database) -> None:
    tell(open_store, afhankelijk=True)
    assert rows(open_store, "SELECT afhankelijk FROM verhaal_herkomst") == [(False,)]


def test_a_group_says_who_it_is_and_is_two_people_or_more(open_store: Database) -> None:
    groep = {"wijze": Vertelwijze.OPGETEKEND, "toestemming_door": ToestemmingDoor.GROEP}
    assert set(refused(open_store, werker(), **groep, groep_aantal=1)) == {"namens", "groep_aantal"}
    tell(open_store, werker(), **groep, groep_aantal=6, namens="de handwerkclub", taal="tr", met_tolk=True)
    assert rows(open_store, "SELECT namens, taal, met_tolk FROM verhaal") == [("de handwerkclub", "tr", True)]
    assert rows(open_store, "SELECT groep_aantal FROM verhaal_herkomst") == [(6,)]


def test_a_paper_form_keeps_its_day_its_code_and_its_signature(open_store: Database) -> None:
    code = new_code()
    day = date(2026, 11, 2)
    paper = told(wijze=Vertelwijze.PAPIER, verteld_op=day, akkoord_op=day)
    vertel(open_store, werker(), paper, token="een", code=code)
    assert rows(open_store, "SELECT verteld_op FROM verhaal") == [(day,)]
    assert rows(open_store, "SELECT hash FROM vertelcode") == [(hash_code(code),)]
    assert rows(open_store, "SELECT DISTINCT vorm, einddatum FROM toestemming") == [("schriftelijk", date(2028, 11, 2))]


# What can go wrong is told at once


def test_every_problem_is_told_at_once_and_nothing_is_kept(open_store: Database, count: Callable[[str], int]) -> None:
    empty = told(
        titel=" ",
        tekst="",
        citaat="Dit zei niemand.",
        gebied="",
        perspectieven=(),
        gebruik=(),
        taal="klingon",
        waarom="x" * 10_001,
        toestemming_tot=date(2026, 11, 19),
    )
    with pytest.raises(OngeldigeInvoer) as caught:
        vertel(open_store, BEZOEKER, empty, token="t", code="ABCD")
    velden = [probleem.veld for probleem in caught.value.problemen]
    assert set(velden) == {
        "code",
        "titel",
        "tekst",
        "citaat",
        "gebied",
        "perspectief",
        "gebruik",
        "taal",
        "waarom",
        "tot",
    }
    assert velden.count("gebied") == 1
    assert count("verhaal") == count("inzending") == 0


def naughty() -> list[str]:
    path = Path(__file__).resolve().parents[3] / "shared" / "data" / "invoer" / "blns" / "blns.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def test_naughty_strings_come_back_as_they_went_in(open_store: Database, real_data: Path) -> None:
    """Each goes alone through one field and with others through the text; bulk import tries each in every field."""
    strings = [it for it in naughty() if it.strip() and "\x00" not in it]
    assert len(strings) > 400
    for at in range(0, len(strings), 5):
        some = [strings[(at + number) % len(strings)] for number in range(5)]
        titel, namens = (text[:100] if text[:100].strip() else text[-100:] for text in some[:2])
        waarom, wens, citaat = some[2], some[3], " ".join(some[4].split()[:60])
        tekst = f"x {citaat} {' x '.join(some)}"
        changes = {"titel": titel, "namens": namens, "waarom": waarom, "wens": wens, "citaat": citaat, "tekst": tekst}
        verhaal = tell(open_store, token=str(at), **changes)
        kept = "SELECT titel, tekst, waarom, wens FROM verhaal_versie WHERE verhaal = ?"
        assert rows(open_store, kept, verhaal) == [(titel.strip(), tekst.strip(), waarom.strip(), wens.strip())]
        assert rows(open_store, "SELECT namens FROM verhaal WHERE id = ?", verhaal) == [(namens.strip(),)]
        assert rows(open_store, "SELECT tekst FROM citaat WHERE verhaal = ?", verhaal) == [(citaat,)]


@pytest.mark.parametrize("teken", ["\x00", "\ud83d"], ids=["nul", "half teken"])
@pytest.mark.parametrize("veld", ["titel", "tekst", "waarom", "wens", "namens", "citaat"])
def test_what_no_store_can_keep_is_refused_with_its_field(open_store: Database, veld: str, teken: str) -> None:
    with pytest.raises(OngeldigeInvoer) as caught:
        tell(open_store, **{"citaat": None, veld: f"Een {teken} midden in"})
    assert any("teken" in it.melding for it in caught.value.problemen if it.veld == veld)
