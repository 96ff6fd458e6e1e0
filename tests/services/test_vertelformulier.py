"""What somebody typed and chose, read as a verhaal: nothing is guessed, and whatever is sent gets a sentence."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.verhaal import Gebruik, Gevoel, Leeftijdsgroep, Perspectief, ToestemmingDoor, Vertelwijze
from monitor.services.vertelformulier import read_formulier

VANDAAG = date(2026, 11, 20)
INGEVULD: dict[str, Any] = {
    "tekst": "Er staat nu een bank.",
    "titel": "De bank",
    "gevoel": "dubbel",
    "gebied": "WK990101",
    "perspectief": ["bewoner", "mantelzorger", "bewoner"],
    "gebruik": ["leren", "openbaar"],
    "tot": "twee_jaar",
    "klopt": "ja",
}


def problemen(**changes: Any) -> dict[str | None, str]:
    return {it.veld: it.melding for it in read_formulier({**INGEVULD, **changes}, VANDAAG).problemen}


def nieuw(**changes: Any) -> Any:
    gelezen = read_formulier({**INGEVULD, **changes}, VANDAAG)
    assert gelezen.problemen == ()
    return gelezen.nieuw


def test_a_filled_in_form_is_a_verhaal_of_today() -> None:
    read = nieuw()
    assert (read.titel, read.tekst, read.verteld_op, read.akkoord_op) == (
        "De bank",
        "Er staat nu een bank.",
        VANDAAG,
        VANDAAG,
    )
    assert read.gevoel is Gevoel.DUBBEL
    assert read.perspectieven == (Perspectief.BEWONER, Perspectief.MANTELZORGER)
    assert read.gebruik == (Gebruik.LEREN, Gebruik.OPENBAAR)
    assert read.wijze is Vertelwijze.ZELF
    assert read.toestemming_tot is None


def test_not_yet_right_is_an_answer_and_no_answer_is_a_problem() -> None:
    assert nieuw(klopt="nee").akkoord_op is None
    assert set(problemen(klopt="", gevoel="")) == {"klopt", "gevoel"}


def test_permission_ends_after_a_year_or_on_a_day_that_she_chose() -> None:
    assert nieuw(tot="een_jaar").toestemming_tot == date(2027, 11, 20)
    assert nieuw(tot="dag", tot_dag="31-12-2027").toestemming_tot == date(2027, 12, 31)
    assert "31-12-2027" in problemen(tot="dag", tot_dag="")["tot_dag"]
    assert set(problemen(tot="dag", tot_dag="31-02-2027")) == {"tot_dag"}


def test_a_paper_form_has_its_own_day_and_code() -> None:
    paper = {"hoe": "papier", "hulp": "nee", "code": "ABCD", "verteld_op": "2-3-2026"}
    gelezen = read_formulier({**INGEVULD, **paper}, VANDAAG)
    assert gelezen.papiercode == "ABCD"
    assert gelezen.nieuw.verteld_op == gelezen.nieuw.akkoord_op == date(2026, 3, 2)
    assert set(problemen(**{**paper, "verteld_op": ""})) == {"verteld_op"}
    assert set(problemen(**{**paper, "verteld_op": "gisteren"})) == {"verteld_op"}


def test_who_writes_it_down_says_whether_the_teller_depends_on_her() -> None:
    assert set(problemen(hoe="opgetekend")) == {"hulp"}
    assert nieuw(hoe="opgetekend", hulp="ja").afhankelijk
    assert not nieuw(hoe="opgetekend", hulp="nee").afhankelijk
    assert not nieuw(hulp="ja").afhankelijk


def test_a_parent_who_agrees_is_who_gives_permission() -> None:
    read = nieuw(leeftijdsgroep="jonger_dan_16", ouder_akkoord=["ja"], kind_akkoord=["ja"], gebruik=["leren"])
    assert read.leeftijdsgroep is Leeftijdsgroep.JONGER_DAN_16
    assert read.toestemming_door is ToestemmingDoor.OUDER
    assert read.kind_akkoord


@pytest.mark.parametrize("veld", ["gevoel", "hoe", "leeftijdsgroep", "toestemming_door"])
def test_what_is_not_on_the_list_is_refused_in_words(veld: str) -> None:
    assert problemen(**{veld: "iets anders"})[veld]


def test_with_how_many_is_a_number() -> None:
    assert nieuw(groep_aantal="6").groep_aantal == 6
    for wrong in ("zes", "-1", "6,5", "²", "99999"):
        assert "getal" in problemen(groep_aantal=wrong)["groep_aantal"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*INGEVULD, "hoe", "hulp", "tot_dag", "groep_aantal", "thema"]), ANYTHING))
def test_whatever_is_sent_is_read_or_told(velden: dict[str, Any]) -> None:
    gelezen = read_formulier(velden, VANDAAG)
    assert all(it.melding for it in gelezen.problemen)
    assert isinstance(gelezen.nieuw.tekst, str)


def test_naughty_strings_go_through_every_field_as_they_were_typed(real_data: Path) -> None:
    strings = json.loads((real_data / "invoer" / "blns" / "blns.json").read_text(encoding="utf-8"))
    assert len(strings) > 400
    for text in strings:
        read = nieuw(titel=text, tekst=text, waarom=text, wens=text, namens=text, citaat=text, gebied=text)
        assert (read.titel, read.tekst, read.gebied) == (text, text, text)
        assert {read.waarom, read.wens, read.namens, read.citaat} == {text.strip() or None}
        every = {"tot": "dag", **dict.fromkeys(["hoe", "gevoel", "leeftijdsgroep", "groep_aantal", "tot_dag"], text)}
        gelezen = read_formulier({**INGEVULD, **every, "perspectief": [text], "gebruik": [text]}, VANDAAG)
        assert text == "" or not text.strip() or gelezen.problemen
