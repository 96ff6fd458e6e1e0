"""The command line: what it does, what it says, and with which exit code it ends."""

import csv
import io
import json
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

from monitor import __version__
from monitor.cli.app import run
from monitor.cli.overdracht import listening, socket_path
from monitor.cli.taak import Taak
from monitor.settings import ROOT
from monitor.store.database import Database
from monitor.store.migrate import known_migraties
from monitor.store.opslag import open_for_writing
from tests.conftest import serving

ENGLISH = re.compile(
    r"\b(usage|options?|arguments|commands?|missing|error|invalid|required|default|show this|no such|try|help for"
    r"|unexpected|extra|value|is not a valid|text|integer|path|env var)\b",
    re.IGNORECASE,
)
OWN_NAMES = re.compile(r"--help|--version|--dry-run|--out\b|MONITOR_STORE|python -m monitor")


class Terminal:
    """Gives commands as a person would, and keeps what came back."""

    def __init__(self, store: Path, cwd: Path) -> None:
        self.store = store
        self.cwd = cwd
        self.out = ""
        self.err = ""

    def __call__(self, *words: str | Path) -> int:
        taak = Taak(store=str(self.store), cwd=self.cwd, gebruiker="els", out=io.StringIO(), err=io.StringIO())
        code = run([str(word) for word in words], taak)
        self.out, self.err = taak.out.getvalue(), taak.err.getvalue()  # type: ignore[attr-defined]
        return code


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "wijken.duckdb", tmp_path)


@pytest.fixture
def met_voorbeeld(terminal: Terminal, voorbeeld_pad: Path) -> Terminal:
    shutil.copy(voorbeeld_pad, terminal.store)
    return terminal


# Help and wrong use


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["import", "--help"],
        ["import", "kwb", "--help"],
        ["import", "gebieden", "--help"],
        ["export", "metingen", "--help"],
        ["example", "--help"],
        ["status", "--help"],
        ["check", "--help"],
        ["serve", "--help"],
    ],
    ids=" ".join,
)
def test_help_is_dutch_and_is_no_mistake(terminal: Terminal, words: list[str]) -> None:
    assert terminal(*words) == 0
    assert terminal.out.startswith("Gebruik: ")
    assert "Toon deze hulp." in terminal.out
    assert ENGLISH.search(OWN_NAMES.sub("", terminal.out)) is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "ontbreekt een opdracht"),
        (["import"], "ontbreekt een opdracht"),
        (["stauts"], "stauts bestaat niet"),
        (["status", "--jsno"], "--jsno bestaat niet"),
        (["status", "teveel"], "te veel: teveel"),
        (["status", "--json=ja"], "--json hoort geen waarde"),
        (["import", "kwb"], "Ontbrekend argument"),
        (["export", "metingen"], "Ontbrekende optie: --out"),
        (["export", "metingen", "--out"], "--out hoort een waarde"),
        (["serve", "--port", "veel"], "--port: schrijf een heel getal"),
    ],
    ids=lambda it: " ".join(it) or "niets" if isinstance(it, list) else "",
)
def test_wrong_use_is_told_in_dutch_and_ends_with_2(terminal: Terminal, words: list[str], sentence: str) -> None:
    assert terminal(*words) == 2
    assert sentence in terminal.err
    assert terminal.out == ""
    assert ENGLISH.search(OWN_NAMES.sub("", terminal.err)) is None


def test_the_version_is_told(terminal: Terminal) -> None:
    assert terminal("--version") == 0
    assert __version__ in terminal.out


def test_the_program_itself_gives_exit_codes_and_keeps_its_streams_apart(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "monitor", "--store", str(tmp_path / "er-is-niets.duckdb"), "status", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 3
    assert done.stdout == ""
    assert "nog geen opslag" in done.stderr
    assert "Traceback" not in done.stderr


def test_json_is_utf_8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    path = tmp_path / "één.csv"
    path.write_bytes(b"")
    store = ["--store", str(tmp_path / "x.duckdb")]
    command = [sys.executable, "-m", "monitor", *store, "import", "kwb", str(path), "--json"]
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=env)  # noqa: S603 - ours
    assert done.returncode == 1
    assert json.loads(done.stdout.decode("utf-8"))["geweigerd"][0]["melding"] == "Het bestand één.csv is leeg."


