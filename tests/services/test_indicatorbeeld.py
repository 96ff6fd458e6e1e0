"""The page of one indicator: its whole way, figures only where it holds, comparison only where it is allowed."""

import csv
import shutil
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing, opdracht_gebruiker
from monitor.domain.indicator import Beinvloedbaar, IndicatorStatus, Rol, StemRol
from monitor.domain.indicatorbeeld import Indicatorbeeld
from monitor.domain.meting import OntbreektReden, with_value
from monitor.domain.wijk import ActiviteitStatus
from monitor.errors import NietGevonden
from monitor.services.indicatorbeeld import indicatorbeeld, indicatorbeelden, metingen_csv
from monitor.services.kiezen import Stemmen, count_herkenning, keuzebeeld, place_voorstellen, work_out
from monitor.services.tellen import NieuweTelling, add_telling, set_nulmeting
from monitor.services.uitvoer import KOLOMMEN
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.zinnen import zinnen_for
from monitor.store.database import Database
from monitor.store.uitvoer_store import OPGEGEVEN
from monitor.ui import bronnen
from tests.conftest import NOW
from tests.services.builders import ANDERE_WIJK, WIJK
from tests.services.test_kiezen import UITWERKING, groep
from tests.services.test_levensloop import BEGELEIDER

HOGE_LINDEN, MEERZIJDE, NIEUWE_KADE = "WK990101", "WK990105", "WK990107"
GEMEENTE = "GM9901"
BUREN = "vm-buren-oppassen"


def names(beeld: Indicatorbeeld) -> list[str]:
    return [it.wijk.naam for it in beeld.vergelijking.reeksen]


def test_the_dossier_tells_every_step_with_its_reason(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, BUREN, wijk=HOGE_LINDEN)
    assert [it.status for it in beeld.stappen] == [
        IndicatorStatus.VOORSTEL,
        IndicatorStatus.IN_GESPREK,
        IndicatorStatus.GEDRAGEN,
        IndicatorStatus.IN_GEBRUIK,
    ]
    assert beeld.indicator.status is IndicatorStatus.IN_GEBRUIK
    assert beeld.stappen[2].op.date() == date(2017, 5, 11)
    assert beeld.stappen[2].reden == "Bewoners en professionals uit De Hoge Linden stemden ermee in."
    assert [(it.rol.value, it.voor) for it in beeld.dossiers[0].draagvlak] != []
    assert "Soepmiddag in de fietsenkelder" in [it.naam for it in beeld.bijdragen]


def test_of_a_wijk_only_its_own_support_and_objections_stand_there(voorbeeld: Database) -> None:
    everywhere, here = indicatorbeeld(voorbeeld, BUREN), indicatorbeeld(voorbeeld, BUREN, wijk=HOGE_LINDEN)
    assert [it.gebied for it in here.dossiers] == [HOGE_LINDEN]
    assert len(everywhere.dossiers) > 1
    assert any(it.bezwaren for it in everywhere.dossiers)
    assert {it.gebied for it in here.bijdragen} <= {HOGE_LINDEN, "GM9901"}


def test_who_is_waited_for_is_said_with_the_reason(voorbeeld: Database) -> None:
    (dossier,) = indicatorbeeld(voorbeeld, "vm-jongeren-gehoord", wijk=HOGE_LINDEN).dossiers
    assert dossier.wacht == (
        "Bewoners steunen dit. Wacht sinds oktober 2025 op professionals. "
        "Hun reden: Wij weten nog niet hoe we dit vragen zonder dat het een verhoor wordt."
    )


def test_a_national_figure_waits_for_nobody_and_holds_everywhere(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, "kwb-inwoners", wijk=MEERZIJDE)
    assert beeld.indicator.rol is Rol.CONTEXT
    assert beeld.dossiers == ()
    assert beeld.niet_geldig is None
    assert beeld.reeks is not None
    assert names(beeld) == sorted(names(beeld))
    assert len(names(beeld)) == 10


