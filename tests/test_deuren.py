"""Every door to verhalen, for every role: exactly what the tellers allowed, and nothing of what is not ready.

One table of verhalen, one list of who looks, one list of doors. A new page must be added to the doors, or be named with
the reason why no verhaal of others can be read there.
"""

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache, partial
from io import StringIO
from pathlib import Path

import pytest

from monitor.cli.app import run
from monitor.cli.taak import Taak
from monitor.domain.document import Citaat
from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.raadsstuk import BobFase, KeuzeSoort, StukKeuze, StukSoort
from monitor.domain.rechten import Handeling, mag, mag_ergens, wijken_voor
from monitor.domain.spoor import SpoorSoort
from monitor.domain.verhaal import Verhaal
from monitor.domain.vertelcode import hash_code, new_code
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.domain.zoekvraag import Zoekvraag
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.nl import today_amsterdam
from monitor.services import lezen, raadsstukken, stukkeuzes, wijkspiegel
from monitor.services.indicatorbeeld import indicatorbeeld
from monitor.services.leerbeeld import leerbeeld
from monitor.services.raadsstukken import StukKopInvoer
from monitor.services.spoor import spoor
from monitor.services.terugkoppelen import terug_te_koppelen
from monitor.services.uitvoer_verhalen import KOLOMMEN, export_verhalen
from monitor.services.vertelcodes import bekijk
from monitor.services.wijkbeeld import gemeentebeeld, wijkbeeld
from monitor.services.zoeken import zoek
from monitor.services.zoekindex import rebuild
from monitor.store.database import Cursor, Database, utc_now
from monitor.store.opslag import close_shared, open_for_writing
from monitor.ui import wie
from tests.services.builders import build_stuk

ROOT = Path(__file__).resolve().parent.parent
GEMEENTE, WIJK, ANDERE, KLEIN = "GM9801", "WK980101", "WK980102", "WK980103"
WEINIG, LEEG = "WK980104", "WK980105"
"""A wijk with fewer public verhalen than may stand there, and one with none."""
WIJKEN = (WIJK, ANDERE, KLEIN, WEINIG)
NOW = utc_now()
TODAY = today_amsterdam(NOW)
TOLD = TODAY - timedelta(days=200)
AGO = NOW - timedelta(days=100)
WOORD = "soepmiddag"
CIJFER = "kwb-inwoners"
"""The figure to which every verhaal is linked."""


# The verhalen


@dataclass(frozen=True)
class Geval:
    """A verhaal, and who may read it: iedereen, niemand, or intern (who learns together in its wijk)."""

    naam: str
    lezers: str
    wijk: str = WIJK
    gebruik: tuple[str, ...] = ("openbaar",)
    tot: date | None = None
    akkoord: bool = True
    besluiten: tuple[str, ...] = ("akkoord",)
    leeftijd: str | None = None
    daarna: tuple[tuple[str, dict[str, object]], ...] = field(default=())
    """What happened afterwards, as statements."""

    def for_reader(self, gebruiker: Gebruiker) -> bool:
        """Whether this reader may read it: said here once more, without the SQL that is tested."""
        return self.lezers == "iedereen" or (self.lezers == "intern" and gebruiker.leest_intern(self.wijk))

    def stands_at(self, gebruiker: Gebruiker) -> str:
        """Where this reader finds it."""
        return GEMEENTE if self.wijk in (KLEIN, WEINIG) and not gebruiker.leest_intern(self.wijk) else self.wijk


YESTERDAY = TODAY - timedelta(days=1)
_NAVRAAG = "INSERT INTO navraag VALUES (uuid()::VARCHAR, $verhaal, 'een collega', $op, $blijft)"
_AFHANKELIJK = "INSERT INTO verhaal_herkomst VALUES ($verhaal, 'opgetekend', NULL, TRUE, $bedenktijd, NULL, FALSE)"
_MELDING = "INSERT INTO verhaal_melding VALUES (uuid()::VARCHAR, $verhaal, NULL, $op, $klaar, $door, $uitkomst)"
_TEKST = (
    "INSERT INTO verhaal_versie (verhaal, versie, soort, titel, tekst, akkoord_op, gemaakt_op, gemaakt_door)"
    " VALUES ($verhaal, 3, 'publiek', $titel, $tekst, $akkoord, $op, 'anna')"
)
_INTREKKING = "INSERT INTO intrekking VALUES ($verhaal, '2026-K1', $op)"
_NEE = (
    "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op)"
    " VALUES (uuid()::VARCHAR, $verhaal, 'openbaar', FALSE, 'digitaal', 'verteller', $op)"
)
_JA_GISTEREN = (
    "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op, einddatum)"
    " VALUES (uuid()::VARCHAR, $verhaal, 'openbaar', TRUE, 'digitaal', 'verteller', $op, $tot)"
)


def afhankelijk(bedenktijd: date, *antwoorden: bool) -> tuple[tuple[str, dict[str, object]], ...]:
    """A teller who depends on the writer, and what she said when a colleague asked, the newest last."""
    asked = [(_NAVRAAG, {"op": AGO + timedelta(days=day), "blijft": it}) for day, it in enumerate(antwoorden)]
    return ((_AFHANKELIJK, {"bedenktijd": bedenktijd}), *asked)


def melding(uitkomst: str | None) -> tuple[tuple[str, dict[str, object]], ...]:
    """Somebody said that it is about her; None: nobody looked at that yet."""
    klaar, door = (AGO, "bert") if uitkomst else (None, None)
    return ((_MELDING, {"op": AGO, "klaar": klaar, "door": door, "uitkomst": uitkomst}),)


def nieuwe_versie(naam: str, akkoord: date | None) -> tuple[tuple[str, dict[str, object]], ...]:
    """A newer public version that nobody reviewed yet."""
    return ((_TEKST, {"titel": f"Nieuw {naam}", "tekst": f"Nieuwe {WOORD}.", "akkoord": akkoord, "op": AGO}),)


