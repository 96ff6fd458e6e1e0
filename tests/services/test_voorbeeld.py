"""The example is loaded as anybody's data, and gives every screen something to show."""

import csv
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from shapely.geometry import shape
from shapely.ops import unary_union

from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing, opdracht_gebruiker
from monitor.domain.indicator import IndicatorStatus, Rol
from monitor.domain.meting import OntbreektReden
from monitor.domain.proef import proefrol
from monitor.domain.verhaal import Gevoel, Perspectief, Verhouding
from monitor.domain.wijk import ActiviteitStatus
from monitor.errors import OngeldigBestand
from monitor.services.controle import check_store
from monitor.services.indicatorbeeld import indicatorbeeld
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.kiezen import keuzebeeld, remove_voorstel
from monitor.services.reservekopie import restore
from monitor.services.voorbeeld import VoorbeeldGeladen, is_empty, load_voorbeeld, remove_voorbeeld
from monitor.services.wijkspiegel import wijkspiegel
from monitor.settings import VOORBEELD
from monitor.store.database import Database
from monitor.store.intrekkingen import remember
from monitor.store.opslag import open_for_writing
from monitor.store.weghalen import TEKSTRIJEN, remove_words
from tests.conftest import NOW

TABLES = (
    *("gebied", "gebied_jaar", "gebied_versie", "gebied_ouder", "gebied_opvolger", "gebied_geometrie"),
    *("indicator", "indicator_versie", "indicator_status", "geldig_in", "draagvlak", "bezwaar", "meting", "breuk"),
    *("verhaal", "verhaal_versie", "verhaal_thema", "verhaal_perspectief", "verhaal_indicator", "citaat"),
    *("toestemming", "beoordeling", "intrekking", "initiatief", "plek", "activiteit", "activiteit_indicator"),
    *("initiatief_indicator", "gebeurtenis", "financiering", "bron", "inlezing", "thema"),
    *("verhaal_herkomst", "vertelcode", "vondst_akkoord", "verhaal_melding", "terugkoppeling", "uitnodiging"),
    *("nulmeting", "voorstel", "groep", "groep_voorstel", "groep_voorkeur", "groep_indicator", "herkenning"),
    *("leesronde", "leesronde_bron", "leesronde_stand", "leesronde_deelnemer", "leesronde_gast", "leesdomein"),
    *("sessie", "sessie_stap", "sessie_agenda", "sessie_deelnemer", "sessie_gast", "afspraak", "afspraak_stand"),
    *("leerpunt", "leerpunt_lezing", "leerpunt_bron", "leerpunt_stand"),
    *("leesdomein_verhaal", "leesstem", "leeskeuze", "leesafwijking", "leesnagaan", "leesherkenning"),
    *("wijkbezoek", "wijkbezoek_stap", "wijkbezoek_deelnemer", "wijkbezoek_verhaal"),
    *("raadsbesluit", "beslispunt", "beslispunt_bron"),
    *("raadsstuk", "raadsstuk_kop", "raadsstuk_keuze", "raadsstuk_onderdeel", "raadsstuk_onderdeel_stand"),
    *("raadsstuk_tekst", "momentopname", "momentopname_regel"),
    *("wijkplan", "wijkplan_stand", "wijkplan_kwestie", "wijkplan_versie", "wijkplan_maker", "wijkplan_deel"),
    *("wijkplan_afwijking", "wijkplan_regel", "wijkplan_terugblik", "wijkplan_terugblik_deelnemer"),
    *("wijkplan_bron", "wijkplan_aanvraag", "wijkplan_oordeel"),
    *("organisatie", "instelling", "navraag", "voortgang", "signaal", "aanleiding", "activiteit_partner"),
)


def count(database: Database, sql: str) -> int:
    with database.reading() as cursor:
        row = cursor.row(sql)
    assert row is not None
    return int(row[0])


def values(database: Database, sql: str) -> set[str]:
    with database.reading() as cursor:
        return {row[0] for row in cursor.rows(sql)}