def test_the_figures_are_those_of_the_wijk_page(voorbeeld: Database) -> None:
    kaarten = wijkbeeld(voorbeeld, HOGE_LINDEN).kaarten
    reeksen = [it for kaart in kaarten for it in kaart.reeksen]
    assert len(reeksen) > 5
    for reeks in reeksen:
        shown = indicatorbeeld(voorbeeld, reeks.indicator.code, wijk=HOGE_LINDEN).reeks
        assert shown is not None
        assert replace(shown, indicator=reeks.indicator) == reeks
        assert zinnen_for(shown) == zinnen_for(reeks)
        assert (shown.indicator.rol, shown.indicator.status) == (reeks.indicator.rol, reeks.indicator.status)


def test_without_a_wijk_the_series_is_that_of_the_gemeente_as_its_source_gives_it(voorbeeld: Database) -> None:
    gemeente, wijk = indicatorbeeld(voorbeeld, BUREN), indicatorbeeld(voorbeeld, BUREN, wijk=HOGE_LINDEN)
    assert gemeente.reeks is not None
    assert wijk.reeks is not None
    assert gemeente.reeks.metingen == wijk.reeks.gemeente
    assert gemeente.reeks.gemeente == ()
    assert gemeente.schuring is None
    assert gemeente.plaats == gemeente.gemeente
    assert wijk.plaats == wijk.wijk


def test_many_at_once_are_what_each_is_by_itself_in_no_more_questions_than_one_or_two(voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        codes = [code for (code,) in cursor.rows("SELECT code FROM indicator ORDER BY code")]
    pairs = [(code, gebied) for code in codes for gebied in (HOGE_LINDEN, NIEUWE_KADE, GEMEENTE)]
    single = {
        (code, gebied): indicatorbeeld(
            voorbeeld,
            code,
            wijk=gebied if gebied != GEMEENTE else None,
            gemeente=GEMEENTE if gebied == GEMEENTE else None,
        )
        for code, gebied in pairs
    }
    assert any(it.verhalen and it.reeks for it in single.values())
    assert any(it.dossiers and it.bijdragen for it in single.values())
    before = voorbeeld.query_count
    assert indicatorbeelden(voorbeeld, pairs) == single
    assert voorbeeld.query_count - before < 20
    assert list(indicatorbeelden(voorbeeld, pairs)) == pairs


def test_of_many_at_once_what_the_store_does_not_know_is_left_out(voorbeeld: Database) -> None:
    asked = [(BUREN, "WK999999"), ("niets", HOGE_LINDEN), (BUREN, HOGE_LINDEN), (BUREN, "NL00"), (BUREN, "=SUM")]
    assert list(indicatorbeelden(voorbeeld, asked)) == [(BUREN, HOGE_LINDEN)]
    assert indicatorbeelden(voorbeeld, []) == {}


def test_where_a_wijk_did_not_choose_it_no_figure_stands_and_the_reason_does(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, BUREN, wijk=MEERZIJDE)
    assert beeld.reeks is None
    assert beeld.niet_geldig is not None
    assert beeld.niet_geldig.startswith("Meerzijde let niet op dit cijfer.")
    assert names(beeld) == []
    assert "Meerzijde" in beeld.vergelijking.zin
    assert MEERZIJDE not in metingen_csv(voorbeeld, beeld).decode()


def test_what_a_wijk_watched_once_is_still_told_and_compared_no_more(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, "vm-samen-bewegen", wijk=HOGE_LINDEN)
    assert beeld.niet_geldig is not None
    assert "tot en met 28 februari 2021" in beeld.niet_geldig
    assert "Bewoners wilden plaats voor de weg naar hulp." in beeld.niet_geldig
    assert names(beeld) == []
    assert beeld.reeks is not None


def test_only_wijken_that_chose_it_stand_beside_each_other_and_by_name(voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        adopted = {
            code for (code,) in cursor.rows("SELECT gebied FROM geldig_in WHERE indicator = ? AND tot IS NULL", [BUREN])
        }
    beeld = indicatorbeeld(voorbeeld, BUREN, wijk=HOGE_LINDEN)
    assert {it.wijk.code for it in beeld.vergelijking.reeksen} <= adopted
    assert len(names(beeld)) > 2
    assert names(beeld) == sorted(names(beeld), key=str.casefold)


def test_one_wijk_alone_is_no_comparison(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, "vm-open-tafel", wijk=HOGE_LINDEN)
    assert names(beeld) == []
    assert "nog geen twee wijken" in beeld.vergelijking.zin


def test_a_changed_definition_is_a_version_with_its_reason_and_a_break(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, "vm-weg-naar-hulp", wijk=HOGE_LINDEN)
    newest, oldest = beeld.versies
    assert newest.indicator.versie == 2
    assert oldest.indicator.naam == "Wie hulp zoekt kan een loket noemen"
    assert "Bewoners zeiden" in newest.reden
    assert beeld.reeks is not None
    assert [it.vanaf for it in beeld.reeks.breuken] == [date(2021, 1, 1)]


def test_its_verhalen_are_those_that_are_linked_to_it(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, BUREN, wijk=HOGE_LINDEN)
    assert beeld.verhalen
    assert all(BUREN in {band.indicator for band in it.koppelingen} for it in beeld.verhalen)
    assert {it.gebied for it in beeld.verhalen} == {HOGE_LINDEN}
    assert beeld.schuring is not None
    everywhere = indicatorbeeld(voorbeeld, BUREN)
    assert set(beeld.verhalen) < set(everywhere.verhalen)
    assert [it.kwartaal for it in everywhere.verhalen] == sorted(
        (it.kwartaal for it in everywhere.verhalen), reverse=True
    )


def test_verhalen_of_a_small_wijk_stand_at_the_gemeente(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, "vm-buren-oppassen", wijk=NIEUWE_KADE)
    assert beeld.verhalen_op_gemeente
    assert beeld.verhalen == ()
    assert beeld.schuring is None


def test_who_learns_in_the_wijk_reads_more_and_what_chafes_is_said_of_public_verhalen_alone(
    voorbeeld: Database,
) -> None:
    lezer = Gebruiker("x", "x", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEWONER, HOGE_LINDEN),))
    for code in (BUREN, "vm-rondkomen", "vm-weg-naar-hulp"):
        public = indicatorbeeld(voorbeeld, code, wijk=HOGE_LINDEN, gebruiker=BEZOEKER)
        seen = indicatorbeeld(voorbeeld, code, wijk=HOGE_LINDEN, gebruiker=lezer)
        assert set(public.verhalen) <= {it for it in seen.verhalen if it.openbaar} | set(public.verhalen)
        assert {it.id for it in public.verhalen} <= {it.id for it in seen.verhalen}
        assert seen.schuring == public.schuring