LANG_GELEDEN = TODAY - timedelta(days=110)
GEVALLEN = (
    *(Geval(f"openbaar-{wijk[-1]}-{number}", "iedereen", wijk) for wijk in WIJKEN[:3] for number in range(5)),
    *(Geval(f"weinig-{number}", "iedereen", WEINIG) for number in range(3)),
    Geval("leren", "intern", gebruik=("leren",)),
    Geval("gesprek", "intern", gebruik=("gesprek",)),
    Geval("leren-en-gesprek-elders", "intern", ANDERE, gebruik=("leren", "gesprek")),
    Geval("leren-klein", "intern", KLEIN, gebruik=("leren",)),
    Geval("alle-drie", "iedereen", gebruik=("leren", "gesprek", "openbaar")),
    Geval("openbaar-tot-vandaag", "iedereen", tot=TODAY + timedelta(days=1)),
    Geval(
        "openbaar-voorbij-leren-niet",
        "intern",
        gebruik=("leren",),
        daarna=((_JA_GISTEREN, {"op": AGO, "tot": YESTERDAY}),),
    ),
    Geval("openbaar-ingetrokken-leren-niet", "intern", gebruik=("leren", "openbaar"), daarna=((_NEE, {"op": AGO}),)),
    Geval("gebleven-na-navraag", "iedereen", daarna=afhankelijk(LANG_GELEDEN, False, True)),
    Geval("melding-blijft", "iedereen", daarna=melding("blijft")),
    Geval("na-terug-toch-akkoord", "iedereen", besluiten=("terug_naar_verteller", "akkoord")),
    Geval(
        "nieuwe-versie-wacht-op-verteller", "iedereen", daarna=nieuwe_versie("nieuwe-versie-wacht-op-verteller", None)
    ),
    # What nobody reads
    Geval("wordt-nagelezen", "niemand", besluiten=()),
    Geval("terug-naar-verteller", "niemand", besluiten=("akkoord", "terug_naar_verteller")),
    Geval("geweigerd", "niemand", besluiten=("akkoord", "geweigerd")),
    Geval("verborgen", "niemand", besluiten=("akkoord", "verborgen")),
    Geval("zonder-akkoord", "niemand", akkoord=False),
    Geval("zonder-toestemming", "niemand", gebruik=()),
    Geval("gisteren-afgelopen", "niemand", gebruik=("leren", "gesprek", "openbaar"), tot=YESTERDAY),
    Geval("toestemming-ingetrokken", "niemand", daarna=((_NEE, {"op": AGO}),)),
    Geval("teruggenomen", "niemand", gebruik=("leren", "openbaar"), daarna=((_INTREKKING, {"op": AGO}),)),
    Geval("melding-open", "niemand", gebruik=("leren", "openbaar"), daarna=melding(None)),
    Geval("afhankelijk-nog-niet-gevraagd", "niemand", daarna=afhankelijk(LANG_GELEDEN)),
    Geval("afhankelijk-zei-nee", "niemand", daarna=afhankelijk(LANG_GELEDEN, True, False)),
    Geval("afhankelijk-te-vroeg-gevraagd", "niemand", daarna=afhankelijk(TODAY - timedelta(days=1), True)),
    Geval("afhankelijk-bedenktijd", "niemand", daarna=afhankelijk(TODAY + timedelta(days=1), True)),
    Geval("nieuwe-versie-niet-nagelezen", "niemand", daarna=nieuwe_versie("nieuwe-versie-niet-nagelezen", TODAY)),
    Geval("kind-nooit-openbaar", "niemand", leeftijd="jonger_dan_16"),
)


def make_verhaal(cursor: Cursor, geval: Geval) -> None:
    """A verhaal as its row in the table says."""
    naam = geval.naam
    cursor.execute(
        "INSERT INTO verhaal (id, gebied, verteld_op, gevoel, leeftijdsgroep, grondslag, opgetekend_door,"
        " opgetekend_op) VALUES (?, ?, ?, 'moeilijk', ?, 'toestemming', 'anna', ?)",
        [naam, geval.wijk, TOLD, geval.leeftijd, AGO - timedelta(days=90)],
    )
    cursor.execute("INSERT INTO verhaal_thema VALUES (?, 'ontmoeten')", [naam])
    cursor.execute("INSERT INTO verhaal_perspectief VALUES (?, 'bewoner')", [naam])
    cursor.execute(
        "INSERT INTO verhaal_versie (verhaal, versie, soort, titel, tekst, akkoord_op, gemaakt_op, gemaakt_door)"
        " VALUES ($n, 1, 'oorspronkelijk', 'Origineel ' || $n, 'Zo zei ik het op de ' || $w, NULL, $op, 'anna'),"
        " ($n, 2, 'publiek', 'Titel ' || $n, 'Zo mag het, op de ' || $w, $akkoord, $op, 'anna')",
        {"n": naam, "w": WOORD, "op": AGO - timedelta(days=90), "akkoord": TOLD if geval.akkoord else None},
    )
    cursor.execute(
        "INSERT INTO verhaal_indicator VALUES (?, ?, 'past_bij', 'Daar gaat het over.', 'anna', ?)", [naam, CIJFER, AGO]
    )
    for gebruik in geval.gebruik:
        cursor.execute(
            "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op, einddatum)"
            " VALUES (uuid()::VARCHAR, ?, ?, TRUE, 'mondeling', 'verteller', ?, ?)",
            [naam, gebruik, AGO - timedelta(days=80), geval.tot],
        )
    for number, besluit in enumerate(geval.besluiten):
        cursor.execute(
            "INSERT INTO beoordeling (id, verhaal, versie, besluit, reden, beoordelaar, op)"
            " VALUES (uuid()::VARCHAR, ?, 2, ?, ?, 'bert', ?)",
            [naam, besluit, "onveilig" if besluit == "geweigerd" else None, AGO - timedelta(days=70 - number)],
        )
    for sql, parameters in geval.daarna:
        cursor.execute(sql, {"verhaal": naam, **parameters})


