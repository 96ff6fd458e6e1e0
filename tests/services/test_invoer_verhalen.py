"""Verhalen from a file: the checks of the form, row by row, and nothing half."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.vertelcode import hash_code
from monitor.errors import NietToegestaan, OngeldigBestand, OngeldigeInvoer
from monitor.services.controle import check_store
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.invoer_verhalen import Nalezer, VerhalenInvoer, import_verhalen
from monitor.store.database import Database
from tests.services.builders import CLI, WIJK

NALEZER = Nalezer("Nalezer twee", "Niemand is te herkennen.")
RIJ: dict[str, Any] = {
    "titel": "De bank bij de lift",
    "tekst": "Er stond een bank en toen nog een. Nu zit er altijd iemand.",
    "citaat": "Nu zit er altijd iemand.",
    "gebied": WIJK,
    "datum": "2026-05-14",
    "thema": "ontmoeten",
    "perspectief": ["bewoner", "vrijwilliger"],
    "gevoel": "goed",
    "leeftijdsgroep": "45_tot_65",
    "gebruik": ["leren", "openbaar"],
    "grondslag": "toestemming",
    "opgetekend_door": "Optekenaar een",
    "akkoord_op": "2026-05-20",
    "indicatoren": [{"indicator": "buren", "verhouding": "past_bij", "toelichting": "Zo leer je mensen kennen."}],
}

Rows = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def rows(wijkstore: Database) -> Rows:
    def asked(sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        with wijkstore.reading() as cursor:
            return cursor.rows(sql, list(parameters))

    return asked


@pytest.fixture
def read(wijkstore: Database, tmp_path: Path) -> Callable[..., VerhalenInvoer]:
    """Import these rows as JSON lines."""

    def imported(*rijen: dict[str, Any], **how: Any) -> VerhalenInvoer:
        path = tmp_path / "verhalen.jsonl"
        path.write_text("".join(f"{json.dumps(rij)}\n" for rij in rijen), encoding="utf-8")
        return import_verhalen(wijkstore, CLI, path, **how)

    return imported


Read = Callable[..., VerhalenInvoer]


def as_csv(rij: dict[str, Any], scheiding: str = ",") -> str:
    flat = {
        **rij,
        "perspectief": ";".join(rij["perspectief"]),
        "gebruik": ";".join(rij["gebruik"]),
        "indicatoren": ";".join(": ".join(it.values()) for it in rij["indicatoren"]),
    }
    text = io.StringIO()
    writer = csv.DictWriter(text, list(flat), delimiter=scheiding)
    writer.writeheader()
    writer.writerow(flat)
    return text.getvalue()


def test_a_row_becomes_a_verhaal_that_waits_to_be_reviewed(read: Read, rows: Rows) -> None:
    (found,) = read(RIJ).rijen
    assert (found.rij, found.nagelezen, found.fouten, found.meldingen) == (1, False, (), ())
    assert found.code is not None
    assert rows("SELECT verhaal FROM vertelcode WHERE hash = ?", hash_code(found.code)) == [(found.id,)]
    assert rows("SELECT titel, tekst, soort, akkoord_op FROM verhaal_versie") == [
        (RIJ["titel"], RIJ["tekst"], "publiek", date(2026, 5, 20))
    ]
    assert rows("SELECT gebruik, einddatum FROM toestemming ORDER BY gebruik") == [
        ("leren", date(2028, 11, 20)),
        ("openbaar", date(2028, 11, 20)),
    ]
    assert rows("SELECT perspectief FROM verhaal_perspectief ORDER BY 1") == [("bewoner",), ("vrijwilliger",)]
    assert rows("SELECT indicator, verhouding, toelichting FROM verhaal_indicator") == [
        ("buren", "past_bij", "Zo leer je mensen kennen.")
    ]
    assert rows("SELECT wijze FROM verhaal_herkomst") == [("ingelezen",)]
    assert rows("SELECT * FROM beoordeling") == []


@pytest.mark.parametrize("scheiding", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_says_the_same_whatever_its_signs(
    wijkstore: Database, tmp_path: Path, rows: Rows, scheiding: str, encoding: str
) -> None:
    path = tmp_path / "verhalen.csv"
    rij = {**RIJ, "titel": "Café “De Brug”, één avond;\nin de week"}
    path.write_bytes(as_csv(rij, scheiding).encode(encoding))
    (found,) = import_verhalen(wijkstore, CLI, path).rijen
    assert found.rij == 2
    assert rows("SELECT titel FROM verhaal_versie") == [(rij["titel"],)]
    assert rows("SELECT indicator, verhouding, toelichting FROM verhaal_indicator") == [
        ("buren", "past_bij", "Zo leer je mensen kennen.")
    ]


def test_links_may_stand_as_json_in_a_cell(wijkstore: Database, tmp_path: Path, rows: Rows) -> None:
    header, row = ["titel", "indicatoren"], [RIJ["titel"], json.dumps(RIJ["indicatoren"])]
    rest = {naam: waarde for naam, waarde in RIJ.items() if naam not in header}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*header, *rest])
    writer.writerow([*row, *(";".join(it) if isinstance(it, list) else it for it in rest.values())])
    path = tmp_path / "verhalen.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    import_verhalen(wijkstore, CLI, path)
    assert rows("SELECT toelichting FROM verhaal_indicator") == [("Zo leer je mensen kennen.",)]


@pytest.mark.parametrize(
    ("change", "veld"),
    [
        ({"titel": " "}, "titel"),
        ({"titel": ["a"]}, "titel"),
        ({"tekst": None}, "tekst"),
        ({"gebied": "WK999999"}, "gebied"),
        ({"gebied": "NL00"}, "gebied"),
        ({"datum": "mei 2026"}, "datum"),
        ({"datum": "2026"}, "datum"),
        ({"datum": ""}, "datum"),
        ({"datum": "2126-05-14", "akkoord_op": None}, "datum"),
        ({"thema": "wonen op mars"}, "thema"),
        ({"thema": 5}, "thema"),
        ({"thema": [5]}, "thema"),
        ({"perspectief": "buitenstaander"}, "perspectief"),
        ({"gevoel": "blij"}, "gevoel"),
        ({"gevoel": ""}, "gevoel"),
        ({"gebruik": []}, "gebruik"),
        ({"leeftijdsgroep": "oud"}, "leeftijdsgroep"),
        ({"leeftijdsgroep": "jonger_dan_16"}, "gebruik"),
        ({"opgetekend_door": ""}, "opgetekend_door"),
        ({"akkoord_op": "2026-05-13"}, "akkoord_op"),
        ({"citaat": "Dit staat er niet."}, "citaat"),
        ({"indicatoren": [{"indicator": "onbekend", "verhouding": "past_bij", "toelichting": "x"}]}, "indicatoren"),
        ({"indicatoren": [{"indicator": "buren", "verhouding": "hoort bij", "toelichting": "x"}]}, "indicatoren"),
        ({"indicatoren": [{"indicator": "buren", "verhouding": "past_bij"}]}, "indicatoren"),
        ({"indicatoren": ["buren"]}, "indicatoren"),
        ({"indicatoren": "[{"}, "indicatoren"),
        ({"indicatoren": "buren"}, "indicatoren"),
        ({"kind_akkoord": "misschien"}, "kind_akkoord"),
        ({"tekst": "Een \x00 teken"}, "tekst"),
        ({"opgetekend_door": "Half \ud800 teken"}, "opgetekend_door"),
        ({"perspectief": ["\udfff"]}, "perspectief"),
        ({"indicatoren": [{"indicator": "buren", "verhouding": "past_bij", "toelichting": "\x00"}]}, "indicatoren"),
        ({"\ud800": "x"}, "kolom"),
    ],
)
def test_one_wrong_row_refuses_the_whole_file_and_names_row_and_field(
    read: Read, rows: Rows, change: dict[str, Any], veld: str
) -> None:
    with pytest.raises(OngeldigBestand) as refused:
        read(RIJ, {**RIJ, **change})
    assert {(probleem.rij, probleem.veld) for probleem in refused.value.problemen} >= {(2, veld)}
    assert {probleem.rij for probleem in refused.value.problemen} == {2}
    str(refused.value).encode()
    assert rows("SELECT * FROM verhaal") == []
    assert [rij.rij for rij in read(RIJ, {**RIJ, **change}, goede_rijen=True).rijen if rij.fouten] == [2]
    assert len(rows("SELECT * FROM verhaal")) == 1


def test_everything_that_is_wrong_is_told_at_once(read: Read) -> None:
    with pytest.raises(OngeldigBestand) as refused:
        read({**RIJ, "gevoel": "blij", "datum": "gisteren"}, {**RIJ, "titel": ""}, {**RIJ, "thema": "onzin"})
    assert [(it.rij, it.veld) for it in refused.value.problemen] == [
        (1, "datum"),
        (1, "gevoel"),
        (2, "titel"),
        (3, "thema"),
    ]


def test_a_row_names_what_is_wrong_with_its_form_beside_what_nobody_knows_and_what_leads_to_a_person(
    read: Read, rows: Rows
) -> None:
    link = {"indicator": "buren", "verhouding": "past_bij", "toelichting": "Mail naar jan.devries@voorbeeld.nl."}
    other = {"indicator": "onbekend", "verhouding": "hoort bij", "toelichting": ""}
    wrong = {
        "titel": "Half \ud800",
        "tekst": "Bel mij op 06-12345678.",
        "gebied": "WK999999",
        "datum": "gisteren",
        "thema": "ontmoeten;mars",
        "gevoel": "blij",
        "leeftijdsgroep": "jonger_dan_16",
        "indicatoren": [link, other],
    }
    with pytest.raises(OngeldigBestand) as refused:
        read({**RIJ, **wrong}, nalezer=NALEZER)
    problemen = refused.value.problemen
    assert [it.veld for it in problemen] == [
        "titel",
        "tekst",
        "gebied",
        "datum",
        "thema",
        "gevoel",
        "gebruik",
        "citaat",
        *["indicatoren"] * 4,
        "toestemming_door",
        "kind_akkoord",
    ]
    assert {it.rij for it in problemen} == {1}
    told = "\n".join(it.melding for it in problemen)
    assert "“onbekend”" in told
    assert "Niet gekoppeld aan buren" in told
    assert "Nog niet nagelezen: In het verhaal staat nog een naam" in told
    assert "06-12345678" not in told
    assert rows("SELECT * FROM verhaal") == []


@pytest.mark.parametrize(
    ("veld", "melding"),
    [
        ("titel", "Titel ontbreekt. Geef het verhaal een titel."),
        ("tekst", "Tekst ontbreekt. Schrijf op wat er verteld is."),
        ("gebied", "Gebied ontbreekt. Schrijf de code van de wijk, zoals WK990101."),
        ("datum", "Datum ontbreekt. Zeg op welke dag het verteld is, zoals 2025-03-14."),
        ("gevoel", "Gevoel ontbreekt. Kies uit goed, dubbel, moeilijk, anders."),
        ("gebruik", "Gebruik ontbreekt. Kies uit leren, gesprek, openbaar."),
        ("opgetekend_door", "Opgetekend_door ontbreekt. Zeg wie het verhaal heeft opgeschreven."),
    ],
)
@pytest.mark.parametrize("empty", ["", "  ", None])
def test_an_empty_cell_where_something_is_needed_says_so_and_says_it_once(
    read: Read, veld: str, melding: str, empty: str | None
) -> None:
    (found,) = read({**RIJ, "citaat": "", veld: empty}, goede_rijen=True).rijen
    assert [(it.veld, it.melding) for it in found.fouten] == [(veld, melding)]


def test_an_empty_list_names_what_can_be_chosen(read: Read) -> None:
    (found,) = read({**RIJ, "thema": [], "perspectief": " ; "}, goede_rijen=True).rijen
    assert [it.veld for it in found.fouten] == ["thema", "perspectief"]
    assert found.fouten[0].melding.startswith("Thema ontbreekt. Kies uit Redzaam in en om het huis, Waardevol werk, ")
    assert found.fouten[1].melding.startswith("Perspectief ontbreekt. Kies uit bewoner, vrijwilliger, ")
    link = {"indicator": "buren", "verhouding": " ", "toelichting": "Zo leer je mensen kennen."}
    (found,) = read({**RIJ, "indicatoren": [link]}, goede_rijen=True).rijen
    assert [it.melding for it in found.fouten] == [
        "Verhouding ontbreekt. Kies uit past_bij, legt_uit, zegt_anders, los."
    ]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Ontmoeten", ["ontmoeten"]),
        (" wonen  en buitenruimte ;ontmoeten", ["ontmoeten", "wonen"]),
        (["FINANCIËN OP ORDE", "Werk"], ["financien", "werk"]),
    ],
)
def test_a_thema_is_its_code_or_its_name_on_the_screen(
    read: Read, rows: Rows, typed: str | list[str], codes: list[str]
) -> None:
    read({**RIJ, "thema": typed})
    assert [row[0] for row in rows("SELECT thema FROM verhaal_thema ORDER BY 1")] == codes


def test_a_name_that_the_gemeente_gave_a_thema_is_known(wijkstore: Database, read: Read, rows: Rows) -> None:
    with wijkstore.writing() as cursor:
        cursor.execute("INSERT INTO thema (code, naam, volgorde) VALUES ('groen', 'Groen en water', 90)")
    read({**RIJ, "thema": "groen en water"})
    assert rows("SELECT thema FROM verhaal_thema") == [("groen",)]


def test_a_word_that_cannot_be_chosen_names_what_can(read: Read) -> None:
    link = {"indicator": "buren", "verhouding": "hoort bij", "toelichting": "Zo leer je mensen kennen."}
    change = {"thema": "Mars", "perspectief": "buitenstaander", "gevoel": "blij", "gebruik": "alles"}
    (found,) = read({**RIJ, **change, "indicatoren": [link]}, goede_rijen=True).rijen
    told = {str(it.veld): it.melding for it in found.fouten}
    assert told["thema"].startswith("“Mars” kan hier niet. Kies uit Redzaam in en om het huis, ")
    assert told["thema"].endswith("Wonen en buitenruimte, Iets anders.")
    assert told["perspectief"].endswith("mantelzorger, ervaringsdeskundige, werkt_hier, ondernemer, raadslid.")
    assert told["gevoel"] == "“blij” kan hier niet. Kies uit goed, dubbel, moeilijk, anders."
    assert told["gebruik"] == "“alles” kan hier niet. Kies uit leren, gesprek, openbaar."
    assert told["indicatoren"] == "“hoort bij” kan hier niet. Kies uit past_bij, legt_uit, zegt_anders, los."


def test_a_verhaal_in_the_wrong_column_is_not_told_again_in_full(read: Read) -> None:
    (found,) = read({**RIJ, "gevoel": "Er stond een bank en toen nog een bij ons. " * 20}, goede_rijen=True).rijen
    assert found.fouten[0].melding == (
        "“Er stond een bank en toen nog een bij o…” kan hier niet. Kies uit goed, dubbel, moeilijk, anders."
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.csv", b""),
        ("kop.csv", b"titel,tekst\n"),
        ("kolommen.csv", b"titel,tekst\na,b\n"),
        ("quotes.csv", b'titel,tekst\n"a,b\n'),
        ("lang.csv", b"titel,tekst\na," + b"x" * 200_000 + b"\n"),
        ("geen.json", b"[1, 2"),
        ("foto.csv", b"\x81\x8d\x8f\x90\x9d"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(
    wijkstore: Database, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(OngeldigBestand):
        import_verhalen(wijkstore, CLI, tmp_path / name)
    with pytest.raises(OngeldigBestand, match="is er niet"):
        import_verhalen(wijkstore, CLI, tmp_path / "er-is-niets.csv")


def test_a_row_that_is_no_row_is_told_and_the_others_stay_good(wijkstore: Database, tmp_path: Path) -> None:
    path = tmp_path / "verhalen.jsonl"
    path.write_text(f"{json.dumps(RIJ)}\n\nzomaar\n[1]\n{'[' * 100_000}\n", encoding="utf-8")
    found = import_verhalen(wijkstore, CLI, path, goede_rijen=True)
    assert [(rij.rij, bool(rij.fouten)) for rij in found.rijen] == [(1, False), (3, True), (4, True), (5, True)]
    path = tmp_path / "verhalen.csv"
    path.write_text(f"{as_csv(RIJ)}te,weinig\n\n", encoding="utf-8")
    assert [rij.rij for rij in import_verhalen(wijkstore, CLI, path, goede_rijen=True).rijen if rij.fouten] == [3]


def test_half_characters_in_utf_8_are_refused_by_row_and_do_not_change_the_others(
    wijkstore: Database, tmp_path: Path, rows: Rows
) -> None:
    path = tmp_path / "verhalen.jsonl"
    good = json.dumps({**RIJ, "titel": "Één bank"}, ensure_ascii=False)
    bad = json.dumps({**RIJ, "titel": "Half \ud800"}, ensure_ascii=False)
    path.write_bytes(f"{good}\n{bad}\n".encode("utf-8", "surrogatepass"))
    found = import_verhalen(wijkstore, CLI, path, goede_rijen=True)
    assert [probleem.veld for probleem in found.fouten] == ["titel"]
    assert rows("SELECT titel FROM verhaal_versie") == [("Één bank",)]


def test_a_buurt_becomes_its_wijk_and_the_row_says_so(read: Read, rows: Rows) -> None:
    (found,) = read({**RIJ, "gebied": "BU99010101"}).rijen
    assert rows("SELECT gebied FROM verhaal") == [(WIJK,)]
    assert "is wijk WK990101 geworden" in found.meldingen[0]


def test_a_column_that_nobody_knows_is_told_and_not_read(read: Read) -> None:
    assert read({**RIJ, "postcode": "1234 AB"}).opmerkingen == (
        "De kolom postcode kennen we niet; die is niet gelezen.",
    )


def test_a_permission_that_ended_is_told(read: Read) -> None:
    old = {**RIJ, "datum": "2020-02-29", "akkoord_op": "2020-03-07"}
    assert read(old).rijen[0].meldingen == ()
    (found,) = read({**old, "toestemming_tot": "2022-02-28"}).rijen
    assert "toestemming is al voorbij" in found.meldingen[0]


def test_a_dry_run_says_the_same_and_keeps_nothing(read: Read, rows: Rows) -> None:
    found = read(RIJ, {**RIJ, "titel": ""}, goede_rijen=True, dry_run=True)
    assert [(rij.rij, rij.id, rij.code, bool(rij.fouten)) for rij in found.rijen] == [
        (1, None, None, False),
        (2, None, None, True),
    ]
    for table in ("verhaal", "vertelcode", "inzending"):
        assert rows(f"SELECT * FROM {table}") == []  # noqa: S608


def test_who_may_not_import_is_refused(wijkstore: Database, tmp_path: Path) -> None:
    with pytest.raises(NietToegestaan):
        import_verhalen(wijkstore, BEZOEKER, tmp_path / "verhalen.csv")


# The same file again


def test_the_same_file_again_writes_nothing_twice(read: Read, rows: Rows) -> None:
    first = read(RIJ, RIJ, {**RIJ, "titel": "Een ander"})
    again = read({**RIJ, "titel": "Nieuw"}, RIJ, RIJ, {**RIJ, "titel": "Een ander"})
    assert (first.nieuw, again.nieuw) == (3, 1)
    assert [rij.id for rij in again.rijen[1:]] == [rij.id for rij in first.rijen]
    assert all(rij.code is None and "al eerder ingelezen" in rij.meldingen[0] for rij in again.rijen[1:])
    assert len(rows("SELECT * FROM verhaal")) == 4


def test_a_verhaal_that_was_taken_back_does_not_come_back_with_its_file(
    read: Read, rows: Rows, wijkstore: Database
) -> None:
    (found,) = read(RIJ).rijen
    assert found.id is not None
    withdraw_verhaal(wijkstore, found.id, "test")
    (again,) = read(RIJ, nalezer=NALEZER).rijen
    assert (again.id, again.code, again.nagelezen) == (found.id, None, False)
    assert "komt niet terug" in again.meldingen[0]
    assert rows("SELECT tekst FROM verhaal_versie") == [(None,)]
    assert rows("SELECT * FROM beoordeling") == []


# Reviewed at once


def test_a_nalezer_publishes_what_the_teller_agreed_to_and_nothing_else(read: Read, rows: Rows) -> None:
    found = read(
        RIJ,
        {**RIJ, "akkoord_op": ""},
        {**RIJ, "tekst": "Bel mij op 06-12345678. Nu zit er altijd iemand."},
        nalezer=NALEZER,
    ).rijen
    assert [rij.nagelezen for rij in found] == [True, False, False]
    assert "nog niet gezegd" in found[1].meldingen[0]
    assert "gegeven van een mens" in found[2].meldingen[0]
    assert "06-12345678" not in found[2].meldingen[0]
    assert rows("SELECT verhaal, besluit, beoordelaar, reden FROM beoordeling") == [
        (found[0].id, "akkoord", NALEZER.naam, NALEZER.reden)
    ]


def test_what_waited_can_be_reviewed_with_the_same_file_later_and_only_once(read: Read, rows: Rows) -> None:
    assert not read(RIJ).rijen[0].nagelezen
    assert read(RIJ, nalezer=NALEZER).rijen[0].nagelezen
    assert not read(RIJ, nalezer=NALEZER).rijen[0].nagelezen
    assert len(rows("SELECT * FROM beoordeling")) == 1


def test_reviewing_many_rows_asks_the_store_no_more_than_reviewing_one(read: Read, wijkstore: Database) -> None:
    def asked(*titels: str) -> int:
        before = wijkstore.query_count
        assert read(*({**RIJ, "titel": titel} for titel in titels), nalezer=NALEZER).nagelezen == len(titels)
        return wijkstore.query_count - before

    asked("De eerste")

    assert asked(*(f"Verhaal {number}" for number in range(12))) == asked("Nog een")


def test_nobody_reviews_a_file_in_which_she_wrote_one_verhaal_down(read: Read, rows: Rows) -> None:
    with pytest.raises(NietToegestaan, match="zelf hebt opgeschreven"):
        read(RIJ, {**RIJ, "opgetekend_door": " nalezer  TWEE "}, nalezer=NALEZER)
    assert rows("SELECT * FROM verhaal") == []
    assert rows("SELECT wat FROM logboek WHERE wat = 'geweigerd'") == [("geweigerd",)]


@pytest.mark.parametrize("nalezer", [Nalezer("", "reden"), Nalezer("Nalezer", " ")])
def test_reviewing_needs_a_name_and_a_reason(read: Read, nalezer: Nalezer) -> None:
    with pytest.raises(OngeldigeInvoer):
        read(RIJ, nalezer=nalezer)


def test_a_link_whose_sentence_leads_to_a_person_is_left_out_and_told(read: Read, rows: Rows) -> None:
    link = {"indicator": "buren", "verhouding": "past_bij", "toelichting": "Mail naar jan.devries@voorbeeld.nl."}
    (found,) = read({**RIJ, "indicatoren": [link]}).rijen
    assert "Niet gekoppeld aan buren" in found.meldingen[0]
    assert rows("SELECT * FROM verhaal_indicator") == []
    assert len(rows("SELECT * FROM verhaal")) == 1


# Naughty strings


@pytest.fixture(scope="session")
def naughty(real_data: Path) -> list[str]:
    path = real_data / "invoer" / "blns" / "blns.json"
    if not path.is_file():
        pytest.skip("ECHTE GEGEVENS ONTBREKEN: geen lijst met lastige teksten")
    return [text for text in json.loads(path.read_text(encoding="utf-8")) if text.strip()]


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_every_naughty_string_is_kept_as_typed_in_every_free_field(
    wijkstore: Database, tmp_path: Path, rows: Rows, naughty: list[str], kind: str
) -> None:
    rijen = [
        {
            **RIJ,
            "titel": text[:100],
            "tekst": text,
            "citaat": " ".join(text.split()[:50]) if " ".join(text.split()[:50]) in text else "",
            "waarom": text,
            "wens": text,
            "namens": text,
            "grondslag": text,
            "opgetekend_door": text,
            "organisatie": text,
        }
        for text in naughty
    ]
    path = tmp_path / f"verhalen.{kind}"
    if kind == "jsonl":
        path.write_text("".join(f"{json.dumps(rij, ensure_ascii=False)}\n" for rij in rijen), encoding="utf-8")
    else:
        parts = [as_csv(rij).split("\r\n", 1) for rij in rijen]
        path.write_text(parts[0][0] + "\r\n" + "".join(body for _, body in parts), encoding="utf-8", newline="")
    found = import_verhalen(wijkstore, CLI, path)
    assert found.nieuw == len(naughty) > 400
    kept = {
        row[0]: row[1:]
        for row in rows(
            "SELECT v.id, s.titel, s.tekst, s.waarom, s.wens, v.namens, v.grondslag, v.opgetekend_door, h.organisatie"
            " FROM verhaal AS v JOIN verhaal_versie AS s ON s.verhaal = v.id"
            " JOIN verhaal_herkomst AS h ON h.verhaal = v.id"
        )
    }
    for text, rij in zip(naughty, found.rijen, strict=True):
        bare = text.strip()
        assert kept[rij.id or ""] == (text[:100].strip(), *[bare] * 7)


def test_every_naughty_string_in_the_sentence_of_a_link_is_kept_as_typed_or_told(
    read: Read, naughty: list[str], rows: Rows
) -> None:
    links = [[{"indicator": "buren", "verhouding": "past_bij", "toelichting": text}] for text in naughty]
    found = read(*({**RIJ, "indicatoren": link} for link in links))
    kept = dict(rows("SELECT verhaal, toelichting FROM verhaal_indicator"))
    for text, rij in zip(naughty, found.rijen, strict=True):
        assert kept.get(rij.id) == (None if rij.meldingen else text.strip())
    assert len(kept) > 300


def test_every_naughty_string_in_a_field_with_fixed_words_is_refused_in_a_sentence(
    read: Read, naughty: list[str], rows: Rows
) -> None:
    choice = ("gebied", "datum", "thema", "perspectief", "gevoel", "leeftijdsgroep", "gebruik", "akkoord_op")
    for veld in choice:
        refused = read(*({**RIJ, veld: f"x{text}"} for text in naughty), goede_rijen=True)
        assert all(any(it.veld == veld for it in rij.fouten) for rij in refused.rijen)
    assert rows("SELECT * FROM verhaal") == []


def test_a_store_after_an_import_is_whole(read: Read, wijkstore: Database) -> None:
    before = check_store(wijkstore)
    read(RIJ, {**RIJ, "akkoord_op": ""}, nalezer=NALEZER)
    assert check_store(wijkstore) == before