def test_the_page_takes_seven_questions_whatever_it_shows(voorbeeld: Database) -> None:
    for code, wijk in ((BUREN, HOGE_LINDEN), (BUREN, None), ("kwb-inwoners", HOGE_LINDEN)):
        before = voorbeeld.query_count
        indicatorbeeld(voorbeeld, code, wijk=wijk, gemeente="GM9901")
        assert voorbeeld.query_count - before <= 7


@pytest.mark.parametrize("code", ["bestaat-niet", "", "x' OR 1=1", "é" * 500])
def test_an_unknown_indicator_gets_a_sentence(voorbeeld: Database, code: str) -> None:
    with pytest.raises(NietGevonden, match="kennen wij niet") as refused:
        indicatorbeeld(voorbeeld, code)
    assert len(str(refused.value)) < 250


@pytest.mark.parametrize("wijk", ["WK999999", "GM9901", "BU99010103", "niets"])
def test_an_unknown_wijk_gets_a_sentence_and_never_another(voorbeeld: Database, wijk: str) -> None:
    with pytest.raises(NietGevonden):
        indicatorbeeld(voorbeeld, BUREN, wijk=wijk)


def test_a_national_figure_asks_for_a_gemeente_and_an_own_one_knows_its_own(voorbeeld: Database) -> None:
    national, own = indicatorbeeld(voorbeeld, "kwb-inwoners"), indicatorbeeld(voorbeeld, BUREN)
    assert national.gemeente is None
    assert national.verhalen == ()
    assert own.gemeente is not None
    assert own.gemeente.code == "GM9901"
    with pytest.raises(NietGevonden):
        indicatorbeeld(voorbeeld, "kwb-inwoners", gemeente="GM0000")