def make_gemeente(cursor: Cursor) -> None:
    """Two large wijken, a small one, and two of which few or nobody told."""
    cursor.execute("INSERT INTO thema VALUES ('ontmoeten', 'Ontmoeten', NULL, 1)")
    cursor.execute("INSERT INTO bron (code, naam, uitgever) VALUES ('proef', 'Proef', 'Proef')")
    cursor.execute(
        "INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte)"
        " VALUES ('i', 'proef', 'x.csv', 'x', ?, 'proef', 'gemeente')",
        [AGO],
    )
    cursor.execute("INSERT INTO indicator VALUES ('kwb-inwoners', TRUE, ?)", [AGO])
    cursor.execute(
        "INSERT INTO indicator_versie (indicator, versie, geldig_van, naam, eenheid, bewijssoort, richting, soort,"
        " thema, context_volgorde, bron, reden) VALUES ('kwb-inwoners', 1, DATE '2020-01-01', 'Inwoners', 'aantal',"
        " 'geregistreerd', 'hoger_is_gunstig', 'achtergrond', 'ontmoeten', 1, 'proef', 'eerste')"
    )
    cursor.execute("INSERT INTO gebied VALUES (?, 'gemeente')", [GEMEENTE])
    cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2020-01-01', NULL, 'Proefstad')", [GEMEENTE])
    for code, inwoners in ((WIJK, 5000), (ANDERE, 5000), (KLEIN, 900), (WEINIG, 5000), (LEEG, 5000)):
        cursor.execute("INSERT INTO gebied VALUES (?, 'wijk')", [code])
        cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2020-01-01', NULL, ?)", [code, f"Wijk {code}"])
        cursor.execute("INSERT INTO gebied_ouder VALUES (?, ?, DATE '2020-01-01', NULL)", [code, GEMEENTE])
        cursor.execute(
            "INSERT INTO meting (gebied, indicator, periode, periode_start, waarde, status, inlezing)"
            " VALUES (?, 'kwb-inwoners', '2024', DATE '2024-01-01', ?, 'definitief', 'i')",
            [code, inwoners],
        )


def make_ronde(cursor: Cursor, wijk: str) -> None:
    """A ronde that is over, with every verhaal of a wijk on the table, and one of them chosen."""
    here = [it.naam for it in GEVALLEN if it.wijk == wijk]
    cursor.execute(
        "INSERT INTO leesronde (id, gebied, naam, niveau, werkwijze, periode_van, periode_tot, gemaakt_op,"
        " gemaakt_door) VALUES (?, ?, 'Samen gelezen', 'bewoners', 'gesprek', ?, ?, ?, 'bo')",
        [f"ronde-{wijk}", wijk, TOLD - timedelta(days=100), TODAY, AGO],
    )
    cursor.execute(
        "INSERT INTO leesdomein (id, ronde, naam, soort, volgorde)"
        " VALUES ($d, $r, 'Iets anders', 'open', 1), ($d || '-m', $r, 'Wat misging', 'misging', 2)",
        {"d": f"domein-{wijk}", "r": f"ronde-{wijk}"},
    )
    for number, stand in enumerate(("open", "gesloten"), start=1):
        cursor.execute(
            "INSERT INTO leesronde_stand (id, ronde, nummer, stand, op, door)"
            " VALUES (uuid()::VARCHAR, ?, ?, ?, ?, 'bo')",
            [f"ronde-{wijk}", number, stand, AGO],
        )
    for number, naam in enumerate(here, start=1):
        cursor.execute(
            "INSERT INTO leesdomein_verhaal VALUES (uuid()::VARCHAR, ?, ?, ?, ?, ?)",
            [f"ronde-{wijk}", naam, f"domein-{wijk}", number, AGO],
        )
    cursor.execute(
        "INSERT INTO leeskeuze (id, domein, verhaal, nummer, reden, op, door)"
        " VALUES (uuid()::VARCHAR, ?, ?, 1, 'Dat gaat over Titel leren.', ?, 'bo')",
        [f"domein-{wijk}", "gesprek" if wijk == WIJK else here[0], AGO],
    )


CODE = new_code()


