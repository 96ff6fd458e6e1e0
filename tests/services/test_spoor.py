"""Hoe is dit zo gekomen: every link both ways, nothing that a reader may not know, and what was broken is told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.leren import BronSoort, Niveau
from monitor.domain.proef import proefrol
from monitor.domain.raadsstuk import StukSoort
from monitor.domain.regels import kwartaal_code
from monitor.domain.spoor import SchakelSoort, Sleutel, Spoor, Spoorbreuk, SpoorReden, SpoorSoort
from monitor.domain.verhaal import Gebruik
from monitor.errors import NietGevonden
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leerpunten import remove_leerpunt
from monitor.services.levensloop import let_go
from monitor.services.spoor import ONBEKEND, ONBEKENDE_PLAATS, ZONDER_PLAATS, kijker, spoor
from monitor.services.wijkgesprek import close
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from monitor.store.opslag import open_for_writing
from tests.conftest import NOW
from tests.services.builders import ANDERE_WIJK, WIJK
from tests.services.test_wijkgesprek import BEGELEIDER, OPEN, bottleneck, casus, held, patroon, tell, van

S, K = SpoorSoort, SchakelSoort
GEMEENTE = "GM9901"
VROEGER = datetime(2026, 3, 1, 12)
LEERT_MEE = proefrol("proef:begeleider").gebruiker
SCHRIJFT = Gebruiker("s", "s", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BELEIDSMEDEWERKER, ANDERE_WIJK),))
"""Writes for the raad, in another wijk."""
ALLEBEI = replace(BEGELEIDER, toewijzingen=(*BEGELEIDER.toewijzingen, *SCHRIJFT.toewijzingen))

# Every table that joins two of the things on a spoor

DINGEN = {
    "verhaal": S.VERHAAL,
    "signaal": S.SIGNAAL,
    "groep": S.GROEP,
    "indicator": S.INDICATOR,
    "activiteit": S.ACTIVITEIT,
    "initiatief": S.INITIATIEF,
    "leesronde": S.LEESRONDE,
    "leesdomein": S.LEESRONDE,
    "leeskeuze": S.LEESRONDE,
    "sessie": S.SESSIE,
    "leerpunt": S.LEERPUNT,
    "afspraak": S.AFSPRAAK,
    "wijkplan": S.WIJKPLAN,
    "wijkbezoek": S.WIJKBEZOEK,
    "beslispunt": S.BESLISPUNT,
    "raadsbesluit": S.BESLISPUNT,
    "raadsstuk": S.RAADSSTUK,
    "raadsstuk_onderdeel": S.RAADSSTUK,
    "momentopname": S.RAADSSTUK,
}
"""Tables of things, with those that are a part of one and of no other."""
GEEN_SCHAKEL = {
    "leesstem": "votes about what lies on that table already",
    "leesafwijking": "what somebody rather had, of what lies on that table already",
    "leeskeuze": "which of what lies there was chosen: read with leesdomein_verhaal",
    "voortgang": "how one activiteit or one initiatief goes on",
    "financiering": "money of one activiteit or one initiatief",
    "groep_voorstel": "the words of one groep",
    "leesdomein": "a part of one leesronde",
    "beslispunt": "a part of one raadsbesluit",
    "raadsstuk_onderdeel": "a part of one raadsstuk",
    "raadsstuk_tekst": "the words of one raadsstuk",
    "momentopname": "one raadsstuk as it was",
}
"""Tables that name two of these things and make no link between them, with why."""


def _keuze(soort: str, ref: str, gebied: str = "NULL", *, erbij: bool = True, nummer: int = 1) -> str:
    """A choice for the stuk; a wijk is chosen by its code, and the wijkplan goes with it."""
    named = {"citaat": "$verhaal", "wijk": "$wijk"}.get(soort, f"'{ref}'")
    values = f"'k{nummer}', 'stuk', {nummer}, '{soort}', {named}, {gebied}, {erbij}, 'bo', $op"
    return f"INSERT INTO raadsstuk_keuze VALUES ({values})"  # noqa: S608 - our own words


def _onderdeel(nummer: int = 1, *, erin: bool = True, **cells: str) -> str:
    """How an onderdeel of the stuk stands; `cells` are what it names."""
    named, values = ", ".join(cells), ", ".join(cells.values())
    return (
        f"INSERT INTO raadsstuk_onderdeel_stand (id, onderdeel, nummer, volgorde, erin, door, op, {named})"  # noqa: S608
        f" VALUES ('s{nummer}', 'onderdeel', {nummer}, 1, {erin}, 'bo', $op, {values})"
    )


def _regel(soort: str, ref: str, gebied: str = "NULL") -> str:
    """What stood in the stuk when somebody took it along."""
    return (
        "INSERT INTO momentopname VALUES ('m', 'stuk', 1, 'hash', 'bo', $op);"  # noqa: S608 - our own words
        "INSERT INTO momentopname_regel (id, momentopname, soort, ref, gebied, hash)"
        f" VALUES ('r', 'm', '{soort}', {ref}, {gebied}, 'hash')"
    )


SCHAKELS: list[tuple[str, str, Sleutel, Sleutel, SchakelSoort]] = [
    (
        "verhaal_indicator",
        "INSERT INTO verhaal_indicator VALUES ($verhaal, 'buren', 'past_bij', 'Omdat.', 'bo', $op)",
        (S.VERHAAL, "verhaal"),
        (S.INDICATOR, "buren"),
        K.KOPPELING,
    ),
    (
        "groep_indicator",
        "INSERT INTO groep_indicator VALUES ('groep', 'buren')",
        (S.GROEP, "groep"),
        (S.INDICATOR, "buren"),
        K.GEWORDEN,
    ),
    (
        "activiteit_indicator",
        "INSERT INTO activiteit_indicator VALUES ('activiteit', 'buren')",
        (S.INDICATOR, "buren"),
        (S.ACTIVITEIT, "activiteit"),
        K.WERKT_AAN,
    ),
    (
        "initiatief_indicator",
        "INSERT INTO initiatief_indicator VALUES ('initiatief', 'buren')",
        (S.INDICATOR, "buren"),
        (S.INITIATIEF, "initiatief"),
        K.WERKT_AAN,
    ),
    *(
        (
            "aanleiding",
            f"INSERT INTO aanleiding (id, {soort}, {kolom}, gemaakt_door, gemaakt_op)"  # noqa: S608 - our own words
            f" VALUES ('x', '{zaak}', '{van_id}', 'bo', $op)",
            (van_soort, van_id),
            (S(soort), zaak),
            K.AANLEIDING,
        )
        for soort, zaak, kolom, van_soort, van_id in (
            ("activiteit", "activiteit", "signaal", S.SIGNAAL, "signaal"),
            ("activiteit", "activiteit", "uit_initiatief", S.INITIATIEF, "initiatief"),
            ("activiteit", "activiteit-2", "uit_activiteit", S.ACTIVITEIT, "activiteit"),
            ("initiatief", "initiatief", "uit_activiteit", S.ACTIVITEIT, "activiteit"),
        )
    ),
    *(
        (
            "sessie_agenda",
            f"INSERT INTO sessie_agenda (id, sessie, nummer, soort, {kolom}, gemaakt_door, gemaakt_op)"  # noqa: S608
            f" VALUES ('x', 'sessie-2', 1, '{kolom}', {waarde}, 'bo', $op)",
            van_,
            (S.SESSIE, "sessie-2"),
            K.OP_TAFEL,
        )
        for kolom, waarde, van_ in (
            ("indicator", "'buren'", (S.INDICATOR, "buren")),
            ("verhaal", "$verhaal", (S.VERHAAL, "verhaal")),
            ("leerpunt", "'leerpunt'", (S.LEERPUNT, "leerpunt")),
            ("afspraak", "'afspraak'", (S.AFSPRAAK, "afspraak")),
        )
    ),
    ("leerpunt", "", (S.SESSIE, "sessie"), (S.LEERPUNT, "leerpunt"), K.GEZEGD),
    ("afspraak", "", (S.SESSIE, "sessie"), (S.AFSPRAAK, "afspraak"), K.GEZEGD),
    (
        "afspraak",
        "INSERT INTO afspraak VALUES ('afspraak-2', 'sessie', 'leerpunt', 'Doen.', NULL, NULL, 'bo', $op, NULL);"
        "INSERT INTO afspraak_stand VALUES ('x', 'afspraak-2', 1, 'vervallen', NULL, '2026-03-01', 'bo', $op, NULL)",
        (S.LEERPUNT, "leerpunt"),
        (S.AFSPRAAK, "afspraak-2"),
        K.AFGESPROKEN,
    ),
    *(
        (
            "leerpunt_bron",
            f"INSERT INTO leerpunt_bron (id, leerpunt, {kolom}) VALUES ('x', 'leerpunt-2', {waarde})",  # noqa: S608
            van_,
            (S.LEERPUNT, "leerpunt-2"),
            K.GELEERD,
        )
        for kolom, waarde, van_ in (
            ("verhaal", "$verhaal", (S.VERHAAL, "verhaal")),
            ("indicator", "'buren'", (S.INDICATOR, "buren")),
            ("bron_leerpunt", "'leerpunt'", (S.LEERPUNT, "leerpunt")),
            ("activiteit", "'activiteit'", (S.ACTIVITEIT, "activiteit")),
            ("initiatief", "'initiatief'", (S.INITIATIEF, "initiatief")),
            ("signaal", "'signaal'", (S.SIGNAAL, "signaal")),
        )
    ),
    (
        "leesdomein_verhaal",
        "INSERT INTO leesdomein_verhaal VALUES ('x', 'leesronde', $verhaal, 'leesdomein', 1, $op)",
        (S.VERHAAL, "verhaal"),
        (S.LEESRONDE, "leesronde"),
        K.GELEZEN,
    ),
    (
        "leesdomein_verhaal",
        "INSERT INTO leesdomein_verhaal VALUES ('x', 'leesronde', $verhaal, 'leesdomein', 1, $op);"
        "INSERT INTO leeskeuze VALUES ('x', 'leesdomein', $verhaal, 1, 'Daarom.', $op, 'bo', NULL)",
        (S.VERHAAL, "verhaal"),
        (S.LEESRONDE, "leesronde"),
        K.GEKOZEN,
    ),
    (
        "leesronde_bron",
        "INSERT INTO leesronde_bron VALUES ('leesronde-2', 'leesronde')",
        (S.LEESRONDE, "leesronde"),
        (S.LEESRONDE, "leesronde-2"),
        K.VERDER,
    ),
    *(
        (
            "wijkplan_bron",
            f"INSERT INTO wijkplan_bron (id, wijkplan, {kolom}) VALUES ('x', 'wijkplan', '{van_[1]}')",  # noqa: S608
            van_,
            (S.WIJKPLAN, "wijkplan"),
            K.IN_PLAN,
        )
        for kolom, van_ in (
            ("indicator", (S.INDICATOR, "buren")),
            ("leerpunt", (S.LEERPUNT, "leerpunt")),
            ("activiteit", (S.ACTIVITEIT, "activiteit")),
            ("initiatief", (S.INITIATIEF, "initiatief")),
        )
    ),
    *(
        (
            "beslispunt_bron",
            f"INSERT INTO beslispunt_bron (id, beslispunt, {kolom}) VALUES ('x', 'beslispunt', '{van_[1]}')",  # noqa: S608
            van_,
            (S.BESLISPUNT, "beslispunt"),
            K.BESLOTEN,
        )
        for kolom, van_ in (
            ("leerpunt", (S.LEERPUNT, "leerpunt")),
            ("indicator", (S.INDICATOR, "buren")),
            ("wijkplan", (S.WIJKPLAN, "wijkplan")),
        )
    ),
    (
        "wijkbezoek_verhaal",
        "INSERT INTO wijkbezoek_verhaal VALUES ('x', 'wijkbezoek', $verhaal, 'bo', $op)",
        (S.WIJKBEZOEK, "wijkbezoek"),
        (S.VERHAAL, "verhaal"),
        K.VERTELD,
    ),
    *(
        ("raadsstuk_keuze", _keuze(soort, van_[1], gebied), van_, (S.RAADSSTUK, "stuk"), K.GENOEMD)
        for soort, van_, gebied in (
            ("indicator", (S.INDICATOR, "buren"), "$wijk"),
            ("citaat", (S.VERHAAL, "verhaal"), "NULL"),
            ("leerpunt", (S.LEERPUNT, "leerpunt"), "NULL"),
            ("wijk", (S.WIJKPLAN, "wijkplan"), "NULL"),
        )
    ),
    *(
        ("raadsstuk_onderdeel_stand", _onderdeel(**cells), van_, (S.RAADSSTUK, "stuk"), K.GENOEMD)
        for cells, van_ in (
            ({"indicator": "'buren'", "gebied": "$wijk"}, (S.INDICATOR, "buren")),
            ({"verhaal": "$verhaal"}, (S.VERHAAL, "verhaal")),
            ({"raadsbesluit": "'raadsbesluit'"}, (S.BESLISPUNT, "beslispunt")),
        )
    ),
    *(
        ("momentopname_regel", _regel(soort, ref), van_, (S.RAADSSTUK, "stuk"), K.UITGEGAAN)
        for soort, ref, van_ in (
            ("meting", "'buren'", (S.INDICATOR, "buren")),
            ("citaat", "$verhaal", (S.VERHAAL, "verhaal")),
            ("leerpunt", "'leerpunt'", (S.LEERPUNT, "leerpunt")),
            ("besluit", "'raadsbesluit'", (S.BESLISPUNT, "beslispunt")),
        )
    ),
]
"""Table, a row of it, and the link that this makes; the id `verhaal` stands for the one that was told."""

ALLES = """
INSERT INTO signaal VALUES ('signaal', $wijk, 'ontmoeten', 'De bank is weg.', 'een bewoner', '2026-01-01', 'bo', $op);
INSERT INTO groep VALUES ('groep', $wijk, 'Iemand past op', 'ontmoeten', $op);
INSERT INTO activiteit (id, gebied, thema, naam, rol_gemeente, begonnen_op, geeindigd_op, status)
VALUES ('activiteit', $wijk, 'ontmoeten', 'Soep', 'geen', '2024-01-01', NULL, 'loopt'),
    ('activiteit-2', $gemeente, 'ontmoeten', 'Taal', 'geen', '2024-01-01', '2025-01-01', 'gestopt');