def test_the_file_holds_the_figures_of_the_page_as_the_command_writes_them(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, BUREN, wijk=HOGE_LINDEN)
    rows = list(csv.DictReader(StringIO(metingen_csv(voorbeeld, beeld).decode("utf-8"))))
    assert tuple(it for it in rows[0] if it not in ("gebied_naam", "indicator_naam")) == KOLOMMEN
    assert {row["indicator_naam"] for row in rows} == {beeld.indicator.naam}
    assert {row["gebied_naam"] for row in rows} == {"Veldermeer", *names(beeld)}
    assert {row["indicator"] for row in rows} == {BUREN}
    assert {row["gebied"] for row in rows} == {"GM9901", *(it.wijk.code for it in beeld.vergelijking.reeksen)}
    assert beeld.reeks is not None
    here = {row["periode"]: float(row["waarde"]) for row in rows if row["gebied"] == HOGE_LINDEN}
    assert here == {it.periode: it.waarde for it in beeld.reeks.metingen if it.waarde is not None}


def test_the_file_for_a_spreadsheet_has_commas_as_dutch_people_write_them(voorbeeld: Database) -> None:
    beeld = indicatorbeeld(voorbeeld, "rivm-eenzaam", wijk=HOGE_LINDEN)
    text = metingen_csv(voorbeeld, beeld, voor_excel=True)
    assert text.startswith(b"\xef\xbb\xbfgebied;gebied_naam;indicator")
    assert b";56,4;" in text


def test_what_was_typed_is_not_said_to_come_from_a_source(voorbeeld_pad: Path, tmp_path: Path) -> None:
    shutil.copy(voorbeeld_pad, tmp_path / "m.duckdb")
    database = Database(tmp_path / "m.duckdb", clock=lambda: NOW)
    assert not any(it.opgegeven for it in indicatorbeeld(database, "vm-open-tafel", wijk=HOGE_LINDEN).bronnen)
    telling = NieuweTelling(gebied=HOGE_LINDEN, indicator="vm-open-tafel", periode="2026-K3", waarde="370")
    add_telling(database, opdracht_gebruiker("test"), telling, token="t")
    beeld = indicatorbeeld(database, "vm-open-tafel", wijk=HOGE_LINDEN)
    assert bronnen.named(beeld.bronnen)[-1] == "opgegeven bij Tellen, het laatst op 20 november 2026"
    rows = list(csv.DictReader(StringIO(metingen_csv(database, beeld).decode("utf-8"))))
    said = {row["periode"]: row["bron"] for row in rows if row["gebied"] == HOGE_LINDEN}
    assert said.pop("2026-K3") == OPGEGEVEN
    assert OPGEGEVEN not in said.values()
    database.close()


def test_an_initiatief_that_stopped_is_told_with_its_status(voorbeeld_pad: Path, tmp_path: Path) -> None:
    shutil.copy(voorbeeld_pad, tmp_path / "m.duckdb")
    database = Database(tmp_path / "m.duckdb", clock=lambda: NOW)
    going = {it.naam: it for it in indicatorbeeld(database, BUREN, wijk=HOGE_LINDEN).bijdragen}
    assert going["De sleutelplank"].initiatief
    assert going["De sleutelplank"].loopt
    with database.writing() as cursor:
        cursor.execute("UPDATE initiatief SET tot = DATE '2026-10-01' WHERE naam = 'De sleutelplank'")
    stopped = {it.naam: it for it in indicatorbeeld(database, BUREN, wijk=HOGE_LINDEN).bijdragen}["De sleutelplank"]
    assert stopped.status is ActiviteitStatus.GESTOPT
    database.close()


# What a wijk chose itself