def counts(database: Database) -> dict[str, int]:
    return {table: count(database, f"SELECT count(*) FROM {table}") for table in TABLES}  # noqa: S608


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the files, to spoil."""
    return Path(shutil.copytree(VOORBEELD, tmp_path / "voorbeeld"))


def test_there_is_enough_to_look_at(voorbeeld: Database) -> None:
    assert count(voorbeeld, "SELECT count(*) FROM verhaal") >= 60
    assert count(voorbeeld, "SELECT count(*) FROM initiatief") >= 20
    assert count(voorbeeld, "SELECT count(*) FROM plek") >= 20
    assert count(voorbeeld, "SELECT count(*) FROM activiteit") >= 15
    assert count(voorbeeld, "SELECT count(*) FROM gebeurtenis") >= 15
    assert count(voorbeeld, "SELECT count(DISTINCT jaar) FROM financiering") >= 3


def test_something_is_tried_on_asks_for_help_and_came_out_of_one_question(voorbeeld: Database) -> None:
    assert values(voorbeeld, "SELECT DISTINCT volhouden FROM voortgang WHERE volhouden IS NOT NULL") == {
        "met_hulp",
        "nee",
    }
    assert count(voorbeeld, "SELECT count(*) FROM aanleiding WHERE vraag IS NOT NULL") >= 3
    assert count(voorbeeld, "SELECT count(*) FROM aanleiding WHERE uit_activiteit IS NOT NULL") >= 2
    assert count(voorbeeld, "SELECT count(DISTINCT formeel) FROM activiteit_partner") == 2


def test_what_people_noticed_became_something_is_learned_from_or_waits(voorbeeld: Database) -> None:
    used = "SELECT {} FROM {} WHERE {} IS NOT NULL"
    begun = values(voorbeeld, used.format("signaal", "aanleiding", "signaal"))
    learned = values(voorbeeld, used.format("signaal", "leerpunt_bron", "signaal"))
    every = values(voorbeeld, "SELECT id FROM signaal")
    assert begun
    assert learned
    assert not begun & learned
    assert begun | learned < every
    early = """
        SELECT count(*) FROM aanleiding AS a JOIN signaal AS s ON s.id = a.signaal JOIN activiteit AS b
        ON b.id = a.activiteit WHERE s.gezien_op >= b.begonnen_op
    """
    assert count(voorbeeld, early) == 0


def test_there_are_ten_wijken_and_one_that_was_split(voorbeeld: Database) -> None:
    now = values(voorbeeld, "SELECT gebied FROM gebied_versie WHERE gebied LIKE 'WK%' AND geldig_tot IS NULL")
    former = values(voorbeeld, "SELECT gebied FROM gebied_versie WHERE gebied LIKE 'WK%' AND geldig_tot IS NOT NULL")
    assert len(now) == 10
    assert former == values(voorbeeld, "SELECT gebied FROM gebied_opvolger")
    assert count(voorbeeld, "SELECT count(*) FROM gebied_opvolger") == 3


def test_a_boundary_change_is_a_break_for_every_indicator(voorbeeld: Database) -> None:
    assert "WK990103" in values(
        voorbeeld, "SELECT gebied FROM breuk WHERE soort = 'gebiedsgrens' AND indicator IS NULL"
    )


def test_every_missing_reason_occurs_and_no_missing_value_is_a_number(voorbeeld: Database) -> None:
    reasons = values(voorbeeld, "SELECT DISTINCT ontbreekt_reden FROM meting WHERE ontbreekt_reden IS NOT NULL")
    assert reasons == set(OntbreektReden)
    assert count(voorbeeld, "SELECT count(*) FROM meting WHERE (waarde IS NULL) <> (ontbreekt_reden IS NOT NULL)") == 0


def test_every_verhouding_gevoel_and_perspectief_but_that_of_the_raad_occurs(voorbeeld: Database) -> None:
    assert values(voorbeeld, "SELECT DISTINCT verhouding FROM verhaal_indicator") == set(Verhouding)
    assert values(voorbeeld, "SELECT DISTINCT gevoel FROM verhaal") == set(Gevoel)
    perspectieven = values(voorbeeld, "SELECT DISTINCT perspectief FROM verhaal_perspectief")
    assert perspectieven == set(Perspectief) - {Perspectief.RAADSLID}


def test_every_thema_has_a_verhaal_and_some_verhalen_are_dilemmas(voorbeeld: Database) -> None:
    assert values(voorbeeld, "SELECT DISTINCT thema FROM verhaal_thema") == values(voorbeeld, "SELECT code FROM thema")
    assert count(voorbeeld, "SELECT count(*) FROM verhaal WHERE dilemma") >= 3


def test_every_status_of_an_activiteit_occurs_and_what_failed_has_its_lesson(voorbeeld: Database) -> None:
    assert values(voorbeeld, "SELECT DISTINCT status FROM activiteit") == set(ActiviteitStatus)
    assert (
        count(voorbeeld, "SELECT count(*) FROM activiteit WHERE status IN ('gestopt', 'mislukt') AND les IS NULL") == 0
    )


def test_one_wijk_has_no_verhaal_and_the_small_one_has_three(voorbeeld: Database) -> None:
    per_wijk = Counter(
        {
            wijk: count(voorbeeld, f"SELECT count(*) FROM verhaal WHERE gebied = '{wijk}'")  # noqa: S608
            for wijk in values(voorbeeld, "SELECT gebied FROM gebied_versie WHERE gebied LIKE 'WK%'")
        }
    )
    assert per_wijk["WK990107"] == 0
    assert per_wijk["WK990109"] == 3
    assert per_wijk["WK990105"] == 3
    assert per_wijk.most_common(1)[0][0] == "WK990101"
    inwoners = "SELECT waarde FROM meting WHERE indicator = 'kwb-inwoners' AND gebied = 'WK990109' AND periode = '2025'"
    assert count(voorbeeld, inwoners) < 1_000


def test_some_verhalen_wait_one_was_refused_and_one_was_taken_back(voorbeeld: Database) -> None:
    assert count(voorbeeld, "SELECT count(*) FROM verhaal WHERE id NOT IN (SELECT verhaal FROM beoordeling)") >= 3
    assert count(voorbeeld, "SELECT count(*) FROM beoordeling WHERE besluit = 'geweigerd'") == 1
    assert count(voorbeeld, "SELECT count(*) FROM intrekking") == 1
    assert count(voorbeeld, "SELECT count(*) FROM verhaal_versie WHERE tekst IS NULL") == 1


def test_every_verhaal_has_a_title_of_its_own_and_a_citaat_from_its_text(voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        rows = cursor.rows(
            "SELECT v.titel, v.tekst, c.tekst FROM verhaal_versie v JOIN citaat c USING (verhaal, versie)"
            " WHERE v.tekst IS NOT NULL"
        )
    assert len({titel for titel, _, _ in rows}) == len(rows)
    for titel, tekst, citaat in rows:
        assert len(titel) <= 60
        assert 40 <= len(tekst.split()) <= 140, titel
        assert citaat in tekst
        assert citaat[0].isupper(), titel


def test_every_wijk_watches_three_to_five_kernindicatoren(voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        kern = dict(
            cursor.rows("SELECT gebied, count(*) FROM geldig_in WHERE rol = 'kern' AND tot IS NULL GROUP BY gebied")
        )
    assert set(kern) == values(
        voorbeeld, "SELECT gebied FROM gebied_versie WHERE gebied LIKE 'WK%' AND geldig_tot IS NULL"
    )
    assert all(3 <= aantal <= 5 for aantal in kern.values())
    assert values(voorbeeld, "SELECT DISTINCT rol FROM geldig_in") == set(Rol) - {Rol.CONTEXT}


def test_an_indicator_waits_for_professionals_who_say_why(voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        newest = cursor.row("SELECT arg_max(status, op) FROM indicator_status WHERE indicator = 'vm-jongeren-gehoord'")
        why = cursor.row(
            "SELECT toelichting FROM draagvlak WHERE indicator = 'vm-jongeren-gehoord' AND rol = 'professional'"
        )
    assert newest == ("in_gesprek",)
    assert why is not None
    assert why[0]
    assert count(voorbeeld, "SELECT count(*) FROM bezwaar WHERE antwoord IS NULL") >= 1


def test_the_gemeente_is_never_the_sum_of_its_wijken(voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        rows = cursor.rows(
            """
            SELECT periode, sum(waarde) FILTER (gebied LIKE 'WK%'), max(waarde) FILTER (gebied = 'GM9901')
            FROM meting WHERE indicator = 'kwb-inwoners' GROUP BY periode
            """
        )
    assert len(rows) == 10
    assert all(wijken != gemeente for _, wijken, gemeente in rows)


def test_every_meting_is_of_an_indicator_and_a_year_that_its_wijk_existed_in(voorbeeld: Database) -> None:
    too_early = """
        SELECT count(*) FROM meting m
        WHERE m.gebied IN ('WK990106', 'WK990107') AND m.periode_start < DATE '2022-01-01' AND m.waarde IS NOT NULL
    """
    assert count(voorbeeld, too_early) == 0


def test_the_wijken_tile_the_gemeente_and_wind_for_vega(voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        rows = cursor.rows("SELECT gebied, jaar, geojson FROM gebied_geometrie")
    shapes = {(gebied, jaar): shape(json.loads(geojson)) for gebied, jaar, geojson in rows}
    for jaar in (2016, 2022):
        wijken = [form for (gebied, year), form in shapes.items() if year == jaar and gebied.startswith("WK")]
        assert unary_union(wijken).symmetric_difference(shapes["GM9901", jaar]).area < 1e-12
        assert sum(wijk.area for wijk in wijken) == pytest.approx(shapes["GM9901", jaar].area)
    assert all(form.is_valid and not form.exterior.is_ccw for form in shapes.values())


def test_loading_twice_changes_nothing(database: Database) -> None:
    load_voorbeeld(database, door="test")
    before = counts(database)
    again = load_voorbeeld(database, door="test")
    assert counts(database) == before
    assert again == VoorbeeldGeladen()


def test_removing_leaves_an_empty_store_with_its_themas_and_logboek(database: Database) -> None:
    assert is_empty(database)
    load_voorbeeld(database, door="test")
    assert not is_empty(database)
    assert remove_voorbeeld(database, door="test")
    assert is_empty(database)
    assert {table for table, aantal in counts(database).items() if aantal} == {"thema"}
    assert not remove_voorbeeld(database, door="test")
    assert load_voorbeeld(database, door="test").verhalen > 60


def test_what_was_taken_back_is_whole_again_in_an_example_that_is_loaded_anew_and_stays_away_from_an_older_copy(
    voorbeeld_pad: Path, tmp_path: Path
) -> None:
    told = "SELECT titel FROM verhaal_versie WHERE titel IS NOT NULL"
    said = "SELECT tekst FROM voorstel WHERE tekst IS NOT NULL"
    path = tmp_path / "monitor.duckdb"
    shutil.copy(voorbeeld_pad, path)
    shutil.copy(voorbeeld_pad, tmp_path / "ouder.duckdb")
    database = open_for_writing(str(path))
    whole = values(database, told), values(database, said), counts(database)
    with database.reading() as cursor:
        (verhaal,) = cursor.rows("SELECT min(verhaal) FROM zoek_verhaal")[0]
        (voorstel, wijk) = cursor.rows("SELECT id, gebied FROM voorstel WHERE tekst IS NOT NULL ORDER BY id")[0]
    withdraw_verhaal(database, verhaal, "test")
    remove_voorstel(database, begeleider_of(wijk), wijk, voorstel)
    assert (values(database, told), values(database, said)) != whole[:2]
    for _ in range(2):
        remove_voorbeeld(database, door="test")
        load_voorbeeld(database, door="test")
        database.close()
        database = open_for_writing(str(path))
        assert (values(database, told), values(database, said), counts(database)) == whole
        assert check_store(database) == ()
    restore(database, opdracht_gebruiker("test"), tmp_path / "ouder.duckdb", force=True)
    assert count(database, f"SELECT count(titel) FROM verhaal_versie WHERE verhaal = '{verhaal}'") == 0  # noqa: S608
    assert count(database, f"SELECT count(tekst) FROM voorstel WHERE id = '{voorstel}'") == 0  # noqa: S608
    database.close()


def test_what_was_said_about_what_was_taken_away_is_whole_again_in_an_example_that_is_loaded_anew(
    voorbeeld_pad: Path, tmp_path: Path
) -> None:
    path = tmp_path / "monitor.duckdb"
    shutil.copy(voorbeeld_pad, path)
    database = open_for_writing(str(path))

    def words() -> dict[str, int]:
        with database.reading() as cursor:
            return {
                f"{it.tabel}.{name}": int(cursor.rows(f"SELECT count({name}) FROM {it.tabel}")[0][0])  # noqa: S608
                for it in TEKSTRIJEN
                for name in it.kolommen
            }

    whole = words(), counts(database)
    with database.reading() as cursor:
        used = {id_ for sql in GEBRUIKT for (id_,) in cursor.rows(sql)}
    for verhaal in sorted(used):
        withdraw_verhaal(database, verhaal, "test")
    with database.writing() as cursor:
        gone = [(it.soort, id_) for it in TEKSTRIJEN for (id_,) in cursor.rows(f"SELECT id FROM {it.tabel}")]  # noqa: S608
        for soort, id_ in gone:
            remove_words(cursor, soort, id_, database.now())
    for _, id_ in gone:
        remember(database, id_)
    assert len(used) > 5
    assert not any(words().values())
    for _ in range(2):
        remove_voorbeeld(database, door="test")
        load_voorbeeld(database, door="test")
        assert (words(), counts(database)) == whole
        assert check_store(database) == ()
    database.close()


GEBRUIKT = tuple(
    f"SELECT verhaal FROM {table} WHERE verhaal IS NOT NULL AND verhaal NOT IN (SELECT verhaal FROM intrekking)"  # noqa: S608
    for table in ("sessie_agenda", "leerpunt_bron", "leesdomein_verhaal", "wijkbezoek_verhaal")
)
"""Every verhaal of the example that was talked about, learned from, read together or told at a bezoek."""


def begeleider_of(wijk: str) -> Gebruiker:
    return Gebruiker("proef:b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER, wijk),))


def test_the_logboek_names_no_words_of_any_verhaal(voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        lines = " ".join(row[0] for row in cursor.rows("SELECT concat_ws(' ', wat, soort, velden) FROM logboek"))
        titles = [row[0] for row in cursor.rows("SELECT titel FROM verhaal_versie WHERE titel IS NOT NULL")]
    assert "titel" in lines
    assert not any(title in lines for title in titles)


def spoil(path: Path, row: int, column: str, value: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[row - 2][column] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(
    ("bestand", "column", "value", "sentence"),
    [
        ("plekken.csv", "gebied", "WK999999", "Het gebied “WK999999” kennen we niet."),
        ("plekken.csv", "naam", "", "Dit mag niet leeg zijn."),
        ("activiteiten.csv", "begonnen_op", "ergens in mei", "“ergens in mei” is geen datum."),
        ("activiteiten.csv", "status", "bijna", "“bijna” is geen woord dat hier kan."),
        ("financiering.csv", "bedrag", "veel", "“veel” is geen bedrag."),
        ("metingen.csv", "waarde", "1,5", "“1,5” is geen getal."),
        ("metingen.csv", "waarde", "", "Een leeg vak is geen nul."),
        ("geldig_in.csv", "indicator", "vm-niets", "Het cijfer “vm-niets” kennen we niet."),
        ("gebieden.csv", "code", "GM0362", "Dit is geen gebied van de voorbeeldgemeente"),
    ],
)
def test_a_broken_row_is_named_and_leaves_nothing_behind(
    database: Database, folder: Path, bestand: str, column: str, value: str, sentence: str
) -> None:
    spoil(folder / bestand, 4, column, value)
    with pytest.raises(OngeldigBestand) as caught:
        load_voorbeeld(database, door="test", map_met_bestanden=folder)
    assert sentence in str(caught.value)
    assert bestand in str(caught.value)
    assert "Rij 4" in str(caught.value)
    assert is_empty(database)


def test_a_broken_verhaal_is_named_with_its_line(database: Database, folder: Path) -> None:
    path = folder / "verhalen.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    spoiled = json.loads(lines[2])
    spoiled["citaat"] = "Dit heeft niemand gezegd."
    lines[2] = json.dumps(spoiled)
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(OngeldigBestand, match=r"Rij 3, verhalen\.jsonl, citaat"):
        load_voorbeeld(database, door="test", map_met_bestanden=folder)
    assert is_empty(database)


def test_a_file_that_is_missing_or_no_json_is_told_in_a_sentence(database: Database, folder: Path) -> None:
    (folder / "plekken.csv").unlink()
    with pytest.raises(OngeldigBestand, match=r"plekken\.csv ontbreekt"):
        load_voorbeeld(database, door="test", map_met_bestanden=folder)
    shutil.copy(VOORBEELD / "plekken.csv", folder)
    (folder / "verhalen.jsonl").write_text("dit is geen json\n", encoding="utf-8")
    with pytest.raises(OngeldigBestand, match="geen JSON"):
        load_voorbeeld(database, door="test", map_met_bestanden=folder)


def test_nothing_of_the_example_is_carried_or_in_use_where_nobody_was_asked_or_nothing_goes_on(
    voorbeeld: Database,
) -> None:
    with voorbeeld.reading() as cursor:
        wijken = [code for (code,) in cursor.rows("SELECT DISTINCT gebied FROM geldig_in")]
    shown = [it for wijk in wijken for it in keuzebeeld(voorbeeld, wijk).indicatoren]
    earned = [it for it in shown if it.status in (IndicatorStatus.GEDRAGEN, IndicatorStatus.IN_GEBRUIK)]
    assert {it.status for it in earned} == {IndicatorStatus.GEDRAGEN, IndicatorStatus.IN_GEBRUIK}
    assert all(it.gedragen for it in earned)
    assert all(any(werk.loopt for werk in it.werk) for it in earned if it.status is IndicatorStatus.IN_GEBRUIK)
    watched = [it for it in shown if it.rol in (Rol.KERN, Rol.AANVULLEND)]
    # One that people carried at first and not any more: the wijk still watches it, and says so.
    assert [it.indicator.code for it in watched if it not in earned] == ["vm-veilig-lopen"]
    (dossier,) = indicatorbeeld(voorbeeld, "vm-veilig-lopen", wijk="WK990107").dossiers
    assert "De wijk let er nog op, en beslist of dat zo blijft." in (dossier.wacht or "")


def test_what_people_chose_together_has_reasons_and_its_tellers_read_it(voorbeeld: Database) -> None:
    assert values(voorbeeld, "SELECT niveau FROM leesronde") >= {"bewoners", "wijkteam"}
    assert count(voorbeeld, "SELECT count(*) FROM leeskeuze WHERE reden IS NULL") == 0
    assert count(voorbeeld, "SELECT count(*) FROM leesafwijking") >= 2
    assert count(voorbeeld, "SELECT count(*) FROM terugkoppeling WHERE keuze IS NOT NULL") >= 5


def test_a_ronde_without_a_domein_for_what_went_wrong_is_no_ronde(folder: Path, database: Database) -> None:
    path = folder / "leesrondes.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"misging"', '"gewoon"'), encoding="utf-8")
    with pytest.raises(OngeldigBestand, match="wat misging"):
        load_voorbeeld(database, door="test", map_met_bestanden=folder)
    assert is_empty(database)


def test_a_year_of_wijkgesprekken_learns_on_three_levels_and_one_of_them_ends_open(voorbeeld: Database) -> None:
    ends = "SELECT uitkomst FROM sessie_stap JOIN sessie ON sessie.id = sessie WHERE gebied = 'WK990101'"
    assert values(voorbeeld, f"{ends} AND stand = 'gesloten'") == {"afspraken", "besproken_nog_open"}
    assert count(voorbeeld, "SELECT count(*) FROM sessie WHERE gebied = 'WK990101'") == 4
    assert values(voorbeeld, "SELECT niveau FROM leerpunt") == {"casus", "patroon", "bottleneck"}
    assert values(voorbeeld, "SELECT stand FROM leerpunt_stand") == {"open", "opgepakt", "opgelost", "bewust_niet"}
    assert values(voorbeeld, "SELECT stand FROM afspraak_stand") == {"open", "gedaan", "niet_gedaan"}
    assert count(voorbeeld, "SELECT count(*) FROM leerpunt_lezing WHERE nummer > 1") >= 4
    assert count(voorbeeld, "SELECT count(*) FROM terugkoppeling WHERE waar LIKE 'Wijkgesprek, %'") >= 6


def test_a_gesprek_that_is_prepared_has_a_wijkspiegel_with_figures_and_citaten_that_fit_and_that_say_something_else(
    voorbeeld: Database,
) -> None:
    who = proefrol("proef:welzijnswerker-3").gebruiker
    spiegel = wijkspiegel(voorbeeld, who, "WK990102")
    assert spiegel.gekozen
    assert spiegel.dag is not None
    assert spiegel.dag > NOW.date()
    assert (len(spiegel.cijfers), len(spiegel.citaten), len(spiegel.punten), len(spiegel.vragen)) == (4, 5, 2, 2)
    assert (spiegel.meer, spiegel.weg) == (0, 0)
    assert all(it.citaat for it in spiegel.citaten)
    of_table = f"FROM sessie_agenda AS a JOIN sessie AS s ON s.id = a.sessie AND s.titel = '{spiegel.titel}'"
    links = f"SELECT k.verhouding {of_table} JOIN verhaal_indicator AS k ON k.verhaal = a.verhaal"
    assert values(voorbeeld, links) == {"past_bij", "legt_uit", "zegt_anders"}
    assert count(voorbeeld, f"SELECT count(*) {of_table} JOIN sessie_stap AS t ON t.sessie = s.id") == 11
    told = "SELECT count(*) FROM terugkoppeling WHERE verhaal IN (SELECT id FROM verhaal WHERE gebied = 'WK990102')"
    assert count(voorbeeld, told) == 0, "nobody talked about it yet"


def test_a_wijkbezoek_brings_a_verhaal_and_the_raad_decides_about_what_stands_in_the_way(voorbeeld: Database) -> None:
    assert values(voorbeeld, "SELECT stand FROM wijkbezoek_stap") == {"gepland", "geweest", "afgelast"}
    told = "SELECT v.gebied FROM wijkbezoek_verhaal JOIN verhaal AS v ON v.id = verhaal"
    assert values(voorbeeld, told) == {"WK990101"}
    about = "SELECT l.gebied FROM beslispunt_bron JOIN leerpunt AS l ON l.id = leerpunt"
    assert values(voorbeeld, about) == {"WK990101", "WK990102"}
    assert values(voorbeeld, "SELECT uitkomst FROM beslispunt") == {"gewijzigd", "aangehouden"}


def test_a_wijkplan_stands_between_what_was_learned_and_what_the_raad_decided(voorbeeld: Database) -> None:
    assert values(voorbeeld, "SELECT stand FROM wijkplan_stand") == {"loopt", "gestopt"}
    assert values(voorbeeld, "SELECT soort FROM wijkplan_regel") == {"taak", "geld", "kalender", "mijlpaal"}
    assert values(voorbeeld, "SELECT stand FROM wijkplan_terugblik") >= {"gelukt", "mislukt", "anders", "gestopt"}
    assert values(voorbeeld, "SELECT oordeel FROM wijkplan_oordeel") == {"past", "past_niet", "toch_doen"}
    assert count(voorbeeld, "SELECT count(*) FROM wijkplan_afwijking") >= 2
    college = "SELECT count(*) FROM wijkplan_deel AS d JOIN wijkplan_versie AS v ON v.id = d.versie"
    assert count(voorbeeld, f"{college} WHERE opsteller = 'college' AND waarom IS NOT NULL") == 2
    both = "SELECT DISTINCT l.leerpunt FROM wijkplan_bron AS l JOIN beslispunt_bron AS p ON p.leerpunt = l.leerpunt"
    assert len(values(voorbeeld, both)) == 1
    decided = "SELECT p.gebied FROM beslispunt_bron JOIN wijkplan AS p ON p.id = wijkplan"
    assert values(voorbeeld, decided) == {"WK990101"}


def test_a_college_of_the_example_that_does_not_say_why_is_refused(folder: Path, database: Database) -> None:
    path = folder / "wijkplannen.jsonl"
    text = path.read_text(encoding="utf-8").replace('"waarom": "Er is geld voor een proef', '"niets": "Er is geld')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OngeldigBestand, match="Schrijf op waarom"):
        load_voorbeeld(database, door="test", map_met_bestanden=folder)
    assert is_empty(database)


def test_a_patroon_of_the_example_that_rests_on_nothing_is_refused(folder: Path, database: Database) -> None:
    path = folder / "wijkgesprekken.jsonl"
    text = path.read_text(encoding="utf-8").replace('"punten": ["raam", "wachtkamer"]', '"punten": ["raam"]')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OngeldigBestand, match="twee casussen of verhalen"):
        load_voorbeeld(database, door="test", map_met_bestanden=folder)
    assert is_empty(database)