def test_an_empty_setting_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITOR_STORE", "")
    assert Taak().store.endswith("monitor.duckdb")


# The example, status and check


def test_the_example_comes_and_goes(terminal: Terminal) -> None:
    assert terminal("example") == 0
    assert "verhalen" in terminal.err
    assert terminal("status", "--json") == 0
    assert json.loads(terminal.out)["verhalen"] >= 50
    assert terminal("example") == 0
    assert "staat al" in terminal.err
    assert terminal("example", "--remove") == 0
    assert terminal("status", "--json") == 0
    status = json.loads(terminal.out)
    assert (status["verhalen"], status["metingen"], status["gebieden"]["gemeente"]) == (0, 0, 0)


def test_the_example_does_not_mix_with_what_is_there(terminal: Terminal) -> None:
    database = open_for_writing(str(terminal.store))
    with database.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES ('WK036203', 'wijk')")
    database.close()
    assert terminal("example") == 1
    assert "lege opslag" in terminal.err
    assert terminal("example", "--alleen-als-leeg") == 0
    assert terminal.err == ""


def test_status_has_the_promised_shape(met_voorbeeld: Terminal) -> None:
    assert met_voorbeeld("status", "--json") == 0
    status = json.loads(met_voorbeeld.out)
    assert list(status) == [
        "schema", "gebieden", "indicatoren", "metingen", "metingen_zonder_waarde", "verhalen", "bronnen",
    ]  # fmt: skip
    assert list(status["gebieden"]) == ["land", "gemeente", "wijk", "buurt", "werkgebied"]
    assert status["schema"] == known_migraties()[-1].nummer
    assert 0 < status["metingen_zonder_waarde"] < status["metingen"]
    assert all(list(bron) == ["naam", "peiljaar", "opgehaald_op"] for bron in status["bronnen"])
    assert met_voorbeeld.err == ""


def test_status_without_json_speaks_to_people_on_standard_error(met_voorbeeld: Terminal) -> None:
    assert met_voorbeeld("status") == 0
    assert met_voorbeeld.out == ""
    assert "zonder waarde" in met_voorbeeld.err


def test_the_example_keeps_to_every_rule(met_voorbeeld: Terminal) -> None:
    assert met_voorbeeld("check", "--json") == 0
    assert json.loads(met_voorbeeld.out) == {"fouten": []}


def test_check_tells_what_is_not_right(met_voorbeeld: Terminal) -> None:
    database = open_for_writing(str(met_voorbeeld.store))
    with database.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES ('WK999999', 'wijk')")
    database.close()
    assert met_voorbeeld("check", "--json") == 1
    assert json.loads(met_voorbeeld.out)["fouten"] == ["Gebied WK999999 heeft geen naam en geen geldigheid."]


def test_check_makes_the_versions_of_gebieden_anew_and_compares(met_voorbeeld: Terminal) -> None:
    database = open_for_writing(str(met_voorbeeld.store))
    with database.writing() as cursor:
        cursor.execute("UPDATE gebied_versie SET naam = 'Anders' WHERE gebied = 'WK990101'")
    database.close()
    assert met_voorbeeld("check", "--json") == 1
    (fout,) = json.loads(met_voorbeeld.out)["fouten"]
    assert fout.startswith("Gebied WK990101 heeft een andere naam of geldigheid")


# Stores that cannot be used


def test_a_newer_store_ends_with_4_also_when_reading(terminal: Terminal) -> None:
    database = open_for_writing(str(terminal.store))
    with database.writing() as cursor:
        cursor.execute("INSERT INTO migratie VALUES (9999, 'van_later', TIMESTAMP '2030-01-01')")
    database.close()
    for words in (["status"], ["check"], ["example"]):
        assert terminal(*words) == 4
        assert "nieuwere versie" in terminal.err