@pytest.fixture
def gekozen(wijkstore: Database) -> str:
    """The code of an indicator that a wijk is talking about: from words, through a groep, with a count per role."""
    with wijkstore.writing() as cursor:
        for code, naam in ((GEMEENTE, "Veldermeer"), (WIJK, "Lindekwartier"), (ANDERE_WIJK, "Akker")):
            cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2015-01-01', NULL, ?)", [code, naam])
        for code in (WIJK, ANDERE_WIJK):
            cursor.execute("INSERT INTO gebied_ouder VALUES (?, ?, DATE '2015-01-01', NULL)", [code, GEMEENTE])
    code = work_out(wijkstore, BEGELEIDER, WIJK, groep(wijkstore), UITWERKING, token="u")
    count_herkenning(wijkstore, BEGELEIDER, WIJK, code, [Stemmen(StemRol.BEWONER, 7, 2, 1, "Vooral in de winter.")])
    return code


def test_what_a_wijk_talks_about_stands_there_with_the_words_it_began_with(wijkstore: Database, gekozen: str) -> None:
    beeld = indicatorbeeld(wijkstore, gekozen, wijk=WIJK)
    assert beeld.indicator.status is IndicatorStatus.IN_GESPREK
    assert beeld.niet_geldig == "In Lindekwartier is dit cijfer nog in gesprek. Daarom staat er nog geen getal."
    assert beeld.reeks is None
    (dossier,) = beeld.dossiers
    assert [(it.rol, it.tekst) for it in dossier.woorden] == [(StemRol.BEWONER, "Er is altijd ergens licht aan.")]
    assert [(it.rol, it.ja, it.deels, it.nee) for it in dossier.herkenning] == [(StemRol.BEWONER, 7, 2, 1)]
    assert beeld.versie.beinvloedbaar is Beinvloedbaar.VOLLEDIG


def test_a_wijk_that_never_talked_about_it_has_no_status_and_none_of_the_words(
    wijkstore: Database, gekozen: str
) -> None:
    beeld = indicatorbeeld(wijkstore, gekozen, wijk=ANDERE_WIJK)
    assert not beeld.besproken
    assert beeld.dossiers == ()
    assert [it.naam for it in beeld.wijken] == ["Lindekwartier"]


def test_words_that_were_taken_out_of_the_groep_or_away_are_told_no_more(wijkstore: Database, gekozen: str) -> None:
    (voorstel,) = [it for bij in keuzebeeld(wijkstore, WIJK).groepen for it in bij.voorstellen]
    place_voorstellen(wijkstore, BEGELEIDER, WIJK, [voorstel.id], None)
    assert indicatorbeeld(wijkstore, gekozen, wijk=WIJK).dossiers[0].woorden == ()


def test_its_own_gemeente_is_known_before_any_wijk_adopted_it(wijkstore: Database, gekozen: str) -> None:
    beeld = indicatorbeeld(wijkstore, gekozen)
    assert beeld.gemeente is not None
    assert beeld.gemeente.code == GEMEENTE


def test_the_period_with_which_a_series_begins_is_told(voorbeeld_pad: Path, tmp_path: Path) -> None:
    shutil.copy(voorbeeld_pad, tmp_path / "m.duckdb")
    database = Database(tmp_path / "m.duckdb")
    assert begins(database) == ["2017"] * 3
    set_nulmeting(database, opdracht_gebruiker("test"), HOGE_LINDEN, BUREN, "2019")
    assert begins(database) == ["2019"] * 3
    set_nulmeting(database, opdracht_gebruiker("test"), HOGE_LINDEN, BUREN, None)
    assert begins(database) == []
    database.close()


def begins(database: Database) -> list[str]:
    """With which period a figure begins: on its own page, beside other wijken, and on the page of its wijk."""
    beeld = indicatorbeeld(database, BUREN, wijk=HOGE_LINDEN)
    reeksen = [beeld.reeks, *(it.reeks for it in beeld.vergelijking.reeksen)]
    reeksen += [it for kaart in wijkbeeld(database, HOGE_LINDEN).kaarten for it in kaart.reeksen]
    return [it.nulmeting for it in reeksen if it and it.indicator.code == BUREN and it.nulmeting]