INSERT INTO initiatief (id, gebied, thema, naam) VALUES ('initiatief', $wijk, 'ontmoeten', 'Bank');
INSERT INTO sessie VALUES ('sessie', $wijk, 'Eerste', 'bo', $op, NULL), ('sessie-2', $wijk, NULL, 'bo', $op, NULL);
INSERT INTO sessie_stap
VALUES ('ss', 'sessie', 1, 'gesloten', '2026-03-01', 'besproken_nog_open', NULL, 'bo', $op, NULL),
    ('ss-2', 'sessie-2', 1, 'gesloten', '2026-06-01', 'besproken_nog_open', NULL, 'bo', $op, NULL);
INSERT INTO leerpunt VALUES ('leerpunt', $wijk, 'sessie', 'patroon', NULL, FALSE, 'bo', $op, NULL),
    ('leerpunt-2', $wijk, 'sessie', 'patroon', NULL, FALSE, 'bo', $op, NULL);
INSERT INTO leerpunt_lezing VALUES ('lz', 'leerpunt', 1, NULL, 'Wie nieuw is komt niet.', 'bo', $op, NULL),
    ('lz-2', 'leerpunt-2', 1, NULL, 'Een vaste groep.', 'bo', $op, NULL);
INSERT INTO leerpunt_stand (id, leerpunt, nummer, stand, dag, door, op)
VALUES ('ls', 'leerpunt', 1, 'open', '2026-03-01', 'bo', $op),
    ('ls-2', 'leerpunt-2', 1, 'open', '2026-03-01', 'bo', $op);