def test_a_store_held_by_another_process_ends_with_3_and_its_number(met_voorbeeld: Terminal) -> None:
    script = (
        "import sys, time\nfrom monitor.store.opslag import open_for_writing\n"
        "d = open_for_writing(sys.argv[1])\nprint('open', flush=True)\ntime.sleep(60)\n"
    )
    holder = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script, str(met_voorbeeld.store)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout and holder.stdout.readline() == "open\n"
        assert met_voorbeeld("status") == 3
        assert f"proces {holder.pid}" in met_voorbeeld.err
    finally:
        holder.kill()
        holder.communicate()


def test_a_bug_gives_a_reference_and_no_traceback(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("van binnen")

    monkeypatch.setattr("monitor.cli.app.check_store", broken)
    open_for_writing(str(terminal.store)).close()
    assert terminal("check") == 1
    assert "Kenmerk" in terminal.err
    assert "van binnen" not in terminal.err


def test_who_stops_a_command_is_told_that_nothing_is_half_kept(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("monitor.cli.app.check_store", stopped)
    open_for_writing(str(terminal.store)).close()
    assert terminal("check") == 130
    assert terminal.err == "Gestopt. Er is niets half bewaard.\n"


# Export


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_export_gives_every_meting_once_in_order_with_codes(met_voorbeeld: Terminal, voorbeeld: Database) -> None:
    assert met_voorbeeld("export", "metingen", "--out", "uit.csv") == 0
    assert met_voorbeeld.out == ""
    path = met_voorbeeld.cwd / "uit.csv"
    rows = rows_of(path)
    assert list(rows[0]) == [
        "gebied", "indicator", "periode", "waarde", "ondergrens", "bovengrens", "eenheid", "bewijssoort", "status",
        "ontbreekt_reden", "bron",
    ]  # fmt: skip
    keys = [(row["gebied"], row["indicator"], row["periode"]) for row in rows]
    assert keys == sorted(set(keys))
    with voorbeeld.reading() as cursor:
        assert cursor.row("SELECT count(*) FROM meting") == (len(rows),)
    assert all((row["waarde"] == "") == (row["ontbreekt_reden"] != "") for row in rows)
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n")


def test_export_filters_and_refuses_a_code_that_nobody_has(met_voorbeeld: Terminal) -> None:
    words = ["export", "metingen", "--gebied", "WK990101", "--indicator", "kwb-inwoners"]
    assert met_voorbeeld(*words, "--out", "uit.csv") == 0
    rows = rows_of(met_voorbeeld.cwd / "uit.csv")
    assert {(row["gebied"], row["indicator"]) for row in rows} == {("WK990101", "kwb-inwoners")}
    assert met_voorbeeld(*words, "--gebied", "WK999999", "--out", "anders.csv") == 1
    assert "WK999999" in met_voorbeeld.err
    assert not (met_voorbeeld.cwd / "anders.csv").exists()


def test_export_for_excel_has_semicolons_and_decimal_commas(met_voorbeeld: Terminal) -> None:
    assert met_voorbeeld("export", "metingen", "--voor-excel", "--out", "uit.csv") == 0
    text = (met_voorbeeld.cwd / "uit.csv").read_bytes().decode("utf-8-sig")
    assert (met_voorbeeld.cwd / "uit.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    values = [row["waarde"] for row in rows if row["waarde"]]
    assert any("," in value for value in values)
    assert not any("." in value for value in values)


def test_export_leaves_an_existing_file_alone_without_force(met_voorbeeld: Terminal) -> None:
    target = met_voorbeeld.cwd / "uit.csv"
    target.write_text("van mij")
    assert met_voorbeeld("export", "metingen", "--out", "uit.csv") == 1
    assert "--force" in met_voorbeeld.err
    assert target.read_text() == "van mij"
    assert met_voorbeeld("export", "metingen", "--out", "uit.csv", "--force") == 0
    assert target.read_text().startswith("gebied,")


def test_export_to_a_folder_that_is_not_there_is_refused_in_a_sentence(met_voorbeeld: Terminal) -> None:
    for target in ("geen-map/uit.csv", f"{'n' * 300}.csv"):
        assert met_voorbeeld("export", "metingen", "--out", target) == 1
        assert "kan niet worden geschreven" in met_voorbeeld.err


def test_export_reads_codes_generously_and_names_every_one_that_nobody_has(met_voorbeeld: Terminal) -> None:
    assert met_voorbeeld("export", "metingen", "--out", "uit.csv", "--gebied", " wk990101") == 0
    assert {row["gebied"] for row in rows_of(met_voorbeeld.cwd / "uit.csv")} == {"WK990101"}
    wrong = ["--gebied", "WK123456", "--indicator", "geen-indicator"]
    assert met_voorbeeld("export", "metingen", "--out", "anders.csv", *wrong) == 1
    assert met_voorbeeld.err.splitlines() == [
        "De opslag kent het gebied WK123456 niet.",
        "De opslag kent de indicator geen-indicator niet.",
    ]


# Import

AMSTELVEEN = ["--gemeente", "GM0362"]


def kwb_2020(real_data: Path) -> Path:
    return real_data / "kwb_2020_84799NED" / "cbs.v3.84799NED_TypedDataSet.parquet"


def test_figures_of_cbs_come_in_and_go_out_as_they_were(terminal: Terminal, real_data: Path) -> None:
    assert terminal("import", "kwb", kwb_2020(real_data), *AMSTELVEEN, "--json") == 0
    answer = json.loads(terminal.out)
    assert list(answer) == ["nieuw", "gewijzigd", "verdwenen", "geweigerd"]
    assert answer["nieuw"] > 0
    assert "erbij" in terminal.err
    assert terminal("export", "metingen", "--out", "uit.csv") == 0
    values = {(row["gebied"], row["indicator"]): row["waarde"] for row in rows_of(terminal.cwd / "uit.csv")}
    assert values["WK036203", "kwb-inwoners"] == "11485"
    assert values["WK036203", "kwb-65-jaar-of-ouder"] == "2070"
    assert values["WK036203", "kwb-eenpersoonshuishoudens"] == "1715"
    assert values["WK036203", "kwb-bijstand"] == "110"
    assert values["GM0362", "kwb-inwoners"] == "91675"
    before = (terminal.cwd / "uit.csv").read_bytes()
    assert terminal("import", "kwb", kwb_2020(real_data), *AMSTELVEEN, "--json") == 0
    assert json.loads(terminal.out) == {"nieuw": 0, "gewijzigd": 0, "verdwenen": 0, "geweigerd": []}
    assert terminal("export", "metingen", "--out", "uit.csv", "--force") == 0
    assert (terminal.cwd / "uit.csv").read_bytes() == before


def test_a_dry_run_tells_everything_and_keeps_nothing(terminal: Terminal, real_data: Path) -> None:
    assert terminal("import", "kwb", kwb_2020(real_data), *AMSTELVEEN, "--dry-run", "--json") == 0
    assert json.loads(terminal.out)["nieuw"] > 0
    assert "er is niets bewaard" in terminal.err
    assert terminal("status", "--json") == 0
    assert json.loads(terminal.out)["metingen"] == 0


def boundary(folder: Path, code: str, west: float) -> str:
    """A file with the boundary of one wijk; its name."""
    ring = [[west, 52.3], [west + 0.01, 52.3], [west + 0.01, 52.31], [west, 52.31], [west, 52.3]]
    properties = {"wijkcode": code, "wijknaam": f"Wijk {code}", "gemeentecode": "GM9980", "gemeentenaam": "Rietdam"}
    feature = {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    (folder / f"{code}.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8"
    )
    return f"{code}.geojson"


def test_several_files_of_boundaries_are_read_at_once_or_not_at_all(terminal: Terminal) -> None:
    files = [boundary(terminal.cwd, code, west) for code, west in (("WK998001", 4.8), ("WK998002", 4.82))]
    (terminal.cwd / "stuk.geojson").write_text("{", encoding="utf-8")
    assert terminal("import", "gebieden", *files, "stuk.geojson", "--year", "2024") == 1
    assert terminal("status", "--json") == 0
    assert json.loads(terminal.out)["gebieden"]["wijk"] == 0
    assert terminal("import", "gebieden", *files, "--year", "2024") == 0
    assert terminal("status", "--json") == 0
    assert json.loads(terminal.out)["gebieden"]["wijk"] == 2


@pytest.mark.parametrize("what", ["kwb", "rivm", "leefbaarometer", "gebieden"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("foto.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200)),
        ("iets-anders.csv", b"naam;telefoon\nJan;06\n"),
        ("afgebroken.parquet", b"PAR1" + bytes(300)),
        ("leeg.csv", b""),
        ("er-niet.csv", None),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_a_wrong_file_is_refused_in_words_and_leaves_the_store_as_it_was(
    met_voorbeeld: Terminal, what: str, name: str, content: bytes | None
) -> None:
    path = met_voorbeeld.cwd / name
    if content is not None:
        path.write_bytes(content)
    assert met_voorbeeld("status", "--json") == 0
    before = met_voorbeeld.out
    assert met_voorbeeld("import", what, name, "--year", "2020", "--json") == 1
    assert met_voorbeeld.err.strip()
    assert "Kenmerk" not in met_voorbeeld.err
    assert json.loads(met_voorbeeld.out)["geweigerd"]
    assert met_voorbeeld("status", "--json") == 0
    assert met_voorbeeld.out == before


def test_a_year_that_cannot_be_is_refused(terminal: Terminal, real_data: Path) -> None:
    assert terminal("import", "kwb", kwb_2020(real_data), "--year", "2999") == 1
    assert "2999" in terminal.err


# While the dashboard holds the store


def test_a_command_is_handed_over_to_the_dashboard_that_holds_the_store(met_voorbeeld: Terminal) -> None:
    with serving(met_voorbeeld.store, met_voorbeeld.cwd / "log") as address:
        assert stat.S_IMODE(Path(socket_path(str(met_voorbeeld.store))).stat().st_mode) == 0o600
        assert met_voorbeeld("status", "--json") == 0
        assert json.loads(met_voorbeeld.out)["schema"] == known_migraties()[-1].nummer
        assert met_voorbeeld("export", "metingen", "--out", "uit.csv") == 0
        assert (met_voorbeeld.cwd / "uit.csv").exists()
        assert met_voorbeeld("export", "metingen", "--out", "uit.csv") == 1
        assert "--force" in met_voorbeeld.err
        assert met_voorbeeld("example", "--remove") == 0
        assert met_voorbeeld("status", "--json") == 0
        assert json.loads(met_voorbeeld.out)["verhalen"] == 0
        assert met_voorbeeld("serve") == 3
        with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:  # noqa: S310 - our own server
            assert answer.status == 200
    assert not Path(socket_path(str(met_voorbeeld.store))).exists()


def test_a_socket_that_a_dead_dashboard_left_does_not_stand_in_the_way(terminal: Terminal) -> None:
    path = Path(socket_path(str(terminal.store)))
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(path))
    database = open_for_writing(str(terminal.store))
    with listening(str(terminal.store), database, run):
        assert terminal("check", "--json") == 0
        assert json.loads(terminal.out) == {"fouten": []}
    database.close()
    assert not path.exists()


def test_nonsense_on_the_socket_is_no_command(terminal: Terminal) -> None:
    database = open_for_writing(str(terminal.store))
    with listening(str(terminal.store), database, run), socket.socket(socket.AF_UNIX) as connection:
        connection.connect(socket_path(str(terminal.store)))
        connection.sendall(b"GET / HTTP/1.1\n")
        assert connection.recv(100) == b""
    database.close()


def test_who_hangs_up_before_the_answer_does_not_disturb_the_dashboard(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    disturbed: list[object] = []
    monkeypatch.setattr(threading, "excepthook", disturbed.append)
    database = open_for_writing(str(terminal.store))
    with listening(str(terminal.store), database, run):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(socket_path(str(terminal.store)))
            request = {"words": ["status", "--json"], "cwd": str(terminal.cwd), "gebruiker": "iemand"}
            connection.sendall(f"{json.dumps(request)}\n".encode())
        assert terminal("status", "--json") == 0
        for thread in threading.enumerate():
            if "_answer" in thread.name:
                thread.join(10)
    database.close()
    assert disturbed == []


def test_a_port_that_is_taken_is_told_in_a_sentence(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITOR_STORE", "")  # put back afterwards: serving sets it
    with socket.create_server(("localhost", 0)) as taken:
        assert terminal("serve", "--port", str(taken.getsockname()[1])) == 1
    assert "kan het dashboard niet starten" in terminal.err