@pytest.fixture(scope="module")
def pad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store file with all verhalen of the table."""
    path = tmp_path_factory.mktemp("deuren") / "monitor.duckdb"
    database = open_for_writing(str(path))
    with database.writing() as cursor:
        make_gemeente(cursor)
        for geval in GEVALLEN:
            make_verhaal(cursor, geval)
        for wijk in (WIJK, KLEIN, WEINIG):
            make_ronde(cursor, wijk)
        cursor.execute("INSERT INTO vertelcode VALUES (?, 'wordt-nagelezen', ?)", [hash_code(CODE), AGO])
    rebuild(database)
    database.checkpoint()
    database.close()
    return path


@pytest.fixture(scope="module")
def winkel(pad: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """That store, opened."""
    path = tmp_path_factory.mktemp("open") / "monitor.duckdb"
    shutil.copy(pad, path)
    database = Database(path)
    yield database
    database.close()


# Who looks


def gebruiker(rol: GebruikerRol, wijk: str | None) -> Gebruiker:
    """Somebody with one role, in one wijk or in all."""
    if rol is GebruikerRol.BEZOEKER:
        return BEZOEKER
    return Gebruiker(f"proef:{rol}", rol.value, Aanmelding.PROEF, (Roltoewijzing(rol, wijk),))


WIE = [
    pytest.param(gebruiker(rol, wijk), id=f"{rol}-{waar}")
    for rol in GebruikerRol
    for waar, wijk in (("hier", WIJK), ("elders", ANDERE), ("klein", KLEIN), ("overal", None))
    if rol is not GebruikerRol.BEZOEKER or wijk is None
] + [
    pytest.param(gebruiker(GebruikerRol.BEWONER, WEINIG), id="bewoner-weinig"),
    pytest.param(
        Gebruiker(
            "proef:twee",
            "twee rollen",
            Aanmelding.PROEF,
            (Roltoewijzing(GebruikerRol.BEWONER, KLEIN), Roltoewijzing(GebruikerRol.NALEZER, WIJK)),
        ),
        id="bewoner-klein-en-nalezer-hier",
    ),
    pytest.param(
        Gebruiker(
            "proef:over",
            "sessie voorbij",
            Aanmelding.PROEF,
            (Roltoewijzing(GebruikerRol.BEWONER),),
            geldig_tot=datetime(2020, 1, 1),
        ),
        id="sessie-voorbij",
    ),
]


SCHERM = [
    WIE[0],
    *(it for it in WIE if str(it.id).startswith(("bewoner", "nalezer-hier", "beheerder-overal", "sessie"))),
]
"""Those who see something different from each other, and three who see no more than a bezoeker."""


def rights(wie_: Gebruiker) -> Gebruiker:
    """The person as she may read now."""
    return BEZOEKER if wie_.geldig_tot else wie_


def expected(wie_: Gebruiker, *wijken: str) -> dict[str, str]:
    """What this reader may read (of these wijken), with where it stands for her."""
    reader = rights(wie_)
    return {
        f"Titel {it.naam}": it.stands_at(reader)
        for it in GEVALLEN
        if it.for_reader(reader) and (not wijken or it.stands_at(reader) in wijken)
    }


def placed(verhalen: Sequence[Verhaal]) -> dict[str, str]:
    return {it.titel: it.gebied for it in verhalen}


# The doors of the services


def wijkpagina(database: Database, wie_: Gebruiker, wijk: str) -> dict[str, str]:
    """What the wijk page puts together for the kind of reader that this person is."""
    beeld = seen(database, wijk, lezen.lezer(database, wie_, wijk))
    return placed([verhaal for kaart in beeld.kaarten for verhaal in kaart.verhalen])


@cache
def seen(database: Database, wijk: str, lezer: Gebruiker) -> Wijkbeeld:
    """The page is made once for those who read the same, as on the screen; this store does not change."""
    return wijkbeeld(database, wijk, lezer)


@pytest.mark.parametrize("wie_", WIE)
@pytest.mark.parametrize("wijk", WIJKEN)
def test_the_wijk_page_shows_what_stands_there_for_this_reader(winkel: Database, wie_: Gebruiker, wijk: str) -> None:
    assert wijkpagina(winkel, wie_, wijk) == expected(wie_, wijk)


@pytest.mark.parametrize("wie_", WIE)
def test_the_minute_and_the_counts_of_a_wijk_are_the_same_for_everybody(winkel: Database, wie_: Gebruiker) -> None:
    hers, public = (seen(winkel, WIJK, lezen.lezer(winkel, it, WIJK)) for it in (wie_, BEZOEKER))
    assert (hers.minuut, hers.verhalen_totaal) == (public.minuut, public.verhalen_totaal)
    assert [kaart.schuring for kaart in hers.kaarten] == [kaart.schuring for kaart in public.kaarten]


def test_the_gemeente_page_shows_what_is_public_and_stands_there(winkel: Database) -> None:
    assert placed(gemeentebeeld(winkel, GEMEENTE).verhalen) == expected(BEZOEKER, GEMEENTE)


def cijferpagina(database: Database, wie_: Gebruiker, wijk: str | None) -> dict[str, str]:
    """What the page of one figure puts together for the kind of reader that this person is."""
    reader = lezen.lezer(database, wie_, wijk)
    return placed(indicatorbeeld(database, CIJFER, wijk=wijk, gemeente=GEMEENTE, gebruiker=reader).verhalen)


@pytest.mark.parametrize("wie_", WIE)
@pytest.mark.parametrize("wijk", WIJKEN)
def test_the_page_of_a_figure_shows_what_stands_in_the_wijk_for_this_reader(
    winkel: Database, wie_: Gebruiker, wijk: str
) -> None:
    assert cijferpagina(winkel, wie_, wijk) == expected(wie_, wijk)


@pytest.mark.parametrize("wie_", WIE)
def test_the_page_of_a_figure_in_the_gemeente_shows_exactly_what_this_reader_may_read(
    winkel: Database, wie_: Gebruiker
) -> None:
    assert cijferpagina(winkel, wie_, None) == expected(wie_)


def verhalenpagina(database: Database, wie_: Gebruiker) -> dict[str, str]:
    """All pages of the list of verhalen."""
    return placed([it.verhaal for it in lezen.blad(database, wie_, Zoekvraag(limiet=200)).verhalen])


def gezocht(database: Database, wie_: Gebruiker) -> dict[str, str]:
    """What the search finds of a word that stands in every verhaal."""
    vraag = Zoekvraag(WOORD, limiet=200)
    found, verhalen = lezen.gevonden(database, wie_, vraag)
    assert found == zoek(database, wie_, vraag), "what the search keeps of rights is what the verhalen themselves say"
    return placed(verhalen)


def een_voor_een(database: Database, wie_: Gebruiker) -> dict[str, str]:
    """Each verhaal by its own address."""
    found = {}
    for geval in GEVALLEN:
        try:
            verhaal = lezen.verhaal(database, wie_, geval.naam).verhaal
        except NietGevonden:
            continue
        found[verhaal.titel] = verhaal.gebied
    return found


def bestand(database: Database, wie_: Gebruiker, target: Path) -> dict[str, str]:
    """The file of `export verhalen`."""
    written = export_verhalen(database, wie_, target)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert written == len(rows)
    return {row["titel"]: row["gebied"] for row in rows}


DEUREN: dict[str, Callable[[Database, Gebruiker, Path], dict[str, str]]] = {
    "verhalen": lambda database, wie_, _: verhalenpagina(database, wie_),
    "zoeken": lambda database, wie_, _: gezocht(database, wie_),
    "bestand": bestand,
}
"""Doors that show all that somebody may read, by title with the gebied where it stands."""


@pytest.mark.parametrize("wie_", WIE)
@pytest.mark.parametrize("deur", DEUREN)
def test_a_door_shows_exactly_what_this_reader_may_read(
    winkel: Database, wie_: Gebruiker, deur: str, tmp_path: Path
) -> None:
    assert DEUREN[deur](winkel, wie_, tmp_path / "verhalen.csv") == expected(wie_)


@pytest.mark.parametrize("wie_", [it for it in SCHERM if it.id not in {"bewoner-elders", "bewoner-weinig"}])
def test_the_address_of_one_verhaal_opens_only_what_this_reader_may_read(winkel: Database, wie_: Gebruiker) -> None:
    assert een_voor_een(winkel, wie_) == expected(wie_)


@pytest.mark.parametrize("wie_", WIE)
@pytest.mark.parametrize("wijk", WIJKEN)
def test_choosing_a_wijk_does_not_tell_where_a_verhaal_of_a_small_wijk_comes_from(
    winkel: Database, wie_: Gebruiker, wijk: str
) -> None:
    blad = lezen.blad(winkel, wie_, Zoekvraag(wijk=wijk, limiet=200))
    assert placed([it.verhaal for it in blad.verhalen]) == expected(wie_, wijk)
    assert blad.totaal == len(expected(wie_, wijk))


@pytest.mark.parametrize("wie_", WIE)
def test_a_code_opens_one_verhaal_for_whoever_holds_it_and_no_role_adds_any(winkel: Database, wie_: Gebruiker) -> None:
    assert bekijk(winkel, CODE, gebruiker=wie_, adres=wie_.id).id == "wordt-nagelezen"


# The same on the screen


@pytest.fixture
def scherm(
    pad: Path, packages_seen_once: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., str]]:
    """Everything that a page sends to this person, through dashboard.py."""
    import streamlit as st
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.testing.v1 import AppTest

    from monitor.ui import queries

    path = tmp_path / "monitor.duckdb"
    shutil.copy(pad, path)
    monkeypatch.setenv("MONITOR_STORE", str(path))
    close_shared()
    queries.clear()
    st.config.set_option("client.showErrorDetails", "full")
    made = PagesManager.__init__

    def made_without_folder(self: PagesManager, *args: object, **kwargs: object) -> None:
        made(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", made_without_folder)

    def show(wie_: Gebruiker, page: str, **address: str) -> str:
        monkeypatch.setattr(wie, "gebruiker", lambda: wie_)
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run()
        for name, value in address.items():
            app.query_params[name] = value
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
        sent = "\n".join(element.proto.body for element in app.get("html") if "<style>" not in element.proto.body)
        return re.sub("</?mark>", "", sent)

    yield show
    close_shared()
    queries.clear()


def titles(html: str) -> set[str]:
    """The titles of all verhalen in what was sent; of an original or of what waits there is none."""
    assert "Origineel" not in html
    assert "Nieuw " not in html
    return set(re.findall(r"Titel [a-z0-9-]+", html))


@pytest.mark.parametrize("wie_", SCHERM)
def test_the_page_verhalen_sends_exactly_what_this_reader_may_read(scherm: Callable[..., str], wie_: Gebruiker) -> None:
    shown: set[str] = set()
    for number in range(1, 4):
        shown |= titles(scherm(wie_, "verhalen", q=WOORD, bladzijde=str(number)))
    assert shown == set(expected(wie_))


@pytest.mark.parametrize("wie_", SCHERM)
def test_the_wijk_page_sends_exactly_what_this_reader_may_read_there_and_prints_what_is_public(
    scherm: Callable[..., str], wie_: Gebruiker
) -> None:
    screen, paper = scherm(wie_, "wijk", wijk=WIJK).split('class="tv afdruk"')
    assert titles(screen) == set(expected(wie_, WIJK))
    assert "niet-openbaar" not in paper
    assert scherm(BEZOEKER, "wijk", wijk=WIJK).split('class="tv afdruk"')[1] == paper


@pytest.mark.parametrize("wie_", SCHERM)
def test_the_page_of_a_figure_sends_exactly_what_this_reader_may_read(
    scherm: Callable[..., str], wie_: Gebruiker
) -> None:
    assert titles(scherm(wie_, "indicator", indicator=CIJFER, wijk=WIJK)) == set(expected(wie_, WIJK))
    assert titles(scherm(wie_, "indicator", indicator=CIJFER, gemeente=GEMEENTE)) == set(expected(wie_))


@pytest.mark.parametrize("wie_", SCHERM)
def test_who_chooses_together_sees_what_everybody_may_read(scherm: Callable[..., str], wie_: Gebruiker) -> None:
    shown = titles(scherm(wie_, "indicatoren_kiezen", wijk=WIJK))
    assert shown
    assert shown <= set(expected(BEZOEKER, WIJK))


@pytest.mark.parametrize("wie_", SCHERM)
def test_a_ronde_sends_what_this_reader_may_read_of_what_may_be_used_in_a_gesprek(
    scherm: Callable[..., str], wie_: Gebruiker
) -> None:
    may = {f"Titel {it.naam}" for it in GEVALLEN if "gesprek" in it.gebruik}
    for wijk in (WIJK, KLEIN, WEINIG):
        sent = scherm(wie_, "samen_verhalen_kiezen", wijk=wijk, ronde=f"ronde-{wijk}")
        reader = rights(wie_)
        said = {"Titel leren"} if wijk == WIJK and reader.leest_intern(WIJK) else set()
        assert titles(sent) - said == set(expected(wie_, wijk)) & may
        assert ("Titel leren" in sent) == bool(said), "the reason of a choice that she may not read"


def test_what_one_reader_saw_is_not_kept_for_another(scherm: Callable[..., str]) -> None:
    bewoner = gebruiker(GebruikerRol.BEWONER, WIJK)
    for page, address in (
        ("verhalen", {"q": "leren"}),
        ("wijk", {"wijk": WIJK}),
        ("verhalen", {"verhaal": "leren"}),
        ("indicator", {"indicator": CIJFER, "wijk": WIJK}),
    ):
        assert "Titel leren" in scherm(bewoner, page, **address)
        assert "Titel leren" not in scherm(BEZOEKER, page, **address)


@pytest.mark.parametrize("wie_", WIE)
def test_who_says_what_was_done_sees_what_she_reads_where_she_may_say_it(winkel: Database, wie_: Gebruiker) -> None:
    wijken = wijken_voor(rights(wie_), Handeling.TERUGKOPPELEN)
    try:
        said = placed([it.verhaal for it in terug_te_koppelen(winkel, wie_)])
    except NietToegestaan:
        assert wijken == frozenset()
        return
    assert said == (expected(wie_) if wijken is None else expected(wie_, *wijken))


BUITEN = [it for it in SCHERM if it.id in {"bezoeker-overal", "bewoner-hier", "beheerder-overal"}]
"""Those to whom a wijk with few verhalen must look like one with none: who read nothing there that is not public."""


def as_leeg(html: str) -> str:
    """What was sent about the wijk with few verhalen, as if it were about the one with none."""
    return html.replace(WEINIG, LEEG)


@pytest.mark.parametrize("wie_", BUITEN)
def test_a_wijk_with_few_verhalen_looks_like_one_with_none(scherm: Callable[..., str], wie_: Gebruiker) -> None:
    for page in ("wijk", "verhalen", "indicatoren_kiezen", "samen_verhalen_kiezen"):
        assert as_leeg(scherm(wie_, page, wijk=WEINIG)) == scherm(wie_, page, wijk=LEEG)
    few, none = (scherm(wie_, "indicator", indicator=CIJFER, wijk=wijk) for wijk in (WEINIG, LEEG))
    assert as_leeg(few) == as_leeg(none)
    gemeente = scherm(wie_, "gemeente", gemeente=GEMEENTE)
    few, none = (re.findall(rf'<li><a href="[^"]*{it}".*?</li>', gemeente) for it in (WEINIG, LEEG))
    assert [as_leeg(it) for it in few] == none
    assert len(none) == 1
    few, none = (scherm(wie_, "hoe_is_dit_zo_gekomen", van=f"indicator:{CIJFER}", wijk=it) for it in (WEINIG, LEEG))
    assert as_leeg(few) == as_leeg(none)
    for page in ("gemeente", "verhalen", "start"):
        sent = scherm(wie_, page, gemeente=GEMEENTE)
        assert sent.count(WEINIG) == sent.count(LEEG)


def test_the_service_tells_of_a_wijk_with_few_verhalen_no_more_than_of_one_with_none(winkel: Database) -> None:
    few, none = (wijkbeeld(winkel, wijk) for wijk in (WEINIG, LEEG))
    assert as_leeg(repr(few.minuut)) == repr(none.minuut)
    assert (few.verhalen_totaal, few.verhalen_op_gemeente) == (none.verhalen_totaal, none.verhalen_op_gemeente)
    regels = {it.wijk.code: it for it in gemeentebeeld(winkel, GEMEENTE).regels}
    assert as_leeg(repr(regels[WEINIG])) == repr(regels[LEEG])
    assert lezen.ongehoord(winkel, GEMEENTE).gebieden == {WIJK, ANDERE}
    found, nothing = (zoek(winkel, BEZOEKER, Zoekvraag(WOORD, wijk=wijk)) for wijk in (WEINIG, LEEG))
    assert found == nothing


# The command line


def command(database: Database, *words: str) -> str:
    out = StringIO()
    taak = Taak(gebruiker="test", out=out, err=StringIO(), opened=database)
    assert run(words, taak) == 0
    return out.getvalue()


ALS = [
    ("bezoeker", BEZOEKER),
    *(
        (f"{rol}{suffix}", gebruiker(rol, wijk))
        for rol in GebruikerRol
        if rol is not GebruikerRol.BEZOEKER
        for suffix, wijk in (("", None), (f":{WIJK}", WIJK), (f":{ANDERE}", ANDERE))
    ),
]


@pytest.mark.parametrize(("als", "wie_"), ALS, ids=[name for name, _ in ALS])
def test_the_commands_show_what_that_role_may_read(winkel: Database, als: str, wie_: Gebruiker, tmp_path: Path) -> None:
    target = tmp_path / "uit.csv"
    command(winkel, "export", "verhalen", "--als", als, "--out", str(target))
    with target.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert {row["titel"]: row["gebied"] for row in reader} == expected(wie_)
        assert tuple(reader.fieldnames or ()) == KOLOMMEN
    hits = json.loads(command(winkel, "search", WOORD, "--als", als, "--limit", "200", "--json"))["hits"]
    assert {hit["titel"]: hit["gebied"] for hit in hits} == expected(wie_)


# The wijkgesprek: what was talked about, for who may still read it there


@pytest.fixture(scope="module")
def gesprekken(pad: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """That store with a closed gesprek in each wijk, in which all its verhalen lay on the table and are a casus."""
    path = tmp_path_factory.mktemp("gesprekken") / "monitor.duckdb"
    shutil.copy(pad, path)
    database = Database(path)
    with database.writing() as cursor:
        for wijk in WIJKEN:
            cursor.execute("INSERT INTO sessie VALUES (?, ?, NULL, 'bo', ?, NULL)", [f"s-{wijk}", wijk, AGO])
            cursor.execute(
                "INSERT INTO sessie_stap VALUES (?, ?, 1, 'gesloten', ?, 'besproken_nog_open', NULL, 'bo', ?, NULL)",
                [f"t-{wijk}", f"s-{wijk}", TOLD, AGO],
            )
        for number, geval in enumerate(GEVALLEN, start=1):
            id_, sessie = f"l-{geval.naam}", f"s-{geval.wijk}"
            cursor.execute(
                "INSERT INTO sessie_agenda (id, sessie, nummer, soort, verhaal, gemaakt_door, gemaakt_op)"
                " VALUES (?, ?, ?, 'verhaal', ?, 'bo', ?)",
                [f"a-{geval.naam}", sessie, number, geval.naam, AGO],
            )
            cursor.execute(
                "INSERT INTO leerpunt VALUES (?, ?, ?, 'casus', NULL, FALSE, 'bo', ?, NULL)",
                [id_, geval.wijk, sessie, AGO],
            )
            cursor.execute(
                "INSERT INTO leerpunt_lezing VALUES (?, ?, 1, NULL, ?, 'bo', ?, NULL)",
                [f"z-{geval.naam}", id_, f"Titel {geval.naam}", AGO],
            )
            cursor.execute(
                "INSERT INTO leerpunt_bron (id, leerpunt, verhaal) VALUES (?, ?, ?)",
                [f"b-{geval.naam}", id_, geval.naam],
            )
            cursor.execute(
                "INSERT INTO leerpunt_stand (id, leerpunt, nummer, stand, dag, door, op)"
                " VALUES (?, ?, 1, 'open', ?, 'bo', ?)",
                [f"r-{geval.naam}", id_, TOLD, AGO],
            )
    yield database
    database.close()


def in_gesprek(wie_: Gebruiker, wijk: str) -> set[str]:
    """What may be shown in the wijkgesprek of a wijk: what is read there, and not for leren alone."""
    reader = rights(wie_)
    alleen_leren = {f"Titel {it.naam}" for it in GEVALLEN if "gesprek" not in it.gebruik and not iedereen(it)}
    return {titel for titel, place in expected(reader, wijk).items() if place == wijk} - alleen_leren


def iedereen(geval: Geval) -> bool:
    return geval.lezers == "iedereen"


@pytest.mark.parametrize("wie_", WIE)
@pytest.mark.parametrize("wijk", WIJKEN)
def test_a_wijkgesprek_shows_what_may_be_talked_about_there_to_this_reader(
    gesprekken: Database, wie_: Gebruiker, wijk: str
) -> None:
    for reader in (wie_, lezen.lezer(gesprekken, wie_, wijk)):
        beeld = leerbeeld(gesprekken, reader, wijk)
        shown = in_gesprek(wie_, wijk)
        assert {it.titel for it in beeld.verhalen.values()} == shown
        assert {it.verhaal for sessie in beeld.sessies for it in sessie.agenda} == {
            it.removeprefix("Titel ") for it in shown
        }
        assert {it.tekst for it in beeld.leerpunten} == shown
        here = sum(it.wijk == wijk for it in GEVALLEN)
        stands = rights(wie_).leest_intern(wijk) or wijk in (WIJK, ANDERE)
        assert beeld.verborgen == ({f"s-{wijk}": here - len(shown)} if stands else {})


@pytest.mark.parametrize("wie_", WIE)
def test_the_spoor_of_a_figure_names_exactly_what_this_reader_may_read(winkel: Database, wie_: Gebruiker) -> None:
    for plaats in (WIJK, KLEIN, WEINIG, GEMEENTE):
        found = spoor(winkel, wie_, SpoorSoort.INDICATOR, CIJFER, plaats=plaats)
        named = {it.punt.naam for it in found.uit if it.punt.soort is SpoorSoort.VERHAAL}
        assert named == set(expected(wie_) if plaats == GEMEENTE else expected(wie_, plaats))
        assert found.uit_breuken == ()


@pytest.mark.parametrize("wie_", WIE)
@pytest.mark.parametrize("wijk", WIJKEN)
def test_the_spoor_of_a_wijkgesprek_names_what_may_be_talked_about_there_to_this_reader(
    gesprekken: Database, wie_: Gebruiker, wijk: str
) -> None:
    found = spoor(gesprekken, wie_, SpoorSoort.SESSIE, f"s-{wijk}")
    shown = in_gesprek(wie_, wijk)
    assert {it.punt.naam for it in found.uit} == shown
    assert {it.punt.naam for it in found.naar} == shown
    assert {it.naam for it in found.tijdlijn} == {*shown, None}
    hidden = sum(it.wijk == wijk for it in GEVALLEN) - len(shown)
    stands = rights(wie_).leest_intern(wijk) or wijk in (WIJK, ANDERE)
    assert sum(it.aantal for it in found.uit_breuken) == (hidden if stands else 0)
    assert sum(it.aantal for it in found.naar_breuken) == (hidden if stands else 0)


@pytest.fixture(scope="module")
def tafels(pad: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """That store with a gesprek that is prepared in each wijk, with all its verhalen on the table."""
    path = tmp_path_factory.mktemp("tafels") / "monitor.duckdb"
    shutil.copy(pad, path)
    database = Database(path)
    with database.writing() as cursor:
        for wijk in WIJKEN:
            cursor.execute("INSERT INTO sessie VALUES (?, ?, NULL, 'bo', ?, NULL)", [f"s-{wijk}", wijk, AGO])
            cursor.execute(
                "INSERT INTO sessie_stap VALUES (?, ?, 1, 'voorbereid', ?, NULL, NULL, 'bo', ?, NULL)",
                [f"t-{wijk}", f"s-{wijk}", TODAY, AGO],
            )
        for number, geval in enumerate(GEVALLEN, start=1):
            cursor.execute(
                "INSERT INTO sessie_agenda (id, sessie, nummer, soort, verhaal, gemaakt_door, gemaakt_op)"
                " VALUES (?, ?, ?, 'verhaal', ?, 'bo', ?)",
                [f"a-{geval.naam}", f"s-{geval.wijk}", number, geval.naam, AGO],
            )
    yield database
    database.close()


@pytest.mark.parametrize("wie_", WIE)
@pytest.mark.parametrize("wijk", WIJKEN)
def test_a_wijkspiegel_holds_what_may_be_read_aloud_there_and_only_for_who_prepares(
    tafels: Database, wie_: Gebruiker, wijk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wijkspiegel, "MEESTE_CITATEN", len(GEVALLEN))
    monkeypatch.setattr(wijkspiegel, "RUIMTE_KOLOM", 100_000)
    if not mag(rights(wie_), Handeling.WIJKGESPREK_VOORBEREIDEN, wijk):
        with pytest.raises(NietToegestaan):
            wijkspiegel.wijkspiegel(tafels, wie_, wijk)
        return
    spiegel = wijkspiegel.wijkspiegel(tafels, wie_, wijk)
    aloud = {f"Titel {it.naam}" for it in GEVALLEN if "gesprek" in it.gebruik}
    assert {it.titel for it in spiegel.citaten} == {it for it in expected(rights(wie_), wijk) if it in aloud}
    assert len(spiegel.citaten) + spiegel.weg == sum(it.wijk == wijk for it in GEVALLEN)
    assert {it.citaat for it in spiegel.citaten} <= {None}


# A stuk for the raad: what everybody may read, also when its writer may read more


BELEID = Gebruiker(
    "proef:beleid",
    "schrijft en leert mee",
    Aanmelding.PROEF,
    (Roltoewijzing(GebruikerRol.BELEIDSMEDEWERKER), Roltoewijzing(GebruikerRol.WELZIJNSWERKER, WIJK)),
)


@pytest.fixture(scope="module")
def raadsstukken_(pad: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, str]]:
    """That store with a citaat in every verhaal, and a stuk of somebody who may read more than everybody."""
    path = tmp_path_factory.mktemp("stukken") / "monitor.duckdb"
    shutil.copy(pad, path)
    database = Database(path)
    with database.writing() as cursor:
        cursor.execute(
            "INSERT INTO citaat (id, verhaal, versie, tekst, akkoord_op, gemaakt_op) SELECT uuid()::VARCHAR, verhaal,"
            " versie, 'Zin ' || titel, gemaakt_op::DATE, gemaakt_op FROM verhaal_versie WHERE titel IS NOT NULL"
        )
    kop = StukKopInvoer("Een stuk", BobFase.BEELDVORMING)
    stuk = raadsstukken.add_stuk(database, BELEID, GEMEENTE, StukSoort.RAADSVOORSTEL, kop, token="deur")
    yield database, stuk
    database.close()


def test_only_a_citaat_that_everybody_may_read_can_be_chosen_for_a_stuk(raadsstukken_: tuple[Database, str]) -> None:
    database, stuk = raadsstukken_
    offered = stukkeuzes.citaten_om_te_kiezen(database, BELEID, stuk)
    assert {it.titel for it in offered} == set(expected(BEZOEKER))
    for geval in GEVALLEN:
        keuze = StukKeuze(KeuzeSoort.CITAAT, geval.naam)
        if f"Titel {geval.naam}" in expected(BEZOEKER):
            stukkeuzes.choose(database, BELEID, stuk, [keuze])
        else:
            with pytest.raises(OngeldigeInvoer):
                stukkeuzes.choose(database, BELEID, stuk, [keuze])


def test_a_stuk_holds_the_citaten_that_everybody_may_read_now_and_no_other(
    raadsstukken_: tuple[Database, str],
) -> None:
    database, stuk = raadsstukken_
    every = tuple(StukKeuze(KeuzeSoort.CITAAT, it.naam) for it in GEVALLEN)
    found = replace(raadsstukken.lees_stuk(database, BELEID, stuk), keuzes=every)
    document = build_stuk(database, found, lambda cijfers: ["<svg/>" for _ in cijfers])
    quoted = {it.tekst for it in document.blokken if isinstance(it, Citaat)}
    assert quoted == {f"Zin {titel}" for titel in expected(BEZOEKER)}


@pytest.mark.parametrize("wie_", WIE)
def test_a_stuk_that_is_being_written_is_read_by_who_writes_stukken_alone(
    raadsstukken_: tuple[Database, str], wie_: Gebruiker
) -> None:
    database, stuk = raadsstukken_
    if mag_ergens(rights(wie_), Handeling.RAADSSTUK):
        assert raadsstukken.lees_stuk(database, wie_, stuk).id == stuk
        return
    for read in (raadsstukken.stukken, partial(raadsstukken.lees_stuk, stuk=stuk)):
        with pytest.raises(NietToegestaan):
            read(database, wie_)


# Doors that come later

PAGINAS = {
    "verhalen": "tried above",
    "wijk": "tried above",
    "gemeente": "tried above, as the service puts it together",
    "mijn_verhaal": "the code page: tried above, and in tests/services/test_vertelcodes.py",
    "start": "shows no verhaal",
    "indicator": "tried above",
    "verantwoording": "shows no verhaal: counts only",
    "verhaal_vertellen": "shows only what the teller types herself",
    "uitnodigen": "shows no verhaal",
    "indicatoren_kiezen": "tried above: titles of what everybody may read",
    "samen_verhalen_kiezen": "tried above",
    "wijkgesprek": "tried above",
    "wijkplan": "shows no verhaal, and no casus: tried in tests/services/test_wijkplannen.py",
    "wijkbezoek": "shows titles to who learns together there: tried in tests/services/test_straat.py",
    "in_de_weg": "shows no verhaal: what people saw more often, never a casus (tests/services/test_bottlenecks.py)",
    "raadsvoorstel": "tried above: citaten of what everybody may read, for who writes stukken",
    "hoe_is_dit_zo_gekomen": "shows titles, each as LeesStore gives it: tried above",
    "beheer": "shows no verhaal: counts only",
    "initiatieven": "shows no verhaal",
    "activiteiten": "shows no verhaal",
    "koppelen": "its own rule: what waits to be linked, tried with koppelen",
    "nalezen": "its own rule: what waits for review, tried with nalezen",
    "tellen": "shows no verhaal",
    "terugkoppelen": "tried above",
}
"""Every page, and where it is tried what it shows of verhalen."""


def test_every_page_is_a_door_that_is_tried_or_says_why_it_is_none() -> None:
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} <= set(PAGINAS)