INSERT INTO afspraak VALUES ('afspraak', 'sessie', NULL, 'Bellen.', NULL, NULL, 'bo', $op, NULL);
INSERT INTO afspraak_stand VALUES ('as', 'afspraak', 1, 'open', NULL, '2026-03-01', 'bo', $op, NULL);
INSERT INTO leesronde
VALUES ('leesronde', $wijk, 'Voorjaar', 'bewoners', 'gesprek', '2025-01-01', '2026-12-31', $op, 'bo', NULL),
    ('leesronde-2', $wijk, 'Verder', 'wijkteam', 'gesprek', '2025-01-01', '2026-12-31', $op, 'bo', NULL);
INSERT INTO leesronde_stand VALUES ('lr', 'leesronde', 1, 'open', NULL, $op, 'bo', NULL),
    ('lr-2', 'leesronde-2', 1, 'open', NULL, $op, 'bo', NULL);
INSERT INTO leesdomein VALUES ('leesdomein', 'leesronde', 'Elkaar kennen', 'open', 1, NULL);
INSERT INTO wijkplan VALUES ('wijkplan', $wijk, 'Samen', 'bo', $op, NULL);
INSERT INTO wijkplan_stand VALUES ('ws', 'wijkplan', 1, 'loopt', NULL, '2026-03-01', 'bo', $op, NULL);
INSERT INTO wijkbezoek VALUES ('wijkbezoek', $wijk, 'wijkbezoek', 'Het plein', NULL, 'bo', $op, NULL);
INSERT INTO wijkbezoek_stap VALUES ('wb', 'wijkbezoek', 1, 'geweest', '2026-03-01', 'Druk.', NULL, 'bo', $op, NULL);
INSERT INTO raadsbesluit VALUES ('raadsbesluit', $gemeente, 'Tolk', '2026-04-01', 'bo', $op, NULL);
INSERT INTO beslispunt VALUES ('beslispunt', 'raadsbesluit', 1, 'Betalen.', 'aangenomen', NULL);
INSERT INTO wijkplan_versie VALUES ('wv', 'wijkplan', 1, 'makers', '2026-03-01', 'bo', $op);
INSERT INTO raadsstuk VALUES ('stuk', $gemeente, 'raadsvoorstel', 'bo', $op);
INSERT INTO raadsstuk_kop (id, raadsstuk, nummer, titel, door, op)
VALUES ('kop', 'stuk', 1, 'De tolk blijft', 'bo', $op);
INSERT INTO raadsstuk_onderdeel VALUES ('onderdeel', 'stuk', 'argument', FALSE, 'bo', $op)
"""


def write(database: Database, sql: str, **given: Any) -> None:
    every = {"op": VROEGER, "wijk": WIJK, "gemeente": GEMEENTE, **given}
    with database.writing() as cursor:
        for statement in filter(str.strip, sql.split(";")):
            cursor.execute(statement, {name: it for name, it in every.items() if f"${name}" in statement})


@pytest.fixture
def spoorstore(wijkstore: Database) -> Database:
    """A store in which the two wijken have a name and a gemeente."""
    places = ((GEMEENTE, "Veldermeer"), (WIJK, "Lindekwartier"), (ANDERE_WIJK, "Zonnedaal"))
    with wijkstore.writing() as cursor:
        for code, naam in places:
            cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2020-01-01', NULL, ?)", [code, naam])
            if code != GEMEENTE:
                cursor.execute("INSERT INTO gebied_ouder VALUES (?, ?, DATE '2020-01-01', NULL)", [code, GEMEENTE])
    return wijkstore


def look(database: Database, sleutel: Sleutel, wie: Gebruiker = BEGELEIDER, plaats: str | None = None) -> Spoor:
    figure = sleutel[0] is S.INDICATOR
    return spoor(database, wie, *sleutel, plaats=plaats or (WIJK if figure else None))


def came(found: Spoor) -> set[Sleutel]:
    return {it.punt.sleutel for it in found.naar}


def origin(found: Spoor) -> set[Sleutel]:
    return {it.punt.sleutel for it in found.uit}


@pytest.mark.parametrize(
    ("sql", "van_", "naar", "soort"),
    [case[1:] for case in SCHAKELS],
    ids=[f"{case[0]}-{case[2][0].value}-{case[3][0].value}-{case[4].value}" for case in SCHAKELS],
)
def test_every_link_is_told_both_ways(
    spoorstore: Database, sql: str, van_: Sleutel, naar: Sleutel, soort: SchakelSoort
) -> None:
    (verhaal,) = tell(spoorstore, "Voor het raam", gebruik=list(Gebruik))
    write(spoorstore, ALLES)
    write(spoorstore, sql, verhaal=verhaal)
    van_, naar = ((it[0], verhaal) if it == (S.VERHAAL, "verhaal") else it for it in (van_, naar))
    on, back = look(spoorstore, van_, ALLEBEI), look(spoorstore, naar, ALLEBEI)
    assert soort in next(it.soorten for it in on.naar if it.punt.sleutel == naar)
    assert soort in next(it.soorten for it in back.uit if it.punt.sleutel == van_)
    for found in (on, back):
        assert {van_, naar} <= {it.sleutel for it in found.tijdlijn}


def foreign_keys(database: Database) -> dict[str, list[str]]:
    """Which tables each table refers to, once per key."""
    sql = """
        SELECT table_name, referenced_table FROM duckdb_constraints()
        WHERE constraint_type = 'FOREIGN KEY' AND database_name = 'monitor'
    """
    found: dict[str, list[str]] = {}
    with database.reading() as cursor:
        for table, referred in cursor.rows(sql):
            found.setdefault(table, []).append(referred)
    return found


def names(database: Database) -> dict[str, list[str]]:
    """Which things each table names without a key: a column that is called after one, or that says which it is."""
    sql = """
        SELECT table_name, column_name FROM duckdb_columns()
        WHERE database_name = 'monitor' AND data_type = 'VARCHAR' AND column_name IN (SELECT unnest($dingen))
            AND (table_name, column_name) NOT IN (
                SELECT (table_name, unnest(constraint_column_names)) FROM duckdb_constraints()
                WHERE constraint_type = 'FOREIGN KEY' AND database_name = 'monitor'
            )
    """
    found: dict[str, list[str]] = {}
    with database.reading() as cursor:
        for table, column in cursor.rows(sql, {"dingen": [*DINGEN, "ref"]}):
            found.setdefault(table, []).append(column)
    return found


def test_a_table_that_joins_two_of_these_things_is_known(database: Database) -> None:
    joining, named = set(), names(database)
    for table, referred in foreign_keys(database).items():
        ends = [it for it in (*referred, *named.get(table, ())) if it in DINGEN or it == "ref"]
        ends += [table] if table in DINGEN else []
        if len(ends) > 1:
            joining.add(table)
    assert joining, "no foreign key was read"
    known = {case[0] for case in SCHAKELS}
    assert joining - set(GEEN_SCHAKEL) == known, "a table that makes links stands in spoor_schakels.sql and here"


def test_every_thing_and_every_way_is_tried() -> None:
    assert {it for case in SCHAKELS for it in (case[2][0], case[3][0])} == set(SpoorSoort)
    assert {case[4] for case in SCHAKELS} == set(SchakelSoort)


# What is not there, and what is not said


@pytest.mark.parametrize("soort", SpoorSoort)
def test_what_is_not_there_gets_a_sentence(spoorstore: Database, soort: SpoorSoort) -> None:
    with pytest.raises(NietGevonden, match=ONBEKEND):
        spoor(spoorstore, BEGELEIDER, soort, "'; DROP TABLE verhaal", plaats=WIJK)


@pytest.mark.parametrize(
    ("plaats", "zin"), [(None, ZONDER_PLAATS), ("x", ONBEKENDE_PLAATS), ("WK999999", ONBEKENDE_PLAATS)]
)
def test_a_figure_is_looked_at_somewhere(spoorstore: Database, plaats: str | None, zin: str) -> None:
    with pytest.raises(NietGevonden, match=zin):
        spoor(spoorstore, BEGELEIDER, S.INDICATOR, "buren", plaats=plaats)


def test_what_came_of_nothing_and_led_to_nothing_is_alone_on_its_spoor(spoorstore: Database) -> None:
    write(spoorstore, ALLES)
    found = look(spoorstore, (S.GROEP, "groep"), BEZOEKER)
    assert (found.uit, found.naar, found.uit_breuken, found.naar_breuken) == ((), (), (), ())
    assert [it.id for it in found.tijdlijn] == ["groep"]
    assert found.wijk == WIJK


def test_what_stopped_lapsed_or_was_let_go_says_so(spoorstore: Database) -> None:
    write(spoorstore, ALLES)
    write(
        spoorstore,
        "INSERT INTO activiteit_indicator VALUES ('activiteit-2', 'buren');"
        "INSERT INTO geldig_in VALUES ('g', 'buren', $wijk, 'kern', 1, '2024-02-01', '2025-02-01', 'Te grof.');"
        "INSERT INTO voortgang (id, initiatief, nummer, op, status, gemaakt_door, gemaakt_op)"
        " VALUES ('v', 'initiatief', 1, '2025-01-01', 'mislukt', 'bo', $op)",
    )
    found = look(spoorstore, (S.INDICATOR, "buren"))
    assert (found.punt.stand, found.punt.dag) == ("losgelaten", date(2024, 2, 1))
    assert [it.punt.stand for it in found.naar] == ["gestopt"]
    assert look(spoorstore, (S.INDICATOR, "buren"), plaats=ANDERE_WIJK).punt.stand is None
    assert look(spoorstore, (S.INITIATIEF, "initiatief")).punt.stand == "mislukt"


def test_a_figure_in_one_wijk_keeps_to_that_wijk_and_in_the_gemeente_shows_all(spoorstore: Database) -> None:
    write(spoorstore, ALLES)
    write(
        spoorstore,
        "INSERT INTO activiteit_indicator VALUES ('activiteit', 'buren'), ('activiteit-2', 'buren');"
        "INSERT INTO beslispunt_bron (id, beslispunt, indicator) VALUES ('b', 'beslispunt', 'buren')",
    )
    every = {(S.ACTIVITEIT, "activiteit"), (S.ACTIVITEIT, "activiteit-2"), (S.BESLISPUNT, "beslispunt")}
    assert came(look(spoorstore, (S.INDICATOR, "buren"))) == every
    assert came(look(spoorstore, (S.INDICATOR, "buren"), plaats=GEMEENTE)) == every
    elsewhere = look(spoorstore, (S.INDICATOR, "buren"), plaats=ANDERE_WIJK)
    assert came(elsewhere) == every - {(S.ACTIVITEIT, "activiteit")}


# Who may know what


def learned(database: Database, verhaal: str, ander: str) -> tuple[str, str, str]:
    """A closed gesprek in which two verhalen became casussen, these a patroon and that a bottleneck."""
    sessie = held(database)
    first, second = (
        casus(database, sessie, it, f"Er gebeurde iets bij {nummer}.") for nummer, it in enumerate((verhaal, ander))
    )
    pattern = patroon(database, sessie, *van(BronSoort.LEERPUNT, first, second))
    bottleneck(database, sessie, pattern)
    close(database, BEGELEIDER, WIJK, sessie, OPEN)
    return first, second, pattern


def test_what_she_may_not_read_is_counted_and_not_named(spoorstore: Database) -> None:
    verhaal, ander = tell(spoorstore, "Geheim een", "Geheim twee")
    first, second, pattern = learned(spoorstore, verhaal, ander)
    mine = look(spoorstore, (S.LEERPUNT, pattern))
    assert {(S.LEERPUNT, first), (S.LEERPUNT, second)} <= origin(mine)
    assert {(S.VERHAAL, verhaal), (S.VERHAAL, ander)} <= {it.sleutel for it in mine.tijdlijn}
    theirs = look(spoorstore, (S.LEERPUNT, pattern), BEZOEKER)
    assert {it.punt.soort for it in theirs.uit} == {S.SESSIE}
    assert "Geheim" not in repr(theirs)
    assert verhaal not in repr(theirs)
    assert first not in repr(theirs)
    assert not theirs.alles_verteld
    assert theirs.uit_breuken == (), "of a wijk with few verhalen it is not told how many there are"
    for sleutel in ((S.VERHAAL, verhaal), (S.LEERPUNT, first)):
        with pytest.raises(NietGevonden, match=ONBEKEND):
            look(spoorstore, sleutel, BEZOEKER)


def test_where_verhalen_stand_at_the_wijk_the_count_is_told(
    spoorstore: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LeesStore, "stands_at", lambda *_: True)
    _, _, pattern = learned(spoorstore, *tell(spoorstore, "Geheim een", "Geheim twee"))
    theirs = look(spoorstore, (S.LEERPUNT, pattern), BEZOEKER)
    assert theirs.uit_breuken == (Spoorbreuk(S.LEERPUNT, SpoorReden.NIET_TE_LEZEN, 2, niveau=Niveau.CASUS),)
    assert theirs.alles_verteld


def test_a_gesprek_that_is_not_closed_leads_nobody_outside_anywhere(spoorstore: Database) -> None:
    sessie = held(spoorstore)
    pattern = patroon(spoorstore, sessie, *van(BronSoort.INDICATOR, "buren"))
    assert (S.LEERPUNT, pattern) in came(look(spoorstore, (S.INDICATOR, "buren")))
    assert came(look(spoorstore, (S.INDICATOR, "buren"), BEZOEKER)) == set()
    for sleutel in ((S.SESSIE, sessie), (S.LEERPUNT, pattern)):
        with pytest.raises(NietGevonden):
            look(spoorstore, sleutel, BEZOEKER)


def test_at_which_wijkbezoek_a_verhaal_was_told_is_for_who_learns_together_there(
    spoorstore: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LeesStore, "stands_at", lambda *_: True)
    (verhaal,) = tell(spoorstore, "Op het plein", gebruik=list(Gebruik))
    write(spoorstore, ALLES)
    write(
        spoorstore,
        "INSERT INTO wijkbezoek_verhaal VALUES ('x', 'wijkbezoek', $verhaal, 'bo', $op);"
        "INSERT INTO verhaal_indicator VALUES ($verhaal, 'buren', 'past_bij', 'Omdat.', 'bo', $op)",
        verhaal=verhaal,
    )
    bezoek = (S.WIJKBEZOEK, "wijkbezoek")
    elders = Gebruiker("b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER, ANDERE_WIJK),))
    assert came(look(spoorstore, bezoek)) == {(S.VERHAAL, verhaal)}
    for wie in (BEZOEKER, elders, Gebruiker("r", "r", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.RAADSLID),))):
        found = look(spoorstore, bezoek, wie)
        assert (found.naar, found.naar_breuken) == ((), ())
        assert [it.sleutel for it in found.tijdlijn] == [bezoek]
        assert not found.alles_verteld, "it is not said that nothing was told there"
        told = look(spoorstore, (S.VERHAAL, verhaal), wie)
        assert (told.uit, told.uit_breuken) == ((), ())
        assert bezoek not in {it.sleutel for it in told.tijdlijn}


def test_a_verhaal_that_stands_at_the_gemeente_does_not_tell_its_wijk(spoorstore: Database) -> None:
    (verhaal,) = tell(spoorstore, "Van hier", gebruik=list(Gebruik))
    write(spoorstore, ALLES)
    write(
        spoorstore,
        "INSERT INTO verhaal_indicator VALUES ($verhaal, 'buren', 'past_bij', 'Omdat.', 'bo', $op);"
        "INSERT INTO leerpunt_bron (id, leerpunt, verhaal) VALUES ('x', 'leerpunt-2', $verhaal);"
        "INSERT INTO geldig_in VALUES ('g', 'buren', $wijk, 'kern', 1, '2024-02-01', '2025-02-01', 'Te grof.');"
        "INSERT INTO geldig_in VALUES ('h', 'buren', $ander, 'kern', 1, '2023-02-01', NULL, NULL)",
        verhaal=verhaal,
        ander=ANDERE_WIJK,
    )
    assert look(spoorstore, (S.VERHAAL, verhaal)).wijk == WIJK
    found = look(spoorstore, (S.VERHAAL, verhaal), BEZOEKER)
    assert (found.wijk, found.punt.gebied) == (None, GEMEENTE)
    assert came(found) == {(S.INDICATOR, "buren")}
    assert found.naar[0].punt.stand is None
    assert (found.naar_breuken, found.alles_verteld) == ((), False)
    assert origin(look(spoorstore, (S.INDICATOR, "buren"), BEZOEKER)) == set()
    assert origin(look(spoorstore, (S.INDICATOR, "buren"), BEZOEKER, GEMEENTE)) == {(S.VERHAAL, verhaal)}


def test_the_words_of_a_signaal_are_for_who_may_read_signalen(spoorstore: Database) -> None:
    write(spoorstore, ALLES)
    assert look(spoorstore, (S.SIGNAAL, "signaal")).punt.naam == "De bank is weg."
    assert look(spoorstore, (S.SIGNAAL, "signaal"), BEZOEKER).punt.naam is None


def test_a_ronde_tells_nothing_of_a_verhaal_that_is_not_for_a_gesprek_any_more(
    spoorstore: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    (verhaal,) = tell(spoorstore, "Alleen openbaar", gebruik=[Gebruik.OPENBAAR])
    write(spoorstore, ALLES)
    write(
        spoorstore,
        "INSERT INTO leesdomein_verhaal VALUES ('x', 'leesronde', $verhaal, 'leesdomein', 1, $op)",
        verhaal=verhaal,
    )
    found = look(spoorstore, (S.LEESRONDE, "leesronde"))
    assert found.uit == ()
    assert found.uit_breuken == (Spoorbreuk(S.VERHAAL, SpoorReden.NIET_TE_LEZEN, 1),)
    assert found.alles_verteld
    monkeypatch.setattr(LeesStore, "stands_at", lambda *_: True)
    theirs = look(spoorstore, (S.LEESRONDE, "leesronde"), BEZOEKER)
    assert (theirs.uit, theirs.uit_breuken, theirs.alles_verteld) == ((), (), False)


# Stukken for the raad

STUK = (S.RAADSSTUK, "stuk")
_IN_HET_STUK = ";".join(
    (
        _keuze("indicator", "buren", "$wijk", nummer=1),
        _keuze("citaat", "verhaal", nummer=2),
        _keuze("leerpunt", "leerpunt", nummer=3),
        _keuze("wijk", "", nummer=4),
        _onderdeel(raadsbesluit="'raadsbesluit'"),
        _regel("meting", "'buren'", "$wijk"),
    )
)


@pytest.fixture
def genoemd(spoorstore: Database) -> str:
    """The verhaal that is quoted in a stuk, with a figure, a leerpunt, a wijkplan and a besluit."""
    (verhaal,) = tell(spoorstore, "Voor het raam", gebruik=list(Gebruik))
    write(spoorstore, ALLES)
    write(spoorstore, _IN_HET_STUK, verhaal=verhaal)
    return verhaal


def named(verhaal: str) -> list[Sleutel]:
    """All that the stuk names."""
    return [
        (S.INDICATOR, "buren"),
        (S.VERHAAL, verhaal),
        (S.LEERPUNT, "leerpunt"),
        (S.WIJKPLAN, "wijkplan"),
        (S.BESLISPUNT, "beslispunt"),
    ]


def test_who_writes_for_the_raad_goes_from_a_stuk_to_all_that_it_names_and_back(
    spoorstore: Database, genoemd: str
) -> None:
    found = look(spoorstore, STUK, ALLEBEI)
    assert origin(found) == set(named(genoemd))
    assert (found.punt.naam, found.punt.stand, found.punt.stuksoort) == (
        "De tolk blijft",
        "gedownload",
        StukSoort.RAADSVOORSTEL,
    )
    figure = next(it for it in found.uit if it.punt.soort is S.INDICATOR)
    assert figure.soorten == (K.GENOEMD, K.UITGEGAAN)
    for it in named(genoemd):
        assert STUK in came(look(spoorstore, it, ALLEBEI)), it


def test_nobody_else_finds_anything_of_a_stuk(spoorstore: Database, genoemd: str) -> None:
    raadslid = Gebruiker("r", "r", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.RAADSLID),))
    beheerder = Gebruiker("h", "h", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEHEERDER),))
    for wie in (BEZOEKER, BEGELEIDER, raadslid, beheerder):
        with pytest.raises(NietGevonden, match=ONBEKEND):
            look(spoorstore, STUK, wie)
    with_stuk = {it: look(spoorstore, it) for it in named(genoemd)}
    write(
        spoorstore, "DELETE FROM raadsstuk_keuze; DELETE FROM raadsstuk_onderdeel_stand; DELETE FROM momentopname_regel"
    )
    assert with_stuk == {it: look(spoorstore, it) for it in named(genoemd)}, "also no count, and no other word"


def test_a_figure_leads_to_the_stukken_that_name_it_where_she_looks(spoorstore: Database, genoemd: str) -> None:
    figure = (S.INDICATOR, "buren")
    assert STUK in came(look(spoorstore, figure, SCHRIJFT, WIJK))
    assert STUK in came(look(spoorstore, figure, SCHRIJFT, GEMEENTE))
    assert STUK not in came(look(spoorstore, figure, SCHRIJFT, ANDERE_WIJK))


def test_what_was_chosen_no_longer_is_named_only_as_what_went_out(spoorstore: Database) -> None:
    write(spoorstore, ALLES)
    write(
        spoorstore,
        ";".join(
            (
                _keuze("leerpunt", "leerpunt", nummer=1),
                _keuze("leerpunt", "leerpunt", erbij=False, nummer=2),
                _onderdeel(1, indicator="'buren'", gebied="$wijk"),
                _onderdeel(2, erin=False, indicator="'buren'", gebied="$wijk"),
                _regel("meting", "'buren'", "$wijk"),
            )
        ),
    )
    (step,) = look(spoorstore, STUK, ALLEBEI).uit
    assert (step.punt.sleutel, step.soorten) == ((S.INDICATOR, "buren"), (K.UITGEGAAN,))


def test_a_citaat_that_may_not_stand_in_a_stuk_any_more_is_counted_and_not_why(
    spoorstore: Database, genoemd: str
) -> None:
    breuk = (Spoorbreuk(S.VERHAAL, SpoorReden.NIET_TE_CITEREN, 1),)
    write(
        spoorstore,
        "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op)"
        " VALUES ('nee', $verhaal, 'openbaar', FALSE, 'digitaal', 'verteller', '2026-12-01 12:00:00')",
        verhaal=genoemd,
    )
    narrowed = look(spoorstore, STUK, ALLEBEI)
    assert (S.VERHAAL, genoemd) not in origin(narrowed)
    assert STUK not in came(look(spoorstore, (S.VERHAAL, genoemd), ALLEBEI))
    assert narrowed.uit_breuken == breuk
    withdraw_verhaal(spoorstore, genoemd, "verteller")
    assert look(spoorstore, STUK, ALLEBEI).uit_breuken == breuk
    assert look(spoorstore, STUK, SCHRIJFT).uit_breuken == breuk


def test_a_stuk_that_was_taken_away_is_found_no_more(spoorstore: Database, genoemd: str) -> None:
    write(spoorstore, "UPDATE raadsstuk_kop SET titel = NULL, weggehaald_op = $op")
    with pytest.raises(NietGevonden, match=ONBEKEND):
        look(spoorstore, STUK, ALLEBEI)
    assert STUK not in came(look(spoorstore, (S.LEERPUNT, "leerpunt"), ALLEBEI))


# Broken links


def test_a_verhaal_that_was_taken_back_is_told_with_its_quarter(spoorstore: Database) -> None:
    verhaal, ander = tell(spoorstore, "Gaat weg", "Blijft")
    first, second, pattern = learned(spoorstore, verhaal, ander)
    withdraw_verhaal(spoorstore, verhaal, "verteller")
    found = look(spoorstore, (S.LEERPUNT, pattern))
    assert (S.LEERPUNT, second) in origin(found)
    assert found.uit_breuken == (Spoorbreuk(S.LEERPUNT, SpoorReden.TERUGGENOMEN, 1, "2025-K2", Niveau.CASUS),)
    assert verhaal not in repr(found)
    for sleutel in ((S.VERHAAL, verhaal), (S.LEERPUNT, first)):
        with pytest.raises(NietGevonden):
            look(spoorstore, sleutel)
    write(
        spoorstore,
        "INSERT INTO leerpunt_bron (id, leerpunt, verhaal) VALUES ('x', $leerpunt, $verhaal)",
        leerpunt=pattern,
        verhaal=verhaal,
    )
    assert (
        Spoorbreuk(S.VERHAAL, SpoorReden.TERUGGENOMEN, 1, "2025-K2")
        in look(spoorstore, (S.LEERPUNT, pattern)).uit_breuken
    )


def test_words_that_were_taken_away_are_told(spoorstore: Database) -> None:
    first, _, pattern = learned(spoorstore, *tell(spoorstore, "Een", "Twee"))
    remove_leerpunt(spoorstore, BEGELEIDER, WIJK, pattern)
    found = look(spoorstore, (S.LEERPUNT, first))
    assert found.naar_breuken == (Spoorbreuk(S.LEERPUNT, SpoorReden.WEGGEHAALD, 1, niveau=Niveau.PATROON),)


# The example: everything both ways

Plek = tuple[SpoorSoort, str, str | None]
"""A thing, and where it is looked at when it is a figure."""


class Walk:
    """What one reader finds in a store: each spoor is looked up once."""

    def __init__(self, database: Database, wie: Gebruiker) -> None:
        self.database, self.wie = database, wie
        self.found: dict[Plek, Spoor] = {}

    def __getitem__(self, plek: Plek) -> Spoor:
        """The spoor of a thing. Raises NietGevonden when this reader may not know of it."""
        if plek not in self.found:
            soort, id_, plaats = plek
            self.found[plek] = spoor(self.database, self.wie, soort, id_, plaats=plaats)
        return self.found[plek]

    def follow(self, found: Spoor, sleutel: Sleutel) -> Spoor:
        """To which spoor a link on another one leads."""
        return self[(*sleutel, (found.wijk or found.gemeente) if sleutel[0] is S.INDICATOR else None)]

    def all(self) -> list[Spoor]:
        """The spoor of every object, and of all that those lead to."""
        for soort, id_ in self._objects():
            try:
                found = self[soort, id_, None]
            except NietGevonden:
                assert soort in (S.LEERPUNT, S.AFSPRAAK, S.SESSIE, S.LEESRONDE, S.RAADSSTUK), (soort, id_)
                continue
            for step in (*found.uit, *found.naar):
                self.follow(found, step.punt.sleutel)
        return list(self.found.values())

    def _objects(self) -> list[Sleutel]:
        """Everything but verhalen and figures: those are found on the spoor of the others."""
        kinds = [it for it in SpoorSoort if it not in (S.VERHAAL, S.INDICATOR)]
        with self.database.reading() as cursor:
            return [(it, id_) for it in kinds for (id_,) in cursor.rows(f"SELECT id FROM {it.value}")]  # noqa: S608


LEERT_EN_SCHRIJFT = replace(LEERT_MEE, toewijzingen=(*LEERT_MEE.toewijzingen, *SCHRIJFT.toewijzingen))


@pytest.fixture(
    scope="module", params=[BEZOEKER, LEERT_MEE, LEERT_EN_SCHRIJFT], ids=["bezoeker", "begeleider", "schrijver"]
)
def walk(voorbeeld: Database, request: pytest.FixtureRequest) -> Walk:
    """All of the example, as a bezoeker sees it, as who leads the wijkgesprekken does, and as who writes as well."""
    walk = Walk(voorbeeld, request.param)
    walk.all()
    return walk


def test_from_everything_in_the_example_each_origin_and_consequence_leads_back_in_one_click(walk: Walk) -> None:
    every = walk.all()
    drafts = set() if walk.wie is LEERT_EN_SCHRIJFT else {S.RAADSSTUK}
    assert {it.punt.soort for it in every} == set(SpoorSoort) - drafts
    walked = 0
    for found in every:
        here = found.punt.sleutel
        for step in found.naar:
            there = walk.follow(found, step.punt.sleutel)
            assert step.soorten == next(it.soorten for it in there.uit if it.punt.sleutel == here)
            walked += 1
        for step in found.uit:
            there = walk.follow(found, step.punt.sleutel)
            assert step.soorten == next(it.soorten for it in there.naar if it.punt.sleutel == here)
            walked += 1
    assert walked > 300


def test_what_stands_in_the_way_goes_back_to_a_verhaal_or_to_what_was_made_up(walk: Walk) -> None:
    bottlenecks = [it for it in walk.all() if it.punt.niveau is Niveau.BOTTLENECK]
    assert len(bottlenecks) == 4
    for found in bottlenecks:
        casussen = [walk[it.soort, it.id, None] for it in found.tijdlijn if it.niveau is Niveau.CASUS]
        verhalen = [it for it in found.tijdlijn if it.soort is S.VERHAAL]
        assert verhalen or any(is_made_up(it) for it in casussen), found.punt


def is_made_up(casus_: Spoor) -> bool:
    told = not casus_.uit_breuken and not any(it.punt.soort is S.VERHAAL for it in casus_.uit)
    assert casus_.punt.samengesteld is told
    return told


def test_what_the_raad_decided_goes_back_to_verhalen_and_those_go_on_to_the_raad(walk: Walk) -> None:
    besluiten = [it for it in walk.all() if it.punt.soort is S.BESLISPUNT]
    assert len(besluiten) >= 2
    for found in besluiten:
        verhalen = [it for it in found.tijdlijn if it.soort is S.VERHAAL]
        assert verhalen
        for it in verhalen:
            assert found.punt.sleutel in {point.sleutel for point in walk[S.VERHAAL, it.id, None].tijdlijn}
        assert list(found.verhalen_eerder) == verhalen, "none of them lies one step back: each is one click away"
        for it in verhalen:
            assert found.punt.sleutel in {later.sleutel for later in walk[S.VERHAAL, it.id, None].besluiten_later}


def test_what_lies_one_step_away_is_not_told_again_as_lying_further(walk: Walk) -> None:
    for found in walk.all():
        assert not {it.sleutel for it in found.verhalen_eerder} & origin(found)
        assert not {it.sleutel for it in (*found.besluiten_later, *found.stukken_later)} & came(found)
        assert {*found.verhalen_eerder, *found.besluiten_later, *found.stukken_later} <= set(found.tijdlijn)


def test_stukken_of_the_example_go_back_to_verhalen_and_those_go_on_to_them(voorbeeld: Database) -> None:
    walk = Walk(voorbeeld, LEERT_EN_SCHRIJFT)
    found = [it for it in walk.all() if it.punt.soort is S.RAADSSTUK]
    assert {it.punt.soort for stuk in found for it in stuk.uit} == {
        S.INDICATOR,
        S.VERHAAL,
        S.LEERPUNT,
        S.BESLISPUNT,
        S.WIJKPLAN,
    }
    assert not any(it.uit_breuken for it in found)
    earlier = [(stuk, it) for stuk in found for it in stuk.verhalen_eerder]
    assert earlier
    for stuk, it in earlier:
        assert stuk.punt.sleutel in {later.sleutel for later in walk[S.VERHAAL, it.id, None].stukken_later}


@pytest.fixture
def jaar(voorbeeld_store: Path) -> Iterator[Database]:
    """A copy of the example to write in."""
    database = open_for_writing(str(voorbeeld_store), clock=lambda: NOW)
    yield database
    database.close()


def test_a_verhaal_of_the_example_that_is_taken_back_leaves_its_quarter_on_the_spoor(jaar: Database) -> None:
    with jaar.reading() as cursor:
        (gone,) = cursor.row(
            "SELECT b.verhaal FROM leerpunt_bron AS b JOIN sessie_agenda AS a ON a.verhaal = b.verhaal"
            " JOIN leesdomein_verhaal AS d ON d.verhaal = b.verhaal ORDER BY 1"
        ) or ("",)
    before = look(jaar, (S.VERHAAL, gone), LEERT_MEE)
    titel, quarter = before.punt.naam or "", before.punt.dag
    assert titel
    assert quarter is not None
    withdraw_verhaal(jaar, gone, "verteller")
    walk = Walk(jaar, LEERT_MEE)
    told = []
    for it in before.tijdlijn:
        try:
            told.append(walk[it.soort, it.id, WIJK if it.soort is S.INDICATOR else None])
        except NietGevonden:
            assert it.soort is S.VERHAAL or it.niveau is Niveau.CASUS
    assert not [it for it in told if gone in repr(it) or titel in repr(it)]
    breuken = [breuk for it in told for breuk in (*it.uit_breuken, *it.naar_breuken)]
    assert {(it.reden, it.kwartaal) for it in breuken} == {(SpoorReden.TERUGGENOMEN, kwartaal_code(quarter))}
    assert {it.soort for it in breuken} == {S.VERHAAL, S.LEERPUNT}


def test_a_figure_of_the_example_that_is_let_go_stays_on_the_spoor_and_says_so(jaar: Database) -> None:
    let_go(jaar, LEERT_MEE, WIJK, "vm-buren-oppassen", "Te grof.")
    found = look(jaar, (S.INDICATOR, "vm-buren-oppassen"), BEZOEKER)
    assert found.punt.stand == "losgelaten"
    learned_of = [it.punt.sleutel for it in found.naar if it.punt.soort is S.LEERPUNT]
    assert learned_of
    for sleutel in learned_of:
        assert "losgelaten" in {step.punt.stand for step in look(jaar, sleutel, BEZOEKER).uit}


@pytest.mark.parametrize("name", ["begeleider", "raadslid", "welzijnswerker-1", "beleidsmedewerker"])
def test_who_may_read_the_same_sees_the_same_spoor(voorbeeld: Database, name: str) -> None:
    wie = proefrol(f"proef:{name}").gebruiker
    with voorbeeld.reading() as cursor:
        (sleutel,) = cursor.rows("SELECT leerpunt FROM leerpunt_bron WHERE verhaal IS NOT NULL ORDER BY 1 LIMIT 1")
    for point in ((S.LEERPUNT, sleutel[0]), (S.INDICATOR, "vm-buren-oppassen")):
        assert look(voorbeeld, point, wie) == look(voorbeeld, point, kijker(voorbeeld, wie))