def test_a_count_that_is_too_small_is_shown_nowhere_and_stands_in_no_file(voorbeeld_pad: Path, tmp_path: Path) -> None:
    shutil.copy(voorbeeld_pad, tmp_path / "m.duckdb")
    database = Database(tmp_path / "m.duckdb")
    reeks = indicatorbeeld(database, "vm-open-tafel", wijk=HOGE_LINDEN).reeks
    assert reeks is not None
    newest = with_value(reeks.metingen)[-1]
    with database.writing() as cursor:
        cursor.execute(
            "INSERT INTO meting_onderdrukking (gebied, indicator, periode) VALUES (?, 'vm-open-tafel', ?)",
            [HOGE_LINDEN, newest.periode],
        )
    beeld = indicatorbeeld(database, "vm-open-tafel", wijk=HOGE_LINDEN)
    assert beeld.reeks is not None
    (hidden,) = (it for it in beeld.reeks.metingen if it.periode == newest.periode)
    assert (hidden.waarde, hidden.n, hidden.ontbreekt_reden) == (None, None, OntbreektReden.TE_KLEIN)
    rows = csv.DictReader(StringIO(metingen_csv(database, beeld).decode()))
    (row,) = (it for it in rows if it["gebied"] == HOGE_LINDEN and it["periode"] == newest.periode)
    assert (row["waarde"], row["ontbreekt_reden"]) == ("", "te_klein")
    database.close()


# Whatever was adopted where


LETTERS = "ABCDE"
adopted = st.dictionaries(
    st.sampled_from(LETTERS),
    st.tuples(
        st.sampled_from(["kern", "aanvullend", "ontwikkel"]), st.sampled_from([None, "2025-01-01", "2026-11-20"])
    ),
)


@pytest.fixture
def vijf(wijkstore: Database) -> Database:
    """Five wijken that all have a figure of the indicator, whether they chose it or not."""
    with wijkstore.writing() as cursor:
        cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2015-01-01', NULL, 'Veldermeer')", [GEMEENTE])
        cursor.execute(
            "INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte)"
            " VALUES ('i', 'eigen', 'x.csv', 'x', TIMESTAMP '2026-01-01 00:00:00', 'x', 'gemeente')"
        )
        for number, letter in enumerate(LETTERS):
            code = f"WK99011{number}"
            cursor.execute("INSERT INTO gebied VALUES (?, 'wijk')", [code])
            cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2015-01-01', NULL, ?)", [code, letter])
            cursor.execute("INSERT INTO gebied_ouder VALUES (?, ?, DATE '2015-01-01', NULL)", [code, GEMEENTE])
            cursor.execute(
                "INSERT INTO meting (gebied, indicator, periode, periode_start, waarde, status, inlezing)"
                " VALUES (?, 'buren', '2024', DATE '2024-01-01', ?, 'definitief', 'i')",
                [code, 90 - number],
            )
    return wijkstore


@given(adopted, st.none() | st.sampled_from(LETTERS))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_wijk_is_shown_or_compared_that_did_not_choose_the_figure(
    vijf: Database, where: dict[str, tuple[str, str | None]], chosen: str | None
) -> None:
    codes = {letter: f"WK99011{number}" for number, letter in enumerate(LETTERS)}
    with vijf.writing() as cursor:
        cursor.execute("DELETE FROM geldig_in")
        for letter, (rol, tot) in where.items():
            cursor.execute(
                "INSERT INTO geldig_in (id, indicator, gebied, rol, van, tot)"
                " VALUES (?, 'buren', ?, ?, DATE '2020-01-01', ?)",
                [letter, codes[letter], rol, tot],
            )
    beeld = indicatorbeeld(vijf, "buren", wijk=codes[chosen] if chosen else None, gemeente=GEMEENTE)
    now = {letter for letter, (_, tot) in where.items() if tot is None}
    assert names(beeld) in ([], sorted(now))
    assert bool(names(beeld)) == (len(now) > 1 and (chosen is None or chosen in now))
    assert (beeld.reeks is not None) == (chosen in where)
    assert (beeld.niet_geldig is None) == (chosen is None or chosen in now)
    shown = {row["gebied"] for row in csv.DictReader(StringIO(metingen_csv(vijf, beeld).decode()))}
    assert shown <= {codes[letter] for letter in where}
